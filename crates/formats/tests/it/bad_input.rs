//! What is wrong with a provider's files: each finding with its line, its rule, what is wrong and what to do.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use adhere_domain::codes::code::Code;
use adhere_domain::law::readings::Readings;
use adhere_formats::compiled_code::{compiled_bytes, compiled_digest};
use adhere_formats::provider_folder::{model, provider, read_folder};
use adhere_formats::source_file::{SourceFileError, read_text};

use crate::reference::{assert_text, code_files, law, parse_code, told};

/// Cases for `adhere.toml`: what is wrong, and the file.
const PROVIDER: &[(&str, &str)] = &[
    ("an empty file", ""),
    ("not TOML", "[provider\nname = \"x\"\n"),
    ("half-written: the file ends within a text", "[provider]\nname = \"Exam"),
    ("a key given twice", "[provider]\nname = \"x\"\nname = \"y\"\n"),
    ("a table of the wrong type", "provider = 3\n"),
    ("a missing name", "[provider]\ncountry = \"FR\"\n"),
    ("a name that is no text", "[provider]\nname = 3\n"),
    ("an unknown key near a known one", "[provider]\nname = \"x\"\ncuntry = \"FR\"\n"),
    ("an unknown key far from all", "[provider]\nname = \"x\"\nfavourite-colour = \"red\"\n"),
    ("an unknown table", "[provider]\nname = \"x\"\n[provder]\nname = \"y\"\n"),
    ("a country in words", "[provider]\nname = \"x\"\ncountry = \"France\"\n"),
    ("a format of the future", "format = 2\n[provider]\nname = \"x\"\n"),
    ("negative money", "[provider]\nname = \"x\"\nworldwide-turnover = \"-5\"\n"),
    ("money as a float", "[provider]\nname = \"x\"\nworldwide-turnover = 1.5e9\n"),
    ("money in another currency", "[provider]\nname = \"x\"\nworldwide-turnover = \"USD 5\"\n"),
    ("a truth value in quotes", "[provider]\nname = \"x\"\npublic-body-control = \"no\"\n"),
    ("an origin with an unknown key", "[provider]\nname = { is = \"x\", sauce = \"register\" }\n"),
    (
        "periods in the wrong order",
        concat!(
            "[provider]\nname = \"x\"\n",
            "[[provider.period]]\nyear = 2025\n",
            "[[provider.period]]\nyear = 2024\n",
        ),
    ),
    ("a negative number of persons", "[provider]\nname = \"x\"\n[[provider.period]]\nyear = 2025\npersons = -4\n"),
    (
        "an unreadable scope",
        concat!(
            "[provider]\nname = \"x\"\n",
            "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nscope = \"some\"\nsince = 2025-08-01\n",
        ),
    ),
    (
        "a scope that is no text",
        concat!(
            "[provider]\nname = \"x\"\n",
            "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nscope = 53\nsince = 2025-08-01\n",
        ),
    ),
    (
        "a scope with something else than ids",
        concat!(
            "[provider]\nname = \"x\"\n",
            "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nscope = [\"S\", \"a b\"]\nsince = 2025-08-01\n",
        ),
    ),
    ("an adherence with everything missing", "[provider]\nname = \"x\"\n[[adherence]]\n"),
    (
        "an adherence that ends before it begins",
        concat!(
            "[provider]\nname = \"x\"\n",
            "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nscope = \"full\"\n",
            "since = 2025-08-01\nuntil = 2025-08-01\n",
        ),
    ),
    (
        "a date in quotes",
        concat!(
            "[provider]\nname = \"x\"\n",
            "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nscope = \"full\"\nsince = \"2025-08-01\"\n",
        ),
    ),
    ("an unknown reading", "[provider]\nname = \"x\"\n[readings]\npending-rebuttal = \"maybe\"\n"),
    ("an unknown question", "[provider]\nname = \"x\"\n[readings]\npending-rebutal = \"suspends\"\n"),
    (
        "two statements for a measure",
        concat!(
            "[provider]\nname = \"x\"\n",
            "[[measure]]\nid = \"C.M1.1\"\nstate = \"planned\"\n",
            "[[measure]]\nid = \"C.M1.1\"\nstate = \"implemented\"\n",
        ),
    ),
    ("an unknown state", "[provider]\nname = \"x\"\n[[measure]]\nid = \"C.M1.1\"\nstate = \"done\"\n"),
    (
        "evidence with both places",
        concat!(
            "[provider]\nname = \"x\"\n",
            "[[measure]]\nid = \"C.M1.1\"\nstate = \"implemented\"\n",
            "evidence = [{ file = \"policy.pdf\", url = \"https://example.com\" }]\n",
        ),
    ),
    (
        "evidence with no place",
        concat!(
            "[provider]\nname = \"x\"\n",
            "[[measure]]\nid = \"C.M1.1\"\nstate = \"implemented\"\nevidence = [{ title = \"policy\" }]\n",
        ),
    ),
    (
        "evidence that expires before it speaks",
        concat!(
            "[provider]\nname = \"x\"\n",
            "[[measure]]\nid = \"C.M1.1\"\nstate = \"implemented\"\n",
            "evidence = [{ file = \"policy.pdf\", speaks-for = 2026-01-01, expires = 2025-01-01 }]\n",
        ),
    ),
];

/// Cases for a model's file.
const MODEL: &[(&str, &str)] = &[
    ("an empty file", ""),
    ("a model that is no table", "model = \"x\"\n"),
    ("a missing name", "[model]\n"),
    ("an invalid date", "[model]\nname = \"x\"\nplaced-on-market = 2025-02-30\n"),
    ("a date with a time", "[model]\nname = \"x\"\nplaced-on-market = 2025-08-02T10:00:00Z\n"),
    ("a day of placing in words", "[model]\nname = \"x\"\nplaced-on-market = \"soon\"\n"),
    ("a float where a figure belongs", "[model]\nname = \"x\"\ntraining-compute = 3.8e25\n"),
    ("a figure that is no number", "[model]\nname = \"x\"\ntraining-compute = \"a lot\"\n"),
    ("a figure that is not whole", "[model]\nname = \"x\"\ntraining-compute = \"1.5\"\n"),
    ("a figure beyond counting", "[model]\nname = \"x\"\ntraining-compute = \"1e40\"\n"),
    ("a negative figure", "[model]\nname = \"x\"\ntraining-compute = -5\n"),
    ("an unknown kind of content", "[model]\nname = \"x\"\ngenerates = [\"text\", \"smell\"]\n"),
    ("content that is no list", "[model]\nname = \"x\"\ngenerates = \"text\"\n"),
    ("a utilisation over one", "[model]\nname = \"x\"\n[[model.hardware-estimate]]\nutilisation = \"1.2\"\n"),
    ("a utilisation in percent", "[model]\nname = \"x\"\n[[model.hardware-estimate]]\nutilisation = \"40 %\"\n"),
    ("an estimate with a figure missing", "[model]\nname = \"x\"\n[[model.hardware-estimate]]\nchip-hours = 5\n"),
    ("a name with a line break", "[model]\nname = \"x\\ny\"\n"),
    ("a text with a control character", "[model]\nname = \"x\"\nversion = \"1\\u0007\"\n"),
    (
        "more active parameters than parameters",
        concat!(
            "[model]\nname = \"x\"\n",
            "[model.architecture-estimate]\nparameters = \"8e9\"\ntotal-parameters = \"7e9\"\ntraining-tokens = \"15e12\"\n",
        ),
    ),
    ("an unknown key in a table", "[model]\nname = \"x\"\n[model.licence]\nweights-publik = true\n"),
    (
        "a designation that ends before it begins",
        concat!(
            "[model]\nname = \"x\"\n",
            "[model.commission]\ndesignated-on = 2026-06-01\ndesignation-ended-on = 2026-01-01\n",
        ),
    ),
    (
        "a designation that ends and never began",
        "[model]\nname = \"x\"\n[model.commission]\ndesignation-ended-on = 2026-01-01\n",
    ),
    ("a decided rebuttal without its date", "[model]\nname = \"x\"\n[model.commission]\nrebuttal = \"accepted\"\n"),
    ("an unknown outcome of a rebuttal", "[model]\nname = \"x\"\n[model.commission]\nrebuttal = \"won\"\n"),
    (
        "a notification without the day it was due from",
        "[model]\nname = \"x\"\n[model.commission]\nnotified-on = 2026-01-01\n",
    ),
    ("an unknown obligation", "[model]\nname = \"x\"\nconforms-to-standards = [\"art_53\"]\n"),
    ("an unknown event", "[model]\nname = \"x\"\n[[event]]\nkind = \"party\"\non = 2026-01-01\n"),
    ("an event without kind and day", "[model]\nname = \"x\"\n[[event]]\n"),
    (
        "an event answered before it happened",
        concat!(
            "[model]\nname = \"x\"\n",
            "[[event]]\nkind = \"downstream-request\"\non = 2026-03-02\ndone = 2026-03-01\n",
        ),
    ),
    ("something done without saying what", "[model]\nname = \"x\"\n[[done]]\non = 2026-01-01\n"),
    (
        "several things at once",
        concat!(
            "[model]\nname = \"x\"\nversion = 3\nplaced-on-market = 2025-13-01\n",
            "[[event]]\nkind = \"party\"\non = \"today\"\n",
        ),
    ),
    (
        "a day of decision for a rebuttal that is not decided",
        "[model]\nname = \"x\"\n[model.commission]\nrebuttal = \"pending\"\nrebuttal-decided-on = 2026-01-01\n",
    ),
    (
        "notified before the condition was known",
        "[model]\nname = \"x\"\n[model.commission]\ncondition-known-on = 2026-05-01\nnotified-on = 2026-01-01\n",
    ),
];

/// Files that contradict themselves or speak of the future, and that are taken as they are today.
// The parsers see one file at a time and no clock. Whoever adds a finding for one of these moves it into a table above.
const TAKEN_AS_THEY_ARE: &[(&str, &str)] = &[
    (
        "done in the far future",
        "[model]\nname = \"x\"\n[[done]]\nmeasure = \"T.M1.1\"\ndeadline = \"model-documentation\"\non = 2999-01-01\n",
    ),
    ("a measure that no code has", "[model]\nname = \"x\"\n[[measure]]\nid = \"S.M99\"\nstate = \"implemented\"\n"),
];

/// A case as a reader of the snapshot needs it: the file with line numbers, then the findings.
fn shown(case: &str, text: &str, findings: &str) -> String {
    let mut shown = format!("# {case}\n");
    for (number, line) in text.lines().enumerate() {
        let _ = writeln!(shown, "  {} | {line}", number + 1);
    }
    format!("{shown}{findings}\n")
}

#[test]
fn findings_about_a_provider_file_say_where_what_and_how_to_mend() {
    let mut all = String::new();
    for (case, text) in PROVIDER {
        let (read, findings) = provider("adhere.toml", text, Readings::FIRST);
        assert!(read.is_none() && findings.has_errors(), "{case}");
        all += &shown(case, text, &told(&findings));
    }
    assert_text("bad_provider_files", &all);
}

#[test]
fn findings_about_a_model_file_say_where_what_and_how_to_mend() {
    let mut all = String::new();
    for (case, text) in MODEL {
        let (read, findings) = model("model.toml", text);
        assert!(!findings.diagnostics.is_empty(), "{case}");
        assert_eq!(read.is_none(), findings.has_errors(), "{case}");
        all += &shown(case, text, &told(&findings));
    }
    assert_text("bad_model_files", &all);
}

#[test]
fn what_only_codes_and_the_clock_can_tell_is_taken_as_it_is() {
    for (case, text) in TAKEN_AS_THEY_ARE {
        let (read, findings) = model("model.toml", text);
        assert!(read.is_some() && findings.diagnostics.is_empty(), "{case}: {}", told(&findings));
    }
}

#[test]
fn every_finding_has_a_place_or_is_about_a_whole_file() {
    let whole_file = ["missing-key"];
    for (case, text) in PROVIDER.iter().chain(MODEL) {
        let (_, mut findings) = provider("file.toml", text, Readings::FIRST);
        findings.absorb(model("file.toml", text).1);
        for diagnostic in &findings.diagnostics {
            assert!(
                findings.line(diagnostic).is_some() || whole_file.contains(&diagnostic.rule),
                "{case}: {diagnostic}"
            );
            assert!(!diagnostic.message.is_empty() && !diagnostic.message.ends_with('.'), "{case}: {diagnostic}");
        }
    }
}

/// What reading a file as text comes to.
fn refused(folder: &Path, name: &str) -> (&'static str, String) {
    match read_text(&folder.join(name)) {
        Ok(text) => ("", text),
        Err(error) => (error.rule(), error.hint().to_owned()),
    }
}

#[test]
fn what_is_no_text_file_is_refused_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write("binary", &[b'a', b'\n', 0xff, 0xfe, 0x00]);
    write("utf-16", &[0xff, 0xfe, b'a', 0x00]);
    write("utf-16-without-mark", b"a\0b\0");
    write("latin-1", b"name = \"Soci\xe9t\xe9\"");
    fs::create_dir(folder.path().join("folder")).unwrap();
    fs::File::create(folder.path().join("huge")).unwrap().set_len(100 * 1024 * 1024).unwrap();
    for (name, rule) in [
        ("absent", "file-missing"),
        ("folder", "not-a-file"),
        ("huge", "file-too-large"),
        ("binary", "not-utf-8"),
        ("utf-16", "not-utf-8"),
        ("utf-16-without-mark", "not-utf-8"),
        ("latin-1", "not-utf-8"),
    ] {
        let (found, hint) = refused(folder.path(), name);
        assert_eq!(found, rule, "{name}");
        assert!(!hint.is_empty(), "{name}");
    }
    let binary = read_text(&folder.path().join("binary"));
    assert!(matches!(binary, Err(SourceFileError::NotUtf8 { line: 2, .. })), "{binary:?}");
}

#[test]
fn the_largest_file_that_is_read_has_eight_mebibytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.toml");
    fs::write(&path, vec![b'#'; 8 * 1024 * 1024]).unwrap();
    assert!(read_text(&path).is_ok());
    fs::write(&path, vec![b'#'; 8 * 1024 * 1024 + 1]).unwrap();
    assert!(matches!(read_text(&path), Err(SourceFileError::TooLarge { .. })));
}

#[test]
fn a_byte_order_mark_is_dropped_and_lines_of_windows_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("adhere.toml");
    fs::write(&path, b"\xef\xbb\xbf[provider]\r\nname = \"x\"\r\n").unwrap();
    let text = read_text(&path).unwrap();
    let (read, findings) = provider("adhere.toml", &text, Readings::FIRST);
    assert_eq!(read.map(|(undertaking, _)| undertaking.name).as_deref(), Some("x"), "{}", told(&findings));
}

#[test]
fn all_files_of_a_folder_are_told_of_at_once() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("models")).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("adhere.toml", "[provider]\nname = 3\n");
    write("models/a.toml", "[model]\nname = \"a\"\nversion = 1\n");
    write("models/b b.toml", "[model]\nname = \"b\"\n");
    write("models/notes.txt", "not a model");
    let findings = read_folder(folder.path(), Readings::FIRST).err().unwrap();
    let told = told(&findings).replace(&folder.path().display().to_string(), "FOLDER").replace('\\', "/");
    assert_text("bad_folder", &told);
}

#[test]
fn a_code_with_mistakes_is_refused_with_every_one_of_them() {
    let law = law();
    let mut files = code_files("conduct-template");
    files[0].1 = files[0].1.replace("profile = \"aia-95\"", "profile = \"aia-99\"").replace("art_12", "art_1200");
    files[1].1 = "# Chapter\n\nText.\n\n## Commitment 1: One {#C1}\n- covers: art_9999\n- bind: gpai\n\n\
                  ### Measure 1: Two {#C1}\n- due: soon\n- keep: 3 days\n- variant: giant — less\n- exempt: open-source\n\n\
                  #### Deeper {#D}\n"
        .to_owned();
    let findings = parse_code(&files, &law.corpus).err().unwrap();
    assert_text("bad_code", &told(&findings));
}

#[test]
fn the_language_of_a_code_is_a_tag_as_bcp_47_writes_it_and_part_of_what_is_compiled() {
    let law = law();
    let said = |line: &str| {
        let mut files = code_files("conduct-template");
        files[0].1 = files[0].1.replace("profile = ", &format!("{line}\nprofile = "));
        parse_code(&files, &law.corpus).map(|source| source.code).map_err(|findings| told(&findings))
    };
    let unsaid = said("").unwrap();
    assert!(unsaid.language.is_none() && compiled(&unsaid).get("language").is_none());
    for tag in ["nl", "de-AT", "sr-Latn"] {
        let code = said(&format!("language = \"{tag}\"")).unwrap();
        assert_eq!(compiled(&code)["language"], tag);
        assert_ne!(compiled_digest(&code), compiled_digest(&unsaid));
    }
    for (text, mend) in [("Dutch!", "such as `nl`"), ("", "such as `nl`"), ("NL", "`nl`"), ("de_at", "`de-AT`")] {
        let told = said(&format!("language = \"{text}\"")).unwrap_err();
        assert!(told.contains("code.toml:9") && told.contains("invalid-value") && told.contains(mend), "{told}");
    }
}

/// A code as it is compiled.
fn compiled(code: &Code) -> serde_json::Value {
    serde_json::from_slice(&compiled_bytes(code)).unwrap()
}

/// A code of one measure with these attributes, and without indicators.
fn code_of_one_measure(attributes: &str) -> Vec<(String, String)> {
    let mut files = code_files("conduct-template");
    files.truncate(2);
    files[0].1 = files[0].1.replace("kpis = \"kpis.toml\"", "");
    files[1].1 = format!(
        "# Chapter {{#A}}\n\n## Commitment 1: One {{#C1}}\n- binds: provider\n\n\
         ### Measure 1: Two {{#M1}}\n- covers: art_9\n{attributes}"
    );
    files
}

#[test]
fn what_a_relief_lifts_is_named_once_and_an_exemption_lifts_no_period_by_name() {
    let law = law();
    let files = code_of_one_measure(
        "- relief: open-source lifts — Less.\n\
         - relief: open-source lifts a, a — Less.\n- relief: open-source lifts a,, b — Less.\n\
         - relief: open lifts a — Less.\n- relief: open-source lifts a\n- exempt: open-source lifts a — None.\n",
    );
    let findings = parse_code(&files, &law.corpus).err().unwrap();
    assert_text("bad_lifts", &told(&findings));
}

#[test]
fn a_relief_names_the_periods_that_it_lifts() {
    let law = law();
    let files = code_of_one_measure(
        "- relief: similarly-safe  lifts a b ,c — Less — much.\n\
         - relief: open-source — It lifts no period.\n- due: a b: by placing\n- due: c: by placing\n",
    );
    let code = parse_code(&files, &law.corpus).unwrap().code;
    let (_, _, measure) = code.measures().next().unwrap();
    let told = measure.exemptions.iter().map(|it| format!("{} / {} / {}", it.ground.id(), it.lifts.join("+"), it.note));
    let expected = ["similarly-safe / a b+c / Less — much.", "open-source /  / It lifts no period."];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}
