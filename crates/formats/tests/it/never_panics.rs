//! Whatever the bytes, a parser answers: a value, or findings that point into the file. Never a panic.

use std::io::Write as _;
use std::sync::LazyLock;

use adhere_domain::adherence::assessment::Assessor;
use adhere_domain::codes::check::{Surroundings, check as check_rules};
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::compute::Compute;
use adhere_domain::law::readings::Readings;
use adhere_formats::assessment::write_json;
use adhere_formats::code_source::{CodeFiles, CodeSource, code, named_files};
use adhere_formats::compiled_code::compiled_bytes;
use adhere_formats::diagnostic::{Diagnostic, Findings};
use adhere_formats::findings::{LineIndex, findings_json};
use adhere_formats::law_data::{LawData, LawFiles, law_data};
use adhere_formats::provider_folder::{model, provider};
use adhere_formats::sarif::{Finding as SarifFinding, Level, sarif};
use adhere_formats::shipped;
use adhere_formats::source_file::read_text;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::reference::{gpai, law, repository, text, told};

static LAW: LazyLock<LawData> = LazyLock::new(law);
static CODES: LazyLock<[Code; 1]> = LazyLock::new(|| [gpai()]);

static PROVIDER_FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let init = uncommented(&text(&repository("crates/app/templates/init/adhere.toml")));
    let examples = ["openai", "meta"].map(|name| text(&repository("examples").join(name).join("adhere.toml")));
    [vec![init], examples.to_vec()].concat()
});

static MODEL_FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let init = uncommented(&text(&repository("crates/app/templates/init/model.toml")));
    let examples = ["meta/models/llama-3-1-405b.toml", "apertus/models/apertus-70b.toml"];
    [vec![init], examples.map(|name| text(&repository("examples").join(name))).to_vec()].concat()
});

/// The commented file that `adhere init` writes, with every example in it switched on.
fn uncommented(text: &str) -> String {
    let is_example = |line: &str| line.starts_with('[') || line.split_once(" = ").is_some_and(|(key, _)| is_key(key));
    let line = |line: &str| line.strip_prefix("# ").filter(|rest| is_example(rest)).unwrap_or(line).to_owned();
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn is_key(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// Pieces that turn one kind of value into another, or into none.
const PIECES: [&str; 30] = [
    "\"",
    "'",
    "[",
    "]",
    "[[",
    "{",
    "}",
    "=",
    "\n",
    "\0",
    "#",
    "-",
    ",",
    "\u{feff}",
    "é",
    "𝕏",
    "0",
    "99999999999999",
    "1e400",
    "nan",
    "2025-02-30",
    "9999-12-31",
    "0000-01-01",
    "true",
    "{ is = 1 }",
    "{ is = { is = 1 } }",
    "0xff",
    "340282366920938463463374607431768211455",
    "- due: x: within 65535 years after placing\n",
    "# A {#A}\n",
];

/// One change to a text; places are taken modulo its length.
#[derive(Clone, Debug)]
enum Change {
    Insert(usize, String),
    Delete(usize, usize),
    Repeat(usize, usize),
    Truncate(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let piece = prop_oneof![select(&PIECES[..]).prop_map(str::to_owned), "\\PC{0,6}"];
    prop_oneof![
        4 => (any::<usize>(), piece).prop_map(|(at, piece)| Change::Insert(at, piece)),
        2 => (any::<usize>(), 0..40_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        1 => (any::<usize>(), 0..200_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        1 => any::<usize>().prop_map(Change::Truncate),
    ]
}

/// The text with the changes; what is no longer UTF-8 is replaced as a lenient reader would.
fn changed(text: &str, changes: &[Change]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for change in changes {
        let place = |at: usize| at % (bytes.len() + 1);
        let range = |at: usize, length: usize| place(at)..(place(at) + length).min(bytes.len());
        match change {
            Change::Insert(at, piece) => {
                let at = place(*at);
                bytes.splice(at..at, piece.bytes());
            }
            Change::Delete(at, length) => {
                bytes.drain(range(*at, *length));
            }
            Change::Repeat(at, length) => {
                let copy = bytes[range(*at, *length)].to_vec();
                bytes.extend(copy);
            }
            Change::Truncate(at) => bytes.truncate(place(*at)),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// One of the files, changed in a few places.
fn mutated(files: &'static LazyLock<Vec<String>>) -> impl Strategy<Value = String> {
    (any::<prop::sample::Index>(), vec(change(), 1..6))
        .prop_map(|(index, changes)| changed(index.get::<String>(&files[..]), &changes))
}

/// Bytes of any kind, as text.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        vec(select(&PIECES[..]), 0..40).prop_map(|pieces| pieces.concat()),
        "(?s).{0,200}",
    ]
}

/// Findings point into their file and say something; without a value there is an error among them.
fn check(has_value: bool, findings: &Findings) -> Result<(), TestCaseError> {
    prop_assert_eq!(has_value, !findings.has_errors(), "{}", told(findings));
    for diagnostic in &findings.diagnostics {
        prop_assert!(!diagnostic.message.is_empty());
        let Some(span) = &diagnostic.span else { continue };
        let text = findings.text(&diagnostic.file).unwrap();
        prop_assert!(span.start <= span.end && span.end <= text.len(), "{span:?} in {} bytes", text.len());
        prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?}");
        prop_assert!(findings.line(diagnostic).is_some());
    }
    Ok(())
}

/// Reads a provider and a model, and assesses what can be read on a day.
fn read_both(provider_text: &str, model_text: &str, day: Date) -> Result<(), TestCaseError> {
    let (undertaking, findings) = provider("adhere.toml", provider_text, Readings::FIRST);
    check(undertaking.is_some(), &findings)?;
    let (record, findings) = model("models/m.toml", model_text);
    check(record.is_some(), &findings)?;
    let (Some((mut undertaking, readings)), Some(record)) = (undertaking, record) else { return Ok(()) };
    let id = PartId::parse("my-model").unwrap();
    undertaking.models.insert(id, record);
    let Ok(law) = LAW.parameters.law(day, day, readings) else { return Ok(()) };
    let mut json = Vec::new();
    write_json(&Assessor::new(&undertaking, &*CODES, &law, &LAW.calendars), &mut json).unwrap();
    prop_assert!(!json.is_empty());
    Ok(())
}

fn read_code(manifest: &str, chapter: &str) {
    let names = named_files(manifest);
    let is_lineage = |name: &str| names.lineages.iter().any(|lineage| lineage == name);
    let named = names.all().map(|name| (name, if is_lineage(name) { LINEAGE } else { chapter }));
    let files = CodeFiles { manifest: ("code.toml", manifest), named: named.collect() };
    let findings = match code(&files, &LAW.corpus) {
        Ok(source) => {
            assert!(!source.findings.has_errors());
            compile(&source);
            source.findings
        }
        Err(findings) => findings,
    };
    for diagnostic in &findings.diagnostics {
        let Some(span) = &diagnostic.span else { continue };
        let text = findings.text(&diagnostic.file).unwrap();
        assert!(text.get(span.clone()).is_some(), "{span:?} lies in `{}`", diagnostic.file);
    }
    write_findings(&findings);
}

/// Checks a code that could be read, alone and against another version, and compiles it.
fn compile(source: &CodeSource) {
    let today = Date::new(2026, 11, 22).unwrap();
    for earlier in [None, Some(&CODES[0])] {
        let surroundings = Surroundings { parameters: &LAW.parameters, today, earlier };
        for finding in check_rules(&source.code, &surroundings) {
            assert!(source.places.find(&finding.place).is_some(), "{finding:?} has no place");
        }
    }
    let bytes = compiled_bytes(&source.code);
    let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(value.to_string().into_bytes(), bytes);
}

/// Writes findings in the forms for machines.
fn write_findings(findings: &Findings) {
    assert!(findings_json(findings).unwrap().starts_with('{'));
    let finding = |found: &Diagnostic| {
        let place = findings.text(&found.file).map(LineIndex::new).zip(found.span.clone());
        SarifFinding {
            rule: found.rule.to_owned(),
            level: Level::Error,
            message: found.message.clone(),
            file: found.file.clone(),
            place: place.map(|(lines, span)| (lines.place(span.start), lines.place(span.end))),
        }
    };
    let results: Vec<SarifFinding> = findings.diagnostics.iter().map(finding).collect();
    assert!(sarif("1", &results, |_| None).unwrap().starts_with('{'));
}

fn read_law(files: [&str; 4]) {
    let [provisions, parameters, readings, calendars] = files;
    let read = law_data(LawFiles {
        provisions: &[("provisions.toml", provisions)],
        parameters: ("parameters.toml", parameters),
        readings: ("readings.toml", readings),
        calendars: &[("calendars.toml", calendars)],
    });
    if let Err(findings) = read {
        for diagnostic in &findings.diagnostics {
            assert!(diagnostic.span.is_none() || findings.line(diagnostic).is_some());
        }
    }
}

/// A file of lineage, to be mutated or to stand beside what is.
const LINEAGE: &str = "code = \"conduct-template\"\nfrom = \"0\"\nto = \"2026-11-22\"\nsource = \"x\"\n\
    [[part]]\nid = \"X.M0\"\nbecame = [\"X.M1.1\", \"X.M1.2\"]\nnote = \"split\"\n\
    [[part]]\nid = \"X.C9\"\ndropped = \"not needed\"\nbasis = \"own reading\"\n";

/// Whether a lineage can be read beside the shipped template of a code of conduct.
fn read_lineage(lineage: &str) -> bool {
    let manifest = MANIFESTS[1].replacen("chapters =", "lineage = [\"lineage.toml\"]\nchapters =", 1);
    let kpis = ("kpis.toml", KPIS.as_str());
    let named = vec![("conduct.md", CHAPTERS[1].as_str()), ("lineage.toml", lineage), kpis];
    match code(&CodeFiles { manifest: ("code.toml", &manifest), named }, &LAW.corpus) {
        Ok(source) => {
            compile(&source);
            true
        }
        Err(findings) => {
            write_findings(&findings);
            false
        }
    }
}

fn data(paths: &[&str]) -> Vec<String> {
    paths.iter().map(|path| text(&repository("data").join(path))).collect()
}

static MANIFESTS: LazyLock<Vec<String>> =
    LazyLock::new(|| data(&["codes/gpai/code.toml", "codes/conduct-template/code.toml"]));
static CHAPTERS: LazyLock<Vec<String>> =
    LazyLock::new(|| data(&["codes/gpai/transparency.md", "codes/conduct-template/conduct.md"]));
static KPIS: LazyLock<String> = LazyLock::new(|| data(&["codes/conduct-template/kpis.toml"]).remove(0));
static LINEAGES: LazyLock<Vec<String>> = LazyLock::new(|| vec![LINEAGE.to_owned()]);
static PROVISIONS: LazyLock<Vec<String>> = LazyLock::new(|| data(&["law/ai-act-recitals.toml"]));
static PARAMETERS: LazyLock<Vec<String>> = LazyLock::new(|| data(&["law/parameters.toml"]));
static READINGS: LazyLock<Vec<String>> = LazyLock::new(|| data(&["law/readings.toml"]));
static CALENDARS: LazyLock<Vec<String>> = LazyLock::new(|| data(&["calendars/institutions.toml"]));

fn day() -> impl Strategy<Value = Date> {
    (2023_i16..2040, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

#[test]
fn the_files_that_are_mutated_are_valid_to_begin_with() {
    for file in PROVIDER_FILES.iter() {
        let (read, findings) = provider("adhere.toml", file, Readings::FIRST);
        assert!(read.is_some() && findings.diagnostics.is_empty(), "{}\n{file}", told(&findings));
    }
    for file in MODEL_FILES.iter() {
        let (read, findings) = model("model.toml", file);
        assert!(read.is_some() && !findings.has_errors(), "{}\n{file}", told(&findings));
    }
    assert!(shipped::law().is_ok() && read_lineage(LINEAGE));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_at_all_is_answered_by_every_parser(text in anything(), day in day()) {
        read_both(&text, &text, day)?;
        read_code(&text, &text);
        read_law([&text; 4]);
    }

    #[test]
    fn mutated_provider_folders_are_answered_and_assessed(
        provider_text in mutated(&PROVIDER_FILES),
        model_text in mutated(&MODEL_FILES),
        index in any::<prop::sample::Index>(),
        day in day(),
    ) {
        read_both(&provider_text, index.get::<String>(&MODEL_FILES[..]), day)?;
        read_both(index.get::<String>(&PROVIDER_FILES[..]), &model_text, day)?;
    }

    #[test]
    fn mutated_codes_are_answered(manifest in mutated(&MANIFESTS), chapter in mutated(&CHAPTERS)) {
        read_code(&manifest, &CHAPTERS[1]);
        read_code(&MANIFESTS[1], &chapter);
    }

    #[test]
    fn mutated_lineages_are_answered(lineage in mutated(&LINEAGES), text in anything()) {
        read_lineage(&lineage);
        read_lineage(&text);
    }

    #[test]
    fn mutated_law_is_answered(
        provisions in mutated(&PROVISIONS),
        parameters in mutated(&PARAMETERS),
        readings in mutated(&READINGS),
        calendars in mutated(&CALENDARS),
    ) {
        read_law([&provisions, &PARAMETERS[0], &READINGS[0], &CALENDARS[0]]);
        read_law([&PROVISIONS[0], &parameters, &READINGS[0], &CALENDARS[0]]);
        read_law([&PROVISIONS[0], &PARAMETERS[0], &readings, &calendars]);
    }

    #[test]
    fn bytes_on_disk_are_read_as_text_or_refused(bytes in vec(any::<u8>(), 0..300)) {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(&bytes).unwrap();
        let without_mark = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        match read_text(file.path()) {
            Ok(text) => prop_assert_eq!(text.as_bytes(), without_mark),
            Err(_) => prop_assert!(bytes.contains(&0) || std::str::from_utf8(&bytes).is_err()),
        }
    }

    #[test]
    fn a_figure_reads_back_as_it_is_shown(operations in any::<u128>(), digits in 0_u128..1000, power in 0_u32..35) {
        let short = digits.saturating_mul(10_u128.pow(power));
        for compute in [Compute::new(operations), Compute::new(short)] {
            let shown = compute.to_string();
            prop_assert_eq!(Compute::parse(&shown), Ok(compute));
            let file = format!("[model]\nname = \"x\"\ntraining-compute = \"{shown}\"\n");
            let read = model("model.toml", &file).0.unwrap();
            prop_assert_eq!(read.facts.training.reported, Some(compute));
        }
    }

    #[test]
    fn any_text_is_a_figure_or_is_refused(text in "[0-9eE.^×x* _+-]{0,24}|\\PC{0,24}") {
        if let Ok(compute) = Compute::parse(&text) {
            prop_assert_eq!(Compute::parse(&compute.to_string()), Ok(compute));
        }
    }
}
