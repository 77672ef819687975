//! The one place that reads the environment, but for what stands beside arguments of the command line.

use std::ffi::OsString;

use adhere_store::home::Environment;

/// What the environment sets of an instance.
pub(crate) fn settings() -> Environment {
    Environment::of(std::env::vars_os())
}

/// A variable.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}
