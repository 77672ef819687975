//! Saying something of a measure to colleagues, and withdrawing what one said.

use adhere_domain::adherence::comments::{Comment, CommentEvent, CommentId, CommentRefusal, Comments};
use adhere_domain::adherence::statements::Subject;
use adhere_domain::codes::code::Code;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::PersonId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_formats::digest::digest;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use adhere_store::reading::about;
use adhere_store::{Change, Changed};

use crate::context::Context;
use crate::error::ActionError;
use crate::evidence::is_known;
use crate::record_statement::is_published;

/// What somebody wants to say of a measure.
#[derive(Clone, Debug)]
pub struct MakeComment<'c> {
    /// The version of the code, as it was published.
    pub code: &'c Code,
    /// The measure.
    pub subject: Subject,
    /// What is said.
    pub text: NonEmptyText,
    /// How many comments the author had before them: the same words sent twice from one page are one comment.
    pub after: u64,
}

/// Makes a comment, and says its id.
pub fn make_comment(context: &Context<'_>, command: MakeComment<'_>) -> Result<Changed<CommentId>, ActionError> {
    let MakeComment { code, subject: on, text, after } = command;
    let author = context.person()?;
    context.change(|change| {
        is_known(change.tx(), &author)?;
        context.permit(change.tx(), Permission::Comment, &on.provider)?;
        is_published(change.tx(), code)?;
        let id = id(&author, &on, &text, after);
        let events = comments(change.tx(), &id)?.make(Comment { id: id.clone(), subject: on, author, text })?;
        record(change, events)?;
        Ok(id)
    })
}

/// Withdraws a comment of one's own.
pub fn withdraw_comment(context: &Context<'_>, on: &Subject, id: &CommentId) -> Result<Changed<()>, ActionError> {
    let person = context.person()?;
    context.change(|change| {
        context.permit(change.tx(), Permission::Comment, &on.provider)?;
        let known = comments(change.tx(), id)?;
        // A comment on something else is none here: nobody is told of it.
        if known.subject(id) != Some(on) {
            return Err(CommentRefusal::Unknown(id.clone()).into());
        }
        record(change, known.withdraw(id, &person)?)
    })
}

fn comments(tx: &mut Transaction<'_>, id: &CommentId) -> Result<Comments, ActionError> {
    let mut comments = Comments::default();
    for recorded in about(tx, Area::Comment, &[subject::comment(id)])? {
        if let Event::Comment(event) = recorded.event {
            comments = comments.apply(event)?;
        }
    }
    Ok(comments)
}

fn record(change: &mut Change<'_, '_>, events: Vec<CommentEvent>) -> Result<(), ActionError> {
    Ok(events.into_iter().try_for_each(|event| change.record(Event::Comment(event)).map(|_| ()))?)
}

#[expect(clippy::expect_used, reason = "a `c` with 24 digits in base 16 is an id: 25 ASCII letters and digits")]
fn id(author: &PersonId, on: &Subject, text: &NonEmptyText, after: u64) -> CommentId {
    let said = [author.as_str(), &subject::statement(on), &after.to_string(), text.as_str()].join("\0");
    let digits: String = digest(said.as_bytes()).to_string().chars().take(24).collect();
    Id::parse(&format!("c{digits}")).expect("an id")
}
