//! A provider, an office, their keys, and logs that prove what they are given.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::super::authenticity::Recipient;
use super::super::claims::{CodeVersion, PackageClaims};
use super::super::digest::FileDigest;
use super::super::kind::PackageKind;
use super::super::letter::{Letter, LetterKind};
use super::super::logged::{LoggedRecord, Proven, RecordError, STATEMENT};
use super::super::refusal::PackageRefusal;
use super::super::trust::{KnownKey, Power, Trust};
use super::super::verify::{History, VerifiedPackage, author, verify_package};
use crate::disclosure::SdJwt;
use crate::disclosure::issue::Hiding;
use crate::disclosure::item::Salt;
use crate::disclosure::pointer::Pointer;
use crate::entry::Entry;
use crate::key::{AuthorSecret, KeyName};
use crate::private::Opening;

/// The organisation that sends packages.
pub(super) const PROVIDER: &str = "provider";
/// The organisation that receives them.
pub(super) const OFFICE: &str = "office";

/// Some seconds after the beginning of these tests.
pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + seconds).unwrap()
}

pub(super) fn secret(seed: u8) -> AuthorSecret {
    AuthorSecret::from_seed(KeyName::new("author").unwrap(), [seed; 32])
}

pub(super) fn places(texts: &[&str]) -> BTreeSet<Pointer> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

pub(super) fn salts() -> impl Iterator<Item = Salt> {
    (1_u128..).map(u128::to_be_bytes)
}

pub(super) fn known(seed: u8, powers: &[Power]) -> KnownKey {
    let powers = powers.iter().copied().collect();
    KnownKey { key: secret(seed).public(), from: at(-1000), until: None, revoked: None, powers }
}

pub(super) fn claims() -> PackageClaims {
    let body = json!({ "scope": "full", "models": ["M1", "M2", "M3"], "reason": "secret", "contact": "Ada" });
    let (code, version, digest) = ("gpai".to_owned(), "2025-07-10".to_owned(), FileDigest::of(b"code"));
    PackageClaims {
        issuer: PROVIDER.to_owned(),
        addressee: OFFICE.to_owned(),
        id: "p1".to_owned(),
        subject: "provider".to_owned(),
        kind: PackageKind::AdherenceDeclaration,
        sequence: 1,
        supersedes: None,
        code: CodeVersion { code, version, digest },
        issued: at(0),
        expires: None,
        body: body.as_object().unwrap().clone(),
    }
}

/// The statement of the provider, of which two members and two elements can be hidden.
pub(super) fn signed(claims: &PackageClaims) -> SdJwt {
    signed_by(claims, 1)
}

/// The same, signed with another key.
pub(super) fn signed_by(claims: &PackageClaims, seed: u8) -> SdJwt {
    let places = places(&["/body/reason", "/body/contact", "/body/models/1", "/body/models/2"]);
    author(claims, &Hiding { places, decoys: 0 }, &secret(seed), salts()).unwrap()
}

/// Who reads letters when, and whom they trust. Key 1 is the provider's, key 2 the office's.
pub(super) struct World {
    pub(super) trust: Trust,
    pub(super) now: Timestamp,
    /// When witnesses saw the logs.
    pub(super) witnessed_at: Option<Timestamp>,
}

impl World {
    pub(super) fn new() -> Self {
        let mut trust = Trust::default();
        let package = Power::Package(PackageKind::AdherenceDeclaration);
        trust.insert(PROVIDER, known(1, &[package, Power::IntroduceKeys]));
        trust.insert(OFFICE, known(2, &[Power::Acknowledge]));
        Self { trust, now: at(1000), witnessed_at: Some(at(60)) }
    }

    pub(super) fn letter(&self, statement: &SdJwt) -> Letter {
        let records = vec![self.record(statement, "package.sent")];
        Letter { kind: LetterKind::Package, statement: statement.clone(), keys: Vec::new(), records }
    }

    pub(super) fn package(&self, statement: &SdJwt) -> Vec<u8> {
        self.letter(statement).to_text().unwrap().into_bytes()
    }

    pub(super) fn record(&self, statement: &SdJwt, kind: &str) -> LoggedRecord {
        let entry = entry(statement, kind);
        LoggedRecord::public(&entry, receipt(&entry.to_bytes().unwrap(), self.witnessed_at)).unwrap()
    }

    pub(super) fn private_record(&self, statement: &SdJwt) -> LoggedRecord {
        let opening = Opening::new(entry(statement, "package.sent"), [9; 32]).unwrap();
        let receipt = receipt(&opening.commitment().to_bytes().unwrap(), self.witnessed_at);
        LoggedRecord::opened(&opening, receipt).unwrap()
    }

    pub(super) fn unproven_record(&self, statement: &SdJwt) -> LoggedRecord {
        LoggedRecord::public(&entry(statement, "package.sent"), receipt(b"another", self.witnessed_at)).unwrap()
    }

    pub(super) fn recipient<'a>(&'a self, identity: &'a str) -> Recipient<'a> {
        Recipient { identity, trust: &self.trust, receipts: &check_receipt, now: self.now }
    }

    pub(super) fn verify(&self, bytes: &[u8], history: &History) -> Result<VerifiedPackage, PackageRefusal> {
        verify_package(bytes, &self.recipient(OFFICE), history)
    }
}

fn entry(statement: &SdJwt, kind: &str) -> Entry {
    let payload = json!({ STATEMENT: statement.jwt() }).as_object().unwrap().clone();
    Entry {
        at: at(30).checked_add(SignedDuration::from_micros(5)).unwrap(),
        actor: PROVIDER.to_owned(),
        kind: kind.to_owned(),
        subject: "p1".to_owned(),
        payload,
    }
}

/// What these logs give as a receipt: the digest of the leaf, and when witnesses saw it.
fn receipt(leaf: &[u8], witnessed_at: Option<Timestamp>) -> String {
    json!({ "leaf": FileDigest::of(leaf).to_string(), "seen": witnessed_at.map(Timestamp::as_second) }).to_string()
}

fn check_receipt(leaf: &[u8], text: &str) -> Result<Proven, RecordError> {
    let wrong = || RecordError::Receipt { reason: "not of this leaf".to_owned() };
    let seen: serde_json::Value = serde_json::from_str(text).map_err(|_| wrong())?;
    let witnessed_at = seen["seen"].as_i64().map(|second| Timestamp::from_second(second).unwrap());
    if receipt(leaf, witnessed_at) != text {
        return Err(wrong());
    }
    // A real receipt is signed, so that the time in it cannot be altered either.
    let signed = [None, Some(at(60)), Some(at(700))];
    if !signed.contains(&witnessed_at) {
        return Err(wrong());
    }
    Ok(Proven { log: "log".to_owned(), index: 7, witnessed_at })
}
