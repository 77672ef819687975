//! Whatever the Markdown: nothing of it is lost, and what is written as source is read again as it was.

use std::sync::LazyLock;

use adhere_domain::law::corpus::Corpus;
use adhere_domain::redline::reads_same;
use adhere_formats::citation::citations;
use adhere_formats::code_import::import_code;
use adhere_formats::code_text::{code_text, read_code_text};
use adhere_formats::published_code::published_code;
use adhere_formats::published_code::section::SectionKind;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::published::{DRAFT, claims, manifest, unaccounted};
use crate::reference::{gpai, law, parse_code, shared_data, text, told};

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| law().corpus);

const PIECES: [&str; 60] = [
    "# Code of Practice — Safety Chapter\n",
    "# SECTION summary\n",
    "# SECTION safety-security\n",
    "## Part II: Copyright Chapter -- Detailed\n",
    "### II. Commitments by Providers of Models with Systemic Risk\n",
    "## Commitment 1 Title\n",
    "## Commitment 1: *Title* with [marks](x) & {#id}\n",
    "#### Commitment II.1. Title: with a colon\n",
    "## Commitment 2\n",
    "Commitment 3 Setext\n===\n",
    "Commitment 4 in\ntwo lines\n---\n",
    "### Measure 1.1 Title\n",
    "### Measure 1.1 Title again\n",
    "##### Measure II.1.1. Title `code` <b>\n",
    "### Measure 9.99999999999999999999999999999999999999999999999999999999999999999999 Long\n",
    "##### LEGAL TEXT\n",
    "LEGAL TEXT: Articles 53(1)(a), 55(1) and 56(2)(d) AI Act\n",
    "**Legal basis:** Article 53(1)(c) AI Act and Annex XI\n",
    "Article 55(1)(b) and (c), and recital 110 AI Act\n",
    "Under Article 999(1) of Regulation (EU) 2024/1689\n",
    "## Objectives\n",
    "## Recitals\n",
    "### Recitals for the Safety Section\n",
    "(a) a recital\n",
    "A. an objective\n",
    "1. numbered\n",
    "## Glossary\n",
    "**‘term’** — meaning\n",
    "## Appendices\n",
    "### Appendix 1.2 Title\n",
    "##### Summary of changes from the draft\n",
    "##### Potential material for future Recital\n",
    "### Something unknown\n",
    "Signatories shall act within 14 days.\n",
    "every six months\n",
    "\n",
    "\n\n",
    "\r\n",
    "- item\n",
    "* item\n",
    "+ item\n",
    "    indented\n",
    "  two\n",
    "> quoted\n",
    "> # Commitment 7 quoted\n",
    "- # Measure 7.1 in a list\n",
    "```\n",
    "~~~ x\n",
    "<!-- comment\n",
    "-->\n",
    "<pre>\n",
    "<div>\n",
    "[ref]: /url\n",
    "---\n",
    "===\n",
    "\\",
    "\t",
    "é 𝕏 \u{200b}\u{feff}",
    "#\n",
    "words without a line break ",
];

fn markdown() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => vec(select(&PIECES[..]), 0..30).prop_map(|pieces| pieces.concat()),
        1 => "(?s).{0,200}",
    ]
}

/// A stretch of draft 3 with something cut out and something put in.
fn damaged() -> impl Strategy<Value = String> {
    static LINES: LazyLock<Vec<String>> =
        LazyLock::new(|| text(&shared_data("code").join(DRAFT)).split_inclusive('\n').map(str::to_owned).collect());
    let index = any::<prop::sample::Index>;
    (index(), 0..60_usize, index(), select(&PIECES[..])).prop_map(|(from, length, at, piece)| {
        let from = from.index(LINES.len());
        let mut text: String = LINES.iter().skip(from).take(length).map(String::as_str).collect();
        let mut at = at.index(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, piece);
        text
    })
}

fn check(texts: &[&str]) -> Result<(), TestCaseError> {
    let files: Vec<(&str, &str)> = ["one.md", "two.md"].into_iter().zip(texts.iter().copied()).collect();
    let published = published_code(&files);
    prop_assert_eq!(claims(&published), []);
    let written = code_text(&published, &gpai_code(), "en", &[]);
    prop_assert_eq!(&read_code_text("text.json", &written.to_json().unwrap()).unwrap(), &written);
    let Some(imported) = import_code(&published, &manifest(), &CORPUS) else {
        return Ok(());
    };
    prop_assert_eq!(unaccounted(&published, &imported), Vec::<usize>::new());
    let code = match parse_code(&imported.files, &CORPUS) {
        Ok(source) => source.code,
        Err(findings) => {
            // What covers what is not invented: that alone may be missing.
            let all_known = findings.diagnostics.iter().all(|diagnostic| diagnostic.rule == "covers-missing");
            prop_assert!(all_known, "{}\n{:?}", told(&findings), imported.files);
            return Ok(());
        }
    };
    prop_assert_eq!((code.commitments().count(), code.measures().count()), (imported.commitments, imported.measures));
    let mut placed = imported.placed.iter().map(|index| &published.sections[*index]).collect::<Vec<_>>();
    placed.retain(|section| matches!(section.kind, SectionKind::Measure(_)));
    for section in placed {
        let body = published.text(section);
        let found = code.measures().any(|(_, _, measure)| reads_same(&measure.summary, &body));
        prop_assert!(found, "{body:?} is no measure's text\n{:?}", imported.files);
    }
    Ok(())
}

fn gpai_code() -> adhere_domain::codes::code::Code {
    static CODE: LazyLock<adhere_domain::codes::code::Code> = LazyLock::new(gpai);
    CODE.clone()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_any_markdown_is_lost(one in markdown(), two in markdown()) {
        check(&[&one])?;
        check(&[&one, &two])?;
    }

    #[test]
    fn nothing_of_a_damaged_draft_is_lost(text in damaged()) {
        check(&[&text])?;
    }

    #[test]
    fn citations_lie_in_their_text(text in "(?s)((Articles?|Annex|recitals|points?) ?|[(][a-z0-9]{1,3}[)]|[0-9]{1,4}|[XIV]+|, | and | to |–|.){0,40}") {
        for citation in citations(&text) {
            prop_assert!(text.get(citation.span.clone()).is_some());
        }
    }
}
