//! Packages that were received: listing them, looking at one, and deciding on it.

use adhere_actions::packages::{DecidePackage, PackageDecision, ReceivedPackage, decide_package, show_received};
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::StoreError;
use adhere_store::event::Objection;
use adhere_store::projection::package::{Direction, Package, Wanted, list};
use axum::http::Method;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::call::Call;
use super::field::Fields;
use super::operation::{AFTER, Gives, Kind, LIMIT, Operation, Parameter, Takes};
use super::paging::Listed;
use super::reply::Reply;
use crate::web::error::Problem;

/// How a package that was received can stand.
const STATES: &[&str] = &["waiting", "accepted", "refused"];
const STATE: Parameter = Parameter::optional("state", "Those that stand so alone.", Kind::OneOf(STATES));

/// A package that was received.
#[derive(Serialize, JsonSchema)]
struct PackageWire {
    /// The entry of the journal that says so.
    entry: u64,
    /// Its id.
    id: String,
    /// What it holds.
    kind: &'static str,
    /// What it is about.
    about: String,
    /// Who sent it.
    from: String,
    /// The SHA-256 of its file.
    sha256: Option<String>,
    /// `waiting`, `accepted` or `refused`.
    state: String,
    /// The word for why it was refused as it came in, or the reason that somebody gave.
    reason: Option<String>,
    /// When it was received.
    at: String,
}

/// A package that was received, with what it says and what was decided.
#[derive(Serialize, JsonSchema)]
struct OnePackageWire {
    #[serde(flatten)]
    package: PackageWire,
    /// What it says, as far as it is disclosed; nothing where it was refused as it came in.
    claims: Option<Map<String, Value>>,
    /// Places from which something may be withheld.
    withheld: Vec<String>,
    /// Whether it holds by the keys, logs and witnesses that count today; nothing where nobody said which logs count.
    holds: Option<bool>,
    /// What was decided, in order.
    decisions: Vec<DecisionWire>,
}

/// A decision on a package.
#[derive(Serialize, JsonSchema)]
struct DecisionWire {
    /// The entry of the journal that says so.
    entry: u64,
    /// When it was made.
    at: String,
    /// Who made it.
    by: String,
    /// `accepted` or `refused`.
    decision: &'static str,
    /// Why it was refused.
    reason: Option<String>,
    /// The provision or the part of a code on which that rests.
    basis: Option<String>,
}

/// A decision that is to be made.
#[derive(Deserialize, JsonSchema)]
#[serde(tag = "decision", rename_all = "kebab-case", deny_unknown_fields)]
enum DecideBody {
    /// It is accepted: an adherence that it declares is listed in the register.
    Accepted,
    /// It is refused.
    Refused {
        /// Why.
        reason: String,
        /// The provision or the part of a code on which that rests.
        basis: Option<String>,
    },
}

pub(super) fn operations() -> Vec<Operation> {
    let one = "/api/v1/packages/{entry}";
    vec![
        Operation::read(
            "facilitation",
            "/api/v1/packages",
            ("listPackages", "List the packages that were received, the latest first"),
            Gives::json::<Listed<PackageWire>>(),
            packages,
        )
        .with(&[STATE, AFTER, LIMIT])
        .to(Permission::ReadFacilitation),
        Operation::read(
            "facilitation",
            one,
            ("showPackage", "Show a package that was received, with what was decided of it"),
            Gives::json::<OnePackageWire>(),
            package,
        )
        .to(Permission::ReadFacilitation),
        Operation::write(
            "facilitation",
            (Method::POST, "/api/v1/packages/{entry}/decision"),
            ("decidePackage", "Accept a package that was received, or refuse it with a reason"),
            Takes::json::<DecideBody>(),
            decide,
        )
        .to(Permission::AnswerPackages),
    ]
}

fn packages(call: &Call<'_>) -> Result<Reply, Problem> {
    let before = call.after(|text| text.parse().ok())?;
    let known = |text: &str| STATES.iter().copied().find(|state| *state == text);
    let state = call.page.asked.parsed("state", "`waiting`, `accepted` or `refused`", known)?;
    let wanted = Wanted { direction: Some(Direction::Received), state, before, ..Wanted::default() };
    let limit = call.limit()?.saturating_add(1);
    let found = call.page.service.store.read(|tx| list(tx, &wanted, limit).map_err(StoreError::from))?;
    call.listed(found, |it| it.entry_id.to_string(), wire)
}

fn wire(package: Package) -> PackageWire {
    PackageWire {
        entry: package.entry_id,
        id: package.id,
        kind: package.kind.name(),
        about: package.about,
        from: package.counterpart.to_string(),
        sha256: package.digest.map(|digest| digest.to_string()),
        state: package.state,
        reason: package.reason,
        at: package.recorded_at.to_string(),
    }
}

fn found(call: &Call<'_>) -> Result<ReceivedPackage, Problem> {
    let entry = call.part("entry", |text| text.parse().ok())?;
    let policy = call.page.service.policy.as_ref().as_ref();
    let found = show_received(&call.page.context()?, policy, entry)?;
    found.ok_or_else(|| Problem::not_found(format!("no package was received with entry `{entry}`")))
}

fn package(call: &Call<'_>) -> Result<Reply, Problem> {
    let ReceivedPackage { shown, decisions, .. } = found(call)?;
    let package = wire(shown.package);
    let holds = shown.kept.as_ref().and_then(|kept| kept.verified.as_ref().map(Result::is_ok));
    let (claims, withheld) = shown.kept.map_or_else(Default::default, |kept| {
        (Some(kept.claims), kept.withheld.keys().map(ToString::to_string).collect())
    });
    let decisions = decisions.into_iter().map(decision).collect();
    Reply::json(&OnePackageWire { package, claims, withheld, holds, decisions })
}

fn decision(PackageDecision { entry_id, at, by, decided }: PackageDecision) -> DecisionWire {
    let decision = if decided.refused.is_some() { "refused" } else { "accepted" };
    let (reason, basis) = decided.refused.map_or_else(Default::default, |Objection { reason, basis }| {
        (Some(reason.to_string()), basis.map(|basis| basis.to_string()))
    });
    DecisionWire { entry: entry_id, at: at.to_string(), by, decision, reason, basis }
}

fn decide(call: &Call<'_>) -> Result<Reply, Problem> {
    let mut fields = Fields::default();
    let refused = match call.json()? {
        DecideBody::Accepted => None,
        DecideBody::Refused { reason, basis } => {
            let reason = fields.parsed("/reason", &reason, "a text", NonEmptyText::parse);
            let basis = fields.optional("/basis", basis.as_ref(), "a text", NonEmptyText::parse);
            Some(fields.done(reason.map(|reason| Objection { reason, basis }))?)
        }
    };
    let package = found(call)?.shown.package;
    let digest = package.digest.ok_or_else(|| Problem::not_found("nothing of this package is kept"))?;
    let page = &call.page;
    let notice = page.service.sends_letters().then(|| page.decision_letter(&package.id, refused.is_some()));
    let command = DecidePackage { digest, refused };
    call.recorded(format!("/api/v1/packages/{}", package.entry_id), None, |context| {
        decide_package(context, &command, notice)
    })
}
