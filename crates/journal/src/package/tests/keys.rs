//! Whose keys count, from when to when, and how further keys come to count.

use super::super::claims::PackageClaims;
use super::super::key_statement::{KeyStatementError, introduce};
use super::super::kind::PackageKind;
use super::super::letter::Letter;
use super::super::refusal::PackageRefusal;
use super::super::trust::{KeyFault, KnownKey, Power, Trust};
use super::super::verify::{History, VerifiedPackage};
use super::world::{PROVIDER, World, at, claims, known, secret, signed, signed_by};
use crate::jwt::thumbprint::thumbprint;

const PACKAGE: Power = Power::Package(PackageKind::AdherenceDeclaration);

/// Verifies a package of the key that this changes.
fn verify_with(change: impl FnOnce(&mut KnownKey, &mut World)) -> Result<VerifiedPackage, PackageRefusal> {
    let mut world = World::new();
    let mut key = known(1, &[PACKAGE]);
    change(&mut key, &mut world);
    world.trust.insert(PROVIDER, key);
    world.verify(&world.package(&signed(&claims())), &History::default())
}

#[test]
fn a_package_of_an_unknown_key_or_organisation_is_refused() {
    let world = World::new();
    let refusal = |claims: &PackageClaims, seed| {
        world.verify(&world.package(&signed_by(claims, seed)), &History::default()).unwrap_err()
    };
    let by_unknown_key = refusal(&claims(), 3);
    let kid = thumbprint(&secret(3).public());
    assert_eq!(by_unknown_key, PackageRefusal::Key(KeyFault::Unknown { organisation: PROVIDER.to_owned(), kid }));
    assert_eq!(by_unknown_key.code(), "unknown-key");
    // The key of another organisation is not this one's.
    assert_eq!(refusal(&claims(), 2).code(), "unknown-key");
    assert_eq!(refusal(&PackageClaims { issuer: "nobody".to_owned(), ..claims() }, 1).code(), "unknown-key");
}

#[test]
fn a_signature_from_before_the_key_counts_is_refused() {
    let refusal = verify_with(|key, _| key.from = at(1)).unwrap_err();
    assert_eq!(refusal.code(), "key-not-yet-valid");
    verify_with(|key, _| key.from = at(0)).unwrap();
}

#[test]
fn what_witnesses_saw_in_time_outlives_its_key() {
    // Signed at 0, seen by witnesses at 60, received at 1000.
    for end in [61, 1000, 2000] {
        verify_with(|key, _| key.until = Some(at(end))).unwrap();
        verify_with(|key, _| key.revoked = Some(at(end))).unwrap();
    }
    for end in [-1, 0, 60] {
        assert_eq!(verify_with(|key, _| key.until = Some(at(end))).unwrap_err().code(), "key-expired", "{end}");
        assert_eq!(verify_with(|key, _| key.revoked = Some(at(end))).unwrap_err().code(), "key-revoked", "{end}");
    }
}

#[test]
fn without_witnesses_the_key_must_count_when_the_package_arrives() {
    let verify = |revoked| {
        verify_with(|key, world| {
            *world = World::without_witnesses();
            key.revoked = Some(at(revoked));
        })
    };
    verify(1001).unwrap();
    assert_eq!(verify(1000).unwrap_err().code(), "key-revoked");
    assert_eq!(verify(61).unwrap_err().code(), "key-revoked");
    let expired = verify_with(|key, world| {
        *world = World::without_witnesses();
        key.until = Some(at(999));
    });
    assert_eq!(expired.unwrap_err().code(), "key-expired");
}

/// Verifies a package signed with key 5, after these introductions.
fn verify_introduced(trust: &Trust, keys: Vec<String>) -> Result<VerifiedPackage, PackageRefusal> {
    let world = World { trust: trust.clone(), ..World::new() };
    let letter = Letter { keys, ..world.letter(&signed_by(&claims(), 5)) };
    world.verify(letter.to_text().unwrap().as_bytes(), &History::default())
}

#[test]
fn a_known_key_introduces_another_and_that_another() {
    let trust = World::new().trust;
    let four = introduce(PROVIDER, &known(4, &[PACKAGE, Power::IntroduceKeys]), at(-10), &secret(1));
    let five = introduce(PROVIDER, &known(5, &[PACKAGE]), at(-5), &secret(4));
    let package = verify_introduced(&trust, vec![four.clone(), five.clone()]).unwrap();
    let introduced: Vec<KnownKey> = package.authorship.introduced.into_values().collect();
    assert_eq!(introduced.len(), 2);
    for key in [known(4, &[PACKAGE, Power::IntroduceKeys]), known(5, &[PACKAGE])] {
        let is_it = |found: &&KnownKey| found.key.bytes() == key.key.bytes() && found.powers == key.powers;
        assert!(introduced.iter().any(|found| is_it(&found) && found.from == key.from && found.until.is_none()));
    }
    assert_eq!(verify_introduced(&trust, vec![five, four]).unwrap_err().code(), "unknown-key");
    assert_eq!(verify_introduced(&trust, Vec::new()).unwrap_err().code(), "unknown-key");
}

#[test]
fn an_introduction_that_is_not_right_is_refused() {
    let world = World::new();
    let five = known(5, &[PACKAGE]);
    let refusal = |trust: &Trust, statement: String| verify_introduced(trust, vec![statement]).unwrap_err();

    let other = introduce("another", &five, at(-5), &secret(1));
    let refused = refusal(&world.trust, other);
    assert!(matches!(refused, PackageRefusal::KeyStatement(KeyStatementError::OtherOrganisation { .. })));
    assert_eq!(refused.code(), "wrong-key-statement");

    let more = introduce(PROVIDER, &known(5, &[PACKAGE, Power::Acknowledge]), at(-5), &secret(1));
    let refused = refusal(&world.trust, more);
    assert!(matches!(refused, PackageRefusal::KeyStatement(KeyStatementError::ExceedsPowers { .. })));

    let by_office = introduce(PROVIDER, &five, at(-5), &secret(2));
    assert_eq!(refusal(&world.trust, by_office).code(), "unknown-key");

    let mut powerless = world.trust.clone();
    powerless.insert(PROVIDER, known(1, &[PACKAGE]));
    let right = introduce(PROVIDER, &five, at(-5), &secret(1));
    assert_eq!(refusal(&powerless, right.clone()).code(), "key-without-power");

    let many = vec![right.clone(); 9];
    let refused = verify_introduced(&world.trust, many).unwrap_err();
    assert_eq!(refused, PackageRefusal::KeyStatement(KeyStatementError::TooMany { found: 9 }));
    verify_introduced(&world.trust, vec![right]).unwrap();
}

#[test]
fn a_thief_of_a_revoked_key_introduces_nothing() {
    let mut trust = World::new().trust;
    trust.insert(PROVIDER, KnownKey { revoked: Some(at(500)), ..known(1, &[PACKAGE, Power::IntroduceKeys]) });
    // The thief dates it back to before the revocation.
    let statement = introduce(PROVIDER, &known(5, &[PACKAGE]), at(-5), &secret(1));
    assert_eq!(verify_introduced(&trust, vec![statement]).unwrap_err().code(), "key-revoked");
}

#[test]
fn what_is_known_of_a_key_is_not_overruled_by_an_introduction() {
    let mut trust = World::new().trust;
    trust.insert(PROVIDER, KnownKey { revoked: Some(at(50)), ..known(5, &[PACKAGE]) });
    let statement = introduce(PROVIDER, &known(5, &[PACKAGE]), at(-5), &secret(1));
    assert_eq!(verify_introduced(&trust, vec![statement]).unwrap_err().code(), "key-revoked");
}

#[test]
fn witnesses_whose_clocks_are_ahead_prove_what_is_there_now() {
    let verify = |revoked| {
        verify_with(|key, world| {
            world.witnessed_at = Some(at(5000));
            key.revoked = Some(at(revoked));
        })
    };
    verify(1001).unwrap();
    assert_eq!(verify(1000).unwrap_err().code(), "key-revoked");
}

#[test]
fn a_witness_that_is_not_asked_for_proves_no_time() {
    let verified = verify_with(|_, world| {
        *world = World::without_witnesses();
        world.witnessed_at = Some(at(60));
    });
    let authorship = verified.unwrap().authorship;
    assert_eq!((authorship.logged[0].witnessed_at, authorship.proven), (None, at(1000)));
}
