//! Published codes: every line of the four files has a place, the final chapters have the shipped structure, and draft
//! 3 becomes a source that compiles.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use adhere_domain::codes::code::{Addressee, Code};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::redline::reads_same;
use adhere_formats::code_import::left::{RemarkKind, Why};
use adhere_formats::code_import::{ImportedCode, Manifest, import_code};
use adhere_formats::code_source::CodeSource;
use adhere_formats::code_text::{TextStanding, code_text, read_code_text};
use adhere_formats::published_code::published_code;
use adhere_formats::published_code::section::{NoteKind, PublishedCode, SectionKind};
use jiff::civil::date;

use crate::reference::{gpai, law, parse_code, shared_data, text, told};

pub(crate) const DRAFT: &str = "draft3_2025-03-11.md";
const CHAPTERS: [&str; 3] = [
    "transparency_chapter_FINAL_2025-07-10.md",
    "copyright_chapter_FINAL_2025-07-10.md",
    "safety_and_security_chapter_FINAL_2025-07-10.md",
];

fn published(names: &[&str]) -> PublishedCode {
    let texts: Vec<String> = names.iter().map(|name| text(&shared_data("code").join(name))).collect();
    let files: Vec<(&str, &str)> = names.iter().zip(&texts).map(|(name, text)| (*name, text.as_str())).collect();
    published_code(&files)
}

pub(crate) fn manifest() -> Manifest {
    let id = |text| PartId::parse(text).unwrap();
    let profile = Profile::ALL.iter().find(|(_, name)| *name == "aia-56").unwrap().0;
    let (title, source) = ("Third draft".to_owned(), "a copy".to_owned());
    Manifest { id: id("gpai"), version: id("2025-03-11"), title, published: date(2025, 3, 11), profile, source }
}

static DRAFT_PUBLISHED: LazyLock<PublishedCode> = LazyLock::new(|| published(&[DRAFT]));
static DRAFT_IMPORTED: LazyLock<ImportedCode> =
    LazyLock::new(|| import_code(&DRAFT_PUBLISHED, &manifest(), &law().corpus).unwrap());

/// Draft 3 through import and compiler.
pub(crate) fn draft() -> Code {
    let CodeSource { code, .. } =
        parse_code(&DRAFT_IMPORTED.files, &law().corpus).unwrap_or_else(|found| panic!("{}", told(&found)));
    code
}

/// How many sections claim each byte that is no white space: one, for all of them.
pub(crate) fn claims(code: &PublishedCode) -> Vec<(usize, usize)> {
    let mut claims: Vec<Vec<u8>> = code.files.iter().map(|file| vec![0; file.text.len()]).collect();
    for section in &code.sections {
        for range in section.ranges() {
            claims[section.file][range].iter_mut().for_each(|claim| *claim += 1);
        }
    }
    let blank = |file: usize, at: usize| code.files[file].text.as_bytes()[at].is_ascii_whitespace();
    let of_file = claims.iter().enumerate().flat_map(|(file, claims)| {
        let wrong =
            claims.iter().enumerate().filter(move |(at, claim)| **claim != 1 && !(**claim == 0 && blank(file, *at)));
        wrong.map(move |(at, _)| (file, at))
    });
    of_file.collect()
}

/// The same for placed sections and those left over.
pub(crate) fn unaccounted(code: &PublishedCode, imported: &ImportedCode) -> Vec<usize> {
    let left = |index: usize| imported.left.iter().filter(|left| left.section == index).count();
    let placed = |index: usize| imported.placed.iter().filter(|placed| **placed == index).count();
    let is_blank = |index: usize| {
        let section = &code.sections[index];
        section.heading.is_empty() && code.text(section).is_empty()
    };
    (0..code.sections.len()).filter(|index| left(*index) + placed(*index) != 1 && !is_blank(*index)).collect()
}

#[test]
fn every_line_of_the_four_files_is_in_one_section() {
    for name in CHAPTERS.iter().chain([&DRAFT]) {
        assert_eq!(claims(&published(&[name])), [], "{name}");
    }
}

#[test]
fn sections_are_what_they_are() {
    let count = |code: &PublishedCode| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for section in &code.sections {
            let kind = match &section.kind {
                SectionKind::Note(note) => format!("note-{}", note.id()),
                other => format!("{other:?}").split('(').next().unwrap().to_lowercase(),
            };
            *counts.entry(kind).or_default() += 1;
        }
        counts.into_iter().map(|(kind, count)| format!("{kind} {count}")).collect::<Vec<_>>().join(", ")
    };
    let counts = CHAPTERS.iter().chain([&DRAFT]).map(|name| format!("{name}: {}", count(&published(&[name]))));
    crate::reference::assert_text("published_sections", &counts.collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_final_chapters_give_text_to_all_commitments_and_measures() {
    let text = code_text(&published(&CHAPTERS), &gpai(), "en", &[TextStanding::NearVerbatim]);
    assert_eq!(text.missing, Vec::<String>::new());
    let is_structural = |id: &str| id.contains(".C") || id.contains(".M");
    assert_eq!(text.parts.iter().filter(|part| is_structural(&part.id)).count(), 12 + 40);
    for id in
        ["T.OBJ.1", "C.REC.3", "S.OBJ.A", "S.REC.a", "S.REC.j", "S.APP.3.5", "S.APP.1.2.1", "S.GLO", "S.GLO.near-miss"]
    {
        assert!(text.part(id).is_some_and(|part| !part.text.is_empty()), "{id}");
    }
    assert!(text.part("S.M9.3").unwrap().text.contains("not later than 60 days"));
    assert_eq!(
        text.part("S.C9").unwrap().legal_text.as_deref(),
        Some("LEGAL TEXT: Article 55(1), and recitals 114 and 115 AI Act")
    );
    assert!(text.part("C.C1").unwrap().legal_text.as_deref().unwrap().contains("53(1)(c)"));
    let left: Vec<String> =
        text.unmatched.iter().map(|it| format!("{}:{}-{} {}: {}", it.file, it.from, it.to, it.why, it.title)).collect();
    crate::reference::assert_text("code_text_unmatched", &left.join("\n"));
}

#[test]
fn a_text_reads_back_as_it_was_written() {
    let standings = [TextStanding::NearVerbatim, TextStanding::NearVerbatim, TextStanding::HandCopy];
    let written = code_text(&published(&CHAPTERS), &gpai(), "en", &standings);
    assert_eq!(written.file(written.part("S.C9").unwrap()).unwrap().standing, TextStanding::HandCopy);
    let json = written.to_json().unwrap();
    assert_eq!(read_code_text("text.json", &json).unwrap(), written);
    for other in ["", "{}", "[", &json.replace("adhere-code-text/1", "adhere-code-text/9")] {
        assert!(read_code_text("text.json", other).unwrap_err().has_errors());
    }
}

#[test]
fn text_with_another_number_or_title_is_listed_and_never_taken() {
    let text = |heading: &str| {
        let file = format!(
            "# Code of Practice — Copyright Chapter\n## Commitment 1 Copyright policy\nThey commit.\n{heading}\nDo.\n"
        );
        code_text(&published_code(&[("c.md", &file)]), &gpai(), "en", &[])
    };
    let other_title = text("### Measure 1.1 Something else");
    assert_eq!(other_title.unmatched[0].why, "title-differs");
    assert!(other_title.unmatched[0].expected.as_deref().unwrap().starts_with("Draw up"));
    assert_eq!(text("### Measure 1.9 Something else").unmatched[0].why, "number-unknown");
    assert_eq!(other_title.missing.len(), 12 + 40 - 1);
}

#[test]
fn importing_the_final_chapters_gives_the_ids_that_ship() {
    let published = published(&CHAPTERS);
    let imported = import_code(&published, &manifest(), &law().corpus).unwrap();
    let CodeSource { code, .. } =
        parse_code(&imported.files, &law().corpus).unwrap_or_else(|found| panic!("{}", told(&found)));
    let parts = |code: &Code| {
        let commitments = code.commitments().map(|(_, it)| (it.id.to_string(), it.binds));
        let measures = code.measures().map(|(_, of, it)| (it.id.to_string(), of.binds));
        commitments.chain(measures).collect::<Vec<_>>()
    };
    assert_eq!(parts(&code), parts(&gpai()));
    assert_eq!(unaccounted(&published, &imported), Vec::<usize>::new());
}

#[test]
fn draft_3_becomes_a_source_that_compiles() {
    let code = draft();
    let chapters: Vec<(&str, &str, usize)> =
        code.chapters.iter().map(|it| (it.id.as_str(), it.title.as_str(), it.commitments.len())).collect();
    assert_eq!(chapters, [("T", "Transparency", 1), ("C", "Copyright", 1), ("S", "Safety and Security", 16)]);
    let headings =
        text(&shared_data("code").join(DRAFT)).lines().filter(|line| line.starts_with("##### Measure ")).count();
    assert_eq!((code.commitments().count(), code.measures().count()), (18, headings));
    for (_, commitment) in code.commitments() {
        let general = commitment.id.as_str().starts_with("C.I.");
        assert_eq!(commitment.binds == Addressee::GeneralPurpose, general, "{}", commitment.id);
        assert_eq!(commitment.binds == Addressee::SystemicRisk, !general, "{}", commitment.id);
        assert!(!commitment.covers.is_empty(), "{}", commitment.id);
    }
    let incidents = code.commitments().find(|(_, it)| it.id.as_str() == "C.II.12").unwrap().1;
    assert_eq!(incidents.covers.iter().map(ToString::to_string).collect::<Vec<_>>(), ["art_55__para_1__point_c"]);
    assert_eq!(incidents.measures.last().unwrap().id.as_str(), "M.II.12.4");
}

#[test]
fn the_text_of_draft_3_survives_import_and_compiler() {
    let code = draft();
    let measures = code.measures().map(|(_, _, it)| (it.id.as_str(), &it.title, &it.summary)).collect::<Vec<_>>();
    let commitments = code.commitments().map(|(_, it)| (it.id.as_str(), &it.title, &it.summary)).collect::<Vec<_>>();
    let mut compared = 0;
    for section in &DRAFT_PUBLISHED.sections {
        let (parts, id) = match &section.kind {
            SectionKind::Commitment(number) => (&commitments, format!("C.{number}")),
            SectionKind::Measure(number) => (&measures, format!("M.{number}")),
            _ => continue,
        };
        let (_, title, body) = parts.iter().find(|(known, ..)| *known == id).unwrap();
        assert!(reads_same(&section.title, title), "{id}: {title}");
        let published = DRAFT_PUBLISHED.text(section);
        // The body of a commitment begins with its legal text.
        let body = if id.starts_with('C') { body.split_once("\n\n").map_or("", |(_, rest)| rest) } else { body };
        assert!(!published.is_empty() && reads_same(&published, body), "{id}");
        compared += 1;
    }
    assert_eq!(compared, code.measures().count() + 18);
}

#[test]
fn what_draft_3_has_beside_its_measures_is_listed() {
    assert_eq!(unaccounted(&DRAFT_PUBLISHED, &DRAFT_IMPORTED), Vec::<usize>::new());
    let count = |why: Why| DRAFT_IMPORTED.left.iter().filter(|left| left.why == why).count();
    assert_eq!(count(Why::Note(NoteKind::Summary)), 18, "commitments that the summary repeats");
    assert_eq!(count(Why::Unsafe) + count(Why::NumberTwice) + count(Why::NoCommitment), 0);
    // Titles are facts; the words of what has no title stay out of the snapshot.
    let left = DRAFT_IMPORTED.left.iter().map(|left| {
        let title = &DRAFT_PUBLISHED.sections[left.section].title;
        let may = left.may_belong_to.as_ref().map_or_else(String::new, |part| format!(" ({part}?)"));
        format!("{}-{} {}: {title}{may}", left.lines.0, left.lines.1, left.why.id())
    });
    crate::reference::assert_text("draft_left", &left.collect::<Vec<_>>().join("\n"));
    let remarks = DRAFT_IMPORTED.remarks.iter().map(|it| format!("{} {} {}", it.line, it.part, it.kind.id()));
    crate::reference::assert_text("draft_remarks", &remarks.collect::<Vec<_>>().join("\n"));
    let kinds = |kind: RemarkKind| DRAFT_IMPORTED.remarks.iter().filter(|it| it.kind == kind).count();
    assert_eq!((kinds(RemarkKind::NoCovers), kinds(RemarkKind::AssumedBinds)), (0, 0));
    assert!(kinds(RemarkKind::Period) > 20);
}
