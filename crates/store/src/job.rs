//! What the server does on its own: for each kind of work, when it was last done, by which node, how far it is or how it
//! ended. What is kept here does not follow from the journal.

use jiff::{SignedDuration, Timestamp};

use crate::audit::Reached;
use crate::db::{DbError, Transaction, Value, statement};
use crate::journal::number;

/// A node that is at work says so this often at least; not heard of for so long, its work was broken off.
pub const SILENT_AT_MOST: SignedDuration = SignedDuration::from_secs(60);

/// A kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    /// An audit of the whole store.
    Audit,
    /// Letters are sent.
    Letters,
    /// What has ended is forgotten.
    Tidying,
}

/// Work that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Of which kind.
    pub work: Work,
    /// Which time it is; nothing for what is noted when it is done.
    pub run: String,
    /// The node that does it, or did.
    pub node: String,
    /// When it began.
    pub began_at: Timestamp,
    /// When it was last heard of.
    pub seen_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// What it is at, while it goes on.
    pub stage: Option<String>,
    /// How many it did.
    pub done: u64,
    /// Of how many.
    pub total: u64,
    /// Why it failed, if it did.
    pub failure: Option<String>,
    /// What it found, one to a line.
    pub report: Option<String>,
}

/// Where work stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// It goes on.
    UnderWay,
    /// Its node is not heard of any more.
    BrokenOff,
    /// It could not be done.
    Failed,
    /// It was done.
    Done,
}

impl Work {
    /// All.
    pub const ALL: [Self; 3] = [Self::Audit, Self::Letters, Self::Tidying];

    /// What it is called where it is kept.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Audit => "audit",
            Self::Letters => "letters",
            Self::Tidying => "tidying",
        }
    }
}

impl Job {
    /// Where it stands.
    pub fn state(&self, now: Timestamp) -> JobState {
        match (self.ended_at, &self.failure) {
            (Some(_), None) => JobState::Done,
            (Some(_), Some(_)) => JobState::Failed,
            (None, _) if self.seen_at <= now - SILENT_AT_MOST => JobState::BrokenOff,
            (None, _) => JobState::UnderWay,
        }
    }
}

impl JobState {
    /// What it is called.
    pub const fn id(self) -> &'static str {
        match self {
            Self::UnderWay => "under-way",
            Self::BrokenOff => "broken-off",
            Self::Failed => "failed",
            Self::Done => "done",
        }
    }
}

/// Begins work, unless it goes on somewhere; says whether it was begun.
pub fn begin(tx: &mut Transaction<'_>, work: Work, run: &str, node: &str, now: Timestamp) -> Result<bool, DbError> {
    let silent = Value::moment(now - SILENT_AT_MOST);
    let values = [Value::Text(work.id()), Value::Text(run), Value::Text(node), Value::moment(now), silent];
    Ok(tx.execute(statement!("job/begin"), &values)? == 1)
}

/// Says how far work is.
pub fn see(tx: &mut Transaction<'_>, work: Work, run: &str, reached: Reached, now: Timestamp) -> Result<(), DbError> {
    let (stage, done, total) = (Value::Text(reached.stage.id()), number(reached.done), number(reached.total));
    let values = [Value::moment(now), stage, done, total, Value::Text(work.id()), Value::Text(run)];
    tx.execute(statement!("job/see"), &values).map(|_| ())
}

/// How work ended: how many it did and what it found, or why it failed.
pub type Ended<'e> = Result<(u64, &'e str), &'e str>;

/// Ends work, if it was not taken for broken off.
pub fn end(tx: &mut Transaction<'_>, work: Work, run: &str, ended: Ended<'_>, now: Timestamp) -> Result<(), DbError> {
    let (done, report) = ended.map_or((0, None), |(done, report)| (done, Some(report)));
    let (failure, report) = (Value::optional(ended.err()), Value::optional(report));
    let values = [Value::moment(now), failure, report, number(done), Value::Text(work.id()), Value::Text(run)];
    tx.execute(statement!("job/end"), &values).map(|_| ())
}

/// Notes work that was done: by which node, since when, how many, or why not.
pub fn note(
    tx: &mut Transaction<'_>,
    work: Work,
    node: &str,
    (began, ended): (Timestamp, Timestamp),
    outcome: Result<u64, &str>,
) -> Result<(), DbError> {
    let (began, ended) = (Value::moment(began), Value::moment(ended));
    let (done, failure) = (number(outcome.unwrap_or_default()), Value::optional(outcome.err()));
    let values = [Value::Text(work.id()), Value::Text(node), began, ended, done, failure];
    tx.execute(statement!("job/note"), &values).map(|_| ())
}

/// All work that was ever begun, of each kind the last.
pub fn all(tx: &mut Transaction<'_>) -> Result<Vec<Job>, DbError> {
    tx.all(statement!("job/all"), &[], |row| {
        let work = Work::ALL.into_iter().find(|work| row.text(0).is_ok_and(|id| id == work.id()));
        Ok(Job {
            work: work.ok_or_else(|| row.not(0, "a kind of work"))?,
            run: row.text(1)?.to_owned(),
            node: row.text(2)?.to_owned(),
            began_at: row.moment(3)?,
            seen_at: row.moment(4)?,
            ended_at: row.optional_moment(5)?,
            stage: row.optional_text(6)?.map(str::to_owned),
            done: row.count(7)?,
            total: row.count(8)?,
            failure: row.optional_text(9)?.map(str::to_owned),
            report: row.optional_text(10)?.map(str::to_owned),
        })
    })
}
