//! Statements whose author decides once what can be hidden, and whose holder decides each time what is shown:
//! SD-JWT (RFC 9901) in its compact form, with SHA-256 and Ed25519.
//!
//! Key binding is not part of it: a package names its addressee in a signed claim instead.

pub mod error;
pub mod issue;
pub mod item;
pub mod open;
pub mod pointer;
pub mod present;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::jwt::UnverifiedJwt;
use crate::key::AuthorKey;
use error::DisclosureError;
use item::Disclosure;
use open::Opened;

/// A signed token together with the disclosures that its holder hands over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SdJwt {
    jwt: String,
    disclosures: Vec<Disclosure>,
}

impl SdJwt {
    /// Reads the compact form, `token~disclosure~…~`, without believing it.
    pub fn parse(text: &str) -> Result<Self, DisclosureError> {
        let mut parts = text.split('~');
        let jwt = parts.next().unwrap_or_default().to_owned();
        let mut parts: Vec<&str> = parts.collect();
        match parts.pop() {
            Some("") => {}
            Some(_) => return Err(DisclosureError::KeyBinding),
            None => return Err(DisclosureError::NoTilde),
        }
        let disclosures = parts.into_iter().map(Disclosure::parse).collect::<Result<_, _>>()?;
        Ok(Self { jwt, disclosures })
    }

    /// The token without its disclosures: what a log keeps.
    pub fn jwt(&self) -> &str {
        &self.jwt
    }

    /// The disclosures handed over with it.
    pub fn disclosures(&self) -> &[Disclosure] {
        &self.disclosures
    }

    /// What the token states and what the disclosures add to it, once type, signature and every digest are right.
    ///
    /// These are steps 1 to 5 of RFC 9901, section 7.1; whether the claims hold at a time (step 6) is for the caller.
    pub fn verify(&self, typ: &str, key: &AuthorKey) -> Result<Opened, DisclosureError> {
        let claims = UnverifiedJwt::parse(&self.jwt)?.verify(typ, key)?;
        open::open(claims, &self.disclosures)
    }

    /// What the token would state if its signature were right. Only good for finding out whose key to look up.
    pub fn open_unverified(&self) -> Result<Opened, DisclosureError> {
        let jwt = UnverifiedJwt::parse(&self.jwt)?;
        open::open(jwt.unverified_claims().clone(), &self.disclosures)
    }
}

impl fmt::Display for SdJwt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~", self.jwt)?;
        self.disclosures.iter().try_for_each(|disclosure| write!(f, "{}~", disclosure.text()))
    }
}
