//! What colleagues said of measures.

use adhere_domain::adherence::comments::{Comment, CommentEvent, CommentId};
use adhere_domain::adherence::statements::Subject;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::PersonId;
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;

use super::evidence::moment;
use super::{Projection, table};
use crate::db::{DbError, Transaction, Value, statement};
use crate::event::{Event, Recorded, subject};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("comment")], apply };

/// A comment that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its id.
    pub id: CommentId,
    /// Who said it.
    pub author: PersonId,
    /// What; nothing when it was withdrawn.
    pub text: Option<NonEmptyText>,
    /// When.
    pub at: Timestamp,
    /// Where the journal says so.
    pub entry_id: u64,
}

/// The comments on a measure as they were known before a moment, or as they are known now, the newest last.
pub fn list(tx: &mut Transaction<'_>, on: &Subject, known_before: Option<Timestamp>) -> Result<Vec<Said>, DbError> {
    let values = [Value::moment(moment(known_before)), Value::Text(&subject::statement(on))];
    tx.all(statement!("comment/list"), &values, |row| {
        Ok(Said {
            id: row.parsed(0, "an id", Id::parse)?,
            author: row.parsed(1, "an id", Id::parse)?,
            text: row.optional_parsed(2, "a text", NonEmptyText::parse)?,
            at: row.moment(3)?,
            entry_id: row.count(4)?,
        })
    })
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Comment(event) = &recorded.event else { return Ok(()) };
    match event {
        CommentEvent::Made(Comment { id, subject: on, author, text }) => {
            let values = [
                number(recorded.entry_id),
                Value::Text(id.as_str()),
                Value::Text(&subject::statement(on)),
                Value::Text(author.as_str()),
                Value::Text(text.as_str()),
                Value::moment(recorded.at),
            ];
            tx.add(statement!("comment/add"), &values)
        }
        CommentEvent::Withdrawn { id, .. } => {
            let values = [Value::moment(recorded.at), Value::Text(id.as_str())];
            tx.execute(statement!("comment/withdraw"), &values).map(|_| ())
        }
    }
}
