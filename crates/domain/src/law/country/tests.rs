use super::assigned::ASSIGNED;
use super::{Country, MEMBER_STATES};

#[test]
fn there_are_twenty_seven_member_states_in_order() {
    assert!(MEMBER_STATES.is_sorted());
    for state in ["FR", "GR", "HR", "IE", "SK"] {
        assert!(Country::parse(state).unwrap().is_member_state(), "{state}");
    }
    for third in ["CH", "GB", "NO", "US"] {
        assert!(!Country::parse(third).unwrap().is_member_state(), "{third}");
    }
}

#[test]
fn only_an_assigned_code_is_a_country() {
    assert_eq!(Country::parse("FR").unwrap().to_string(), "FR");
    for text in ["", "F", "fr", "FRA", "F1", "é", "ZZ", "AA", "XK", "EU", "EL", "UK"] {
        assert_eq!(Country::parse(text), None);
    }
}

#[test]
fn the_assigned_codes_are_in_order_and_hold_every_member_state() {
    assert!(ASSIGNED.is_sorted());
    assert_eq!(ASSIGNED.len(), 249);
    for state in MEMBER_STATES {
        assert!(ASSIGNED.contains(&state));
    }
}
