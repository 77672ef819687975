//! Approval: it freezes the revision and the evidence that were approved, and tells what has changed since.
//!
//! Who approves is for adhere to say; the Act does not ask for it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use thiserror::Error;

use super::archive::Archive;
use super::item::{EvidenceId, ItemStanding};
use super::passage::Passage;
use crate::adherence::record::ImplementationState;
use crate::adherence::statements::{Content, Statements, Subject};
use crate::codes::id::PartId;
use crate::digest::Digest;
use crate::law::reasons::Rule;
use crate::parties::directory::Directory;
use crate::parties::organisation::{OrganisationId, PersonId};
use crate::parties::role::Role;

static KNOWN: Rule = Rule::of_adhere("approval-known", &[]);
static LATEST: Rule = Rule::of_adhere("approval-latest", &[]);
static BY_APPROVER: Rule = Rule::of_adhere("approval-by-approver", &[]);
static FOUR_EYES: Rule = Rule::of_adhere("approval-four-eyes", &[]);
static EVIDENCE: Rule = Rule::of_adhere("approval-evidence", &[]);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] = &[&KNOWN, &LATEST, &BY_APPROVER, &FOUR_EYES, &EVIDENCE];

/// What was approved of a statement, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The statement.
    pub subject: Subject,
    /// The number of the revision.
    pub revision: u32,
    /// What the revision states.
    pub content: Content,
    /// What showed it.
    pub exhibits: BTreeSet<Exhibit>,
    /// The digest of all this in the form in which it was signed or shown.
    pub fingerprint: Digest,
    /// Who approved.
    pub by: PersonId,
    /// When.
    pub on: Date,
}

/// Evidence as it was approved.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exhibit {
    /// The item.
    pub item: EvidenceId,
    /// The digest of its bytes.
    pub digest: Digest,
    /// The passage; the whole file when not said.
    pub passage: Option<Passage>,
}

/// What someone wants to approve, as it was before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approve {
    /// The statement.
    pub subject: Subject,
    /// The number of the revision.
    pub revision: u32,
    /// The evidence.
    pub exhibits: BTreeSet<Exhibit>,
    /// The digest of what is approved.
    pub fingerprint: Digest,
    /// Who approves.
    pub by: PersonId,
}

/// A revision was approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApprovalGiven(pub Approval);

impl ApprovalGiven {
    /// The event's kind in the journal.
    pub const KIND: &'static str = "approval.given";
}

/// The latest approval of each statement, or of those that a command is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approvals {
    /// By statement.
    pub latest: BTreeMap<Subject, Approval>,
}

/// What a decision about approval rests on.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// Who there is.
    pub directory: &'a Directory,
    /// What is stated.
    pub statements: &'a Statements,
    /// What shows it.
    pub archive: &'a Archive,
    /// The day of recording.
    pub today: Date,
}

/// What has changed since an approval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flag {
    /// How far the measure is implemented.
    State {
        /// What was approved.
        approved: ImplementationState,
        /// What is stated now.
        now: ImplementationState,
    },
    /// The provider's words.
    Text,
    /// Who answers for it.
    Owner,
    /// By when what is missing will be done.
    Due,
    /// There is evidence that was not approved.
    Added(EvidenceId),
    /// Evidence that was approved is not attached in this way any more.
    Removed(EvidenceId),
    /// Evidence that was approved does not speak any more.
    Silent(EvidenceId, ItemStanding),
}

/// Why an approval is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ApprovalRefusal {
    /// Nothing is stated.
    #[error("nothing is stated on `{measure}`")]
    NothingStated {
        /// The measure.
        measure: PartId,
    },
    /// The revision is not the latest.
    #[error("the statement on `{measure}` is at revision {latest}, and not at {revision}")]
    NotLatest {
        /// The measure.
        measure: PartId,
        /// The revision that was to be approved.
        revision: u32,
        /// The latest.
        latest: u32,
    },
    /// What is attached is not what was to be approved.
    #[error("the evidence attached to the statement on `{measure}` is not what was to be approved")]
    OtherEvidence {
        /// The measure.
        measure: PartId,
    },
    /// Evidence does not speak on the day.
    #[error("the evidence `{item}` does not speak on {today}")]
    SilentEvidence {
        /// The item.
        item: EvidenceId,
        /// How it stands.
        standing: ItemStanding,
        /// The day.
        today: Date,
    },
    /// The person is no approver.
    #[error("`{person}` is no approver of `{provider}` on {on}")]
    NoApprover {
        /// The person.
        person: PersonId,
        /// The provider.
        provider: OrganisationId,
        /// The day.
        on: Date,
    },
    /// The person wrote what was to be approved.
    #[error("`{person}` wrote revision {revision}, and someone else approves it")]
    OwnWords {
        /// The person.
        person: PersonId,
        /// The revision.
        revision: u32,
    },
}

impl ApprovalRefusal {
    /// The rule that is broken.
    pub const fn rule(&self) -> &'static Rule {
        match self {
            Self::NothingStated { .. } => &KNOWN,
            Self::NotLatest { .. } => &LATEST,
            Self::OtherEvidence { .. } | Self::SilentEvidence { .. } => &EVIDENCE,
            Self::NoApprover { .. } => &BY_APPROVER,
            Self::OwnWords { .. } => &FOUR_EYES,
        }
    }
}

impl Approvals {
    /// The approval that a command leads to; none when it was given already.
    pub fn decide(&self, command: Approve, basis: &Basis<'_>) -> Result<Vec<ApprovalGiven>, ApprovalRefusal> {
        let measure = command.subject.measure.clone();
        let Some(latest) = basis.statements.latest(&command.subject) else {
            return Err(ApprovalRefusal::NothingStated { measure });
        };
        let Approve { subject, revision, exhibits, fingerprint, by } = command;
        if revision != latest.number {
            return Err(ApprovalRefusal::NotLatest { measure, revision, latest: latest.number });
        }
        if exhibits != attached(&subject, basis.archive) {
            return Err(ApprovalRefusal::OtherEvidence { measure });
        }
        let same = |known: &Approval| {
            (known.revision, &known.exhibits, known.fingerprint, &known.by) == (revision, &exhibits, fingerprint, &by)
        };
        if self.latest.get(&subject).is_some_and(same) {
            return Ok(Vec::new());
        }
        let (today, provider) = (basis.today, &subject.provider);
        if !basis.directory.has_role(&by, provider, Role::Approver, today) {
            return Err(ApprovalRefusal::NoApprover { person: by, provider: provider.clone(), on: today });
        }
        if latest.author == by {
            return Err(ApprovalRefusal::OwnWords { person: by, revision });
        }
        if let Some((item, standing)) = silent(&exhibits, basis.archive, today).next() {
            return Err(ApprovalRefusal::SilentEvidence { item, standing, today });
        }
        let content = latest.content.clone();
        Ok(vec![ApprovalGiven(Approval { subject, revision, content, exhibits, fingerprint, by, on: today })])
    }

    /// The approvals after an event.
    #[must_use]
    pub fn apply(mut self, ApprovalGiven(approval): ApprovalGiven) -> Self {
        self.latest.insert(approval.subject.clone(), approval);
        self
    }
}

impl Approval {
    /// What has changed since, in the statement and in what shows it; nothing while the approval holds.
    pub fn flags(&self, statements: &Statements, archive: &Archive, day: Date) -> Vec<Flag> {
        let mut flags = Vec::new();
        if let Some(now) = statements.latest(&self.subject).map(|latest| &latest.content) {
            let approved = &self.content;
            let state = Flag::State { approved: approved.state, now: now.state };
            flags.extend((approved.state != now.state).then_some(state));
            flags.extend((approved.text != now.text).then_some(Flag::Text));
            flags.extend((approved.owner != now.owner).then_some(Flag::Owner));
            flags.extend((approved.due != now.due).then_some(Flag::Due));
        }
        let now = attached(&self.subject, archive);
        flags.extend(now.difference(&self.exhibits).map(|exhibit| Flag::Added(exhibit.item.clone())));
        flags.extend(self.exhibits.difference(&now).map(|exhibit| Flag::Removed(exhibit.item.clone())));
        flags.extend(silent(&self.exhibits, archive, day).map(|(item, standing)| Flag::Silent(item, standing)));
        flags
    }
}

/// What is attached to a statement, as exhibits.
pub fn attached(subject: &Subject, archive: &Archive) -> BTreeSet<Exhibit> {
    let exhibits = archive.attached(subject).filter_map(|attachment| {
        let digest = archive.items.get(&attachment.item)?.item.digest;
        Some(Exhibit { item: attachment.item.clone(), digest, passage: attachment.passage.clone() })
    });
    exhibits.collect()
}

/// The items among exhibits that do not speak on a day.
fn silent<'a>(
    exhibits: &'a BTreeSet<Exhibit>,
    archive: &'a Archive,
    day: Date,
) -> impl Iterator<Item = (EvidenceId, ItemStanding)> + 'a {
    exhibits.iter().filter_map(move |exhibit| {
        let standing = archive.items.get(&exhibit.item)?.standing(day);
        (standing != ItemStanding::Speaks).then(|| (exhibit.item.clone(), standing))
    })
}

#[cfg(test)]
mod tests;
