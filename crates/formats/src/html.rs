//! HTML as a tree of elements: enough of it to read documents that a program wrote, and to survive all others.
//!
//! Tokens come from html5gum. Tags that do not match are passed over, and nesting has a limit, so that any bytes give
//! some tree and no tree is deeper than the functions that walk it can bear.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// Elements nested deeper than this are read as if they were not there; EUR-Lex stays under forty.
const DEEPEST: usize = 120;

/// Elements that never have an end tag.
const VOID: [&[u8]; 13] =
    [b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"source", b"track", b"wbr"];

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) class: String,
    pub(crate) children: Vec<Node>,
}

/// What an element holds.
#[derive(Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The elements within, in order, without their text.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Whether the element has this class among its classes; the prefix `oj-` of the Official Journal does not count.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.class.split_ascii_whitespace().any(|own| own.strip_prefix("oj-").unwrap_or(own) == class)
    }

    /// All elements below for which a question is answered with yes, in document order, without looking into them.
    pub(crate) fn find<'a>(&'a self, wanted: &dyn Fn(&Self) -> bool, found: &mut Vec<&'a Self>) {
        for element in self.elements() {
            if wanted(element) {
                found.push(element);
            } else {
                element.find(wanted, found);
            }
        }
    }
}

/// Reads HTML; the element returned stands for the document.
pub(crate) fn parse(text: &str) -> Element {
    let mut emitter = DefaultEmitter::default();
    // Scripts and styles are text, whatever they look like.
    emitter.naively_switch_states(true);
    let mut open = vec![Element::default()];
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => start(&mut open, &tag),
            Token::EndTag(tag) => end(&mut open, &String::from_utf8_lossy(&tag.name)),
            Token::String(string) => push(&mut open, Node::Text(String::from_utf8_lossy(&string).into_owned())),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    while open.len() > 1 {
        close_last(&mut open);
    }
    open.pop().unwrap_or_default()
}

fn start(open: &mut Vec<Element>, tag: &StartTag<()>) {
    let attribute = |name: &[u8]| {
        let value = tag.attributes.get(name);
        value.map_or_else(String::new, |value| String::from_utf8_lossy(value).into_owned())
    };
    let name: &[u8] = &tag.name;
    let element = Element {
        name: String::from_utf8_lossy(name).into_owned(),
        id: attribute(b"id"),
        class: attribute(b"class"),
        children: Vec::new(),
    };
    if tag.self_closing || VOID.contains(&name) {
        push(open, Node::Element(element));
    } else if open.len() < DEEPEST {
        open.push(element);
    }
}

fn end(open: &mut Vec<Element>, name: &str) {
    // The document itself, at the bottom, is never closed.
    if open.iter().skip(1).any(|element| element.name == name) {
        while open.last().is_some_and(|element| element.name != name) {
            close_last(open);
        }
        close_last(open);
    }
}

fn close_last(open: &mut Vec<Element>) {
    if let Some(element) = open.pop() {
        push(open, Node::Element(element));
    }
}

fn push(open: &mut [Element], node: Node) {
    if let Some(element) = open.last_mut() {
        element.children.push(node);
    }
}
