//! How a program asks for something: once under a key of its own, and only as long as what it knows is still so. Both are
//! looked at in the transaction in which it is done, so that no node and no lost answer comes in between.

use std::fmt;

use adhere_store::StoreError;
use adhere_store::answered_request::{self, AnsweredRequest};
use adhere_store::db::Transaction;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

use crate::context::Context;
use crate::error::ActionError;

/// What was asked for under a key is known for so long.
pub const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(24);

/// What is to be so for something to be done.
pub type Condition<'r> = &'r dyn Fn(&mut Transaction<'_>) -> Result<(), ActionError>;

/// How something is asked for.
#[derive(Clone, Copy)]
pub struct Request<'r> {
    /// Under which key; without one, it is done as often as it is asked for.
    pub key: Option<&'r RequestKey>,
    /// On which condition, if on one.
    pub condition: Option<Condition<'r>>,
}

/// A key of whoever asks, with what is asked for under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestKey {
    id: [u8; 32],
    request: [u8; 32],
}

impl RequestKey {
    /// A key of somebody, and everything that decides what is asked for under it. Keys of others are other keys.
    pub fn new(actor: &str, key: &str, request: &[&[u8]]) -> Self {
        Self { id: digest(&[actor.as_bytes(), key.as_bytes()]), request: digest(request) }
    }

    /// The entries that this very request came to, if it was asked for before.
    ///
    /// # Errors
    /// [`ActionError::OtherRequest`], and those of the store.
    pub fn known(&self, context: &Context<'_>) -> Result<Option<Vec<u64>>, ActionError> {
        context.store.keep(|tx| match (Request { key: Some(self), condition: None }).begin(tx, context.now) {
            Err(ActionError::DoneAlready(AnsweredRequest { first_entry, entries, .. })) => {
                Ok(Some((first_entry..first_entry.saturating_add(entries)).collect()))
            }
            other => other.map(|()| None),
        })
    }
}

impl Request<'_> {
    /// Looks at what is to be so before anything is done.
    ///
    /// # Errors
    /// [`ActionError::DoneAlready`] and [`ActionError::OtherRequest`], if the key is known; those of the condition.
    pub(crate) fn begin(&self, tx: &mut Transaction<'_>, now: Timestamp) -> Result<(), ActionError> {
        if let Some(key) = self.key {
            answered_request::forget(tx, now - KNOWN_FOR).map_err(StoreError::from)?;
            match answered_request::one(tx, &key.id).map_err(StoreError::from)? {
                Some(known) if known.request == key.request => return Err(ActionError::DoneAlready(known)),
                Some(_) => return Err(ActionError::OtherRequest),
                None => {}
            }
        }
        self.condition.map_or(Ok(()), |condition| condition(tx))
    }

    /// Keeps what came of it: the first entry, and how many there are.
    pub(crate) fn end(
        &self,
        tx: &mut Transaction<'_>,
        (first_entry, entries): (u64, u64),
        now: Timestamp,
    ) -> Result<(), ActionError> {
        let Some(RequestKey { id, request }) = self.key else { return Ok(()) };
        let answered = AnsweredRequest { request: *request, first_entry, entries };
        Ok(answered_request::add(tx, id, &answered, now).map_err(StoreError::from)?)
    }
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("key", &self.key).finish_non_exhaustive()
    }
}

/// The SHA-256 of parts, each after its length.
fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_string());
        hash.update(":");
        hash.update(part);
    }
    hash.finalize().into()
}
