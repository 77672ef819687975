//! Why a letter is refused: one reason for each thing that can be wrong, with what is needed to set it right.

use jiff::Timestamp;

use super::claims::ClaimsError;
use super::digest::FileDigest;
use super::key_statement::KeyStatementError;
use super::letter::LetterError;
use super::logged::RecordError;
use super::trust::KeyFault;
use crate::disclosure::error::DisclosureError;
use crate::disclosure::pointer::Pointer;
use crate::jwt::JwtError;

/// Why a package or an acknowledgement is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackageRefusal {
    /// The file is malformed.
    #[error(transparent)]
    Letter(#[from] LetterError),
    /// The signed token is malformed, or its signature does not match.
    #[error(transparent)]
    Jwt(#[from] JwtError),
    /// The statement or a disclosure was altered.
    #[error(transparent)]
    Disclosure(#[from] DisclosureError),
    /// The key that signed it does not count.
    #[error(transparent)]
    Key(#[from] KeyFault),
    /// A key is introduced in a wrong way.
    #[error(transparent)]
    KeyStatement(#[from] KeyStatementError),
    /// The claims are not those of such a letter.
    #[error(transparent)]
    Claims(#[from] ClaimsError),
    /// A claim of the frame is hidden.
    #[error("something is hidden at `{at}`, where everything must be visible")]
    HiddenFrame {
        /// The object that hides something.
        at: Pointer,
    },
    /// A record does not prove that the statement was logged.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// It comes without a record of a log.
    #[error("no record proves that the statement was logged")]
    NotLogged,
    /// It is addressed to somebody else.
    #[error("it is addressed to `{found}`, and this is `{expected}`")]
    WrongAddressee {
        /// Who reads it.
        expected: String,
        /// Whom it is addressed to.
        found: String,
    },
    /// It is from the future.
    #[error("it was signed at {issued}, which is after {now}")]
    NotYetValid {
        /// When it was signed.
        issued: Timestamp,
        /// What time it is.
        now: Timestamp,
    },
    /// It came too late.
    #[error("it could be filed until {expires}, and it is {now}")]
    Expired {
        /// Until when it could be filed.
        expires: Timestamp,
        /// What time it is.
        now: Timestamp,
    },
    /// It was received before.
    #[error("the package `{id}` was received before")]
    Replayed {
        /// Its id.
        id: String,
    },
    /// A later one was received before.
    #[error("the package has the number {sequence}, and number {last} was received before")]
    OlderVersion {
        /// Its number.
        sequence: u64,
        /// The highest number received.
        last: u64,
    },
    /// It says that it follows another package than the last one.
    #[error("the package supersedes `{found}`, and the last one was `{expected}`")]
    WrongPredecessor {
        /// The last one received.
        expected: String,
        /// What it supersedes.
        found: String,
    },
    /// An acknowledgement is about another package.
    #[error("the acknowledgement is about the package {found}, and {expected} was sent")]
    OtherPackage {
        /// What was sent.
        expected: FileDigest,
        /// What is acknowledged.
        found: FileDigest,
    },
    /// An acknowledgement is by somebody to whom the package was not sent.
    #[error("the acknowledgement is by `{found}`, and the package was sent to `{expected}`")]
    WrongReceiver {
        /// Whom it was sent to.
        expected: String,
        /// Who acknowledges.
        found: String,
    },
}

impl PackageRefusal {
    /// The word for this reason in files and answers.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Letter(LetterError::TooLarge { .. }) => "too-large",
            Self::Letter(_) => "malformed",
            Self::Jwt(_) | Self::Disclosure(_) => "altered",
            Self::Key(fault) | Self::KeyStatement(KeyStatementError::Key(fault)) => code_of_fault(fault),
            Self::KeyStatement(_) => "wrong-key-statement",
            Self::Claims(ClaimsError::Kind(_)) => "unknown-kind",
            Self::Claims(_) | Self::HiddenFrame { .. } => "wrong-claims",
            Self::Record(_) | Self::NotLogged => "not-logged",
            Self::WrongAddressee { .. } => "wrong-addressee",
            Self::NotYetValid { .. } => "not-yet-valid",
            Self::Expired { .. } => "expired",
            Self::Replayed { .. } => "replayed",
            Self::OlderVersion { .. } => "older-version",
            Self::WrongPredecessor { .. } => "wrong-predecessor",
            Self::OtherPackage { .. } => "other-package",
            Self::WrongReceiver { .. } => "wrong-receiver",
        }
    }
}

fn code_of_fault(fault: &KeyFault) -> &'static str {
    match fault {
        KeyFault::Unknown { .. } => "unknown-key",
        KeyFault::NotYet { .. } => "key-not-yet-valid",
        KeyFault::Expired { .. } => "key-expired",
        KeyFault::Revoked { .. } => "key-revoked",
        KeyFault::Powerless { .. } => "key-without-power",
    }
}
