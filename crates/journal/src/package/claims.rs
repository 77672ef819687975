//! The frame of a package: who says what to whom, about which version of which code, and in which order.

use std::str::FromStr;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::digest::FileDigest;
use super::kind::{PackageKind, UnknownKind};
use crate::jwt::times::Times;
use crate::jwt::{Claims, JwtError};

/// The type of the token of a package.
pub const PACKAGE_TYPE: &str = "adhere-package+sd-jwt";

/// The only version of this form.
const VERSION: u64 = 1;

/// What the author of a package signs.
#[derive(Clone, Debug, PartialEq)]
pub struct PackageClaims {
    /// The organisation that says it.
    pub issuer: String,
    /// The organisation that it is said to.
    pub addressee: String,
    /// What no other package has.
    pub id: String,
    /// What it is about: a provider, a model.
    pub subject: String,
    /// What it holds.
    pub kind: PackageKind,
    /// Its number among the packages of this kind by this issuer about this subject; the first is 1.
    pub sequence: u64,
    /// The id of the package before it in that order; the first has none.
    pub supersedes: Option<String>,
    /// The version of the code that it refers to.
    pub code: CodeVersion,
    /// When it was signed.
    pub issued: Timestamp,
    /// From when on it is not to be filed any more.
    pub expires: Option<Timestamp>,
    /// What it says. Only parts of this can be hidden.
    pub body: Map<String, Value>,
}

/// A version of a code of practice, named by what it consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeVersion {
    /// The code.
    pub code: String,
    /// Its version.
    pub version: String,
    /// The digest of its canonical form.
    pub digest: FileDigest,
}

/// The packages that follow one another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thread {
    /// Who sends them.
    pub issuer: String,
    /// What they are about.
    pub subject: String,
    /// What they hold.
    pub kind: PackageKind,
}

/// Why claims are not those of a package.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClaimsError {
    /// A claim has a value of the wrong kind.
    #[error(transparent)]
    Jwt(#[from] JwtError),
    /// It is of a kind that nobody here could judge.
    #[error(transparent)]
    Kind(#[from] UnknownKind),
    /// A claim is missing, empty or malformed.
    #[error("the claim `{name}` is missing or malformed")]
    Malformed {
        /// Its name.
        name: &'static str,
    },
    /// A claim that this form does not have.
    #[error("the claim `{name}` is not part of this form")]
    Unknown {
        /// Its name.
        name: String,
    },
    /// The first package supersedes another, or a later one none.
    #[error("the first package supersedes none, and every later one says which; this has the number {sequence}")]
    Predecessor {
        /// Its number.
        sequence: u64,
    },
}

impl PackageClaims {
    /// The packages that it belongs to.
    pub fn thread(&self) -> Thread {
        Thread { issuer: self.issuer.clone(), subject: self.subject.clone(), kind: self.kind }
    }
}

impl From<&PackageClaims> for Claims {
    fn from(claims: &PackageClaims) -> Self {
        let code = &claims.code;
        let mut all = Self::new();
        let mut claim = |name: &str, value: Value| all.insert(name.to_owned(), value);
        claim("v", json!(VERSION));
        claim("iss", json!(claims.issuer));
        claim("aud", json!(claims.addressee));
        claim("jti", json!(claims.id));
        claim("sub", json!(claims.subject));
        claim("package", json!(claims.kind.name()));
        claim("sequence", json!(claims.sequence));
        claim("code", json!({ "id": code.code, "version": code.version, "sha256": code.digest.to_string() }));
        claim("iat", json!(claims.issued.as_second()));
        claim("body", json!(claims.body));
        if let Some(supersedes) = &claims.supersedes {
            claim("supersedes", json!(supersedes));
        }
        if let Some(expires) = claims.expires {
            claim("exp", json!(expires.as_second()));
        }
        all
    }
}

impl TryFrom<Claims> for PackageClaims {
    type Error = ClaimsError;

    fn try_from(mut claims: Claims) -> Result<Self, ClaimsError> {
        let times = Times::of(&claims)?;
        for name in ["iat", "exp"] {
            claims.remove(name);
        }
        let mut rest = Rest(claims);
        if rest.number("v")? != VERSION {
            return Err(ClaimsError::Malformed { name: "v" });
        }
        let read = Self {
            issuer: rest.text("iss")?,
            addressee: rest.text("aud")?,
            id: rest.text("jti")?,
            subject: rest.text("sub")?,
            kind: rest.text("package")?.parse()?,
            sequence: rest.number("sequence")?,
            supersedes: rest.0.contains_key("supersedes").then(|| rest.text("supersedes")).transpose()?,
            code: rest.code()?,
            issued: times.issued,
            expires: times.expires,
            body: rest.object("body")?,
        };
        rest.end()?;
        let is_in_order = match &read.supersedes {
            None => read.sequence == 1,
            Some(_) => read.sequence > 1,
        };
        if is_in_order { Ok(read) } else { Err(ClaimsError::Predecessor { sequence: read.sequence }) }
    }
}

/// Claims of which each is taken once.
pub(super) struct Rest(pub(super) Claims);

impl Rest {
    pub(super) fn text(&mut self, name: &'static str) -> Result<String, ClaimsError> {
        match self.0.remove(name) {
            Some(Value::String(text)) if !text.is_empty() => Ok(text),
            _ => Err(ClaimsError::Malformed { name }),
        }
    }

    pub(super) fn number(&mut self, name: &'static str) -> Result<u64, ClaimsError> {
        self.0.remove(name).and_then(|value| value.as_u64()).ok_or(ClaimsError::Malformed { name })
    }

    pub(super) fn object(&mut self, name: &'static str) -> Result<Map<String, Value>, ClaimsError> {
        match self.0.remove(name) {
            Some(Value::Object(object)) => Ok(object),
            _ => Err(ClaimsError::Malformed { name }),
        }
    }

    pub(super) fn digest(&mut self, name: &'static str) -> Result<FileDigest, ClaimsError> {
        FileDigest::from_str(&self.text(name)?).map_err(|_| ClaimsError::Malformed { name })
    }

    pub(super) fn end(self) -> Result<(), ClaimsError> {
        match self.0.into_iter().next() {
            Some((name, _)) => Err(ClaimsError::Unknown { name }),
            None => Ok(()),
        }
    }

    fn code(&mut self) -> Result<CodeVersion, ClaimsError> {
        let mut code = Self(self.object("code")?);
        let (id, version, digest) = (code.text("id")?, code.text("version")?, code.digest("sha256")?);
        code.end()?;
        Ok(CodeVersion { code: id, version, digest })
    }
}
