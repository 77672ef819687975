//! Official text as imported: complete, word for word, with the ids that the shipped law uses.

use std::collections::BTreeSet;
use std::fs;

use adhere_domain::law::corpus::Standing;
use adhere_domain::law::official_text::{Dated, Edition, put_together};
use adhere_domain::redline::reads_same;
use adhere_formats::official_text::{Counts, Import, SourceForm, Told, counts, import};
use adhere_formats::shipped;
use adhere_testing::shared_data;
use jiff::civil::date;
use serde_json::Value;

fn read(name: &str) -> Import {
    let text = fs::read_to_string(shared_data().join("law").join(name)).unwrap();
    import(name, &text, &Told::default()).unwrap()
}

const ENGLISH: &str = "32024R1689.en.oj.html";
const DUTCH: &str = "32024R1689.nl.oj.html";
const HAND_COPY: &str = "02024R1689-20260727.en.selected.md";
const AMENDMENTS: &str = "32026R1744.nl.pe-cons-30-26.json";

#[test]
fn the_official_journal_is_read_whole_in_both_languages() {
    for (name, language) in [(ENGLISH, "en"), (DUTCH, "nl")] {
        let import = read(name);
        let Counts { recitals, articles, annexes, .. } = counts(&import.edition.units);
        assert_eq!((recitals, articles, annexes), (180, 113, 13), "{name}");
        let edition = &import.edition;
        assert_eq!((edition.act.as_str(), edition.language.as_str()), ("32024R1689", language));
        assert_eq!((import.form, edition.from), (SourceForm::OfficialJournal, date(2024, 8, 1)));
        assert_eq!(edition.standing, Standing::OfficialCopy);
        // The masthead's foot is all that has no place in the act.
        let left_out: Vec<&str> = import.left_out.iter().map(|left_out| left_out.what.as_str()).collect();
        assert_eq!(left_out.len(), 2, "{left_out:?}");
        let ids: BTreeSet<&str> = edition.units.iter().map(|unit| unit.id.as_str()).collect();
        assert_eq!(ids.len(), edition.units.len(), "no id occurs twice");
        assert_eq!(ids.iter().filter(|id| id.starts_with("note_")).count(), 58, "{name}");
    }
}

/// All words of an element and of what lies within it, in order, as the file has them.
fn words_of(edition: &Edition, id: &str) -> String {
    let inside = |unit: &&adhere_domain::law::official_text::Unit| {
        let rest = unit.id.as_str().strip_prefix(id);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("__"))
    };
    let texts = edition.units.iter().filter(inside).map(|unit| {
        // A paragraph's number is part of the text; that of a whole provision is its title.
        let label = if unit.id.as_str() == id { "" } else { unit.label.as_str() };
        format!("{label} {}", unit.text)
    });
    texts.collect::<Vec<_>>().join(" ")
}

fn blocks_of(blocks: &Value) -> String {
    let block = |block: &Value| match (block.get("t"), block.get("n")) {
        (Some(text), _) => text.as_str().unwrap().to_owned(),
        (None, number) => format!("{} {}", number.and_then(Value::as_str).unwrap_or(""), blocks_of(&block["b"])),
    };
    blocks.as_array().unwrap().iter().map(block).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_article_recital_and_annex_has_the_words_of_the_parsed_copy() {
    let import = read(ENGLISH);
    let copy: Value =
        serde_json::from_str(&fs::read_to_string(shared_data().join("law/32024R1689.en.oj.json")).unwrap()).unwrap();
    let mut compared = 0;
    let mut differ = Vec::new();
    let mut check = |id: String, expected: String| {
        compared += 1;
        let found = words_of(&import.edition, &id);
        let plain = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        if plain(&found) != plain(&expected) {
            differ.push(format!("{id}\n  found    {found}\n  expected {expected}"));
        }
    };
    for recital in copy["recitals"].as_array().unwrap() {
        check(format!("rec_{}", recital["number"]), recital["text"].as_str().unwrap().to_owned());
    }
    for article in copy["articles"].as_array().unwrap() {
        for paragraph in article["paragraphs"].as_array().unwrap() {
            let id = format!("art_{}", article["number"]);
            let id = match paragraph["num"].as_str() {
                Some(number) => format!("{id}__para_{number}"),
                None => id,
            };
            check(id, blocks_of(&paragraph["blocks"]));
        }
    }
    assert!(differ.is_empty(), "{} of {compared} differ:\n{}", differ.len(), differ.join("\n"));
    assert!(compared > 180 + 500, "{compared}");
}

#[test]
fn slips_of_the_official_journal_are_kept() {
    let edition = read(ENGLISH).edition;
    let heading = |id: &str| edition.units.iter().find(|unit| unit.id.as_str() == id).unwrap().heading.clone();
    assert_eq!(heading("art_1"), "Subject matter`");
    assert!(heading("art_111").contains("on the marked"));
    assert!(words_of(&edition, "art_41__para_1").contains("may adopt, implementing acts"));
    assert!(words_of(&edition, "art_101__para_1").contains("shall also into account commitments"));
}

#[test]
fn every_provision_of_the_shipped_law_has_official_text_of_2024_or_came_later() {
    let law = shipped::law().unwrap();
    let edition = read(ENGLISH).edition;
    let ids: BTreeSet<&str> = edition.units.iter().map(|unit| unit.id.as_str()).collect();
    let first = date(2024, 8, 1);
    let act = law.corpus.acts.first().unwrap();
    for (id, provision) in &act.provisions {
        let is_old = provision.versions.iter().any(|version| version.from == first);
        assert_eq!(ids.contains(id.as_str()), is_old, "{id}");
    }
}

fn in_force<'a>(units: &'a [Dated<'_>], id: &str, on: jiff::civil::Date) -> Vec<&'a Dated<'a>> {
    units.iter().filter(|dated| dated.unit.id.as_str() == id && dated.is_in_force(on)).collect()
}

#[test]
fn the_amended_text_ends_the_text_of_2024_the_day_before() {
    let law = shipped::law().unwrap();
    let (before, after) = (date(2026, 7, 26), date(2026, 7, 27));
    for (original, amended) in [(ENGLISH, HAND_COPY), (DUTCH, AMENDMENTS)] {
        let editions = [read(original).edition, read(amended).edition];
        let units = put_together(&editions, law.corpus.acts.first());
        for (id, on, edition) in [
            ("art_50__para_7", before, Some(0)),
            ("art_50__para_7", after, Some(1)),
            ("art_56__para_6__subpara_1", before, Some(0)),
            ("art_56__para_6__subpara_2", before, Some(0)),
            ("art_56__para_6__subpara_1", after, None),
            ("art_56__para_6__subpara_2", after, None),
            ("art_56__para_6", after, Some(1)),
            ("art_56__para_5", after, Some(0)),
            ("art_95__para_4", before, Some(0)),
            ("art_95__para_4", after, Some(1)),
            ("art_113__point_d", before, None),
            ("art_113__point_d", after, Some(1)),
            ("rec_117", after, Some(0)),
            ("art_113", after, Some(0)),
        ] {
            let found = in_force(&units, id, on);
            let found: Vec<usize> = found.iter().map(|dated| dated.edition).collect();
            assert_eq!(found, Vec::from_iter(edition), "{amended} {id} {on}");
        }
    }
}

#[test]
fn without_the_amended_text_the_law_itself_says_when_text_ended() {
    let law = shipped::law().unwrap();
    let editions = [read(ENGLISH).edition];
    let units = put_together(&editions, law.corpus.acts.first());
    let after = date(2026, 7, 27);
    assert!(in_force(&units, "art_56__para_6__subpara_2", after).is_empty());
    assert!(in_force(&units, "art_75__para_1", after).is_empty());
    assert_eq!(in_force(&units, "art_75__para_3", after).len(), 1);
}

#[test]
fn every_amendment_is_placed_and_no_unit_is_twice_in_force() {
    let import = read(AMENDMENTS);
    assert_eq!(import.left_out, []);
    assert_eq!(import.edition.standing, Standing::HandCopy);
    let editions = [read(DUTCH).edition, import.edition];
    let units = put_together(&editions, None);
    for on in [date(2026, 7, 26), date(2026, 7, 27)] {
        let ids: Vec<&str> =
            units.iter().filter(|dated| dated.is_in_force(on)).map(|dated| dated.unit.id.as_str()).collect();
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len(), "{on}");
    }
    let after = date(2026, 7, 27);
    let number = |id: &str| in_force(&units, id, after).len();
    for id in [
        "art_3__point_14a",
        "art_4a",
        "art_5__para_1__point_ba",
        "art_75a__para_1",
        "art_75d",
        "art_75__para_1e",
        "anx_XIV",
    ] {
        assert_eq!(number(id), 1, "{id}");
    }
    for id in ["art_10__para_5", "anx_I__sec_A__point_1", "anx_VIII__sec_B__point_7", "anx_VIII__sec_B__point_9"] {
        assert_eq!(number(id), 0, "{id}");
    }
    // What the whole replacement of an annex repeats keeps its day.
    assert_eq!(in_force(&units, "anx_VIII__sec_A__point_7", after).len(), 1);
}

#[test]
fn descriptions_in_a_hand_copy_are_no_text() {
    let import = read(HAND_COPY);
    assert_eq!(import.edition.standing, Standing::HandCopy);
    let ids: Vec<&str> = import.edition.units.iter().map(|unit| unit.id.as_str()).collect();
    for id in
        ["art_3__point_14a", "art_40__para_2", "art_75a", "art_75b", "art_97__para_2", "art_112__para_7", "rec_41"]
    {
        assert!(!ids.iter().any(|known| known.starts_with(id)), "{id}");
    }
    for (reason, what) in [
        ("description", "Article 3, new"),
        ("description", "Article 40(2),"),
        ("description", "Articles 75a–75d"),
        ("incomplete", "Article 97(2) "),
        ("remark", "(OJ 2024 text:"),
        ("other-act", "Recital (41) o"),
    ] {
        let is_there = import.left_out.iter().any(|left| left.reason.id() == reason && left.what.starts_with(what));
        assert!(is_there, "{reason} {what}");
    }
    // The unchanged paragraphs of the copy read as in the Official Journal.
    let original = read(ENGLISH).edition;
    assert!(reads_same(&words_of(&original, "art_56__para_4"), &words_of(&import.edition, "art_56__para_4")));
}

#[test]
fn files_that_are_no_official_text_are_refused() {
    let english = fs::read_to_string(shared_data().join("law").join(ENGLISH)).unwrap();
    let half: String = english.chars().take(english.len() / 2).collect();
    for (text, rule) in [
        ("", "official-text-unknown"),
        ("hello", "official-text-unknown"),
        ("{}", "official-text-not-amendments"),
        ("<html><body><p>Hello</p></body></html>", "official-text-not-eurlex"),
        ("<html><body><div id=\"art_1\"></div></body></html>", "official-text-unsaid"),
        (half.as_str(), "official-text-truncated"),
    ] {
        let findings = import("file", text, &Told::default()).unwrap_err();
        assert_eq!(findings.diagnostics[0].rule, rule, "{text:.60}");
    }
}

mod random {
    use std::sync::LazyLock;

    use adhere_domain::law::comparison::{Found, compare};
    use adhere_formats::secondary_text::passages;
    use proptest::prelude::*;

    use super::{DUTCH, Edition, Told, date, import, put_together, read};

    static DUTCH_TEXT: LazyLock<[Edition; 1]> = LazyLock::new(|| [read(DUTCH).edition]);

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn official_text_is_found_and_identical(place in 0_usize..100_000) {
            let units = put_together(DUTCH_TEXT.as_slice(), None);
            // A shorter line that ends no sentence is taken for a heading.
            let is_long = |unit: &str| unit.split_whitespace().count() > 12;
            let enacted: Vec<usize> = (0..units.len())
                .filter(|at| units[*at].unit.id.as_str().starts_with("art_") && is_long(&units[*at].unit.text))
                .collect();
            let unit = units[enacted[place % enacted.len()]].unit;
            let passages = passages(&unit.text);
            let comparison = compare(&passages, &units, Some(&unit.id), date(2025, 1, 1));
            let identical = comparison.rows.iter().any(|row| {
                matches!(&row.found, Found::InLaw(found) if found.is_identical())
            });
            prop_assert!(identical, "{} {comparison:?}", unit.id);
        }

        #[test]
        fn no_text_makes_a_reader_panic(text in "(<[a-z]{1,5}( id=\"(art|rct|anx)_[0-9]\")?>|</[a-z]{1,5}>|[(][a-z][)] |[0-9]{1,2}[.] |[*] |#|\n|\\PC){0,60}") {
            let _ = import("x", &text, &Told::default());
            let _ = import("x", &format!("<html><div id=\"art_1\">{text}</html>"), &Told::default());
            let _ = import("x", &format!("# 02024R1689-20260727 (EN)\n## Article 1\n{text}"), &Told::default());
            let _ = passages(&text);
        }
    }
}
