use super::published_code;
use super::section::{PublishedCode, SectionKind};

/// Each section with its kind, title, lines and parent, one on a line.
fn outline(code: &PublishedCode) -> String {
    let line = |section: &super::Section| {
        let kind = match &section.kind {
            SectionKind::Note(note) => format!("note {}", note.id()),
            SectionKind::Division(_) => "division".to_owned(),
            SectionKind::Title(_) => "title".to_owned(),
            other => format!("{other:?}").replace("(\"", " ").replace("\")", "").to_lowercase(),
        };
        let parent = section.parent.and_then(|parent| code.sections.get(parent));
        let parent = parent.map_or_else(String::new, |parent| format!(" < {}", parent.title));
        format!("{kind}: {} | {}{parent}", section.title, code.text(section).replace('\n', "/"))
    };
    code.sections.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn read(text: &str) -> String {
    outline(&published_code(&[("code.md", text)]))
}

#[test]
fn commitments_and_measures_are_known_by_their_words_at_any_level() {
    let text = "# Code of Practice — Safety Chapter\n## Commitment 1 Framework\nLEGAL TEXT: Article 55(1)\n\nThey commit.\n### Measure 1.1: Creating it\nThey create.\n##### Measure 1.2. Using it\nThey use.";
    let told = "title: Code of Practice — Safety Chapter | \n\
                commitment 1: Framework | They commit.\n\
                legaltext:  | LEGAL TEXT: Article 55(1) < Framework\n\
                measure 1.1: Creating it | They create. < Framework\n\
                measure 1.2: Using it | They use. < Framework";
    assert_eq!(read(text), told);
}

#[test]
fn text_below_the_legal_text_is_the_commitments() {
    let text = "#### Commitment II.1: Framework\n##### LEGAL TEXT\nArticle 55(1)\nThey commit.\n##### Potential material for future Recital\nMaybe.";
    let told = "commitment ii.1: Framework | They commit.\n\
                legaltext: LEGAL TEXT | Article 55(1) < Framework\n\
                note recital-material: Potential material for future Recital | Maybe. < Framework";
    assert_eq!(read(text), told);
}

#[test]
fn a_commitment_without_measures_that_comes_again_is_a_summary() {
    let text = "# SECTION summary\n## Commitment I.1. It\nShort.\n# SECTION one\n## Commitment I.1 It\nLong.\n### Measure I.1.1 First\nDo.";
    let told = read(text);
    assert!(told.contains("note summary: It | Short."), "{told}");
    assert!(told.contains("commitment i.1: It | Long."), "{told}");
}

#[test]
fn recitals_objectives_and_terms_are_parts_of_their_own() {
    let text = "## Objectives\nOf the Code:\n\nA. First\n\nB. Second\n## Recitals\nWhereas:\n\n(a) One.\n\n    (i) inside\n\n(b) Two.\n## Glossary\nTerms:\n\n**‘near miss’** — almost";
    let told = "objectives: Objectives | Of the Code:\n\
                objective a:  | A. First < Objectives\n\
                objective b:  | B. Second < Objectives\n\
                recitals: Recitals | Whereas:\n\
                recital a:  | (a) One.//    (i) inside < Recitals\n\
                recital b:  | (b) Two. < Recitals\n\
                glossary: Glossary | Terms:\n\
                term: near miss | **‘near miss’** — almost < Glossary";
    assert_eq!(read(text), told);
}

#[test]
fn appendices_keep_their_tree_and_headings_in_quotations_are_text() {
    let text = "## Appendix 1 Risks\n### Appendix 1.2 Nature\n> # Commitment 9 quoted\n### Something else\n";
    let told = "appendix 1: Risks | \n\
                appendix 1.2: Nature | > # Commitment 9 quoted < Risks\n\
                unplaced: Something else |  < Nature";
    assert_eq!(read(text), told);
}

#[test]
fn what_only_looks_like_a_number_is_no_part() {
    for title in
        ["Commitment", "Commitment one", "Measure I", "Measure 1.2a Title", "Measures 1.1 to 1.3", "Commitment 1..2 x"]
    {
        let told = read(&format!("## {title}\ntext"));
        assert!(told.starts_with("unplaced"), "{told}");
    }
}
