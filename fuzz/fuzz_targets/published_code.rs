//! A published code: every byte belongs to one section, and what is imported is read again with the same parts.

#![no_main]

use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_formats::code_import::{Manifest, import_code};
use adhere_formats::code_source::{CodeFiles, code};
use adhere_formats::code_text::code_text;
use adhere_formats::published_code::published_code;
use adhere_fuzz::{CODES, LAW};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fn manifest() -> Manifest {
    let id = |text| PartId::parse(text).expect("this is an id");
    let (title, source) = ("A code".to_owned(), "written for fuzzing".to_owned());
    let profile = Profile::ALL[0].0;
    Manifest { id: id("fuzz"), version: id("1"), title, published: date(2025, 7, 10), profile, source }
}

fuzz_target!(|text: &str| {
    let published = published_code(&[("code.md", text)]);
    let mut claims = vec![0_u8; text.len()];
    for range in published.sections.iter().flat_map(|section| section.ranges()) {
        claims[range].iter_mut().for_each(|claim| *claim += 1);
    }
    let mut claimed = claims.iter().zip(text.bytes());
    assert!(claimed.all(|(claim, byte)| *claim == 1 || (*claim == 0 && byte.is_ascii_whitespace())));
    for code in CODES.iter() {
        let _ = code_text(&published, code, "en", &[]);
    }
    let Some(imported) = import_code(&published, &manifest(), &LAW.corpus) else { return };
    let files: Vec<(&str, &str)> = imported.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    match code(&CodeFiles { manifest: files[0], named: files[1..].to_vec() }, &LAW.corpus) {
        Ok(source) => assert_eq!(source.code.measures().count(), imported.measures),
        Err(findings) => assert!(findings.diagnostics.iter().all(|it| it.rule == "covers-missing"), "{findings:?}"),
    }
});
