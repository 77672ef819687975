//! What is told to who runs a server, on standard error: lines for people, or an object of JSON on each line.

use adhere_store::home::{LogFormat, LogLevel, LogSettings};
use tracing::level_filters::LevelFilter;

/// Tells from now on what is set to be told.
pub(crate) fn begin(settings: LogSettings) -> anyhow::Result<()> {
    let most = match settings.level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let lines = tracing_subscriber::fmt().with_max_level(most).with_writer(std::io::stderr).with_ansi(false);
    let lines = lines.with_target(false);
    let begun = match settings.format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).try_init(),
    };
    begun.map_err(anyhow::Error::from_boxed)
}
