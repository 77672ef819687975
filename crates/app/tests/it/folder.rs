//! A provider's folder out of one instance and into another, over HTTP: the same file comes out again, `adhere assess`
//! says the same of it, and once more nothing changes. What is no such folder is refused.

use std::fs;
use std::io::{Cursor, Write as _};

use adhere_testing::repository;
use reqwest::header::{CONTENT_TYPE, HeaderValue};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::command::adhere;
use crate::server::{Answer, Server};
use crate::signed_in::{Person, Workspace};

const MEASURE: &str = "/work/acme/measures/gpai@2025-07-10/T.M1.1";

/// A form with files of any bytes.
fn form(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let field = |(name, value): &(&str, &str)| {
        format!("--limit\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes()
    };
    let file = |(name, bytes): &(&str, &[u8])| {
        let head = format!("--limit\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n");
        [head.as_bytes(), bytes, b"\r\n"].concat()
    };
    let end = b"--limit--\r\n".to_vec();
    fields.iter().map(field).chain(files.iter().map(file)).chain([end]).flatten().collect()
}

fn upload(workspace: &Workspace, person: &Person<'_>, path: &str, body: Vec<u8>) -> Answer {
    let request = workspace.demo.server.post(path, &[]).body(body).header("cookie", &person.cookie);
    let kind = HeaderValue::from_static("multipart/form-data; boundary=limit");
    Answer::of(workspace.of_site(request.headers([(CONTENT_TYPE, kind)].into_iter().collect())))
}

fn export(workspace: &Workspace, person: &Person<'_>) -> Vec<u8> {
    let request = workspace.demo.server.get("/work/acme/folder.zip").header("cookie", &person.cookie);
    let response = request.send().unwrap();
    assert_eq!(response.headers()["content-disposition"], "attachment; filename=\"acme.zip\"");
    response.bytes().unwrap().to_vec()
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn example(name: &str) -> String {
    fs::read_to_string(repository().join("examples/openai").join(name)).unwrap()
}

/// A workspace with files, a statement, and what shows it.
fn filled(workspace: &Workspace, ed: &Person<'_>) {
    let own = example("adhere.toml");
    let model = example("models/gpt-5-5.toml");
    // Brought in as a folder, file by file, as browsers send one.
    let files = [("openai/adhere.toml", own.as_bytes()), ("openai/models/gpt-5-5.toml", model.as_bytes())];
    let seen = upload(workspace, ed, "/work/acme/folder", form(&[], &files)).well();
    assert!(seen.contains("Nothing is recorded yet.") && seen.contains("models/gpt-5-5.toml"), "{seen}");
    assert!(ed.get("/work/acme").well().contains("No model is on record yet."), "looking records nothing");
    assert!(ed.post("/work/acme/folder/confirm", &[]).well().contains("The folder is brought in."));
    assert_eq!(ed.post(MEASURE, &[("after", "0"), ("state", "partial"), ("text", "Half.")]).status, 303);
    let said =
        [("speaks-for", "2026-01-01"), ("confidentiality", "confidential"), ("attach", "gpai@2025-07-10/T.M1.1")];
    let body = form(&said, &[("policy.txt", b"Keys are kept in a safe."), ("minutes.txt", b"Agreed.")]);
    assert_eq!(upload(workspace, ed, "/work/acme/evidence/add", body).status, 303);
}

#[test]
fn a_folder_comes_out_as_it_went_in_and_changes_nothing_twice() {
    let first = Workspace::begin();
    let ed = first.person("ed", "acme", &["editor"]);
    filled(&first, &ed);
    let taken = export(&first, &ed);
    assert_eq!(export(&first, &ed), taken, "the same is the same file");
    // The command line says of it what the workspace says.
    let folder = tempfile::tempdir().unwrap();
    ZipArchive::new(Cursor::new(&taken)).unwrap().extract(folder.path()).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("adhere.toml")).unwrap(), example("adhere.toml"));
    let said = adhere(&["assess", folder.path().to_str().unwrap(), "--format", "json"]).well();
    let own = ed.get("/work/acme/assessment.json").well();
    let models = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap()["models"].clone();
    assert_eq!(models(&said), models(&own));
    assert!(models(&said).is_array(), "{said}");
    assert!(said.contains("policy.txt"), "{said}");
    // Once more, nothing changes; elsewhere, all of it is new, and the same comes out.
    let again = upload(&first, &ed, "/work/acme/folder", form(&[], &[("acme.zip", &taken)])).well();
    assert!(again.contains("Nothing changes"), "{again}");
    let second = Workspace::begin();
    let al = second.person("al", "acme", &["editor"]);
    let seen = upload(&second, &al, "/work/acme/folder", form(&[], &[("acme.zip", &taken)])).well();
    assert!(seen.contains("Nothing is recorded yet.") && seen.contains("policy.txt"), "{seen}");
    assert!(al.post("/work/acme/folder/confirm", &[]).well().contains("The folder is brought in."));
    assert_eq!(export(&second, &al), taken);
    assert_eq!(al.post("/work/acme/folder/confirm", &[]).status, 422, "it was confirmed");
    second.demo.is_audited();
}

#[test]
fn what_is_no_folder_is_refused_and_records_nothing() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let vi = workspace.person("vi", "acme", &["viewer"]);
    let send = |files: &[(&str, &[u8])]| upload(&workspace, &ed, "/work/acme/folder", form(&[], files));
    let own = example("adhere.toml");
    // A link, by the mode of Unix that a zip file keeps; a path that is there twice, by renaming a copy.
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("adhere.toml", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    let link = writer.finish().unwrap().into_inner();
    let mut twice = zipped(&[("adhere.toml", &own), ("adhere.tomX", &own)]);
    let places: Vec<usize> = (0..twice.len() - 11).filter(|at| twice[*at..].starts_with(b"adhere.tomX")).collect();
    for at in places {
        twice[at + 10] = b'l';
    }
    let bomb =
        zipped(&[("adhere.toml", &own), ("evidence/e1", &"0".repeat(9 << 20)), ("recorded.toml", "nonsense = [")]);
    let cases: [(&[u8], &str); 6] = [
        (&zipped(&[("../adhere.toml", &own)]), "is not the path of a file below a folder"),
        (&zipped(&[("notes.txt", "nothing")]), "there is neither"),
        (&link, "is a link"),
        (&twice, "twice"),
        (&bomb, "unclosed array"),
        (b"PK\x03\x04 cut off \0", "the zip file cannot be read"),
    ];
    for (bytes, told) in cases {
        let refused = send(&[("folder.zip", bytes)]).refused(422);
        assert!(refused.contains("id=\"files-error\""), "the reason stands beside the field: {refused}");
        assert!(refused.contains(told), "{told}: {refused}");
    }
    assert!(send(&[]).refused(422).contains("Choose a zip file"));
    assert_eq!(ed.post("/work/acme/folder/confirm", &[]).status, 422, "there is nothing to confirm");
    assert_eq!(upload(&workspace, &vi, "/work/acme/folder", form(&[], &[("a.zip", b"PK")])).status, 403);
    assert!(ed.get("/work/acme").well().contains("No model is on record yet."));
    workspace.demo.is_audited();
}

#[test]
fn a_zip_file_with_too_many_files_or_whose_bytes_are_not_what_it_says_is_refused() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let send = |bytes: &[u8]| upload(&workspace, &ed, "/work/acme/folder", form(&[], &[("folder.zip", bytes)]));
    let own = example("adhere.toml");
    let names: Vec<String> = (0..=10_000).map(|number| format!("evidence/e{number}")).collect();
    let many: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    let refused = send(&zipped(&many)).refused(422);
    assert!(refused.contains("more than 10"), "{refused}");
    // Another checksum and another size than the bytes have, in the entry of the directory.
    let directory = |bytes: &[u8]| (0..bytes.len()).rev().find(|at| bytes[*at..].starts_with(b"PK\x01\x02")).unwrap();
    for place in [16, 20] {
        let mut lying = zipped(&[("adhere.toml", &own)]);
        let at = directory(&lying) + place;
        lying[at] ^= 0x55;
        let refused = send(&lying).refused(422);
        assert!(refused.contains("the zip file cannot be read"), "{place}: {refused}");
    }
    assert_eq!(ed.post("/work/acme/folder/confirm", &[]).status, 422, "there is nothing to confirm");
    workspace.demo.is_audited();
}

#[test]
fn a_zip_file_whose_names_lead_elsewhere_is_refused() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let own = example("adhere.toml");
    let names =
        ["/etc/x", "a\\..\\b", "..\\x", "C:\\x", "C:x", "models/../../x", "./x", "models//x", "a\u{0}b", "a\u{202e}b"];
    for name in names {
        let zip = zipped(&[("adhere.toml", &own), (name, "text")]);
        let answer = upload(&workspace, &ed, "/work/acme/folder", form(&[], &[("folder.zip", &zip)]));
        let refused = answer.refused(422);
        assert!(refused.contains("is not the path of a file below a folder"), "{name:?}: {refused}");
    }
    // A zip file in a zip file is a file as any other.
    let inner = zipped(&[("evidence/x", "0")]);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("adhere.toml", own.as_bytes()), ("more.zip", &inner)] {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    let outer = writer.finish().unwrap().into_inner();
    let seen = upload(&workspace, &ed, "/work/acme/folder", form(&[], &[("folder.zip", &outer)])).well();
    assert!(seen.contains("more.zip") && !seen.contains("evidence/x"), "{seen}");
    workspace.demo.is_audited();
}

#[test]
fn a_zip_file_that_unpacks_to_much_more_than_it_is_takes_no_memory() {
    let mut workspace = Workspace::begin();
    let mut command = Server::command(workspace.store());
    command.env("ADHERE_WEB_UPLOAD_MEBIBYTES", "1").env("ADHERE_LOG_LEVEL", "error");
    workspace.demo.server = Server::start_as(command);
    let ed = workspace.person("ed", "acme", &["editor"]);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let zeros = vec![0; 1 << 20];
    writer.start_file("adhere.toml", SimpleFileOptions::default()).unwrap();
    writer.write_all(example("adhere.toml").as_bytes()).unwrap();
    writer.start_file("evidence/e1", SimpleFileOptions::default()).unwrap();
    for _ in 0..512 {
        writer.write_all(&zeros).unwrap();
    }
    let bomb = writer.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20, "it may be uploaded: {}", bomb.len());
    let send = |bytes: &[u8]| upload(&workspace, &ed, "/work/acme/folder", form(&[], &[("folder.zip", bytes)]));
    let before = workspace.demo.server.peak_memory();
    let refused = send(&bomb).refused(413);
    assert!(refused.contains("4 MiB") || refused.contains("4194304") || refused.contains("4,194,304"), "{refused}");
    let grown = workspace.demo.server.peak_memory() - before;
    assert!(grown < 64 << 20, "{grown}");
    assert_eq!(ed.post("/work/acme/folder/confirm", &[]).status, 422, "there is nothing to confirm");
    workspace.demo.is_audited();
}

#[test]
fn a_zip_file_of_the_large_kind_is_refused_before_it_is_opened() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    // A last record that says three files and leaves the place of its directory to the record for large files, which
    // says a billion.
    let mut zip = zipped(&[("adhere.toml", &example("adhere.toml"))]);
    let end = zip.len() as u64;
    zip.extend(b"PK\x06\x06");
    zip.extend(44_u64.to_le_bytes());
    zip.extend([0; 12]);
    for value in [1_u64 << 30, 1 << 30, 46 << 30, 0] {
        zip.extend(value.to_le_bytes());
    }
    zip.extend(b"PK\x06\x07\0\0\0\0");
    zip.extend(end.to_le_bytes());
    zip.extend(1_u32.to_le_bytes());
    zip.extend(b"PK\x05\x06\0\0\0\0\x03\0\x03\0");
    zip.extend([0xff; 8]);
    zip.extend([0; 2]);
    let before = workspace.demo.server.peak_memory();
    let refused = upload(&workspace, &ed, "/work/acme/folder", form(&[], &[("folder.zip", &zip)])).refused(422);
    assert!(refused.contains("ZIP64"), "{refused}");
    assert!(workspace.demo.server.peak_memory() - before < 64 << 20);
    workspace.demo.is_audited();
}

#[test]
fn a_zip_file_that_says_too_much_of_its_files_is_not_opened() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    // Few enough files, whose names alone take twenty megabytes.
    let names: Vec<String> = (0..5000).map(|number| format!("evidence/{number}{}", "a".repeat(4000))).collect();
    let many: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    let zip = zipped(&many);
    let refused = upload(&workspace, &ed, "/work/acme/folder", form(&[], &[("folder.zip", &zip)])).refused(422);
    assert!(refused.contains("more than 10"), "{refused}");
    workspace.demo.is_audited();
}
