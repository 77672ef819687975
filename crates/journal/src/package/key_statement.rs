//! How an organisation introduces a further key: a statement signed with a key that is known already.
//!
//! A key hands on no more than it may do itself, and what a receiver knows of a key is never overruled.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::claims::{ClaimsError, Rest};
use super::trust::{KeyFault, KnownKey, Power};
use crate::jwt::thumbprint::thumbprint;
use crate::jwt::times::Times;
use crate::jwt::{self, Claims, JwtError, UnverifiedJwt};
use crate::key::{AuthorKey, AuthorSecret, KeyName};

/// The type of the token that introduces a key.
pub const KEY_TYPE: &str = "adhere-key+jwt";

/// How many keys a letter may introduce.
pub const MOST_KEYS: usize = 8;

/// Why the introduction of a key is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyStatementError {
    /// The token is wrong.
    #[error(transparent)]
    Jwt(#[from] JwtError),
    /// A claim is wrong.
    #[error(transparent)]
    Claims(#[from] ClaimsError),
    /// The key that signed it does not count.
    #[error(transparent)]
    Key(#[from] KeyFault),
    /// There are more than are looked at.
    #[error("{found} keys are introduced, and {MOST_KEYS} are accepted")]
    TooMany {
        /// How many.
        found: usize,
    },
    /// It is about a key of another organisation.
    #[error("the key is introduced as one of `{found}`, and the letter is by `{expected}`")]
    OtherOrganisation {
        /// Whose letter it is.
        expected: String,
        /// Whose key is introduced.
        found: String,
    },
    /// It hands on more than the key that signed it may do.
    #[error("the key `{kid}` cannot hand on `{power}`, which it may not sign itself")]
    ExceedsPowers {
        /// The key that signed.
        kid: String,
        /// What it hands on.
        power: Power,
    },
}

/// Introduces a key: known from `new.from` to `new.until`, for `new.powers`.
pub fn introduce(organisation: &str, new: &KnownKey, signed: Timestamp, key: &AuthorSecret) -> String {
    let mut claims = Claims::new();
    let mut claim = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    claim("iss", json!(organisation));
    claim("iat", json!(signed.as_second()));
    claim("nbf", json!(new.from.as_second()));
    if let Some(until) = new.until {
        claim("exp", json!(until.as_second()));
    }
    claim("jwk", json!({ "crv": "Ed25519", "kty": "OKP", "x": URL_SAFE_NO_PAD.encode(new.key.bytes()) }));
    claim("may", new.powers.iter().map(Power::to_string).collect());
    jwt::sign(KEY_TYPE, &claims, key)
}

/// The keys that the statements of a letter introduce, given those that are known of its organisation.
pub(super) fn introduced(
    organisation: &str,
    known: &BTreeMap<String, KnownKey>,
    statements: &[String],
    now: Timestamp,
) -> Result<BTreeMap<String, KnownKey>, KeyStatementError> {
    if statements.len() > MOST_KEYS {
        return Err(KeyStatementError::TooMany { found: statements.len() });
    }
    let mut introduced: BTreeMap<String, KnownKey> = BTreeMap::new();
    for statement in statements {
        let jwt = UnverifiedJwt::parse(statement)?;
        let kid = jwt.kid().unwrap_or_default().to_owned();
        let by = known.get(&kid).or_else(|| introduced.get(&kid)).cloned();
        let by = by.ok_or_else(|| KeyFault::Unknown { organisation: organisation.to_owned(), kid })?;
        let claims = jwt.verify(KEY_TYPE, &by.key)?;
        let new = read(organisation, claims, &by, now)?;
        let kid = thumbprint(&new.key);
        // What the receiver knows stands: a revoked key is not introduced anew.
        if !known.contains_key(&kid) {
            introduced.insert(kid, new);
        }
    }
    Ok(introduced)
}

fn read(organisation: &str, claims: Claims, by: &KnownKey, now: Timestamp) -> Result<KnownKey, KeyStatementError> {
    let times = Times::of(&claims)?;
    // Nothing proves when the statement was made, so the key behind it must count today.
    by.check(times.issued, now)?;
    by.check_power(Power::IntroduceKeys)?;
    let mut rest = Rest(claims);
    for name in ["iat", "nbf", "exp"] {
        rest.0.remove(name);
    }
    let found = rest.text("iss")?;
    if found != organisation {
        return Err(KeyStatementError::OtherOrganisation { expected: organisation.to_owned(), found });
    }
    let key = key_of(organisation, &mut rest)?;
    let powers = powers_of(&mut rest)?;
    rest.end()?;
    if let Some(power) = powers.difference(&by.powers).next() {
        return Err(KeyStatementError::ExceedsPowers { kid: thumbprint(&by.key), power: *power });
    }
    let from = times.not_before.unwrap_or(times.issued);
    Ok(KnownKey { key, from, until: times.expires, revoked: None, powers })
}

fn key_of(organisation: &str, rest: &mut Rest) -> Result<AuthorKey, ClaimsError> {
    let malformed = ClaimsError::Malformed { name: "jwk" };
    let mut jwk = Rest(rest.object("jwk")?);
    let (curve, family, x) = (jwk.text("crv")?, jwk.text("kty")?, jwk.text("x")?);
    jwk.end()?;
    if (curve.as_str(), family.as_str()) != ("Ed25519", "OKP") {
        return Err(malformed);
    }
    let bytes: Option<[u8; 32]> = URL_SAFE_NO_PAD.decode(x).ok().and_then(|bytes| bytes.try_into().ok());
    let name = KeyName::new(organisation).ok();
    name.zip(bytes).and_then(|(name, bytes)| AuthorKey::new(name, &bytes).ok()).ok_or(malformed)
}

fn powers_of(rest: &mut Rest) -> Result<BTreeSet<Power>, ClaimsError> {
    let malformed = ClaimsError::Malformed { name: "may" };
    let Some(Value::Array(powers)) = rest.0.remove("may") else { return Err(malformed) };
    let power = |power: &Value| power.as_str().and_then(|power| power.parse().ok());
    powers.iter().map(|it| power(it).ok_or_else(|| malformed.clone())).collect()
}
