//! The life of an adherence: on what terms it held from when, and how it ended.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::event::{Change, Declaration, Ending, Passage, Withdrawal};
use crate::adherence::record::{Adherence, Scope};
use crate::codes::id::PartId;
use crate::id::Id;
use crate::parties::organisation::OrganisationId;

/// Marks ids of adherences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfAdherence {}

/// The id of an adherence.
pub type AdherenceId = Id<OfAdherence>;

/// What is adhered to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The version of the code.
    pub version: PartId,
    /// How much of it.
    pub scope: Scope,
    /// The models it is for; all of them when not said.
    // Invariant: not empty when said; `decide` refuses that.
    pub models: Option<BTreeSet<PartId>>,
}

/// Terms from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// First day.
    pub from: Date,
    /// The terms.
    pub terms: Terms,
}

/// An adherence with everything that became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// How it was declared: whose it is, to which code, and its first stage.
    pub declared: Declaration,
    /// Its later stages, each from a later day than the one before.
    later: Vec<Stage>,
    /// How it ended or will.
    end: Option<End>,
}

/// How an adherence ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The provider withdraws.
    Withdrawn(Withdrawal),
    /// A new version of the code takes its place.
    NewVersion(Ending),
}

impl End {
    /// The first day without the adherence.
    pub const fn from(&self) -> Date {
        match self {
            Self::Withdrawn(withdrawal) => withdrawal.from,
            Self::NewVersion(ending) => ending.from,
        }
    }
}

impl Terms {
    /// Whether they are for some model that the others are for, too.
    pub fn shares_model(&self, other: &Self) -> bool {
        match (&self.models, &other.models) {
            (Some(models), Some(others)) => !models.is_disjoint(others),
            // All models: those that are to come as well.
            _ => true,
        }
    }
}

impl Life {
    /// The life that begins with a declaration.
    pub(super) const fn new(declared: Declaration) -> Self {
        Self { declared, later: Vec::new(), end: None }
    }

    /// Whether it is a provider's, to a code.
    pub fn is_of(&self, provider: &OrganisationId, code: &PartId) -> bool {
        self.declared.provider == *provider && self.declared.code == *code
    }

    /// Its stages with their first days and the first days no longer, those that the end leaves none of included.
    pub fn stages(&self) -> impl Iterator<Item = (Date, Option<Date>, &Terms)> {
        let first = (self.declared.since, &self.declared.terms);
        let begins = std::iter::once(first).chain(self.later.iter().map(|stage| (stage.from, &stage.terms)));
        let next_begins = self.later.iter().map(|stage| Some(stage.from)).chain([None]);
        let end = self.end.as_ref().map(End::from);
        begins.zip(next_begins).map(move |((from, terms), next)| {
            let until = next.into_iter().chain(end).min();
            (from, until, terms)
        })
    }

    /// The terms on a day, with their first day; none before it begins and after it ended.
    pub fn on(&self, day: Date) -> Option<(Date, &Terms)> {
        let holds =
            |(from, until, _): &(Date, Option<Date>, &Terms)| *from <= day && until.is_none_or(|until| day < until);
        self.stages().find(holds).map(|(from, _, terms)| (from, terms))
    }

    /// The last terms, with their first day.
    pub fn last(&self) -> (Date, &Terms) {
        let first = (self.declared.since, &self.declared.terms);
        self.later.last().map_or(first, |stage| (stage.from, &stage.terms))
    }

    /// How it ended or will.
    pub const fn end_of_life(&self) -> Option<&End> {
        self.end.as_ref()
    }

    /// From when it is withdrawn, if it is.
    pub fn withdrawn_from(&self) -> Option<Date> {
        self.end.as_ref().and_then(|end| match end {
            End::Withdrawn(withdrawal) => Some(withdrawal.from),
            End::NewVersion(_) => None,
        })
    }

    /// The same as records that an assessment reads, one for each stage that lasts a day.
    pub fn records(&self) -> impl Iterator<Item = Adherence> {
        let lasting = self.stages().filter(|(from, until, _)| until.is_none_or(|until| *from < until));
        lasting.map(|(since, until, terms)| Adherence {
            code: self.declared.code.clone(),
            version: terms.version.clone(),
            scope: terms.scope.clone(),
            since,
            until,
            models: terms.models.clone(),
            source: self.declared.source.as_ref().map(ToString::to_string),
        })
    }

    /// After a change; nothing when it ended or when the change goes back behind another.
    pub(super) fn change(self, change: Change) -> Option<Self> {
        let version = self.last().1.version.clone();
        let terms = Terms { version, scope: change.scope, models: change.models };
        let later_than_last = self.last().0 < change.from;
        (self.end.is_none() && later_than_last).then(|| self.next(Stage { from: change.from, terms }))
    }

    /// After passing to the next version: what held on that day and what was to hold later is under that one then.
    pub(super) fn pass(mut self, passage: &Passage) -> Option<Self> {
        let still_lives = self.end.as_ref().is_none_or(|end| passage.from < end.from());
        let passing: Vec<Stage> = self.stages_from(passage.from).collect();
        (still_lives && self.declared.since <= passage.from && !passing.is_empty()).then_some(())?;
        self.later.retain(|stage| stage.from < passage.from);
        self.later.extend(passing.into_iter().map(|stage| {
            let terms = Terms { version: passage.to.clone(), ..stage.terms };
            Stage { from: stage.from.max(passage.from), terms }
        }));
        Some(self)
    }

    /// The stages that a day lies in or before, whatever the end leaves of them.
    pub(super) fn stages_from(&self, day: Date) -> impl Iterator<Item = Stage> {
        let first = Stage { from: self.declared.since, terms: self.declared.terms.clone() };
        let begun = self.later.iter().take_while(|stage| stage.from <= day).count();
        let all = std::iter::once(first).chain(self.later.iter().cloned());
        all.skip(begun)
    }

    /// After a withdrawal; nothing when it ended before.
    pub(super) fn withdraw(self, withdrawal: Withdrawal) -> Option<Self> {
        let end = Some(End::Withdrawn(withdrawal));
        self.end.is_none().then_some(Self { end, ..self })
    }

    /// After a new version took its place; nothing when it ends before that anyhow.
    pub(super) fn end(self, ending: Ending) -> Option<Self> {
        let lives_longer = self.end.as_ref().is_none_or(|end| ending.from < end.from());
        lives_longer.then_some(Self { end: Some(End::NewVersion(ending)), ..self })
    }

    fn next(mut self, stage: Stage) -> Self {
        self.later.push(stage);
        self
    }
}
