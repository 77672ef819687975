//! The manifest of a code with an empty chapter: any text gives a code or findings.

#![no_main]

use adhere_domain::codes::coverage::{coverage, gaps};
use adhere_formats::code_source::{CodeFiles, code, named_files};
use adhere_fuzz::{LAW, check_code, places_lie_inside};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    // Every file that it names is there; a chapter needs a heading, and a lineage is refused.
    let names = named_files(text);
    let files =
        CodeFiles { manifest: ("code.toml", text), named: names.all().map(|name| (name, "# A {#A}\n")).collect() };
    match code(&files, &LAW.corpus) {
        Ok(source) => {
            let _ = gaps(&coverage(&source.code)).count();
            check_code(&source, None);
        }
        Err(mut findings) => {
            assert!(findings.has_errors(), "a manifest is refused with an error");
            findings.diagnostics.retain(|found| found.file == "code.toml");
            places_lie_inside(&findings, text);
        }
    }
});
