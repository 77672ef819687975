//! The API for whoever binds a provider, keeps its people, runs the instance, or facilitates a code.

use adhere_testing::repository;
use reqwest::Method;
use serde_json::{Value, json};

use crate::api::{Program, problem, read};
use crate::signed_in::Workspace;

const ADHERENCES: &str = "/api/v1/organisations/acme/adherences";

#[test]
fn adherence_is_seen_before_it_binds_declared_once_and_withdrawn() {
    let workspace = Workspace::begin();
    let person = workspace.person("ed", "acme", &["may-bind-statutory-representative"]);
    let ed = Program::of(&workspace, &person, "acme", "write");
    let today = Program::today(&person).to_string();
    let declaration = json!({
        "what": "declare", "id": "acme-gpai", "code": "gpai@2025-07-10", "scope": "full", "from": today,
    });
    let seen = read(&ed.post("/api/v1/organisations/acme/adherence-previews", &declaration).well());
    assert_eq!(seen["events"], json!(["adherence.declared"]));
    assert!(read(&ed.get(ADHERENCES).well())["items"].as_array().unwrap().is_empty(), "nothing is recorded");
    let declare = || ed.ask(Method::POST, ADHERENCES, &[("idempotency-key", "d")], &declaration);
    let declared = declare().well();
    assert_eq!(declare().well(), declared);
    let lives = read(&ed.get(ADHERENCES).well());
    assert_eq!(lives["items"][0]["stages"][0]["scope"], "full");
    let early = json!({ "what": "withdraw", "id": "acme-gpai", "from": "2025-08-02" });
    let refused = problem(ed.post(ADHERENCES, &early), 422);
    assert!(refused["rule"].is_string() && refused["citation"].is_array(), "{refused}");
    let wrong = json!({ "what": "change", "id": "", "scope": { "chapters": ["S", ""] }, "from": "soon" });
    let wrong = problem(ed.post(ADHERENCES, &wrong), 422);
    let pointers: Vec<&Value> = wrong["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    assert_eq!(pointers, ["/id", "/from", "/scope/chapters/1"]);
    ed.post(ADHERENCES, &json!({ "what": "withdraw", "id": "acme-gpai", "from": today })).well();
    workspace.demo.is_audited();
}

#[test]
fn people_are_invited_given_roles_and_lose_them() {
    let workspace = Workspace::begin();
    let pa = Program::of(&workspace, &workspace.person("pa", "acme", &["provider-admin"]), "acme", "write");
    let invitation = json!({ "person": "vi", "name": "Vi", "email": "vi@example.eu", "roles": ["viewer"] });
    let path = "/api/v1/organisations/acme/invitations";
    let invite = || ask_once(&pa, path, &invitation);
    let first = read(&invite().well());
    let way_in = first["secret"].as_str().unwrap().to_owned();
    // What lets in is shown once: asked for again, it is not there, and nobody is invited twice.
    let again = read(&invite().well());
    assert_eq!((&again["entries"], &again["secret"]), (&first["entries"], &Value::Null));
    let vi = workspace.enter("vi@example.eu", &way_in);
    assert_eq!(vi.get("/work/acme").status, 200);
    let role = json!({ "person": "vi", "role": "viewer", "because": "Vi left." });
    pa.post("/api/v1/organisations/acme/roles/revocation", &role).well();
    assert_eq!(vi.get("/work/acme").status, 403);
    let powerful = json!({ "person": "vi", "role": "administrator" });
    problem(pa.post("/api/v1/organisations/acme/roles", &powerful), 403);
    let people = read(&pa.get("/api/v1/organisations/acme/people").well());
    assert!(people["items"].as_array().unwrap().iter().any(|it| it["person"] == "vi" && it["until"].is_string()));
    let unknown = json!({ "person": "no such person", "role": "king" });
    let unknown = problem(pa.post("/api/v1/organisations/acme/roles", &unknown), 422);
    assert_eq!(unknown["errors"].as_array().unwrap().len(), 2);
    workspace.demo.is_audited();
}

fn ask_once(program: &Program<'_>, path: &str, body: &Value) -> crate::server::Answer {
    program.ask(Method::POST, path, &[("idempotency-key", "i")], body)
}

#[test]
fn an_administrator_keeps_organisations_and_anybody_their_tokens() {
    let workspace = Workspace::begin();
    let person = workspace.person("ad", "acme", &["administrator"]);
    let ad = Program::of(&workspace, &person, "acme", "write");
    let organisation = |name: &str| json!({ "name": name, "kinds": ["provider"], "country": "FR" });
    let put = |name: &str| ad.ask(Method::PUT, "/api/v1/parties/new-one", &[], &organisation(name));
    assert_eq!(read(&put("New One").well())["entries"].as_array().unwrap().len(), 1);
    assert!(read(&put("New One").well())["entries"].as_array().unwrap().is_empty());
    put("Another Name").well();
    let all = read(&ad.get("/api/v1/parties?limit=200").well());
    let known = all["items"].as_array().unwrap().iter().find(|it| it["id"] == "new-one").unwrap();
    assert_eq!(known["name"], "Another Name");
    // Two tokens, of which one ends the other and then itself.
    let other = Program::of(&workspace, &person, "acme", "read");
    let tokens = read(&ad.get("/api/v1/tokens").well());
    let id = |may_write: bool| {
        let tokens = tokens["items"].as_array().unwrap();
        let token = tokens.iter().find(|token| token["may_write"] == may_write).unwrap();
        token["id"].as_str().unwrap().to_owned()
    };
    assert_eq!(other.get("/api/v1/tokens").status, 200);
    let end = |id: &str| ad.ask(Method::DELETE, &format!("/api/v1/tokens/{id}"), &[], &Value::Null);
    end(&id(false)).well();
    problem(other.get("/api/v1/tokens"), 401);
    end(&id(true)).well();
    problem(ad.get("/api/v1/tokens"), 401);
    workspace.demo.is_audited();
}

#[test]
fn a_second_factor_is_demanded_of_an_organisation_s_people_and_left_to_the_instance_again() {
    let workspace = Workspace::begin();
    let demand = "/api/v1/organisations/acme/second-factor";
    let pa = Program::of(&workspace, &workspace.person("pa", "acme", &["provider-admin"]), "acme", "write");
    let vi = workspace.person("vi", "acme", &["viewer"]);
    let is_demanded = || read(&pa.get(demand).well())["demanded"] == true;
    assert!(!is_demanded());
    for demanded in [true, true, false] {
        pa.ask(Method::PUT, demand, &[], &json!({ "demanded": demanded })).well();
        assert_eq!(is_demanded(), demanded);
        // What was issued before goes on: of browsers it is asked.
        assert_eq!(vi.get("/work/acme").status, if demanded { 303 } else { 200 });
    }
    workspace.demo.is_audited();
}

/// The files of a next version of the template that ships, with a line more in its manifest.
fn next_template(line: &str) -> Vec<Value> {
    let folder = repository().join("data/codes/conduct-template");
    let files = std::fs::read_dir(&folder).unwrap().map(|entry| {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let text = std::fs::read_to_string(folder.join(&name)).unwrap();
        let text = text.replace("version = \"2026-11-22\"", "version = \"2026-11-23\"");
        let text = text.replace("\nprofile = ", &format!("\n{line}\nprofile = "));
        json!({ "name": name, "text": text.replace("template@2026-11-22", "template@2026-11-23") })
    });
    files.collect()
}

#[test]
fn a_code_that_names_its_language_carries_it_on_its_pages() {
    let workspace = Workspace::begin();
    let fa = Program::of(&workspace, &workspace.person("fa", "acme", &["facilitator"]), "acme", "write");
    let follows = json!({ "version": "2026-11-22" });
    let unknown = json!({ "files": next_template("language = \"Dutch\""), "follows": follows });
    assert_eq!(problem(fa.post("/api/v1/codes", &unknown), 422)["errors"][0]["pointer"], "/code.toml");
    let dutch = json!({ "files": next_template("language = \"nl\""), "follows": follows });
    let code = "/codes/conduct-template@2026-11-23";
    let published = fa.post("/api/v1/codes", &dutch);
    assert_eq!(published.header("location"), format!("/api/v1{code}"), "{published:?}");
    let page = |path: &str| workspace.demo.server.page(&format!("{code}{path}")).well();
    assert!(page("").contains("<h1 lang=\"nl\">") && page("/coverage").contains("<p class=\"lead\" lang=\"nl\">"));
    assert!(page("/X.M1.1").contains("<span lang=\"nl\">"));
    let compiled = workspace.demo.server.data(&format!("{code}/code.json")).well();
    assert_eq!(read(&compiled)["language"], "nl");
    workspace.demo.is_audited();
}

#[test]
fn a_facilitator_publishes_what_compiles_and_records_what_sources_say() {
    let workspace = Workspace::begin();
    let fa = Program::of(&workspace, &workspace.person("fa", "acme", &["facilitator"]), "acme", "write");
    assert!(read(&fa.get("/api/v1/packages").well())["items"].as_array().unwrap().is_empty());
    let files = next_template("");
    let outside = json!({ "files": [{ "name": "../code.toml", "text": "" }] });
    assert_eq!(problem(fa.post("/api/v1/codes", &outside), 422)["errors"][0]["pointer"], "/files/0/name");
    let broken = json!({ "files": [{ "name": "code.toml", "text": "format = 1\n[code" }] });
    let broken = problem(fa.post("/api/v1/codes", &broken), 422);
    assert_eq!(broken["errors"][0]["pointer"], "/code.toml", "{broken}");
    assert!(!broken.to_string().contains("/tmp"), "nobody learns of the folder in which it was compiled");
    let unsaid = problem(fa.post("/api/v1/codes", &json!({ "files": files })), 422);
    assert!(unsaid["rule"].is_string(), "{unsaid}");
    let publication = json!({ "files": files, "follows": { "version": "2026-11-22" } });
    let published = fa.post("/api/v1/codes", &publication);
    assert_eq!(published.header("location"), "/api/v1/codes/conduct-template@2026-11-23", "{published:?}");
    assert_eq!(fa.get("/api/v1/codes/conduct-template@2026-11-23").status, 200);
    let listing = json!({
        "organisation": "acme", "code": "gpai", "scope": { "chapters": ["S"] },
        "source": "a list that was read", "read": "2026-11-20",
    });
    let listed = fa.post("/api/v1/register", &listing);
    assert_eq!(listed.header("location"), "/api/v1/register/acme");
    assert_eq!(read(&fa.get("/api/v1/register/acme").well())["rows"][0]["source"], "a list that was read");
    workspace.demo.is_audited();
}
