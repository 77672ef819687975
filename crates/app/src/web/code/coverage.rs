//! What of the law a code covers, as a picture and as a table.

use adhere_formats::coverage::coverage_json as wire;
use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use crate::report::coverage::{CoverageView, coverage_view};
use crate::web::Service;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};

#[derive(Template)]
#[template(path = "web/coverage.html")]
struct CoveragePage<'a> {
    frame: Frame<'a>,
    name: &'a str,
    title: &'a str,
    language: &'a str,
    view: CoverageView,
}

/// The matrix.
pub(in crate::web) async fn coverage(
    State(service): State<Service>,
    asked: Asked,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    service
        .show(asked, move |page| {
            let published = page.code(&name)?;
            let code = &published.code;
            let view = coverage_view(code, page.corpus(), page.words())?;
            let frame = page.frame(Section::Codes);
            let (name, title, language) = (&published.name(), &code.title, &published.language);
            Ok(CoveragePage { frame, name, title, language, view }.render()?)
        })
        .await
}

/// The same for machines.
pub(in crate::web) async fn coverage_json(
    State(service): State<Service>,
    asked: Asked,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    service.page(asked, move |page| Ok(Json(wire(&page.code(&name)?.code)).into_response())).await
}
