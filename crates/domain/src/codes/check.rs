//! The compiler's rules: what a code that can be read still lacks, contradicts or leaves unsaid.

mod coverage;
mod events;
mod lineage;
mod objectives;
mod reporting;
mod structure;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use super::code::Code;
use super::finding::Finding;
use crate::law::parameters::Parameters;

/// What a code is checked against.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The law, for what it allows when.
    pub parameters: &'a Parameters,
    /// The day on which it is checked.
    pub today: Date,
    /// The earlier version that it comes after, if it is to be checked against one.
    pub earlier: Option<&'a Code>,
}

/// All findings, in the order of the rules and of the code.
pub fn check(code: &Code, surroundings: &Surroundings<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    coverage::check(code, &mut findings);
    structure::check(code, &mut findings);
    objectives::check(code, &mut findings);
    reporting::check(code, &mut findings);
    events::check(code, surroundings, &mut findings);
    lineage::check(code, surroundings.earlier, &mut findings);
    findings
}
