//! Who wrote a letter, and since when it is proven to be there: what packages and acknowledgements have in common.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::key_statement;
use super::letter::Letter;
use super::logged::{Logged, LoggedRecord};
use super::refusal::PackageRefusal;
use super::trust::{KeyFault, KnownKey, Trust};
use crate::disclosure::open::Opened;
use crate::disclosure::pointer::Pointer;
use crate::jwt::times::Times;
use crate::jwt::{UnverifiedJwt, text_member};
use crate::policy::Policy;

/// Whoever reads a letter, and what it holds to be true.
#[derive(Clone, Copy, Debug)]
pub struct Recipient<'a> {
    /// The organisation that letters must be addressed to.
    pub identity: &'a str,
    /// Whose signatures count.
    pub trust: &'a Trust,
    /// Whose logs and witnesses count.
    pub policy: &'a Policy,
    /// What time it is.
    pub now: Timestamp,
}

/// How a letter is proven to be its author's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorship {
    /// The organisation that wrote it.
    pub organisation: String,
    /// The thumbprint of the key that signed it.
    pub kid: String,
    /// Where it was logged.
    pub logged: Vec<Logged>,
    /// Since when it is proven to be there: since witnesses saw it, or since now.
    pub proven: Timestamp,
    /// Keys that it introduced, by thumbprint. Whoever files the letter files them, too.
    pub introduced: BTreeMap<String, KnownKey>,
}

/// A letter whose signature is right, before anything else of it is judged.
pub(super) struct Authentic {
    pub(super) opened: Opened,
    pub(super) times: Times,
    pub(super) key: KnownKey,
    pub(super) authorship: Authorship,
}

/// Checks the records, the keys and the signature of a letter.
pub(super) fn authenticate(letter: &Letter, typ: &str, recipient: &Recipient<'_>) -> Result<Authentic, PackageRefusal> {
    let (organisation, kid) = author_of(letter)?;
    let known = recipient.trust.keys_of(&organisation);
    let introduced = key_statement::introduced(&organisation, &known, &letter.keys, recipient.now)?;
    let key = known.get(&kid).or_else(|| introduced.get(&kid)).cloned();
    let key = key.ok_or_else(|| KeyFault::Unknown { organisation: organisation.clone(), kid: kid.clone() })?;
    let opened = letter.statement.verify(typ, &key.key)?;
    let times = Times::of(&opened.claims)?;

    let check = |record: &LoggedRecord| record.check(letter, recipient.policy);
    let logged = letter.records.iter().map(check).collect::<Result<Vec<_>, _>>()?;
    if logged.is_empty() {
        return Err(PackageRefusal::NotLogged);
    }
    // Signed time is the author's word; what witnesses saw is not. Whatever their clocks say, it is there now.
    let witnessed = logged.iter().filter_map(|logged| logged.witnessed_at).min();
    let proven = witnessed.unwrap_or(recipient.now).min(recipient.now);
    key.check(times.issued, proven)?;
    let authorship = Authorship { organisation, kid, logged, proven, introduced };
    Ok(Authentic { opened, times, key, authorship })
}

/// Sees to it that nothing is hidden but below places that are free for it, given by the steps that lead to them.
pub(super) fn check_frame(opened: &Opened, is_free: impl Fn(&[String]) -> bool) -> Result<(), PackageRefusal> {
    let of_disclosed = opened.disclosed.keys().map(Pointer::parent);
    let mut hiding = of_disclosed.chain(opened.withheld.keys().cloned());
    match hiding.find(|at| !is_free(at.steps())) {
        Some(at) => Err(PackageRefusal::HiddenFrame { at }),
        None => Ok(()),
    }
}

/// Whose key is to be looked up, in the letter's own words.
fn author_of(letter: &Letter) -> Result<(String, String), PackageRefusal> {
    let jwt = UnverifiedJwt::parse(letter.statement.jwt())?;
    let organisation = text_member(jwt.unverified_claims(), "iss")?.unwrap_or_default();
    Ok((organisation.to_owned(), jwt.kid().unwrap_or_default().to_owned()))
}
