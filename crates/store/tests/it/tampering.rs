//! Whoever changes rows or bytes by hand is found out by an audit, whatever it is that was changed.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::organisation::Person;
use adhere_domain::text::NonEmptyText;
use adhere_store::Store;
use adhere_store::audit::Finding;
use adhere_store::event::{Event, InstanceEvent};
use adhere_testing::PostgresDatabase;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use rusqlite::Connection;

use crate::bytes::{add, path};
use crate::everything::{fill, policy};
use crate::fixtures::{Instance, append, now};
use crate::rows::{Behind, Cell, Rows};

fn filled(folder: &Path) -> Store {
    let store = Instance::in_folder(folder).open();
    (0..3).for_each(|_| assert!(append(&store, 100).is_ok()));
    store
}

/// What an audit finds after statements were run behind adhere's back.
fn after(sql: &str) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path());
    assert!(store.audit().unwrap().is_clean());
    let changed = Connection::open(folder.path().join("adhere.sqlite")).unwrap();
    changed.execute_batch(&format!("pragma foreign_keys = off; {sql}")).unwrap();
    store.audit().unwrap().findings
}

#[test]
fn changed_rows_are_found() {
    let tampered = [
        "update entry set body = (select body from entry where entry_id = 109) where entry_id = 108",
        "delete from entry where entry_id = 42",
        "delete from entry where entry_id = 300",
        "insert into entry select 301, body from entry where entry_id = 300",
        "update entry set entry_id = 9000 + entry_id where entry_id in (5, 6); \
         update entry set entry_id = case entry_id when 9005 then 6 else 5 end where entry_id > 9000",
        "update tile set hashes = zeroblob(8192)",
        "delete from tile",
        "insert into tile values (1, 0, zeroblob(8192))",
        "delete from checkpoint",
        "delete from checkpoint where size = 301",
        "delete from checkpoint where size = 201",
        "delete from checkpoint where size = 1",
        "update checkpoint set root = zeroblob(32) where size = 201",
        "update checkpoint set note = substr(note, 1, 99) || case substr(note, 100, 1) when 'x' then 'y' else 'x' end \
         || substr(note, 101) where size = 101",
        "update checkpoint set size = 302 where size = 301",
        "update mention set entries = '7 ' || entries where span = 1",
        "delete from mention where span = 0",
        "insert into opening select entry_id, zeroblob(32), body from entry where entry_id = 3",
        "delete from entry where entry_id > 250; delete from checkpoint where size > 251",
    ];
    for sql in tampered {
        let findings = after(sql);
        assert!(!findings.is_empty(), "not found: {sql}");
    }
}

/// What is done to the rows of a table. Numbers are taken as far as there are rows, columns and bytes.
#[derive(Clone, Copy, Debug)]
enum Change {
    /// A value becomes another.
    Edit { row: usize, column: usize, place: usize, bit: u8 },
    /// A row goes.
    Delete { row: usize },
    /// A row is there once more, with another value.
    Insert { row: usize, column: usize, place: usize, bit: u8 },
    /// Two rows exchange their values in a column.
    Swap { row: usize, other: usize, column: usize },
    /// The last rows go.
    Truncate { rows: usize },
    /// The table is as it was before the last changes.
    RollBack,
}

fn changes() -> impl Strategy<Value = Change> {
    let (at, bit) = (any::<usize>, || 0..8_u8);
    prop_oneof![
        5 => (at(), at(), at(), bit()).prop_map(|(row, column, place, bit)| Change::Edit { row, column, place, bit }),
        2 => at().prop_map(|row| Change::Delete { row }),
        2 => (at(), at(), at(), bit()).prop_map(|(row, column, place, bit)| Change::Insert { row, column, place, bit }),
        2 => (at(), at(), at()).prop_map(|(row, other, column)| Change::Swap { row, other, column }),
        1 => at().prop_map(|rows| Change::Truncate { rows }),
        1 => any::<()>().prop_map(|()| Change::RollBack),
    ]
}

impl Change {
    fn apply(self, rows: &mut Rows, before: &Rows) {
        let (count, width) = (rows.len().max(1), rows.first().map_or(1, Vec::len));
        if rows.is_empty() {
            *rows = vec![vec![Cell::Number(0)]];
            return;
        }
        match self {
            Self::Edit { row, column, place, bit } => alter(&mut rows[row % count][column % width], place, bit),
            Self::Delete { row } => drop(rows.remove(row % count)),
            Self::Insert { row, column, place, bit } => {
                let mut another = rows[row % count].clone();
                alter(&mut another[column % width], place, bit);
                rows.push(another);
            }
            Self::Swap { row, other, column } => {
                let (row, other, column) = (row % count, other % count, column % width);
                let value = rows[row][column].clone();
                rows[row][column] = std::mem::replace(&mut rows[other][column], value);
            }
            Self::Truncate { rows: gone } => rows.truncate(count - 1 - gone % count),
            Self::RollBack => rows.clone_from(before),
        }
    }
}

/// Makes another value of one.
fn alter(cell: &mut Cell, place: usize, bit: u8) {
    match cell {
        Cell::Null => *cell = Cell::Number(1),
        Cell::Number(number) => *number ^= 1 << bit,
        Cell::Text(text) => {
            let mut letters: Vec<char> = text.chars().collect();
            match letters.len() {
                0 => letters.push('x'),
                length if bit == 0 => drop(letters.remove(place % length)),
                length => letters[place % length] = if letters[place % length] == 'x' { 'y' } else { 'x' },
            }
            *text = letters.into_iter().collect();
        }
        Cell::Bytes(bytes) => match bytes.len() {
            0 => bytes.push(0),
            length if place.is_multiple_of(7) => bytes.truncate(length - 1),
            length => bytes[place % length] ^= 1 << bit,
        },
    }
}

/// What came of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Found,
    /// All rows are as they were: nothing was tampered with.
    Same,
    /// The database does not take such rows.
    Refused,
}

/// Whether opening the instance and auditing it finds anything.
fn is_found(instance: &Instance) -> bool {
    match Store::open(instance.make(), now()) {
        Err(_) => true,
        Ok(store) => !store.audit().is_ok_and(|audit| audit.is_clean()),
    }
}

/// Tables of what lets people in, of what they have seen and asked, which nothing in the journal tells.
const OF_ACCESS: [&str; 13] = [
    "incoming_folder",
    "answered_request",
    "account",
    "session",
    "identity",
    "openid_flow",
    "invitation",
    "api_token",
    "attempt",
    "mail",
    "visit",
    "recovery_code",
    "job",
];

/// Changes random rows of an instance that has some in every table, each time a single table.
fn tamper(instance: &Instance, other: &Path, cases: u32) {
    let other = Instance::named(other, "example.org/other").open();
    let store = instance.open();
    fill(&store, &other);
    fs::write(store.home().policy(), policy(&store, &other)).unwrap();
    let behind = RefCell::new(Behind::open(&store.home().database()));
    let mut tables = behind.borrow_mut().tables();
    tables.retain(|table| !OF_ACCESS.contains(&table.as_str()));
    let rows_of = || tables.iter().map(|table| behind.borrow_mut().rows(table)).collect::<Vec<_>>();
    let before = rows_of();
    append(&store, 2).unwrap();
    assert!(store.audit().unwrap().is_clean());
    drop(store);
    let whole = rows_of();
    for (table, rows) in tables.iter().zip(&whole) {
        assert!(!rows.is_empty() || table == "moved", "`{table}` is empty");
    }
    let tally: RefCell<BTreeMap<Outcome, usize>> = RefCell::default();
    let hit: RefCell<BTreeMap<String, usize>> = RefCell::default();
    // `PROPTEST_CASES` asks for more.
    let cases = Some(Config::default().cases).filter(|asked| *asked != 256).unwrap_or(cases);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let run = runner.run(&changes(), |change| {
        // One table after the other, so that each has its share.
        let table = tally.borrow().values().sum::<usize>() % tables.len();
        let mut rows = whole[table].clone();
        change.apply(&mut rows, &before[table]);
        let taken = behind.borrow_mut().replace(&tables[table], &rows);
        let is_same = behind.borrow_mut().rows(&tables[table]) == whole[table];
        let outcome = match (taken, is_same) {
            (false, _) => Outcome::Refused,
            (true, true) => Outcome::Same,
            (true, false) if is_found(instance) => Outcome::Found,
            (true, false) => return Err(TestCaseError::fail(format!("not found: {change:?} of `{}`", tables[table]))),
        };
        *tally.borrow_mut().entry(outcome).or_default() += 1;
        if outcome == Outcome::Found {
            *hit.borrow_mut().entry(tables[table].clone()).or_default() += 1;
        }
        for (table, rows) in tables.iter().zip(&whole) {
            if behind.borrow_mut().rows(table) != *rows {
                assert!(behind.borrow_mut().replace(table, rows));
            }
        }
        Ok(())
    });
    run.unwrap();
    let (tally, hit) = (tally.into_inner(), hit.into_inner());
    let found = tally.get(&Outcome::Found).copied().unwrap_or_default();
    assert!(found * 2 > usize::try_from(cases).unwrap(), "most changes change something: {tally:?}");
    assert!(hit.len() * 3 > tables.len() * 2, "most tables were hit: {hit:?}");
    assert!(!is_found(instance), "all was put back");
}

#[test]
fn any_change_to_any_table_is_found_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(&folder.path().join("own"));
    tamper(&instance, &folder.path().join("other"), 150);
}

#[test]
fn any_change_to_any_table_is_found_on_postgres() {
    let (folder, database) = (tempfile::tempdir().unwrap(), PostgresDatabase::create());
    let instance = Instance { server: Some(database.url()), ..Instance::in_folder(&folder.path().join("own")) };
    tamper(&instance, &folder.path().join("other"), 70);
}

/// What is done to the files of blobs.
#[derive(Clone, Copy, Debug)]
enum FileChange {
    Flip { file: usize, place: usize, bit: u8 },
    Cut { file: usize, length: usize },
    Extend { file: usize, byte: u8 },
    Delete { file: usize },
    Swap { file: usize, other: usize },
    Rename { file: usize },
}

fn file_changes() -> impl Strategy<Value = FileChange> {
    let at = any::<usize>;
    prop_oneof![
        (at(), at(), 0..8_u8).prop_map(|(file, place, bit)| FileChange::Flip { file, place, bit }),
        (at(), at()).prop_map(|(file, length)| FileChange::Cut { file, length }),
        (at(), any::<u8>()).prop_map(|(file, byte)| FileChange::Extend { file, byte }),
        at().prop_map(|file| FileChange::Delete { file }),
        (at(), at()).prop_map(|(file, other)| FileChange::Swap { file, other }),
        at().prop_map(|file| FileChange::Rename { file }),
    ]
}

impl FileChange {
    fn apply(self, files: &[PathBuf]) {
        let named = |file: usize| &files[file % files.len()];
        let read = |file: usize| fs::read(named(file)).unwrap();
        match self {
            Self::Flip { file, place, bit } => {
                let mut bytes = read(file);
                let place = place % bytes.len();
                bytes[place] ^= 1 << bit;
                fs::write(named(file), bytes).unwrap();
            }
            Self::Cut { file, length } => {
                let bytes = read(file);
                fs::write(named(file), &bytes[..length % bytes.len()]).unwrap();
            }
            Self::Extend { file, byte } => fs::write(named(file), [read(file), vec![byte]].concat()).unwrap(),
            Self::Delete { file } => fs::remove_file(named(file)).unwrap(),
            Self::Swap { file, other } => {
                let bytes = read(file);
                fs::write(named(file), read(other)).unwrap();
                fs::write(named(other), bytes).unwrap();
            }
            Self::Rename { file } => fs::rename(named(file), named(file).with_extension("txt")).unwrap(),
        }
    }
}

#[test]
fn any_change_to_any_blob_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let instance = Instance::in_folder(folder.path());
    let store = instance.open();
    let texts = ["Ten tests passed.", "Ten tests failed.", &"long ".repeat(50_000), "x"];
    let items: Vec<_> = (0..).zip(texts).map(|(at, text)| add(&store, &format!("e{at}"), text.as_bytes())).collect();
    let files: Vec<_> = items.iter().map(|item| instance.folder.join(path(item))).collect();
    let whole: Vec<_> = files.iter().map(|file| fs::read(file).unwrap()).collect();
    let now = || files.iter().map(|file| fs::read(file).ok()).collect::<Vec<_>>();
    let was = now();
    let found = RefCell::new(0);
    let config = Config { cases: 200, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let run = runner.run(&file_changes(), |change| {
        change.apply(&files);
        let (is_same, is_clean) = (now() == was, store.audit().unwrap().is_clean());
        for (file, bytes) in files.iter().zip(&whole) {
            let _ = fs::remove_file(file.with_extension("txt"));
            fs::write(file, bytes).unwrap();
        }
        *found.borrow_mut() += u32::from(!is_same);
        if is_same == is_clean { Ok(()) } else { Err(TestCaseError::fail(format!("{change:?} is not found"))) }
    });
    run.unwrap();
    assert!(found.into_inner() > 150, "most changes change something");
    assert!(store.audit().unwrap().is_clean());
}

#[test]
fn what_opened_an_entry_and_was_deleted_by_hand_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let store = Instance::in_folder(folder.path()).open();
    let person = Person { name: NonEmptyText::parse("Ada").unwrap() };
    let event = Event::Party(PartyEvent::PersonRegistered(Id::parse("ada").unwrap(), person));
    let record = |event: Event| {
        let recorded = store.change("2026-11-22T09:30:00Z".parse().unwrap(), "ada", |change| change.record(event));
        recorded.unwrap().outcome
    };
    let (kept, deleted) = (record(event.clone()), record(event));
    Connection::open(folder.path().join("adhere.sqlite"))
        .unwrap()
        .execute_batch(&format!("delete from opening where entry_id = {deleted}"))
        .unwrap();
    assert!(store.audit().unwrap().findings.contains(&Finding::OpeningMissing(deleted)));
    // Erased entries are said to be so; what still opens one was put back by somebody.
    let (origin, reason) = ("example.eu/log".to_owned(), NonEmptyText::parse("why").unwrap());
    record(Event::Instance(InstanceEvent::Erased { origin, entries: [kept, deleted].into(), reason }));
    let findings = store.audit().unwrap().findings;
    assert!(findings.contains(&Finding::OpeningBack(kept)), "{findings:?}");
    assert!(!findings.contains(&Finding::OpeningMissing(deleted)), "{findings:?}");
}
