//! Complaints that come from outside: lodged by anybody, and asked about by whoever holds the reference.
//!
//! How many come from one place is counted on all nodes together. No letter says anything that whoever complains wrote:
//! the address may be somebody else's.

use adhere_domain::adherence::register::life::Life;
use adhere_domain::cases::bound::measure_for;
use adhere_domain::cases::case::Case;
use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::event::{CaseChange, CaseEvent, Opening};
use adhere_domain::cases::matter::{CaseKind, Matter};
use adhere_domain::cases::refusal::CaseRefusal;
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::digest::Digest;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use adhere_store::access::{AccountId, attempt};
use adhere_store::db::Transaction;
use adhere_store::event::{Event, subject};
use adhere_store::mail::{self, Letter};
use adhere_store::{Changed, StoreError};
use jiff::{RoundMode, SignedDuration, Timestamp, TimestampRound, Unit};

use super::{case_id, known, published};
use crate::access::inviting::WriteLetter;
use crate::access::{AccessError, Secret, hex, random};
use crate::adherence::lives;
use crate::context::Context;
use crate::error::ActionError;

/// The window in which complaints are counted.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);
/// So many complaints come from one place in a window.
const MOST_FROM_PLACE: u64 = 10;
/// So many letters go to one address in a window.
const MOST_LETTERS: u64 = 3;

/// A complaint that somebody lodges.
#[derive(Clone, Debug)]
pub struct LodgeComplaint<'c> {
    /// To whom it goes.
    pub provider: OrganisationId,
    /// The versions of codes that are published, one of which has the provider deal with complaints.
    pub codes: &'c [&'c Code],
    /// What the case is called.
    pub title: NonEmptyText,
    /// The complaint.
    pub complaint: Complaint,
    /// What lets whoever complains ask how it stands; the same once more changes nothing.
    pub reference: Secret,
    /// Where it comes from, such as `192.0.2.7`.
    pub place: &'c str,
}

/// A reference that nobody can guess.
pub fn new_reference() -> Result<Secret, ActionError> {
    Ok(Secret::new()?)
}

/// Lodges a complaint. With `write`, a letter acknowledges its receipt.
pub fn lodge_complaint(
    context: &Context<'_>,
    command: LodgeComplaint<'_>,
    write: Option<WriteLetter<'_>>,
) -> Result<Changed<()>, ActionError> {
    let LodgeComplaint { provider, codes, title, complaint, reference, place } = command;
    context.change(|change| {
        let tx = change.tx();
        let code = dealing(tx, context, &provider, codes)?;
        let digest = reference.digest().0;
        let id = case_id(std::array::from_fn(|place| digest.get(place).copied().unwrap_or_default()));
        let cases = known(tx, &[subject::case(&id)], None)?;
        let lodged = cases.get(&id).map(|case| case.opening.aware_at);
        let email = complaint.email().to_string();
        let opening = Opening {
            code: code.id.clone(),
            version: code.version.clone(),
            model: None,
            title,
            matter: Matter::Complaint(complaint),
            aware_at: lodged.unwrap_or_else(|| minute(context.now)),
            reference: Some(digest),
        };
        let event = CaseEvent { provider, id, change: CaseChange::Opened(Box::new(opening)) };
        let Some(event) = cases.decide(event, published(tx, Some(code))?, context.now)? else { return Ok(()) };
        if !count(tx, context, &format!("complaint:{}", hex(place)), MOST_FROM_PLACE)? {
            return Err(AccessError::TooOften.into());
        }
        if let Some(write) = write
            && count(tx, context, &format!("complaint-letter:{}", hex(&email.to_lowercase())), MOST_LETTERS)?
        {
            let (subject, body) = write(&reference);
            let id = AccountId::new(random()?).as_str().to_owned();
            let letter = Letter { id, recipient: email, subject, body, tries: 0 };
            mail::add(tx, &letter, context.now).map_err(StoreError::from)?;
        }
        Ok(change.record(Event::Case(event)).map(|_| ())?)
    })
}

/// The code with its version under which a provider deals with complaints today; nothing when it adheres to none.
pub fn complaints_under(
    context: &Context<'_>,
    provider: &OrganisationId,
    codes: &[&Code],
) -> Result<Option<(PartId, PartId)>, ActionError> {
    context.store.read(|tx| {
        let code = found(tx, context, provider, codes)?;
        Ok(code.map(|code| (code.id.clone(), code.version.clone())))
    })
}

/// The complaint that somebody asks about, with whom it went to; nothing when the reference is none.
pub fn complaint_of(context: &Context<'_>, reference: &Secret) -> Result<Option<Case>, ActionError> {
    let digest = reference.digest().0;
    let named = subject::case_reference(&Digest::new(digest));
    context.store.read(|tx| {
        let opened = adhere_store::reading::about(tx, adhere_store::event::Area::Case, &[named])?;
        let Some(opened) = opened.into_iter().next() else { return Ok(None) };
        let cases = known(tx, &[opened.subject], None)?;
        let case = cases.all().find(|case| case.opening.reference == Some(digest)).cloned();
        Ok(case)
    })
}

fn dealing<'c>(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    provider: &OrganisationId,
    codes: &[&'c Code],
) -> Result<&'c Code, ActionError> {
    let refusal = || CaseRefusal::DoesNotAdhere(provider.clone());
    Ok(found(tx, context, provider, codes)?.ok_or_else(refusal)?)
}

fn found<'c>(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    provider: &OrganisationId,
    codes: &[&'c Code],
) -> Result<Option<&'c Code>, ActionError> {
    let register = lives(tx, &[subject::organisation(provider)])?;
    let own = register.lives.values().filter(|life| life.declared.provider == *provider);
    let under = |life: &Life, code: &Code| {
        let terms = life.on(context.today).map(|(_, terms)| terms);
        life.declared.code == code.id
            && terms.is_some_and(|terms| {
                terms.version == code.version && measure_for(code, &terms.scope, CaseKind::Complaint).is_some()
            })
    };
    let mut found = own.flat_map(|life| codes.iter().copied().filter(move |code| under(life, code)));
    Ok(found.next())
}

/// The minute of a moment: what is done about a complaint is told to the minute, and may be done in the same one.
fn minute(at: Timestamp) -> Timestamp {
    at.round(TimestampRound::new().smallest(Unit::Minute).mode(RoundMode::Trunc)).unwrap_or(at)
}

/// Counts one more in the window, unless there were as many as there may be.
fn count(tx: &mut Transaction<'_>, context: &Context<'_>, what: &str, most: u64) -> Result<bool, ActionError> {
    let passed = context.now - WINDOW;
    if attempt::count(tx, what, passed).map_err(StoreError::from)? >= most {
        return Ok(false);
    }
    attempt::add(tx, what, context.now, passed).map_err(StoreError::from)?;
    Ok(true)
}
