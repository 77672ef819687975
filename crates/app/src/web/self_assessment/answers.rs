//! What was answered. It is kept by the browser, in a cookie, and nowhere else.

use std::collections::BTreeMap;

use adhere_domain::codes::id::PartId;
use axum::http::{HeaderMap, HeaderValue, header};
use jiff::civil::Date;

use super::questions::{ADHERENCE, Field, Kind, QUESTIONS, Question, is_day};
use crate::web::published::PublishedCode;

/// The name of the cookie, and the path below which the browser shows it again. Over TLS browsers take it from this site
/// alone, which they do for no other path than all.
const fn cookie(is_secure: bool) -> (&'static str, &'static str) {
    if is_secure { ("__Host-adhere_answers", "/") } else { ("adhere_answers", "/self-assessment") }
}

/// How long the browser keeps it, in seconds: ninety days.
const KEPT: u32 = 90 * 24 * 60 * 60;

/// The longest answer, in bytes: all of them fit into a cookie.
const LONGEST: usize = 200;

/// Answers by the name of their field; what is not known is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Answers {
    given: BTreeMap<&'static str, String>,
}

/// Why an answer cannot be one, as the key of the words that say so.
pub(super) type Refused = BTreeMap<&'static str, &'static str>;

impl Answers {
    /// What the browser kept; what is no answer any more is dropped.
    pub(super) fn kept(headers: &HeaderMap, is_secure: bool) -> Self {
        let (name, _) = cookie(is_secure);
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let cookie = cookies.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name));
        let text = cookie.and_then(|rest| rest.strip_prefix('=')).unwrap_or_default();
        let form: Vec<(String, String)> = form_urlencoded::parse(text.as_bytes()).into_owned().collect();
        let mut answers = Self::default();
        for question in QUESTIONS {
            let (read, refused) = Self::default().answer(question, &form);
            let sound = read.given.into_iter().filter(|(name, _)| !refused.contains_key(name));
            answers.given.extend(sound);
        }
        answers
    }

    /// These answers with those to one question in their place, as they were typed, and what is wrong with any.
    pub(super) fn answer(mut self, question: &Question, form: &[(String, String)]) -> (Self, Refused) {
        let mut refused = Refused::new();
        for field in question.fields {
            let typed = form.iter().filter(|(name, _)| name == field.name).map(|(_, value)| value.trim());
            let typed: Vec<&str> = typed.filter(|value| !value.is_empty()).collect();
            self.given.remove(field.name);
            if typed.is_empty() {
                continue;
            }
            let text = typed.join(" ");
            if let Some(expected) = expected(field, &text) {
                refused.insert(field.name, expected);
            }
            self.given.insert(field.name, text);
        }
        (self, refused)
    }

    /// What is wrong with answers that go together.
    pub(super) fn refused_together(&self, question: &Question, code: Option<&PublishedCode>) -> Refused {
        let mut refused = Refused::new();
        if question.id != ADHERENCE || self.adheres().is_none() {
            return refused;
        }
        match self.of("since").and_then(|since| since.parse::<Date>().ok()) {
            None => {
                refused.insert("since", "web-expected-since");
            }
            Some(since) if code.is_some_and(|published| since < published.code.published) => {
                refused.insert("since", "web-expected-since-published");
            }
            Some(_) => {}
        }
        let chapters = code.map_or(&[][..], |published| &published.code.chapters);
        let is_chapter = |id: &str| chapters.iter().any(|chapter| chapter.id.as_str() == id);
        let chosen = self.of("chapters").is_some_and(|chosen| chosen.split(' ').all(is_chapter));
        if self.of("scope") == Some("chapters") && !chosen {
            refused.insert("chapters", "web-expected-chapters");
        }
        refused
    }

    /// The answer to a field.
    pub(super) fn of(&self, field: &str) -> Option<&str> {
        self.given.get(field).map(String::as_str)
    }

    /// Whether a choice was made.
    pub(super) fn has(&self, field: &str, choice: &str) -> bool {
        self.of(field).is_some_and(|answer| answer.split(' ').any(|chosen| chosen == choice))
    }

    /// Whether a field was answered.
    pub(super) fn is_given(&self, field: &str) -> bool {
        self.given.contains_key(field)
    }

    /// The answer to a field, or else another text, in quotes: what JSON escapes is escaped alike in TOML, and other
    /// control characters are in no answer.
    pub(super) fn quoted(&self, field: &str, otherwise: &str) -> String {
        serde_json::Value::from(self.of(field).unwrap_or(otherwise)).to_string()
    }

    /// All choices that were made.
    pub(super) fn all(&self, field: &str) -> Vec<&str> {
        self.of(field).map_or_else(Vec::new, |answer| answer.split(' ').collect())
    }

    /// The scope of the adherence, if there is one.
    pub(super) fn adheres(&self) -> Option<&str> {
        self.of("scope").filter(|scope| *scope != "none")
    }

    /// Yes or no, if it is known.
    pub(super) fn yes(&self, field: &str) -> Option<bool> {
        self.of(field).map(|answer| answer == "yes")
    }

    pub(super) fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// Whether anything was answered on a page.
    pub(super) fn has_any_of(&self, question: &Question) -> bool {
        question.fields.iter().any(|field| self.given.contains_key(field.name))
    }

    /// The header that has the browser keep these answers, or forget them when there are none.
    pub(super) fn to_cookie(&self, is_secure: bool) -> Option<HeaderValue> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for question in QUESTIONS {
            for field in question.fields {
                let Some(answer) = self.of(field.name) else { continue };
                match field.kind {
                    Kind::Any(_) | Kind::Chapters => answer.split(' ').for_each(|chosen| {
                        form.append_pair(field.name, chosen);
                    }),
                    _ => {
                        form.append_pair(field.name, answer);
                    }
                }
            }
        }
        let kept = if self.is_empty() { 0 } else { KEPT };
        let ((name, path), secure) = (cookie(is_secure), if is_secure { "; Secure" } else { "" });
        let text = format!("{name}={}; Path={path}; Max-Age={kept}; HttpOnly; SameSite=Lax{secure}", form.finish());
        HeaderValue::from_str(&text).ok()
    }
}

/// The key of the words for what an answer should be, when it is not.
fn expected(field: &Field, text: &str) -> Option<&'static str> {
    if text.len() > LONGEST {
        return Some("web-expected-short");
    }
    let is_among = |choices: &[(&str, &str)], chosen: &str| choices.iter().any(|(name, _)| *name == chosen);
    match field.kind {
        Kind::Text(check) => (!(check.is_met)(text)).then_some(check.expected),
        Kind::Day => (!is_day(text)).then_some("web-expected-day"),
        Kind::YesNo => (!matches!(text, "yes" | "no")).then_some("web-expected-choice"),
        Kind::One(choices) => (!is_among(choices, text)).then_some("web-expected-choice"),
        Kind::Chapters => (!text.split(' ').all(|id| PartId::parse(id).is_some())).then_some("web-expected-choice"),
        Kind::Any(choices) => {
            (!text.split(' ').all(|chosen| is_among(choices, chosen))).then_some("web-expected-choice")
        }
    }
}

#[cfg(test)]
mod tests;
