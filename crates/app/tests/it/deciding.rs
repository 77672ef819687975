//! A package that waits for a decision: looked at and refused on a page, accepted by command, asked about by its sender.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use reqwest::Method;
use serde_json::{Value, json};

use crate::api::{problem, read};
use crate::command::adhere;
use crate::operations::served;
use crate::server::{Answer, Server};
use crate::sides::Sides;
use crate::signed_in::PASSWORD;

/// Sides of which the office decides by hand, and lets a facilitator in; with what lets her in.
fn sides() -> (Sides, String) {
    let sides = Sides::begin();
    let settings = Path::new(&sides.path("office")).join("instance.toml");
    let mut settings = OpenOptions::new().append(true).open(settings).unwrap();
    settings.write_all(b"\n[packages]\ndecide = \"by-hand\"\n").unwrap();
    let named = ["party", "organisation", "change", "office", "--name", "office", "--kind", "facilitator"];
    sides.well("office", &named);
    let invited = ["account", "invite", "fa", "--name", "Fa", "--email", "fa@example.eu", "--organisation", "office"];
    let said = sides.well("office", &[invited.as_slice(), &["--role", "facilitator"]].concat());
    (sides, said)
}

/// The office serves, and leaves a second factor to its people.
fn office(sides: &Sides) -> Server {
    served(Path::new(&sides.path("office")), &[("ADHERE_ACCESS_SECOND_FACTOR", "optional")])
}

/// Whoever is signed in at the office, by her cookie.
struct Facilitator<'s> {
    office: &'s Server,
    cookie: String,
}

impl<'s> Facilitator<'s> {
    fn enter(office: &'s Server, email: &str, said: &str) -> Self {
        let way_in = said.split_whitespace().find(|word| word.starts_with("/invitation?key=")).unwrap();
        let mut own = Self { office, cookie: String::new() };
        assert_eq!(own.post(way_in, &[("password", PASSWORD), ("again", PASSWORD)]).status, 303);
        let entered = own.post("/sign-in", &[("email", email), ("password", PASSWORD)]);
        own.cookie = entered.header("set-cookie").split(';').next().unwrap().to_owned();
        own
    }

    fn get(&self, path: &str) -> String {
        Answer::of(self.office.get(path).header("accept", "text/html").header("cookie", &self.cookie)).well()
    }

    /// A token of hers that may write.
    fn token(&self) -> String {
        let form = [("name", "a pipeline"), ("organisation", "office"), ("may", "write"), ("until", &until(self))];
        let page = self.post("/account/tokens", &form).well();
        page.split("<code class=\"id\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
    }

    fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let request = self.office.post(path, form).header("origin", &self.office.url);
        Answer::of(request.header("cookie", &self.cookie))
    }
}

/// A day on which no token of today has ended.
fn until(person: &Facilitator<'_>) -> String {
    let page = person.get("/account/tokens");
    let today = page.split("name=\"as-of\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    today.parse::<jiff::civil::Date>().unwrap().saturating_add(jiff::Span::new().days(30)).to_string()
}

#[test]
fn what_waits_is_refused_on_its_page_accepted_by_command_and_its_sender_asks() {
    let (sides, said) = sides();
    let office = office(&sides);
    let sent = ["package", "send", "statement-set", "gpai@2025-07-10", "--to", "office", "--url", &office.url];
    assert!(sides.well("maker", &sent).contains("what becomes of it is decided later"));
    let id = sides.list("maker").split_whitespace().nth(2).unwrap().to_owned();
    let inbox = |state: &str| adhere(&["package", "inbox", "--state", state, "--store", &sides.path("office")]).well();
    assert!(inbox("waiting").contains(&id) && !inbox("accepted").contains(&id));
    let fa = Facilitator::enter(&office, "fa@example.eu", &said);
    let page = fa.get("/facilitation?state=waiting");
    assert!(page.contains(&id) && page.contains("waits for a decision"), "{page}");
    assert!(fa.get("/facilitation?state=refused").contains("No package stands so."));
    let url = page.split("href=\"").find(|rest| rest.starts_with("/facilitation/packages/")).unwrap();
    let url = url.split('"').next().unwrap();
    let shown = fa.get(url);
    for expected in ["it holds.", "Nothing in the register", "&#34;S.M9.3&#34;"] {
        assert!(
            shown.contains(expected) || shown.contains(&expected.replace("&#34;", "&quot;")),
            "{expected}: {shown}"
        );
    }
    // A refusal needs its reason, and what was typed beside it is kept.
    let refuse = format!("{url}/refuse");
    let missing = fa.post(&refuse, &[("basis", "Measure 9.3")]).refused(422);
    assert!(missing.contains("Say why it is refused.") && missing.contains("Measure 9.3"), "{missing}");
    let refused = fa.post(&refuse, &[("reason", "The tests are not described."), ("basis", "Measure 9.3")]);
    assert_eq!((refused.status, refused.header("location")), (303, &*format!("{url}?done=package-refused")));
    assert!(fa.get(url).contains("The tests are not described."));
    let ask = || sides.well("maker", &["package", "ask", &id, "--url", &office.url]);
    let told = ask();
    assert!(told.contains("the file of the package that was written last"), "{told}");
    assert!(told.contains("[by-hand]: The tests are not described. (Measure 9.3)"), "{told}");
    assert!(sides.list("maker").contains("refused [by-hand]"));
    let entry = url.rsplit('/').next().unwrap();
    assert!(sides.well("office", &["package", "accept", entry]).contains("is accepted"));
    assert!(ask().contains("was accepted"));
    assert!(sides.list("maker").contains("accepted"));
    assert_eq!(office.data(&format!("/packages/{}", "0".repeat(64))).status, 404);
    assert_eq!(office.data("/packages/nothing").status, 404);
    drop(office);
    sides.is_audited();
}

#[test]
fn what_waits_is_decided_over_the_api_by_those_who_may() {
    let (sides, said) = sides();
    let invited = ["account", "invite", "ed", "--name", "Ed", "--email", "ed@example.eu", "--organisation", "office"];
    let said_to_ed = sides.well("office", &[invited.as_slice(), &["--role", "editor"]].concat());
    let office = office(&sides);
    let sent = ["package", "send", "statement-set", "gpai@2025-07-10", "--to", "office", "--url", &office.url];
    sides.well("maker", &sent);
    let fa = Facilitator::enter(&office, "fa@example.eu", &said).token();
    let ed = Facilitator::enter(&office, "ed@example.eu", &said_to_ed).token();
    let ask = |token: &str, method: Method, path: &str, key: &str, body: &Value| {
        let request = office.send(method, path).header("authorization", format!("Bearer {token}"));
        let request = request.header("content-type", "application/json").header("idempotency-key", key);
        Answer::of(request.body(body.to_string()))
    };
    let show = |path: &str| read(&ask(&fa, Method::GET, path, "-", &Value::Null).well());
    let waiting = show("/api/v1/packages?state=waiting");
    let one = format!("/api/v1/packages/{}", waiting["items"][0]["entry"]);
    let decide = |token: &str, key: &str, body: Value| ask(token, Method::POST, &format!("{one}/decision"), key, &body);
    let refusal = || json!({ "decision": "refused", "reason": "The tests are not described.", "basis": "Measure 9.3" });
    problem(decide(&ed, "e", json!({ "decision": "accepted" })), 403);
    problem(decide(&ed, "e", refusal()), 403);
    assert_eq!(show(&one)["state"], "waiting", "nothing was decided");
    let without = problem(decide(&fa, "w", json!({ "decision": "refused", "reason": " " })), 422);
    assert_eq!(without["errors"][0]["pointer"], "/reason");
    problem(decide(&fa, "w", json!({ "decision": "refused" })), 400);
    problem(decide(&fa, "w", json!({ "decision": "perhaps" })), 400);
    let refused = read(&decide(&fa, "r", refusal()).well());
    assert_eq!(refused["location"], one);
    let shown = show(&one);
    assert_eq!((&shown["state"], &shown["reason"]), (&json!("refused"), &json!("The tests are not described.")));
    assert_eq!(shown["decisions"][0]["basis"], "Measure 9.3");
    // Asked for again under its key it is known; the other decision under the same key is another request.
    assert_eq!(read(&decide(&fa, "r", refusal()).well())["entries"], refused["entries"]);
    problem(decide(&fa, "r", json!({ "decision": "accepted" })), 422);
    assert_eq!(show(&one)["decisions"].as_array().unwrap().len(), 1);
    decide(&fa, "a", json!({ "decision": "accepted" })).well();
    let shown = show(&one);
    assert_eq!((&shown["state"], shown["decisions"].as_array().unwrap().len()), (&json!("accepted"), 2));
    // What stands so already is not decided twice.
    let twice = decide(&fa, "b", json!({ "decision": "accepted" }));
    assert!(read(&twice.well())["entries"].as_array().unwrap().is_empty());
    problem(ask(&fa, Method::POST, "/api/v1/packages/0/decision", "n", &json!({ "decision": "accepted" })), 404);
    drop(office);
    sides.is_audited();
}

#[test]
fn each_file_of_a_package_is_asked_about_by_itself() {
    let (sides, _) = sides();
    let office = office(&sides);
    let (first, second) = (sides.path("first"), sides.path("second"));
    let sent = ["package", "send", "statement-set", "gpai@2025-07-10", "--to", "office"];
    sides.well("maker", &[sent.as_slice(), &["-o", &first]].concat());
    let id = sides.list("maker").split_whitespace().nth(2).unwrap().to_owned();
    let handed = Answer::of(office.send(Method::POST, "/packages").body(std::fs::read(&first).unwrap()));
    assert_eq!(handed.status, 200, "{handed:?}");
    // Written anew under a later checkpoint it is another file, which was never handed over.
    sides.well("maker", &["package", "write", &id, "-o", &second]);
    let ask =
        |file: &[&str]| sides.run("maker", &[["package", "ask", &id, "--url", &office.url].as_slice(), file].concat());
    let told = ask(&["--file", &first]).well();
    assert!(told.contains("decided later") || told.contains("received"), "{told}");
    let other = sides.path("other");
    std::fs::write(&other, "no package").unwrap();
    assert!(ask(&["--file", &other]).refused(5).contains("no file that was written of package"));
    assert_ne!(std::fs::read(&first).unwrap(), std::fs::read(&second).unwrap());
    assert!(ask(&[]).refused(5).contains("no package with such a file was filed here"));
    drop(office);
    sides.is_audited();
}
