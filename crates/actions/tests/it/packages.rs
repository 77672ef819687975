//! Packages between a maker and an office, each with an instance of its own, on both engines.

use std::cell::Cell;
use std::collections::BTreeSet;

use adhere_actions::evidence::{AddEvidence, AttachEvidence, add_evidence, attach_evidence};
use adhere_actions::packages::{
    Received, SendPackage, Sent, Standing, Subject, file_acknowledgement, receive_package, send_package, show_packages,
    write_package,
};
use adhere_actions::record_statement::{RecordStatement, record_statement};
use adhere_actions::{ActionError, party};
use adhere_domain::adherence::record::{ImplementationState, Scope};
use adhere_domain::adherence::register::event::RegisterCommand;
use adhere_domain::adherence::statements::{Content, Subject as Stated};
use adhere_domain::evidence::item::{Confidentiality, MediaType};
use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::key::{Key, KeyHolder};
use adhere_domain::parties::organisation::{Organisation, OrganisationKind};
use adhere_domain::parties::role::{Grant, Role};
use adhere_domain::text::NonEmptyText;
use adhere_formats::shipped;
use adhere_journal::package::letter::{Letter, LetterKind};
use adhere_journal::policy::Policy;
use adhere_store::db::CommitFault;
use adhere_store::home::{Deciding, Home, Settings};
use adhere_store::projection::package::{Package, Wanted, list};
use adhere_store::{Store, StoreError};
use adhere_testing::PostgresDatabase;

use crate::fixtures::{World, declaration, id, part, text};

pub(crate) const DAY: &str = "2026-02-02";

/// A public key that nobody here has: that of the seed of zeros (RFC 8032 calls it a point of the curve).
const OTHER_KEY: [u8; 32] = [
    0x3b, 0x6a, 0x27, 0xbc, 0xce, 0xb6, 0xa4, 0x2d, 0x62, 0xa3, 0xa8, 0xd0, 0x2a, 0x6f, 0x0d, 0x73, 0x65, 0x32, 0x15,
    0x77, 0x1d, 0xe2, 0x43, 0xa6, 0x3a, 0xc0, 0x48, 0xa1, 0x8b, 0x59, 0xda, 0x29,
];

/// The two sides, of which the office knows the key and the log of the maker, and the maker those of the office.
pub(crate) struct Sides<'w> {
    pub(crate) maker: &'w World,
    pub(crate) office: &'w World,
}

fn world(folder: &std::path::Path, name: &str, url: Option<&str>, decide: Deciding) -> World {
    let mut settings = Settings::named(&format!("{name}.eu/log")).unwrap();
    settings.packages.decide = decide;
    settings.database.url = url.map(str::to_owned);
    let home = Home::make(&folder.join(name), settings).unwrap();
    let store = Store::open(home, "2026-01-01T00:00:00Z".parse().unwrap()).unwrap();
    let world = World { store, law: shipped::law().unwrap() };
    world.begin();
    world
}

/// Runs a test with either side on either engine, and looks at everything that both keep at its end.
pub(crate) fn on_both_sides(test: impl Fn(&Sides<'_>)) {
    on_sides(Deciding::AtOnce, test);
}

/// The same where somebody at the office decides on what comes in.
pub(crate) fn by_hand(test: impl Fn(&Sides<'_>)) {
    on_sides(Deciding::ByHand, test);
}

fn on_sides(decide: Deciding, test: impl Fn(&Sides<'_>)) {
    for is_maker_on_postgres in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let database = PostgresDatabase::create();
        let url = |is_on| if is_on { Some(database.url()) } else { None };
        let maker = world(folder.path(), "maker", url(is_maker_on_postgres).as_deref(), Deciding::AtOnce);
        let office = world(folder.path(), "office", url(!is_maker_on_postgres).as_deref(), decide);
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

pub(crate) fn policy_of(world: &World) -> Policy {
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
        self.state();
    }

    /// The maker states something, and shows it with a file.
    fn state(&self) {
        let (person, organisation) = (id("ada"), id("maker"));
        let (role, from) = (Role::Editor, "2026-01-01".parse().unwrap());
        told(self.maker, PartyCommand::Grant(Grant { person, organisation, role, from, until: None, source: None }));
        let law = &self.maker.law;
        let codes = shipped::codes(&law.corpus).unwrap().into_iter();
        let code = codes.map(|shipped| shipped.source.code).find(|code| code.id == part("gpai")).unwrap();
        let (provider, version, measure) = (id("maker"), code.version.clone(), part("S.M9.3"));
        let subject = Stated { provider, code: part("gpai"), version, measure, model: None };
        let words = NonEmptyText::parse("Ten tests failed.");
        let content = Content { state: ImplementationState::Partial, text: words, owner: None, due: None };
        let command = RecordStatement { code: &code, subject: subject.clone(), content, after: 0, carried_from: None };
        let context = self.maker.on("2026-02-01");
        record_statement(&context, command).unwrap();
        let item = AddEvidence {
            id: id("report"),
            media_type: MediaType::parse("text/plain").unwrap(),
            title: text("Ten tests"),
            speaks_for: "2026-01-01".parse().unwrap(),
            expires: None,
            confidentiality: Confidentiality::Confidential,
        };
        add_evidence(&context, item, &mut "Ten tests failed.".as_bytes()).unwrap();
        let attachment = AttachEvidence { statement: subject, item: id("report"), passage: None };
        attach_evidence(&context, attachment).unwrap();
    }

    pub(crate) fn send(&self, command: &SendPackage) -> Sent {
        send_package(&self.maker.on(DAY), command).unwrap().outcome
    }

    pub(crate) fn receive_on(&self, day: &str, letter: &str) -> Received {
        receive_package(&self.office.on(day), &policy_of(self.maker), letter.as_bytes()).unwrap().outcome
    }

    /// The word for why the office refuses a letter; its answer says the same to the maker.
    fn refused(&self, letter: &str) -> String {
        let Standing::Refused(reason) = self.receive_on(DAY, letter).standing else { panic!("not refused") };
        reason.code
    }
}

pub(crate) fn command() -> SendPackage {
    SendPackage { about: Subject::Adherence(id("a1")), addressee: id("office"), hidden: BTreeSet::new(), expires: None }
}

pub(crate) fn packages(world: &World) -> Vec<Package> {
    world.store.read(|tx| Ok::<_, StoreError>(list(tx, &Wanted::default(), 10)?)).unwrap()
}

pub(crate) fn size(world: &World) -> u64 {
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

/// Everything that a package can be about, with a part of it that can be kept back.
fn kinds() -> [(Subject, &'static str); 3] {
    let code = || (part("gpai"), part("2025-07-10"));
    [
        (Subject::Adherence(id("a1")), "/body/signed"),
        (Subject::Statements(code().0, code().1), "/body/statements/0/text"),
        (Subject::Evidence(code().0, code().1), "/body/evidence/0/title"),
    ]
}

#[test]
fn each_package_that_is_not_to_be_filed_is_refused_with_its_reason() {
    on_both_sides(|sides| {
        for (about, _) in kinds() {
            refuses(sides, &SendPackage { about, ..command() });
        }
        let from = "2026-02-02T06:00:00Z".parse().unwrap();
        told(sides.office, PartyCommand::RevokeKey { id: id("maker-key"), from, reason: text("stolen") });
        for (about, _) in kinds() {
            refuses_the_revoked(sides, &SendPackage { about, ..command() });
        }
    });
}

fn refuses(sides: &Sides<'_>, command: &SendPackage) {
    // Whoever sends the same again before it is answered sends the same package.
    let until = |text: &str| SendPackage { expires: Some(text.parse().unwrap()), ..command.clone() };
    let (first, second) = (sides.send(&until("2026-03-01T00:00:00Z")), sides.send(&until("2026-03-02T00:00:00Z")));
    assert_eq!(sides.refused("{}"), "malformed");
    let nothing = size(sides.office);
    assert_eq!(sides.refused(&altered(&first.letter)), "altered");
    assert_eq!(size(sides.office), nothing, "what anybody can make fills no disk");
    let third = sides.send(&SendPackage { addressee: id("other"), ..command.clone() });
    assert_eq!(sides.refused(&third.letter), "wrong-addressee");
    let fourth = sides.send(&until("2026-02-02T18:00:00Z"));
    let late = sides.receive_on("2026-02-03", &fourth.letter).standing;
    assert!(matches!(late, Standing::Refused(reason) if reason.code == "expired"));
    let stranger = receive_package(&sides.office.on(DAY), &policy_of(sides.office), second.letter.as_bytes()).unwrap();
    assert!(matches!(stranger.outcome.standing, Standing::Refused(reason) if reason.code == "not-logged"));
    assert_eq!(sides.receive_on(DAY, &second.letter).standing, Standing::Filed);
    let other_file = write_package(&sides.maker.on(DAY), &second.id).unwrap().outcome;
    assert_eq!(sides.refused(&other_file), "replayed");
    assert_eq!(sides.refused(&first.letter), "older-version");
    let before = size(sides.office);
    assert_eq!(sides.refused(&first.letter), "older-version");
    assert_eq!(size(sides.office), before, "the same answer is not recorded again");
}

fn refuses_the_revoked(sides: &Sides<'_>, command: &SendPackage) {
    let fifth = sides.send(command);
    let refused = sides.receive_on(DAY, &fifth.letter);
    assert!(matches!(&refused.standing, Standing::Refused(reason) if reason.code == "key-revoked"));
    let acknowledgement = refused.acknowledgement.unwrap();
    let policy = policy_of(sides.office);
    let filed = file_acknowledgement(&sides.maker.on("2026-02-03"), &policy, acknowledgement.as_bytes()).unwrap();
    let filed = filed.outcome;
    assert_eq!((filed.id, filed.refused.unwrap().code), (fifth.id, "key-revoked".to_owned()));
}

/// A letter whose signature is another one, in the same spelling.
fn altered(letter: &str) -> String {
    let end = letter.find('~').unwrap();
    let at = end - 20;
    let mut bytes = letter.as_bytes().to_vec();
    bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_key_that_has_expired_signs_nothing_that_is_filed() {
    on_both_sides(|sides| {
        let key = Key { id: id("next"), ..key_of(sides.maker, "maker") };
        let new = Key { public: OTHER_KEY, from: "2026-02-02T06:00:00Z".parse().unwrap(), ..key };
        told(sides.office, PartyCommand::RotateKey { old: id("maker-key"), new });
        for (about, _) in kinds() {
            let sent = sides.send(&SendPackage { about: about.clone(), ..command() });
            assert_eq!(sides.refused(&sent.letter), "key-expired");
        }
    });
}

#[test]
fn what_is_kept_back_is_known_to_the_sender_alone_in_every_kind() {
    on_both_sides(|sides| {
        for (about, place) in kinds() {
            let hidden = BTreeSet::from([place.parse().unwrap()]);
            let sent = sides.send(&SendPackage { about, hidden: hidden.clone(), ..command() });
            assert_eq!(sides.receive_on(DAY, &sent.letter).standing, Standing::Filed);
            let shown = |world: &World, policy: Option<&Policy>| {
                let all = show_packages(&world.on(DAY), policy, &sent.id).unwrap();
                let [one] = all.try_into().unwrap();
                one
            };
            let own = shown(sides.maker, None);
            let kept = own.kept.unwrap();
            assert_eq!((kept.hidden, kept.verified, own.answers.len()), (hidden, None, 0));
            let member = place.rsplit('/').next().unwrap();
            let text = |claims: &serde_json::Map<String, serde_json::Value>| serde_json::to_string(claims).unwrap();
            let is_in = |text: &str| text.contains(&format!("\"{member}\":"));
            assert!(is_in(&text(&kept.claims)));
            let policy = policy_of(sides.maker);
            let theirs = shown(sides.office, Some(&policy)).kept.unwrap();
            assert!(!is_in(&text(&theirs.claims)), "{place}");
            assert_eq!((theirs.verified, theirs.withheld.len()), (Some(Ok(())), 1));
            assert!(!sent.letter.contains("Ten tests"), "the text of statements and titles stays here");
            // What is known today decides: a log that no longer counts is said so.
            let today = shown(sides.office, Some(&policy_of(sides.office))).kept.unwrap().verified;
            assert!(matches!(today, Some(Err(reason)) if reason.code == "not-logged"));
        }
    });
}

#[test]
fn no_more_than_a_few_refusals_a_day_are_recorded() {
    on_both_sides(|sides| {
        let sent = sides.send(&command());
        let other = policy_of(sides.office);
        let mut letter = Letter::parse(LetterKind::Package, sent.letter.as_bytes()).unwrap();
        let before = size(sides.office);
        let mut last = None;
        for count in 0..103 {
            // The same statement with one more record is another file, which whoever has it can make.
            letter.records.push(letter.records[0].clone());
            let text = letter.to_text().unwrap();
            let received = receive_package(&sides.office.on(DAY), &other, text.as_bytes()).unwrap().outcome;
            assert!(matches!(received.standing, Standing::Refused(reason) if reason.code == "not-logged"), "{count}");
            last = Some(received.acknowledgement);
        }
        assert_eq!((size(sides.office) - before, last), (100, Some(None)));
        assert_eq!(sides.receive_on(DAY, &sent.letter).standing, Standing::Filed, "what is right is still filed");
    });
}

#[test]
fn what_is_sent_again_before_it_was_answered_is_one_package() {
    on_both_sides(|sides| {
        for (about, place) in kinds() {
            let command = SendPackage { about: about.clone(), ..command() };
            let (first, again) = (sides.send(&command), sides.send(&command));
            assert_eq!(first.id, again.id);
            let hidden = BTreeSet::from([place.parse().unwrap()]);
            let other = sides.send(&SendPackage { hidden, ..command.clone() });
            assert_ne!(other.id, first.id, "what is kept back differs");
            let of_both = [&first.id, &other.id];
            assert_eq!(packages(sides.maker).iter().filter(|it| of_both.contains(&&it.id)).count(), 2);
            let answer = sides.receive_on(DAY, &other.letter).acknowledgement.unwrap();
            file_acknowledgement(&sides.maker.on(DAY), &policy_of(sides.office), answer.as_bytes()).unwrap();
            assert_ne!(sides.send(&command).id, first.id, "the last one was answered");
        }
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
            assert_eq!(packages(sides.maker).len(), 1, "nothing was sent twice");
            assert_eq!(packages(sides.office).len(), 1);
        });
        assert_eq!(faults.get(), 8);
    }
}
