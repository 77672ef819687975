//! A provider's adherence: what holds, declaring it, changing and withdrawing it. What it would bind the provider to is
//! shown before anything is recorded.

use adhere_actions::adherence::{Preview, lives_of, preview, record};
use adhere_domain::adherence::assessment::Assessor;
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Change, Declaration, RegisterCommand, Signature, Withdrawal};
use adhere_domain::adherence::register::life::{AdherenceId, Life, Terms};
use adhere_domain::codes::id::PartId;
use adhere_domain::id::Id;
use adhere_domain::law::truth::Truth;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;

use super::told::told;
use crate::report::Context;
use crate::report::model::{ModelView, model_view};
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::urls::after;
use crate::web::{Page, Service, again, html};
use crate::words::Words;

/// What a form asks the register for.
const DECLARE: &str = "declare";
const CHANGE: &str = "change";
const WITHDRAW: &str = "withdraw";

#[derive(Template)]
#[template(path = "web/work/adherence.html")]
struct AdherencePage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    lives: Vec<LifeView>,
    may_bind: bool,
}

/// An adherence with what became of it, ready to print.
struct LifeView {
    id: String,
    code: String,
    /// Each with its first day, its last and its scope.
    stages: Vec<(String, Option<String>, String)>,
    is_open: bool,
}

#[derive(Template)]
#[template(path = "web/work/declare.html")]
struct DeclarePage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    title: String,
    form: FormView,
    preview: Option<PreviewView<'a>>,
}

/// What would be recorded, ready to print.
struct PreviewView<'a> {
    words: &'a Words,
    kinds: Vec<&'static str>,
    /// How many measures would bind, model by model.
    binds: Vec<(String, usize)>,
    models: Vec<ModelView>,
    confirm: FormView,
}

/// What holds.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let lives = lives_of(&page.context()?, &organisation)?;
            let view = AdherencePage {
                lives: lives.iter().map(|life| life_view(page, life)).collect(),
                may_bind: page.actor()?.may(Permission::Bind),
                frame: page.frame(Section::Work),
                organisation,
            };
            Ok(html(view.render()?))
        })
        .await
}

fn life_view(page: &Page<'_>, life: &Life) -> LifeView {
    let stages = life.records().map(|record| {
        let until = record.until.map(|until| page.frame(Section::Work).until(until));
        (record.since.to_string(), until, scope_text(page.words(), &record.scope))
    });
    let stages: Vec<_> = stages.collect();
    LifeView {
        id: life.declared.id.to_string(),
        code: life.declared.code.to_string(),
        is_open: stages.last().is_some_and(|(_, until, _)| until.is_none()),
        stages,
    }
}

fn scope_text(words: &Words, scope: &Scope) -> String {
    match scope {
        Scope::Full => words.text("scope-full"),
        Scope::Article53 => words.text("scope-art-53"),
        Scope::Chapters(chapters) => {
            let chapters = chapters.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            words.with("scope-chapters", &[("chapters", chapters.into())])
        }
    }
}

/// The form to declare, change or withdraw.
pub(super) async fn ask(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let what = page.asked.parameter("what").unwrap_or(DECLARE).to_owned();
            let id = page.asked.parameter("id").unwrap_or_default().to_owned();
            let code = page.asked.parameter("code").unwrap_or_default().to_owned();
            let typed = Typed::begin(&[("what", what), ("id", id), ("code", code), ("from", page.today.to_string())]);
            Ok(html(asking(page, &typed, None)?))
        })
        .await
}

fn asking(page: &Page<'_>, typed: &Typed, preview: Option<PreviewView<'_>>) -> Result<String, Problem> {
    let words = page.words();
    let organisation = page.actor()?.organisation()?.clone();
    let (title, submit) = match typed.value("what") {
        CHANGE => ("work-change", "work-preview"),
        WITHDRAW => ("work-withdraw", "work-preview"),
        _ => ("work-declare", "work-preview"),
    };
    let action = page.to().provider(&organisation, "/adherence/declare");
    let view = DeclarePage {
        form: FormView::new(action, words.text(submit), fields(page, typed)?, typed),
        title: words.text(title),
        frame: page.frame(Section::Work),
        preview,
        organisation,
    };
    Ok(view.render()?)
}

fn fields(page: &Page<'_>, typed: &Typed) -> Result<Vec<crate::web::form::FieldView>, Problem> {
    let (words, what) = (page.words(), typed.value("what"));
    let fields = Fields { words, typed };
    let mut all = vec![fields.hidden("what")];
    if what == CHANGE || what == WITHDRAW {
        all.push(fields.hidden("id"));
    } else {
        let codes = page.codes()?.iter().map(|it| (it.name(), format!("{} ({})", it.code.title, it.name()))).collect();
        all.push(fields.line("id", "work-adherence-id").hinted(words.text("work-adherence-id-hint")));
        all.push(fields.select("code", "work-code", codes));
    }
    if what == WITHDRAW {
        all.push(fields.line("reason", "work-reason"));
    } else {
        let scopes = [("full", "scope-full"), ("art-53", "scope-art-53"), ("chapters", "work-scope-chapters")];
        let scopes = scopes.map(|(id, key)| (id.to_owned(), words.text(key)));
        all.push(fields.one("scope", "work-scope", scopes.into()));
        all.push(fields.line("chapters", "work-chapters").hinted(words.text("work-chapters-hint")));
        all.push(fields.line("models", "work-models").hinted(words.text("work-models-hint")));
    }
    all.push(fields.day("from", "work-from").hinted(words.text("work-from-hint")));
    Ok(all)
}

/// Shows what would be recorded; records it once it was confirmed.
pub(super) async fn declare(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let Some(command) = command(page, &mut typed)? else { return Ok(again(asking(page, &typed, None)?)) };
            let context = page.context()?;
            let is_confirmed = typed.value("confirmed") == "yes";
            let refused = if is_confirmed {
                match record(&context, command) {
                    Ok(_) => {
                        let (to, organisation) = (page.to(), page.actor()?.organisation()?);
                        return Ok(
                            Redirect::to(&after(&to.provider(organisation, "/adherence"), "recorded")).into_response()
                        );
                    }
                    Err(refused) => refused,
                }
            } else {
                match preview(&context, command) {
                    Ok(found) => {
                        let view = preview_view(page, &found, &typed)?;
                        return Ok(html(asking(page, &typed, Some(view))?));
                    }
                    Err(refused) => refused,
                }
            };
            typed.refuse_all(told(page, refused)?);
            Ok(again(asking(page, &typed, None)?))
        })
        .await
}

fn preview_view<'p>(page: &'p Page<'_>, found: &Preview, typed: &Typed) -> Result<PreviewView<'p>, Problem> {
    let words = page.words();
    let assessor = Assessor::new(&found.undertaking, &found.codes, &found.law, &page.service.law.calendars);
    let report = Context { words, data: &page.service.law, assessor: &assessor };
    let binds = assessor.models().map(|model| {
        let bound = model.measures.iter().filter(|it| it.binding.binds.truth == Truth::Yes).count();
        (model.model.name.clone(), bound)
    });
    let binds = binds.collect();
    let kept = ["what", "id", "code", "scope", "chapters", "models", "from", "reason"];
    let mut values: Vec<(&str, String)> = kept.map(|name| (name, typed.value(name).to_owned())).into();
    values.push(("confirmed", "yes".to_owned()));
    let again = Typed::begin(&values);
    let fields = Fields { words, typed: &again };
    let hidden = kept.into_iter().chain(["confirmed"]).map(|name| fields.hidden(name)).collect();
    let action = page.to().provider(page.actor()?.organisation()?, "/adherence/declare");
    let key = if typed.value("what") == WITHDRAW { "work-sign-withdrawal" } else { "work-sign" };
    Ok(PreviewView {
        words,
        kinds: found.events.iter().map(adhere_domain::adherence::register::event::RegisterEvent::kind).collect(),
        binds,
        models: assessor.models().map(|model| model_view(&report, &model)).collect(),
        confirm: FormView::new(action, words.text(key), hidden, &again),
    })
}

/// What is asked of the register, signed by whoever acts, today.
fn command(page: &Page<'_>, typed: &mut Typed) -> Result<Option<RegisterCommand>, Problem> {
    let actor = page.actor()?;
    let signed = Signature { by: actor.person.clone(), on: page.today };
    let missing = |key: &'static str| move || page.words().text(key);
    let id: Option<AdherenceId> = typed.required("id", missing("work-adherence-id-wrong"), Id::parse);
    let from: Option<Date> = typed.required("from", missing("form-day-missing"), |text| text.parse().ok());
    if typed.value("what") == WITHDRAW {
        let reason = typed.optional("reason", missing("work-text-wrong"), NonEmptyText::parse);
        let parts = id.zip(from);
        return Ok(parts.map(|(id, from)| RegisterCommand::Withdraw(Withdrawal { id, from, signed, reason })));
    }
    let (scope, models) = (scope(page, typed), models(page, typed));
    if typed.value("what") == CHANGE {
        let parts = id.zip(from).zip(scope).filter(|_| !typed.is_refused());
        return Ok(parts.map(|((id, from), scope)| RegisterCommand::Change(Change { id, from, scope, models, signed })));
    }
    let code = typed.required("code", missing("work-code-missing"), |text| {
        let (code, version) = text.split_once('@')?;
        PartId::parse(code).zip(PartId::parse(version))
    });
    let provider = actor.organisation()?.clone();
    let parts = id.zip(from).zip(scope).zip(code).filter(|_| !typed.is_refused());
    Ok(parts.map(|(((id, since), scope), (code, version))| {
        let terms = Terms { version, scope, models };
        RegisterCommand::Declare(Declaration { id, provider, code, terms, since, signed, source: None })
    }))
}

fn scope(page: &Page<'_>, typed: &mut Typed) -> Option<Scope> {
    let chapters = parts(typed.value("chapters"));
    let missing = || page.words().text("work-scope-missing");
    let scope = typed.required("scope", missing, |text| match text {
        "full" => Some(Scope::Full),
        "art-53" => Some(Scope::Article53),
        "chapters" => Some(Scope::Chapters(Vec::new().into_iter().collect())),
        _ => None,
    })?;
    let Scope::Chapters(_) = scope else { return Some(scope) };
    if let Some(chapters) = chapters.filter(|chapters| !chapters.is_empty()) {
        return Some(Scope::Chapters(chapters.into_iter().collect()));
    }
    typed.refuse("chapters", page.words().text("work-chapters-missing"));
    None
}

fn models(page: &Page<'_>, typed: &mut Typed) -> Option<std::collections::BTreeSet<PartId>> {
    let wrong = || page.words().text("work-models-wrong");
    typed.optional("models", wrong, |text| parts(text).map(|models| models.into_iter().collect()))
}

/// Ids with commas or blanks between them.
fn parts(text: &str) -> Option<Vec<PartId>> {
    text.split([',', ' ']).filter(|part| !part.is_empty()).map(PartId::parse).collect()
}
