//! Which entry is about what: the index through which the journal is read by subject, kind and time.

use jiff::Timestamp;

use super::{Projection, table};
use crate::db::{DbError, Mentions, SPAN, Transaction, Value, statement};
use crate::error::StoreError;
use crate::event::{Area, Recorded};
use crate::journal::{Leaf, number, read_leaf};
use crate::reading::opened_entry;

/// What entries name is noted apart, by [`name`].
pub(super) const PROJECTION: Projection = Projection { tables: &[table!("mention")], apply: |_, _| Ok(()) };

/// Every entry names this, so that all of an area are found as those that name a subject are.
const ANYTHING: &str = "";

/// So many spans are read at once at most.
const MOST_SPANS: u64 = 64;

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The entry's place in the journal.
    pub entry_id: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who did it.
    pub actor: String,
    /// What was done, as `area.verb`.
    pub kind: String,
    /// What it was done to.
    pub subject: String,
}

/// Which lines of the history are asked for; all of them where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// Those that name this alone, such as `organisation/acme`.
    pub subject: Option<&'w str>,
    /// Of this area or kind alone: `adherence` or `adherence.declared`.
    pub kind: Option<&'w str>,
}

/// Lines before a place in the journal, the latest first, at most so many. Entries that were erased are left out.
///
/// # Errors
/// The database fails, or what it holds is not what was recorded.
pub fn before(
    tx: &mut Transaction<'_>,
    wanted: &Wanted<'_>,
    before: Option<u64>,
    limit: u64,
) -> Result<Vec<Line>, StoreError> {
    let area = wanted.kind.map(Area::of);
    if area == Some(None) {
        return Ok(Vec::new());
    }
    tx.flush_mentions()?;
    let (subject, area) = (wanted.subject.unwrap_or(ANYTHING), area.flatten().map(Area::id).unwrap_or_default());
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let (mut lines, mut end, mut spans) = (Vec::new(), before.unwrap_or(u64::MAX), 1);
    while lines.len() < limit {
        let Some((first, leaves)) = last_leaves(tx, subject, area, end, spans)? else { break };
        let found = leaves.into_iter().filter_map(|leaf| line(leaf, wanted.kind).transpose());
        lines.extend(found.collect::<Result<Vec<Line>, StoreError>>()?);
        end = first * SPAN;
        spans = MOST_SPANS.min(spans * 2);
    }
    lines.truncate(limit);
    Ok(lines)
}

/// The leaves before an entry that name a subject, the latest first, of so many spans, with the first of these; nothing
/// when there are none.
fn last_leaves(
    tx: &mut Transaction<'_>,
    subject: &str,
    area: &str,
    end: u64,
    spans: u64,
) -> Result<Option<(u64, Vec<Leaf>)>, DbError> {
    let Some(last) = end.checked_sub(1) else { return Ok(None) };
    let values = [Value::Text(subject), number(last / SPAN), Value::Text(area), number(spans)];
    let spans = tx.all(statement!("mention/spans"), &values, |row| row.count(0))?;
    let (Some(last), Some(first)) = (spans.first(), spans.last()) else { return Ok(None) };
    let values = [Value::Text(subject), number(*first), number(*last), Value::Text(area), number(end)];
    Ok(Some((*first, tx.all(statement!("mention/among"), &values, |row| read_leaf(&row))?)))
}

/// The line of a leaf, if it was not erased and is of a kind, such as `adherence` or `adherence.declared`.
fn line(leaf: Leaf, kind: Option<&str>) -> Result<Option<Line>, StoreError> {
    let entry_id = leaf.entry_id;
    let is_wanted = |found: &str| {
        kind.is_none_or(|kind| found.strip_prefix(kind).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
    };
    let entry = opened_entry(leaf)?.filter(|entry| is_wanted(&entry.kind));
    Ok(entry.map(|entry| Line { entry_id, at: entry.at, actor: entry.actor, kind: entry.kind, subject: entry.subject }))
}

/// Notes what an entry names, itself included.
pub(super) fn name(mentions: &mut Mentions, recorded: &Recorded) {
    let area = recorded.event.area().id();
    let named = recorded.event.mentions().into_iter().chain([recorded.subject.clone(), ANYTHING.to_owned()]);
    named.for_each(|subject| mentions.add(subject, area, recorded.entry_id));
}
