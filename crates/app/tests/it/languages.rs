//! What people read is in their language: also why something was refused. What is in another is marked with its own.

use crate::server::{Answer, Demo};
use crate::signed_in::Workspace;

/// What a page of the demo says in a language that the browser asks for.
fn read(demo: &Demo, path: &str, language: &str) -> Answer {
    let request = demo.server.get(path).header("accept", "text/html").header("accept-language", language);
    Answer::of(request)
}

#[test]
fn a_page_that_is_not_there_says_so_in_the_language_of_whoever_asks() {
    let demo = Demo::start();
    for (path, english, dutch, german) in [
        ("/nowhere", "there is nothing at this address", "op dit adres is niets", "unter dieser Adresse ist nichts"),
        (
            "/codes/none@1",
            "no version “none@1” of a code",
            "geen versie “none@1” van een code",
            "keine Version „none@1“",
        ),
        ("/law/art_999", "no provision “art_999”", "geen bepaling “art_999”", "keine Bestimmung „art_999“"),
        ("/register/nobody", "of a provider “nobody”", "een aanbieder “nobody”", "einen Anbieter „nobody“"),
        ("/journal/entries/999999", "has no entry 999999", "geen vermelding 999999", "keinen Eintrag 999999"),
        ("/self-assessment/nothing", "no question “nothing”", "geen vraag “nothing”", "keine Frage „nothing“"),
        (
            "/register?scope=half",
            "“half” is not a value of “scope”",
            "geen waarde van “scope”",
            "kein Wert von „scope“",
        ),
    ] {
        for (language, told) in [("en", english), ("nl", dutch), ("de", german)] {
            let page = read(&demo, path, language);
            assert!(page.text.contains(told), "{path} in {language}: {}", page.text);
            assert!(page.text.contains(&format!("<html lang=\"{language}\">")), "{path} in {language}");
        }
        // The language that the address names goes before what the browser asks for.
        let sign = if path.contains('?') { '&' } else { '?' };
        assert!(read(&demo, &format!("{path}{sign}language=de"), "nl").text.contains(german), "{path}");
    }
}

/// Programs are told in one language, whatever they ask for: what they act on is the type and the rule.
#[test]
fn programs_are_told_in_english() {
    let demo = Demo::start();
    let told = Answer::of(demo.server.get("/nowhere").header("accept", "*/*").header("accept-language", "de"));
    assert!(told.text.contains("there is nothing at this address"), "{}", told.text);
}

#[test]
fn whoever_is_not_let_in_reads_why_in_their_language() {
    let demo = Demo::start();
    let form = [("email", "jo@example.eu"), ("password", "not the one"), ("to", "/work")];
    for (language, told) in [
        ("en", "the address or the password is wrong"),
        ("nl", "het adres of het wachtwoord klopt niet"),
        ("de", "die Adresse oder das Passwort ist falsch"),
    ] {
        let page = Answer::of(demo.server.post(&format!("/sign-in?language={language}"), &form)).refused(422);
        assert!(page.contains(told), "{language}: {page}");
    }
}

#[test]
fn whoever_is_refused_reads_the_rule_in_their_language() {
    let workspace = Workspace::begin();
    let (pa, ed) = (workspace.person("pa", "acme", &["provider-admin"]), workspace.person("ed", "acme", &["editor"]));
    let form = [("person", "vi"), ("name", "Vi"), ("email", "vi@example.eu"), ("role", "administrator")];
    let refused = pa.post("/people/acme?language=de", &form).refused(422);
    assert!(refused.contains("keine Rolle von „pa“ für „acme“ erlaubt am"), "{refused}");
    assert!(refused.contains("nur eine Person mit einer Rolle"), "the rule itself: {refused}");
    let refused = pa.post("/people/acme?language=nl", &form).refused(422);
    assert!(refused.contains("geen rol van “pa” voor “acme” staat dit op"), "{refused}");
    let statement = [("after", "7"), ("state", "planned"), ("text", "words")];
    let refused = ed.post("/work/acme/measures/gpai@2025-07-10/T.M1.1?language=de", &statement).refused(422);
    assert!(refused.contains("die Erklärung zu „T.M1.1“ ist bei Fassung"), "{refused}");
    let page = ed.get("/administration?language=de");
    assert_eq!(page.status, 403);
    workspace.demo.is_audited();
}

#[test]
fn where_settings_stand_is_said_in_the_language_of_the_page() {
    let workspace = Workspace::begin();
    let jo = workspace.person("ad", "acme", &["administrator"]);
    for (language, told) in [("en", "by default"), ("nl", "standaard"), ("de", "von sich aus")] {
        let page = jo.get(&format!("/administration?language={language}")).well();
        assert!(page.contains(&format!(">{told}</td>")), "{language}: {page}");
    }
}

#[test]
fn the_language_of_a_code_is_marked_where_it_ships() {
    let demo = Demo::start();
    let page = read(&demo, "/codes/gpai@2025-07-10?language=nl", "de").well();
    assert!(page.starts_with("<!doctype html>\n<html lang=\"nl\">"), "{page}");
    assert!(page.contains("<h1 lang=\"en\">Code of Practice for General-Purpose AI Models</h1>"), "{page}");
    let measure = read(&demo, "/codes/gpai@2025-07-10/T.M1.1?language=de", "nl").well();
    assert!(measure.contains("<p lang=\"en\">"), "its summary is English: {measure}");
}
