use jiff::civil::{Date, date};

use super::{Act, ActText, Corpus, ElementId, End, Provision, Standing, Version};

fn version(from: Date, end: Option<End>, published: Date, gist: &str) -> Version {
    Version {
        from,
        end,
        published,
        amended_by: None,
        source: String::new(),
        standing: Standing::OfficialCopy,
        gist: gist.to_owned(),
    }
}

/// Art. 56(6), second subparagraph: in force until the Omnibus; first subparagraph: replaced by it.
fn provisions() -> (Provision, Provision) {
    let (start, change) = (date(2024, 8, 1), date(2026, 7, 27));
    let provision = |versions| Provision {
        id: ElementId::of("art_56__para_6"),
        anchor: None,
        cite: "Art. 56(6)".to_owned(),
        applies: None,
        versions,
    };
    let end = End { until: change, published: date(2026, 7, 24) };
    let old = version(start, Some(end), date(2024, 7, 12), "old");
    let new = version(change, None, date(2026, 7, 24), "new");
    (provision(vec![old.clone(), new]), provision(vec![old]))
}

#[test]
fn the_version_in_force_is_found_on_both_neighbours_of_every_date() {
    let (replaced, deleted) = provisions();
    let known = date(2026, 11, 22);
    for (as_of, replaced_gist, deleted_gist) in [
        (date(2024, 7, 31), None, None),
        (date(2024, 8, 1), Some("old"), Some("old")),
        (date(2026, 7, 26), Some("old"), Some("old")),
        (date(2026, 7, 27), Some("new"), None),
    ] {
        assert_eq!(replaced.version(as_of, known).map(|v| v.gist.as_str()), replaced_gist, "{as_of}");
        assert_eq!(deleted.version(as_of, known).map(|v| v.gist.as_str()), deleted_gist, "{as_of}");
    }
}

#[test]
fn what_was_not_published_was_not_known() {
    let (replaced, deleted) = provisions();
    let as_of = date(2026, 8, 15);
    for (known_at, replaced_gist, deleted_gist) in [
        (date(2024, 7, 11), None, None),
        (date(2024, 7, 12), Some("old"), Some("old")),
        (date(2026, 7, 23), Some("old"), Some("old")),
        (date(2026, 7, 24), Some("new"), None),
    ] {
        assert_eq!(replaced.version(as_of, known_at).map(|v| v.gist.as_str()), replaced_gist, "{known_at}");
        assert_eq!(deleted.version(as_of, known_at).map(|v| v.gist.as_str()), deleted_gist, "{known_at}");
    }
}

#[test]
fn an_element_contains_itself_and_what_lies_within() {
    let contains = |a, b| ElementId::of(a).contains(b);
    assert!(contains("art_53__para_1", "art_53__para_1"));
    assert!(contains("art_53__para_1", "art_53__para_1__point_a"));
    assert!(!contains("art_53__para_1__point_a", "art_53__para_1"));
    assert!(!contains("art_5", "art_53"));
    assert!(!contains("art_53__para_1", "art_53__para_10"));
}

#[test]
fn an_id_has_letters_digits_and_underscores() {
    let id = ElementId::parse("art_53__para_1").unwrap();
    assert_eq!((id.to_string().as_str(), id.as_str()), ("art_53__para_1", "art_53__para_1"));
    for text in ["", "art 53", "art_53(1)", "art-53", "é"] {
        assert_eq!(ElementId::parse(text), None, "{text}");
    }
}

#[test]
fn a_citation_falls_back_to_the_id() {
    let (provision, _) = provisions();
    let act = Act { celex: String::new(), name: String::new(), title: String::new(), eli: String::new() };
    let corpus = Corpus { acts: vec![ActText { act, provisions: [(provision.id.clone(), provision)].into() }] };
    assert_eq!(corpus.cite("art_56__para_6"), "Art. 56(6)");
    assert_eq!(corpus.cite("art_1"), "art_1");
    assert_eq!(Corpus::default().cite("art_1"), "art_1");
    assert_eq!(
        [Standing::OfficialCopy, Standing::HandCopy, Standing::Secondary].map(Standing::id),
        ["official-copy", "hand-copy", "secondary"]
    );
}
