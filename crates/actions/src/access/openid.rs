//! Getting in by a service of OpenID Connect, which vouches for who somebody is. What it says was checked before: here is
//! decided which account it opens.
//!
//! An identity opens an account that is there and none else. It is linked once, by an address that the service has verified
//! and that is the account's; from then on by issuer and subject alone, whatever address the service says.

use adhere_domain::parties::account::AccountChange;
use adhere_domain::text::NonEmptyText;
use adhere_store::access::account::{self, Account};
use adhere_store::access::identity::{self, Identity};
use adhere_store::access::openid_flow::{self, OpenIdFlow};
use adhere_store::access::{SecretDigest, attempt};
use adhere_store::db::Transaction;
use adhere_store::{Changed, StoreError};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

use super::guesses::{MOST_FROM_PLACE, WINDOW};
use super::inviting::{address, hex, opened, record};
use super::signing_in::{Entered, begin};
use super::{AccessError, Secret};
use crate::context::Context;
use crate::error::ActionError;

/// So long somebody who was sent to a service can come back.
const COMES_BACK_WITHIN: SignedDuration = SignedDuration::from_mins(10);
/// The longest address to go on to that is kept, in bytes.
const LONGEST_DESTINATION: usize = 2048;

/// Somebody who is sent to a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// What goes there and comes back (`state`).
    pub state: Secret,
    /// What the browser keeps: what comes back counts in this browser alone. Its text is what shows, when the code is
    /// redeemed, that who asks is who was sent (`code_verifier`, RFC 7636).
    pub browser: Secret,
}

/// Who somebody is, as a service says that was asked and whose word was checked.
#[derive(Clone, Copy)]
pub struct Vouched<'v> {
    /// The service.
    pub issuer: &'v str,
    /// Whom it calls so, for ever.
    pub subject: &'v str,
    /// The address of the person, where the service has verified it.
    pub verified_email: Option<&'v str>,
}

/// Somebody who came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameBack {
    /// Where to go on to, on this site.
    pub destination: String,
    /// As what the coming was counted.
    place: String,
}

impl Sent {
    /// What the service puts into its answer, so that it is for this browser alone (`nonce`; OpenID Connect Core 1.0,
    /// section 15.5.2, has it made so).
    pub fn nonce(&self) -> String {
        nonce(&self.browser)
    }
}

impl std::fmt::Debug for Vouched<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vouched").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// What a service puts into its answer to a browser.
pub fn nonce(browser: &Secret) -> String {
    Secret::name(&browser.digest())
}

/// Sends somebody to a service, to go on to a destination afterwards.
///
/// # Errors
/// [`AccessError::NotLetInThere`]: too many were sent from the same place and did not get in.
pub fn send_there(context: &Context<'_>, place: &str, destination: &str) -> Result<Sent, ActionError> {
    let sent = Sent { state: Secret::new()?, browser: Secret::new()? };
    let destination = if destination.len() > LONGEST_DESTINATION { "/work" } else { destination };
    context.store.keep(|tx| {
        let place = format!("place:{}", hex(place));
        let since = context.now - WINDOW;
        if attempt::count(tx, &place, since).map_err(StoreError::from)? >= MOST_FROM_PLACE {
            return Err(AccessError::NotLetInThere.into());
        }
        attempt::add(tx, &place, context.now, since).map_err(StoreError::from)?;
        let flow = OpenIdFlow {
            browser: sent.browser.digest(),
            place,
            destination: destination.to_owned(),
            ends_at: context.now + COMES_BACK_WITHIN,
        };
        openid_flow::add(tx, &sent.state.digest(), &flow).map_err(StoreError::from)?;
        Ok::<_, ActionError>(())
    })?;
    Ok(sent)
}

/// Takes somebody back who was sent: once, in time, and in the browser that was sent.
///
/// # Errors
/// [`AccessError::NotSent`]: nobody was sent so.
pub fn come_back(
    context: &Context<'_>,
    state: Option<&Secret>,
    browser: Option<&Secret>,
) -> Result<CameBack, ActionError> {
    let (Some(state), Some(browser)) = (state, browser) else { return Err(AccessError::NotSent.into()) };
    let flow = context.store.keep(|tx| {
        let id = state.digest();
        let flow = openid_flow::one(tx, &id).map_err(StoreError::from)?;
        // Of two who come back at once, one ends it. Who comes from another browser ends nothing: whoever sees a state
        // could keep its owner out.
        let Some(flow) = flow.filter(|flow| flow.browser == browser.digest()) else { return Ok(None) };
        let is_first = openid_flow::end(tx, &id).map_err(StoreError::from)?;
        Ok::<_, ActionError>(Some(flow).filter(|_| is_first))
    })?;
    let flow = flow.filter(|flow| context.now < flow.ends_at).ok_or(AccessError::NotSent)?;
    Ok(CameBack { destination: flow.destination, place: flow.place })
}

/// Whether an identity is linked, so that nobody needs to know its address.
pub fn is_linked(context: &Context<'_>, vouched: &Vouched<'_>) -> Result<bool, ActionError> {
    context.store.read(|tx| Ok(identity::one(tx, &digest(vouched)).map_err(StoreError::from)?.is_some()))
}

/// Lets somebody in for whom a service vouches. The code of a second factor that is set here is asked for all the same.
///
/// # Errors
/// [`AccessError::NotLetInThere`]: no account here is to be opened, whatever the reason is.
pub fn enter(
    context: &Context<'_>,
    vouched: &Vouched<'_>,
    came: &CameBack,
    browser: &str,
) -> Result<Entered, ActionError> {
    let id = digest(vouched);
    let known = context.store.read(|tx| account_of_identity(tx, &id))?;
    match known {
        Some(account) => context.store.keep(|tx| {
            // Looked for again: it may have been unlinked meanwhile.
            let account = account_of_identity(tx, &id)?.filter(|now| now.id == account.id);
            let account = account.filter(is_open).ok_or(AccessError::NotLetInThere)?;
            begun(tx, context, &account, came, browser)
        }),
        None => link(context, vouched, &id, came, browser),
    }
}

/// Links an identity to the account that has its verified address, and lets in.
fn link(
    context: &Context<'_>,
    vouched: &Vouched<'_>,
    id: &SecretDigest,
    came: &CameBack,
    browser: &str,
) -> Result<Entered, ActionError> {
    let refused = || ActionError::from(AccessError::NotLetInThere);
    let email = vouched.verified_email.and_then(|email| address(email).ok()).ok_or_else(refused)?;
    let issuer = NonEmptyText::parse(vouched.issuer).ok_or_else(refused)?;
    let found = context.store.read(|tx| account::of_email(tx, &email).map_err(StoreError::from))?;
    let person = found.filter(is_open).ok_or_else(refused)?.person;
    let of_person = Context { actor: person.as_str(), ..*context };
    let entered = of_person.change(|change| {
        let at = change.at();
        let tx = change.tx();
        let account = account::of_email(tx, &email).map_err(StoreError::from)?;
        let account = account.filter(|now| is_open(now) && now.person == person).ok_or_else(refused)?;
        let others = identity::of_account(tx, &account.id).map_err(StoreError::from)?;
        // An address that was given to somebody else there opens nothing here: who was linked stays so.
        if others.iter().any(|other| other.issuer == vouched.issuer) {
            return Err(refused());
        }
        if identity::one(tx, id).map_err(StoreError::from)?.is_some() {
            return Err(refused());
        }
        let new = Identity { account: account.id.clone(), issuer: vouched.issuer.to_owned(), linked_at: at };
        identity::add(tx, id, &new).map_err(StoreError::from)?;
        let entered = begun(tx, context, &account, came, browser)?;
        record(change, &person, AccountChange::IdentityLinked(issuer))?;
        Ok(entered)
    })?;
    Ok(entered.outcome)
}

/// Begins a session, which lacks the code of a second factor that is set.
fn begun(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    account: &Account,
    came: &CameBack,
    browser: &str,
) -> Result<Entered, ActionError> {
    attempt::take_back(tx, &came.place).map_err(StoreError::from)?;
    let is_whole = account.second_factor.is_none();
    let secret = begin(tx, context, &account.id, is_whole, browser)?;
    Ok(if is_whole { Entered::Whole(secret) } else { Entered::NeedsCode(secret) })
}

/// Since when the identity that an issuer vouches for opens the account of whoever acts, if it does.
pub fn linked_since(context: &Context<'_>, issuer: &str) -> Result<Option<Timestamp>, ActionError> {
    context.store.read(|tx| {
        let account = opened(tx, &context.person()?)?;
        let all = identity::of_account(tx, &account.id).map_err(StoreError::from)?;
        Ok(all.into_iter().find(|it| it.issuer == issuer).map(|it| it.linked_at))
    })
}

/// Unlinks the identity that an issuer vouches for from the account of whoever acts.
///
/// # Errors
/// [`AccessError::OnlyWayIn`]: no password is set, so that nothing else would let the person in.
pub fn unlink(context: &Context<'_>, issuer: &str) -> Result<Changed<()>, ActionError> {
    let person = context.person()?;
    let name = NonEmptyText::parse(issuer).ok_or(AccessError::Nothing)?;
    context.change(|change| {
        let account = opened(change.tx(), &person)?;
        if account.password.is_none() {
            return Err(AccessError::OnlyWayIn.into());
        }
        if !identity::remove(change.tx(), &account.id, issuer).map_err(StoreError::from)? {
            return Err(AccessError::Nothing.into());
        }
        record(change, &person, AccountChange::IdentityUnlinked(name)).map(|_| ())
    })
}

/// Whether somebody has got in, or can without being invited again.
pub(super) fn has_way_in(tx: &mut Transaction<'_>, account: &Account) -> Result<bool, ActionError> {
    if account.password.is_some() {
        return Ok(true);
    }
    Ok(!identity::of_account(tx, &account.id).map_err(StoreError::from)?.is_empty())
}

fn account_of_identity(tx: &mut Transaction<'_>, id: &SecretDigest) -> Result<Option<Account>, ActionError> {
    let Some(found) = identity::one(tx, id).map_err(StoreError::from)? else { return Ok(None) };
    Ok(account::one(tx, &found.account).map_err(StoreError::from)?)
}

fn is_open(account: &Account) -> bool {
    account.closed_at.is_none()
}

/// What is kept of an identity. The lengths keep issuer and subject apart.
fn digest(Vouched { issuer, subject, .. }: &Vouched<'_>) -> SecretDigest {
    let text = format!("{} {issuer} {} {subject}", issuer.len(), subject.len());
    SecretDigest(Sha256::digest(text).into())
}
