//! A page about several rules, with a section for each: it begins with the rule's id as its heading.

use super::pages::Page;

/// What stands before the id of a section's rule.
const MARK: &str = "\n## `";

/// The sections of a page, in its order.
pub(super) fn sections(page: &'static str) -> impl Iterator<Item = Page> {
    let marks: Vec<usize> = page.match_indices(MARK).map(|(at, _)| at).collect();
    let ends: Vec<usize> = marks.iter().skip(1).copied().chain([page.len()]).collect();
    marks.into_iter().zip(ends).filter_map(|(mark, end)| {
        let text = page.get(mark + 1..end)?;
        Some(Page { rule: text.split('`').nth(1)?, text })
    })
}
