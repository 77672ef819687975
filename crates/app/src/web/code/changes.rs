//! Two versions of a code side by side: what was kept, renumbered, merged, split, dropped or reworded.

use adhere_domain::codes::difference::{Version, difference};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::report::difference::{DifferenceView, page_view};
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};
use crate::web::published::PublishedCode;
use crate::web::said::Said;
use crate::web::{Page, Service};
use crate::words::Words;

#[derive(Template)]
#[template(path = "web/changes.html")]
struct ChangesPage<'a> {
    frame: Frame<'a>,
    words: &'a Words,
    name: &'a str,
    view: &'a DifferenceView,
    /// Address and words of comparisons with other versions.
    others: Vec<(String, String)>,
}

/// What changed since an earlier version.
pub(in crate::web) async fn changes(
    State(service): State<Service>,
    asked: Asked,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    service
        .show(asked, move |page| {
            let new = page.code(&name)?;
            let from = page.asked.parameter("from").map(str::to_owned);
            let from = match from {
                Some(from) => from,
                None => earlier(page, &new)?
                    .ok_or_else(|| Problem::not_found(Said::new("problem-no-version-before").of("name", &name)))?,
            };
            let old = page.code(&from)?;
            if old.code.id != new.code.id {
                return Err(Problem::bad_request(
                    Said::new("problem-version-elsewhere").of("from", &from).of("name", &name),
                ));
            }
            let versions = |code| Version { code, texts: None };
            let difference = difference(versions(&old.code), versions(&new.code));
            let view = page_view((&old.code, &new.code), &difference, page.words());
            let others = offered(page, &new)?;
            let (frame, words) = (page.frame(Section::Codes), page.words());
            Ok(ChangesPage { frame, words, name: &new.name(), view: &view, others }.render()?)
        })
        .await
}

/// The latest version before one.
fn earlier(page: &Page<'_>, new: &PublishedCode) -> Result<Option<String>, Problem> {
    let mut versions = of_code(page, new)?;
    Ok(versions.pop())
}

/// The versions of the same code before one, from the first to the last.
fn of_code(page: &Page<'_>, new: &PublishedCode) -> Result<Vec<String>, Problem> {
    let all = page.codes()?;
    let same = all.iter().filter(|published| published.code.id == new.code.id);
    Ok(same.map(|published| published.name()).take_while(|name| *name != new.name()).collect())
}

/// Comparisons of a version with those before it.
pub(super) fn offered(page: &Page<'_>, new: &PublishedCode) -> Result<Vec<(String, String)>, Problem> {
    let offer = |from: String| {
        let words = page.words().with("web-code-changes", &[("version", from.clone().into())]);
        (page.to().changes(&new.name(), &from), words)
    };
    Ok(of_code(page, new)?.into_iter().map(offer).collect())
}
