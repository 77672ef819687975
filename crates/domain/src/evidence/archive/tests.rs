//! Cases of each rule, in the order of the refusals.

use jiff::civil::{Date, date};

use super::{Archive, EvidenceCommand};
use crate::evidence::fixtures::{add, archive, attachment, evidence, item, withdraw};
use crate::evidence::item::{ItemStanding, MediaType};
use crate::evidence::passage::Passage;

const MARCH: Date = date(2026, 3, 1);

fn check_refused(before: &[EvidenceCommand], command: EvidenceCommand, rule: &str) {
    let refusal = archive(before).decide(command).expect_err(rule);
    assert_eq!(refusal.rule().id, rule, "{refusal}");
}

fn check_repeatable(commands: &[EvidenceCommand]) {
    assert_eq!(archive(commands).decide(commands.last().unwrap().clone()), Ok(Vec::new()));
}

fn attach(id: &str, passage: Option<Passage>) -> EvidenceCommand {
    EvidenceCommand::Attach(attachment(id, passage))
}

#[test]
fn what_is_attached_or_withdrawn_was_added() {
    check_refused(&[], attach("policy", None), "evidence-known");
    check_refused(&[], withdraw("policy", MARCH), "evidence-known");
    check_repeatable(&[add("policy", None)]);
    check_refused(&[add("policy", None)], add("policy", Some(MARCH)), "evidence-new");
    check_refused(&[], add("policy", Some(date(2026, 1, 1))), "evidence-period");
}

#[test]
fn a_file_and_its_passages_are_attached_apart() {
    let passage = || Passage::new("We keep logs.", "", "", None);
    let both = [add("policy", None), attach("policy", None), attach("policy", passage())];
    check_repeatable(&both);
    assert_eq!(archive(&both).attachments.len(), 2);
    let detach = EvidenceCommand::Detach(attachment("policy", passage()));
    let one = [both[0].clone(), both[1].clone(), both[2].clone(), detach.clone()];
    assert_eq!(archive(&one).attachments, [attachment("policy", None)]);
    check_refused(&one, detach.clone(), "evidence-attached");
    let event = archive(&both).decide(detach).unwrap().remove(0);
    assert_eq!(Archive::default().apply(event).unwrap_err().kind, "evidence.detached");
}

#[test]
fn evidence_speaks_from_its_day_until_it_expires_or_is_withdrawn() {
    let standing = |commands: &[EvidenceCommand], day| archive(commands).items[&evidence("policy")].standing(day);
    let (first, june) = (date(2026, 1, 1), date(2026, 6, 1));
    let added = add("policy", Some(june));
    let of_added = |day| standing(std::slice::from_ref(&added), day);
    assert_eq!(of_added(date(2025, 12, 31)), ItemStanding::NotYet(first));
    assert_eq!([first, date(2026, 5, 31)].map(of_added), [ItemStanding::Speaks; 2]);
    assert_eq!(of_added(june), ItemStanding::Expired(june));
    let withdrawn = [added, withdraw("policy", MARCH)];
    check_repeatable(&withdrawn);
    assert_eq!(standing(&withdrawn, date(2026, 2, 28)), ItemStanding::Speaks);
    assert_eq!(standing(&withdrawn, june), ItemStanding::Withdrawn(MARCH));
    check_refused(&withdrawn, withdraw("policy", june), "evidence-withdrawn");
    check_refused(&withdrawn, attach("policy", None), "evidence-withdrawn");
}

#[test]
fn a_media_type_has_a_type_and_a_subtype() {
    for right in ["application/pdf", "text/html", "image/svg+xml", "application/vnd.oasis.opendocument.text"] {
        assert_eq!(MediaType::parse(right).map(|known| known.to_string()).as_deref(), Some(right));
    }
    for wrong in ["pdf", "/pdf", "text/", "Text/HTML", "text/html; charset=utf-8", "a/b/c", "+a/b"] {
        assert_eq!(MediaType::parse(wrong), None, "{wrong}");
    }
    assert_eq!(item("policy", None).media_type.as_str(), "application/pdf");
}
