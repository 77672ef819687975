//! The pages about rules, built into the program.

use super::sections::sections;

/// The page of a rule, or its section of a page about several.
#[derive(Clone, Copy)]
pub(in crate::cli) struct Page {
    /// The rule's id.
    pub(in crate::cli) rule: &'static str,
    /// The page, in Markdown.
    pub(in crate::cli) text: &'static str,
}

impl Page {
    /// What the rule says, in one line: the first below the heading.
    pub(in crate::cli) fn summary(&self) -> &'static str {
        self.text.lines().skip(1).find(|line| !line.is_empty()).unwrap_or_default()
    }
}

/// The page of a rule, by its id.
pub(in crate::cli) fn page(rule: &str) -> Option<Page> {
    pages().find(|page| page.rule == rule)
}

/// All pages, those of a code's rules first.
pub(in crate::cli) fn pages() -> impl Iterator<Item = Page> {
    PAGES.iter().copied().chain(sections(REPORTS))
}

/// The rules about a filled template, on one page.
const REPORTS: &str = include_str!("../../../../../docs/reference/rules/reports.md");

macro_rules! pages {
    ($($rule:literal),+ $(,)?) => {
        &[$(Page {
            rule: $rule,
            text: include_str!(concat!("../../../../../docs/reference/rules/", $rule, ".md")),
        }),+]
    };
}

/// Pages of one rule each: rules of the compiler, rules about the source of a code, about files, and about
/// sets of indicators.
const PAGES: &[Page] = pages![
    "coverage-missing",
    "left-out-covered",
    "left-out-unasked",
    "covers-outside-profile",
    "covers-beyond-commitment",
    "commitment-beyond-measures",
    "binds-outside-profile",
    "chapter-empty",
    "commitment-empty",
    "text-missing",
    "objective-missing",
    "objective-unknown",
    "objective-unserved",
    "kpi-missing",
    "report-missing",
    "report-not-by-size",
    "deadline-twice",
    "relief-lifts-unknown",
    "variant-twice",
    "event-before-publication",
    "future-date",
    "approval-not-in-law",
    "lineage-lost",
    "lineage-unknown-old",
    "lineage-unknown-new",
    "lineage-twice",
    "lineage-dropped-kept",
    "chapter-missing",
    "heading-misplaced",
    "id-missing",
    "id-twice",
    "binds-missing",
    "covers-missing",
    "attribute",
    "attribute-misplaced",
    "condition",
    "named-file-missing",
    "toml-syntax",
    "unknown-key",
    "missing-key",
    "wrong-type",
    "invalid-value",
    "file-missing",
    "not-a-file",
    "file-too-large",
    "not-utf-8",
    "file-unreadable",
    "kpi-other-code",
    "kpi-id-twice",
    "kpi-record-name",
    "kpi-unknown-part",
    "kpi-serves-nothing",
    "kpi-commitment-without",
    "kpi-without-idle",
    "kpi-method-missing",
    "kpi-period-missing",
    "kpi-not-available-missing",
    "kpi-unit",
    "kpi-target",
    "kpi-bounds",
    "kpi-list",
    "kpi-ratio",
    "kpi-rounding",
    "kpi-asked-of-nobody",
    "kpi-variant-overlap",
    "kpi-variant-unasked",
    "kpi-variant-idle",
    "kpi-variant-breakdown",
    "kpi-formula",
    "kpi-example",
    "kpi-examples-few",
];
