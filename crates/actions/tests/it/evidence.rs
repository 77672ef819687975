//! Evidence: its bytes first, then the entry that names them; attached as a whole or as a passage.

use std::fs;
use std::io::{self, Read};

use adhere_actions::evidence::{add_evidence, attach_evidence, detach_evidence, withdraw_evidence};
use adhere_domain::adherence::record::ImplementationState as State;
use adhere_domain::evidence::archive::{Attachment, EvidenceWithdrawal};
use adhere_domain::evidence::item::MediaType;
use adhere_domain::evidence::passage::{Passage, Position};
use adhere_domain::evidence::quotation::Pointer;
use adhere_store::StoreError;
use adhere_store::projection::evidence::{Kept, Wanted, attached, item, list};
use jiff::civil::date;

use crate::world::{TODAY, World, attach, content, file, id, on_each_engine, on_measure, refused_by, text};

const REPORT: &str = "Tests ran in März. Ten tests failed. Ten tests passed.";

fn quoted(exact: &str) -> Option<Pointer> {
    Passage::new(exact, "", "", None).map(Pointer::Quotation)
}

fn add(world: &World, name: &str, bytes: &str) {
    add_evidence(&world.by("ada"), file(name), &mut bytes.as_bytes()).unwrap();
}

fn kept(world: &World, name: &str) -> Option<Kept> {
    world.store.read(|tx| Ok::<_, StoreError>(item(tx, &id(name), None)?)).unwrap()
}

#[test]
fn a_file_is_added_once_and_attached_as_a_whole_and_as_a_passage() {
    on_each_engine(|world| {
        world.state("A", content(State::Implemented, "done"), 0).unwrap();
        let added = add_evidence(&world.by("ada"), file("report"), &mut REPORT.as_bytes()).unwrap();
        assert_eq!(added.outcome.size, REPORT.len() as u64);
        let again = add_evidence(&world.by("ada"), file("report"), &mut REPORT.as_bytes()).unwrap();
        assert_eq!((again.outcome, again.entries.len()), (added.outcome.clone(), 0));

        attach_evidence(&world.by("ada"), attach("A", "report", None)).unwrap();
        let passage = attach_evidence(&world.by("ada"), attach("A", "report", quoted("Ten tests failed"))).unwrap();
        let found = passage.outcome.passage.unwrap();
        assert_eq!(found.position(), Some(Position { start: 19, end: 35 }));
        let attached = world.store.read(|tx| Ok::<_, StoreError>(attached(tx, None, None, None)?)).unwrap();
        assert_eq!(attached.iter().map(|it| it.passage.clone()).collect::<Vec<_>>(), [None, Some(found)]);
        assert_eq!(kept(world, "report").unwrap().attached, 2);

        let mut bytes = Vec::new();
        world.store.blobs().read(&added.outcome.digest, &mut bytes).unwrap();
        assert_eq!(bytes, REPORT.as_bytes());
    });
}

#[test]
fn what_is_detached_shows_nothing_more() {
    on_each_engine(|world| {
        world.state("A", content(State::Implemented, "done"), 0).unwrap();
        add(world, "report", REPORT);
        let whole = attach_evidence(&world.by("ada"), attach("A", "report", None)).unwrap().outcome;
        attach_evidence(&world.by("ada"), attach("A", "report", quoted("März"))).unwrap();
        detach_evidence(&world.by("ada"), &whole).unwrap();
        assert_eq!(refused_by(detach_evidence(&world.by("ada"), &whole)), "evidence-attached");
        let left = world.store.read(|tx| Ok::<_, StoreError>(attached(tx, None, Some(&id("report")), None)?)).unwrap();
        assert_eq!(left.iter().map(|it| it.passage.as_ref().unwrap().exact()).collect::<Vec<_>>(), ["März"]);
        attach_evidence(&world.by("ada"), attach("A", "report", None)).unwrap();
        assert_eq!(kept(world, "report").unwrap().attached, 2);
    });
}

#[test]
fn withdrawn_evidence_stays_and_shows_nothing_more() {
    on_each_engine(|world| {
        world.state("A", content(State::Implemented, "done"), 0).unwrap();
        add(world, "report", REPORT);
        let withdrawal = EvidenceWithdrawal { item: id("report"), from: date(2026, 2, 1), reason: text("superseded") };
        withdraw_evidence(&world.by("ada"), withdrawal.clone()).unwrap();
        assert_eq!(kept(world, "report").unwrap().record.withdrawn, Some(withdrawal.clone()));
        assert_eq!(refused_by(attach_evidence(&world.by("ada"), attach("A", "report", None))), "evidence-withdrawn");
        let later = EvidenceWithdrawal { from: date(2026, 3, 1), ..withdrawal };
        assert_eq!(refused_by(withdraw_evidence(&world.by("ada"), later)), "evidence-withdrawn");
        let silent = |day| {
            let wanted = Wanted { silent_on: Some(day), ..Wanted::default() };
            world.store.read(|tx| Ok::<_, StoreError>(list(tx, &wanted, 10)?)).unwrap().len()
        };
        assert_eq!((silent(date(2026, 1, 31)), silent(date(2026, 2, 1))), (0, 1));
    });
}

#[test]
fn what_the_rules_do_not_allow_is_refused_and_records_nothing() {
    on_each_engine(|world| {
        world.state("A", content(State::Implemented, "done"), 0).unwrap();
        add(world, "report", REPORT);
        let picture = adhere_actions::evidence::AddEvidence {
            media_type: MediaType::parse("image/png").unwrap(),
            ..file("picture")
        };
        add_evidence(&world.by("ada"), picture, &mut REPORT.as_bytes()).unwrap();
        let before = world.size();

        let other = add_evidence(&world.by("ada"), file("report"), &mut "other".as_bytes());
        assert_eq!(refused_by(other), "evidence-new");
        let mut first = file("first");
        first.expires = Some(first.speaks_for);
        assert_eq!(refused_by(add_evidence(&world.by("ada"), first, &mut "x".as_bytes())), "evidence-period");
        let stranger = add_evidence(&world.by("nobody"), file("more"), &mut "x".as_bytes());
        assert_eq!(refused_by(stranger), "party-known");
        for (actor, day) in [("eve", TODAY), ("ben", TODAY), ("ada", date(2025, 12, 31))] {
            let refused = add_evidence(&world.on(day, actor), file("more"), &mut "x".as_bytes());
            assert_eq!(refused_by(refused), "evidence-by-editor", "{actor}");
        }
        let withdrawal = EvidenceWithdrawal { item: id("picture"), from: TODAY, reason: text("wrong") };
        assert_eq!(refused_by(withdraw_evidence(&world.by("eve"), withdrawal)), "evidence-by-editor");
        let whole = Attachment { subject: on_measure("A"), item: id("report"), passage: None };
        assert_eq!(refused_by(detach_evidence(&world.by("eve"), &whole)), "statement-by-editor");

        let attaching =
            |measure, item, passage| refused_by(attach_evidence(&world.by("ada"), attach(measure, item, passage)));
        assert_eq!(attaching("B", "report", None), "evidence-of-statement");
        assert_eq!(attaching("A", "nothing", None), "evidence-known");
        assert_eq!(attaching("A", "nothing", quoted("x")), "evidence-known");
        assert_eq!(attaching("A", "report", quoted("Nine tests failed")), "evidence-passage");
        assert_eq!(attaching("A", "report", quoted("Ten tests")), "evidence-passage");
        let beyond = Some(Pointer::Place(Position { start: 50, end: 60 }));
        assert_eq!(attaching("A", "report", beyond), "evidence-passage");
        assert_eq!(attaching("A", "picture", quoted("März")), "evidence-passage");
        let by_viewer = attach_evidence(&world.by("eve"), attach("A", "report", None));
        assert_eq!(refused_by(by_viewer), "statement-by-editor");
        assert_eq!(world.size(), before);
    });
}

/// A source that breaks off.
struct Breaking(u8);

impl Read for Breaking {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(1).ok_or_else(|| io::Error::other("the line is dead"))?;
        buffer.fill(7);
        Ok(buffer.len())
    }
}

#[test]
fn an_upload_that_breaks_off_leaves_neither_bytes_nor_an_entry() {
    on_each_engine(|world| {
        let before = world.size();
        add_evidence(&world.by("ada"), file("report"), &mut Breaking(40)).unwrap_err();
        assert_eq!((world.size(), kept(world, "report")), (before, None));
        assert_eq!(fs::read_dir(world.folder.join("blobs/sha256")).unwrap().count(), 0);
        world.audit();
    });
}

#[test]
fn what_shows_a_statement_is_withdrawn_by_those_who_write_for_its_provider() {
    on_each_engine(|world| {
        world.state("A", content(State::Implemented, "done"), 0).unwrap();
        add(world, "report", REPORT);
        let withdrawal = || EvidenceWithdrawal { item: id("report"), from: date(2026, 3, 1), reason: text("wrong") };
        attach_evidence(&world.by("ada"), attach("A", "report", None)).unwrap();
        let before = world.size();
        assert_eq!(refused_by(withdraw_evidence(&world.by("ben"), withdrawal())), "statement-by-editor");
        assert_eq!(world.size(), before, "a refusal changes nothing");
        withdraw_evidence(&world.by("ada"), withdrawal()).unwrap();
    });
}
