//! Cases of each rule and each flag, then any sequence of changes.

use jiff::civil::date;
use proptest::prelude::{Strategy, prop, prop_oneof};
use proptest::{prop_assert_eq, proptest};

use super::{Approvals, Approve, Basis, Flag, attached};
use crate::adherence::record::ImplementationState::{Implemented, Partial};
use crate::adherence::statements::Statements;
use crate::digest::Digest;
use crate::evidence::archive::{Archive, EvidenceCommand};
use crate::evidence::fixtures::{
    TODAY, add, archive, attachment, directory, evidence, person, state, subject, then, withdraw,
};
use crate::evidence::item::ItemStanding;

/// One statement by Ada, shown by a policy that expires in 2027.
fn before() -> (Statements, Archive) {
    let attach = EvidenceCommand::Attach(attachment("policy", None));
    let archive = archive(&[add("policy", Some(date(2027, 1, 1))), attach]);
    (state(Statements::default(), "ada", Implemented, "We keep logs."), archive)
}

/// A person approves what is there.
fn approve(by: &str, statements: &Statements, archive: &Archive) -> Approve {
    let revision = statements.latest(&subject()).map_or(0, |latest| latest.number);
    let (exhibits, fingerprint) = (attached(&subject(), archive), Digest::new([7; 32]));
    Approve { subject: subject(), revision, exhibits, fingerprint, by: person(by) }
}

fn check_refused(statements: &Statements, archive: &Archive, command: Approve, rule: &str) {
    let basis = Basis { directory: &directory(), statements, archive, today: TODAY };
    let refusal = Approvals::default().decide(command, &basis).expect_err(rule);
    assert_eq!(refusal.rule().id, rule, "{refusal}");
}

/// The approvals after Ben has approved what is there.
fn approved(statements: &Statements, archive: &Archive) -> Approvals {
    let basis = Basis { directory: &directory(), statements, archive, today: TODAY };
    let command = approve("ben", statements, archive);
    let events = Approvals::default().decide(command.clone(), &basis).unwrap();
    let approvals = events.into_iter().fold(Approvals::default(), Approvals::apply);
    assert_eq!(approvals.decide(command, &basis), Ok(Vec::new()), "approved already");
    approvals
}

#[test]
fn what_is_approved_is_stated_and_is_the_latest() {
    let (statements, archive) = before();
    let old = approve("ben", &statements, &archive);
    check_refused(&Statements::default(), &archive, old.clone(), "approval-known");
    let later = state(statements, "ada", Partial, "We keep some logs.");
    check_refused(&later, &archive, old, "approval-latest");
}

#[test]
fn an_approver_approves_what_someone_else_wrote() {
    let (statements, archive) = before();
    check_refused(&statements, &archive, approve("ada", &statements, &archive), "approval-by-approver");
    check_refused(&statements, &archive, approve("nobody", &statements, &archive), "approval-by-approver");
    let by_ben = state(statements, "ben", Partial, "We keep some logs.");
    check_refused(&by_ben, &archive, approve("ben", &by_ben, &archive), "approval-four-eyes");
}

#[test]
fn evidence_is_approved_as_it_was_seen_and_while_it_speaks() {
    let (statements, before) = before();
    let seen = approve("ben", &statements, &before);
    let more = then(before.clone(), &add("audit", None));
    let more = then(more, &EvidenceCommand::Attach(attachment("audit", None)));
    check_refused(&statements, &more, seen.clone(), "approval-evidence");
    let withdrawn = then(before, &withdraw("policy", TODAY));
    check_refused(&statements, &withdrawn, seen, "approval-evidence");
}

#[test]
fn whatever_changes_after_an_approval_is_flagged() {
    let (statements, before) = before();
    let approvals = approved(&statements, &before);
    let approval = &approvals.latest[&subject()];
    let flags = |statements: &Statements, archive: &Archive, day| approval.flags(statements, archive, day);
    assert_eq!(flags(&statements, &before, TODAY), []);
    let expiry = date(2027, 1, 1);
    let silent = |standing| [Flag::Silent(evidence("policy"), standing)];
    assert_eq!(flags(&statements, &before, expiry), silent(ItemStanding::Expired(expiry)));
    let withdrawn = then(before.clone(), &withdraw("policy", TODAY));
    assert_eq!(flags(&statements, &withdrawn, TODAY), silent(ItemStanding::Withdrawn(TODAY)));
    let changed = state(statements.clone(), "ada", Partial, "We keep some logs.");
    let state_flag = Flag::State { approved: Implemented, now: Partial };
    assert_eq!(flags(&changed, &before, TODAY), [state_flag, Flag::Text]);
    let replaced = [
        EvidenceCommand::Detach(attachment("policy", None)),
        add("audit", None),
        EvidenceCommand::Attach(attachment("audit", None)),
    ];
    let replaced = replaced.iter().fold(before, then);
    let replaced_flags = [Flag::Added(evidence("audit")), Flag::Removed(evidence("policy"))];
    assert_eq!(flags(&statements, &replaced, TODAY), replaced_flags);
}

/// A step of somebody's work.
#[derive(Clone, Debug)]
enum Step {
    Write(&'static str, bool, &'static str),
    Archive(Box<EvidenceCommand>),
    Approve(&'static str),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let people = || prop::sample::select(vec!["ada", "ben", "cyd"]);
    let items = || prop::sample::select(vec!["policy", "audit"]);
    let step = prop_oneof![
        3 => (people(), proptest::bool::ANY, prop::sample::select(vec!["One.", "Two."]))
            .prop_map(|(by, whole, words)| Step::Write(by, whole, words)),
        1 => items().prop_map(|id| Step::Archive(Box::new(add(id, None)))),
        2 => items().prop_map(|id| Step::Archive(Box::new(EvidenceCommand::Attach(attachment(id, None))))),
        1 => items().prop_map(|id| Step::Archive(Box::new(EvidenceCommand::Detach(attachment(id, None))))),
        1 => items().prop_map(|id| Step::Archive(Box::new(withdraw(id, TODAY)))),
        4 => people().prop_map(Step::Approve),
    ];
    prop::collection::vec(step, 1..24)
}

proptest! {
    #[test]
    fn an_approval_never_applies_to_what_was_not_approved(steps in steps()) {
        let (mut statements, mut archive, mut approvals) = (Statements::default(), Archive::default(), Approvals::default());
        // The model: what was there when somebody last approved.
        let mut frozen = None;
        let directory = directory();
        for step in steps {
            match step {
                Step::Write(by, whole, words) => {
                    statements = state(statements, by, if whole { Implemented } else { Partial }, words);
                }
                Step::Archive(command) => {
                    for event in archive.decide(*command).unwrap_or_default() {
                        archive = archive.apply(event).unwrap();
                    }
                }
                Step::Approve(by) => {
                    let basis = Basis { directory: &directory, statements: &statements, archive: &archive, today: TODAY };
                    let Ok(events) = approvals.decide(approve(by, &statements, &archive), &basis) else { continue };
                    let latest = statements.latest(&subject()).unwrap();
                    prop_assert_eq!(latest.author == person(by), false);
                    frozen = Some((latest.content.clone(), attached(&subject(), &archive)));
                    approvals = events.into_iter().fold(approvals, Approvals::apply);
                }
            }
            let Some(approval) = approvals.latest.get(&subject()) else { continue };
            let content = statements.latest(&subject()).unwrap().content.clone();
            let now = attached(&subject(), &archive);
            let speaks = now.iter().all(|exhibit| archive.items[&exhibit.item].standing(TODAY) == ItemStanding::Speaks);
            let unchanged = frozen.as_ref() == Some(&(content, now)) && speaks;
            prop_assert_eq!(approval.flags(&statements, &archive, TODAY).is_empty(), unchanged);
        }
    }
}
