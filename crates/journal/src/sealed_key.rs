//! A secret key at rest: encrypted with a passphrase in the format of age, readable by any program of that format.
//!
//! Only whoever keeps keys needs this, so it and its many dependencies are left out unless the feature `sealed-keys` is
//! asked for; a verifier builds without. age draws the salt and the file's own key from the system.

use age::secrecy::SecretString;
use age::{DecryptError, EncryptError, scrypt};
use thiserror::Error;

/// The base-2 logarithm of the work that a guess at a passphrase costs: 128 MiB of memory and about half a second.
pub const WORK: u8 = 17;
/// More work is refused, so that a file cannot keep a reader busy.
const MOST_WORK: u8 = 20;

const FIRST_LINE: &str = "-----BEGIN AGE ENCRYPTED FILE-----";

/// Why a key is not sealed or not opened.
#[derive(Debug, Error)]
pub enum SealError {
    /// No passphrase.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// The work that was asked for could not be opened again, or is none.
    #[error("the work factor {work} is not between 1 and {MOST_WORK}")]
    Work {
        /// What was asked for.
        work: u8,
    },
    /// age could not encrypt.
    #[error("the key could not be encrypted")]
    Encrypt(#[source] EncryptError),
    /// The passphrase is another, or the file was changed.
    #[error("the key could not be decrypted: the passphrase is another, or the file is damaged")]
    Decrypt(#[source] DecryptError),
    /// What was sealed is not text.
    #[error("what was sealed is not a key")]
    Text,
}

/// Whether a text is sealed.
pub fn is_sealed(text: &str) -> bool {
    text.starts_with(FIRST_LINE)
}

/// Seals the text of a key. `work` is [`WORK`], less only where nothing is at stake.
pub fn seal(key: &str, passphrase: &str, work: u8) -> Result<String, SealError> {
    if passphrase.is_empty() {
        return Err(SealError::EmptyPassphrase);
    }
    if !(1..=MOST_WORK).contains(&work) {
        return Err(SealError::Work { work });
    }
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(work);
    age::encrypt_and_armor(&recipient, key.as_bytes()).map_err(SealError::Encrypt)
}

/// Opens the text of a key that was sealed.
pub fn open(sealed: &str, passphrase: &str) -> Result<String, SealError> {
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(MOST_WORK);
    let key = age::decrypt(&identity, sealed.as_bytes()).map_err(SealError::Decrypt)?;
    String::from_utf8(key).map_err(|_| SealError::Text)
}

#[cfg(test)]
mod tests;
