//! Everything that is due to a provider, by month: what the assessment finds, evidence that expires, and cases; and the
//! same for calendar programs, which show a key that opens nothing else.

use std::collections::BTreeMap;

use adhere_actions::access::feeds::issue_feed;
use adhere_actions::access::tokens::MOST_DAYS;
use adhere_actions::cases::open_cases;
use adhere_domain::adherence::due::DueStatus;
use adhere_domain::adherence::record::{EvidencePlace, Statement, Undertaking};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use adhere_formats::icalendar::{Entry, calendar};
use adhere_store::projection::case::Kept;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;

use super::cases::clocks::Clocks;
use super::provider::{Held, name_of};
use crate::clock;
use crate::report::Context;
use crate::report::calendar::entries;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::{Page, Service, file, html};

/// So many months are shown at once.
const MONTHS: i32 = 6;

#[derive(Template)]
#[template(path = "web/work/calendar.html")]
struct CalendarPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    /// What has passed undone, whatever month is shown.
    overdue: Vec<ItemView>,
    months: Vec<MonthView>,
    earlier: String,
    later: String,
    /// How many days a key holds.
    days: i64,
    /// The address for a calendar program, once.
    feed: Option<String>,
}

/// A month, ready to print.
struct MonthView {
    name: String,
    items: Vec<ItemView>,
}

/// Something that is due, ready to print.
#[derive(Clone)]
struct ItemView {
    on: String,
    what: String,
    details: String,
    url: Option<String>,
}

/// Something that is due.
pub(in crate::web) struct Item {
    pub(in crate::web) entry: Entry,
    pub(in crate::web) is_overdue: bool,
    url: Option<String>,
}

/// The calendar.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(showing(page, None)?))).await
}

/// Makes a key for a calendar program, and shows the address with it once.
pub(super) async fn issue(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let name = NonEmptyText::parse(&page.words().text("calendar-key-name"));
            let name = name.ok_or_else(|| Problem::not_found(Said::new("problem-key-no-name")))?;
            let key = issue_feed(&page.context()?, &organisation, name)?.outcome;
            let site = page.service.store.home().settings().web.url.clone().unwrap_or_default();
            let feed = format!("{site}{}", page.to().feed(&organisation, &key.text()));
            Ok(html(showing(page, Some(feed))?))
        })
        .await
}

fn showing(page: &Page<'_>, feed: Option<String>) -> Result<String, Problem> {
    let organisation = page.actor()?.organisation()?.clone();
    let from = page.asked.parsed("from", "a month such as `2026-11`", month)?;
    let from = from.unwrap_or_else(|| page.as_of().first_of_month());
    let items = items(page, &organisation)?;
    let view = |item: &Item| ItemView {
        on: item.entry.on.to_string(),
        what: item.entry.summary.clone(),
        details: item.entry.description.clone(),
        url: item.url.clone(),
    };
    let in_month = |first: Date| {
        let is_in = move |item: &&Item| !item.is_overdue && item.entry.on.first_of_month() == first;
        MonthView { name: named(first), items: items.iter().filter(is_in).map(view).collect() }
    };
    let shifted = |months: i32| from.checked_add(months.months()).unwrap_or(from);
    let months = (0..MONTHS).map(shifted).map(in_month).collect();
    let view = CalendarPage {
        overdue: items.iter().filter(|item| item.is_overdue).map(view).collect(),
        months,
        earlier: page.to().calendar(&organisation, &named(shifted(-MONTHS))),
        later: page.to().calendar(&organisation, &named(shifted(MONTHS))),
        days: MOST_DAYS,
        feed,
        frame: page.frame(Section::Work),
        organisation,
    };
    Ok(view.render()?)
}

/// The first day of a month such as `2026-11`.
fn month(text: &str) -> Option<Date> {
    let is_month = text.len() == 7;
    format!("{text}-01").parse().ok().filter(|_| is_month)
}

fn named(first: Date) -> String {
    first.strftime("%Y-%m").to_string()
}

/// What is due, for calendar programs.
pub(super) async fn feed(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let entries: Vec<Entry> = items(page, &organisation)?.into_iter().map(|item| item.entry).collect();
            let values = [("provider", name_of(page, &organisation)?.into())];
            let text = calendar(&page.words().with("calendar-name", &values), &entries, &page.law()?);
            Ok(file("adhere.ics", "text/calendar; charset=utf-8", text.into_bytes()))
        })
        .await
}

/// Everything that is due, in the order of days.
pub(in crate::web) fn items(page: &Page<'_>, organisation: &OrganisationId) -> Result<Vec<Item>, Problem> {
    let held = Held::load(page, organisation)?;
    let assessor = held.assessor(page);
    let report = Context { words: page.words(), data: &page.service.law, assessor: &assessor };
    let assessment = page.to().provider(organisation, "/assessment");
    let mut items: Vec<Item> = Vec::new();
    for model in assessor.models() {
        items.extend(entries(&report, &model).into_iter().map(|(status, entry)| Item {
            entry,
            is_overdue: status == DueStatus::Overdue,
            url: Some(assessment.clone()),
        }));
    }
    items.extend(expiring(page, &held.undertaking));
    items.extend(of_cases(page, organisation)?);
    items.sort_by(|one, other| (one.entry.on, &one.entry.key).cmp(&(other.entry.on, &other.entry.key)));
    Ok(items)
}

/// Evidence that is attached and will speak no longer from a day on, that day; once for each item.
fn expiring(page: &Page<'_>, undertaking: &Undertaking) -> Vec<Item> {
    let of_models = undertaking.models.values().flat_map(|model| &model.statements);
    let statements: Vec<&Statement> = undertaking.statements.iter().chain(of_models).collect();
    let mut found: BTreeMap<(Date, String), (String, Vec<String>)> = BTreeMap::new();
    for statement in statements {
        for evidence in &statement.evidence {
            let Some(expires) = evidence.expires else { continue };
            let place = match &evidence.place {
                EvidencePlace::File(place) | EvidencePlace::Url(place) => place.clone(),
            };
            let title = evidence.title.clone().unwrap_or_else(|| place.clone());
            let (_, measures) = found.entry((expires, place)).or_insert_with(|| (title, Vec::new()));
            measures.push(statement.measure.to_string());
        }
    }
    let item = |((on, place), (title, measures)): ((Date, String), (String, Vec<String>))| Item {
        entry: Entry {
            key: format!("evidence/{}", place.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-")),
            on,
            summary: page.words().with("calendar-evidence", &[("title", title.into())]),
            description: measures.join(", "),
        },
        is_overdue: on <= page.as_of(),
        url: None,
    };
    found.into_iter().map(item).collect()
}

/// What is to be done in open cases and has a last day.
fn of_cases(page: &Page<'_>, organisation: &OrganisationId) -> Result<Vec<Item>, Problem> {
    let cases = open_cases(&page.context()?, organisation, clock::as_of(page.asked.as_of).ends)?;
    let clocks = Clocks::of(page, organisation)?;
    let mut items = Vec::new();
    for Kept { case, .. } in &cases {
        let published = clocks.code(case)?;
        for clock in clocks.running(case, &published.code).iter().filter(|clock| clock.status.is_open()) {
            let Some(on) = clock.due.on() else { continue };
            let view = clocks.view(case, clock);
            let entry = Entry {
                key: format!("case/{}/{}/{}", case.id, clock.deadline.name, clock.runs_from),
                on,
                summary: format!("{}: {}", case.opening.title, view.what),
                description: format!("{}: {}", view.measure, view.how),
            };
            let is_overdue = view.status == "overdue";
            items.push(Item { entry, is_overdue, url: Some(page.to().case(organisation, &case.id, "")) });
        }
    }
    Ok(items)
}
