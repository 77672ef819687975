//! `adhere store status` and `adhere store audit`.

use adhere_store::Store;
use adhere_store::audit::Audit;
use jiff::SignedDuration;

use super::say;
use crate::cli::{CommandError, Exit};
use crate::clock;
use crate::words::Words;

/// What is in the instance.
pub(super) fn status(store: &Store) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let status = store.status().map_err(anyhow::Error::from)?;
    let settings = store.home().settings();
    let folder = store.home().folder().display().to_string();
    let mut lines = vec![
        words.with("store-made", &[("origin", settings.origin.clone().into()), ("folder", folder.into())]),
        words.with("store-key", &[("key", store.keys().log.public().to_string().into())]),
        words.with(
            "store-place",
            &[("engine", store.db().engine().into()), ("place", format!("{:?}", store.home().database()).into())],
        ),
    ];
    match status.head {
        None => lines.push(words.text("store-no-entries")),
        Some(head) => {
            lines.push(words.with("store-size", &[("size", head.size.into()), ("private", status.private.into())]));
            lines.push(words.with("store-root", &[("root", head.root.to_string().into())]));
        }
    }
    say(&lines)?;
    Ok(Exit::Done)
}

/// Whether everything is as it was signed.
pub(super) fn audit(store: &Store) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let audit = store.audit().map_err(anyhow::Error::from)?;
    say(&lines(&audit, &words))?;
    Ok(if audit.is_clean() { Exit::Done } else { Exit::Found })
}

/// Deletes bytes that no entry names.
pub(super) fn sweep(store: &Store, hours: u32) -> Result<Exit, CommandError> {
    let before = clock::now().checked_sub(SignedDuration::from_hours(hours.into())).map_err(anyhow::Error::from)?;
    let collected = store.sweep(before).map_err(anyhow::Error::from)?;
    let values =
        [("blobs", collected.blobs.into()), ("bytes", collected.bytes.into()), ("uploads", collected.uploads.into())];
    say(&[Words::english()?.with("store-swept", &values)])?;
    Ok(Exit::Done)
}

fn lines(audit: &Audit, words: &Words) -> Vec<String> {
    let counts = [
        ("entries", audit.entries.into()),
        ("checkpoints", audit.checkpoints.into()),
        ("rows", audit.rows.into()),
        ("blobs", audit.blobs.into()),
    ];
    let mut lines = vec![words.with("store-audit-looked", &counts)];
    if let Some(last) = audit.last {
        lines.push(words.with("store-last", &[("at", last.to_string().into())]));
    }
    if audit.erased > 0 {
        lines.push(words.with("store-audit-erased", &[("erased", audit.erased.into())]));
    }
    if audit.is_clean() {
        lines.push(words.text("store-audit-clean"));
        return lines;
    }
    lines.push(words.with("store-audit-found", &[("count", audit.findings.len().into())]));
    lines.extend(audit.findings.iter().map(|finding| format!("  {finding}")));
    lines
}
