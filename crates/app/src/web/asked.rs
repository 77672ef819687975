//! What every page can be asked: as of which day; and which page it was, so that it can be asked again of another day.

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use fluent_langneg::accepted_languages;
use jiff::civil::Date;

use super::Service;
use super::error::Problem;
use super::said::Said;
use super::zone::Zone;
use crate::words::Language;

/// The parameter that names the day.
pub(super) const AS_OF: &str = "as-of";
/// The parameter that names the language.
pub(super) const LANGUAGE: &str = "language";

/// The parameter that names what was done just before.
pub(super) const DONE: &str = "done";

/// What was asked of a page.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The day, if one is named.
    pub(super) as_of: Option<Date>,
    /// The language, if one is named.
    pub(super) language: Option<Language>,
    /// The language that the browser asks for.
    pub(super) browser_language: Language,
    /// The zone in which moments are shown.
    pub(super) zone: Zone,
    /// The tags of what the browser has of the page, if it says so.
    pub(super) known_tag: Option<String>,
    /// The page's path.
    pub(super) path: String,
    /// What was done just before, if anything was.
    pub(super) done: Option<String>,
    /// Everything else that was asked.
    pub(super) also: Vec<(String, String)>,
}

impl Asked {
    /// The language of the page.
    pub(super) fn language(&self) -> Language {
        self.language.unwrap_or(self.browser_language)
    }

    /// The last value of a parameter, unless it is empty: a field that was left empty asks for nothing.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let of_name = self.also.iter().rev().find(|(known, _)| known == name);
        of_name.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// The value of a parameter as something that cannot be wrong.
    ///
    /// # Errors
    /// The value is not `expected`.
    pub(super) fn parsed<T>(
        &self,
        name: &str,
        expected: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Problem> {
        let Some(text) = self.parameter(name) else { return Ok(None) };
        let wrong = || {
            let said = Said::new("problem-wrong-value").of("name", name).of("text", text);
            Problem::bad_request(format!("`{name}` is not {expected}: `{text}`")).saying(Some(said))
        };
        Ok(Some(parse(text).ok_or_else(wrong)?))
    }
}

/// The language that an address names, if it is one that is offered.
pub(super) fn named_in(uri: &Uri) -> Option<Language> {
    let mut asked = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    asked.find_map(|(name, value)| (name == LANGUAGE).then(|| Language::parse(&value)).flatten())
}

/// The first of the languages that a browser asks for that is offered; English if none is.
pub(super) fn of_browser(headers: &HeaderMap) -> Language {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let codes = accepted_languages::parse(wanted);
    codes.iter().find_map(|wanted| Language::parse(wanted.language.as_str())).unwrap_or(Language::English)
}

impl FromRequestParts<Service> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &Service) -> Result<Self, Problem> {
        let query = Query::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        let Query(also) = query.map_err(|_| Problem::bad_request(Said::new("problem-wrong-query")))?;
        let browser_language = of_browser(&parts.headers);
        let path = parts.uri.path().to_owned();
        let known_tag = parts.headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).map(str::to_owned);
        let zone = Zone::of_browser(&parts.headers, state.is_secure());
        let asked = Self { as_of: None, language: None, browser_language, zone, known_tag, path, done: None, also };
        let as_of = asked.parsed(AS_OF, "a day such as `2026-07-27`", |text| text.parse().ok())?;
        let language = asked.parsed(LANGUAGE, "a language that is offered", Language::parse)?;
        let done = asked.parameter(DONE).map(str::to_owned);
        let is_other = |(name, _): &(String, String)| ![AS_OF, LANGUAGE, DONE].contains(&name.as_str());
        let also = asked.also.into_iter().filter(is_other).collect();
        Ok(Self { as_of, language, done, also, ..asked })
    }
}
