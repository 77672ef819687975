//! What ships parses without findings and agrees with the reference data.

use std::collections::BTreeMap;

use adhere_domain::codes::coverage::{Coverage, coverage, gaps};
use adhere_domain::law::readings::{ReadingId, Readings};
use adhere_formats::code_source::CodeSource;
use adhere_formats::provider_folder::read_folder;
use adhere_formats::shipped;

use crate::reference::{code_files, gpai, json, law, parse_code, repository, told};

#[test]
fn shipped_codes_parse_without_findings() {
    let corpus = law().corpus;
    for folder in ["gpai", "conduct-template"] {
        let files = code_files(folder);
        assert!(files.len() > 1, "{folder} has chapters");
        match parse_code(&files, &corpus) {
            Ok(CodeSource { code, findings, .. }) => {
                assert!(findings.diagnostics.is_empty(), "{folder}: {}", told(&findings));
                assert_eq!(
                    code.chapters.len() + code.lineages.len() + usize::from(code.indicators.is_some()),
                    files.len() - 1,
                    "{folder}: a part for each file"
                );
            }
            Err(findings) => panic!("{folder}: {}", told(&findings)),
        }
    }
}

#[test]
fn the_codes_in_the_program_are_the_files_of_the_repository() {
    let law = law();
    let built_in = shipped::codes(&law.corpus).unwrap_or_else(|findings| panic!("{}", told(&findings)));
    let names: Vec<&str> = built_in.iter().map(|shipped| shipped.source.code.id.as_str()).collect();
    assert_eq!(names, ["conduct-template", "gpai"]);
    for shipped in &built_in {
        let code = &shipped.source.code;
        let read = parse_code(&code_files(code.id.as_str()), &law.corpus).unwrap();
        assert_eq!(&read.code, code);
    }
}

#[test]
fn examples_parse_without_findings() {
    for name in ["openai", "apertus", "meta"] {
        let folder = repository("examples").join(name);
        match read_folder(&folder, Readings::FIRST) {
            Ok(read) => {
                assert!(read.findings.diagnostics.is_empty(), "{name}: {}", told(&read.findings));
                assert!(!read.undertaking.models.is_empty(), "{name} has models");
            }
            Err(findings) => panic!("{name}: {}", told(&findings)),
        }
    }
}

#[test]
fn the_code_of_practice_has_three_chapters_twelve_commitments_and_forty_measures() {
    let gpai = gpai();
    assert_eq!(gpai.chapters.len(), 3);
    assert_eq!(gpai.commitments().count(), 12);
    assert_eq!(gpai.measures().count(), 40);
    let of_chapter = |id: &str| {
        let chapter = gpai.chapters.iter().find(|chapter| chapter.id.as_str() == id).unwrap();
        let measures: usize = chapter.commitments.iter().map(|commitment| commitment.measures.len()).sum();
        (chapter.commitments.len(), measures)
    };
    assert_eq!([of_chapter("T"), of_chapter("C"), of_chapter("S")], [(1, 3), (1, 5), (10, 32)]);
}

#[test]
fn ids_and_titles_of_the_code_are_the_published_ones() {
    let reference = json("code/commitments_and_measures.json");
    let rows = reference.as_array().unwrap().iter();
    let published: BTreeMap<String, (String, String)> = rows
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            (text("id"), (text("title"), text("commitment")))
        })
        .collect();
    let gpai = gpai();
    let mut ours = BTreeMap::new();
    for (chapter, commitment) in gpai.commitments() {
        assert!(commitment.id.as_str().starts_with(&format!("{}.", chapter.id)));
        ours.insert(commitment.id.to_string(), (commitment.title.clone(), String::new()));
    }
    for (_, commitment, measure) in gpai.measures() {
        ours.insert(measure.id.to_string(), (measure.title.clone(), commitment.id.to_string()));
    }
    assert_eq!(ours, published);
}

#[test]
fn the_code_of_practice_openly_leaves_out_the_summary_of_training_content() {
    let gpai = gpai();
    let rows = coverage(&gpai);
    let row = rows.iter().find(|row| row.requirement.element == "art_53__para_1__point_d").unwrap();
    assert!(matches!(row.status, Coverage::LeftOut(reason) if reason.contains("template")), "{row:?}");
    assert_eq!(gaps(&rows).count(), 0, "what the law asks for is covered or openly left out");
}

#[test]
fn shipped_readings_are_the_first_of_every_question() {
    let law = law();
    let asked: Vec<ReadingId> = law.reading_texts.iter().map(|text| text.id).collect();
    assert_eq!(asked, ReadingId::ALL);
    assert_eq!(law.readings, Readings::FIRST);
}
