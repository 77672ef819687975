//! The API as programs use it: with a token and without, what it promises them, and what it refuses.

use adhere_domain::parties::role::Role;
use adhere_testing::repository;
use reqwest::Method;
use reqwest::blocking::RequestBuilder;
use serde_json::{Value, json};

use crate::command::adhere;
use crate::server::Answer;
use crate::signed_in::{Person, Workspace};

const MEASURE: &str = "/api/v1/organisations/acme/measures/gpai@2025-07-10/T.M1.1";

/// A program with a token.
pub(crate) struct Program<'w> {
    workspace: &'w Workspace,
    token: String,
}

impl<'w> Program<'w> {
    /// One of a person, for an organisation, until next month.
    pub(crate) fn of(workspace: &'w Workspace, person: &Person<'_>, organisation: &str, may: &str) -> Self {
        let until = Self::today(person).saturating_add(jiff::Span::new().days(30)).to_string();
        let form = [("name", "a pipeline"), ("organisation", organisation), ("may", may), ("until", &until)];
        let page = person.post("/account/tokens", &form).well();
        let token = page.split("<code class=\"id\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        Self { workspace, token }
    }

    /// The day that it is for the server.
    pub(crate) fn today(person: &Person<'_>) -> jiff::civil::Date {
        let page = person.get("/account/tokens").well();
        let today = page.split("name=\"as-of\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        today.parse().unwrap()
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let server = &self.workspace.demo.server;
        server.send(method, path).header("authorization", format!("Bearer {}", self.token))
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path))
    }

    pub(crate) fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
        let request = self.request(method, path).header("content-type", "application/json").body(body.to_string());
        Answer::of(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)))
    }

    /// Keeps a file that is not there yet.
    pub(crate) fn keep_file(&self, path: &str, text: String) -> Answer {
        let request = self.request(Method::PUT, path).header("content-type", "application/toml").body(text);
        Answer::of(request.header("if-none-match", "*"))
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask(Method::POST, path, &[], body)
    }

    /// Records a statement on the measure as it was last read.
    fn state(&self, tag: &str, key: &str, words: &str) -> Answer {
        let body = json!({ "state": "partial", "text": words });
        self.ask(Method::PUT, MEASURE, &[("if-match", tag), ("idempotency-key", key)], &body)
    }
}

pub(crate) fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A refusal, which says in one form what is wrong.
pub(crate) fn problem(answer: Answer, status: u16) -> Value {
    assert_eq!(answer.header("content-type"), "application/problem+json", "{answer:?}");
    let problem = read(&answer.refused(status));
    assert_eq!(problem["status"], status);
    assert!(["type", "title", "detail"].iter().all(|name| problem[name].is_string()), "{problem}");
    problem
}

#[test]
fn everybody_reads_codes_law_register_and_journal_without_a_token() {
    let workspace = Workspace::begin();
    let server = &workspace.demo.server;
    let codes = read(&server.data("/api/v1/codes").well());
    assert!(codes["items"].as_array().unwrap().iter().any(|code| code["name"] == "gpai@2025-07-10"));
    assert_eq!(read(&server.data("/api/v1/codes/gpai").well())["id"], "gpai");
    let provision = "/api/v1/law/32024R1689/provisions/art_56__para_6";
    let before = read(&server.data(&format!("{provision}?as-of=2026-07-26")).well());
    let after = read(&server.data(&format!("{provision}?as-of=2026-07-28")).well());
    assert_ne!(before["in_force"], after["in_force"], "both sides of the change");
    let register = read(&server.data("/api/v1/register?code=gpai&scope=chapters").well());
    let is_listed = |row: &Value| row["organisation"] == "xai" && row["scope"] == "chapters";
    assert!(register["rows"].as_array().unwrap().iter().any(is_listed), "{register}");
    assert!(!read(&server.data("/api/v1/register/xai").well())["history"].as_array().unwrap().is_empty());
    let journal = read(&server.data("/api/v1/journal").well());
    let entry = read(&server.data("/api/v1/journal/entries/0").well());
    assert_eq!(entry["kind"], "instance.created");
    assert_eq!(server.data(entry["proof"]["receipt"].as_str().unwrap()).status, 200);
    // A private entry is a promise to everybody.
    let last = journal["size"].as_u64().unwrap() - 1;
    assert!(read(&server.data(&format!("/api/v1/journal/entries/{last}")).well())["payload"].is_null());
}

#[test]
fn a_list_is_read_to_its_end_page_by_page() {
    let workspace = Workspace::begin();
    let server = &workspace.demo.server;
    for (list, field) in [
        ("/api/v1/law/32024R1689/provisions", "id"),
        ("/api/v1/journal/entries", "entry"),
        ("/api/v1/register", "organisation"),
    ] {
        let (mut seen, mut at, mut pages) = (Vec::new(), Some(format!("{list}?limit=7")), 0);
        while let Some(path) = at {
            let answer = server.data(&path);
            let link = answer.header("link").to_owned();
            let page = read(&answer.well());
            let items = page.get("items").unwrap_or(&page["rows"]).as_array().unwrap();
            seen.extend(items.iter().map(|item| item[field].to_string()));
            at = page["next"].as_str().map(str::to_owned);
            assert_eq!(link, at.as_ref().map_or(String::new(), |next| format!("<{next}>; rel=\"next\"")));
            pages += 1;
        }
        assert!(pages > 2, "{list}: {pages}");
        let mut once = seen.clone();
        once.dedup();
        assert!(once.len() > 14, "{list}: {seen:?}");
    }
    problem(server.data("/api/v1/journal/entries?limit=0"), 400);
    problem(server.data("/api/v1/journal/entries?limit=201"), 400);
    problem(server.data("/api/v1/journal/entries?after=elsewhere"), 400);
}

#[test]
fn a_statement_is_recorded_once_and_overwrites_nothing_unseen() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let shown = ed.get(MEASURE);
    let first = shown.header("etag").to_owned();
    assert!(read(&shown.well())["revisions"].as_array().unwrap().is_empty());
    // Whoever does not say what is overwritten is asked to.
    problem(ed.ask(Method::PUT, MEASURE, &[], &json!({ "state": "partial" })), 428);
    let recorded = ed.state(&first, "k1", "Half of it.");
    assert_eq!(recorded.header("location"), MEASURE);
    let answer = recorded.well();
    assert_eq!(read(&answer)["entries"].as_array().unwrap().len(), 1);
    // The answer was lost: the same is asked for again, and answered word for word.
    let size = read(&ed.get("/api/v1/journal").well())["size"].clone();
    assert_eq!(ed.state(&first, "k1", "Half of it.").well(), answer);
    problem(ed.state(&first, "k1", "Something else."), 422);
    // Another program has read what was there before.
    problem(ed.state(&first, "k2", "All of it."), 412);
    assert_eq!(read(&ed.get("/api/v1/journal").well())["size"], size, "nothing was recorded twice");
    let shown = ed.get(MEASURE);
    let second = shown.header("etag").to_owned();
    assert_eq!(read(&shown.well())["revisions"][0]["text"], "Half of it.");
    let known = Answer::of(ed.request(Method::GET, MEASURE).header("if-none-match", &second));
    assert_eq!((known.status, known.text.as_str()), (304, ""));
    ed.state(&second, "k3", "All of it.").well();
    let list = read(&ed.get("/api/v1/organisations/acme/measures?code=gpai@2025-07-10").well());
    assert_eq!(list["items"][0]["revision"]["number"], 2);
    assert_eq!(list["items"][0]["location"], MEASURE);
    workspace.demo.is_audited();
}

#[test]
fn what_is_wrong_is_said_with_its_place_its_rule_and_its_citation() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let any = [("if-match", "*")];
    let fields = problem(ed.ask(Method::PUT, MEASURE, &any, &json!({ "state": "half", "due": "soon" })), 422);
    let pointers: Vec<&Value> = fields["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    assert_eq!(pointers, ["/state", "/due"], "all that is wrong at once");
    let typed = problem(ed.ask(Method::PUT, MEASURE, &any, &json!({ "state": "planned", "text": 7 })), 400);
    assert_eq!(typed["errors"][0]["pointer"], "/text");
    let unknown = problem(ed.ask(Method::PUT, MEASURE, &any, &json!({ "state": "planned", "dew": "x" })), 400);
    assert!(unknown["detail"].as_str().unwrap().contains("dew"), "{unknown}");
    let ruled = problem(ed.ask(Method::PUT, MEASURE, &any, &json!({ "state": "alternative" })), 422);
    assert_eq!((&ruled["type"], &ruled["rule"]), (&json!("/api#problem-rule"), &json!("statement-reasoned")));
    assert!(ruled["citation"].is_array(), "{ruled}");
    // What is not as it is asked for, one after another.
    let server = &workspace.demo.server;
    let bearer = || ed.request(Method::PUT, MEASURE).header("if-match", "*");
    problem(Answer::of(bearer().body("state=planned")), 415);
    problem(Answer::of(bearer().header("content-type", "application/json").body("{")), 400);
    problem(Answer::of(server.get("/api/v1/codes").header("accept", "text/csv")), 406);
    problem(Answer::of(server.send(Method::DELETE, "/api/v1/codes")), 405);
    problem(server.page("/api/v1/nothing"), 404);
    problem(server.data("/api/v1/codes?as-of=yesterday"), 400);
    problem(ed.ask(Method::PUT, MEASURE, &[("if-match", "*"), ("idempotency-key", "a b")], &json!({})), 400);
    // What is too large is not read to its end: whoever sends it is told so, or finds the connection closed.
    let large = bearer().header("content-type", "application/json").body("x".repeat(2 << 20)).send();
    assert!(large.map_or(true, |answer| answer.status().as_u16() == 413));
    workspace.demo.is_audited();
}

#[test]
fn a_token_is_the_only_way_in_and_no_cookie_counts() {
    let workspace = Workspace::begin();
    let person = workspace.person("ed", "acme", &["editor"]);
    let server = &workspace.demo.server;
    let with_cookie = Answer::of(server.get(MEASURE).header("cookie", &person.cookie).header("accept", "text/html"));
    assert_eq!(with_cookie.header("www-authenticate"), "Bearer");
    problem(with_cookie, 401);
    let reads = Program::of(&workspace, &person, "acme", "read");
    assert_eq!(reads.get(MEASURE).status, 200);
    problem(reads.ask(Method::PUT, MEASURE, &[("if-match", "*")], &json!({ "state": "planned" })), 403);
    problem(reads.get("/api/v1/organisations/other/measures"), 403);
    let nobody = Program { workspace: &workspace, token: "A".repeat(43) };
    problem(nobody.get(MEASURE), 401);
}

#[test]
fn files_are_kept_word_for_word_and_assessed() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let example = |name: &str| std::fs::read_to_string(repository().join("examples/openai").join(name)).unwrap();
    let put = |path: &str, text: String, header: (&str, &str)| {
        let request = ed.request(Method::PUT, path).header("content-type", "application/toml").body(text);
        Answer::of(request.header(header.0, header.1))
    };
    let (own, model) = ("/api/v1/organisations/acme/files/adhere.toml", "/api/v1/organisations/acme/files/gpt-5-5");
    put(own, example("adhere.toml"), ("if-none-match", "*")).well();
    put(model, example("models/gpt-5-5.toml"), ("if-none-match", "*")).well();
    problem(put(own, example("adhere.toml"), ("if-none-match", "*")), 412);
    let kept = ed.get(own);
    let tag = kept.header("etag").to_owned();
    assert_eq!(kept.well(), example("adhere.toml"));
    let wrong = problem(put(own, "nonsense = [".to_owned(), ("if-match", &tag)), 422);
    assert_eq!(wrong["errors"][0]["pointer"], "/adhere.toml");
    let read_again = |path: &str| read(&ed.get(path).well());
    assert_eq!(read_again("/api/v1/organisations/acme/files")["items"].as_array().unwrap().len(), 2);
    let assessment = ed.get("/api/v1/organisations/acme/assessment");
    let tag = assessment.header("etag").to_owned();
    let assessed = assessment.well();
    assert_eq!(read(&assessed)["models"][0]["id"], "gpt-5-5");
    // What is kept of it is made anew when something was recorded.
    assert_eq!(ed.get("/api/v1/organisations/acme/assessment").well(), assessed);
    put(model, example("models/gpt-5-5.toml") + "\n# A remark.\n", ("if-match", "*")).well();
    let known = ed.request(Method::GET, "/api/v1/organisations/acme/assessment").header("if-none-match", &tag);
    assert_eq!(Answer::of(known).status, 304, "a remark changes no verdict");
    workspace.demo.is_audited();
}

#[test]
fn evidence_is_added_attached_read_by_its_own_and_withdrawn() {
    let workspace = Workspace::begin();
    let register = ["party", "organisation", "register", "other", "--name", "Other", "--kind", "provider"];
    workspace.run(&[register.as_slice(), &["--as", "jo"]].concat());
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let vi = Program::of(&workspace, &workspace.person("vi", "acme", &["viewer"]), "acme", "read");
    let of_other = Program::of(&workspace, &workspace.person("max", "other", &["editor"]), "other", "write");
    let evidence = "/api/v1/organisations/acme/evidence";
    let about = "title=A%20report&speaks-for=2026-01-01&confidentiality=confidential";
    let add = |key: &str| {
        let request = ed.request(Method::POST, &format!("{evidence}?{about}")).header("idempotency-key", key);
        Answer::of(request.header("content-type", "text/plain").body("Ten tests passed."))
    };
    let added = add("k").well();
    assert_eq!(add("k").well(), added);
    // It is in the library of the provider, for everybody who may read it.
    let item = read(&ed.get(evidence).well())["items"][0]["id"].as_str().unwrap().to_owned();
    let report = format!("{evidence}/{item}");
    assert_eq!(vi.get(&report).status, 200);
    ed.state("*", "s", "Tested.").well();
    let attach = json!({ "item": item, "passage": { "exact": "Ten tests" } });
    ed.post(&format!("{MEASURE}/evidence"), &attach).well();
    assert_eq!(vi.get(&format!("{report}/content")).well(), "Ten tests passed.");
    assert_eq!(read(&vi.get(evidence).well())["items"][0]["id"], item);
    problem(of_other.get(&format!("/api/v1/organisations/other/evidence/{item}")), 404);
    problem(of_other.get(&format!("/api/v1/organisations/other/evidence/{item}/content")), 404);
    let shown = read(&ed.get(MEASURE).well());
    assert_eq!(shown["evidence"][0]["passage"], "Ten tests");
    let attached = format!("{MEASURE}/evidence/{}", shown["evidence"][0]["entry"]);
    let detach = || ed.ask(Method::DELETE, &attached, &[("idempotency-key", "d")], &Value::Null);
    let detached = detach().well();
    assert_eq!(detach().well(), detached);
    problem(ed.ask(Method::DELETE, &attached, &[], &Value::Null), 404);
    let withdrawal = json!({ "from": "2026-11-01", "reason": "It was superseded." });
    ed.post(&format!("{report}/withdrawal"), &withdrawal).well();
    assert_eq!(read(&ed.get(&report).well())["withdrawn"]["from"], "2026-11-01");
    workspace.demo.is_audited();
}

#[test]
fn what_was_shown_is_approved_by_another() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let al = Program::of(&workspace, &workspace.person("al", "acme", &["approver"]), "acme", "write");
    ed.state("*", "s", "All of it.").well();
    let shown = read(&al.get(MEASURE).well());
    let approval = json!({ "revision": 1, "fingerprint": shown["fingerprint"] });
    problem(ed.post(&format!("{MEASURE}/approval"), &approval), 403);
    al.post(&format!("{MEASURE}/approval"), &approval).well();
    assert_eq!(read(&al.get(MEASURE).well())["approval"]["by"], "al");
    workspace.demo.is_audited();
}

/// The operations with the roles that may ask for them, as the program itself has them and as they were looked at.
fn matrix() -> Vec<(Method, String, Vec<String>)> {
    let folder = repository().join("crates/app/src/web/work/snapshots");
    let text = std::fs::read_to_string(folder.join("adhere__web__work__tests__the_matrix_is_what_was_looked_at.snap"));
    let text = text.unwrap();
    let lines = text.lines().filter(|line| line.contains(" /api/v1/")).map(|line| {
        let (route, roles) = line.split_once(": ").unwrap();
        let (method, path) = route.split_once(' ').unwrap();
        let names = [("organisation", "acme"), ("code", "gpai@2025-07-10"), ("measure", "T.M1.1"), ("entry", "0")];
        let path =
            names.iter().fold(path.to_owned(), |path, (name, value)| path.replace(&format!("{{{name}}}"), value));
        let path = ["file", "item", "person", "party", "token", "case", "comment", "key", "invitation"]
            .iter()
            .fold(path, |path, name| path.replace(&format!("{{{name}}}"), "nobody"));
        assert!(!path.contains('{'), "{path}");
        (method.parse().unwrap(), path, roles.split(", ").map(str::to_owned).collect())
    });
    lines.collect()
}

#[test]
fn every_role_asks_for_what_it_may_and_nothing_else() {
    let workspace = Workspace::begin();
    let register = ["party", "organisation", "register", "other", "--name", "Other", "--kind", "provider"];
    workspace.run(&[register.as_slice(), &["--as", "jo"]].concat());
    let matrix = matrix();
    assert!(matrix.len() > 10, "{matrix:?}");
    for (method, path, _) in &matrix {
        problem(Answer::of(workspace.demo.server.send(method.clone(), path)), 401);
    }
    for (role, name) in Role::ALL {
        let person = workspace.person(&format!("own-{name}"), "acme", &[name]);
        let (own, reads) =
            (Program::of(&workspace, &person, "acme", "write"), Program::of(&workspace, &person, "acme", "read"));
        let is_of_others =
            role.asks_for().is_none_or(|kinds| kinds.len() == 2 && name != "facilitator" && name != "chair");
        let other = is_of_others.then(|| workspace.person(&format!("other-{name}"), "other", &[name]));
        let other = other.map(|person| Program::of(&workspace, &person, "other", "write"));
        for (method, path, roles) in &matrix {
            let reach = |program: &Program<'_>| Answer::of(program.request(method.clone(), path)).status;
            let everyones = roles.iter().any(|held| held == "whoever shows a token");
            let is_allowed = everyones || roles.iter().any(|held| held == name);
            let status = reach(&own);
            assert_eq!(status != 403 && status != 401, is_allowed, "{name}: {method} {path} gave {status}");
            assert!(status < 500, "{name}: {method} {path} gave {status}");
            if *method != Method::GET {
                assert_eq!(reach(&reads), 403, "{name}, to read alone: {method} {path}");
            }
            if let Some(other) = &other {
                let status = reach(other);
                assert_eq!(status != 403, everyones, "{name} of another: {method} {path} gave {status}");
            }
        }
    }
    workspace.demo.is_audited();
}

#[test]
fn the_description_is_that_of_every_operation() {
    let printed = adhere(&["schema", "api"]).well();
    let described = read(&printed);
    assert_eq!(described["openapi"], "3.1.0");
    let workspace = Workspace::begin();
    assert_eq!(workspace.demo.server.data("/api/v1/openapi.json").well(), printed);
    // Every operation of the matrix is described, with the permission that it asks for.
    let operations =
        described["paths"].as_object().unwrap().values().flat_map(|path| path.as_object().unwrap().values());
    let guarded = operations.clone().filter(|operation| operation.get("x-permission").is_some());
    assert_eq!(guarded.count(), matrix().len());
    let mut ids: Vec<&str> = operations.map(|operation| operation["operationId"].as_str().unwrap()).collect();
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count, "each has a name of its own");
    // Nothing is referred to that is not there.
    for reference in printed.split("\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(described["components"]["schemas"].get(name).is_some(), "{name}");
    }
}

#[test]
fn the_reference_is_a_page_with_every_operation() {
    let workspace = Workspace::begin();
    let described = read(&workspace.demo.server.data("/api/v1/openapi.json").well());
    let page = workspace.demo.server.page("/api").well();
    let paths = described["paths"].as_object().unwrap().values();
    for operation in paths.flat_map(|path| path.as_object().unwrap().values()) {
        let id = operation["operationId"].as_str().unwrap();
        assert!(page.contains(&format!("<section id=\"{id}\">")), "{id}");
    }
    assert!(page.contains("write-statements") && page.contains("--request PUT"), "{page}");
    assert!(page.contains("id=\"problem-rule\"") && page.contains("id=\"problem-fields\""));
    assert!(workspace.demo.server.page("/api?language=nl").well().contains("Voor iedereen."));
}
