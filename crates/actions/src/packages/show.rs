//! Showing a package: what was said and kept back, what verifying it again says, and what became of it.

use std::collections::{BTreeMap, BTreeSet};

use adhere_domain::digest::Digest;
use adhere_journal::disclosure::SdJwt;
use adhere_journal::disclosure::pointer::Pointer;
use adhere_journal::jwt::UnverifiedJwt;
use adhere_journal::package::authenticity::Recipient;
use adhere_journal::package::claims::PackageClaims;
use adhere_journal::package::letter::{Letter, LetterKind};
use adhere_journal::package::verify::{History, verify_package};
use adhere_journal::policy::Policy;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, PackageEvent, Reason, subject};
use adhere_store::projection::package::{Direction, Package, Wanted, list};
use adhere_store::reading::about;
use adhere_store::{Store, StoreError};
use jiff::Timestamp;
use serde_json::{Map, Value};

use super::error::PackageError;
use super::letters::kept_token;
use super::send::sent;
use super::sides::{own, trust};
use crate::context::Context;
use crate::error::ActionError;
use crate::party::everyone;

/// A package as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What the tables have of it.
    pub package: Package,
    /// What is kept of it; nothing where it was refused.
    pub kept: Option<Kept>,
    /// What came back for it, in the order in which it was filed.
    pub answers: Vec<Answered>,
}

/// What is kept of a package.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The thumbprint of the key that signed it.
    pub key: String,
    /// Everything that it says and that is known here: all of it where it was sent, what was disclosed where it came.
    pub claims: Map<String, Value>,
    /// What was kept back; known where it was sent.
    pub hidden: BTreeSet<Pointer>,
    /// Places from which something may be withheld, and how many things at most.
    pub withheld: BTreeMap<Pointer, usize>,
    /// For one that was received: whether it would be believed as of its receipt by what is known today.
    pub verified: Option<Result<(), Reason>>,
}

/// An answer to a package that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The entry that says so.
    pub entry_id: u64,
    /// When it was filed.
    pub at: Timestamp,
    /// Whether it says no more than that the package came in: what becomes of it is decided later.
    pub is_receipt: bool,
    /// Why the package was refused, if it was.
    pub refused: Option<Reason>,
}

/// Shows the packages with an id: one that was sent, and those that came, which may be refused ones under one id.
pub fn show_packages(context: &Context<'_>, policy: Option<&Policy>, id: &str) -> Result<Vec<Shown>, ActionError> {
    context.store.read(|tx| {
        let wanted = Wanted { id: Some(id), ..Wanted::default() };
        let found = list(tx, &wanted, u64::MAX >> 1).map_err(StoreError::from)?;
        found.into_iter().map(|package| shown(context, tx, policy, package)).collect()
    })
}

pub(super) fn shown(
    context: &Context<'_>,
    tx: &mut Transaction<'_>,
    policy: Option<&Policy>,
    package: Package,
) -> Result<Shown, ActionError> {
    match package.direction {
        Direction::Sent => {
            let found = sent(tx, &package.id)?;
            let kept = found.map(|(_, sent)| kept_token(context.store, &sent.whole)).transpose()?;
            let kept = kept.map(|whole| of_sender(&whole)).transpose()?;
            Ok(Shown { kept, answers: answers(tx, &package.id)?, package })
        }
        Direction::Received => {
            let digest = package.digest.filter(|_| package.sequence.is_some());
            let kept = digest.map(|digest| received(context, tx, policy, &package, digest)).transpose()?;
            Ok(Shown { kept, answers: Vec::new(), package })
        }
    }
}

/// What was said, with what was kept back.
fn of_sender(whole: &SdJwt) -> Result<Kept, ActionError> {
    let opened = whole.open_unverified().map_err(PackageError::from)?;
    let hidden = opened.disclosed.keys().cloned().collect();
    Ok(Kept { key: key_of(whole), claims: opened.claims, hidden, withheld: BTreeMap::new(), verified: None })
}

fn received(
    context: &Context<'_>,
    tx: &mut Transaction<'_>,
    policy: Option<&Policy>,
    package: &Package,
    digest: Digest,
) -> Result<Kept, ActionError> {
    let bytes = bytes_of(context.store, digest)?;
    let letter = Letter::parse(LetterKind::Package, &bytes).map_err(PackageError::from)?;
    let opened = letter.statement.open_unverified().map_err(PackageError::from)?;
    let directory = everyone(tx)?;
    let own = own(context.store, &directory)?;
    let verified = policy.map(|policy| {
        let now = package.recorded_at;
        let recipient = Recipient { identity: own.as_str(), trust: &trust(&directory), policy, now };
        let verified = verify_package(&bytes, &recipient, &History::default());
        verified.map(|_| ()).map_err(|it| Reason { code: it.code().to_owned(), reason: it.to_string() })
    });
    let (hidden, key) = (BTreeSet::new(), key_of(&letter.statement));
    Ok(Kept { key, claims: opened.claims, hidden, withheld: opened.withheld, verified })
}

/// What a package that is kept says of itself, with what is disclosed of it.
pub(super) fn claims_of(store: &Store, digest: &Digest) -> Result<PackageClaims, ActionError> {
    let letter = Letter::parse(LetterKind::Package, &bytes_of(store, *digest)?).map_err(PackageError::from)?;
    let opened = letter.statement.open_unverified().map_err(PackageError::from)?;
    Ok(PackageClaims::try_from(opened.claims).map_err(PackageError::from)?)
}

fn key_of(statement: &SdJwt) -> String {
    let jwt = UnverifiedJwt::parse(statement.jwt()).ok();
    jwt.and_then(|jwt| jwt.kid().map(str::to_owned)).unwrap_or_default()
}

pub(super) fn bytes_of(store: &Store, digest: Digest) -> Result<Vec<u8>, ActionError> {
    let mut bytes = Vec::new();
    let read = store.blobs().read(&digest, &mut bytes).map_err(StoreError::from)?;
    read.map(|_| bytes).ok_or_else(|| PackageError::BytesGone(digest).into())
}

fn answers(tx: &mut Transaction<'_>, id: &str) -> Result<Vec<Answered>, ActionError> {
    let recorded = about(tx, Area::Package, &[subject::package(id)])?.into_iter();
    let answers = recorded.filter_map(|recorded| match recorded.event {
        Event::Package(PackageEvent::Acknowledged { refused, .. }) => {
            Some(Answered { entry_id: recorded.entry_id, at: recorded.at, is_receipt: false, refused })
        }
        Event::Package(PackageEvent::Arrived { .. }) => {
            Some(Answered { entry_id: recorded.entry_id, at: recorded.at, is_receipt: true, refused: None })
        }
        _ => None,
    });
    Ok(answers.collect())
}
