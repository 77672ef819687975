//! A question's fields, ready to print: what was typed is kept, and what is wrong with it stands beside it.

use super::answers::{Answers, Refused};
use super::questions::{Field, Kind, Question};
use crate::web::published::PublishedCode;
use crate::words::Words;

/// A field, ready to print.
pub(super) struct FieldView {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    pub(super) error: Option<String>,
    pub(super) control: Control,
}

/// How a field is filled in.
pub(super) enum Control {
    Text(String),
    Day(String),
    /// One of these (`radio`), or any of them (`checkbox`).
    Choices(&'static str, Vec<ChoiceView>),
}

/// The types of fields in HTML for one choice, and for any.
const ONE: &str = "radio";
const ANY: &str = "checkbox";

/// A choice, ready to print.
pub(super) struct ChoiceView {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) is_chosen: bool,
}

impl FieldView {
    /// What describes the field, by the ids of its hint and its error.
    pub(super) fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }
}

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
        Kind::Text(_) => Control::Text(typed()),
        Kind::Day => Control::Day(typed()),
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
