//! `adhere statement carry-over`: what became of every answer.

use adhere_actions::Context;
use adhere_actions::carry_over::{Answer, CarriedOver, CarryOver, Fate, carry_over};
use adhere_domain::adherence::carry_over::Reason;
use adhere_domain::evidence::archive::Attachment;
use adhere_domain::evidence::carrying::Carrying;
use adhere_domain::parties::organisation::OrganisationId;
use serde_json::{Value, json};

use crate::cli::CommandError;
use crate::cli::acting::Instance;
use crate::cli::code::find::find_code;
use crate::cli::named::{AnswerFormat, name};
use crate::cli::store::say;
use crate::words::Words;

/// Carries over what can be, and prints what became of every answer.
pub(super) fn carry(
    instance: &Instance,
    context: &Context<'_>,
    provider: &OrganisationId,
    (old, new): (&str, &str),
    format: AnswerFormat,
) -> Result<(), CommandError> {
    let old = find_code(old, &instance.law.corpus)?.source.code;
    let new = find_code(new, &instance.law.corpus)?.source.code;
    let command = CarryOver { provider, old: &old, new: &new };
    let outcome = carry_over(context, command)?.outcome;
    let lines = match format {
        AnswerFormat::Json => vec![as_json(&outcome).to_string()],
        AnswerFormat::Text => lines(&outcome, &Words::english()?),
    };
    Ok(say(&lines)?)
}

fn lines(outcome: &CarriedOver, words: &Words) -> Vec<String> {
    let answers = outcome.answers.iter().flat_map(|answer| {
        let from = ("from", name(&answer.from).into());
        let line = match &answer.fate {
            Fate::Carried(to) => words.with("carried-over", &[from, ("to", name(to).into())]),
            Fate::StatedOtherwise(to) => words.with("carried-stated", &[from, ("to", name(to).into())]),
            Fate::ForReview(to, review) => {
                let why = words.text(&format!("review-{}", review.id()));
                words.with("carried-for-review", &[from, ("to", name(to).into()), ("why", why.into())])
            }
            Fate::LeftBehind(reason) => words.with("carried-not", &[from, ("why", told(reason, words).into())]),
        };
        [line].into_iter().chain(answer.evidence.iter().map(|it| evidence_line(it, words)))
    });
    let unanswered = outcome.unanswered.iter().map(|(model, measure)| {
        let measure = measure.to_string().into();
        match model {
            None => words.with("carried-unanswered", &[("measure", measure)]),
            Some(model) => {
                words.with("carried-unanswered-model", &[("measure", measure), ("model", model.to_string().into())])
            }
        }
    });
    let mut lines: Vec<String> = answers.chain(unanswered).collect();
    if lines.is_empty() {
        lines.push(words.text("carried-nothing"));
    }
    lines
}

/// What became of something that is attached to an answer.
fn evidence_line((attachment, carrying): &(Attachment, Carrying), words: &Words) -> String {
    let passage = attachment.passage.as_ref().map(|passage| format!(" “{}”", passage.exact())).unwrap_or_default();
    let item = format!("{}{passage}", attachment.item);
    format!("  {}", words.with(&format!("carried-evidence-{}", carrying.id()), &[("item", item.into())]))
}

fn evidence_as_json((attachment, carrying): &(Attachment, Carrying)) -> Value {
    let quotation = attachment.passage.as_ref().map(adhere_domain::evidence::passage::Passage::exact);
    json!({"evidence": attachment.item.as_str(), "quotation": quotation, "fate": carrying.id()})
}

fn told(reason: &Reason, words: &Words) -> String {
    match reason {
        Reason::Dropped(notes) => words.with("carried-dropped", &[("notes", notes.join("; ").into())]),
        Reason::Lost => words.text("carried-lost"),
        Reason::NotInVersion => words.text("carried-not-in-version"),
    }
}

fn as_json(outcome: &CarriedOver) -> Value {
    let answer = |Answer { from, content, fate, evidence }: &Answer| {
        let (what, to, why) = match fate {
            Fate::Carried(to) => ("carried", Some(to), Vec::new()),
            Fate::StatedOtherwise(to) => ("stated_otherwise", Some(to), Vec::new()),
            Fate::ForReview(to, review) => ("for_review", Some(to), vec![review.id().to_owned()]),
            Fate::LeftBehind(Reason::Dropped(notes)) => ("dropped", None, notes.clone()),
            Fate::LeftBehind(Reason::Lost) => ("lost", None, Vec::new()),
            Fate::LeftBehind(Reason::NotInVersion) => ("not_in_version", None, Vec::new()),
        };
        json!({
            "from": name(from),
            "state": content.state.id(),
            "fate": what,
            "to": to.map(name),
            "why": why,
            "evidence": evidence.iter().map(evidence_as_json).collect::<Vec<_>>(),
        })
    };
    let unanswered = outcome.unanswered.iter().map(
        |(model, measure)| json!({"measure": measure.as_str(), "model": model.as_ref().map(adhere_domain::codes::id::PartId::as_str)}),
    );
    json!({
        "answers": outcome.answers.iter().map(answer).collect::<Vec<_>>(),
        "unanswered": unanswered.collect::<Vec<_>>(),
    })
}
