//! `adhere-verify`: says what files prove, to whoever was handed them.

use std::process::ExitCode;

use adhere_verifier::arguments::Arguments;
use adhere_verifier::{Ended, run};
use clap::Parser as _;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ended::Proven => ExitCode::SUCCESS,
        Ended::Unproven => ExitCode::from(1),
        Ended::Unusable => ExitCode::from(2),
    }
}
