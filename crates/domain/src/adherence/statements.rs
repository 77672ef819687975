//! Statements per measure with all their revisions: what a provider said of a measure, who wrote it, and when.
//!
//! A statement is pinned to one version of a code; the next version gets statements of its own.

use std::collections::BTreeMap;

use jiff::civil::Date;
use thiserror::Error;

use super::record::ImplementationState;
use crate::codes::code::Code;
use crate::codes::id::PartId;
use crate::law::reasons::Rule;
use crate::parties::directory::Directory;
use crate::parties::organisation::{OrganisationId, PersonId};
use crate::parties::role::Role;
use crate::recorded::Misfit;
use crate::text::NonEmptyText;

static OF_MEASURE: Rule = Rule::of_adhere("statement-of-measure", &[]);
static REASONED: Rule = Rule::of_adhere("statement-reasoned", &[]);
static LATEST: Rule = Rule::of_adhere("statement-latest", &[]);
static DATED: Rule = Rule::of_adhere("statement-dated", &[]);
static BY_EDITOR: Rule = Rule::of_adhere("statement-by-editor", &[]);
static TO_NEXT: Rule = Rule::of_adhere("statement-to-next", &[]);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] = &[&OF_MEASURE, &REASONED, &LATEST, &DATED, &BY_EDITOR, &TO_NEXT];

/// What a statement is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// Whose it is.
    pub provider: OrganisationId,
    /// The code.
    pub code: PartId,
    /// The version.
    pub version: PartId,
    /// The measure.
    pub measure: PartId,
    /// The model; all of them when not said.
    pub model: Option<PartId>,
}

/// What is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// How far the measure is implemented.
    pub state: ImplementationState,
    /// In the provider's words.
    pub text: Option<NonEmptyText>,
    /// Who answers for it.
    pub owner: Option<NonEmptyText>,
    /// By when what is missing will be done.
    pub due: Option<Date>,
}

/// One revision of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its number: 1 for the first.
    pub number: u32,
    /// What is stated.
    pub content: Content,
    /// Who wrote it.
    pub author: PersonId,
    /// When.
    pub on: Date,
    /// The statement of an earlier version that it was carried over from, if it was.
    pub carried_from: Option<Box<Subject>>,
}

/// What someone wants to be stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordStatement {
    /// About what.
    pub subject: Subject,
    /// What.
    pub content: Content,
    /// Who writes it.
    pub author: PersonId,
    /// The number of the revision that the author had before them; 0 when there was none.
    pub after: u32,
    /// The statement of an earlier version that it is carried over from, if it is.
    pub carried_from: Option<Box<Subject>>,
}

/// A revision was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRecorded {
    /// About what.
    pub subject: Subject,
    /// The revision.
    pub revision: Revision,
}

impl StatementRecorded {
    /// The event's kind in the journal.
    pub const KIND: &'static str = "statement.recorded";
}

/// All statements, or those that a command is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// By subject, each with its revisions from the first to the last.
    by_subject: BTreeMap<Subject, Vec<Revision>>,
}

/// Why a statement is not recorded.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StatementRefusal {
    /// The version has no such measure.
    #[error("the version `{version}` of `{code}` has no measure `{measure}`")]
    UnknownMeasure {
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
        /// The measure.
        measure: PartId,
    },
    /// The version is not published, or the one that is has another text.
    #[error("the version `{version}` of `{code}` is not published here with this text")]
    NotPublished {
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
    },
    /// Nothing says why the measure is met otherwise, or held not to apply.
    #[error("the state `{}` of `{measure}` has no reason", state.id())]
    NoReason {
        /// The measure.
        measure: PartId,
        /// The state.
        state: ImplementationState,
    },
    /// Someone else wrote a revision in the meantime.
    #[error("the statement on `{measure}` is at revision {latest}, and this one follows {after}")]
    ChangedMeanwhile {
        /// The measure.
        measure: PartId,
        /// The number of the latest revision.
        latest: u32,
        /// The number of the revision that the author had before them.
        after: u32,
    },
    /// The revision would be older than the one before.
    #[error("the statement on `{measure}` is of {latest} already, which is after {today}")]
    OlderThanLatest {
        /// The measure.
        measure: PartId,
        /// The day of the latest revision.
        latest: Date,
        /// The day of recording.
        today: Date,
    },
    /// The person does not write for the provider.
    #[error("`{person}` is no editor of `{provider}` on {on}")]
    NoEditor {
        /// The person.
        person: PersonId,
        /// The provider.
        provider: OrganisationId,
        /// The day.
        on: Date,
    },
    /// The version does not follow the one from which answers were to be carried over.
    #[error("the version `{version}` of `{code}` does not follow the version `{from}`")]
    NotNext {
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
        /// The one from which answers were to be carried over.
        from: PartId,
    },
}

impl StatementRefusal {
    /// The rule that is broken.
    pub const fn rule(&self) -> &'static Rule {
        match self {
            Self::UnknownMeasure { .. } | Self::NotPublished { .. } => &OF_MEASURE,
            Self::NoReason { .. } => &REASONED,
            Self::ChangedMeanwhile { .. } => &LATEST,
            Self::OlderThanLatest { .. } => &DATED,
            Self::NoEditor { .. } => &BY_EDITOR,
            Self::NotNext { .. } => &TO_NEXT,
        }
    }
}

/// Whether a person may write statements for a provider and attach evidence to them on a day.
pub fn may_write(
    directory: &Directory,
    person: &PersonId,
    provider: &OrganisationId,
    on: Date,
) -> Result<(), StatementRefusal> {
    let writes = directory.has_role(person, provider, Role::Editor, on);
    let refusal = || StatementRefusal::NoEditor { person: person.clone(), provider: provider.clone(), on };
    writes.then_some(()).ok_or_else(refusal)
}

impl Statements {
    /// The revision that a command leads to; none when the same is stated already.
    pub fn decide(
        &self,
        command: RecordStatement,
        code: &Code,
        today: Date,
    ) -> Result<Vec<StatementRecorded>, StatementRefusal> {
        let RecordStatement { subject, content, author, after, carried_from } = command;
        let measure = subject.measure.clone();
        let is_version = code.id == subject.code && code.version == subject.version;
        if !is_version || !code.measures().any(|(_, _, known)| known.id == measure) {
            return Err(StatementRefusal::UnknownMeasure { code: subject.code, version: subject.version, measure });
        }
        let needs_reason =
            matches!(content.state, ImplementationState::Alternative | ImplementationState::NotApplicable);
        if needs_reason && content.text.is_none() {
            return Err(StatementRefusal::NoReason { measure, state: content.state });
        }
        let latest = self.latest(&subject);
        if latest.is_some_and(|latest| latest.content == content) {
            return Ok(Vec::new());
        }
        let number = latest.map_or(0, |latest| latest.number);
        if number != after {
            return Err(StatementRefusal::ChangedMeanwhile { measure, latest: number, after });
        }
        if let Some(latest) = latest.filter(|latest| today < latest.on) {
            return Err(StatementRefusal::OlderThanLatest { measure, latest: latest.on, today });
        }
        let revision = Revision { number: number.saturating_add(1), content, author, on: today, carried_from };
        Ok(vec![StatementRecorded { subject, revision }])
    }

    /// The statements after an event.
    pub fn apply(mut self, event: StatementRecorded) -> Result<Self, Misfit> {
        let StatementRecorded { subject, revision } = event;
        let latest = self.latest(&subject).map_or(0, |latest| latest.number);
        if latest.checked_add(1) != Some(revision.number) {
            return Err(Misfit::new(StatementRecorded::KIND, &subject.measure));
        }
        self.by_subject.entry(subject).or_default().push(revision);
        Ok(self)
    }

    /// All revisions of a statement, from the first to the last.
    pub fn revisions(&self, subject: &Subject) -> &[Revision] {
        self.by_subject.get(subject).map_or(&[], Vec::as_slice)
    }

    /// A revision by its number.
    pub fn revision(&self, subject: &Subject, number: u32) -> Option<&Revision> {
        self.revisions(subject).iter().find(|revision| revision.number == number)
    }

    /// The latest revision.
    pub fn latest(&self, subject: &Subject) -> Option<&Revision> {
        self.revisions(subject).last()
    }

    /// The revision that was the latest on a day.
    pub fn on(&self, subject: &Subject, day: Date) -> Option<&Revision> {
        self.revisions(subject).iter().rev().find(|revision| revision.on <= day)
    }

    /// All subjects with their latest revisions.
    pub fn all(&self) -> impl Iterator<Item = (&Subject, &Revision)> {
        self.by_subject.iter().filter_map(|(subject, revisions)| Some((subject, revisions.last()?)))
    }
}

#[cfg(test)]
mod tests;
