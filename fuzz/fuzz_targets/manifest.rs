//! The manifest of a code without chapters: any text gives a code or findings.

#![no_main]

use adhere_domain::codes::coverage::{coverage, gaps};
use adhere_formats::code_source::{CodeFiles, code, named_files};
use adhere_fuzz::{LAW, places_lie_inside};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    // Every file that it names is there, and empty.
    let names = named_files(text);
    let files = CodeFiles { manifest: ("code.toml", text), named: names.all().map(|name| (name, "")).collect() };
    match code(&files, &LAW.corpus) {
        Ok(source) => drop(gaps(&coverage(&source.code)).count()),
        Err(findings) => {
            assert!(findings.has_errors(), "a manifest is refused with an error");
            places_lie_inside(&findings, text);
        }
    }
});
