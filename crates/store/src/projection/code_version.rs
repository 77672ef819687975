//! Published versions of codes.

use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::codes::publication::CodePublished;
use adhere_domain::digest::Digest;
use jiff::civil::Date;

use super::{Projection, table};
use crate::db::{DbError, Transaction, Value, statement};
use crate::event::{Event, Recorded};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("code_version")], apply };

/// A published version of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeVersion {
    /// The code.
    pub code: PartId,
    /// The version.
    pub version: PartId,
    /// The digest of its compiled form.
    pub digest: Digest,
    /// The digest of its source.
    pub source: Digest,
    /// What kind of code it is.
    pub profile: Profile,
    /// When it was published.
    pub published: Date,
    /// The version before it, if it follows one.
    pub follows: Option<PartId>,
    /// Where the journal says so.
    pub entry_id: u64,
}

/// The versions of a code, or of all codes, from the first to the last.
pub fn list(tx: &mut Transaction<'_>, code: Option<&PartId>) -> Result<Vec<CodeVersion>, DbError> {
    let code = code.map(PartId::as_str).unwrap_or_default();
    tx.all(statement!("code_version/list"), &[Value::Text(code)], |row| {
        let id = |column| row.parsed(column, "an id", PartId::parse);
        Ok(CodeVersion {
            code: id(0)?,
            version: id(1)?,
            digest: row.parsed(2, "a digest", Digest::parse)?,
            source: row.parsed(3, "a digest", Digest::parse)?,
            profile: row.parsed(4, "a kind of code", |text| {
                Profile::ALL.into_iter().find(|(_, id)| *id == text).map(|(profile, _)| profile)
            })?,
            published: row.parsed(5, "a day", |text| text.parse().ok())?,
            follows: row.optional_text(6)?.map(|_| id(6)).transpose()?,
            entry_id: row.count(7)?,
        })
    })
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    let Event::Code(CodePublished(publication)) = &recorded.event else { return Ok(()) };
    let follows = publication.follows.as_ref().map(|follows| follows.version.as_str());
    let values = [
        Value::Text(publication.code.as_str()),
        Value::Text(publication.version.as_str()),
        Value::Text(&publication.digest.to_string()),
        Value::Text(&publication.source.to_string()),
        Value::Text(publication.profile.id()),
        Value::Text(&publication.published.to_string()),
        follows.map_or(Value::Null, Value::Text),
        number(recorded.entry_id),
    ];
    tx.add(statement!("code_version/add"), &values)
}
