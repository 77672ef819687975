//! What the receiver of a package answers: that it was filed, or why not, signed and logged on its side.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::authenticity::{Authorship, Recipient, authenticate, check_frame};
use super::claims::{ClaimsError, Rest};
use super::digest::FileDigest;
use super::letter::{Letter, LetterKind};
use super::refusal::PackageRefusal;
use super::trust::Power;
use super::verify::check_times;
use crate::disclosure::SdJwt;
use crate::disclosure::error::DisclosureError;
use crate::disclosure::issue::{Hiding, issue};
use crate::jwt::Claims;
use crate::jwt::times::Times;
use crate::key::AuthorSecret;

/// The type of the token of an acknowledgement.
pub const ACKNOWLEDGEMENT_TYPE: &str = "adhere-acknowledgement+sd-jwt";

/// The only version of this form.
const VERSION: u64 = 1;

/// What a receiver says about a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The receiver of the package.
    pub issuer: String,
    /// Its sender.
    pub addressee: String,
    /// The package: the digest of its file.
    pub package: FileDigest,
    /// What became of it.
    pub decision: Decision,
    /// When this was decided.
    pub issued: Timestamp,
}

/// What became of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It came in whole, and what becomes of it is said later.
    Received,
    /// It was filed.
    Accepted,
    /// It was not filed.
    Refused {
        /// The word for the reason.
        code: String,
        /// The reason.
        reason: String,
    },
}

/// An acknowledgement that its addressee can rely on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedAcknowledgement {
    /// What it says.
    pub acknowledgement: Acknowledgement,
    /// Whose it is proven to be.
    pub authorship: Authorship,
}

/// What was sent, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent<'a> {
    /// The digest of the file of the package.
    pub digest: FileDigest,
    /// The organisation that it was addressed to.
    pub addressee: &'a str,
}

impl From<&PackageRefusal> for Decision {
    fn from(refusal: &PackageRefusal) -> Self {
        Self::Refused { code: refusal.code().to_owned(), reason: refusal.to_string() }
    }
}

/// Signs an acknowledgement. Nothing of it can be hidden.
pub fn acknowledge(acknowledgement: &Acknowledgement, key: &AuthorSecret) -> Result<SdJwt, DisclosureError> {
    issue(ACKNOWLEDGEMENT_TYPE, acknowledgement.into(), &Hiding::default(), key, std::iter::empty())
}

/// Reads what an acknowledgement says of itself without believing it.
pub fn announced(bytes: &[u8]) -> Result<Acknowledgement, PackageRefusal> {
    let letter = Letter::parse(LetterKind::Acknowledgement, bytes)?;
    Ok(Acknowledgement::try_from(letter.statement.open_unverified()?.claims)?)
}

/// Verifies what came back for a package.
pub fn verify_acknowledgement(
    bytes: &[u8],
    sender: &Recipient<'_>,
    sent: Sent<'_>,
) -> Result<VerifiedAcknowledgement, PackageRefusal> {
    let letter = Letter::parse(LetterKind::Acknowledgement, bytes)?;
    let authentic = authenticate(&letter, ACKNOWLEDGEMENT_TYPE, sender)?;
    check_frame(&authentic.opened, |_| false)?;
    let acknowledgement = Acknowledgement::try_from(authentic.opened.claims)?;
    authentic.key.check_power(Power::Acknowledge)?;
    if acknowledgement.addressee != sender.identity {
        let expected = sender.identity.to_owned();
        return Err(PackageRefusal::WrongAddressee { expected, found: acknowledgement.addressee });
    }
    if acknowledgement.package != sent.digest {
        return Err(PackageRefusal::OtherPackage { expected: sent.digest, found: acknowledgement.package });
    }
    if acknowledgement.issuer != sent.addressee {
        let expected = sent.addressee.to_owned();
        return Err(PackageRefusal::WrongReceiver { expected, found: acknowledgement.issuer });
    }
    check_times(&authentic.times, sender.now)?;
    Ok(VerifiedAcknowledgement { acknowledgement, authorship: authentic.authorship })
}

impl From<&Acknowledgement> for Claims {
    fn from(acknowledgement: &Acknowledgement) -> Self {
        let mut claims = Map::new();
        let mut claim = |name: &str, value: Value| claims.insert(name.to_owned(), value);
        claim("v", json!(VERSION));
        claim("iss", json!(acknowledgement.issuer));
        claim("aud", json!(acknowledgement.addressee));
        claim("iat", json!(acknowledgement.issued.as_second()));
        claim("package", json!(acknowledgement.package.to_string()));
        match &acknowledgement.decision {
            Decision::Received => {
                claim("decision", json!("received"));
            }
            Decision::Accepted => {
                claim("decision", json!("accepted"));
            }
            Decision::Refused { code, reason } => {
                claim("decision", json!("refused"));
                claim("code", json!(code));
                claim("reason", json!(reason));
            }
        }
        claims
    }
}

impl TryFrom<Claims> for Acknowledgement {
    type Error = ClaimsError;

    fn try_from(mut claims: Claims) -> Result<Self, ClaimsError> {
        let issued = Times::of(&claims)?.issued;
        claims.remove("iat");
        let mut rest = Rest(claims);
        if rest.number("v")? != VERSION {
            return Err(ClaimsError::Malformed { name: "v" });
        }
        let (issuer, addressee, package) = (rest.text("iss")?, rest.text("aud")?, rest.digest("package")?);
        let decision = match rest.text("decision")?.as_str() {
            "received" => Decision::Received,
            "accepted" => Decision::Accepted,
            "refused" => Decision::Refused { code: rest.text("code")?, reason: rest.text("reason")? },
            _ => return Err(ClaimsError::Malformed { name: "decision" }),
        };
        rest.end()?;
        Ok(Self { issuer, addressee, package, decision, issued })
    }
}
