//! One SQL statement: a file under `sql`, named by its path without ending.
//!
//! Parameters are `$1`, `$2` and so on, first used in that order: so both engines number them alike.

/// A statement, the same on both engines or one text for each.
#[derive(Debug)]
pub(crate) struct Statement {
    pub(crate) name: &'static str,
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

/// A statement with one text for both engines.
macro_rules! one_text {
    ($($name:tt)+) => {
        $crate::db::Statement {
            name: $($name)+,
            sqlite: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $($name)+, ".sql")),
            postgres: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $($name)+, ".sql")),
        }
    };
}
pub(crate) use one_text;

/// The statement in a file under `sql`; with `per_engine`, in two files.
macro_rules! statement {
    ($name:literal) => {{
        static STATEMENT: $crate::db::Statement = $crate::db::one_text!($name);
        &STATEMENT
    }};
    ($name:literal, per_engine) => {{
        static STATEMENT: $crate::db::Statement = $crate::db::Statement {
            name: $name,
            sqlite: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $name, ".sqlite.sql")),
            postgres: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $name, ".postgres.sql")),
        };
        &STATEMENT
    }};
}
pub(crate) use statement;
