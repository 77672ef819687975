//! A chapter of a code under a fixed manifest: any text gives a code or findings.

#![no_main]

use adhere_domain::codes::coverage::coverage;
use adhere_formats::code_source::{CodeFiles, code};
use adhere_fuzz::{LAW, check_code, places_lie_inside};
use libfuzzer_sys::fuzz_target;

const MANIFEST: &str = r#"
format = 1
id = "fuzz"
title = "A code"
version = "1"
published = 2025-07-10
profile = "aia-56"
chapters = ["chapter.md"]
source = "written for fuzzing"
"#;

fuzz_target!(|text: &str| {
    let files = CodeFiles { manifest: ("code.toml", MANIFEST), named: vec![("chapter.md", text)] };
    match code(&files, &LAW.corpus) {
        Ok(source) => {
            assert_eq!(source.code.chapters.len(), 1, "a code with one chapter file has one chapter");
            let _ = coverage(&source.code);
            check_code(&source, None);
        }
        Err(findings) => {
            assert!(findings.has_errors(), "a code is refused with an error");
            places_lie_inside(&findings, text);
        }
    }
});
