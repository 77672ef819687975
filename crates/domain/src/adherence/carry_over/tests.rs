use std::collections::BTreeSet;

use super::{Reason, carry_over};
use crate::adherence::fixtures::{code, part};
use crate::codes::code::{Code, Measure, TextKind};
use crate::codes::id::PartId;
use crate::codes::lineage::{Descent, Fate, Lineage};

/// A code whose first chapter has these measures, each with its text.
fn version(version: &str, measures: &[(&str, &str)]) -> Code {
    let mut code = code();
    let template = code.chapters[1].commitments[0].measures[0].clone();
    let measure = |(id, text): &(&str, &str)| Measure { id: part(id), summary: (*text).to_owned(), ..template.clone() };
    code.chapters.truncate(1);
    code.chapters[0].commitments[0].measures = measures.iter().map(measure).collect();
    Code { version: part(version), ..code }
}

fn became(ids: &[&str]) -> Fate {
    Fate::Became(ids.iter().map(|id| part(id)).collect())
}

/// What becomes of the answers, as `from > to` with why it is to be reviewed, and as `measure: why` left behind.
fn told(answered: &[&str], old: &Code, new: &Code) -> (Vec<String>, Vec<String>, Vec<PartId>) {
    let answered: BTreeSet<PartId> = answered.iter().map(|id| part(id)).collect();
    let result = carry_over(&answered, old, new);
    // Every answer is either carried or left behind.
    let mut ends: BTreeSet<PartId> = result.carried.iter().map(|carried| carried.from.clone()).collect();
    ends.extend(result.left_behind.iter().map(|left| left.measure.clone()));
    assert_eq!(ends, answered);
    let review = |carried: &super::Carried| carried.review.map_or("as it is", super::Review::id);
    let carried = result.carried.iter().map(|it| format!("{} > {}: {}", it.from, it.to, review(it)));
    let left = result.left_behind.iter().map(|it| match &it.reason {
        Reason::Dropped(notes) => format!("{}: {}", it.measure, notes.join("; ")),
        Reason::Lost => format!("{}: lost", it.measure),
        Reason::NotInVersion => format!("{}: not in the version", it.measure),
    });
    (carried.collect(), left.collect(), result.unanswered)
}

#[test]
fn every_answer_is_carried_as_it_is_carried_for_review_or_left_behind_with_a_reason() {
    let letters = [("A", "a"), ("B", "b"), ("C", "c"), ("D", "d"), ("E", "e"), ("F", "f"), ("G", "g"), ("H", "h")];
    let old = version("1", &letters);
    let mut new =
        version("2", &[("A", "a"), ("B2", "b"), ("C", "other"), ("DE", "d e"), ("F1", "f"), ("F2", "f"), ("N", "n")]);
    let fates = [
        ("B", became(&["B2"])),
        ("D", became(&["DE"])),
        ("E", became(&["DE"])),
        ("F", became(&["F1", "F2"])),
        ("G", Fate::Dropped("the law changed".to_owned())),
    ];
    let parts = fates.into_iter().map(|(id, fate)| Descent { id: part(id), fate, note: None }).collect();
    new.lineages = vec![Lineage { from: part("1"), source: String::new(), parts }];
    let (carried, left_behind, unanswered) = told(&["A", "B", "C", "D", "E", "F", "G", "H", "X"], &old, &new);
    assert_eq!(
        carried,
        [
            "A > A: as it is",
            "B > B2: as it is",
            "C > C: changed",
            "D > DE: merged",
            "E > DE: merged",
            "F > F1: split",
            "F > F2: split",
        ]
    );
    assert_eq!(left_behind, ["G: the law changed", "H: lost", "X: not in the version"]);
    assert_eq!(unanswered, [part("N")]);
}

#[test]
fn nothing_is_carried_unseen_from_a_summary_to_a_full_text() {
    let (old, new) = (version("1", &[("A", "a"), ("B", "b")]), version("2", &[("A", "a"), ("B", "b")]));
    let new = Code { text: TextKind::Full, ..new };
    let (carried, _, unanswered) = told(&["A"], &old, &new);
    assert_eq!((carried, unanswered), (vec!["A > A: not-compared".to_owned()], vec![part("B")]));
}
