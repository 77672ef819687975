//! A package and its acknowledgement as files that stay readable.

use adhere_journal::disclosure::SdJwt;
use adhere_journal::disclosure::issue::Hiding;
use adhere_journal::entry::Entry;
use adhere_journal::package::acknowledgement::{Acknowledgement, Decision, Sent, acknowledge, verify_acknowledgement};
use adhere_journal::package::authenticity::Recipient;
use adhere_journal::package::claims::{CodeVersion, PACKAGE_TYPE, PackageClaims};
use adhere_journal::package::digest::FileDigest;
use adhere_journal::package::key_statement::introduce;
use adhere_journal::package::kind::PackageKind;
use adhere_journal::package::letter::{Letter, LetterKind};
use adhere_journal::package::logged::{LoggedRecord, STATEMENT};
use adhere_journal::package::trust::{Power, Trust};
use adhere_journal::package::verify::{History, author, verify_package};
use adhere_journal::payload::Payload;
use adhere_journal::policy::Policy;
use adhere_journal::private::Opening;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::json;

use crate::golden::{flipped_bytes, golden};
use crate::instance::{BEFORE, Instance, OFFICE, PROVIDER, at, author_key as key, known};
use crate::sd_jwt::ask;

pub(crate) const DECLARATION: Power = Power::Package(PackageKind::AdherenceDeclaration);

fn entry(kind: &str, actor: &str, statement: &SdJwt, recorded: Timestamp) -> Entry {
    let payload = Payload::of(&json!({ STATEMENT: statement.jwt() })).unwrap();
    Entry { at: recorded, actor: actor.to_owned(), kind: kind.to_owned(), subject: "declaration-1".to_owned(), payload }
}

pub(crate) fn provider() -> Instance {
    Instance::new(PROVIDER, OFFICE, 20)
}

pub(crate) fn office() -> Instance {
    Instance::new(OFFICE, PROVIDER, 30)
}

/// A declaration of which the contact stays hidden; its entry is private in the log of the provider.
pub(crate) fn declaration() -> String {
    let body = json!({ "scope": "full", "models": ["M1", "M2"], "contact": { "name": "Ada", "phone": "+32 2 555" } });
    let (code, version) = ("gpai".to_owned(), "2025-07-10".to_owned());
    let claims = PackageClaims {
        issuer: PROVIDER.to_owned(),
        addressee: OFFICE.to_owned(),
        id: "declaration-1".to_owned(),
        subject: PROVIDER.to_owned(),
        kind: PackageKind::AdherenceDeclaration,
        sequence: 1,
        supersedes: None,
        code: CodeVersion { code, version, digest: FileDigest::of(b"the code") },
        issued: at(0),
        expires: Some(at(86_400)),
        body: body.as_object().unwrap().clone(),
    };
    let hidden = ["/body/contact", "/body/models/1"].map(|place| place.parse().unwrap());
    let hiding = Hiding { places: hidden.into(), decoys: 1 };
    let salts = (1_u128..).map(u128::to_be_bytes);
    let statement = author(&claims, &hiding, &key(2), salts).unwrap();
    let shown = statement.present(&["/body/models/1".parse().unwrap()].into()).unwrap();

    let opening = Opening::new(entry("package.sent", "person-1", &shown, at(1)), [9; 32]).unwrap();
    let receipt = provider().receipt(&[BEFORE.to_vec(), opening.commitment().to_bytes().unwrap()], 1, at(2));
    let records = vec![LoggedRecord::opened(&opening, &receipt).unwrap()];
    let keys = vec![introduce(PROVIDER, &known(2, &[DECLARATION]), at(-5), &key(1))];
    Letter { kind: LetterKind::Package, statement: shown, keys, records }.to_text().unwrap()
}

pub(crate) fn acknowledgement() -> String {
    let acknowledgement = Acknowledgement {
        issuer: OFFICE.to_owned(),
        addressee: PROVIDER.to_owned(),
        package: FileDigest::of(declaration().as_bytes()),
        decision: Decision::Accepted,
        issued: at(10),
    };
    let statement = acknowledge(&acknowledgement, &key(3)).unwrap();
    let entry = entry("package.accepted", "person-2", &statement, at(10));
    let receipt = office().receipt(&[BEFORE.to_vec(), entry.to_bytes().unwrap()], 1, at(11));
    let records = vec![LoggedRecord::public(&entry, &receipt).unwrap()];
    Letter { kind: LetterKind::Acknowledgement, statement, keys: Vec::new(), records }.to_text().unwrap()
}

/// Whoever reads a letter, and what they know.
struct Reader {
    identity: &'static str,
    trust: Trust,
    policy: Policy,
    now: Timestamp,
    sent: FileDigest,
}

impl Reader {
    fn office() -> Self {
        let mut trust = Trust::default();
        trust.insert(PROVIDER, known(1, &[DECLARATION, Power::IntroduceKeys]));
        Self { identity: OFFICE, trust, policy: provider().policy(), now: at(5), sent: FileDigest::of(b"") }
    }

    fn provider() -> Self {
        let mut trust = Trust::default();
        trust.insert(OFFICE, known(3, &[Power::Acknowledge]));
        let sent = FileDigest::of(declaration().as_bytes());
        Self { identity: PROVIDER, trust, policy: office().policy(), now: at(12), sent }
    }

    fn recipient(&self) -> Recipient<'_> {
        Recipient { identity: self.identity, trust: &self.trust, policy: &self.policy, now: self.now }
    }

    fn files(&self, bytes: &[u8]) -> bool {
        verify_package(bytes, &self.recipient(), &History::default()).is_ok()
    }

    fn relies_on(&self, bytes: &[u8]) -> bool {
        let sent = Sent { digest: self.sent, addressee: OFFICE };
        verify_acknowledgement(bytes, &self.recipient(), sent).is_ok()
    }
}

#[test]
fn the_golden_package_is_written_today_as_it_was_and_filed() {
    let text = golden("declaration.adhere-package", &declaration());
    assert!(Reader::office().files(text.as_bytes()));
    assert!(!text.contains("Ada"));
}

#[test]
fn the_golden_acknowledgement_is_written_today_as_it_was_and_relied_on() {
    let text = golden("declaration.adhere-acknowledgement", &acknowledgement());
    assert!(Reader::provider().relies_on(text.as_bytes()));
}

#[test]
fn foreign_libraries_read_the_statement_of_a_package() {
    let letter = Letter::parse(LetterKind::Package, declaration().as_bytes()).unwrap();
    let verify = |seed: u8| {
        let x = URL_SAFE_NO_PAD.encode(key(seed).public().bytes());
        let key = json!({ "kty": "OKP", "crv": "Ed25519", "x": x, "d": URL_SAFE_NO_PAD.encode([seed; 32]) });
        json!({ "do": "verify", "text": letter.statement.to_string(), "key": key, "now": at(5).as_second() })
    };
    let ours = letter.statement.verify(PACKAGE_TYPE, &key(2).public()).unwrap().claims;
    for tool in ["python", "node"] {
        let [read, by_another_key] = ask(tool, &[verify(2), verify(1)]).try_into().unwrap();
        assert_eq!(read["claims"], json!(ours), "{tool}: {read}");
        assert!(by_another_key["refused"].is_string(), "{tool}: {by_another_key}");
    }
}

#[test]
fn golden_letters_are_refused_with_any_byte_altered() {
    let (office, provider) = (Reader::office(), Reader::provider());
    for (at, bit, altered) in flipped_bytes(&declaration()) {
        assert!(!office.files(&altered), "bit {bit} of byte {at} of the package");
    }
    for (at, bit, altered) in flipped_bytes(&acknowledgement()) {
        assert!(!provider.relies_on(&altered), "bit {bit} of byte {at} of the acknowledgement");
    }
}
