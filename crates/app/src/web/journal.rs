//! The journal for people: what it has, entry by entry as everybody may read it, and how to verify it elsewhere.

use adhere_journal::entry::Entry;
use adhere_journal::hash::Hash;
use adhere_journal::private::Record;
use adhere_store::Leaf;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::Timestamp;

use super::asked::Asked;
use super::error::Problem;
use super::frame::{Frame, Section};
use super::said::Said;
use super::{Page, Service, file};

/// So many entries are shown on a page.
const PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "web/journal.html")]
struct JournalPage<'a> {
    frame: Frame<'a>,
    origin: &'a str,
    size: u64,
    checkpoint: Option<String>,
    entries: Vec<EntryView>,
    /// The first entry that is shown, if there are others before it.
    before: Option<u64>,
    is_latest: bool,
}

#[derive(Template)]
#[template(path = "web/entry.html")]
struct EntryPage<'a> {
    frame: Frame<'a>,
    entry: EntryView,
    /// The payload, or that there is only a promise.
    payload: Option<String>,
    leaf_hash: String,
    before: Option<u64>,
    after: Option<u64>,
}

#[derive(Template)]
#[template(path = "web/verify.html")]
struct VerifyPage<'a> {
    frame: Frame<'a>,
    origin: &'a str,
    log_key: String,
    witness_key: String,
}

/// An entry as everybody may read it, ready to print.
struct EntryView {
    entry_id: u64,
    at: Timestamp,
    /// Nothing where the journal has a promise alone.
    open: Option<OpenView>,
}

/// What everybody may read.
struct OpenView {
    kind: String,
    subject: String,
    actor: String,
}

/// The latest entries, or those before one.
pub(super) async fn list(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service.show(asked, listed).await
}

fn listed(page: &Page<'_>) -> Result<String, Problem> {
    let store = &page.service.store;
    let size = store.head()?.map_or(0, |head| head.size);
    let asked = page.asked.parsed("before", "the number of an entry", |text| text.parse::<u64>().ok())?;
    let end = asked.unwrap_or(size).min(size);
    let first = end.saturating_sub(PAGE);
    let leaves = store.leaves(first, end - first)?;
    let mut entries = leaves.iter().map(|leaf| Ok(view(leaf)?.0)).collect::<Result<Vec<_>, Problem>>()?;
    entries.reverse();
    let view = JournalPage {
        frame: page.frame(Section::Journal),
        origin: &store.home().settings().origin,
        size,
        checkpoint: store.latest_checkpoint()?.map(|note| note.to_string()),
        entries,
        before: Some(first).filter(|first| *first > 0),
        is_latest: end == size,
    };
    Ok(view.render()?)
}

/// What everybody may read of a leaf; what opens it, where it is private, is not looked at.
fn view(leaf: &Leaf) -> Result<(EntryView, Option<Entry>), Problem> {
    let record = Record::parse(&leaf.body).map_err(|error| Problem::failed(&error))?;
    let at = record.at();
    let entry = match record {
        Record::Public(entry) => Some(entry),
        Record::Private(_) => None,
    };
    let open = entry.as_ref().map(|entry| OpenView {
        kind: entry.kind.clone(),
        subject: entry.subject.clone(),
        actor: entry.actor.clone(),
    });
    Ok((EntryView { entry_id: leaf.entry_id, at, open }, entry))
}

fn leaf(page: &Page<'_>, entry_id: u64) -> Result<Leaf, Problem> {
    let missing = || Problem::not_found(Said::new("problem-no-entry").of("entry", entry_id));
    page.service.store.leaf(entry_id)?.ok_or_else(missing)
}

/// One entry.
pub(super) async fn entry(
    State(service): State<Service>,
    asked: Asked,
    Path(entry_id): Path<u64>,
) -> Result<Response, Problem> {
    service
        .show(asked, move |page| {
            let leaf = leaf(page, entry_id)?;
            let (entry, open) = view(&leaf)?;
            let payload = open.map(|entry| entry.payload.read::<serde_json::Value>()).transpose();
            let payload = payload.map_err(|error| Problem::failed(&error))?.map(|payload| format!("{payload:#}"));
            let size = page.service.store.head()?.map_or(0, |head| head.size);
            let view = EntryPage {
                frame: page.frame(Section::Journal),
                entry,
                payload,
                leaf_hash: Hash::of_leaf(&leaf.body).to_string(),
                before: entry_id.checked_sub(1),
                after: Some(entry_id + 1).filter(|after| *after < size),
            };
            Ok(view.render()?)
        })
        .await
}

/// The receipt of an entry: everything that shows, without this server, that the journal has it.
pub(super) async fn receipt(
    State(service): State<Service>,
    asked: Asked,
    Path(entry_id): Path<u64>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            leaf(page, entry_id)?;
            let receipt = page.service.store.receipt(entry_id)?.to_string();
            Ok(file(&format!("{entry_id}.tlog-proof"), "text/plain; charset=utf-8", receipt.into_bytes()))
        })
        .await
}

/// The bytes of an entry, as the tree has them.
pub(super) async fn bytes(
    State(service): State<Service>,
    asked: Asked,
    Path(entry_id): Path<u64>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| Ok(file(&format!("{entry_id}.json"), "application/json", leaf(page, entry_id)?.body)))
        .await
}

/// How to verify what the journal shows, without this server.
pub(super) async fn verifying(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service
        .show(asked, |page| {
            let store = &page.service.store;
            let view = VerifyPage {
                frame: page.frame(Section::Journal),
                origin: &store.home().settings().origin,
                log_key: store.keys().log.public().to_string(),
                witness_key: store.keys().witness.public().to_string(),
            };
            Ok(view.render()?)
        })
        .await
}
