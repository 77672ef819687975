//! Tokens for programs: for one organisation, to read or to write too, until a day; never more than the person may.

use adhere_domain::parties::account::AccountChange;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use adhere_store::access::SecretDigest;
use adhere_store::access::token::{self, Known, Token};
use adhere_store::db::Transaction;
use adhere_store::{Changed, StoreError};
use jiff::SignedDuration;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::inviting::{opened, record};
use super::trace::{self, Because, Way, Who};
use super::{AccessError, Secret};
use crate::context::Context;
use crate::error::ActionError;

/// A token holds at most so many days.
pub const MOST_DAYS: i64 = 366;
/// That a token was used is noted when it was not for so long.
const NOTED_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// What a token is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueToken {
    /// For which organisation.
    pub organisation: OrganisationId,
    /// What it is called.
    pub name: NonEmptyText,
    /// Whether it may change anything.
    pub may_write: bool,
    /// The first day on which it does not count any more.
    pub until: Date,
}

/// Issues a token to whoever acts; gives what the program shows, once.
pub fn issue_token(context: &Context<'_>, command: IssueToken) -> Result<Changed<Secret>, ActionError> {
    let IssueToken { organisation, name, may_write, until } = command;
    let person = context.person()?;
    let refusal = AccessError::TokenEnds { most: MOST_DAYS };
    let ends_at = until.to_zoned(TimeZone::UTC).map_err(|_| refusal.clone())?.timestamp();
    let lasts = ends_at.duration_since(context.now);
    if !lasts.is_positive() || lasts > SignedDuration::from_hours(24 * MOST_DAYS) {
        return Err(refusal.into());
    }
    let secret = Secret::new()?;
    context.change(|change| {
        let account = opened(change.tx(), &person)?;
        let made_at = change.at();
        let (id, used_at) = (secret.digest(), None);
        let issued = Token { id, organisation, name: name.clone(), may_write, feeds: false, made_at, ends_at, used_at };
        token::add(change.tx(), &account.id, &issued).map_err(StoreError::from)?;
        record(change, &person, AccountChange::TokenIssued(name))?;
        Ok(secret)
    })
}

/// The tokens of whoever acts.
pub fn own_tokens(context: &Context<'_>) -> Result<Vec<Token>, ActionError> {
    context.store.read(|tx| own_tokens_within(tx, context))
}

/// The same as a part of something.
pub fn own_tokens_within(tx: &mut Transaction<'_>, context: &Context<'_>) -> Result<Vec<Token>, ActionError> {
    let account = opened(tx, &context.person()?)?;
    Ok(token::of_account(tx, &account.id).map_err(StoreError::from)?)
}

/// Revokes a token of whoever acts.
pub fn revoke_token(context: &Context<'_>, id: &SecretDigest) -> Result<Changed<()>, ActionError> {
    let person = context.person()?;
    context.change(|change| {
        let account = opened(change.tx(), &person)?;
        let at = change.at();
        let tokens = token::of_account(change.tx(), &account.id).map_err(StoreError::from)?;
        let known = tokens.into_iter().find(|token| token.id == *id).ok_or(AccessError::Nothing)?;
        token::revoke(change.tx(), &account.id, id, at).map_err(StoreError::from)?;
        record(change, &person, AccountChange::TokenRevoked(known.name)).map(|_| ())
    })
}

/// Whose token something shown is, if it still counts.
pub fn bearer(context: &Context<'_>, shown: &Secret) -> Result<Option<Known>, ActionError> {
    let found = context.store.read(|tx| token::one(tx, &shown.digest()).map_err(StoreError::from))?;
    match &found {
        None => trace::not_known(Way::Token),
        Some(known) if known.token.ends_at <= context.now => {
            trace::not_let_in(&Who::person(&known.person), Way::Token, Because::Ended);
        }
        Some(_) => {}
    }
    let found = found.filter(|known| context.now < known.token.ends_at);
    if let Some(known) = &found
        && known.token.used_at.is_none_or(|used| used + NOTED_AFTER < context.now)
    {
        context.store.keep(|tx| token::note_use(tx, &known.token.id, context.now).map_err(StoreError::from))?;
        trace::let_in(&Who::person(&known.person), Way::Token);
    }
    Ok(found)
}
