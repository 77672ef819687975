//! The name of a public key that follows from the key itself: the thumbprint of RFC 7638 for a key of RFC 8037.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::key::AuthorKey;

/// The thumbprint, in base64url: what `kid` of a token names.
pub fn thumbprint(key: &AuthorKey) -> String {
    // RFC 7638, section 3: the required members alone, in the order of their names, without blanks.
    let jwk = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, URL_SAFE_NO_PAD.encode(key.bytes()));
    URL_SAFE_NO_PAD.encode(Sha256::digest(jwk))
}
