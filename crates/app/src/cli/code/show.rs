//! A code, or a part of it, as text.

use std::fmt::Write as _;
use std::path::Path;

use adhere_domain::codes::code::Code;
use adhere_domain::law::corpus::Corpus;
use anyhow::{Result, anyhow};

use super::super::CommandError;
use crate::report::code_view::{ChapterView, CodeWording, CommitmentView, MeasureView, cites};
use crate::words::Words;

/// The contents of a code, or one part of it with its imported text, if there is a file with that.
pub(super) fn with_text(
    code: &Code,
    (part, text): (Option<&str>, Option<&Path>),
    corpus: &Corpus,
    words: &Words,
) -> Result<String, CommandError> {
    let Some((part, path)) = part.zip(text) else { return Ok(show(code, part, corpus, words)?) };
    let text = super::text::show(path, code, part, words)?;
    let summary = show(code, Some(part), corpus, words);
    Ok(match (summary, text) {
        (Ok(summary), Some(text)) => format!("{summary}\n{text}"),
        (Ok(summary), None) => format!("{summary}\n{}\n", words.with("code-text-none", &[("part", part.into())])),
        // Recitals, appendices and terms are in the text alone.
        (Err(_), Some(text)) => text,
        (Err(error), None) => return Err(error.into()),
    })
}

/// The contents of a code, or one part of it in full.
fn show(code: &Code, part: Option<&str>, corpus: &Corpus, words: &Words) -> Result<String> {
    let wording = CodeWording { code, corpus, words };
    let printer = Printer { wording };
    let mut text = String::new();
    let Some(part) = part else {
        printer.contents(code, &mut text)?;
        return Ok(text);
    };
    for chapter in &code.chapters {
        if chapter.id.as_str() == part {
            printer.chapter(&wording.chapter(chapter), &mut text)?;
        }
        for commitment in &chapter.commitments {
            if commitment.id.as_str() == part {
                printer.commitment(&wording.commitment(commitment), &mut text)?;
            }
            for measure in commitment.measures.iter().filter(|measure| measure.id.as_str() == part) {
                printer.measure(&wording.measure(commitment, measure), &mut text)?;
            }
        }
    }
    if text.is_empty() {
        return Err(anyhow!("`{}` has no part `{part}`; `adhere code show {}` lists them", code.id, code.id));
    }
    Ok(text)
}

struct Printer<'a> {
    wording: CodeWording<'a>,
}

impl Printer<'_> {
    fn contents(&self, code: &Code, text: &mut String) -> Result<()> {
        let words = self.wording.words;
        let profile = words.text(&format!("profile-{}", code.profile.id()));
        writeln!(text, "{}\n{}@{} — {profile}", code.title, code.id, code.version)?;
        writeln!(text, "{} {}", words.text("label-source"), code.source)?;
        if let Some(language) = &code.language {
            writeln!(text, "{} {language}", words.text("label-language"))?;
        }
        for event in &code.events {
            let kind = words.text(&format!("code-event-{}", event.kind.id()));
            writeln!(text, "{} {kind}: {} [{}]", event.on, event.by, event.source)?;
        }
        for chapter in self.wording.chapters() {
            writeln!(text, "\n{}  {}", chapter.id, chapter.title)?;
            for commitment in &chapter.commitments {
                writeln!(text, "  {:<6} {} — {}", commitment.id, commitment.title, commitment.binds)?;
                for measure in &commitment.measures {
                    writeln!(text, "    {:<8} {} ({})", measure.id, measure.title, cites(&measure.covers))?;
                }
            }
        }
        if !code.left_out.is_empty() {
            writeln!(text, "\n{}", words.text("heading-left-out"))?;
        }
        for left_out in &code.left_out {
            writeln!(text, "  {}: {}", self.wording.corpus.cite(left_out.provision.as_str()), left_out.reason)?;
        }
        Ok(())
    }

    fn chapter(&self, chapter: &ChapterView, text: &mut String) -> Result<()> {
        writeln!(text, "{}  {}", chapter.id, chapter.title)?;
        chapter.commitments.iter().try_for_each(|commitment| {
            writeln!(text)?;
            self.commitment(commitment, text)
        })
    }

    fn commitment(&self, commitment: &CommitmentView, text: &mut String) -> Result<()> {
        writeln!(text, "{}  {} — {}", commitment.id, commitment.title, commitment.binds)?;
        for objective in &commitment.objectives {
            writeln!(text, "{} {objective}", self.wording.words.text("label-objective"))?;
        }
        writeln!(text, "{}", commitment.summary)?;
        commitment.measures.iter().try_for_each(|measure| {
            writeln!(text)?;
            self.measure(measure, text)
        })
    }

    fn measure(&self, measure: &MeasureView, text: &mut String) -> Result<()> {
        let words = self.wording.words;
        writeln!(text, "{}  {} — {}", measure.id, measure.title, measure.binds)?;
        writeln!(text, "{} {}", words.text("label-covers"), cites(&measure.covers))?;
        if let Some((expression, note)) = &measure.condition {
            writeln!(text, "{} {expression} — {note}", words.text("label-applies"))?;
        }
        for exemption in &measure.exemptions {
            let label = if exemption.is_whole { "label-exempt" } else { "label-relief" };
            writeln!(text, "{} {} — {}", words.text(label), exemption.ground, exemption.note)?;
        }
        for (sizes, note) in &measure.variants {
            writeln!(text, "{} {sizes} — {note}", words.text("label-variant"))?;
        }
        for deadline in &measure.deadlines {
            let note = deadline.note.as_ref().map_or_else(String::new, |note| format!(" — {note}"));
            writeln!(text, "{} {}: {}{note}", words.text("label-due"), deadline.name, deadline.when)?;
        }
        for to in &measure.reports_to {
            writeln!(text, "{} {to}", words.text("label-report"))?;
        }
        Ok(writeln!(text, "{}", measure.summary)?)
    }
}
