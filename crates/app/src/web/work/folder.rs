//! Everything that a provider has on record as a folder: taken out as one file, and brought in after a look at what that
//! would change.

mod packing;
mod unpacking;

use adhere_actions::folder::{BringIn, Outcome, Step, StepOf, bring_in, folder_of, preview_folder};
use adhere_domain::codes::code::Code;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_store::StoreError;
use adhere_store::access::incoming;
use askama::Template;
use axum::body::Body;
use axum::extract::{Multipart, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use self::packing::pack;
pub(in crate::web) use self::unpacking::Unpacked;
use self::unpacking::files_of_form;
use super::told::told;
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::assets;
use crate::web::error::Problem;
use crate::web::flowing::going;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::refused::refused;
use crate::web::said::Said;
use crate::web::security::with_script;
use crate::web::taking_in::{TakenFile, TakenIn};
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/work/folder.html")]
struct FolderPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    /// For whoever may bring something in.
    form: Option<FormView>,
    /// The scripts that improve it.
    scripts: [String; 2],
}

#[derive(Template)]
#[template(path = "web/work/bring_in.html")]
struct BringInPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    counts: Vec<(String, usize)>,
    steps: Vec<StepRow>,
    /// Files that are no part of such a folder.
    left: Vec<String>,
    /// Whether anything would change.
    has_changes: bool,
    /// Whether it was done.
    is_done: bool,
}

/// What becomes of one thing in a folder, ready to print.
struct StepRow {
    what: String,
    outcome: String,
    because: String,
}

/// The page to take everything out and to bring a folder in.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(with_script(html(showing(page, &Typed::default())?)))).await
}

fn showing(page: &Page<'_>, typed: &Typed) -> Result<String, Problem> {
    let words = page.words();
    let actor = page.actor()?;
    let organisation = actor.organisation()?.clone();
    let may_bring = actor.may(Permission::WriteStatements) && actor.may(Permission::KeepFiles);
    let fields = vec![Fields { words, typed }.files("files", "folder-files").hinted(words.text("folder-files-hint"))];
    let form = FormView::new(page.to().provider(&organisation, "/folder"), words.text("folder-look"), fields, typed);
    let scripts = [assets::DROPPED_SCRIPT.url(), assets::FOLDER_SCRIPT.url()];
    Ok(FolderPage { frame: page.frame(Section::Work), organisation, form: may_bring.then_some(form), scripts }
        .render()?)
}

/// Everything as one file, written as it is sent.
pub(super) async fn export(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let body = packed(page, &organisation)?;
            let disposition = format!("attachment; filename=\"{organisation}.zip\"");
            let headers =
                [(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
            Ok((headers, body).into_response())
        })
        .await
}

/// The same as the body of an answer, for whoever may read it.
pub(in crate::web) fn packed(page: &Page<'_>, organisation: &OrganisationId) -> Result<Body, Problem> {
    let folder = folder_of(&page.context()?, organisation)?;
    let (going, body) = going();
    let store = page.service.store.clone();
    tokio::task::spawn_blocking(move || pack(&store, &folder, going));
    Ok(body)
}

/// What is in files that were uploaded, or in the zip file that is the one of them.
pub(in crate::web) fn unpacked(page: &Page<'_>, files: Vec<TakenFile>) -> Result<Unpacked, Problem> {
    Unpacked::read(page, files_of_form(page, files)?)
}

/// Takes a folder in and shows what it would change; nothing is recorded.
pub(super) async fn look(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    form: Multipart,
) -> Result<Response, Problem> {
    let TakenIn { files, .. } = TakenIn::read(&service, &actor, form).await?;
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::default();
            if files.is_empty() {
                typed.refuse("files", page.words().text("folder-files-missing"));
                return Ok(with_script(again(showing(page, &typed)?)));
            }
            let unpacked = match unpacked(page, files) {
                Ok(unpacked) => unpacked,
                Err(problem) => {
                    typed.refuse("files", problem.beside_field(page)?);
                    return Ok(with_script(again(showing(page, &typed)?)));
                }
            };
            let organisation = page.actor()?.organisation()?.clone();
            let seen =
                with_codes(page, &organisation, &unpacked, |command| Ok(preview_folder(&page.context()?, command)?));
            match seen {
                Ok(steps) => {
                    let actor = page.actor()?;
                    let content = unpacked.content()?;
                    page.service.store.keep(|tx| {
                        incoming::keep(tx, &actor.person, &organisation, &content, clock::now())
                            .map_err(StoreError::from)
                    })?;
                    Ok(html(stepping(page, &organisation, &unpacked, &steps, false)?))
                }
                Err(Refused::Action(error)) => {
                    typed.refuse("files", told(page, error)?);
                    Ok(with_script(again(showing(page, &typed)?)))
                }
                Err(Refused::Other(problem)) => Err(problem),
            }
        })
        .await
}

/// Why a folder is not brought in.
enum Refused {
    Action(adhere_actions::ActionError),
    Other(Problem),
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}

impl From<adhere_actions::ActionError> for Refused {
    fn from(error: adhere_actions::ActionError) -> Self {
        Self::Action(error)
    }
}

/// Does something with a folder and the codes that are published.
fn with_codes<T>(
    page: &Page<'_>,
    provider: &OrganisationId,
    unpacked: &Unpacked,
    act: impl FnOnce(BringIn<'_>) -> Result<T, Refused>,
) -> Result<T, Refused> {
    let published = page.codes()?;
    let codes: Vec<&Code> = published.iter().map(|published| &published.code).collect();
    act(BringIn { provider, folder: &unpacked.folder, bytes: &unpacked.bytes, codes: &codes })
}

/// Brings in what was uploaded last.
pub(super) async fn confirm(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let actor = page.actor()?;
            let organisation = actor.organisation()?.clone();
            let content = page
                .service
                .store
                .read(|tx| incoming::one(tx, &actor.person, &organisation).map_err(StoreError::from))?;
            let content = content.ok_or_else(|| Problem::unprocessable(Said::new("problem-no-upload")))?;
            let unpacked = Unpacked::read_content(page, &content)?;
            let done =
                with_codes(page, &organisation, &unpacked, |command| Ok(bring_in(&page.context()?, command, None)?));
            let changed = match done {
                Ok(changed) => changed,
                Err(Refused::Action(error)) => return Err(error.into()),
                Err(Refused::Other(problem)) => return Err(problem),
            };
            page.service
                .store
                .keep(|tx| incoming::forget(tx, &actor.person, &organisation).map_err(StoreError::from))?;
            Ok(html(stepping(page, &organisation, &unpacked, &changed.outcome, true)?))
        })
        .await
}

fn stepping(
    page: &Page<'_>,
    organisation: &OrganisationId,
    unpacked: &Unpacked,
    steps: &[Step],
    is_done: bool,
) -> Result<String, Problem> {
    let words = page.words();
    let rows: Vec<StepRow> = steps.iter().map(|step| row(page, step)).collect();
    let kinds = ["folder-new", "folder-changed", "folder-same", "folder-refused"].map(|key| words.text(key));
    let count = |kind: String| {
        let count = rows.iter().filter(|row| row.outcome == kind).count();
        (kind, count)
    };
    let view = BringInPage {
        counts: kinds.into_iter().map(count).collect(),
        left: unpacked.left.clone(),
        has_changes: steps.iter().any(|step| matches!(step.outcome, Outcome::New | Outcome::Changed)),
        is_done,
        steps: rows,
        organisation: organisation.clone(),
        frame: page.frame(Section::Work),
    };
    Ok(view.render()?)
}

fn row(page: &Page<'_>, step: &Step) -> StepRow {
    let words = page.words();
    let what = match &step.of {
        StepOf::Provider => "adhere.toml".to_owned(),
        StepOf::Model(id) => format!("models/{id}.toml"),
        StepOf::Adherence(code, version) => format!("{}: {code}@{version}", words.text("work-adherence")),
        StepOf::Item(title) => format!("{}: {title}", words.text("library")),
        StepOf::Statement(measure) => format!("{}: {measure}", words.text("work-statement")),
        StepOf::Attachment(measure, item) => format!("{}: {measure}, {item}", words.text("library-attached")),
    };
    let (key, because) = match &step.outcome {
        Outcome::New => ("folder-new", String::new()),
        Outcome::Changed => ("folder-changed", String::new()),
        Outcome::Same => ("folder-same", String::new()),
        Outcome::Refused(refusal) => ("folder-refused", refused(refusal).in_words(words, &page.asked.zone)),
        Outcome::BytesMissing => ("folder-refused", words.text("folder-bytes-missing")),
        Outcome::Unsigned => ("folder-refused", words.text("folder-unsigned")),
    };
    StepRow { what, outcome: words.text(key), because }
}
