//! What is recorded when the store is measured: a plain event that has no table of its own, and a hundred events as they
//! come with one provider, again and again.

use std::collections::BTreeSet;

use adhere_domain::adherence::record::{ImplementationState, Scope};
use adhere_domain::adherence::register::event::{Change, Declaration, RegisterEvent, Signature};
use adhere_domain::adherence::register::life::Terms;
use adhere_domain::adherence::statements::{Content, Revision, StatementRecorded, Subject};
use adhere_domain::codes::id::PartId;
use adhere_domain::digest::Digest;
use adhere_domain::evidence::approval::{Approval, ApprovalGiven, Exhibit};
use adhere_domain::evidence::archive::{Attachment, EvidenceEvent};
use adhere_domain::evidence::item::{Confidentiality, Item, MediaType};
use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::organisation::{Organisation, OrganisationKind, Person};
use adhere_domain::parties::role::{Grant, Role};
use adhere_domain::text::NonEmptyText;
use adhere_store::event::{Event, InstanceEvent};
use jiff::civil::{Date, date};

/// So many events come with a provider.
const OF_PROVIDER: u64 = 100;

const DAY: Date = date(2026, 3, 1);

/// What is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Events that everybody may read, with no table of their own.
    Plain,
    /// Events of providers: their parties, adherence, statements, evidence and approvals; most are private.
    Mixed,
    /// An organisation and its adherence, by turns.
    Adherences,
}

impl Kind {
    pub(crate) fn parse(name: &str) -> Option<Self> {
        match name {
            "plain" => Some(Self::Plain),
            "mixed" => Some(Self::Mixed),
            "adherences" => Some(Self::Adherences),
            _ => None,
        }
    }

    /// The event of a number; nothing when an id in it would not be one.
    pub(crate) fn event(self, number: u64) -> Option<Event> {
        match self {
            Self::Plain => Some(plain(number)),
            Self::Mixed => mixed(number / OF_PROVIDER, number % OF_PROVIDER),
            Self::Adherences => {
                let provider = number / 2;
                if number.is_multiple_of(2) { organisation(provider) } else { declared(provider, Scope::Full) }
            }
        }
    }
}

fn plain(number: u64) -> Event {
    let (known, origin) = (None, "example.org/other".to_owned());
    Event::Instance(InstanceEvent::WitnessConflict { origin, known, presented: format!("checkpoint {number}") })
}

/// A hundred events of a provider; none refers to one that comes later.
fn mixed(provider: u64, place: u64) -> Option<Event> {
    match place {
        0 => organisation(provider),
        1 => Some(Event::Party(PartyEvent::PersonRegistered(person(provider)?, Person { name: text("Jo Doe")? }))),
        2 => granted(provider),
        3 => declared(provider, Scope::Chapters(BTreeSet::from([part("S")?]))),
        4..54 => statement(provider, place - 4, 1),
        54..70 => statement(provider, place - 54, 2),
        70..84 => item(provider, place - 70),
        84..96 => attached(provider, place - 84),
        96..99 => approved(provider, place - 96),
        _ => changed(provider),
    }
}

fn organisation(provider: u64) -> Option<Event> {
    let name = text(&format!("Provider {provider} SE"))?;
    let organisation = Organisation { name, kinds: BTreeSet::from([OrganisationKind::Provider]), country: None };
    Some(Event::Party(PartyEvent::OrganisationRegistered(id(&format!("provider-{provider}"))?, organisation)))
}

fn granted(provider: u64) -> Option<Event> {
    let organisation = id(&format!("provider-{provider}"))?;
    let (person, role) = (person(provider)?, Role::ALL.first()?.0);
    Some(Event::Party(PartyEvent::RoleGranted(Grant {
        person,
        organisation,
        role,
        from: DAY,
        until: None,
        source: None,
    })))
}

fn declared(provider: u64, scope: Scope) -> Option<Event> {
    let terms = Terms { version: part("1")?, scope, models: None };
    Some(Event::Register(RegisterEvent::Declared(Declaration {
        id: id(&format!("adherence-{provider}"))?,
        provider: id(&format!("provider-{provider}"))?,
        code: part("gpai")?,
        terms,
        since: DAY,
        signed: Signature { by: person(provider)?, on: DAY },
        source: None,
    })))
}

fn changed(provider: u64) -> Option<Event> {
    Some(Event::Register(RegisterEvent::Changed(Change {
        id: id(&format!("adherence-{provider}"))?,
        from: DAY.tomorrow().ok()?,
        scope: Scope::Full,
        models: None,
        signed: Signature { by: person(provider)?, on: DAY },
    })))
}

fn statement(provider: u64, measure: u64, number: u32) -> Option<Event> {
    let revision =
        Revision { number, content: content(number)?, author: person(provider)?, on: DAY, carried_from: None };
    Some(Event::Statement(StatementRecorded { subject: subject(provider, measure)?, revision }))
}

fn content(number: u32) -> Option<Content> {
    Some(Content {
        state: ImplementationState::Planned,
        text: Some(text(&format!(
            "Weights are kept in a vault that two people open together, as of revision {number}."
        ))?),
        owner: Some(text("Security engineering")?),
        due: Some(date(2026, 9, 1)),
    })
}

fn item(provider: u64, number: u64) -> Option<Event> {
    Some(Event::Evidence(EvidenceEvent::Added(Item {
        id: evidence(provider, number)?,
        digest: digest(provider, number),
        size: 40_000 + number,
        media_type: MediaType::parse("application/pdf")?,
        title: text(&format!("Evaluation of safeguards, part {number}"))?,
        speaks_for: DAY,
        expires: Some(date(2027, 3, 1)),
        confidentiality: Confidentiality::ALL.first()?.0,
    })))
}

fn attached(provider: u64, number: u64) -> Option<Event> {
    let (subject, item) = (subject(provider, number)?, evidence(provider, number)?);
    Some(Event::Evidence(EvidenceEvent::Attached(Attachment { subject, item, passage: None })))
}

fn approved(provider: u64, number: u64) -> Option<Event> {
    let exhibit = Exhibit { item: evidence(provider, number)?, digest: digest(provider, number), passage: None };
    Some(Event::Approval(ApprovalGiven(Approval {
        subject: subject(provider, number)?,
        revision: 2,
        content: content(2)?,
        exhibits: BTreeSet::from([exhibit]),
        fingerprint: digest(provider, number),
        by: person(provider)?,
        on: DAY,
    })))
}

fn subject(provider: u64, measure: u64) -> Option<Subject> {
    Some(Subject {
        provider: id(&format!("provider-{provider}"))?,
        code: part("gpai")?,
        version: part("1")?,
        measure: part(&format!("S.M{measure}"))?,
        model: None,
    })
}

fn person<Of>(provider: u64) -> Option<Id<Of>> {
    id(&format!("person-{provider}"))
}

fn evidence<Of>(provider: u64, number: u64) -> Option<Id<Of>> {
    id(&format!("evidence-{provider}-{number}"))
}

/// Another one for each item.
fn digest(provider: u64, number: u64) -> Digest {
    let mut bytes = [7; 32];
    for (byte, own) in bytes.iter_mut().zip(provider.to_le_bytes().into_iter().chain(number.to_le_bytes())) {
        *byte = own;
    }
    Digest::new(bytes)
}

fn id<Of>(text: &str) -> Option<Id<Of>> {
    Id::parse(text)
}

fn part(text: &str) -> Option<PartId> {
    PartId::parse(text)
}

fn text(text: &str) -> Option<NonEmptyText> {
    NonEmptyText::parse(text)
}
