//! Packages that were sent and received, with what became of each, and the files that are kept of them.

use adhere_domain::digest::Digest;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_journal::package::kind::PackageKind;
use jiff::Timestamp;

use super::{Projection, table};
use crate::db::{DbError, Row, Transaction, Value, statement};
use crate::event::{Answer, AnsweredPackage, DecidedPackage, Event, PackageEvent, Recorded, SentPackage};
use crate::journal::number;

pub(super) const PROJECTION: Projection =
    Projection { tables: &[table!("package"), table!("package_file"), table!("package_decision")], apply };

/// Which way a package went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From here.
    Sent,
    /// To here.
    Received,
}

/// A package as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Where the journal says so.
    pub entry_id: u64,
    /// Which way it went.
    pub direction: Direction,
    /// Its id.
    pub id: String,
    /// What it holds.
    pub kind: PackageKind,
    /// What it is about.
    pub about: String,
    /// The other side.
    pub counterpart: OrganisationId,
    /// Its number in its thread; nothing when it was refused.
    pub sequence: Option<u64>,
    /// The digest of its file, if there is one yet.
    pub digest: Option<Digest>,
    /// `sent`, `waiting` for a decision, `accepted` or `refused`.
    pub state: String,
    /// The word for why it was refused; where somebody refused it, the reason.
    pub reason: Option<String>,
    /// When it was sent or received.
    pub recorded_at: Timestamp,
}

/// Which packages are asked for; all of them where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// Those that went this way alone.
    pub direction: Option<Direction>,
    /// Those with this id alone.
    pub id: Option<&'w str>,
    /// Those that stand so alone: `sent`, `waiting`, `accepted` or `refused`.
    pub state: Option<&'w str>,
    /// The one that was sent or received with this entry alone.
    pub entry: Option<u64>,
    /// Those before this place in the journal alone.
    pub before: Option<u64>,
}

impl Direction {
    /// Both.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Sent, "sent"), (Self::Received, "received")];

    /// Its name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Received => "received",
        }
    }
}

/// Packages, the latest first, at most so many.
pub fn list(tx: &mut Transaction<'_>, wanted: &Wanted<'_>, limit: u64) -> Result<Vec<Package>, DbError> {
    let values = [
        Value::Text(wanted.direction.map(Direction::id).unwrap_or_default()),
        Value::Text(wanted.id.unwrap_or_default()),
        wanted.before.map_or(Value::Integer(i64::MAX), number),
        Value::Text(wanted.state.unwrap_or_default()),
        wanted.entry.map_or(Value::Integer(-1), number),
        number(limit),
    ];
    tx.all(statement!("package/list"), &values, |row| read(&row))
}

/// How many packages of an organisation were refused here after a moment.
pub fn refused_since(tx: &mut Transaction<'_>, counterpart: &OrganisationId, since: Timestamp) -> Result<u64, DbError> {
    let values = [Value::Text(counterpart.as_str()), Value::moment(since)];
    Ok(tx.one(statement!("package/refused_since"), &values, |row| row.count(0))?.unwrap_or_default())
}

fn read(row: &Row<'_>) -> Result<Package, DbError> {
    let direction = |text: &str| Direction::ALL.into_iter().find(|(_, id)| *id == text).map(|(it, _)| it);
    Ok(Package {
        entry_id: row.count(0)?,
        direction: row.parsed(1, "a direction", direction)?,
        id: row.text(2)?.to_owned(),
        kind: row.parsed(3, "a kind of package", |text| text.parse().ok())?,
        about: row.text(4)?.to_owned(),
        counterpart: row.parsed(5, "an id", Id::parse)?,
        sequence: row.optional_count(6)?,
        digest: row.optional_parsed(7, "a digest", Digest::parse)?,
        state: row.text(8)?.to_owned(),
        reason: row.optional_text(9)?.map(str::to_owned),
        recorded_at: row.moment(10)?,
    })
}

/// The files that entries name, each with the size that an entry gives.
pub(crate) fn files(tx: &mut Transaction<'_>) -> Result<Vec<(Digest, u64)>, DbError> {
    tx.all(statement!("package_file/all"), &[], |row| Ok((row.parsed(1, "a digest", Digest::parse)?, row.count(2)?)))
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Package(event) = &recorded.event else { return Ok(()) };
    match event {
        PackageEvent::Sent(sent) => add_sent(tx, recorded, sent)?,
        PackageEvent::Answered(answered) => add_received(tx, recorded, answered)?,
        PackageEvent::Decided(DecidedPackage { digest, refused, .. }) => {
            let reason = refused.as_ref().map(|refused| refused.reason.as_str());
            let state = if refused.is_some() { "refused" } else { "accepted" };
            decide(tx, recorded, digest, (state, reason))?;
        }
        // It stands as it did: what was sent is decided on by another answer.
        PackageEvent::Arrived { .. } => {}
        PackageEvent::Written { id, file } => {
            let values = [Value::Text(&file.digest.to_string()), Value::Text(id)];
            tx.execute(statement!("package/write"), &values)?;
        }
        PackageEvent::Acknowledged { id, refused, .. } => {
            let reason = refused.as_ref().map(|refused| refused.code.as_str());
            let state = if refused.is_some() { "refused" } else { "accepted" };
            let values = [Value::Text(state), Value::optional(reason), Value::Text(id)];
            tx.execute(statement!("package/answer"), &values)?;
        }
    }
    event.files().iter().try_for_each(|file| {
        let values = [number(recorded.entry_id), Value::Text(&file.digest.to_string()), number(file.size)];
        tx.add(statement!("package_file/add"), &values)
    })
}

fn add_sent(tx: &mut Transaction<'_>, recorded: &Recorded, sent: &SentPackage) -> Result<(), DbError> {
    let values = [
        number(recorded.entry_id),
        Value::Text(Direction::Sent.id()),
        Value::Text(&sent.frame.id),
        Value::Text(sent.frame.kind.name()),
        Value::Text(&sent.frame.about),
        Value::Text(sent.addressee.as_str()),
        number(sent.sequence),
        Value::Null,
        Value::Text("sent"),
        Value::Null,
        Value::moment(recorded.at),
    ];
    tx.add(statement!("package/add"), &values)
}

/// Keeps where a package that was received stands now.
fn decide(
    tx: &mut Transaction<'_>,
    recorded: &Recorded,
    digest: &Digest,
    (state, reason): (&str, Option<&str>),
) -> Result<(), DbError> {
    let values = [
        Value::Text(&digest.to_string()),
        number(recorded.entry_id),
        Value::Text(state),
        Value::optional(reason),
        Value::moment(recorded.at),
    ];
    tx.execute(statement!("package_decision/keep"), &values).map(|_| ())
}

fn add_received(tx: &mut Transaction<'_>, recorded: &Recorded, answered: &AnsweredPackage) -> Result<(), DbError> {
    let (state, sequence, reason) = match &answered.answer {
        // That it waits stands with what is decided of it.
        Answer::Received { sequence, .. } | Answer::Accepted { sequence, .. } => ("accepted", number(*sequence), None),
        Answer::Refused(refused) => ("refused", Value::Null, Some(refused.code.as_str())),
    };
    let values = [
        number(recorded.entry_id),
        Value::Text(Direction::Received.id()),
        Value::Text(&answered.frame.id),
        Value::Text(answered.frame.kind.name()),
        Value::Text(&answered.frame.about),
        Value::Text(answered.frame.issuer.as_str()),
        sequence,
        Value::Text(&answered.digest.to_string()),
        Value::Text(state),
        Value::optional(reason),
        Value::moment(recorded.at),
    ];
    tx.add(statement!("package/add"), &values)?;
    if matches!(answered.answer, Answer::Received { .. }) {
        decide(tx, recorded, &answered.digest, ("waiting", None))?;
    }
    Ok(())
}
