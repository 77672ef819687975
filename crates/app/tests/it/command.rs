//! Running the program, and comparing what it prints with snapshots.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use adhere_testing::repository;
use tempfile::TempDir;

/// The day of every test: the law applied and the law known.
pub(crate) const TODAY: [&str; 4] = ["--as-of", "2026-11-22", "--known-at", "2026-11-22"];

pub(crate) const EXAMPLES: [&str; 3] = ["openai", "apertus", "meta"];
pub(crate) const FORMATS: [&str; 6] = ["summary", "text", "json", "sarif", "icalendar", "html"];

/// How a run of the program ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    /// The standard output of a run that ended well and said nothing else.
    pub(crate) fn well(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{}", self.out);
        self.out
    }

    /// The standard error of a run that ended with a code and printed no result.
    pub(crate) fn refused(self, code: i32) -> String {
        assert_eq!((self.code, self.out.as_str()), (Some(code), ""), "{}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self.err
    }
}

/// The program, to be run in the root of the repository.
pub(crate) fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_adhere"));
    command.args(arguments).current_dir(repository()).env("ADHERE_LIBRARY", "no-library").stdin(Stdio::null());
    command
}

/// Runs the program to its end.
pub(crate) fn adhere(arguments: &[&str]) -> Ended {
    let output = program(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Assesses a folder on the day of the tests.
pub(crate) fn assess(folder: &str, options: &[&str]) -> Ended {
    adhere(&[["assess", folder].as_slice(), TODAY.as_slice(), options].concat())
}

/// The folder of an example, relative to the root of the repository.
pub(crate) fn example(name: &str) -> String {
    format!("examples/{name}")
}

/// A copy of an example that a test may change.
pub(crate) fn copy_of(name: &str) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    let from = repository().join(example(name));
    fs::create_dir(copy.path().join("models")).unwrap();
    fs::copy(from.join("adhere.toml"), copy.path().join("adhere.toml")).unwrap();
    for entry in from.join("models").read_dir().unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), copy.path().join("models").join(entry.file_name())).unwrap();
    }
    copy
}

/// A folder with these files: path and bytes.
pub(crate) fn folder_with(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// A path as an argument.
pub(crate) fn argument(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The names of everything in a folder, sorted.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names.iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
}

/// Compares a text with its snapshot in `snapshots/`; digests and the program's version are left out.
pub(crate) fn assert_text(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, without_digests(text)));
}

fn without_digests(text: &str) -> String {
    let is_digest = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let line = |line: &str| {
        line.split(' ').map(|word| if is_digest(word) { "[sha256]" } else { word }).collect::<Vec<_>>().join(" ")
    };
    let lines = text.split('\n').map(line).collect::<Vec<_>>().join("\n");
    lines.replace(concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\""), "\"version\": \"[version]\"")
}
