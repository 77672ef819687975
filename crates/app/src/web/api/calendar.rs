//! Everything that has a last day for a provider, and what was recorded of it.

use adhere_domain::parties::permission::Permission;
use adhere_store::event::subject;
use adhere_store::projection::history::{Line, Wanted, before};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::call::Call;
use super::operation::{AFTER, AS_OF, Gives, Kind, LIMIT, Operation, Parameter};
use super::paging::Listed;
use super::reply::Reply;
use crate::web::error::Problem;
use crate::web::work::calendar::{Item, items};

/// Something that has a last day.
#[derive(Serialize, JsonSchema)]
struct DueWire {
    /// What names it: the same for as long as it is the same.
    key: String,
    /// The last day.
    on: String,
    /// What it is.
    what: String,
    /// What there is to say of it.
    details: String,
    /// Whether the day has passed and it is not done.
    is_overdue: bool,
}

/// Something that was recorded.
#[derive(Serialize, JsonSchema)]
pub(super) struct ChangeWire {
    /// The entry of the journal.
    entry: u64,
    /// When.
    at: String,
    /// Who recorded it.
    actor: String,
    /// What, as `area.verb`.
    kind: String,
    /// Of what.
    subject: String,
}

/// Where a page of what was recorded ended.
const SINCE: Parameter =
    Parameter::optional("since", "From this entry of the journal on; such as the `size` of it before.", Kind::Text);

pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::read(
            "calendar",
            "/api/v1/organisations/{organisation}/calendar",
            ("readCalendar", "List everything that has a last day: what applies, evidence that expires, and cases"),
            Gives::json::<Listed<DueWire>>(),
            listed,
        )
        .with(&[
            Parameter::optional("from", "From this day on; what is overdue is always there.", Kind::Day),
            Parameter::optional("until", "To this day.", Kind::Day),
            AS_OF,
            AFTER,
            LIMIT,
        ])
        .to(Permission::ReadWork),
        Operation::read(
            "changes",
            "/api/v1/organisations/{organisation}/changes",
            ("listChanges", "List what was recorded of an organisation, the latest first"),
            Gives::json::<Listed<ChangeWire>>(),
            |call| {
                let own = subject::organisation(call.organisation()?);
                changes(call, &Wanted { subject: Some(&own), kind: None })
            },
        )
        .with(&[SINCE, AFTER, LIMIT])
        .to(Permission::ReadWork),
    ]
}

fn listed(call: &Call<'_>) -> Result<Reply, Problem> {
    let day = |name| call.page.asked.parsed(name, "a day such as `2026-12-31`", |text| text.parse::<Date>().ok());
    let (from, until) = (day("from")?, day("until")?);
    let after = call.after(|text| {
        let (on, key) = text.split_once(' ')?;
        Some((on.parse::<Date>().ok()?, key.to_owned()))
    })?;
    let limit = usize::try_from(call.limit()?).unwrap_or(usize::MAX);
    let is_wanted = |item: &Item| {
        let on = item.entry.on;
        (item.is_overdue || from.is_none_or(|from| from <= on))
            && until.is_none_or(|until| on <= until)
            && after.as_ref().is_none_or(|(day, key)| (on, &item.entry.key) > (*day, key))
    };
    let found = items(&call.page, call.organisation()?)?.into_iter().filter(is_wanted);
    let wire = |Item { entry, is_overdue, .. }: Item| DueWire {
        key: entry.key,
        on: entry.on.to_string(),
        what: entry.summary,
        details: entry.description,
        is_overdue,
    };
    let found = found.take(limit.saturating_add(1)).collect();
    call.listed(found, |item: &Item| format!("{} {}", item.entry.on, item.entry.key), wire)
}

/// What was recorded, the latest first, back to the entry that is named.
pub(super) fn changes(call: &Call<'_>, wanted: &Wanted<'_>) -> Result<Reply, Problem> {
    let since = call.page.asked.parsed("since", "the number of an entry", |text| text.parse::<u64>().ok())?;
    let start = call.after(|text| text.parse().ok())?;
    let most = call.limit()?.saturating_add(1);
    let mut found = call.page.service.store.read(|tx| before(tx, wanted, start, most))?;
    found.retain(|line| since.is_none_or(|since| since <= line.entry_id));
    let wire = |line: Line| ChangeWire {
        entry: line.entry_id,
        at: line.at.to_string(),
        actor: line.actor,
        kind: line.kind,
        subject: line.subject,
    };
    call.listed(found, |line| line.entry_id.to_string(), wire)
}
