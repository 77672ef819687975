use jiff::civil::{Date, date};

use super::super::corpus::{ElementId, Standing};
use super::{Edition, EditionKind, Ending, Part, Unit, put_together};

fn unit(id: &str, text: &str) -> Unit {
    let id = ElementId::parse(id).unwrap();
    Unit { id, label: String::new(), heading: String::new(), text: text.to_owned() }
}

fn edition(kind: EditionKind, from: Date, units: Vec<Unit>, ends: &[(&str, Part)]) -> Edition {
    let ending = |(id, part): &(&str, Part)| Ending { id: ElementId::parse(id).unwrap(), part: *part };
    Edition {
        act: "32024R1689".to_owned(),
        language: "en".to_owned(),
        kind,
        standing: Standing::OfficialCopy,
        from,
        units,
        ends: ends.iter().map(ending).collect(),
    }
}

const FIRST: Date = date(2024, 8, 1);
const CHANGE: Date = date(2026, 7, 27);

/// An original with one article and a recital, and what an edition makes of it: id, text, first day, end.
fn check(later: Edition, expected: &[(&str, &str, bool)]) {
    let original = edition(
        EditionKind::Original,
        FIRST,
        vec![
            unit("rec_1", "Because."),
            unit("art_1__para_1", "One."),
            unit("art_1__para_2", "Two:"),
            unit("art_1__para_2__point_a", "this;"),
        ],
        &[],
    );
    // The order in which editions were imported does not matter.
    for editions in [[original.clone(), later.clone()], [later, original]] {
        for on in [CHANGE.yesterday().unwrap(), CHANGE] {
            let all = put_together(&editions, None);
            let found: Vec<(&str, &str)> = all
                .iter()
                .filter(|dated| dated.is_in_force(on))
                .map(|dated| (dated.unit.id.as_str(), dated.unit.text.as_str()))
                .collect();
            let after = on == CHANGE;
            let expected: Vec<(&str, &str)> =
                expected.iter().filter(|(.., when)| *when == after).map(|(id, text, _)| (*id, *text)).collect();
            assert_eq!(found, expected, "{on}");
        }
    }
}

const BEFORE: [(&str, &str, bool); 4] = [
    ("rec_1", "Because.", false),
    ("art_1__para_1", "One.", false),
    ("art_1__para_2", "Two:", false),
    ("art_1__para_2__point_a", "this;", false),
];

#[test]
fn a_replaced_paragraph_ends_with_all_that_lies_within_it() {
    let later =
        edition(EditionKind::Amended, CHANGE, vec![unit("art_1__para_2", "New.")], &[("art_1__para_2", Part::Whole)]);
    let after = [("rec_1", "Because.", true), ("art_1__para_1", "One.", true), ("art_1__para_2", "New.", true)];
    check(later, &[BEFORE.as_slice(), &after].concat());
}

#[test]
fn new_opening_words_leave_the_points_standing() {
    let later =
        edition(EditionKind::Amended, CHANGE, vec![unit("art_1__para_2", "New:")], &[("art_1__para_2", Part::Own)]);
    let after = [
        ("rec_1", "Because.", true),
        ("art_1__para_1", "One.", true),
        ("art_1__para_2__point_a", "this;", true),
        ("art_1__para_2", "New:", true),
    ];
    check(later, &[BEFORE.as_slice(), &after].concat());
}

#[test]
fn a_deleted_point_ends_and_nothing_follows() {
    let later = edition(EditionKind::Amended, CHANGE, vec![], &[("art_1__para_2__point_a", Part::Whole)]);
    let after = [("rec_1", "Because.", true), ("art_1__para_1", "One.", true), ("art_1__para_2", "Two:", true)];
    check(later, &[BEFORE.as_slice(), &after].concat());
}

#[test]
fn a_consolidated_text_ends_what_it_lacks_except_recitals_and_keeps_what_reads_the_same() {
    let units = vec![unit("art_1__para_1", "One."), unit("art_1__para_2", "Two.")];
    let later = edition(EditionKind::Consolidated, CHANGE, units, &[]);
    let after = [("rec_1", "Because.", true), ("art_1__para_1", "One.", true), ("art_1__para_2", "Two.", true)];
    check(later, &[BEFORE.as_slice(), &after].concat());
}

#[test]
fn what_reads_the_same_keeps_the_day_and_the_standing_of_the_original() {
    let original = edition(EditionKind::Original, FIRST, vec![unit("art_1", "‘One’.")], &[]);
    let copy = Edition {
        standing: Standing::HandCopy,
        ..edition(EditionKind::Amended, CHANGE, vec![unit("art_1", "'One'.")], &[("art_1", Part::Whole)])
    };
    let editions = [original, copy];
    let all = put_together(&editions, None);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].from, all[0].until, all[0].edition), (FIRST, None, 0));
}
