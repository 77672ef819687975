//! Packages: filed when everything about them is right, and refused with the one reason that is wrong otherwise.

mod acknowledging;
mod keys;
mod world;

use serde_json::json;

use super::claims::{ClaimsError, PackageClaims};
use super::digest::FileDigest;
use super::kind::PackageKind;
use super::letter::{LARGEST, Letter, LetterError, LetterKind};
use super::logged::RecordError;
use super::refusal::PackageRefusal;
use super::trust::{KeyFault, Power};
use super::verify::{History, Last, announced, author};
use crate::disclosure::SdJwt;
use crate::disclosure::error::DisclosureError;
use crate::disclosure::issue::{Hiding, issue};
use crate::disclosure::pointer::Pointer;
use crate::jwt::{Claims, JwtError};
use crate::receipt::ReceiptError;
use world::{OFFICE, PROVIDER, World, at, claims, places, salts, secret, signed};

#[test]
fn a_package_is_filed_with_what_was_disclosed() {
    let world = World::new();
    let whole = signed(&claims());
    let shown = whole.present(&places(&["/body/models/1"])).unwrap();
    let bytes = world.package(&shown);
    let package = world.verify(&bytes, &History::default()).unwrap();
    assert_eq!(package.claims.body, *json!({ "scope": "full", "models": ["M1", "M2"] }).as_object().unwrap());
    let withheld: Vec<(String, usize)> = package.withheld.iter().map(|(at, most)| (at.to_string(), *most)).collect();
    assert_eq!(withheld, [("/body".to_owned(), 2), ("/body/models".to_owned(), 1)]);
    assert_eq!(package.digest, FileDigest::of(&bytes));
    assert_eq!(package.authorship.organisation, PROVIDER);
    assert_eq!(package.authorship.logged[0].witnessed_at, Some(at(60)));
    assert_eq!(announced(&bytes).unwrap().thread, package.claims.thread());
}

#[test]
fn a_package_whose_entry_is_private_is_filed_with_its_opening() {
    let world = World::new();
    let statement = signed(&claims());
    let mut letter = world.letter(&statement);
    letter.records = vec![world.private_record(&statement)];
    let package = world.verify(letter.to_text().unwrap().as_bytes(), &History::default()).unwrap();
    assert_eq!(package.claims, claims());
}

#[test]
fn every_altered_byte_of_a_package_makes_it_refused() {
    let world = World::new();
    let bytes = world.package(&signed(&claims()).present(&places(&["/body/reason"])).unwrap());
    world.verify(&bytes, &History::default()).unwrap();
    for place in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[place] ^= 1 << (place % 8);
        assert!(world.verify(&altered, &History::default()).is_err(), "byte {place}");
    }
}

/// Verifies a package of claims that were changed.
fn refusal_of(change: impl FnOnce(&mut PackageClaims)) -> PackageRefusal {
    let world = World::new();
    let mut claims = claims();
    change(&mut claims);
    world.verify(&world.package(&signed(&claims)), &History::default()).unwrap_err()
}

/// Verifies a package of claims as a program could write them that is not ours.
fn refusal_of_raw(change: impl FnOnce(&mut Claims), hidden: &[&str]) -> PackageRefusal {
    let world = World::new();
    let mut raw = Claims::from(&claims());
    change(&mut raw);
    let hiding = Hiding { places: places(hidden), decoys: 0 };
    let statement = issue(super::claims::PACKAGE_TYPE, raw, &hiding, &secret(1), salts()).unwrap();
    world.verify(&world.package(&statement), &History::default()).unwrap_err()
}

#[test]
fn a_package_for_somebody_else_is_refused() {
    let refusal = refusal_of(|claims| claims.addressee = "another".to_owned());
    let (expected, found) = (OFFICE.to_owned(), "another".to_owned());
    assert_eq!(refusal, PackageRefusal::WrongAddressee { expected, found });
    assert_eq!(refusal.code(), "wrong-addressee");
}

#[test]
fn a_package_from_the_future_or_that_came_too_late_is_refused() {
    let world = World::new();
    let refusal = refusal_of(|claims| claims.issued = at(1000 + 301));
    assert_eq!(refusal, PackageRefusal::NotYetValid { issued: at(1301), now: world.now });
    assert_eq!(refusal.code(), "not-yet-valid");
    let refusal = refusal_of(|claims| claims.expires = Some(world.now));
    assert_eq!(refusal, PackageRefusal::Expired { expires: world.now, now: world.now });
    assert_eq!(refusal.code(), "expired");
    // Clocks may differ by five minutes.
    let ahead = PackageClaims { issued: at(1000 + 300), expires: Some(at(1001)), ..claims() };
    world.verify(&world.package(&signed(&ahead)), &History::default()).unwrap();
}

#[test]
fn a_package_of_an_unknown_kind_or_form_is_refused() {
    let refusal = refusal_of_raw(|claims| _ = claims.insert("package".to_owned(), json!("wish-list")), &[]);
    assert!(matches!(refusal, PackageRefusal::Claims(ClaimsError::Kind(_))));
    assert_eq!(refusal.code(), "unknown-kind");
    for (name, value) in [
        ("v", json!(2)),
        ("sequence", json!(-1)),
        ("sequence", json!(0)),
        ("sequence", json!(2)),
        ("supersedes", json!("p0")),
        ("jti", json!("")),
        ("aud", json!(["office"])),
        ("body", json!("text")),
        ("code", json!({ "id": "gpai", "version": "1", "sha256": "00" })),
        ("more", json!(true)),
    ] {
        let refusal = refusal_of_raw(|claims| _ = claims.insert(name.to_owned(), value.clone()), &[]);
        assert_eq!(refusal.code(), "wrong-claims", "{name}: {value}: {refusal:?}");
    }
}

#[test]
fn what_frames_a_statement_cannot_be_hidden() {
    for hidden in ["/sequence", "/code/version", "/body"] {
        let refusal = refusal_of_raw(|_| (), &[hidden]);
        assert!(matches!(refusal, PackageRefusal::HiddenFrame { .. }), "{hidden}: {refusal:?}");
        let hiding = Hiding { places: places(&[hidden]), decoys: 0 };
        let refusal = author(&claims(), &hiding, &secret(1), salts()).unwrap_err();
        assert!(matches!(refusal, DisclosureError::MustStayVisible { .. }), "{hidden}: {refusal:?}");
    }
}

#[test]
fn an_altered_package_is_refused() {
    let world = World::new();
    let statement = signed(&claims());
    let another = PackageClaims { subject: "another".to_owned(), ..claims() };
    let (header, rest) = statement.jwt().split_once('.').unwrap();
    let signature = rest.rsplit_once('.').unwrap().1;
    let payload = signed(&another).jwt().split('.').nth(1).unwrap().to_owned();
    let forged = SdJwt::parse(&format!("{header}.{payload}.{signature}~")).unwrap();
    let refusal = world.verify(&world.package(&forged), &History::default()).unwrap_err();
    assert_eq!(refusal, PackageRefusal::Disclosure(DisclosureError::Jwt(JwtError::Signature)));
    assert_eq!(refusal.code(), "altered");

    let other = signed(&PackageClaims { id: "p9".to_owned(), ..claims() });
    let mixed = SdJwt::parse(&format!("{}~{}~", statement.jwt(), other.disclosures()[0].text()));
    // Salts are the same in this test, and so is a disclosure of the same value; one of another value is not.
    world.verify(&world.package(&mixed.unwrap()), &History::default()).unwrap();
    let forged = SdJwt::parse(&format!("{}~WyJzYWx0IiwicmVhc29uIiwiYWx0ZXJlZCJd~", statement.jwt())).unwrap();
    let refusal = world.verify(&world.package(&forged), &History::default()).unwrap_err();
    assert!(matches!(refusal, PackageRefusal::Disclosure(DisclosureError::UnreferencedDisclosure { .. })));
    assert_eq!(refusal.code(), "altered");
}

#[test]
fn a_package_is_filed_once_and_in_its_order() {
    let world = World::new();
    let verify = |sequence: u64, supersedes: Option<&str>, history: &History| {
        let supersedes = supersedes.map(str::to_owned);
        let claims = PackageClaims { id: format!("p{sequence}"), sequence, supersedes, ..claims() };
        world.verify(&world.package(&signed(&claims)), history).map(|package| package.claims.sequence)
    };
    let history = |ids: &[&str], sequence: u64, id: &str| History {
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
        last: Some(Last { sequence, id: id.to_owned() }),
    };

    let refusal = verify(1, None, &history(&["p1"], 1, "p1")).unwrap_err();
    assert_eq!((refusal.code(), &refusal), ("replayed", &PackageRefusal::Replayed { id: "p1".to_owned() }));
    let refusal = verify(2, Some("p1"), &history(&["p3"], 3, "p3")).unwrap_err();
    assert_eq!((refusal.code(), &refusal), ("older-version", &PackageRefusal::OlderVersion { sequence: 2, last: 3 }));
    // Two packages with one number: the second is no newer version of the first.
    assert_eq!(verify(2, Some("p1"), &history(&["q2"], 2, "q2")).unwrap_err().code(), "older-version");
    let refusal = verify(3, Some("p2"), &history(&["q2"], 2, "q2")).unwrap_err();
    let (expected, found) = ("q2".to_owned(), "p2".to_owned());
    assert_eq!(refusal, PackageRefusal::WrongPredecessor { expected, found });
    assert_eq!(refusal.code(), "wrong-predecessor");

    assert_eq!(verify(2, Some("p1"), &history(&["p1"], 1, "p1")), Ok(2));
    // What came between did not arrive here, or not yet.
    assert_eq!(verify(4, Some("p3"), &history(&["p1"], 1, "p1")), Ok(4));
    assert_eq!(verify(2, Some("p1"), &History::default()), Ok(2));
}

#[test]
fn a_package_that_no_log_has_is_refused() {
    let world = World::new();
    let statement = signed(&claims());
    let verify = |records| {
        let letter = Letter { records, ..world.letter(&statement) };
        let refusal = world.verify(letter.to_text().unwrap().as_bytes(), &History::default()).unwrap_err();
        assert_eq!(refusal.code(), "not-logged");
        refusal
    };
    assert_eq!(verify(Vec::new()), PackageRefusal::NotLogged);
    let other = signed(&PackageClaims { id: "p9".to_owned(), ..claims() });
    let refusal = verify(vec![world.record(&other, "package.sent")]);
    assert!(matches!(refusal, PackageRefusal::Record(RecordError::OtherStatement { .. })));
    let refusal = verify(vec![world.record(&statement, "package.accepted")]);
    assert!(matches!(refusal, PackageRefusal::Record(RecordError::OtherStatement { .. })));
    // One record that does not hold spoils the letter, whatever others prove.
    let refusal = verify(vec![world.record(&statement, "package.sent"), world.unproven_record(&statement)]);
    assert!(matches!(refusal, PackageRefusal::Record(RecordError::Receipt(ReceiptError::Proof { .. }))));
}

#[test]
fn a_package_whose_log_too_few_witnesses_saw_is_refused() {
    let world = World { witnessed_at: None, ..World::new() };
    let refusal = world.verify(&world.package(&signed(&claims())), &History::default()).unwrap_err();
    assert!(matches!(refusal, PackageRefusal::Record(RecordError::Receipt(ReceiptError::Endorsement(_)))));
    assert_eq!(refusal.code(), "not-logged");
}

#[test]
fn a_file_that_is_not_spelled_as_letters_are_is_refused() {
    let world = World::new();
    let bytes = world.package(&signed(&claims()));
    let text = String::from_utf8(bytes.clone()).unwrap();
    let refusal = |bytes: &[u8]| world.verify(bytes, &History::default()).unwrap_err();
    for altered in [
        text.trim_end().to_owned(),
        format!("{text} "),
        text.replacen("\"keys\"", " \"keys\"", 1),
        text.replacen("adhere-package", "adhere\\u002dpackage", 1),
    ] {
        assert_eq!(refusal(altered.as_bytes()), PackageRefusal::Letter(LetterError::Spelling));
    }
    let form = |altered: &str| assert_eq!(refusal(altered.as_bytes()).code(), "malformed", "{altered}");
    form("");
    form("{}");
    form(&text.replacen("adhere-package/1", "adhere-package/2", 1));
    form(&text.replacen("\"keys\"", "\"more\": 1, \"keys\"", 1));
    form(&text.replacen("\"keys\"", "\"keys\": [], \"keys\"", 1));
    assert_eq!(Letter::parse(LetterKind::Acknowledgement, &bytes), Err(LetterError::Kind));
    let refusal = refusal(&vec![b' '; LARGEST + 1]);
    assert_eq!(refusal, PackageRefusal::Letter(LetterError::TooLarge { found: LARGEST + 1 }));
    assert_eq!(refusal.code(), "too-large");
}

#[test]
fn a_key_signs_only_the_kinds_that_it_may() {
    let refusal = refusal_of(|claims| claims.kind = PackageKind::EvidenceIndex);
    let power = Power::Package(PackageKind::EvidenceIndex);
    assert!(matches!(&refusal, PackageRefusal::Key(KeyFault::Powerless { power: found, .. }) if *found == power));
    assert_eq!(refusal.code(), "key-without-power");
}

#[test]
fn a_digest_is_read_in_one_spelling() {
    let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(text.parse(), Ok(FileDigest::of(b"")));
    assert_eq!(FileDigest::of(b"").to_string(), text);
    for wrong in [text.trim_start_matches('e'), &text.to_uppercase(), &text.replace('e', "g"), &format!("{text}00"), ""]
    {
        assert!(wrong.parse::<FileDigest>().is_err(), "{wrong}");
    }
}

#[test]
fn places_of_a_body_are_below_it() {
    assert_eq!("/body/a/0".parse::<Pointer>().unwrap().parent().to_string(), "/body/a");
    assert_eq!(Pointer::default().parent(), Pointer::default());
}
