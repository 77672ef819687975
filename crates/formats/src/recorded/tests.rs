use std::collections::BTreeSet;

use adhere_domain::adherence::record::{ImplementationState, Scope};
use adhere_domain::digest::Digest;
use adhere_domain::evidence::item::{Confidentiality, MediaType};
use adhere_domain::evidence::passage::Position;
use adhere_domain::id::Id;

use super::*;

fn part(text: &str) -> PartId {
    PartId::parse(text).unwrap()
}

fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn sample() -> Recorded {
    let item = |name: &str, withdrawn| RecordedItem {
        item: Item {
            id: Id::parse(name).unwrap(),
            digest: Digest::new([7; 32]),
            size: 12,
            media_type: MediaType::parse("text/plain").unwrap(),
            title: text("Prüfung \"eins\"\\ 2"),
            speaks_for: day("2026-01-01"),
            expires: Some(day("2027-01-01")),
            confidentiality: Confidentiality::SharedWithAuthority,
        },
        withdrawn,
    };
    let passage = Passage::new("said \"so\"\nand so", "it ", "", Some(Position { start: 3, end: 9 }));
    let content = Content {
        state: ImplementationState::Partial,
        text: Some(text("Half of it.\n\tThe rest later.")),
        owner: Some(text("Documentation")),
        due: Some(day("2026-12-31")),
    };
    let statement = |model: Option<&str>| RecordedStatement {
        code: part("gpai"),
        version: part("2025-07-10"),
        measure: part("T.M1.1"),
        model: model.map(part),
        content: content.clone(),
        evidence: vec![(Id::parse("e1").unwrap(), None), (Id::parse("e2").unwrap(), passage.clone())],
    };
    let adherence = |scope, models| Adherence {
        code: part("gpai"),
        version: part("2025-07-10"),
        scope,
        since: day("2025-08-01"),
        until: None,
        models,
        source: Some("a page".to_owned()),
    };
    let chapters = BTreeSet::from([part("S"), part("T")]);
    Recorded {
        adherences: vec![
            adherence(Scope::Full, None),
            adherence(Scope::Chapters(chapters.clone()), Some(chapters)),
            adherence(Scope::Article53, None),
        ],
        statements: vec![statement(None), statement(Some("m1"))],
        items: vec![item("e1", None), item("e2", Some((day("2026-06-01"), text("superseded"))))],
    }
}

#[test]
fn what_was_written_is_read_back_and_written_the_same() {
    let written = write_recorded(&sample());
    let (read, findings) = recorded(RECORDED_FILE, &written);
    assert!(findings.diagnostics.is_empty(), "{findings:?}\n{written}");
    assert_eq!(read.as_ref(), Some(&sample()), "{written}");
    assert_eq!(write_recorded(&read.unwrap()), written);
    assert_eq!(recorded(RECORDED_FILE, &write_recorded(&Recorded::default())).0, Some(Recorded::default()));
}

#[test]
fn what_was_recorded_goes_before_what_files_state() {
    let mut undertaking = Undertaking::default();
    undertaking.models.insert(part("m1"), adhere_domain::adherence::record::ModelRecord::default());
    sample().add_to(&mut undertaking);
    assert_eq!((undertaking.adherences.len(), undertaking.statements.len()), (3, 1));
    let shown: Vec<_> = undertaking.statements[0].evidence.iter().map(|it| it.place.clone()).collect();
    assert_eq!(shown, [EvidencePlace::File("e1".to_owned())], "what was withdrawn shows nothing");
    assert_eq!(undertaking.models[&part("m1")].statements.len(), 1);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let wrong = "format = 1\n[[statement]]\ncode = \"gpai\"\nversion = \"1\"\nmeasure = \"A\"\nstate = \"done\"\n\
                 [[statement.evidence]]\nitem = \"e9\"\n[[item]]\nid = \"e 1\"\n";
    let (read, findings) = recorded(RECORDED_FILE, wrong);
    assert_eq!(read, None);
    let told = findings.diagnostics.iter().map(|it| it.message.as_str()).collect::<Vec<_>>().join("\n");
    for part in ["`e9` is no item of this file", "`e 1` is not what `id` can be", "size"] {
        assert!(told.contains(part), "{part}: {told}");
    }
}
