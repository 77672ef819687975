//! The whole assessment as text and as a page.

use std::io::Write;

use adhere_domain::law::readings::ReadingId;
use adhere_domain::law::size::SizeClass;
use anyhow::Result;
use askama::Template;

use super::model::{ModelView, OriginView, model_view, provider_origins};
use super::{Context, Outcome};
use crate::words::Words;

/// What stands above all models, ready to print.
pub(super) struct Head<'a> {
    words: &'a Words,
    provider: String,
    about: String,
    days: String,
    readings: Vec<(String, String, String)>,
    origins: Vec<OriginView>,
}

#[derive(Template)]
#[template(path = "summary_head.txt")]
struct SummaryHead<'a> {
    head: &'a Head<'a>,
}

#[derive(Template)]
#[template(path = "full_head.txt")]
struct TextHead<'a> {
    head: &'a Head<'a>,
}

#[derive(Template)]
#[template(path = "full_model.txt")]
struct TextModel<'a> {
    words: &'a Words,
    model: ModelView,
}

#[derive(Template)]
#[template(path = "full_head.html")]
struct HtmlHead<'a> {
    head: &'a Head<'a>,
    style: &'static str,
}

#[derive(Template)]
#[template(path = "full_model.html")]
struct HtmlModel<'a> {
    words: &'a Words,
    model: ModelView,
}

#[derive(Template)]
#[template(path = "full_foot.html")]
struct HtmlFoot<'a> {
    words: &'a Words,
}

/// The style of every page that adhere writes.
pub(crate) const STYLE: &str = include_str!("../../static/report.css");

impl<'a> Head<'a> {
    pub(super) fn new(report: &Context<'a>) -> Self {
        let words = report.words;
        let undertaking = report.assessor.undertaking;
        let law = report.assessor.law;
        let country = undertaking.facts.country.map_or_else(|| words.text("country-unknown"), |c| c.to_string());
        let size = words.text(
            &report
                .assessor
                .size
                .map_or_else(|| "size-unknown".to_owned(), |size: SizeClass| format!("size-{}", size.id())),
        );
        let reading = |id: ReadingId| {
            let chosen = law.readings.chosen(id);
            let text = report.data.reading_texts.iter().find(|text| text.id == id);
            let option = text.and_then(|text| text.options.get(chosen)).cloned().unwrap_or_default();
            let question = text.map_or_else(String::new, |text| text.question.clone());
            (format!("{}={chosen}", id.id()), question, option)
        };
        let days = [("as-of", law.as_of.to_string().into()), ("known-at", law.known_at.to_string().into())];
        Self {
            words,
            provider: undertaking.name.clone(),
            about: words.with("about-provider", &[("country", country.into()), ("size", size.into())]),
            days: words.with("days", &days),
            readings: ReadingId::ALL.into_iter().map(reading).collect(),
            origins: provider_origins(undertaking),
        }
    }

    pub(super) fn write_summary(&self, out: &mut dyn Write) -> Result<()> {
        Ok(out.write_all(SummaryHead { head: self }.render()?.as_bytes())?)
    }
}

/// Everything as text, one model at a time.
pub(crate) fn write_text(report: &Context<'_>, out: &mut dyn Write) -> Result<Outcome> {
    let head = Head::new(report);
    out.write_all(TextHead { head: &head }.render()?.as_bytes())?;
    let outcome =
        each_model(report, |model| Ok(out.write_all(TextModel { words: report.words, model }.render()?.as_bytes())?))?;
    writeln!(out, "\n{}", report.words.text("not-advice"))?;
    Ok(outcome)
}

/// Everything as one page, one model at a time.
pub(crate) fn write_html(report: &Context<'_>, out: &mut dyn Write) -> Result<Outcome> {
    let head = Head::new(report);
    out.write_all(HtmlHead { head: &head, style: STYLE }.render()?.as_bytes())?;
    let outcome =
        each_model(report, |model| Ok(out.write_all(HtmlModel { words: report.words, model }.render()?.as_bytes())?))?;
    out.write_all(HtmlFoot { words: report.words }.render()?.as_bytes())?;
    Ok(outcome)
}

fn each_model(report: &Context<'_>, mut write: impl FnMut(ModelView) -> Result<()>) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    for model in report.assessor.models() {
        outcome.count(&model, report.assessor);
        write(model_view(report, &model))?;
    }
    Ok(outcome)
}
