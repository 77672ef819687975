use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::Listed;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_journal::package::claims::{CodeVersion, PackageClaims};
use adhere_journal::package::digest::FileDigest;
use adhere_journal::package::kind::PackageKind;
use serde_json::{Value, json};

use super::{Effect, effect};
use crate::packages::{PackageError, accepted_by};

fn check(kind: PackageKind, body: Value) -> Result<Effect, PackageError> {
    let Value::Object(body) = body else { panic!("{body}") };
    let claims = PackageClaims {
        issuer: "maker".to_owned(),
        addressee: "office".to_owned(),
        id: "p1".to_owned(),
        subject: "adherence/a1".to_owned(),
        kind,
        sequence: 1,
        supersedes: None,
        code: CodeVersion { code: "gpai".to_owned(), version: "1".to_owned(), digest: FileDigest::of(b"code") },
        issued: "2026-02-02T12:00:00Z".parse().unwrap(),
        expires: None,
        body,
    };
    effect(&claims, &Id::parse("office").unwrap(), "2026-02-03".parse().unwrap())
}

fn declared(body: Value) -> Result<Effect, PackageError> {
    check(PackageKind::AdherenceDeclaration, body)
}

#[test]
fn a_declaration_is_listed_with_its_scope_and_until_its_end() {
    let full = json!({ "provider": "maker", "scope": "full", "declared": "2026-02-01" });
    let Ok(Effect::Listed(listing)) = declared(full) else { panic!("not listed") };
    assert_eq!((listing.listed, listing.since), (Listed::Signatory(Scope::Full), "2026-02-01".parse().ok()));
    assert_eq!(listing.source.as_str(), "packages accepted by office");
    assert_eq!(accepted_by(&listing.source), OrganisationId::parse("office"));
    for (until, is_signatory) in [("2026-02-03", false), ("2026-02-04", true)] {
        let ended = json!({ "provider": "maker", "scope": "art-53", "declared": "2026-02-01", "until": until });
        let Ok(Effect::Listed(listing)) = declared(ended) else { panic!("not listed") };
        assert_eq!(listing.listed != Listed::NotSignatory, is_signatory, "{until}");
    }
    let chapters = json!({ "provider": "maker", "scope": "chapters", "chapters": ["S"], "declared": "2026-02-01" });
    assert!(
        matches!(declared(chapters), Ok(Effect::Listed(it)) if matches!(it.listed, Listed::Signatory(Scope::Chapters(_))))
    );
}

#[test]
fn what_is_kept_back_or_declares_nothing_changes_nothing() {
    for (body, part) in [
        (json!({}), "provider"),
        (json!({ "provider": "maker", "declared": "2026-02-01" }), "scope"),
        (json!({ "provider": "maker", "scope": "chapters", "chapters": [], "declared": "2026-02-01" }), "scope"),
        (json!({ "provider": "maker", "scope": "full" }), "declared"),
    ] {
        assert_eq!(declared(body).unwrap(), Effect::Withheld(part));
    }
    assert_eq!(check(PackageKind::StatementSet, json!({ "provider": "maker" })).unwrap(), Effect::Nothing);
}

#[test]
fn nobody_declares_the_adherence_of_another() {
    let other = json!({ "provider": "other", "scope": "full", "declared": "2026-02-01" });
    assert!(matches!(declared(other), Err(PackageError::SpeaksForAnother { .. })));
}
