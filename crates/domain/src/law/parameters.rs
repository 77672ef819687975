//! The law's figures and dates as dated data, and the law as it stands on one day.

use jiff::civil::Date;
use thiserror::Error;

use super::compute::Compute;
use super::euro::Euro;
use super::obligation::Obligations;
use super::readings::Readings;

/// A value that changes over time.
// Invariant: entries are in strictly ascending order of `from`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline<T>(Vec<Since<T>>);

/// A value from a day on, until the next entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since<T> {
    /// First day on which the value is the law.
    pub from: Date,
    /// When the act that sets it was published, and so could be known.
    pub published: Date,
    /// The value.
    pub value: T,
}

/// A parameter has no value on the day asked for: the day lies before the law, or before what was known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the law has no value for `{parameter}` on {as_of}, as known on {known_at}")]
pub struct NotInForce {
    /// The parameter's name.
    pub parameter: &'static str,
    /// The day asked for.
    pub as_of: Date,
    /// The day whose knowledge was to be used.
    pub known_at: Date,
}

impl<T> Timeline<T> {
    /// A timeline from its entries in ascending order; nothing when they are not.
    pub fn new(entries: Vec<Since<T>>) -> Option<Self> {
        entries.windows(2).all(|pair| matches!(pair, [a, b] if a.from < b.from)).then_some(Self(entries))
    }

    /// The value on a day, as far as was published by another.
    pub fn at(&self, as_of: Date, known_at: Date) -> Option<&T> {
        let known = self.0.iter().rev().find(|entry| entry.from <= as_of && entry.published <= known_at);
        known.map(|entry| &entry.value)
    }
}

/// How a code of practice becomes adequate: the two states of Art. 56(6) (and of Art. 50(7)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CodeRegime {
    /// Assessed by the AI Office and the Board; the Commission may approve it by implementing act
    /// and give it general validity (until 26 July 2026).
    Approval,
    /// Assessed by the Commission, taking utmost account of the opinion of the Board (since 27 July 2026).
    Assessment,
}

/// All the law's figures and dates that rules use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// Art. 51(2): above this, high-impact capabilities are presumed.
    pub presumption_threshold: Timeline<Compute>,
    /// Guidelines, para. 17: above this a model is indicated to be a general-purpose AI model.
    pub indicative_criterion: Timeline<Compute>,
    /// Art. 113(b): when Chapter V begins to apply.
    pub chapter_v_applies: Timeline<Date>,
    /// Art. 111(3): models placed before this day have until [`Parameters::legacy_comply_by`].
    pub legacy_before: Timeline<Date>,
    /// Art. 111(3): by when providers of those models comply.
    pub legacy_comply_by: Timeline<Date>,
    /// Art. 113, second paragraph and point (b): when Arts 88 to 94 and 101 begin to apply.
    pub enforcement_applies: Timeline<Date>,
    /// Art. 101(1): percent of annual total worldwide turnover.
    pub fine_percent: Timeline<u32>,
    /// Art. 101(1): the fixed amount.
    pub fine_amount: Timeline<Euro>,
    /// Art. 56(6).
    pub code_regime: Timeline<CodeRegime>,
    /// What standards, common specifications and common rules exist.
    pub instruments: Vec<Instrument>,
}

/// A standard or an implementing act that bears on how compliance is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Which kind it is.
    pub kind: InstrumentKind,
    /// Its name.
    pub name: String,
    /// First day of its effect.
    pub from: Date,
    /// First day without effect, if it ended.
    pub until: Option<Date>,
    /// What it covers.
    pub covers: Obligations,
}

/// Kinds of [`Instrument`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InstrumentKind {
    /// A harmonised standard whose reference is published in the Official Journal (Art. 40(1)).
    HarmonisedStandard,
    /// Common specifications established by implementing act (Art. 41).
    CommonSpecification,
    /// Common rules provided by implementing act (Art. 56(9)).
    CommonRules,
}

/// The law as it stands on one day, as known on one day, under chosen readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    /// The day whose law is applied.
    pub as_of: Date,
    /// The day whose knowledge of the law is used.
    pub known_at: Date,
    /// Art. 51(2).
    pub presumption_threshold: Compute,
    /// Guidelines, para. 17; nothing while the guidelines were not published.
    pub indicative_criterion: Option<Compute>,
    /// Art. 113(b).
    pub chapter_v_applies: Date,
    /// Art. 111(3), the day of placing.
    pub legacy_before: Date,
    /// Art. 111(3), the day of compliance.
    pub legacy_comply_by: Date,
    /// Art. 113.
    pub enforcement_applies: Date,
    /// Art. 101(1).
    pub fine_percent: u32,
    /// Art. 101(1).
    pub fine_amount: Euro,
    /// Art. 56(6).
    pub code_regime: CodeRegime,
    /// What harmonised standards cover on the day.
    pub standards: Obligations,
    /// What common specifications cover on the day.
    pub specifications: Obligations,
    /// What common rules cover on the day.
    pub common_rules: Obligations,
    /// The chosen readings.
    pub readings: Readings,
}

impl Parameters {
    /// The law on a day, as far as was published by another.
    pub fn law(&self, as_of: Date, known_at: Date, readings: Readings) -> Result<Law, NotInForce> {
        let missing = |parameter| NotInForce { parameter, as_of, known_at };
        macro_rules! at {
            ($name:ident) => {
                *self.$name.at(as_of, known_at).ok_or(missing(stringify!($name)))?
            };
        }
        Ok(Law {
            as_of,
            known_at,
            presumption_threshold: at!(presumption_threshold),
            // Guidelines bind nobody: without them the law is there, and what they indicate is open.
            indicative_criterion: self.indicative_criterion.at(as_of, known_at).copied(),
            chapter_v_applies: at!(chapter_v_applies),
            legacy_before: at!(legacy_before),
            legacy_comply_by: at!(legacy_comply_by),
            enforcement_applies: at!(enforcement_applies),
            fine_percent: at!(fine_percent),
            fine_amount: at!(fine_amount),
            code_regime: at!(code_regime),
            standards: self.covered(InstrumentKind::HarmonisedStandard, as_of),
            specifications: self.covered(InstrumentKind::CommonSpecification, as_of),
            common_rules: self.covered(InstrumentKind::CommonRules, as_of),
            readings,
        })
    }

    fn covered(&self, kind: InstrumentKind, as_of: Date) -> Obligations {
        let in_effect = |instrument: &&Instrument| {
            instrument.kind == kind && instrument.from <= as_of && instrument.until.is_none_or(|until| as_of < until)
        };
        self.instruments.iter().filter(in_effect).fold(Obligations::NONE, |all, one| all.union(one.covers))
    }
}

#[cfg(test)]
mod tests;
