//! The tables, made in small steps that only go forward and are never edited once released.
//!
//! Steps are written in SQLite's words for types; PostgreSQL has others for two of them.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::{Db, DbError, Transaction, Value, statement};
use crate::projection::{Watch, rebuild_watched};

/// A step: its number is its place in the list, from 1.
struct Migration {
    name: &'static str,
    sql: &'static str,
}

macro_rules! migration {
    ($name:literal) => {
        Migration {
            name: concat!("migration/", $name),
            sql: include_str!(concat!("../../sql/migration/", $name, ".sql")),
        }
    };
}

static MIGRATIONS: &[Migration] = &[
    migration!("0001_journal"),
    migration!("0002_history"),
    migration!("0003_code_version"),
    migration!("0004_witness"),
    migration!("0005_instance_key"),
    migration!("0006_register"),
    migration!("0007_statement"),
    migration!("0008_package"),
    migration!("0009_smaller"),
    migration!("0010_spans"),
    migration!("0011_carried_attachment"),
    migration!("0012_access"),
    migration!("0013_answered_request"),
    migration!("0014_library"),
    migration!("0015_feed"),
    migration!("0016_fewer_rows"),
    migration!("0017_identity"),
    migration!("0018_recovery_code"),
    migration!("0019_case"),
    migration!("0020_package_decision"),
    migration!("0021_without_references"),
    migration!("0022_invitation_to_adhere"),
    migration!("0023_job"),
    migration!("0024_second_factor_demand"),
];

/// Brings the tables up to what this program knows; two nodes that start at once take turns. Whoever watches is told how
/// far it is where tables are filled anew.
pub(super) fn run(db: &Db, watch: Watch<'_>) -> Result<(), DbError> {
    db.bare(|tx| {
        let bootstrap = statement!("migration/bootstrap", per_engine);
        tx.batch(bootstrap.name, bootstrap.sqlite, bootstrap.postgres)
    })?;
    db.write(|tx| {
        let applied = applied(tx)?;
        let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
        if let Some((&found, _)) = applied.last_key_value().filter(|(found, _)| **found > known) {
            return Err(DbError::Later { found, known });
        }
        (1..).zip(MIGRATIONS).try_for_each(|(number, migration)| apply(tx, number, migration, applied.get(&number)))?;
        // What new tables hold of earlier entries follows from the journal, in the same transaction: whoever crashes
        // in between finds everything as it was before.
        let is_upgrade = !applied.is_empty() && applied.len() < MIGRATIONS.len();
        if is_upgrade {
            rebuild_watched(tx, watch).map_err(|source| DbError::Upgrade(Box::new(source)))?;
        }
        Ok(())
    })
}

/// The place of a table among all, in the order in which they are made: a table refers only to those before it.
pub(super) fn place_of_table(table: &str) -> Option<usize> {
    let made = MIGRATIONS.iter().flat_map(|migration| migration.sql.lines());
    let mut made = made.filter_map(|line| line.strip_prefix("create table ")?.split_whitespace().next());
    made.position(|made| made == table)
}

/// The migrations that were applied: the name of each and the digest of its text, by its number.
fn applied(tx: &mut Transaction<'_>) -> Result<BTreeMap<i64, (String, Vec<u8>)>, DbError> {
    let rows = tx.all(statement!("migration/list"), &[], |row| {
        Ok((row.integer(0)?, (row.text(2)?.to_owned(), row.blob(1)?.to_vec())))
    })?;
    Ok(rows.into_iter().collect())
}

fn apply(
    tx: &mut Transaction<'_>,
    number: i64,
    migration: &Migration,
    applied: Option<&(String, Vec<u8>)>,
) -> Result<(), DbError> {
    let digest = Sha256::digest(migration.sql);
    match applied {
        Some((name, applied)) if name == migration.name && *applied == digest.to_vec() => Ok(()),
        Some(_) => Err(DbError::OtherMigration { migration: number }),
        None => {
            tx.batch(migration.name, migration.sql, &for_postgres(migration.sql))?;
            let values = [Value::Integer(number), Value::Text(migration.name), Value::Blob(&digest)];
            tx.execute(statement!("migration/record"), &values).map(|_| ())
        }
    }
}

/// SQLite's words for types, and for how a table keeps its rows, in PostgreSQL's. Text is ordered by its bytes there
/// too, whatever the server's language.
fn for_postgres(sql: &str) -> String {
    sql.replace(") strict;", ");")
        .replace(") strict, without rowid;", ");")
        .replace(" integer", " bigint")
        .replace(" blob", " bytea")
        .replace(" text", " text collate \"C\"")
}
