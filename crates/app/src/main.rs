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

/// What the program records and reads is many small texts, made by one thread and given back by another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run().into()
}
