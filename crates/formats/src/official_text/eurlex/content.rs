//! What the elements of EUR-Lex hold: texts without the calls of footnotes, and lists out of tables.

use super::{Block, Element, Node, is_label, label_id, squeeze};

/// The blocks within an element.
pub(super) fn blocks(element: &Element) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut loose = String::new();
    for node in &element.children {
        match node {
            Node::Text(text) => loose.push_str(text),
            Node::Element(child) if is_inline(child) => inline(child, &mut loose),
            Node::Element(child) => {
                flush(&mut loose, &mut blocks);
                blocks.extend(blocks_of(child));
            }
        }
    }
    flush(&mut loose, &mut blocks);
    blocks
}

/// The blocks that an element is.
pub(super) fn blocks_of(element: &Element) -> Vec<Block> {
    match element.name.as_str() {
        "p" | "span" | "a" => paragraph(element),
        "table" => rows(element).into_iter().flat_map(row).collect(),
        "hr" | "br" | "col" | "colgroup" | "img" | "script" | "style" => Vec::new(),
        _ if element.has_class("modref") || element.has_class("arrow") => Vec::new(),
        _ => numbered_pair(element).unwrap_or_else(|| blocks(element)),
    }
}

fn paragraph(element: &Element) -> Vec<Block> {
    let text = text(element);
    if text.is_empty() || element.has_class("modref") || element.has_class("arrow") {
        return Vec::new();
    }
    let is_heading = ["ti-grseq-1", "title-gr-seq-level-1"].iter().any(|class| element.has_class(class));
    vec![if is_heading { Block::Heading(text) } else { Block::Text(text) }]
}

/// A pair of elements of which the first holds a number alone is an item of a list.
fn numbered_pair(element: &Element) -> Option<Vec<Block>> {
    let mut children = element.elements();
    let (first, second) = (children.next()?, children.next()?);
    let label = text(first);
    if !is_label(&label) {
        return None;
    }
    let mut held = if second.name == "p" { blocks_of(second) } else { blocks(second) };
    held.extend(children.flat_map(blocks_of));
    Some(vec![Block::Item(label, held)])
}

/// The rows of a table, each with its cells; rows of tables within belong to those.
fn rows(table: &Element) -> Vec<Vec<&Element>> {
    let mut rows = Vec::new();
    table.find(&|element| element.name == "tr", &mut rows);
    let is_cell = |cell: &&Element| matches!(cell.name.as_str(), "td" | "th");
    rows.into_iter().map(|row| row.elements().filter(is_cell).collect()).collect()
}

fn row(cells: Vec<&Element>) -> Vec<Block> {
    let mut cells: Vec<&Element> = cells;
    // Indentation is made of empty cells.
    while cells.first().is_some_and(|cell| text(cell).is_empty()) {
        cells.remove(0);
    }
    match cells.as_slice() {
        [] => Vec::new(),
        [only] => blocks(only),
        [first, second] if is_label(&text(first)) => vec![Block::Item(text(first), blocks(second))],
        _ => {
            let texts: Vec<String> = cells.iter().map(|cell| text(cell)).collect();
            vec![Block::Text(texts.join(" | "))]
        }
    }
}

/// The number of a paragraph of an article: from its id, `056.006`, or in consolidated texts from its first words.
pub(super) fn paragraph_number(element: &Element, article: &str) -> Option<String> {
    let by_id = element.id.split_once('.').filter(|(before, _)| before.trim_start_matches('0') == article);
    if let Some((_, number)) = by_id.filter(|(before, _)| before.len() >= 3) {
        let number = number.trim_start_matches('0');
        return number.bytes().all(|b| b.is_ascii_alphanumeric()).then(|| number.to_owned()).filter(|n| !n.is_empty());
    }
    let first = element.elements().next().filter(|first| first.has_class("no-parag"))?;
    let number = label_id(&text(first));
    (!number.is_empty() && number.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(number)
}

/// The text of an element in one line, without the calls of footnotes.
pub(super) fn text(element: &Element) -> String {
    let mut found = String::new();
    inline(element, &mut found);
    squeeze(&found)
}

/// The text of an element in one line, with everything.
pub(super) fn whole_text(element: &Element) -> String {
    let mut found = String::new();
    element.children.iter().for_each(|node| match node {
        Node::Text(text) => found.push_str(text),
        Node::Element(child) => found.push_str(&whole_text(child)),
    });
    squeeze(&found)
}

fn inline(element: &Element, found: &mut String) {
    // A call of a footnote stands before the mark that follows the word: no space is left there.
    if element.id.starts_with("ntc") {
        found.truncate(found.trim_end().len());
        return;
    }
    for node in &element.children {
        match node {
            Node::Text(text) => found.push_str(text),
            Node::Element(child) if is_inline(child) => inline(child, found),
            Node::Element(child) if child.has_class("modref") || child.has_class("arrow") => {}
            Node::Element(child) => {
                found.push(' ');
                inline(child, found);
                found.push(' ');
            }
        }
    }
}

fn is_inline(element: &Element) -> bool {
    matches!(element.name.as_str(), "a" | "span" | "i" | "b" | "em" | "strong" | "sup" | "sub" | "u")
}

fn flush(loose: &mut String, blocks: &mut Vec<Block>) {
    let text = squeeze(loose);
    loose.clear();
    match blocks.last_mut() {
        // A mark that was left outside of the paragraph it ends.
        Some(Block::Text(before)) if !text.chars().any(char::is_alphanumeric) => before.push_str(&text),
        _ if text.is_empty() => {}
        _ => blocks.push(Block::Text(text)),
    }
}
