//! How a listed account is told.

use super::*;

#[test]
fn whoever_only_has_an_identity_elsewhere_is_listed_with_it() {
    let listed = |has_password, has_identity, closed_at| Listed {
        person: PersonId::parse("jo").unwrap(),
        email: "jo@example.eu".to_owned(),
        has_password,
        has_second_factor: false,
        has_identity,
        closed_at,
        invited_until: None,
    };
    let words = Words::english().unwrap();
    let told = |listed: &Listed| line(listed, &words);
    assert_eq!(told(&listed(false, true, None)), "jo  jo@example.eu (OpenID Connect)");
    assert_eq!(told(&listed(true, true, None)), "jo  jo@example.eu (password)");
    assert!(told(&listed(false, false, None)).contains("without a password"));
    assert!(told(&listed(false, true, Some(clock::now()))).contains("closed"));
}
