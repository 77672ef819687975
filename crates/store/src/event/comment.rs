//! What colleagues say of a measure. It is for them alone.

use adhere_domain::adherence::comments::{Comment, CommentEvent, CommentId};
use adhere_domain::adherence::statements::Subject;
use adhere_domain::parties::organisation::PersonId;
use adhere_domain::text::NonEmptyText;
use adhere_journal::payload::Payload;
use serde::{Deserialize, Serialize};

use super::statement::{SubjectWire, named_by};
use super::{EventError, Wire, form, payload, spelling, subject};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct CommentWire {
    #[serde(with = "spelling")]
    comment: CommentId,
    on: SubjectWire,
    #[serde(with = "spelling")]
    author: PersonId,
    #[serde(with = "spelling")]
    text: NonEmptyText,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WithdrawalWire {
    #[serde(with = "spelling")]
    comment: CommentId,
    on: SubjectWire,
}

pub(super) fn to_wire(event: &CommentEvent) -> Result<Wire, EventError> {
    let kind = event.kind();
    let (id, payload) = match event.clone() {
        CommentEvent::Made(Comment { id, subject, author, text }) => {
            let form = CommentWire { comment: id.clone(), on: subject.into(), author, text };
            (id, payload(kind, &form)?)
        }
        CommentEvent::Withdrawn { id, subject } => {
            let form = WithdrawalWire { comment: id.clone(), on: subject.into() };
            (id, payload(kind, &form)?)
        }
    };
    Ok(Wire { kind, subject: subject::comment(&id), payload })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<CommentEvent, EventError> {
    match kind {
        "comment.made" => {
            let CommentWire { comment, on, author, text } = form(kind, payload)?;
            Ok(CommentEvent::Made(Comment { id: comment, subject: on.into(), author, text }))
        }
        "comment.withdrawn" => {
            let WithdrawalWire { comment, on } = form(kind, payload)?;
            Ok(CommentEvent::Withdrawn { id: comment, subject: on.into() })
        }
        _ => Err(EventError::Kind(kind.to_owned())),
    }
}

/// What a comment is on, what that names, and who made it.
pub(super) fn mentions(event: &CommentEvent) -> Vec<String> {
    let on = |on: &Subject| [vec![subject::statement(on)], named_by(on)].concat();
    match event {
        CommentEvent::Made(comment) => [on(&comment.subject), vec![subject::person(&comment.author)]].concat(),
        CommentEvent::Withdrawn { subject, .. } => on(subject),
    }
}
