//! What comes back for a package, and when its sender can rely on it.

use super::super::acknowledgement::{
    Acknowledgement, Decision, Sent, VerifiedAcknowledgement, acknowledge, verify_acknowledgement,
};
use super::super::digest::FileDigest;
use super::super::letter::{Letter, LetterError, LetterKind};
use super::super::refusal::PackageRefusal;
use super::super::verify::History;
use super::world::{OFFICE, PROVIDER, World, at, claims, secret, signed};

fn acknowledgement() -> Acknowledgement {
    Acknowledgement {
        issuer: OFFICE.to_owned(),
        addressee: PROVIDER.to_owned(),
        package: FileDigest::of(b"package"),
        decision: Decision::Accepted,
        issued: at(900),
    }
}

fn file(world: &World, acknowledgement: &Acknowledgement, seed: u8) -> Vec<u8> {
    let statement = acknowledge(acknowledgement, &secret(seed)).unwrap();
    let records = vec![world.record(&statement, "package.accepted")];
    let letter = Letter { kind: LetterKind::Acknowledgement, statement, keys: Vec::new(), records };
    letter.to_text().unwrap().into_bytes()
}

fn verify(acknowledgement: &Acknowledgement, seed: u8) -> Result<VerifiedAcknowledgement, PackageRefusal> {
    let world = World::new();
    let sent = Sent { digest: FileDigest::of(b"package"), addressee: OFFICE };
    verify_acknowledgement(&file(&world, acknowledgement, seed), &world.recipient(PROVIDER), sent)
}

#[test]
fn an_acknowledgement_says_whether_the_package_was_filed() {
    let verified = verify(&acknowledgement(), 2).unwrap();
    assert_eq!(verified.acknowledgement, acknowledgement());
    assert_eq!(verified.authorship.organisation, OFFICE);
    let received = Acknowledgement { decision: Decision::Received, ..acknowledgement() };
    assert_eq!(verify(&received, 2).unwrap().acknowledgement, received);

    let world = World::new();
    let refusal = world.verify(b"{}", &History::default()).unwrap_err();
    let refused = Acknowledgement { decision: Decision::from(&refusal), ..acknowledgement() };
    let verified = verify(&refused, 2).unwrap();
    assert_eq!(verified.acknowledgement, refused);
    let Decision::Refused { code, reason } = verified.acknowledgement.decision else { panic!("it was refused") };
    assert_eq!((code.as_str(), reason), ("malformed", refusal.to_string()));
}

#[test]
fn an_acknowledgement_that_is_not_ours_to_rely_on_is_refused() {
    let code = |change: fn(&mut Acknowledgement), seed| {
        let mut changed = acknowledgement();
        change(&mut changed);
        verify(&changed, seed).unwrap_err().code()
    };
    assert_eq!(code(|it| it.addressee = "another".to_owned(), 2), "wrong-addressee");
    assert_eq!(code(|it| it.package = FileDigest::of(b"another"), 2), "other-package");
    assert_eq!(code(|it| it.issued = at(2000), 2), "not-yet-valid");
    assert_eq!(code(|_| (), 1), "unknown-key");
    assert_eq!(
        code(|it| it.decision = Decision::Refused { code: String::new(), reason: "x".to_owned() }, 2),
        "wrong-claims"
    );
    // The sender of the package cannot acknowledge it himself.
    assert_eq!(code(|it| it.issuer = PROVIDER.to_owned(), 1), "key-without-power");
}

#[test]
fn an_acknowledgement_by_somebody_who_was_not_addressed_is_refused() {
    let world = World::new();
    let bytes = file(&world, &acknowledgement(), 2);
    let sent = Sent { digest: FileDigest::of(b"package"), addressee: "another" };
    let refusal = verify_acknowledgement(&bytes, &world.recipient(PROVIDER), sent).unwrap_err();
    assert_eq!(refusal.code(), "wrong-receiver");
}

#[test]
fn every_altered_byte_of_an_acknowledgement_makes_it_refused() {
    let world = World::new();
    let bytes = file(&world, &acknowledgement(), 2);
    let sent = Sent { digest: FileDigest::of(b"package"), addressee: OFFICE };
    for place in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[place] ^= 1 << (place % 8);
        let verified = verify_acknowledgement(&altered, &world.recipient(PROVIDER), sent);
        assert!(verified.is_err(), "byte {place}");
    }
}

#[test]
fn a_package_is_not_taken_for_an_acknowledgement_nor_the_other_way_round() {
    let world = World::new();
    let sent = Sent { digest: FileDigest::of(b"package"), addressee: OFFICE };
    let package = world.package(&signed(&claims()));
    let refusal = verify_acknowledgement(&package, &world.recipient(PROVIDER), sent).unwrap_err();
    assert_eq!(refusal, PackageRefusal::Letter(LetterError::Kind));
    // Not even in the other's file: the tokens are of different types.
    let mut letter = world.letter(&acknowledge(&acknowledgement(), &secret(2)).unwrap());
    let bytes = letter.to_text().unwrap();
    assert_eq!(world.verify(bytes.as_bytes(), &History::default()).unwrap_err().code(), "altered");
    letter = Letter { kind: LetterKind::Acknowledgement, ..world.letter(&signed(&claims())) };
    let bytes = letter.to_text().unwrap();
    let refusal = verify_acknowledgement(bytes.as_bytes(), &world.recipient(PROVIDER), sent).unwrap_err();
    assert_eq!(refusal.code(), "altered");
}
