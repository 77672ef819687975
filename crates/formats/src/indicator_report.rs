//! Reports on indicators: templates to fill in, and what comes back, as CSV, XLSX and JSON.
//!
//! All forms have the same rows with the same columns. What came back is used whole or not at all.

pub mod column;

pub mod template;

pub mod read;

mod cell;
mod raw;

mod row;
mod whole;

pub mod json;

use adhere_domain::codes::indicator::IndicatorSet;
use adhere_domain::codes::indicator::period::ReportingPeriod;
use adhere_domain::codes::indicator::value::Observation;
use adhere_domain::law::size::SizeClass;

use adhere_domain::digest::Digest;

pub use self::read::read_report;

/// A set of indicators with the digest of its file, which reports name.
#[derive(Clone, Copy, Debug)]
pub struct NamedSet<'a> {
    /// The set.
    pub set: &'a IndicatorSet,
    /// The SHA-256 of its file.
    pub digest: Digest,
}

/// A report that was read whole and makes sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorReport {
    /// Who reports.
    pub provider: String,
    /// Its size class.
    pub size: SizeClass,
    /// For which period.
    pub period: ReportingPeriod,
    /// What is reported, in the order of the report.
    pub observations: Vec<Observation>,
}
