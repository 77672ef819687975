//! `adhere store rotate-key` and `adhere store encrypt-keys`.

use adhere_store::Store;
use adhere_store::event::{KeyPurpose, RotationReason};

use super::arguments::Purpose;
use super::say;
use crate::cli::{CommandError, Exit};
use crate::clock;
use crate::words::Words;

/// Puts a new key in the place of one.
pub(super) fn rotate(store: Store, purpose: Purpose, compromised: bool) -> Result<Exit, CommandError> {
    let purpose = match purpose {
        Purpose::Log => KeyPurpose::Log,
        Purpose::Witness => KeyPurpose::Witness,
    };
    let reason = if compromised { RotationReason::Compromised } else { RotationReason::Planned };
    let rotated = store.rotate_key(purpose, reason, "adhere", clock::now()).map_err(anyhow::Error::from)?;
    let words = Words::english()?;
    say(&[
        words.with("store-key-rotated", &[("entry", rotated.entry_id.into())]),
        words.with("store-key-old", &[("key", rotated.old.into())]),
        words.with("store-key-new", &[("key", rotated.new.into())]),
    ])?;
    Ok(Exit::Done)
}

/// Encrypts the keys that are not.
pub(super) fn encrypt(store: &Store) -> Result<Exit, CommandError> {
    let encrypted = store.seal_keys().map_err(anyhow::Error::from)?;
    say(&[Words::english()?.with("store-keys-encrypted", &[("keys", encrypted.into())])])?;
    Ok(Exit::Done)
}
