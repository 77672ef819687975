//! The API for cases, comments and what is due, and for what an administrator looks at.

use adhere_testing::repository;
use reqwest::Method;
use serde_json::{Value, json};

use crate::api::{Program, problem, read};
use crate::signed_in::Workspace;

const CASE: &str = "/api/v1/organisations/acme/cases/leak-1";
const COMMENTS: &str = "/api/v1/organisations/acme/measures/gpai@2025-07-10/T.M1.1/comments";

fn incident() -> Value {
    json!({
        "title": "Weights left", "code": "gpai@2025-07-10", "aware_at": "2026-03-02T08:00:00Z",
        "matter": { "kind": "serious-incident", "harms": ["cybersecurity"] },
    })
}

#[test]
fn a_case_is_opened_once_told_by_its_clocks_and_closed_as_it_was_seen() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let vi = Program::of(&workspace, &workspace.person("vi", "acme", &["viewer"]), "acme", "write");
    let new = [("if-none-match", "*")];
    problem(vi.ask(Method::PUT, CASE, &new, &incident()), 403);
    let wrong = json!({
        "title": "", "code": "gpai", "aware_at": "lately",
        "matter": { "kind": "serious-incident", "harms": ["boredom"] },
    });
    let wrong = problem(ed.ask(Method::PUT, CASE, &new, &wrong), 422);
    let pointers: Vec<&Value> = wrong["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    assert_eq!(pointers, ["/title", "/code", "/aware_at", "/matter/harms/0"]);
    let opened = ed.ask(Method::PUT, CASE, &new, &incident());
    assert_eq!(opened.header("location"), CASE, "{opened:?}");
    problem(ed.ask(Method::PUT, CASE, &new, &incident()), 412);
    // Asked for again as it is, it is there already; as something else, the id is taken.
    assert_eq!(read(&ed.ask(Method::PUT, CASE, &[], &incident()).well())["entries"], json!([]));
    let mut other = incident();
    other["title"] = json!("Another");
    assert_eq!(problem(ed.ask(Method::PUT, CASE, &[], &other), 422)["type"], "/api#problem-rule");
    let shown = vi.get(CASE);
    let first = shown.header("etag").to_owned();
    let case = read(&shown.well());
    let report = &case["clocks"][0];
    assert_eq!((&report["due"], &report["set_by"]), (&json!("2026-03-09"), &json!("code")), "{case}");
    assert_eq!((&report["status"], &report["measure"]), (&json!("overdue"), &json!("S.M9.3")));
    let step = json!({ "step": "initial-report", "at": "2026-03-05T08:00:00Z", "note": "By mail." });
    ed.ask(Method::POST, &format!("{CASE}/steps"), &[("if-match", &first)], &step).well();
    // Whoever closes it by what it was before is told.
    let reason = json!({ "reason": "It was resolved." });
    problem(ed.ask(Method::POST, &format!("{CASE}/closing"), &[("if-match", &first)], &reason), 412);
    let second = ed.get(CASE).header("etag").to_owned();
    ed.ask(Method::POST, &format!("{CASE}/closing"), &[("if-match", &second)], &reason).well();
    ed.post(&format!("{CASE}/notes"), &json!({ "note": "The keys were changed." })).well();
    assert_eq!(problem(ed.post(&format!("{CASE}/steps"), &step_again()), 422)["type"], "/api#problem-rule");
    ed.post(&format!("{CASE}/reopening"), &json!({ "reason": "It happened again." })).well();
    let case = read(&ed.get(CASE).well());
    let kinds: Vec<&Value> = case["history"].as_array().unwrap().iter().map(|line| &line["kind"]).collect();
    assert_eq!(kinds, ["case.opened", "case.step-done", "case.closed", "case.noted", "case.reopened"]);
    assert!(case["is_open"].as_bool().unwrap() && case["history"][1]["text"] == "By mail.");
    problem(ed.get("/api/v1/organisations/acme/cases/leak-2"), 404);
    workspace.demo.is_audited();
}

fn step_again() -> Value {
    json!({ "step": "resolved", "at": "2026-03-06T08:00:00Z" })
}

#[test]
fn cases_are_listed_page_by_page_and_stand_in_the_calendar() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let cases = "/api/v1/organisations/acme/cases";
    assert_eq!(read(&ed.get(cases).well()), json!({ "items": [], "next": null }));
    let open = |id: &str| ed.ask(Method::PUT, &format!("{cases}/{id}"), &[], &incident()).well();
    let request = json!({
        "title": "A question", "code": "gpai@2025-07-10", "aware_at": "2026-11-02T08:00:00Z",
        "matter": { "kind": "ai-office-request", "until": "2026-12-01" },
    });
    for id in ["one", "two", "three"] {
        drop(open(id));
    }
    ed.ask(Method::PUT, &format!("{cases}/asked"), &[], &request).well();
    ed.post(&format!("{cases}/two/closing"), &json!({ "reason": "Done." })).well();
    let (mut seen, mut at) = (Vec::new(), Some(format!("{cases}?kind=serious-incident&limit=1")));
    while let Some(path) = at {
        let page = read(&ed.get(&path).well());
        seen.extend(page["items"].as_array().unwrap().iter().map(|case| case["id"].as_str().unwrap().to_owned()));
        at = page["next"].as_str().map(str::to_owned);
    }
    assert_eq!(seen, ["three", "two", "one"]);
    let closed = read(&ed.get(&format!("{cases}?state=closed")).well());
    assert_eq!((closed["items"].as_array().unwrap().len(), &closed["items"][0]["id"]), (1, &json!("two")));
    let asked = read(&ed.get(&format!("{cases}?kind=ai-office-request")).well());
    assert_eq!(asked["items"][0]["next"]["set_by"], "request", "{asked}");
    problem(ed.get(&format!("{cases}?state=ajar")), 400);
    let own = std::fs::read_to_string(repository().join("examples/openai/adhere.toml")).unwrap();
    let put = ed.keep_file("/api/v1/organisations/acme/files/adhere.toml", own);
    assert_eq!(put.status, 200, "{put:?}");
    let calendar = "/api/v1/organisations/acme/calendar";
    let due = read(&ed.get(&format!("{calendar}?limit=200")).well());
    let of_cases = |due: &Value| {
        let items = due["items"].as_array().unwrap().iter();
        items.filter(|item| item["key"].as_str().unwrap().starts_with("case/")).count()
    };
    assert!(of_cases(&due) > 2, "{due}");
    let later = read(&ed.get(&format!("{calendar}?from=2027-06-01&until=2027-06-30&limit=200")).well());
    assert_eq!(of_cases(&later), 2, "what is overdue is always there: {later}");
    let changes = read(&ed.get("/api/v1/organisations/acme/changes?limit=2").well());
    assert_eq!(changes["items"].as_array().unwrap().len(), 2);
    assert_eq!(changes["items"][0]["kind"], "provider.recorded", "{changes}");
    let last = changes["items"][0]["entry"].as_u64().unwrap();
    let since = read(&ed.get(&format!("/api/v1/organisations/acme/changes?since={last}")).well());
    assert_eq!(since["items"].as_array().unwrap().len(), 1);
    workspace.demo.is_audited();
}

#[test]
fn colleagues_comment_and_withdraw_what_they_said_themselves() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let al = Program::of(&workspace, &workspace.person("al", "acme", &["approver"]), "acme", "write");
    let first = ed.get(COMMENTS).header("etag").to_owned();
    let say = |text: &str, headers: &[(&str, &str)]| ed.ask(Method::POST, COMMENTS, headers, &json!({ "text": text }));
    let once = [("idempotency-key", "k"), ("if-match", first.as_str())];
    let said = say("Who does this?", &once).well();
    assert_eq!(say("Who does this?", &once).well(), said);
    problem(say("Anybody?", &[("if-match", &first)]), 412);
    say("Anybody?", &[]).well();
    problem(say(" ", &[]), 422);
    let shown = read(&al.get(COMMENTS).well());
    assert_eq!((&shown["items"][0]["author"], &shown["items"][1]["text"]), (&json!("ed"), &json!("Anybody?")));
    let one = format!("{COMMENTS}/{}", shown["items"][0]["id"].as_str().unwrap());
    assert_eq!(problem(al.ask(Method::DELETE, &one, &[], &Value::Null), 422)["type"], "/api#problem-rule");
    ed.ask(Method::DELETE, &one, &[], &Value::Null).well();
    assert_eq!(read(&al.get(COMMENTS).well())["items"][0]["text"], Value::Null);
    workspace.demo.is_audited();
}

#[test]
fn an_administrator_looks_at_the_instance_and_keeps_keys_as_they_were_seen() {
    let workspace = Workspace::begin();
    let ad = Program::of(&workspace, &workspace.person("ad", "acme", &["administrator"]), "acme", "write");
    let au = Program::of(&workspace, &workspace.person("au", "acme", &["auditor"]), "acme", "write");
    let instance = read(&au.get("/api/v1/administration").well());
    assert!(instance["parts"].as_array().unwrap().iter().all(|part| part["is_working"] == true), "{instance}");
    assert!(instance["settings"].as_array().unwrap().iter().any(|setting| setting["name"] == "web.upload-mebibytes"));
    let history = read(&au.get("/api/v1/administration/history?kind=role&subject=person/ad&limit=1").well());
    assert_eq!(history["items"][0]["kind"], "role.granted", "{history}");
    let party = "/api/v1/parties/acme";
    let tag = au.get(party).header("etag").to_owned();
    let key = json!({ "id": "acme-second", "public": "ab".repeat(32) });
    problem(au.post(&format!("{party}/keys"), &key), 403);
    ad.ask(Method::POST, &format!("{party}/keys"), &[("if-match", &tag)], &key).well();
    let other = json!({ "name": "Acme", "kinds": ["provider"] });
    problem(ad.ask(Method::PUT, party, &[("if-match", &tag)], &other), 412);
    let reason = json!({ "reason": "It was lost." });
    ad.post(&format!("{party}/keys/acme-second/revocation"), &reason).well();
    problem(ad.post(&format!("{party}/keys/acme-third/revocation"), &reason), 404);
    let shown = read(&au.get(party).well());
    let second = shown["keys"].as_array().unwrap().iter().find(|key| key["id"] == "acme-second").unwrap();
    assert_eq!(second["standing"], "revoked", "{shown}");
    // Nobody hears whether letters arrive where none are sent.
    problem(ad.post("/api/v1/administration/test-letter", &Value::Null), 422);
    workspace.demo.is_audited();
}

#[test]
fn people_and_adherence_are_changed_as_they_were_seen() {
    let workspace = Workspace::begin();
    let person = workspace.person("pa", "acme", &["provider-admin", "may-bind-statutory-representative"]);
    let pa = Program::of(&workspace, &person, "acme", "write");
    let today = Program::today(&person).to_string();
    let (people, adherences) = ("/api/v1/organisations/acme/people", "/api/v1/organisations/acme/adherences");
    let (seen, none) = (pa.get(people).header("etag").to_owned(), pa.get(adherences).header("etag").to_owned());
    let role = json!({ "person": "pa", "role": "editor" });
    let grant =
        |tag: &str, role: &Value| pa.ask(Method::POST, "/api/v1/organisations/acme/roles", &[("if-match", tag)], role);
    grant(&seen, &role).well();
    problem(grant(&seen, &json!({ "person": "pa", "role": "viewer" })), 412);
    let invitation = json!({ "person": "vi", "name": "Vi", "email": "vi@example.eu", "roles": ["viewer"] });
    let invite =
        |tag: &str| pa.ask(Method::POST, "/api/v1/organisations/acme/invitations", &[("if-match", tag)], &invitation);
    problem(invite(&seen), 412);
    invite(pa.get(people).header("etag")).well();
    let declaration = json!({
        "what": "declare", "id": "acme-gpai", "code": "gpai@2025-07-10", "scope": "full", "from": today,
    });
    let declare = |body: &Value| pa.ask(Method::POST, adherences, &[("if-match", &none)], body);
    declare(&declaration).well();
    problem(declare(&json!({ "what": "withdraw", "id": "acme-gpai", "from": today })), 412);
    workspace.demo.is_audited();
}
