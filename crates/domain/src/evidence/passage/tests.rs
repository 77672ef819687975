//! Cases of each outcome, and any text as its own evidence.

use proptest::prelude::prop;
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::{Found, Passage, Position};

const POLICY: &str = "We crawl politely. We respect robots.txt. We keep logs. We respect opt-outs.";

fn place(start: usize, end: usize) -> Position {
    Position { start, end }
}

/// The passage with this quotation, where it stands first, with ten letters around it.
fn quoted(text: &str, exact: &str) -> Passage {
    let start = text.split_once(exact).unwrap().0.chars().count();
    Passage::at(text, place(start, start + exact.chars().count()), 10).unwrap()
}

#[test]
fn a_passage_is_found_where_it_was() {
    let passage = quoted(POLICY, "respect robots.txt");
    assert_eq!((passage.prefix(), passage.suffix()), ("itely. We ", ". We keep "));
    assert_eq!(passage.find(POLICY), Found::There(place(22, 40)));
    let unplaced = Passage::new("keep logs", "", "", None).unwrap();
    assert_eq!(unplaced.find(POLICY), Found::There(place(45, 54)));
    assert_eq!(quoted("Größe: über 10²⁵ – viel", "10²⁵").find("Größe: über 10²⁵ – viel"), Found::There(place(12, 16)));
}

#[test]
fn a_passage_that_moved_is_found_by_its_surroundings() {
    let passage = quoted(POLICY, "We respect");
    let moved = format!("New: We respect nobody. {POLICY}");
    assert_eq!(passage.find(&moved), Found::Moved(place(43, 53)), "the one after the same words, not the first");
}

#[test]
fn another_wording_between_the_same_surroundings_is_told() {
    let passage = quoted(POLICY, "respect robots.txt");
    let changed = POLICY.replace("respect robots.txt", "ignore robots.txt");
    let now = "ignore robots.txt".to_owned();
    assert_eq!(passage.find(&changed), Found::Changed { at: place(22, 39), now });
    let swollen = POLICY.replace("respect robots.txt", &"do much else ".repeat(20));
    assert_eq!(passage.find(&swollen), Found::Gone);
    assert_eq!(passage.find(&POLICY.replace("respect robots.txt", "")), Found::Gone);
    let twice = format!("{changed} {changed}");
    assert_eq!(passage.find(&twice), Found::Ambiguous(vec![place(22, 39), place(98, 115)]));
}

#[test]
fn a_passage_that_fits_in_several_places_is_ambiguous() {
    let bare = Passage::new("We respect", "", "", None).unwrap();
    assert_eq!(bare.find(POLICY), Found::Ambiguous(vec![place(19, 29), place(56, 66)]));
    let overlapping = Passage::new("aa", "", "", Some(place(5, 7))).unwrap();
    assert_eq!(overlapping.find("aaa"), Found::Ambiguous(vec![place(0, 2), place(1, 3)]));
    assert_eq!(bare.find("Nothing of it."), Found::Gone);
}

#[test]
fn a_passage_has_a_quotation_and_an_end() {
    assert_eq!(Passage::new("", "before", "after", None), None);
    assert_eq!(Passage::new("a", "", "", Some(place(3, 3))), None);
    assert_eq!(Passage::new(&"a".repeat(8_193), "", "", None), None);
    assert_eq!(Passage::at("short", place(3, 9), 2), None);
}

proptest! {
    #[test]
    fn a_passage_of_any_text_is_there_and_moves_with_what_is_put_before(
        text in "[ab ñ]{1,40}",
        before in "[xyz]{1,9}",
        (start, length) in (0..40_usize, 1..8_usize),
        around in prop::sample::select(vec![0_usize, 3, 50]),
    ) {
        let Some(passage) = Passage::at(&text, place(start, start + length), around) else { return Ok(()) };
        prop_assert_eq!(passage.find(&text), Found::There(place(start, start + length)));
        let shift = before.chars().count();
        let found = passage.find(&format!("{before}{text}"));
        let moved = place(start + shift, start + length + shift);
        let fits = match &found {
            Found::Moved(at) => *at == moved,
            // With little around it the quotation can stand elsewhere, too: in its old place, even.
            Found::Ambiguous(places) => places.contains(&moved),
            Found::There(at) => *at == place(start, start + length) && around < 50,
            Found::Changed { .. } | Found::Gone => false,
        };
        prop_assert!(fits, "{found:?}");
    }
}
