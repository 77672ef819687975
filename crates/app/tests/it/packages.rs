//! Packages between two instances by command: a maker and an office.

use std::fs;

use crate::command::adhere;
use crate::server::Server;
use crate::sides::Sides;

#[test]
fn statements_are_sent_filed_and_acknowledged_as_files() {
    let sides = Sides::begin();
    assert!(sides.send("package").contains("is for office"));
    assert!(!fs::read_to_string(sides.path("package")).unwrap().contains("words"));
    assert!(sides.receive("package").well().starts_with("Filed"));
    let filed = sides.well("maker", &["package", "acknowledge", &sides.path("answer")]);
    assert!(filed.contains("was accepted"), "{filed}");
    assert!(sides.list("maker").contains("accepted") && sides.list("office").contains("received"));
    let again = sides.receive("package");
    assert_eq!((again.code, again.out.contains("filed before")), (Some(1), true));
    sides.is_audited();
}

#[test]
fn an_older_package_is_refused_and_the_sender_learns_why() {
    let sides = Sides::begin();
    sides.send("first");
    sides.send_until("second", "2100-01-02T00:00:00Z");
    sides.receive("second").well();
    let refused = sides.receive("first");
    assert_eq!((refused.code, refused.out.contains("[older-version]")), (Some(1), true), "{}", refused.out);
    let told = sides.well("maker", &["package", "acknowledge", &sides.path("answer")]);
    assert!(told.contains("[older-version]"), "{told}");
    assert!(sides.list("maker").contains("refused [older-version]"));
    sides.is_audited();
}

#[test]
fn statements_are_handed_over_and_acknowledged_by_http() {
    let sides = Sides::begin();
    let office = Server::start(&sides.path("office"));
    let send = |more: &[&str]| {
        let said = ["package", "send", "statement-set", "gpai@2025-07-10", "--to", "office", "--url", &office.url];
        sides.run("maker", &[said.as_slice(), more].concat())
    };
    let filed = send(&[]);
    let late = send(&["--expires", "2026-01-01T00:00:00Z"]);
    drop(office);
    assert!(filed.well().contains("was accepted"));
    assert!(late.well().contains("[expired]"));
    assert!(sides.list("office").contains("refused [expired]"));
    sides.is_audited();
}

#[test]
fn a_package_is_shown_with_what_it_keeps_back_and_what_became_of_it() {
    let sides = Sides::begin();
    sides.send("package");
    let id = sides.list("maker").split_whitespace().nth(2).unwrap().to_owned();
    let show = |side: &str, format: &str| {
        adhere(&["package", "show", &id, "--format", format, "--store", &sides.path(side)]).well()
    };
    let own = show("maker", "text");
    for expected in
        ["sent to office", "Kept back: /body/statements/0/text", "No answer was filed.", "\"text\": \"words\""]
    {
        assert!(own.contains(expected), "{expected}: {own}");
    }
    sides.receive("package").well();
    sides.well("maker", &["package", "acknowledge", &sides.path("answer")]);
    assert!(show("maker", "text").contains("Accepted; the acknowledgement was filed at "));
    let theirs = show("office", "text");
    for expected in ["received from maker", "it holds", "withheld at /body/statements/0", "can bind the organisation"] {
        assert!(theirs.contains(expected), "{expected}: {theirs}");
    }
    assert!(!theirs.contains("words"), "{theirs}");
    let object: serde_json::Value = serde_json::from_str(&show("office", "json")).unwrap();
    assert_eq!(object["kept"]["verified"]["holds"], true, "{object:#}");
    assert_eq!(object["kept"]["claims"]["body"]["statements"][0]["measure"], "S.M9.3", "{object:#}");
    let none = adhere(&["package", "show", "nothing", "--store", &sides.path("maker")]);
    assert!(none.refused(5).contains("There is no such package."));
}

#[test]
fn what_anybody_can_post_is_refused_and_fills_no_disk() {
    let sides = Sides::begin();
    sides.send("package");
    let letter = fs::read_to_string(sides.path("package")).unwrap();
    let office = Server::start(&sides.path("office"));
    let url = format!("{}/packages", office.url);
    let place = letter.find('~').unwrap() - 20;
    let post = |change: u8| {
        let mut bytes = letter.clone().into_bytes();
        bytes[place] = if bytes[place] == change { b'z' } else { change };
        let answer = reqwest::blocking::Client::new().post(&url).body(bytes).send().unwrap();
        (answer.status().as_u16(), answer.text().unwrap())
    };
    let answers: Vec<(u16, String)> = (b'A'..b'K').map(post).collect();
    let large = reqwest::blocking::Client::new().post(&url).body(vec![b' '; 9 << 20]).send();
    drop(office);
    for (status, text) in answers {
        assert_eq!((status, text.contains("[altered]")), (422, true), "{text}");
    }
    assert!(large.is_err() || large.unwrap().status().as_u16() == 413);
    assert_eq!(sides.list("office"), "There is no such package.\n");
    sides.is_audited();
}
