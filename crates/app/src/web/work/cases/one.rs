//! A case: its clocks, what was done and noted, and what can be done next.

use adhere_actions::cases::{CaseLine, RecordCase, ShownCase, record_case, show_case};
use adhere_domain::cases::CaseId;
use adhere_domain::cases::case::Case;
use adhere_domain::cases::event::{CaseChange, CaseEvent};
use adhere_domain::cases::matter::Matter;
use adhere_domain::cases::step::{Step, StepKind};
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, post};

use super::super::told::told;
use super::clocks::{ClockView, Clocks};
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::zone::Moment;
use crate::web::{Page, Service, again, html};

/// What is asked for of a case's page.
#[derive(serde::Deserialize)]
pub(crate) struct CasePath {
    case: String,
}

#[derive(Template)]
#[template(path = "web/work/case.html")]
struct CasePage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    title: String,
    kind: String,
    is_open: bool,
    /// What there is to know of it: a label with a text.
    facts: Vec<(String, String)>,
    code: String,
    clocks: Vec<ClockView>,
    lines: Vec<LineView>,
    step: Option<FormView>,
    note: Option<FormView>,
    turn: Option<FormView>,
}

/// Something that was recorded, ready to print.
struct LineView {
    entry: u64,
    at: Moment,
    actor: String,
    what: String,
    text: Option<String>,
}

/// What is done with a form on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doing {
    /// Recording a step.
    Step,
    /// Recording a note.
    Note,
    /// Closing an open case.
    Close,
    /// Opening a closed case again.
    Reopen,
}

impl Doing {
    /// Whether the page of a case has the form for it.
    fn is_offered(self, case: &Case) -> bool {
        match self {
            Self::Step => case.is_open() && case.next_steps().next().is_some(),
            Self::Note => true,
            Self::Close => case.is_open(),
            Self::Reopen => !case.is_open(),
        }
    }
}

/// A case.
pub(crate) async fn show(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<CasePath>,
) -> Result<Response, Problem> {
    service.work(asked, actor, move |page| Ok(html(showing(page, &find(page, &path)?, None)?))).await
}

fn find(page: &Page<'_>, path: &CasePath) -> Result<ShownCase, Problem> {
    let missing = || Problem::not_found(Said::new("problem-no-case").of("id", &path.case));
    let id: CaseId = Id::parse(&path.case).ok_or_else(missing)?;
    let provider = page.actor()?.organisation()?;
    let known_before = clock::as_of(page.asked.as_of).ends;
    show_case(&page.context()?, provider, &id, known_before)?.ok_or_else(missing)
}

fn showing(page: &Page<'_>, shown: &ShownCase, typed: Option<(Doing, &Typed)>) -> Result<String, Problem> {
    let case = &shown.case;
    let clocks = Clocks::of(page, &case.provider)?;
    let published = clocks.code(case)?;
    let running = clocks.running(case, &published.code);
    let may = page.actor()?.may(Permission::KeepCases);
    let frame = page.frame(Section::Work);
    let view = CasePage {
        title: case.opening.title.to_string(),
        kind: page.words().text(&format!("case-kind-{}", case.opening.matter.kind().id())),
        is_open: case.is_open(),
        facts: facts(page, case),
        code: published.name(),
        clocks: running.iter().map(|clock| clocks.view(case, clock)).collect(),
        lines: shown.history.iter().rev().map(|line| view_of(page, &clocks, line)).collect(),
        step: (may && case.is_open()).then(|| step_form(page, &clocks, case, typed)).flatten(),
        note: may.then(|| note_form(page, case, typed)),
        turn: may.then(|| turn_form(page, case, typed)),
        organisation: case.provider.clone(),
        frame,
    };
    Ok(view.render()?)
}

/// What there is to know of a case, as labels with texts.
fn facts(page: &Page<'_>, case: &Case) -> Vec<(String, String)> {
    let words = page.words();
    let fact = |key: &str, text: String| (words.text(key), text);
    let mut facts = vec![
        fact("case-began", page.asked.zone.spoken(case.opening.aware_at)),
        fact("web-recorded-at", page.asked.zone.spoken(case.opened_at)),
    ];
    facts.extend(case.opening.model.as_ref().map(|model| fact("case-model", model.to_string())));
    match &case.opening.matter {
        Matter::SeriousIncident(harms) => {
            let harms = harms.iter().map(|harm| words.text(&format!("case-harm-{}", harm.id())));
            facts.push(fact("case-harms", harms.collect::<Vec<_>>().join("; ")));
        }
        Matter::AiOfficeRequest(until) => {
            facts.extend(until.map(|until| fact("case-until", until.to_string())));
        }
        Matter::Complaint(complaint) => facts.extend([
            fact("complaint-name", complaint.name().to_string()),
            fact("complaint-email", complaint.email().to_string()),
            fact("complaint-work", complaint.work().to_string()),
            fact("complaint-text", complaint.text().to_string()),
        ]),
        Matter::DownstreamRequest => {}
    }
    facts
}

fn view_of(page: &Page<'_>, clocks: &Clocks<'_>, line: &CaseLine) -> LineView {
    let words = page.words();
    let (what, text) = match &line.event.change {
        CaseChange::Opened(_) => (words.text("case-was-opened"), None),
        CaseChange::Noted(note) => (words.text("case-was-noted"), Some(note)),
        CaseChange::StepDone(step) => {
            let values = [("step", clocks.step(step.kind).into()), ("at", page.asked.zone.spoken(step.at).into())];
            (words.with("case-was-done", &values), step.note.as_ref())
        }
        CaseChange::Closed(reason) => (words.text("case-was-closed"), Some(reason)),
        CaseChange::Reopened(reason) => (words.text("case-was-reopened"), Some(reason)),
    };
    let text = text.map(ToString::to_string);
    LineView { entry: line.entry_id, at: page.asked.zone.moment(line.at), actor: line.actor.clone(), what, text }
}

/// What was typed into one of the forms, or what stands in it before.
fn typed_into(doing: Doing, typed: Option<(Doing, &Typed)>, begun: &[(&str, String)]) -> Typed {
    match typed {
        Some((done, typed)) if done == doing => typed.clone(),
        _ => Typed::begin(begun),
    }
}

fn step_form(page: &Page<'_>, clocks: &Clocks<'_>, case: &Case, typed: Option<(Doing, &Typed)>) -> Option<FormView> {
    let steps: Vec<_> = case.next_steps().map(|step| (step.id().to_owned(), clocks.step(step))).collect();
    if steps.is_empty() {
        return None;
    }
    let typed = typed_into(Doing::Step, typed, &[("done-at", page.asked.zone.typed(clock::now()))]);
    let words = page.words();
    let fields = Fields { words, typed: &typed };
    let zone = words.with("case-zone-hint", &[("zone", page.asked.zone.name().to_owned().into())]);
    let fields = vec![
        fields.one("step", "case-step", steps),
        fields.input("done-at", "case-done-at", "datetime-local", "off").hinted(zone),
        fields.area("step-note", "case-done-note").hinted(words.text("case-done-note-hint")),
    ];
    let action = page.to().case(&case.provider, &case.id, "/step");
    Some(FormView::new(action, words.text("case-record-step"), fields, &typed))
}

fn note_form(page: &Page<'_>, case: &Case, typed: Option<(Doing, &Typed)>) -> FormView {
    let typed = typed_into(Doing::Note, typed, &[]);
    let fields = Fields { words: page.words(), typed: &typed };
    let fields = vec![fields.area("note", "case-note")];
    FormView::new(
        page.to().case(&case.provider, &case.id, "/note"),
        page.words().text("case-record-note"),
        fields,
        &typed,
    )
}

/// The form to close an open case, or to open a closed one again.
fn turn_form(page: &Page<'_>, case: &Case, typed: Option<(Doing, &Typed)>) -> FormView {
    let words = page.words();
    if !case.is_open() {
        let typed = typed_into(Doing::Reopen, typed, &[]);
        let fields = Fields { words, typed: &typed };
        let fields = vec![fields.area("reason", "case-reason")];
        let action = page.to().case(&case.provider, &case.id, "/reopen");
        return FormView::new(action, words.text("case-reopen"), fields, &typed);
    }
    let typed = typed_into(Doing::Close, typed, &[]);
    let fields = Fields { words, typed: &typed };
    let confirmed = vec![("yes".to_owned(), words.text("case-close-confirmed"))];
    let fields = vec![fields.area("reason", "case-reason"), fields.any("confirmed", "case-close-confirm", confirmed)];
    FormView::new(page.to().case(&case.provider, &case.id, "/close"), words.text("case-close"), fields, &typed)
}

/// Records what is done with a case.
pub(crate) fn does(doing: Doing) -> MethodRouter<Service> {
    let handle = move |State(service): State<Service>,
                       asked: Asked,
                       actor: Actor,
                       Path(path): Path<CasePath>,
                       Form(form): Form<Vec<(String, String)>>| async move {
        service.work(asked, actor, move |page| record(page, &path, doing, form)).await
    };
    post(handle)
}

fn record(page: &Page<'_>, path: &CasePath, doing: Doing, form: Vec<(String, String)>) -> Result<Response, Problem> {
    let shown = find(page, path)?;
    let mut typed = Typed::sent(form);
    let Some(change) = change(page, doing, &mut typed).filter(|_| !typed.is_refused()) else {
        return Ok(again(showing(page, &shown, Some((doing, &typed)))?));
    };
    let Case { provider, id, .. } = shown.case.clone();
    let to = page.to().case(&provider, &id, "");
    let event = CaseEvent { provider, id, change };
    match record_case(&page.context()?, RecordCase { event, code: None }) {
        Ok(_) => Ok(Redirect::to(&after(&to, "recorded")).into_response()),
        Err(error) => {
            let refusal = told(page, error)?;
            if !doing.is_offered(&shown.case) {
                // Somebody else was faster: there is no form any more beside which it could be said.
                return Err(Problem::unprocessable(refusal));
            }
            typed.refuse_all(refusal);
            Ok(again(showing(page, &shown, Some((doing, &typed)))?))
        }
    }
}

/// What was typed, as something that can happen to a case.
fn change(page: &Page<'_>, doing: Doing, typed: &mut Typed) -> Option<CaseChange> {
    let missing = |key: &'static str| move || page.words().text(key);
    match doing {
        Doing::Step => {
            let kind = typed.required("step", missing("case-which-missing"), StepKind::named);
            let at = typed.required("done-at", missing("case-moment-missing"), |text| page.asked.zone.read_typed(text));
            let note = typed.optional("step-note", missing("work-text-wrong"), NonEmptyText::parse);
            Some(CaseChange::StepDone(Step { kind: kind?, at: at?, note }))
        }
        Doing::Note => typed.required("note", missing("case-note-missing"), NonEmptyText::parse).map(CaseChange::Noted),
        Doing::Close => {
            let reason = typed.required("reason", missing("case-reason-missing"), NonEmptyText::parse);
            if typed.value("confirmed") != "yes" {
                typed.refuse("confirmed", page.words().text("case-close-unconfirmed"));
            }
            reason.map(CaseChange::Closed)
        }
        Doing::Reopen => {
            typed.required("reason", missing("case-reason-missing"), NonEmptyText::parse).map(CaseChange::Reopened)
        }
    }
}
