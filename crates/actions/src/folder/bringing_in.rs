//! Bringing a folder in: what would change is shown first, by the very steps that are recorded then, in one change.
//!
//! What a rule refuses is left out and told; everything else is recorded. Nothing that is on record and not in the
//! folder is taken away.

use std::collections::BTreeMap;

use adhere_domain::adherence::files::FileEvent;
use adhere_domain::adherence::statements::{RecordStatement as Recording, StatementRefusal, Subject};
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::evidence::archive::{Attachment, EvidenceCommand, EvidenceRefusal, EvidenceWithdrawal, Holding};
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_domain::parties::permission::Permission;
use adhere_formats::recorded::{RecordedItem, RecordedStatement};
use adhere_store::blob::Kept;
use adhere_store::event::{Event, subject};
use adhere_store::{Change, Changed, StoreError};

use super::{Folder, adherences};
use crate::context::Context;
use crate::error::{ActionError, Refusal};
use crate::evidence::{archive, record};
use crate::files::{files_of, undertaking};
use crate::party::directory;
use crate::record_statement::{is_published, statements, writes};

/// A folder that is to be brought in.
#[derive(Clone, Copy, Debug)]
pub struct BringIn<'f> {
    /// Whose it is.
    pub provider: &'f OrganisationId,
    /// What is in it; the bytes of its evidence are kept already.
    pub folder: &'f Folder,
    /// The bytes of evidence that came with it, by the item that they are named by.
    pub bytes: &'f BTreeMap<EvidenceId, Kept>,
    /// The codes that are published here.
    pub codes: &'f [&'f Code],
}

/// What a step is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepOf {
    /// The provider's own file.
    Provider,
    /// The file of a model.
    Model(PartId),
    /// Adherence to a version of a code.
    Adherence(PartId, PartId),
    /// An item of evidence, by its title.
    Item(String),
    /// A statement on a measure.
    Statement(PartId),
    /// That an item shows the statement on a measure.
    Attachment(PartId, EvidenceId),
}

/// What a step comes to.
#[derive(Debug)]
pub enum Outcome {
    /// It was not on record.
    New,
    /// It was on record with other content.
    Changed,
    /// It is on record as it is.
    Same,
    /// A rule refuses it.
    Refused(Refusal),
    /// Its bytes are not in the folder, or are others.
    BytesMissing,
    /// Adherence is declared by who signs for it, and not brought in.
    Unsigned,
}

/// One thing in a folder, and what becomes of it.
#[derive(Debug)]
pub struct Step {
    /// The thing.
    pub of: StepOf,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// Whether what would become of a folder is what is wanted.
pub type Hold<'h> = &'h dyn Fn(&[Step]) -> Result<(), ActionError>;

/// Why a change ends before it is saved.
enum Ended {
    /// It was only to be seen what it would come to.
    Seen(Vec<Step>),
    Failed(ActionError),
}

/// What bringing a folder in would change; nothing is recorded.
pub fn preview_folder(context: &Context<'_>, command: BringIn<'_>) -> Result<Vec<Step>, ActionError> {
    let person = context.person()?;
    undertaking(&command.folder.files, context.law.readings)?;
    // Everything is done, and then taken back: what is seen is what would be.
    let seen: Result<Changed<()>, Ended> = context
        .store
        .change(context.now, context.actor, |change| Err(Ended::Seen(steps(context, change, &person, command)?)));
    match seen {
        Ok(_) => Ok(Vec::new()),
        Err(Ended::Seen(steps)) => Ok(steps),
        Err(Ended::Failed(error)) => Err(error),
    }
}

/// Brings a folder in, in one change, and says what became of everything in it. With `hold`, nothing is brought in
/// where that is refused, such as for its being other than what was seen before.
pub fn bring_in(
    context: &Context<'_>,
    command: BringIn<'_>,
    hold: Option<Hold<'_>>,
) -> Result<Changed<Vec<Step>>, ActionError> {
    let person = context.person()?;
    undertaking(&command.folder.files, context.law.readings)?;
    context.change(|change| {
        let steps = steps(context, change, &person, command)?;
        hold.map_or(Ok(()), |hold| hold(&steps))?;
        Ok(steps)
    })
}

fn steps(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    person: &PersonId,
    command: BringIn<'_>,
) -> Result<Vec<Step>, ActionError> {
    let BringIn { provider, folder, .. } = command;
    context.permit(change.tx(), Permission::KeepFiles, provider)?;
    writes(change.tx(), context, person, provider)?;
    let mut steps = files(change, provider, folder)?;
    let known = adherences(change.tx(), provider)?;
    steps.extend(folder.recorded.adherences.iter().map(|it| {
        let outcome = if known.contains(it) { Outcome::Same } else { Outcome::Unsigned };
        Step { of: StepOf::Adherence(it.code.clone(), it.version.clone()), outcome }
    }));
    for it in &folder.recorded.items {
        let outcome = refusable(item(context, change, command, it))?;
        steps.push(Step { of: StepOf::Item(it.item.title.to_string()), outcome });
    }
    for it in &folder.recorded.statements {
        let outcome = refusable(stated(context, change, person, command, it))?;
        let is_refused = matches!(outcome, Outcome::Refused(_));
        steps.push(Step { of: StepOf::Statement(it.measure.clone()), outcome });
        if !is_refused {
            attachments(change, provider, it, &mut steps)?;
        }
    }
    Ok(steps)
}

fn files(change: &mut Change<'_, '_>, provider: &OrganisationId, folder: &Folder) -> Result<Vec<Step>, ActionError> {
    let directory = directory(change.tx(), &[subject::organisation(provider)])?;
    let known = files_of(change.tx(), provider)?;
    let own = folder.files.own.iter().map(|text| (StepOf::Provider, known.own.as_ref().map(|known| known == text)));
    let models = folder
        .files
        .models
        .iter()
        .map(|(id, text)| (StepOf::Model(id.clone()), known.models.get(id).map(|known| known == text)));
    let step = |(of, is_same)| Step {
        of,
        outcome: match is_same {
            None => Outcome::New,
            Some(false) => Outcome::Changed,
            Some(true) => Outcome::Same,
        },
    };
    let steps = own.chain(models).map(step).collect();
    let events: Vec<FileEvent> = known.decide(provider, folder.files.clone(), &directory)?;
    events.into_iter().try_for_each(|event| change.record(Event::File(event)).map(|_| ()))?;
    Ok(steps)
}

fn item(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    BringIn { provider, bytes, .. }: BringIn<'_>,
    RecordedItem { item, withdrawn }: &RecordedItem,
) -> Result<Outcome, ActionError> {
    // Bytes are those that came along: whoever names others by their digest does not get them.
    if bytes.get(&item.id) != Some(&Kept { digest: item.digest, size: item.size }) {
        return Ok(Outcome::BytesMissing);
    }
    // Inside of the change: a sweep, which takes the turn of one, has come before and is noticed, or comes after.
    if context.store.blobs().size(&item.digest).map_err(StoreError::from)? != Some(item.size) {
        return Ok(Outcome::BytesMissing);
    }
    let subjects = [subject::evidence(&item.id)];
    let known = archive(change.tx(), &subjects)?;
    // Before anything of it is recorded: what is in the library of another is nothing that is told here.
    let holding = Holding { item: item.id.clone(), provider: provider.clone() };
    let added = known.decide(EvidenceCommand::Add(item.clone()))?;
    let is_new = !added.is_empty();
    record(change, added)?;
    let held = archive(change.tx(), &subjects)?.decide(EvidenceCommand::Hold(holding))?;
    let is_held = !held.is_empty();
    record(change, held)?;
    let mut is_withdrawn = false;
    if let Some((from, reason)) = withdrawn.clone() {
        let command = EvidenceWithdrawal { item: item.id.clone(), from, reason };
        let events = archive(change.tx(), &subjects)?.decide(EvidenceCommand::Withdraw(command))?;
        is_withdrawn = !events.is_empty();
        record(change, events)?;
    }
    Ok(match (is_new, is_held || is_withdrawn) {
        (true, _) => Outcome::New,
        (false, true) => Outcome::Changed,
        (false, false) => Outcome::Same,
    })
}

fn stated(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    person: &PersonId,
    command: BringIn<'_>,
    it: &RecordedStatement,
) -> Result<Outcome, ActionError> {
    let on = about(command.provider, it);
    let code = command.codes.iter().find(|code| code.id == it.code && code.version == it.version);
    let unpublished = || StatementRefusal::NotPublished { code: it.code.clone(), version: it.version.clone() };
    let code = code.ok_or_else(unpublished)?;
    is_published(change.tx(), code)?;
    let known = statements(change.tx(), &[subject::statement(&on)])?;
    let latest = known.latest(&on).map_or(0, |latest| latest.number);
    let author = person.clone();
    let recording = Recording { subject: on, content: it.content.clone(), author, after: latest, carried_from: None };
    let events = known.decide(recording, code, context.today)?;
    let is_same = events.is_empty();
    events.into_iter().try_for_each(|event| change.record(Event::Statement(event)).map(|_| ()))?;
    Ok(match (is_same, latest) {
        (true, _) => Outcome::Same,
        (false, 0) => Outcome::New,
        (false, _) => Outcome::Changed,
    })
}

fn attachments(
    change: &mut Change<'_, '_>,
    provider: &OrganisationId,
    it: &RecordedStatement,
    steps: &mut Vec<Step>,
) -> Result<(), ActionError> {
    for (item, passage) in &it.evidence {
        let attachment = Attachment { subject: about(provider, it), item: item.clone(), passage: passage.clone() };
        let known = archive(change.tx(), &[subject::evidence(item)])?;
        let is_own = known.holders.get(item) == Some(provider);
        let decided = known.decide(EvidenceCommand::Attach(attachment));
        let outcome = match decided
            .and_then(|events| is_own.then_some(events).ok_or_else(|| EvidenceRefusal::UnknownItem(item.clone())))
        {
            Ok(events) if events.is_empty() => Outcome::Same,
            Ok(events) => {
                record(change, events)?;
                Outcome::New
            }
            Err(refusal) => Outcome::Refused(refusal.into()),
        };
        steps.push(Step { of: StepOf::Attachment(it.measure.clone(), item.clone()), outcome });
    }
    Ok(())
}

fn about(provider: &OrganisationId, it: &RecordedStatement) -> Subject {
    Subject {
        provider: provider.clone(),
        code: it.code.clone(),
        version: it.version.clone(),
        measure: it.measure.clone(),
        model: it.model.clone(),
    }
}

/// What a rule refuses is an outcome; everything else that fails ends all of it.
fn refusable(outcome: Result<Outcome, ActionError>) -> Result<Outcome, ActionError> {
    match outcome {
        Err(ActionError::Refused(refusal)) => Ok(Outcome::Refused(refusal)),
        other => other,
    }
}

impl From<ActionError> for Ended {
    fn from(error: ActionError) -> Self {
        Self::Failed(error)
    }
}

impl From<StoreError> for Ended {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}
