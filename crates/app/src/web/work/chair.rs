//! What those see who follow how a code does, such as its chairs: its versions, who adheres, and what is reported of each
//! measure. Nothing is changed here.

use std::collections::BTreeSet;

use adhere_actions::packages::reported;
use adhere_actions::register::register;
use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::register::event::Listed;
use adhere_domain::adherence::register::standing::ProviderStanding;
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::permission::Permission;
use adhere_store::projection::register::Wanted;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};
use crate::web::published::PublishedCode;
use crate::web::{Page, Service, html};

#[derive(Template)]
#[template(path = "web/work/code_versions.html")]
struct VersionsPage<'a> {
    frame: Frame<'a>,
    versions: Vec<VersionView>,
}

/// A published version, ready to print.
struct VersionView {
    name: String,
    title: String,
    url: String,
    published: String,
    entry: u64,
    declared: usize,
    listed: usize,
}

#[derive(Template)]
#[template(path = "web/work/code_report.html")]
struct ReportPage<'a> {
    frame: Frame<'a>,
    version: VersionView,
    reporting: usize,
    /// What each column counts.
    states: Vec<String>,
    measures: Vec<MeasureView>,
    code_url: String,
    register: String,
    /// Where somebody is invited to adhere to it, for whoever may.
    invite: Option<String>,
}

/// A measure with how many report each state, ready to print.
struct MeasureView {
    id: String,
    title: String,
    url: String,
    counts: Vec<usize>,
}

/// The versions of codes that are published here, the latest first.
pub(super) async fn versions(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let mut published = page.codes()?;
            published.reverse();
            let versions = published.iter().map(|published| view(page, published)).collect::<Result<_, _>>()?;
            Ok(html(VersionsPage { frame: page.frame(Section::Work), versions }.render()?))
        })
        .await
}

fn view(page: &Page<'_>, published: &PublishedCode) -> Result<VersionView, Problem> {
    let code = &published.code;
    let wanted = Wanted { code: Some(&code.id), ..Wanted::default() };
    let standing = register(&page.service.store, &wanted, page.as_of(), clock::now())?.standing;
    let declares = |it: &&ProviderStanding| it.declared.iter().any(|declared| declared.terms.version == code.version);
    let is_listed =
        |it: &&ProviderStanding| it.listed.values().any(|listing| matches!(listing.listed, Listed::Signatory(_)));
    Ok(VersionView {
        name: published.name(),
        title: code.title.clone(),
        url: page.to().facilitation(&format!("/codes/{}", published.name())),
        published: code.published.to_string(),
        entry: published.entry_id,
        declared: standing.values().filter(declares).count(),
        listed: standing.values().filter(is_listed).count(),
    })
}

/// One version, with what is reported of each measure.
pub(super) async fn report(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let published = page.code(&name)?;
            let code = &published.code;
            let found = reported(&page.context()?, &code.id, &code.version)?;
            let name = published.name();
            let counts = |measure: &PartId| {
                let of_measure = found.measures.get(measure);
                let count =
                    |state: ImplementationState| of_measure.and_then(|it| it.get(state.id())).map_or(0, BTreeSet::len);
                ImplementationState::ALL.map(count).to_vec()
            };
            let measures = code.measures().map(|(_, _, measure)| MeasureView {
                id: measure.id.to_string(),
                title: measure.title.clone(),
                url: page.to().part(&name, measure.id.as_str()),
                counts: counts(&measure.id),
            });
            let state = |state: ImplementationState| page.words().text(&format!("state-{}", state.id()));
            let to = page.to();
            let measures = measures.collect();
            let view = ReportPage {
                version: view(page, &published)?,
                reporting: found.providers.len(),
                states: ImplementationState::ALL.map(state).into(),
                measures,
                code_url: to.code(&name),
                register: to.register(),
                invite: page.actor()?.may(Permission::SendInvitations).then(|| to.invite(&name)),
                frame: page.frame(Section::Work),
            };
            Ok(html(view.render()?))
        })
        .await
}
