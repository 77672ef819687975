//! What an indicator asks of one size class: the indicator with the variant for that class applied.

use super::breakdown::Breakdown;
use super::period::Frequency;
use super::target::Target;
use super::{Indicator, IndicatorVariant};
use crate::law::size::SizeClass;

/// What an indicator asks of one size class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// How often it is reported.
    pub frequency: Frequency,
    /// What is aimed at.
    pub target: Option<Target>,
    /// How its value is broken down.
    pub breakdowns: Vec<&'a Breakdown>,
    /// What differs from what other classes report.
    pub note: Option<&'a str>,
}

impl Indicator {
    /// What it asks of a size class; nothing where the class need not report it.
    // Art. 56(5) AI Act: reporting commitments reflect differences in size and capacity between participants.
    pub fn asked_of(&self, size: SizeClass) -> Option<Asked<'_>> {
        if !self.sizes.contains(&size) {
            return None;
        }
        let variant = self.variants.iter().find(|variant| variant.sizes.contains(&size));
        let keeps = |breakdown: &&Breakdown| {
            let kept = variant.and_then(|variant| variant.breakdowns.as_ref());
            kept.is_none_or(|kept| kept.contains(&breakdown.id))
        };
        Some(Asked {
            frequency: variant.and_then(|variant| variant.frequency).unwrap_or(self.frequency),
            target: variant.and_then(|variant| variant.target).or(self.target),
            breakdowns: self.breakdowns.iter().filter(keeps).collect(),
            note: variant.map(|variant: &IndicatorVariant| variant.note.as_str()),
        })
    }
}
