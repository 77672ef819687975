//! Every write twice over: it failed and was not saved; it failed and was saved. Doing it again comes to the same.

use std::fs;
use std::path::Path;

use adhere_actions::{ActionError, adherence, files, party};
use adhere_domain::adherence::files::ProviderFiles;
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Change, Interest, Listed, Listing, RegisterCommand, Withdrawal};
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::Person;
use adhere_store::StoreError;
use adhere_store::db::{CommitFault, DbError};
use adhere_testing::repository;

use crate::fixtures::{MAKER, SMALL, World, day, declaration, id, on_each_engine, part, shipped_files, signed, text};

type Write = Box<dyn Fn(&World) -> Result<(), ActionError>>;

fn in_register(today: &'static str, command: RegisterCommand) -> Write {
    Box::new(move |world| adherence::record(&world.on(today), command.clone()).map(|_| ()))
}

/// One write of each kind, in an order in which they can follow one another.
fn writes() -> Vec<(&'static str, Write)> {
    let (provider, code) = (|| id("maker"), || part("gpai"));
    let person = PartyCommand::RegisterPerson(id("eve"), Person { name: text("Eve") });
    let given = ProviderFiles { own: Some(MAKER.to_owned()), models: [(part("small"), SMALL.to_owned())].into() };
    let change = Change {
        id: id("a1"),
        from: day("2026-02-10"),
        scope: Scope::Chapters([part("S"), part("T"), part("C")].into()),
        models: None,
        signed: signed("ada", "2026-02-10"),
    };
    let withdrawal =
        Withdrawal { id: id("a1"), from: day("2026-03-01"), signed: signed("ada", "2026-03-01"), reason: None };
    let interest = Interest { provider: provider(), code: code(), signed: signed("ada", "2026-03-02") };
    let listing = Listing {
        provider: provider(),
        code: code(),
        listed: Listed::NotSignatory,
        source: text("a page"),
        as_of: day("2026-03-01"),
        since: None,
        note: None,
    };
    vec![
        (
            "party",
            Box::new(move |world: &World| party::record(&world.on("2026-01-06"), person.clone()).map(|_| ())) as Write,
        ),
        ("publish", Box::new(|world: &World| world.publish("2026-11-22", &shipped_files("conduct-template"), None))),
        (
            "files",
            Box::new(move |world: &World| {
                files::record_files(&world.on("2026-06-01"), &id("maker"), given.clone()).map(|_| ())
            }),
        ),
        ("declare", in_register("2026-06-01", RegisterCommand::Declare(declaration(Scope::Full, "2026-02-01")))),
        ("change", in_register("2026-06-01", RegisterCommand::Change(change))),
        ("withdraw", in_register("2026-06-01", RegisterCommand::Withdraw(withdrawal))),
        ("interest", in_register("2026-06-01", RegisterCommand::DeclareInterest(interest))),
        ("list", in_register("2026-06-01", RegisterCommand::List(listing))),
    ]
}

fn size(world: &World) -> u64 {
    world.store.head().unwrap().unwrap().size
}

/// Does each write with a fault, then again, and gives how many entries each came to.
fn grown_with(world: &World, fault: Option<CommitFault>) -> Vec<(&'static str, u64)> {
    let grown = writes().into_iter().map(|(name, write)| {
        let before = size(world);
        if let Some(fault) = fault {
            world.store.db().faults().set(fault);
            let failed = write(world).unwrap_err();
            let unknown = matches!(failed, ActionError::Store(StoreError::Db(DbError::CommitUnknown(_))));
            assert!(unknown, "{name}: {failed}");
            assert!(!world.store.db().faults().is_pending(), "{name}: the fault came about");
            assert_eq!(size(world) > before, fault == CommitFault::FailedButSaved, "{name}");
            assert!(world.store.audit().unwrap().is_clean(), "{name}");
        }
        write(world).unwrap();
        let after = size(world);
        write(world).unwrap();
        assert_eq!(size(world), after, "{name}: doing it again records nothing");
        (name, after - before)
    });
    grown.collect()
}

#[test]
fn a_write_that_failed_is_done_again_to_the_same_end() {
    let mut outcomes = Vec::new();
    for fault in [None, Some(CommitFault::FailedNotSaved), Some(CommitFault::FailedButSaved)] {
        let seen = std::cell::RefCell::new(Vec::new());
        on_each_engine(|world| {
            let grown = grown_with(world, fault);
            seen.borrow_mut().push((grown, world.standing("2026-03-03", "2026-12-31T00:00:00Z")));
        });
        outcomes.extend(seen.into_inner());
    }
    assert!(outcomes.windows(2).all(|pair| pair[0] == pair[1]), "{outcomes:?}");
    assert!(outcomes[0].0.iter().all(|(_, grown)| *grown > 0), "{:?}", outcomes[0]);
}

/// The actions: public functions that take a context, each with the file that has it.
fn actions(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found = entries.flat_map(|path| {
        if path.is_dir() {
            return actions(&path);
        }
        let text = fs::read_to_string(&path).unwrap();
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let functions = text.split("\npub fn ").skip(1).filter_map(|function| {
            let (name, arguments) = function.split_once('(')?;
            arguments.trim_start().starts_with("context: &Context").then(|| (file.clone(), name.to_owned()))
        });
        functions.collect()
    });
    found.collect()
}

/// The actions, each with the file of tests that has both of its faults; a question has none.
const ACTIONS: [(&str, &str, &str); 88] = [
    ("acknowledge", "file_acknowledgement", "packages"),
    ("adherence", "lives_of", ""),
    ("adherence", "preview", ""),
    ("adherence", "record", "faults"),
    ("answering", "answer_to", ""),
    ("approve", "approve", "faults_of_statements"),
    ("begin_audit", "begin_audit", "access"),
    ("beginning", "begin", "access"),
    ("bringing_in", "bring_in", "folders"),
    ("bringing_in", "preview_folder", ""),
    ("carry_over", "carry_over", "faults_of_statements"),
    ("cases", "cases_of", ""),
    ("cases", "open_cases", ""),
    ("cases", "record_case", "cases"),
    ("cases", "show_case", ""),
    ("closing", "accounts", ""),
    ("closing", "close_account", "access"),
    ("comment", "make_comment", "library"),
    ("comment", "withdraw_comment", "library"),
    ("complaints", "complaint_of", ""),
    ("complaints", "complaints_under", ""),
    ("complaints", "lodge_complaint", "cases"),
    ("decide", "decide_package", "deciding"),
    ("demand", "lacks_second_factor", ""),
    ("erase", "erasable", ""),
    ("erase", "erase", "erasing"),
    ("evidence", "add_evidence", "faults_of_statements"),
    ("evidence", "attach_evidence", "faults_of_statements"),
    ("evidence", "detach_evidence", "faults_of_statements"),
    ("evidence", "withdraw_evidence", "faults_of_statements"),
    ("feeds", "issue_feed", "cases"),
    ("files", "record_files", "faults"),
    ("folder", "folder_of", ""),
    ("inbox", "show_received", ""),
    ("invitations", "check_invitation", ""),
    ("invitations", "decline_by_letter", "invitations"),
    ("invitations", "decline_invitation", "invitations"),
    ("invitations", "invitation_by_letter", ""),
    ("invitations", "invitations", ""),
    ("invitations", "invitations_to", ""),
    ("invitations", "organisations_to_invite", ""),
    ("invitations", "send_invitation", "invitations"),
    ("invitations", "send_invitation_again", "invitations"),
    ("invitations", "withdraw_invitation", "invitations"),
    ("inviting", "ask_for_password", "access"),
    ("inviting", "invite", "access"),
    ("inviting", "invite_again", "access"),
    ("inviting", "invited_address", ""),
    ("inviting", "take_invitation", "access"),
    ("library", "shelve", "faults_of_statements"),
    ("library", "take_in", ""),
    ("openid", "come_back", "openid"),
    ("openid", "enter", "openid"),
    ("openid", "is_linked", ""),
    ("openid", "linked_since", ""),
    ("openid", "send_there", "openid"),
    ("openid", "unlink", "openid"),
    ("party", "record", "faults"),
    ("publish_code", "check_publication", ""),
    ("publish_code", "publish_code", "faults"),
    ("receive", "receive_package", "packages"),
    ("record_statement", "record_statement", "faults_of_statements"),
    ("recovery", "codes_left", ""),
    ("recovery", "renew_codes", "access"),
    ("reported", "reported", ""),
    ("second_factor", "confirm", "access"),
    ("second_factor", "propose", ""),
    ("second_factor", "propose_again", ""),
    ("second_factor", "remove", "access"),
    ("send", "send_package", "packages"),
    ("send", "write_package", "packages"),
    ("sessions", "account_of", ""),
    ("sessions", "change_password", "access"),
    ("sessions", "end_other_sessions", "access"),
    ("sessions", "end_session", "access"),
    ("sessions", "own_sessions", ""),
    ("sessions", "signed_in", ""),
    ("sessions", "tidy", "access"),
    ("show", "show_packages", ""),
    ("signing_in", "show_code", "access"),
    ("signing_in", "sign_in", "access"),
    ("test_letter", "write_test_letter", "access"),
    ("tokens", "bearer", ""),
    ("tokens", "issue_token", "access"),
    ("tokens", "own_tokens", ""),
    ("tokens", "revoke_token", "access"),
    ("visiting", "visit", "library"),
    ("workspace", "workspace", ""),
];

#[test]
fn every_action_is_among_those_that_are_made_to_fail() {
    let here = repository().join("crates/actions");
    let mut found = actions(&here.join("src"));
    found.sort();
    assert_eq!(found, ACTIONS.map(|(file, name, _)| (file.to_owned(), name.to_owned())));
    // Some are called by a shorter name that the worlds of the tests give them.
    let called = [("publish_code", "world.publish("), ("record_statement", "world.state(")];
    for (_, name, tests) in ACTIONS.iter().filter(|(_, _, tests)| !tests.is_empty()) {
        let text = fs::read_to_string(here.join("tests/it").join(tests).with_extension("rs")).unwrap();
        let call =
            called.iter().find(|(action, _)| action == name).map_or(format!("{name}("), |(_, call)| (*call).to_owned());
        assert!(text.contains(&call) && text.contains("faults().set("), "`{name}` does not fail in {tests}");
    }
}
