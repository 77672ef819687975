//! Amendments as JSON: one record for each change that an act makes to another, with the new text.
//!
//! Records name what they change by article and anchor, such as `lid-1-b`; inserted numbers are written as the language
//! of the file writes them (`1 bis`, `75quater`) and become those of the element ids (`1a`, `75c`).

use adhere_domain::law::corpus::{ElementId, Standing};
use adhere_domain::law::official_text::{Edition, EditionKind, Ending, Part};
use jiff::civil::Date;
use serde::Deserialize;

use super::blocks::{Block, squeeze};
use super::placing::Placing;
use super::{Import, LeftOut, Reason, Refusal, SourceForm, Told};

#[derive(Deserialize)]
struct File {
    meta: Meta,
    amendments: Vec<Amendment>,
}

#[derive(Deserialize)]
struct Meta {
    document: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Amendment {
    seq: u32,
    #[serde(default)]
    sub: String,
    target: Target,
    operation: String,
    #[serde(default)]
    scope: Scope,
    #[serde(default)]
    new_content: Vec<Content>,
    #[serde(default)]
    new_items: Vec<Item>,
    #[serde(default)]
    new_paragraphs: Vec<Paragraph>,
    new_article: Option<Article>,
    new_annex: Option<Annex>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Target {
    Article(String),
    Annex(String),
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Scope {
    #[serde(default)]
    anchor: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Content {
    Text { text: String },
    Heading { text: String },
    List { items: Vec<Item> },
    Table { rows: Vec<Vec<String>> },
}

#[derive(Deserialize)]
struct Item {
    marker: String,
    content: Vec<Content>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Paragraph {
    number: Option<u32>,
    display_number: Option<String>,
    content: Vec<Content>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Article {
    display_number: String,
    title: String,
    paragraphs: Vec<Paragraph>,
}

#[derive(Deserialize)]
struct Annex {
    roman: String,
    title: String,
    content: Vec<Content>,
}

/// Reads a list of amendments to one act.
pub(super) fn read(text: &str, told: &Told) -> Result<Import, Refusal> {
    let file: File = serde_json::from_str(text).map_err(|error| Refusal::NotAmendments(error.to_string()))?;
    // An act of the Council and the Parliament that waits for publication names neither the act's number nor a day.
    let known = (file.meta.document == "PE-CONS 30/26").then_some(("32024R1689", jiff::civil::date(2026, 7, 27)));
    let act = told.act.clone().or_else(|| known.map(|(act, _)| act.to_owned())).ok_or(Refusal::Unsaid("its act"))?;
    let from: Option<Date> = told.from.or_else(|| known.map(|(_, day)| day));
    let language = told.language.clone().or_else(|| language(text)).ok_or(Refusal::Unsaid("its language"))?;
    let mut reader = Reader::default();
    for amendment in &file.amendments {
        reader.amendment(amendment);
    }
    let edition = Edition {
        act,
        language,
        kind: EditionKind::Amended,
        standing: told.standing.unwrap_or(Standing::HandCopy),
        from: from.ok_or(Refusal::Unsaid("since when it is in force"))?,
        units: reader.units(),
        ends: reader.ends,
    };
    Ok(Import { form: SourceForm::Amendments, edition, left_out: reader.left_out })
}

/// The language, by the word for the anchors of paragraphs.
fn language(text: &str) -> Option<String> {
    let known = [("\"lid-", "nl"), ("\"paragraph-", "en"), ("\"absatz-", "de"), ("\"paragraphe-", "fr")];
    known.into_iter().find(|(mark, _)| text.contains(mark)).map(|(_, code)| code.to_owned())
}

#[derive(Default)]
struct Reader {
    placed: Vec<Placing>,
    ends: Vec<Ending>,
    left_out: Vec<LeftOut>,
}

impl Reader {
    /// The units of all records; where two records give the same unit, the later one builds on the earlier.
    fn units(&mut self) -> Vec<adhere_domain::law::official_text::Unit> {
        let mut units: Vec<adhere_domain::law::official_text::Unit> = Vec::new();
        for placing in self.placed.drain(..) {
            let Some(first) = placing.units.first().map(|unit| unit.id.clone()) else { continue };
            units.retain(|unit| !first.contains(unit.id.as_str()));
            units.extend(placing.units);
        }
        units
    }

    fn amendment(&mut self, amendment: &Amendment) {
        let base = match &amendment.target {
            Target::Article(article) => format!("art_{}", numeral(article)),
            Target::Annex(annex) => format!("anx_{annex}"),
        };
        let anchor = amendment.scope.anchor.as_str();
        let done = match amendment.operation.as_str() {
            "delete" => place(&base, anchor).map(|(id, part)| self.end(&id, part)),
            "replace" | "insert" | "add" => self.changed(amendment, &base),
            _ => None,
        };
        if done.is_none() {
            let what = format!("{}{} → {base} {anchor}", amendment.seq, amendment.sub);
            self.left_out.push(LeftOut { what, reason: Reason::Unplaced });
        }
    }

    fn changed(&mut self, amendment: &Amendment, base: &str) -> Option<()> {
        if let Some(article) = &amendment.new_article {
            let id = format!("art_{}", numeral(&article.display_number));
            let mut placing = Placing::default();
            // A single paragraph without a number is the article's own text.
            let (numbered, loose): (Vec<_>, Vec<_>) =
                article.paragraphs.iter().partition(|p| paragraph_number(p).is_some());
            let loose: Vec<Block> = loose.iter().flat_map(|paragraph| blocks(&paragraph.content)).collect();
            placing.provision(&id, &article.display_number, &article.title, &loose);
            for paragraph in numbered {
                self::paragraph(&mut placing, &id, paragraph);
            }
            self.placed.push(placing);
        } else if let Some(annex) = &amendment.new_annex {
            let mut placing = Placing::default();
            placing.annex(&format!("anx_{}", annex.roman), &annex.roman, &annex.title, &blocks(&annex.content));
            self.placed.push(placing);
        } else if !amendment.new_items.is_empty() {
            let (sibling, _) = place(base, &amendment.scope.anchor)?;
            let (parent, _) = sibling.rsplit_once("__")?;
            for item in &amendment.new_items {
                let mut placing = Placing::default();
                let id = format!("{parent}__point_{}", numeral(&item.marker));
                placing.provision(&id, &item.marker, "", &blocks(&item.content));
                self.placed.push(placing);
            }
        } else if !amendment.new_paragraphs.is_empty() {
            if amendment.operation == "replace" {
                self.end(base, Part::Whole);
            }
            for paragraph in &amendment.new_paragraphs {
                let mut placing = Placing::default();
                self::paragraph(&mut placing, base, paragraph);
                self.placed.push(placing);
            }
        } else {
            return self.replaced(amendment, base);
        }
        Some(())
    }

    fn replaced(&mut self, amendment: &Amendment, base: &str) -> Option<()> {
        let anchor = amendment.scope.anchor.as_str();
        let blocks = blocks(&amendment.new_content);
        let mut placing = Placing::default();
        if anchor == "inhoud" {
            placing.annex(base, "", "", &blocks);
            // What is in an annex is replaced, and its title stays.
            placing.units.remove(0);
            let sections: Vec<String> = placing.units.iter().map(|unit| unit.id.to_string()).collect();
            sections.iter().filter(|id| id.matches("__").count() == 1).for_each(|id| self.end(id, Part::Whole));
            self.placed.extend(one_each(placing));
            return Some(());
        }
        let (id, part) = place(base, anchor)?;
        match (anchor, blocks.as_slice()) {
            // Without an anchor, and without paragraphs, it is the title that is replaced.
            ("", [Block::Text(title)]) => placing.unit(&id, "", title, ""),
            ("", _) => return None,
            (_, blocks) => placing.provision(&id, &label(anchor), "", blocks),
        }
        self.end(&id, part);
        self.placed.push(placing);
        Some(())
    }

    fn end(&mut self, id: &str, part: Part) {
        self.ends.extend(ElementId::parse(id).map(|id| Ending { id, part }));
    }
}

fn one_each(placing: Placing) -> Vec<Placing> {
    let mut sections: Vec<Placing> = Vec::new();
    for unit in placing.units {
        if unit.id.as_str().matches("__").count() == 1 || sections.is_empty() {
            sections.push(Placing::default());
        }
        if let Some(section) = sections.last_mut() {
            section.units.push(unit);
        }
    }
    sections
}

fn paragraph(placing: &mut Placing, base: &str, paragraph: &Paragraph) {
    let Some(number) = paragraph_number(paragraph) else {
        placing.provision(base, "", "", &blocks(&paragraph.content));
        return;
    };
    placing.provision(&format!("{base}__para_{number}"), &format!("{number}."), "", &blocks(&paragraph.content));
}

fn paragraph_number(paragraph: &Paragraph) -> Option<String> {
    let number = paragraph.display_number.as_deref().map(numeral);
    number.or_else(|| paragraph.number.map(|number| number.to_string()))
}

/// The element behind an anchor: `lid-1-b` is paragraph 1, point b; `aanhef` are the opening words; none is the title.
fn place(base: &str, anchor: &str) -> Option<(String, Part)> {
    let mut id = base.to_owned();
    let mut parts = anchor.split('-').filter(|part| !part.is_empty());
    match (parts.next(), parts.next()) {
        (None, _) => return Some((id, Part::Own)),
        (Some("lid"), Some(number)) => id = format!("{id}__para_{}", numeral(number)),
        (Some("punt"), Some(number)) => id = format!("{id}__point_{}", numeral(number)),
        _ => return None,
    }
    for part in parts {
        if part == "aanhef" {
            return Some((id, Part::Own));
        }
        id = format!("{id}__point_{}", numeral(part));
    }
    Some((id, Part::Whole))
}

/// The number of a replaced paragraph or point, as it is printed.
fn label(anchor: &str) -> String {
    match anchor.rsplit('-').next() {
        Some(number) if number.bytes().all(|b| b.is_ascii_digit()) => format!("{number}."),
        Some(letter) if letter != "aanhef" => format!("{letter})"),
        _ => String::new(),
    }
}

/// `1 bis` and `1bis` as `1a`, `b ter)` as `bb`.
fn numeral(text: &str) -> String {
    const LATIN: [(&str, char); 8] = [
        ("bis", 'a'),
        ("ter", 'b'),
        ("quater", 'c'),
        ("quinquies", 'd'),
        ("sexies", 'e'),
        ("septies", 'f'),
        ("octies", 'g'),
        ("nonies", 'h'),
    ];
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let latin = LATIN.into_iter().filter_map(|(word, letter)| plain.strip_suffix(word).map(|number| (number, letter)));
    latin.min_by_key(|(number, _)| number.len()).map_or(plain.clone(), |(number, letter)| format!("{number}{letter}"))
}

fn blocks(contents: &[Content]) -> Vec<Block> {
    let mut found = Vec::new();
    for content in contents {
        match content {
            Content::Text { text } => found.push(Block::Text(squeeze(text))),
            Content::Heading { text } => found.push(Block::Heading(squeeze(text))),
            Content::List { items } => {
                found.extend(items.iter().map(|item| Block::Item(item.marker.clone(), blocks(&item.content))));
            }
            Content::Table { rows } => {
                found.extend(rows.iter().map(|row| Block::Text(row.join(" | "))));
            }
        }
    }
    found
}
