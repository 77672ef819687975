//! Official text from import to comparison, through the command line.

use std::fs;
use std::path::{Path, PathBuf};

use adhere_testing::{shared_data, shared_seeds};
use tempfile::TempDir;

use crate::command::{Ended, program};

/// A library of its own for each test.
struct Library(TempDir);

impl Library {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("library")
    }

    fn law(&self, arguments: &[&str]) -> Ended {
        let mut command = program(&[["law"].as_slice(), arguments].concat());
        let output = command.env("ADHERE_LIBRARY", self.folder()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    fn with_everything() -> Self {
        let library = Self::new();
        let files = [
            "32024R1689.en.oj.html",
            "32024R1689.nl.oj.html",
            "02024R1689-20260727.en.selected.md",
            "32026R1744.nl.pe-cons-30-26.json",
        ];
        let files: Vec<String> = files.iter().map(|name| data(name)).collect();
        let mut arguments = vec!["import"];
        arguments.extend(files.iter().map(String::as_str));
        library.law(&arguments).well();
        library
    }

    /// Every file of the library with its bytes.
    fn content(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let Ok(entries) = fs::read_dir(self.folder()) else { return Vec::new() };
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    }
}

fn data(name: &str) -> String {
    shared_data().join("law").join(name).to_string_lossy().into_owned()
}

fn seed(number: &str) -> String {
    let mut files = fs::read_dir(shared_seeds()).unwrap().map(|entry| entry.unwrap().path());
    let named = |path: &Path| path.file_name().unwrap().to_string_lossy().starts_with(number);
    files.find(|path| named(path)).unwrap().to_string_lossy().into_owned()
}

const TODAY: [&str; 2] = ["--as-of", "2026-11-22"];

#[test]
fn text_is_shown_as_of_a_day_with_its_standing() {
    let library = Library::with_everything();
    let show =
        |id: &str, day: &str, language: &str| library.law(&["show", id, "--as-of", day, "--language", language]).well();
    let before = show("art_56__para_6", "2026-07-26", "en");
    assert!(before.contains("(en), in force 2024-08-01 to 2026-07-26"), "{before}");
    assert!(before.contains("general validity"), "{before}");
    let after = show("art_56__para_6", "2026-07-27", "en");
    assert!(after.contains("(en), in force 2026-07-27 to …"), "{after}");
    assert!(after.contains("read from a copy typed by hand; not authentic"), "{after}");
    let dutch = show("art_56__para_6", "2026-07-27", "nl");
    assert!(dutch.contains("De Commissie en de AI-board monitoren"), "{dutch}");
    // A provision without a gist has its text all the same, and EUR-Lex's name for a recital is understood.
    assert!(show("art_10__para_5", "2026-07-26", "en").contains("special categories of personal data"));
    assert!(show("rct_117", "2026-11-22", "en").contains("(en), in force 2024-08-01 to …"));
}

#[test]
fn without_text_it_is_said_how_to_get_it() {
    let library = Library::new();
    let shown = library.law(&["show", "art_53", "--language", "fr"]).well();
    assert!(shown.contains("https://eur-lex.europa.eu/legal-content/FR/TXT/HTML/?uri=CELEX:32024R1689"), "{shown}");
    let error = library.law(&["compare", &seed("000")]).refused(5);
    assert!(error.contains("no official text is imported"), "{error}");
}

#[test]
fn the_same_bytes_change_nothing_and_other_bytes_need_to_be_meant() {
    let library = Library::new();
    let copy = data("02024R1689-20260727.en.selected.md");
    library.law(&["import", &copy]).well();
    let content = library.content();
    assert!(library.law(&["import", &copy]).well().contains("nothing changed"));
    let other = library.0.path().join("other.md");
    fs::write(&other, fs::read_to_string(&copy).unwrap().replace("as appropriate", "as fitting")).unwrap();
    let other = other.to_string_lossy().into_owned();
    assert!(library.law(&["import", &other]).refused(3).contains("library-occupied"));
    assert_eq!(library.content(), content);
    library.law(&["import", &other, "--replace"]).well();
    assert_ne!(library.content(), content);
    let name = "32024R1689.en.amended-2026-07-27.json";
    assert!(library.law(&["library"]).well().contains(name));
    library.law(&["library", "remove", name]).well();
    assert_eq!(library.content(), []);
    library.law(&["library", "remove", "../other.md"]).refused(5);
}

#[test]
fn a_bad_file_leaves_the_library_untouched() {
    let library = Library::new();
    let good = data("02024R1689-20260727.en.selected.md");
    let half: Vec<u8> = fs::read(data("32024R1689.en.oj.html")).unwrap().into_iter().take(500_000).collect();
    let bad: [(&str, Vec<u8>, &str); 6] = [
        ("empty.html", Vec::new(), "official-text-unknown"),
        ("binary.html", vec![0xff, 0xfe, 0x00, 0x41], "not-utf-8"),
        ("latin.html", b"<html><p>\xe9</p></html>".to_vec(), "not-utf-8"),
        ("half.html", half, "official-text-truncated"),
        ("page.html", b"<html><body><p>Hello</p></body></html>".to_vec(), "official-text-not-eurlex"),
        ("huge.html", vec![b' '; 9 * 1024 * 1024], "file-too-large"),
    ];
    for (name, bytes, rule) in bad {
        let path = library.0.path().join(name);
        fs::write(&path, bytes).unwrap();
        let error = library.law(&["import", &good, &path.to_string_lossy()]).refused(3);
        assert!(error.contains(rule), "{name}: {error}");
        assert_eq!(library.content(), [], "{name}");
    }
    assert!(library.law(&["import", "nowhere.html"]).refused(3).contains("file-missing"));
}

#[test]
fn a_library_file_broken_by_hand_is_named() {
    let library = Library::new();
    library.law(&["import", &data("02024R1689-20260727.en.selected.md")]).well();
    let (path, bytes) = library.content().remove(0);
    fs::write(&path, bytes.into_iter().take(2000).collect::<Vec<u8>>()).unwrap();
    for arguments in [["library"].as_slice(), &["show", "art_56"], &["compare", &seed("000")]] {
        let error = library.law(arguments).refused(3);
        assert!(error.contains("library-file"), "{error}");
    }
}

#[test]
fn a_seed_is_compared_in_every_form() {
    let library = Library::with_everything();
    let seed = seed("004");
    let compare = |options: &[&str]| library.law(&[["compare", seed.as_str()].as_slice(), &TODAY, options].concat());
    let text = compare(&[]).well();
    for part in [
        "Art. 95(4) (art_95__para_4)",
        "numbered 5., officially 4.",
        "outdated since 2026-07-27: replaced by",
        "NOT IN THE LAW",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let json: serde_json::Value = serde_json::from_str(&compare(&["--format", "json"]).well()).unwrap();
    assert_eq!((json["scope"].as_str(), json["language"].as_str()), (Some("art_95"), Some("en")));
    let html = compare(&["--format", "html"]).well();
    assert!(html.contains("<del>") && html.contains("<ins>") && !html.contains("<script"));
    let sarif: serde_json::Value = serde_json::from_str(&compare(&["--format", "sarif"]).well()).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(results.iter().any(|result| result["ruleId"] == "text/not-in-law"));
    assert_eq!(compare(&["--check"]).code, Some(1));
    // The Dutch seed finds its language by content.
    let dutch_seed = self::seed("002");
    let dutch =
        library.law(&[["compare", dutch_seed.as_str()].as_slice(), &TODAY, &["--format", "json"]].concat()).well();
    let dutch: serde_json::Value = serde_json::from_str(&dutch).unwrap();
    assert_eq!((dutch["scope"].as_str(), dutch["language"].as_str()), (Some("art_56"), Some("nl")));
    // What is said of an asked provision, in the words of the law in force on the day before the change.
    let path = library.0.path().join("clean.md");
    let copy = fs::read_to_string(data("02024R1689-20260727.en.selected.md")).unwrap();
    let article = copy.split("## Article 56").nth(1).unwrap();
    let paragraph = article.lines().find_map(|line| line.strip_prefix("1. ")).unwrap();
    fs::write(&path, format!("{paragraph}\n")).unwrap();
    let clean = library.law(&["compare", &path.to_string_lossy(), "art_56__para_1", "--language", "en", "--check"]);
    assert_eq!(clean.code, Some(0), "{}", clean.out);
}
