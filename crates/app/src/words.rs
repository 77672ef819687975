//! All words that people read, by key, from the Fluent files of `locales/`.

use std::fmt::Write as _;

use adhere_domain::law::corpus::Corpus;
use adhere_domain::law::obligation::{Obligation, Obligations};
use anyhow::{Result, anyhow};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// Languages that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Language {
    English,
    Dutch,
    German,
}

/// The files of one language.
macro_rules! files {
    ($language:literal) => {
        &[
            include_str!(concat!("../../../locales/", $language, "/access.ftl")),
            include_str!(concat!("../../../locales/", $language, "/administration.ftl")),
            include_str!(concat!("../../../locales/", $language, "/rules.ftl")),
            include_str!(concat!("../../../locales/", $language, "/refusals.ftl")),
            include_str!(concat!("../../../locales/", $language, "/refused.ftl")),
            include_str!(concat!("../../../locales/", $language, "/report.ftl")),
            include_str!(concat!("../../../locales/", $language, "/check.ftl")),
            include_str!(concat!("../../../locales/", $language, "/cases.ftl")),
            include_str!(concat!("../../../locales/", $language, "/difference.ftl")),
            include_str!(concat!("../../../locales/", $language, "/import.ftl")),
            include_str!(concat!("../../../locales/", $language, "/invitations.ftl")),
            include_str!(concat!("../../../locales/", $language, "/kpi.ftl")),
            include_str!(concat!("../../../locales/", $language, "/journal.ftl")),
            include_str!(concat!("../../../locales/", $language, "/openid.ftl")),
            include_str!(concat!("../../../locales/", $language, "/package.ftl")),
            include_str!(concat!("../../../locales/", $language, "/register.ftl")),
            include_str!(concat!("../../../locales/", $language, "/statement.ftl")),
            include_str!(concat!("../../../locales/", $language, "/store.ftl")),
            include_str!(concat!("../../../locales/", $language, "/settings.ftl")),
            include_str!(concat!("../../../locales/", $language, "/text.ftl")),
            include_str!(concat!("../../../locales/", $language, "/web.ftl")),
            include_str!(concat!("../../../locales/", $language, "/work.ftl")),
            include_str!(concat!("../../../locales/", $language, "/library.ftl")),
        ]
    };
}

impl Language {
    pub(crate) const ALL: [Self; 3] = [Self::English, Self::Dutch, Self::German];

    /// Its code (ISO 639-1).
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
            Self::German => "de",
        }
    }

    /// What it calls itself.
    pub(crate) const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Dutch => "Nederlands",
            Self::German => "Deutsch",
        }
    }

    pub(crate) fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    const fn files(self) -> &'static [&'static str] {
        match self {
            Self::English => files!("en"),
            Self::Dutch => files!("nl"),
            Self::German => files!("de"),
        }
    }
}

/// The words of one language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
}

/// Values for the placeables of a message.
pub(crate) type Values<'a> = [(&'a str, FluentValue<'a>)];

impl Words {
    /// English.
    pub(crate) fn english() -> Result<Self> {
        Self::of(Language::English)
    }

    /// The words of a language.
    pub(crate) fn of(language: Language) -> Result<Self> {
        let mut bundle = FluentBundle::new_concurrent(vec![language.code().parse::<LanguageIdentifier>()?]);
        // Isolation marks are for mixed scripts; in plain text and in tests they are noise.
        bundle.set_use_isolating(false);
        for text in language.files() {
            let resource = FluentResource::try_new((*text).to_owned())
                .map_err(|(_, errors)| anyhow!("the words of `{}` cannot be read: {errors:?}", language.code()))?;
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
