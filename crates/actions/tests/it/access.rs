//! Getting in, on both engines: invitations, passwords, second factors, sessions, tokens; what is refused, and writes
//! that fail.

use adhere_actions::access::beginning::{Begin, begin};
use adhere_actions::access::closing::{accounts, close_account};
use adhere_actions::access::inviting::{Invite, ask_for_password, invite, invite_again, take_invitation};
use adhere_actions::access::recovery::{codes_left, renew_codes};
use adhere_actions::access::second_factor::{Confirm, confirm, propose, remove};
use adhere_actions::access::sessions::{
    change_password, end_other_sessions, end_session, own_sessions, signed_in, tidy,
};
use adhere_actions::access::signing_in::{Entered, SignIn, show_code, sign_in};
use adhere_actions::access::test_letter::write_test_letter;
use adhere_actions::access::tokens::{IssueToken, bearer, issue_token, own_tokens, revoke_token};
use adhere_actions::access::{AccessError, Authority, PasswordRefusal, Secret};
use adhere_actions::begin_audit::begin_audit;
use adhere_actions::{ActionError, Context, party};
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::{Organisation, OrganisationKind, Person};
use adhere_domain::parties::role::{Grant, Role};
use adhere_store::StoreError;
use adhere_store::db::{CommitFault, DbError};
use adhere_store::event::{Area, subject};
use adhere_store::job::{self, JobState, Work};
use adhere_store::mail;
use adhere_store::reading::about;
use jiff::{SignedDuration, Timestamp};
use totp_rs::{Builder, Secret as Seed};

use crate::fixtures::{World, day, id, on_each_engine, text};

const PASSWORD: &str = "correct horse battery";
const EMAIL: &str = "jo@example.eu";

/// Somebody at a moment, held to what roles allow.
fn by<'w>(world: &'w World, actor: &'w str, now: &str) -> Context<'w> {
    let now: Timestamp = now.parse().unwrap();
    Context { actor, now, today: day("2026-06-01"), authority: Authority::Roles, ..world.on("2026-06-01") }
}

const NOON: &str = "2026-06-01T12:00:00Z";

fn grant(person: &str, organisation: &str, role: Role) -> Grant {
    let (person, organisation) = (id(person), id(organisation));
    Grant { person, organisation, role, from: day("2026-01-01"), until: None, source: None }
}

fn invitation(person: &str, roles: &[Role]) -> Invite {
    let roles = roles.iter().map(|role| grant(person, "maker", *role)).collect();
    Invite { person: id(person), name: text(person), email: format!("{person}@example.eu"), roles }
}

/// The maker runs the instance, and Jo administers it.
fn begun(world: &World) -> Secret {
    let known_as = Organisation { name: text("Maker"), kinds: [OrganisationKind::Provider].into(), country: None };
    let invite = invitation("jo", &[Role::Administrator, Role::Editor]);
    let command = Begin { organisation: id("maker"), known_as, invite };
    begin(&world.on("2026-06-01"), command).unwrap().outcome.unwrap()
}

/// Jo has a password.
fn with_password(world: &World) {
    let way_in = begun(world);
    take_invitation(&by(world, "adhere", NOON), &way_in, PASSWORD).unwrap();
}

fn shown<'s>(email: &'s str, password: &'s str) -> SignIn<'s> {
    SignIn { email, password, place: "192.0.2.7", browser: "a browser", before: None }
}

fn entered(world: &World, now: &str) -> Secret {
    match sign_in(&by(world, "adhere", now), &shown(EMAIL, PASSWORD)).unwrap() {
        Entered::Whole(session) => session,
        Entered::NeedsCode(_) => panic!("no second factor is set"),
    }
}

fn access_error<T: std::fmt::Debug>(result: Result<T, ActionError>) -> AccessError {
    match result.unwrap_err() {
        ActionError::Access(error) => error,
        other => panic!("{other}"),
    }
}

fn is_not_permitted<T: std::fmt::Debug>(result: Result<T, ActionError>) {
    match result.unwrap_err() {
        ActionError::Refused(refusal) => assert_eq!(refusal.rule().id, "party-permitted"),
        other => panic!("{other}"),
    }
}

fn code_of(seed: &str, now: &str) -> String {
    let totp = Builder::new().with_secret(Seed::try_from_base32(seed).unwrap()).build().unwrap();
    let now: Timestamp = now.parse().unwrap();
    totp.generate(u64::try_from(now.as_second()).unwrap()).to_string()
}

#[test]
fn whoever_was_invited_sets_a_password_once_and_signs_in_with_it() {
    on_each_engine(|world| {
        let way_in = begun(world);
        let program = by(world, "adhere", NOON);
        assert!(matches!(access_error(take_invitation(&program, &way_in, "short")), AccessError::Password(_)));
        let late = by(world, "adhere", "2026-06-09T12:00:00Z");
        assert_eq!(access_error(take_invitation(&late, &way_in, PASSWORD)), AccessError::NoInvitation);
        assert_eq!(take_invitation(&program, &way_in, PASSWORD).unwrap().outcome, id("jo"));
        assert_eq!(access_error(take_invitation(&program, &way_in, PASSWORD)), AccessError::NoInvitation);
        // Small and large letters of an address are alike; those of a password are not.
        assert!(matches!(sign_in(&program, &shown("JO@example.eu ", PASSWORD)).unwrap(), Entered::Whole(_)));
        for (email, password) in [(EMAIL, "Correct horse battery"), ("al@example.eu", PASSWORD), ("no address", "x")] {
            assert_eq!(access_error(sign_in(&program, &shown(email, password))), AccessError::NotLetIn, "{email}");
        }
        // Whoever has a password is not invited anew by being given another role.
        let invited = invite(&world.on("2026-06-01"), invitation("jo", &[Role::Viewer]), None).unwrap();
        assert_eq!(invited.outcome, None);
    });
}

#[test]
fn a_password_is_not_made_of_the_names_that_are_known_here() {
    on_each_engine(|world| {
        let way_in = begun(world);
        let program = by(world, "adhere", NOON);
        let own = AccessError::Password(PasswordRefusal::Own);
        for made in ["Maker, maker 1", "jo@example.eu 26", "adhere@Maker2026"] {
            assert_eq!(access_error(take_invitation(&program, &way_in, made)), own, "{made}");
        }
        take_invitation(&program, &way_in, PASSWORD).unwrap();
        let stays = session_of(world, NOON);
        let change = |new: &str| change_password(&by(world, "jo", NOON), &stays, PASSWORD, new);
        assert_eq!(access_error(change("maker-adhere-1")), own);
        change("maker of horse batteries").unwrap();
    });
}

#[test]
fn guesses_are_few_for_an_address_whether_it_has_an_account_or_not() {
    on_each_engine(|world| {
        with_password(world);
        for email in [EMAIL, "nobody@example.eu"] {
            let program = by(world, "adhere", NOON);
            for _ in 0..10 {
                assert_eq!(access_error(sign_in(&program, &shown(email, "a wrong password"))), AccessError::NotLetIn);
            }
            // From here on the right one is of no use either.
            assert_eq!(access_error(sign_in(&program, &shown(email, PASSWORD))), AccessError::NotLetIn);
        }
        let later = by(world, "adhere", "2026-06-01T12:16:00Z");
        assert!(matches!(sign_in(&later, &shown(EMAIL, PASSWORD)).unwrap(), Entered::Whole(_)));
    });
}

#[test]
fn guesses_at_once_are_no_more_than_guesses_in_a_row() {
    on_each_engine(|world| {
        with_password(world);
        let jo = by(world, "jo", NOON);
        std::thread::scope(|scope| {
            for _ in 0..16 {
                scope.spawn(|| sign_in(&by(world, "adhere", NOON), &shown(EMAIL, "a wrong password")).unwrap_err());
            }
        });
        assert_eq!(access_error(sign_in(&by(world, "adhere", NOON), &shown(EMAIL, PASSWORD))), AccessError::NotLetIn);
        // Those that came too late were not looked at, and are not counted: of the sixty from this place fifty are left.
        let way_in = invite(&world.on("2026-06-01"), invitation("al", &[Role::Editor]), None).unwrap().outcome.unwrap();
        take_invitation(&by(world, "adhere", NOON), &way_in, PASSWORD).unwrap();
        for number in 0..49 {
            let email = format!("guess-{number}@example.eu");
            sign_in(&by(world, "adhere", NOON), &shown(&email, "a wrong password")).unwrap_err();
        }
        sign_in(&by(world, "adhere", NOON), &shown("al@example.eu", PASSWORD)).unwrap();
        // Whoever is signed in guesses no more than others.
        let stays = Secret::named(&"A".repeat(43)).unwrap();
        for _ in 0..10 {
            let guessed = change_password(&jo, &stays, "a wrong password", "another long one");
            assert_eq!(access_error(guessed), AccessError::NotLetIn);
        }
        assert_eq!(access_error(change_password(&jo, &stays, PASSWORD, "another long one")), AccessError::NotLetIn);
        let later = by(world, "jo", "2026-06-01T12:16:00Z");
        change_password(&later, &stays, PASSWORD, "another long one").unwrap();
    });
}

#[test]
fn whoever_is_let_in_is_counted_for_no_place() {
    on_each_engine(|world| {
        with_password(world);
        for _ in 0..61 {
            entered(world, NOON);
        }
    });
}

#[test]
fn guesses_are_few_from_one_place_whatever_the_address() {
    on_each_engine(|world| {
        with_password(world);
        let program = by(world, "adhere", NOON);
        // Of addresses that are none nothing is counted, and nothing is looked for.
        for number in 0..60 {
            let email = format!("guess-{number}@example.eu");
            assert_eq!(access_error(sign_in(&program, &shown(&email, "a wrong password"))), AccessError::NotLetIn);
        }
        assert_eq!(access_error(sign_in(&program, &shown(EMAIL, PASSWORD))), AccessError::NotLetIn);
        let elsewhere = SignIn { place: "192.0.2.8", ..shown(EMAIL, PASSWORD) };
        assert!(matches!(sign_in(&program, &elsewhere).unwrap(), Entered::Whole(_)));
    });
}

#[test]
fn sessions_end_when_they_are_not_used_when_they_are_old_and_when_they_are_ended() {
    on_each_engine(|world| {
        with_password(world);
        let session = entered(world, NOON);
        let is_in = |session: &Secret, now: &str| signed_in(&by(world, "adhere", now), session).unwrap().is_some();
        assert!(is_in(&session, "2026-06-01T19:00:00Z"));
        assert!(is_in(&session, "2026-06-02T02:00:00Z"), "its use was noted");
        assert!(!is_in(&session, "2026-06-02T10:00:00Z"), "it was not used for eight hours");
        let other = entered(world, "2026-06-02T12:00:00Z");
        let jo = by(world, "jo", "2026-06-02T12:00:00Z");
        assert_eq!(own_sessions(&jo).unwrap().len(), 1);
        let third = entered(world, "2026-06-02T12:00:01Z");
        let this = signed_in(&jo, &third).unwrap().unwrap().session.id;
        assert_eq!(end_other_sessions(&jo, &this).unwrap(), 2);
        assert!(!is_in(&other, "2026-06-02T12:00:00Z"));
        end_session(&jo, &this).unwrap();
        assert!(!is_in(&third, "2026-06-02T12:00:00Z"));
        assert_eq!(access_error(end_session(&jo, &this)), AccessError::Nothing);
        assert!(!is_in(&Secret::parse(&"A".repeat(43)).unwrap(), NOON));
        // Another password ends every other session.
        let (kept, gone) = (entered(world, NOON), entered(world, NOON));
        let jo = by(world, "jo", NOON);
        let stays = signed_in(&jo, &kept).unwrap().unwrap().session.id;
        assert_eq!(
            access_error(change_password(&jo, &stays, "not this one", "another long one")),
            AccessError::NotLetIn
        );
        change_password(&jo, &stays, PASSWORD, "another long one").unwrap();
        assert!(is_in(&kept, NOON) && !is_in(&gone, NOON));
        tidy(&by(world, "adhere", "2026-07-01T12:00:00Z")).unwrap();
        assert!(!is_in(&kept, NOON), "what has ended is forgotten");
    });
}

#[test]
fn a_second_factor_is_asked_for_and_each_code_counts_once() {
    on_each_engine(|world| {
        with_password(world);
        let jo = by(world, "jo", NOON);
        let proposed = propose(&jo).unwrap();
        assert!(proposed.url.starts_with("otpauth://totp/"), "{}", proposed.url);
        let (stays, gone) = (session_of(world, NOON), entered(world, NOON));
        let shown_with = |seed: &str, code: &str, password: &str| {
            confirm(&jo, &Confirm { seed, code, password, stays }).map(|set| set.outcome)
        };
        assert_eq!(access_error(shown_with(&proposed.seed, "000000", PASSWORD)), AccessError::WrongCode);
        let code = code_of(&proposed.seed, NOON);
        assert_eq!(access_error(shown_with(&proposed.seed, &code, "not the password")), AccessError::NotLetIn);
        shown_with(&proposed.seed, &code, PASSWORD).unwrap();
        // What was begun with a password alone ends, but for the browser in which it was set.
        assert!(signed_in(&jo, &gone).unwrap().is_none());
        assert_eq!(own_sessions(&jo).unwrap().iter().map(|it| it.id).collect::<Vec<_>>(), [stays]);
        // Who finds a browser signed in puts no factor of their own in the place of this one.
        let other = propose(&jo).unwrap();
        let refused = shown_with(&other.seed, &code_of(&other.seed, NOON), PASSWORD);
        assert_eq!(access_error(refused), AccessError::HasSecondFactor);
        let Entered::NeedsCode(begun) = sign_in(&by(world, "adhere", NOON), &shown(EMAIL, PASSWORD)).unwrap() else {
            panic!("the second factor is not asked for");
        };
        let known = signed_in(&jo, &begun).unwrap().unwrap();
        assert!(!known.session.is_whole, "the password alone opens nothing");
        assert_eq!(access_error(show_code(&jo, &begun, &code)), AccessError::WrongCode, "it was used to confirm");
        let later = "2026-06-01T12:01:00Z";
        let session = show_code(&by(world, "adhere", later), &begun, &code_of(&proposed.seed, later)).unwrap();
        assert!(signed_in(&by(world, "adhere", later), &session).unwrap().unwrap().session.is_whole);
        assert!(signed_in(&by(world, "adhere", later), &begun).unwrap().is_none(), "the name before is none any more");
        assert_eq!(access_error(remove(&jo, "not the password")), AccessError::NotLetIn);
        remove(&jo, PASSWORD).unwrap();
        entered(world, "2026-06-01T12:02:00Z");
    });
}

#[test]
fn a_letter_to_try_it_is_put_down_when_an_administrator_asks_for_it() {
    on_each_engine(|world| {
        with_password(world);
        let jo = by(world, "jo", NOON);
        let asked = |who: &Context<'_>| write_test_letter(who, &id("jo"), ("A try".to_owned(), "It came.".to_owned()));
        let waiting = || world.store.read(|tx| mail::counts(tx).map_err(StoreError::from)).unwrap().waiting;
        for (fault, count) in [(CommitFault::FailedNotSaved, 0), (CommitFault::FailedButSaved, 1)] {
            world.store.db().faults().set(fault);
            asked(&jo).unwrap_err();
            assert_eq!(waiting(), count);
        }
        asked(&jo).unwrap();
        assert_eq!(waiting(), 2);
        is_not_permitted(asked(&by(world, "eve", NOON)));
        // What nobody took is forgotten after a month: it may have let somebody in.
        tidy(&by(world, "adhere", "2026-07-15T12:00:00Z")).unwrap();
        assert_eq!(waiting(), 0);
    });
}

#[test]
fn an_audit_is_begun_by_an_administrator_and_one_at_a_time() {
    on_each_engine(|world| {
        with_password(world);
        let after = |seconds| format!("2026-06-01T12:0{}:0{}Z", seconds / 60, seconds % 60);
        let asked = |seconds, node| begin_audit(&by(world, "jo", &after(seconds)), node);
        let known = || world.store.read(|tx| job::all(tx).map_err(StoreError::from)).unwrap();
        world.store.db().faults().set(CommitFault::FailedNotSaved);
        asked(0, "first").unwrap_err();
        assert_eq!(known(), []);
        world.store.db().faults().set(CommitFault::FailedButSaved);
        asked(1, "first").unwrap_err();
        assert_eq!(known()[0].node, "first");
        // Nobody does what was begun unknown to whoever asked: it is taken for broken off after a minute.
        assert!(matches!(asked(5, "second").unwrap_err(), ActionError::AuditUnderWay));
        let now = |seconds| after(seconds).parse::<Timestamp>().unwrap();
        assert_eq!(known()[0].state(now(60)), JobState::UnderWay);
        assert_eq!(known()[0].state(now(61)), JobState::BrokenOff);
        let run = asked(61, "second").unwrap();
        assert_eq!((known()[0].node.as_str(), known()[0].state(now(61))), ("second", JobState::UnderWay));
        // Whoever was taken for broken off says nothing of the run after it.
        let end = |run: &str, found: &str| {
            world
                .store
                .keep(|tx| Ok::<_, StoreError>(job::end(tx, Work::Audit, run, Ok((7, found)), now(62))?))
                .unwrap();
        };
        end(&after(1), "of another");
        assert_eq!(known()[0].ended_at, None);
        end(&run, "entry 3 is missing");
        let [ended] = &known()[..] else { panic!("one kind of work") };
        assert_eq!((ended.report.as_deref(), ended.done), (Some("entry 3 is missing"), 7));
        assert_eq!(ended.state(now(62)), JobState::Done);
        is_not_permitted(begin_audit(&by(world, "eve", &after(63)), "first"));
        asked(63, "first").unwrap();
    });
}

#[test]
fn a_token_counts_until_its_day_for_its_organisation_and_its_account() {
    on_each_engine(|world| {
        with_password(world);
        let jo = by(world, "jo", NOON);
        let wanted = |until| IssueToken { organisation: id("maker"), name: text("a pipeline"), may_write: true, until };
        for until in ["2026-06-01", "2026-05-01", "2027-07-01"] {
            assert!(matches!(access_error(issue_token(&jo, wanted(day(until)))), AccessError::TokenEnds { .. }));
        }
        let token = issue_token(&jo, wanted(day("2026-07-01"))).unwrap().outcome;
        let known = |now: &str| bearer(&by(world, "adhere", now), &token).unwrap();
        assert_eq!(known("2026-06-30T23:59:59Z").unwrap().person, id("jo"));
        assert!(known("2026-07-01T00:00:00Z").is_none());
        let listed = own_tokens(&jo).unwrap();
        assert_eq!(listed.len(), 1);
        revoke_token(&jo, &listed[0].id).unwrap();
        assert!(known(NOON).is_none());
        assert_eq!(access_error(revoke_token(&jo, &listed[0].id)), AccessError::Nothing);
        let second = issue_token(&jo, wanted(day("2026-07-01"))).unwrap().outcome;
        close_account(&jo, &id("jo")).unwrap();
        assert!(bearer(&by(world, "adhere", NOON), &second).unwrap().is_none(), "a closed account has no tokens");
        let refused = sign_in(&by(world, "adhere", NOON), &shown(EMAIL, PASSWORD));
        assert_eq!(access_error(refused), AccessError::NotLetIn);
        // Whoever is invited again sets a password anew.
        let again = invite(&world.on("2026-06-01"), invitation("jo", &[]), None).unwrap().outcome.unwrap();
        take_invitation(&by(world, "adhere", NOON), &again, "another long one").unwrap();
    });
}

#[test]
fn nobody_is_let_in_by_those_who_may_not() {
    on_each_engine(|world| {
        with_password(world);
        let program = world.on("2026-06-01");
        invite(&program, invitation("al", &[Role::ProviderAdmin]), None).unwrap();
        invite(&program, invitation("vi", &[Role::Viewer]), None).unwrap();
        let (al, vi) = (by(world, "al", NOON), by(world, "vi", NOON));
        is_not_permitted(invite(&vi, invitation("eve", &[Role::Viewer]), None));
        is_not_permitted(close_account(&vi, &id("jo")));
        is_not_permitted(accounts(&vi, None, 10));
        // Whoever keeps a provider's people gives roles that bind nobody, and takes over no account.
        invite(&al, invitation("eve", &[Role::Editor]), None).unwrap();
        is_not_permitted(invite(&al, invitation("al", &[Role::Administrator]), None));
        is_not_permitted(invite_again(&al, &id("jo"), None));
        invite_again(&al, &id("eve"), None).unwrap();
        // Nor a way in for somebody who can do what they cannot grant: that would be theirs.
        invite(&program, invitation("bo", &[Role::Administrator]), None).unwrap();
        is_not_permitted(invite(&al, invitation("bo", &[Role::Viewer]), None));
        is_not_permitted(invite_again(&al, &id("bo"), None));
        // Ada has no account, and can bind the maker.
        is_not_permitted(invite(&al, invitation("ada", &[Role::Viewer]), None));
        // Whoever has a password gets a role, and nobody a way in.
        assert_eq!(invite(&al, invitation("jo", &[Role::Viewer]), None).unwrap().outcome, None);
        assert_eq!(accounts(&by(world, "jo", NOON), None, 10).unwrap().len(), 5);
        let another = Invite { email: EMAIL.to_owned(), ..invitation("eva", &[Role::Viewer]) };
        let taken = AccessError::EmailTaken(EMAIL.to_owned());
        assert_eq!(access_error(invite(&by(world, "jo", NOON), another, None)), taken);
        let rename = PartyCommand::ChangePerson(id("jo"), Person { name: text("Somebody else") });
        is_not_permitted(party::record(&al, rename));
    });
}

#[test]
fn letters_about_a_forgotten_password_are_few_and_tell_nobody_of_an_account() {
    on_each_engine(|world| {
        with_password(world);
        let write = |secret: &Secret| ("A new password".to_owned(), secret.text());
        let program = by(world, "adhere", NOON);
        for email in [EMAIL, "nobody@example.eu", "no address"] {
            for _ in 0..5 {
                ask_for_password(&program, email, &write).unwrap();
            }
        }
        let letters = world.store.keep(|tx| {
            Ok::<_, StoreError>(mail::claim(tx, program.now, |_| program.now + SignedDuration::from_mins(1), 10)?)
        });
        let letters = letters.unwrap();
        assert_eq!(letters.len(), 3, "three in an hour, to those who have an account");
        let last = Secret::parse(&letters.last().unwrap().body);
        // Letters are not in the order in which they were written; one of them, the last, still counts.
        let ways = letters.iter().filter_map(|letter| Secret::parse(&letter.body));
        let taken = ways.filter(|way| take_invitation(&program, way, "another long one").is_ok()).count();
        assert_eq!((taken, last.is_some()), (1, true));
        let late = by(world, "adhere", "2026-06-01T14:00:00Z");
        ask_for_password(&late, EMAIL, &write).unwrap();
    });
}

/// Jo has a second factor, and these recovery codes.
fn with_second_factor(world: &World) -> Vec<String> {
    let jo = by(world, "jo", NOON);
    let (seed, stays) = (propose(&jo).unwrap().seed, session_of(world, NOON));
    let code = code_of(&seed, NOON);
    let set = confirm(&jo, &Confirm { seed: &seed, code: &code, password: PASSWORD, stays }).unwrap();
    set.outcome.texts().to_vec()
}

/// Signs in with a password and what is typed in the place of a code.
fn enter_with(world: &World, typed: &str) -> Result<Secret, ActionError> {
    let program = by(world, "adhere", NOON);
    match sign_in(&program, &shown(EMAIL, PASSWORD))? {
        Entered::NeedsCode(begun) => show_code(&program, &begun, typed),
        Entered::Whole(_) => panic!("the second factor is not asked for"),
    }
}

/// The kinds of what was recorded of a person, in their order.
fn happened(world: &World, person: &str) -> Vec<String> {
    let of_person = [subject::person(&id(person))];
    let recorded = world.store.read(|tx| about(tx, Area::Account, &of_person)).unwrap();
    recorded.into_iter().map(|recorded| recorded.kind).collect()
}

#[test]
fn a_recovery_code_gets_in_once_and_none_when_others_were_made_or_the_factor_is_gone() {
    on_each_engine(|world| {
        with_password(world);
        let jo = by(world, "jo", NOON);
        assert_eq!(access_error(renew_codes(&jo, PASSWORD)), AccessError::Nothing, "there is no second factor");
        let codes = with_second_factor(world);
        assert_eq!((codes.len(), codes[0].len(), codes_left(&jo).unwrap()), (10, 29, 10));
        // Small letters, blanks and missing strokes are no matter.
        enter_with(world, &format!(" {} ", codes[0].to_lowercase().replace('-', ""))).unwrap();
        assert_eq!(access_error(enter_with(world, &codes[0])), AccessError::WrongCode, "it was used");
        assert_eq!(access_error(enter_with(world, "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA")), AccessError::WrongCode);
        assert_eq!(codes_left(&jo).unwrap(), 9);
        assert_eq!(access_error(renew_codes(&jo, "not the password")), AccessError::NotLetIn);
        let renewed = renew_codes(&jo, PASSWORD).unwrap().outcome;
        assert_eq!(access_error(enter_with(world, &codes[1])), AccessError::WrongCode, "others are in its place");
        enter_with(world, &renewed.texts()[9]).unwrap();
        let of_codes: Vec<String> = happened(world, "jo").into_iter().filter(|kind| kind.contains("code")).collect();
        let (used, made) = ("account.recovery-code-used", "account.recovery-codes-made");
        assert_eq!(of_codes, [used, made, used], "the wrong ones leave no entry");
        // Another has none of them: who has the password of another and own codes gets in as nobody.
        let way_in = invite(&world.on("2026-06-01"), invitation("al", &[Role::Editor]), None).unwrap().outcome.unwrap();
        take_invitation(&by(world, "adhere", NOON), &way_in, PASSWORD).unwrap();
        assert_eq!(codes_left(&by(world, "al", NOON)).unwrap(), 0);
        remove(&jo, PASSWORD).unwrap();
        assert_eq!(codes_left(&jo).unwrap(), 0);
        // What was lost altogether is given anew by who administers: the account is closed, and opened again.
        with_second_factor(world);
        let machine = world.on("2026-06-01");
        close_account(&machine, &id("jo")).unwrap();
        let way_in = invite(&machine, invitation("jo", &[Role::Administrator]), None).unwrap().outcome.unwrap();
        take_invitation(&by(world, "adhere", NOON), &way_in, PASSWORD).unwrap();
        assert_eq!(codes_left(&jo).unwrap(), 0);
        entered(world, NOON);
    });
}

#[test]
fn signing_in_again_in_the_same_browser_ends_the_session_before() {
    on_each_engine(|world| {
        with_password(world);
        let program = by(world, "adhere", NOON);
        let (before, elsewhere) = (entered(world, NOON), entered(world, NOON));
        let again = SignIn { before: Some(&before), ..shown(EMAIL, PASSWORD) };
        let wrong = SignIn { password: "not the password", ..again.clone() };
        assert_eq!(access_error(sign_in(&program, &wrong)), AccessError::NotLetIn);
        assert!(signed_in(&program, &before).unwrap().is_some(), "who is not let in ends nothing");
        sign_in(&program, &again).unwrap();
        assert!(signed_in(&program, &before).unwrap().is_none());
        assert!(signed_in(&program, &elsewhere).unwrap().is_some());
    });
}

type Run = Box<dyn Fn(&World) -> Result<(), ActionError>>;

fn session_of(world: &World, now: &str) -> adhere_store::access::SecretDigest {
    let session = entered(world, now);
    signed_in(&by(world, "adhere", now), &session).unwrap().unwrap().session.id
}

/// Each write with what it needs made before the fault is set.
fn prepared(world: &World) -> Vec<(&'static str, Run)> {
    let stays = session_of(world, NOON);
    let jo = |world: &World, act: &dyn Fn(&Context<'_>) -> Result<(), ActionError>| act(&by(world, "jo", NOON));
    let until = day("2026-07-01");
    let wanted = move || IssueToken { organisation: id("maker"), name: text("a pipeline"), may_write: false, until };
    vec![
        (
            "begin",
            Box::new(|world: &World| {
                let known_as =
                    Organisation { name: text("Maker"), kinds: [OrganisationKind::Provider].into(), country: None };
                let invite = invitation("bo", &[Role::Administrator]);
                begin(&world.on("2026-06-01"), Begin { organisation: id("maker"), known_as, invite }).map(|_| ())
            }) as Run,
        ),
        (
            "invite",
            Box::new(|world: &World| {
                invite(&world.on("2026-06-01"), invitation("al", &[Role::Editor]), None).map(|_| ())
            }),
        ),
        ("invite_again", Box::new(|world: &World| invite_again(&world.on("2026-06-01"), &id("jo"), None).map(|_| ()))),
        ("sign_in", Box::new(|world: &World| sign_in(&by(world, "adhere", NOON), &shown(EMAIL, PASSWORD)).map(|_| ()))),
        (
            "issue_token",
            Box::new(move |world: &World| jo(world, &|context| issue_token(context, wanted()).map(|_| ()))),
        ),
        (
            "end_other_sessions",
            Box::new(move |world: &World| jo(world, &|context| end_other_sessions(context, &stays).map(|_| ()))),
        ),
        ("tidy", Box::new(|world: &World| tidy(&by(world, "adhere", NOON)))),
    ]
}

#[test]
fn a_write_that_failed_leaves_all_sound_and_is_done_again() {
    on_each_engine(|world| {
        with_password(world);
        for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
            for (name, run) in prepared(world) {
                world.store.db().faults().set(fault);
                let failed = run(world).unwrap_err();
                let unknown = matches!(failed, ActionError::Store(StoreError::Db(DbError::CommitUnknown(_))));
                assert!(unknown, "{name}: {failed}");
                assert!(world.store.audit().unwrap().is_clean(), "{name} after {fault:?}");
                run(world).unwrap_or_else(|error| panic!("{name} again after {fault:?}: {error}"));
            }
        }
    });
}

/// What can be done once: if its end is not known, whoever does it again is told, and what was wanted holds.
#[test]
fn a_password_that_was_set_although_it_seemed_to_fail_counts() {
    on_each_engine(|world| {
        let way_in = begun(world);
        let program = by(world, "adhere", NOON);
        world.store.db().faults().set(CommitFault::FailedNotSaved);
        take_invitation(&program, &way_in, PASSWORD).unwrap_err();
        world.store.db().faults().set(CommitFault::FailedButSaved);
        take_invitation(&program, &way_in, PASSWORD).unwrap_err();
        assert_eq!(access_error(take_invitation(&program, &way_in, PASSWORD)), AccessError::NoInvitation);
        let session = entered(world, NOON);
        let jo = by(world, "jo", NOON);
        let this = signed_in(&jo, &session).unwrap().unwrap().session.id;
        // Before the change it is counted that the password is shown.
        world.store.db().faults().set_after(1, CommitFault::FailedButSaved);
        change_password(&jo, &this, PASSWORD, "another long one").unwrap_err();
        assert_eq!(access_error(change_password(&jo, &this, PASSWORD, "another long one")), AccessError::NotLetIn);
        let proposed = propose(&jo).unwrap();
        let code = code_of(&proposed.seed, NOON);
        let confirmed = Confirm { seed: &proposed.seed, code: &code, password: "another long one", stays: this };
        world.store.db().faults().set_after(1, CommitFault::FailedNotSaved);
        confirm(&jo, &confirmed).unwrap_err();
        world.store.db().faults().set_after(1, CommitFault::FailedButSaved);
        confirm(&jo, &confirmed).unwrap_err();
        assert_eq!(codes_left(&jo).unwrap(), 10);
        // The codes that nobody saw are replaced by others.
        world.store.db().faults().set_after(1, CommitFault::FailedNotSaved);
        renew_codes(&jo, "another long one").unwrap_err();
        world.store.db().faults().set_after(1, CommitFault::FailedButSaved);
        renew_codes(&jo, "another long one").unwrap_err();
        assert_eq!(renew_codes(&jo, "another long one").unwrap().outcome.texts().len(), 10);
        world.store.db().faults().set_after(1, CommitFault::FailedNotSaved);
        remove(&jo, "another long one").unwrap_err();
        let entered = sign_in(&program, &shown(EMAIL, "another long one")).unwrap();
        let Entered::NeedsCode(begun) = entered else { panic!("the second factor is set") };
        let later = "2026-06-01T12:01:00Z";
        let code = code_of(&proposed.seed, later);
        world.store.db().faults().set(CommitFault::FailedNotSaved);
        show_code(&by(world, "adhere", later), &begun, &code).unwrap_err();
        show_code(&by(world, "adhere", later), &begun, &code).unwrap();
        world.store.db().faults().set_after(1, CommitFault::FailedButSaved);
        remove(&jo, "another long one").unwrap_err();
        assert_eq!(access_error(remove(&jo, "another long one")), AccessError::Nothing);
        world.store.db().faults().set(CommitFault::FailedButSaved);
        end_session(&jo, &this).unwrap_err();
        assert_eq!(access_error(end_session(&jo, &this)), AccessError::Nothing);
        let until = day("2026-07-01");
        let wanted = IssueToken { organisation: id("maker"), name: text("a pipeline"), may_write: true, until };
        let token = issue_token(&jo, wanted).unwrap().outcome;
        let issued = bearer(&program, &token).unwrap().unwrap().token.id;
        world.store.db().faults().set(CommitFault::FailedButSaved);
        revoke_token(&jo, &issued).unwrap_err();
        assert!(bearer(&program, &token).unwrap().is_none());
        let write = |secret: &Secret| ("A new password".to_owned(), secret.text());
        world.store.db().faults().set(CommitFault::FailedNotSaved);
        ask_for_password(&program, EMAIL, &write).unwrap_err();
        ask_for_password(&program, EMAIL, &write).unwrap();
        world.store.db().faults().set(CommitFault::FailedButSaved);
        close_account(&jo, &id("jo")).unwrap_err();
        assert_eq!(access_error(close_account(&jo, &id("jo"))), AccessError::NoAccount(id("jo")));
    });
}
