use jiff::civil::date;

use super::{LibraryFile, read};
use crate::official_text::{Told, import};

const COPY: &str = "# Consolidated text 02024R1689-20260727 (EN)\n\n## Article 56(6) [M]\n6. New words.\n\n## Article 3 (description)\nAbout it.\n";

fn file() -> LibraryFile {
    LibraryFile::new(import("copy.md", COPY, &Told::default()).unwrap(), "copy.md", "00ff", date(2026, 11, 22))
}

#[test]
fn a_library_file_is_read_as_it_was_written() {
    let file = file();
    assert_eq!(file.name(), "32024R1689.en.amended-2026-07-27.json");
    assert_eq!(read("x.json", &file.to_json().unwrap()).unwrap(), file);
}

#[test]
fn a_broken_library_file_is_named_with_what_is_wrong() {
    let json = file().to_json().unwrap();
    for (from, to, wrong) in [
        ("adhere-official-text/1", "adhere-official-text/9", "is not the form"),
        ("hand-copy\"", "gospel\"", "is not a standing"),
        ("2026-07-27", "2026-07-99", "is not a day"),
        ("\"amended\"", "\"changed\"", "is not one of the names"),
        ("art_56__para_6", "Art. 56(6)", "is not an element id"),
        ("\"units\"", "\"pieces\"", "this is not a library file"),
        ("32024R1689", "../../x", "are not an act and a language"),
        ("}\n", "", "this is not a library file"),
    ] {
        let findings = read("x.json", &json.replace(from, to)).unwrap_err();
        let message = &findings.diagnostics[0].message;
        assert!(message.contains(wrong), "{message}");
    }
}
