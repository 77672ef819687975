//! Packages between a maker and an office, each with an instance of its own, on both engines.

use std::cell::Cell;
use std::collections::BTreeSet;

use adhere_actions::packages::{
    Received, SendPackage, Sent, Standing, Subject, file_acknowledgement, receive_package, send_package, write_package,
};
use adhere_actions::{ActionError, party};
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::RegisterCommand;
use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::key::{Key, KeyHolder};
use adhere_domain::parties::organisation::{Organisation, OrganisationKind};
use adhere_formats::shipped;
use adhere_journal::policy::Policy;
use adhere_store::db::CommitFault;
use adhere_store::home::{Home, Settings};
use adhere_store::projection::package::{Package, Wanted, list};
use adhere_store::{Store, StoreError};
use adhere_testing::PostgresDatabase;

use crate::fixtures::{World, declaration, id, text};

const DAY: &str = "2026-02-02";

/// The two sides, of which the office knows the key and the log of the maker, and the maker those of the office.
struct Sides<'w> {
    maker: &'w World,
    office: &'w World,
}

fn world(folder: &std::path::Path, name: &str, url: Option<&str>) -> World {
    let mut settings = Settings::named(&format!("{name}.eu/log")).unwrap();
    settings.database.url = url.map(str::to_owned);
    let home = Home::make(&folder.join(name), settings).unwrap();
    let store = Store::open(home, "2026-01-01T00:00:00Z".parse().unwrap()).unwrap();
    let world = World { store, law: shipped::law().unwrap() };
    world.begin();
    world
}

/// Runs a test with either side on either engine, and looks at everything that both keep at its end.
fn on_both_sides(test: impl Fn(&Sides<'_>)) {
    for is_maker_on_postgres in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let database = PostgresDatabase::create();
        let url = |is_on| if is_on { Some(database.url()) } else { None };
        let maker = world(folder.path(), "maker", url(is_maker_on_postgres).as_deref());
        let office = world(folder.path(), "office", url(!is_maker_on_postgres).as_deref());
        let sides = Sides { maker: &maker, office: &office };
        sides.begin();
        test(&sides);
        for world in [&maker, &office] {
            let audit = world.store.audit().unwrap();
            assert!(audit.is_clean(), "{:?}", audit.findings);
        }
    }
}

fn key_of(world: &World, holder: &str) -> Key {
    let public = *world.store.keys().author.public().bytes();
    let holder_id: Id<_> = id(holder);
    let from = "2026-01-01T00:00:00Z".parse().unwrap();
    Key { id: id(&format!("{holder}-key")), holder: KeyHolder::Organisation(holder_id), public, from, until: None }
}

fn policy_of(world: &World) -> Policy {
    Policy::parse(format!("log {}\nquorum none\n", world.store.keys().log.public()).as_bytes()).unwrap()
}

fn told(world: &World, command: PartyCommand) {
    party::record(&world.on(DAY), command).unwrap();
}

impl Sides<'_> {
    fn begin(&self) {
        for world in [self.maker, self.office] {
            for name in ["office", "other"] {
                let kinds = [OrganisationKind::Other].into();
                let organisation = Organisation { name: text(name), kinds, country: None };
                told(world, PartyCommand::RegisterOrganisation(id(name), organisation));
            }
            told(world, PartyCommand::AddKey(key_of(self.maker, "maker")));
            told(world, PartyCommand::AddKey(key_of(self.office, "office")));
        }
        let declaration = declaration(Scope::Full, "2026-02-01");
        self.maker.register("2026-02-01", RegisterCommand::Declare(declaration)).unwrap();
    }

    fn send(&self, command: &SendPackage) -> Sent {
        send_package(&self.maker.on(DAY), command).unwrap().outcome
    }

    fn receive_on(&self, day: &str, letter: &str) -> Received {
        receive_package(&self.office.on(day), &policy_of(self.maker), letter.as_bytes()).unwrap().outcome
    }

    /// The word for why the office refuses a letter; its answer says the same to the maker.
    fn refused(&self, letter: &str) -> String {
        let Standing::Refused(reason) = self.receive_on(DAY, letter).standing else { panic!("not refused") };
        reason.code
    }
}

fn command() -> SendPackage {
    SendPackage { about: Subject::Adherence(id("a1")), addressee: id("office"), hidden: BTreeSet::new(), expires: None }
}

fn packages(world: &World) -> Vec<Package> {
    world.store.read(|tx| Ok::<_, StoreError>(list(tx, &Wanted::default(), 10)?)).unwrap()
}

fn size(world: &World) -> u64 {
    world.store.head().unwrap().unwrap().size
}

#[test]
fn a_declaration_is_sent_filed_and_acknowledged() {
    on_both_sides(|sides| {
        let sent = sides.send(&command());
        let received = sides.receive_on(DAY, &sent.letter);
        assert_eq!(received.standing, Standing::Filed);
        let acknowledgement = received.acknowledgement.unwrap();
        let policy = policy_of(sides.office);
        let file = |text: &str| file_acknowledgement(&sides.maker.on(DAY), &policy, text.as_bytes());
        let filed = file(&acknowledgement).unwrap();
        assert_eq!((filed.outcome.id.as_str(), filed.outcome.refused), (sent.id.as_str(), None));
        assert_eq!(file(&acknowledgement).unwrap().entries, [] as [u64; 0], "it says nothing new");
        for (world, direction) in [(sides.maker, "sent"), (sides.office, "received")] {
            let all = packages(world);
            let [one] = all.as_slice() else { panic!("{all:?}") };
            assert_eq!(
                (one.direction.id(), one.id.as_str(), one.state.as_str()),
                (direction, sent.id.as_str(), "accepted")
            );
            assert_eq!((one.sequence, one.about.as_str()), (Some(1), "adherence/a1"));
        }
        let altered = acknowledgement.replacen("\"statement\": \"e", "\"statement\": \"f", 1);
        let refused = file(&altered).unwrap_err();
        assert!(matches!(refused, ActionError::Package(_)), "{refused}");
        assert!(sides.maker.store.rebuild().unwrap() > 0);
        let before = size(sides.office);
        let again = sides.receive_on(DAY, &sent.letter);
        assert_eq!((again.standing, size(sides.office)), (Standing::FiledBefore, before), "nothing is filed twice");
        file(&again.acknowledgement.unwrap()).unwrap();
    });
}

#[test]
fn what_is_kept_back_is_in_no_file_that_travels() {
    on_both_sides(|sides| {
        let hidden = BTreeSet::from(["/body/signed".parse().unwrap()]);
        let sent = sides.send(&SendPackage { hidden, ..command() });
        let token = sent.letter.split('"').find(|part| part.ends_with('~')).unwrap().to_owned();
        let opened = adhere_journal::disclosure::SdJwt::parse(&token).unwrap().open_unverified().unwrap();
        assert!(!opened.claims["body"].as_object().unwrap().contains_key("signed"));
        assert_eq!(opened.claims["body"]["scope"], "full");
        assert_eq!(sides.receive_on(DAY, &sent.letter).standing, Standing::Filed);
        let frame = BTreeSet::from(["/code".parse().unwrap()]);
        send_package(&sides.maker.on(DAY), &SendPackage { hidden: frame, ..command() }).unwrap_err();
    });
}

#[test]
fn each_package_that_is_not_to_be_filed_is_refused_with_its_reason() {
    on_both_sides(|sides| {
        let (first, second) = (sides.send(&command()), sides.send(&command()));
        assert_eq!(sides.refused("{}"), "malformed");
        assert_eq!(sides.refused(&first.letter.replacen("\"statement\": \"e", "\"statement\": \"f", 1)), "altered");
        let third = sides.send(&SendPackage { addressee: id("other"), ..command() });
        assert_eq!(sides.refused(&third.letter), "wrong-addressee");
        let expires = Some("2026-02-02T18:00:00Z".parse().unwrap());
        let fourth = sides.send(&SendPackage { expires, ..command() });
        let late = sides.receive_on("2026-02-03", &fourth.letter).standing;
        assert!(matches!(late, Standing::Refused(reason) if reason.code == "expired"));
        let stranger =
            receive_package(&sides.office.on(DAY), &policy_of(sides.office), second.letter.as_bytes()).unwrap();
        assert!(matches!(stranger.outcome.standing, Standing::Refused(reason) if reason.code == "not-logged"));
        assert_eq!(sides.receive_on(DAY, &second.letter).standing, Standing::Filed);
        let other_file = write_package(&sides.maker.on(DAY), &second.id).unwrap().outcome;
        assert_eq!(sides.refused(&other_file), "replayed");
        assert_eq!(sides.refused(&first.letter), "older-version");
        let before = size(sides.office);
        assert_eq!(sides.refused(&first.letter), "older-version");
        assert_eq!(size(sides.office), before, "the same answer is not recorded again");
        let from = "2026-02-02T06:00:00Z".parse().unwrap();
        told(sides.office, PartyCommand::RevokeKey { id: id("maker-key"), from, reason: text("stolen") });
        let fifth = sides.send(&command());
        let refused = sides.receive_on(DAY, &fifth.letter);
        assert!(matches!(&refused.standing, Standing::Refused(reason) if reason.code == "key-revoked"));
        let acknowledgement = refused.acknowledgement.unwrap();
        let policy = policy_of(sides.office);
        let filed =
            file_acknowledgement(&sides.maker.on("2026-02-03"), &policy, acknowledgement.as_bytes()).unwrap().outcome;
        assert_eq!((filed.id, filed.refused.unwrap().code), (fifth.id, "key-revoked".to_owned()));
    });
}

#[test]
fn a_package_by_nobody_known_is_refused_and_nothing_is_recorded() {
    on_both_sides(|sides| {
        let sent = sides.send(&command());
        let text = sent.letter.replacen("\"format\"", "\"farmat\"", 1);
        let before = size(sides.office);
        let received = sides.receive_on(DAY, &text);
        assert!(matches!(received.standing, Standing::Refused(reason) if reason.code == "malformed"));
        assert_eq!((received.acknowledgement, size(sides.office)), (None, before));
    });
}

#[test]
fn a_write_that_failed_is_done_again_to_the_same_end() {
    for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
        let faults = Cell::new(0);
        on_both_sides(|sides| {
            let failing = |world: &World, write: &dyn Fn() -> Result<(), ActionError>| {
                let before = size(world);
                world.store.db().faults().set(fault);
                write().unwrap_err();
                assert!(!world.store.db().faults().is_pending(), "the fault came about");
                assert_eq!(size(world) > before, fault == CommitFault::FailedButSaved);
                assert!(world.store.audit().unwrap().is_clean());
                faults.set(faults.get() + 1);
            };
            failing(sides.maker, &|| send_package(&sides.maker.on(DAY), &command()).map(|_| ()));
            let sent = sides.send(&command());
            failing(sides.maker, &|| write_package(&sides.maker.on(DAY), &sent.id).map(|_| ()));
            let receive = || receive_package(&sides.office.on(DAY), &policy_of(sides.maker), sent.letter.as_bytes());
            failing(sides.office, &|| receive().map(|_| ()));
            let received = receive().unwrap().outcome;
            let expected = if fault == CommitFault::FailedButSaved { Standing::FiledBefore } else { Standing::Filed };
            assert_eq!(received.standing, expected);
            let acknowledgement = received.acknowledgement.unwrap();
            let policy = policy_of(sides.office);
            let file = || file_acknowledgement(&sides.maker.on(DAY), &policy, acknowledgement.as_bytes());
            failing(sides.maker, &|| file().map(|_| ()));
            assert_eq!(file().unwrap().outcome.refused, None);
            assert_eq!(packages(sides.maker)[0].state, "accepted");
            assert_eq!(packages(sides.office).len(), 1);
        });
        assert_eq!(faults.get(), 8);
    }
}
