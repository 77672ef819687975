//! A file that a reader can hold in mind.

use crate::repository::{SourceFile, expect_none, files_below};

/// So many lines a file may have; tests and tables of data may have more.
const LIMIT: usize = 500;

#[test]
fn no_file_is_longer_than_five_hundred_lines_tests_apart() {
    let long = |file: &SourceFile| {
        let lines = file.text.lines().count();
        (lines > LIMIT && !file.is_test()).then(|| format!("{} has {lines} lines", file.path))
    };
    let broken: Vec<String> = files_below("", ".rs").iter().filter_map(long).collect();
    expect_none("no file is longer than 500 lines, tests apart", &broken);
}
