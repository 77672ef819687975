//! A provider with Ada, who writes, and Ben and Cyd, who approve; and items of evidence.

use jiff::civil::{Date, date};

use super::archive::{Archive, Attachment, EvidenceCommand, EvidenceWithdrawal};
use super::item::{Confidentiality, EvidenceId, Item, MediaType};
use super::passage::Passage;
use crate::adherence::fixtures::{code, part};
use crate::adherence::record::ImplementationState;
use crate::adherence::statements::{Content, RecordStatement, Statements, Subject};
use crate::digest::Digest;
use crate::parties::directory::{Directory, PartyCommand};
use crate::parties::organisation::{Organisation, OrganisationId, OrganisationKind, Person, PersonId};
use crate::parties::role::{Grant, Role};
use crate::text::NonEmptyText;

pub(super) const TODAY: Date = date(2026, 11, 22);

pub(super) fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

pub(super) fn person(id: &str) -> PersonId {
    PersonId::parse(id).unwrap()
}

fn maker() -> OrganisationId {
    OrganisationId::parse("maker").unwrap()
}

pub(super) fn subject() -> Subject {
    Subject { provider: maker(), code: part("gpai"), version: part("1"), measure: part("T.M1"), model: None }
}

pub(super) fn evidence(id: &str) -> EvidenceId {
    EvidenceId::parse(id).unwrap()
}

/// An item that speaks from 1 January 2026 on.
pub(super) fn item(id: &str, expires: Option<Date>) -> Item {
    Item {
        id: evidence(id),
        digest: Digest::new([id.as_bytes()[0]; 32]),
        size: 1,
        media_type: MediaType::parse("application/pdf").unwrap(),
        title: text(id),
        speaks_for: date(2026, 1, 1),
        expires,
        confidentiality: Confidentiality::Confidential,
    }
}

pub(super) fn add(id: &str, expires: Option<Date>) -> EvidenceCommand {
    EvidenceCommand::Add(item(id, expires))
}

pub(super) fn attachment(id: &str, passage: Option<Passage>) -> Attachment {
    Attachment { subject: subject(), item: evidence(id), passage }
}

pub(super) fn withdraw(id: &str, from: Date) -> EvidenceCommand {
    EvidenceCommand::Withdraw(EvidenceWithdrawal { item: evidence(id), from, reason: text("superseded") })
}

/// The archive after a command that is done.
pub(super) fn then(archive: Archive, command: &EvidenceCommand) -> Archive {
    let events = archive.decide(command.clone()).unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"));
    events.into_iter().fold(archive, |archive, event| archive.apply(event).unwrap())
}

pub(super) fn archive(commands: &[EvidenceCommand]) -> Archive {
    commands.iter().fold(Archive::default(), then)
}

/// The statements after another revision by a person.
pub(super) fn state(statements: Statements, by: &str, state: ImplementationState, words: &str) -> Statements {
    let content = Content { state, text: NonEmptyText::parse(words), owner: None, due: None };
    let after = statements.latest(&subject()).map_or(0, |latest| latest.number);
    let command = RecordStatement { subject: subject(), content, author: person(by), after, carried_from: None };
    let events = statements.decide(command, &code(), TODAY).unwrap();
    events.into_iter().fold(statements, |statements, event| statements.apply(event).unwrap())
}

pub(super) fn directory() -> Directory {
    let organisation = Organisation { name: text("maker"), kinds: [OrganisationKind::Provider].into(), country: None };
    let mut commands = vec![PartyCommand::RegisterOrganisation(maker(), organisation)];
    for (id, role) in [("ada", Role::Editor), ("ben", Role::Approver), ("cyd", Role::Approver)] {
        commands.push(PartyCommand::RegisterPerson(person(id), Person { name: text(id) }));
        let (person, organisation, from) = (person(id), maker(), date(2026, 1, 1));
        commands.push(PartyCommand::Grant(Grant { person, organisation, role, from, until: None, source: None }));
    }
    commands.into_iter().fold(Directory::default(), |directory, command| {
        let events = directory.decide(command).unwrap();
        events.into_iter().fold(directory, |directory, event| directory.apply(event).unwrap())
    })
}
