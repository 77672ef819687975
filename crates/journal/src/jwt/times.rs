//! When a token was issued and when it holds, as its claims say (RFC 7519, sections 4.1.4 to 4.1.6).

use jiff::Timestamp;

use super::{Claims, JwtError};

/// The times that a token claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// When it was issued.
    pub issued: Timestamp,
    /// From when on it holds, where that is not from its issue on.
    pub not_before: Option<Timestamp>,
    /// From when on it no longer holds, where that is bounded.
    pub expires: Option<Timestamp>,
}

impl Times {
    /// Reads them; `iat` must be there, and all are whole seconds since 1970.
    pub fn of(claims: &Claims) -> Result<Self, JwtError> {
        let issued = time(claims, "iat")?.ok_or_else(|| wrong("iat"))?;
        Ok(Self { issued, not_before: time(claims, "nbf")?, expires: time(claims, "exp")? })
    }
}

fn time(claims: &Claims, name: &str) -> Result<Option<Timestamp>, JwtError> {
    let read = |value: &serde_json::Value| {
        let second = value.as_i64().ok_or_else(|| wrong(name))?;
        Timestamp::from_second(second).map_err(|_| wrong(name))
    };
    claims.get(name).map(read).transpose()
}

fn wrong(name: &str) -> JwtError {
    JwtError::Kind { name: name.to_owned(), expected: "a time in whole seconds since 1970" }
}
