//! The difference of two versions of a code, as text and as a page.

use std::io::Write;

use adhere_domain::codes::code::Code;
use adhere_domain::codes::difference::{AttributeChange, Difference, PartChange, PartFate, PartKind};
use adhere_domain::redline::{Change, Piece, Redline};
use anyhow::Result;
use askama::Template;

use super::full::STYLE;
use crate::words::Words;

/// A difference, ready to print.
pub(crate) struct DifferenceView {
    pub(crate) title: String,
    pub(crate) counts: Vec<String>,
    pub(crate) remarks: Vec<String>,
    pub(crate) parts: Vec<PartView>,
}

/// A part, ready to print.
pub(crate) struct PartView {
    pub(crate) anchor: String,
    pub(crate) fate: &'static str,
    pub(crate) fate_text: String,
    pub(crate) ids: String,
    pub(crate) title: Vec<PieceView>,
    pub(crate) paragraphs: Vec<Vec<PieceView>>,
    pub(crate) attributes: Vec<AttributeView>,
    pub(crate) notes: Vec<String>,
}

/// Attributes of one kind, ready to print.
pub(crate) struct AttributeView {
    pub(crate) key: &'static str,
    pub(crate) removed: String,
    pub(crate) added: String,
}

/// Words that share a fate, ready to print.
pub(crate) struct PieceView {
    pub(crate) change: &'static str,
    pub(crate) text: String,
    /// What is put before and after the words in text.
    marks: (&'static str, &'static str),
}

#[derive(Template)]
#[template(path = "difference.txt", escape = "none")]
struct TextReport<'a> {
    view: &'a DifferenceView,
    words: &'a Words,
}

#[derive(Template)]
#[template(path = "difference.html")]
struct Page<'a> {
    view: &'a DifferenceView,
    words: &'a Words,
    style: &'static str,
}

/// Marks of changed words where there is no colour, as `wdiff` writes them.
const PLAIN: [(&str, &str); 2] = [("[-", "-]"), ("{+", "+}")];
/// Marks of changed words on a terminal: red struck through, green underlined.
const STYLED: [(&str, &str); 2] = [("\u{1b}[31;9m", "\u{1b}[0m"), ("\u{1b}[32;4m", "\u{1b}[0m")];

/// Writes the difference as text.
pub(crate) fn write_text(
    versions: (&Code, &Code),
    difference: &Difference,
    all: bool,
    styled: bool,
    words: &Words,
    out: &mut dyn Write,
) -> Result<()> {
    let marks = if styled { &STYLED } else { &PLAIN };
    let view = view(versions, difference, all, marks, words);
    Ok(writeln!(out, "{}", TextReport { view: &view, words }.render()?)?)
}

/// Writes the difference as a page.
pub(crate) fn write_html(
    versions: (&Code, &Code),
    difference: &Difference,
    all: bool,
    words: &Words,
    out: &mut dyn Write,
) -> Result<()> {
    let view = view(versions, difference, all, &PLAIN, words);
    Ok(out.write_all(Page { view: &view, words, style: STYLE }.render()?.as_bytes())?)
}

/// What changed, for a page.
pub(crate) fn page_view(versions: (&Code, &Code), difference: &Difference, words: &Words) -> DifferenceView {
    view(versions, difference, false, &PLAIN, words)
}

fn view(
    (old, new): (&Code, &Code),
    difference: &Difference,
    all: bool,
    marks: &[(&'static str, &'static str); 2],
    words: &Words,
) -> DifferenceView {
    let version = |code: &Code| format!("{}@{}", code.id, code.version).into();
    let title = words.with("difference-title", &[("old", version(old)), ("new", version(new))]);
    let counts = PartKind::ALL.into_iter().map(|kind| counts(kind, (old, new), difference, words)).collect();
    let remark = (!difference.texts_compared).then(|| words.text("difference-texts-not-compared"));
    let left_out = difference.left_out.iter().map(|change| left_out(change, words));
    let shown = difference.parts.iter().filter(|part| all || part.fate != PartFate::Unchanged);
    DifferenceView {
        title,
        counts,
        remarks: remark.into_iter().chain(left_out).collect(),
        parts: shown.map(|part| part_view(part, marks, words)).collect(),
    }
}

fn counts(kind: PartKind, (old, new): (&Code, &Code), difference: &Difference, words: &Words) -> String {
    let number = |code: &Code| match kind {
        PartKind::Commitment => code.commitments().count(),
        PartKind::Measure => code.measures().count(),
    };
    let fates = PartFate::ALL.into_iter().map(|fate| (fate, difference.count(kind, fate))).filter(|(_, n)| *n > 0);
    let fates: Vec<String> =
        fates.map(|(fate, count)| format!("{count} {}", words.text(&format!("fate-{}", fate.id())))).collect();
    let values = [("old", number(old).into()), ("new", number(new).into()), ("fates", fates.join(", ").into())];
    words.with(&format!("difference-{}", kind.id()), &values)
}

fn left_out(change: &AttributeChange, words: &Words) -> String {
    let join = |items: &[String]| if items.is_empty() { "—".to_owned() } else { items.join(", ") };
    let values = [("removed", join(&change.removed).into()), ("added", join(&change.added).into())];
    words.with("difference-left-out", &values)
}

fn part_view(part: &PartChange, marks: &[(&'static str, &'static str); 2], words: &Words) -> PartView {
    let old: Vec<&str> = part.old.iter().map(adhere_domain::codes::id::PartId::as_str).collect();
    let new = part.new.as_ref().map(adhere_domain::codes::id::PartId::as_str);
    let ids = match (old.as_slice(), new) {
        ([], Some(new)) => new.to_owned(),
        ([same], Some(new)) if *same == new => new.to_owned(),
        (old, new) => format!("{} → {}", old.join(" + "), new.unwrap_or("—")),
    };
    // A part whose title alone is known is not shown as one long removal or addition.
    let text = part.text.as_ref().filter(|text| !text.is_unchanged());
    PartView {
        anchor: new.or(old.first().copied()).unwrap_or_default().to_owned(),
        fate: part.fate.id(),
        fate_text: words.text(&format!("fate-{}", part.fate.id())),
        ids,
        title: pieces(&part.title.pieces, marks),
        paragraphs: text.map_or_else(Vec::new, |text| paragraphs(text, marks)),
        attributes: part.attributes.iter().map(attribute).collect(),
        notes: part.notes.clone(),
    }
}

fn attribute(change: &AttributeChange) -> AttributeView {
    AttributeView { key: change.key, removed: change.removed.join(", "), added: change.added.join(", ") }
}

fn pieces(pieces: &[Piece], marks: &[(&'static str, &'static str); 2]) -> Vec<PieceView> {
    pieces.iter().map(|piece| piece_view(piece.change, piece.text.clone(), marks)).collect()
}

fn piece_view(change: Change, text: String, [removed, added]: &[(&'static str, &'static str); 2]) -> PieceView {
    match change {
        Change::Kept => PieceView { change: "kept", text, marks: ("", "") },
        Change::Removed => PieceView { change: "removed", text, marks: *removed },
        Change::Added => PieceView { change: "added", text, marks: *added },
    }
}

/// The pieces by paragraph.
fn paragraphs(redline: &Redline, marks: &[(&'static str, &'static str); 2]) -> Vec<Vec<PieceView>> {
    let mut paragraphs = vec![Vec::new()];
    for piece in &redline.pieces {
        for (index, text) in piece.text.split("\n\n").enumerate() {
            if index > 0 {
                paragraphs.push(Vec::new());
            }
            if let (false, Some(paragraph)) = (text.is_empty(), paragraphs.last_mut()) {
                paragraph.push(piece_view(piece.change, text.to_owned(), marks));
            }
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}
