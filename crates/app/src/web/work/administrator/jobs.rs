//! What the server does on its own: when each was last done, by which node, how it ended and what waits; and an audit
//! that an administrator begins here and that any node shows.

use adhere_store::StoreError;
use adhere_store::job::{self, Job, JobState, Work};
use adhere_store::mail;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::auditing;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};
use crate::web::urls::after;
use crate::web::zone::Moment;
use crate::web::{Page, Service, html};

#[derive(Template)]
#[template(path = "web/administration/jobs.html")]
struct JobsPage<'a> {
    frame: Frame<'a>,
    jobs: Vec<JobView>,
    audit: Option<AuditView>,
    /// Whether whoever looks may begin an audit now.
    may_begin: bool,
}

/// A kind of work, ready to print.
struct JobView {
    name: String,
    about: String,
    last: Option<LastView>,
    waits: String,
}

/// The last time that work was done, ready to print.
struct LastView {
    began: Moment,
    node: String,
    state: String,
    failure: Option<String>,
}

/// The last audit, ready to print.
struct AuditView {
    state: String,
    began: Moment,
    node: String,
    is_under_way: bool,
    /// How far it is, or how many entries it looked at.
    reached: String,
    /// How long it took.
    took: Option<String>,
    failure: Option<String>,
    is_clean: bool,
    findings: Vec<String>,
}

/// What the server does on its own.
pub(in crate::web::work) async fn show(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(jobs(page)?))).await
}

/// Begins an audit on this node.
pub(in crate::web::work) async fn begin_audit(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            auditing::begin(page.service, &page.context()?)?;
            Ok(Redirect::to(&after(&page.to().administration("/jobs"), "audit-begun")).into_response())
        })
        .await
}

fn jobs(page: &Page<'_>) -> Result<String, Problem> {
    let now = clock::now();
    let store = &page.service.store;
    let (known, letters) = store.read(|tx| Ok::<_, StoreError>((job::all(tx)?, mail::counts(tx)?)))?;
    let frame = page.frame(Section::Work);
    let words = page.words();
    let of = |work: Work| known.iter().find(|job| job.work == work);
    let view = |work: Work| JobView {
        name: words.text(&format!("job-{}", work.id())),
        about: words.text(&format!("job-{}-about", work.id())),
        last: of(work).map(|job| LastView {
            began: frame.moment(&job.began_at),
            node: job.node.clone(),
            state: state(page, job.state(now)),
            failure: job.failure.clone(),
        }),
        waits: match work {
            Work::Letters => words.with("job-letters-wait", &[("count", letters.waiting.into())]),
            Work::Audit | Work::Tidying => words.text("job-nothing-waits"),
        },
    };
    let audit = of(Work::Audit).map(|job| audited(page, &frame, job, job.state(now)));
    let may = page.actor()?.may(adhere_domain::parties::permission::Permission::Operate);
    let may_begin = may && !audit.as_ref().is_some_and(|audit| audit.is_under_way);
    let jobs = Work::ALL.map(view).into();
    Ok(JobsPage { frame, jobs, audit, may_begin }.render()?)
}

fn state(page: &Page<'_>, state: JobState) -> String {
    page.words().text(&format!("job-state-{}", state.id()))
}

fn audited(page: &Page<'_>, frame: &Frame<'_>, job: &Job, is: JobState) -> AuditView {
    let words = page.words();
    let counts = [("done", job.done.into()), ("total", job.total.into())];
    let reached = match (&job.stage, is) {
        (_, JobState::Done) => words.with("audit-entries", &counts),
        (Some(stage), _) => words.with(&format!("audit-at-{stage}"), &counts),
        (None, _) => words.text("audit-begins"),
    };
    let seconds = job.ended_at.map(|ended| ended.duration_since(job.began_at).as_secs());
    let findings: Vec<String> = job.report.iter().flat_map(|report| report.lines()).map(str::to_owned).collect();
    AuditView {
        state: state(page, is),
        began: frame.moment(&job.began_at),
        node: job.node.clone(),
        is_under_way: is == JobState::UnderWay,
        reached,
        took: seconds.map(|seconds| words.with("audit-took", &[("seconds", seconds.into())])),
        failure: job.failure.clone(),
        is_clean: is == JobState::Done && findings.is_empty(),
        findings,
    }
}
