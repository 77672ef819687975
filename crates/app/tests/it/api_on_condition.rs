//! The API on the condition that something is as it was read, its lists page by page, and complaints without a token.

use reqwest::Method;
use serde_json::{Value, json};

use crate::api::{Program, problem, read};
use crate::server::Answer;
use crate::signed_in::Workspace;

const EVIDENCE: &str =
    "/api/v1/organisations/acme/evidence?title=A%20report&speaks-for=2026-01-01&confidentiality=public";
const PEOPLE: &str = "/api/v1/organisations/acme/people";
const COMPLAINTS: &str = "/api/v1/complaints/acme";

fn tag(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.header("etag").to_owned()
}

/// Everything that pages of one hold, and the tags of those pages.
fn one_by_one(program: &Program<'_>, list: &str) -> (Vec<Value>, Vec<String>) {
    let (mut items, mut tags, mut at) = (Vec::new(), Vec::new(), Some(format!("{list}?limit=1")));
    while let Some(path) = at {
        let page = program.get(&path);
        tags.push(tag(&page));
        let link = page.header("link").to_owned();
        let page = read(&page.well());
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        at = page["next"].as_str().map(str::to_owned);
        assert_eq!(link, at.as_ref().map_or(String::new(), |next| format!("<{next}>; rel=\"next\"")));
    }
    (items, tags)
}

#[test]
fn a_list_with_a_tag_of_its_own_is_read_page_by_page() {
    let workspace = Workspace::begin();
    let roles = ["editor", "provider-admin", "may-bind-statutory-representative"];
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &roles), "acme", "write");
    let today = read(&ed.get(PEOPLE).well())["items"][0]["from"].as_str().unwrap().to_owned();
    let comments = "/api/v1/organisations/acme/measures/gpai@2025-07-10/T.M1.1/comments";
    for text in ["One.", "Two.", "Three."] {
        ed.post(comments, &json!({ "text": text })).well();
    }
    let adherences = "/api/v1/organisations/acme/adherences";
    let declaration = json!({
        "what": "declare", "id": "a1", "code": "gpai@2025-07-10", "scope": "full", "from": today,
    });
    ed.post(adherences, &declaration).well();
    for (list, least) in [(PEOPLE, 3), (comments, 3), (adherences, 1)] {
        let whole = ed.get(list);
        let own = tag(&whole);
        let whole = read(&whole.well());
        let (items, tags) = one_by_one(&ed, list);
        assert!(items.len() >= least && Value::Array(items) == whole["items"], "{list}: {whole}");
        // Whoever saw one page can say that the whole is to be as it was.
        assert!(tags.iter().all(|tag| *tag == own), "{list}: {tags:?}");
        problem(ed.get(&format!("{list}?after=elsewhere")), 400);
        problem(ed.get(&format!("{list}?limit=0")), 400);
    }
    let seen = tag(&ed.get(&format!("{comments}?limit=1")));
    let say = |tag: &str| ed.ask(Method::POST, comments, &[("if-match", tag)], &json!({ "text": "Four." }));
    say(&seen).well();
    problem(say(&seen), 412);
    workspace.demo.is_audited();
}

#[test]
fn evidence_and_tokens_change_only_as_they_were_seen() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let add = |headers: &[(&str, &str)]| {
        let request = ed.request(Method::POST, EVIDENCE).header("content-type", "text/plain").body("A report.");
        Answer::of(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)))
    };
    problem(add(&[("if-match", "*")]), 412);
    let added = add(&[("if-none-match", "*"), ("idempotency-key", "e")]);
    let item = added.header("location").to_owned();
    added.well();
    problem(add(&[("if-none-match", "*")]), 412);
    // The same request again is known, whatever has become of its condition since.
    add(&[("if-none-match", "*"), ("idempotency-key", "e")]).well();
    add(&[("if-match", &tag(&ed.get(&item)))]).well();
    let tokens = ed.get("/api/v1/tokens");
    let seen = tag(&tokens);
    let id = read(&tokens.well())["items"][0]["id"].as_str().unwrap().to_owned();
    let end = |tag: &str| ed.ask(Method::DELETE, &format!("/api/v1/tokens/{id}"), &[("if-match", tag)], &Value::Null);
    problem(end("\"another\""), 412);
    end(&seen).well();
    problem(ed.get("/api/v1/tokens"), 401);
    workspace.demo.is_audited();
}

#[test]
fn the_register_and_codes_change_only_as_they_were_seen() {
    let workspace = Workspace::begin();
    let fa = Program::of(&workspace, &workspace.person("fa", "acme", &["facilitator"]), "acme", "write");
    let listing = |source: &str| json!({ "organisation": "acme", "code": "gpai", "scope": "full", "source": source, "read": "2026-11-20" });
    let list =
        |tag: &str, source: &str| fa.ask(Method::POST, "/api/v1/register", &[("if-match", tag)], &listing(source));
    let seen = tag(&fa.get("/api/v1/register/acme"));
    list(&seen, "one list").well();
    problem(list(&seen, "another list"), 412);
    list(&tag(&fa.get("/api/v1/register/acme")), "another list").well();
    let folder = adhere_testing::repository().join("data/codes/conduct-template");
    let file = |version: &str, entry: std::fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        let text = std::fs::read_to_string(entry.path()).unwrap();
        json!({ "name": name, "text": text.replace("2026-11-22", version) })
    };
    let code = |version: &str| {
        let files = std::fs::read_dir(&folder).unwrap().map(|entry| file(version, entry.unwrap()));
        json!({ "files": files.collect::<Vec<_>>(), "follows": { "version": "2026-11-22" } })
    };
    let publish =
        |name: &str, value: &str| fa.ask(Method::POST, "/api/v1/codes", &[(name, value)], &code("2026-11-23"));
    problem(publish("if-match", "*"), 412);
    publish("if-none-match", "*").well();
    problem(publish("if-none-match", "*"), 412);
    // Published once more as it is, nothing changes.
    let same = publish("if-match", &tag(&fa.get("/api/v1/codes/conduct-template@2026-11-23")));
    assert!(read(&same.well())["entries"].as_array().unwrap().is_empty());
    workspace.demo.is_audited();
}

#[test]
fn a_complaint_is_lodged_without_a_token_in_the_bounds_of_the_page() {
    let workspace = Workspace::begin();
    let server = &workspace.demo.server;
    let lodge = |body: &Value| {
        let request = server.send(Method::POST, COMPLAINTS).header("content-type", "application/json");
        Answer::of(request.body(body.to_string()))
    };
    let complaint = json!({ "name": "Eve", "email": "eve@example.eu", "work": "A song", "text": "It was copied." });
    problem(lodge(&complaint), 404);
    let roles = ["editor", "may-bind-statutory-representative"];
    let person = workspace.person("ed", "acme", &roles);
    let ed = Program::of(&workspace, &person, "acme", "write");
    let today = Program::today(&person).to_string();
    let declaration = json!({
        "what": "declare", "id": "a1", "code": "gpai@2025-07-10", "scope": "full", "from": today,
    });
    ed.post("/api/v1/organisations/acme/adherences", &declaration).well();
    let wrong = problem(lodge(&json!({ "name": "Eve\nBcc: x", "email": "eve", "work": "", "text": "x" })), 422);
    let pointers: Vec<&Value> = wrong["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    assert_eq!(pointers, ["/email", "/work"], "{wrong}");
    let lodged = lodge(&complaint);
    let location = lodged.header("location").to_owned();
    let lodged = read(&lodged.well());
    let reference = lodged["secret"].as_str().unwrap().to_owned();
    assert_eq!((lodged["entries"].as_array().unwrap().len(), location.ends_with(&reference)), (1, true), "{lodged}");
    let shown = server.data(&location);
    assert_eq!(shown.header("cache-control"), "no-store");
    let shown = read(&shown.well());
    assert_eq!((&shown["organisation"], &shown["closed"]), (&json!("acme"), &Value::Null));
    assert_eq!(server.page(&format!("/complaints?reference={reference}")).status, 200, "the page knows it as well");
    problem(server.data(&location.replace(&reference, &"A".repeat(reference.len()))), 404);
    // No answer came: sent again under its reference, it is one complaint.
    let mut again = complaint.clone();
    again["reference"] = json!(reference);
    assert!(read(&lodge(&again).well())["entries"].as_array().unwrap().is_empty());
    for _ in 1..10 {
        lodge(&complaint).well();
    }
    problem(lodge(&complaint), 429);
    let cases = read(&ed.get("/api/v1/organisations/acme/cases").well());
    assert_eq!(cases["items"].as_array().unwrap().len(), 10);
    workspace.demo.is_audited();
}
