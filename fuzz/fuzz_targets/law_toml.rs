//! A file of the law, read as each kind of file in turn: any text gives law or findings.

#![no_main]

use adhere_formats::law_data::{LawFiles, law_data};
use adhere_fuzz::places_lie_inside;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let file = ("law.toml", text);
    let files = LawFiles { provisions: &[file], parameters: file, readings: file, calendars: &[file] };
    match law_data(files) {
        Ok(data) => drop(data.parameters.law(date(2026, 11, 22), date(2026, 11, 22), data.readings)),
        Err(findings) => {
            assert!(findings.has_errors(), "law is refused with an error");
            places_lie_inside(&findings, text);
        }
    }
});
