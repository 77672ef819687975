//! The blocks of a chapter: each heading with the list right below it and the text below that.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A heading with what stands below it, up to the next heading.
pub(super) struct Block {
    pub(super) level: HeadingLevel,
    pub(super) id: Option<String>,
    pub(super) title: String,
    /// The place of the heading, without the break after it.
    pub(super) heading: Range<usize>,
    /// The items of the list right below the heading.
    pub(super) items: Vec<Range<usize>>,
    /// The text below heading and list, without comments.
    pub(super) body: String,
}

/// Where a reader of the text is.
struct Reader<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    /// Where the body of the last block begins.
    body_start: usize,
    in_heading: bool,
    list_depth: usize,
    /// A list holds attributes only while nothing else has come since the heading.
    attributes_open: bool,
    /// Comments below the last heading.
    comments: Vec<Range<usize>>,
}

/// The blocks of a text; what stands above the first heading belongs to none.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader {
        text,
        blocks: Vec::new(),
        body_start: 0,
        in_heading: false,
        list_depth: 0,
        attributes_open: false,
        comments: Vec::new(),
    };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES).into_offset_iter() {
        reader.read(event, range);
    }
    reader.close(text.len());
    reader.blocks
}

impl Reader<'_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                self.close(range.start);
                self.open(level, id.map(|id| id.to_string()), range);
            }
            Event::End(TagEnd::Heading(_)) => self.in_heading = false,
            Event::Text(title) | Event::Code(title) if self.in_heading => {
                if let Some(block) = self.blocks.last_mut() {
                    block.title.push_str(&title);
                }
            }
            Event::Start(Tag::List(_)) => self.list_depth += 1,
            Event::End(TagEnd::List(_)) => {
                self.list_depth = self.list_depth.saturating_sub(1);
                if self.attributes_open && self.list_depth == 0 {
                    (self.attributes_open, self.body_start) = (false, range.end);
                }
            }
            Event::Start(Tag::Item) if self.attributes_open && self.list_depth == 1 => {
                if let Some(block) = self.blocks.last_mut() {
                    block.items.push(range);
                }
            }
            // A comment is no part of the code, wherever it stands.
            Event::Start(Tag::HtmlBlock) if is_comment(self.text, &range) => {
                // An empty one keeps a list that follows from being read as attributes.
                self.attributes_open &= !is_empty_comment(self.text, &range);
                self.comments.push(range);
            }
            Event::Start(_) if self.list_depth == 0 && !self.in_heading => self.attributes_open = false,
            _ => {}
        }
    }

    fn open(&mut self, level: HeadingLevel, id: Option<String>, range: Range<usize>) {
        let end = range.start + self.text.get(range.clone()).map_or(0, |heading| heading.trim_end().len());
        let heading = range.start..end;
        let block = Block { level, id, title: String::new(), heading, items: Vec::new(), body: String::new() };
        self.blocks.push(block);
        (self.in_heading, self.attributes_open, self.body_start) = (true, true, range.end);
    }

    /// Ends the last block: its body is what stands there, without the comments.
    fn close(&mut self, end: usize) {
        let Some(block) = self.blocks.last_mut() else { return };
        block.title = block.title.trim().to_owned();
        let mut from = self.body_start;
        for comment in self.comments.drain(..).filter(|comment| comment.start >= self.body_start) {
            block.body.push_str(self.text.get(from..comment.start).unwrap_or_default());
            from = comment.end;
        }
        block.body.push_str(self.text.get(from..end).unwrap_or_default());
        block.body = block.body.trim().to_owned();
    }
}

/// Whether an HTML block is one comment and nothing else.
fn is_comment(text: &str, range: &Range<usize>) -> bool {
    let block = text.get(range.clone()).unwrap_or_default().trim();
    block.starts_with("<!--") && block.find("-->").is_some_and(|at| at + 3 == block.len())
}

fn is_empty_comment(text: &str, range: &Range<usize>) -> bool {
    let block = text.get(range.clone()).unwrap_or_default().trim();
    block.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")).is_some_and(|inside| inside.trim().is_empty())
}
