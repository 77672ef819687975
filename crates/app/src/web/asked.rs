//! What every page can be asked: as of which day; and which page it was, so that it can be asked again of another day.

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use jiff::civil::Date;

use super::error::Problem;

/// The parameter that names the day.
pub(super) const AS_OF: &str = "as-of";

/// What was asked of a page.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The day, if one is named.
    pub(super) as_of: Option<Date>,
    /// The page's path.
    pub(super) path: String,
    /// Everything else that was asked.
    pub(super) also: Vec<(String, String)>,
}

impl Asked {
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
        let value = parse(text).ok_or_else(|| Problem::bad_request(format!("`{name}` is not {expected}: `{text}`")))?;
        Ok(Some(value))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let query = Query::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        let Query(also) = query.map_err(Problem::bad_request)?;
        let asked = Self { as_of: None, path: parts.uri.path().to_owned(), also };
        let as_of = asked.parsed(AS_OF, "a day such as `2026-07-27`", |text| text.parse().ok())?;
        let also = asked.also.into_iter().filter(|(name, _)| name != AS_OF).collect();
        Ok(Self { as_of, also, ..asked })
    }
}
