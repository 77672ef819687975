//! Signing in: with an address and a password, and the code of a second factor where one is set.
//!
//! How often it was tried is counted for the address and for where it comes from, whether there is such an account or
//! not: guesses stay few, and nobody learns who has an account.

use adhere_domain::parties::account::AccountChange;
use adhere_store::StoreError;
use adhere_store::access::account::{self, Account};
use adhere_store::access::session::{self, Known, Session};
use adhere_store::access::{AccountId, SecretDigest};
use adhere_store::db::Transaction;

use super::guesses::{Counted, WINDOW};
use super::inviting::{address, hex, record};
use super::sessions::{LASTS_AT_MOST, known};
use super::trace::{self, Because, Way, Who};
use super::turns::Turn;
use super::{AccessError, Secret, password, recovery, second_factor};
use crate::context::Context;
use crate::error::ActionError;

/// The longest name of a browser that is kept.
const LONGEST_BROWSER: usize = 200;

/// What somebody shows.
#[derive(Clone)]
pub struct SignIn<'s> {
    /// The address of the account.
    pub email: &'s str,
    /// The password.
    pub password: &'s str,
    /// Where the request comes from, such as `192.0.2.7`.
    pub place: &'s str,
    /// What the browser says it is.
    pub browser: &'s str,
    /// What names the session that the browser had before, if it had one: it ends.
    pub before: Option<&'s Secret>,
}

/// How far somebody has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// All the way: this names the session.
    Whole(Secret),
    /// The code of the second factor is missing: this names the session until then.
    NeedsCode(Secret),
}

impl std::fmt::Debug for SignIn<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").field("place", &self.place).finish_non_exhaustive()
    }
}

/// Lets somebody in who shows the password of an open account.
pub fn sign_in(context: &Context<'_>, shown: &SignIn<'_>) -> Result<Entered, ActionError> {
    let email = address(shown.email).map_err(|_| AccessError::NotLetIn)?;
    let (target, place) = (format!("address:{}", hex(&email)), format!("place:{}", hex(shown.place)));
    let counted = Counted { target, place: Some(place) };
    // Before anything is counted: who is sent away has not guessed.
    let turn = Turn::take()?;
    let (account, who) = context.store.keep(|tx| {
        let account = account::of_email(tx, &email).map_err(StoreError::from)?;
        let who = Who::of(account.as_ref(), &email);
        counted.begin(tx, context, &who, Way::Password)?;
        Ok::<_, ActionError>((account, who))
    })?;
    let because = match &account {
        None => Because::NoAccount,
        Some(account) if account.closed_at.is_some() => Because::Closed,
        Some(_) => Because::Wrong,
    };
    let account = account.filter(|account| account.closed_at.is_none());
    let kept = account.as_ref().and_then(|account| account.password.as_deref());
    // Outside of any transaction: it costs work on purpose, and as much where there is no such account.
    let is_right = password::is_right(shown.password, kept, &turn);
    drop(turn);
    let Some(account) = account.filter(|_| is_right) else {
        trace::not_let_in(&who, Way::Password, because);
        return Err(AccessError::NotLetIn.into());
    };
    let is_whole = account.second_factor.is_none();
    let secret = context.store.keep(|tx| {
        counted.was_right(tx)?;
        if let Some(before) = shown.before
            && let Some(known) = session::one(tx, &before.digest()).map_err(StoreError::from)?
        {
            session::end(tx, &known.account, &known.session.id).map_err(StoreError::from)?;
        }
        begin(tx, context, &account.id, is_whole, shown.browser)
    })?;
    if is_whole {
        trace::let_in(&who, Way::Password);
        return Ok(Entered::Whole(secret));
    }
    trace::half_way(&who);
    Ok(Entered::NeedsCode(secret))
}

/// Goes on from a session that lacks the code of the second factor to a whole one, with another name.
pub fn show_code(context: &Context<'_>, begun: &Secret, code: &str) -> Result<Secret, ActionError> {
    let known = context.store.read(|tx| known(tx, context.now, begun))?.ok_or(AccessError::NotSignedIn)?;
    let who = Who::person(&known.person);
    let (secret, way) = match recovery::typed(code) {
        Some(code) => (with_recovery_code(context, &known, &code)?, Way::RecoveryCode),
        None => (with_code(context, &known, code)?, Way::Code),
    };
    let Some(secret) = secret else {
        trace::not_let_in(&who, Way::Code, Because::Wrong);
        return Err(AccessError::WrongCode.into());
    };
    trace::let_in(&who, way);
    Ok(secret)
}

fn with_code(context: &Context<'_>, known: &Known, code: &str) -> Result<Option<Secret>, ActionError> {
    context.store.keep(|tx| {
        go_on(tx, context, known, |tx, account| {
            let kept = account.second_factor.as_deref().ok_or(AccessError::Nothing)?;
            let Some(step) = second_factor::step(kept, code, context.now) else { return Ok(false) };
            Ok(account::use_step(tx, &account.id, step).map_err(StoreError::from)?)
        })
    })
}

/// That a recovery code was used is recorded: whoever did not use it is to learn of it.
fn with_recovery_code(
    context: &Context<'_>,
    known: &Known,
    code: &SecretDigest,
) -> Result<Option<Secret>, ActionError> {
    let of_person = Context { actor: known.person.as_str(), ..*context };
    let changed = of_person.change(|change| {
        let secret = go_on(change.tx(), context, known, |tx, account| {
            account.second_factor.as_deref().ok_or(AccessError::Nothing)?;
            recovery::use_up(tx, &account.id, code)
        })?;
        if secret.is_some() {
            record(change, &known.person, AccountChange::RecoveryCodeUsed)?;
        }
        Ok(secret)
    })?;
    Ok(changed.outcome)
}

/// A whole session in the place of one that lacks the code, if the code is right; the guess is counted before.
fn go_on(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    known: &Known,
    is_right: impl FnOnce(&mut Transaction<'_>, &Account) -> Result<bool, ActionError>,
) -> Result<Option<Secret>, ActionError> {
    let counted = Counted { target: format!("code:{}", known.account.as_str()), place: None };
    counted.begin(tx, context, &Who::person(&known.person), Way::Code)?;
    let account = account::one(tx, &known.account).map_err(StoreError::from)?.ok_or(AccessError::NotSignedIn)?;
    if !is_right(tx, &account)? {
        return Ok(None);
    }
    counted.was_right(tx)?;
    session::end(tx, &account.id, &known.session.id).map_err(StoreError::from)?;
    Ok(Some(begin(tx, context, &account.id, true, &known.session.browser)?))
}

/// Begins a session.
pub(super) fn begin(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    account: &AccountId,
    is_whole: bool,
    browser: &str,
) -> Result<Secret, ActionError> {
    let secret = Secret::new()?;
    // Whoever has shown the password alone has a quarter of an hour for the code.
    let lasts = if is_whole { LASTS_AT_MOST } else { WINDOW };
    let began = Session {
        id: secret.digest(),
        is_whole,
        began_at: context.now,
        seen_at: context.now,
        ends_at: context.now + lasts,
        browser: browser.chars().filter(|letter| !letter.is_control()).take(LONGEST_BROWSER).collect(),
    };
    session::add(tx, account, &began).map_err(StoreError::from)?;
    Ok(secret)
}
