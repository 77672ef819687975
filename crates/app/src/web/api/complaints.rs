//! Complaints of rightsholders, for everyone as on the pages: lodging one, and how it stands for whoever shows its
//! reference. Nobody needs a token for it; so many come from one place, whatever they come by.

use adhere_actions::access::Secret;
use adhere_actions::cases::complaints::{complaint_of, new_reference};
use adhere_domain::cases::case::Case;
use adhere_domain::cases::step::StepKind;
use axum::http::{Method, StatusCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::Call;
use super::field::FieldError;
use super::operation::{Gives, Kind, Operation, Parameter, Takes};
use super::reply::{Reply, json};
use crate::web::complaint::{found, send};
use crate::web::error::Problem;
use crate::web::form::Typed;
use crate::web::said::Said;
use crate::web::work::cases::opening::complaint;

/// A complaint that is lodged.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ComplaintBody {
    /// Who complains.
    name: String,
    /// Where an answer reaches whoever complains.
    email: String,
    /// The work, and the rights in it.
    work: String,
    /// What is complained of.
    text: String,
    /// What lets whoever complains ask how it stands, where it was sent before and no answer came: it is one complaint.
    reference: Option<String>,
}

/// How a complaint stands.
#[derive(Serialize, JsonSchema)]
struct StandingWire {
    /// Whom it went to.
    organisation: String,
    /// When it was received.
    received: String,
    /// When its receipt was acknowledged, if it was.
    acknowledged: Option<String>,
    /// When it was answered, if it was.
    answered: Option<String>,
    /// Since when it is closed, if it is.
    closed: Option<String>,
}

pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::write(
            "complaints",
            (Method::POST, "/api/v1/complaints/{organisation}"),
            ("lodgeComplaint", "Complain of a copyright infringement to a provider; the reference is answered once"),
            Takes::json::<ComplaintBody>(),
            lodge,
        ),
        Operation::read(
            "complaints",
            "/api/v1/complaints",
            ("readComplaint", "Read how a complaint stands, with its reference"),
            Gives::json::<StandingWire>(),
            standing,
        )
        .with(&[Parameter::required("reference", "What lodging it answered.", Kind::Text)]),
    ]
}

fn lodge(call: &Call<'_>) -> Result<Reply, Problem> {
    let organisation = call.part("organisation", |text| Some(text.to_owned()))?;
    let (id, published) = found(&call.page, &organisation)?;
    let ComplaintBody { name, email, work, text, reference } = call.json()?;
    let unknown = || Problem::bad_request(Said::new("problem-no-reference"));
    let reference = match reference {
        Some(text) => Secret::parse(&text).ok_or_else(unknown)?,
        None => new_reference()?,
    };
    let mut typed = Typed::begin(&[("name", name), ("email", email), ("work", work), ("text", text)]);
    let Some(complaint) = complaint(&call.page, &mut typed) else {
        let error = |(name, detail): (&str, String)| FieldError { pointer: format!("/{name}"), detail };
        return Err(Problem::of_fields(StatusCode::UNPROCESSABLE_ENTITY, typed.refused().map(error).collect()));
    };
    let text = reference.text();
    let lodged = send(&call.page, &id, &published, complaint, reference, &call.sent.place)?;
    let location = format!("/api/v1/complaints?reference={text}");
    Ok(Reply::Recorded { entries: lodged.entries, location, secret: Some(text) })
}

fn standing(call: &Call<'_>) -> Result<Reply, Problem> {
    let reference = call.required("reference", "what lodging a complaint answered", Secret::parse)?;
    let found = complaint_of(&call.page.service.context_of("adhere"), &reference)?;
    let case = found.ok_or_else(|| Problem::not_found("there is no complaint with this reference"))?;
    Ok(Reply::Private(json(&wire(&case))?))
}

fn wire(case: &Case) -> StandingWire {
    let done = |step| case.done(step).map(|at| at.to_string());
    StandingWire {
        organisation: case.provider.to_string(),
        received: case.opening.aware_at.to_string(),
        acknowledged: done(StepKind::Acknowledged),
        answered: done(StepKind::Answered),
        closed: case.closed_at().map(|at| at.to_string()),
    }
}
