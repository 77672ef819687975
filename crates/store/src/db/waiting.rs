//! Rows that wait to be added to tables of PostgreSQL. What costs there is the way to the server and back, so that
//! rows of one table go together: the text that adds one row becomes one that adds many.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use super::{Statement, Value};

/// So many bytes may wait, and so many rows: memory stays the same however much is added.
const BYTES: usize = 4_000_000;
const ROWS: usize = 10_000;

/// Rows that wait, by the place of their table among all and the name of the statement.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    rows: BTreeMap<(usize, &'static str), Rows>,
    count: usize,
    bytes: usize,
}

/// Rows for one statement, column by column.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) statement: &'static Statement,
    columns: Vec<Vec<Kept>>,
    /// The keys of rows that may take the place of others: no statement does that twice to one row.
    replacing: Option<Replacing>,
}

/// Keys of rows: the first columns.
#[derive(Debug)]
struct Replacing {
    columns: usize,
    keys: BTreeSet<String>,
}

/// A value that waits.
#[derive(Debug)]
pub(super) enum Kept {
    Null,
    Integer(i64),
    Text(String),
    Blob(Vec<u8>),
}

impl Waiting {
    /// Whether a row has to wait until those are added that wait already.
    pub(super) fn is_full_for(&self, place: usize, statement: &'static Statement, values: &[Value<'_>]) -> bool {
        let waits = self.rows.get(&(place, statement.name)).and_then(|rows| rows.replacing.as_ref());
        let replaces = waits.is_some_and(|waits| waits.keys.contains(&waits.key(values)));
        replaces || self.count >= ROWS || self.bytes >= BYTES
    }

    /// Lets a row wait.
    pub(super) fn add(&mut self, place: usize, statement: &'static Statement, values: &[Value<'_>]) {
        let rows = self.rows.entry((place, statement.name)).or_insert_with(|| Rows::new(statement, values.len()));
        self.count += 1;
        self.bytes += rows.add(values);
    }

    /// Takes everything that waits: tables that others refer to come first.
    pub(super) fn take(&mut self) -> impl Iterator<Item = Rows> + use<> {
        std::mem::take(self).rows.into_values()
    }
}

impl Rows {
    fn new(statement: &'static Statement, columns: usize) -> Self {
        let replacing = columns_of_key(statement).map(|columns| Replacing { columns, keys: BTreeSet::new() });
        Self { statement, columns: (0..columns).map(|_| Vec::new()).collect(), replacing }
    }

    /// Adds a row, and says how many bytes it has.
    fn add(&mut self, values: &[Value<'_>]) -> usize {
        if let Some(replacing) = &mut self.replacing {
            let key = replacing.key(values);
            replacing.keys.insert(key);
        }
        let kept = values.iter().map(|value| Kept::from(*value));
        self.columns.iter_mut().zip(kept).map(|(column, kept)| kept.put_into(column)).sum()
    }

    /// What goes into the statement that adds many rows: an array for each column.
    pub(super) fn parameters(&self) -> Vec<&(dyn ToSql + Sync)> {
        self.columns.iter().map(|column| column as &(dyn ToSql + Sync)).collect()
    }
}

impl Replacing {
    fn key(&self, values: &[Value<'_>]) -> String {
        format!("{:?}", values.get(..self.columns))
    }
}

impl Kept {
    /// Puts it at the end of a column, and says how many bytes it takes.
    fn put_into(self, column: &mut Vec<Self>) -> usize {
        let own = match &self {
            Self::Null | Self::Integer(_) => 0,
            Self::Text(text) => text.len(),
            Self::Blob(bytes) => bytes.len(),
        };
        column.push(self);
        own + size_of::<Self>()
    }
}

impl From<Value<'_>> for Kept {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Integer(number) => Self::Integer(number),
            Value::Text(text) => Self::Text(text.to_owned()),
            Value::Blob(bytes) => Self::Blob(bytes.to_vec()),
        }
    }
}

impl<'k> From<&'k Kept> for Value<'k> {
    fn from(kept: &'k Kept) -> Self {
        match kept {
            Kept::Null => Self::Null,
            Kept::Integer(number) => Self::Integer(*number),
            Kept::Text(text) => Self::Text(text),
            Kept::Blob(bytes) => Self::Blob(bytes),
        }
    }
}

impl ToSql for Kept {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        Value::from(self).to_sql(kind, out)
    }

    fn accepts(kind: &Type) -> bool {
        Value::accepts(kind)
    }

    to_sql_checked!();
}

/// How many columns decide whether a row takes the place of another: they come first in its statement.
fn columns_of_key(statement: &Statement) -> Option<usize> {
    let (key, _) = statement.postgres.split_once("on conflict (")?.1.split_once(')')?;
    Some(key.split(',').count())
}

/// The table that a statement adds to.
pub(super) fn table_of(statement: &Statement) -> Option<&'static str> {
    statement.postgres.split_once("insert into ")?.1.split_whitespace().next()
}

/// The statement that adds many rows: what follows `values` in the one that adds one row comes from arrays.
pub(super) fn of_many(one: &str, kinds: &[Type]) -> Option<String> {
    let (head, tail) = one.split_once("values (")?;
    let (_, tail) = tail.split_once(')')?;
    let arrays = (1..).zip(kinds).map(|(number, kind)| format!("${number}::{}[]", kind.name()));
    Some(format!("{head}select * from unnest({}){tail}", arrays.collect::<Vec<_>>().join(", ")))
}
