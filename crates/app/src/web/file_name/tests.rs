use super::{saved_as, title};

#[test]
fn a_name_is_a_title_and_leads_nowhere() {
    let long = format!("{}end.pdf", "x".repeat(300));
    let cases = [
        ("report.pdf", Some("report.pdf")),
        ("evidence/2026/report.pdf", Some("evidence/2026/report.pdf")),
        ("../../etc/passwd", Some("etc/passwd")),
        ("..\\..\\windows\\win.ini", Some("windows/win.ini")),
        ("/etc/./passwd", Some("etc/passwd")),
        ("re\u{202e}fdp.exe", Some("refdp.exe")),
        ("a\u{7}b\nc", Some("abc")),
        ("../..", None),
        ("\u{200b}", None),
        ("", None),
    ];
    for (name, expected) in cases {
        assert_eq!(title(name).as_ref().map(adhere_domain::text::NonEmptyText::as_str), expected, "{name:?}");
    }
    assert!(title(&long).unwrap().as_str().ends_with("end.pdf"));
}

#[test]
fn what_is_saved_has_a_name_that_ends_no_header() {
    assert_eq!(saved_as("a/b \"c\".pdf", "e1"), "attachment; filename=\"b _c_.pdf\"; filename*=UTF-8''b%20%22c%22.pdf");
    assert_eq!(
        saved_as("Gr\u{f6}\u{df}e.csv", "e1"),
        "attachment; filename=\"Gr__e.csv\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.csv"
    );
    assert_eq!(saved_as("..", "e1"), "attachment; filename=\"e1\"; filename*=UTF-8''e1");
}
