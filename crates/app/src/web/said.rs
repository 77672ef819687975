//! What is to be told to people: the key of its words, and the facts that they name. It becomes words where it is shown,
//! in the language and the zone of whoever reads.

use std::fmt::Display;
use std::sync::LazyLock;

use adhere_domain::law::reasons::Rule;
use adhere_domain::law::truth::Truth;
use jiff::Timestamp;

use super::zone::Zone;
use crate::words::Words;

/// What problems are told to programs in.
static ENGLISH: LazyLock<Option<Words>> = LazyLock::new(|| Words::english().ok());

/// Something to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    key: &'static str,
    facts: Vec<(&'static str, Fact)>,
    because: Option<&'static Rule>,
}

/// What words name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fact {
    /// An id, a day, or whatever else reads alike in every language.
    Text(String),
    /// A number.
    Number(u64),
    /// The key of a word.
    Word(String),
    /// A moment.
    Moment(Timestamp),
}

impl Said {
    /// Words by their key, with no facts yet.
    pub(super) const fn new(key: &'static str) -> Self {
        Self { key, facts: Vec::new(), because: None }
    }

    /// With a fact that reads alike in every language.
    pub(super) fn of(self, name: &'static str, fact: impl Display) -> Self {
        self.and(name, Fact::Text(fact.to_string()))
    }

    /// With a number.
    pub(super) fn number(self, name: &'static str, number: impl TryInto<u64>) -> Self {
        self.and(name, Fact::Number(number.try_into().unwrap_or(u64::MAX)))
    }

    /// With a word, by its key.
    pub(super) fn word(self, name: &'static str, key: String) -> Self {
        self.and(name, Fact::Word(key))
    }

    /// With a moment.
    pub(super) fn moment(self, name: &'static str, at: Timestamp) -> Self {
        self.and(name, Fact::Moment(at))
    }

    /// With the rule behind it.
    pub(super) const fn because(mut self, rule: &'static Rule) -> Self {
        self.because = Some(rule);
        self
    }

    /// In words.
    pub(super) fn in_words(&self, words: &Words, zone: &Zone) -> String {
        let value = |(name, fact): &(&'static str, Fact)| {
            let value = match fact {
                Fact::Text(text) => text.clone().into(),
                Fact::Number(number) => (*number).into(),
                Fact::Word(key) => words.text(key).into(),
                Fact::Moment(at) => zone.spoken(*at).into(),
            };
            (*name, value)
        };
        let values: Vec<_> = self.facts.iter().map(value).collect();
        let refusal = words.with(self.key, &values);
        let Some(rule) = self.because else { return refusal };
        let because = words.attribute(&format!("rule-{}", rule.id), Truth::No.id(), &[]);
        words.with("refused-for-reason", &[("refusal", refusal.into()), ("because", because.into())])
    }

    /// In English, as programs are told it.
    pub(super) fn in_english(&self) -> String {
        ENGLISH.as_ref().map_or_else(|| self.key.to_owned(), |words| self.in_words(words, &Zone::default()))
    }

    #[cfg(test)]
    pub(super) const fn key(&self) -> &'static str {
        self.key
    }

    fn and(mut self, name: &'static str, fact: Fact) -> Self {
        self.facts.push((name, fact));
        self
    }
}
