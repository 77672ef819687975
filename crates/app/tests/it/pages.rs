//! Pages for everyone: codes, law, register, journal, and what keeps a page from doing more than it should.

use std::fs;

use crate::command::adhere;
use crate::server::{Answer, Demo};

/// All of these are on a page.
fn check(demo: &Demo, path: &str, expected: &[&str]) -> String {
    let page = demo.server.page(path).well();
    for text in expected {
        assert!(page.contains(text), "{path} does not have `{text}`:\n{page}");
    }
    page
}

/// Every link of a page that leads to the same server.
fn links(page: &str) -> Vec<String> {
    let targets = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let own = targets.filter(|target| target.starts_with('/'));
    own.map(|target| target.replace("&#38;", "&").split('#').next().unwrap().to_owned()).collect()
}

#[test]
fn every_link_that_a_visitor_can_follow_leads_somewhere() {
    let demo = Demo::start();
    let mut to_visit = vec!["/".to_owned(), "/?as-of=2026-07-26".to_owned()];
    let mut visited = std::collections::BTreeSet::new();
    while let Some(path) = to_visit.pop() {
        // Neighbouring days, entries, provisions and parts are alike: some of each are enough.
        let kind: String = path.chars().filter(|c| !c.is_ascii_digit()).take(24).collect();
        let alike = visited.iter().filter(|(known, _): &&(String, String)| *known == kind).count();
        if alike >= 8 || !visited.insert((kind, path.clone())) {
            continue;
        }
        let answer = demo.server.page(&path);
        assert!(matches!(answer.status, 200 | 303), "{path}: {}", answer.status);
        if answer.header("content-type").starts_with("text/html") {
            to_visit.extend(links(&answer.text));
        }
    }
    assert!(visited.len() > 60, "{}", visited.len());
    demo.is_audited();
}

#[test]
fn a_code_is_read_part_by_part_with_the_law_beside_it() {
    let demo = Demo::start();
    let latest = demo.server.page("/codes/gpai");
    assert_eq!((latest.status, latest.header("location")), (303, "/codes/gpai@2025-07-10"));
    check(&demo, "/codes/gpai@2025-07-10", &["12 commitments", "40 measures", "/codes/gpai@2025-07-10/S.M9.3"]);
    let expected = ["Reporting timelines", "within 2 days after", "/law/art_55__para_1__point_c", "S.K9."];
    check(&demo, "/codes/gpai@2025-07-10/S.M9.3", &expected);
    check(&demo, "/codes/gpai@2025-07-10/S.C9", &["S.M9.1", "S.M9.3"]);
    check(&demo, "/codes/gpai@2025-07-10/T", &["T.C1"]);
    check(&demo, "/codes/gpai@2025-07-10/coverage", &["<svg", "Art. 53(1)(d)", "S.M9.3"]);
    let compiled = demo.server.data("/codes/gpai@2025-07-10/code.json").well();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&compiled).unwrap()["id"], "gpai");
    demo.server.page("/codes/gpai@2025-07-10/S.M99.9").refused(404);
    // A code is not there on a day before it was published.
    demo.server.page("/codes/gpai?as-of=2025-01-01").refused(404);
}

#[test]
fn the_law_is_shown_on_both_sides_of_a_change() {
    let demo = Demo::start();
    let path = "/law/art_56__para_6__subpara_2";
    let before = check(&demo, &format!("{path}?as-of=2026-07-26"), &["version now"]);
    let after = check(&demo, &format!("{path}?as-of=2026-07-27"), &["version ended"]);
    assert!(before.contains(&format!("{path}?as-of=2026-07-27")) || before.contains("as-of=2026-07-27"), "{before}");
    assert!(after.contains("as-of=2026-07-26") && !after.contains("version now"), "{after}");
    check(&demo, "/law/art_53__para_1__point_a", &["T.M1.1", "In force"]);
    demo.server.page("/law/art_999").refused(404);
}

#[test]
fn imported_official_text_stands_beside_the_gist() {
    let demo = Demo::start();
    let shared = adhere_testing::shared_data().join("law/32024R1689.en.oj.html");
    let library = demo.folder.path().join("library");
    let (shared, library) = (shared.to_str().unwrap(), library.to_str().unwrap());
    adhere(&["law", "import", shared, "--library", library]).well();
    let server = crate::server::Server::start_with(demo.folder.path().to_str().unwrap(), &["--library", library]);
    let page = server.page("/law/art_56__para_1").well();
    assert!(page.contains("<article lang=\"en\"") && page.contains("SHA-256"), "{page}");
}

#[test]
fn the_register_is_filtered_paged_and_downloaded() {
    let demo = Demo::start();
    check(&demo, "/register", &["OpenAI", "listed by a source", "said by a source not to be a signatory"]);
    let chapters = check(&demo, "/register?scope=chapters", &["xAI"]);
    assert!(!chapters.contains("Lawise"));
    check(&demo, "/register?as-of=2024-09-01", &["Nobody is in the register"]);
    check(&demo, "/register?code=other", &["Nobody matches"]);
    demo.server.page("/register?scope=none").refused(400);
    let csv = demo.server.data("/register.csv?scope=chapters").well();
    assert!(csv.starts_with("organisation,") && csv.contains("xAI"), "{csv}");
    let json: serde_json::Value = serde_json::from_str(&demo.server.data("/register.json").well()).unwrap();
    assert_eq!(json["format"], "adhere-register/1");
    let feed = demo.server.data("/register.atom");
    assert!(feed.header("content-type").starts_with("application/atom+xml"));
    assert!(feed.well().contains("<entry>"));
    let figures = ["<svg", "<polyline", "Safety and Security", "2026-06-30"];
    check(&demo, "/register/figures", &figures);
    check(&demo, "/register/openai", &["adherence.listed", "/receipt"]);
    demo.server.page("/register/nobody").refused(404);
}

#[test]
fn what_the_journal_shows_verifies_without_the_server() {
    let demo = Demo::start();
    let key_page = check(&demo, "/journal/verify", &["demo.invalid/adhere"]);
    let key = key_page.split("<code>").find(|part| part.starts_with("demo.invalid/adhere+")).unwrap();
    let key = key.split('<').next().unwrap().replace("&#43;", "+");
    check(&demo, "/journal", &["adherence.listed", "/journal?before="]);
    check(&demo, "/journal?before=10", &["instance.created", "code.published"]);
    check(&demo, "/journal/entries/0", &["log_key"]);
    let (entry, receipt) = (demo.folder.path().join("3.json"), demo.folder.path().join("3.tlog-proof"));
    fs::write(&entry, demo.server.data("/journal/entries/3/bytes").well()).unwrap();
    fs::write(&receipt, demo.server.data("/journal/entries/3/receipt").well()).unwrap();
    let verified = adhere(&["verify", entry.to_str().unwrap(), receipt.to_str().unwrap(), "--key", &key]).well();
    assert!(verified.contains("demo.invalid/adhere"), "{verified}");
    demo.server.page("/journal/entries/999999").refused(404);
    demo.server.page("/journal/entries/999999/receipt").refused(404);
}

#[test]
fn a_page_asks_no_third_party_and_runs_nothing() {
    let demo = Demo::start();
    let front = demo.server.page("/");
    let policy = front.header("content-security-policy").to_owned();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(front.header("x-content-type-options"), "nosniff");
    assert_eq!(front.header("set-cookie"), "");
    let page = front.well();
    assert!(!page.contains("<script") && !page.contains("style=\""), "{page}");
    for target in links(&page).iter().filter(|target| target.starts_with("/static/")) {
        let file = demo.server.data(target);
        assert_eq!((file.status, file.header("cache-control")), (200, "public, max-age=31536000, immutable"));
    }
}

#[test]
fn what_cannot_be_answered_is_told_to_people_and_to_programs() {
    let demo = Demo::start();
    let page = demo.server.page("/nothing-here").refused(404);
    assert!(page.contains("There is no such page") && page.contains("<h1>"), "{page}");
    let problem = demo.server.data("/nothing-here");
    assert_eq!(problem.header("content-type"), "application/problem+json");
    let problem: serde_json::Value = serde_json::from_str(&problem.refused(404)).unwrap();
    assert_eq!(problem["status"], 404);
    let unreadable = [("/law/%FF%FE", 400), ("/journal/entries/-1", 400), ("/codes/%00", 404)];
    for (path, status) in unreadable {
        assert!(demo.server.page(path).refused(status).contains("<h1>"), "{path}");
        assert_eq!(demo.server.data(path).header("content-type"), "application/problem+json", "{path}");
    }
    let sent = Answer::of(demo.server.post("/register", &[]));
    assert_eq!(sent.header("allow"), "GET,HEAD");
    assert!(sent.refused(405).contains("This cannot be done here"));
    let page = demo.server.page("/codes?as-of=tomorrow").refused(400);
    assert!(page.contains("as-of") && page.contains("tomorrow"), "{page}");
    let hostile = demo.server.page("/codes/%3Cscript%3Ealert(1)%3C%2Fscript%3E").refused(404);
    assert!(!hostile.contains("<script>"), "{hostile}");
    let from_elsewhere = demo.server.post("/self-assessment/again", &[]).header("sec-fetch-site", "cross-site");
    Answer::of(from_elsewhere).refused(403);
}

#[test]
fn every_page_speaks_the_language_that_is_asked_for() {
    let demo = Demo::start();
    for (code, said) in [("en", "Codes"), ("nl", "Codes"), ("de", "Kodizes")] {
        for path in ["/", "/codes/gpai@2025-07-10/S.M9.3", "/law/art_56", "/register", "/self-assessment/licence"] {
            let page = check(&demo, &format!("{path}?language={code}"), &[&format!("<html lang=\"{code}\">"), said]);
            // The language goes along.
            let own: Vec<String> = links(&page).into_iter().filter(|link| link.starts_with("/law")).collect();
            assert!(own.iter().all(|link| link.contains("language=")), "{own:?}");
        }
    }
    let dutch =
        demo.server.get("/").header("accept", "text/html").header("accept-language", "fr-FR, nl;q=0.9, en;q=0.8");
    assert!(Answer::of(dutch).well().contains("<html lang=\"nl\">"));
    demo.server.page("/?language=xx").refused(400);
}

#[test]
fn a_page_is_made_again_when_something_was_recorded() {
    let demo = Demo::start();
    let store = demo.folder.path().to_str().unwrap();
    let first = demo.server.page("/register");
    let tag = first.header("etag").to_owned();
    let asked_again = || Answer::of(demo.server.get("/register").header("if-none-match", &tag));
    assert_eq!((asked_again().status, asked_again().text.as_str()), (304, ""));
    // Another process records something.
    let register = ["party", "organisation", "register", "newcomer", "--name", "Newcomer", "--kind", "provider"];
    let acting = ["--store", store, "--as", "adhere"];
    adhere(&[register.as_slice(), acting.as_slice()].concat()).well();
    check(&demo, "/journal", &["organisation/newcomer"]);
    assert!(demo.server.page("/register/newcomer").well().contains("Newcomer"));
    assert_eq!(asked_again().status, 304, "the register shows the same still");
    let other_language = demo.server.get("/register").header("if-none-match", &tag).header("accept-language", "de");
    assert_eq!(Answer::of(other_language).status, 200);
    demo.is_audited();
}
