//! The journal: where it ends, its entries as everybody may read them, and where their proofs are.

use adhere_journal::entry::Entry;
use adhere_journal::hash::Hash;
use adhere_journal::private::Record;
use adhere_store::Leaf;
use adhere_store::projection::history::Line;
use schemars::JsonSchema;
use serde::Serialize;

use super::call::Call;
use super::operation::{AFTER, Gives, LIMIT, Operation};
use super::paging::Listed;
use super::reply::Reply;
use crate::web::error::Problem;
use crate::web::urls::Urls;

/// Where the journal ends.
#[derive(Serialize, JsonSchema)]
struct JournalWire {
    /// What it is called.
    origin: String,
    /// How many entries it has.
    size: u64,
    /// The checkpoint over all of them (C2SP tlog-checkpoint), with the signatures that are there.
    checkpoint: Option<String>,
    /// The key with which checkpoints are signed.
    log_key: String,
    /// The key with which this instance is a witness of other logs.
    witness_key: String,
}

/// An entry as everybody may read it.
#[derive(Serialize, JsonSchema)]
struct EntryWire {
    /// Its place, from 0.
    entry: u64,
    /// When it was made.
    at: String,
    /// The hash of the leaf that the tree has of it.
    leaf_hash: String,
    /// What happened, as `area.verb`; nothing where the journal has a promise alone.
    kind: Option<String>,
    /// To what.
    subject: Option<String>,
    /// Who did it.
    actor: Option<String>,
    /// What it says.
    payload: Option<serde_json::Map<String, serde_json::Value>>,
    /// Where its bytes are, and the receipt that shows that the journal has it.
    proof: ProofWire,
}

/// Where the proof of an entry is.
#[derive(Serialize, JsonSchema)]
struct ProofWire {
    /// The bytes of the entry, as the tree has them.
    bytes: String,
    /// The receipt (C2SP tlog-proof).
    receipt: String,
}

/// A line of the history of something.
#[derive(Serialize, JsonSchema)]
pub(super) struct LineWire {
    /// The entry that says so.
    entry: u64,
    /// When it was made.
    at: String,
    /// What happened, as `area.verb`.
    kind: String,
    /// To what.
    subject: String,
    /// Who did it.
    actor: String,
}

impl From<Line> for LineWire {
    fn from(Line { entry_id, at, actor, kind, subject }: Line) -> Self {
        Self { entry: entry_id, at: at.to_string(), kind, subject, actor }
    }
}

pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::read(
            "journal",
            "/api/v1/journal",
            ("readJournal", "Read where the journal ends, with its checkpoint and keys"),
            Gives::json::<JournalWire>(),
            journal,
        ),
        Operation::read(
            "journal",
            "/api/v1/journal/entries",
            ("listEntries", "List the entries of the journal, the first first"),
            Gives::json::<Listed<EntryWire>>(),
            entries,
        )
        .with(&[AFTER, LIMIT]),
        Operation::read(
            "journal",
            "/api/v1/journal/entries/{entry}",
            ("readEntry", "Read an entry, and where its proof is"),
            Gives::json::<EntryWire>(),
            |call| {
                let entry_id = call.part("entry", |text| text.parse().ok())?;
                let leaf = call.page.service.store.leaf(entry_id)?;
                let missing = || Problem::not_found(format!("the journal has no entry {entry_id}"));
                Reply::json(&wire(&leaf.ok_or_else(missing)?)?)
            },
        ),
    ]
}

fn journal(call: &Call<'_>) -> Result<Reply, Problem> {
    let store = &call.page.service.store;
    Reply::json(&JournalWire {
        origin: store.home().settings().origin.clone(),
        size: store.head()?.map_or(0, |head| head.size),
        checkpoint: store.latest_checkpoint()?.map(|note| note.to_string()),
        log_key: store.keys().log.public().to_string(),
        witness_key: store.keys().witness.public().to_string(),
    })
}

fn entries(call: &Call<'_>) -> Result<Reply, Problem> {
    let after: Option<u64> = call.after(|text| text.parse().ok())?;
    let (first, limit) = (after.map_or(0, |after| after.saturating_add(1)), call.limit()?);
    let store = &call.page.service.store;
    let size = store.head()?.map_or(0, |head| head.size);
    let count = size.saturating_sub(first).min(limit);
    let leaves = if count == 0 { Vec::new() } else { store.leaves(first, count)? };
    let items = leaves.iter().map(wire).collect::<Result<Vec<_>, Problem>>()?;
    let last = leaves.last().map(|leaf| leaf.entry_id).filter(|last| last + 1 < size);
    let next = last.map(|last| call.next(&last.to_string()));
    Reply::page(&Listed { items, next: next.clone() }, next)
}

/// What everybody may read of a leaf; what opens it, where it is private, is not looked at.
fn wire(leaf: &Leaf) -> Result<EntryWire, Problem> {
    let record = Record::parse(&leaf.body).map_err(|error| Problem::failed(&error))?;
    let at = record.at();
    let entry = match record {
        Record::Public(entry) => Some(entry),
        Record::Private(_) => None,
    };
    let (kind, subject, actor, payload) = match entry {
        Some(Entry { kind, subject, actor, payload, .. }) => {
            let payload = payload.read().map_err(|error| Problem::failed(&error))?;
            (Some(kind), Some(subject), Some(actor), Some(payload))
        }
        None => (None, None, None, None),
    };
    let to = Urls::default();
    let proof = ProofWire { bytes: to.bytes(leaf.entry_id), receipt: to.receipt(leaf.entry_id) };
    let leaf_hash = Hash::of_leaf(&leaf.body).to_string();
    Ok(EntryWire { entry: leaf.entry_id, at: at.to_string(), leaf_hash, kind, subject, actor, payload, proof })
}
