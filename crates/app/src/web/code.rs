//! The code reader: which codes there are, their contents, and every part at an address of its own.

mod changes;
mod coverage;
mod part;

pub(super) use self::changes::changes;
pub(super) use self::coverage::{coverage, coverage_json};
pub(super) use self::part::part;

use std::sync::Arc;

use adhere_domain::codes::code::Code;
use adhere_formats::compiled_code::compiled_bytes;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use super::asked::Asked;
use super::error::Problem;
use super::frame::{Frame, Section};
use super::published::PublishedCode;
use super::{Page, Service};
use crate::report::code_view::{ChapterView, CodeWording};
use crate::words::Words;

#[derive(Template)]
#[template(path = "web/codes.html")]
struct CodesPage<'a> {
    frame: Frame<'a>,
    codes: Vec<CodeLine>,
}

/// A version of a code, ready to print.
struct CodeLine {
    url: String,
    name: String,
    title: String,
    language: String,
    profile: String,
    counts: String,
    published: String,
}

#[derive(Template)]
#[template(path = "web/code.html")]
struct CodePage<'a> {
    frame: Frame<'a>,
    code: &'a Code,
    language: &'a str,
    name: &'a str,
    profile: String,
    counts: String,
    text_kind: String,
    chapters: Vec<ChapterView>,
    events: Vec<EventLine>,
    /// Element, citation and reason.
    left_out: Vec<(&'a str, &'a str, &'a str)>,
    /// Address and words of comparisons with other versions.
    changes: Vec<(String, String)>,
    digest: String,
    entry: u64,
}

/// Something that happened to a code, ready to print.
struct EventLine {
    on: String,
    kind: String,
    by: String,
    source: String,
}

/// All codes, the latest version first.
pub(super) async fn list(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service.show(asked, listed).await
}

fn listed(page: &Page<'_>) -> Result<String, Problem> {
    let mut published = page.codes()?;
    published.reverse();
    let codes = published.iter().map(|published| line(page, published)).collect();
    Ok(CodesPage { frame: page.frame(Section::Codes), codes }.render()?)
}

fn line(page: &Page<'_>, published: &Arc<PublishedCode>) -> CodeLine {
    let (code, words) = (&published.code, page.words());
    CodeLine {
        url: page.to().code(&published.name()),
        name: published.name(),
        title: code.title.clone(),
        language: published.language.clone(),
        profile: words.text(&format!("profile-{}", code.profile.id())),
        counts: counts(code, words),
        published: words.with("web-code-published", &[("day", code.published.to_string().into())]),
    }
}

/// How many parts of each kind a code has.
pub(super) fn counts(code: &Code, words: &Words) -> String {
    let counts = [
        ("chapters", code.chapters.len().into()),
        ("commitments", code.commitments().count().into()),
        ("measures", code.measures().count().into()),
    ];
    words.with("code-counts", &counts)
}

/// Whether a code's parts are in its own words or in those of a summary.
fn text_kind(code: &Code, words: &Words) -> String {
    words.text(&format!("web-text-{}", code.text.id()))
}

/// The contents of a version; a code without a version leads to the latest.
pub(super) async fn contents(
    State(service): State<Service>,
    asked: Asked,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    if name.contains('@') {
        return service.show(asked, move |page| shown(page, page.code(&name)?.as_ref(), &name)).await;
    }
    let latest = move |page: &Page<'_>| Ok(Redirect::to(&page.to().code(&page.code(&name)?.name())).into_response());
    service.page(asked, latest).await
}

fn shown(page: &Page<'_>, published: &PublishedCode, name: &str) -> Result<String, Problem> {
    let (code, words) = (&published.code, page.words());
    let corpus = page.corpus();
    let wording = CodeWording { code, corpus, words };
    let events = code.events.iter().filter(|event| event.on <= page.as_of()).map(|event| EventLine {
        on: event.on.to_string(),
        kind: words.text(&format!("code-event-{}", event.kind.id())),
        by: event.by.clone(),
        source: event.source.clone(),
    });
    let left_out = code.left_out.iter().map(|left_out| {
        let element = left_out.provision.as_str();
        (element, corpus.cite(element), left_out.reason.as_str())
    });
    let view = CodePage {
        frame: page.frame(Section::Codes),
        code,
        language: &published.language,
        name,
        profile: words.text(&format!("profile-{}", code.profile.id())),
        counts: counts(code, words),
        text_kind: text_kind(code, words),
        chapters: wording.chapters(),
        events: events.collect(),
        left_out: left_out.collect(),
        changes: changes::offered(page, published)?,
        digest: published.digest.to_string(),
        entry: published.entry_id,
    };
    Ok(view.render()?)
}

/// A version in the form by which its digest knows it.
pub(super) async fn json(
    State(service): State<Service>,
    asked: Asked,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let published = page.code(&name)?;
            let headers = [(header::CONTENT_TYPE, "application/json")];
            Ok((headers, compiled_bytes(&published.code)).into_response())
        })
        .await
}
