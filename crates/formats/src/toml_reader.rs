//! Reading TOML with every finding in its place: wrong types, unknown keys, missing keys, values that make no sense.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::ops::Range;

use adhere_domain::adherence::record::Origin;
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Findings, Severity};

/// What was found in one file, and where its facts come from.
#[derive(Debug)]
pub(crate) struct Log {
    file: String,
    diagnostics: RefCell<Vec<Diagnostic>>,
    origins: RefCell<BTreeMap<String, Origin>>,
}

impl Log {
    pub(crate) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), diagnostics: RefCell::default(), origins: RefCell::default() }
    }

    pub(crate) fn error(&self, span: Option<Range<usize>>, rule: &'static str, message: String, hint: Option<String>) {
        self.push(span, rule, Severity::Error, message, hint);
    }

    pub(crate) fn warning(&self, span: Option<Range<usize>>, rule: &'static str, message: String, hint: &str) {
        self.push(span, rule, Severity::Warning, message, Some(hint.to_owned()));
    }

    fn push(
        &self,
        span: Option<Range<usize>>,
        rule: &'static str,
        severity: Severity,
        message: String,
        hint: Option<String>,
    ) {
        let file = self.file.clone();
        self.diagnostics.borrow_mut().push(Diagnostic { file, span, rule, severity, message, hint, basis: None });
    }

    pub(crate) fn origins(&self) -> BTreeMap<String, Origin> {
        self.origins.take()
    }

    /// What was found; the text is kept only where there is a place in it to show.
    pub(crate) fn into_findings(self, text: &str) -> Findings {
        let diagnostics = self.diagnostics.into_inner();
        let texts = if diagnostics.is_empty() { Vec::new() } else { vec![(self.file, text.to_owned())] };
        Findings { diagnostics, texts }
    }
}

/// Parses a file and hands its root table to `read`; a file that is not TOML yields nothing.
pub(crate) fn read<T>(
    file: &str,
    text: &str,
    read: impl FnOnce(&Section<'_>, &Log) -> Option<T>,
) -> (Option<T>, Findings) {
    let log = Log::new(file);
    let parsed = DeTable::parse(text);
    let value = match &parsed {
        Ok(root) => {
            let section = Section::new(root.get_ref(), String::new(), None, &log);
            let value = read(&section, &log);
            section.refuse_unknown();
            value
        }
        Err(error) => {
            let message = error.message().to_lowercase();
            log.error(error.span(), "toml-syntax", message, Some("see https://toml.io for the syntax".to_owned()));
            None
        }
    };
    let findings = log.into_findings(text);
    (value.filter(|_| !findings.has_errors()), findings)
}

/// A table, and which of its keys were asked for.
#[derive(Debug)]
pub(crate) struct Section<'a> {
    table: &'a DeTable<'a>,
    path: String,
    span: Option<Range<usize>>,
    asked: RefCell<BTreeSet<&'static str>>,
    log: &'a Log,
}

impl<'a> Section<'a> {
    fn new(table: &'a DeTable<'a>, path: String, span: Option<Range<usize>>, log: &'a Log) -> Self {
        Self { table, path, span, asked: RefCell::default(), log }
    }

    /// The place of the table, or of a key in it.
    pub(crate) fn span(&self, key: &str) -> Option<Range<usize>> {
        self.table.get(key).map(Spanned::span).or_else(|| self.span.clone())
    }

    /// Refuses a value that parsed and makes no sense.
    pub(crate) fn refuse(&self, key: &str, message: String, hint: &str) {
        self.log.error(self.span(key), "invalid-value", message, Some(hint.to_owned()));
    }

    /// Warns that a table lacks something and is therefore not used.
    pub(crate) fn warn_unused(&self, lacks: &str) {
        let message = format!("`{}` lacks {lacks} and is not used", self.path);
        self.log.warning(self.span.clone(), "incomplete", message, "add it, or remove the table");
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A text.
    ///
    /// Control characters could forge lines in what is printed from it, and are refused.
    pub(crate) fn text(&self, key: &'static str) -> Option<&'a str> {
        let value = self.value(key)?;
        let text = self.typed(key, value, value.get_ref().as_str(), "a text in quotes")?;
        let turns_text_round = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t' || turns_text_round(c)) {
            let hint = "write plain text; only line breaks and tabs may stand among the letters".to_owned();
            let message = format!("`{key}` has control characters in it");
            self.log.error(Some(value.span()), "invalid-value", message, Some(hint));
            return None;
        }
        Some(text)
    }

    /// A text of one line that must be there.
    pub(crate) fn required_line(&self, key: &'static str) -> Option<&'a str> {
        let text = self.required_text(key)?;
        if text.contains(['\n', '\t']) || text.trim().is_empty() {
            self.refuse(key, format!("`{key}` is not one line of text"), "write it on one line");
            return None;
        }
        Some(text)
    }

    /// A text that must be there and say something.
    pub(crate) fn required_words(&self, key: &'static str) -> Option<&'a str> {
        self.require(key)?;
        self.words(key)
    }

    /// A text that says something, if it is there.
    pub(crate) fn words(&self, key: &'static str) -> Option<&'a str> {
        let text = self.text(key)?;
        if text.trim().is_empty() {
            self.refuse(key, format!("`{key}` says nothing"), "write it in words, or remove what it is for");
            return None;
        }
        Some(text)
    }

    /// A text that must be there.
    pub(crate) fn required_text(&self, key: &'static str) -> Option<&'a str> {
        self.require(key)?;
        self.text(key)
    }

    /// A figure: a text that a parser accepts, or a plain integer.
    pub(crate) fn figure<T, E: Display>(
        &self,
        key: &'static str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let value = self.value(key)?;
        let text = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => Some(integer.as_str()),
            other => other.as_str(),
        };
        let text = self.typed(
            key,
            value,
            text,
            "a figure in quotes, such as \"12345678.90\" or \"3.8e25\", or a plain integer",
        )?;
        self.accept(key, parse(text))
    }

    fn accept<T, E: Display>(&self, key: &'static str, parsed: Result<T, E>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(error) => {
                self.log.error(self.span(key), "invalid-value", error.to_string(), None);
                None
            }
        }
    }

    /// One of a few words.
    pub(crate) fn choice<T: Copy>(&self, key: &'static str, choices: &[(T, &'static str)]) -> Option<T> {
        let text = self.text(key)?;
        let found = choices.iter().find(|(_, name)| *name == text).map(|(choice, _)| *choice);
        if found.is_none() {
            let names: Vec<_> = choices.iter().map(|(_, name)| format!("`{name}`")).collect();
            let message = format!("`{text}` is not a value of `{key}`");
            self.refuse(key, message, &format!("one of {}", names.join(", ")));
        }
        found
    }

    /// One of a few words that must be there.
    pub(crate) fn required_choice<T: Copy>(&self, key: &'static str, choices: &[(T, &'static str)]) -> Option<T> {
        self.require(key)?;
        self.choice(key, choices)
    }

    /// A truth value.
    pub(crate) fn boolean(&self, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        self.typed(key, value, value.get_ref().as_bool(), "`true` or `false`; leave the key out while it is not known")
    }

    /// A whole number that is not negative.
    pub(crate) fn integer<T: std::str::FromStr>(&self, key: &'static str) -> Option<T> {
        let value = self.value(key)?;
        let number = value.get_ref().as_integer().filter(|integer| integer.radix() == 10);
        let number = number.and_then(|integer| integer.as_str().parse().ok());
        self.typed(key, value, number, "a whole number in range, without quotes")
    }

    /// A date.
    pub(crate) fn date(&self, key: &'static str) -> Option<Date> {
        let value = self.value(key)?;
        self.typed(key, value, as_date(value.get_ref()), "a date such as 2025-08-02, without quotes")
    }

    /// A date that must be there.
    pub(crate) fn required_date(&self, key: &'static str) -> Option<Date> {
        self.require(key)?;
        self.date(key)
    }

    /// A list of texts.
    pub(crate) fn texts(&self, key: &'static str) -> Option<Vec<&'a str>> {
        let value = self.value(key)?;
        let texts =
            value.get_ref().as_array().and_then(|array| array.iter().map(|item| item.get_ref().as_str()).collect());
        self.typed(key, value, texts, "a list of texts in quotes")
    }

    /// A list of texts that must be there.
    pub(crate) fn required_texts(&self, key: &'static str) -> Option<Vec<&'a str>> {
        self.require(key)?;
        self.texts(key)
    }

    /// A list of dates.
    pub(crate) fn dates(&self, key: &'static str) -> Option<Vec<Date>> {
        let value = self.value(key)?;
        let dates =
            value.get_ref().as_array().and_then(|array| array.iter().map(|item| as_date(item.get_ref())).collect());
        self.typed(key, value, dates, "a list of dates such as 2025-08-02, without quotes")
    }

    /// The value itself, with its origin noted when it is written as `{ is = …, source = … }`.
    pub(crate) fn value(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().insert(key);
        let value = self.table.get(key)?;
        let Some(fact) = value.get_ref().as_table().filter(|table| table.contains_key("is")) else {
            return Some(value);
        };
        let section = Section::new(fact, self.path_of(key), Some(value.span()), self.log);
        let text = |key| section.text(key).map(str::to_owned);
        let origin = Origin { source: text("source"), note: text("note") };
        self.log.origins.borrow_mut().insert(self.path_of(key), origin);
        section.asked.borrow_mut().insert("is");
        section.refuse_unknown();
        fact.get("is")
    }

    /// A table within.
    pub(crate) fn section(&self, key: &'static str) -> Option<Section<'a>> {
        self.asked.borrow_mut().insert(key);
        let value = self.table.get(key)?;
        let table = self.typed(key, value, value.get_ref().as_table(), "a table")?;
        Some(Section::new(table, self.path_of(key), Some(value.span()), self.log))
    }

    /// A table within that must be there.
    pub(crate) fn required_section(&self, key: &'static str) -> Option<Section<'a>> {
        self.require(key)?;
        self.section(key)
    }

    /// A list of tables within; none when the key is absent.
    pub(crate) fn sections(&self, key: &'static str) -> Vec<Section<'a>> {
        self.asked.borrow_mut().insert(key);
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let Some(array) = self.typed(key, value, value.get_ref().as_array(), "a list of tables") else {
            return Vec::new();
        };
        let tables = array.iter().enumerate().filter_map(|(index, item)| {
            let table = self.typed(key, item, item.get_ref().as_table(), "a list of tables")?;
            let path = format!("{}[{}]", self.path_of(key), index + 1);
            Some(Section::new(table, path, Some(item.span()), self.log))
        });
        tables.collect()
    }

    /// All keys with text values, for tables whose keys are data.
    pub(crate) fn entries(&self) -> Vec<(&'a str, &'a str, Range<usize>)> {
        let entry = |(key, value): (&'a Spanned<_>, &'a Spanned<DeValue<'a>>)| {
            let name: &'a std::borrow::Cow<'a, str> = key.get_ref();
            let text = self.typed(name, value, value.get_ref().as_str(), "a text in quotes")?;
            Some((name.as_ref(), text, value.span()))
        };
        self.table.iter().filter_map(entry).collect()
    }

    /// Refuses every key that nothing asked for, naming the nearest that something did.
    pub(crate) fn refuse_unknown(&self) {
        let asked = self.asked.borrow();
        for key in self.table.keys().filter(|key| !asked.contains(key.get_ref().as_ref())) {
            let name = key.get_ref();
            let nearest = asked.iter().map(|known| (strsim::damerau_levenshtein(known, name), *known)).min();
            let hint = match nearest {
                Some((distance, known)) if distance <= 3 => format!("did you mean `{known}`?"),
                _ => "remove it, or see the commented file that `adhere init` writes".to_owned(),
            };
            let within = if self.path.is_empty() { String::new() } else { format!(" in `{}`", self.path) };
            self.log.error(Some(key.span()), "unknown-key", format!("unknown key `{name}`{within}"), Some(hint));
        }
    }

    fn require(&self, key: &'static str) -> Option<()> {
        if self.table.contains_key(key) {
            return Some(());
        }
        let within = if self.path.is_empty() { String::new() } else { format!(" in `{}`", self.path) };
        self.log.error(
            self.span.clone(),
            "missing-key",
            format!("`{key}` is missing{within}"),
            Some(format!("add `{key} = …`")),
        );
        self.asked.borrow_mut().insert(key);
        None
    }

    fn typed<T>(&self, key: &str, value: &Spanned<DeValue<'_>>, typed: Option<T>, expected: &str) -> Option<T> {
        if typed.is_none() {
            let found = value.get_ref().type_str();
            let message = format!("`{key}` is {found} that does not fit here");
            self.log.error(Some(value.span()), "wrong-type", message, Some(format!("write {expected}")));
        }
        typed
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

fn as_date(value: &DeValue<'_>) -> Option<Date> {
    let datetime = value.as_datetime()?;
    let date = datetime.date.filter(|_| datetime.time.is_none())?;
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}
