//! How scopes and lists of ids stand in columns.

use std::collections::BTreeSet;

use adhere_domain::adherence::record::Scope;
use adhere_domain::codes::id::PartId;

use crate::db::{DbError, Row, Value};

/// A scope in two columns: its kind, and the chapters if it is one of chapters.
pub(super) struct ScopeColumns {
    scope: &'static str,
    chapters: Option<String>,
}

impl ScopeColumns {
    pub(super) fn of(scope: &Scope) -> Self {
        let (scope, chapters) = match scope {
            Scope::Full => ("full", None),
            Scope::Article53 => ("art-53", None),
            Scope::Chapters(chapters) => ("chapters", Some(list_of(chapters))),
        };
        Self { scope, chapters }
    }

    pub(super) fn scope(&self) -> Value<'_> {
        Value::Text(self.scope)
    }

    pub(super) fn chapters(&self) -> Value<'_> {
        self.chapters.as_deref().map_or(Value::Null, Value::Text)
    }
}

/// Ids with a blank before and after each, so that one is found between blanks.
pub(super) fn list_of(ids: &BTreeSet<PartId>) -> String {
    ids.iter().fold(" ".to_owned(), |list, id| format!("{list}{id} "))
}

/// The scope in a column and the one after it.
pub(super) fn scope(row: &Row<'_>, column: usize) -> Result<Scope, DbError> {
    match row.text(column)? {
        "full" => Ok(Scope::Full),
        "art-53" => Ok(Scope::Article53),
        "chapters" => Ok(Scope::Chapters(row.parsed(column + 1, "ids of chapters", ids)?)),
        _ => Err(row.not(column, "a scope")),
    }
}

/// The ids in a column, or nothing.
pub(super) fn optional_ids(row: &Row<'_>, column: usize) -> Result<Option<BTreeSet<PartId>>, DbError> {
    match row.optional_text(column)? {
        None => Ok(None),
        Some(_) => row.parsed(column, "ids", ids).map(Some),
    }
}

fn ids(list: &str) -> Option<BTreeSet<PartId>> {
    list.split_whitespace().map(PartId::parse).collect()
}
