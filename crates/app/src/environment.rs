//! The one place that reads the environment, but for what stands beside arguments of the command line.

use std::ffi::OsString;

use adhere_store::home::Environment;

/// What the environment sets of an instance.
pub(crate) fn settings() -> Environment {
    Environment::of(std::env::vars_os())
}

/// What the environment sets of how an instance is served, and nothing of where it is.
pub(crate) fn settings_of_serving() -> Environment {
    let is_of_serving = |name: &OsString| {
        let name = name.to_string_lossy();
        ["ADHERE_WEB_", "ADHERE_ACCESS_", "ADHERE_MAIL_", "ADHERE_LOG_", "ADHERE_METRICS_"]
            .iter()
            .any(|begin| name.starts_with(begin))
    };
    Environment::of(std::env::vars_os().filter(|(name, _)| is_of_serving(name)))
}

/// A variable.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}
