//! Statements: by whom, in which revision, on which version, and what becomes of them in the next.

use adhere_actions::carry_over::{Answer, CarriedOver, CarryOver, Fate, carry_over};
use adhere_actions::evidence::{add_evidence, attach_evidence, detach_evidence, withdraw_evidence};
use adhere_actions::record_statement::{RecordStatement, record_statement};
use adhere_domain::adherence::carry_over::{Reason, Review};
use adhere_domain::adherence::record::ImplementationState as State;
use adhere_domain::adherence::statements::Subject;
use adhere_domain::evidence::archive::{Attachment, EvidenceWithdrawal};
use adhere_domain::evidence::carrying::Carrying;
use adhere_store::StoreError;
use adhere_store::projection::evidence::attached;
use adhere_store::projection::statement::{Stated, Wanted, list};
use jiff::civil::{Date, date};

use crate::world::{
    TODAY, World, attach, content, file, first, id, on_each_engine, on_measure, part, refused_by, second, text,
};

const ALL: u64 = 1_000;

fn stated(world: &World, wanted: &Wanted<'_>, day: Date) -> Vec<Stated> {
    world.store.read(|tx| Ok::<_, StoreError>(list(tx, wanted, day, ALL)?)).unwrap()
}

/// Each statement as its measure, its revision and its state.
fn told(world: &World, wanted: &Wanted<'_>, day: Date) -> Vec<(String, u32, State)> {
    let told = |it: Stated| (it.subject.measure.to_string(), it.revision.number, it.revision.content.state);
    stated(world, wanted, day).into_iter().map(told).collect()
}

#[test]
fn a_statement_is_recorded_with_its_author_and_revised() {
    on_each_engine(|world| {
        let changed = world.state("A", content(State::Planned, "soon"), 0).unwrap();
        assert_eq!((changed.outcome, changed.entries.len()), (1, 1));
        assert_eq!(world.state("A", content(State::Implemented, "done"), 1).unwrap().outcome, 2);
        let all = stated(world, &Wanted::default(), TODAY);
        let [it] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(it.subject, on_measure("A"));
        assert_eq!((it.revision.number, it.revision.author.as_str(), it.revision.on), (2, "ada", TODAY));
        assert_eq!(it.revision.content, content(State::Implemented, "done"));
        let entry = world.store.read(|tx| adhere_store::reading::entry(tx, it.entry_id)).unwrap().unwrap();
        assert_eq!((entry.kind.as_str(), entry.actor.as_str()), ("statement.recorded", "ada"));
    });
}

#[test]
fn a_past_day_shows_what_was_stated_then() {
    on_each_engine(|world| {
        world.state("A", content(State::Planned, "soon"), 0).unwrap();
        let (code, later) = (first(), date(2026, 5, 1));
        let (subject, content) = (on_measure("A"), content(State::Implemented, "done"));
        let command = RecordStatement { code: &code, subject, content, after: 1, carried_from: None };
        record_statement(&world.on(later, "ada"), command).unwrap();
        let told = |day| told(world, &Wanted::default(), day);
        assert_eq!(told(date(2026, 2, 28)), []);
        assert_eq!(told(date(2026, 4, 30)), [("A".to_owned(), 1, State::Planned)]);
        assert_eq!(told(later), [("A".to_owned(), 2, State::Implemented)]);
    });
}

#[test]
fn statements_are_listed_by_what_they_are_about_and_page_by_page() {
    on_each_engine(|world| {
        for (measure, state) in [("A", State::Planned), ("B", State::Implemented), ("C", State::Planned)] {
            world.state(measure, content(state, "words"), 0).unwrap();
        }
        let planned = Wanted { state: Some(State::Planned), ..Wanted::default() };
        assert_eq!(told(world, &planned, TODAY).len(), 2);
        let (provider, measure) = (id("acme"), part("B"));
        let one = Wanted { provider: Some(&provider), measure: Some(&measure), ..Wanted::default() };
        assert_eq!(told(world, &one, TODAY), [("B".to_owned(), 1, State::Implemented)]);
        let other = Wanted { version: Some(&measure), ..Wanted::default() };
        assert_eq!(told(world, &other, TODAY), []);
        let after = Wanted { after: Some("statement/acme/gpai/1/A"), ..Wanted::default() };
        assert_eq!(told(world, &after, TODAY).len(), 2);
    });
}

#[test]
fn what_the_rules_do_not_allow_is_refused_and_records_nothing() {
    on_each_engine(|world| {
        world.state("A", content(State::Planned, "soon"), 0).unwrap();
        let before = world.size();
        let done = || content(State::Implemented, "done");
        assert_eq!(refused_by(world.state("A", done(), 0)), "statement-latest");
        assert_eq!(refused_by(world.state("X", done(), 0)), "statement-of-measure");
        assert_eq!(refused_by(world.state("B", content(State::Alternative, ""), 0)), "statement-reasoned");
        let (code, (unpublished, _)) = (first(), second());
        let mut altered = first();
        altered.title.push('!');
        let by = |code, version: &str, actor, day| {
            let subject = Subject { version: part(version), ..on_measure("A") };
            let command = RecordStatement { code, subject, content: done(), after: 1, carried_from: None };
            refused_by(record_statement(&world.on(day, actor), command))
        };
        assert_eq!(by(&unpublished, "2", "ada", TODAY), "statement-of-measure");
        assert_eq!(by(&altered, "1", "ada", TODAY), "statement-of-measure");
        assert_eq!(by(&code, "1", "eve", TODAY), "statement-by-editor");
        assert_eq!(by(&code, "1", "nobody", TODAY), "statement-by-editor");
        assert_eq!(by(&code, "1", "ada", date(2025, 12, 31)), "statement-by-editor");
        assert_eq!(by(&code, "1", "ada", date(2026, 2, 1)), "statement-dated");
        assert_eq!(world.size(), before);
    });
}

#[test]
fn every_answer_is_carried_over_shown_for_review_or_left_behind() {
    on_each_engine(|world| {
        for measure in ["A", "B", "C", "D"] {
            world.state(measure, content(State::Partial, measure), 0).unwrap();
        }
        let (old, (new, follows)) = (first(), second());
        let provider = id("acme");
        let command = CarryOver { provider: &provider, old: &old, new: &new };
        assert_eq!(refused_by(carry_over(&world.by("ada"), command)), "statement-of-measure");
        world.publish(&new, Some(&follows));
        let back = CarryOver { provider: &provider, old: &new, new: &old };
        assert_eq!(refused_by(carry_over(&world.by("ada"), back)), "statement-to-next");
        assert_eq!(refused_by(carry_over(&world.by("eve"), command)), "statement-by-editor");

        let changed = carry_over(&world.by("ada"), command).unwrap();
        let at = |measure: &str| Subject { version: part("2"), ..on_measure(measure) };
        let answer = |measure: &str, fate| {
            let (content, evidence) = (content(State::Partial, measure), Vec::new());
            Answer { from: on_measure(measure), content, fate, evidence }
        };
        assert_eq!(
            changed.outcome.answers,
            [
                answer("A", Fate::Carried(at("A"))),
                answer("B", Fate::Carried(at("B2"))),
                answer("C", Fate::ForReview(at("C"), Review::Changed)),
                answer("D", Fate::LeftBehind(Reason::Dropped(vec!["the law changed".to_owned()]))),
            ]
        );
        assert_eq!(changed.outcome.unanswered, [(None, part("N")), (None, part("E"))]);
        assert_eq!(changed.entries.len(), 2);
        let version = part("2");
        let carried = stated(world, &Wanted { version: Some(&version), ..Wanted::default() }, TODAY);
        let from: Vec<Option<&str>> = carried.iter().map(|it| it.carried_from.as_deref()).collect();
        assert_eq!(from, [Some("statement/acme/gpai/1/A"), Some("statement/acme/gpai/1/B")]);

        let again = carry_over(&world.by("ada"), command).unwrap();
        assert_eq!((again.outcome, again.entries), (changed.outcome, Vec::new()));
    });
}

#[test]
fn what_shows_an_answer_is_carried_with_it_and_proposed_where_it_is_to_be_reviewed() {
    on_each_engine(|world| {
        let by = world.by("ada");
        for measure in ["A", "C", "D"] {
            world.state(measure, content(State::Partial, measure), 0).unwrap();
        }
        for name in ["report", "old"] {
            add_evidence(&by, file(name), &mut name.as_bytes()).unwrap();
            attach_evidence(&by, attach("A", name, None)).unwrap();
        }
        for measure in ["C", "D"] {
            attach_evidence(&by, attach(measure, "report", None)).unwrap();
        }
        let withdrawal = EvidenceWithdrawal { item: id("old"), from: TODAY, reason: text("wrong") };
        withdraw_evidence(&by, withdrawal).unwrap();
        let (old, (new, follows), provider) = (first(), second(), id("acme"));
        world.publish(&new, Some(&follows));
        let command = CarryOver { provider: &provider, old: &old, new: &new };
        let told = |outcome: &CarriedOver| {
            let one = |(attachment, carrying): &(Attachment, Carrying)| {
                format!("{}:{} {}", attachment.subject.version, attachment.item, carrying.id())
            };
            let answers = outcome.answers.iter();
            let lines =
                answers.map(|it| format!("{} {:?}", it.from.measure, it.evidence.iter().map(one).collect::<Vec<_>>()));
            lines.collect::<Vec<_>>()
        };
        let carried = [r#"A ["2:report attached", "2:old withdrawn"]"#, r#"C ["2:report attachable"]"#, "D []"];
        let changed = carry_over(&by, command).unwrap();
        assert_eq!(told(&changed.outcome), carried);
        assert_eq!(changed.entries.len(), 2, "a statement, and what shows it");
        let there = || {
            let to = "statement/acme/gpai/2/A";
            let found = world.store.read(|tx| Ok::<_, StoreError>(attached(tx, Some(to), None, None)?)).unwrap();
            found.into_iter().map(|it| (it.evidence.to_string(), it.carried_from.unwrap())).collect::<Vec<_>>()
        };
        assert_eq!(there(), [("report".to_owned(), "statement/acme/gpai/1/A".to_owned())]);
        world.store.rebuild().unwrap();
        assert_eq!(there().len(), 1);

        let again = carry_over(&by, command).unwrap();
        assert_eq!((again.outcome, again.entries), (changed.outcome, Vec::new()));
        let to = Attachment {
            subject: Subject { version: part("2"), ..on_measure("A") },
            item: id("report"),
            passage: None,
        };
        detach_evidence(&by, &to).unwrap();
        let after = carry_over(&by, command).unwrap();
        assert_eq!(
            (told(&after.outcome)[0].as_str(), after.entries.len()),
            (r#"A ["2:report detached", "2:old withdrawn"]"#, 0)
        );
        assert_eq!(there(), []);
    });
}

#[test]
fn what_is_stated_on_the_new_version_is_never_overwritten() {
    on_each_engine(|world| {
        world.state("A", content(State::Partial, "old"), 0).unwrap();
        let (old, (new, follows)) = (first(), second());
        world.publish(&new, Some(&follows));
        let (subject, content) = (Subject { version: part("2"), ..on_measure("A") }, content(State::Planned, "new"));
        let command = RecordStatement { code: &new, subject: subject.clone(), content, after: 0, carried_from: None };
        record_statement(&world.by("ada"), command).unwrap();
        let provider = id("acme");
        let changed = carry_over(&world.by("ada"), CarryOver { provider: &provider, old: &old, new: &new }).unwrap();
        assert_eq!(changed.outcome.answers[0].fate, Fate::StatedOtherwise(subject));
        assert_eq!(changed.entries, Vec::<u64>::new());
    });
}
