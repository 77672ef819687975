//! What `adhere witness` accepts; its doc comments are the help text.

use std::path::PathBuf;

use clap::Subcommand;

use crate::cli::store::arguments::Place;

#[derive(Debug, Subcommand)]
pub(crate) enum WitnessCommand {
    /// Print the key with which this instance cosigns, for the policies of others.
    Key {
        #[command(flatten)]
        place: Place,
    },
    /// Ask every witness of the policy that has an address to cosign the latest checkpoint.
    Ask {
        #[command(flatten)]
        place: Place,
    },
    /// Write a request to a witness as a file.
    Request {
        #[command(flatten)]
        place: Place,
        /// The witness, by its name in the policy.
        witness: String,
        /// Write to this file instead of standard output.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Answer a request as a witness: with a cosignature, or with the reason for none and exit code 1.
    Answer {
        #[command(flatten)]
        place: Place,
        /// The file with the request.
        request: PathBuf,
        /// Write to this file instead of standard output.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Keep the cosignature that a witness gave as a file.
    Keep {
        #[command(flatten)]
        place: Place,
        /// The witness, by its name in the policy.
        witness: String,
        /// The file with the cosignature.
        cosignature: PathBuf,
        /// For how many entries the checkpoint is; those of the latest if not given.
        #[arg(long, value_name = "ENTRIES")]
        size: Option<u64>,
    },
}
