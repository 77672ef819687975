//! The front page: what there is here, with its figures.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::asked::Asked;
use super::error::Problem;
use super::frame::{Frame, Section};
use super::published::PublishedCode;
use super::register::providers;
use super::{Page, Service};

#[derive(Template)]
#[template(path = "web/front.html")]
struct FrontPage<'a> {
    frame: Frame<'a>,
    codes: String,
    /// Address and title of the latest version of each code.
    latest: Vec<(String, String)>,
    register: String,
    law: String,
    journal: String,
}

/// The front page.
pub(super) async fn front(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service.show(asked, rendered).await
}

fn rendered(page: &Page<'_>) -> Result<String, Problem> {
    let (words, codes) = (page.words(), page.codes()?);
    let latest: BTreeMap<_, _> = codes.iter().map(|published| (&published.code.id, published)).collect();
    let link = |published: &&Arc<PublishedCode>| (page.to().code(&published.name()), published.code.title.clone());
    let provisions: usize = page.corpus().acts.iter().map(|act| act.provisions.len()).sum();
    let entries = page.service.store.head()?.map_or(0, |head| head.size);
    let view = FrontPage {
        frame: page.frame(Section::Front),
        codes: words.with("web-front-codes", &[("count", codes.len().into())]),
        latest: latest.values().rev().map(link).collect(),
        register: words.with("web-front-register", &[("count", providers(page)?.into())]),
        law: words.with("web-front-law", &[("count", provisions.into())]),
        journal: words.with("web-front-journal", &[("count", entries.into())]),
    };
    Ok(view.render()?)
}
