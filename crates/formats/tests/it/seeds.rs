//! Five documents from the web held against the official text: what a lawyer found in them, the program finds by itself.

use std::fs;
use std::path::Path;

use adhere_domain::law::comparison::{Found, Numbering, compare};
use adhere_domain::law::official_text::{Edition, put_together};
use adhere_domain::redline::{Change, Redline};
use adhere_formats::official_text::{Told, import};
use adhere_formats::secondary_text::passages;
use adhere_formats::shipped;
use adhere_testing::{shared_data, shared_seeds};
use jiff::civil::date;

/// Official text as a user has it: the Official Journal and what is there of the amendment.
fn editions(language: &str) -> Vec<Edition> {
    let amended = match language {
        "nl" => "32026R1744.nl.pe-cons-30-26.json".to_owned(),
        other => format!("02024R1689-20260727.{other}.selected.md"),
    };
    let read = |name: &str| {
        let path = shared_data().join("law").join(name);
        import(name, &fs::read_to_string(&path).unwrap(), &Told::default()).unwrap().edition
    };
    vec![read(&format!("32024R1689.{language}.oj.html")), read(&amended)]
}

fn seed(number: &str) -> String {
    let mut files = fs::read_dir(shared_seeds()).unwrap().map(|entry| entry.unwrap().path());
    let named = |path: &Path| path.file_name().unwrap().to_string_lossy().starts_with(number);
    fs::read_to_string(files.find(|path| named(path)).unwrap()).unwrap()
}

/// What was found, a line for each row: the beginning of the passage, then what was found of it, then the word diff.
struct Seen {
    scope: String,
    rows: Vec<(String, String)>,
    missing: Vec<String>,
}

impl Seen {
    /// What was found of the passage that begins or goes on so.
    fn of(&self, words: &str) -> &str {
        let row = self.rows.iter().find(|(text, _)| text.contains(words));
        &row.unwrap_or_else(|| panic!("no passage has `{words}`")).1
    }

    #[track_caller]
    fn check(&self, words: &str, expected: &[&str]) {
        for part in expected {
            assert!(self.of(words).contains(part), "`{words}` is not `{part}` but: {}", self.of(words));
        }
    }
}

fn compared(number: &str, language: &str) -> Seen {
    let editions = editions(language);
    let law = shipped::law().unwrap();
    let units = put_together(&editions, law.corpus.acts.first());
    let passages = passages(&seed(number));
    let comparison = compare(&passages, &units, None, date(2026, 11, 22));
    let id = |place: &usize| units[*place].unit.id.to_string();
    let mut rows = Vec::new();
    for row in &comparison.rows {
        let text: Vec<&str> = row.passages.iter().map(|place| passages[*place].text.as_str()).collect();
        let told = match &row.found {
            Found::NotCompared(skip) => format!("not compared: {}", skip.id()),
            Found::NotInLaw { names, .. } => {
                format!("not in the law, names {}", names.as_ref().map_or_else(String::new, id))
            }
            Found::InLaw(found) => {
                let wording = if found.is_identical() { "identical" } else { "reworded" };
                let units: Vec<String> = found.units.iter().map(id).collect();
                let numbers: Vec<String> = found.numbering.iter().map(numbering).collect();
                let conditions: Vec<&str> = found.conditions.iter().map(|condition| condition.id()).collect();
                let outdated = found.outdated.as_ref().map_or_else(String::new, |outdated| {
                    let now: Vec<String> = outdated.now.iter().map(id).collect();
                    format!("outdated since {}, now [{}]", outdated.since, now.join(" "))
                });
                let (units, numbers, conditions) = (units.join(" "), numbers.join(" "), conditions.join(" "));
                format!("{wording} [{units}] [{numbers}] [{conditions}] {outdated} {}", marked(&found.redline))
            }
        };
        rows.push((text.join(" "), told));
    }
    let missing = comparison.missing.iter().map(id).collect();
    Seen { scope: comparison.scope.unwrap().to_string(), rows, missing }
}

fn numbering(numbering: &Numbering) -> String {
    match numbering {
        Numbering::Same => "same".to_owned(),
        Numbering::Changed { from, to } => format!("{from}→{to}"),
        Numbering::Lost { from } => format!("{from}→"),
        Numbering::NotShown => "not shown".to_owned(),
    }
}

fn marked(redline: &Redline) -> String {
    let piece = |piece: &adhere_domain::redline::Piece| match piece.change {
        Change::Kept => piece.text.clone(),
        Change::Removed => format!("[-{}-]", piece.text.trim()),
        Change::Added => format!("{{+{}+}}", piece.text.trim()),
    };
    redline.pieces.iter().map(piece).collect()
}

#[test]
fn seed_000_article_56_of_a_site_that_made_up_yearly_dates() {
    let seen = compared("000", "en");
    assert_eq!(seen.scope, "art_56");
    // §§ 1–5: identical words; points (a)–(d) shown as 1–4.
    seen.check(
        "The AI Office shall encourage and facilitate the drawing up",
        &["identical [art_56__para_1] [same] [] "],
    );
    seen.check("shall aim to ensure that the codes of practice cover", &["identical [art_56__para_2] [same]"]);
    for (words, point, number) in [
        ("the means to ensure that the information", "a", "(a)→1."),
        ("the adequate level of detail", "b", "(b)→2."),
        ("the identification of the type and nature", "c", "(c)→3."),
        ("the measures, procedures and modalities", "d", "(d)→4."),
    ] {
        seen.check(words, &[&format!("identical [art_56__para_2__point_{point}] [{number}]")]);
    }
    seen.check("as well as relevant national competent authorities", &["identical [art_56__para_3] [same]"]);
    seen.check("clearly set out their specific objectives", &["identical [art_56__para_4] [same]"]);
    seen.check("participants to the codes of practice report regularly", &["identical [art_56__para_5] [same]"]);
    // § 6: identical to the text of 2024, outdated.
    seen.check(
        "shall regularly monitor and evaluate the achievement of the objectives of",
        &["identical [art_56__para_6__subpara_1] [same]", "outdated since 2026-07-27, now [art_56__para_6]"],
    );
    // § 7 is the second subparagraph of 6: its own paragraph by mistake, deleted since.
    seen.check(
        "approve a code of practice and give it a general validity",
        &["identical [art_56__para_6__subpara_2] [6.→7.]", "outdated since 2026-07-27, now []"],
    );
    seen.check("to adhere to the codes of practice", &["identical [art_56__para_7] [7.→8.]"]);
    seen.check(
        "review and adaptation",
        &["reworded [art_56__para_8] [8.→9.]", "assist in[-the assessment of-]{+assessing+} available standards"],
    );
    seen.check(
        "Codes of practice shall be ready",
        &[
            "reworded [art_56__para_9__subpara_1] [9.→10.]",
            "at[-the latest-]{+least+} by[-2-] May[-2025-]{+2nd each year (or earlier if needed)+}",
            "take[-the-] necessary steps[-,-] including",
        ],
    );
    seen.check(
        "If by August 2nd each year",
        &[
            "reworded [art_56__para_9__subpara_2]",
            "[-2-] August[-2025,-]{+2nd each year+}",
            "an office",
            "[-, including the issues set out in paragraph 2 of this Article.-]",
        ],
    );
    // Invented, both of them.
    seen.check("If by June each year", &["not in the law"]);
    seen.check("data privacy laws", &["not in the law"]);
    // Recital 120 is about something else.
    seen.check("Obligation to identify systemic risks for AI models and intermediary services", &["not in the law"]);
    assert_eq!(seen.missing, Vec::<String>::new());
}

#[test]
fn seed_001_tells_about_the_law_and_has_none_of_its_text() {
    let seen = compared("001", "en");
    assert_eq!(seen.scope, "art_56");
    for words in [
        "practical compliance presumption",
        "Practical safe harbour",
        "the burden of proof shifts to the provider",
        "The Commission may approve a code as a common specification",
        "The hierarchy is",
        "without revealing trade secrets",
        "AI Office investigation powers",
        "Notified bodies, deployers, and regulators may expect",
    ] {
        seen.check(words, &["not in the law"]);
    }
    assert!(seen.rows.iter().all(|(_, told)| !told.starts_with("identical") && !told.starts_with("reworded")));
    assert_eq!(seen.missing.len(), 14);
}

#[test]
fn seed_002_is_the_dutch_text_of_2024_and_outdated_in_paragraph_6() {
    let seen = compared("002", "nl");
    assert_eq!(seen.scope, "art_56");
    let told: Vec<&(String, String)> = seen.rows.iter().filter(|(_, told)| !told.starts_with("not compared")).collect();
    assert_eq!(told.len(), 13, "nine paragraphs and four points");
    for (text, told) in told {
        assert!(told.starts_with("identical "), "{text}: {told}");
        assert!(!told.contains('→'), "{text}: {told}");
        let is_six = told.contains("[art_56__para_6__subpara_1 art_56__para_6__subpara_2]");
        assert_eq!(told.contains("outdated since 2026-07-27, now [art_56__para_6]"), is_six, "{text}: {told}");
    }
    seen.check("algemene geldigheid", &["outdated since 2026-07-27"]);
    assert_eq!(seen.missing, Vec::<String>::new());
}

#[test]
fn seed_003_is_recital_117_with_relations_that_the_law_does_not_make() {
    let seen = compared("003", "en");
    assert_eq!(seen.scope, "rec_117");
    seen.check("The codes of practice should represent a central tool", &["identical [rec_117] [not shown] [] "]);
    for (words, article) in [
        ("Obligations of providers of high-risk AI systems", "art_16"),
        ("Presumption of conformity with requirements relating to notified bodies", "art_32"),
        ("Harmonised standards and standardisation deliverables", "art_40"),
        ("Article 56: Codes of practice", "art_56"),
    ] {
        seen.check(words, &[&format!("not in the law, names {article}")]);
    }
    seen.check("Cookies", &["not compared: link"]);
    seen.check("Contact Us", &["not compared: heading"]);
}

#[test]
fn seed_004_is_article_95_shortened_with_a_false_note() {
    let seen = compared("004", "en");
    assert_eq!(seen.scope, "art_95");
    // The site's own summary.
    seen.check("encourage the promotion of the development of voluntary codes", &["not in the law"]);
    seen.check("other than high-risk AI systems", &["identical [art_95__para_1]"]);
    seen.check("This article does not explicitly mention", &["not in the law"]);
    seen.check("on the basis of clear objectives", &["identical [art_95__para_2] [same]"]);
    seen.check("Union ethical guidelines", &["identical [art_95__para_2__point_a] [(a)→]"]);
    seen.check(
        "energy-efficient programming",
        &[
            "reworded [art_95__para_2__point_b] [(b)→]",
            "[-minimising-]{+minimizing+}",
            "for[-the-] efficient design[-,-] training[-and-] use[-of AI-]",
        ],
    );
    seen.check(
        "promoting AI literacy",
        &[
            "reworded [art_95__para_2__point_c] [(c)→]",
            "dealing with[-the-] development[-,-] operation[-and-] use[-of AI-]",
        ],
    );
    seen.check(
        "facilitating an inclusive",
        &[
            "reworded [art_95__para_2__point_d] [(d)→]",
            "through[-the establishment of-]{+establishing+}",
            "{+, promoting+}",
        ],
    );
    seen.check(
        "negative impacts",
        &["reworded [art_95__para_2__point_e] [(e)→]", "[-of vulnerable persons-]", "[-as regards-] accessibility"],
    );
    seen.check(
        "or by both parties",
        &[
            "reworded [art_95__para_3] [same 3.→4.] [split]",
            "by both{+parties+}",
            "[-and their representative organisations-]",
            "[-taking into account the-]{+based on+} similarity",
            "[-purpose of the relevant systems-]",
        ],
    );
    seen.check(
        "particularly start-ups",
        &[
            "reworded [art_95__para_4] [4.→5.]",
            "[-including-]{+particularly+} start-ups",
            "outdated since 2026-07-27, now [art_95__para_4]",
        ],
    );
    assert_eq!(seen.missing, Vec::<String>::new());
}
