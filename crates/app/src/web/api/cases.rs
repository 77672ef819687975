//! The cases of a provider: the list, a case with its clocks and everything that was recorded of it, opening one, and
//! what is recorded of it after that.

mod sent;
pub(crate) mod wire;

use std::sync::Arc;

use adhere_actions::ActionError;
use adhere_actions::cases::{RecordCase, ShownCase, case_within, cases_of, record_case};
use adhere_domain::cases::CaseId;
use adhere_domain::cases::case::Case;
use adhere_domain::cases::event::{CaseChange, CaseEvent, Opening};
use adhere_domain::cases::matter::CaseKind;
use adhere_domain::cases::step::{Step, StepKind};
use adhere_domain::codes::id::PartId;
use adhere_domain::id::Id;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::db::Transaction;
use adhere_store::projection::case::Wanted;
use axum::http::Method;
use jiff::Timestamp;

use self::sent::{CaseBody, NoteBody, ReasonBody, StepBody, matter};
use self::wire::{CaseRow, CaseWire, address, row, shown};
use super::call::Call;
use super::field::Fields;
use super::operation::{AFTER, AS_OF, Condition, Gives, Kind, LIMIT, Operation, Parameter, Takes};
use super::paging::Listed;
use super::reply::Reply;
use crate::clock;
use crate::web::error::Problem;
use crate::web::published::PublishedCode;
use crate::web::work::cases::clocks::Clocks;

const CASES: &str = "/api/v1/organisations/{organisation}/cases";
const CASE: &str = "/api/v1/organisations/{organisation}/cases/{case}";

/// A moment as it is sent.
const MOMENT: &str = "a moment such as `2026-11-22T09:30:00Z`";

const KINDS: &[&str] = &["serious-incident", "downstream-request", "ai-office-request", "complaint"];
const STATES: &[&str] = &["open", "closed"];

pub(super) fn operations() -> Vec<Operation> {
    let (see, keep) = (Permission::ReadWork, Permission::KeepCases);
    let write = |method, path, name, takes, run| {
        Operation::write("cases", (method, path), name, takes, run).on(Condition::Heeded).to(keep)
    };
    vec![
        Operation::read(
            "cases",
            CASES,
            (
                "listCases",
                "List the cases of a provider, that which was opened last first, with what is due next in each",
            ),
            Gives::json::<Listed<CaseRow>>(),
            listed,
        )
        .with(&[
            Parameter::optional("kind", "Of this kind alone.", Kind::OneOf(KINDS)),
            Parameter::optional("state", "Open or closed ones alone.", Kind::OneOf(STATES)),
            AS_OF,
            AFTER,
            LIMIT,
        ])
        .to(see),
        Operation::read(
            "cases",
            CASE,
            ("readCase", "Read a case: its clocks, what can be done next, and everything that was recorded of it"),
            Gives::json::<CaseWire>(),
            |call| {
                let found = found(call, clock::as_of(call.page.asked.as_of).ends)?;
                Reply::json(&Clocked::of(call, &found.case)?.wire(&found))
            },
        )
        .with(&[AS_OF])
        .to(see),
        write(
            Method::PUT,
            CASE,
            ("openCase", "Open a case under an id of the program's own; its clocks run from when it became known"),
            Takes::json::<CaseBody>(),
            open,
        ),
        write(
            Method::POST,
            "/api/v1/organisations/{organisation}/cases/{case}/steps",
            ("recordStep", "Record that something was done in a case"),
            Takes::json::<StepBody>(),
            step,
        ),
        write(
            Method::POST,
            "/api/v1/organisations/{organisation}/cases/{case}/notes",
            ("recordNote", "Note something in a case"),
            Takes::json::<NoteBody>(),
            note,
        ),
        write(
            Method::POST,
            "/api/v1/organisations/{organisation}/cases/{case}/closing",
            ("closeCase", "Close a case, with the reason"),
            Takes::json::<ReasonBody>(),
            |call| record(call, CaseChange::Closed(reason(call)?)),
        ),
        write(
            Method::POST,
            "/api/v1/organisations/{organisation}/cases/{case}/reopening",
            ("reopenCase", "Open a closed case again, with the reason"),
            Takes::json::<ReasonBody>(),
            |call| record(call, CaseChange::Reopened(reason(call)?)),
        ),
    ]
}

/// What the clocks of one case are read with.
struct Clocked<'c> {
    clocks: Clocks<'c>,
    published: Arc<PublishedCode>,
}

impl<'c> Clocked<'c> {
    fn of(call: &'c Call<'_>, case: &Case) -> Result<Self, Problem> {
        let clocks = Clocks::of(&call.page, &case.provider)?;
        Ok(Self { published: clocks.code(case)?, clocks })
    }

    fn wire(&self, found: &ShownCase) -> CaseWire {
        shown(found, &self.clocks.running(&found.case, &self.published.code))
    }
}

fn listed(call: &Call<'_>) -> Result<Reply, Problem> {
    let (page, organisation) = (&call.page, call.organisation()?);
    let kind = page.asked.parsed("kind", "a kind of case", CaseKind::named)?;
    let is_open = page.asked.parsed("state", "`open` or `closed`", |text| match text {
        "open" => Some(true),
        "closed" => Some(false),
        _ => None,
    })?;
    let before = call.after(|text| text.parse().ok())?;
    let wanted = Wanted { kind, is_open, before, known_before: clock::as_of(page.asked.as_of).ends };
    let found = cases_of(&page.context()?, organisation, &wanted, call.limit()?.saturating_add(1))?;
    let clocks = Clocks::of(page, organisation)?;
    let rows = found.into_iter().map(|kept| {
        let published = clocks.code(&kept.case)?;
        Ok((kept.entry_id, row(&kept.case, &clocks.running(&kept.case, &published.code))))
    });
    let rows = rows.collect::<Result<Vec<_>, Problem>>()?;
    call.listed(rows, |(entry_id, _)| entry_id.to_string(), |(_, row)| row)
}

/// The case that the path names, as it was known before a moment, or as it is known now.
fn found(call: &Call<'_>, known_before: Option<Timestamp>) -> Result<ShownCase, Problem> {
    let id: CaseId = call.part("case", Id::parse)?;
    let (organisation, store) = (call.organisation()?, &call.page.service.store);
    let found = store.read(|tx| case_within(tx, organisation, &id, known_before))?;
    found.ok_or_else(|| Problem::not_found(format!("there is no case `{id}`")))
}

fn open(call: &Call<'_>) -> Result<Reply, Problem> {
    let (id, provider): (CaseId, _) = (call.part("case", Id::parse)?, call.organisation()?.clone());
    let CaseBody { title, code, model, aware_at, matter: body } = call.json()?;
    let mut fields = Fields::default();
    let title = fields.parsed("/title", &title, "a title", NonEmptyText::parse);
    let named = |text: &str| call.page.code(text).ok().filter(|published| published.name() == text);
    let published = fields.parsed("/code", &code, "a version of a code that is published (`id@version`)", named);
    let model = fields.optional("/model", model.as_ref(), "the id of a model", PartId::parse);
    let aware_at = fields.moment("/aware_at", &aware_at);
    let matter = matter(&mut fields, body);
    let read = title.zip(published).zip(aware_at).zip(matter);
    let (((title, published), aware_at), matter) = fields.done(read)?;
    let (code, version) = (published.code.id.clone(), published.code.version.clone());
    let opening = Opening { code, version, model, title, matter, aware_at, reference: None };
    // Whoever asks for it to be new has nothing to compare: that there is one is enough.
    let current = |tx: &mut Transaction<'_>| Ok(case_within(tx, &provider, &id, None)?.map(|_| Vec::new()));
    let event = CaseEvent { provider: provider.clone(), id: id.clone(), change: CaseChange::Opened(Box::new(opening)) };
    call.recorded(address(&provider, &id), Some(&current), |context| {
        record_case(context, RecordCase { event, code: Some(&published.code) })
    })
}

fn step(call: &Call<'_>) -> Result<Reply, Problem> {
    let body: StepBody = call.json()?;
    let mut fields = Fields::default();
    let known = StepKind::ALL.map(|(_, id)| id).join(", ");
    let kind = fields.parsed("/step", &body.step, &format!("one of {known}"), StepKind::named);
    let at = fields.moment("/at", &body.at);
    let note = fields.optional("/note", body.note.as_ref(), "a text", NonEmptyText::parse);
    let (kind, at) = fields.done(kind.zip(at))?;
    record(call, CaseChange::StepDone(Step { kind, at, note }))
}

fn note(call: &Call<'_>) -> Result<Reply, Problem> {
    let body: NoteBody = call.json()?;
    let mut fields = Fields::default();
    let note = fields.parsed("/note", &body.note, "a text", NonEmptyText::parse);
    record(call, CaseChange::Noted(fields.done(note)?))
}

fn reason(call: &Call<'_>) -> Result<NonEmptyText, Problem> {
    let body: ReasonBody = call.json()?;
    let mut fields = Fields::default();
    let reason = fields.parsed("/reason", &body.reason, "a text", NonEmptyText::parse);
    fields.done(reason)
}

/// Records a change of the case that the path names.
fn record(call: &Call<'_>, change: CaseChange) -> Result<Reply, Problem> {
    let case = found(call, None)?.case;
    let clocked = Clocked::of(call, &case)?;
    let Case { provider, id, .. } = case;
    let current = |tx: &mut Transaction<'_>| {
        let known = case_within(tx, &provider, &id, None)?;
        Ok::<_, ActionError>(known.map(|found| serde_json::to_vec(&clocked.wire(&found)).unwrap_or_default()))
    };
    let event = CaseEvent { provider: provider.clone(), id: id.clone(), change };
    call.recorded(address(&provider, &id), Some(&current), |context| {
        record_case(context, RecordCase { event, code: None })
    })
}
