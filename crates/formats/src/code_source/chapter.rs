//! A chapter of a code: headings of three levels, attributes below them, text for the rest.

use std::collections::BTreeSet;

use adhere_domain::codes::code::{Addressee, Chapter, Commitment, Measure, Objective};
use adhere_domain::codes::finding::Place;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::corpus::Corpus;
use pulldown_cmark::HeadingLevel;

use super::attributes::{Attributes, Heading, attributes};
use super::blocks::{Block, blocks};
use super::places::Places;
use crate::diagnostic::Findings;
use crate::toml_reader::Log;

/// Stands for the id of a part that has none, in a code that is not used for that reason.
const NAMELESS: &str = "_";

/// A chapter, and the objectives that its commitments state.
#[derive(Debug)]
pub(super) struct ChapterSource {
    pub(super) chapter: Chapter,
    pub(super) objectives: Vec<Objective>,
}

/// Parses one chapter; ids must be new among those already met.
pub(super) fn chapter(
    (file, text): (&str, &str),
    corpus: &Corpus,
    ids: &mut BTreeSet<PartId>,
    places: &mut Places,
    findings: &mut Findings,
) -> Option<ChapterSource> {
    let log = Log::new(file);
    let mut chapter: Option<Chapter> = None;
    let mut objectives = Vec::new();
    let blocks = blocks(text);
    let has_chapter = blocks.iter().any(|block| block.level == HeadingLevel::H1);
    for block in blocks {
        // What has no id keeps its place, so that what stands below it is not found misplaced.
        let Some(id) = block_id(&block, ids, &log).or_else(|| PartId::parse(NAMELESS)) else { continue };
        let attributes = attributes(text, &block.items, corpus, &log);
        note_places(&id, &block, &attributes, file, places);
        objectives.extend(objective(&id, &attributes, ids, &log));
        match (block.level, &mut chapter) {
            (HeadingLevel::H1, None) => {
                attributes.refuse_misplaced(Heading::Chapter, &log);
                chapter = Some(Chapter { id, title: block.title, commitments: Vec::new() });
            }
            (HeadingLevel::H2, Some(chapter)) => chapter.commitments.push(commitment(id, &block, attributes, &log)),
            (HeadingLevel::H3, Some(chapter)) => match chapter.commitments.last_mut() {
                Some(commitment) => commitment.measures.push(measure(id, &block, attributes, (text, &log))),
                None => misplaced(&block, "a measure stands before any commitment", &log),
            },
            (HeadingLevel::H1, Some(_)) => misplaced(&block, "a file holds one chapter", &log),
            // A file without a chapter is told of once, below.
            (HeadingLevel::H2 | HeadingLevel::H3, None) if !has_chapter => {}
            (HeadingLevel::H2 | HeadingLevel::H3, None) => {
                misplaced(&block, "a commitment or measure stands before the chapter", &log);
            }
            _ => misplaced(&block, "only chapters (#), commitments (##) and measures (###) have headings", &log),
        }
    }
    if chapter.is_none() {
        let hint = "begin with `# Title {#ID}`".to_owned();
        log.error(None, "chapter-missing", "the file has no chapter heading".to_owned(), Some(hint));
    }
    findings.absorb(log.into_findings(text));
    chapter.map(|chapter| ChapterSource { chapter, objectives })
}

fn note_places(id: &PartId, block: &Block, attributes: &Attributes, file: &str, places: &mut Places) {
    places.note(Place::Part(id.clone()), file, block.heading.clone());
    let (mut periods, mut variants, mut exemptions) = (0.., 0.., 0..);
    for (key, span) in &attributes.lines {
        let line = match *key {
            "due" | "keep" => periods.next().map(|index| Place::Line(id.clone(), "due", index)),
            "exempt" | "relief" => exemptions.next().map(|index| Place::Line(id.clone(), "exempt", index)),
            "variant" => variants.next().map(|index| Place::Line(id.clone(), "variant", index)),
            _ => None,
        };
        if let Some(line) = line {
            places.note(line, file, span.clone());
        }
        places.note(Place::Attribute(id.clone(), key), file, span.clone());
        if let Some(objective) = objective_id(id).filter(|_| *key == "objective") {
            places.note(Place::Objective(objective), file, span.clone());
        }
    }
}

/// The objective that a commitment states itself; its id must be new too.
fn objective(commitment: &PartId, attributes: &Attributes, ids: &mut BTreeSet<PartId>, log: &Log) -> Option<Objective> {
    let text = attributes.objective.clone()?;
    let span = attributes.lines.iter().find(|(key, _)| *key == "objective").map(|(_, span)| span.clone());
    let Some(id) = objective_id(commitment) else {
        let message = format!("`{commitment}` is too long for an objective, whose id is `{commitment}.O`");
        log.error(span, "attribute", message, Some("shorten the id to 62 characters".to_owned()));
        return None;
    };
    if commitment.as_str() != NAMELESS && !ids.insert(id.clone()) {
        let hint = "give another id to the part or objective that has this one".to_owned();
        log.error(span, "id-twice", format!("the objective's id `{id}` is used twice"), Some(hint));
    }
    Some(Objective { id, text })
}

/// The id of the objective that a commitment states itself, such as `S.C9.O`.
fn objective_id(commitment: &PartId) -> Option<PartId> {
    PartId::parse(&format!("{commitment}.O"))
}

fn misplaced(block: &Block, message: &str, log: &Log) {
    let hint = "see docs/reference/code-source.md for the order of headings".to_owned();
    log.error(Some(block.heading.clone()), "heading-misplaced", message.to_owned(), Some(hint));
}

fn block_id(block: &Block, ids: &mut BTreeSet<PartId>, log: &Log) -> Option<PartId> {
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

fn commitment(id: PartId, block: &Block, attributes: Attributes, log: &Log) -> Commitment {
    attributes.refuse_misplaced(Heading::Commitment, log);
    if attributes.binds.is_none() && !attributes.has_refused("binds") {
        let hint = "add `- binds: gpai` or another addressee".to_owned();
        let message = format!("commitment `{id}` does not say whom it binds");
        log.error(Some(block.heading.clone()), "binds-missing", message, Some(hint));
    }
    let own = attributes.objective.as_ref().and_then(|_| objective_id(&id));
    Commitment {
        title: published_title(&block.title),
        objectives: own.into_iter().chain(attributes.serves).collect(),
        no_indicators: attributes.no_kpi,
        // A code in which this was missing is not used.
        binds: attributes.binds.unwrap_or(Addressee::GeneralPurpose),
        covers: attributes.covers,
        summary: block.body.clone(),
        measures: Vec::new(),
        id,
    }
}

fn measure(id: PartId, block: &Block, attributes: Attributes, (text, log): (&str, &Log)) -> Measure {
    attributes.refuse_misplaced(Heading::Measure, log);
    if attributes.covers.is_empty() && !attributes.has_refused("covers") {
        let message = format!("measure `{id}` does not say what it covers");
        let hint = "add `- covers: …` with element ids of the law".to_owned();
        log.error(Some(block.heading.clone()), "covers-missing", message, Some(hint));
    }
    Measure {
        id,
        title: published_title(&block.title),
        covers: attributes.covers,
        condition: attributes.condition.compile(text, log),
        exemptions: attributes.exemptions,
        variants: attributes.variants,
        deadlines: attributes.deadlines,
        reports_to: attributes.reports_to,
        summary: block.body.clone(),
    }
}

/// `Measure 1.1: Title` is the title `Title`: the number is in the id.
///
/// Only what ends in a number is cut off, so that a title with a colon in it stays whole.
fn published_title(heading: &str) -> String {
    let is_number =
        |text: &str| text.split_whitespace().last().is_some_and(|word| word.contains(|c: char| c.is_ascii_digit()));
    heading.split_once(": ").filter(|(number, _)| is_number(number)).map_or(heading, |(_, title)| title).to_owned()
}
