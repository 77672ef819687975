//! The law as dated data and rules: what Regulation (EU) 2024/1689 asks of a provider, given facts and a date.
//!
//! A rule is a function that returns a [`truth::Truth`] and writes its [`reasons::Reasons`] as it goes, so that
//! answer and explanation cannot drift apart. Nothing here knows of a particular code of practice.

pub mod truth;

pub mod compute;
pub mod country;
pub mod euro;
pub mod facts;
pub mod size;

pub mod calendar;
pub mod corpus;
pub mod official_text;

pub mod comparison;

pub mod parameters;
pub mod period;
pub mod readings;

pub mod obligation;
pub mod reasons;
pub mod rules;

pub mod decision;

#[cfg(test)]
pub(crate) mod fixtures;
