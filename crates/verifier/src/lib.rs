//! Says what files prove, to whoever was handed them. It reads files and the clock, and nothing else.
//!
//! The program `adhere-verify` is no more than this; `adhere verify` is the same.

pub mod arguments;
mod failure;
pub mod grounds;
mod print;
mod words;

use std::io::Write as _;

use adhere_journal::verify::{Exhibit, Verdict, verify};

use crate::arguments::{Arguments, Format};
use crate::failure::Failure;
use crate::words::Words;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Every file proves something.
    Proven,
    /// Some file proves nothing.
    Unproven,
    /// Nothing was looked at: the command line or a file cannot be used.
    Unusable,
}

/// Looks at the files that the command line names, prints what they prove, and says how it ended.
pub fn run(arguments: &Arguments) -> Ended {
    match look(arguments) {
        Ok(true) => Ended::Proven,
        Ok(false) => Ended::Unproven,
        Err(failure) => {
            // When the standard error is gone, the exit code still tells.
            let _ = writeln!(std::io::stderr(), "adhere-verify: {failure}");
            Ended::Unusable
        }
    }
}

/// Whether every file proves something.
fn look(arguments: &Arguments) -> Result<bool, Failure> {
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
