//! Invitations to adhere, with what became of each. Whether whoever was invited adheres is read from the register.

use adhere_domain::adherence::invitations::{
    Invitation, InvitationChange, InvitationEvent, InvitationId, InvitationState, Invited,
};
use adhere_domain::codes::id::PartId;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;
use jiff::civil::Date;

use super::evidence::moment;
use super::{Projection, table};
use crate::db::{DbError, Row, Transaction, Value, statement};
use crate::event::{Event, Recorded};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("invitation_to_adhere")], apply };

/// An invitation as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The entry that sent it.
    pub entry_id: u64,
    /// Its id.
    pub id: InvitationId,
    /// Who is invited.
    pub invited: Invited,
    /// To which code.
    pub code: PartId,
    /// To which version of it.
    pub version: PartId,
    /// Where the letter goes, if it goes to an address of its own.
    pub email: Option<NonEmptyText>,
    /// What whoever invites says beside it.
    pub words: Option<NonEmptyText>,
    /// The day until which an answer is hoped for.
    pub hoped_until: Option<Date>,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// When it was sent last.
    pub last_sent_at: Timestamp,
    /// Why it was declined, if it was and that was said.
    pub decline_words: Option<NonEmptyText>,
    /// Why it was withdrawn, if it was and that was said.
    pub withdrawal_words: Option<NonEmptyText>,
    /// How it stands.
    pub state: InvitationState,
}

/// Which invitations are asked for; all of them where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// Those of this organisation alone.
    pub organisation: Option<&'w OrganisationId>,
    /// This one alone.
    pub id: Option<&'w InvitationId>,
    /// Those to this code alone.
    pub code: Option<&'w PartId>,
    /// Those that stand so alone.
    pub state: Option<InvitationState>,
    /// Those that were sent before this entry.
    pub before: Option<u64>,
    /// As they were known before this moment; as they are known now when not said.
    pub known_before: Option<Timestamp>,
}

/// Invitations as they stand on a day, that which was sent last first, at most so many.
pub fn list(tx: &mut Transaction<'_>, wanted: &Wanted<'_>, day: Date, limit: u64) -> Result<Vec<Kept>, DbError> {
    let values = [
        Value::moment(moment(wanted.known_before)),
        Value::Text(&day.to_string()),
        wanted.before.map_or(Value::Integer(i64::MAX), number),
        Value::Text(wanted.organisation.map_or("", Id::as_str)),
        Value::Text(wanted.id.map_or("", Id::as_str)),
        Value::Text(wanted.code.map_or("", PartId::as_str)),
        Value::Text(wanted.state.map_or("", InvitationState::id)),
        number(limit),
    ];
    tx.all(statement!("invitation_to_adhere/list"), &values, |row| read(&row))
}

fn read(row: &Row<'_>) -> Result<Kept, DbError> {
    let text = |column| row.optional_parsed(column, "a text", NonEmptyText::parse);
    let organisation = row.optional_parsed(2, "an id", Id::parse)?;
    let invited = match organisation {
        Some(organisation) => Invited::Registered(organisation),
        None => Invited::Named(row.parsed(3, "a text", NonEmptyText::parse)?),
    };
    Ok(Kept {
        entry_id: row.count(0)?,
        id: row.parsed(1, "an id", Id::parse)?,
        invited,
        code: row.parsed(4, "an id", PartId::parse)?,
        version: row.parsed(5, "an id", PartId::parse)?,
        email: text(6)?,
        words: text(7)?,
        hoped_until: row.optional_parsed(8, "a day", |text| text.parse().ok())?,
        sent_at: row.moment(9)?,
        last_sent_at: row.moment(10)?,
        decline_words: text(11)?,
        withdrawal_words: text(12)?,
        state: row.parsed(13, "a state of an invitation", InvitationState::named)?,
    })
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Invitation(InvitationEvent { id, invited, change }) = &recorded.event else { return Ok(()) };
    let (at, id) = (Value::moment(recorded.at), Value::Text(id.as_str()));
    match change {
        InvitationChange::Sent(invitation) => add(tx, recorded, (id, invited), invitation),
        InvitationChange::SentAgain(_) => {
            tx.execute(statement!("invitation_to_adhere/send_again"), &[at, id]).map(|_| ())
        }
        InvitationChange::Declined(words) => {
            let values = [at, Value::optional(words.as_ref().map(NonEmptyText::as_str)), id];
            tx.execute(statement!("invitation_to_adhere/decline"), &values).map(|_| ())
        }
        InvitationChange::Withdrawn(words) => {
            let values = [at, Value::optional(words.as_ref().map(NonEmptyText::as_str)), id];
            tx.execute(statement!("invitation_to_adhere/withdraw"), &values).map(|_| ())
        }
    }
}

fn add(
    tx: &mut Transaction<'_>,
    recorded: &Recorded,
    (id, invited): (Value<'_>, &Invited),
    invitation: &Invitation,
) -> Result<(), DbError> {
    let until = invitation.hoped_until.map(|day| day.to_string());
    let values = [
        number(recorded.entry_id),
        id,
        Value::optional(invited.organisation().map(Id::as_str)),
        Value::optional(invited.name().map(NonEmptyText::as_str)),
        Value::Text(invitation.code.as_str()),
        Value::Text(invitation.version.as_str()),
        Value::optional(invitation.email.as_ref().map(NonEmptyText::as_str)),
        Value::optional(invitation.words.as_ref().map(NonEmptyText::as_str)),
        Value::optional(until.as_deref()),
        Value::moment(recorded.at),
        Value::moment(recorded.at),
    ];
    tx.add(statement!("invitation_to_adhere/add"), &values)
}
