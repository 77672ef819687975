//! Cases of each rule, in the order of the refusals.

use jiff::civil::{Date, date};

use super::{Basis, Follows, Publication, Publications, Succession};
use crate::codes::id::PartId;
use crate::codes::profile::Profile;
use crate::digest::Digest;
use crate::text::NonEmptyText;

const TODAY: Date = date(2026, 11, 22);
const DRAFT: Date = date(2025, 3, 11);
const FINAL: Date = date(2025, 7, 10);
const SECOND: Date = date(2026, 9, 1);

fn id(text: &str) -> PartId {
    PartId::parse(text).unwrap()
}

fn version(version: &str, published: Date, follows: Option<&str>) -> Publication {
    let unsaid = |version| Follows { version: id(version), succession: Succession::Unsaid };
    Publication {
        code: id("gpai"),
        version: id(version),
        digest: Digest::new([version.as_bytes()[0]; 32]),
        source: Digest::new([version.as_bytes()[0]; 32]),
        profile: Profile::Aia56,
        published,
        follows: follows.map(unsaid),
    }
}

fn published(versions: &[Publication]) -> Publications {
    versions.iter().fold(Publications::default(), |publications, version| {
        let events = publications.decide(version.clone(), TODAY).unwrap_or_else(|refusal| panic!("{refusal}"));
        events.into_iter().fold(publications, |publications, event| publications.apply(event).unwrap())
    })
}

fn check_refused(before: &[Publication], next: Publication, rule: &str) {
    let refusal = published(before).decide(next, TODAY).unwrap_err();
    assert_eq!(refusal.rule().id, rule, "{refusal}");
}

#[test]
fn a_version_has_one_text_for_ever() {
    let first = version("1", FINAL, None);
    let before = [first.clone()];
    assert_eq!(published(&before).decide(first.clone(), TODAY), Ok(Vec::new()), "published again, just so");
    check_refused(&before, Publication { digest: Digest::new([0; 32]), ..first.clone() }, "publication-one-text");
    check_refused(&before, Publication { published: SECOND, ..first.clone() }, "publication-one-text");
    check_refused(&before, Publication { source: Digest::new([0; 32]), ..first.clone() }, "publication-one-text");
    let same_text = Publication { digest: first.digest, ..version("2", SECOND, Some("1")) };
    check_refused(&before, same_text, "publication-one-text");
    let events = Publications::default().decide(first, TODAY).unwrap();
    let misfit = published(&before).apply(events[0].clone()).unwrap_err();
    assert_eq!((misfit.kind, misfit.subject.as_str()), ("code.published", "gpai"));
}

#[test]
fn nothing_is_published_ahead_of_its_day_or_as_another_kind_of_code() {
    check_refused(&[], version("1", date(2026, 11, 23), None), "publication-not-ahead");
    let conduct = Publication { profile: Profile::Aia95, ..version("2", SECOND, Some("1")) };
    check_refused(&[version("1", FINAL, None)], conduct, "publication-one-profile");
}

#[test]
fn a_version_says_which_it_follows() {
    let before = [version("1", FINAL, None)];
    check_refused(&before, version("2", SECOND, None), "publication-follows");
    check_refused(&before, version("2", SECOND, Some("0")), "publication-follows");
    check_refused(&before, version("0", DRAFT, Some("1")), "publication-follows");
    check_refused(&before, version("2", FINAL, None), "publication-follows");
    let basis = Basis::Operator(NonEmptyText::parse("the text is new").unwrap());
    let ends = |on| Some(Follows { version: id("1"), succession: Succession::Ends { on, basis: basis.clone() } });
    let early = Publication { follows: ends(FINAL), ..version("2", SECOND, None) };
    check_refused(&before, early, "publication-follows");
    let in_time = Publication { follows: ends(SECOND), ..version("2", SECOND, None) };
    assert_eq!(published(&before).decide(in_time, TODAY).map(|events| events.len()), Ok(1));
}

#[test]
fn the_current_version_is_the_last_published_by_the_day_whenever_it_was_recorded() {
    let versions = [
        version("1", FINAL, None),
        version("3", SECOND, Some("1")),
        version("2", FINAL, Some("1")),
        version("0", DRAFT, None),
    ];
    let publications = published(&versions);
    let current = |day| publications.current(&id("gpai"), day).map(|current| current.version.to_string());
    assert_eq!(current(date(2025, 3, 10)), None);
    assert_eq!(current(date(2025, 7, 9)).as_deref(), Some("0"));
    assert_eq!(current(FINAL).as_deref(), Some("2"), "published on the same day in place of the first");
    assert_eq!(current(TODAY).as_deref(), Some("3"));
    assert_eq!(publications.current(&id("another"), TODAY), None);
    assert_eq!(publications.version(&id("gpai"), &id("0")).map(|draft| draft.published), Some(DRAFT));
}
