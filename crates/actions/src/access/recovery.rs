//! Recovery codes: whoever lost what makes the codes of the second factor gets in with one of these, once each.

use adhere_domain::parties::account::AccountChange;
use adhere_store::access::account::Account;
use adhere_store::access::{AccountId, SecretDigest, recovery_code};
use adhere_store::db::Transaction;
use adhere_store::{Changed, StoreError};
use sha2::{Digest as _, Sha256};
use totp_rs::Secret as Base32;

use super::AccessError;
use super::inviting::{opened, record};
use super::secret::random;
use super::sessions::shows_password;
use crate::context::Context;
use crate::error::ActionError;

/// So many there are at first.
const AT_FIRST: usize = 10;
/// The letters of one, without what stands between them: 120 random bits, so that a digest is enough to keep (OWASP
/// ASVS 5.0.0, 6.5.2).
const LETTERS: usize = 24;
/// So many letters stand together.
const TOGETHER: usize = 4;

/// Recovery codes, to be shown once.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCodes(Vec<String>);

impl RecoveryCodes {
    /// Their texts.
    pub fn texts(&self) -> &[String] {
        &self.0
    }
}

impl std::fmt::Debug for RecoveryCodes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCodes")
    }
}

/// How many recovery codes whoever acts has left.
pub fn codes_left(context: &Context<'_>) -> Result<u64, ActionError> {
    context.store.read(|tx| {
        let account = opened(tx, &context.person()?)?;
        Ok(recovery_code::count(tx, &account.id).map_err(StoreError::from)?)
    })
}

/// Makes new recovery codes for whoever acts and shows the password; those before are of no use any more.
pub fn renew_codes(context: &Context<'_>, shown: &str) -> Result<Changed<RecoveryCodes>, ActionError> {
    let person = context.person()?;
    let (_, counted) = shows_password(context, &person, shown)?;
    context.change(|change| {
        let account = opened(change.tx(), &person)?;
        if account.second_factor.is_none() {
            return Err(AccessError::Nothing.into());
        }
        counted.was_right(change.tx())?;
        let codes = make(change.tx(), &account)?;
        record(change, &person, AccountChange::RecoveryCodesMade)?;
        Ok(codes)
    })
}

/// Makes codes in the place of all earlier ones.
pub(super) fn make(tx: &mut Transaction<'_>, account: &Account) -> Result<RecoveryCodes, ActionError> {
    recovery_code::clear(tx, &account.id).map_err(StoreError::from)?;
    let codes = (0..AT_FIRST).map(|_| {
        let text = Base32::new(random::<15>()?.into()).to_base32();
        recovery_code::add(tx, &account.id, &digest(&text)).map_err(StoreError::from)?;
        let letters: Vec<char> = text.chars().collect();
        let parts = letters.chunks(TOGETHER).map(|part| part.iter().collect::<String>());
        Ok::<_, ActionError>(parts.collect::<Vec<_>>().join("-"))
    });
    Ok(RecoveryCodes(codes.collect::<Result<_, _>>()?))
}

/// What is kept of the recovery code that somebody typed, if it has the form of one.
pub(super) fn typed(text: &str) -> Option<SecretDigest> {
    let letters: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    (letters.len() == LETTERS).then(|| digest(&letters.to_ascii_uppercase()))
}

/// Uses up a code, if it is a recovery code of the account.
pub(super) fn use_up(tx: &mut Transaction<'_>, account: &AccountId, code: &SecretDigest) -> Result<bool, ActionError> {
    Ok(recovery_code::use_up(tx, account, code).map_err(StoreError::from)?)
}

fn digest(letters: &str) -> SecretDigest {
    SecretDigest(Sha256::digest(letters).into())
}
