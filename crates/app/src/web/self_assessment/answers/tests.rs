//! The cookie that holds what was answered.

use super::*;

fn kept(cookies: &'static str, is_secure: bool) -> Answers {
    Answers::kept(&[(header::COOKIE, HeaderValue::from_static(cookies))].into_iter().collect(), is_secure)
}

#[test]
fn over_tls_answers_are_kept_in_a_cookie_that_only_this_site_can_set() {
    let answers = kept("__Host-adhere_answers=placed=yes", true);
    assert_eq!(answers.of("placed"), Some("yes"));
    let cookie = answers.to_cookie(true).unwrap();
    let cookie = cookie.to_str().unwrap();
    assert!(cookie.starts_with("__Host-adhere_answers=placed=yes; Path=/; "), "{cookie}");
    assert!(cookie.ends_with("; Secure") && !cookie.contains("Domain"), "{cookie}");
    assert!(kept("adhere_answers=placed=yes", true).is_empty(), "another site of the same domain can set it");
}

#[test]
fn without_tls_the_browser_shows_answers_below_the_self_assessment_alone() {
    let answers = kept("adhere_answers=placed=yes", false);
    let cookie = answers.to_cookie(false).unwrap();
    assert!(cookie.to_str().unwrap().starts_with("adhere_answers=placed=yes; Path=/self-assessment; "), "{cookie:?}");
}
