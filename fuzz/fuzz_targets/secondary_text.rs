//! Any text held against a piece of law: every passage is accounted for once.

#![no_main]

use adhere_domain::law::comparison::compare;
use adhere_domain::law::official_text::put_together;
use adhere_formats::official_text::{Told, import};
use adhere_formats::secondary_text::passages;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

const LAW: &str = "# 02024R1689-20260727 (EN)\n\n## Article 1 (whole)\nSubject\n1. The Office shall keep a list of codes.\n2. It may invite:\n(a) providers of models;\n(b) others, as appropriate.\n";

fuzz_target!(|text: &str| {
    let edition = import("law.md", LAW, &Told::default()).expect("this is official text").edition;
    let editions = [edition];
    let units = put_together(&editions, None);
    let passages = passages(text);
    let comparison = compare(&passages, &units, None, date(2026, 11, 22));
    let mut told: Vec<usize> = comparison.rows.iter().flat_map(|row| row.passages.clone()).collect();
    told.sort_unstable();
    assert_eq!(told, (0..passages.len()).collect::<Vec<_>>(), "every passage is in one row");
});
