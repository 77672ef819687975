//! Markdown into pieces: paragraphs and list items, in the order in which they are read.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Raw, Skip, page};
use crate::html;

/// Reads Markdown.
pub(super) fn read(text: &str) -> Vec<Raw> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader { lines: Lines::of(text), ..Reader::default() };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range.start);
    }
    reader.flush();
    reader.raws
}

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stand {
    InPicture,
    InLink,
    Loose,
    OutsideBold,
}

#[derive(Default)]
struct Reader {
    lines: Lines,
    raws: Vec<Raw>,
    /// For each open list, the number of its next item; none for bullets.
    lists: Vec<Option<u64>>,
    /// The label of the open item, until it is given to its first piece.
    label: Option<String>,
    current: Raw,
    links: usize,
    pictures: usize,
    strong: usize,
    /// Where the words of the piece stand.
    stand: BTreeSet<Stand>,
    markup: String,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text(&text, at),
            Event::SoftBreak | Event::HardBreak => self.current.text.push('\n'),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.current.text.push('\n'),
            Event::Html(markup) => {
                self.place(at);
                self.markup.push_str(&markup);
            }
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) {
        match tag {
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.flush();
                let label = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}.", number.saturating_sub(1))
                    }
                    _ => String::new(),
                };
                self.label = Some(label);
            }
            Tag::Link { dest_url, .. } => {
                self.links += 1;
                self.place(at);
                let leads = ["article", "recital", "artikel", "overweging", "annex"];
                self.current.names_provision |= leads.iter().any(|word| dest_url.to_lowercase().contains(word));
            }
            Tag::Image { .. } => {
                self.pictures += 1;
                self.place(at);
            }
            Tag::Strong => self.strong += 1,
            Tag::Heading { .. } => {
                self.flush();
                self.current.skip = Some(Skip::Heading);
            }
            Tag::MetadataBlock(_) => {
                self.flush();
                self.current.skip = Some(Skip::Metadata);
            }
            Tag::Paragraph
            | Tag::CodeBlock(_)
            | Tag::TableRow
            | Tag::TableHead
            | Tag::BlockQuote(_)
            | Tag::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                self.label = None;
            }
            TagEnd::Item => {
                self.flush();
                self.label = None;
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::TableCell => self.current.text.push(' '),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::TableRow
            | TagEnd::TableHead
            | TagEnd::MetadataBlock(_) => self.flush(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, at: usize) {
        self.place(at);
        let has_words = text.chars().any(char::is_alphanumeric);
        if has_words && self.strong == 0 {
            self.stand.insert(Stand::OutsideBold);
        }
        if self.pictures > 0 {
            self.stand.insert(Stand::InPicture);
        } else if has_words {
            self.stand.insert(if self.links > 0 { Stand::InLink } else { Stand::Loose });
        }
        self.current.text.push_str(text);
    }

    /// Notes the line of the first thing in a piece.
    fn place(&mut self, at: usize) {
        if self.current.line == 0 {
            self.current.line = self.lines.line(at);
        }
    }

    fn html_block(&mut self) {
        let markup = std::mem::take(&mut self.markup);
        let line = self.current.line;
        self.current = Raw::default();
        self.raws.extend(page::read(&html::parse(&markup)).into_iter().map(|raw| Raw { line, ..raw }));
    }

    fn flush(&mut self) {
        let mut raw = std::mem::take(&mut self.current);
        let stand = std::mem::take(&mut self.stand);
        let (linked, loose) = (stand.contains(&Stand::InLink), stand.contains(&Stand::Loose));
        let pictured = stand.contains(&Stand::InPicture);
        let is_bold = !stand.contains(&Stand::OutsideBold);
        if raw.text.trim().is_empty() {
            // A mark of what comes next stays with it.
            self.current.skip = raw.skip.filter(|_| raw.text.is_empty() && raw.line == 0);
            return;
        }
        raw.label = self.label.take();
        raw.depth = self.lists.len();
        raw.is_link = linked && !loose;
        if pictured && !linked && !loose {
            raw.skip = raw.skip.or(Some(Skip::Picture));
        }
        // A line in bold that is no sentence heads what follows.
        if is_bold && raw.label.is_none() && !raw.text.trim_end().ends_with(['.', ';', ':']) {
            raw.skip = raw.skip.or(Some(Skip::Heading));
        }
        self.raws.push(raw);
    }
}

/// Where the lines of a text begin.
#[derive(Default)]
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect())
    }

    fn line(&self, at: usize) -> usize {
        self.0.partition_point(|end| *end < at) + 1
    }
}
