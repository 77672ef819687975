//! Packages between organisations: sent, written to files, received with the answer to them,
//! decided on, and acknowledged.
//!
//! They are for the two sides alone. The entry that a side shows the other holds its signed statement.

use adhere_domain::digest::Digest;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use adhere_journal::package::kind::PackageKind;
use adhere_journal::payload::Payload;
use serde::{Deserialize, Serialize};

use super::{EventError, Wire, form, payload, spelling, subject};

/// Something that happened to a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackageEvent {
    /// An organisation of this instance signed one.
    Sent(SentPackage),
    /// It was written to a file, which is kept.
    Written {
        /// Its id.
        id: String,
        /// The file.
        file: File,
    },
    /// One was received and filed, or refused; the entry holds the answer.
    Answered(AnsweredPackage),
    /// Somebody decided what becomes of one that was received; a later decision takes its place.
    Decided(DecidedPackage),
    /// That one that was sent came in whole, and is decided on later.
    Arrived {
        /// Its id.
        id: String,
        /// The file of the acknowledgement, which is kept.
        file: File,
    },
    /// What came back for one that was sent.
    Acknowledged {
        /// Its id.
        id: String,
        /// The file of the acknowledgement, which is kept.
        file: File,
        /// Why it was refused, if it was.
        refused: Option<Reason>,
    },
}

/// What a package is, on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What no other package of its author has.
    pub id: String,
    /// Who sends it.
    pub issuer: OrganisationId,
    /// What it holds.
    pub kind: PackageKind,
    /// What it is about.
    pub about: String,
}

/// A package that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentPackage {
    /// What it is.
    pub frame: Frame,
    /// Whom it is for.
    pub addressee: OrganisationId,
    /// Its number in its thread.
    pub sequence: u64,
    /// The signed token, without what is disclosed.
    pub statement: String,
    /// The token with everything that can be disclosed, which is kept.
    pub whole: File,
}

/// A package that was received, and the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredPackage {
    /// What it is, or says that it is, where it was refused.
    pub frame: Frame,
    /// The digest of its file.
    pub digest: Digest,
    /// The signed answer.
    pub statement: String,
    /// What became of it.
    pub answer: Answer,
}

/// What somebody decided of a package that was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedPackage {
    /// What it is.
    pub frame: Frame,
    /// The digest of its file.
    pub digest: Digest,
    /// The signed answer.
    pub statement: String,
    /// Why it is refused, if it is.
    pub refused: Option<Objection>,
}

/// Why somebody refuses a package.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Objection {
    /// The reason.
    #[serde(with = "spelling")]
    pub reason: NonEmptyText,
    /// The provision, or the part of a code, on which it rests.
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    pub basis: Option<NonEmptyText>,
}

/// What became of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It came in whole and its bytes are kept; somebody decides on it.
    Received {
        /// How many bytes its file has.
        size: u64,
        /// Its number in its thread.
        sequence: u64,
    },
    /// It was filed, and its bytes are kept.
    Accepted {
        /// How many bytes its file has.
        size: u64,
        /// Its number in its thread.
        sequence: u64,
    },
    /// It was not, and nothing of it is kept.
    Refused(Reason),
}

/// Why a package was refused.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The word for it.
    pub code: String,
    /// The reason in words.
    pub reason: String,
}

/// A file that is kept among the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Its digest.
    #[serde(with = "spelling")]
    pub digest: Digest,
    /// How many bytes it has.
    pub size: u64,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct FrameWire {
    id: String,
    #[serde(with = "spelling")]
    issuer: OrganisationId,
    kind: String,
    about: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct SentWire {
    package: FrameWire,
    #[serde(with = "spelling")]
    addressee: OrganisationId,
    sequence: u64,
    statement: String,
    whole: File,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WrittenWire {
    id: String,
    file: File,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct AcceptedWire {
    package: FrameWire,
    file: File,
    sequence: u64,
    statement: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RefusedWire {
    package: FrameWire,
    #[serde(with = "spelling")]
    digest: Digest,
    refused: Reason,
    statement: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct DecidedWire {
    package: FrameWire,
    #[serde(with = "spelling")]
    digest: Digest,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refused: Option<Objection>,
    statement: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct AcknowledgedWire {
    id: String,
    file: File,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refused: Option<Reason>,
}

const SENT: &str = "package.sent";
const WRITTEN: &str = "package.written";
const RECEIVED: &str = "package.received";
const ACCEPTED: &str = "package.accepted";
const REFUSED: &str = "package.refused";
const DECIDED: &str = "package.decided";
const ARRIVED: &str = "package.arrived";
const ACKNOWLEDGED: &str = "package.acknowledged";

impl PackageEvent {
    pub(super) fn to_wire(&self) -> Result<Wire, EventError> {
        let (kind, subject, payload) = match self.clone() {
            Self::Sent(SentPackage { frame, addressee, sequence, statement, whole }) => {
                let subject = subject::package(&frame.id);
                let wire = SentWire { package: frame.into(), addressee, sequence, statement, whole };
                (SENT, subject, payload(SENT, &wire)?)
            }
            Self::Written { id, file } => {
                (WRITTEN, subject::package(&id), payload(WRITTEN, &WrittenWire { id, file })?)
            }
            Self::Answered(answered) => answered.into_parts()?,
            Self::Decided(DecidedPackage { frame, digest, statement, refused }) => {
                let wire = DecidedWire { package: frame.into(), digest, refused, statement };
                (DECIDED, subject::package_file(&digest), payload(DECIDED, &wire)?)
            }
            Self::Arrived { id, file } => {
                (ARRIVED, subject::package(&id), payload(ARRIVED, &WrittenWire { id, file })?)
            }
            Self::Acknowledged { id, file, refused } => {
                let subject = subject::package(&id);
                (ACKNOWLEDGED, subject, payload(ACKNOWLEDGED, &AcknowledgedWire { id, file, refused })?)
            }
        };
        Ok(Wire { kind, subject, payload })
    }

    pub(super) fn parse(kind: &str, payload: &Payload) -> Result<Self, EventError> {
        Ok(match kind {
            SENT => {
                let SentWire { package, addressee, sequence, statement, whole } = form(kind, payload)?;
                Self::Sent(SentPackage { frame: package.frame(kind)?, addressee, sequence, statement, whole })
            }
            WRITTEN => {
                let WrittenWire { id, file } = form(kind, payload)?;
                Self::Written { id, file }
            }
            RECEIVED | ACCEPTED => {
                let AcceptedWire { package, file, sequence, statement } = form(kind, payload)?;
                let answer = match kind {
                    RECEIVED => Answer::Received { size: file.size, sequence },
                    _ => Answer::Accepted { size: file.size, sequence },
                };
                let frame = package.frame(kind)?;
                Self::Answered(AnsweredPackage { frame, digest: file.digest, statement, answer })
            }
            REFUSED => {
                let RefusedWire { package, digest, refused, statement } = form(kind, payload)?;
                let (frame, answer) = (package.frame(kind)?, Answer::Refused(refused));
                Self::Answered(AnsweredPackage { frame, digest, statement, answer })
            }
            DECIDED => {
                let DecidedWire { package, digest, refused, statement } = form(kind, payload)?;
                Self::Decided(DecidedPackage { frame: package.frame(kind)?, digest, statement, refused })
            }
            ARRIVED => {
                let WrittenWire { id, file } = form(kind, payload)?;
                Self::Arrived { id, file }
            }
            ACKNOWLEDGED => {
                let AcknowledgedWire { id, file, refused } = form(kind, payload)?;
                Self::Acknowledged { id, file, refused }
            }
            _ => return Err(EventError::Kind(kind.to_owned())),
        })
    }

    /// Whom and what it names: organisations, the thread, the package and files.
    pub(super) fn mentions(&self) -> Vec<String> {
        match self {
            Self::Sent(sent) => vec![subject::organisation(&sent.addressee), subject::package_thread(&sent.frame)],
            Self::Written { file, .. } | Self::Arrived { file, .. } | Self::Acknowledged { file, .. } => {
                vec![subject::package_file(&file.digest)]
            }
            Self::Answered(AnsweredPackage { frame, .. }) | Self::Decided(DecidedPackage { frame, .. }) => {
                let (thread, id) = (subject::package_thread(frame), subject::received_package(frame));
                vec![subject::organisation(&frame.issuer), thread, id]
            }
        }
    }

    /// The bytes that it names.
    pub(crate) fn files(&self) -> Vec<File> {
        match self {
            Self::Sent(sent) => vec![sent.whole],
            Self::Written { file, .. } | Self::Arrived { file, .. } | Self::Acknowledged { file, .. } => vec![*file],
            Self::Decided(_) => Vec::new(),
            Self::Answered(AnsweredPackage { digest, answer, .. }) => match answer {
                Answer::Received { size, .. } | Answer::Accepted { size, .. } => {
                    vec![File { digest: *digest, size: *size }]
                }
                Answer::Refused(_) => Vec::new(),
            },
        }
    }
}

impl AnsweredPackage {
    fn into_parts(self) -> Result<(&'static str, String, Payload), EventError> {
        let Self { frame, digest, statement, answer } = self;
        let subject = subject::package_file(&digest);
        let package = frame.into();
        Ok(match answer {
            Answer::Received { size, sequence } => {
                let wire = AcceptedWire { package, file: File { digest, size }, sequence, statement };
                (RECEIVED, subject, payload(RECEIVED, &wire)?)
            }
            Answer::Accepted { size, sequence } => {
                let wire = AcceptedWire { package, file: File { digest, size }, sequence, statement };
                (ACCEPTED, subject, payload(ACCEPTED, &wire)?)
            }
            Answer::Refused(refused) => {
                (REFUSED, subject, payload(REFUSED, &RefusedWire { package, digest, refused, statement })?)
            }
        })
    }
}

impl From<Frame> for FrameWire {
    fn from(Frame { id, issuer, kind, about }: Frame) -> Self {
        Self { id, issuer, kind: kind.name().to_owned(), about }
    }
}

impl FrameWire {
    fn frame(self, of: &str) -> Result<Frame, EventError> {
        let Self { id, issuer, kind, about } = self;
        let unknown = |_| EventError::Value { kind: of.to_owned(), field: "kind", expected: "a kind of package" };
        Ok(Frame { id, issuer, kind: kind.parse().map_err(unknown)?, about })
    }
}
