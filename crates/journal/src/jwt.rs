//! Signed claims: JSON Web Tokens (RFC 7519) in the compact form of JWS (RFC 7515), signed with Ed25519 (RFC 8037).
//!
//! One algorithm, one form. Keys never come from the token: whoever verifies says which key and which type of token
//! is expected. When a token holds is for the caller to judge, who has a clock.

pub mod json;
pub mod thumbprint;
pub mod times;

#[cfg(test)]
mod tests;

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use crate::key::{AuthorKey, AuthorSecret};
use thumbprint::thumbprint;

/// What a token states, by name.
pub type Claims = Map<String, Value>;

/// A token whose signature nobody has checked yet.
#[derive(Clone, Debug)]
pub struct UnverifiedJwt {
    typ: Option<String>,
    kid: Option<String>,
    claims: Claims,
    signed: String,
    signature: [u8; 64],
}

/// Why a token is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JwtError {
    /// It is not three parts with dots between them.
    #[error("a signed token has three parts with dots between them, and this one has {found}")]
    Parts {
        /// How many there are.
        found: usize,
    },
    /// A part is not base64url without padding, or a signature is not 64 bytes long.
    #[error("the {part} of the token is not base64url")]
    Base64 {
        /// Which.
        part: Part,
    },
    /// A part is not a JSON object with each name once.
    #[error("the {part} of the token is not a JSON object: {reason}")]
    Json {
        /// Which.
        part: Part,
        /// What the parser says.
        reason: String,
    },
    /// The algorithm is not Ed25519.
    #[error("the token is signed with `{found}`, and only `EdDSA` with Ed25519 is accepted")]
    Algorithm {
        /// What the header names; empty where it names none.
        found: String,
    },
    /// The header demands something that is not understood here.
    #[error("the header of the token has `crit`, and nothing that it can name is understood")]
    Critical,
    /// A header or claim has a value of the wrong kind.
    #[error("`{name}` of the token must be {expected}")]
    Kind {
        /// Its name.
        name: String,
        /// What it must be.
        expected: &'static str,
    },
    /// It is a token of another type.
    #[error("the token has the type `{found}`, and `{expected}` is expected")]
    Type {
        /// What is expected.
        expected: String,
        /// What the header names; empty where it names none.
        found: String,
    },
    /// The signature is not by this key over this text.
    #[error("the signature does not match: the text was altered, or another key signed it")]
    Signature,
}

/// A part of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first.
    Header,
    /// The second.
    Payload,
    /// The third.
    Signature,
}

/// Signs claims as a token of a type, which names the key by its thumbprint.
pub fn sign(typ: &str, claims: &Claims, key: &AuthorSecret) -> String {
    let header = json!({ "alg": "EdDSA", "kid": thumbprint(&key.public()), "typ": typ });
    // Display of a JSON value has no blanks, and cannot fail.
    let payload = json!(claims);
    let signed =
        format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(payload.to_string()));
    let signature = URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}

impl UnverifiedJwt {
    /// Reads a token without believing it.
    pub fn parse(text: &str) -> Result<Self, JwtError> {
        let parts: Vec<&str> = text.split('.').collect();
        let &[header, payload, signature] = parts.as_slice() else {
            return Err(JwtError::Parts { found: parts.len() });
        };
        let signed = format!("{header}.{payload}");
        let header = object(Part::Header, header)?;
        check_header(&header)?;
        let claims = object(Part::Payload, payload)?;
        let signature = decode(Part::Signature, signature)?.try_into();
        let signature = signature.map_err(|_| JwtError::Base64 { part: Part::Signature })?;
        Ok(Self {
            typ: text_member(&header, "typ")?.map(str::to_owned),
            kid: text_member(&header, "kid")?.map(str::to_owned),
            claims,
            signed,
            signature,
        })
    }

    /// The key that the token says it is signed with. Only good for looking that key up.
    pub fn kid(&self) -> Option<&str> {
        self.kid.as_deref()
    }

    /// What the token claims. Only good for finding out whose key to look up.
    pub fn unverified_claims(&self) -> &Claims {
        &self.claims
    }

    /// What the token claims, once its type and its signature are seen to be right.
    pub fn verify(self, typ: &str, key: &AuthorKey) -> Result<Claims, JwtError> {
        let found = self.typ.unwrap_or_default();
        // RFC 8725, section 3.11: a token made for one purpose is not taken for another.
        if found != typ {
            return Err(JwtError::Type { expected: typ.to_owned(), found });
        }
        if key.verify(self.signed.as_bytes(), &self.signature) { Ok(self.claims) } else { Err(JwtError::Signature) }
    }
}

/// A member that is text, where it is there.
pub fn text_member<'a>(object: &'a Claims, name: &str) -> Result<Option<&'a str>, JwtError> {
    let wrong = || JwtError::Kind { name: name.to_owned(), expected: "text" };
    object.get(name).map(|value| value.as_str().ok_or_else(wrong)).transpose()
}

fn check_header(header: &Claims) -> Result<(), JwtError> {
    // RFC 9864 calls `EdDSA` with this curve `Ed25519`; both mean the same signature.
    match text_member(header, "alg")? {
        Some("EdDSA" | "Ed25519") => {}
        other => return Err(JwtError::Algorithm { found: other.unwrap_or_default().to_owned() }),
    }
    // RFC 7515, section 4.1.11: what is critical and not understood makes the token invalid.
    if header.contains_key("crit") { Err(JwtError::Critical) } else { Ok(()) }
}

fn decode(part: Part, text: &str) -> Result<Vec<u8>, JwtError> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| JwtError::Base64 { part })
}

fn object(part: Part, text: &str) -> Result<Claims, JwtError> {
    match json::parse(&decode(part, text)?) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(JwtError::Json { part, reason: "it is another value".to_owned() }),
        Err(error) => Err(JwtError::Json { part, reason: error.to_string() }),
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Header => "header",
            Self::Payload => "payload",
            Self::Signature => "signature",
        })
    }
}
