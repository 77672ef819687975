//! Adding evidence, attaching it to statements, detaching and withdrawing it.

mod passages;

use std::collections::BTreeSet;
use std::io::Read;

use adhere_domain::adherence::statements::Subject;
use adhere_domain::evidence::archive::{
    Archive, Attachment, EvidenceCommand, EvidenceEvent, EvidenceRefusal, EvidenceWithdrawal, may_keep,
};
use adhere_domain::evidence::item::{Confidentiality, EvidenceId, Item, MediaType};
use adhere_domain::evidence::quotation::Pointer;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_domain::parties::refusal::PartyRefusal;
use adhere_domain::text::NonEmptyText;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use adhere_store::projection::library;
use adhere_store::reading::about;
use adhere_store::{Change, Changed, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;

pub use self::passages::text_of;

use crate::access::Authority;
use crate::as_of::about_before;
use crate::context::Context;
use crate::error::ActionError;
use crate::party::directory;
use crate::record_statement::{statements, writes};

/// What is said of a file that is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddEvidence {
    /// Its id.
    pub id: EvidenceId,
    /// What kind of file it is.
    pub media_type: MediaType,
    /// What it is called.
    pub title: NonEmptyText,
    /// The first day for which it speaks.
    pub speaks_for: Date,
    /// The first day for which it no longer speaks, if it has one.
    pub expires: Option<Date>,
    /// Who may see it.
    pub confidentiality: Confidentiality,
}

/// What of an item is attached to which statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachEvidence {
    /// The statement.
    pub statement: Subject,
    /// The item.
    pub item: EvidenceId,
    /// The passage; the whole file when not said.
    pub passage: Option<Pointer>,
}

/// Keeps the bytes of a file and adds it to the evidence; the same file added once more changes nothing.
///
/// The bytes are safe before the entry that names them is made: a crash in between leaves bytes that are swept away.
pub fn add_evidence(
    context: &Context<'_>,
    command: AddEvidence,
    bytes: &mut dyn Read,
) -> Result<Changed<Item>, ActionError> {
    let AddEvidence { id, media_type, title, speaks_for, expires, confidentiality } = command;
    let person = context.person()?;
    // Before the bytes are taken in, which may be many.
    context.store.read(|tx| may_act(tx, context, &person, &BTreeSet::new()))?;
    let kept = context.store.blobs().keep(bytes).map_err(StoreError::from)?;
    let (digest, size) = (kept.digest, kept.size);
    let item = Item { id, digest, size, media_type, title, speaks_for, expires, confidentiality };
    context.change(|change| {
        may_act(change.tx(), context, &person, &BTreeSet::new())?;
        // Inside of the change: a sweep, which takes the turn of one, has come before and is noticed, or comes after.
        if context.store.blobs().size(&digest).map_err(StoreError::from)? != Some(size) {
            return Err(ActionError::BytesGone(digest));
        }
        let archive = archive(change.tx(), &[subject::evidence(&item.id)])?;
        record(change, archive.decide(EvidenceCommand::Add(item.clone()))?)?;
        Ok(item)
    })
}

/// Attaches an item or a passage of it, and says as what.
pub fn attach_evidence(context: &Context<'_>, command: AttachEvidence) -> Result<Changed<Attachment>, ActionError> {
    let AttachEvidence { statement, item, passage } = command;
    // Before the file is read: a refusal of a passage tells what is in it.
    context.store.read(|tx| reaches(tx, context, &item, &statement.provider))?;
    // What a file says never changes, so that it can be read before the change and outside of its turn.
    let passage = passage.map(|pointer| passages::passage(context, &item, &pointer)).transpose()?;
    let attachment = Attachment { subject: statement, item, passage };
    let command = EvidenceCommand::Attach(attachment.clone());
    decided(context, &attachment, command).map(|changed| with(changed, attachment))
}

/// Detaches what is attached.
pub fn detach_evidence(context: &Context<'_>, attachment: &Attachment) -> Result<Changed<()>, ActionError> {
    decided(context, attachment, EvidenceCommand::Detach(attachment.clone()))
}

/// Withdraws an item from a day on; its bytes stay.
pub fn withdraw_evidence(context: &Context<'_>, command: EvidenceWithdrawal) -> Result<Changed<()>, ActionError> {
    let person = context.person()?;
    context.change(|change| {
        let archive = archive(change.tx(), &[subject::evidence(&command.item)])?;
        let shown = archive.attachments.iter().map(|attachment| &attachment.subject.provider);
        may_act(change.tx(), context, &person, &shown.chain(archive.holders.values()).collect())?;
        record(change, archive.decide(EvidenceCommand::Withdraw(command))?)
    })
}

/// What was recorded of some items of evidence.
pub(crate) fn archive(tx: &mut Transaction<'_>, items: &[String]) -> Result<Archive, ActionError> {
    archive_before(tx, items, None)
}

fn archive_before(
    tx: &mut Transaction<'_>,
    items: &[String],
    known_before: Option<Timestamp>,
) -> Result<Archive, ActionError> {
    let mut archive = Archive::default();
    for recorded in about_before(tx, Area::Evidence, items, known_before)? {
        if let Event::Evidence(event) = recorded.event {
            archive = archive.apply(event)?;
        }
    }
    Ok(archive)
}

/// What was recorded before a moment, or until now, of all items that are or were attached to a statement.
pub(crate) fn archive_of(
    tx: &mut Transaction<'_>,
    statement: &Subject,
    known_before: Option<Timestamp>,
) -> Result<Archive, ActionError> {
    let named = about(tx, Area::Evidence, &[subject::statement(statement)])?;
    let mut items: Vec<String> = named.into_iter().map(|recorded| recorded.subject).collect();
    items.sort();
    items.dedup();
    archive_before(tx, &items, known_before)
}

fn decided(
    context: &Context<'_>,
    attachment: &Attachment,
    command: EvidenceCommand,
) -> Result<Changed<()>, ActionError> {
    let person = context.person()?;
    let statement = &attachment.subject;
    context.change(|change| {
        let tx = change.tx();
        may_act(tx, context, &person, &BTreeSet::from([&statement.provider]))?;
        if statements(tx, &[subject::statement(statement)])?.latest(statement).is_none() {
            return Err(EvidenceRefusal::NothingStated { measure: statement.measure.clone() }.into());
        }
        let archive = archive(tx, &[subject::evidence(&attachment.item)])?;
        record(change, archive.decide(command)?)
    })
}

pub(crate) fn record(change: &mut Change<'_, '_>, events: Vec<EvidenceEvent>) -> Result<(), ActionError> {
    Ok(events.into_iter().try_for_each(|event| change.record(Event::Evidence(event)).map(|_| ()))?)
}

/// Whether somebody who was let in reaches an item for a provider: it is in the library of the provider. Whoever runs
/// the program on the folder of the instance reaches all of them.
fn reaches(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    item: &EvidenceId,
    provider: &OrganisationId,
) -> Result<(), ActionError> {
    let is_there = match context.authority {
        Authority::Machine => true,
        Authority::Roles => library::item(tx, provider, item, None).map_err(StoreError::from)?.is_some(),
    };
    is_there.then_some(()).ok_or_else(|| EvidenceRefusal::UnknownItem(item.clone()).into())
}

/// Whoever acts on evidence is a registered person who writes for every provider whose statements it shows; where it
/// shows none, for somebody.
pub(crate) fn may_act(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    person: &PersonId,
    providers: &BTreeSet<&OrganisationId>,
) -> Result<(), ActionError> {
    is_known(tx, person)?;
    if providers.is_empty() {
        return Ok(may_keep(&directory(tx, &[subject::person(person)])?, person, context.today)?);
    }
    providers.iter().try_for_each(|provider| writes(tx, context, person, provider))
}

/// Only a person who is registered acts.
pub(crate) fn is_known(tx: &mut Transaction<'_>, person: &PersonId) -> Result<(), ActionError> {
    let known = directory(tx, &[subject::person(person)])?.people.contains_key(person);
    known.then_some(()).ok_or_else(|| PartyRefusal::UnknownPerson(person.clone()).into())
}

fn with<T>(changed: Changed<()>, outcome: T) -> Changed<T> {
    Changed { outcome, entries: changed.entries, head: changed.head }
}
