//! Packages that other organisations sent: the inbox, and one of them with what was decided and what can be.

use adhere_actions::packages::{
    DecidePackage, Effect, PackageDecision, ReceivedPackage, decide_package, show_received,
};
use adhere_domain::adherence::register::event::Listed;
use adhere_domain::digest::Digest;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::StoreError;
use adhere_store::event::Objection;
use adhere_store::projection::package::{Direction, Package, Wanted, list};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::Response;

use super::told::recorded;
use crate::report::listed::source_in_words;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, FieldView, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::register::rows::scope;
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::zone::Moment;
use crate::web::{Page, Service, again, html};

/// So many packages are shown at once.
const PAGE: u64 = 50;

/// How a package that was received can stand, with the keys of the words for it.
pub(in crate::web) const STATES: [(&str, &str); 3] =
    [("waiting", "package-waiting"), ("accepted", "package-accepted"), ("refused", "package-refused-state")];

#[derive(Template)]
#[template(path = "web/work/inbox.html")]
struct InboxPage<'a> {
    frame: Frame<'a>,
    packages: Vec<PackageRow>,
    /// Each state: its id, its words, and whether it is the one asked for.
    states: Vec<(&'static str, String, bool)>,
    is_filtered: bool,
    earlier: Option<String>,
}

/// A package that was received, ready to print.
struct PackageRow {
    url: String,
    id: String,
    kind: String,
    about: String,
    from: String,
    from_url: String,
    state: String,
    reason: String,
    at: Moment,
    entry: u64,
}

#[derive(Template)]
#[template(path = "web/work/package.html")]
struct PackagePage<'a> {
    frame: Frame<'a>,
    package: PackageRow,
    digest: String,
    kept: Option<KeptView>,
    /// What accepting it changes; nothing where it cannot be accepted.
    effect: Option<String>,
    decisions: Vec<DecisionView>,
    accept: Option<FormView>,
    refuse: Option<FormView>,
}

/// What is kept of a package, ready to print.
struct KeptView {
    verified: String,
    holds: bool,
    key: String,
    withheld: Vec<String>,
    body: String,
}

/// A decision, ready to print.
struct DecisionView {
    entry: u64,
    at: Moment,
    by: String,
    what: String,
    reason: String,
    basis: String,
}

/// What was received, the latest first.
pub(super) async fn inbox(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let before = page.asked.parsed("before", "the number of an entry", |text| text.parse().ok())?;
            let known = |text: &str| STATES.into_iter().find(|(id, _)| *id == text).map(|(id, _)| id);
            let state = page.asked.parsed("state", "`waiting`, `accepted` or `refused`", known)?;
            let wanted = Wanted { direction: Some(Direction::Received), state, before, ..Wanted::default() };
            let found = page.service.store.read(|tx| list(tx, &wanted, PAGE).map_err(StoreError::from))?;
            let is_full = u64::try_from(found.len()).is_ok_and(|count| count == PAGE);
            let last = found.last().map(|last| last.entry_id).filter(|_| is_full);
            let earlier = last.map(|last| page.to().inbox(state.unwrap_or_default(), last));
            let packages = found.into_iter().map(|package| row(page, package)).collect();
            let states = STATES.map(|(id, key)| (id, page.words().text(key), Some(id) == state)).into();
            let frame = page.frame(Section::Work);
            Ok(html(InboxPage { frame, packages, states, is_filtered: state.is_some(), earlier }.render()?))
        })
        .await
}

fn row(page: &Page<'_>, package: Package) -> PackageRow {
    let state = STATES.into_iter().find(|(id, _)| *id == package.state).map(|(_, key)| page.words().text(key));
    PackageRow {
        url: page.to().package(package.entry_id, ""),
        id: package.id,
        kind: package.kind.name().to_owned(),
        about: package.about,
        from: package.counterpart.to_string(),
        from_url: page.to().organisation(&package.counterpart),
        state: state.unwrap_or(package.state),
        reason: package.reason.unwrap_or_default(),
        at: page.frame(Section::Work).moment(&package.recorded_at),
        entry: package.entry_id,
    }
}

/// One package that was received.
pub(super) async fn one(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(entry): Path<String>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let (package, _) = found(page, &entry)?;
            Ok(html(shown(page, package, &Typed::default())?))
        })
        .await
}

/// A package by the number of its entry, with the digest of its file.
fn found(page: &Page<'_>, entry: &str) -> Result<(ReceivedPackage, Option<Digest>), Problem> {
    let policy = page.service.policy.as_ref().as_ref();
    let found = match entry.parse() {
        Ok(entry) => show_received(&page.context()?, policy, entry)?,
        Err(_) => None,
    };
    let found = found.ok_or_else(|| Problem::not_found(Said::new("problem-no-package").of("entry", entry)))?;
    let digest = found.shown.package.digest;
    Ok((found, digest))
}

fn shown(page: &Page<'_>, received: ReceivedPackage, typed: &Typed) -> Result<String, Problem> {
    let ReceivedPackage { shown, effect, decisions } = received;
    let words = page.words();
    let kept = shown.kept.map(|kept| {
        let (holds, verified) = match &kept.verified {
            Some(Ok(())) => (true, words.text("package-shown-verified")),
            Some(Err(refusal)) => {
                let values = [("code", refusal.code.clone().into()), ("reason", refusal.reason.clone().into())];
                (false, words.with("package-shown-unverified", &values))
            }
            None => (false, words.text("package-shown-not-verified")),
        };
        let withheld = kept.withheld.iter().map(|(place, most)| {
            let values = [("place", place.to_string().into()), ("most", (*most as u64).into())];
            words.with("package-shown-withheld", &values)
        });
        let withheld = withheld.collect();
        let body = kept.claims.get("body").cloned().unwrap_or_default();
        KeptView { verified, holds, key: kept.key, withheld, body: format!("{body:#}") }
    });
    let may_decide = page.actor()?.may(Permission::AnswerPackages) && kept.is_some();
    let entry = shown.package.entry_id;
    let last_refused = decisions.last().map(|last| last.decided.refused.is_some());
    let accept = (may_decide && last_refused != Some(false)).then(|| {
        let accept = page.to().package(entry, "/accept");
        FormView::new(accept, words.text("package-accept"), Vec::new(), &Typed::default())
    });
    let refuse = may_decide.then(|| {
        let refuse = page.to().package(entry, "/refuse");
        FormView::new(refuse, words.text("package-refuse"), reasons(Fields { words, typed }), typed)
    });
    let effect = effect.map(|effect| told_effect(page, &effect));
    let digest = shown.package.digest.map(|digest| digest.to_string()).unwrap_or_default();
    let decisions = decisions.into_iter().map(|decision| view(page, decision)).collect();
    let package = row(page, shown.package);
    let frame = page.frame(Section::Work);
    Ok(PackagePage { frame, package, digest, kept, effect, decisions, accept, refuse }.render()?)
}

fn reasons(fields: Fields<'_>) -> Vec<FieldView> {
    let words = fields.words;
    vec![
        fields.area("reason", "work-reason").hinted(words.text("package-reason-hint")),
        fields.line("basis", "package-basis").hinted(words.text("package-basis-hint")),
    ]
}

/// What accepting a package changes, in words.
fn told_effect(page: &Page<'_>, effect: &Effect) -> String {
    let words = page.words();
    match effect {
        Effect::Nothing => words.text("package-effect-nothing"),
        Effect::Withheld(part) => words.with("package-effect-withheld", &[("part", (*part).into())]),
        Effect::Listed(listing) => {
            let code = ("code", listing.code.to_string().into());
            let source = ("source", source_in_words(&listing.source, words).into());
            let provider = ("provider", listing.provider.to_string().into());
            match &listing.listed {
                Listed::NotSignatory => words.with("package-effect-ended", &[code, source, provider]),
                Listed::Signatory(of) => {
                    let since = listing.since.map(|since| since.to_string()).unwrap_or_default();
                    let more = [("scope", scope(of, words).into()), ("since", since.into())];
                    words.with("package-effect-listed", &[[code, source].as_slice(), &more, &[provider]].concat())
                }
            }
        }
    }
}

fn view(page: &Page<'_>, decision: PackageDecision) -> DecisionView {
    let refused = decision.decided.refused;
    let key = if refused.is_some() { "package-refused-state" } else { "package-accepted" };
    let (reason, basis) = refused.map_or_else(Default::default, |Objection { reason, basis }| {
        (reason.to_string(), basis.map(|basis| basis.to_string()).unwrap_or_default())
    });
    DecisionView {
        entry: decision.entry_id,
        at: page.frame(Section::Work).moment(&decision.at),
        by: decision.by,
        what: page.words().text(key),
        reason,
        basis,
    }
}

/// Accepts a package.
pub(super) async fn accept(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(entry): Path<String>,
) -> Result<Response, Problem> {
    service.work(asked, actor, move |page| decided(page, &entry, None, Typed::default())).await
}

/// Refuses a package.
pub(super) async fn refuse(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(entry): Path<String>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let words = page.words();
            let reason = typed.required("reason", || words.text("package-reason-missing"), NonEmptyText::parse);
            let basis = typed.optional("basis", || words.text("work-text-wrong"), NonEmptyText::parse);
            let Some(reason) = reason.filter(|_| !typed.is_refused()) else {
                return Ok(again(shown(page, found(page, &entry)?.0, &typed)?));
            };
            decided(page, &entry, Some(Objection { reason, basis }), typed)
        })
        .await
}

fn decided(page: &Page<'_>, entry: &str, refused: Option<Objection>, typed: Typed) -> Result<Response, Problem> {
    let (package, digest) = found(page, entry)?;
    let digest = digest.ok_or_else(|| Problem::not_found(Said::new("problem-package-gone")))?;
    let done = if refused.is_some() { "package-refused" } else { "package-accepted" };
    let id = &package.shown.package.id;
    let notice = page.service.sends_letters().then(|| page.decision_letter(id, refused.is_some()));
    let outcome = decide_package(&page.context()?, &DecidePackage { digest, refused }, notice);
    let to = after(&page.to().package(package.shown.package.entry_id, ""), done);
    recorded(page, outcome, &to, typed, |typed| shown(page, package, typed))
}
