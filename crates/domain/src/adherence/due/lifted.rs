//! What a relief lifts: it is not due, and stays in sight as lifted instead of vanishing.

use super::{DueContext, DueItem, DueStatus, DueWhat};
use crate::adherence::binding::exempt;
use crate::law::truth::Truth;

impl DueContext<'_, '_> {
    /// Marks what is open or late as lifted where a relief of the measure says so and its ground is made out.
    ///
    /// A ground that is unknown or left to judgment lifts nothing. What was done in time stays done, and what lay
    /// before the adherence stays there.
    pub(super) fn lift(self, item: &mut DueItem<'_>) {
        let DueWhat::Measure(measure, deadline) = item.what else { return };
        if matches!(item.status, DueStatus::Done(_) | DueStatus::BeforeAdherence) {
            return;
        }
        let mut grounds = measure.lifting(deadline).map(|relief| relief.ground);
        let made_out = |ground| exempt(ground, self.decision, &self.model.facts).1 == Truth::Yes;
        if let Some(ground) = grounds.find(|ground| made_out(*ground)) {
            item.status = DueStatus::Lifted(ground);
        }
    }
}
