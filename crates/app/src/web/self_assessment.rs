//! The self-assessment: plain questions, one thing a page, and then what `adhere assess` says of the answers.
//!
//! Nothing is kept here: the browser keeps the answers, and shows them again when the next page is asked for.

mod answers;
mod files;
mod form;
mod questions;

use std::sync::Arc;

use adhere_domain::adherence::assessment::Assessor;
use adhere_domain::codes::code::Code;
use adhere_domain::codes::profile::Profile;
use adhere_domain::law::parameters::Law;
use adhere_formats::assessment::write_json;
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};

use self::answers::{Answers, Refused};
use self::files::{Files, FilesError, files};
use self::form::field_views;
use self::questions::{QUESTIONS, Question, question};
use super::asked::Asked;
use super::error::Problem;
use super::form::{Control, FormView, Typed};
use super::frame::{Frame, Section};
use super::published::PublishedCode;
use super::said::Said;
use super::{Page, Service, file, html};
use crate::report::Context;
use crate::report::model::{ModelView, model_view};
use crate::words::Words;

#[derive(Template)]
#[template(path = "web/self_assessment.html")]
struct BeginPage<'a> {
    frame: Frame<'a>,
    /// Name, title and whether it was answered, of every question.
    steps: Vec<(&'static str, &'static str, bool)>,
    has_answers: bool,
    first: &'static str,
}

#[derive(Template)]
#[template(path = "web/question.html")]
struct QuestionPage<'a> {
    frame: Frame<'a>,
    question: &'static Question,
    place: usize,
    count: usize,
    progress: String,
    form: FormView,
    before: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "web/result.html")]
struct ResultPage<'a> {
    frame: Frame<'a>,
    words: &'a Words,
    days: String,
    models: Vec<ModelView>,
    steps: Vec<(&'static str, &'static str, bool)>,
}

/// The first page: what it is, what it is not, and what was answered already.
pub(super) async fn begin(
    State(service): State<Service>,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let answers = Answers::kept(&headers, page.service.is_secure());
            let first = QUESTIONS.first().map_or("result", |question| question.id);
            let frame = page.frame(Section::SelfAssessment);
            let has_answers = !answers.is_empty();
            Ok(html(BeginPage { frame, steps: steps(&answers), has_answers, first }.render()?))
        })
        .await
}

fn steps(answers: &Answers) -> Vec<(&'static str, &'static str, bool)> {
    QUESTIONS.iter().map(|question| (question.id, question.title, answers.has_any_of(question))).collect()
}

/// One question, with what was answered to it.
pub(super) async fn ask(
    State(service): State<Service>,
    asked: Asked,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            Ok(html(asking(page, &id, &Answers::kept(&headers, page.service.is_secure()), &Refused::new())?))
        })
        .await
}

fn asking(page: &Page<'_>, id: &str, answers: &Answers, refused: &Refused) -> Result<String, Problem> {
    let (place, question) = find(id)?;
    let code = available(page)?;
    let counts = [("place", (place + 1).into()), ("count", QUESTIONS.len().into())];
    let fields = field_views(question, answers, refused, code.as_deref(), page.words());
    let view = QuestionPage {
        frame: page.frame(Section::SelfAssessment),
        question,
        place: place + 1,
        count: QUESTIONS.len(),
        progress: page.words().with("web-progress", &counts),
        form: FormView::new(
            page.to().question(question.id),
            page.words().text("web-continue"),
            fields,
            &Typed::default(),
        ),
        before: place.checked_sub(1).and_then(|before| QUESTIONS.get(before)).map(|question| question.id),
    };
    Ok(view.render()?)
}

fn find(id: &str) -> Result<(usize, &'static Question), Problem> {
    question(id).ok_or_else(|| Problem::not_found(Said::new("problem-no-question").of("id", id)))
}

/// The code of practice that could be adhered to on the day.
fn available(page: &Page<'_>) -> Result<Option<Arc<PublishedCode>>, Problem> {
    let of_practice = page.codes()?.into_iter().filter(|published| published.code.profile == Profile::Aia56);
    Ok(of_practice.max_by_key(|published| published.code.published))
}

/// Takes an answer along to the next question; one that cannot be is shown again, as it was typed.
pub(super) async fn answer(
    State(service): State<Service>,
    asked: Asked,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let (place, question) = find(&id)?;
            let (answers, mut refused) = Answers::kept(&headers, page.service.is_secure()).answer(question, &form);
            refused.extend(answers.refused_together(question, available(page)?.as_deref()));
            if !refused.is_empty() {
                let text = asking(page, &id, &answers, &refused)?;
                return Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, html(text)).into_response());
            }
            let next = QUESTIONS.get(place + 1).map_or("result", |question| question.id);
            Ok(keeping(page.service, &answers, Redirect::to(&page.to().question(next)).into_response()))
        })
        .await
}

/// Has the browser keep answers.
fn keeping(service: &Service, answers: &Answers, mut response: Response) -> Response {
    if let Some(cookie) = answers.to_cookie(service.is_secure()) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// Forgets all answers.
pub(super) async fn again(State(service): State<Service>, asked: Asked) -> Response {
    let to = super::Urls { as_of: asked.as_of, language: asked.language };
    keeping(&service, &Answers::default(), Redirect::to(&to.self_assessment()).into_response())
}

/// What is assessed: the answers as files, under the law and the codes of the day.
struct Assessed {
    files: Files,
    codes: Vec<Code>,
    law: Law,
}

impl Assessed {
    fn new(page: &Page<'_>, headers: &HeaderMap) -> Result<Self, Problem> {
        let answers = Answers::kept(headers, page.service.is_secure());
        let (words, law) = (page.words(), page.law()?);
        let unnamed = (words.text("web-unnamed-provider"), words.text("web-unnamed-model"));
        let published = page.codes()?;
        let code = available(page)?;
        let code = code.as_ref().map(|it| (it.code.id.as_str(), it.code.version.as_str()));
        let files = files(&answers, (&unnamed.0, &unnamed.1), code, law.readings);
        let files = files.map_err(|error| match error {
            FilesError::Together(_) => Problem::unprocessable(error.to_string()),
            FilesError::Template(error) => Problem::from(error),
        })?;
        Ok(Self { files, codes: published.iter().map(|it| it.code.clone()).collect(), law })
    }

    fn assessor<'a>(&'a self, page: &'a Page<'_>) -> Assessor<'a> {
        Assessor::new(&self.files.undertaking, &self.codes, &self.law, &page.service.law.calendars)
    }
}

/// The verdict, with its reasons.
pub(super) async fn result(
    State(service): State<Service>,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let assessed = Assessed::new(page, &headers)?;
            let assessor = assessed.assessor(page);
            let words = page.words();
            let report = Context { words, data: &page.service.law, assessor: &assessor };
            let days = [("as-of", page.as_of().to_string().into()), ("known-at", page.today.to_string().into())];
            let view = ResultPage {
                frame: page.frame(Section::SelfAssessment),
                words,
                days: words.with("days", &days),
                models: assessor.models().map(|model| model_view(&report, &model)).collect(),
                steps: steps(&Answers::kept(&headers, page.service.is_secure())),
            };
            Ok(html(view.render()?))
        })
        .await
}

/// The verdict for programs.
pub(super) async fn json(
    State(service): State<Service>,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let assessed = Assessed::new(page, &headers)?;
            let mut bytes = Vec::new();
            write_json(&assessed.assessor(page), &mut bytes).map_err(|error| Problem::failed(&error))?;
            Ok(file("assessment.json", "application/json", bytes))
        })
        .await
}

/// The start of a provider's folder: `adhere.toml`.
pub(super) async fn provider_file(
    State(service): State<Service>,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            Ok(file("adhere.toml", TOML, Assessed::new(page, &headers)?.files.provider.into_bytes()))
        })
        .await
}

/// The start of a provider's folder: `models/model.toml`.
pub(super) async fn model_file(
    State(service): State<Service>,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| Ok(file("model.toml", TOML, Assessed::new(page, &headers)?.files.model.into_bytes())))
        .await
}

const TOML: &str = "application/toml";
