//! A file says first what it is for.

use crate::repository::{SourceFile, expect_none, files_below};

#[test]
fn every_file_says_first_what_it_is_for() {
    let silent = |file: &&SourceFile| !file.is_test() && !file.text.starts_with("//!");
    let files = files_below("", ".rs");
    let broken: Vec<String> = files.iter().filter(silent).map(|file| file.path.clone()).collect();
    expect_none("every file outside tests begins with `//!`", &broken);
}
