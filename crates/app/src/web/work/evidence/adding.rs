//! Putting files into the library: several at once, or a folder; each with what is said of it.

use adhere_actions::evidence::{AttachEvidence, attach_evidence};
use adhere_actions::library::{Shelve, shelve};
use adhere_domain::evidence::item::{Confidentiality, EvidenceId};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use askama::Template;
use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::super::measures::{MeasurePath, Measured};
use super::super::told::told;
use super::{class, classes, size};
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::assets;
use crate::web::error::Problem;
use crate::web::file_name::{is_seen, title};
use crate::web::form::{Control, FieldView, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::security::with_script;
use crate::web::taking_in::{TakenFile, TakenIn};
use crate::web::urls::after;
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/work/add_evidence.html")]
struct AddPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    form: FormView,
    /// The scripts that improve it.
    scripts: [String; 2],
}

/// The form to add files.
pub(in crate::web::work) async fn ask(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let begun = [
                ("speaks-for", page.today.to_string()),
                ("confidentiality", Confidentiality::Confidential.id().to_owned()),
                ("attach", page.asked.parameter("attach").unwrap_or_default().to_owned()),
            ];
            Ok(with_script(html(showing(page, &Typed::begin(&begun))?)))
        })
        .await
}

fn showing(page: &Page<'_>, typed: &Typed) -> Result<String, Problem> {
    let words = page.words();
    let organisation = page.actor()?.organisation()?.clone();
    let fields = Fields { words, typed };
    let largest = size(page, page.service.store.home().settings().web.largest_upload());
    let hint = words.with("library-files-hint", &[("largest", largest.into())]);
    let fields = vec![
        FieldView { control: Control::Files, ..fields.files("files", "library-files") }.hinted(hint),
        fields.line("title", "library-title").hinted(words.text("library-title-hint")),
        fields.day("speaks-for", "library-speaks-for").hinted(words.text("library-speaks-for-hint")),
        fields.day("expires", "library-expires").hinted(words.text("library-expires-hint")),
        fields.one("confidentiality", "library-class", classes(page)),
        fields.hidden("attach"),
    ];
    let form =
        FormView::new(page.to().provider(&organisation, "/evidence/add"), words.text("library-add"), fields, typed);
    let scripts = [assets::DROPPED_SCRIPT.url(), assets::UPLOAD_SCRIPT.url()];
    Ok(AddPage { frame: page.frame(Section::Work), organisation, form, scripts }.render()?)
}

/// Puts what was sent into the library, or shows the form again with what is wrong.
pub(in crate::web::work) async fn add(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    form: Multipart,
) -> Result<Response, Problem> {
    let TakenIn { mut typed, files } = TakenIn::read(&service, &actor, form).await?;
    service
        .work(asked, actor, move |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let Some(all) = said(page, &mut typed, files) else {
                return Ok(with_script(again(showing(page, &typed)?)));
            };
            match shelve(&page.context()?, &organisation, all) {
                Ok(changed) if !typed.value("attach").is_empty() => {
                    let items = changed.outcome.into_iter().map(|shelved| shelved.item.id);
                    let url = attach_all(page, typed.value("attach"), items)?;
                    Ok(Redirect::to(&after(&url, "attached")).into_response())
                }
                Ok(changed) => {
                    let has_new = changed.outcome.iter().any(|shelved| shelved.is_new);
                    let done = if has_new { "shelved" } else { "known" };
                    let to = page.to().provider(&organisation, "/evidence");
                    Ok(Redirect::to(&after(&to, done)).into_response())
                }
                Err(error) => {
                    typed.refuse_all(told(page, error)?);
                    Ok(with_script(again(showing(page, &typed)?)))
                }
            }
        })
        .await
}

/// Attaches items to the statement on a measure, such as `gpai@1/T.M1`; says where that is shown.
fn attach_all(page: &Page<'_>, to: &str, items: impl Iterator<Item = EvidenceId>) -> Result<String, Problem> {
    let (code, measure) = to.split_once('/').unwrap_or((to, ""));
    let measured = Measured::find(page, &MeasurePath::new(code, measure))?;
    for item in items {
        let command = AttachEvidence { statement: measured.statement.clone(), item, passage: None };
        attach_evidence(&page.context()?, command)?;
    }
    Ok(measured.url(page))
}

/// What is said of each file; nothing where something is wrong.
pub(in crate::web::work) fn said(page: &Page<'_>, typed: &mut Typed, files: Vec<TakenFile>) -> Option<Vec<Shelve>> {
    let words = page.words();
    let missing = |key: &'static str| move || words.text(key);
    let speaks_for = typed.required("speaks-for", missing("form-day-missing"), |text| text.parse().ok());
    let expires = typed.optional("expires", missing("form-day-missing"), |text| text.parse().ok());
    let class = typed.required("confidentiality", missing("library-class-missing"), class);
    let called = typed.optional("title", missing("work-text-wrong"), |text| {
        NonEmptyText::parse(&text.chars().filter(|letter| is_seen(*letter)).collect::<String>())
    });
    if let (Some(speaks_for), Some(expires)) = (speaks_for, expires)
        && expires <= speaks_for
    {
        typed.refuse("expires", words.text("library-expires-first"));
    }
    if files.is_empty() {
        typed.refuse("files", words.text("library-files-missing"));
    }
    let mut all = Vec::new();
    let is_alone = files.len() == 1;
    for file in files {
        if file.kept.size == 0 {
            let name = [("name", title(&file.name).map(|it| it.to_string()).unwrap_or_default().into())];
            typed.refuse("files", words.with("library-file-empty", &name));
            continue;
        }
        // A title that was typed is that of one file; several have their names.
        let own = called.clone().filter(|_| is_alone).or_else(|| title(&file.name));
        let Some(own) = own else {
            typed.refuse("title", words.text("library-title-missing"));
            continue;
        };
        if let (Some(speaks_for), Some(confidentiality)) = (speaks_for, class) {
            let TakenFile { kept, media_type, .. } = file;
            all.push(Shelve { kept, media_type, title: own, speaks_for, expires, confidentiality });
        }
    }
    (!typed.is_refused()).then_some(all)
}
