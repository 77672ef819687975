//! The register as it is read: who adheres to what on a day, as known at a moment, and what was recorded of a provider.

use std::collections::BTreeMap;

use adhere_domain::adherence::register::event::RegisterEvent;
use adhere_domain::adherence::register::standing::Standing;
use adhere_domain::parties::organisation::{Organisation, OrganisationId};
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use adhere_store::projection::history::{Line, Wanted as HistoryWanted, before};
use adhere_store::projection::organisation::known;
use adhere_store::projection::register::{Wanted, standing};
use adhere_store::reading::about;
use adhere_store::{Store, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;

/// So many providers are read at once, and so many lines of history are shown.
const PAGE: u64 = 500;

/// The areas whose entries everybody may read, as the journal names their kinds.
const PUBLIC: [&str; 3] = ["adherence.", "interest.", "organisation."];

/// A register as it was read.
#[derive(Clone, Debug)]
pub struct RegisterRead {
    /// Where providers stand.
    pub standing: Standing,
    /// The providers as they were known.
    pub organisations: BTreeMap<OrganisationId, Organisation>,
    /// The day on which it is so.
    pub as_of: Date,
    /// The moment until which what was recorded counts.
    pub known_at: Timestamp,
}

/// A page of the register.
pub fn register_page(
    tx: &mut Transaction<'_>,
    wanted: &Wanted<'_>,
    as_of: Date,
    known_at: Timestamp,
) -> Result<RegisterRead, StoreError> {
    let standing = standing(tx, wanted, as_of, known_at)?;
    let mut organisations = BTreeMap::new();
    for (organisation, _) in standing.keys() {
        if let Some(found) = known(tx, organisation, known_at)? {
            organisations.insert(organisation.clone(), found);
        }
    }
    Ok(RegisterRead { standing, organisations, as_of, known_at })
}

/// The whole of what is wanted of the register, whatever limit is said; all of one moment.
pub fn register(
    store: &Store,
    wanted: &Wanted<'_>,
    as_of: Date,
    known_at: Timestamp,
) -> Result<RegisterRead, StoreError> {
    store.read(|tx| register_within(tx, wanted, as_of, known_at))
}

/// The same as a part of something.
pub fn register_within(
    tx: &mut Transaction<'_>,
    wanted: &Wanted<'_>,
    as_of: Date,
    known_at: Timestamp,
) -> Result<RegisterRead, StoreError> {
    let (standing, organisations) = (Standing::new(), BTreeMap::new());
    let mut all = RegisterRead { standing, organisations, as_of, known_at };
    loop {
        let last = all.standing.last_key_value().map(|(key, _)| key.clone());
        let after = last.as_ref().map(|(organisation, code)| (organisation, code));
        let page = register_page(tx, &Wanted { after, limit: PAGE, ..*wanted }, as_of, known_at)?;
        if page.standing.is_empty() {
            return Ok(all);
        }
        all.standing.extend(page.standing);
        all.organisations.extend(page.organisations);
    }
}

/// What was recorded, for everybody to read, of a provider and of its adherences by a moment: the latest first.
pub fn provider_history(
    tx: &mut Transaction<'_>,
    organisation: &OrganisationId,
    known_at: Timestamp,
) -> Result<Vec<Line>, StoreError> {
    let own = subject::organisation(organisation);
    let events = about(tx, Area::Adherence, std::slice::from_ref(&own))?.into_iter();
    // What became of an adherence names the adherence alone.
    let adherences = events.filter_map(|recorded| match recorded.event {
        Event::Register(RegisterEvent::Declared(declaration)) => Some(subject::adherence(&declaration.id)),
        _ => None,
    });
    let mut lines = BTreeMap::new();
    for subject in adherences.chain([own]).collect::<Vec<_>>() {
        let wanted = HistoryWanted { subject: Some(&subject), kind: None };
        lines.extend(before(tx, &wanted, None, PAGE)?.into_iter().map(|line| (line.entry_id, line)));
    }
    let is_public = |line: &Line| PUBLIC.iter().any(|area| line.kind.starts_with(area));
    Ok(lines.into_values().rev().filter(|line| line.at <= known_at && is_public(line)).collect())
}
