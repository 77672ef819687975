//! Sessions: who is signed in, from which browsers, and ending them.

use adhere_domain::parties::organisation::PersonId;
use adhere_store::StoreError;
use adhere_store::access::account::Account;
use adhere_store::access::session::{self, Known, Session};
use adhere_store::access::{SecretDigest, account, attempt, invitation, openid_flow};
use adhere_store::db::Transaction;
use adhere_store::mail;
use jiff::{SignedDuration, Timestamp};

use super::guesses::Counted;
use super::inviting::{opened, record};
use super::own_words::OwnWords;
use super::trace::{self, Because, Way, Who};
use super::turns::Turn;
use super::{AccessError, Secret, password};
use crate::context::Context;
use crate::error::ActionError;
use adhere_domain::parties::account::AccountChange;
use adhere_store::Changed;

/// A session that is not used ends after so long.
pub const IDLE_AT_MOST: SignedDuration = SignedDuration::from_hours(8);
/// A session ends after so long at the latest.
pub const LASTS_AT_MOST: SignedDuration = SignedDuration::from_hours(7 * 24);
/// That a session was used is noted when it was not for so long.
const NOTED_AFTER: SignedDuration = SignedDuration::from_mins(5);
/// What has ended is forgotten after so long.
const FORGOTTEN_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// Who is signed in with a session that goes on.
pub fn signed_in(context: &Context<'_>, shown: &Secret) -> Result<Option<Known>, ActionError> {
    let found = context.store.read(|tx| known(tx, context.now, shown))?;
    if let Some(found) = &found
        && found.session.seen_at + NOTED_AFTER < context.now
    {
        context.store.keep(|tx| session::see(tx, &found.session.id, context.now).map_err(StoreError::from))?;
    }
    Ok(found)
}

/// The session that goes on and that something shown names.
pub fn known(tx: &mut Transaction<'_>, now: Timestamp, shown: &Secret) -> Result<Option<Known>, ActionError> {
    let found = session::one(tx, &shown.digest()).map_err(StoreError::from)?;
    Ok(found.filter(|Known { session, .. }| now < session.ends_at && now < session.seen_at + IDLE_AT_MOST))
}

/// The account of whoever acts.
pub fn account_of(context: &Context<'_>) -> Result<Account, ActionError> {
    context.store.read(|tx| opened(tx, &context.person()?))
}

/// The sessions of whoever acts.
pub fn own_sessions(context: &Context<'_>) -> Result<Vec<Session>, ActionError> {
    context.store.read(|tx| {
        let account = opened(tx, &context.person()?)?;
        let sessions = session::of_account(tx, &account.id).map_err(StoreError::from)?;
        let goes_on = |it: &Session| context.now < it.ends_at && context.now < it.seen_at + IDLE_AT_MOST;
        Ok(sessions.into_iter().filter(goes_on).collect())
    })
}

/// Ends a session of whoever acts.
pub fn end_session(context: &Context<'_>, id: &SecretDigest) -> Result<(), ActionError> {
    context.store.keep(|tx| {
        let account = opened(tx, &context.person()?)?;
        let ended = session::end(tx, &account.id, id).map_err(StoreError::from)?;
        ended.then_some(()).ok_or_else(|| AccessError::Nothing.into())
    })
}

/// Ends every session of whoever acts but one; says how many.
pub fn end_other_sessions(context: &Context<'_>, stays: &SecretDigest) -> Result<u64, ActionError> {
    context.store.keep(|tx| {
        let account = opened(tx, &context.person()?)?;
        Ok(session::end_others(tx, &account.id, Some(stays)).map_err(StoreError::from)?)
    })
}

/// The account of a person who shows its password, and as what this counted: guesses are few here as well.
pub(super) fn shows_password(
    context: &Context<'_>,
    person: &PersonId,
    shown: &str,
) -> Result<(Account, Counted), ActionError> {
    let (who, turn) = (Who::person(person), Turn::take()?);
    let (account, counted) = context.store.keep(|tx| {
        let account = opened(tx, person)?;
        let counted = Counted { target: format!("password:{}", account.id.as_str()), place: None };
        counted.begin(tx, context, &who, Way::Password)?;
        Ok::<_, ActionError>((account, counted))
    })?;
    if !password::is_right(shown, account.password.as_deref(), &turn) {
        trace::not_let_in(&who, Way::Password, Because::Wrong);
        return Err(AccessError::NotLetIn.into());
    }
    Ok((account, counted))
}

/// Sets another password for whoever acts and shows the one that counts; every other session ends.
pub fn change_password(
    context: &Context<'_>,
    stays: &SecretDigest,
    old: &str,
    new: &str,
) -> Result<Changed<()>, ActionError> {
    let person: PersonId = context.person()?;
    let (account, counted) = shows_password(context, &person, old)?;
    let own = context.store.read(|tx| OwnWords::of(context, tx, &person, &account.email))?;
    password::check(new, &own).map_err(AccessError::from)?;
    let kept = password::keep(new, &Turn::take()?)?;
    context.change(|change| {
        let tx = change.tx();
        counted.was_right(tx)?;
        account::set_password(tx, &account.id, &kept).map_err(StoreError::from)?;
        session::end_others(tx, &account.id, Some(stays)).map_err(StoreError::from)?;
        record(change, &person, AccountChange::PasswordSet).map(|_| ())
    })
}

/// Forgets what has ended: sessions, invitations, windows of attempts, letters.
pub fn tidy(context: &Context<'_>) -> Result<(), ActionError> {
    let now = context.now;
    context.store.keep(|tx| {
        let forgotten = [
            session::forget(tx, now, now - IDLE_AT_MOST),
            invitation::forget(tx, now),
            openid_flow::forget(tx, now),
            attempt::forget(tx, now - FORGOTTEN_AFTER),
            mail::forget(tx, now - FORGOTTEN_AFTER * 30),
        ];
        forgotten.into_iter().try_for_each(|done| Ok(done.map(|_| ()).map_err(StoreError::from)?))
    })
}
