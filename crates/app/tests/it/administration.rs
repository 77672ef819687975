//! What an administrator looks at and keeps, over HTTP as a browser does it.

use std::fs;

use adhere_store::home::Home;
use adhere_store::job::{self, Work};
use adhere_store::{Store, StoreError};
use jiff::Timestamp;

use crate::signed_in::{Person, Workspace};

const KEY: &str = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

#[test]
fn an_administrator_keeps_organisations_and_their_keys() {
    let workspace = Workspace::begin();
    let ann = workspace.person("ann", "acme", &["administrator"]);
    assert!(ann.get("/work").well().contains("href=\"/administration\""));
    // What is wrong stands beside the field, and what was typed is kept.
    let register = "/administration/organisations/register";
    let wrong = ann.post(register, &[("id", "o"), ("name", "Other"), ("country", "france")]).refused(422);
    assert!(wrong.contains("Choose what it is") && wrong.contains("Give a country as two capitals"), "{wrong}");
    assert!(wrong.contains("value=\"Other\""));
    let given = [("id", "other"), ("name", "Other SA"), ("country", "FR"), ("kind", "provider"), ("kind", "deployer")];
    let registered = ann.post(register, &given);
    assert_eq!(
        registered.header("location"),
        "/administration/organisations/other?done=recorded",
        "{}",
        registered.text
    );
    let twice = ann.post(register, &[("id", "other"), ("name", "Else"), ("kind", "other")]).refused(422);
    assert!(twice.contains("other"), "{twice}");
    let one = "/administration/organisations/other";
    let page = ann.get(one).well();
    assert!(page.contains("Other SA") && page.contains("No key is recorded"), "{page}");
    assert_eq!(ann.post(one, &[("name", "Other AG"), ("country", "DE"), ("kind", "provider")]).status, 303);
    assert!(ann.get("/administration/organisations").well().contains("Other AG"));
    let opened = ann.get("/administration/organisations?open=other");
    assert_eq!(opened.header("location"), one);
    // A key counts from now on, and no longer once it is revoked, which takes a reason.
    let keys = format!("{one}/keys");
    let wrong = ann.post(&keys, &[("key", "k1"), ("public", "abc")]).refused(422);
    assert!(wrong.contains("Give 64 hexadecimal digits.") && wrong.contains("value=\"abc\""));
    assert_eq!(ann.post(&keys, &[("key", "k1"), ("public", KEY)]).status, 303);
    assert!(ann.get(one).well().contains(KEY));
    let revoke = format!("{keys}/revoke");
    assert!(ann.post(&revoke, &[("key", "k1")]).refused(422).contains("Say why the key is revoked."));
    assert_eq!(ann.post(&revoke, &[("key", "k1"), ("reason", "stolen")]).status, 303);
    assert!(ann.get(one).well().contains("revoked, "));
    assert!(ann.post(&revoke, &[("key", "unknown"), ("reason", "stolen")]).refused(422).contains("unknown"));
    assert_eq!(ann.get("/administration/organisations/nobody").status, 404);
    workspace.demo.is_audited();
}

#[test]
fn who_did_what_is_there_to_be_read_and_an_auditor_changes_nothing() {
    let workspace = Workspace::begin();
    let ann = workspace.person("ann", "acme", &["administrator"]);
    let al = workspace.person("al", "acme", &["auditor"]);
    let all = al.get("/administration/history").well();
    assert!(all.contains(">role.granted</td>") && all.contains("person/al"), "{all}");
    let of_kind = al.get("/administration/history?kind=organisation&subject=organisation/acme").well();
    assert!(of_kind.contains("organisation.registered") && !of_kind.contains(">role.granted</td>"), "{of_kind}");
    assert!(al.get("/administration/history?kind=nothing").well().contains("Nothing was recorded that is like this."));
    let earlier = al.get("/administration/history?before=3").well();
    assert!(!earlier.contains("person/al"));
    assert_eq!(al.get("/administration/history?before=x").status, 400);
    // How the instance does, and what is set.
    let overview = al.get("/administration").well();
    assert!(overview.contains("SQLite") && overview.contains("web.listen") && overview.contains("works"), "{overview}");
    assert!(overview.contains("No letters are sent"));
    assert_eq!(ann.post("/administration/letter", &[]).status, 422);
    assert_eq!(al.post("/administration/letter", &[]).status, 403);
    assert_eq!(al.post("/administration/organisations/acme", &[("name", "Mine")]).status, 403);
}

#[test]
fn an_administrator_begins_an_audit_and_anybody_who_may_look_reads_what_it_found() {
    let workspace = Workspace::begin();
    let ann = workspace.person("ann", "acme", &["administrator"]);
    let al = workspace.person("al", "acme", &["auditor"]);
    let jobs = "/administration/jobs";
    let before = al.get(jobs).well();
    assert!(before.contains("No audit was begun here yet."), "{before}");
    assert!(!before.contains("Begin an audit"), "an auditor looks alone: {before}");
    assert_eq!(al.post("/administration/audit", &[]).status, 403);
    assert!(ann.get(jobs).well().contains("Begin an audit"));
    let begun = ann.post("/administration/audit", &[]);
    assert_eq!((begun.status, begun.header("location")), (303, "/administration/jobs?done=audit-begun"));
    let clean = ended(&al, jobs);
    assert!(clean.contains("Everything is as it was signed.") && clean.contains(" entries</dd>"), "{clean}");
    // What is among the bytes of evidence and is none is found, and said by its name.
    let kind = workspace.demo.folder.path().join("blobs/sha256");
    fs::create_dir_all(&kind).unwrap();
    fs::write(kind.join("stray"), "what is this").unwrap();
    assert_eq!(ann.post("/administration/audit", &[]).status, 303);
    let found = ended(&al, jobs);
    assert!(found.contains("stray") && !found.contains("Everything is as it was signed."), "{found}");
}

#[test]
fn no_audit_begins_while_another_node_makes_one() {
    let workspace = Workspace::begin();
    let ann = workspace.person("ann", "acme", &["administrator"]);
    let store = Store::open(Home::open(workspace.demo.folder.path()).unwrap(), moment("2026-01-01T00:00:00Z")).unwrap();
    let begun_at = |now| {
        store.keep(|tx| Ok::<_, StoreError>(job::begin(tx, Work::Audit, "theirs", "the other node", now)?)).unwrap()
    };
    // Heard of until long after this test.
    assert!(begun_at(moment("2099-01-01T00:00:00Z")));
    let refused = ann.post("/administration/audit", &[]).refused(409);
    assert!(refused.contains("an audit goes on already; wait until it has ended"), "{refused}");
    let page = ann.get("/administration/jobs").well();
    assert!(page.contains("the other node") && !page.contains("Begin an audit"), "{page}");
}

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The page once the audit that it shows has ended.
fn ended(person: &Person<'_>, jobs: &str) -> String {
    loop {
        let page = person.get(jobs).well();
        if !page.contains("Look again") {
            return page;
        }
        std::thread::yield_now();
    }
}
