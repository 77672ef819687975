//! A chapter of a code: headings of three levels, attributes below them, text for the rest.

use std::collections::BTreeSet;
use std::ops::Range;

use adhere_domain::codes::code::{Chapter, Commitment, Measure};
use adhere_domain::codes::id::PartId;
use adhere_domain::law::corpus::Corpus;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::attributes::{Attributes, attributes};
use crate::diagnostic::Findings;
use crate::toml_reader::Log;

/// A heading with what stands below it, up to the next heading.
struct Block<'a> {
    level: HeadingLevel,
    id: Option<String>,
    title: String,
    heading: Range<usize>,
    /// The items of the list right below the heading.
    items: Vec<Range<usize>>,
    /// The text below heading and list.
    body: &'a str,
}

/// Parses one chapter; ids must be new among those already met.
pub(super) fn chapter(
    (file, text): (&str, &str),
    corpus: &Corpus,
    ids: &mut BTreeSet<PartId>,
    findings: &mut Findings,
) -> Option<Chapter> {
    let log = Log::new(file);
    let mut chapter: Option<Chapter> = None;
    for block in blocks(text) {
        let id = block_id(&block, ids, &log);
        let attributes = attributes(text, &block.items, corpus, &log);
        let Some(id) = id else { continue };
        match (block.level, &mut chapter) {
            (HeadingLevel::H1, None) => {
                chapter = Some(Chapter { id, title: block.title, commitments: Vec::new() });
            }
            (HeadingLevel::H2, Some(chapter)) => chapter.commitments.extend(commitment(id, &block, attributes, &log)),
            (HeadingLevel::H3, Some(chapter)) => match chapter.commitments.last_mut() {
                Some(commitment) => commitment.measures.push(measure(id, &block, attributes, &log)),
                None => misplaced(&block, "a measure stands before any commitment", &log),
            },
            (HeadingLevel::H1, Some(_)) => misplaced(&block, "a file holds one chapter", &log),
            _ => misplaced(&block, "only chapters (#), commitments (##) and measures (###) have headings", &log),
        }
    }
    if chapter.is_none() {
        let hint = "begin with `# Title {#ID}`".to_owned();
        log.error(None, "chapter-missing", "the file has no chapter heading".to_owned(), Some(hint));
    }
    findings.absorb(log.into_findings(text));
    chapter
}

fn misplaced(block: &Block<'_>, message: &str, log: &Log) {
    let hint = "see docs/reference/code-source.md for the order of headings".to_owned();
    log.error(Some(block.heading.clone()), "heading-misplaced", message.to_owned(), Some(hint));
}

fn block_id(block: &Block<'_>, ids: &mut BTreeSet<PartId>, log: &Log) -> Option<PartId> {
    let Some(id) = block.id.as_deref().and_then(PartId::parse) else {
        let hint = "end the heading with `{#ID}`".to_owned();
        log.error(Some(block.heading.clone()), "id-missing", "the heading has no id".to_owned(), Some(hint));
        return None;
    };
    if !ids.insert(id.clone()) {
        let message = format!("the id `{id}` is used twice");
        log.error(Some(block.heading.clone()), "id-twice", message, Some("give each part its own id".to_owned()));
    }
    Some(id)
}

fn commitment(id: PartId, block: &Block<'_>, attributes: Attributes, log: &Log) -> Option<Commitment> {
    let Some(binds) = attributes.binds else {
        let hint = "add `- binds: gpai` or another addressee".to_owned();
        let message = format!("commitment `{id}` does not say whom it binds");
        log.error(Some(block.heading.clone()), "binds-missing", message, Some(hint));
        return None;
    };
    Some(Commitment {
        id,
        title: published_title(&block.title),
        objective: attributes.objective,
        binds,
        covers: attributes.covers,
        summary: block.body.to_owned(),
        measures: Vec::new(),
    })
}

fn measure(id: PartId, block: &Block<'_>, attributes: Attributes, log: &Log) -> Measure {
    if attributes.covers.is_empty() {
        let message = format!("measure `{id}` does not say what it covers");
        let hint = "add `- covers: …` with element ids of the law".to_owned();
        log.error(Some(block.heading.clone()), "covers-missing", message, Some(hint));
    }
    Measure {
        id,
        title: published_title(&block.title),
        covers: attributes.covers,
        exemptions: attributes.exemptions,
        variants: attributes.variants,
        deadlines: attributes.deadlines,
        reports_to: attributes.reports_to,
        summary: block.body.to_owned(),
    }
}

/// `Measure 1.1: Title` is the title `Title`: the number is in the id.
fn published_title(heading: &str) -> String {
    heading.split_once(": ").map_or(heading, |(_, title)| title).to_owned()
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut body_start = 0;
    let (mut in_heading, mut list_depth) = (false, 0_usize);
    // A list holds attributes only while nothing else has come since the heading.
    let mut attributes_open = false;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                close(&mut blocks, text, body_start, range.start);
                body_start = range.end;
                let id = id.map(|id| id.to_string());
                let block = Block { level, id, title: String::new(), heading: range, items: Vec::new(), body: "" };
                blocks.push(block);
                (in_heading, attributes_open) = (true, true);
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Text(title) | Event::Code(title) if in_heading => {
                if let Some(block) = blocks.last_mut() {
                    block.title.push_str(&title);
                }
            }
            Event::Start(Tag::List(_)) => list_depth += 1,
            Event::End(TagEnd::List(_)) => {
                list_depth -= 1;
                if attributes_open && list_depth == 0 {
                    (attributes_open, body_start) = (false, range.end);
                }
            }
            Event::Start(Tag::Item) if attributes_open && list_depth == 1 => {
                if let Some(block) = blocks.last_mut() {
                    block.items.push(range);
                }
            }
            Event::Start(_) if list_depth == 0 && !in_heading => attributes_open = false,
            _ => {}
        }
    }
    close(&mut blocks, text, body_start, text.len());
    blocks
}

fn close<'a>(blocks: &mut [Block<'a>], text: &'a str, start: usize, end: usize) {
    if let Some(block) = blocks.last_mut() {
        block.title = block.title.trim().to_owned();
        block.body = text.get(start..end).unwrap_or_default().trim();
    }
}
