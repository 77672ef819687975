//! Lists in pages: where one ended is told in letters that mean nothing to whoever hands them back.

use schemars::JsonSchema;
use serde::Serialize;

use super::call::Call;
use super::reply::{Reply, json, tag};
use crate::web::error::Problem;

/// So many are given where nobody says how many,
const USUAL: u64 = 50;
/// and so many at most.
pub(super) const MOST: u64 = 200;

/// A page of a list.
#[derive(Serialize, JsonSchema)]
pub(super) struct Listed<T> {
    /// What is on this page.
    pub(super) items: Vec<T>,
    /// Where the next page is; nothing on the last one.
    pub(super) next: Option<String>,
}

impl Call<'_> {
    /// How many are asked for.
    pub(super) fn limit(&self) -> Result<u64, Problem> {
        let expected = format!("a number from 1 to {MOST}");
        let parse = |text: &str| text.parse().ok().filter(|limit| (1..=MOST).contains(limit));
        Ok(self.page.asked.parsed("limit", &expected, parse)?.unwrap_or(USUAL))
    }

    /// Where the page before ended.
    pub(super) fn after<T>(&self, parse: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Problem> {
        let opened = |text: &str| {
            let bytes = base64::Engine::decode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, text).ok()?;
            parse(std::str::from_utf8(&bytes).ok()?)
        };
        self.page.asked.parsed("after", "where a page of this list ended", opened)
    }

    /// Where the page goes on that ends at a place.
    pub(super) fn next(&self, place: &str) -> String {
        let place = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, place);
        let asked = self.sent.uri.query().unwrap_or_default();
        let others = form_urlencoded::parse(asked.as_bytes()).filter(|(name, _)| name != "after");
        let mut query = form_urlencoded::Serializer::new(String::new());
        let query = query.extend_pairs(others).append_pair("after", &place).finish();
        format!("{}?{query}", self.sent.uri.path())
    }

    /// A page of a list that is read whole. Its tag is that of the whole: whoever changes the list on the condition that
    /// it is as it was read has that hold for all of it, not for one page.
    pub(super) fn page_of<T: Serialize>(
        &self,
        whole: Listed<T>,
        place: impl Fn(&T) -> String,
    ) -> Result<Reply, Problem> {
        let tag = tag(&json(&whole)?);
        let mut items = whole.items;
        let begins = self.after(|ended| items.iter().position(|item| place(item) == ended))?;
        items.drain(..begins.map_or(0, |ended| ended.saturating_add(1)));
        let limit = usize::try_from(self.limit()?).unwrap_or(usize::MAX);
        let goes_on = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| goes_on).map(|last| self.next(&place(last)));
        let text = json(&Listed { items, next: next.clone() })?.into();
        Ok(Reply::Kept { text, tag, next })
    }

    /// A page of a list of which one more than asked for was read, where there is one; `place` is what a page after an
    /// item begins with.
    pub(super) fn listed<F, T: Serialize>(
        &self,
        mut found: Vec<F>,
        place: impl Fn(&F) -> String,
        item: impl FnMut(F) -> T,
    ) -> Result<Reply, Problem> {
        let limit = usize::try_from(self.limit()?).unwrap_or(usize::MAX);
        let goes_on = found.len() > limit;
        found.truncate(limit);
        let next = found.last().filter(|_| goes_on).map(|last| self.next(&place(last)));
        let items = found.into_iter().map(item).collect();
        Reply::page(&Listed { items, next: next.clone() }, next)
    }
}
