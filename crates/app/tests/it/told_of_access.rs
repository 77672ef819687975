//! What who runs a server is told of those who get in and of those who do not: a line for each, and nothing secret.

use serde_json::Value;

use crate::command::adhere;
use crate::operations::{made, served, told};
use crate::server::{Answer, Server};
use crate::signed_in::PASSWORD;

const EMAIL: &str = "jo@example.eu";
const WRONG: &str = "not the password of Jo";

/// A form that a page of the site sends.
fn post(server: &Server, path: &str, form: &[(&str, &str)]) -> Answer {
    Answer::of(server.post(path, form).header("origin", &server.url))
}

fn enter(server: &Server, email: &str, password: &str) -> Answer {
    post(server, "/sign-in", &[("email", email), ("password", password), ("to", "/work")])
}

/// What happens to an instance that Jo administers, and what its log is to have of it.
fn happen(server: &Server, way_in: &str) {
    let way_in = way_in.split_whitespace().find(|word| word.starts_with("/invitation?key=")).unwrap();
    let set = [("password", PASSWORD), ("again", PASSWORD)];
    assert_eq!(post(server, way_in, &set).status, 303);
    assert_eq!(post(server, way_in, &set).status, 422);
    assert_eq!(enter(server, EMAIL, WRONG).status, 422);
    // Who types the password where the address stands has it told to nobody.
    for _ in 0..2 {
        assert_eq!(enter(server, &format!("{PASSWORD}@example.eu").replace(' ', "-"), "whatever").status, 422);
    }
    let entered = enter(server, EMAIL, PASSWORD);
    let cookie = entered.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_eq!(entered.status, 303, "{}", entered.text);
    Answer::of(server.get("/work/acme/measures").header("cookie", &cookie)).refused(403);
    let foreign = server.post("/account/sessions", &[("session", "others")]).header("cookie", &cookie);
    Answer::of(foreign.header("sec-fetch-site", "cross-site")).refused(403);
    let blind = server.post("/account/sessions", &[("session", "others")]).header("cookie", &cookie);
    Answer::of(blind).refused(403);
    let token = "A".repeat(43);
    Answer::of(server.get("/work").header("authorization", format!("Bearer {token}"))).refused(401);
    for _ in 0..11 {
        enter(server, EMAIL, WRONG);
    }
    let out = server.post("/sign-out", &[]).header("cookie", &cookie).header("origin", &server.url);
    assert_eq!(Answer::of(out).status, 303);
}

#[test]
fn who_gets_in_and_who_does_not_is_told_without_what_they_showed() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let at = ["--store", store.to_str().unwrap()];
    let begin = ["account", "begin", "jo", "--email", EMAIL, "--organisation", "acme", "--organisation-name", "Acme"];
    let way_in = adhere(&[begin.as_slice(), &["--kind", "provider"], &at].concat()).well();
    let server = served(&store, &[("ADHERE_LOG_FORMAT", "json"), ("ADHERE_LOG_LEVEL", "debug")]);
    happen(&server, &way_in);
    let log = told(server, &store);
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<&Value> = lines.iter().filter(|line| line["about"] == "access").collect();
    assert!(told.iter().all(|line| line["span"]["id"].is_string() && line["span"]["place"] == "127.0.0.1"), "{log}");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let who = |line: &Value| if line["unknown"].is_string() { "unknown".to_owned() } else { text(&line["person"]) };
    let mut seen: Vec<String> = told
        .iter()
        .map(|line| {
            let parts = [who(line), text(&line["way"]), text(&line["because"]), text(&line["permission"])];
            let parts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            format!("{} {} {parts}", text(&line["level"]), text(&line["message"])).trim_end().to_owned()
        })
        .collect();
    seen.dedup();
    insta::assert_snapshot!(seen.join("\n"), @r"
    INFO let in jo link
    WARN not let in link no-account
    WARN not let in jo password wrong
    WARN not let in unknown password no-account
    INFO let in jo password
    WARN not permitted jo read-work
    WARN sent by another site
    WARN not sent from here
    WARN not let in token no-account
    WARN not let in jo password wrong
    WARN not let in jo password too-many-guesses
    ");
    let marks: Vec<&Value> = told.iter().map(|line| &line["unknown"]).filter(|mark| mark.is_string()).collect();
    assert!(marks.len() == 2 && marks[0] == marks[1], "an address that is tried again is known again: {marks:?}");
    assert_eq!(lines.iter().filter(|line| line["span"]["person"] == "jo" && line["message"] == "answered").count(), 0);
    for secret in [EMAIL, PASSWORD, WRONG, "correct-horse", "example.eu", &"A".repeat(43), "/invitation?key"] {
        assert!(!log.contains(secret), "`{secret}` is in {log}");
    }
}
