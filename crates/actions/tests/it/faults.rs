//! Every write twice over: it failed and was not saved; it failed and was saved. Doing it again comes to the same.

use adhere_actions::{ActionError, adherence, files, party};
use adhere_domain::adherence::files::ProviderFiles;
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Change, Interest, Listed, Listing, RegisterCommand, Withdrawal};
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::Person;
use adhere_store::StoreError;
use adhere_store::db::{CommitFault, DbError};

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
