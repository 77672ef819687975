//! Why a statement or a comment is not recorded, by key.

use adhere_domain::adherence::comments::{CommentRefusal, LONGEST};
use adhere_domain::adherence::statements::StatementRefusal;

use crate::web::said::Said;

/// What is told of a refusal of a statement.
pub(super) fn statement(refusal: &StatementRefusal) -> Said {
    match refusal {
        StatementRefusal::UnknownMeasure { code, version, measure } => {
            Said::new("refused-no-measure").of("code", code).of("version", version).of("measure", measure)
        }
        StatementRefusal::NotPublished { code, version } => {
            Said::new("refused-other-text").of("code", code).of("version", version)
        }
        StatementRefusal::NoReason { measure, state } => {
            Said::new("refused-no-reason").of("measure", measure).word("state", format!("state-{}", state.id()))
        }
        StatementRefusal::ChangedMeanwhile { measure, latest, after } => {
            Said::new("refused-statement-changed").of("measure", measure).of("latest", latest).of("after", after)
        }
        StatementRefusal::OlderThanLatest { measure, latest, today } => {
            Said::new("refused-statement-older").of("measure", measure).of("latest", latest).of("today", today)
        }
        StatementRefusal::NoEditor { person, provider, on } => {
            Said::new("refused-no-editor").of("person", person).of("provider", provider).of("on", on)
        }
        StatementRefusal::NotNext { code, version, from } => {
            Said::new("refused-not-next").of("code", code).of("version", version).of("from", from)
        }
    }
}

/// What is told of a refusal of a comment.
pub(super) fn comment(refusal: &CommentRefusal) -> Said {
    match refusal {
        CommentRefusal::Unknown(id) => Said::new("refused-no-comment").of("id", id),
        CommentRefusal::IdTaken(id) => Said::new("refused-comment-taken").of("id", id),
        CommentRefusal::TooLong { bytes } => {
            Said::new("refused-comment-long").number("bytes", *bytes).number("most", LONGEST)
        }
        CommentRefusal::NotAuthor { id, person } => Said::new("refused-not-author").of("id", id).of("person", person),
    }
}
