//! `adhere code import`, `adhere code text` and `adhere code show --text`, on the published codes and on bad input.

use std::fs;
use std::path::Path;

use adhere_testing::shared_data;
use tempfile::{TempDir, tempdir};

use crate::command::{Ended, adhere, assert_text};

const CHAPTERS: [&str; 3] = [
    "transparency_chapter_FINAL_2025-07-10.md",
    "copyright_chapter_FINAL_2025-07-10.md",
    "safety_and_security_chapter_FINAL_2025-07-10.md",
];

/// A small code, with everything an import has to say something about.
const SMALL: &str = "# Code of Practice — Safety Chapter\n\nBy its authors.\n\n## Recitals\n\n(a) Whereas.\n\n\
    ## Commitment 1 Care\n\nLEGAL TEXT: Article 55(1) AI Act\n\nThey commit to care.\n\n\
    ### Measure 1.1 Caring\n\nWithin 14 days, they care.\n\n##### Potential material for future Recital\n\nSignatories shall care.\n";

fn code(file: &str) -> String {
    shared_data().join("code").join(file).display().to_string()
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

fn written(folder: &TempDir, name: &str, text: &[u8]) -> String {
    fs::write(folder.path().join(name), text).unwrap();
    path(folder, name)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn import(file: &str, into: &str, options: &[&str]) -> Ended {
    adhere(&[["code", "import", file, "--into", into].as_slice(), options].concat())
}

#[test]
fn a_code_becomes_a_folder_and_a_list_of_what_is_left() {
    let folder = tempdir().unwrap();
    let file = written(&folder, "small-2025-01-02.md", SMALL.as_bytes());
    let into = path(&folder, "care");
    let report = import(&file, &into, &[]).well().replace(&into, "[folder]");
    assert_text("import_small", &report);
    assert_eq!(names(Path::new(&into)), ["code.toml", "safety.md", "unplaced.md"]);
    assert_eq!(names(folder.path()), ["care", "small-2025-01-02.md"], "nothing else is left behind");
    let files =
        ["code.toml", "safety.md", "unplaced.md"].map(|name| fs::read_to_string(Path::new(&into).join(name)).unwrap());
    assert_text("import_small_files", &files.join("\n=====\n"));
}

#[test]
fn draft_3_is_imported_whole() {
    let folder = tempdir().unwrap();
    let into = path(&folder, "draft");
    let report = import(&code("draft3_2025-03-11.md"), &into, &["--id", "gpai", "--title", "Third draft"]).well();
    assert!(report.contains("3 chapters, 18 commitments, 71 measures"), "{report}");
    assert!(report.contains("The source can be read; `adhere check` says what the code still lacks."), "{report}");
    let manifest = fs::read_to_string(Path::new(&into).join("code.toml")).unwrap();
    assert!(manifest.contains("version = \"2025-03-11\"") && manifest.contains("title = \"Third draft\""));
    // Every line of the draft is in one of the files, apart from headings that became others.
    let all: String =
        names(Path::new(&into)).iter().map(|name| fs::read_to_string(Path::new(&into).join(name)).unwrap()).collect();
    let draft = fs::read_to_string(code("draft3_2025-03-11.md")).unwrap();
    let lost: Vec<&str> = draft.lines().filter(|line| !line.starts_with('#') && !all.contains(line.trim())).collect();
    assert_eq!(lost, Vec::<&str>::new());
}

#[test]
fn a_folder_that_holds_something_is_never_written_to() {
    let folder = tempdir().unwrap();
    let file = written(&folder, "small-2025-01-02.md", SMALL.as_bytes());
    let into = folder.path().join("care");
    fs::create_dir(&into).unwrap();
    import(&file, &into.display().to_string(), &[]).well();
    let before = names(&into);
    assert!(import(&file, &into.display().to_string(), &[]).refused(5).contains("there already"));
    assert!(import(&file, &file, &[]).refused(5).contains("there already"));
    assert_eq!(names(&into), before);
}

#[test]
fn bad_input_is_refused_and_nothing_is_written() {
    let folder = tempdir().unwrap();
    let huge = vec![b'a'; 9 * 1024 * 1024];
    let cases: [(&str, &[u8], &str); 5] = [
        ("empty-2025-01-02.md", b"", "not-a-code"),
        ("prose-2025-01-02.md", b"# A letter\n\nDear reader.\n", "not-a-code"),
        ("bytes-2025-01-02.md", b"# Commitment 1 \xff\xfe", "not-utf-8"),
        ("zero-2025-01-02.md", b"## Commitment 1 It\n\0", "not-utf-8"),
        ("huge-2025-01-02.md", &huge, "file-too-large"),
    ];
    let into = path(&folder, "into");
    for (name, bytes, rule) in cases {
        let file = written(&folder, name, bytes);
        assert!(import(&file, &into, &[]).refused(3).contains(rule), "{name}");
        assert!(adhere(&["code", "text", &file, "--code", "gpai"]).refused(3).contains(rule), "{name}");
        fs::remove_file(&file).unwrap();
    }
    for (missing, rule) in [(path(&folder, "none.md"), "file-missing"), (path(&folder, ""), "not-a-file")] {
        assert!(import(&missing, &into, &[]).refused(3).contains(rule));
    }
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[test]
fn what_the_manifest_needs_is_asked_for() {
    let folder = tempdir().unwrap();
    let file = written(&folder, "small.md", SMALL.as_bytes());
    let into = path(&folder, "care");
    assert!(import(&file, &into, &[]).refused(5).contains("--published"));
    let dated = ["--published", "2025-01-02"];
    assert!(import(&file, &into, &[dated.as_slice(), &["--id", "a b"]].concat()).refused(5).contains("--id"));
    assert!(import(&file, &into, &[dated.as_slice(), &["--version", ""]].concat()).refused(5).contains("--version"));
    import(&file, &into, &[dated.as_slice(), &["--profile", "aia-95"]].concat()).well();
}

#[test]
fn the_text_of_a_part_is_shown_with_its_standing() {
    let folder = tempdir().unwrap();
    let text = path(&folder, "text.json");
    let files = CHAPTERS.map(code);
    let standings = ["near-verbatim", "near-verbatim", "hand-copy"].map(|standing| format!("--standing={standing}"));
    let arguments = ["code", "text", "--code", "gpai", "--output", &text];
    let arguments: Vec<&str> =
        arguments.into_iter().chain(files.iter().chain(&standings).map(String::as_str)).collect();
    let told = adhere(&arguments);
    assert_eq!((told.code, told.out.as_str()), (Some(0), ""), "{}", told.err);
    assert!(told.err.contains("text of 145 parts from 3 files; not matched: 6; without text: 0"), "{}", told.err);

    let shown = adhere(&["code", "show", "gpai", "S.M9.4", "--text", &text]).well();
    assert!(
        shown.starts_with("S.M9.4  Retention period") && shown.contains("copy made by hand; not authentic"),
        "{shown}"
    );
    let chapter = adhere(&["code", "show", "gpai", "T.M1.3", "--text", &text]).well();
    assert!(chapter.contains("near-verbatim") && chapter.contains("The file says of itself:"), "{chapter}");
    assert!(adhere(&["code", "show", "gpai", "S.APP.3.5", "--text", &text]).well().contains("evaluat"));
    assert!(adhere(&["code", "show", "gpai", "T", "--text", &text]).well().contains("no text of T"));
    adhere(&["code", "show", "gpai", "S.APP.99", "--text", &text]).refused(5);
    assert!(
        adhere(&["code", "show", "conduct-template", "x", "--text", &text]).refused(3).contains("text-of-another-code")
    );
    let other = written(&folder, "other.json", b"{}");
    assert!(adhere(&["code", "show", "gpai", "S.C1", "--text", &other]).refused(3).contains("not-a-code-text"));
    adhere(&["code", "text", &files[0], "--code", "gpai", "--standing", "hand-copy", "--standing", "hand-copy"])
        .refused(5);
}
