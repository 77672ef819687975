//! What entries name is found however many entries there are: within the change that records them, over many spans, and
//! after an upgrade from before there were spans.

use adhere_store::event::Area;
use adhere_store::projection::history;
use adhere_store::{Store, StoreError, reading};

use crate::everything;
use crate::fixtures::{Instance, append, now, on_each_engine, private, public};
use crate::rows::Behind;

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
fn names_kept_by_entry_are_taken_over_into_spans() {
    on_each_engine(|instance| {
        let other = Instance::named(&instance.folder.join("other"), "example.eu/other").open();
        everything::fill(&instance.open(), &other);
        let mut behind = Behind::open(&instance.open().home().database());
        let now_kept = behind.rows("mention");
        behind.run(
            "create table mention_by_entry as \
             select mention.subject, mention.area, history.entry_id from mention \
             join history on history.entry_id / 128 = mention.span \
                 and ' ' || mention.entries like '% ' || (history.entry_id % 128) || ' %'; \
             drop table mention; \
             alter table mention_by_entry rename to mention; \
             delete from migration where migration_id = 10",
        );
        assert!(behind.rows("mention").len() > now_kept.len() + 200, "each entry has a row of its own");
        let database = instance.open().home().database();
        assert_eq!(Behind::open(&database).rows("mention"), now_kept);
    });
}
