//! A provider's files: what it says of itself and of its models, word for word, as the command line has them.

use std::collections::BTreeMap;

use adhere_actions::files::{files_of, record_files};
use adhere_domain::adherence::files::ProviderFiles;
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_formats::provider_folder::{MODELS_FOLDER, PROVIDER_FILE};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::Response;

use super::told::recorded;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::{Page, Service, again, file, html};

/// The name under which a new model's file is asked for.
const NEW: &str = "new";

#[derive(Template)]
#[template(path = "web/work/files.html")]
struct FilesPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    has_own: bool,
    models: Vec<String>,
    may_write: bool,
}

#[derive(Template)]
#[template(path = "web/work/file.html")]
struct FilePage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    name: String,
    text: String,
    form: Option<FormView>,
}

/// What is asked for of a file's page.
#[derive(serde::Deserialize)]
pub(super) struct FilePath {
    file: String,
}

/// All files.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let files = page.service.store.read(|tx| files_of(tx, &organisation))?;
            let view = FilesPage {
                has_own: files.own.is_some(),
                models: files.models.keys().map(ToString::to_string).collect(),
                may_write: page.actor()?.may(Permission::KeepFiles),
                frame: page.frame(Section::Work),
                organisation,
            };
            Ok(html(view.render()?))
        })
        .await
}

/// A file to be read and changed.
pub(super) async fn one(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(FilePath { file }): Path<FilePath>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let organisation = page.actor()?.organisation()?;
            let files = page.service.store.read(|tx| files_of(tx, organisation))?;
            let text = match (file.as_str(), PartId::parse(&file)) {
                (NEW, _) => String::new(),
                (PROVIDER_FILE, _) => files.own.unwrap_or_default(),
                (_, Some(model)) => files.models.get(&model).cloned().ok_or_else(|| no_file(&file))?,
                _ => return Err(no_file(&file)),
            };
            Ok(html(showing(page, &file, &Typed::begin(&[("text", text)]))?))
        })
        .await
}

fn no_file(name: &str) -> Problem {
    Problem::not_found(Said::new("problem-no-model-file").of("name", name))
}

fn showing(page: &Page<'_>, name: &str, typed: &Typed) -> Result<String, Problem> {
    let (actor, words) = (page.actor()?, page.words());
    let organisation = actor.organisation()?.clone();
    let fields = Fields { words, typed };
    let id = (name == NEW).then(|| fields.line("model", "work-model-id").hinted(words.text("work-model-id-hint")));
    let text = fields.area("text", "work-file-text").hinted(words.text("work-file-hint"));
    let action = page.to().file(&organisation, name);
    let form = FormView::new(action, words.text("work-record"), id.into_iter().chain([text]).collect(), typed);
    let view = FilePage {
        name: name.to_owned(),
        text: typed.whole("text").to_owned(),
        form: actor.may(Permission::KeepFiles).then_some(form),
        frame: page.frame(Section::Work),
        organisation,
    };
    Ok(view.render()?)
}

/// Records what was typed, or shows it again with what is wrong.
pub(super) async fn record(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(FilePath { file }): Path<FilePath>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let mut typed = Typed::sent(form);
            // Browsers send lines as HTML has them; files have them as they always had.
            let text = typed.whole("text").replace("\r\n", "\n");
            let given = match file.as_str() {
                PROVIDER_FILE => Some(ProviderFiles { own: Some(text), models: BTreeMap::new() }),
                name => {
                    let missing = || page.words().text("work-model-id-wrong");
                    let model = match name {
                        NEW => typed.required("model", missing, PartId::parse),
                        name => PartId::parse(name),
                    };
                    model.map(|model| ProviderFiles { own: None, models: [(model, text)].into() })
                }
            };
            let Some(given) = given else { return Ok(again(showing(page, &file, &typed)?)) };
            let to = page.to();
            let to = after(&to.provider(&organisation, "/files"), "recorded");
            let done = record_files(&page.context()?, &organisation, given);
            recorded(page, done, &to, typed, |typed| showing(page, &file, typed))
        })
        .await
}

/// A file as the command line has it.
pub(super) async fn raw(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(FilePath { file: name }): Path<FilePath>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let files =
                page.service.store.read(|tx| files_of(tx, page.actor()?.organisation()?).map_err(Problem::from));
            let files: ProviderFiles = files?;
            let (saved_as, text) = match name.as_str() {
                PROVIDER_FILE => (PROVIDER_FILE.to_owned(), files.own),
                name => {
                    let text = PartId::parse(name).and_then(|model| files.models.get(&model).cloned());
                    (format!("{name}.toml"), text)
                }
            };
            let text = text.ok_or_else(|| no_file(&format!("{MODELS_FOLDER}/{name}")))?;
            Ok(file(&saved_as, "application/toml", text.into_bytes()))
        })
        .await
}
