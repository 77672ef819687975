//! The one place where errors become answers over HTTP: problems (RFC 9457) for programs, a page for people.

use adhere_actions::access::AccessError;
use adhere_actions::{ActionError, Refusal};
use adhere_domain::law::reasons::Rule;
use adhere_domain::parties::refusal::PartyRefusal;
use adhere_formats::diagnostic::{Diagnostic, Findings};
use adhere_store::StoreError;
use adhere_store::db::DbError;
use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use super::api::{self, FieldError};
use super::asked::{Asked, named_in, of_browser};
use super::frame::{Frame, Section};
use super::requests::RequestId;
use super::said::Said;
use super::zone::Zone;
use super::{Page, Service, html, refused};
use crate::clock;
use crate::words::Words;

/// Who finds too much going on asks again after so many seconds.
const AGAIN_AFTER: HeaderValue = HeaderValue::from_static("5");

/// Why something is not answered as it was asked.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    status: StatusCode,
    /// What is wrong, as programs are told it.
    detail: String,
    /// What is wrong, as people are told it: in their language, unless only programs ask for such a thing.
    said: Option<Said>,
    of: Of,
}

/// What is wrong: by key for people, or in one language.
pub(super) struct Told {
    detail: String,
    said: Option<Said>,
}

/// Of which type a problem is.
#[derive(Clone, Debug, Default)]
enum Of {
    /// Its status says all.
    #[default]
    Status,
    /// A rule refuses it.
    Rule(&'static Rule),
    /// Fields of what was sent are wrong.
    Fields(Vec<FieldError>),
    /// It is asked for too often: again in so many seconds.
    TooOften(u64),
}

/// A problem as programs are told it (RFC 9457).
#[derive(Serialize, JsonSchema)]
pub(super) struct ProblemWire {
    /// Of which type it is: `about:blank` where its status says all.
    r#type: &'static str,
    /// What the type is called.
    title: &'static str,
    /// The status of the answer.
    status: u16,
    /// What is wrong, and what to do.
    detail: String,
    /// The rule that refuses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    /// The provisions on which the rule rests: element ids of Regulation (EU) 2024/1689.
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<Vec<&'static str>>,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<FieldError>>,
}

#[derive(Template)]
#[template(path = "web/error.html")]
struct ErrorPage<'a> {
    frame: Frame<'a>,
    title: String,
    detail: &'a str,
    status: u16,
    /// What names the request where it was told, if it went wrong here.
    request: Option<String>,
}

impl Problem {
    /// There is no such thing.
    pub(super) fn not_found(told: impl Into<Told>) -> Self {
        Self::of_status(StatusCode::NOT_FOUND, told)
    }

    /// What was sent cannot be read.
    pub(super) fn bad_request(told: impl Into<Told>) -> Self {
        Self::of_status(StatusCode::BAD_REQUEST, told)
    }

    /// Nobody is signed in.
    pub(super) fn not_signed_in() -> Self {
        Self::of_status(StatusCode::UNAUTHORIZED, Said::new("problem-signed-out"))
    }

    /// What was sent is larger than so many bytes.
    pub(super) fn too_large(most: u64) -> Self {
        Self::of_status(StatusCode::PAYLOAD_TOO_LARGE, Said::new("problem-too-large").of("most", most >> 20))
    }

    /// It is not allowed.
    pub(super) fn forbidden(told: impl Into<Told>) -> Self {
        Self::of_status(StatusCode::FORBIDDEN, told)
    }

    /// What was sent can be read, and is not accepted.
    pub(super) fn unprocessable(told: impl Into<Told>) -> Self {
        Self::of_status(StatusCode::UNPROCESSABLE_ENTITY, told)
    }

    /// What is wrong with what was sent, to stand beside the field.
    ///
    /// # Errors
    /// It is nothing that whoever asked can mend in a form.
    pub(super) fn beside_field(self, page: &Page<'_>) -> Result<String, Self> {
        if self.status == StatusCode::UNPROCESSABLE_ENTITY {
            return Ok(self.in_words(page.words(), &page.asked.zone));
        }
        Err(self)
    }

    /// The same, with other words for people than for programs.
    pub(super) fn saying(self, said: Option<Said>) -> Self {
        Self { said, ..self }
    }

    /// What is wrong, in words.
    fn in_words(&self, words: &Words, zone: &Zone) -> String {
        self.said.as_ref().map_or_else(|| self.detail.clone(), |said| said.in_words(words, zone))
    }

    /// What a status says, and why.
    pub(super) fn of_status(status: StatusCode, told: impl Into<Told>) -> Self {
        let Told { detail, said } = told.into();
        Self { status, detail, said, of: Of::Status }
    }

    /// Fields of what was sent are wrong.
    pub(super) fn of_fields(status: StatusCode, errors: Vec<FieldError>) -> Self {
        let place = |it: &FieldError| if it.pointer.is_empty() { String::new() } else { format!("{}: ", it.pointer) };
        let detail = errors.iter().map(|it| format!("{}{}", place(it), it.detail)).collect::<Vec<_>>().join("; ");
        Self { of: Of::Fields(errors), ..Self::of_status(status, detail) }
    }

    /// It is asked for too often: again in so many seconds.
    pub(super) fn too_often(seconds: u64) -> Self {
        let said = Said::new("problem-too-often").number("seconds", seconds);
        Self { of: Of::TooOften(seconds), ..Self::of_status(StatusCode::TOO_MANY_REQUESTS, said) }
    }

    /// What was sent did not arrive in time.
    pub(super) fn late() -> Self {
        Self::of_status(StatusCode::REQUEST_TIMEOUT, Said::new("problem-late"))
    }

    /// It takes too long here.
    pub(super) fn slow() -> Self {
        tracing::error!("an answer took too long");
        Self::of_status(StatusCode::SERVICE_UNAVAILABLE, Said::new("problem-slow"))
    }

    /// Something went wrong here; it is told to who runs this, and not to who asked.
    pub(super) fn failed(error: &dyn std::error::Error) -> Self {
        tracing::error!(error = chain(error), "failed");
        Self::of_status(StatusCode::INTERNAL_SERVER_ERROR, Said::new("problem-failed"))
    }

    /// The problem that an answer tells; those that the server found before any of our code have their status alone.
    fn in_answer(response: &Response) -> Option<Self> {
        let status = response.status();
        let own = response.extensions().get::<Self>().cloned();
        // A form that is shown again says itself what is wrong.
        let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if own.is_none() && kind.is_some_and(|kind| kind.starts_with("text/html")) {
            return None;
        }
        let unnamed = || {
            let said = match status {
                StatusCode::METHOD_NOT_ALLOWED => Said::new("problem-method"),
                StatusCode::PAYLOAD_TOO_LARGE => Said::new("problem-larger"),
                StatusCode::UNSUPPORTED_MEDIA_TYPE => Said::new("problem-no-form"),
                _ => Said::new("problem-unread"),
            };
            Self::of_status(status, said)
        };
        own.or_else(|| (status.is_client_error() || status.is_server_error()).then(unnamed))
    }

    /// Says when to ask again, where nothing is wrong but the moment.
    fn say_when(&self, response: &mut Response) {
        let after = match self.of {
            Of::TooOften(seconds) => seconds.into(),
            _ if self.status == StatusCode::SERVICE_UNAVAILABLE => AGAIN_AFTER,
            _ => return,
        };
        response.headers_mut().insert(header::RETRY_AFTER, after);
    }

    /// The key of the words that head the page for people.
    fn title_key(&self) -> &'static str {
        match self.status {
            StatusCode::NOT_FOUND => "web-error-not-found",
            StatusCode::FORBIDDEN => "web-error-forbidden",
            StatusCode::UNAUTHORIZED => "web-error-signed-out",
            StatusCode::METHOD_NOT_ALLOWED => "web-error-method",
            status if status.is_server_error() => "web-error-failed",
            _ => "web-error-bad-request",
        }
    }
}

impl From<Said> for Told {
    fn from(said: Said) -> Self {
        Self { detail: said.in_english(), said: Some(said) }
    }
}

impl From<String> for Told {
    fn from(detail: String) -> Self {
        Self { detail, said: None }
    }
}

impl From<&str> for Told {
    fn from(detail: &str) -> Self {
        Self { detail: detail.to_owned(), said: None }
    }
}

/// What is wrong with files, each finding with its place.
pub(super) fn field_errors(findings: &Findings) -> Vec<FieldError> {
    let told = |it: &Diagnostic| {
        let line = findings.line(it).map_or_else(String::new, |line| format!("line {line}: "));
        let hint = it.hint.as_ref().map_or_else(String::new, |hint| format!(" ({hint})"));
        FieldError { pointer: format!("/{}", it.file), detail: format!("{line}{}{hint}", it.message) }
    };
    findings.diagnostics.iter().map(told).collect()
}

/// An error with what caused it.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        text.push_str(": ");
        text.push_str(&source.to_string());
        cause = source.source();
    }
    text
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::failed(&error)
    }
}

impl From<ActionError> for Problem {
    /// What somebody can mend is told with what to mend; all else is for who runs this.
    fn from(error: ActionError) -> Self {
        let told = || Told { detail: error.to_string(), said: refused::said(&error) };
        match &error {
            ActionError::Refused(Refusal::Party(PartyRefusal::NotPermitted { .. })) => Self::forbidden(told()),
            ActionError::Refused(refusal) => Self { of: Of::Rule(refusal.rule()), ..Self::unprocessable(told()) },
            ActionError::ChangedMeanwhile => Self::of_status(StatusCode::PRECONDITION_FAILED, told()),
            ActionError::DoneAlready(_) | ActionError::AuditUnderWay => Self::of_status(StatusCode::CONFLICT, told()),
            ActionError::Store(StoreError::Db(DbError::Busy { .. })) => Self::slow(),
            ActionError::Files(findings) => Self::of_fields(StatusCode::UNPROCESSABLE_ENTITY, field_errors(findings)),
            ActionError::Access(AccessError::NotSignedIn) => Self::not_signed_in(),
            ActionError::Access(AccessError::TooOften) => Self::of_status(StatusCode::TOO_MANY_REQUESTS, told()),
            ActionError::Access(AccessError::Crowded) => Self::of_status(StatusCode::SERVICE_UNAVAILABLE, told()),
            ActionError::Access(AccessError::Hash(_) | AccessError::Random)
            | ActionError::Canonical(_)
            | ActionError::BytesMissing(_)
            | ActionError::Misfit(_)
            | ActionError::SourceMissing { .. }
            | ActionError::Source { .. }
            | ActionError::OtherCode { .. }
            | ActionError::Store(_) => Self::failed(&error),
            ActionError::Access(_)
            | ActionError::OtherRequest
            | ActionError::Package(_)
            | ActionError::Erasure(_)
            | ActionError::NoPerson(_)
            | ActionError::NotInForce(_)
            | ActionError::BytesGone(_)
            | ActionError::TooLarge { .. } => Self::unprocessable(told()),
        }
    }
}

impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Self {
        Self::failed(&error)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (r#type, title) = match &self.of {
            Of::Status | Of::TooOften(_) => ("about:blank", self.status.canonical_reason().unwrap_or_default()),
            Of::Rule(_) => ("/api#problem-rule", "A rule refuses this"),
            Of::Fields(_) => ("/api#problem-fields", "Fields are wrong"),
        };
        let (rule, errors) = match self.of.clone() {
            Of::Status | Of::TooOften(_) => (None, None),
            Of::Rule(rule) => (Some(rule), None),
            Of::Fields(errors) => (None, Some(errors)),
        };
        let citation = rule.map(|rule| rule.cites.to_vec());
        let (status, detail) = (self.status.as_u16(), self.detail.clone());
        let wire = ProblemWire { r#type, title, status, detail, rule: rule.map(|rule| rule.id), citation, errors };
        let body = serde_json::to_string(&wire).unwrap_or_default();
        let mut response = (self.status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response();
        self.say_when(&mut response);
        response.extensions_mut().insert(self);
        response
    }
}

/// Shows a problem as a page where a browser asked, and in the one form of problems everywhere.
pub(super) async fn told(State(service): State<Service>, request: Request, next: Next) -> Response {
    let accepted = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    let path = request.uri().path().to_owned();
    let wants_page = accepted.is_some_and(|accept| accept.contains("text/html")) && !api::has(&path);
    let (browser_language, zone) =
        (of_browser(request.headers()), Zone::of_browser(request.headers(), service.is_secure()));
    let language = named_in(request.uri());
    let id = request.extensions().get::<RequestId>().map(|id| id.as_str().to_owned());
    let response = next.run(request).await;
    let Some(problem) = Problem::in_answer(&response) else { return response };
    let response = if response.extensions().get::<Problem>().is_some() {
        response
    } else {
        let allowed = response.headers().get(header::ALLOW).cloned();
        let mut own = problem.clone().into_response();
        own.headers_mut().extend(allowed.map(|methods| (header::ALLOW, methods)));
        own
    };
    if !wants_page {
        return response;
    }
    let (as_of, known_tag, done, also) = (None, None, None, Vec::new());
    let asked = Asked { as_of, language, browser_language, zone, known_tag, path, done, also };
    let Ok(words) = service.words(asked.language()) else { return response };
    let frame = Frame::new(words, &asked, Section::Front, clock::today());
    let title = frame.text(problem.title_key());
    let request = id.filter(|_| problem.status.is_server_error());
    let request = request.map(|id| words.with("web-request-id", &[("id", id.into())]));
    let detail = problem.in_words(words, &asked.zone);
    let page = ErrorPage { frame, title, detail: &detail, status: problem.status.as_u16(), request };
    match page.render() {
        Ok(text) => {
            let mut response = (problem.status, html(text)).into_response();
            problem.say_when(&mut response);
            response
        }
        Err(error) => {
            tracing::error!(error = chain(&error), "no page can be made of an error");
            response
        }
    }
}

/// Nothing is at an address.
pub(super) async fn nothing_here() -> Problem {
    Problem::not_found(Said::new("problem-nothing-here"))
}
