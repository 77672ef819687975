//! All words that people read, by key, from the Fluent files of `locales/`.

use std::fmt::Write as _;

use adhere_domain::law::corpus::Corpus;
use adhere_domain::law::obligation::{Obligation, Obligations};
use anyhow::{Result, anyhow};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const ENGLISH: &[&str] = &[
    include_str!("../../../locales/en/rules.ftl"),
    include_str!("../../../locales/en/refusals.ftl"),
    include_str!("../../../locales/en/report.ftl"),
    include_str!("../../../locales/en/check.ftl"),
    include_str!("../../../locales/en/difference.ftl"),
    include_str!("../../../locales/en/import.ftl"),
    include_str!("../../../locales/en/kpi.ftl"),
    include_str!("../../../locales/en/journal.ftl"),
    include_str!("../../../locales/en/package.ftl"),
    include_str!("../../../locales/en/register.ftl"),
    include_str!("../../../locales/en/statement.ftl"),
    include_str!("../../../locales/en/store.ftl"),
    include_str!("../../../locales/en/text.ftl"),
    include_str!("../../../locales/en/web.ftl"),
];

/// The words of one language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
}

/// Values for the placeables of a message.
pub(crate) type Values<'a> = [(&'a str, FluentValue<'a>)];

impl Words {
    /// English.
    pub(crate) fn english() -> Result<Self> {
        let mut bundle = FluentBundle::new_concurrent(vec!["en".parse::<LanguageIdentifier>()?]);
        // Isolation marks are for mixed scripts; in plain text and in tests they are noise.
        bundle.set_use_isolating(false);
        for text in ENGLISH {
            let resource = FluentResource::try_new((*text).to_owned())
                .map_err(|(_, errors)| anyhow!("the English words cannot be read: {errors:?}"))?;
            bundle.add_resource(resource).map_err(|errors| anyhow!("a message is there twice: {errors:?}"))?;
        }
        Ok(Self { bundle })
    }

    /// A message without placeables.
    pub(crate) fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with its placeables filled. A missing one shows its key: a test finds it before people do.
    pub(crate) fn with(&self, key: &str, values: &Values<'_>) -> String {
        self.find(key, None, values).unwrap_or_else(|| key.to_owned())
    }

    /// An attribute of a message.
    pub(crate) fn attribute(&self, key: &str, attribute: &str, values: &Values<'_>) -> String {
        self.find(key, Some(attribute), values).unwrap_or_else(|| format!("{key}.{attribute}"))
    }

    fn find(&self, key: &str, attribute: Option<&str>, values: &Values<'_>) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut text = String::new();
        self.bundle.write_pattern(&mut text, pattern, Some(&args), &mut Vec::new()).ok()?;
        Some(text)
    }

    /// The name of an obligation, such as `technical documentation`.
    pub(crate) fn obligation(&self, obligation: Obligation) -> String {
        self.text(&format!("obligation-{}", obligation.element().replace("__", "-").replace('_', "-")))
    }
}

/// Citations of several obligations, with points of one paragraph drawn together: `Art. 53(1)(a), (b), (d), 53(3)`.
pub(crate) fn cite_all(obligations: Obligations, corpus: &Corpus) -> String {
    let mut text = String::new();
    let mut paragraph = "";
    for obligation in obligations.iter() {
        let element = obligation.element();
        let cite = corpus.cite(element);
        let enclosing = element.rsplit_once("__point_").map_or(element, |(paragraph, _)| paragraph);
        let point = cite.rfind('(').and_then(|at| cite.get(at..)).filter(|_| enclosing == paragraph);
        let part = point.unwrap_or_else(|| cite.strip_prefix("Art. ").unwrap_or(cite));
        let separator = if text.is_empty() { "Art. " } else { ", " };
        let _ = write!(text, "{separator}{part}");
        paragraph = enclosing;
    }
    text
}
