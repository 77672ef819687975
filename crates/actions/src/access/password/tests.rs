use super::*;

fn check(password: &str) -> Result<(), PasswordRefusal> {
    let texts = ["adhere", "office.example.eu/log", "Josephine Maker", "Acme Research Ltd", "acme-labs"];
    super::check(password, &OwnWords::from_texts("jo.maker@mail.example.eu", texts.into_iter()))
}

#[test]
fn a_password_is_long_and_not_one_that_was_breached() {
    let cases = [
        ("short", Err(PasswordRefusal::TooShort)),
        ("elevenchars", Err(PasswordRefusal::TooShort)),
        ("correct horse battery", Ok(())),
        ("zwölf Zeichen", Ok(())),
        // What comes down to a breached one.
        ("Password12345!", Err(PasswordRefusal::Breached)),
        ("2024!!iloveyou!!2024", Err(PasswordRefusal::Breached)),
        ("123456789012345", Err(PasswordRefusal::Breached)),
        ("qwertyqwertyqwerty", Err(PasswordRefusal::Breached)),
        ("................", Err(PasswordRefusal::Breached)),
        ("qwertyqwertyqwe", Err(PasswordRefusal::Breached)),
        ("123-456-789-012", Err(PasswordRefusal::Breached)),
        ("2024!!2024!!2024", Err(PasswordRefusal::Breached)),
        // Any characters will do, if there are enough of them.
        ("839201745066", Ok(())),
        ("8392-0174-5066-1", Ok(())),
        ("!?#=+;:_-%&/()", Ok(())),
        // What is in front of the eyes.
        ("josephine.maker1", Err(PasswordRefusal::Own)),
        ("Jo.Maker@mail.example.eu", Err(PasswordRefusal::Own)),
        ("AdhereAdhere2026!", Err(PasswordRefusal::Own)),
        ("office@example2026", Err(PasswordRefusal::Own)),
        ("Acme-Research-1", Err(PasswordRefusal::Own)),
        ("2026 acme labs ag", Err(PasswordRefusal::Own)),
        ("acme horse battery", Ok(())),
        ("acme 839201745066", Ok(())),
    ];
    for (password, expected) in cases {
        assert_eq!(check(password), expected, "{password}");
    }
    assert_eq!(check(&"long ".repeat(52)), Err(PasswordRefusal::TooLong));
}

#[test]
fn every_line_of_the_list_is_found_and_nothing_else() {
    let mut lines = BREACHED.lines();
    assert!(lines.clone().count() > 19_000);
    assert!(lines.clone().zip(lines.clone().skip(1)).all(|(one, next)| one < next), "the list is in order");
    assert!(lines.all(is_breached));
    assert!(["", "zzzzzzzzzzzzzzzzzzzz", "00 00", "correct horse battery"].iter().all(|word| !is_breached(word)));
}

#[test]
fn the_password_is_told_from_others_by_what_is_kept_of_it() {
    let turn = Turn::take().unwrap();
    let kept = keep("correct horse battery", &turn).unwrap();
    assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
    assert_ne!(kept, keep("correct horse battery", &turn).unwrap(), "each has a salt of its own");
    assert!(is_right("correct horse battery", Some(&kept), &turn));
    assert!(!is_right("correct horse batterz", Some(&kept), &turn));
    assert!(!is_right("correct horse battery", None, &turn));
    assert!(!is_right("correct horse battery", Some("no form of PHC"), &turn));
}
