use super::{Country, MEMBER_STATES};

#[test]
fn there_are_twenty_seven_member_states_in_order() {
    assert!(MEMBER_STATES.is_sorted());
    for state in ["FR", "GR", "HR", "IE", "SK"] {
        assert!(Country::parse(state).unwrap().is_member_state(), "{state}");
    }
    for third in ["CH", "GB", "NO", "US", "EL", "UK"] {
        assert!(!Country::parse(third).unwrap().is_member_state(), "{third}");
    }
}

#[test]
fn only_two_capitals_are_a_country() {
    assert_eq!(Country::parse("FR").unwrap().to_string(), "FR");
    for text in ["", "F", "fr", "FRA", "F1", "é"] {
        assert_eq!(Country::parse(text), None);
    }
}
