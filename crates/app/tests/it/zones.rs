//! Moments are shown in the zone that whoever reads chose, and kept pages are nobody else's.

use crate::server::{Answer, Demo};
use crate::signed_in::Workspace;

const JOURNAL: &str = "/journal";

/// A page for whoever chose a zone, or none.
fn read(demo: &Demo, path: &str, zone: Option<&str>) -> Answer {
    let request = demo.server.get(path).header("accept", "text/html");
    Answer::of(match zone {
        Some(zone) => request.header("cookie", format!("adhere_zone={zone}")),
        None => request,
    })
}

#[test]
fn pages_for_everyone_show_moments_in_the_zone_of_whoever_reads() {
    let demo = Demo::start();
    let (usual, tokyo) = (read(&demo, JOURNAL, None), read(&demo, JOURNAL, Some("Asia/Tokyo")));
    assert!(usual.text.contains(", Europe/Brussels)</time>") && !usual.text.contains("Asia/Tokyo"), "{}", usual.text);
    assert!(tokyo.text.contains("(+09:00, Asia/Tokyo)</time>") && !tokyo.text.contains("Brussels"), "{}", tokyo.text);
    // What is kept for one zone is not shown in another, whoever asked first.
    assert_eq!(read(&demo, JOURNAL, None).text, usual.text);
    assert_ne!(usual.header("etag"), tokyo.header("etag"));
    assert!(usual.header("vary").contains("cookie"), "{}", usual.header("vary"));
    // A browser that has the page of one zone is not told that it has that of another.
    let tag = usual.header("etag").to_owned();
    let again = demo.server.get(JOURNAL).header("accept", "text/html").header("if-none-match", &tag);
    assert_eq!(Answer::of(again.header("cookie", "adhere_zone=Asia/Tokyo")).status, 200);
    // For machines a moment is the same everywhere.
    let machine = |text: &str| text.split("<time datetime=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(machine(&usual.text), machine(&tokyo.text));
}

#[test]
fn a_zone_is_chosen_on_a_page_of_its_own_and_kept_by_the_browser() {
    let demo = Demo::start();
    let page = read(&demo, "/zone?to=%2Fjournal", None);
    assert!(page.header("content-security-policy").contains("script-src 'self'"));
    let page = page.well();
    assert!(page.contains("<option value=\"Europe/Brussels\" selected>"), "{page}");
    assert!(page.contains("<option value=\"America/New_York\">"), "{page}");
    let kept = Answer::of(demo.server.post("/zone", &[("zone", "America/New_York"), ("to", "/journal")]));
    assert_eq!((kept.status, kept.header("location")), (303, "/zone?to=%2Fjournal&done=zone-kept"));
    let cookie = "adhere_zone=America/New_York; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000";
    assert_eq!(kept.header("set-cookie"), cookie);
    let page = read(&demo, kept.header("location"), Some("America/New_York")).well();
    assert!(page.contains("Times are shown in this zone from now on."), "{page}");
    assert!(page.contains("<option value=\"America/New_York\" selected>"), "{page}");
    assert!(!page.contains("data-zone"), "who chose a zone is proposed none: {page}");
}

#[test]
fn what_is_no_zone_is_refused_beside_the_field_and_leads_to_no_other_site() {
    let demo = Demo::start();
    for zone in ["", "Europe/Nowhere", "+01:00", "../../etc/passwd", "Europe/Brussels; Path=/x"] {
        let refused = Answer::of(demo.server.post("/zone", &[("zone", zone), ("to", "/journal")]));
        assert_eq!(refused.header("set-cookie"), "", "{zone}");
        assert!(refused.refused(422).contains("Choose a zone from the list."), "{zone}");
    }
    for to in ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"] {
        let kept = Answer::of(demo.server.post("/zone", &[("zone", "UTC"), ("to", to)]));
        assert!(!kept.header("location").contains("elsewhere"), "{to}: {}", kept.header("location"));
    }
}

#[test]
fn a_case_is_typed_and_shown_in_the_zone_of_whoever_keeps_it() {
    let workspace = Workspace::begin();
    let mut ed = workspace.person("ed", "acme", &["editor"]);
    ed.cookie.push_str("; adhere_zone=Asia/Tokyo");
    let page = ed.get("/work/acme/cases/new?kind=serious-incident").well();
    assert!(page.contains("Asia/Tokyo"), "the form says in which zone: {page}");
    assert!(ed.get("/work").well().contains("Times are those of Asia/Tokyo."));
}

#[test]
fn whoever_is_signed_in_and_chose_no_zone_is_proposed_that_of_the_browser() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let page = ed.get("/work");
    assert!(page.header("content-security-policy").contains("script-src 'self'"));
    let page = page.well();
    assert!(page.contains("data-zone=\"Europe/Brussels\" hidden"), "without a script nothing is proposed: {page}");
}
