//! The register: who stands where to which code on a day, one provider's history with its proofs, and the same for
//! spreadsheets, programs and feed readers.

mod atom;
mod figures;
pub(super) mod rows;

pub(super) use self::atom::atom;
pub(super) use self::figures::figures;

use adhere_actions::register::{RegisterRead, provider_history, register, register_page};
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_formats::register::RegisterWire;
use adhere_store::StoreError;
use adhere_store::projection::history::Line;
use adhere_store::projection::register::{Wanted, count};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use self::rows::{ProviderView, provider_views};
use super::asked::Asked;
use super::error::Problem;
use super::frame::{Frame, Section};
use super::said::Said;
use super::{Page, Service, file};
use crate::clock;

/// So many providers are shown on a page.
const PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "web/register.html")]
struct RegisterPage<'a> {
    frame: Frame<'a>,
    providers: Vec<ProviderView>,
    filters: Filters,
    /// Codes that can be filtered by.
    codes: Vec<String>,
    csv: String,
    json: String,
    /// The next page.
    next: Option<String>,
    is_first: bool,
}

#[derive(Template)]
#[template(path = "web/organisation.html")]
struct OrganisationPage<'a> {
    frame: Frame<'a>,
    name: String,
    id: String,
    country: Option<String>,
    providers: Vec<ProviderView>,
    /// Where somebody complains to it, if it adheres to what has it deal with complaints.
    complaints: Option<String>,
    history: Vec<Line>,
}

/// What the register is narrowed to.
#[derive(Clone, Debug, Default)]
struct Filters {
    code: Option<PartId>,
    scope: Option<String>,
    model: Option<PartId>,
}

/// Scopes that can be filtered by, as data names them, with the keys of their words.
const SCOPES: [(&str, &str); 3] =
    [("full", "web-scope-full"), ("art-53", "web-scope-article"), ("chapters", "web-scope-chapters")];

impl Filters {
    fn of(asked: &Asked) -> Result<Self, Problem> {
        let scope = asked.parsed("scope", "`full`, `art-53` or `chapters`", |text| {
            SCOPES.iter().any(|(id, _)| *id == text).then(|| text.to_owned())
        })?;
        Ok(Self {
            code: asked.parsed("code", "the id of a code", PartId::parse)?,
            scope,
            model: asked.parsed("model", "the id of a model", PartId::parse)?,
        })
    }

    fn wanted(&self) -> Wanted<'_> {
        Wanted {
            code: self.code.as_ref(),
            scope: self.scope.as_deref(),
            model: self.model.as_ref(),
            ..Wanted::default()
        }
    }

    fn parameters(&self) -> [(&str, &str); 3] {
        [
            ("code", self.code()),
            ("scope", self.scope.as_deref().unwrap_or_default()),
            ("model", self.model.as_ref().map(PartId::as_str).unwrap_or_default()),
        ]
    }

    fn code(&self) -> &str {
        self.code.as_ref().map(PartId::as_str).unwrap_or_default()
    }

    /// Ids and keys of the scopes, and whether each is chosen.
    fn scopes(&self) -> Vec<(&'static str, &'static str, bool)> {
        SCOPES.iter().map(|(id, key)| (*id, *key, self.scope.as_deref() == Some(*id))).collect()
    }

    fn model(&self) -> &str {
        self.model.as_ref().map(PartId::as_str).unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        self.code.is_none() && self.scope.is_none() && self.model.is_none()
    }
}

/// How many providers anything was ever recorded of.
pub(super) fn providers(page: &Page<'_>) -> Result<u64, Problem> {
    Ok(page.service.store.read(|tx| Ok::<_, StoreError>(count(tx)?))?)
}

/// A page of the register.
pub(super) async fn list(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service.show(asked, listed).await
}

fn listed(page: &Page<'_>) -> Result<String, Problem> {
    let filters = Filters::of(&page.asked)?;
    let after = page.asked.parsed("after", "a place in the register", place)?;
    let wanted = Wanted {
        after: after.as_ref().map(|(organisation, code)| (organisation, code)),
        limit: PAGE,
        ..filters.wanted()
    };
    let store = &page.service.store;
    let read = store.read(|tx| register_page(tx, &wanted, page.as_of(), clock::now()))?;
    let is_full = u64::try_from(read.standing.len()).is_ok_and(|shown| shown == PAGE);
    let last = read.standing.last_key_value().filter(|_| is_full);
    let next = last.map(|((organisation, code), _)| {
        let place = format!("{organisation}~{code}");
        let [code, scope, model] = filters.parameters();
        page.to().register_with("", &[code, scope, model, ("after", &place)])
    });
    let mut codes: Vec<String> = page.codes()?.iter().map(|published| published.code.id.to_string()).collect();
    codes.dedup();
    let view = RegisterPage {
        frame: page.frame(Section::Register),
        providers: provider_views(&read, &page.frame(Section::Register)),
        codes,
        csv: page.to().register_with(".csv", &filters.parameters()),
        json: page.to().register_with(".json", &filters.parameters()),
        next,
        is_first: after.is_none(),
        filters,
    };
    Ok(view.render()?)
}

/// A place in the order of providers and codes.
fn place(text: &str) -> Option<(OrganisationId, PartId)> {
    let (organisation, code) = text.split_once('~')?;
    Some((OrganisationId::parse(organisation)?, PartId::parse(code)?))
}

/// One provider: where it stands, and everything that was recorded of it for everybody to read.
pub(super) async fn organisation(
    State(service): State<Service>,
    asked: Asked,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    service
        .show(asked, move |page| {
            let missing = || Problem::not_found(Said::new("problem-not-recorded").of("id", &id));
            let organisation = OrganisationId::parse(&id).ok_or_else(missing)?;
            let wanted = Wanted { organisation: Some(&organisation), ..Wanted::default() };
            let (store, now) = (&page.service.store, clock::now());
            let read = register(store, &wanted, page.as_of(), now)?;
            let (known, history) = store.read(|tx| {
                let known = adhere_store::projection::organisation::known(tx, &organisation, now)?;
                Ok::<_, StoreError>((known, provider_history(tx, &organisation, now)?))
            })?;
            if history.is_empty() {
                return Err(missing());
            }
            let view = OrganisationPage {
                frame: page.frame(Section::Register),
                name: known.as_ref().map_or_else(|| id.clone(), |known| known.name.to_string()),
                id: id.clone(),
                country: known.and_then(|known| known.country).map(|country| country.to_string()),
                providers: provider_views(&read, &page.frame(Section::Register)),
                complaints: super::complaint::url(page, &organisation)?,
                history,
            };
            Ok(view.render()?)
        })
        .await
}

/// The register for spreadsheets, whole.
pub(super) async fn csv(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service
        .page(asked, |page| {
            let bytes = wire(page)?.to_csv().map_err(|error| Problem::failed(&error))?;
            Ok(file("register.csv", "text/csv; charset=utf-8", bytes))
        })
        .await
}

/// The register for programs, whole.
pub(super) async fn json(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service
        .page(asked, |page| {
            let text = wire(page)?.to_json().map_err(|error| Problem::failed(&error))?;
            Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
        })
        .await
}

fn wire(page: &Page<'_>) -> Result<RegisterWire, Problem> {
    let filters = Filters::of(&page.asked)?;
    let read: RegisterRead = register(&page.service.store, &filters.wanted(), page.as_of(), clock::now())?;
    Ok(RegisterWire::new(&read.standing, &read.organisations, read.as_of, read.known_at))
}
