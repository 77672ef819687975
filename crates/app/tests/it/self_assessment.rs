//! The self-assessment, as a browser walks through it: answers stay in the browser, and the verdict is that of `assess`.

use std::fs;

use crate::command::adhere;
use crate::server::{Answer, Demo, Server};

/// A browser: it keeps one cookie.
struct Visitor<'d> {
    server: &'d Server,
    cookie: String,
}

impl<'d> Visitor<'d> {
    fn new(demo: &'d Demo) -> Self {
        Self { server: &demo.server, cookie: String::new() }
    }

    fn answers(&mut self, question: &str, form: &[(&str, &str)]) -> Answer {
        let request = self.server.post(&format!("/self-assessment/{question}"), form);
        let answer = Answer::of(request.header("cookie", &self.cookie));
        if let Some((cookie, rest)) = answer.header("set-cookie").split_once(';') {
            assert!(rest.contains("HttpOnly") && rest.contains("SameSite=Lax"), "{rest}");
            cookie.clone_into(&mut self.cookie);
        }
        answer
    }

    fn sees(&self, page: &str) -> String {
        let request = self.server.get(&format!("/self-assessment{page}")).header("accept", "text/html");
        Answer::of(request.header("cookie", &self.cookie)).well()
    }
}

#[test]
fn answers_lead_from_question_to_question_and_then_to_the_verdict() {
    let demo = Demo::start();
    let mut visitor = Visitor::new(&demo);
    assert!(visitor.sees("").contains("not legal advice"));
    let mut question = "name".to_owned();
    let mut asked = 0;
    while question != "result" {
        assert!(visitor.sees(&format!("/{question}")).contains("<form"));
        let form: &[(&str, &str)] = match question.as_str() {
            "name" => &[("provider", "Maker \" of = models"), ("model", "Large")],
            "generates" => &[("generates", "text"), ("generates", "speech")],
            "compute" => &[("compute", "3e25")],
            "placing" => &[("placed", "yes"), ("placed_on", "2025-09-01")],
            "provider" => &[("country", "FR")],
            "adherence" => &[("scope", "chapters"), ("chapters", "S"), ("since", "2025-09-01")],
            _ => &[],
        };
        let answer = visitor.answers(&question, form);
        assert_eq!(answer.status, 303, "{question}: {}", answer.text);
        answer.header("location").rsplit('/').next().unwrap().clone_into(&mut question);
        asked += 1;
    }
    assert_eq!(asked, 10);
    let verdict = visitor.sees("/result");
    for expected in ["systemic risk", "Art. 51(2)", "Art. 55(1)(c)", "chapters S", "not legal advice"] {
        assert!(verdict.contains(expected), "no `{expected}`: {verdict}");
    }
    let json: serde_json::Value = serde_json::from_str(&visitor.sees("/result.json")).unwrap();
    assert_eq!(json["models"][0]["id"], "model");

    // What is downloaded is a folder that the command line assesses alike.
    let folder = demo.folder.path().join("downloaded");
    fs::create_dir_all(folder.join("models")).unwrap();
    fs::write(folder.join("adhere.toml"), visitor.sees("/adhere.toml")).unwrap();
    fs::write(folder.join("models/model.toml"), visitor.sees("/model.toml")).unwrap();
    let assessed = adhere(&["assess", folder.to_str().unwrap(), "--format", "json"]).well();
    let assessed: serde_json::Value = serde_json::from_str(&assessed).unwrap();
    assert_eq!(assessed["models"], json["models"]);
}

#[test]
fn what_cannot_be_an_answer_is_shown_again_as_it_was_typed() {
    let demo = Demo::start();
    let mut visitor = Visitor::new(&demo);
    let page = visitor.answers("compute", &[("compute", "very much")]).refused(422);
    assert!(page.contains("value=\"very much\"") && page.contains("compute-error"), "{page}");
    assert_eq!(visitor.cookie, "");
    let page = visitor.answers("adherence", &[("scope", "full")]).refused(422);
    assert!(page.contains("since-error"), "{page}");
    visitor.answers("adherence", &[("scope", "full"), ("since", "2025-01-01")]).refused(422);
    visitor.answers("adherence", &[("scope", "chapters"), ("since", "2025-09-01")]).refused(422);
    visitor.answers("nothing", &[]).refused(404);
}

#[test]
fn answers_are_forgotten_when_the_visitor_says_so() {
    let demo = Demo::start();
    let mut visitor = Visitor::new(&demo);
    visitor.answers("compute", &[("compute", "3e25")]);
    assert!(visitor.sees("").contains("answered"));
    let answer = visitor.answers("again", &[]);
    assert!(answer.header("set-cookie").contains("Max-Age=0"), "{answer:?}");
}

#[test]
fn a_cookie_that_somebody_made_up_is_no_answer() {
    let demo = Demo::start();
    let cookie = "adhere_answers=compute=abc&country=%3Cscript%3E&placed=yes&nothing=1";
    let visitor = Visitor { server: &demo.server, cookie: cookie.to_owned() };
    let page = visitor.sees("/compute");
    assert!(!page.contains("abc") && page.contains("Question 3 of 10"), "{page}");
    assert!(visitor.sees("/result").contains("Where you stand"));
}

#[test]
fn nothing_that_was_answered_is_recorded() {
    let demo = Demo::start();
    let entries = || demo.server.data("/checkpoint").well();
    let before = entries();
    let mut visitor = Visitor::new(&demo);
    visitor.answers("name", &[("provider", "Secret Maker")]);
    visitor.sees("/result");
    assert_eq!(entries(), before);
    demo.is_audited();
}
