//! `adhere evidence check`: attached evidence that does not speak, bytes that are missing, passages that moved or are gone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use adhere_domain::evidence::item::{EvidenceId, ItemStanding};
use adhere_domain::evidence::passage::Found;
use adhere_store::projection::evidence::{Attached, attached};
use adhere_store::{Store, StoreError};
use anyhow::Context as _;
use jiff::Timestamp;
use jiff::civil::Date;

use super::kept;
use crate::cli::named::short;
use crate::cli::store::say;
use crate::cli::{CommandError, Exit};
use crate::clock;
use crate::report::statement::standing_words;
use crate::words::Words;

/// Prints what is found, and ends with 1 when anything is.
pub(super) fn check(
    store: &Store,
    as_of: Option<Date>,
    later: Option<(&EvidenceId, &Path)>,
) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let day = as_of.unwrap_or_else(clock::today);
    let known_before = as_of.and_then(clock::end_of);
    let all = store.read(|tx| Ok::<_, StoreError>(attached(tx, None, None, known_before)?));
    let all = all.map_err(anyhow::Error::from)?;
    let items: BTreeSet<&EvidenceId> = all.iter().map(|it| &it.evidence).collect();
    let mut found = Vec::new();
    for id in items {
        found.extend(silent(store, id, (day, known_before), &words)?);
    }
    if let Some((id, file)) = later {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read `{}`", file.display()))?;
        found.extend(all.iter().filter(|it| it.evidence == *id).filter_map(|it| moved(it, &text, &words)));
    }
    let exit = if found.is_empty() { Exit::Done } else { Exit::Found };
    if found.is_empty() {
        found.push(words.text("evidence-all-speaks"));
    }
    say(&found)?;
    Ok(exit)
}

fn silent(
    store: &Store,
    id: &EvidenceId,
    (day, known_before): (Date, Option<Timestamp>),
    words: &Words,
) -> anyhow::Result<Vec<String>> {
    let kept = kept(store, id, known_before)?;
    let mut found = Vec::new();
    let standing = kept.record.standing(day);
    if standing != ItemStanding::Speaks {
        let (key, day) = standing_words(standing);
        let why = words.with(key, &[("day", day.into())]);
        found.push(words.with("flag-silent", &[("item", id.to_string().into()), ("why", why.into())]));
    }
    if store.blobs().size(&kept.record.item.digest)? != Some(kept.record.item.size) {
        found.push(words.with("evidence-bytes-missing", &[("item", id.to_string().into())]));
    }
    Ok(found)
}

/// What became of a passage in a later version of its file, unless it stands where it stood.
fn moved(it: &Attached, text: &str, words: &Words) -> Option<String> {
    let passage = it.passage.as_ref()?;
    let key = match passage.find(text) {
        Found::There(_) => return None,
        Found::Moved(_) => "passage-moved",
        Found::Changed { .. } => "passage-changed",
        Found::Ambiguous(_) => "passage-ambiguous",
        Found::Gone => "passage-gone",
    };
    let values = [("statement", short(&it.statement).into()), ("quotation", passage.exact().to_owned().into())];
    Some(words.with(key, &values))
}
