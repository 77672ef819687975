//! Carrying the statements on one version of a code over to the version that follows it.
//!
//! What the new version asks for in the same way is recorded for it, and what shows it is attached there, too. What it
//! asks for otherwise is shown for review and not recorded: it counts once someone has looked at it and states it anew.
//! Nothing is overwritten.

use std::collections::{BTreeMap, BTreeSet};

use adhere_domain::adherence::carry_over::{self, Carried, LeftBehind, Reason, Review};
use adhere_domain::adherence::statements::{Content, RecordStatement, StatementRefusal, Statements, Subject};
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::evidence::archive::Attachment;
use adhere_domain::evidence::carrying::Carrying;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_store::event::{Event, subject};
use adhere_store::{Change, Changed};

use crate::codes::publications;
use crate::context::Context;
use crate::error::ActionError;
use crate::evidence::{self, archive_of};
use crate::record_statement::{is_published, statements, writes};

/// Whose statements are carried over from which version to which.
#[derive(Clone, Copy, Debug)]
pub struct CarryOver<'c> {
    /// The provider.
    pub provider: &'c OrganisationId,
    /// The version that is answered.
    pub old: &'c Code,
    /// The version that follows it.
    pub new: &'c Code,
}

/// What became of every answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarriedOver {
    /// The answers to the old version.
    pub answers: Vec<Answer>,
    /// Measures of the new version to which nothing is carried, for all models or for one.
    pub unanswered: Vec<(Option<PartId>, PartId)>,
}

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The statement.
    pub from: Subject,
    /// What it says.
    pub content: Content,
    /// What became of it.
    pub fate: Fate,
    /// What is attached to it, as it would be to the statement on the new version, and what became of that.
    pub evidence: Vec<(Attachment, Carrying)>,
}

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is stated on the new version, too.
    Carried(Subject),
    /// Something else is stated on the new version already, and stays.
    StatedOtherwise(Subject),
    /// It is to be looked at, and stated anew if it holds.
    ForReview(Subject, Review),
    /// The new version does not ask for it.
    LeftBehind(Reason),
}

/// Carries over what can be, and says what became of every answer.
pub fn carry_over(context: &Context<'_>, command: CarryOver<'_>) -> Result<Changed<CarriedOver>, ActionError> {
    let CarryOver { provider, old, new } = command;
    let author = context.person()?;
    context.change(|change| {
        let tx = change.tx();
        writes(tx, context, &author, provider)?;
        is_published(tx, old)?;
        is_published(tx, new)?;
        let publications = publications(tx, &new.id)?;
        let follows = publications.version(&new.id, &new.version).and_then(|version| version.follows.as_ref());
        if old.id != new.id || follows.is_none_or(|follows| follows.version != old.version) {
            let (code, version, from) = (new.id.clone(), new.version.clone(), old.version.clone());
            return Err(StatementRefusal::NotNext { code, version, from }.into());
        }
        let mut carrier = Carrier {
            statements: statements(tx, &[subject::organisation(provider)])?,
            versions: (old, new),
            author,
            outcome: CarriedOver::default(),
        };
        carrier.all(context, change, provider)?;
        Ok(carrier.outcome)
    })
}

struct Carrier<'c> {
    statements: Statements,
    versions: (&'c Code, &'c Code),
    author: PersonId,
    outcome: CarriedOver,
}

impl Carrier<'_> {
    fn all(
        &mut self,
        context: &Context<'_>,
        change: &mut Change<'_, '_>,
        provider: &OrganisationId,
    ) -> Result<(), ActionError> {
        let (old, new) = self.versions;
        let mut answered = BTreeMap::<Option<PartId>, BTreeSet<PartId>>::new();
        let is_answer = |subject: &Subject| {
            subject.provider == *provider && subject.code == old.id && subject.version == old.version
        };
        for (subject, _) in self.statements.all().filter(|(subject, _)| is_answer(subject)) {
            answered.entry(subject.model.clone()).or_default().insert(subject.measure.clone());
        }
        for (model, answered) in answered {
            let at = |version: &PartId, measure: PartId| Subject {
                provider: provider.clone(),
                code: old.id.clone(),
                version: version.clone(),
                measure,
                model: model.clone(),
            };
            let carry_over::CarryOver { carried, left_behind, unanswered } =
                carry_over::carry_over(&answered, old, new);
            for Carried { from, to, review } in carried {
                let (from, to) = (at(&old.version, from), at(&new.version, to));
                self.one(context, change, from, &to, review)?;
            }
            for LeftBehind { measure, reason } in left_behind {
                self.answer(at(&old.version, measure), Fate::LeftBehind(reason), Vec::new());
            }
            self.outcome.unanswered.extend(unanswered.into_iter().map(|measure| (model.clone(), measure)));
        }
        Ok(())
    }

    fn one(
        &mut self,
        context: &Context<'_>,
        change: &mut Change<'_, '_>,
        from: Subject,
        to: &Subject,
        review: Option<Review>,
    ) -> Result<(), ActionError> {
        let Some(content) = self.statements.latest(&from).map(|latest| latest.content.clone()) else { return Ok(()) };
        let stated = self.statements.latest(to).map(|latest| latest.content == content);
        let fate = match (stated, review) {
            (Some(true), _) => Fate::Carried(to.clone()),
            (Some(false), _) => Fate::StatedOtherwise(to.clone()),
            (None, Some(review)) => Fate::ForReview(to.clone(), review),
            (None, None) => {
                let (author, carried_from) = (self.author.clone(), Some(Box::new(from.clone())));
                let recording = RecordStatement { subject: to.clone(), content, author, after: 0, carried_from };
                for event in self.statements.decide(recording, self.versions.1, context.today)? {
                    change.record(Event::Statement(event))?;
                }
                Fate::Carried(to.clone())
            }
        };
        // Whether it shows what is asked for otherwise now, whoever reviews it says.
        if matches!(fate, Fate::Carried(_)) && review.is_none() {
            let attached = archive_of(change.tx(), &from, None)?.carry(&from, to);
            evidence::record(change, attached)?;
        }
        let told = archive_of(change.tx(), &from, None)?.carried(&from, to);
        self.answer(from, fate, told);
        Ok(())
    }

    fn answer(&mut self, from: Subject, fate: Fate, evidence: Vec<(Attachment, Carrying)>) {
        if let Some(content) = self.statements.latest(&from).map(|latest| latest.content.clone()) {
            self.outcome.answers.push(Answer { from, content, fate, evidence });
        }
    }
}
