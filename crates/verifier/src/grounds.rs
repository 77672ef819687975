//! Whom to believe, from the command line and the files that it names.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::str::FromStr;

use adhere_journal::key::{AuthorKey, KeyError};
use adhere_journal::package::kind::PackageKind;
use adhere_journal::package::trust::{KnownKey, Power, Trust};
use adhere_journal::policy::Policy;
use adhere_journal::timestamp::authority::Authority;
use adhere_journal::verify::Grounds;
use jiff::Timestamp;

use crate::arguments::Arguments;
use crate::failure::Failure;

/// The largest file that is read.
const LARGEST: u64 = 64 * 1024 * 1024;

/// An organisation and a key of its authors.
#[derive(Clone, Debug)]
pub struct Author {
    organisation: String,
    key: AuthorKey,
}

/// Why a text names no author.
#[derive(Debug, thiserror::Error)]
pub enum AuthorError {
    /// There is no organisation.
    #[error("write the organisation, `=` and the key")]
    Form,
    /// The key is wrong.
    #[error(transparent)]
    Key(#[from] KeyError),
}

impl FromStr for Author {
    type Err = AuthorError;

    fn from_str(text: &str) -> Result<Self, AuthorError> {
        let (organisation, key) = text.split_once('=').ok_or(AuthorError::Form)?;
        if organisation.is_empty() {
            return Err(AuthorError::Form);
        }
        Ok(Self { organisation: organisation.to_owned(), key: key.parse()? })
    }
}

/// Whom to believe.
pub(crate) fn of(arguments: &Arguments) -> Result<Grounds, Failure> {
    let named = [arguments.keys.len(), arguments.authors.len(), arguments.authorities.len()];
    if arguments.policy.is_none() && named == [0; 3] {
        return Err(Failure::Nobody);
    }
    let mut policy: Vec<u8> = arguments.keys.iter().flat_map(|key| format!("log {key}\n").into_bytes()).collect();
    match &arguments.policy {
        Some(file) => policy.extend(read(file)?),
        None => policy.extend_from_slice(b"quorum none\n"),
    }
    let as_of = arguments.as_of.unwrap_or_else(now);
    let authorities = arguments.authorities.iter().map(|file| authority(file)).collect::<Result<_, _>>()?;
    Ok(Grounds { policy: Policy::parse(&policy)?, trust: trust(&arguments.authors), authorities, as_of })
}

fn authority(file: &Path) -> Result<Authority, Failure> {
    Authority::parse(&read(file)?).map_err(|source| Failure::Authority { file: file.to_owned(), source })
}

/// Whoever names a key on the command line says that it counts for everything, and always did.
fn trust(authors: &[Author]) -> Trust {
    let mut trust = Trust::default();
    for author in authors {
        let packages = PackageKind::ALL.into_iter().map(Power::Package);
        let powers = packages.chain([Power::Acknowledge, Power::IntroduceKeys]).collect();
        let key = KnownKey { key: author.key.clone(), from: Timestamp::MIN, until: None, revoked: None, powers };
        trust.insert(&author.organisation, key);
    }
    trust
}

/// The bytes of a file.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |source| Failure::File { file: file.to_owned(), source };
    let mut bytes = Vec::new();
    File::open(file).and_then(|open| open.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= LARGEST) {
        Ok(bytes)
    } else {
        Err(Failure::Large { file: file.to_owned(), limit: LARGEST })
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place where this program reads the clock")]
fn now() -> Timestamp {
    Timestamp::now()
}
