//! A statement as it is shown: what it says, what shows it, and what changed since it was approved.

use adhere_actions::approve::Shown;
use adhere_domain::adherence::statements::{Revision, Subject};
use adhere_domain::evidence::approval::{Exhibit, Flag};
use adhere_domain::evidence::item::ItemStanding;
use adhere_store::event::subject;
use serde_json::{Value, json};

use crate::cli::named::{AnswerFormat, name};
use crate::cli::store::say;
use crate::report::statement::flagged;
use crate::words::Words;

/// Prints a statement with its evidence and its approval.
pub(super) fn show(shown: &Shown, statement: &Subject, format: AnswerFormat) -> anyhow::Result<()> {
    let Some(latest) = shown.statements.latest(statement) else { return Ok(()) };
    if format == AnswerFormat::Json {
        return say(&[as_json(shown, statement, latest).to_string()]);
    }
    let words = Words::english()?;
    let mut lines = vec![name(statement)];
    lines.extend(revision_lines(latest, &words));
    for Exhibit { item, digest, passage } in &shown.exhibits {
        let passage = passage.as_ref().map(|passage| format!("  “{}”", passage.exact())).unwrap_or_default();
        lines.push(format!("  {item}  sha256 {digest}{passage}"));
    }
    if let Some(fingerprint) = shown.fingerprint {
        lines.push(words.with("statement-fingerprint", &[("fingerprint", fingerprint.to_string().into())]));
    }
    match &shown.approval {
        None => lines.push(words.text("statement-not-approved")),
        Some(approval) => {
            let values = [
                ("revision", approval.revision.into()),
                ("by", approval.by.to_string().into()),
                ("on", approval.on.to_string().into()),
            ];
            lines.push(words.with("statement-approved", &values));
            lines.extend(shown.flags.iter().map(|flag| format!("  {}", flagged(flag, &words))));
        }
    }
    say(&lines)
}

/// Prints all revisions of a statement.
pub(super) fn history(shown: &Shown, statement: &Subject, format: AnswerFormat) -> anyhow::Result<()> {
    let words = Words::english()?;
    let revisions = shown.statements.revisions(statement).iter();
    let lines: Vec<String> = match format {
        AnswerFormat::Json => revisions.map(|revision| revision_as_json(revision, None).to_string()).collect(),
        AnswerFormat::Text => revisions.flat_map(|revision| revision_lines(revision, &words)).collect(),
    };
    say(&lines)
}

fn revision_lines(revision: &Revision, words: &Words) -> Vec<String> {
    let content = &revision.content;
    let values = [
        ("revision", revision.number.into()),
        ("state", content.state.id().into()),
        ("author", revision.author.to_string().into()),
        ("on", revision.on.to_string().into()),
    ];
    let mut lines = vec![words.with("statement-revision", &values)];
    if let Some(text) = &content.text {
        lines.extend(text.as_str().lines().map(|line| format!("  {line}")));
    }
    if let Some(owner) = &content.owner {
        lines.push(words.with("statement-owner", &[("owner", owner.to_string().into())]));
    }
    if let Some(due) = content.due {
        lines.push(words.with("statement-due", &[("due", due.to_string().into())]));
    }
    if let Some(from) = &revision.carried_from {
        lines.push(words.with("statement-carried-from", &[("from", name(from).into())]));
    }
    lines
}

fn as_json(shown: &Shown, statement: &Subject, latest: &Revision) -> Value {
    let exhibits = shown.exhibits.iter().map(|Exhibit { item, digest, passage }| {
        let quotation = passage.as_ref().map(adhere_domain::evidence::passage::Passage::exact);
        json!({"evidence": item.as_str(), "digest": digest.to_string(), "quotation": quotation})
    });
    let approval = shown.approval.as_ref().map(|approval| {
        json!({
            "revision": approval.revision,
            "fingerprint": approval.fingerprint.to_string(),
            "by": approval.by.as_str(),
            "on": approval.on.to_string(),
            "flags": shown.flags.iter().map(flag_as_json).collect::<Vec<_>>(),
        })
    });
    json!({
        "statement": name(statement),
        "revision": revision_as_json(latest, None),
        "evidence": exhibits.collect::<Vec<_>>(),
        "fingerprint": shown.fingerprint.map(|fingerprint| fingerprint.to_string()),
        "approval": approval,
    })
}

fn flag_as_json(flag: &Flag) -> Value {
    match flag {
        Flag::State { approved, now } => json!({"changed": "state", "approved": approved.id(), "now": now.id()}),
        Flag::Text => json!({"changed": "text"}),
        Flag::Owner => json!({"changed": "owner"}),
        Flag::Due => json!({"changed": "due"}),
        Flag::Added(item) => json!({"added": item.as_str()}),
        Flag::Removed(item) => json!({"removed": item.as_str()}),
        Flag::Silent(item, standing) => json!({"silent": item.as_str(), "standing": standing_id(*standing)}),
    }
}

/// How an item stands, for machines.
fn standing_id(standing: ItemStanding) -> &'static str {
    match standing {
        ItemStanding::Speaks => "speaks",
        ItemStanding::NotYet(_) => "not_yet",
        ItemStanding::Expired(_) => "expired",
        ItemStanding::Withdrawn(_) => "withdrawn",
    }
}

/// A revision for machines; from which statement it was carried over is named where the revision does not hold it.
pub(super) fn revision_as_json(revision: &Revision, carried_from: Option<String>) -> Value {
    let content = &revision.content;
    json!({
        "number": revision.number,
        "state": content.state.id(),
        "text": content.text.as_ref().map(adhere_domain::text::NonEmptyText::as_str),
        "owner": content.owner.as_ref().map(adhere_domain::text::NonEmptyText::as_str),
        "due": content.due.map(|due| due.to_string()),
        "author": revision.author.as_str(),
        "on": revision.on.to_string(),
        "carried_from": carried_from.or_else(|| revision.carried_from.as_deref().map(subject::statement)),
    })
}
