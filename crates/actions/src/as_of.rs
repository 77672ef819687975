//! A day that is asked about, and what was recorded by its end.

use adhere_store::StoreError;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Recorded};
use adhere_store::reading::about;
use jiff::Timestamp;
use jiff::civil::Date;

/// A day that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day.
    pub day: Date,
    /// The moment at which it ends: what was recorded later is left out. Nothing is when it is not said.
    pub ends: Option<Timestamp>,
}

impl AsOf {
    /// A day that has not ended: everything that was recorded counts.
    pub const fn today(day: Date) -> Self {
        Self { day, ends: None }
    }
}

/// Everything of an area that names any of some subjects and was recorded before a moment, or until now.
pub(crate) fn about_before(
    tx: &mut Transaction<'_>,
    area: Area,
    subjects: &[String],
    known_before: Option<Timestamp>,
) -> Result<Vec<Recorded>, StoreError> {
    let mut all = about(tx, area, subjects)?;
    all.retain(|recorded| known_before.is_none_or(|moment| recorded.at < moment));
    Ok(all)
}
