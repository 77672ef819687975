//! Provisions that a person copied by hand into Markdown: a heading `## Article 56(6)` for each, its text below.
//!
//! Such a file mixes text with remarks. A heading that says `description`, a remark in brackets, a text with words left
//! out: none of these is the law, and each is left out by name.

use adhere_domain::law::corpus::{ElementId, Standing};
use adhere_domain::law::official_text::{Edition, EditionKind, Ending, Part};

use super::blocks::{Block, label_id, split_label, squeeze};
use super::placing::Placing;
use super::{Import, LeftOut, Reason, Refusal, SourceForm, Told, celex};

/// Reads a hand copy.
pub(super) fn read(text: &str, told: &Told) -> Result<Import, Refusal> {
    let mut sections = text.split("\n## ");
    let head = sections.next().unwrap_or_default();
    let (act, version) = celex(head).unzip();
    if act.is_none() && !head.trim_start().starts_with("# ") && !text.contains("\n## Article ") {
        return Err(Refusal::Unknown);
    }
    let mut reader = Reader::default();
    sections.for_each(|section| reader.section(section));
    let language = told.language.clone().or_else(|| language(head)).ok_or(Refusal::Unsaid("its language"))?;
    let edition = Edition {
        act: told.act.clone().or(act).ok_or(Refusal::Unsaid("its act"))?,
        language,
        kind: EditionKind::Amended,
        standing: told.standing.unwrap_or(Standing::HandCopy),
        from: told.from.or_else(|| version.flatten()).ok_or(Refusal::Unsaid("since when it is in force"))?,
        units: reader.placing.units,
        ends: reader.ends,
    };
    Ok(Import { form: SourceForm::HandCopy, edition, left_out: reader.left_out })
}

/// `(EN)` behind the number of the text; `(EU)` is the Union.
fn language(head: &str) -> Option<String> {
    let in_brackets = head.split('(').filter_map(|part| part.split_once(')').map(|(inner, _)| inner));
    let is_code = |code: &&str| code.len() == 2 && *code != "EU" && code.bytes().all(|b| b.is_ascii_uppercase());
    in_brackets.into_iter().find(is_code).map(str::to_lowercase)
}

#[derive(Default)]
struct Reader {
    placing: Placing,
    ends: Vec<Ending>,
    left_out: Vec<LeftOut>,
}

/// What a heading says: which provision, and its title if it gives one.
struct Heading {
    id: String,
    /// Whether the whole article is there, with its title.
    is_whole: bool,
    title: String,
}

impl Reader {
    fn section(&mut self, section: &str) {
        let (head, body) = section.split_once('\n').unwrap_or((section, ""));
        match heading(head) {
            Err(reason) => self.leave_out(head, reason),
            Ok(heading) => {
                let lines = self.lines(body);
                self.provision(&heading, &lines);
            }
        }
    }

    fn leave_out(&mut self, what: &str, reason: Reason) {
        let what = what.chars().take(120).collect();
        self.left_out.push(LeftOut { what, reason });
    }

    /// The lines that are text.
    fn lines(&mut self, body: &str) -> Vec<String> {
        let mut kept = Vec::new();
        for line in body.lines().map(squeeze).filter(|line| !line.is_empty()) {
            let line = line.replacen("[M] ", "", 1);
            let is_remark = line.starts_with('[') || (line.starts_with('(') && split_label(&line).is_none());
            if is_remark {
                self.leave_out(&line, Reason::Remark);
            } else if line.contains('…') {
                self.leave_out(&line, Reason::Incomplete);
            } else {
                kept.push(line);
            }
        }
        kept
    }

    fn provision(&mut self, heading: &Heading, lines: &[String]) {
        let mut lines = lines;
        let mut title = heading.title.clone();
        if let Some((first, rest)) = lines.split_first()
            && heading.is_whole
            && title.is_empty()
        {
            title.clone_from(first);
            lines = rest;
        }
        let numbered =
            |line: &String| split_label(line).is_some_and(|(label, _)| label.starts_with(|c: char| c.is_ascii_digit()));
        let first = lines.iter().position(numbered).unwrap_or(lines.len());
        let (loose, paragraphs) = lines.split_at(first);
        let id = heading.id.as_str();
        let is_article = !id.contains("__");
        if !loose.is_empty() || !title.is_empty() {
            let loose = nested(loose);
            self.end(id, if is_article && !paragraphs.is_empty() { Part::Own } else { Part::Whole });
            // The heading already has the number of a point or paragraph.
            match (loose.as_slice(), is_article) {
                ([Block::Item(label, held)], false) => self.placing.provision(id, label, "", held),
                (blocks, _) => self.placing.provision(id, "", &title, blocks),
            }
        }
        if heading.is_whole && is_article {
            self.end(id, Part::Whole);
        }
        for group in paragraphs.chunk_by(|_, next| !numbered(next)) {
            self.paragraph(id, is_article, group);
        }
    }

    fn paragraph(&mut self, id: &str, is_article: bool, group: &[String]) {
        let Some((first, rest)) = group.split_first() else { return };
        let Some((label, text)) = split_label(first) else { return };
        let paragraph = if is_article { format!("{id}__para_{}", label_id(label)) } else { id.to_owned() };
        let mut texts = vec![text.to_owned()];
        texts.extend(rest.iter().cloned());
        self.end(&paragraph, Part::Whole);
        self.placing.provision(&paragraph, label, "", &nested(&texts));
    }

    fn end(&mut self, id: &str, part: Part) {
        self.ends.extend(ElementId::parse(id).map(|id| Ending { id, part }));
    }
}

/// Lines as blocks: points by their letters, and `(i)` within the point before where that list is not at `(h)`.
fn nested(lines: &[String]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut last = String::new();
    for line in lines {
        let Some((label, text)) = split_label(line) else {
            blocks.push(Block::Text(line.clone()));
            last.clear();
            continue;
        };
        let letter = label_id(label);
        let item = Block::Item(label.to_owned(), vec![Block::Text(text.to_owned())]);
        let is_roman = !letter.is_empty() && letter.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) && last != "h";
        match blocks.last_mut() {
            Some(Block::Item(_, held)) if is_roman => held.push(item),
            _ => {
                last.clone_from(&letter);
                blocks.push(item);
            }
        }
    }
    blocks
}

/// Reads a heading such as `Article 1(2)(g) [M]` or `Article 96(1) [M] second subparagraph`.
fn heading(head: &str) -> Result<Heading, Reason> {
    if head.contains("description") {
        return Err(Reason::Description);
    }
    if head.starts_with("Recital") {
        return Err(Reason::OtherAct);
    }
    // Several articles under one heading are told about, not given.
    let rest = head.strip_prefix("Article ").ok_or(Reason::Description)?;
    let (number, after) = rest.split_once(' ').unwrap_or((rest, ""));
    let mut parts = number.split(['(', ')']).filter(|part| !part.is_empty());
    let article =
        parts.next().filter(|part| part.bytes().all(|b| b.is_ascii_alphanumeric())).ok_or(Reason::Unplaced)?;
    let mut id = format!("art_{article}");
    for (place, part) in parts.enumerate() {
        id.push_str(if place == 0 { "__para_" } else { "__point_" });
        id.push_str(&label_id(part));
    }
    let after = after.replace("[M]", "");
    let after = after.trim();
    let ordinals = ["first subparagraph", "second subparagraph", "third subparagraph", "fourth subparagraph"];
    if let Some(place) = ordinals.iter().position(|ordinal| after == *ordinal) {
        let id = format!("{id}__subpara_{}", place + 1);
        return Ok(Heading { id, is_whole: false, title: String::new() });
    }
    match after {
        "" => Ok(Heading { id, is_whole: false, title: String::new() }),
        "(whole)" => Ok(Heading { id, is_whole: true, title: String::new() }),
        "added" => Err(Reason::Incomplete),
        remark if remark.starts_with(['(', '—', ',']) => Err(Reason::Remark),
        title => Ok(Heading { id, is_whole: false, title: title.to_owned() }),
    }
}
