//! Invitations to adhere: sent by those who may, answered by the register or declined, and opened by the last letter.

use adhere_actions::access::Secret;
use adhere_actions::access::beginning::{Begin, begin};
use adhere_actions::access::inviting::Invite;
use adhere_actions::erase::{erasable, erase};
use adhere_actions::invitations::{
    SendInvitation, SentInvitation, check_invitation, decline_by_letter, decline_invitation, invitation_by_letter,
    invitations, invitations_to, new_invitation_secret, send_invitation, send_invitation_again, withdraw_invitation,
};
use adhere_actions::{ActionError, Authority, Context, party};
use adhere_domain::adherence::invitations::{InvitationId, InvitationState, Invited};
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{RegisterCommand, Withdrawal};
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::{Organisation, OrganisationKind};
use adhere_domain::parties::role::{Grant, Role};
use adhere_store::db::{CommitFault, DbError};
use adhere_store::event::Area;
use adhere_store::projection::invitation::Wanted;
use adhere_store::{Changed, StoreError};

use crate::fixtures::{World, day, declaration, id, on_each_engine, part, signed, text};

fn sending(secret: &Secret) -> SendInvitation {
    SendInvitation {
        invited: Invited::Registered(id("maker")),
        code: part("gpai"),
        version: part("2025-07-10"),
        email: Some("Max@Maker.example".to_owned()),
        words: Some(text("Join us.")),
        hoped_until: Some(day("2026-02-28")),
        secret: secret.clone(),
    }
}

fn written(secret: &Secret) -> (String, String) {
    ("Invitation".to_owned(), secret.text())
}

fn send(context: &Context<'_>, secret: &Secret) -> SentInvitation {
    send_invitation(context, &sending(secret), Some(&written)).unwrap().outcome
}

fn rule<T: std::fmt::Debug>(outcome: Result<T, ActionError>) -> &'static str {
    match outcome.unwrap_err() {
        ActionError::Refused(refusal) => refusal.rule().id,
        other => panic!("{other}"),
    }
}

/// How the invitations to the maker stand on a day, as they were known at its end.
fn states(world: &World, on: &str) -> Vec<&'static str> {
    let known_before = Some(format!("{on}T23:59:59Z").parse().unwrap());
    let wanted = Wanted { known_before, ..Wanted::default() };
    let found = invitations_to(&world.on(on), &id("maker"), &wanted, day(on), 9).unwrap();
    found.iter().map(|kept| kept.state.id()).collect()
}

fn declare(world: &World, on: &str) {
    world.record_models(on, &[]);
    world.register(on, RegisterCommand::Declare(declaration(Scope::Full, on))).unwrap();
}

fn letters(world: &World) -> u64 {
    world.store.read(|tx| Ok::<_, StoreError>(adhere_store::mail::counts(tx)?)).unwrap().waiting
}

#[test]
fn an_invitation_waits_until_the_register_says_that_it_was_followed() {
    on_each_engine(|world| {
        let secret = new_invitation_secret().unwrap();
        check_invitation(&world.on("2026-02-01"), &sending(&secret)).unwrap();
        assert_eq!(states(world, "2026-02-01"), [""; 0], "looking records nothing");
        let sent = send(&world.on("2026-02-01"), &secret);
        assert_eq!(sent.letters, 1);
        assert_eq!(send(&world.on("2026-02-01"), &secret).letters, 0, "sent twice is sent once");
        declare(world, "2026-03-05");
        let leaves =
            Withdrawal { id: id("a1"), from: day("2026-04-01"), signed: signed("ada", "2026-03-20"), reason: None };
        world.register("2026-03-20", RegisterCommand::Withdraw(leaves)).unwrap();
        for (on, expected) in [
            ("2026-02-28", "waiting"),
            ("2026-03-01", "lapsed"),
            ("2026-03-05", "declared"),
            // It was followed, whatever became of that.
            ("2026-05-01", "declared"),
        ] {
            assert_eq!(states(world, on), [expected], "{on}");
        }
        assert_eq!(states(world, "2026-01-31"), [""; 0]);
        let kept = invitation_by_letter(&world.on("2026-03-06"), &secret).unwrap().unwrap();
        assert_eq!((kept.state, kept.email), (InvitationState::Declared, Some(text("max@maker.example"))));
    });
}

#[test]
fn whoever_adheres_is_not_invited_and_declines_nothing() {
    on_each_engine(|world| {
        let secret = new_invitation_secret().unwrap();
        let sent = send(&world.on("2026-02-01"), &secret);
        declare(world, "2026-02-05");
        let context = world.on("2026-02-06");
        let again = sending(&new_invitation_secret().unwrap());
        assert_eq!(rule(send_invitation(&context, &again, None)), "invitation-unanswered");
        assert_eq!(rule(withdraw_invitation(&context, &sent.id, None)), "invitation-unanswered");
        assert_eq!(rule(decline_invitation(&context, &id("maker"), &sent.id, None)), "invitation-unanswered");
        assert_eq!(rule(decline_by_letter(&context, &secret, None)), "invitation-unanswered");
    });
}

#[test]
fn somebody_who_is_not_registered_is_asked_the_same_once_at_a_time() {
    on_each_engine(|world| {
        let context = world.on("2026-02-01");
        let send = |name: &str, on: &str| {
            let (invited, secret) = (Invited::Named(text(name)), new_invitation_secret().unwrap());
            let hoped_until = Some(day("2026-02-28"));
            send_invitation(&world.on(on), &SendInvitation { invited, hoped_until, ..sending(&secret) }, None)
        };
        let first = send("Modellers SA", "2026-02-01").unwrap().outcome.id;
        let refused = send(" modellers sa ", "2026-02-02").unwrap_err().to_string();
        assert!(refused.contains(first.as_str()), "{refused}");
        assert_eq!(rule(send("MODELLERS SA", "2026-02-02")), "invitation-new");
        send("Modellers", "2026-02-02").unwrap();
        withdraw_invitation(&context, &first, None).unwrap();
        send("modellers sa", "2026-02-02").unwrap();
    });
}

#[test]
fn what_was_declined_can_be_followed_all_the_same() {
    on_each_engine(|world| {
        let secret = new_invitation_secret().unwrap();
        send(&world.on("2026-02-01"), &secret);
        let nobody = Context { actor: "adhere", authority: Authority::Roles, ..world.on("2026-02-03") };
        let why = Some(text("Not now."));
        assert_eq!(decline_by_letter(&nobody, &new_invitation_secret().unwrap(), why.clone()).unwrap().outcome, None);
        assert!(decline_by_letter(&nobody, &secret, why.clone()).unwrap().outcome.is_some());
        let kept = invitation_by_letter(&nobody, &secret).unwrap().unwrap();
        assert_eq!((kept.state, kept.decline_words), (InvitationState::Declined, why));
        declare(world, "2026-02-05");
        assert_eq!((states(world, "2026-02-02"), states(world, "2026-02-03")), (vec!["waiting"], vec!["declined"]));
        assert_eq!(states(world, "2026-02-05"), ["declared"]);
    });
}

#[test]
fn the_last_letter_alone_opens_an_invitation_until_it_is_withdrawn() {
    on_each_engine(|world| {
        let (first, second) = (new_invitation_secret().unwrap(), new_invitation_secret().unwrap());
        let context = world.on("2026-02-01");
        let id = send(&context, &first).id;
        let again = send_invitation_again(&context, &id, &second, Some(&written)).unwrap().outcome;
        assert_eq!((again.letters, letters(world)), (1, 2));
        assert_eq!(invitation_by_letter(&context, &first).unwrap(), None);
        assert_eq!(decline_by_letter(&context, &first, None).unwrap().outcome, None);
        assert_eq!(invitation_by_letter(&context, &second).unwrap().unwrap().id, id);
        // Of what is in the letters the journal has nothing.
        let kept = world.store.read(|tx| adhere_store::reading::all(tx, Area::Invitation)).unwrap();
        assert!(!format!("{kept:?}").contains(&second.text()));
        withdraw_invitation(&context, &id, Some(text("A mistake."))).unwrap();
        assert_eq!(states(world, "2026-02-01"), ["withdrawn"]);
        assert_eq!(invitation_by_letter(&context, &second).unwrap(), None);
        assert_eq!(decline_by_letter(&context, &second, None).unwrap().outcome, None);
        assert_eq!(rule(decline_invitation(&context, &crate::fixtures::id("maker"), &id, None)), "invitation-open");
    });
}

#[test]
fn what_cannot_be_followed_is_not_sent() {
    on_each_engine(|world| {
        let secret = new_invitation_secret().unwrap();
        let context = world.on("2026-02-01");
        let refused = |change: fn(&mut SendInvitation)| {
            let mut command = sending(&secret);
            change(&mut command);
            let before = world.store.head().unwrap();
            let looked = check_invitation(&context, &command).unwrap_err();
            let error = send_invitation(&context, &command, Some(&written)).unwrap_err();
            assert_eq!((looked.to_string(), world.store.head().unwrap()), (error.to_string(), before));
            error.to_string()
        };
        assert!(refused(|it| it.version = part("9")).contains("`9`"));
        assert!(refused(|it| it.invited = Invited::Registered(id("nobody"))).contains("nobody"));
        assert!(refused(|it| it.hoped_until = Some(day("2026-01-31"))).contains("is over"));
        assert!(refused(|it| it.email = Some("nowhere".to_owned())).contains("nowhere"));
        assert_eq!(letters(world), 0);
        let kinds = [OrganisationKind::Deployer].into();
        let user = Organisation { name: text("User"), kinds, country: None };
        party::record(&context, PartyCommand::RegisterOrganisation(id("user"), user)).unwrap();
        // Art. 56(7): providers of general-purpose AI models are invited.
        assert!(refused(|it| it.invited = Invited::Registered(id("user"))).contains("user"));
    });
}

#[test]
fn those_alone_invite_and_decline_who_may() {
    on_each_engine(|world| {
        let context = world.on("2026-02-01");
        runs(world);
        let role = |organisation: &str, role| {
            let (organisation, from) = (id(organisation), day("2026-01-01"));
            PartyCommand::Grant(Grant { person: id("ben"), organisation, role, from, until: None, source: None })
        };
        let secret = new_invitation_secret().unwrap();
        let ben = Context { actor: "ben", authority: Authority::Roles, ..context };
        assert_eq!(rule(send_invitation(&ben, &sending(&secret), None)), "party-permitted");
        party::record(&context, role("office", Role::Facilitator)).unwrap();
        let id = send_invitation(&ben, &sending(&secret), None).unwrap().outcome.id;
        assert_eq!(invitations(&ben, &Wanted::default(), day("2026-02-01"), 9).unwrap().len(), 1);
        let maker = crate::fixtures::id("maker");
        assert_eq!(rule(invitations_to(&ben, &maker, &Wanted::default(), day("2026-02-01"), 9)), "party-permitted");
        assert_eq!(rule(decline_invitation(&ben, &maker, &id, None)), "party-permitted");
        party::record(&context, role("maker", Role::Viewer)).unwrap();
        assert_eq!(rule(decline_invitation(&ben, &maker, &id, None)), "party-permitted");
        party::record(&context, role("maker", Role::Editor)).unwrap();
        let office = crate::fixtures::id("office");
        assert_eq!(rule(decline_invitation(&context, &office, &id, None)), "invitation-known", "it is another's");
        decline_invitation(&ben, &maker, &id, None).unwrap();
        let stranger = Context { actor: "eve", ..ben };
        assert_eq!(rule(withdraw_invitation(&stranger, &id, None)), "party-permitted");
        assert_eq!(rule(send_invitation_again(&stranger, &id, &secret, None)), "party-permitted");
        assert_eq!(rule(invitations(&stranger, &Wanted::default(), day("2026-02-01"), 9)), "party-permitted");
    });
}

/// An organisation runs the instance, and Ada has an account.
fn runs(world: &World) {
    let kinds = [OrganisationKind::Facilitator].into();
    let known_as = Organisation { name: text("Office"), kinds, country: None };
    let grant = |role, organisation| {
        let (person, from) = (id("ada"), day("2026-01-01"));
        Grant { person, organisation: id(organisation), role, from, until: None, source: None }
    };
    let roles = vec![grant(Role::Administrator, "office"), grant(Role::ProviderAdmin, "maker")];
    let invite = Invite { person: id("ada"), name: text("Ada"), email: "ada@example.eu".to_owned(), roles };
    begin(&world.on("2026-02-01"), Begin { organisation: id("office"), known_as, invite }).unwrap();
}

#[test]
fn without_an_address_the_letter_goes_to_those_who_answer() {
    on_each_engine(|world| {
        let context = world.on("2026-02-01");
        runs(world);
        let secret = new_invitation_secret().unwrap();
        let command = SendInvitation { email: None, ..sending(&secret) };
        assert_eq!(send_invitation(&context, &command, Some(&written)).unwrap().outcome.letters, 1);
        let secret = new_invitation_secret().unwrap();
        let named = Invited::Named(text("Somebody"));
        let command = SendInvitation { invited: named, email: None, ..sending(&secret) };
        assert_eq!(send_invitation(&context, &command, Some(&written)).unwrap().outcome.letters, 0);
    });
}

#[test]
fn invitations_are_read_page_by_page_and_erased_whole() {
    on_each_engine(|world| {
        let context = world.on("2026-02-01");
        let mut sent: Vec<InvitationId> = Vec::new();
        for name in ["One", "Two", "Three"] {
            let secret = new_invitation_secret().unwrap();
            let command = SendInvitation { invited: Invited::Named(text(name)), ..sending(&secret) };
            sent.push(send_invitation(&context, &command, None).unwrap().outcome.id);
        }
        withdraw_invitation(&context, &sent[1], None).unwrap();
        let ids = |wanted: &Wanted<'_>, limit| -> Vec<InvitationId> {
            let found = invitations(&context, wanted, day("2026-02-01"), limit).unwrap();
            found.into_iter().map(|kept| kept.id).collect()
        };
        assert_eq!(ids(&Wanted::default(), 2), [sent[2].clone(), sent[1].clone()]);
        let all = invitations(&context, &Wanted::default(), day("2026-02-01"), 9).unwrap();
        assert_eq!(ids(&Wanted { before: Some(all[1].entry_id), ..Wanted::default() }, 9), [sent[0].clone()]);
        let state = |state| Wanted { state: Some(state), ..Wanted::default() };
        assert_eq!(ids(&state(InvitationState::Withdrawn), 9), [sent[1].clone()]);
        assert_eq!(ids(&state(InvitationState::Waiting), 9).len(), 2);
        assert_eq!(ids(&Wanted { code: Some(&part("other")), ..Wanted::default() }, 9), []);
        runs(world);
        let looked_at = erasable(&context, all[1].entry_id).unwrap();
        assert_eq!(looked_at.entries.len(), 2);
        erase(&context, &looked_at, text("asked for")).unwrap();
        assert_eq!(ids(&Wanted::default(), 9), [sent[2].clone(), sent[0].clone()]);
    });
}

#[test]
fn a_write_that_failed_is_done_again_to_the_same_end() {
    for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
        on_each_engine(|world| {
            let context = world.on("2026-02-01");
            let secrets: Vec<Secret> = (0..4).map(|_| new_invitation_secret().unwrap()).collect();
            let id = send(&context, &secrets[0]).id;
            let named = |secret: &Secret, name: &str| {
                let invited = Invited::Named(text(name));
                send_invitation(&context, &SendInvitation { invited, ..sending(secret) }, Some(&written))
            };
            let other = named(&secrets[1], "Somebody").unwrap().outcome.id;
            let maker = crate::fixtures::id("maker");
            let count = |done: Result<Changed<()>, ActionError>| done.map(|it| it.entries.len());
            let writes: [Box<dyn Fn() -> Result<usize, ActionError>>; 5] = [
                Box::new(|| named(&secrets[2], "Somebody else").map(|it| it.entries.len())),
                Box::new(|| {
                    send_invitation_again(&context, &id, &secrets[3], Some(&written)).map(|it| it.entries.len())
                }),
                Box::new(|| count(decline_invitation(&context, &maker, &id, Some(text("No."))))),
                Box::new(|| decline_by_letter(&context, &secrets[2], None).map(|it| it.entries.len())),
                Box::new(|| count(withdraw_invitation(&context, &other, None))),
            ];
            for write in writes {
                world.store.db().faults().set(fault);
                let failed = write().unwrap_err();
                let is_unknown = matches!(failed, ActionError::Store(StoreError::Db(DbError::CommitUnknown(_))));
                assert!(is_unknown, "{failed}");
                assert_eq!(write().unwrap(), usize::from(fault == CommitFault::FailedNotSaved));
                assert_eq!(write().unwrap(), 0, "once more changes nothing");
            }
            assert_eq!(letters(world), 4, "each letter is put down once");
        });
    }
}
