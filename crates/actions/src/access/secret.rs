//! Something that nobody can guess and that lets in whoever shows it: what is kept of it is its digest.

use std::fmt;

use adhere_store::access::SecretDigest;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use super::AccessError;

/// Something that lets in whoever shows it: 32 random bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    pub(crate) fn new() -> Result<Self, AccessError> {
        Ok(Self(random()?))
    }

    /// Its text, to be shown once.
    pub fn text(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What somebody shows, if it is the text of one.
    pub fn parse(text: &str) -> Option<Self> {
        BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The name of what is kept of one, which opens nothing.
    pub fn name(digest: &SecretDigest) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(digest.0)
    }

    /// What is kept of one, by its name.
    pub fn named(name: &str) -> Option<SecretDigest> {
        BASE64_URL_SAFE_NO_PAD.decode(name).ok()?.try_into().ok().map(SecretDigest)
    }

    /// What is kept of it.
    pub(crate) fn digest(&self) -> SecretDigest {
        SecretDigest(Sha256::digest(self.0).into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Bytes that nobody can guess.
pub(crate) fn random<const COUNT: usize>() -> Result<[u8; COUNT], AccessError> {
    let mut bytes = [0; COUNT];
    getrandom::fill(&mut bytes).map_err(|_| AccessError::Random)?;
    Ok(bytes)
}
