//! The clocks of cases, ready to print: what is due, how it was counted, and by which source.

use std::sync::Arc;

use adhere_domain::cases::case::Case;
use adhere_domain::cases::clock::{Clock, ClockStatus, Due, clocks};
use adhere_domain::cases::counting::Counting;
use adhere_domain::cases::step::StepKind;
use adhere_domain::codes::code::Code;
use adhere_domain::law::country::Country;
use adhere_domain::law::period::Unit;
use adhere_domain::law::readings::ReadingId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_store::StoreError;
use adhere_store::projection::organisation;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::CaseRow;
use crate::clock;
use crate::web::Page;
use crate::web::error::Problem;
use crate::web::published::PublishedCode;

/// A clock, ready to print.
pub(crate) struct ClockView {
    pub(crate) what: String,
    pub(crate) measure: String,
    pub(crate) measure_url: String,
    /// The last day, if there is one.
    pub(crate) on: Option<String>,
    pub(crate) status: &'static str,
    pub(crate) status_text: String,
    /// What runs how long from when, and by which reading it was counted.
    pub(crate) how: String,
    pub(crate) note: Option<String>,
}

/// What clocks of a provider's cases are read with, on the day of a page.
pub(crate) struct Clocks<'p> {
    page: &'p Page<'p>,
    provider: OrganisationId,
    country: Option<Country>,
    zone: TimeZone,
    as_of: Timestamp,
}

impl<'p> Clocks<'p> {
    pub(crate) fn of(page: &'p Page<'p>, provider: &OrganisationId) -> Result<Self, Problem> {
        let now = clock::now();
        let known = page.service.store.read(|tx| organisation::known(tx, provider, now).map_err(StoreError::from))?;
        // The last moment of a day that is asked about; the day after has not begun then.
        let last = clock::as_of(page.asked.as_of).ends.map(|ends| ends - jiff::SignedDuration::from_micros(1));
        Ok(Self {
            page,
            provider: provider.clone(),
            country: known.and_then(|known| known.country),
            zone: clock::zone(),
            as_of: last.unwrap_or(now),
        })
    }

    /// The version of the code that a case names, as it was published.
    pub(crate) fn code(&self, case: &Case) -> Result<Arc<PublishedCode>, Problem> {
        self.page.code(&format!("{}@{}", case.opening.code, case.opening.version))
    }

    /// The clocks of a case, the most urgent first.
    pub(crate) fn running<'c>(&self, case: &Case, code: &'c Code) -> Vec<Clock<'c>> {
        let law = &self.page.service.law;
        let (readings, calendars) = (law.readings, &law.calendars);
        let counting = Counting { readings, calendars, country: self.country, zone: &self.zone };
        clocks(case, code, &counting, self.as_of)
    }

    pub(super) fn row(&self, case: &Case, next: Option<&Clock<'_>>) -> CaseRow {
        let words = self.page.words();
        CaseRow {
            title: case.opening.title.to_string(),
            url: self.page.to().case(&self.provider, &case.id, ""),
            kind: words.text(&format!("case-kind-{}", case.opening.matter.kind().id())),
            is_open: case.is_open(),
            aware: self.page.asked.zone.moment(case.opening.aware_at),
            next: next.map(|next| self.view(case, next)),
        }
    }

    pub(crate) fn view(&self, case: &Case, clock: &Clock<'_>) -> ClockView {
        let words = self.page.words();
        let code = format!("{}@{}", case.opening.code, case.opening.version);
        let status = clock.status.id();
        ClockView {
            what: clock.step.map_or_else(|| words.text("case-kept"), |step| self.step(step)),
            measure: clock.measure.id.to_string(),
            measure_url: self.page.to().part(&code, clock.measure.id.as_str()),
            on: clock.due.on().map(|on| on.to_string()),
            status,
            status_text: match clock.status {
                ClockStatus::Done(on) | ClockStatus::DoneLate(on) | ClockStatus::Stopped(on) => {
                    words.with(&format!("case-status-{status}"), &[("day", on.to_string().into())])
                }
                _ => words.text(&format!("case-status-{status}")),
            },
            how: self.how(clock),
            note: clock.deadline.note.clone(),
        }
    }

    /// What is done in a step.
    pub(crate) fn step(&self, step: StepKind) -> String {
        self.page.words().text(&format!("case-step-{}", step.id()))
    }

    fn how(&self, clock: &Clock<'_>) -> String {
        let words = self.page.words();
        let length = clock.deadline.timing.length();
        let said = length.map_or_else(String::new, |length| {
            words.with(&format!("unit-{}", length.unit.id()), &[("count", i64::from(length.count).into())])
        });
        let event = words.text(&format!("event-{}", clock.deadline.event.id()));
        let date = clock.runs_from.to_string();
        let values = [("length", said.into()), ("event", event.into()), ("date", date.into())];
        let mut parts = vec![words.with(&format!("timing-{}", clock.deadline.timing.id()), &values)];
        if matches!(clock.due, Due::ByRequest(_)) {
            parts.push(words.text("case-by-request"));
        }
        if length.is_some_and(|length| length.unit != Unit::WorkingDays) && clock.step.is_some() {
            let chosen = self.page.service.law.readings.chosen(ReadingId::CodeDays);
            let values = [("question", ReadingId::CodeDays.id().into()), ("reading", chosen.into())];
            parts.push(words.with("due-counted", &values));
        }
        if !clock.unknown_years.is_empty() {
            let years: Vec<String> = clock.unknown_years.iter().map(ToString::to_string).collect();
            parts.push(words.with("due-holidays-unknown", &[("years", years.join(", ").into())]));
        }
        parts.join("; ")
    }
}
