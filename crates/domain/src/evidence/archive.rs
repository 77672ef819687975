//! The archive of evidence: what is added, attached to statements, detached and withdrawn. Nothing is deleted.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use thiserror::Error;

use super::item::{EvidenceId, Item, ItemStanding, MediaType};
use super::passage::Passage;
use crate::adherence::statements::Subject;
use crate::codes::id::PartId;
use crate::law::reasons::Rule;
use crate::parties::directory::Directory;
use crate::parties::organisation::{OrganisationId, PersonId};
use crate::parties::role::Role;
use crate::recorded::Misfit;
use crate::text::NonEmptyText;

static KNOWN: Rule = Rule::of_adhere("evidence-known", &[]);
static NEW: Rule = Rule::of_adhere("evidence-new", &[]);
static PERIOD: Rule = Rule::of_adhere("evidence-period", &[]);
static ATTACHED: Rule = Rule::of_adhere("evidence-attached", &[]);
static WITHDRAWN: Rule = Rule::of_adhere("evidence-withdrawn", &[]);
static OF_STATEMENT: Rule = Rule::of_adhere("evidence-of-statement", &[]);
static PASSAGE: Rule = Rule::of_adhere("evidence-passage", &[]);
static HELD: Rule = Rule::of_adhere("evidence-held", &[]);
static BY_EDITOR: Rule = Rule::of_adhere("evidence-by-editor", &[]);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] =
    &[&KNOWN, &NEW, &PERIOD, &ATTACHED, &WITHDRAWN, &OF_STATEMENT, &PASSAGE, &HELD, &BY_EDITOR];

/// An item, or a passage of it, as what shows a statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attachment {
    /// The statement.
    pub subject: Subject,
    /// The item.
    pub item: EvidenceId,
    /// The passage; the whole file when not said.
    pub passage: Option<Passage>,
}

/// In whose library an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The item.
    pub item: EvidenceId,
    /// The provider.
    pub provider: OrganisationId,
}

/// That an item no longer speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceWithdrawal {
    /// The item.
    pub item: EvidenceId,
    /// The first day for which it no longer speaks.
    pub from: Date,
    /// Why.
    pub reason: NonEmptyText,
}

/// What someone wants to be recorded of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceCommand {
    /// Add an item.
    Add(Item),
    /// Put an item into the library of a provider.
    Hold(Holding),
    /// Attach an item or a passage of it.
    Attach(Attachment),
    /// Detach it.
    Detach(Attachment),
    /// Withdraw an item.
    Withdraw(EvidenceWithdrawal),
}

/// What happened to evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceEvent {
    /// An item was added.
    Added(Item),
    /// An item was put into the library of a provider.
    Held(Holding),
    /// An item or a passage of it was attached.
    Attached(Attachment),
    /// It was attached because it was to the statement of an earlier version that this one was carried over from.
    Carried {
        /// What is attached, and to what.
        attachment: Attachment,
        /// The statement that it was attached to.
        from: Subject,
    },
    /// It was detached.
    Detached(Attachment),
    /// An item was withdrawn.
    Withdrawn(EvidenceWithdrawal),
}

impl EvidenceEvent {
    /// The event's kind in the journal.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Added(_) => "evidence.added",
            Self::Held(_) => "evidence.held",
            Self::Attached(_) => "evidence.attached",
            Self::Carried { .. } => "evidence.carried",
            Self::Detached(_) => "evidence.detached",
            Self::Withdrawn(_) => "evidence.withdrawn",
        }
    }
}

/// An item with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRecord {
    /// The item.
    pub item: Item,
    /// That it was withdrawn, if it was.
    pub withdrawn: Option<EvidenceWithdrawal>,
}

impl ItemRecord {
    /// Whether the item speaks on a day.
    pub fn standing(&self, day: Date) -> ItemStanding {
        match self.withdrawn.as_ref().map(|withdrawn| withdrawn.from).filter(|from| *from <= day) {
            Some(from) => ItemStanding::Withdrawn(from),
            None => self.item.standing(day),
        }
    }
}

/// All evidence, or what a command is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    /// The items.
    pub items: BTreeMap<EvidenceId, ItemRecord>,
    /// In whose library each item is that was put into one.
    pub holders: BTreeMap<EvidenceId, OrganisationId>,
    /// What is attached, in the order in which it was.
    pub attachments: Vec<Attachment>,
    /// What was attached once and then detached.
    pub detached: BTreeSet<Attachment>,
}

/// Why something about evidence is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EvidenceRefusal {
    /// There is no such item.
    #[error("there is no evidence `{0}`")]
    UnknownItem(EvidenceId),
    /// The id is taken by another item.
    #[error("the id `{0}` is taken by other evidence")]
    IdTaken(EvidenceId),
    /// It is in the library of another provider.
    #[error("the evidence `{0}` is in the library of another provider")]
    HeldByAnother(EvidenceId),
    /// The item would expire before it speaks.
    #[error("the evidence `{item}` would speak from {speaks_for} and expire on {expires}")]
    ExpiresFirst {
        /// The item.
        item: EvidenceId,
        /// The first day for which it speaks.
        speaks_for: Date,
        /// The first day for which it no longer does.
        expires: Date,
    },
    /// It is not attached.
    #[error("the evidence `{item}` is not attached to the statement in this way")]
    NotAttached {
        /// The item.
        item: EvidenceId,
    },
    /// It was withdrawn.
    #[error("the evidence `{item}` was withdrawn with effect from {from}")]
    Withdrawn {
        /// The item.
        item: EvidenceId,
        /// From when.
        from: Date,
    },
    /// Nothing is stated that it could show.
    #[error("nothing is stated on `{measure}` that evidence could show")]
    NothingStated {
        /// The measure.
        measure: PartId,
    },
    /// The person writes for nobody.
    #[error("`{person}` is an editor of no organisation on {on}")]
    NoEditor {
        /// The person.
        person: PersonId,
        /// The day.
        on: Date,
    },
    /// The passage is not in the file.
    #[error("the passage is not in the text of `{item}`")]
    NoSuchPassage {
        /// The item.
        item: EvidenceId,
    },
    /// The quotation is in several places.
    #[error("the text of `{item}` has the quotation in {places} places; add what stands before or after it")]
    SeveralPlaces {
        /// The item.
        item: EvidenceId,
        /// How many.
        places: usize,
    },
    /// The file has no text that a passage could be found in.
    #[error("`{item}` is a file of the kind `{media_type}`, in which adhere finds no passages")]
    NoText {
        /// The item.
        item: EvidenceId,
        /// What kind of file it is.
        media_type: MediaType,
    },
}

impl EvidenceRefusal {
    /// The rule that is broken.
    pub const fn rule(&self) -> &'static Rule {
        match self {
            Self::UnknownItem(_) => &KNOWN,
            Self::IdTaken(_) => &NEW,
            Self::HeldByAnother(_) => &HELD,
            Self::ExpiresFirst { .. } => &PERIOD,
            Self::NotAttached { .. } => &ATTACHED,
            Self::Withdrawn { .. } => &WITHDRAWN,
            Self::NothingStated { .. } => &OF_STATEMENT,
            Self::NoEditor { .. } => &BY_EDITOR,
            Self::NoSuchPassage { .. } | Self::SeveralPlaces { .. } | Self::NoText { .. } => &PASSAGE,
        }
    }
}

/// Whether a person may add evidence on a day, and withdraw what shows no statement: whoever writes for somebody.
pub fn may_keep(directory: &Directory, person: &PersonId, on: Date) -> Result<(), EvidenceRefusal> {
    let is_editor =
        directory.grants.iter().any(|grant| grant.person == *person && grant.role == Role::Editor && grant.holds(on));
    is_editor.then_some(()).ok_or_else(|| EvidenceRefusal::NoEditor { person: person.clone(), on })
}

impl Archive {
    /// The events that a command leads to; none when it asks for what is already so.
    pub fn decide(&self, command: EvidenceCommand) -> Result<Vec<EvidenceEvent>, EvidenceRefusal> {
        match command {
            EvidenceCommand::Add(item) => self.add(item),
            EvidenceCommand::Hold(holding) => self.hold(holding),
            EvidenceCommand::Attach(attachment) => self.attach(attachment),
            EvidenceCommand::Detach(attachment) => self.detach(attachment),
            EvidenceCommand::Withdraw(withdrawal) => self.withdraw(withdrawal),
        }
    }

    /// The archive after an event.
    pub fn apply(mut self, event: EvidenceEvent) -> Result<Self, Misfit> {
        let kind = event.kind();
        match event {
            EvidenceEvent::Added(item) => {
                self.items.insert(item.id.clone(), ItemRecord { item, withdrawn: None });
            }
            EvidenceEvent::Held(Holding { item, provider }) => {
                self.holders.insert(item, provider);
            }
            EvidenceEvent::Attached(attachment) | EvidenceEvent::Carried { attachment, .. } => {
                self.attachments.push(attachment);
            }
            EvidenceEvent::Detached(attachment) => {
                let place = self.attachments.iter().position(|known| *known == attachment);
                self.attachments.remove(place.ok_or_else(|| Misfit::new(kind, &attachment.item))?);
                self.detached.insert(attachment);
            }
            EvidenceEvent::Withdrawn(withdrawal) => {
                let record = self.items.get_mut(&withdrawal.item);
                let record = record.ok_or_else(|| Misfit::new(kind, &withdrawal.item))?;
                record.withdrawn = Some(withdrawal);
            }
        }
        Ok(self)
    }

    /// What is attached to a statement.
    pub fn attached(&self, subject: &Subject) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(move |attachment| attachment.subject == *subject)
    }

    fn add(&self, item: Item) -> Result<Vec<EvidenceEvent>, EvidenceRefusal> {
        if let Some(known) = self.items.get(&item.id) {
            let same = known.item == item;
            return if same { Ok(Vec::new()) } else { Err(EvidenceRefusal::IdTaken(item.id)) };
        }
        match item.expires.filter(|expires| *expires <= item.speaks_for) {
            Some(expires) => Err(EvidenceRefusal::ExpiresFirst { item: item.id, speaks_for: item.speaks_for, expires }),
            None => Ok(vec![EvidenceEvent::Added(item)]),
        }
    }

    fn hold(&self, holding: Holding) -> Result<Vec<EvidenceEvent>, EvidenceRefusal> {
        if !self.items.contains_key(&holding.item) {
            return Err(EvidenceRefusal::UnknownItem(holding.item));
        }
        match self.holders.get(&holding.item) {
            None => Ok(vec![EvidenceEvent::Held(holding)]),
            Some(holder) if *holder == holding.provider => Ok(Vec::new()),
            Some(_) => Err(EvidenceRefusal::HeldByAnother(holding.item)),
        }
    }

    fn attach(&self, attachment: Attachment) -> Result<Vec<EvidenceEvent>, EvidenceRefusal> {
        if self.attachments.contains(&attachment) {
            return Ok(Vec::new());
        }
        // What is in a library shows what its provider states, and nobody else's words.
        if self.holders.get(&attachment.item).is_some_and(|holder| *holder != attachment.subject.provider) {
            return Err(EvidenceRefusal::HeldByAnother(attachment.item));
        }
        match self.items.get(&attachment.item).map(|record| &record.withdrawn) {
            None => Err(EvidenceRefusal::UnknownItem(attachment.item)),
            Some(Some(withdrawn)) => Err(EvidenceRefusal::Withdrawn { item: attachment.item, from: withdrawn.from }),
            Some(None) => Ok(vec![EvidenceEvent::Attached(attachment)]),
        }
    }

    fn detach(&self, attachment: Attachment) -> Result<Vec<EvidenceEvent>, EvidenceRefusal> {
        if self.attachments.contains(&attachment) {
            return Ok(vec![EvidenceEvent::Detached(attachment)]);
        }
        Err(EvidenceRefusal::NotAttached { item: attachment.item })
    }

    fn withdraw(&self, withdrawal: EvidenceWithdrawal) -> Result<Vec<EvidenceEvent>, EvidenceRefusal> {
        match self.items.get(&withdrawal.item).map(|record| &record.withdrawn) {
            None => Err(EvidenceRefusal::UnknownItem(withdrawal.item)),
            Some(Some(known)) if *known == withdrawal => Ok(Vec::new()),
            Some(Some(known)) => Err(EvidenceRefusal::Withdrawn { item: withdrawal.item, from: known.from }),
            Some(None) => Ok(vec![EvidenceEvent::Withdrawn(withdrawal)]),
        }
    }
}

#[cfg(test)]
mod tests;
