//! A provider's dashboard: what applies and why, measures by state, what is missing, what is due and what changed.

use adhere_actions::visiting::visit;
use adhere_actions::workspace::workspace;
use adhere_domain::adherence::assessment::{Assessor, ModelAssessment};
use adhere_domain::adherence::comments::{Comment, CommentEvent};
use adhere_domain::adherence::due::DueStatus;
use adhere_domain::adherence::record::Undertaking;
use adhere_domain::codes::code::Code;
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::id::Id;
use adhere_domain::law::parameters::Law;
use adhere_domain::law::truth::Truth;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_formats::assessment::write_json;
use adhere_store::event::{Event, subject};
use adhere_store::projection::organisation;
use adhere_store::reading::entry;
use adhere_store::{StoreError, projection::history};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::cases::{CaseRow, running};
use super::evidence::measure_of;
use super::invitations::InvitationRow;
use super::invitations::answering::waiting;
use super::told::happened;
use crate::clock;
use crate::report::Context;
use crate::report::model::{ModelView, model_view};
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};
use crate::web::zone::Moment;
use crate::web::{Page, Service, file, html};
use crate::words::Words;

/// So many open cases are shown.
const CASES: usize = 10;
/// So much of what happened last is shown.
const LATEST: u64 = 10;

/// So much of what happened since the last visit is shown.
const SINCE: u64 = 50;

/// A provider with what its records are held against.
pub(crate) struct Held {
    pub(super) undertaking: Undertaking,
    codes: Vec<Code>,
    law: Law,
}

#[derive(Template)]
#[template(path = "web/work/provider.html")]
struct ProviderPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    name: String,
    models: Vec<ModelRow>,
    /// Invitations to adhere that wait for an answer.
    invitations: Vec<InvitationRow>,
    /// What is to be done in open cases.
    cases: Vec<CaseRow>,
    changes: Vec<ChangeRow>,
    /// What others recorded since the last visit; nothing on a page about another day.
    visit: Option<VisitView>,
    may_keep_files: bool,
}

/// A model on the dashboard, ready to print.
struct ModelRow {
    id: String,
    name: String,
    classification: String,
    /// How many of the measures that bind have nothing missing, and how many bind.
    met: (usize, usize),
    overdue: Vec<DueRow>,
    next: Vec<DueRow>,
}

/// Something that is due, ready to print.
struct DueRow {
    on: String,
    what: String,
}

/// What somebody sees who comes back, ready to print.
struct VisitView {
    is_return: bool,
    rows: Vec<SinceRow>,
    has_more: bool,
}

/// Something that happened since the last visit, ready to print.
struct SinceRow {
    url: String,
    what: String,
    by: String,
}

/// Something that happened, ready to print.
struct ChangeRow {
    entry: u64,
    at: Moment,
    kind: String,
    actor: String,
}

#[derive(Template)]
#[template(path = "web/work/assessment.html")]
struct AssessmentPage<'a> {
    frame: Frame<'a>,
    words: &'a Words,
    organisation: OrganisationId,
    days: String,
    models: Vec<ModelView>,
}

impl Held {
    /// What a provider has on record as of the day of the page.
    pub(crate) fn load(page: &Page<'_>, organisation: &OrganisationId) -> Result<Self, Problem> {
        let undertaking = workspace(&page.context()?, organisation, clock::as_of(page.asked.as_of))?;
        let codes = page.codes()?.iter().map(|published| published.code.clone()).collect();
        Ok(Self { undertaking, codes, law: page.law()? })
    }

    pub(crate) fn assessor<'a>(&'a self, page: &'a Page<'_>) -> Assessor<'a> {
        Assessor::new(&self.undertaking, &self.codes, &self.law, &page.service.law.calendars)
    }
}

/// What an organisation is called.
pub(super) fn name_of(page: &Page<'_>, id: &OrganisationId) -> Result<String, Problem> {
    let known = page.service.store.read(|tx| organisation::known(tx, id, clock::now()).map_err(StoreError::from))?;
    Ok(known.map_or_else(|| id.to_string(), |known| known.name.to_string()))
}

/// The dashboard.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let held = Held::load(page, &organisation)?;
            let assessor = held.assessor(page);
            let report = Context { words: page.words(), data: &page.service.law, assessor: &assessor };
            let models = assessor.models().map(|model| model_row(&report, &model)).collect();
            let view = ProviderPage {
                models,
                invitations: waiting(page, &organisation)?,
                cases: running(page, &organisation, CASES)?,
                changes: changes(page, &organisation)?,
                visit: since(page, &organisation)?,
                name: name_of(page, &organisation)?,
                may_keep_files: page.actor()?.may(Permission::KeepFiles),
                frame: page.frame(Section::Work),
                organisation,
            };
            Ok(html(view.render()?))
        })
        .await
}

fn model_row(report: &Context<'_>, model: &ModelAssessment<'_>) -> ModelRow {
    let view = model_view(report, model);
    let binding = model.measures.iter().filter(|standing| standing.binding.binds.truth == Truth::Yes);
    let bound = binding.clone().count();
    let met = binding.filter(|standing| standing.gap.is_none()).count();
    let rows = |wanted: DueStatus, most: usize| {
        let items = model.due.iter().zip(&view.due).filter(move |(item, _)| item.status == wanted);
        items.take(most).map(|(_, due)| DueRow { on: due.on.clone(), what: due.what.clone() }).collect()
    };
    ModelRow {
        met: (met, bound),
        overdue: rows(DueStatus::Overdue, usize::MAX),
        next: rows(DueStatus::Due, 5),
        id: view.id,
        name: view.title,
        classification: view.classification,
    }
}

fn changes(page: &Page<'_>, organisation: &OrganisationId) -> Result<Vec<ChangeRow>, Problem> {
    let subject = subject::organisation(organisation);
    let latest = page.service.store.read(|tx| {
        let wanted = history::Wanted { subject: Some(&subject), kind: None };
        history::before(tx, &wanted, None, LATEST)
    })?;
    let frame = page.frame(Section::Work);
    let row =
        |it: history::Line| ChangeRow { entry: it.entry_id, at: frame.moment(&it.at), kind: it.kind, actor: it.actor };
    Ok(latest.into_iter().map(row).collect())
}

/// What others recorded since the last visit. A page about another day is no visit.
fn since(page: &Page<'_>, organisation: &OrganisationId) -> Result<Option<VisitView>, Problem> {
    if page.asked.as_of.is_some() {
        return Ok(None);
    }
    let seen = visit(&page.context()?, organisation, SINCE)?;
    let frame = page.frame(Section::Work);
    let row = |line: history::Line| {
        let values = [("actor", line.actor.clone().into()), ("at", frame.moment(&line.at).text().to_owned().into())];
        Ok(SinceRow {
            url: place_of(page, organisation, &line)?,
            what: happened(page.words(), &line.kind),
            by: page.words().with("visit-by", &values),
        })
    };
    let rows = seen.lines.into_iter().map(row).collect::<Result<_, Problem>>()?;
    Ok(Some(VisitView { is_return: seen.is_return, rows, has_more: seen.has_more }))
}

/// Where something that happened is seen.
fn place_of(page: &Page<'_>, organisation: &OrganisationId, line: &history::Line) -> Result<String, Problem> {
    let to = page.to();
    let (about, id) = line.subject.split_once('/').unwrap_or((&line.subject, ""));
    Ok(match about {
        "statement" => statement_url(page, organisation, &line.subject),
        "comment" => match page.service.store.read(|tx| entry(tx, line.entry_id))?.map(|recorded| recorded.event) {
            Some(Event::Comment(
                CommentEvent::Made(Comment { subject: on, .. }) | CommentEvent::Withdrawn { subject: on, .. },
            )) => statement_url(page, organisation, &subject::statement(&on)),
            _ => to.entry(line.entry_id),
        },
        "evidence" => {
            Id::parse(id).map_or_else(|| to.entry(line.entry_id), |id: EvidenceId| to.evidence(organisation, &id, ""))
        }
        "provider" | "model" => to.provider(organisation, "/files"),
        "adherence" => to.provider(organisation, "/adherence"),
        "invitation" => to.provider(organisation, &format!("/invitations/{id}")),
        _ => to.entry(line.entry_id),
    })
}

/// The page of the measure that a statement is about.
fn statement_url(page: &Page<'_>, organisation: &OrganisationId, statement: &str) -> String {
    measure_of(statement).map_or_else(
        || page.to().provider(organisation, "/measures"),
        |(code, measure)| page.to().measure(organisation, &code, &measure),
    )
}

/// What applies and why, model by model: what `adhere assess` says of what is on record here.
pub(super) async fn assessment(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let held = Held::load(page, &organisation)?;
            let assessor = held.assessor(page);
            let words = page.words();
            let report = Context { words, data: &page.service.law, assessor: &assessor };
            let days = [("as-of", page.as_of().to_string().into()), ("known-at", page.today.to_string().into())];
            let view = AssessmentPage {
                frame: page.frame(Section::Work),
                words,
                days: words.with("days", &days),
                models: assessor.models().map(|model| model_view(&report, &model)).collect(),
                organisation,
            };
            Ok(html(view.render()?))
        })
        .await
}

/// The same for programs.
pub(super) async fn json(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let held = Held::load(page, page.actor()?.organisation()?)?;
            let mut bytes = Vec::new();
            write_json(&held.assessor(page), &mut bytes).map_err(|error| Problem::failed(&error))?;
            Ok(file("assessment.json", "application/json", bytes))
        })
        .await
}
