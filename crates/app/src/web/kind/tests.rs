use super::{HEAD, Look, Shown};

fn kind(bytes: &[u8]) -> String {
    let mut look = Look::default();
    // In small parts, so that letters are cut.
    bytes.chunks(3).for_each(|part| look.see(part));
    look.media_type().unwrap().to_string()
}

#[test]
fn the_kind_of_a_file_is_told_by_its_bytes() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let cases: [(&[u8], &str); 14] = [
        ("Ten tests passed in M\u{e4}rz.\n".as_bytes(), "text/plain"),
        (b"", "text/plain"),
        (b"a,b\n1,2\n", "text/csv"),
        (b"a;b\n\"1;1\";2\n", "text/csv"),
        (b"One, two.\nThree, four, five.\n", "text/plain"),
        (b"{\"tests\": 10}", "application/json"),
        (b"{not json", "text/plain"),
        (b"%PDF-1.7\nwords", "application/pdf"),
        (b"%PDF-1.7\n\xff\xfe\0", "application/pdf"),
        (png, "image/png"),
        (b"PK\x03\x04rest\0", "application/zip"),
        (b"\0\x01\x02", "application/octet-stream"),
        (b"a text with a bell \x07", "application/octet-stream"),
        (b"\xe9\xe8 in Latin 1", "application/octet-stream"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(kind(bytes), expected, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn what_a_browser_could_run_is_never_shown() {
    let hostile = [
        "<html><script>alert(1)</script>",
        "\u{feff}  <!DOCTYPE HTML><p>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "<?xml version=\"1.0\"?><svg/>",
        "<?xml version=\"1.0\"?><a/>",
        "<SCRIPT>alert(1)</SCRIPT>",
    ];
    for text in hostile {
        let kind = kind(text.as_bytes());
        assert_eq!(Shown::of(&kind), None, "{text}: {kind}");
    }
    assert_eq!(Shown::of("text/plain"), Some(Shown::Text));
}

#[test]
fn a_letter_that_is_cut_by_the_head_is_no_fault() {
    let text = "\u{e4}".repeat(HEAD);
    assert_eq!(kind(text.as_bytes()), "text/plain");
    let cut = &text.as_bytes()[..text.len() - 1];
    assert_eq!(kind(cut), "application/octet-stream", "the last letter has no end");
}
