//! What follows from the journal: tables that can be emptied and filled again from its entries, to the same content.

pub mod approval;
pub mod case;
pub mod code_version;
pub mod comment;
pub mod evidence;
pub mod grant;
pub mod history;
pub mod instance_key;
pub mod invitation;
pub mod library;
pub mod organisation;
pub mod package;
pub mod register;
pub mod second_factor_demand;
pub mod statement;

mod content;
mod rebuilding;

use std::collections::BTreeMap;

use adhere_domain::digest::Digest;

use crate::db::{DbError, Statement, Transaction};
use crate::event::{Recorded, subject};

pub(crate) use self::content::content;
pub use self::content::{Content, Contents};
pub use self::rebuilding::Watch;
pub(crate) use self::rebuilding::{rebuild, rebuild_watched};

/// Tables that follow from the journal.
pub(crate) struct Projection {
    /// The tables, those that others refer to first, with what empties each and what reads all of it.
    pub(crate) tables: &'static [Table],
    /// What an entry changes in them.
    pub(crate) apply: fn(&mut Transaction<'_>, &Recorded) -> Result<(), DbError>,
}

/// A table that follows from the journal.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) empty: &'static Statement,
    /// All of its rows in a certain order.
    pub(crate) all: &'static Statement,
}

/// All projections, those that others refer to first.
pub(crate) static PROJECTIONS: &[Projection] = &[
    history::PROJECTION,
    instance_key::PROJECTION,
    code_version::PROJECTION,
    organisation::PROJECTION,
    grant::PROJECTION,
    second_factor_demand::PROJECTION,
    register::PROJECTION,
    statement::PROJECTION,
    comment::PROJECTION,
    case::PROJECTION,
    invitation::PROJECTION,
    evidence::PROJECTION,
    library::PROJECTION,
    approval::PROJECTION,
    package::PROJECTION,
];

/// The names of all tables that follow from the journal, those that others refer to first.
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    PROJECTIONS.iter().flat_map(|projection| projection.tables).map(|table| table.name)
}

/// Applies an entry to every table that follows from it.
pub(crate) fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    history::name(tx.mentions(recorded.entry_id)?, recorded);
    apply_rows(tx, recorded)
}

/// Applies an entry to every table that follows from it, but for what it names.
fn apply_rows(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    PROJECTIONS.iter().try_for_each(|projection| (projection.apply)(tx, recorded))
}

/// The digests of all bytes that entries name, each with its size and the subject of one of the entries that name it.
pub(crate) fn named_bytes(tx: &mut Transaction<'_>) -> Result<BTreeMap<Digest, (u64, String)>, DbError> {
    let mut named = evidence::digests(tx)?;
    for (digest, size) in package::files(tx)? {
        named.entry(digest).or_insert_with(|| (size, subject::package_file(&digest)));
    }
    Ok(named)
}

/// A table by its name: its files are `sql/<table>/empty.sql` and `sql/<table>/all.sql`.
macro_rules! table {
    ($name:literal) => {{
        static EMPTY: $crate::db::Statement = $crate::db::one_text!(concat!($name, "/empty"));
        static ALL: $crate::db::Statement = $crate::db::one_text!(concat!($name, "/all"));
        $crate::projection::Table { name: $name, empty: &EMPTY, all: &ALL }
    }};
}
pub(crate) use table;
