//! The register by command: from registering a provider to who adhered to what on a day.

use std::path::Path;

use tempfile::TempDir;

use crate::command::{Ended, adhere, argument};

/// An instance in a folder of its own, filled by commands.
struct Instance {
    folder: TempDir,
}

impl Instance {
    fn new() -> Self {
        let instance = Self { folder: tempfile::tempdir().unwrap() };
        adhere(&["store", "init", "--store", argument(&instance.place()), "--name", "example.eu/log"]).well();
        instance
    }

    fn place(&self) -> std::path::PathBuf {
        self.folder.path().join("instance")
    }

    /// Runs a command on it; the words are those of the command line.
    fn run(&self, words: &str) -> Ended {
        let place = self.place();
        let words: Vec<&str> = words.split(' ').collect();
        adhere(&[words.as_slice(), &["--store", argument(&place)]].concat())
    }

    fn done(&self, words: &str) -> String {
        let ended = self.run(&format!("{words} --as ada"));
        assert_eq!(ended.code, Some(0), "{words}: {}", ended.err);
        ended.out
    }

    fn refused(&self, words: &str) -> String {
        let before = self.run("store status").well();
        let told = self.run(&format!("{words} --as ada")).refused(1);
        assert_eq!(self.run("store status").well(), before, "a refusal changes nothing");
        told
    }

    /// With a provider that Ada can bind, its models, and the Code of Practice.
    fn with_provider() -> Self {
        let instance = Self::new();
        for words in [
            "party organisation register openai --name OpenAI --kind provider --country IE",
            "party person register ada --name Ada",
            "party role grant ada openai may-bind-power-of-attorney --from 2025-01-01",
            "code publish gpai",
            "model record examples/openai --organisation openai",
        ] {
            instance.done(words);
        }
        instance
    }
}

const DECLARE: &str = "adherence declare a1 --organisation openai --code gpai --version 2025-07-10 --signed-by ada \
                       --signed-on 2026-02-01";

#[test]
fn who_adhered_to_what_on_a_day_as_known_at_a_moment() {
    let instance = Instance::with_provider();
    let preview = instance.done(&format!("{DECLARE} --scope full --dry-run"));
    assert!(preview.starts_with("Would record: adherence.declared\n"), "{preview}");
    let recorded = instance.done(&format!("{DECLARE} --scope full"));
    assert!(recorded.starts_with("Recorded as entry "), "{recorded}");
    assert_eq!(instance.done(&format!("{DECLARE} --scope full")), "It is so already; nothing was recorded.\n");
    instance.done("adherence withdraw a1 --from 2026-04-01 --signed-by ada --signed-on 2026-03-20");
    let on = |rest: &str| instance.run(&format!("register list {rest}")).well();
    assert!(on("--as-of 2026-03-01").contains("declared a1: the whole code of version 2025-07-10, since 2026-02-01"));
    assert!(on("--as-of 2026-04-01").contains("Nobody is in it."));
    assert!(on("--as-of 2026-03-01 --known-at 2026-01-01T00:00:00Z").contains("Nobody is in it."));
    let csv = on("--as-of 2026-03-01 --format csv");
    assert!(
        csv.contains("openai,OpenAI,IE,gpai,declared,a1,2025-07-10,full,,,2026-02-01,2026-02-01,2026-04-01,,,"),
        "{csv}"
    );
    let shown = instance.run("register show openai --as-of 2026-03-01").well();
    assert!(shown.contains("adherence.withdrawn") && shown.contains("organisation.registered"), "{shown}");
    assert_eq!(instance.run("store audit").code, Some(0));
}

#[test]
fn a_refusal_names_its_rule_and_what_it_rests_on() {
    let instance = Instance::with_provider();
    let told = instance.refused(&format!("{DECLARE} --scope art-53"));
    assert!(told.contains("[scope-limited-to-art-53]"), "{told}");
    assert!(told.contains("This is the law: Art. 56(7)."), "{told}");
    let told = instance.refused(&DECLARE.replace("ada", "ben").replace("--signed-on", "--scope full --signed-on"));
    assert!(told.contains("[adherence-signed]") && told.contains("a rule of adhere's own about Art. 56(7)"), "{told}");
    let told = instance.refused("party organisation register openai --name Other --kind provider");
    assert!(told.contains("an id stands for one party for ever [party-new]"), "{told}");
}

#[test]
fn a_code_that_does_not_compile_is_not_published() {
    let instance = Instance::new();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("code.toml"), "format = 1\nid = \"mine\"\n").unwrap();
    let told = instance.run(&format!("code publish {} --as ada", argument(folder.path()))).refused(3);
    assert!(told.contains("missing-key"), "{told}");
}

#[test]
fn models_are_listed_with_what_the_law_says_of_them() {
    let instance = Instance::with_provider();
    let listed = instance.run("model list --organisation openai --as-of 2026-11-22").well();
    assert!(listed.contains("gpt-5  GPT-5  presents systemic risk"), "{listed}");
}

fn demo(folder: &Path) -> String {
    adhere(&["demo", argument(folder)]).well()
}

#[test]
fn the_demo_has_a_register_worth_looking_at() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("demo");
    assert!(demo(&place).contains("32 organisations"));
    let place = argument(&place);
    let on = |rest: &[&str]| adhere(&[&["register", "list", "--store", place], rest].concat()).well();
    let listed = on(&["--as-of", "2026-06-11"]);
    assert!(listed.contains("Accexible (accexible) · gpai\n  listed on 2026-06-11 as a signatory of the whole code"));
    assert!(listed.contains("listed on 2026-06-11 as a signatory of chapters S"), "{listed}");
    assert!(listed.contains("said on 2026-06-10 not to be a signatory"));
    assert!(!on(&["--as-of", "2025-07-31"]).contains("xai"), "nobody is listed before a source says so");
    let chapters = on(&["--as-of", "2026-06-11", "--scope", "chapters"]);
    assert_eq!(chapters.matches(" · gpai").count(), 1, "{chapters}");
    let status = || adhere(&["store", "status", "--store", place]).well();
    let before = status();
    demo(Path::new(place));
    assert_eq!(status(), before, "a second time records nothing again");
    assert_eq!(adhere(&["store", "audit", "--store", place]).code, Some(0));
}

#[test]
fn no_name_is_a_formula_in_a_spreadsheet() {
    let instance = Instance::new();
    let name = "=HYPERLINK(\"http://example.org\")";
    let register = ["party", "organisation", "register", "evil", "--name", name, "--kind", "provider", "--as", "ada"];
    let place = instance.place();
    adhere(&[register.as_slice(), &["--store", argument(&place)]].concat()).well();
    for words in [
        "party person register ada --name Ada",
        "party role grant ada evil may-bind-power-of-attorney --from 2025-01-01",
        "code publish gpai",
        "adherence list-fact --organisation evil --code gpai --scope full --source =list --as-of 2026-01-01",
    ] {
        instance.done(words);
    }
    let csv = instance.run("register list --format csv").well();
    assert!(csv.contains("\"'=HYPERLINK("), "{csv}");
    let json = instance.run("register list --format json").well();
    assert!(json.contains("\"=HYPERLINK("), "JSON says it as it is: {json}");
}

#[test]
fn a_demo_is_put_into_no_other_instance() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("own").to_str().unwrap().to_owned();
    adhere(&["store", "init", "--store", &store, "--name", "maker.eu/log"]).well();
    let before = adhere(&["store", "status", "--store", &store]).well();
    let refused = adhere(&["demo", &store]).refused(5);
    assert!(refused.contains("maker.eu/log") && refused.contains("no demo"), "{refused}");
    assert_eq!(adhere(&["store", "status", "--store", &store]).well(), before);
}
