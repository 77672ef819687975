//! A statement with disclosures: what can be read is written again the same, and showing parts of it never shows more.

#![no_main]

use std::collections::BTreeSet;

use adhere_journal::disclosure::SdJwt;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(statement) = SdJwt::parse(text) else { return };
    assert_eq!(statement.to_string(), text);
    let Ok(opened) = statement.open_unverified() else { return };
    assert_eq!(opened.disclosed.len(), statement.disclosures().len());
    for place in opened.disclosed.keys() {
        let shown = statement.present(&BTreeSet::from([place.clone()])).expect("what is disclosed can be shown");
        assert!(shown.disclosures().len() <= statement.disclosures().len());
        shown.open_unverified().expect("what is shown can be opened");
    }
});
