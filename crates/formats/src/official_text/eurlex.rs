//! EUR-Lex HTML: the Official Journal's dialect with its ELI ids, and the dialect of consolidated texts.
//!
//! Both are told apart by their classes: the Official Journal's begin with `oj-`, those of consolidated texts do not.
//! Slips of the Official Journal are kept as they are.

use super::blocks::{Block, is_label, label_id, split_label, squeeze};
use super::placing::Placing;
use crate::html::{Element, Node};

mod content;

/// What a document holds, placed.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) placing: Placing,
    /// What of the document was not placed.
    pub(super) left_out: Vec<String>,
}

/// Whether a document is EUR-Lex HTML: it has an article or a recital with an ELI id.
pub(super) fn is_eurlex(document: &Element) -> bool {
    let mut found = Vec::new();
    document.find(&|element| element.id.starts_with("art_") || element.id.starts_with("rct_"), &mut found);
    !found.is_empty()
}

/// Places everything in the document.
pub(super) fn read(document: &Element) -> Document {
    let mut reader = Reader { placing: Placing::default(), left_out: Vec::new(), notes: 0, around: String::new() };
    reader.walk(document);
    Document { placing: reader.placing, left_out: reader.left_out }
}

struct Reader {
    placing: Placing,
    left_out: Vec<String>,
    notes: usize,
    /// The chapter or section that is being read.
    around: String,
}

impl Reader {
    fn walk(&mut self, element: &Element) {
        for child in element.elements() {
            self.element(child);
        }
    }

    fn element(&mut self, element: &Element) {
        let id = element.id.as_str();
        if let Some(number) = numbered(id, "rct_") {
            self.recital(element, number);
        } else if let Some(number) = numbered(id, "art_") {
            self.article(element, number);
        } else if let Some(number) = numbered(id, "anx_") {
            self.annex(element, number);
        } else if let Some(number) = numbered(id, "cit_") {
            self.placing.provision(&format!("cit_{number}"), "", "", &content::blocks(element));
        } else if id.starts_with("cpt_") && !id.contains(".tit_") {
            self.chapter(element);
        } else if id.starts_with("tit_") && element.has_class("eli-main-title") {
            self.placing.unit("title", "", &content::text(element), "");
        } else if id.starts_with("fnp_") || element.has_class("final") {
            self.placing.provision("final", "", "", &content::blocks(element));
        } else if is_around(element) {
            // The masthead, scripts, and the marks of consolidation say nothing of the act.
        } else if element.has_class("note") && element.name == "p" {
            self.notes += 1;
            self.placing.unit(&format!("note_{}", self.notes), "", "", &content::whole_text(element));
        } else if element.name == "p" {
            self.stray(element);
        } else {
            self.walk(element);
        }
    }

    fn recital(&mut self, element: &Element, number: &str) {
        let blocks = content::blocks(element);
        match blocks.as_slice() {
            [Block::Item(label, held)] => self.placing.provision(&format!("rec_{number}"), label, "", held),
            _ => self.placing.provision(&format!("rec_{number}"), "", "", &blocks),
        }
    }

    fn article(&mut self, element: &Element, number: &str) {
        let id = format!("art_{number}");
        let (mut title, mut heading) = (String::new(), String::new());
        let mut loose = Vec::new();
        let mut paragraphs: Vec<(String, &Element)> = Vec::new();
        for child in element.elements() {
            if child.has_class("ti-art") || child.has_class("title-article-norm") {
                title = content::text(child);
            } else if child.has_class("eli-title")
                || child.has_class("sti-art")
                || child.has_class("stitle-article-norm")
            {
                heading = content::text(child);
            } else if let Some(paragraph) = content::paragraph_number(child, number) {
                paragraphs.push((paragraph, child));
            } else {
                loose.extend(content::blocks_of(child));
            }
        }
        self.placing.provision(&id, &title, &heading, &loose);
        for (paragraph, element) in paragraphs {
            self.paragraph(&format!("{id}__para_{paragraph}"), element);
        }
    }

    fn paragraph(&mut self, id: &str, element: &Element) {
        let mut blocks = content::blocks(element);
        let mut number = String::new();
        if let Some(Block::Text(text)) = blocks.first_mut() {
            if let Some((label, rest)) = split_label(text) {
                label.clone_into(&mut number);
                *text = rest.to_owned();
            } else if is_label(text) {
                // Consolidated texts have the number in an element of its own.
                number = std::mem::take(text);
                blocks.remove(0);
            }
        }
        self.placing.provision(id, &number, "", &blocks);
    }

    fn annex(&mut self, element: &Element, number: &str) {
        let is_title =
            |child: &&Element| ["doc-ti", "title-annex-1", "title-annex-2"].iter().any(|class| child.has_class(class));
        let titles: Vec<String> = element.elements().filter(is_title).map(content::text).collect();
        let rest: Vec<Block> =
            element.elements().filter(|child| !is_title(child)).flat_map(content::blocks_of).collect();
        let label = titles.first().map_or("", String::as_str);
        let heading = titles.get(1..).unwrap_or_default().join(" ");
        self.placing.annex(&format!("anx_{number}"), label, &heading, &rest);
    }

    fn chapter(&mut self, element: &Element) {
        // `cpt_III.sct_1` is `chp_III__sec_1`.
        let id = element.id.replace("cpt_", "chp_").replace(".sct_", "__sec_").replace('.', "__");
        let is_title = |child: &&Element| {
            child.name == "p" && child.class.contains("section-1") || child.class.contains("title-division-1")
        };
        let label = element.elements().find(is_title).map_or_else(String::new, content::text);
        let heading = element.elements().find(|child| child.has_class("eli-title"));
        let heading = heading.map_or_else(String::new, content::text);
        self.placing.unit(&id, &label, &heading, "");
        let around = std::mem::replace(&mut self.around, id);
        for child in element.elements().filter(|child| !is_title(child) && !child.has_class("eli-title")) {
            self.element(child);
        }
        self.around = around;
    }

    /// A paragraph of text outside of everything that has an id.
    fn stray(&mut self, element: &Element) {
        let text = content::text(element);
        if element.has_class("normal") && self.placing.units.iter().all(|unit| !unit.id.as_str().starts_with("art_")) {
            // The formulas around citations and recitals.
            let id = self.placing.next("preamble", "formula");
            self.placing.unit(&id, "", "", &text);
        } else if !text.is_empty() {
            self.left_out.push(text);
        }
    }
}

/// The number behind a prefix, where the id has nothing more: `56` in `art_56`, and nothing in `art_56.tit_1`.
fn numbered<'a>(id: &'a str, prefix: &str) -> Option<&'a str> {
    id.strip_prefix(prefix).filter(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

fn is_around(element: &Element) -> bool {
    let name = element.name.as_str();
    let by_class = |class: &&str| element.has_class(class);
    matches!(name, "head" | "script" | "style" | "title" | "hr" | "img")
        || [
            "hd-ti",
            "hd-lg",
            "hd-coll",
            "hd-uniq",
            "hd-date",
            "doc-end",
            "modref",
            "arrow",
            "hd-modifiers",
            "reference",
            "disclaimer",
        ]
        .iter()
        .any(by_class)
}

/// The language, the publication's number and its day, from the masthead of the Official Journal.
pub(super) fn masthead(document: &Element) -> [Option<String>; 3] {
    ["hd-lg", "hd-uniq", "hd-date"].map(|class| {
        let mut found = Vec::new();
        document.find(&|element| element.has_class(class), &mut found);
        found.first().map(|element| content::text(element))
    })
}

/// All text of a document that has none of EUR-Lex's structure, up to a length: to find what it says of itself.
pub(super) fn opening(document: &Element, length: usize) -> String {
    let mut text = String::new();
    opening_of(document, length, &mut text);
    squeeze(&text)
}

fn opening_of(element: &Element, length: usize, text: &mut String) {
    for node in &element.children {
        if text.len() > length {
            return;
        }
        match node {
            Node::Text(own) => text.push_str(own),
            Node::Element(child) if matches!(child.name.as_str(), "script" | "style") => {}
            Node::Element(child) => {
                opening_of(child, length, text);
                text.push(' ');
            }
        }
    }
}

#[cfg(test)]
mod tests;
