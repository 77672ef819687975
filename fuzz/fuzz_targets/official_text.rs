//! Any text as a file of official text: it is read or refused, and what is read survives the library.

#![no_main]

use adhere_domain::law::official_text::put_together;
use adhere_formats::official_text::library_file::{LibraryFile, read};
use adhere_formats::official_text::{Told, import};
use adhere_fuzz::LAW;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let told = Told {
        language: Some("en".to_owned()),
        act: Some("32024R1689".to_owned()),
        from: Some(date(2026, 7, 27)),
        standing: None,
    };
    match import("file", text, &told) {
        Ok(import) => {
            let file = LibraryFile::new(import, "file", "00", date(2026, 11, 22));
            let json = file.to_json().expect("a library file can be written");
            assert_eq!(read("file", &json).expect("what was written can be read"), file);
            let _ = put_together(&[file.edition], LAW.corpus.acts.first());
        }
        Err(findings) => assert!(findings.has_errors(), "a file is refused with an error"),
    }
    let _ = read("file", text);
});
