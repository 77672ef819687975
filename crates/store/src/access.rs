//! What lets people and programs in: accounts, sessions, invitations, tokens, and how often something was tried.
//!
//! None of it is in the journal: it is secret, or forgotten when it has ended. What is shown to get in is never kept,
//! its SHA-256 alone. Who may do what once inside follows from roles, and those are in the journal.

pub mod account;
pub mod attempt;
pub mod identity;
pub mod incoming;
pub mod invitation;
pub mod openid_flow;
pub mod recovery_code;
pub mod session;
pub mod token;
pub mod visit;

use std::fmt;

use crate::db::{DbError, Row, Transaction};
use crate::error::StoreError;
use crate::store::Store;

/// The id of an account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccountId(String);

/// The SHA-256 of something that is shown to get in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SecretDigest(pub [u8; 32]);

impl AccountId {
    /// A new one that nobody can guess.
    pub fn new(random: [u8; 16]) -> Self {
        use base64::Engine as _;
        Self(base64::prelude::BASE64_URL_SAFE_NO_PAD.encode(random))
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn read(row: &Row<'_>, column: usize) -> Result<Self, DbError> {
        Ok(Self(row.text(column)?.to_owned()))
    }
}

impl SecretDigest {
    fn read(row: &Row<'_>, column: usize) -> Result<Self, DbError> {
        let bytes = row.blob(column)?.try_into().map_err(|_| row.not(column, "a digest"))?;
        Ok(Self(bytes))
    }
}

impl fmt::Debug for SecretDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretDigest")
    }
}

impl Store {
    /// Keeps something that is not in the journal, in one transaction: all of it or nothing.
    ///
    /// # Errors
    /// Those of `body`, and those of the store.
    pub fn keep<T, E: From<StoreError>>(
        &self,
        body: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.write(body)
    }
}
