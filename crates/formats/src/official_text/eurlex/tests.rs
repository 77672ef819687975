use adhere_domain::law::official_text::EditionKind;
use jiff::civil::date;

use crate::official_text::{SourceForm, Told, import};

/// Written for this test after the dialect of EUR-Lex's consolidated texts: no such file was at hand.
const CONSOLIDATED: &str = r#"<!DOCTYPE html><html lang="en"><body>
<p class="reference">02024R1689 — EN — 27.07.2026 — 001.001</p>
<div class="eli-container"><div class="eli-main-title" id="tit_1"><p class="title-doc-first">REGULATION (EU) 2024/1689</p></div>
<div id="cpt_V"><p class="title-division-1">CHAPTER V</p><div class="eli-title" id="cpt_V.tit_1"><p class="title-division-2">MODELS</p></div>
<div class="eli-subdivision" id="art_56"><p class="title-article-norm">Article 56</p>
<div class="eli-title"><p class="stitle-article-norm">Codes of practice</p></div>
<div class="norm"><span class="no-parag">1.&nbsp;&nbsp;</span><div class="norm inline-element">One shall:</div>
<div class="grid-container grid-list"><div class="list grid-list-column-1"><span>(a)&nbsp;</span></div>
<div class="grid-list-column-2"><p class="norm">do this;</p></div></div></div>
<p class="modref"><a href="x">▼M1</a></p>
<div class="norm"><span class="no-parag">6.&nbsp;&nbsp;</span><div class="norm inline-element">New words.</div></div>
</div></div></div></body></html>"#;

#[test]
fn a_consolidated_text_has_paragraphs_points_and_a_day() {
    let import = import("consolidated.html", CONSOLIDATED, &Told::default()).unwrap();
    let edition = &import.edition;
    assert_eq!((import.form, edition.kind), (SourceForm::Consolidated, EditionKind::Consolidated));
    assert_eq!((edition.act.as_str(), edition.language.as_str()), ("32024R1689", "en"));
    assert_eq!(edition.from, date(2026, 7, 27));
    let units: Vec<String> = edition
        .units
        .iter()
        .map(|unit| format!("{} | {} | {} | {}", unit.id, unit.label, unit.heading, unit.text))
        .collect();
    assert_eq!(
        units,
        [
            "title |  | REGULATION (EU) 2024/1689 | ",
            "chp_V | CHAPTER V | MODELS | ",
            "art_56 | Article 56 | Codes of practice | ",
            "art_56__para_1 | 1. |  | One shall:",
            "art_56__para_1__point_a | (a) |  | do this;",
            "art_56__para_6 | 6. |  | New words.",
        ]
    );
}
