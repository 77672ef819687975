//! What an administrator looks at: whether the instance does its work, what it holds, what is set and where, and the
//! letters that wait; and who did what.

mod jobs;
mod organisations;

use adhere_actions::access::test_letter::write_test_letter;
use adhere_domain::digest::Digest;
use adhere_store::access::account;
use adhere_store::home::Source;
use adhere_store::home::setting::SETTINGS;
use adhere_store::projection::history::{Line, Wanted, before};
use adhere_store::{Part, StoreError, mail};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) use self::jobs::{begin_audit, show as jobs};
pub(super) use self::organisations::{add_key, ask_register, change, one, register, revoke_key, show as organisations};
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::zone::Moment;
use crate::web::{Page, Service, html};

/// So many lines of the history are shown at once.
const PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "web/administration/overview.html")]
struct OverviewPage<'a> {
    frame: Frame<'a>,
    parts: Vec<PartView>,
    facts: Vec<(String, String)>,
    letters: mail::Counts,
    /// To whom a letter can be sent to see whether letters are sent; nothing where none are.
    letter_to: Option<String>,
    settings: Vec<SettingView>,
}

/// A part of the instance, ready to print.
struct PartView {
    name: String,
    is_working: bool,
}

/// A setting, ready to print.
struct SettingView {
    name: &'static str,
    meaning: String,
    value: String,
    source: String,
}

#[derive(Template)]
#[template(path = "web/administration/history.html")]
struct HistoryPage<'a> {
    frame: Frame<'a>,
    subject: String,
    kind: String,
    lines: Vec<LineView>,
    earlier: Option<String>,
}

/// A line of the history, ready to print.
struct LineView {
    entry: u64,
    at: Moment,
    actor: String,
    kind: String,
    subject: String,
}

/// How the instance does.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(overview(page)?))).await
}

fn overview(page: &Page<'_>) -> Result<String, Problem> {
    let (service, words) = (page.service, page.words());
    let store = &service.store;
    let working = store.health(|part, error| tracing::warn!(part = part.id(), %error, "a part does not work"));
    let part = |part: Part| PartView {
        name: words.text(&format!("admin-part-{}", part.id())),
        is_working: working.contains(&part),
    };
    let letters = store.read(|tx| mail::counts(tx).map_err(StoreError::from))?;
    let letter_to = if service.sends_letters() { own_address(page)? } else { None };
    let settings = SETTINGS.iter().map(|setting| SettingView {
        name: setting.name,
        meaning: words.text(&format!("setting-{}", setting.name.replace('.', "-"))),
        value: store.home().value(setting).unwrap_or_else(|| words.text("setting-none")),
        source: source(&store.home().source(setting.name)).in_words(words, &page.asked.zone),
    });
    let settings = settings.collect();
    let parts = Part::ALL.map(part).into();
    let frame = page.frame(Section::Work);
    Ok(OverviewPage { frame, parts, facts: facts(page)?, letters, letter_to, settings }.render()?)
}

/// Where a setting was set.
fn source(source: &Source) -> Said {
    match source {
        Source::Default => Said::new("admin-source-default"),
        Source::File => Said::new("admin-source-file"),
        Source::Variable(name) => Said::new("admin-source-variable").of("name", name),
        Source::FileOfVariable(name, path) => {
            Said::new("admin-source-file-of-variable").of("name", name).of("path", path.display())
        }
    }
}

/// What the instance is and how much it holds.
fn facts(page: &Page<'_>) -> Result<Vec<(String, String)>, Problem> {
    let store = &page.service.store;
    let status = store.status()?;
    let connections = store.db().connections();
    let size = status.head.as_ref().map_or(0, |head| head.size);
    let root = status.head.map(|head| head.root.to_string());
    let facts = [
        ("admin-origin", store.home().settings().origin.clone()),
        ("admin-engine", store.db().engine().to_owned()),
        ("admin-entries", size.to_string()),
        ("admin-private", status.private.to_string()),
        ("admin-root", root.unwrap_or_default()),
        ("admin-log-key", store.keys().log.public().to_string()),
        ("admin-witness-key", store.keys().witness.public().to_string()),
        ("admin-author-key", Digest::new(*store.keys().author.public().bytes()).to_string()),
        ("admin-connections", format!("{} / {}", connections.used, connections.used + connections.idle)),
    ];
    Ok(facts.map(|(key, value)| (page.words().text(key), value)).into())
}

/// The address of whoever acts.
fn own_address(page: &Page<'_>) -> Result<Option<String>, Problem> {
    let person = &page.actor()?.person;
    let own = page.service.store.read(|tx| account::of_person(tx, person).map_err(StoreError::from))?;
    Ok(own.map(|own| own.email))
}

/// Puts down a letter to whoever asks for it, to see whether letters are sent.
pub(super) async fn send_test_letter(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            if !page.service.sends_letters() {
                return Err(Problem::unprocessable(page.words().text("admin-letters-not-set")));
            }
            let words = page.words();
            let letter = (words.text("mail-test"), words.text("mail-test-body"));
            write_test_letter(&page.context()?, &page.actor()?.person, letter)?;
            Ok(Redirect::to(&after(&page.to().administration(""), "letter-sent")).into_response())
        })
        .await
}

/// Who did what, the latest first.
pub(super) async fn history(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let start = page.asked.parsed("before", "the number of an entry", |text| text.parse().ok())?;
            let text = |name| page.asked.parameter(name).unwrap_or_default().to_owned();
            let (subject, kind) = (text("subject"), text("kind"));
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let (wanted_subject, wanted_kind) = (some(&subject), some(&kind));
            let wanted = Wanted { subject: wanted_subject.as_deref(), kind: wanted_kind.as_deref() };
            let found = page.service.store.read(|tx| before(tx, &wanted, start, PAGE))?;
            let is_full = u64::try_from(found.len()).is_ok_and(|count| count == PAGE);
            let last = found.last().map(|line| line.entry_id).filter(|_| is_full);
            let earlier = last.map(|last| page.to().history(&subject, &kind, last));
            let frame = page.frame(Section::Work);
            let view = |line: Line| LineView {
                entry: line.entry_id,
                at: frame.moment(&line.at),
                actor: line.actor,
                kind: line.kind,
                subject: line.subject,
            };
            let lines = found.into_iter().map(view).collect();
            Ok(html(HistoryPage { frame, subject, kind, lines, earlier }.render()?))
        })
        .await
}
