//! Evidence: what shows the statements of a provider, adding a file, attaching and detaching it, and withdrawing it.

use adhere_actions::ActionError;
use adhere_actions::evidence::{AttachEvidence, attach_evidence, detach_evidence, withdraw_evidence};
use adhere_actions::library::{Shelve, item_of, shelve};
use adhere_domain::evidence::archive::{Attachment, EvidenceWithdrawal};
use adhere_domain::evidence::item::{Confidentiality, EvidenceId, MediaType};
use adhere_domain::evidence::passage::Passage;
use adhere_domain::evidence::quotation::Pointer;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::StoreError;
use adhere_store::db::Transaction;
use adhere_store::event::subject;
use adhere_store::projection::evidence::{Kept, attached};
use adhere_store::projection::library::{Wanted, item, list};
use axum::http::Method;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::Call;
use super::field::Fields;
use super::operation::{AFTER, Condition, Gives, Kind, LIMIT, Operation, Parameter, Takes};
use super::paging::Listed;
use super::reply::Reply;
use super::statements::{MODEL, Measured, address as measure_address};
use crate::web::error::Problem;

const EVIDENCE: &str = "/api/v1/organisations/{organisation}/evidence";
const ITEM: &str = "/api/v1/organisations/{organisation}/evidence/{item}";
const ATTACHED: &str = "/api/v1/organisations/{organisation}/measures/{code}/{measure}/evidence";

const CLASSES: &[&str] = &["public", "shared-with-authority", "confidential"];

/// An item of evidence.
#[derive(Serialize, JsonSchema)]
struct ItemWire {
    /// Its id.
    id: String,
    /// What it is called.
    title: String,
    /// What kind of file it is.
    media_type: String,
    /// How many bytes it has.
    size: u64,
    /// Their SHA-256.
    digest: String,
    /// The first day for which it speaks.
    speaks_for: String,
    /// The first day for which it no longer speaks, if it has one.
    expires: Option<String>,
    /// Who may see it: `public`, `shared-with-authority` or `confidential`.
    confidentiality: &'static str,
    /// Who added it.
    added_by: String,
    /// When.
    added_at: String,
    /// The entry of the journal that says so.
    entry: u64,
    /// That it was withdrawn, if it was.
    withdrawn: Option<WithdrawnWire>,
}

/// That an item no longer speaks.
#[derive(Serialize, JsonSchema)]
struct WithdrawnWire {
    /// The first day for which it does not.
    from: String,
    /// Why.
    reason: String,
}

/// What is attached.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AttachBody {
    /// The item.
    item: String,
    /// A passage of it; the whole file where none is said.
    passage: Option<PassageBody>,
}

/// A passage, by what it says.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PassageBody {
    /// What it says, word for word.
    exact: String,
    /// What stands before it, where it is not there once alone.
    prefix: Option<String>,
    /// What stands after it.
    suffix: Option<String>,
}

/// A withdrawal.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WithdrawBody {
    /// The first day for which it does not speak any more.
    from: String,
    /// Why.
    reason: String,
}

pub(super) fn operations() -> Vec<Operation> {
    let write = Permission::WriteStatements;
    let item_wire = Gives::json::<ItemWire>();
    vec![
        Operation::read(
            "evidence",
            EVIDENCE,
            ("listEvidence", "List the library of a provider: what shows its statements, that which came last first"),
            Gives::json::<Listed<ItemWire>>(),
            listed,
        )
        .with(&[AFTER, LIMIT])
        .to(Permission::ReadWork),
        Operation::write(
            "evidence",
            (Method::POST, EVIDENCE),
            ("addEvidence", "Add a file: its bytes are the body, and `Content-Type` says what it is"),
            Takes::Bytes,
            add,
        )
        .with(&[
            Parameter::required("title", "What it is called.", Kind::Text),
            Parameter::required("speaks-for", "The first day for which it speaks.", Kind::Day),
            Parameter::optional("expires", "The first day for which it no longer speaks.", Kind::Day),
            Parameter::required("confidentiality", "Who may see it.", Kind::OneOf(CLASSES)),
        ])
        .on(Condition::Heeded)
        .to(write),
        Operation::read("evidence", ITEM, ("readEvidence", "Read what is said of an item"), item_wire, |call| {
            Reply::json(&wire(found(call)?))
        })
        .to(Permission::ReadWork),
        Operation::read(
            "evidence",
            "/api/v1/organisations/{organisation}/evidence/{item}/content",
            ("readContent", "Read the bytes of an item"),
            Gives::Bytes,
            content,
        )
        .to(Permission::ReadWork),
        Operation::write(
            "evidence",
            (Method::POST, "/api/v1/organisations/{organisation}/evidence/{item}/withdrawal"),
            ("withdrawEvidence", "Withdraw an item from a day on; its bytes stay"),
            Takes::json::<WithdrawBody>(),
            withdraw,
        )
        .on(Condition::Heeded)
        .to(write),
        Operation::write(
            "evidence",
            (Method::POST, ATTACHED),
            ("attachEvidence", "Attach an item, or a passage of it, to a statement"),
            Takes::json::<AttachBody>(),
            attach,
        )
        .with(&[MODEL])
        .on(Condition::Heeded)
        .to(write),
        Operation::write(
            "evidence",
            (Method::DELETE, "/api/v1/organisations/{organisation}/measures/{code}/{measure}/evidence/{entry}"),
            ("detachEvidence", "Detach what an entry attached"),
            Takes::Nothing,
            detach,
        )
        .with(&[MODEL])
        .on(Condition::Heeded)
        .to(write),
    ]
}

fn wire(Kept { record, added_by, added_at, entry_id, .. }: Kept) -> ItemWire {
    let it = record.item;
    ItemWire {
        id: it.id.to_string(),
        title: it.title.to_string(),
        media_type: it.media_type.to_string(),
        size: it.size,
        digest: it.digest.to_string(),
        speaks_for: it.speaks_for.to_string(),
        expires: it.expires.map(|day| day.to_string()),
        confidentiality: it.confidentiality.id(),
        added_by,
        added_at: added_at.to_string(),
        entry: entry_id,
        withdrawn: record
            .withdrawn
            .map(|withdrawn| WithdrawnWire { from: withdrawn.from.to_string(), reason: withdrawn.reason.to_string() }),
    }
}

fn listed(call: &Call<'_>) -> Result<Reply, Problem> {
    let before: Option<u64> = call.after(|text| text.parse().ok())?;
    let most = call.limit()?.saturating_add(1);
    let wanted = Wanted { before, ..Wanted::default() };
    let organisation = call.organisation()?;
    let found = call.page.service.store.read(|tx| list(tx, organisation, &wanted, most).map_err(StoreError::from))?;
    call.listed(found, |shelved| shelved.entry_id.to_string(), |shelved| wire(shelved.kept))
}

fn found(call: &Call<'_>) -> Result<Kept, Problem> {
    let (id, organisation) = (call.part("item", EvidenceId::parse)?, call.organisation()?);
    let kept = call.page.service.store.read(|tx| item(tx, organisation, &id, None).map_err(StoreError::from))?;
    kept.ok_or_else(|| Problem::not_found(format!("there is no evidence `{id}` here")))
}

/// The same as it is now.
fn current(
    tx: &mut Transaction<'_>,
    organisation: &OrganisationId,
    id: &EvidenceId,
) -> Result<Option<Vec<u8>>, ActionError> {
    let kept = item(tx, organisation, id, None).map_err(StoreError::from)?;
    Ok(kept.map(|kept| serde_json::to_vec(&wire(kept)).unwrap_or_default()))
}

fn content(call: &Call<'_>) -> Result<Reply, Problem> {
    let kept = found(call)?;
    let (id, mut bytes) = (kept.record.item.id, Vec::new());
    let read = call.page.service.store.blobs().read(&kept.record.item.digest, &mut bytes);
    let missing = || Problem::not_found(format!("the bytes of `{id}` are not kept"));
    read.map_err(StoreError::from)?.ok_or_else(missing)?;
    Ok(Reply::File { name: id.to_string(), bytes })
}

fn add(call: &Call<'_>) -> Result<Reply, Problem> {
    let day = "a day such as `2026-12-31`";
    let kind = call.sent.media_type();
    let class = |text: &str| Confidentiality::ALL.into_iter().find(|(_, id)| *id == text).map(|(class, _)| class);
    let wrong = || Problem::bad_request(format!("`{kind}` is not a media type such as `application/pdf`"));
    let (media_type, title) = (MediaType::parse(&kind).ok_or_else(wrong)?, NonEmptyText::parse);
    let (title, speaks_for) =
        (call.required("title", "a title", title)?, call.required("speaks-for", day, |text| text.parse().ok())?);
    let expires = call.page.asked.parsed("expires", day, |text| text.parse().ok())?;
    let confidentiality = call.required("confidentiality", "a class of confidentiality", class)?;
    let provider = call.organisation()?;
    let kept = call.sent.taken.as_ref().map(|(kept, _)| *kept);
    let kept = kept.ok_or_else(|| Problem::unprocessable("the body is empty; send a file"))?;
    let one = Shelve { kept, media_type, title, speaks_for, expires, confidentiality };
    let id = item_of(provider, one.clone()).id;
    let location = format!("/api/v1/organisations/{provider}/evidence/{id}");
    let current = |tx: &mut Transaction<'_>| current(tx, provider, &id);
    call.recorded(location, Some(&current), |context| shelve(context, provider, vec![one]))
}

fn withdraw(call: &Call<'_>) -> Result<Reply, Problem> {
    let body: WithdrawBody = call.json()?;
    let mut fields = Fields::default();
    let from = fields.parsed("/from", &body.from, "a day such as `2026-12-31`", |text| text.parse().ok());
    let reason = fields.parsed("/reason", &body.reason, "a text", NonEmptyText::parse);
    let (from, reason) = fields.done(from.zip(reason))?;
    let item = found(call)?.record.item.id;
    let organisation = call.organisation()?;
    let location = format!("/api/v1/organisations/{organisation}/evidence/{item}");
    let current = |tx: &mut Transaction<'_>| current(tx, organisation, &item);
    let withdrawal = EvidenceWithdrawal { item: item.clone(), from, reason };
    call.recorded(location, Some(&current), |context| withdraw_evidence(context, withdrawal))
}

fn attach(call: &Call<'_>) -> Result<Reply, Problem> {
    let body: AttachBody = call.json()?;
    let mut fields = Fields::default();
    let item = fields.parsed("/item", &body.item, "an id", EvidenceId::parse);
    let passage = body.passage.and_then(|PassageBody { exact, prefix, suffix }| {
        let (prefix, suffix) = (prefix.unwrap_or_default(), suffix.unwrap_or_default());
        let passage = |exact: &str| Passage::new(exact, &prefix, &suffix, None);
        fields.parsed("/passage/exact", &exact, "a passage of at most 8 192 bytes", passage).map(Pointer::Quotation)
    });
    let item = fields.done(item)?;
    let measured = Measured::find(call)?;
    let statement = measured.statement.clone();
    let current = |tx: &mut Transaction<'_>| measured.current(tx, call);
    call.recorded(measure_address(&statement), Some(&current), |context| {
        attach_evidence(context, AttachEvidence { statement: statement.clone(), item, passage })
    })
}

fn detach(call: &Call<'_>) -> Result<Reply, Problem> {
    let measured = Measured::find(call)?;
    let statement = measured.statement.clone();
    let name = subject::statement(&statement);
    let all = call.page.service.store.read(|tx| attached(tx, Some(&name), None, None).map_err(StoreError::from))?;
    let entry: u64 = call.part("entry", |text| text.parse().ok())?;
    let found = all.into_iter().find(|it| it.entry_id == entry);
    let current = |tx: &mut Transaction<'_>| measured.current(tx, call);
    let attachment = found.map(|it| Attachment { subject: statement.clone(), item: it.evidence, passage: it.passage });
    let missing = || Problem::not_found(format!("entry {entry} attached nothing that is attached here still"));
    // What was detached under the same key before is not there any more, and is known all the same.
    let Some(attachment) = attachment else { return call.known(measure_address(&statement))?.ok_or_else(missing) };
    call.recorded(measure_address(&statement), Some(&current), |context| detach_evidence(context, &attachment))
}
