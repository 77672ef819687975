//! Keeping cases: opening one, noting what is done in it, closing it and opening it again; and reading them.

pub mod complaints;

use adhere_domain::cases::CaseId;
use adhere_domain::cases::case::{Case, Cases};
use adhere_domain::cases::event::CaseEvent;
use adhere_domain::codes::code::Code;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::recorded::Recorded;
use adhere_formats::compiled_code::compiled_digest;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use adhere_store::projection::case::{Kept, Wanted, list};
use adhere_store::{Changed, StoreError};
use jiff::Timestamp;

use crate::access::random;
use crate::as_of::about_before;
use crate::codes::publications;
use crate::context::Context;
use crate::error::ActionError;

/// No provider has more open cases than this at once.
const MOST_OPEN: u64 = 100_000;

/// What somebody wants to be recorded of a case.
#[derive(Clone, Debug)]
pub struct RecordCase<'c> {
    /// What is to happen.
    pub event: CaseEvent,
    /// The version of the code that a new case names, as it was published; nothing for a case that there is.
    pub code: Option<&'c Code>,
}

/// A case with who recorded what of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownCase {
    /// The case.
    pub case: Case,
    /// Everything that was recorded, in its order.
    pub history: Vec<CaseLine>,
}

/// Something that was recorded of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseLine {
    /// Where the journal says so.
    pub entry_id: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub actor: String,
    /// What.
    pub event: CaseEvent,
}

/// An id for a new case that no other has.
pub fn new_case_id() -> Result<CaseId, ActionError> {
    Ok(case_id(random::<8>()?))
}

/// The id of a case from eight bytes.
fn case_id(bytes: [u8; 8]) -> CaseId {
    let text = format!("{:016x}", u64::from_be_bytes(bytes));
    #[expect(clippy::expect_used, reason = "sixteen hexadecimal digits are an id")]
    let id = Id::parse(&text).expect("an id");
    id
}

/// Records what is asked for of a case; nothing when it is so already.
pub fn record_case(context: &Context<'_>, command: RecordCase<'_>) -> Result<Changed<()>, ActionError> {
    let RecordCase { event, code } = command;
    context.change(|change| {
        let tx = change.tx();
        context.permit(tx, Permission::KeepCases, &event.provider)?;
        let code = published(tx, code)?;
        let cases = known(tx, &[subject::case(&event.id)], None)?;
        let decided = cases.decide(event, code, context.now)?;
        Ok(decided.into_iter().try_for_each(|event| change.record(Event::Case(event)).map(|_| ()))?)
    })
}

/// The cases of a provider that are asked for, that which was opened last first, at most so many.
pub fn cases_of(
    context: &Context<'_>,
    provider: &OrganisationId,
    wanted: &Wanted,
    limit: u64,
) -> Result<Vec<Kept>, ActionError> {
    context.store.read(|tx| {
        context.permit(tx, Permission::ReadWork, provider)?;
        Ok(list(tx, provider, wanted, limit).map_err(StoreError::from)?)
    })
}

/// All open cases of a provider with what was recorded of them before a moment, or until now.
pub fn open_cases(
    context: &Context<'_>,
    provider: &OrganisationId,
    known_before: Option<Timestamp>,
) -> Result<Vec<Kept>, ActionError> {
    let wanted = Wanted { is_open: Some(true), known_before, ..Wanted::default() };
    cases_of(context, provider, &wanted, MOST_OPEN)
}

/// A case of a provider with what was recorded of it before a moment, or until now; nothing when there is none.
pub fn show_case(
    context: &Context<'_>,
    provider: &OrganisationId,
    id: &CaseId,
    known_before: Option<Timestamp>,
) -> Result<Option<ShownCase>, ActionError> {
    context.store.read(|tx| {
        context.permit(tx, Permission::ReadWork, provider)?;
        case_within(tx, provider, id, known_before)
    })
}

/// The same as a part of something that may be read already.
pub fn case_within(
    tx: &mut Transaction<'_>,
    provider: &OrganisationId,
    id: &CaseId,
    known_before: Option<Timestamp>,
) -> Result<Option<ShownCase>, ActionError> {
    let subjects = [subject::case(id)];
    let case = known(tx, &subjects, known_before)?.get(id).filter(|case| case.provider == *provider).cloned();
    let Some(case) = case else { return Ok(None) };
    let lines = about_before(tx, Area::Case, &subjects, known_before)?.into_iter().filter_map(|it| {
        let Event::Case(event) = it.event else { return None };
        Some(CaseLine { entry_id: it.entry_id, at: it.at, actor: it.actor, event })
    });
    Ok(Some(ShownCase { case, history: lines.collect() }))
}

/// What was recorded of the cases that name any of some subjects.
fn known(tx: &mut Transaction<'_>, subjects: &[String], known_before: Option<Timestamp>) -> Result<Cases, ActionError> {
    let mut cases = Cases::default();
    for recorded in about_before(tx, Area::Case, subjects, known_before)? {
        if let Event::Case(event) = recorded.event {
            cases = cases.apply(Recorded { at: recorded.at, event })?;
        }
    }
    Ok(cases)
}

/// A version of a code, if it is published with this very text.
fn published<'c>(tx: &mut Transaction<'_>, code: Option<&'c Code>) -> Result<Option<&'c Code>, ActionError> {
    let Some(code) = code else { return Ok(None) };
    let publications = publications(tx, &code.id)?;
    let published = publications.version(&code.id, &code.version).map(|publication| publication.digest);
    Ok((published == Some(compiled_digest(code))).then_some(code))
}
