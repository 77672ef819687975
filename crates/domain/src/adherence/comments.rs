//! What colleagues say to one another of a measure: kept beside the statement and no part of it. It is withdrawn by
//! whoever said it.

use std::collections::BTreeMap;

use thiserror::Error;

use super::statements::Subject;
use crate::id::Id;
use crate::law::reasons::Rule;
use crate::parties::organisation::PersonId;
use crate::recorded::Misfit;
use crate::text::NonEmptyText;

static KNOWN: Rule = Rule::of_adhere("comment-known", &[]);
static NEW: Rule = Rule::of_adhere("comment-new", &[]);
static SHORT: Rule = Rule::of_adhere("comment-short", &[]);
static BY_AUTHOR: Rule = Rule::of_adhere("comment-by-author", &[]);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] = &[&KNOWN, &NEW, &SHORT, &BY_AUTHOR];

/// A comment has at most so many bytes.
pub const LONGEST: usize = 4000;

/// Marks ids of comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfComment {}

/// The id of a comment.
pub type CommentId = Id<OfComment>;

/// A comment on a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// The measure, as a statement of the provider would be about it.
    pub subject: Subject,
    /// Who says it.
    pub author: PersonId,
    /// What.
    pub text: NonEmptyText,
}

/// What happened to a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommentEvent {
    /// It was made.
    Made(Comment),
    /// It was withdrawn.
    Withdrawn {
        /// The comment.
        id: CommentId,
        /// What it was on.
        subject: Subject,
    },
}

/// Some comments, with whether each was withdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comments(BTreeMap<CommentId, (Comment, bool)>);

/// Why something about a comment is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CommentRefusal {
    /// There is none.
    #[error("there is no comment `{0}`")]
    Unknown(CommentId),
    /// The id is taken by another comment.
    #[error("the id `{0}` is taken by another comment")]
    IdTaken(CommentId),
    /// It says too much.
    #[error("the comment has {bytes} bytes, and at most {LONGEST} are taken")]
    TooLong {
        /// How many bytes it has.
        bytes: usize,
    },
    /// It was said by somebody else.
    #[error("the comment `{id}` is not one of `{person}`")]
    NotAuthor {
        /// The comment.
        id: CommentId,
        /// Who wants to withdraw it.
        person: PersonId,
    },
}

impl CommentEvent {
    /// The event's kind in the journal.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Made(_) => "comment.made",
            Self::Withdrawn { .. } => "comment.withdrawn",
        }
    }
}

impl CommentRefusal {
    /// The rule that is broken.
    pub const fn rule(&self) -> &'static Rule {
        match self {
            Self::Unknown(_) => &KNOWN,
            Self::IdTaken(_) => &NEW,
            Self::TooLong { .. } => &SHORT,
            Self::NotAuthor { .. } => &BY_AUTHOR,
        }
    }
}

impl Comments {
    /// The events that making a comment leads to; none when it was made already.
    pub fn make(&self, comment: Comment) -> Result<Vec<CommentEvent>, CommentRefusal> {
        match self.0.get(&comment.id) {
            Some((known, _)) if *known == comment => Ok(Vec::new()),
            Some(_) => Err(CommentRefusal::IdTaken(comment.id)),
            None if comment.text.as_str().len() > LONGEST => {
                Err(CommentRefusal::TooLong { bytes: comment.text.as_str().len() })
            }
            None => Ok(vec![CommentEvent::Made(comment)]),
        }
    }

    /// The events that withdrawing a comment leads to; none when it was withdrawn already.
    pub fn withdraw(&self, id: &CommentId, person: &PersonId) -> Result<Vec<CommentEvent>, CommentRefusal> {
        match self.0.get(id) {
            None => Err(CommentRefusal::Unknown(id.clone())),
            Some((comment, _)) if comment.author != *person => {
                Err(CommentRefusal::NotAuthor { id: id.clone(), person: person.clone() })
            }
            Some((_, true)) => Ok(Vec::new()),
            Some((comment, false)) => {
                Ok(vec![CommentEvent::Withdrawn { id: id.clone(), subject: comment.subject.clone() }])
            }
        }
    }

    /// What a comment is on.
    pub fn subject(&self, id: &CommentId) -> Option<&Subject> {
        self.0.get(id).map(|(comment, _)| &comment.subject)
    }

    /// The comments after an event.
    pub fn apply(mut self, event: CommentEvent) -> Result<Self, Misfit> {
        let kind = event.kind();
        match event {
            CommentEvent::Made(comment) => {
                self.0.insert(comment.id.clone(), (comment, false));
            }
            CommentEvent::Withdrawn { id, .. } => {
                let known = self.0.get_mut(&id).ok_or_else(|| Misfit::new(kind, &id))?;
                known.1 = true;
            }
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests;
