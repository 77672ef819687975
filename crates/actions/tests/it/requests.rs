//! What a program asks for under a key is done once, whatever becomes of the answer; and on a condition or not at all.

use std::thread;

use adhere_actions::ActionError;
use adhere_actions::record_statement::{RecordStatement, record_statement};
use adhere_actions::request::{Condition, KNOWN_FOR, Request, RequestKey};
use adhere_domain::adherence::record::ImplementationState as State;
use adhere_store::answered_request::AnsweredRequest;
use adhere_store::db::{CommitFault, DbError};
use adhere_store::home::Home;
use adhere_store::{Changed, Store, StoreError};
use jiff::SignedDuration;

use crate::world::{TODAY, World, at, content, first, on_each_engine, on_measure};

/// So long after noon.
type Later = SignedDuration;

/// Somebody states something on a measure through a node, as a program asks for it.
fn state_through(
    world: &World,
    store: &Store,
    actor: &str,
    words: &str,
    request: Request<'_>,
    later: Later,
) -> Result<Changed<u32>, ActionError> {
    let code = first();
    let context = world.by(actor);
    let context = adhere_actions::Context { store, now: at(TODAY) + later, request: Some(request), ..context };
    // After whatever is there: whether it is done twice is for the key to say.
    let stated = adhere_actions::approve::show_statement(store, &on_measure("A"), adhere_actions::AsOf::today(TODAY))?;
    let after = stated.statements.latest(&on_measure("A")).map_or(0, |latest| latest.number);
    let content = content(State::Partial, words);
    let command = RecordStatement { code: &code, subject: on_measure("A"), content, after, carried_from: None };
    record_statement(&context, command)
}

fn state(world: &World, words: &str, key: &RequestKey) -> Result<Changed<u32>, ActionError> {
    state_through(world, &world.store, "ada", words, Request { key: Some(key), condition: None }, Later::ZERO)
}

fn key(name: &str, words: &str) -> RequestKey {
    RequestKey::new("ada", name, &[b"PUT /statements/A", words.as_bytes()])
}

/// The entries that a request came to that was done already.
fn done(outcome: Result<Changed<u32>, ActionError>) -> Vec<u64> {
    match outcome {
        Err(ActionError::DoneAlready(AnsweredRequest { first_entry, entries, .. })) => {
            (first_entry..first_entry + entries).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_asked_for_again_under_a_key_is_known_and_not_done_again() {
    on_each_engine(|world| {
        let stated = state(world, "words", &key("k", "words")).unwrap();
        assert_eq!(stated.entries.len(), 1);
        let size = world.size();
        state(world, "other words", &key("l", "other words")).unwrap();
        // In between, somebody went on: going back to the first words would be a third revision.
        assert_eq!(done(state(world, "words", &key("k", "words"))), stated.entries);
        assert_eq!(world.size(), size + 1);
        // What changes nothing is known as well.
        assert!(state(world, "other words", &key("m", "other words")).unwrap().entries.is_empty());
        assert!(done(state(world, "other words", &key("m", "other words"))).is_empty());
    });
}

#[test]
fn a_key_is_for_one_request_of_one_person_for_a_day() {
    on_each_engine(|world| {
        state(world, "words", &key("k", "words")).unwrap();
        let size = world.size();
        let refused = state(world, "else", &key("k", "else")).unwrap_err();
        assert!(matches!(refused, ActionError::OtherRequest), "{refused}");
        assert_eq!(world.size(), size);
        let of_other = RequestKey::new("ben", "k", &[b"PUT /statements/A", b"words"]);
        state(world, "of another", &of_other).unwrap();
        // Parts of what is asked for do not run into one another.
        assert_ne!(RequestKey::new("ada", "k", &[b"a", b"bc"]), RequestKey::new("ada", "k", &[b"ab", b"c"]));
        let known = key("k", "words");
        let request = Request { key: Some(&known), condition: None };
        let again = |later| state_through(world, &world.store, "ada", "words", request, later);
        assert_eq!(done(again(KNOWN_FOR - Later::from_secs(1))).len(), 1);
        assert_eq!(again(KNOWN_FOR).unwrap().entries.len(), 1);
    });
}

#[test]
fn an_answer_that_was_lost_is_had_by_asking_again() {
    on_each_engine(|world| {
        for (fault, words) in [(CommitFault::FailedNotSaved, "one"), (CommitFault::FailedButSaved, "two")] {
            let (key, before) = (key(words, words), world.size());
            world.store.db().faults().set(fault);
            let failed = state(world, words, &key).unwrap_err();
            assert!(matches!(failed, ActionError::Store(StoreError::Db(DbError::CommitUnknown(_)))), "{failed}");
            let again = state(world, words, &key);
            let entries = if fault == CommitFault::FailedButSaved { done(again) } else { again.unwrap().entries };
            assert_eq!(entries, vec![before], "the one entry that there is of it");
            assert_eq!(world.size(), before + 1);
        }
    });
}

#[test]
fn of_nodes_that_are_asked_at_once_under_one_key_one_does_it() {
    on_each_engine(|world| {
        let size = world.size();
        let ask = || {
            let store = Store::open_as_it_is(Home::open(&world.folder).unwrap()).unwrap();
            let key = key("k", "words");
            let request = Request { key: Some(&key), condition: None };
            state_through(world, &store, "ada", "words", request, Later::ZERO)
        };
        let outcomes: Vec<_> = thread::scope(|scope| {
            let asking: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
            asking.into_iter().map(|it| it.join().unwrap()).collect()
        });
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
        outcomes.into_iter().filter(Result::is_err).for_each(|outcome| assert_eq!(done(outcome), vec![size]));
        assert_eq!(world.size(), size + 1);
    });
}

#[test]
fn what_does_not_meet_its_condition_is_not_done_and_its_key_stays_free() {
    on_each_engine(|world| {
        let (key, size) = (key("k", "words"), world.size());
        let refuse: Condition<'_> = &|_| Err(ActionError::ChangedMeanwhile);
        let request = Request { key: Some(&key), condition: Some(refuse) };
        let refused = state_through(world, &world.store, "ada", "words", request, Later::ZERO).unwrap_err();
        assert!(matches!(refused, ActionError::ChangedMeanwhile), "{refused}");
        assert_eq!(world.size(), size);
        assert_eq!(state(world, "words", &key).unwrap().entries, vec![size]);
        // What was done is answered before its condition, which it has itself changed, is looked at.
        let again = state_through(world, &world.store, "ada", "words", request, Later::ZERO);
        assert_eq!(done(again), vec![size]);
    });
}
