//! What the law itself makes due: compliance ahead, notification, a representative, reassessment.

use super::{DueContext, DueItem, DueStatus, DueWhat, item};
use crate::law::decision::DutyStatus;
use crate::law::obligation::Obligation;
use crate::law::period::{Length, Rules, Unit};
use crate::law::rules::duty::Duty;
use crate::law::truth::Truth;

impl<'a, 'd> DueContext<'a, 'd> {
    pub(super) fn due_by_law(self, items: &mut Vec<DueItem<'a>>) {
        for duty in self.decision.duties.iter().filter(|duty| duty.status(self.law) == DutyStatus::Ahead) {
            if let Some(on) = duty.from {
                items.push(item(DueWhat::Comply(duty.obligation), on, DueStatus::Due));
            }
        }
        self.due_notification(items);
        self.due_representative(items);
        self.due_reassessment(items);
    }

    /// Art. 52(1): without delay and in any event within two weeks; for models placed before 2 August 2025
    /// not before the day of Art. 111(3).
    fn due_notification(self, items: &mut Vec<DueItem<'a>>) {
        let classification = self.model.facts.classification;
        let duty = self.duty(Obligation::SystemicRiskNotification);
        let known_on = classification.condition_known_on;
        let (Some(duty), Some(known_on)) = (duty.filter(|duty| duty.addressed == Truth::Yes), known_on) else { return };
        let two_weeks = Length { count: 2, unit: Unit::Weeks };
        let Some(mut due) = self.after(two_weeks, known_on, true, Rules::Regulation) else { return };
        if let Some(from) = duty.from {
            due.0 = due.0.max(from);
        }
        let status = self.status(due.0, classification.notified_on);
        items.push(DueItem { event_on: Some(known_on), unknown_years: due.1, ..item(DueWhat::Notify, due.0, status) });
    }

    /// Art. 54(1): prior to placing on the market.
    fn due_representative(self, items: &mut Vec<DueItem<'a>>) {
        let duty = self.duty(Obligation::AuthorisedRepresentative);
        let Some(duty) = duty.filter(|duty| duty.addressed == Truth::Yes) else { return };
        let Some(on) = duty.from else { return };
        // Whether one is appointed may not be known: then nothing is said to be overdue, and the fact is asked for.
        let is_open = match self.provider.representative {
            Some(appointed) => !appointed,
            None => self.law.as_of <= on,
        };
        if is_open {
            items.push(item(DueWhat::AppointRepresentative, on, self.status(on, None)));
        }
    }

    /// Art. 52(5): at the earliest six months after the designation decision.
    fn due_reassessment(self, items: &mut Vec<DueItem<'a>>) {
        let classification = self.model.facts.classification;
        let designated_on = classification.designated_on.filter(|_| classification.designation_ended_on.is_none());
        let Some(designated_on) = designated_on else { return };
        let six_months = Length { count: 6, unit: Unit::Months };
        if let Some((on, _)) = self.after(six_months, designated_on, true, Rules::Calendar) {
            let what = item(DueWhat::AskReassessment, on, DueStatus::Earliest);
            items.push(DueItem { event_on: Some(designated_on), ..what });
        }
    }

    fn duty(self, obligation: Obligation) -> Option<&'d Duty> {
        self.decision.duties.iter().find(|duty| duty.obligation == obligation)
    }
}
