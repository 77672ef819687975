//! `adhere evidence`: files that show what is stated, whole or by passages.

pub(super) mod arguments;

mod check;
mod uploading;

use adhere_actions::evidence::{
    AddEvidence, AttachEvidence, add_evidence, attach_evidence, detach_evidence, withdraw_evidence,
};
use adhere_domain::evidence::archive::{EvidenceEvent, EvidenceWithdrawal};
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::evidence::passage::Passage;
use adhere_domain::evidence::quotation::Pointer;
use adhere_store::event::{Event, subject};
use adhere_store::projection::evidence::{Attached, Kept, Wanted, attached, item, list};
use adhere_store::reading::entry;
use adhere_store::{Store, StoreError};
use anyhow::anyhow;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

use self::arguments::{AddArguments, AttachArguments, EvidenceCommand, ListArguments};
use self::uploading::Upload;
use super::acting::{Acting, Instance, say_recorded};
use super::named::{AnswerFormat, short};
use super::store::open::open;
use super::store::say;
use super::{CommandError, Exit};
use crate::clock;
use crate::output::write_to;
use crate::words::Words;

/// Does what a subcommand asks for.
pub(super) fn evidence(command: &EvidenceCommand) -> Result<Exit, CommandError> {
    match command {
        EvidenceCommand::Add(arguments) => add(arguments)?,
        EvidenceCommand::List(arguments) => listed(arguments)?,
        EvidenceCommand::Show { place, id, as_of, format } => show(&open(place)?, id, *as_of, *format)?,
        EvidenceCommand::Get { place, id, output } => {
            let store = open(place)?;
            let kept = kept(&store, id, None)?;
            let digest = kept.record.item.digest;
            write_to(output.as_deref(), |out| {
                let read = store.blobs().read(&digest, out)?;
                read.map(|_| ()).ok_or_else(|| anyhow!("the bytes of `{id}` are not kept; run `adhere store audit`"))
            })?;
        }
        EvidenceCommand::Attach(arguments) => attach(arguments)?,
        EvidenceCommand::Detach { acting, entry } => detach(acting, *entry)?,
        EvidenceCommand::Withdraw { acting, id, from, reason } => {
            let instance = Instance::open(&acting.place)?;
            let withdrawal = EvidenceWithdrawal { item: id.clone(), from: *from, reason: reason.clone() };
            say_recorded(&withdraw_evidence(&instance.context(acting), withdrawal)?)?;
        }
        EvidenceCommand::Check { place, as_of, id, against } => {
            return check::check(&open(place)?, *as_of, id.as_ref().zip(against.as_deref()));
        }
    }
    Ok(Exit::Done)
}

fn add(arguments: &AddArguments) -> Result<(), CommandError> {
    let AddArguments { acting, id, file, title, media_type, speaks_for, expires, confidentiality } = arguments;
    let instance = Instance::open(&acting.place)?;
    let command = AddEvidence {
        id: id.clone(),
        media_type: media_type.clone(),
        title: title.clone(),
        speaks_for: *speaks_for,
        expires: *expires,
        confidentiality: *confidentiality,
    };
    let mut upload = Upload::of(file)?;
    let changed = add_evidence(&instance.context(acting), command, &mut upload)?;
    drop(upload);
    say_recorded(&changed)?;
    Ok(say(&[format!("sha256 {}", changed.outcome.digest)])?)
}

fn attach(arguments: &AttachArguments) -> Result<(), CommandError> {
    let AttachArguments { acting, id, statement, quote, prefix, suffix, at } = arguments;
    let passage = match (quote, at) {
        (Some(quote), _) => {
            let passage = Passage::new(quote, prefix, suffix, None);
            let passage = passage.ok_or_else(|| anyhow!("a passage is not empty and has at most 8192 bytes"))?;
            Some(Pointer::Quotation(passage))
        }
        (None, at) => at.map(Pointer::Place),
    };
    let instance = Instance::open(&acting.place)?;
    let command = AttachEvidence { statement: statement.clone(), item: id.clone(), passage };
    say_recorded(&attach_evidence(&instance.context(acting), command)?)
}

fn detach(acting: &Acting, place: u64) -> Result<(), CommandError> {
    let instance = Instance::open(&acting.place)?;
    let recorded = instance.store.read(|tx| entry(tx, place)).map_err(anyhow::Error::from)?;
    match recorded.map(|recorded| recorded.event) {
        Some(Event::Evidence(EvidenceEvent::Attached(attachment) | EvidenceEvent::Carried { attachment, .. })) => {
            say_recorded(&detach_evidence(&instance.context(acting), &attachment)?)
        }
        _ => Err(anyhow!("entry {place} attached nothing; `adhere evidence show` names those that did").into()),
    }
}

fn listed(arguments: &ListArguments) -> Result<(), CommandError> {
    let statement = arguments.attached_to.as_ref().map(subject::statement);
    let wanted = Wanted {
        confidentiality: arguments.confidentiality,
        statement: statement.as_deref(),
        silent_on: arguments.silent_on,
        after: arguments.after.as_ref(),
        known_before: arguments.as_of.and_then(clock::end_of),
    };
    let store = open(&arguments.place)?;
    let found = store.read(|tx| Ok::<_, StoreError>(list(tx, &wanted, arguments.limit)?));
    let found = found.map_err(anyhow::Error::from)?;
    if arguments.format == AnswerFormat::Json {
        return Ok(say(&found.iter().map(|kept| as_json(kept).to_string()).collect::<Vec<_>>())?);
    }
    let words = Words::english()?;
    let mut lines: Vec<String> = found.iter().map(line).collect();
    match found.last() {
        None => lines.push(words.text("evidence-none")),
        Some(last) if found.len() as u64 == arguments.limit => {
            lines.push(words.with("list-more", &[("after", last.record.item.id.to_string().into())]));
        }
        Some(_) => {}
    }
    Ok(say(&lines)?)
}

fn show(store: &Store, id: &EvidenceId, as_of: Option<Date>, format: AnswerFormat) -> Result<(), CommandError> {
    let known_before = as_of.and_then(clock::end_of);
    let kept = kept(store, id, known_before).map_err(|error| match as_of {
        Some(day) => error.context(format!("nothing was known of `{id}` by the end of {day}")),
        None => error,
    })?;
    let attached = store.read(|tx| Ok::<_, StoreError>(attached(tx, None, Some(id), known_before)?));
    let attached = attached.map_err(anyhow::Error::from)?;
    if format == AnswerFormat::Json {
        let mut value = as_json(&kept);
        if let Some(fields) = value.as_object_mut() {
            fields.insert("attachments".to_owned(), attached.iter().map(attachment_as_json).collect());
        }
        return Ok(say(&[value.to_string()])?);
    }
    let item = &kept.record.item;
    let mut lines = vec![line(&kept), format!("  {}  {}  sha256 {}", item.title, item.size, item.digest)];
    if let Some(withdrawn) = &kept.record.withdrawn {
        let values = [("from", withdrawn.from.to_string().into()), ("reason", withdrawn.reason.to_string().into())];
        lines.push(Words::english()?.with("evidence-withdrawn", &values));
    }
    let words = Words::english()?;
    lines.extend(attached.iter().map(|it| {
        let quotation = it.passage.as_ref().map(|passage| format!("  “{}”", passage.exact())).unwrap_or_default();
        let from = it.carried_from.as_deref().map(|from| [("from", short(from).into())]);
        let from = from.map(|from| format!("  ({})", words.with("statement-carried-from", &from))).unwrap_or_default();
        format!("{:>8}  {}{quotation}{from}", it.entry_id, short(&it.statement))
    }));
    Ok(say(&lines)?)
}

/// An item by its id, as it was known before a moment, or as it is known now.
fn kept(store: &Store, id: &EvidenceId, known_before: Option<Timestamp>) -> anyhow::Result<Kept> {
    let kept = store.read(|tx| Ok::<_, StoreError>(item(tx, id, known_before)?))?;
    kept.ok_or_else(|| anyhow!("there is no evidence `{id}`; `adhere evidence list` lists what there is"))
}

fn line(kept: &Kept) -> String {
    let item = &kept.record.item;
    let until = item.expires.map(|day| day.to_string()).unwrap_or_default();
    let (class, from) = (item.confidentiality.id(), item.speaks_for);
    format!("{}  {class}  {}  {from}..{until}  ({})", item.id, item.media_type, kept.attached)
}

fn as_json(kept: &Kept) -> Value {
    let item = &kept.record.item;
    let withdrawn = kept
        .record
        .withdrawn
        .as_ref()
        .map(|withdrawn| json!({"from": withdrawn.from.to_string(), "reason": withdrawn.reason.as_str()}));
    json!({
        "evidence": item.id.as_str(),
        "digest": item.digest.to_string(),
        "size": item.size,
        "media_type": item.media_type.as_str(),
        "title": item.title.as_str(),
        "speaks_for": item.speaks_for.to_string(),
        "expires": item.expires.map(|day| day.to_string()),
        "confidentiality": item.confidentiality.id(),
        "withdrawn": withdrawn,
        "added_by": kept.added_by,
        "added_at": kept.added_at.to_string(),
        "entry": kept.entry_id,
        "attached": kept.attached,
    })
}

fn attachment_as_json(it: &Attached) -> Value {
    let passage = it.passage.as_ref().map(|passage| {
        let place = passage.position().map(|place| json!({"start": place.start, "end": place.end}));
        json!({"exact": passage.exact(), "prefix": passage.prefix(), "suffix": passage.suffix(), "place": place})
    });
    json!({
        "statement": short(&it.statement),
        "passage": passage,
        "carried_from": it.carried_from.as_deref().map(short),
        "entry": it.entry_id,
        "at": it.at.to_string(),
    })
}
