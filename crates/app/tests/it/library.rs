//! The evidence library over HTTP: uploads of every kind, what is shown of them and how, attaching, comments, and what
//! somebody sees who comes back. Hostile files stay files.

use reqwest::blocking::RequestBuilder;
use reqwest::header::{CONTENT_TYPE, HeaderValue};

use crate::server::{Answer, Server};
use crate::signed_in::{Person, Workspace};

const LIBRARY: &str = "/work/acme/evidence";
const MEASURE: &str = "/work/acme/measures/gpai@2025-07-10/T.M1.1";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

/// A form with files of any bytes.
fn form(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let head = format!("--limit\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(head.bytes());
    }
    for (name, bytes) in files {
        let head = format!("--limit\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n");
        body.extend(head.bytes().chain(bytes.iter().copied()).chain(*b"\r\n"));
    }
    body.extend(*b"--limit--\r\n");
    body
}

/// What is said of what is uploaded.
const SAID: [(&str, &str); 2] = [("speaks-for", "2026-01-01"), ("confidentiality", "confidential")];

fn sending(workspace: &Workspace, person: &Person<'_>, path: &str, body: Vec<u8>) -> RequestBuilder {
    let request = workspace.demo.server.post(path, &[]).body(body).header("cookie", &person.cookie);
    let kind = HeaderValue::from_static("multipart/form-data; boundary=limit");
    workspace.of_site(request.headers([(CONTENT_TYPE, kind)].into_iter().collect()))
}

fn upload(workspace: &Workspace, person: &Person<'_>, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
    let body = form(&[&SAID[..], fields].concat(), files);
    Answer::of(sending(workspace, person, "/work/acme/evidence/add", body))
}

/// Where the item of a title has its page.
fn page_of(person: &Person<'_>, title: &str) -> String {
    let library = person.get(LIBRARY).well();
    let before = library.split(&format!(">{title}</a>")).next().unwrap();
    before.rsplit("<a href=\"").next().unwrap().split('"').next().unwrap().to_owned()
}

const FILES: [(&str, &[u8]); 4] = [
    ("reports/2026/tests.csv", b"test,outcome\nfirst,<b>passed</b>\n"),
    ("policy.txt", "All of it, M\u{e4}rz.".as_bytes()),
    ("logo.png", PNG),
    ("report.pdf", b"%PDF-1.7\n\xff\xfe"),
];

#[test]
fn files_are_uploaded_and_looked_for() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let vi = workspace.person("vi", "acme", &["viewer"]);
    assert!(ed.get(LIBRARY).well().contains("Nothing is in the library yet."));
    let kept = upload(&workspace, &ed, &[("expires", "2026-12-31")], &FILES);
    assert_eq!((kept.status, kept.header("location")), (303, "/work/acme/evidence?done=shelved"), "{}", kept.text);
    let library = ed.get(LIBRARY).well();
    let said =
        ["reports/2026/tests.csv", "text/csv", "policy.txt", "image/png", "application/pdf", "4 of 4", "2026-12-31"];
    for text in said {
        assert!(library.contains(text), "{text}: {library}");
    }
    // The same again changes nothing, and says so.
    let again = upload(&workspace, &ed, &[("expires", "2026-12-31")], &FILES[..2]);
    assert_eq!(again.header("location"), "/work/acme/evidence?done=known");
    // Looked for, with what was asked kept.
    let found = vi.get("/work/acme/evidence?words=POLICY&attached=no&class=confidential").well();
    assert!(found.contains("policy.txt") && !found.contains("logo.png") && found.contains("1 of 4"), "{found}");
    assert!(vi.get("/work/acme/evidence?kind=image%2F").well().contains("1 of 4"));
    assert!(vi.get("/work/acme/evidence?speaking=silent").well().contains("Nothing in the library is like that."));
    assert_eq!(vi.get("/work/acme/evidence?class=secret").status, 400);
    assert_eq!(upload(&workspace, &vi, &[], &FILES).status, 403, "who only reads adds nothing");
    workspace.demo.is_audited();
}

#[test]
fn what_can_do_no_harm_is_shown_and_everything_is_downloaded() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    upload(&workspace, &ed, &[], &FILES);
    // Letters are letters, whatever they spell.
    let table = ed.get(&page_of(&ed, "reports/2026/tests.csv")).well();
    assert!(table.contains("<td>&#60;b&#62;passed&#60;/b&#62;</td>"), "{table}");
    let text = ed.get(&page_of(&ed, "policy.txt")).well();
    assert!(text.contains("All of it, M\u{e4}rz.") && text.contains("evidence came into the library"), "{text}");
    for (title, kind) in [("logo.png", "image/png"), ("report.pdf", "application/pdf")] {
        let shown = ed.get(&format!("{}/preview", page_of(&ed, title)));
        assert_eq!((shown.status, shown.header("content-type")), (200, kind));
        assert!(shown.header("content-security-policy").starts_with("sandbox; default-src 'none'"));
        assert_eq!(shown.header("x-content-type-options"), "nosniff");
    }
    let saved = ed.get(&format!("{}/file", page_of(&ed, "reports/2026/tests.csv")));
    assert_eq!(saved.header("content-disposition"), "attachment; filename=\"tests.csv\"; filename*=UTF-8''tests.csv");
    assert_eq!(saved.header("content-type"), "application/octet-stream");
    assert_eq!(saved.text.as_bytes(), FILES[0].1);
}

#[test]
fn nobody_of_another_organisation_sees_what_is_in_a_library() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    upload(&workspace, &ed, &[], &FILES);
    let register =
        ["party", "organisation", "register", "other", "--name", "Other", "--kind", "provider", "--as", "jo"];
    workspace.run(&register);
    let oz = workspace.person("oz", "other", &["editor"]);
    let item = page_of(&ed, "policy.txt");
    let own = item.replace("/acme/", "/other/");
    for (path, status) in [("", 404), ("/preview", 404), ("/file", 404), ("/withdraw", 404)] {
        assert_eq!(oz.get(&format!("{item}{path}")).status, 403, "{path}");
        assert_eq!(oz.get(&format!("{own}{path}")).status, status, "{path}");
    }
    assert!(oz.get("/work/other/evidence").well().contains("Nothing is in the library yet."));
}

#[test]
fn what_is_hostile_stays_a_file_and_is_never_shown() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let page = "<html><script>alert(document.cookie)</script></html>";
    // Ten thousand times smaller than what it unpacks to; nothing here unpacks it.
    let bomb = [b"PK\x03\x04\x14\0\0\0\x08\0".as_slice(), &[0xff; 64]].concat();
    let files: [(&str, &[u8]); 5] = [
        ("invoice.pdf", page.as_bytes()),
        ("picture.png", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
        ("bomb.txt", &bomb),
        ("../../../etc/passwd", b"root"),
        ("safe\u{202e}fdp.exe", b"MZ\x90\0"),
    ];
    let kept = upload(&workspace, &ed, &[], &files);
    assert_eq!(kept.status, 303, "{}", kept.text);
    let library = ed.get(LIBRARY).well();
    for title in ["invoice.pdf", "picture.png", "bomb.txt", "etc/passwd", "safefdp.exe"] {
        assert!(library.contains(&format!(">{title}</a>")), "{title}: {library}");
    }
    assert!(!library.contains('\u{202e}') && !library.contains("../"));
    for title in ["invoice.pdf", "picture.png", "bomb.txt", "safefdp.exe"] {
        let at = page_of(&ed, title);
        let shown = ed.get(&at).well();
        assert!(shown.contains("A file of this kind is not shown here.") && !shown.contains("alert("), "{shown}");
        assert_eq!(ed.get(&format!("{at}/preview")).status, 404, "{title}");
        let saved = ed.get(&format!("{at}/file"));
        assert_eq!(saved.header("content-type"), "application/octet-stream", "{title}");
        assert!(saved.header("content-disposition").starts_with("attachment; "), "{title}");
        assert!(saved.header("content-security-policy").starts_with("sandbox; "), "{title}");
    }
    // A name with control characters ends a header: nothing of such a form is read.
    assert_eq!(upload(&workspace, &ed, &[], &[("\u{1}bell\u{7}.txt", b"rings")]).status, 400);
    // What is missing or wrong is said beside its field, and nothing is recorded.
    let empty = upload(&workspace, &ed, &[], &[("empty.txt", b"")]).refused(422);
    assert!(empty.contains("The file empty.txt is empty."), "{empty}");
    let nothing = upload(&workspace, &ed, &[("title", "kept as typed")], &[]).refused(422);
    assert!(nothing.contains("Choose at least one file.") && nothing.contains("kept as typed"), "{nothing}");
    let first = upload(&workspace, &ed, &[("expires", "2025-01-01")], &[("a.txt", b"a")]).refused(422);
    assert!(first.contains("It would expire before it speaks."), "{first}");
    assert!(ed.get(LIBRARY).well().contains("5 of 5"));
    workspace.demo.is_audited();
}

#[test]
fn an_upload_that_is_too_large_is_answered_with_the_limit() {
    let mut workspace = Workspace::begin();
    let mut command = Server::command(workspace.demo.folder.path().to_str().unwrap());
    command.env("ADHERE_LOG_LEVEL", "error").env("ADHERE_WEB_UPLOAD_MEBIBYTES", "1");
    workspace.demo.server = Server::start_as(command);
    let ed = workspace.person("ed", "acme", &["editor", "provider-admin"]);
    let large = vec![b'x'; 24 << 20];
    let refused = upload(&workspace, &ed, &[], &[("large.txt", &large)]).refused(413);
    assert!(refused.contains("at most 1 MiB are taken at once"), "{refused}");
    assert!(ed.get(LIBRARY).well().contains("Nothing is in the library yet."));
    // So are the files of a code.
    let fa = workspace.person("fa", "acme", &["facilitator"]);
    let body = form(&[], &[("code.toml", &large)]);
    let refused = Answer::of(sending(&workspace, &fa, "/facilitation/publish", body)).refused(413);
    assert!(refused.contains("at most 16 MiB are taken at once"), "{refused}");
    workspace.demo.is_audited();
}

#[test]
fn the_same_file_sent_twice_at_once_is_kept_once() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let bytes = vec![b'x'; 2 << 20];
    std::thread::scope(|scope| {
        let sent: Vec<_> =
            (0..4).map(|_| scope.spawn(|| upload(&workspace, &ed, &[], &[("same.txt", &bytes)]).status)).collect();
        assert!(sent.into_iter().all(|sent| sent.join().unwrap() == 303));
    });
    assert!(ed.get(LIBRARY).well().contains("1 of 1"));
    workspace.demo.is_audited();
}

#[test]
fn evidence_is_attached_by_a_passage_detached_and_withdrawn() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let al = workspace.person("al", "acme", &["approver"]);
    upload(&workspace, &ed, &[], &[("policy.txt", b"Keys are kept in a safe. Ten people may open it.")]);
    let page = page_of(&ed, "policy.txt");
    let id = page.rsplit('/').next().unwrap().to_owned();
    assert!(ed.get(MEASURE).well().contains("State the measure first"));
    assert_eq!(ed.post(MEASURE, &[("after", "0"), ("state", "partial"), ("text", "Half.")]).status, 303);
    let attaching = format!("{MEASURE}/evidence");
    let none = ed.post(&attaching, &[("item", "")]).refused(422);
    assert!(none.contains("Choose what to attach."), "{none}");
    let wrong = ed.post(&attaching, &[("item", &id), ("quote", "No such words")]).refused(422);
    assert!(wrong.contains("the passage is not in the text") && wrong.contains("No such words"), "{wrong}");
    assert_eq!(ed.post(&attaching, &[("item", &id), ("quote", "Ten people may open it.")]).status, 303);
    assert_eq!(al.post(&attaching, &[("item", &id)]).status, 403);
    let shown = al.get(MEASURE).well();
    assert!(
        shown.contains("<blockquote lang=\"\">Ten people may open it.</blockquote>") && shown.contains("policy.txt")
    );
    assert!(!shown.contains("Detach"), "who may not detach is not offered to");
    assert!(ed.get(&page).well().contains("gpai@2025-07-10 T.M1.1"));
    // A file is added and attached in one go.
    let fields = [("attach", "gpai@2025-07-10/T.M1.1")];
    let added = upload(&workspace, &ed, &fields, &[("minutes.txt", b"Agreed.")]);
    assert_eq!(added.header("location"), format!("{MEASURE}?done=attached"), "{}", added.text);
    let shown = ed.get(MEASURE).well();
    let entry = shown.split("name=\"entry\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(ed.post(&format!("{MEASURE}/evidence/detach"), &[("entry", entry)]).status, 303);
    assert!(!ed.get(MEASURE).well().contains("<blockquote"));
    assert_eq!(ed.post(&format!("{MEASURE}/evidence/detach"), &[("entry", entry)]).status, 422);
    // Withdrawn after it was asked for, for a reason.
    assert!(ed.get(&format!("{page}/withdraw")).well().contains("stays withdrawn"));
    let missing = ed.post(&format!("{page}/withdraw"), &[("from", "2026-06-01")]).refused(422);
    assert!(missing.contains("Say why."), "{missing}");
    let form = [("from", "2026-06-01"), ("reason", "superseded")];
    assert_eq!(ed.post(&format!("{page}/withdraw"), &form).status, 303);
    assert!(ed.get(&page).well().contains("withdrawn from 2026-06-01: superseded"));
    assert_eq!(ed.get(&format!("{page}/file")).status, 200, "its bytes stay");
    workspace.demo.is_audited();
}

#[test]
fn colleagues_comment_and_see_what_changed_since_they_looked() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let al = workspace.person("al", "acme", &["approver"]);
    let vi = workspace.person("vi", "acme", &["viewer"]);
    assert!(al.get("/work/acme").well().contains("This is your first visit"));
    assert!(al.get("/work/acme").well().contains("Nothing was recorded since."));
    let saying = format!("{MEASURE}/comments");
    let empty = ed.post(&saying, &[("comment", " "), ("said", "0")]).refused(422);
    assert!(empty.contains("Say something, in at most 4000 bytes."), "{empty}");
    let long = "x".repeat(4001);
    assert!(
        ed.post(&saying, &[("comment", &long), ("said", "0")]).refused(422).contains(&long),
        "what was typed is kept"
    );
    let said = [("comment", "Is%20%3Cb%3Eall%3C/b%3E%20of%20it%20done?"), ("said", "0")];
    assert_eq!(ed.post(&saying, &said).status, 303);
    assert_eq!(ed.post(&saying, &said).status, 303, "sent twice, said once");
    assert_eq!(vi.post(&saying, &said).status, 403);
    let shown = al.get(MEASURE).well();
    assert_eq!(shown.matches("Is &#60;b&#62;all&#60;/b&#62; of it done?").count(), 1, "{shown}");
    assert!(!shown.contains("Withdraw comment"), "nobody withdraws what another said");
    // Who comes back sees it, with a way to it, once.
    let back = al.get("/work/acme").well();
    assert!(back.contains(&format!("<a href=\"{MEASURE}\">a colleague commented</a>")), "{back}");
    assert!(al.get("/work/acme").well().contains("Nothing was recorded since."));
    let own = ed.get(MEASURE).well();
    let id = own.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(al.post(&format!("{saying}/withdraw"), &[("id", id)]).status, 422);
    assert_eq!(ed.post(&format!("{saying}/withdraw"), &[("id", id)]).status, 303);
    assert!(!al.get(MEASURE).well().contains("of it done?"));
    workspace.demo.is_audited();
}
