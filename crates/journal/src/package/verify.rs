//! Whether a package is to be filed. The order is: is it the author's, is it for us, is it new.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use super::authenticity::{Authorship, Recipient, authenticate, check_frame};
use super::claims::{PACKAGE_TYPE, PackageClaims, Thread};
use super::digest::FileDigest;
use super::letter::{Letter, LetterKind};
use super::refusal::PackageRefusal;
use super::trust::Power;
use crate::disclosure::SdJwt;
use crate::disclosure::error::DisclosureError;
use crate::disclosure::issue::{Hiding, issue};
use crate::disclosure::item::Salt;
use crate::disclosure::pointer::Pointer;
use crate::jwt::times::Times;
use crate::key::AuthorSecret;

/// How far clocks may differ.
pub const CLOCK_DIFFERENCE: SignedDuration = SignedDuration::from_mins(5);

/// What was received before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The ids of packages, of which only that of the package at hand matters.
    pub ids: BTreeSet<String>,
    /// The last package of its thread.
    pub last: Option<Last>,
}

/// The package with the highest number of its thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// Its number.
    pub sequence: u64,
    /// Its id.
    pub id: String,
}

/// A package that may be filed.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedPackage {
    /// What it says, as far as it was disclosed.
    pub claims: PackageClaims,
    /// Objects and arrays from which something may be withheld, and how many things at most.
    pub withheld: BTreeMap<Pointer, usize>,
    /// Whose it is proven to be.
    pub authorship: Authorship,
    /// The digest of its file.
    pub digest: FileDigest,
}

/// What a package says of itself, so that its history can be looked up before it is verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// Its id.
    pub id: String,
    /// The organisation that it says it is for.
    pub addressee: String,
    /// The packages that it says it belongs to.
    pub thread: Thread,
}

/// Signs the statement of a package. Only parts of `/body` can be hidden.
pub fn author(
    claims: &PackageClaims,
    hiding: &Hiding,
    key: &AuthorSecret,
    salts: impl Iterator<Item = Salt>,
) -> Result<SdJwt, DisclosureError> {
    let is_in_body = |at: &&Pointer| matches!(at.steps(), [first, _, ..] if first == "body");
    if let Some(at) = hiding.places.iter().find(|at| !is_in_body(at)) {
        return Err(DisclosureError::MustStayVisible { at: at.clone() });
    }
    issue(PACKAGE_TYPE, claims.into(), hiding, key, salts)
}

/// Reads what a package says of itself without believing it.
pub fn announced(bytes: &[u8]) -> Result<Announced, PackageRefusal> {
    let letter = Letter::parse(LetterKind::Package, bytes)?;
    let claims = PackageClaims::try_from(letter.statement.open_unverified()?.claims)?;
    let thread = claims.thread();
    Ok(Announced { id: claims.id, addressee: claims.addressee, thread })
}

/// Verifies a package.
///
/// `history` is what was received of the thread and id that [`announced`] names; the check holds only as long as
/// nothing else of that thread is filed, so both belong into one transaction.
pub fn verify_package(
    bytes: &[u8],
    recipient: &Recipient<'_>,
    history: &History,
) -> Result<VerifiedPackage, PackageRefusal> {
    let letter = Letter::parse(LetterKind::Package, bytes)?;
    let authentic = authenticate(&letter, PACKAGE_TYPE, recipient)?;
    check_frame(&authentic.opened, |steps| steps.first().is_some_and(|first| first == "body"))?;
    let claims = PackageClaims::try_from(authentic.opened.claims)?;
    authentic.key.check_power(Power::Package(claims.kind))?;
    if claims.addressee != recipient.identity {
        let expected = recipient.identity.to_owned();
        return Err(PackageRefusal::WrongAddressee { expected, found: claims.addressee });
    }
    check_times(&authentic.times, recipient.now)?;
    check_history(&claims, history)?;
    Ok(VerifiedPackage {
        claims,
        withheld: authentic.opened.withheld,
        authorship: authentic.authorship,
        digest: FileDigest::of(bytes),
    })
}

/// RFC 9901, section 7.1, step 6: what was signed must hold at the time.
pub(super) fn check_times(times: &Times, now: Timestamp) -> Result<(), PackageRefusal> {
    let latest = now.checked_add(CLOCK_DIFFERENCE).unwrap_or(Timestamp::MAX);
    let issued = times.not_before.unwrap_or(times.issued).max(times.issued);
    if issued > latest {
        return Err(PackageRefusal::NotYetValid { issued, now });
    }
    match times.expires.filter(|expires| *expires <= now) {
        Some(expires) => Err(PackageRefusal::Expired { expires, now }),
        None => Ok(()),
    }
}

fn check_history(claims: &PackageClaims, history: &History) -> Result<(), PackageRefusal> {
    if history.ids.contains(&claims.id) {
        return Err(PackageRefusal::Replayed { id: claims.id.clone() });
    }
    let Some(last) = &history.last else { return Ok(()) };
    if claims.sequence <= last.sequence {
        return Err(PackageRefusal::OlderVersion { sequence: claims.sequence, last: last.sequence });
    }
    // With a gap between the numbers, what came between is not known here.
    let follows_directly = claims.sequence == last.sequence.saturating_add(1);
    match &claims.supersedes {
        Some(found) if follows_directly && *found != last.id => {
            Err(PackageRefusal::WrongPredecessor { expected: last.id.clone(), found: found.clone() })
        }
        _ => Ok(()),
    }
}
