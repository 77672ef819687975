//! Recovery codes: whoever lost what makes the codes of the second factor gets in with one of these, once each.

use adhere_store::StoreError;
use adhere_store::access::account::Account;
use adhere_store::access::{AccountId, SecretDigest, recovery_code};
use adhere_store::db::Transaction;
use sha2::{Digest as _, Sha256};
use totp_rs::Secret as Base32;

use super::AccessError;
use super::inviting::opened;
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
pub fn renew_codes(context: &Context<'_>, shown: &str) -> Result<RecoveryCodes, ActionError> {
    let (_, counted) = shows_password(context, &context.person()?, shown)?;
    context.keep(|tx| {
        let account = opened(tx, &context.person()?)?;
        if account.second_factor.is_none() {
            return Err(AccessError::Nothing.into());
        }
        counted.was_right(tx)?;
        make(tx, &account)
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

/// Uses up what somebody typed, if it is a recovery code of the account.
pub(super) fn use_up(tx: &mut Transaction<'_>, account: &AccountId, typed: &str) -> Result<bool, ActionError> {
    let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    if letters.len() != LETTERS {
        return Ok(false);
    }
    let code = digest(&letters.to_ascii_uppercase());
    Ok(recovery_code::use_up(tx, account, &code).map_err(StoreError::from)?)
}

fn digest(letters: &str) -> SecretDigest {
    SecretDigest(Sha256::digest(letters).into())
}
