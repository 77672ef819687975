use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use adhere_testing::repository;

use super::{CommitFault, Db, DbError, Engine, Soundness, Value, statement};
use crate::fixtures::on_each_engine;

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// The files of statements, apart from migrations, which have run when a database is open.
fn statements() -> Vec<(String, String)> {
    let root = repository().join("crates/store/sql");
    let files = files_below(&root).into_iter().map(|path| {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    });
    let is_migration = |name: &str| name.starts_with("migration/0") || name.starts_with("migration/bootstrap");
    files.filter(|(name, _)| !is_migration(name)).collect()
}

#[test]
fn every_statement_is_understood_by_both_engines() {
    let statements = statements();
    assert!(statements.len() > 3, "the statements were not found");
    on_each_engine(|place| {
        let db = Db::open(&place).unwrap();
        for (name, sql) in &statements {
            match &db.engine {
                Engine::Sqlite(pool) if !name.ends_with(".postgres.sql") && !name.starts_with("turn/") => {
                    let found = pool.with(|own| (own.numbers_of_parameters(sql), Soundness::Sound)).unwrap();
                    let found = found.unwrap_or_else(|error| panic!("{name} on SQLite: {error}"));
                    let expected: Vec<_> = (1..=found.len()).map(|number| Some(format!("${number}"))).collect();
                    assert_eq!(found, expected, "{name}: parameters are first used in their order");
                }
                Engine::Postgres(pool) if !name.ends_with(".sqlite.sql") => {
                    let prepared = pool.with(|own| (own.prepare(sql), Soundness::Sound)).unwrap();
                    prepared.unwrap_or_else(|error| panic!("{name} on PostgreSQL: {:?}", error.as_db_error()));
                }
                _ => {}
            }
        }
    });
}

fn insert(db: &Db, id: i64) -> Result<(), DbError> {
    db.write(|tx| {
        let body = [0, 255, 7];
        tx.execute(statement!("journal/append"), &[Value::Integer(id), Value::Blob(&body)]).map(|_| ())
    })
}

fn ids(db: &Db) -> Vec<i64> {
    db.read(|tx| tx.all(statement!("journal/from"), &[Value::Integer(0), Value::Integer(1000)], |row| row.integer(0)))
        .unwrap()
}

#[test]
fn a_failed_change_leaves_nothing_behind() {
    on_each_engine(|place| {
        let db = Db::open(&place).unwrap();
        insert(&db, 0).unwrap();
        let failed: Result<(), DbError> = db.write(|tx| {
            tx.execute(statement!("journal/append"), &[Value::Integer(1), Value::Blob(b"x")])?;
            tx.execute(statement!("journal/append"), &[Value::Integer(0), Value::Blob(b"x")]).map(|_| ())
        });
        assert!(matches!(failed, Err(DbError::Statement { statement: "journal/append", .. })), "{failed:?}");
        assert_eq!(ids(&db), [0]);
        insert(&db, 1).unwrap();
        assert_eq!(ids(&db), [0, 1]);
    });
}

#[test]
fn a_commit_that_fails_is_reported_whether_saved_or_not() {
    on_each_engine(|place| {
        let db = Db::open(&place).unwrap();
        db.faults().set(CommitFault::FailedNotSaved);
        assert!(matches!(insert(&db, 0), Err(DbError::CommitUnknown(_))));
        assert_eq!(ids(&db), [] as [i64; 0]);
        db.faults().set(CommitFault::FailedButSaved);
        assert!(matches!(insert(&db, 0), Err(DbError::CommitUnknown(_))));
        assert!(!db.faults().is_pending(), "the fault came about");
        assert_eq!(ids(&db), [0]);
        insert(&db, 1).unwrap();
    });
}

#[test]
fn what_is_rehearsed_is_undone() {
    on_each_engine(|place| {
        let db = Db::open(&place).unwrap();
        let seen: Result<_, DbError> = db.rehearse(|tx| {
            tx.execute(statement!("journal/append"), &[Value::Integer(0), Value::Blob(b"x")])?;
            tx.all(statement!("journal/from"), &[Value::Integer(0), Value::Integer(9)], |row| row.integer(0))
        });
        assert_eq!(seen.unwrap(), [0]);
        assert_eq!(ids(&db), [] as [i64; 0]);
    });
}

#[test]
fn writers_take_turns() {
    on_each_engine(|place| {
        let db = Db::open(&place).unwrap();
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..25 {
                        // Each decides on what it has read: without turns two would take the same number.
                        let appended: Result<(), DbError> = db.write(|tx| {
                            let next = tx.one(statement!("journal/count"), &[], |row| row.integer(0))?.unwrap();
                            tx.execute(statement!("journal/append"), &[Value::Integer(next), Value::Blob(b"x")])
                                .map(|_| ())
                        });
                        appended.unwrap();
                    }
                });
            }
        });
        assert_eq!(ids(&db), (0..100).collect::<Vec<_>>());
    });
}

#[test]
fn several_nodes_may_start_at_once() {
    on_each_engine(|place| {
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| Db::open(&place).unwrap());
            }
        });
    });
}

#[test]
fn tables_of_a_later_program_are_left_alone() {
    on_each_engine(|place| {
        let db = Db::open(&place).unwrap();
        let recorded: Result<u64, DbError> = db.write(|tx| {
            let values = [Value::Integer(9999), Value::Text("migration/9999"), Value::Blob(&[0])];
            tx.execute(statement!("migration/record"), &values)
        });
        recorded.unwrap();
        assert!(matches!(Db::open(&place), Err(DbError::Later { found: 9999, .. })));
    });
}

/// Adds entries, each with what opens it.
fn add_opened(db: &Db, ids: &[i64]) -> Result<Vec<i64>, DbError> {
    db.write(|tx| {
        for id in ids {
            tx.add(statement!("journal/append"), &[Value::Integer(*id), Value::Blob(b"body")])?;
            let opening = [Value::Integer(*id), Value::Blob(&[7; 32]), Value::Blob(b"opened")];
            tx.add(statement!("journal/keep_opening"), &opening)?;
        }
        tx.all(statement!("journal/from"), &[Value::Integer(0), Value::Integer(1000)], |row| {
            row.optional_blob(2)?.ok_or_else(|| row.not(2, "a salt"))?;
            row.integer(0)
        })
    })
}

#[test]
fn rows_that_wait_are_there_when_something_is_read() {
    on_each_engine(|place| {
        let db = Db::open(&place).unwrap();
        assert_eq!(add_opened(&db, &[0, 1, 2]).unwrap(), [0, 1, 2]);
        assert_eq!(ids(&db), [0, 1, 2]);
    });
}

#[test]
fn a_row_that_is_refused_after_it_waited_undoes_the_change() {
    on_each_engine(|place| {
        let db = Db::open(&place).unwrap();
        add_opened(&db, &[0, 0]).unwrap_err();
        let twice = [Value::Integer(5), Value::Blob(b"x")];
        let last = db.write(|tx| (0..2).try_for_each(|_| tx.add(statement!("journal/append"), &twice)));
        last.unwrap_err();
        let wrong = [Value::Integer(6), Value::Text("no bytes")];
        db.write(|tx| tx.add(statement!("journal/append"), &wrong)).unwrap_err();
        assert_eq!(ids(&db), [0; 0]);
    });
}

#[test]
fn more_rows_than_may_wait_are_added_all_the_same() {
    on_each_engine(|place| {
        let db = Db::open(&place).unwrap();
        db.write(|tx| {
            (0..25_000)
                .try_for_each(|id| tx.add(statement!("journal/append"), &[Value::Integer(id), Value::Blob(b"body")]))
        })
        .unwrap();
        let count = db.read(|tx| tx.one(statement!("journal/count"), &[], |row| row.integer(0))).unwrap();
        assert_eq!(count, Some(25_000));
    });
}
