//! A provider, an office, their keys, and a log with a witness.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::super::authenticity::Recipient;
use super::super::claims::{CodeVersion, PackageClaims};
use super::super::digest::FileDigest;
use super::super::kind::PackageKind;
use super::super::letter::{Letter, LetterKind};
use super::super::logged::{LoggedRecord, STATEMENT};
use super::super::refusal::PackageRefusal;
use super::super::trust::{KnownKey, Power, Trust};
use super::super::verify::{History, VerifiedPackage, author, verify_package};
use crate::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::disclosure::SdJwt;
use crate::disclosure::issue::Hiding;
use crate::disclosure::item::Salt;
use crate::disclosure::pointer::Pointer;
use crate::entry::Entry;
use crate::hash::Hash;
use crate::key::{AuthorSecret, KeyName, LogSecret, WitnessSecret};
use crate::payload::Payload;
use crate::policy::Policy;
use crate::private::Opening;
use crate::receipt::Receipt;

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
    pub(super) policy: Policy,
    /// When the witness saw the log.
    pub(super) witnessed_at: Option<Timestamp>,
}

impl World {
    pub(super) fn new() -> Self {
        let mut trust = Trust::default();
        let package = Power::Package(PackageKind::AdherenceDeclaration);
        trust.insert(PROVIDER, known(1, &[package, Power::IntroduceKeys]));
        trust.insert(OFFICE, known(2, &[Power::Acknowledge]));
        let text = format!("log {}\nwitness auditor {}\nquorum auditor\n", log().public(), witness().public());
        let policy = Policy::parse(text.as_bytes()).unwrap();
        Self { trust, now: at(1000), policy, witnessed_at: Some(at(60)) }
    }

    /// The same without a witness, and without asking for one.
    pub(super) fn without_witnesses() -> Self {
        let text = format!("log {}\nquorum none\n", log().public());
        Self { policy: Policy::parse(text.as_bytes()).unwrap(), witnessed_at: None, ..Self::new() }
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
        LoggedRecord::public(&entry, &receipt(&entry.to_bytes().unwrap(), self.witnessed_at)).unwrap()
    }

    pub(super) fn private_record(&self, statement: &SdJwt) -> LoggedRecord {
        let opening = Opening::new(entry(statement, "package.sent"), [9; 32]).unwrap();
        let receipt = receipt(&opening.commitment().to_bytes().unwrap(), self.witnessed_at);
        LoggedRecord::opened(&opening, &receipt).unwrap()
    }

    pub(super) fn unproven_record(&self, statement: &SdJwt) -> LoggedRecord {
        LoggedRecord::public(&entry(statement, "package.sent"), &receipt(b"a third", self.witnessed_at)).unwrap()
    }

    pub(super) fn recipient<'a>(&'a self, identity: &'a str) -> Recipient<'a> {
        Recipient { identity, trust: &self.trust, policy: &self.policy, now: self.now }
    }

    pub(super) fn verify(&self, bytes: &[u8], history: &History) -> Result<VerifiedPackage, PackageRefusal> {
        verify_package(bytes, &self.recipient(OFFICE), history)
    }
}

fn entry(statement: &SdJwt, kind: &str) -> Entry {
    let payload = Payload::of(&json!({ STATEMENT: statement.jwt() })).unwrap();
    Entry {
        at: at(30).checked_add(SignedDuration::from_micros(5)).unwrap(),
        actor: PROVIDER.to_owned(),
        kind: kind.to_owned(),
        subject: "p1".to_owned(),
        payload,
    }
}

fn log() -> LogSecret {
    LogSecret::from_seed(KeyName::new("provider.example").unwrap(), [20; 32])
}

fn witness() -> WitnessSecret {
    WitnessSecret::from_seed(KeyName::new("auditor.example/witness").unwrap(), [21; 32])
}

/// The receipt of a log of two entries, of which this is the second.
fn receipt(leaf: &[u8], witnessed_at: Option<Timestamp>) -> Receipt {
    let other = Hash::of_leaf(b"another");
    let root = Hash::of_node(other, Hash::of_leaf(leaf));
    let checkpoint = Checkpoint { origin: log().name().clone(), size: 2, root };
    let mut signed = SignedCheckpoint::sign(checkpoint, &log()).unwrap();
    if let Some(at) = witnessed_at {
        let cosignature = witness().cosign(&signed, at).unwrap();
        signed = signed.with(cosignature);
    }
    Receipt { extra: None, index: 1, path: vec![other], note: signed.note().clone() }
}
