//! Time: the law as of a day, and as it could be known on another.

use adhere_domain::law::parameters::{CodeRegime, Since, Timeline};
use adhere_domain::law::readings::Readings;
use adhere_domain::law::rules::pathway::{Pathway, PathwayKind, PathwayState};
use jiff::civil::{Date, date};

use crate::world::{World, parameters};

/// The way by a code as of a day, as known on another, had an implementing act approved the code on 1 July 2026.
fn general_validity(as_of: Date, known_at: Date) -> Option<PathwayState> {
    let mut world = World::usual();
    world.set("code.approved-by-act", "2026-07-01");
    (world.as_of, world.known_at) = (as_of, known_at);
    let decision = world.decide();
    decision.pathways.iter().find(|way| way.kind == PathwayKind::GeneralValidity).map(Pathway::state)
}

#[test]
fn general_validity_ends_with_26_july_2026() {
    let known_at = date(2026, 11, 21);
    assert_eq!(general_validity(date(2026, 7, 26), known_at), Some(PathwayState::Open));
    assert_eq!(general_validity(date(2026, 7, 27), known_at), None);
}

#[test]
fn what_was_not_published_was_not_known() {
    // A diligent adviser on 10 July 2026 could not have known the regulation of 24 July.
    assert_eq!(general_validity(date(2026, 8, 15), date(2026, 7, 10)), Some(PathwayState::Open));
    assert_eq!(general_validity(date(2026, 8, 15), date(2026, 7, 23)), Some(PathwayState::Open));
    assert_eq!(general_validity(date(2026, 8, 15), date(2026, 7, 24)), None);
}

#[test]
fn before_the_law_there_is_no_answer() {
    for (as_of, known_at) in [(date(2024, 7, 31), date(2026, 1, 1)), (date(2025, 1, 1), date(2024, 7, 11))] {
        let error = parameters().law(as_of, known_at, Readings::FIRST).unwrap_err();
        assert_eq!((error.parameter, error.as_of, error.known_at), ("presumption_threshold", as_of, known_at));
    }
    let law = parameters().law(date(2024, 8, 1), date(2024, 7, 12), Readings::FIRST).unwrap();
    assert_eq!(law.code_regime, CodeRegime::Approval);
}

#[test]
fn a_timeline_is_in_ascending_order() {
    let since = |day| Since { from: date(2025, 1, day), published: date(2025, 1, 1), value: day };
    assert!(Timeline::new(vec![since(2), since(1)]).is_none());
    assert!(Timeline::new(vec![since(1), since(1)]).is_none());
    let timeline = Timeline::new(vec![since(1), since(3)]).unwrap();
    let at = |day| timeline.at(date(2025, 1, day), date(2025, 1, 1)).copied();
    assert_eq!([at(1), at(2), at(3), at(4)], [Some(1), Some(1), Some(3), Some(3)]);
    assert_eq!(timeline.at(date(2024, 12, 31), date(2025, 1, 1)), None);
}

#[test]
fn an_instrument_has_effect_from_its_first_day_until_the_day_it_ends() {
    use adhere_domain::law::obligation::Obligations;
    use adhere_domain::law::parameters::{Instrument, InstrumentKind};
    let instrument = Instrument {
        kind: InstrumentKind::HarmonisedStandard,
        name: "a standard".to_owned(),
        from: date(2027, 1, 1),
        until: Some(date(2028, 1, 1)),
        covers: Obligations::ART_53_1,
    };
    let mut parameters = parameters();
    parameters.instruments.push(instrument);
    let on = |day| parameters.law(day, date(2026, 11, 22), Readings::FIRST).unwrap();
    for (day, covers) in [
        (date(2026, 12, 31), Obligations::NONE),
        (date(2027, 1, 1), Obligations::ART_53_1),
        (date(2027, 12, 31), Obligations::ART_53_1),
        (date(2028, 1, 1), Obligations::NONE),
    ] {
        assert_eq!(on(day).standards, covers, "{day}");
        assert_eq!((on(day).specifications, on(day).common_rules), (Obligations::NONE, Obligations::NONE));
    }
}
