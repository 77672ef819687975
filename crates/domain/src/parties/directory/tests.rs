//! Cases of each rule, in the order of `refusal.rs`.

use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::{Directory, PartyCommand};
use crate::parties::key::{Key, KeyHolder, KeyId, KeyStanding};
use crate::parties::organisation::{Organisation, OrganisationId, OrganisationKind, Person, PersonId};
use crate::parties::role::{BindingGround, Grant, Revocation, Role};
use crate::text::NonEmptyText;

const STATUTORY: Role = Role::MayBind(BindingGround::StatutoryRepresentative);

fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

fn organisation_id(id: &str) -> OrganisationId {
    OrganisationId::parse(id).unwrap()
}

fn person_id(id: &str) -> PersonId {
    PersonId::parse(id).unwrap()
}

fn organisation(name: &str, kinds: &[OrganisationKind]) -> Organisation {
    Organisation { name: text(name), kinds: kinds.iter().copied().collect(), country: None }
}

fn register(id: &str, kinds: &[OrganisationKind]) -> PartyCommand {
    PartyCommand::RegisterOrganisation(organisation_id(id), organisation(id, kinds))
}

fn grant(role: Role, from: Date, until: Option<Date>) -> PartyCommand {
    let (person, organisation) = (person_id("ada"), organisation_id("maker"));
    PartyCommand::Grant(Grant { person, organisation, role, from, until, source: None })
}

fn revoke(role: Role, from: Date) -> PartyCommand {
    let (person, organisation) = (person_id("ada"), organisation_id("maker"));
    PartyCommand::Revoke(Revocation { person, organisation, role, from, reason: None })
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn key(id: &str, holder: &str, public: u8, from: i64, until: Option<i64>) -> Key {
    let (id, holder) = (KeyId::parse(id).unwrap(), KeyHolder::Person(person_id(holder)));
    Key { id, holder, public: [public; 32], from: at(from), until: until.map(at) }
}

fn revoke_key(id: &str, from: i64) -> PartyCommand {
    PartyCommand::RevokeKey { id: KeyId::parse(id).unwrap(), from: at(from), reason: text("stolen") }
}

fn rotate_key(old: &str, new: Key) -> PartyCommand {
    PartyCommand::RotateKey { old: KeyId::parse(old).unwrap(), new }
}

/// A provider with Ada and Ben, and the facilitator of a code.
fn parties() -> Directory {
    let person = |id: &str| PartyCommand::RegisterPerson(person_id(id), Person { name: text(id) });
    let maker = register("maker", &[OrganisationKind::Provider]);
    done(&[maker, register("office", &[OrganisationKind::Facilitator]), person("ada"), person("ben")])
}

fn done(commands: &[PartyCommand]) -> Directory {
    commands.iter().fold(Directory::default(), then)
}

fn then(directory: Directory, command: &PartyCommand) -> Directory {
    let events = directory.decide(command.clone()).unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"));
    events.into_iter().fold(directory, |directory, event| directory.apply(event).unwrap())
}

/// A refused command breaks that rule after these were done.
fn check_refused(before: &[PartyCommand], command: PartyCommand, rule: &str) {
    let directory = before.iter().fold(parties(), then);
    let refusal = directory.decide(command).unwrap_err();
    assert_eq!(refusal.rule().id, rule, "{refusal}");
}

/// A command that was done once is done: asked for again, it changes nothing.
fn check_repeatable(before: &[PartyCommand], command: &PartyCommand) {
    let directory = then(before.iter().fold(parties(), then), command);
    assert_eq!(directory.decide(command.clone()), Ok(Vec::new()), "{command:?}");
}

#[test]
fn what_is_not_registered_is_refused() {
    let unknown = organisation_id("nobody");
    let changed = PartyCommand::ChangeOrganisation(unknown.clone(), organisation("Nobody", &[OrganisationKind::Other]));
    check_refused(&[], changed, "party-known");
    let nobody = PartyCommand::ChangePerson(person_id("nobody"), Person { name: text("Nobody") });
    check_refused(&[], nobody, "party-known");
    let (person, from) = (person_id("ada"), date(2025, 1, 1));
    let grant = Grant { person, organisation: unknown, role: Role::Viewer, from, until: None, source: None };
    check_refused(&[], PartyCommand::Grant(grant), "party-known");
    check_refused(&[], PartyCommand::AddKey(key("k", "nobody", 1, 0, None)), "party-known");
}

#[test]
fn an_id_is_given_once() {
    check_refused(&[], register("maker", &[OrganisationKind::Other]), "party-new");
    let other = PartyCommand::RegisterPerson(person_id("ada"), Person { name: text("Another Ada") });
    check_refused(&[], other, "party-new");
    check_refused(&[], register("new", &[]), "party-kind");
    check_repeatable(&[], &register("new", &[OrganisationKind::Other]));
}

#[test]
fn a_role_fits_the_organisation() {
    let from = date(2025, 1, 1);
    check_refused(&[], grant(Role::Chair, from, None), "role-fits");
    let (person, organisation) = (person_id("ada"), organisation_id("office"));
    let bind = Grant { person, organisation, role: STATUTORY, from, until: None, source: None };
    check_refused(&[], PartyCommand::Grant(bind), "role-fits");
    for (role, _) in Role::ALL {
        let directory = parties();
        let fits = directory.decide(grant(role, from, None)).is_ok();
        assert_eq!(fits, !matches!(role, Role::Facilitator | Role::Chair), "{}", role.id());
    }
}

#[test]
fn a_role_is_held_once_at_a_time() {
    let [january, june, july, december] = [1, 6, 7, 12].map(|month| date(2025, month, 1));
    let held = grant(Role::Editor, january, Some(july));
    check_refused(&[], grant(Role::Editor, january, Some(january)), "role-period");
    check_refused(std::slice::from_ref(&held), grant(Role::Editor, june, None), "role-once");
    check_repeatable(&[], &held);
    let again = [held, grant(Role::Editor, july, None), grant(Role::Approver, january, None)];
    let directory = again.iter().fold(parties(), then);
    let (ada, maker) = (person_id("ada"), organisation_id("maker"));
    let holds = |role, day| directory.has_role(&ada, &maker, role, day);
    assert!(holds(Role::Editor, june) && holds(Role::Editor, december) && holds(Role::Approver, june));
    assert!(!holds(Role::Viewer, june) && !holds(Role::Editor, date(2024, 12, 31)));
}

#[test]
fn a_role_that_is_revoked_was_held_before() {
    let [january, june, july] = [1, 6, 7].map(|month| date(2025, month, 1));
    check_refused(&[], revoke(STATUTORY, june), "role-held");
    let granted = grant(STATUTORY, january, None);
    check_repeatable(std::slice::from_ref(&granted), &revoke(STATUTORY, june));
    check_refused(&[granted.clone(), revoke(STATUTORY, june)], revoke(STATUTORY, july), "role-held");
    let directory = [granted, revoke(STATUTORY, june), grant(STATUTORY, july, None)].iter().fold(parties(), then);
    let (ada, maker) = (person_id("ada"), organisation_id("maker"));
    let can_bind = |day| directory.can_bind(&ada, &maker, day).is_some();
    assert_eq!([january, date(2025, 5, 31), june, july].map(can_bind), [true, true, false, true]);
    assert_eq!(directory.can_bind(&person_id("ben"), &maker, january), None);
}

#[test]
fn a_key_is_added_once_and_for_a_time() {
    let added = PartyCommand::AddKey(key("k1", "ada", 1, 10, Some(20)));
    check_repeatable(&[], &added);
    let before = [added];
    check_refused(&before, PartyCommand::AddKey(key("k1", "ada", 2, 10, None)), "key-new");
    check_refused(&before, PartyCommand::AddKey(key("k2", "ben", 1, 10, None)), "key-new");
    check_refused(&before, PartyCommand::AddKey(key("k2", "ada", 2, 10, Some(10))), "key-period");
    check_refused(&before, revoke_key("k2", 5), "key-known");
}

#[test]
fn a_key_takes_the_place_of_one_that_counts() {
    let before = [PartyCommand::AddKey(key("k1", "ada", 1, 10, Some(20)))];
    let rotation = rotate_key("k1", key("k2", "ada", 2, 15, None));
    check_repeatable(&before, &rotation);
    check_refused(&before, rotate_key("k0", key("k2", "ada", 2, 15, None)), "key-known");
    check_refused(&before, rotate_key("k1", key("k2", "ben", 2, 15, None)), "key-holder");
    check_refused(&before, rotate_key("k1", key("k2", "ada", 1, 15, None)), "key-new");
    check_refused(&before, rotate_key("k1", key("k2", "ada", 2, 10, None)), "key-period");
    check_refused(&before, rotate_key("k1", key("k2", "ada", 2, 20, None)), "key-ended");
    let rotated = [before[0].clone(), rotation];
    check_refused(&rotated, rotate_key("k1", key("k3", "ada", 3, 16, None)), "key-ended");
    check_refused(
        &[before[0].clone(), revoke_key("k1", 30)],
        rotate_key("k1", key("k2", "ada", 2, 15, None)),
        "key-ended",
    );
}

#[test]
fn a_signature_counts_while_its_key_does() {
    let commands = [
        PartyCommand::AddKey(key("k1", "ada", 1, 10, None)),
        rotate_key("k1", key("k2", "ada", 2, 20, Some(40))),
        revoke_key("k1", 30),
        revoke_key("k1", 15),
    ];
    let standing = |commands: &[PartyCommand], id: &str, moment: i64| {
        let directory = commands.iter().fold(parties(), then);
        directory.keys[&KeyId::parse(id).unwrap()].standing(at(moment))
    };
    assert_eq!(standing(&commands[..2], "k1", 9), KeyStanding::NotYet(at(10)));
    assert_eq!(standing(&commands[..2], "k1", 19), KeyStanding::Valid);
    assert_eq!(standing(&commands[..2], "k1", 20), KeyStanding::Rotated(at(20)));
    assert_eq!(standing(&commands[..3], "k1", 25), KeyStanding::Rotated(at(20)), "revoked with effect from later");
    assert_eq!(standing(&commands, "k1", 14), KeyStanding::Valid);
    assert_eq!(standing(&commands, "k1", 15), KeyStanding::Revoked(at(15)));
    assert_eq!(standing(&commands, "k2", 40), KeyStanding::Expired(at(40)));
    check_repeatable(&commands, &revoke_key("k1", 15));
    check_refused(&commands, revoke_key("k1", 16), "key-ended");
}

#[test]
fn an_event_that_does_not_fit_is_an_error() {
    let directory = then(parties(), &grant(Role::Editor, date(2025, 1, 1), None));
    let events = directory.decide(revoke(Role::Editor, date(2025, 6, 1))).unwrap();
    let misfit = parties().apply(events[0].clone()).unwrap_err();
    assert_eq!(misfit.to_string(), "`role.revoked` does not fit what was recorded of `ada` before it");
}
