//! Two small versions of a code, and what became of their parts.

use jiff::civil::date;

use super::{Difference, PartFate, Version, difference};
use crate::codes::code::{Addressee, Chapter, Code, Commitment, Exemption, Extent, Ground, Measure, TextKind};
use crate::codes::id::PartId;
use crate::codes::lineage::{Descent, Fate, Lineage};
use crate::codes::profile::Profile;
use crate::law::corpus::ElementId;

fn id(text: &str) -> PartId {
    PartId::parse(text).unwrap()
}

fn measure((name, text): &(&str, &str)) -> Measure {
    Measure {
        id: id(name),
        title: "A title".to_owned(),
        covers: vec![ElementId::of("art_53__para_1__point_a")],
        condition: None,
        exemptions: Vec::new(),
        variants: Vec::new(),
        deadlines: Vec::new(),
        reports_to: Vec::new(),
        summary: (*text).to_owned(),
    }
}

/// A code of one commitment `C` with these measures: id and text.
fn code(version: &str, measures: &[(&str, &str)], lineage: Vec<(&str, Fate)>) -> Code {
    let commitment = Commitment {
        id: id("C"),
        title: "A commitment".to_owned(),
        objectives: Vec::new(),
        no_indicators: None,
        binds: Addressee::GeneralPurpose,
        covers: Vec::new(),
        summary: "Text".to_owned(),
        measures: measures.iter().map(measure).collect(),
    };
    let parts = lineage.into_iter().map(|(old, fate)| Descent { id: id(old), fate, note: None }).collect();
    Code {
        id: id("code"),
        title: "A code".to_owned(),
        version: id(version),
        published: date(2025, 7, 10),
        profile: Profile::Aia56,
        source: String::new(),
        text: TextKind::Full,
        language: None,
        objectives: Vec::new(),
        chapters: vec![Chapter { id: id("T"), title: "A chapter".to_owned(), commitments: vec![commitment] }],
        left_out: Vec::new(),
        indicators: None,
        no_indicators: None,
        lineages: vec![Lineage { from: id("1"), source: String::new(), parts }],
        events: Vec::new(),
    }
}

fn became(new: &[&str]) -> Fate {
    Fate::Became(new.iter().map(|new| id(new)).collect())
}

fn compared(old: &[(&str, &str)], new: &[(&str, &str)], lineage: Vec<(&str, Fate)>) -> Difference {
    let (old, new) = (code("1", old, Vec::new()), code("2", new, lineage));
    difference(Version { code: &old, texts: None }, Version { code: &new, texts: None })
}

/// The fates of the measures, as `old > new: fate`.
fn fates(difference: &Difference) -> Vec<String> {
    let part = |part: &super::PartChange| {
        let old: Vec<&str> = part.old.iter().map(PartId::as_str).collect();
        let new = part.new.as_ref().map_or("-", PartId::as_str);
        format!("{} > {new}: {}", old.join("+"), part.fate.id())
    };
    difference.parts.iter().filter(|part| part.kind == super::PartKind::Measure).map(part).collect()
}

#[test]
fn parts_keep_their_ids_or_are_lost() {
    let same = compared(&[("M1", "One.")], &[("M1", "One.")], Vec::new());
    assert_eq!(fates(&same), ["M1 > M1: unchanged"]);
    assert_eq!(same.changed().count(), 0);
    let changed = compared(&[("M1", "One."), ("M2", "Two.")], &[("M1", "Another."), ("M3", "Three.")], Vec::new());
    assert_eq!(fates(&changed), ["M1 > M1: changed", " > M3: new", "M2 > -: lost"]);
}

#[test]
fn lineage_tells_what_was_renumbered_moved_merged_split_and_dropped() {
    let old = [("M1", "One."), ("M2", "Two."), ("M3", "Three."), ("M4", "Four."), ("M5", "Five."), ("M6", "Six.")];
    let new = [("N1", "One."), ("N2", "Two, changed."), ("N3", "Three. Four."), ("N5", "Fi"), ("N6", "ve.")];
    let lineage = vec![
        ("M1", became(&["N1"])),
        ("M2", became(&["N2"])),
        ("M3", became(&["N3"])),
        ("M4", became(&["N3"])),
        ("M5", became(&["N5", "N6"])),
        ("M6", Fate::Dropped("No longer needed.".to_owned())),
    ];
    let difference = compared(&old, &new, lineage);
    assert_eq!(
        fates(&difference),
        [
            "M1 > N1: renumbered",
            "M2 > N2: moved",
            "M3+M4 > N3: merged",
            "M5 > N5: split",
            "M5 > N6: split",
            "M6 > -: dropped",
        ]
    );
    let merged = &difference.parts[3];
    assert!(merged.text.as_ref().unwrap().is_unchanged(), "the texts of both parts are one text now");
    assert_eq!(difference.parts.last().unwrap().notes, ["No longer needed."]);
    assert_eq!(difference.count(super::PartKind::Measure, PartFate::Split), 2);
}

#[test]
fn a_summary_is_not_compared_with_a_full_text() {
    let old = code("1", &[("M1", "The whole wording.")], Vec::new());
    let new = Code { text: TextKind::Summary, ..code("2", &[("M1", "In short.")], Vec::new()) };
    let summary = Version { code: &new, texts: None };
    let apart = difference(Version { code: &old, texts: None }, summary);
    assert!(!apart.texts_compared);
    assert_eq!(fates(&apart), ["M1 > M1: unchanged"], "title and attributes are the same, and nothing else is known");
    let texts = [(id("M1"), "The whole new wording.".to_owned()), (id("C"), "Text".to_owned())].into();
    let together = difference(Version { code: &old, texts: None }, Version { texts: Some(&texts), ..summary });
    assert!(together.texts_compared);
    assert_eq!(fates(&together), ["M1 > M1: changed"]);
}

#[test]
fn attributes_are_compared_as_they_are_written() {
    let old = code("1", &[("M1", "One.")], Vec::new());
    let mut new = code("2", &[("M1", "One.")], Vec::new());
    let measure = &mut new.chapters[0].commitments[0].measures[0];
    measure.covers = vec![ElementId::of("art_55__para_1__point_a")];
    let lifts = vec!["yearly".to_owned()];
    let (ground, extent, note) = (Ground::SimilarlySafe, Extent::Part, "less".to_owned());
    measure.exemptions = vec![Exemption { ground, extent, lifts, note }];
    measure.reports_to = vec!["ai-office".to_owned()];
    let difference = difference(Version { code: &old, texts: None }, Version { code: &new, texts: None });
    let told: Vec<String> = difference.parts[1]
        .attributes
        .iter()
        .map(|change| format!("{} -{:?} +{:?}", change.key, change.removed, change.added))
        .collect();
    assert_eq!(
        told,
        [
            r#"covers -["art_53__para_1__point_a"] +["art_55__para_1__point_a"]"#,
            r#"relief -[] +["similarly-safe", "similarly-safe lifts yearly"]"#,
            r#"report -[] +["ai-office"]"#,
        ]
    );
}
