use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::law::corpus::Corpus;
use jiff::civil::date;

use super::left::{RemarkKind, Why};
use super::periods::periods;
use super::{ImportedCode, Manifest, import_code};
use crate::code_source::{CodeFiles, code};
use crate::diagnostic::Findings;
use crate::published_code::published_code;

fn corpus() -> Corpus {
    crate::shipped::law().unwrap().corpus
}

fn manifest() -> Manifest {
    let id = |text| PartId::parse(text).unwrap();
    let (title, source) = ("A \"Code\"".to_owned(), "a test\\".to_owned());
    Manifest { id: id("x"), version: id("1"), title, published: date(2025, 3, 11), profile: Profile::ALL[0].0, source }
}

fn import(text: &str) -> ImportedCode {
    import_code(&published_code(&[("code.md", text)]), &manifest(), &corpus()).unwrap()
}

fn parsed(imported: &ImportedCode) -> Result<adhere_domain::codes::code::Code, Findings> {
    let files: Vec<(&str, &str)> = imported.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    code(&CodeFiles { manifest: files[0], named: files[1..].to_vec() }, &corpus()).map(|source| source.code)
}

const HEAD: &str =
    "# Code of Practice — Safety Chapter\n## Commitment 1 It\nLEGAL TEXT: Article 55(1) AI Act\n\nThey commit.\n";

#[test]
fn what_is_written_is_read_again() {
    let code = parsed(&import(&format!("{HEAD}### Measure 1.1 *First* [one]\n- a list\n- of two\n"))).unwrap();
    assert_eq!((code.title.as_str(), code.source.as_str()), ("A \"Code\"", "a test\\"));
    let (chapter, commitment, measure) = code.measures().next().unwrap();
    assert_eq!((chapter.id.as_str(), chapter.title.as_str()), ("S", "Safety"));
    assert_eq!((commitment.id.as_str(), commitment.title.as_str()), ("S.C1", "It"));
    assert_eq!(commitment.summary, "LEGAL TEXT: Article 55(1) AI Act\n\nThey commit.");
    assert_eq!((measure.id.as_str(), measure.title.as_str()), ("S.M1.1", "First [one]"));
    assert_eq!(measure.summary, "- a list\n- of two");
}

#[test]
fn text_that_would_swallow_what_follows_is_left_out_and_listed() {
    for body in ["> # quoted heading", "<!-- a comment", "- # in a list", "<pre>\n\nopen"] {
        let imported = import(&format!("{HEAD}### Measure 1.1 First\n{body}\n"));
        assert_eq!(imported.left.iter().map(|left| left.why).collect::<Vec<_>>(), [Why::Unsafe], "{body}");
        assert!(parsed(&imported).is_ok(), "{body}");
    }
}

#[test]
fn a_number_that_comes_twice_is_listed() {
    let imported = import(&format!("{HEAD}### Measure 1.1 First\nDo.\n### Measure 1.1 Again\nDo more.\n"));
    assert_eq!(imported.left.iter().map(|left| left.why).collect::<Vec<_>>(), [Why::NumberTwice]);
    assert!(parsed(&imported).is_ok());
}

#[test]
fn what_a_program_cannot_know_is_remarked() {
    let imported =
        import("# Code of Practice\n## Commitment 1 It\nUnder Article 999.\n### Measure 1.1 First\nWithin 14 days.\n");
    let kinds: Vec<_> = imported.remarks.iter().map(|remark| (remark.kind, remark.line)).collect();
    let expected = [
        (RemarkKind::UnknownProvision, 3),
        (RemarkKind::AssumedBinds, 2),
        (RemarkKind::NoCovers, 4),
        (RemarkKind::Period, 5),
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn a_text_without_commitments_is_no_code() {
    assert!(import_code(&published_code(&[("x.md", "# Title\ntext")]), &manifest(), &corpus()).is_none());
}

#[test]
fn periods_are_found_as_they_are_written() {
    let found =
        |text: &'static str| periods(text).into_iter().map(|at| text.get(at).unwrap()).collect::<Vec<_>>().join(" | ");
    for (text, periods) in [
        ("within 14 days of", "14 days"),
        ("no later than five business days", "five business days"),
        ("every six months", "six months"),
        ("a six-month period", "six-month"),
        ("every year, and at least annually", "every year | annually"),
        ("Article 14 and days", ""),
        ("4 weeks after and 36 months", "4 weeks | 36 months"),
    ] {
        assert_eq!(found(text), periods, "{text}");
    }
}
