//! The manifest of a code without chapters: any text gives a code or findings.

#![no_main]

use adhere_domain::codes::coverage::{coverage, gaps};
use adhere_formats::code_source::{CodeFiles, chapter_files, code};
use adhere_fuzz::{LAW, places_lie_inside};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = chapter_files("code.toml", text);
    let files = CodeFiles { manifest: ("code.toml", text), chapters: Vec::new() };
    match code(&files, &LAW.corpus) {
        Ok((code, _)) => drop(gaps(&coverage(&code)).count()),
        Err(findings) => {
            assert!(findings.has_errors(), "a manifest is refused with an error");
            places_lie_inside(&findings, text);
        }
    }
});
