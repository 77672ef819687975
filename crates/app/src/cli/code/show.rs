//! A code, or a part of it, as text.

use std::fmt::Write as _;
use std::path::Path;

use adhere_domain::codes::code::{Addressee, Chapter, Code, Commitment, Extent, Measure};
use adhere_domain::codes::deadline::{Deadline, Timing};
use adhere_domain::law::corpus::{Corpus, ElementId};
use anyhow::{Result, anyhow};

use super::super::CommandError;
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
    let printer = Printer { code, corpus, words };
    let mut text = String::new();
    let Some(part) = part else {
        printer.contents(code, &mut text)?;
        return Ok(text);
    };
    for chapter in &code.chapters {
        if chapter.id.as_str() == part {
            printer.chapter(chapter, &mut text)?;
        }
        for commitment in &chapter.commitments {
            if commitment.id.as_str() == part {
                printer.commitment(commitment, &mut text)?;
            }
            for measure in commitment.measures.iter().filter(|measure| measure.id.as_str() == part) {
                printer.measure(commitment, measure, &mut text)?;
            }
        }
    }
    if text.is_empty() {
        return Err(anyhow!("`{}` has no part `{part}`; `adhere code show {}` lists them", code.id, code.id));
    }
    Ok(text)
}

struct Printer<'a> {
    code: &'a Code,
    corpus: &'a Corpus,
    words: &'a Words,
}

impl Printer<'_> {
    fn contents(&self, code: &Code, text: &mut String) -> Result<()> {
        writeln!(
            text,
            "{}\n{}@{} — {}",
            code.title,
            code.id,
            code.version,
            self.words.text(&format!("profile-{}", code.profile.id()))
        )?;
        writeln!(text, "{} {}", self.words.text("label-source"), code.source)?;
        for event in &code.events {
            let kind = self.words.text(&format!("code-event-{}", event.kind.id()));
            writeln!(text, "{} {kind}: {} [{}]", event.on, event.by, event.source)?;
        }
        for chapter in &code.chapters {
            writeln!(text, "\n{}  {}", chapter.id, chapter.title)?;
            for commitment in &chapter.commitments {
                let binds = self.addressee(commitment.binds);
                writeln!(text, "  {:<6} {} — {binds}", commitment.id.as_str(), commitment.title)?;
                for measure in &commitment.measures {
                    writeln!(
                        text,
                        "    {:<8} {} ({})",
                        measure.id.as_str(),
                        measure.title,
                        self.cites(&measure.covers)
                    )?;
                }
            }
        }
        if !code.left_out.is_empty() {
            writeln!(text, "\n{}", self.words.text("heading-left-out"))?;
        }
        for left_out in &code.left_out {
            writeln!(text, "  {}: {}", self.corpus.cite(left_out.provision.as_str()), left_out.reason)?;
        }
        Ok(())
    }

    fn chapter(&self, chapter: &Chapter, text: &mut String) -> Result<()> {
        writeln!(text, "{}  {}", chapter.id, chapter.title)?;
        chapter.commitments.iter().try_for_each(|commitment| {
            writeln!(text)?;
            self.commitment(commitment, text)
        })
    }

    fn commitment(&self, commitment: &Commitment, text: &mut String) -> Result<()> {
        writeln!(text, "{}  {} — {}", commitment.id, commitment.title, self.addressee(commitment.binds))?;
        for objective in commitment.objectives.iter().filter_map(|id| self.code.objective(id)) {
            writeln!(text, "{} {}", self.words.text("label-objective"), objective.text)?;
        }
        writeln!(text, "{}", commitment.summary)?;
        commitment.measures.iter().try_for_each(|measure| {
            writeln!(text)?;
            self.measure(commitment, measure, text)
        })
    }

    fn measure(&self, commitment: &Commitment, measure: &Measure, text: &mut String) -> Result<()> {
        let words = self.words;
        writeln!(text, "{}  {} — {}", measure.id, measure.title, self.addressee(commitment.binds))?;
        writeln!(text, "{} {}", words.text("label-covers"), self.cites(&measure.covers))?;
        if let Some(condition) = &measure.condition {
            writeln!(text, "{} {} — {}", words.text("label-applies"), condition.expression(), condition.note())?;
        }
        for exemption in &measure.exemptions {
            let label = if exemption.extent == Extent::Whole { "label-exempt" } else { "label-relief" };
            let ground = words.text(&format!("ground-{}", exemption.ground.id()));
            let ground = match exemption.lifts.join(", ") {
                lifts if lifts.is_empty() => ground,
                lifts => words.with("code-relief-lifts", &[("ground", ground.into()), ("deadlines", lifts.into())]),
            };
            writeln!(text, "{} {ground} — {}", words.text(label), exemption.note)?;
        }
        for variant in &measure.variants {
            let sizes: Vec<String> =
                variant.sizes.iter().map(|size| words.text(&format!("size-{}", size.id()))).collect();
            writeln!(text, "{} {} — {}", words.text("label-variant"), sizes.join(", "), variant.note)?;
        }
        for deadline in &measure.deadlines {
            writeln!(text, "{} {}", words.text("label-due"), self.deadline(deadline))?;
        }
        for to in &measure.reports_to {
            writeln!(text, "{} {to}", words.text("label-report"))?;
        }
        Ok(writeln!(text, "{}", measure.summary)?)
    }

    fn deadline(&self, deadline: &Deadline) -> String {
        let words = self.words;
        let length = deadline.timing.length().map_or_else(String::new, |length| {
            words.with(&format!("unit-{}", length.unit.id()), &[("count", i64::from(length.count).into())])
        });
        let event = words.text(&format!("event-{}", deadline.event.id()));
        let key = match deadline.timing {
            Timing::Within(_) => "code-timing-within",
            Timing::Before(_) => "code-timing-before",
            Timing::Every(_) => "code-timing-every",
            Timing::By => "code-timing-by",
            Timing::Keep(_) => "code-timing-keep",
        };
        let when = words.with(key, &[("length", length.into()), ("event", event.into())]);
        let note = deadline.note.as_ref().map_or_else(String::new, |note| format!(" — {note}"));
        format!("{}: {when}{note}", deadline.name)
    }

    fn addressee(&self, addressee: Addressee) -> String {
        self.words.text(&format!("addressee-{}", addressee.id()))
    }

    fn cites(&self, elements: &[ElementId]) -> String {
        elements.iter().map(|element| self.corpus.cite(element.as_str())).collect::<Vec<_>>().join(", ")
    }
}
