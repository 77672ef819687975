//! A file of lineage under a fixed code, checked against a fixed earlier version: any text gives findings or none.

#![no_main]

use std::sync::LazyLock;

use adhere_domain::codes::code::Code;
use adhere_formats::code_source::{CodeFiles, code};
use adhere_fuzz::{LAW, check_code, places_lie_inside};
use libfuzzer_sys::fuzz_target;

const MANIFEST: &str = r#"
id = "fuzz"
title = "A code"
version = "1"
published = 2025-07-10
profile = "aia-95"
chapters = ["chapter.md"]
source = "written for fuzzing"
"#;

const CHAPTER: &str =
    "# A {#A}\n## C {#A.C1}\n- binds: provider\n- objective: x\n\nx\n### M {#A.M1}\n- covers: art_9\n\nx\n";

static EARLIER: LazyLock<Code> = LazyLock::new(|| {
    let (manifest, chapter) = (MANIFEST.replace("\"1\"", "\"0\""), CHAPTER.replace("A.M1", "A.M0"));
    let files = CodeFiles { manifest: ("code.toml", &manifest), named: vec![("chapter.md", &chapter)] };
    code(&files, &LAW.corpus).expect("the earlier version is sound").code
});

fuzz_target!(|text: &str| {
    let manifest = format!("{MANIFEST}lineage = [\"lineage.toml\"]\n");
    let named = vec![("chapter.md", CHAPTER), ("lineage.toml", text)];
    match code(&CodeFiles { manifest: ("code.toml", &manifest), named }, &LAW.corpus) {
        Ok(source) => check_code(&source, Some(&EARLIER)),
        Err(findings) => {
            assert!(findings.has_errors(), "a lineage is refused with an error");
            places_lie_inside(&findings, text);
        }
    }
});
