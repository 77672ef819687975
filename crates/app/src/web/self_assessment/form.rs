//! A question's fields, ready to print: what was typed is kept, and what is wrong with it stands beside it.

use super::answers::{Answers, Refused};
use super::questions::{Field, Kind, Question};
use crate::web::form::{ANY, ChoiceView, Control, FieldView, ONE};
use crate::web::published::PublishedCode;
use crate::words::Words;

/// All fields of a question.
pub(super) fn field_views(
    question: &Question,
    answers: &Answers,
    refused: &Refused,
    code: Option<&PublishedCode>,
    words: &Words,
) -> Vec<FieldView> {
    let view = |field: &Field| FieldView {
        name: field.name,
        label: words.text(field.label),
        hint: field.hint.map(|key| words.text(key)),
        error: refused.get(field.name).map(|key| words.text(key)),
        control: control(field, answers, code, words),
    };
    question.fields.iter().map(view).collect()
}

fn control(field: &Field, answers: &Answers, code: Option<&PublishedCode>, words: &Words) -> Control {
    let typed = || answers.of(field.name).unwrap_or_default().to_owned();
    let choice = |(value, label): (&str, String)| ChoiceView {
        value: value.to_owned(),
        label,
        is_chosen: answers.has(field.name, value),
    };
    let worded = |(value, key): &(&'static str, &'static str)| choice((value, words.text(key)));
    let unknown = || ChoiceView {
        value: String::new(),
        label: words.text("web-not-known"),
        is_chosen: answers.of(field.name).is_none(),
    };
    match field.kind {
        Kind::Text(_) => Control::Line("text", typed(), "off"),
        Kind::Day => Control::Line("date", typed(), "off"),
        Kind::YesNo => {
            let choices = [("yes", "web-yes"), ("no", "web-no")];
            Control::Choices(ONE, choices.iter().map(worded).chain([unknown()]).collect())
        }
        Kind::One(choices) => Control::Choices(ONE, choices.iter().map(worded).chain([unknown()]).collect()),
        Kind::Any(choices) => Control::Choices(ANY, choices.iter().map(worded).collect()),
        Kind::Chapters => {
            let chapters = code.iter().flat_map(|published| &published.code.chapters);
            Control::Choices(
                ANY,
                chapters.map(|chapter| choice((chapter.id.as_str(), chapter.title.clone()))).collect(),
            )
        }
    }
}
