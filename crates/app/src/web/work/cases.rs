//! The cases of a provider: serious incidents, requests and complaints with their clocks, the most urgent first.

pub(in crate::web) mod clocks;
pub(super) mod one;
pub(in crate::web) mod opening;

use std::cmp::Reverse;

use adhere_actions::cases::{cases_of, open_cases};
use adhere_domain::cases::case::Case;
use adhere_domain::cases::clock::Clock;
use adhere_domain::cases::matter::CaseKind;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_store::projection::case::{Kept, Wanted};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use self::clocks::{ClockView, Clocks};
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};
use crate::web::zone::Moment;
use crate::web::{Page, Service, html};

/// So many cases are shown at once.
const PAGE: usize = 50;
/// The same as the store counts.
const PAGE_OF_CLOSED: u64 = 50;

#[derive(Template)]
#[template(path = "web/work/cases.html")]
struct CasesPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    /// Ids of kinds with their words, and whether each is chosen.
    kinds: Vec<(&'static str, String, bool)>,
    /// The same for whether a case is open.
    states: Vec<(&'static str, String, bool)>,
    is_filtered: bool,
    cases: Vec<CaseRow>,
    next: Option<String>,
    may_keep: bool,
}

/// A case in a list, ready to print.
pub(super) struct CaseRow {
    pub(super) title: String,
    pub(super) url: String,
    pub(super) kind: String,
    pub(super) is_open: bool,
    pub(super) aware: Moment,
    /// What is due next in it, if anything is.
    pub(super) next: Option<ClockView>,
}

/// What is asked of the list.
struct Filters {
    kind: Option<CaseKind>,
    is_open: Option<bool>,
    /// How many open ones stand on the pages before.
    from: usize,
    /// The entry that opened the last closed one of the page before.
    before: Option<u64>,
}

impl Filters {
    fn of(asked: &Asked) -> Result<Self, Problem> {
        let is_open = |text: &str| STATES.into_iter().find(|(known, ..)| *known == text).map(|(_, is_open)| is_open);
        Ok(Self {
            kind: asked.parsed("kind", "a kind of case", CaseKind::named)?,
            is_open: asked.parsed("state", "`open` or `closed`", is_open)?,
            from: asked.parsed("from", "a number", |text| text.parse().ok())?.unwrap_or_default(),
            before: asked.parsed("before", "the number of an entry", |text| text.parse().ok())?,
        })
    }
}

/// Whether a case is open, by name.
const STATES: [(&str, bool); 2] = [("open", true), ("closed", false)];

/// The list.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(showing(page)?))).await
}

fn showing(page: &Page<'_>) -> Result<String, Problem> {
    let organisation = page.actor()?.organisation()?.clone();
    let filters = Filters::of(&page.asked)?;
    let (rows, next) = rows(page, &organisation, &filters)?;
    let kind = filters.kind.map_or("", CaseKind::id);
    let state = filters.is_open.and_then(|is_open| STATES.into_iter().find(|(_, known)| *known == is_open));
    let state = state.map_or("", |(name, _)| name);
    let words = page.words();
    let view = CasesPage {
        next: next
            .map(|(name, place)| page.to().cases(&organisation, &[("kind", kind), ("state", state), (name, &place)])),
        kinds: CaseKind::ALL
            .map(|(it, id)| (id, words.text(&format!("case-kind-{id}")), filters.kind == Some(it)))
            .into(),
        states: STATES
            .map(|(id, it)| (id, words.text(&format!("case-state-{id}")), filters.is_open == Some(it)))
            .into(),
        is_filtered: filters.kind.is_some()
            || filters.is_open.is_some()
            || filters.from > 0
            || filters.before.is_some(),
        cases: rows,
        may_keep: page.actor()?.may(Permission::KeepCases),
        frame: page.frame(Section::Work),
        organisation,
    };
    Ok(view.render()?)
}

/// What is to be done in open cases, the most urgent first, at most so much.
pub(super) fn running(page: &Page<'_>, organisation: &OrganisationId, most: usize) -> Result<Vec<CaseRow>, Problem> {
    let mut rows = open_rows(page, organisation, None)?;
    rows.truncate(most);
    Ok(rows)
}

/// What asks for the page after one: the name and the value of a parameter.
type Next = (&'static str, String);

/// A page of the list, and what asks for the next: open ones come first, by what is due next; then those closed, the
/// latest first.
fn rows(
    page: &Page<'_>,
    organisation: &OrganisationId,
    filters: &Filters,
) -> Result<(Vec<CaseRow>, Option<Next>), Problem> {
    let mut rows = Vec::new();
    if filters.is_open != Some(false) && filters.before.is_none() {
        let open = open_rows(page, organisation, filters.kind)?;
        let until = filters.from.saturating_add(PAGE);
        if until < open.len() {
            return Ok((open.into_iter().skip(filters.from).take(PAGE).collect(), Some(("from", until.to_string()))));
        }
        rows.extend(open.into_iter().skip(filters.from));
    }
    if filters.is_open == Some(true) {
        return Ok((rows, None));
    }
    let known_before = clock::as_of(page.asked.as_of).ends;
    let wanted = Wanted { kind: filters.kind, is_open: Some(false), before: filters.before, known_before };
    let mut closed = cases_of(&page.context()?, organisation, &wanted, PAGE_OF_CLOSED + 1)?;
    let goes_on = closed.len() > PAGE;
    closed.truncate(PAGE);
    let next = closed.last().filter(|_| goes_on).map(|last| ("before", last.entry_id.to_string()));
    let clocks = Clocks::of(page, organisation)?;
    rows.extend(closed.iter().map(|kept| clocks.row(&kept.case, None)));
    Ok((rows, next))
}

/// Open cases as the page has them on its day, by what is due next.
fn open_rows(page: &Page<'_>, organisation: &OrganisationId, kind: Option<CaseKind>) -> Result<Vec<CaseRow>, Problem> {
    let cases = open_cases(&page.context()?, organisation, clock::as_of(page.asked.as_of).ends)?;
    let clocks = Clocks::of(page, organisation)?;
    let mut rows = Vec::new();
    let is_wanted = |case: &Case| kind.is_none_or(|kind| case.opening.matter.kind() == kind);
    for Kept { case, .. } in cases.iter().filter(|kept| is_wanted(&kept.case)) {
        let code = clocks.code(case)?;
        let running = clocks.running(case, &code.code);
        let next = running.iter().find(|clock| clock.status.is_open());
        rows.push(((order(next), Reverse(case.opening.aware_at)), clocks.row(case, next)));
    }
    rows.sort_by_key(|(order, _)| *order);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// What has a last day comes before what has none, and that before what has nothing to be done.
fn order(next: Option<&Clock<'_>>) -> (u8, Option<jiff::civil::Date>) {
    match next {
        Some(clock) => (u8::from(clock.due.on().is_none()), clock.due.on()),
        None => (2, None),
    }
}
