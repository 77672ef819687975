use super::Pointer;
use crate::evidence::archive::EvidenceRefusal;
use crate::evidence::fixtures::evidence;
use crate::evidence::passage::{Passage, Position};

const TEXT: &str = "Tests ran in März. Ten tests failed. Ten tests passed.";

fn quoted(exact: &str, prefix: &str, suffix: &str) -> Result<Passage, EvidenceRefusal> {
    Pointer::Quotation(Passage::new(exact, prefix, suffix, None).unwrap()).passage_in(&evidence("a"), TEXT)
}

#[test]
fn a_quotation_gets_its_place_and_what_stands_around_it() {
    let passage = quoted("Ten tests failed", "", "").unwrap();
    assert_eq!(passage.position(), Some(Position { start: 19, end: 35 }));
    assert_eq!((passage.prefix(), passage.suffix()), ("Tests ran in März. ", ". Ten tests passed."));
    assert_eq!(quoted("Ten tests", "März. ", "").unwrap().position(), Some(Position { start: 19, end: 28 }));
}

#[test]
fn a_quotation_in_several_places_needs_more_around_it() {
    let refusal = quoted("Ten tests", "", "").unwrap_err();
    assert_eq!(refusal, EvidenceRefusal::SeveralPlaces { item: evidence("a"), places: 2 });
}

#[test]
fn what_the_text_does_not_say_is_refused() {
    let missing = EvidenceRefusal::NoSuchPassage { item: evidence("a") };
    assert_eq!(quoted("Nine tests failed", "", "").unwrap_err(), missing);
    assert_eq!(quoted("tested", "ran in ", ". Ten").unwrap_err(), missing);
    let beyond = Pointer::Place(Position { start: 40, end: 400 });
    assert_eq!(beyond.passage_in(&evidence("a"), TEXT).unwrap_err(), missing);
}

#[test]
fn a_place_gives_the_quotation() {
    let place = Pointer::Place(Position { start: 13, end: 17 });
    assert_eq!(place.passage_in(&evidence("a"), TEXT).unwrap().exact(), "März");
}
