//! Gives blocks their element ids, as the shipped law writes them.
//!
//! Several texts of one provision are its subparagraphs; points belong to the provision itself. A second list in the
//! same provision would give the same ids again: its points then belong to their subparagraph.

use std::collections::BTreeSet;

use adhere_domain::law::corpus::ElementId;
use adhere_domain::law::official_text::Unit;

use super::blocks::{Block, label_id, split_label};

/// The units placed so far, in order, and the ids that are taken.
#[derive(Debug, Default)]
pub(super) struct Placing {
    pub(super) units: Vec<Unit>,
    taken: BTreeSet<String>,
}

impl Placing {
    /// Places a provision with its number, its heading and what it holds.
    pub(super) fn provision(&mut self, id: &str, label: &str, heading: &str, blocks: &[Block]) {
        let texts = blocks.iter().filter(|block| matches!(block, Block::Text(_))).count();
        let own = match (texts, blocks.first()) {
            (1, Some(Block::Text(text))) => text.as_str(),
            _ => "",
        };
        self.unit(id, label, heading, own);
        let rest = if own.is_empty() { blocks } else { blocks.get(1..).unwrap_or_default() };
        self.within(id, rest);
    }

    /// Places what an annex holds: sections by their headings, and points that are numbered in their text alone.
    pub(super) fn annex(&mut self, id: &str, label: &str, heading: &str, blocks: &[Block]) {
        let blocks = nested_by_number(blocks);
        let first = blocks.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(blocks.len());
        let (before, mut rest) = blocks.split_at(first);
        self.provision(id, label, heading, before);
        while let Some((Block::Heading(title), after)) = rest.split_first() {
            let (title, subtitle, after) = match after.split_first() {
                Some((Block::Heading(subtitle), more)) if section_number(subtitle).is_none() => {
                    (title.as_str(), subtitle.as_str(), more)
                }
                _ => (title.as_str(), "", after),
            };
            let end = after.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(after.len());
            let (held, next) = after.split_at(end);
            let (within, label, heading) = if let Some((label, heading)) = split_label(title) {
                (format!("{id}__point_{}", label_id(label)), label, heading)
            } else {
                let number = section_number(title);
                let within = number.map_or_else(|| self.next(id, "part"), |number| format!("{id}__sec_{number}"));
                if subtitle.is_empty() { (within, "", title) } else { (within, title, subtitle) }
            };
            self.provision(&within, label, heading, held);
            rest = next;
        }
    }

    /// Adds one unit.
    pub(super) fn unit(&mut self, id: &str, label: &str, heading: &str, text: &str) {
        let Some(element) = ElementId::parse(id) else { return };
        self.taken.insert(id.to_owned());
        let [label, heading, text] = [label, heading, text].map(str::to_owned);
        self.units.push(Unit { id: element, label, heading, text });
    }

    fn within(&mut self, id: &str, blocks: &[Block]) {
        let mut subparagraph = 0_usize;
        for block in blocks {
            match block {
                Block::Text(text) | Block::Heading(text) => {
                    subparagraph += 1;
                    self.unit(&format!("{id}__subpara_{subparagraph}"), "", "", text);
                }
                Block::Item(label, held) => {
                    let item = self.point(id, subparagraph, label);
                    self.provision(&item, label, "", held);
                }
            }
        }
    }

    fn point(&self, id: &str, subparagraph: usize, label: &str) -> String {
        let number = label_id(label);
        if number.is_empty() {
            return self.next(id, "indent");
        }
        let point = format!("{id}__point_{number}");
        if !self.taken.contains(&point) {
            return point;
        }
        let within = format!("{id}__subpara_{subparagraph}__point_{number}");
        if self.taken.contains(&within) { self.next(&within, "again") } else { within }
    }

    /// The first id of a kind that is not taken.
    pub(super) fn next(&self, id: &str, kind: &str) -> String {
        let candidates = (1_usize..).map(|number| format!("{id}__{kind}_{number}"));
        candidates.into_iter().find(|candidate| !self.taken.contains(candidate)).unwrap_or_default()
    }
}

/// The number of a section in its heading, `1` in `Section 1` or `A` in `Section A. List`, in any language.
fn section_number(heading: &str) -> Option<String> {
    let number = label_id(heading.split_whitespace().nth(1)?);
    let single = number.len() == 1 && number.bytes().all(|b| b.is_ascii_uppercase());
    (single || (!number.is_empty() && number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit())))
        .then_some(number)
}

/// Texts that begin with a number become items, which hold all that follows up to the next one or the next heading.
fn nested_by_number(blocks: &[Block]) -> Vec<Block> {
    let mut nested: Vec<Block> = Vec::new();
    let mut is_open = false;
    for block in blocks {
        match (block, nested.last_mut()) {
            (Block::Text(text), _) if starts_with_digit(text) => {
                let (label, rest) = split_label(text).unwrap_or(("", text));
                nested.push(Block::Item(label.to_owned(), vec![Block::Text(rest.to_owned())]));
                is_open = true;
            }
            (Block::Heading(_), _) => {
                nested.push(block.clone());
                is_open = false;
            }
            (_, Some(Block::Item(_, held))) if is_open => held.push(block.clone()),
            _ => nested.push(block.clone()),
        }
    }
    nested
}

fn starts_with_digit(text: &str) -> bool {
    split_label(text).is_some_and(|(label, _)| label.starts_with(|c: char| c.is_ascii_digit()))
}
