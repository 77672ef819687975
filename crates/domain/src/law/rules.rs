//! The rules, one file for each question, in the order of the law.

pub mod general_purpose;
pub mod provider;

pub mod systemic_risk;

pub mod open_source;

pub mod duty;

pub mod pathway;

pub mod fine;

pub mod caution;

use super::reasons::Rule;

/// Every rule that reasons may name, in the order of the law.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        general_purpose::RULES,
        provider::RULES,
        systemic_risk::RULES,
        open_source::RULES,
        duty::RULES,
        pathway::RULES,
        fine::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

#[cfg(test)]
mod tests;
