//! Recording what a provider says of a measure of a published version of a code.

use adhere_domain::adherence::statements::{
    Content, RecordStatement as Recording, StatementRefusal, Statements, Subject, may_write,
};
use adhere_domain::codes::code::Code;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_domain::parties::permission::Permission;
use adhere_formats::compiled_code::compiled_digest;
use adhere_store::Changed;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use jiff::Timestamp;

use crate::as_of::about_before;
use crate::codes::publications;
use crate::context::Context;
use crate::error::ActionError;
use crate::party::directory;

/// What someone says of a measure.
#[derive(Clone, Debug)]
pub struct RecordStatement<'c> {
    /// The version of the code, as it was published.
    pub code: &'c Code,
    /// About what.
    pub subject: Subject,
    /// What is stated.
    pub content: Content,
    /// The number of the revision that the author had before them; 0 when there was none.
    pub after: u32,
    /// The statement on an earlier version that it is carried over from, if it is.
    pub carried_from: Option<Subject>,
}

/// Records a revision, and says its number; the same words once more change nothing.
pub fn record_statement(context: &Context<'_>, command: RecordStatement<'_>) -> Result<Changed<u32>, ActionError> {
    let RecordStatement { code, subject, content, after, carried_from } = command;
    let author = context.person()?;
    context.change(|change| {
        let tx = change.tx();
        writes(tx, context, &author, &subject.provider)?;
        is_published(tx, code)?;
        let statements = statements(tx, &[subject::statement(&subject)])?;
        let latest = statements.latest(&subject).map_or(0, |latest| latest.number);
        let carried_from = carried_from.map(Box::new);
        let recording = Recording { subject, content, author, after, carried_from };
        let events = statements.decide(recording, code, context.today)?;
        let number = events.last().map_or(latest, |event| event.revision.number);
        events.into_iter().try_for_each(|event| change.record(Event::Statement(event)).map(|_| ()))?;
        Ok(number)
    })
}

/// What was stated on some subjects, such as `statement/acme/gpai/1/T.M1` or `organisation/acme`.
pub(crate) fn statements(tx: &mut Transaction<'_>, subjects: &[String]) -> Result<Statements, ActionError> {
    statements_before(tx, subjects, None)
}

/// What was stated on some subjects before a moment, or until now.
pub(crate) fn statements_before(
    tx: &mut Transaction<'_>,
    subjects: &[String],
    known_before: Option<Timestamp>,
) -> Result<Statements, ActionError> {
    let mut statements = Statements::default();
    for recorded in about_before(tx, Area::Statement, subjects, known_before)? {
        if let Event::Statement(event) = recorded.event {
            statements = statements.apply(event)?;
        }
    }
    Ok(statements)
}

/// Whether a person may write for a provider today.
pub(crate) fn writes(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    person: &PersonId,
    provider: &OrganisationId,
) -> Result<(), ActionError> {
    context.permit(tx, Permission::WriteStatements, provider)?;
    let directory = directory(tx, &[subject::person(person), subject::organisation(provider)])?;
    Ok(may_write(&directory, person, provider, context.today)?)
}

/// Whether a version of a code is published with this very text.
pub(crate) fn is_published(tx: &mut Transaction<'_>, code: &Code) -> Result<(), ActionError> {
    let publications = publications(tx, &code.id)?;
    let published = publications.version(&code.id, &code.version).map(|publication| publication.digest);
    let refusal = || StatementRefusal::NotPublished { code: code.id.clone(), version: code.version.clone() };
    if published == Some(compiled_digest(code)) { Ok(()) } else { Err(refusal().into()) }
}
