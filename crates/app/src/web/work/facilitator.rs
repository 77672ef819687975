//! What a facilitator does: publish versions of codes, and keep the register.

use adhere_actions::adherence::record;
use adhere_actions::publish_code::{PublishCode, publish_code};
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Listed, Listing, RegisterCommand};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::publication::{Basis, Follows, Succession};
use adhere_domain::id::Id;
use adhere_domain::text::NonEmptyText;
use adhere_formats::code_source::{BrokenFolder, CodeFolder, read_broken_folder};
use adhere_formats::diagnostic::{Diagnostic, Findings, Severity};
use askama::Template;
use axum::extract::{Form, Multipart, State};
use axum::response::Response;
use jiff::civil::Date;

use super::told::recorded;
use crate::code_check::{findings_of, findings_of_broken};
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, FieldView, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::uploaded::Uploaded;
use crate::web::urls::after;
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/work/publish.html")]
struct PublishPage<'a> {
    frame: Frame<'a>,
    form: FormView,
    findings: Vec<FindingView>,
}

/// A finding of the compiler, ready to print.
struct FindingView {
    is_error: bool,
    place: String,
    rule: &'static str,
    message: String,
    hint: String,
    cite: String,
}

#[derive(Template)]
#[template(path = "web/work/listing.html")]
struct ListingPage<'a> {
    frame: Frame<'a>,
    form: FormView,
}

/// The form to publish a version of a code.
pub(super) async fn ask_publish(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(publishing(page, &Typed::default(), None)?))).await
}

fn publishing(page: &Page<'_>, typed: &Typed, findings: Option<&Findings>) -> Result<String, Problem> {
    let words = page.words();
    let fields = Fields { words, typed };
    let unsaid = |key: &str, id: &str| (id.to_owned(), words.text(key));
    let successions =
        vec![unsaid("publish-unsaid", ""), unsaid("publish-ends", "ends"), unsaid("publish-passes", "passes")];
    let fields = vec![
        fields.files("files", "publish-files").hinted(words.text("publish-files-hint")),
        fields.line("follows", "publish-follows").hinted(words.text("publish-follows-hint")),
        fields.one("succession", "publish-succession", successions),
        fields.day("on", "publish-on"),
        fields.line("basis", "publish-basis").hinted(words.text("publish-basis-hint")),
    ];
    let form = FormView::new(page.to().facilitation("/publish"), words.text("publish-do"), fields, typed);
    let findings = findings.map_or_else(Vec::new, |found| {
        found.diagnostics.iter().map(|diagnostic| finding_view(found, diagnostic)).collect()
    });
    Ok(PublishPage { frame: page.frame(Section::Work), form, findings }.render()?)
}

fn finding_view(findings: &Findings, diagnostic: &Diagnostic) -> FindingView {
    let line = findings.line(diagnostic).map(|line| format!(":{line}")).unwrap_or_default();
    FindingView {
        is_error: diagnostic.severity == Severity::Error,
        place: format!("{}{line}", diagnostic.file),
        rule: diagnostic.rule,
        message: diagnostic.message.clone(),
        hint: diagnostic.hint.clone().unwrap_or_default(),
        cite: diagnostic.basis.as_ref().map(|basis| basis.cite.clone()).unwrap_or_default(),
    }
}

/// Publishes what was uploaded if it compiles, or shows what keeps it from being so.
pub(super) async fn publish(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    form: Multipart,
) -> Result<Response, Problem> {
    let Uploaded { mut typed, files } = Uploaded::read(form).await?;
    service
        .work(asked, actor, move |page| {
            if files.is_empty() {
                typed.refuse("files", page.words().text("publish-files-missing"));
            }
            let follows = follows(page, &mut typed);
            if typed.is_refused() {
                return Ok(again(publishing(page, &typed, None)?));
            }
            let folder = match compiled(page, &files)? {
                Ok(folder) => folder,
                Err(findings) => {
                    typed.refuse_all(page.words().text("publish-not-compiled"));
                    return Ok(again(publishing(page, &typed, Some(&findings))?));
                }
            };
            let code = &folder.source.code;
            let command = PublishCode { code, files: &folder.files, follows: follows.as_ref() };
            let to = page.to();
            let url = to.code(&format!("{}@{}", code.id, code.version));
            let to = after(&url, "published");
            let done = publish_code(&page.context()?, command);
            recorded(page, done, &to, typed, |typed| publishing(page, typed, None))
        })
        .await
}

/// The code in uploaded files, or what keeps them from being one.
pub(crate) fn compiled(page: &Page<'_>, files: &[(String, Vec<u8>)]) -> Result<Result<CodeFolder, Findings>, Problem> {
    // The compiler reads folders: what was uploaded is put into one that goes when this ends.
    let folder = tempfile::tempdir().map_err(|error| Problem::failed(&error))?;
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).map_err(|error| Problem::failed(&error))?;
    }
    let law = &page.service.law;
    Ok(match read_broken_folder(folder.path(), page.corpus()) {
        Ok(read) => {
            let findings = findings_of(&read, law, page.words());
            if findings.has_errors() { Err(named(findings, folder.path())) } else { Ok(read) }
        }
        Err(broken) => Err(named(findings_of_broken(BrokenFolder::clone(&broken), law, page.words()), folder.path())),
    })
}

/// Findings without the path of the folder, which nobody but this machine knows.
fn named(mut findings: Findings, folder: &std::path::Path) -> Findings {
    let prefix = format!("{}/", folder.display());
    let short = |name: &mut String| *name = name.replace(&prefix, "");
    findings.diagnostics.iter_mut().for_each(|found| short(&mut found.file));
    findings.texts.iter_mut().for_each(|(name, _)| short(name));
    findings
}

/// What becomes of adherence to the version before.
fn follows(page: &Page<'_>, typed: &mut Typed) -> Option<Follows> {
    let wrong = |key: &'static str| move || page.words().text(key);
    let version = typed.optional("follows", wrong("publish-follows-wrong"), PartId::parse)?;
    let kind = typed.value("succession").to_owned();
    if kind.is_empty() {
        return Some(Follows { version, succession: Succession::Unsaid });
    }
    let on: Option<Date> = typed.required("on", wrong("form-day-missing"), |text| text.parse().ok());
    let basis = typed.required("basis", wrong("publish-basis-missing"), NonEmptyText::parse);
    let (on, basis) = (on?, Basis::Code(basis?));
    let succession = if kind == "ends" { Succession::Ends { on, basis } } else { Succession::Passes { on, basis } };
    Some(Follows { version, succession })
}

/// The form to record what a source says of an organisation.
pub(super) async fn ask_listing(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(listing(page, &Typed::default())?))).await
}

fn listing(page: &Page<'_>, typed: &Typed) -> Result<String, Problem> {
    let words = page.words();
    let form = FormView::new(
        page.to().facilitation("/register"),
        words.text("work-record"),
        listing_fields(page, typed)?,
        typed,
    );
    Ok(ListingPage { frame: page.frame(Section::Work), form }.render()?)
}

fn listing_fields(page: &Page<'_>, typed: &Typed) -> Result<Vec<FieldView>, Problem> {
    let words = page.words();
    let fields = Fields { words, typed };
    let mut codes: Vec<String> = page.codes()?.iter().map(|it| it.code.id.to_string()).collect();
    codes.dedup();
    let scopes = [
        ("full", "scope-full"),
        ("art-53", "scope-art-53"),
        ("chapters", "work-scope-chapters"),
        ("none", "listing-no-signatory"),
    ];
    Ok(vec![
        fields.line("organisation", "listing-organisation").hinted(words.text("listing-organisation-hint")),
        fields.select("code", "work-code", codes.into_iter().map(|id| (id.clone(), id)).collect()),
        fields.one("scope", "work-scope", scopes.map(|(id, key)| (id.to_owned(), words.text(key))).into()),
        fields.line("chapters", "work-chapters").hinted(words.text("work-chapters-hint")),
        fields.line("source", "listing-source").hinted(words.text("listing-source-hint")),
        fields.day("read", "listing-read").hinted(words.text("listing-read-hint")),
        fields.day("since", "listing-since").hinted(words.text("listing-since-hint")),
        fields.line("note", "listing-note"),
    ])
}

/// Records what a source says.
pub(super) async fn list_fact(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let Some(command) = fact(page, &mut typed) else { return Ok(again(listing(page, &typed)?)) };
            let organisation = command.provider.clone();
            let to = page.to();
            let to = after(&to.organisation(organisation), "recorded");
            let done = record(&page.context()?, RegisterCommand::List(command));
            recorded(page, done, &to, typed, |typed| listing(page, typed))
        })
        .await
}

fn fact(page: &Page<'_>, typed: &mut Typed) -> Option<Listing> {
    let wrong = |key: &'static str| move || page.words().text(key);
    let provider = typed.required("organisation", wrong("listing-organisation-wrong"), Id::parse);
    let code = typed.required("code", wrong("work-code-missing"), PartId::parse);
    let chapters: Option<Vec<PartId>> =
        typed.value("chapters").split([',', ' ']).filter(|part| !part.is_empty()).map(PartId::parse).collect();
    let listed = typed.required("scope", wrong("work-scope-missing"), |text| match text {
        "full" => Some(Listed::Signatory(Scope::Full)),
        "art-53" => Some(Listed::Signatory(Scope::Article53)),
        "chapters" => {
            let chapters = chapters.filter(|chapters| !chapters.is_empty())?;
            Some(Listed::Signatory(Scope::Chapters(chapters.into_iter().collect())))
        }
        "none" => Some(Listed::NotSignatory),
        _ => None,
    });
    let source = typed.required("source", wrong("listing-source-missing"), NonEmptyText::parse);
    let as_of = typed.required("read", wrong("form-day-missing"), |text| text.parse().ok());
    let since = typed.optional("since", wrong("form-day-missing"), |text| text.parse().ok());
    let note = typed.optional("note", wrong("work-text-wrong"), NonEmptyText::parse);
    if typed.is_refused() {
        return None;
    }
    Some(Listing { provider: provider?, code: code?, listed: listed?, source: source?, as_of: as_of?, since, note })
}
