//! The API for large files and whole folders, and how much of the server one request takes.

use std::io::Cursor;

use reqwest::Method;
use serde_json::{Value, json};

use crate::api::{Program, problem, read};
use crate::server::{Answer, Server};
use crate::signed_in::Workspace;

const EVIDENCE: &str =
    "/api/v1/organisations/acme/evidence?title=A%20report&speaks-for=2026-01-01&confidentiality=confidential";
const FOLDER: &str = "/api/v1/organisations/acme/folder";

/// Starts the server of a workspace anew with something set.
fn set(workspace: &mut Workspace, name: &str, value: &str) {
    let mut command = Server::command(workspace.store());
    command.env(name, value).env("ADHERE_LOG_LEVEL", "error");
    workspace.demo.server = Server::start_as(command);
}

#[test]
fn a_file_larger_than_any_page_is_kept_as_it_comes_and_held_against_its_digest() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let bytes: Vec<u8> = (0..20_u32 << 20).map(|place| (place % 251).to_le_bytes()[0]).collect();
    let send = |digest: &str| {
        let request = ed.request(Method::POST, EVIDENCE).header("content-type", "application/octet-stream");
        Answer::of(request.header("content-digest", digest).body(bytes.clone()))
    };
    let other = problem(send("sha-256=:AAAA:"), 400);
    let told = other["detail"].as_str().unwrap().split(' ').find(|word| word.len() > 63).unwrap();
    let digest: Vec<u8> =
        (0..64).step_by(2).map(|at| u8::from_str_radix(told.get(at..at + 2).unwrap(), 16).unwrap()).collect();
    let right = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, digest);
    let added = send(&format!("sha-256=:{right}:"));
    let item = added.header("location").to_owned();
    added.well();
    let shown = read(&ed.get(&item).well());
    assert_eq!((&shown["size"], &shown["digest"]), (&json!(20 << 20), &json!(told.trim_end_matches(';'))));
    let kept = ed.request(Method::GET, &format!("{item}/content")).send().unwrap().bytes().unwrap();
    assert!(kept == bytes, "the same bytes");
    workspace.demo.is_audited();
}

#[test]
fn a_file_that_is_larger_than_what_is_set_is_refused_with_the_limit() {
    let mut workspace = Workspace::begin();
    set(&mut workspace, "ADHERE_WEB_UPLOAD_MEBIBYTES", "1");
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let request = ed.request(Method::POST, EVIDENCE).header("content-type", "text/plain");
    let refused = problem(Answer::of(request.body("x".repeat(2 << 20))), 413);
    assert!(refused["detail"].as_str().unwrap().contains("1 MiB"), "{refused}");
}

#[test]
fn a_folder_goes_out_and_comes_in_after_a_look_without_loss() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "write");
    let file = "/api/v1/organisations/acme/files/adhere.toml";
    let own = std::fs::read_to_string(adhere_testing::repository().join("examples/openai/adhere.toml")).unwrap();
    ed.keep_file(file, own.clone()).well();
    let out = || ed.request(Method::GET, FOLDER).send().unwrap();
    assert_eq!(out().headers()["content-type"], "application/zip");
    let zip = out().bytes().unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(zip.to_vec())).unwrap();
    assert_eq!(std::io::read_to_string(archive.by_name("adhere.toml").unwrap()).unwrap(), own);
    let send = |path: &str, headers: &[(&str, &str)]| {
        let request = ed.request(Method::POST, path).header("content-type", "application/zip").body(zip.to_vec());
        Answer::of(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)))
    };
    let look = || read(&send("/api/v1/organisations/acme/folder-previews", &[]).well());
    assert_eq!(look()["steps"][0]["outcome"], "same");
    let remark = ed.request(Method::PUT, file).header("content-type", "application/toml").header("if-match", "*");
    Answer::of(remark.body(format!("{own}\n# A remark.\n"))).well();
    assert_eq!(
        look()["steps"][0],
        json!({
            "of": "provider", "name": "", "item": null, "outcome": "changed", "because": null,
        })
    );
    // What is brought in is what was seen, or nothing is.
    let looked = send("/api/v1/organisations/acme/folder-previews", &[]);
    let seen = looked.header("etag").to_owned();
    looked.well();
    problem(send(FOLDER, &[("if-match", "\"another\"")]), 412);
    assert_ne!(ed.get(file).well(), own, "nothing was brought in");
    let brought = read(&send(FOLDER, &[("idempotency-key", "f"), ("if-match", &seen)]).well());
    assert_eq!(brought["entries"].as_array().unwrap().len(), 1, "{brought}");
    assert_eq!(ed.get(file).well(), own, "word for word");
    let again = read(&send(FOLDER, &[("idempotency-key", "f"), ("if-match", &seen)]).well());
    assert_eq!((&again["entries"], &again["steps"]), (&brought["entries"], &Value::Null));
    problem(send(FOLDER, &[("if-match", &seen)]), 412);
    let no_zip = ed.request(Method::POST, FOLDER).header("content-type", "application/zip").body("PK no zip");
    problem(Answer::of(no_zip), 422);
    workspace.demo.is_audited();
}

#[test]
fn a_token_that_asks_too_often_is_told_when_to_ask_again() {
    let mut workspace = Workspace::begin();
    set(&mut workspace, "ADHERE_WEB_REQUESTS_PER_MINUTE", "3");
    let person = workspace.person("ed", "acme", &["editor"]);
    let (ed, other) =
        (Program::of(&workspace, &person, "acme", "read"), Program::of(&workspace, &person, "acme", "read"));
    let files = "/api/v1/organisations/acme/files";
    (0..3).for_each(|_| drop(ed.get(files).well()));
    let refused = ed.get(files);
    let seconds: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=21).contains(&seconds), "{refused:?}");
    problem(refused, 429);
    // Each token is counted by itself, and what is for everybody is not.
    other.get(files).well();
    workspace.demo.server.data("/api/v1/codes").well();
}

#[test]
fn all_results_of_an_assessment_are_read_with_three_statements() {
    let workspace = Workspace::begin();
    let ed = Program::of(&workspace, &workspace.person("ed", "acme", &["editor"]), "acme", "read");
    let own = Program::of(&workspace, &workspace.person("ad", "acme", &["editor"]), "acme", "write");
    let example = adhere_testing::repository().join("examples/openai");
    for (name, file) in [("adhere.toml", "adhere.toml"), ("gpt-5-5", "models/gpt-5-5.toml")] {
        let text = std::fs::read_to_string(example.join(file)).unwrap();
        own.keep_file(&format!("/api/v1/organisations/acme/files/{name}"), text).well();
    }
    let assessment = "/api/v1/organisations/acme/assessment";
    let results = read(&ed.get(assessment).well());
    assert!(results["models"][0]["measures"].as_array().unwrap().len() > 30, "every measure is there");
    let sent = || -> u64 {
        let figures = workspace.demo.server.data("/metrics").well();
        let line = figures.lines().find_map(|line| line.strip_prefix("adhere_database_statements "));
        line.unwrap().trim().parse().unwrap()
    };
    let of_figures = {
        let first = sent();
        sent() - first
    };
    let before = sent();
    ed.get(assessment).well();
    let after = sent();
    // Who asks, what they may, and how far the journal goes.
    assert_eq!(after - before - of_figures, 3);
}
