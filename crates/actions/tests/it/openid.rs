//! Getting in by a service of OpenID Connect, on both engines: which account an identity opens, what is refused, and
//! writes that fail.

use adhere_actions::access::beginning::{Begin, begin};
use adhere_actions::access::closing::{accounts, close_account};
use adhere_actions::access::demand::lacks_second_factor;
use adhere_actions::access::inviting::{Invite, invite, invite_again, take_invitation};
use adhere_actions::access::openid::{
    CameBack, Sent, Vouched, come_back, enter, is_linked, linked_since, send_there, unlink,
};
use adhere_actions::access::second_factor::{Confirm, confirm, propose};
use adhere_actions::access::sessions::{signed_in, tidy};
use adhere_actions::access::signing_in::Entered;
use adhere_actions::access::{AccessError, Authority, Secret, grants_of};
use adhere_actions::{ActionError, Context};
use adhere_domain::parties::organisation::{Organisation, OrganisationKind};
use adhere_domain::parties::role::{Grant, Role};
use adhere_store::StoreError;
use adhere_store::db::{CommitFault, DbError};
use jiff::Timestamp;
use totp_rs::{Builder, Secret as Seed};

use crate::fixtures::{World, day, id, on_each_engine, text};

const ISSUER: &str = "https://id.example.eu";
const NOON: &str = "2026-06-01T12:00:00Z";
const PLACE: &str = "192.0.2.7";

/// Somebody at a moment, held to what roles allow.
fn by<'w>(world: &'w World, actor: &'w str, now: &str) -> Context<'w> {
    let now: Timestamp = now.parse().unwrap();
    Context { actor, now, today: day("2026-06-01"), authority: Authority::Roles, ..world.on("2026-06-01") }
}

fn invitation(person: &str, roles: &[Role]) -> Invite {
    let grant = |role: &Role| Grant {
        person: id(person),
        organisation: id("maker"),
        role: *role,
        from: day("2026-01-01"),
        until: None,
        source: None,
    };
    let roles = roles.iter().map(grant).collect();
    Invite { person: id(person), name: text(person), email: format!("{person}@example.eu"), roles }
}

/// The maker runs the instance, and Jo, who was invited, administers it.
fn begun(world: &World) -> Secret {
    let known_as = Organisation { name: text("Maker"), kinds: [OrganisationKind::Provider].into(), country: None };
    let invite = invitation("jo", &[Role::Administrator, Role::Editor]);
    begin(&world.on("2026-06-01"), Begin { organisation: id("maker"), known_as, invite }).unwrap().outcome.unwrap()
}

fn vouched<'v>(subject: &'v str, verified_email: Option<&'v str>) -> Vouched<'v> {
    Vouched { issuer: ISSUER, subject, verified_email }
}

fn sent(world: &World) -> Sent {
    send_there(&by(world, "adhere", NOON), PLACE, "/work").unwrap()
}

fn came(world: &World) -> CameBack {
    let sent = sent(world);
    come_back(&by(world, "adhere", NOON), Some(&sent.state), Some(&sent.browser)).unwrap()
}

fn entering(world: &World, vouched: &Vouched<'_>) -> Result<Entered, ActionError> {
    enter(&by(world, "adhere", NOON), vouched, &came(world), "a browser")
}

fn person_of(world: &World, entered: Entered) -> String {
    let Entered::Whole(session) = entered else { panic!("a code is asked for") };
    signed_in(&by(world, "adhere", NOON), &session).unwrap().unwrap().person.to_string()
}

fn refusal<T: std::fmt::Debug>(result: Result<T, ActionError>) -> AccessError {
    match result.unwrap_err() {
        ActionError::Access(error) => error,
        other => panic!("{other}"),
    }
}

#[test]
fn an_identity_is_linked_once_by_its_verified_address_and_opens_by_its_subject_from_then_on() {
    on_each_engine(|world| {
        begun(world);
        let first = vouched("sub-1", Some("Jo@Example.eu"));
        assert!(!is_linked(&by(world, "adhere", NOON), &first).unwrap());
        assert!(accounts(&by(world, "jo", NOON), None, 10).unwrap().iter().all(|it| !it.has_identity));
        assert_eq!(person_of(world, entering(world, &first).unwrap()), "jo");
        assert!(is_linked(&by(world, "adhere", NOON), &first).unwrap());
        assert!(linked_since(&by(world, "jo", NOON), ISSUER).unwrap().is_some());
        let listed = accounts(&by(world, "jo", NOON), None, 10).unwrap();
        let found = listed.iter().find(|it| it.person.as_str() == "jo").unwrap();
        assert_eq!((found.has_identity, found.has_password), (true, false));
        // What the service says of the address does not matter any more.
        for address in [None, Some("other@example.eu")] {
            assert_eq!(person_of(world, entering(world, &vouched("sub-1", address)).unwrap()), "jo");
        }
        // The address was given to somebody else there, who gets nobody's account.
        assert_eq!(refusal(entering(world, &vouched("sub-2", Some("jo@example.eu")))), AccessError::NotLetInThere);
        // The same subject of another issuer is somebody else.
        let elsewhere = Vouched { issuer: "https://other.example.eu", ..vouched("sub-1", None) };
        assert_eq!(refusal(entering(world, &elsewhere)), AccessError::NotLetInThere);
    });
}

#[test]
fn an_identity_opens_no_account_that_is_not_there_or_whose_address_nobody_verified() {
    on_each_engine(|world| {
        begun(world);
        let before = world.store.head().unwrap().unwrap().size;
        for address in [None, Some("nobody@example.eu"), Some("no address"), Some("")] {
            assert_eq!(refusal(entering(world, &vouched("sub-1", address))), AccessError::NotLetInThere, "{address:?}");
        }
        assert_eq!(world.store.head().unwrap().unwrap().size, before);
        entering(world, &vouched("sub-1", Some("jo@example.eu"))).unwrap();
        close_account(&world.on("2026-06-01"), &id("jo")).unwrap();
        for subject in ["sub-1", "sub-2"] {
            let refused = refusal(entering(world, &vouched(subject, Some("jo@example.eu"))));
            assert_eq!(refused, AccessError::NotLetInThere, "{subject}");
        }
        // Who is invited again is linked anew: whoever had the account before may be somebody else there by now.
        invite(&world.on("2026-06-01"), invitation("jo", &[Role::Administrator]), None).unwrap();
        assert!(!is_linked(&by(world, "adhere", NOON), &vouched("sub-1", None)).unwrap());
        assert_eq!(person_of(world, entering(world, &vouched("sub-2", Some("jo@example.eu"))).unwrap()), "jo");
    });
}

#[test]
fn a_second_factor_that_is_set_here_is_asked_for_all_the_same() {
    on_each_engine(|world| {
        let way_in = begun(world);
        let password = "correct horse battery";
        take_invitation(&by(world, "adhere", NOON), &way_in, password).unwrap();
        let entered = entering(world, &vouched("sub-1", Some("jo@example.eu"))).unwrap();
        let Entered::Whole(session) = entered else { panic!("no second factor is set yet") };
        let jo = by(world, "jo", NOON);
        let seed = propose(&jo).unwrap().seed;
        let totp = Builder::new().with_secret(Seed::try_from_base32(&seed).unwrap()).build().unwrap();
        let code = totp.generate(u64::try_from(jo.now.as_second()).unwrap());
        let stays = signed_in(&jo, &session).unwrap().unwrap().session.id;
        confirm(&jo, &Confirm { seed: &seed, code: &code.to_string(), password, stays }).unwrap();
        for address in [Some("jo@example.eu"), None] {
            let entered = entering(world, &vouched("sub-1", address)).unwrap();
            let Entered::NeedsCode(session) = entered else { panic!("no code is asked for") };
            let known = signed_in(&by(world, "adhere", NOON), &session).unwrap().unwrap();
            assert!(!known.session.is_whole);
        }
    });
}

#[test]
fn who_was_sent_comes_back_once_in_time_and_in_the_same_browser() {
    on_each_engine(|world| {
        begun(world);
        let (one, other) = (sent(world), sent(world));
        let back = |now: &str, state: Option<&Secret>, browser: Option<&Secret>| {
            come_back(&by(world, "adhere", now), state, browser)
        };
        for (state, browser) in [
            (None, None),
            (Some(&one.state), None),
            (None, Some(&one.browser)),
            (Some(&one.state), Some(&other.browser)),
            (Some(&one.browser), Some(&one.state)),
        ] {
            assert_eq!(refusal(back(NOON, state, browser)), AccessError::NotSent);
        }
        // None of these kept the one out who was sent.
        assert_eq!(back(NOON, Some(&one.state), Some(&one.browser)).unwrap().destination, "/work");
        assert_eq!(refusal(back(NOON, Some(&one.state), Some(&one.browser))), AccessError::NotSent);
        let late = "2026-06-01T12:10:00Z";
        assert_eq!(refusal(back(late, Some(&other.state), Some(&other.browser))), AccessError::NotSent);
        assert_ne!(one.nonce(), one.browser.text());
        sent(world);
        tidy(&by(world, "adhere", late)).unwrap();
    });
}

#[test]
fn too_many_who_were_sent_from_one_place_and_did_not_get_in_keep_it_out_for_a_while() {
    on_each_engine(|world| {
        begun(world);
        for _ in 0..59 {
            sent(world);
        }
        // Who gets in is counted no longer.
        for _ in 0..3 {
            entering(world, &vouched("sub-1", Some("jo@example.eu"))).unwrap();
        }
        sent(world);
        let again = |now: &str| send_there(&by(world, "adhere", now), PLACE, "/work");
        assert_eq!(refusal(again(NOON)), AccessError::NotLetInThere);
        send_there(&by(world, "adhere", NOON), "192.0.2.8", "/work").unwrap();
        again("2026-06-01T12:15:01Z").unwrap();
    });
}

#[test]
fn nobody_unlinks_the_only_way_in_or_is_given_another_by_who_may_not() {
    on_each_engine(|world| {
        let way_in = begun(world);
        entering(world, &vouched("sub-1", Some("jo@example.eu"))).unwrap();
        assert_eq!(refusal(unlink(&by(world, "jo", NOON), ISSUER)), AccessError::OnlyWayIn);
        take_invitation(&by(world, "adhere", NOON), &way_in, "correct horse battery").unwrap();
        unlink(&by(world, "jo", NOON), ISSUER).unwrap();
        assert_eq!(refusal(unlink(&by(world, "jo", NOON), ISSUER)), AccessError::Nothing);
        assert_eq!(linked_since(&by(world, "jo", NOON), ISSUER).unwrap(), None);
        // Somebody who gets in by an identity alone is given no password by a colleague.
        let jo = by(world, "jo", NOON);
        invite(&jo, invitation("pa", &[Role::ProviderAdmin]), None).unwrap();
        invite(&jo, invitation("ed", &[Role::Editor]), None).unwrap();
        let pa = by(world, "pa", NOON);
        invite_again(&pa, &id("ed"), None).unwrap();
        entering(world, &vouched("sub-3", Some("ed@example.eu"))).unwrap();
        assert!(matches!(invite_again(&pa, &id("ed"), None), Err(ActionError::Refused(_))));
        assert_eq!(invite(&pa, invitation("ed", &[Role::Viewer]), None).unwrap().outcome, None);
    });
}

/// A write and how it is done again.
fn fails_and_is_done_again<T>(world: &World, fault: CommitFault, run: impl Fn() -> Result<T, ActionError>) {
    world.store.db().faults().set(fault);
    let failed = run().err().unwrap();
    assert!(matches!(failed, ActionError::Store(StoreError::Db(DbError::CommitUnknown(_)))), "{failed}");
    assert!(world.store.audit().unwrap().is_clean(), "{fault:?}");
}

#[test]
fn a_write_that_failed_leaves_all_sound() {
    on_each_engine(|world| {
        let way_in = begun(world);
        take_invitation(&by(world, "adhere", NOON), &way_in, "correct horse battery").unwrap();
        let (nobody, jo) = (by(world, "adhere", NOON), by(world, "jo", NOON));
        for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
            let is_saved = fault == CommitFault::FailedButSaved;
            fails_and_is_done_again(world, fault, || send_there(&nobody, PLACE, "/work"));
            let sent = sent(world);
            fails_and_is_done_again(world, fault, || come_back(&nobody, Some(&sent.state), Some(&sent.browser)));
            // Whoever came back although it seemed to fail begins again: nothing is let in twice.
            let again = come_back(&nobody, Some(&sent.state), Some(&sent.browser));
            assert_eq!(again.is_err(), is_saved);
            let (vouched, came) = (vouched("sub-1", Some("jo@example.eu")), came(world));
            fails_and_is_done_again(world, fault, || enter(&nobody, &vouched, &came, "a browser"));
            assert_eq!(is_linked(&nobody, &vouched).unwrap(), is_saved);
            enter(&nobody, &vouched, &came, "a browser").unwrap();
            // The same where it is linked already.
            fails_and_is_done_again(world, fault, || enter(&nobody, &vouched, &came, "a browser"));
            fails_and_is_done_again(world, fault, || unlink(&jo, ISSUER));
            assert_eq!(linked_since(&jo, ISSUER).unwrap().is_none(), is_saved);
            assert_eq!(unlink(&jo, ISSUER).is_err(), is_saved);
        }
    });
}

#[test]
fn a_second_factor_is_demanded_of_nobody_who_has_no_password() {
    on_each_engine(|world| {
        let way_in = begun(world);
        let program = by(world, "adhere", NOON);
        let lacks = |session: &Secret| {
            let known = signed_in(&program, session).unwrap().unwrap();
            let lacks = world.store.read(|tx| {
                let grants = grants_of(tx, &id("jo"))?;
                lacks_second_factor(&program, tx, &known, &grants)
            });
            lacks.unwrap()
        };
        let Entered::Whole(elsewhere) = entering(world, &vouched("sub-1", Some("jo@example.eu"))).unwrap() else {
            panic!("no second factor is set")
        };
        assert!(!lacks(&elsewhere));
        take_invitation(&program, &way_in, "correct horse battery").unwrap();
        let Entered::Whole(elsewhere) = entering(world, &vouched("sub-1", None)).unwrap() else {
            panic!("no second factor is set")
        };
        assert!(lacks(&elsewhere));
    });
}
