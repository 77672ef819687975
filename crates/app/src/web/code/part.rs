//! A chapter, commitment or measure of a code, with the law that it covers and the parts beside it.

use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::text_kind;
use crate::report::code_view::{CodeWording, CommitmentView, MeasureView};
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};
use crate::web::published::PublishedCode;
use crate::web::said::Said;
use crate::web::{Page, Service};

#[derive(Template)]
#[template(path = "web/part.html")]
struct PartPage<'a> {
    frame: Frame<'a>,
    name: &'a str,
    id: &'a str,
    title: String,
    language: &'a str,
    text_kind: String,
    /// Ids and names of the parts around this one.
    crumbs: Vec<Link>,
    /// The commitments of a chapter, or the one that is shown.
    commitments: Vec<CommitmentView>,
    /// The measure that is shown, if it is one.
    measure: Option<MeasureView>,
    provisions: Vec<ProvisionLine>,
    /// Ids and titles of the indicators that serve it.
    indicators: Vec<(String, String)>,
    neighbours: Neighbours,
}

/// A part that a page leads to: its id, and what the link says.
type Link = (String, String);

/// The parts of the same kind before and after one.
#[derive(Default)]
struct Neighbours {
    before: Option<Link>,
    after: Option<Link>,
}

/// A provision that a measure covers, ready to print.
struct ProvisionLine {
    element: String,
    cite: String,
    gist: String,
}

/// What a page shows of a part.
struct Shown {
    title: String,
    crumbs: Vec<Link>,
    commitments: Vec<CommitmentView>,
    measure: Option<MeasureView>,
}

/// The page of a part.
pub(in crate::web) async fn part(
    State(service): State<Service>,
    asked: Asked,
    Path((name, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    service
        .show(asked, move |page| {
            let published = page.code(&name)?;
            rendered(page, &published, &id)
        })
        .await
}

fn rendered(page: &Page<'_>, published: &PublishedCode, id: &str) -> Result<String, Problem> {
    let code = &published.code;
    let missing = || Problem::not_found(Said::new("problem-no-part").of("name", published.name()).of("id", id));
    let shown = find(page, code, id).ok_or_else(missing)?;
    let provisions = shown.measure.as_ref().map_or_else(Vec::new, |measure| provisions(page, measure));
    let view = PartPage {
        frame: page.frame(Section::Codes),
        name: &published.name(),
        id,
        title: shown.title,
        language: &published.language,
        text_kind: text_kind(code, page.words()),
        crumbs: shown.crumbs,
        commitments: shown.commitments,
        measure: shown.measure,
        provisions,
        indicators: indicators(published, id),
        neighbours: neighbours(code, id),
    };
    Ok(view.render()?)
}

fn find(page: &Page<'_>, code: &Code, id: &str) -> Option<Shown> {
    let wording = CodeWording { code, corpus: page.corpus(), words: page.words() };
    let is_meant = |part: &PartId| part.as_str() == id;
    if let Some(chapter) = code.chapters.iter().find(|chapter| is_meant(&chapter.id)) {
        let view = wording.chapter(chapter);
        return Some(Shown { title: view.title, crumbs: Vec::new(), commitments: view.commitments, measure: None });
    }
    let of_chapter = |chapter: &adhere_domain::codes::code::Chapter| (chapter.id.to_string(), chapter.title.clone());
    if let Some((chapter, commitment)) = code.commitments().find(|(_, commitment)| is_meant(&commitment.id)) {
        let view = wording.commitment(commitment);
        let (title, crumbs) = (view.title.clone(), vec![of_chapter(chapter)]);
        return Some(Shown { title, crumbs, commitments: vec![view], measure: None });
    }
    let (chapter, commitment, measure) = code.measures().find(|(_, _, measure)| is_meant(&measure.id))?;
    let view = wording.measure(commitment, measure);
    let crumbs = vec![of_chapter(chapter), (commitment.id.to_string(), commitment.title.clone())];
    Some(Shown { title: view.title.clone(), crumbs, commitments: Vec::new(), measure: Some(view) })
}

/// What the law says, on the day, of what a measure covers.
fn provisions(page: &Page<'_>, measure: &MeasureView) -> Vec<ProvisionLine> {
    let line = |covers: &crate::report::code_view::CoversView| {
        let provision = page.corpus().provision(&covers.element)?;
        let gist = provision.version(page.as_of(), page.today).map(|version| version.gist.clone());
        let gist = gist.unwrap_or_else(|| page.words().text("web-not-in-force"));
        Some(ProvisionLine { element: covers.element.clone(), cite: covers.cite.clone(), gist })
    };
    measure.covers.iter().filter_map(line).collect()
}

fn indicators(published: &PublishedCode, id: &str) -> Vec<(String, String)> {
    let all = published.indicators.iter().flat_map(|set| &set.indicators);
    let serving = all.filter(|indicator| indicator.serves.iter().any(|part| part.as_str() == id));
    serving.map(|indicator| (indicator.id.to_string(), indicator.title.clone())).collect()
}

/// The parts of the same kind before and after one.
fn neighbours(code: &Code, id: &str) -> Neighbours {
    let chapters = code.chapters.iter().map(|chapter| (chapter.id.to_string(), chapter.title.clone())).collect();
    let commitments = code.commitments().map(|(_, it)| (it.id.to_string(), it.id.to_string())).collect();
    let measures = code.measures().map(|(_, _, it)| (it.id.to_string(), it.id.to_string())).collect();
    for parts in [chapters, commitments, measures] as [Vec<Link>; 3] {
        if let Some(at) = parts.iter().position(|(part, _)| part == id) {
            let before = at.checked_sub(1).and_then(|before| parts.get(before)).cloned();
            return Neighbours { before, after: parts.get(at + 1).cloned() };
        }
    }
    Neighbours::default()
}
