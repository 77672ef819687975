use jiff::civil::date;

use super::super::corpus::ElementId;
use super::super::official_text::{Dated, Unit};
use super::{Comparison, Condition, Found, Numbering, Passage, compare};

const ONE: &str =
    "Providers shall keep the documentation of their models at the disposal of the authorities for ten years.";
const TWO: &str = "The Commission may ask for that documentation at any time. It shall say why it needs the documentation it asks for.";
const THREE: &str =
    "Paragraphs 1 and 2 do not apply to models that are made available under a free licence with open weights.";

fn unit(id: &str, label: &str, text: &str) -> Unit {
    let id = ElementId::parse(id).unwrap();
    Unit { id, label: label.to_owned(), heading: String::new(), text: text.to_owned() }
}

fn passage(label: Option<&str>, text: &str) -> Passage {
    Passage { line: 1, label: label.map(str::to_owned), text: text.to_owned(), parts: 1, skip: None }
}

/// Compares with an article of three paragraphs, the last of which was deleted on 27 July 2026.
fn check(passages: &[Passage], see: impl Fn(&Comparison)) {
    let units =
        [unit("art_1__para_1", "1.", ONE), unit("art_1__para_2", "2.", TWO), unit("art_1__para_3", "3.", THREE)];
    let dated = |(place, unit)| Dated {
        unit,
        edition: 0,
        from: date(2024, 8, 1),
        until: (place == 2).then_some(date(2026, 7, 27)),
    };
    let units: Vec<Dated<'_>> = units.iter().enumerate().map(dated).collect();
    see(&compare(passages, &units, None, date(2026, 11, 22)));
}

fn found(comparison: &Comparison, row: usize) -> &super::Match {
    match &comparison.rows[row].found {
        Found::InLaw(found) => found,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_official_text_in_force_is_clean() {
    check(&[passage(Some("1."), ONE), passage(Some("2."), TWO)], |comparison| {
        assert!(comparison.is_clean(), "{comparison:?}");
    });
}

#[test]
fn what_is_left_out_is_missing_unless_it_is_no_longer_the_law() {
    check(&[passage(Some("1."), ONE)], |comparison| assert_eq!(comparison.missing, [1]));
}

#[test]
fn deleted_text_is_identical_and_outdated() {
    check(&[passage(Some("1."), ONE), passage(Some("2."), TWO), passage(Some("3."), THREE)], |comparison| {
        let outdated = found(comparison, 2).outdated.as_ref().unwrap();
        assert_eq!((outdated.since, outdated.now.as_slice()), (date(2026, 7, 27), [].as_slice()));
        assert!(found(comparison, 2).is_identical());
        assert!(!comparison.is_clean());
    });
}

#[test]
fn a_paragraph_in_two_items_is_split() {
    let (first, second) = TWO.split_once(" It ").unwrap();
    let second = format!("It {second}");
    check(&[passage(Some("1."), ONE), passage(Some("2."), first), passage(Some("3."), &second)], |comparison| {
        let two = found(comparison, 1);
        assert_eq!(comparison.rows[1].passages, [1, 2]);
        assert_eq!((two.units.as_slice(), two.conditions.as_slice()), ([1].as_slice(), [Condition::Split].as_slice()));
        assert_eq!(two.numbering, [Numbering::Same, Numbering::Changed { from: "2.".to_owned(), to: "3.".to_owned() }]);
        assert!(two.is_identical());
    });
}

#[test]
fn two_paragraphs_in_one_item_are_merged() {
    check(&[passage(Some("1."), &format!("{ONE} {TWO}"))], |comparison| {
        let both = found(comparison, 0);
        assert_eq!(
            (both.units.as_slice(), both.conditions.as_slice()),
            ([0, 1].as_slice(), [Condition::Merged].as_slice())
        );
        assert!(both.is_identical());
    });
}

#[test]
fn the_same_words_twice_are_a_repetition_and_the_numbered_one_counts() {
    check(&[passage(None, ONE), passage(Some("1."), ONE), passage(Some("2."), TWO)], |comparison| {
        assert_eq!(found(comparison, 0).conditions, [Condition::Repeated]);
        assert_eq!(found(comparison, 1).conditions, []);
        assert!(comparison.is_clean(), "{comparison:?}");
    });
}

#[test]
fn invented_words_are_not_in_the_law() {
    let invented = "Whoever breaks this rule shall pay for a round of drinks in the canteen.";
    check(&[passage(Some("1."), ONE), passage(Some("2."), TWO), passage(Some("3."), invented)], |comparison| {
        assert!(matches!(comparison.rows[2].found, Found::NotInLaw { closest: None, .. }), "{comparison:?}");
        assert!(!comparison.is_clean());
    });
}

#[test]
fn a_text_that_shares_nothing_with_the_act_has_no_scope() {
    check(&[passage(None, "Cats sleep on warm stones at noon.")], |comparison| {
        assert_eq!(comparison.scope, None);
        assert_eq!(comparison.rows.len(), 1);
    });
}
