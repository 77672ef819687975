//! Complaints of rightsholders, for everyone: the form, and how a complaint stands for whoever holds its reference.
//!
//! Nobody needs an account for it, and no page says whether there is a complaint without its reference.

use std::sync::Arc;

use adhere_actions::ActionError;
use adhere_actions::access::{AccessError, Secret};
use adhere_actions::cases::complaints::{
    LodgeComplaint, complaint_of, complaints_under, lodge_complaint, new_reference,
};
use adhere_domain::cases::bound::measure_for;
use adhere_domain::cases::case::Case;
use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::matter::CaseKind;
use adhere_domain::cases::step::StepKind;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use adhere_store::projection::organisation;
use adhere_store::{Changed, StoreError};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::asked::Asked;
use super::error::Problem;
use super::form::{Control, Fields, FormView, Typed};
use super::frame::{Frame, Section};
use super::place::Place;
use super::published::PublishedCode;
use super::said::Said;
use super::urls::after;
use super::work::cases::opening::complaint;
use super::work::told;
use super::zone::Moment;
use super::{Page, Service, again, html};
use crate::clock;

/// A title has at most so many characters of the work that is complained about.
const LONGEST_TITLE: usize = 80;

#[derive(Template)]
#[template(path = "web/complaint.html")]
struct ComplaintPage<'a> {
    frame: Frame<'a>,
    id: OrganisationId,
    name: String,
    measure: String,
    measure_url: String,
    code: String,
    sends_letters: bool,
    form: FormView,
}

#[derive(Template)]
#[template(path = "web/complaint_state.html")]
struct StatePage<'a> {
    frame: Frame<'a>,
    /// The reference that was shown, if one was.
    reference: Option<String>,
    /// The complaint that it names; nothing when there is none.
    found: Option<StateView>,
}

/// How a complaint stands, ready to print.
struct StateView {
    organisation: String,
    received: Moment,
    /// What was done: words with the moment.
    done: Vec<(String, Moment)>,
    /// Since when it is closed, if it is.
    closed: Option<Moment>,
}

/// Where somebody complains to an organisation, if it deals with complaints.
pub(super) fn url(page: &Page<'_>, id: &OrganisationId) -> Result<Option<String>, Problem> {
    Ok(dealing(page, id)?.map(|_| page.to().complaint(id)))
}

/// The version of a code under which an organisation deals with complaints today.
fn dealing(page: &Page<'_>, id: &OrganisationId) -> Result<Option<Arc<PublishedCode>>, Problem> {
    let published = page.service.codes.by(&page.service.store, page.corpus(), page.today)?;
    let codes: Vec<_> = published.iter().map(|it| &it.code).collect();
    let under = complaints_under(&page.service.context_of("adhere"), id, &codes)?;
    let is_it = |it: &&Arc<PublishedCode>| {
        under.as_ref().is_some_and(|(id, version)| it.code.id == *id && it.code.version == *version)
    };
    Ok(published.iter().find(is_it).cloned())
}

fn name_of(page: &Page<'_>, id: &OrganisationId) -> Result<String, Problem> {
    let known = page.service.store.read(|tx| organisation::known(tx, id, clock::now()).map_err(StoreError::from))?;
    Ok(known.map_or_else(|| id.to_string(), |known| known.name.to_string()))
}

/// The form.
pub(super) async fn ask(
    State(service): State<Service>,
    asked: Asked,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let (id, published) = found(page, &id)?;
            let typed = Typed::begin(&[("reference", new_reference()?.text())]);
            Ok(private(html(asking(page, &id, &published, &typed)?)))
        })
        .await
}

/// An organisation that deals with complaints, with the version of a code under which it does.
pub(super) fn found(page: &Page<'_>, id: &str) -> Result<(OrganisationId, Arc<PublishedCode>), Problem> {
    let missing = || Problem::not_found(Said::new("problem-no-complaints").of("id", id));
    let id = Id::parse(id).ok_or_else(missing)?;
    let published = dealing(page, &id)?.ok_or_else(missing)?;
    Ok((id, published))
}

fn asking(page: &Page<'_>, id: &OrganisationId, published: &PublishedCode, typed: &Typed) -> Result<String, Problem> {
    let words = page.words();
    let fields = Fields { words, typed };
    let fields = vec![
        fields.input("name", "complaint-name", "text", "name").hinted(words.text("complaint-name-hint")),
        fields.input("email", "complaint-email", "email", "email").hinted(words.text("complaint-email-hint")),
        fields.area("work", "complaint-work").hinted(words.text("complaint-work-hint")),
        fields.area("text", "complaint-text").hinted(words.text("complaint-text-hint")),
        fields.hidden("reference"),
    ];
    let form = FormView::new(page.to().complaint(id), words.text("complaint-lodge"), fields, typed);
    let scope = adhere_domain::adherence::record::Scope::Full;
    let measure = measure_for(&published.code, &scope, CaseKind::Complaint).map(|measure| measure.id.to_string());
    let measure = measure.unwrap_or_default();
    let view = ComplaintPage {
        name: name_of(page, id)?,
        measure_url: page.to().part(&published.name(), &measure),
        measure,
        code: published.code.title.clone(),
        sends_letters: page.service.sends_letters(),
        form,
        id: id.clone(),
        frame: page.frame(Section::Register),
    };
    Ok(view.render()?)
}

/// Takes a complaint, or shows what was typed again with what is wrong.
pub(super) async fn lodge(
    State(service): State<Service>,
    asked: Asked,
    place: Place,
    Path(id): Path<String>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let (id, published) = found(page, &id)?;
            let mut typed = Typed::sent(form);
            let reference = Secret::parse(typed.value("reference"));
            let reference = reference.ok_or_else(|| Problem::bad_request(Said::new("problem-no-reference")))?;
            let Some(complaint) = complaint(page, &mut typed) else {
                return Ok(private(again(asking(page, &id, &published, &typed)?)));
            };
            let to = after(&page.to().complaint_state(&reference.text()), "complaint-lodged");
            match send(page, &id, &published, complaint, reference, &place) {
                Ok(_) => Ok(Redirect::to(&to).into_response()),
                Err(error) => {
                    let is_too_often = matches!(error, ActionError::Access(AccessError::TooOften));
                    typed.refuse_all(told::told(page, error)?);
                    let mut shown = private(again(asking(page, &id, &published, &typed)?));
                    if is_too_often {
                        *shown.status_mut() = StatusCode::TOO_MANY_REQUESTS;
                    }
                    Ok(shown)
                }
            }
        })
        .await
}

/// Lodges a complaint, with a letter to whoever complains where letters are sent.
pub(super) fn send(
    page: &Page<'_>,
    id: &OrganisationId,
    published: &PublishedCode,
    complaint: Complaint,
    reference: Secret,
    place: &Place,
) -> Result<Changed<()>, ActionError> {
    let first_line = complaint.work().as_str().lines().next().unwrap_or_default();
    let title: String = first_line.chars().take(LONGEST_TITLE).collect();
    let title = NonEmptyText::parse(&title).unwrap_or_else(|| complaint.name().clone());
    let name = name_of(page, id).unwrap_or_else(|_| id.to_string());
    let write = |secret: &Secret| page.complaint_letter(&name, secret);
    let codes = [&published.code];
    let command =
        LodgeComplaint { provider: id.clone(), codes: &codes, title, complaint, reference, place: place.as_str() };
    let write: Option<adhere_actions::access::inviting::WriteLetter<'_>> =
        if page.service.sends_letters() { Some(&write) } else { None };
    lodge_complaint(&page.service.context_of("adhere"), command, write)
}

/// How a complaint stands, for whoever shows its reference.
pub(super) async fn state(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service
        .page(asked, |page| {
            let reference = page.asked.parameter("reference").map(str::to_owned);
            let secret = reference.as_deref().and_then(Secret::parse);
            let case = match secret {
                Some(secret) => complaint_of(&page.service.context_of("adhere"), &secret)?,
                None => None,
            };
            let found = case.map(|case| standing(page, &case)).transpose()?;
            let is_missing = reference.is_some() && found.is_none();
            let text = StatePage { frame: page.frame(Section::Register), reference, found }.render()?;
            let mut shown = private(html(text));
            if is_missing {
                *shown.status_mut() = StatusCode::NOT_FOUND;
            }
            Ok(shown)
        })
        .await
}

fn standing(page: &Page<'_>, case: &Case) -> Result<StateView, Problem> {
    let words = page.words();
    let told = [StepKind::Acknowledged, StepKind::Answered].into_iter().filter_map(|step| {
        let at = case.done(step)?;
        Some((words.text(&format!("case-step-{}", step.id())), page.asked.zone.moment(at)))
    });
    Ok(StateView {
        organisation: name_of(page, &case.provider)?,
        received: page.asked.zone.moment(case.opening.aware_at),
        done: told.collect(),
        closed: case.closed_at().map(|at| page.asked.zone.moment(at)),
    })
}

/// What one person sees is kept by nobody on the way.
fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
