//! Approvals: given for what was seen, by someone else, and flagged when something changes.

use adhere_actions::AsOf;
use adhere_actions::approve::{Approve, Shown, approve, show_statement};
use adhere_actions::evidence::{add_evidence, attach_evidence, detach_evidence, withdraw_evidence};
use adhere_domain::adherence::record::ImplementationState as State;
use adhere_domain::digest::Digest;
use adhere_domain::evidence::approval::Flag;
use adhere_domain::evidence::archive::EvidenceWithdrawal;
use adhere_domain::evidence::item::ItemStanding;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::role::{Grant, Role};
use adhere_store::StoreError;
use adhere_store::projection::approval::{Wanted, list};
use jiff::civil::date;

use crate::world::{TODAY, World, attach, content, file, id, on_each_engine, on_measure, refused_by, text};

fn shown(world: &World) -> Shown {
    show_statement(&world.store, &on_measure("A"), AsOf::today(TODAY)).unwrap()
}

/// What was shown, to be approved.
fn as_shown(world: &World) -> Approve {
    let shown = shown(world);
    let revision = shown.statements.latest(&on_measure("A")).unwrap().number;
    Approve { statement: on_measure("A"), revision, fingerprint: shown.fingerprint.unwrap() }
}

/// A statement with a file.
fn prepared(world: &World) {
    world.state("A", content(State::Implemented, "done"), 0).unwrap();
    add_evidence(&world.by("ada"), file("report"), &mut "Ten tests passed.".as_bytes()).unwrap();
    attach_evidence(&world.by("ada"), attach("A", "report", None)).unwrap();
}

#[test]
fn an_approval_freezes_what_was_seen() {
    on_each_engine(|world| {
        prepared(world);
        assert_eq!(approve(&world.by("ben"), as_shown(world)).unwrap().entries.len(), 1);
        assert_eq!(approve(&world.by("ben"), as_shown(world)).unwrap().entries.len(), 0);
        let shown = shown(world);
        let approval = shown.approval.unwrap();
        assert_eq!((approval.by, approval.on, approval.revision), (id("ben"), TODAY, 1));
        assert_eq!((approval.exhibits, approval.content), (shown.exhibits, content(State::Implemented, "done")));
        assert_eq!(shown.flags, []);
        let given = world.store.read(|tx| Ok::<_, StoreError>(list(tx, &Wanted::default(), TODAY, 10)?)).unwrap();
        let [given] = given.as_slice() else { panic!("{given:?}") };
        assert_eq!((given.statement.as_str(), given.revision), ("statement/acme/gpai/1/A", 1));
        let (other, before) = (id("other"), date(2026, 2, 28));
        let of_other = Wanted { provider: Some(&other), ..Wanted::default() };
        let none = world.store.read(|tx| {
            let of_other = list(tx, &of_other, TODAY, 10)?;
            Ok::<_, StoreError>([of_other, list(tx, &Wanted::default(), before, 10)?].concat())
        });
        assert_eq!(none.unwrap(), []);
    });
}

#[test]
fn what_changes_after_an_approval_is_flagged() {
    on_each_engine(|world| {
        prepared(world);
        approve(&world.by("ben"), as_shown(world)).unwrap();
        world.state("A", content(State::Partial, "done"), 1).unwrap();
        add_evidence(&world.by("ada"), file("more"), &mut "More.".as_bytes()).unwrap();
        attach_evidence(&world.by("ada"), attach("A", "more", None)).unwrap();
        let withdrawal = EvidenceWithdrawal { item: id("report"), from: date(2026, 2, 1), reason: text("superseded") };
        withdraw_evidence(&world.by("ada"), withdrawal).unwrap();
        let state = Flag::State { approved: State::Implemented, now: State::Partial };
        let silent = Flag::Silent(id("report"), ItemStanding::Withdrawn(date(2026, 2, 1)));
        assert_eq!(shown(world).flags, [state.clone(), Flag::Added(id("more")), silent.clone()]);
        let attachment = shown(world).archive.attachments.into_iter().find(|it| it.item == id("report")).unwrap();
        detach_evidence(&world.by("ada"), &attachment).unwrap();
        assert_eq!(shown(world).flags, [state, Flag::Added(id("more")), Flag::Removed(id("report")), silent]);
        approve(&world.by("ben"), as_shown(world)).unwrap();
        assert_eq!(shown(world).flags, []);
    });
}

#[test]
fn what_the_rules_do_not_allow_is_refused_and_records_nothing() {
    on_each_engine(|world| {
        let nothing = Approve { statement: on_measure("A"), revision: 1, fingerprint: Digest::new([0; 32]) };
        assert_eq!(refused_by(approve(&world.by("ben"), nothing)), "approval-known");
        prepared(world);
        let seen = as_shown(world);
        let from = date(2026, 1, 1);
        let grant = Grant {
            person: id("ada"),
            organisation: id("acme"),
            role: Role::Approver,
            from,
            until: None,
            source: None,
        };
        adhere_actions::party::record(&world.by("adhere"), PartyCommand::Grant(grant)).unwrap();
        let before = world.size();
        assert_eq!(refused_by(approve(&world.by("ada"), seen.clone())), "approval-four-eyes");
        assert_eq!(refused_by(approve(&world.by("eve"), seen.clone())), "approval-by-approver");
        let other = Approve { fingerprint: Digest::new([0; 32]), ..seen.clone() };
        assert_eq!(refused_by(approve(&world.by("ben"), other)), "approval-evidence");
        let expired = EvidenceWithdrawal { item: id("report"), from, reason: text("wrong") };
        assert_eq!(world.size(), before);
        world.state("A", content(State::Partial, "not quite"), 1).unwrap();
        assert_eq!(refused_by(approve(&world.by("ben"), seen)), "approval-latest");
        withdraw_evidence(&world.by("ada"), expired).unwrap();
        assert_eq!(refused_by(approve(&world.by("ben"), as_shown(world))), "approval-evidence");
    });
}
