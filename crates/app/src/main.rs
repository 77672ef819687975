//! adhere: from the dated law, a code and a provider's facts to a verdict with reasons.

mod cli;

mod web;

mod report;

mod words;

mod clock;
mod code_check;
mod diagnostics;
mod environment;
mod library;
mod logging;
mod output;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run().into()
}
