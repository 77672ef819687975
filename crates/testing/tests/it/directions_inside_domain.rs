//! Inside `domain` the direction is `redline ← law ← codes ← adherence ← evidence`, with `parties` beside codes, and
//! `cases` beside evidence.

use crate::repository::{expect_none, files_below};

/// A part of the domain, and the parts that it must not name.
const MUST_NOT_NAME: [(&str, &[&str]); 11] = [
    ("digest", ALL),
    ("id", ALL),
    ("recorded", ALL),
    ("redline", ALL),
    ("text", ALL),
    ("law", &["codes", "parties", "adherence", "evidence", "cases"]),
    ("codes", &["parties", "adherence", "evidence", "cases"]),
    ("parties", &["codes", "adherence", "evidence", "cases"]),
    ("adherence", &["evidence", "cases"]),
    ("evidence", &["cases"]),
    ("cases", &["evidence"]),
];

/// The parts that stand on something.
const ALL: &[&str] = &["law", "codes", "parties", "adherence", "evidence", "cases"];

#[test]
fn nothing_names_what_stands_on_it() {
    let mut broken = Vec::new();
    for (part, others) in MUST_NOT_NAME {
        let own = |path: &str| {
            path == format!("crates/domain/src/{part}.rs") || path.starts_with(&format!("crates/domain/src/{part}/"))
        };
        for file in files_below("crates/domain/src", ".rs").iter().filter(|file| own(&file.path)) {
            for (index, line) in file.text.lines().enumerate() {
                let names = |other: &&&str| {
                    ["crate", "super", "adhere_domain"].iter().any(|from| line.contains(&format!("{from}::{other}")))
                };
                if let Some(other) = others.iter().find(names) {
                    broken.push(format!("{}:{} names `{other}`: {}", file.path, index + 1, line.trim()));
                }
            }
        }
    }
    expect_none(
        "inside domain the direction is redline ← law ← codes ← adherence ← evidence, with parties beside codes",
        &broken,
    );
}
