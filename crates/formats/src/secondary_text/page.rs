//! Remains of HTML into pieces: every element that breaks the line begins one.

use super::{Raw, Skip};
use crate::html::{Element, Node};

/// Reads what an HTML document shows.
pub(super) fn read(document: &Element) -> Vec<Raw> {
    let mut reader = Reader { raws: Vec::new(), current: Raw { line: 1, ..Raw::default() }, loose: false, depth: 0 };
    reader.walk(document, false);
    reader.flush();
    reader.raws
}

struct Reader {
    raws: Vec<Raw>,
    current: Raw,
    loose: bool,
    depth: usize,
}

impl Reader {
    fn walk(&mut self, element: &Element, in_link: bool) {
        for node in &element.children {
            match node {
                Node::Text(text) => {
                    self.loose |= !in_link && text.chars().any(char::is_alphanumeric);
                    self.current.is_link |= in_link;
                    self.current.text.push_str(&text.replace(['\n', '\r'], " "));
                }
                Node::Element(child) => self.element(child, in_link),
            }
        }
    }

    fn element(&mut self, element: &Element, in_link: bool) {
        let is_heading = matches!(element.name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "title");
        match element.name.as_str() {
            "script" | "style" | "head" => {}
            "br" => self.current.text.push('\n'),
            "a" => self.walk(element, true),
            "span" | "b" | "i" | "em" | "strong" | "sup" | "sub" | "u" | "small" | "mark" => {
                self.walk(element, in_link);
            }
            name => {
                self.flush();
                let is_list = matches!(name, "ol" | "ul");
                self.depth += usize::from(is_list);
                self.current.skip = is_heading.then_some(Skip::Heading);
                self.current.label = (name == "li").then(String::new);
                self.walk(element, in_link);
                self.flush();
                self.depth -= usize::from(is_list);
            }
        }
    }

    fn flush(&mut self) {
        let raw = std::mem::replace(&mut self.current, Raw { line: 1, ..Raw::default() });
        let loose = std::mem::take(&mut self.loose);
        if !raw.text.trim().is_empty() {
            self.raws.push(Raw { depth: self.depth, is_link: raw.is_link && !loose, ..raw });
        }
    }
}
