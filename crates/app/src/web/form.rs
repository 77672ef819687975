//! Forms: what was typed is kept, and what is wrong with it stands beside the field.
//!
//! A handler reads each field once into something that cannot be wrong, and shows the form again with what was refused.

use std::collections::BTreeMap;

use crate::words::Words;

/// What was typed into a form, and what is wrong with it.
#[derive(Clone, Default)]
pub(super) struct Typed {
    given: Vec<(String, String)>,
    refused: BTreeMap<&'static str, String>,
    problem: Option<String>,
}

/// A form, ready to print.
pub(super) struct FormView {
    pub(super) action: String,
    pub(super) fields: Vec<FieldView>,
    /// What is wrong with all of it.
    pub(super) problem: Option<String>,
    pub(super) submit: String,
    /// Whether files go along.
    pub(super) has_files: bool,
}

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
    /// A line: the type of the input, what is in it, and what a browser may fill in.
    Line(&'static str, String, &'static str),
    /// A line with what may be meant: what is in it, and what is offered.
    Suggested(String, Vec<ChoiceView>),
    /// Many lines.
    Area(String),
    /// One of these (`radio`), or any of them (`checkbox`).
    Choices(&'static str, Vec<ChoiceView>),
    /// One of many.
    Select(Vec<ChoiceView>),
    /// Files.
    Files,
    /// Nothing to fill in: goes along as it is.
    Hidden(String),
}

/// The types of fields in HTML for one choice, and for any.
pub(super) const ONE: &str = "radio";
pub(super) const ANY: &str = "checkbox";

/// A choice, ready to print.
pub(super) struct ChoiceView {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) is_chosen: bool,
}

/// Makes the fields of a form from what was typed.
#[derive(Clone, Copy)]
pub(super) struct Fields<'f> {
    pub(super) words: &'f Words,
    pub(super) typed: &'f Typed,
}

impl Typed {
    /// What a browser sent.
    pub(super) fn sent(given: Vec<(String, String)>) -> Self {
        Self { given, ..Self::default() }
    }

    /// What stands in the form before anything is typed.
    pub(super) fn begin(values: &[(&str, String)]) -> Self {
        Self::sent(values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
    }

    /// What is in a field, without blanks around it.
    pub(super) fn value(&self, name: &str) -> &str {
        self.whole(name).trim()
    }

    /// What is in a field, blanks and all.
    pub(super) fn whole(&self, name: &str) -> &str {
        self.given.iter().rev().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// Everything that was chosen in a field.
    pub(super) fn all<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'t str> {
        self.given.iter().filter(move |(known, value)| known == name && !value.is_empty()).map(|(_, value)| &**value)
    }

    /// What must be in a field; where it is not, `message` stands beside it.
    pub(super) fn required<T>(
        &mut self,
        name: &'static str,
        message: impl FnOnce() -> String,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = Some(self.value(name)).filter(|text| !text.is_empty()).and_then(parse);
        if value.is_none() {
            self.refuse(name, message());
        }
        value
    }

    /// What may be in a field; where it is not what it should be, `message` stands beside it.
    pub(super) fn optional<T>(
        &mut self,
        name: &'static str,
        message: impl FnOnce() -> String,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        if self.value(name).is_empty() { None } else { self.required(name, message, parse) }
    }

    /// Says what is wrong with a field.
    pub(super) fn refuse(&mut self, name: &'static str, message: String) {
        self.refused.insert(name, message);
    }

    /// Says what is wrong with all of it.
    pub(super) fn refuse_all(&mut self, message: String) {
        self.problem = Some(message);
    }

    /// What is wrong with which field.
    pub(super) fn refused(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.refused.iter().map(|(name, message)| (*name, message.clone()))
    }

    /// Whether anything is wrong.
    pub(super) fn is_refused(&self) -> bool {
        self.problem.is_some() || !self.refused.is_empty()
    }
}

impl FormView {
    /// A form with its fields.
    pub(super) fn new(action: String, submit: String, fields: Vec<FieldView>, typed: &Typed) -> Self {
        let has_files = fields.iter().any(|field| matches!(field.control, Control::Files));
        Self { action, fields, problem: typed.problem.clone(), submit, has_files }
    }

    /// Whether anything is wrong.
    pub(super) fn is_refused(&self) -> bool {
        self.problem.is_some() || self.fields.iter().any(|field| field.error.is_some())
    }
}

impl FieldView {
    /// The same field with a hint.
    pub(super) fn hinted(self, hint: String) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// What describes the field, by the ids of its hint and its error.
    pub(super) fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }
}

impl Fields<'_> {
    fn field(self, name: &'static str, label: &str, control: Control) -> FieldView {
        let error = self.typed.refused.get(name).cloned();
        FieldView { name, label: self.words.text(label), hint: None, error, control }
    }

    /// A line of text.
    pub(super) fn line(self, name: &'static str, label: &str) -> FieldView {
        self.input(name, label, "text", "off")
    }

    /// A line of some type that a browser may fill in.
    pub(super) fn input(
        self,
        name: &'static str,
        label: &str,
        kind: &'static str,
        autocomplete: &'static str,
    ) -> FieldView {
        // What is secret is typed anew.
        let value = if kind == "password" { String::new() } else { self.typed.value(name).to_owned() };
        self.field(name, label, Control::Line(kind, value, autocomplete))
    }

    /// A line of text that offers some.
    pub(super) fn suggested(self, name: &'static str, label: &str, offered: Vec<(String, String)>) -> FieldView {
        self.field(name, label, Control::Suggested(self.typed.value(name).to_owned(), self.choices(name, offered)))
    }

    /// A day.
    pub(super) fn day(self, name: &'static str, label: &str) -> FieldView {
        self.input(name, label, "date", "off")
    }

    /// Many lines.
    pub(super) fn area(self, name: &'static str, label: &str) -> FieldView {
        self.field(name, label, Control::Area(self.typed.whole(name).to_owned()))
    }

    /// One of a few.
    pub(super) fn one(self, name: &'static str, label: &str, choices: Vec<(String, String)>) -> FieldView {
        self.field(name, label, Control::Choices(ONE, self.choices(name, choices)))
    }

    /// Any of a few.
    pub(super) fn any(self, name: &'static str, label: &str, choices: Vec<(String, String)>) -> FieldView {
        self.field(name, label, Control::Choices(ANY, self.choices(name, choices)))
    }

    /// One of many.
    pub(super) fn select(self, name: &'static str, label: &str, choices: Vec<(String, String)>) -> FieldView {
        self.field(name, label, Control::Select(self.choices(name, choices)))
    }

    /// Files.
    pub(super) fn files(self, name: &'static str, label: &str) -> FieldView {
        self.field(name, label, Control::Files)
    }

    /// Something that goes along as it is.
    pub(super) fn hidden(self, name: &'static str) -> FieldView {
        let control = Control::Hidden(self.typed.whole(name).to_owned());
        FieldView { name, label: String::new(), hint: None, error: None, control }
    }

    fn choices(self, name: &str, choices: Vec<(String, String)>) -> Vec<ChoiceView> {
        let is_chosen = |value: &str| match value {
            "" => self.typed.value(name).is_empty(),
            value => self.typed.all(name).any(|chosen| chosen == value),
        };
        choices.into_iter().map(|(value, label)| ChoiceView { is_chosen: is_chosen(&value), value, label }).collect()
    }
}
