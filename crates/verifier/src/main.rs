//! `adhere-verify`: says what files prove, to whoever was handed them. It reads files and the clock, and nothing else.

mod arguments;
mod failure;
mod grounds;
mod print;
mod words;

use std::io::Write as _;
use std::process::ExitCode;

use adhere_journal::verify::{Exhibit, Verdict, verify};
use clap::Parser as _;

use crate::arguments::{Arguments, Format};
use crate::failure::Failure;
use crate::words::Words;

/// Some file proves nothing.
const UNPROVEN: u8 = 1;
/// Nothing was looked at: the command line or a file cannot be used.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(UNPROVEN),
        Err(failure) => {
            // When the standard error is gone, the exit code still tells.
            let _ = writeln!(std::io::stderr(), "adhere-verify: {failure}");
            ExitCode::from(UNUSABLE)
        }
    }
}

/// Whether every file proves something.
fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let grounds = grounds::of(arguments)?;
    let exhibits = arguments.files.iter().map(|file| {
        let name = file.display().to_string();
        Ok(Exhibit { bytes: grounds::read(file)?, name })
    });
    let exhibits: Vec<Exhibit> = exhibits.collect::<Result<_, Failure>>()?;
    let verdicts = verify(&exhibits, &grounds);
    let text = match arguments.format {
        Format::Text => print::text(&verdicts, &Words::english()?)?,
        Format::Json => print::json(&verdicts, grounds.as_of)?,
    };
    std::io::stdout().write_all(text.as_bytes()).map_err(Failure::Output)?;
    Ok(verdicts.iter().all(|verdict: &Verdict| verdict.outcome.is_ok()))
}
