//! Publishing a version of a code: what was uploaded is compiled, shown, and published once that was confirmed.

use adhere_actions::publish_code::{PublishCode, check_publication, publish_code};
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::publication::{Basis, Follows, Succession};
use adhere_domain::text::NonEmptyText;
use adhere_formats::code_source::{BrokenFolder, CodeFolder, read_broken_folder};
use adhere_formats::diagnostic::{Diagnostic, Findings, Severity};
use askama::Template;
use axum::extract::{Multipart, State};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::civil::Date;

use super::told::{recorded, told};
use crate::code_check::{findings_of, findings_of_broken};
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::code::counts;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::uploaded::{Uploaded, base_name};
use crate::web::urls::after;
use crate::web::{Page, Service, again, html};

/// What goes along while somebody looks at what would be published, beside what was typed: the files, and the word that
/// it was looked at.
const SOURCE: &str = "source";
const CONFIRMED: &str = "confirmed";

#[derive(Template)]
#[template(path = "web/work/publish.html")]
struct PublishPage<'a> {
    frame: Frame<'a>,
    form: FormView,
    findings: Vec<FindingView>,
    preview: Option<PreviewView>,
}

/// What would be published, ready to print.
struct PreviewView {
    name: String,
    title: String,
    profile: String,
    counts: String,
    /// Whether nothing of it is published yet.
    is_new: bool,
    confirm: FormView,
}

/// What is said of an upload beside the form: nothing, what the compiler found, or what would be published.
#[derive(Default)]
struct Beside {
    findings: Option<Findings>,
    preview: Option<PreviewView>,
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

/// The form to publish a version of a code.
pub(super) async fn ask_publish(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(publishing(page, &Typed::default(), Beside::default())?))).await
}

fn publishing(page: &Page<'_>, typed: &Typed, beside: Beside) -> Result<String, Problem> {
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
    let form = FormView::new(page.to().facilitation("/publish"), words.text("publish-look"), fields, typed);
    let findings = beside.findings.map_or_else(Vec::new, |found| {
        found.diagnostics.iter().map(|diagnostic| finding_view(&found, diagnostic)).collect()
    });
    Ok(PublishPage { frame: page.frame(Section::Work), form, findings, preview: beside.preview }.render()?)
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

/// Shows what would be published, or what keeps it from being so; publishes it once it was confirmed.
pub(super) async fn publish(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    form: Multipart,
) -> Result<Response, Problem> {
    let Uploaded { mut typed, mut files } = Uploaded::read(form).await?;
    service
        .work(asked, actor, move |page| {
            if files.is_empty() {
                files = files_along(&typed)?;
            }
            if files.is_empty() {
                typed.refuse("files", page.words().text("publish-files-missing"));
            }
            let follows = follows(page, &mut typed);
            if typed.is_refused() {
                return Ok(again(publishing(page, &typed, Beside::default())?));
            }
            let (folder, findings) = match compiled(page, &files)? {
                Ok(compiled) => compiled,
                Err(findings) => {
                    typed.refuse_all(page.words().text("publish-not-compiled"));
                    let beside = Beside { findings: Some(findings), preview: None };
                    return Ok(again(publishing(page, &typed, beside)?));
                }
            };
            let code = &folder.source.code;
            let command = PublishCode { code, files: &folder.files, follows: follows.as_ref() };
            if typed.value(CONFIRMED) == "yes" {
                let to = after(&page.to().code(&name_of(code)), "published");
                let done = publish_code(&page.context()?, command);
                return recorded(page, done, &to, typed, |typed| publishing(page, typed, Beside::default()));
            }
            match check_publication(&page.context()?, &command) {
                Ok(is_new) => {
                    let preview = Some(preview(page, &folder, is_new, &typed)?);
                    let beside = Beside { findings: Some(findings), preview };
                    Ok(html(publishing(page, &typed, beside)?))
                }
                Err(refused) => {
                    typed.refuse_all(told(page, refused)?);
                    Ok(again(publishing(page, &typed, Beside::default())?))
                }
            }
        })
        .await
}

fn name_of(code: &Code) -> String {
    format!("{}@{}", code.id, code.version)
}

fn preview(page: &Page<'_>, folder: &CodeFolder, is_new: bool, typed: &Typed) -> Result<PreviewView, Problem> {
    let (code, words) = (&folder.source.code, page.words());
    let kept = ["follows", "succession", "on", "basis"];
    let mut values: Vec<(&str, String)> = kept.iter().map(|name| (*name, typed.value(name).to_owned())).collect();
    let files = serde_json::to_vec(&folder.files).map_err(|error| Problem::failed(&error))?;
    values.push((SOURCE, URL_SAFE_NO_PAD.encode(files)));
    values.push((CONFIRMED, "yes".to_owned()));
    let along = Typed::begin(&values);
    let fields = Fields { words, typed: &along };
    let hidden = values.iter().map(|(name, _)| fields.hidden(name)).collect();
    let confirm = FormView::new(page.to().facilitation("/publish"), words.text("publish-do"), hidden, &along);
    Ok(PreviewView {
        name: name_of(code),
        title: code.title.clone(),
        profile: words.text(&format!("profile-{}", code.profile.id())),
        counts: counts(code, words),
        is_new,
        confirm: FormView { has_files: true, ..confirm },
    })
}

/// The files that went along while somebody looked at what would be published.
fn files_along(typed: &Typed) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let along = typed.whole(SOURCE);
    if along.is_empty() {
        return Ok(Vec::new());
    }
    let broken = || Problem::bad_request(Said::new("problem-no-text").of("name", SOURCE));
    let read = URL_SAFE_NO_PAD.decode(along).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let files: Vec<(String, String)> = read.ok_or_else(broken)?;
    files.into_iter().map(|(name, text)| Ok((base_name(&name)?, text.into_bytes()))).collect()
}

/// The code in uploaded files with what else the compiler says of it, or what keeps them from being one.
pub(crate) fn compiled(
    page: &Page<'_>,
    files: &[(String, Vec<u8>)],
) -> Result<Result<(CodeFolder, Findings), Findings>, Problem> {
    // The compiler reads folders: what was uploaded is put into one that goes when this ends.
    let folder = tempfile::tempdir().map_err(|error| Problem::failed(&error))?;
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).map_err(|error| Problem::failed(&error))?;
    }
    let law = &page.service.law;
    Ok(match read_broken_folder(folder.path(), page.corpus()) {
        Ok(read) => {
            let findings = named(findings_of(&read, law, page.words()), folder.path());
            if findings.has_errors() { Err(findings) } else { Ok((read, findings)) }
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
    // People copy the whole name, `id@version`, as pages show it.
    let version = |text: &str| PartId::parse(text.rsplit('@').next().unwrap_or_default());
    let version = typed.optional("follows", wrong("publish-follows-wrong"), version)?;
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
