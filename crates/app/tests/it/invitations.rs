//! Invitations to adhere, over HTTP: a facilitator sends one, the provider sees it and answers, whoever has the link
//! declines, and programs do the same.

use reqwest::Method;
use serde_json::json;

use crate::api::{Program, problem, read};
use crate::server::Answer;
use crate::signed_in::{Person, Workspace};

const NEW: &str = "/facilitation/invitations/new";

/// What stands in a page between two texts.
fn between<'p>(page: &'p str, before: &str, after: &str) -> &'p str {
    page.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {page}")).split(after).next().unwrap()
}

/// Sends an invitation by its pages: the address of its page, and what is in its link.
fn send(fa: &Person<'_>, more: &[(&str, &str)]) -> (String, String) {
    let page = fa.get(NEW).well();
    let secret = between(&page, "name=\"secret\" value=\"", "\"");
    let form = [&[("code", "gpai@2025-07-10"), ("secret", secret)], more].concat();
    let previewed = fa.post(NEW, &form).well();
    assert!(previewed.contains("Nothing is recorded yet.") && previewed.contains("Art. 56(7)"), "{previewed}");
    assert!(fa.get("/facilitation/invitations").well().matches(secret).next().is_none());
    let sent = fa.post(NEW, &[form.as_slice(), &[("confirmed", "yes")]].concat()).well();
    assert!(sent.contains(&format!("/invited?key={secret}")), "{sent}");
    let action = sent.split("/again\"").next().unwrap().rsplit('/').next().unwrap();
    (format!("/facilitation/invitations/{action}"), secret.to_owned())
}

#[test]
fn an_invitation_is_sent_seen_followed_or_declined_and_withdrawn() {
    let workspace = Workspace::begin();
    let fa = workspace.person("fa", "acme", &["facilitator"]);
    let ed = workspace.person("ed", "acme", &["editor", "may-bind-statutory-representative"]);
    assert!(fa.get("/facilitation/invitations").well().contains("Nobody was invited yet."));
    let nobody = fa.post(NEW, &[("code", "gpai@2025-07-10"), ("secret", &"A".repeat(43))]).refused(422);
    assert!(nobody.contains("Name either an organisation"), "{nobody}");
    // The provider finds it where it begins, follows it to a form that names the version, or declines.
    let (url, _) = send(&fa, &[("organisation", "acme"), ("until", "2999-12-31")]);
    assert!(fa.get(&url).well().contains("waits for an answer"));
    let own = url.replace("/facilitation/", "/work/acme/");
    assert!(ed.get("/work/acme").well().contains(&own));
    let seen = ed.get(&own).well();
    assert!(seen.contains("this is no deadline of the law"), "{seen}");
    let declare = between(&seen, "href=\"/work/acme/adherence/declare", "\"");
    let form = ed.get(&format!("/work/acme/adherence/declare{}", declare.replace("&amp;", "&"))).well();
    assert!(form.contains("<option value=\"gpai@2025-07-10\" selected>"), "{form}");
    assert_eq!(ed.post(&format!("{own}/decline"), &[("reason", "later")]).status, 303);
    assert!(fa.get(&format!("{url}?state=declined")).well().contains("later"));
    assert!(fa.get("/facilitation/invitations?state=declined").well().contains(&url));
    assert!(!fa.get("/facilitation/invitations?state=waiting").well().contains(&url));
    assert!(!fa.get("/facilitation/invitations?as-of=2026-01-01").well().contains(&url));
    // What was declined is not declined again from the start, and another can be sent and taken back.
    let (url, secret) = send(&fa, &[("organisation", "acme")]);
    assert_eq!(fa.post(&format!("{url}/withdraw"), &[("reason", "a-mistake")]).status, 303);
    assert!(fa.get(&url).well().contains("a-mistake"));
    assert_eq!(workspace.demo.server.page(&format!("/invited?key={secret}")).status, 404);
    workspace.demo.is_audited();
}

#[test]
fn the_form_begins_with_the_code_and_takes_the_name_of_an_organisation() {
    let workspace = Workspace::begin();
    let fa = workspace.person("fa", "acme", &["facilitator"]);
    let chair = workspace.person("ch", "acme", &["chair"]);
    let code = "/facilitation/codes/gpai@2025-07-10";
    let there = between(&fa.get(code).well(), "<a href=\"/facilitation/invitations/new", "\"").to_owned();
    assert!(!chair.get(code).well().contains("/facilitation/invitations/new"), "who may not invite is offered no way");
    let form = fa.get(&format!("{NEW}{there}")).well();
    assert!(form.contains("<option value=\"gpai@2025-07-10\" selected>"), "{form}");
    assert!(form.contains("list=\"organisation-offered\"") && form.contains("<option value=\"acme\">"), "{form}");
    // What it is called stands for its id; somebody unknown is refused beside the field.
    let (url, _) = send(&fa, &[("organisation", "aCME+SE")]);
    assert!(fa.get("/facilitation/invitations").well().contains(&url));
    let secret = "A".repeat(43);
    let form =
        |organisation| [("code", "gpai@2025-07-10"), ("secret", secret.as_str()), ("organisation", organisation)];
    let again = fa.post(NEW, &form("acme")).refused(422);
    assert!(again.contains("was invited to that already"), "{again}");
    assert!(fa.post(NEW, &form("Acme+SA")).refused(422).contains("value=\"Acme SA\""));
    workspace.demo.is_audited();
}

#[test]
fn whoever_has_the_link_reads_and_declines_after_a_confirmation_alone() {
    let workspace = Workspace::begin();
    let fa = workspace.person("fa", "acme", &["facilitator"]);
    let (url, first) = send(&fa, &[("name", "Another"), ("words", "Welcome.")]);
    let server = &workspace.demo.server;
    let follow = |secret: &str| server.page(&format!("/invited?key={secret}"));
    assert!(follow(&first).well().contains("Welcome."));
    // Sent again, the link is another.
    let page = fa.get(&url).well();
    let second = between(&page, "name=\"secret\" value=\"", "\"").to_owned();
    assert!(fa.post(&format!("{url}/again"), &[("secret", &second)]).well().contains(&second));
    assert_eq!(follow(&first).status, 404);
    assert_eq!(follow("nothing").status, 404);
    assert_eq!(server.page("/invited").status, 404);
    let shown = follow(&second);
    assert_eq!(shown.header("cache-control"), "no-store");
    assert!(shown.well().contains("waits for an answer"), "following the link changes nothing");
    let decline = |form: &[(&str, &str)]| {
        Answer::of(server.post("/invited", form).header("origin", &server.url).header("accept", "text/html"))
    };
    let asked = decline(&[("key", &second), ("reason", "no")]).well();
    assert!(asked.contains("Nothing is recorded yet."), "{asked}");
    assert!(follow(&second).well().contains("waits for an answer"));
    let declined = decline(&[("key", &second), ("reason", "no"), ("confirmed", "yes")]);
    assert_eq!(declined.status, 303, "{}", declined.text);
    assert!(follow(&second).well().contains("declined"));
    assert_eq!(decline(&[("key", &first), ("confirmed", "yes")]).status, 404);
    workspace.demo.is_audited();
}

#[test]
fn programs_invite_once_under_a_key_and_decline() {
    let workspace = Workspace::begin();
    let fa = Program::of(&workspace, &workspace.person("fa", "acme", &["facilitator"]), "acme", "write");
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let all = "/api/v1/invitations-to-adhere";
    let body = json!({ "organisation": "acme", "code": "gpai@2025-07-10", "words": "Join us." });
    let sent = || fa.ask(Method::POST, all, &[("idempotency-key", "i")], &body).well();
    let first = read(&sent());
    assert!(first["secret"].as_str().unwrap().contains("/invited?key="), "{first}");
    assert_eq!(read(&sent())["entries"], first["entries"], "asked for twice, sent once");
    let listed = read(&fa.get(all).well());
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    assert_eq!((&listed["items"][0]["state"], &listed["items"][0]["words"]), (&json!("waiting"), &json!("Join us.")));
    problem(fa.post(all, &json!({ "code": "gpai@2025-07-10" })), 422);
    problem(fa.post(all, &json!({ "organisation": "acme", "code": "gpai@2025-07-10" })), 422);
    problem(ed.post(all, &body), 403);
    let id = listed["items"][0]["id"].as_str().unwrap();
    fa.post(&format!("{all}/{id}/letters"), &json!(null)).well();
    let own = "/api/v1/organisations/acme/invitations-to-adhere";
    assert_eq!(read(&ed.get(own).well())["items"][0]["id"], id);
    ed.post(&format!("{own}/{id}/refusal"), &json!({ "reason": "Not now." })).well();
    let listed = read(&ed.get(&format!("{own}?state=declined")).well());
    assert_eq!(listed["items"][0]["reason"], "Not now.");
    fa.post(&format!("{all}/{id}/withdrawal"), &json!({})).well();
    assert_eq!(read(&fa.get(all).well())["items"][0]["state"], "withdrawn");
    problem(fa.post(&format!("{all}/none/withdrawal"), &json!({})), 422);
    workspace.demo.is_audited();
}
