//! Why nothing was looked at.

use std::io;
use std::path::PathBuf;

use adhere_journal::policy::PolicyError;
use adhere_journal::timestamp::authority::AuthorityError;

/// Why nothing was looked at.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A file cannot be read.
    #[error("`{}` cannot be read: {source}", file.display())]
    File {
        /// Which.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file is larger than any that is looked at.
    #[error("`{}` is larger than {limit} bytes", file.display())]
    Large {
        /// Which.
        file: PathBuf,
        /// How large it may be.
        limit: u64,
    },
    /// Whom to believe is not well said.
    #[error("the policy cannot be used: {0}")]
    Policy(#[from] PolicyError),
    /// A certificate is not one of a timestamp authority.
    #[error("`{}` cannot be used: {source}", file.display())]
    Authority {
        /// Which.
        file: PathBuf,
        /// Why.
        source: AuthorityError,
    },
    /// Nobody is to be believed.
    #[error(
        "nobody is to be believed: name a policy with `--policy`, the key of a log with `--key`, an author with `--author`, or a timestamp authority with `--authority`"
    )]
    Nobody,
    /// The words of this program are not complete.
    #[error("the word for `{key}` is missing")]
    Word {
        /// Which.
        key: String,
    },
    /// What was found cannot be put into JSON.
    #[error("what was found cannot be written: {0}")]
    Form(#[from] serde_json::Error),
    /// What was found cannot be printed.
    #[error("what was found cannot be printed: {0}")]
    Output(io::Error),
}
