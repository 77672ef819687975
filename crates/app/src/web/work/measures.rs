//! The measures of a code as a provider answers them: the list by state, and a page for each with its statement, the
//! history of it, what shows it, and approval.

use std::sync::Arc;

use adhere_actions::approve::{Approve, Shown, approve, show_statement};
use adhere_actions::record_statement::{RecordStatement, record_statement};
use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::statements::{Content, Revision, Subject};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::digest::Digest;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::StoreError;
use adhere_store::projection::statement::{Wanted, list};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::attaching::{EvidenceView, attach_form, evidence_of};
use super::comments::{CommentView, comment_form, comments_on};
use super::told::recorded;
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::published::PublishedCode;
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::{Page, Service, again, html};

/// A code has some dozens of measures; each may be answered for every model.
const MOST: u64 = 10_000;

/// What is asked for of a measure's page.
#[derive(serde::Deserialize)]
pub(super) struct MeasurePath {
    code: String,
    measure: String,
}

impl MeasurePath {
    /// A measure of a version of a code, by their names.
    pub(super) fn new(code: &str, measure: &str) -> Self {
        Self { code: code.to_owned(), measure: measure.to_owned() }
    }
}

#[derive(Template)]
#[template(path = "web/work/measures.html")]
struct MeasuresPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    codes: Vec<(String, bool)>,
    title: String,
    language: &'a str,
    states: Vec<(String, usize)>,
    chapters: Vec<ChapterRows>,
}

/// A chapter with its measures, ready to print.
struct ChapterRows {
    title: String,
    measures: Vec<MeasureRow>,
}

/// A measure in the list, ready to print.
struct MeasureRow {
    id: String,
    title: String,
    url: String,
    state: Option<String>,
    owner: String,
    due: String,
    evidence: u64,
}

#[derive(Template)]
#[template(path = "web/work/measure.html")]
struct MeasurePage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    code: String,
    code_title: String,
    language: &'a str,
    measure: String,
    title: String,
    revisions: Vec<RevisionView>,
    evidence: Vec<EvidenceView>,
    approval: Option<String>,
    flags: Vec<String>,
    form: Option<FormView>,
    approve: Option<FormView>,
    attach: Option<FormView>,
    /// Where a file is added to be attached, for whoever may.
    add: Option<String>,
    /// Where something is detached, and where a comment is withdrawn.
    actions: (String, String),
    comments: Vec<CommentView>,
    comment: Option<FormView>,
}

/// What was sent to a measure's page and is shown again.
pub(super) enum Sent<'t> {
    Nothing,
    Statement(&'t Typed),
    Attachment(&'t Typed),
    Comment(&'t Typed),
}

/// A revision of a statement, ready to print.
struct RevisionView {
    number: u32,
    state: String,
    text: String,
    owner: String,
    due: String,
    author: String,
    on: String,
}

/// All measures of a code, with what is stated of each.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let named = page.asked.parameter("code");
            let codes = page.codes()?;
            let chosen = match named {
                Some(name) => Some(page.code(name)?),
                None => codes.iter().rfind(|it| it.code.profile == Profile::Aia56).or(codes.last()).cloned(),
            };
            let Some(published) = chosen else {
                return Err(Problem::not_found(Said::new("problem-no-code")));
            };
            let chapters = chapters(page, &organisation, &published)?;
            let states = states(page, &chapters);
            let view = MeasuresPage {
                codes: codes.iter().map(|it| (it.name(), it.digest == published.digest)).collect(),
                title: published.code.title.clone(),
                language: &published.language,
                states,
                chapters,
                organisation,
                frame: page.frame(Section::Work),
            };
            Ok(html(view.render()?))
        })
        .await
}

fn chapters(
    page: &Page<'_>,
    organisation: &OrganisationId,
    published: &Arc<PublishedCode>,
) -> Result<Vec<ChapterRows>, Problem> {
    let code = &published.code;
    let wanted = Wanted {
        provider: Some(organisation),
        code: Some(&code.id),
        version: Some(&code.version),
        known_before: clock::as_of(page.asked.as_of).ends,
        ..Wanted::default()
    };
    let stated = page.service.store.read(|tx| list(tx, &wanted, page.as_of(), MOST).map_err(StoreError::from))?;
    let name = published.name();
    let row = |id: &PartId, title: &str| {
        let of_all = stated.iter().find(|it| it.subject.measure == *id && it.subject.model.is_none());
        let content = of_all.map(|it| &it.revision.content);
        MeasureRow {
            url: page.to().measure(organisation, &name, id),
            id: id.to_string(),
            title: title.to_owned(),
            state: content.map(|content| state_text(page, content.state)),
            owner: content.and_then(|it| it.owner.as_ref()).map(ToString::to_string).unwrap_or_default(),
            due: content.and_then(|it| it.due).map(|due| due.to_string()).unwrap_or_default(),
            evidence: of_all.map_or(0, |it| it.attached),
        }
    };
    let chapter = |chapter: &adhere_domain::codes::code::Chapter| {
        let measures = chapter.commitments.iter().flat_map(|commitment| &commitment.measures);
        ChapterRows {
            title: chapter.title.clone(),
            measures: measures.map(|measure| row(&measure.id, &measure.title)).collect(),
        }
    };
    Ok(code.chapters.iter().map(chapter).collect())
}

/// How many measures are in which state, those without a statement last.
fn states(page: &Page<'_>, chapters: &[ChapterRows]) -> Vec<(String, usize)> {
    let rows = || chapters.iter().flat_map(|chapter| &chapter.measures);
    let stated = ImplementationState::ALL.map(|state| {
        let text = state_text(page, state);
        let count = rows().filter(|row| row.state.as_ref() == Some(&text)).count();
        (text, count)
    });
    let open = rows().filter(|row| row.state.is_none()).count();
    stated.into_iter().chain([(page.words().text("work-not-stated"), open)]).collect()
}

fn state_text(page: &Page<'_>, state: ImplementationState) -> String {
    page.words().text(&format!("state-{}", state.id()))
}

/// A measure with its statement.
pub(super) async fn one(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<MeasurePath>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| Ok(html(showing(page, &Measured::find(page, &path)?, &Sent::Nothing)?)))
        .await
}

/// A measure of a published version, and the statement that a provider makes of it.
pub(super) struct Measured {
    pub(super) published: Arc<PublishedCode>,
    title: String,
    pub(super) statement: Subject,
}

impl Measured {
    pub(super) fn find(page: &Page<'_>, path: &MeasurePath) -> Result<Self, Problem> {
        let published = page.code(&path.code)?;
        let code = &published.code;
        let found = code.measures().find(|(_, _, measure)| measure.id.as_str() == path.measure);
        let missing =
            || Problem::not_found(Said::new("problem-no-measure").of("code", &path.code).of("measure", &path.measure));
        let (_, _, measure) = found.ok_or_else(missing)?;
        let statement = Subject {
            provider: page.actor()?.organisation()?.clone(),
            code: code.id.clone(),
            version: code.version.clone(),
            measure: measure.id.clone(),
            model: None,
        };
        let title = measure.title.clone();
        Ok(Self { published, title, statement })
    }

    /// A part of its page.
    pub(super) fn part(&self, page: &Page<'_>, part: &str) -> String {
        let statement = &self.statement;
        page.to().measure_part(&statement.provider, &self.published.name(), &statement.measure, part)
    }

    pub(super) fn url(&self, page: &Page<'_>) -> String {
        page.to().measure(&self.statement.provider, &self.published.name(), &self.statement.measure)
    }
}

pub(super) fn showing(page: &Page<'_>, measured: &Measured, sent: &Sent<'_>) -> Result<String, Problem> {
    let statement = &measured.statement;
    let as_of = clock::as_of(page.asked.as_of);
    let shown = show_statement(&page.service.store, statement, as_of)?;
    let actor = page.actor()?;
    let latest = shown.statements.latest(statement);
    let may_write = actor.may(Permission::WriteStatements);
    let (form, attach, comment) = match sent {
        Sent::Nothing => (None, None, None),
        Sent::Statement(typed) => (Some(*typed), None, None),
        Sent::Attachment(typed) => (None, Some(*typed), None),
        Sent::Comment(typed) => (None, None, Some(*typed)),
    };
    let form = may_write.then(|| match form {
        Some(typed) => statement_form(page, measured, typed),
        None => statement_form(page, measured, &begun(latest)),
    });
    let comments = comments_on(page, statement)?;
    let view = MeasurePage {
        approve: approval_form(page, measured, &shown),
        approval: shown.approval.as_ref().map(|approval| approved(page, approval)),
        flags: shown.flags.iter().map(|flag| crate::report::statement::flagged(flag, page.words())).collect(),
        revisions: shown.statements.revisions(statement).iter().rev().map(|it| revision(page, it)).collect(),
        evidence: evidence_of(page, statement)?,
        // Evidence is attached to what is stated.
        attach: if latest.is_some() { attach_form(page, measured, attach)? } else { None },
        add: (may_write && latest.is_some())
            .then(|| page.to().add_evidence(&statement.provider, &measured.published.name(), &statement.measure)),
        actions: (measured.part(page, "/evidence/detach"), measured.part(page, "/comments/withdraw")),
        comment: comment_form(page, measured, comments.len(), comment)?,
        comments,
        form,
        organisation: statement.provider.clone(),
        code: measured.published.name(),
        code_title: measured.published.code.title.clone(),
        language: &measured.published.language,
        measure: statement.measure.to_string(),
        title: measured.title.clone(),
        frame: page.frame(Section::Work),
    };
    Ok(view.render()?)
}

fn approved(page: &Page<'_>, approval: &adhere_domain::evidence::approval::Approval) -> String {
    let values = [
        ("revision", approval.revision.into()),
        ("by", approval.by.to_string().into()),
        ("on", approval.on.to_string().into()),
    ];
    page.words().with("statement-approved", &values)
}

fn revision(page: &Page<'_>, revision: &Revision) -> RevisionView {
    let content = &revision.content;
    RevisionView {
        number: revision.number,
        state: state_text(page, content.state),
        text: content.text.as_ref().map(ToString::to_string).unwrap_or_default(),
        owner: content.owner.as_ref().map(ToString::to_string).unwrap_or_default(),
        due: content.due.map(|due| due.to_string()).unwrap_or_default(),
        author: revision.author.to_string(),
        on: revision.on.to_string(),
    }
}

/// What stands in the form: what is stated now.
fn begun(latest: Option<&Revision>) -> Typed {
    let Some(latest) = latest else { return Typed::begin(&[("after", "0".to_owned())]) };
    let content = &latest.content;
    Typed::begin(&[
        ("after", latest.number.to_string()),
        ("state", content.state.id().to_owned()),
        ("text", content.text.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("owner", content.owner.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("due", content.due.map(|due| due.to_string()).unwrap_or_default()),
    ])
}

fn statement_form(page: &Page<'_>, measured: &Measured, typed: &Typed) -> FormView {
    let words = page.words();
    let fields = Fields { words, typed };
    let states = ImplementationState::ALL.map(|state| (state.id().to_owned(), state_text(page, state)));
    let fields = vec![
        fields.one("state", "work-state", states.into()),
        fields.area("text", "work-text").hinted(words.text("work-text-hint")),
        fields.line("owner", "work-owner"),
        fields.day("due", "work-due").hinted(words.text("work-due-hint")),
        fields.hidden("after"),
    ];
    FormView::new(measured.url(page), words.text("work-record"), fields, typed)
}

/// The form to approve what is shown, for whoever may and where there is something to approve.
fn approval_form(page: &Page<'_>, measured: &Measured, shown: &Shown) -> Option<FormView> {
    let latest = shown.statements.latest(&measured.statement)?;
    let is_approved = shown.flags.is_empty() && shown.approval.as_ref().is_some_and(|it| it.revision == latest.number);
    if is_approved || page.actor.as_ref().is_none_or(|actor| !actor.may(Permission::Approve)) {
        return None;
    }
    let typed = Typed::begin(&[
        ("revision", latest.number.to_string()),
        ("fingerprint", shown.fingerprint.map(|it| it.to_string()).unwrap_or_default()),
    ]);
    let fields = Fields { words: page.words(), typed: &typed };
    let fields = vec![fields.hidden("revision"), fields.hidden("fingerprint")];
    let action = page.to().measure_approval(
        &measured.statement.provider,
        &measured.published.name(),
        &measured.statement.measure,
    );
    Some(FormView::new(action, page.words().text("work-approve"), fields, &typed))
}

/// Records what was typed, or shows it again with what is wrong.
pub(super) async fn record(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<MeasurePath>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let measured = Measured::find(page, &path)?;
            let mut typed = Typed::sent(form);
            let Some((content, seen)) = content(page, &mut typed) else {
                return Ok(again(showing(page, &measured, &Sent::Statement(&typed))?));
            };
            let code = &measured.published.code;
            let subject = measured.statement.clone();
            let command = RecordStatement { code, subject, content, after: seen, carried_from: None };
            let to = after(&measured.url(page), "recorded");
            let done = record_statement(&page.context()?, command);
            recorded(page, done, &to, typed, |typed| showing(page, &measured, &Sent::Statement(typed)))
        })
        .await
}

fn content(page: &Page<'_>, typed: &mut Typed) -> Option<(Content, u32)> {
    let missing = |key: &'static str| move || page.words().text(key);
    let state = |text: &str| ImplementationState::ALL.into_iter().find(|state| state.id() == text);
    let state = typed.required("state", missing("work-state-missing"), state);
    let text = typed.optional("text", missing("work-text-wrong"), NonEmptyText::parse);
    let owner = typed.optional("owner", missing("work-text-wrong"), NonEmptyText::parse);
    let due = typed.optional("due", missing("form-day-missing"), |text| text.parse().ok());
    let after = typed.value("after").parse().unwrap_or_default();
    if typed.is_refused() {
        return None;
    }
    Some((Content { state: state?, text, owner, due }, after))
}

/// Approves what was shown.
pub(super) async fn give_approval(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<MeasurePath>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let measured = Measured::find(page, &path)?;
            let typed = Typed::sent(form);
            let (revision, fingerprint) =
                (typed.value("revision").parse().ok(), Digest::parse(typed.value("fingerprint")));
            let (Some(revision), Some(fingerprint)) = (revision, fingerprint) else {
                return Err(Problem::bad_request(Said::new("problem-approved-unnamed")));
            };
            let command = Approve { statement: measured.statement.clone(), revision, fingerprint };
            approve(&page.context()?, command)?;
            Ok(Redirect::to(&after(&measured.url(page), "approved")).into_response())
        })
        .await
}
