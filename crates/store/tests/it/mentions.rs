//! What entries name is found however many entries there are: within the change that records them, and over many spans.

use adhere_store::event::Area;
use adhere_store::projection::history;
use adhere_store::{Store, StoreError, reading};

use crate::fixtures::{append, now, on_each_engine, private, public};

const OTHER: &str = "log/example.org/other";

/// What names the other log, by both ways of asking.
fn named(store: &Store) -> (Vec<u64>, Vec<u64>) {
    let found = store.read(|tx| {
        let about = reading::about(tx, Area::Instance, &[OTHER.to_owned()])?;
        let wanted = history::Wanted { subject: Some(OTHER), kind: Some("witness") };
        let lines = history::before(tx, &wanted, None, 10_000)?;
        Ok::<_, StoreError>((about, lines))
    });
    let (about, lines) = found.unwrap();
    let lines = lines.into_iter().rev().map(|line| line.entry_id);
    (about.into_iter().map(|recorded| recorded.entry_id).collect(), lines.collect())
}

#[test]
fn what_names_a_subject_is_found_over_many_spans() {
    on_each_engine(|instance| {
        let store = instance.open();
        let mut expected = Vec::new();
        for number in 0..20 {
            let changed = store.change(now(), "test", |change| {
                change.record(private(&format!("person-{number}")))?;
                let places = (0..30).map(|place| change.record(public(&format!("{number} {place}"))));
                places.collect::<Result<Vec<u64>, StoreError>>()
            });
            expected.extend(changed.unwrap().outcome);
        }
        assert_eq!(named(&store), (expected.clone(), expected.clone()));
        store.rebuild().unwrap();
        assert_eq!(named(&store), (expected.clone(), expected));
    });
}

#[test]
fn what_a_change_has_recorded_is_found_within_it() {
    on_each_engine(|instance| {
        let store = instance.open();
        append(&store, 200).unwrap();
        let found = store.change(now(), "test", |change| {
            let recorded = change.record(public("the last"))?;
            let about = reading::about(change.tx(), Area::Instance, &[OTHER.to_owned()])?;
            let all = reading::all(change.tx(), Area::Instance)?;
            let wanted = history::Wanted { subject: Some(OTHER), kind: None };
            let lines = history::before(change.tx(), &wanted, None, 1)?;
            Ok::<_, StoreError>((recorded, about.len(), all.len(), lines.first().map(|line| line.entry_id)))
        });
        let (recorded, about, all, last) = found.unwrap().outcome;
        assert_eq!((about, all, last), (201, 202, Some(recorded)));
    });
}

#[test]
fn lines_are_found_by_subject_and_kind_before_any_place() {
    on_each_engine(|instance| {
        let store = instance.open();
        let mut people = Vec::new();
        for number in 0..9 {
            append(&store, 40).unwrap();
            let changed = store.change(now(), "test", |change| change.record(private(&format!("person-{number}"))));
            people.push(changed.unwrap().outcome);
        }
        let size = store.head().unwrap().unwrap().size;
        let found = |subject, kind, end, limit| {
            let lines = store.read(|tx| history::before(tx, &history::Wanted { subject, kind }, end, limit)).unwrap();
            lines.into_iter().map(|line| line.entry_id).collect::<Vec<u64>>()
        };
        for end in (0..size + 2).map(Some).chain([None]) {
            let last = end.unwrap_or(size).min(size);
            assert_eq!(found(None, None, end, 1000), (0..last).rev().collect::<Vec<_>>());
            assert_eq!(found(None, None, end, 7), (0..last).rev().take(7).collect::<Vec<_>>());
            let of_people: Vec<u64> = people.iter().copied().rev().filter(|entry| *entry < last).collect();
            for kind in ["person", "person.registered"] {
                assert_eq!(found(None, Some(kind), end, 1000), of_people);
            }
            assert_eq!(
                found(Some("person/person-4"), None, end, 9),
                people[4..5].iter().copied().filter(|entry| *entry < last).collect::<Vec<_>>()
            );
        }
        for kind in ["person.register", "pers", "person.", "organisation", "nothing.such", ""] {
            assert_eq!(found(None, Some(kind), None, 1000), [] as [u64; 0], "{kind}");
        }
    });
}
