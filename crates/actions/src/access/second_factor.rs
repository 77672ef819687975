//! The second factor: a code that changes every half minute (RFC 6238), made on a device that the person has.

use adhere_domain::parties::account::AccountChange;
use adhere_store::access::{SecretDigest, account, recovery_code, session};
use adhere_store::{Changed, StoreError};
use jiff::Timestamp;
use totp_rs::{Builder, Secret as Seed, Totp};

use super::AccessError;
use super::inviting::{opened, record};
use super::recovery::{self, RecoveryCodes};
use super::secret::random;
use super::sessions::shows_password;
use crate::context::Context;
use crate::error::ActionError;

/// What a device makes codes from, before it is confirmed with a first code.
#[derive(Clone, PartialEq, Eq)]
pub struct Proposed {
    /// The seed, in Base32: what a person types when nothing can be scanned.
    pub seed: String,
    /// The address that a device reads, as a picture or as a link.
    pub url: String,
}

/// What whoever sets a second factor shows.
#[derive(Clone)]
pub struct Confirm<'s> {
    /// The seed that was proposed.
    pub seed: &'s str,
    /// A code that the device made of it.
    pub code: &'s str,
    /// The password.
    pub password: &'s str,
    /// The session that stays.
    pub stays: SecretDigest,
}

impl std::fmt::Debug for Confirm<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Confirm")
    }
}

impl std::fmt::Debug for Proposed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Proposed")
    }
}

/// Proposes a second factor for whoever acts; nothing changes until it is confirmed.
pub fn propose(context: &Context<'_>) -> Result<Proposed, ActionError> {
    proposed(context, Seed::new(random::<20>()?.into()))
}

/// The same proposal again, from its seed.
pub fn propose_again(context: &Context<'_>, seed: &str) -> Result<Proposed, ActionError> {
    proposed(context, Seed::try_from_base32(seed).map_err(|_| AccessError::Nothing)?)
}

fn proposed(context: &Context<'_>, seed: Seed) -> Result<Proposed, ActionError> {
    let account = context.store.read(|tx| opened(tx, &context.person()?))?;
    let issuer = context.store.home().settings().origin.replace(':', " ");
    let text = seed.to_base32();
    let builder = Builder::new().with_secret(seed).with_account_name(account.email).with_issuer(Some(issuer));
    let url = builder.build().and_then(|totp| totp.to_url()).map_err(|_| AccessError::Nothing)?;
    Ok(Proposed { seed: text, url })
}

/// Sets the second factor that was proposed, once a first code shows that the device has it and the password who it is;
/// every other session ends. Gives what gets in when the device is lost.
pub fn confirm(context: &Context<'_>, shown: &Confirm<'_>) -> Result<Changed<RecoveryCodes>, ActionError> {
    let person = context.person()?;
    let seed = Seed::try_from_base32(shown.seed).map_err(|_| AccessError::WrongCode)?;
    let step = step(seed.as_bytes(), shown.code, context.now).ok_or(AccessError::WrongCode)?;
    let (_, counted) = shows_password(context, &person, shown.password)?;
    context.change(|change| {
        let account = opened(change.tx(), &person)?;
        if account.second_factor.is_some() {
            return Err(AccessError::HasSecondFactor.into());
        }
        let tx = change.tx();
        counted.was_right(tx)?;
        account::set_second_factor(tx, &account.id, Some((seed.as_bytes(), step))).map_err(StoreError::from)?;
        // Those were begun with a password alone.
        session::end_others(tx, &account.id, Some(&shown.stays)).map_err(StoreError::from)?;
        let codes = recovery::make(tx, &account)?;
        record(change, &person, AccountChange::SecondFactorSet)?;
        Ok(codes)
    })
}

/// Takes the second factor of whoever acts away, who shows the password.
pub fn remove(context: &Context<'_>, shown: &str) -> Result<Changed<()>, ActionError> {
    let person = context.person()?;
    let (_, counted) = shows_password(context, &person, shown)?;
    context.change(|change| {
        let account = opened(change.tx(), &person)?;
        if account.second_factor.is_none() {
            return Err(AccessError::Nothing.into());
        }
        counted.was_right(change.tx())?;
        account::set_second_factor(change.tx(), &account.id, None).map_err(StoreError::from)?;
        recovery_code::clear(change.tx(), &account.id).map_err(StoreError::from)?;
        record(change, &person, AccountChange::SecondFactorRemoved).map(|_| ())
    })
}

/// The step of time that a code is for, if it is right now, was half a minute ago, or will be in half a minute.
pub(super) fn step(kept: &[u8], code: &str, now: Timestamp) -> Option<u64> {
    let totp: Totp = Builder::new().with_secret(Seed::new(kept.into())).build().ok()?;
    totp.check(code.trim(), u64::try_from(now.as_second()).ok()?)
}
