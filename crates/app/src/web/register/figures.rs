//! The register as pictures: how many providers stood where over time, and how many by chapter; each with its table.

use std::collections::BTreeMap;

use adhere_actions::register::register;
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::Listed;
use adhere_domain::adherence::register::standing::ProviderStanding;
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_store::StoreError;
use adhere_store::projection::register::{Wanted, keys};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::SCOPES;
use crate::clock;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};
use crate::web::{Page, Service};

/// So many months are shown at most.
const MONTHS: usize = 24;

/// Measures of the picture over time, in its own units.
const WIDTH: usize = 720;
const HEIGHT: usize = 240;
const LEFT: usize = 40;

#[derive(Template)]
#[template(path = "web/figures.html")]
struct FiguresPage<'a> {
    frame: Frame<'a>,
    lines: Vec<ScopeLine>,
    /// Each day with the counts of the lines.
    rows: Vec<(Date, Vec<usize>)>,
    /// The most providers on any day.
    most: usize,
    chapters: Vec<ChapterBar>,
}

/// Providers with one kind of scope, ready to print.
struct ScopeLine {
    id: &'static str,
    name: String,
    /// The line's points in the picture.
    points: String,
}

/// Providers that answer for a chapter, ready to print.
struct ChapterBar {
    id: String,
    title: String,
    count: usize,
    /// The bar's length, of a hundred.
    length: usize,
}

/// The pictures.
pub(in crate::web) async fn figures(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service.show(asked, rendered).await
}

fn rendered(page: &Page<'_>) -> Result<String, Problem> {
    let days = days(page.as_of())?;
    let on = |day: Date| SCOPES.iter().map(|(id, _)| providers(page, id, day)).collect::<Result<Vec<_>, _>>();
    let rows = days.into_iter().map(|day| Ok((day, on(day)?))).collect::<Result<Vec<_>, Problem>>()?;
    let most = rows.iter().flat_map(|(_, counts)| counts).copied().max().unwrap_or_default();
    let line = |(at, (id, key)): (usize, (&'static str, &str))| {
        let counts: Vec<usize> = rows.iter().filter_map(|(_, counts)| counts.get(at).copied()).collect();
        ScopeLine { id, name: page.words().text(key), points: points(&counts, most) }
    };
    let lines = SCOPES.into_iter().enumerate().map(line).collect();
    let frame = page.frame(Section::Register);
    Ok(FiguresPage { frame, lines, rows, most, chapters: chapters(page)? }.render()?)
}

/// The last day of every month up to a day, and the day itself; not before codes were drawn up.
fn days(last: Date) -> Result<Vec<Date>, Problem> {
    let beginning = Date::constant(2025, 7, 1);
    let mut days = vec![last];
    let mut month = last.first_of_month();
    while days.len() < MONTHS && month > beginning {
        let day = month.yesterday().map_err(|error| Problem::failed(&error))?;
        days.push(day);
        month = month.checked_sub(1.month()).map_err(|error| Problem::failed(&error))?;
    }
    days.reverse();
    Ok(days)
}

/// How many providers have a scope of a kind on a day.
fn providers(page: &Page<'_>, scope: &str, day: Date) -> Result<usize, Problem> {
    let wanted = Wanted { scope: Some(scope), limit: u64::from(u32::MAX), ..Wanted::default() };
    let found = page.service.store.read(|tx| Ok::<_, StoreError>(keys(tx, &wanted, day, clock::now())?))?;
    let mut organisations: Vec<_> = found.into_iter().map(|(organisation, _)| organisation).collect();
    organisations.dedup();
    Ok(organisations.len())
}

/// A line through the counts, from left to right.
fn points(counts: &[usize], most: usize) -> String {
    let step = (WIDTH - LEFT) / counts.len().saturating_sub(1).max(1);
    let point = |(at, count): (usize, &usize)| format!("{},{}", LEFT + at * step, height_of(*count, most));
    counts.iter().enumerate().map(point).collect::<Vec<_>>().join(" ")
}

/// How far below the upper edge a count is.
fn height_of(count: usize, most: usize) -> usize {
    let room = HEIGHT - 40;
    20 + room - room * count / most.max(1)
}

/// How many providers answer for each chapter of the code of practice that could be adhered to.
fn chapters(page: &Page<'_>) -> Result<Vec<ChapterBar>, Problem> {
    let codes = page.codes()?;
    let latest: BTreeMap<&PartId, &Code> = codes.iter().map(|it| (&it.code.id, &it.code)).collect();
    let read = register(&page.service.store, &Wanted::default(), page.as_of(), clock::now())?;
    let mut bars = Vec::new();
    for (id, code) in latest {
        let standings: Vec<_> = read.standing.iter().filter(|((_, of), _)| of == id).map(|(_, it)| it).collect();
        for chapter in &code.chapters {
            let count = standings.iter().filter(|standing| answers_for(standing, &chapter.id)).count();
            bars.push((chapter, count));
        }
    }
    let most = bars.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1);
    let bar = |(chapter, count): (&adhere_domain::codes::code::Chapter, usize)| ChapterBar {
        id: chapter.id.to_string(),
        title: chapter.title.clone(),
        count,
        length: 100 * count / most,
    };
    Ok(bars.into_iter().map(bar).collect())
}

/// Whether a provider, by its own word or by that of a source, answers for a chapter.
fn answers_for(standing: &ProviderStanding, chapter: &PartId) -> bool {
    let has = |scope: &Scope| match scope {
        Scope::Full => true,
        Scope::Chapters(chapters) => chapters.contains(chapter),
        // Which measures cover Art. 53 is a matter of measures, not of chapters.
        Scope::Article53 => false,
    };
    let listed = standing.listed.values().any(|listing| match &listing.listed {
        Listed::Signatory(scope) => has(scope),
        Listed::NotSignatory => false,
    });
    listed || standing.declared.iter().any(|declared| has(&declared.terms.scope))
}
