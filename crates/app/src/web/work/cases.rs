//! The cases of a provider: serious incidents, requests and complaints with their clocks, the most urgent first.

pub(super) mod clocks;
pub(super) mod one;
pub(in crate::web) mod opening;

use std::cmp::Reverse;

use adhere_actions::cases::cases_of;
use adhere_domain::cases::case::Case;
use adhere_domain::cases::clock::Clock;
use adhere_domain::cases::matter::CaseKind;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
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
    from: usize,
}

impl Filters {
    fn of(asked: &Asked) -> Result<Self, Problem> {
        let is_open = |text: &str| STATES.into_iter().find(|(known, ..)| *known == text).map(|(_, is_open)| is_open);
        Ok(Self {
            kind: asked.parsed("kind", "a kind of case", CaseKind::named)?,
            is_open: asked.parsed("state", "`open` or `closed`", is_open)?,
            from: asked.parsed("from", "a number", |text| text.parse().ok())?.unwrap_or_default(),
        })
    }

    fn fits(&self, case: &Case) -> bool {
        self.kind.is_none_or(|kind| case.opening.matter.kind() == kind)
            && self.is_open.is_none_or(|is_open| case.is_open() == is_open)
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
    let rows = rows(page, &organisation, |case| filters.fits(case))?;
    let until = filters.from.saturating_add(PAGE);
    let kind = filters.kind.map_or("", CaseKind::id);
    let state = filters.is_open.and_then(|is_open| STATES.into_iter().find(|(_, known)| *known == is_open));
    let state = state.map_or("", |(name, _)| name);
    let more = (until < rows.len()).then(|| until.to_string());
    let words = page.words();
    let view = CasesPage {
        next: more.map(|from| page.to().cases(&organisation, &[("kind", kind), ("state", state), ("from", &from)])),
        kinds: CaseKind::ALL
            .map(|(it, id)| (id, words.text(&format!("case-kind-{id}")), filters.kind == Some(it)))
            .into(),
        states: STATES
            .map(|(id, it)| (id, words.text(&format!("case-state-{id}")), filters.is_open == Some(it)))
            .into(),
        is_filtered: filters.kind.is_some() || filters.is_open.is_some() || filters.from > 0,
        cases: rows.into_iter().skip(filters.from).take(PAGE).collect(),
        may_keep: page.actor()?.may(Permission::KeepCases),
        frame: page.frame(Section::Work),
        organisation,
    };
    Ok(view.render()?)
}

/// What is to be done in open cases, the most urgent first, at most so much.
pub(super) fn running(page: &Page<'_>, organisation: &OrganisationId, most: usize) -> Result<Vec<CaseRow>, Problem> {
    let mut rows = rows(page, organisation, Case::is_open)?;
    rows.truncate(most);
    Ok(rows)
}

/// Cases as the page has them on its day: open ones first, by what is due next; then those closed, the latest first.
fn rows(
    page: &Page<'_>,
    organisation: &OrganisationId,
    is_wanted: impl Fn(&Case) -> bool,
) -> Result<Vec<CaseRow>, Problem> {
    let cases = cases_of(&page.context()?, organisation, clock::as_of(page.asked.as_of).ends)?;
    let clocks = Clocks::of(page, organisation)?;
    let mut rows = Vec::new();
    for case in cases.all().filter(|case| is_wanted(case)) {
        let code = clocks.code(case)?;
        let running = clocks.running(case, &code.code);
        let next = running.iter().find(|clock| clock.status.is_open());
        let order = (!case.is_open(), order(next), Reverse(case.opening.aware_at));
        rows.push((order, clocks.row(case, next)));
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
