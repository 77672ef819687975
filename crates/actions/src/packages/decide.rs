//! Deciding on a package that came in: accepting it, so that what it declares is listed in the register, or refusing it
//! with a reason. Each decision is signed and logged, and a later one takes the place of an earlier one.

use adhere_domain::adherence::register::event::RegisterCommand;
use adhere_domain::digest::Digest;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_journal::package::acknowledgement::{Acknowledgement, Decision, acknowledge};
use adhere_journal::package::digest::FileDigest;
use adhere_journal::package::letter::LetterKind;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, DecidedPackage, Event, Objection, PackageEvent, subject};
use adhere_store::reading::about;
use adhere_store::{Change, Changed};

use super::answering::{FiledPackage, filed, is_filed};
use super::effect::{Effect, effect, taken_back};
use super::error::PackageError;
use super::letters::{letter, token};
use super::show::claims_of;
use super::sides::own;
use crate::access::holders::accounts_of;
use crate::access::inviting::put_down;
use crate::adherence::record_within;
use crate::context::Context;
use crate::error::ActionError;
use crate::party::everyone;

/// A decision on a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidePackage {
    /// The digest of its file.
    pub digest: Digest,
    /// Why it is refused; nothing where it is accepted.
    pub refused: Option<Objection>,
}

/// What was decided, as its sender is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldDecision {
    /// The text of the file of the answer.
    pub acknowledgement: String,
    /// What it changed in the register, if it was accepted.
    pub effect: Effect,
}

/// Accepts a package, or refuses it; where it stands so already, nothing is recorded.
///
/// With `notice`, a letter with that subject and these words goes to those who send the sender's packages and have an
/// account here.
pub fn decide_package(
    context: &Context<'_>,
    command: &DecidePackage,
    notice: Option<(String, String)>,
) -> Result<Changed<ToldDecision>, ActionError> {
    let done = context.change(|change| decide(context, change, command, notice))?;
    let Changed { outcome: ((entry_id, statement), effect), entries, head } = done;
    let acknowledgement =
        letter(context.store, LetterKind::Acknowledgement, token(&format!("{statement}~"))?, entry_id)?;
    Ok(Changed { outcome: ToldDecision { acknowledgement, effect }, entries, head })
}

fn decide(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    command: &DecidePackage,
    notice: Option<(String, String)>,
) -> Result<((u64, String), Effect), ActionError> {
    let DecidePackage { digest, refused } = command;
    let directory = everyone(change.tx())?;
    let own = own(context.store, &directory)?;
    context.permit(change.tx(), Permission::AnswerPackages, &own)?;
    let package = filed(change.tx(), digest)?.ok_or(PackageError::NotFiled(*digest))?;
    let claims = claims_of(context.store, digest)?;
    let effect = match refused {
        Some(_) => Effect::Nothing,
        None => effect(&claims, &own, context.today)?,
    };
    let last = package.decisions.last();
    if last.is_some_and(|last| last.decided.refused == *refused) {
        return Ok((package.answer(), effect));
    }
    if refused.is_none() {
        check_latest(change.tx(), &package)?;
    }
    let answer = sign(context, change, &package, command, &own)?;
    match &effect {
        Effect::Listed(listing) => {
            record_within(context, change, RegisterCommand::List((**listing).clone()))?;
        }
        // What was listed for it is taken back with it.
        _ if refused.is_some() && last.is_some_and(|last| last.decided.refused.is_none()) => {
            if let Effect::Listed(listing) = self::effect(&claims, &own, context.today)? {
                record_within(context, change, RegisterCommand::List(taken_back(*listing)))?;
            }
        }
        _ => {}
    }
    if let Some(notice) = notice {
        tell(change.tx(), context, &package.answered.frame.issuer, &notice)?;
    }
    Ok((answer, effect))
}

/// A package is not accepted once a later one of its thread has come, unless that one is refused.
fn check_latest(tx: &mut Transaction<'_>, package: &FiledPackage) -> Result<(), ActionError> {
    let thread = subject::package_thread(&package.answered.frame);
    for recorded in about(tx, Area::Package, &[thread])? {
        let Event::Package(PackageEvent::Answered(other)) = recorded.event else { continue };
        let is_later = is_filed(&other.answer) && recorded.entry_id > package.entry_id;
        if is_later && !filed(tx, &other.digest)?.is_some_and(|other| other.is_refused()) {
            return Err(PackageError::Superseded { by: other.frame.id }.into());
        }
    }
    Ok(())
}

/// Signs the answer and records it.
fn sign(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    package: &FiledPackage,
    DecidePackage { digest, refused }: &DecidePackage,
    own: &OrganisationId,
) -> Result<(u64, String), ActionError> {
    let frame = package.answered.frame.clone();
    let file: FileDigest = digest.to_string().parse().map_err(|_| PackageError::NotFiled(*digest))?;
    let decision = refused.as_ref().map_or(Decision::Accepted, |objection| Decision::Refused {
        code: BY_HAND.to_owned(),
        reason: told(objection),
    });
    let (issuer, addressee) = (own.to_string(), frame.issuer.to_string());
    let said = Acknowledgement { issuer, addressee, package: file, decision, issued: change.at() };
    let signed = acknowledge(&said, &context.store.keys().author).map_err(PackageError::from)?;
    let statement = signed.jwt().to_owned();
    let refused = refused.clone();
    let decided = DecidedPackage { frame, digest: *digest, statement: statement.clone(), refused };
    let entry_id = change.record(Event::Package(PackageEvent::Decided(decided)))?;
    Ok((entry_id, statement))
}

/// The word for a refusal that a person decided.
const BY_HAND: &str = "by-hand";

/// A reason with what it rests on.
fn told(Objection { reason, basis }: &Objection) -> String {
    basis.as_ref().map_or_else(|| reason.to_string(), |basis| format!("{reason} ({basis})"))
}

/// Puts down a letter to each of those who send packages for an organisation and have an account here.
fn tell(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    organisation: &OrganisationId,
    notice: &(String, String),
) -> Result<(), ActionError> {
    for account in accounts_of(tx, context, organisation, Permission::SendPackages)? {
        put_down(tx, context, &account, notice.clone())?;
    }
    Ok(())
}
