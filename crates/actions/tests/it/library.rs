//! The library of a provider, and what colleagues say: what is recorded, what is recorded once, and that other
//! providers reach none of it.

use adhere_actions::comment::{MakeComment, make_comment, withdraw_comment};
use adhere_actions::evidence::{attach_evidence, withdraw_evidence};
use adhere_actions::library::{shelve, take_in};
use adhere_actions::visiting::visit;
use adhere_actions::{ActionError, Authority, Context, party};
use adhere_domain::adherence::record::ImplementationState as State;
use adhere_domain::evidence::archive::EvidenceWithdrawal;
use adhere_domain::evidence::passage::Passage;
use adhere_domain::evidence::quotation::Pointer;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::{Organisation, OrganisationKind, Person};
use adhere_domain::parties::role::{Grant, Role};
use adhere_store::StoreError;
use adhere_store::db::{CommitFault, DbError};
use adhere_store::projection::comment;
use adhere_store::projection::library::{Shelved, Speaking, Wanted, count, list};
use jiff::civil::date;

use crate::world::{TODAY, World, attach, content, first, id, on_each_engine, on_measure, refused_by, shelved, text};

const REPORT: &str = "Ten tests passed.";

/// Somebody who was let in.
fn let_in<'s>(world: &'s World, person: &'s str) -> Context<'s> {
    Context { authority: Authority::Roles, ..world.by(person) }
}

fn put(world: &World, name: &str, bytes: &str) -> adhere_actions::library::Shelved {
    let context = let_in(world, "ada");
    let kept = take_in(&context, &id("acme"), &mut bytes.as_bytes()).unwrap();
    shelve(&context, &id("acme"), vec![shelved(name, kept)]).unwrap().outcome.remove(0)
}

fn library(world: &World, provider: &str, wanted: &Wanted<'_>) -> Vec<Shelved> {
    let (found, count) = world
        .store
        .read(|tx| Ok::<_, StoreError>((list(tx, &id(provider), wanted, 100)?, count(tx, &id(provider), wanted)?)))
        .unwrap();
    assert_eq!(found.len() as u64, count, "what is counted is what is listed");
    found
}

fn titles(world: &World, wanted: &Wanted<'_>) -> Vec<String> {
    library(world, "acme", wanted).into_iter().map(|it| it.kept.record.item.title.to_string()).collect()
}

/// Another provider, with Oz, who writes for it.
fn other(world: &World) {
    let context = world.by("adhere");
    let organisation = Organisation { name: text("Other"), kinds: [OrganisationKind::Provider].into(), country: None };
    let grant = Grant {
        person: id("oz"),
        organisation: id("other"),
        role: Role::Editor,
        from: date(2026, 1, 1),
        until: None,
        source: None,
    };
    for command in [
        PartyCommand::RegisterOrganisation(id("other"), organisation),
        PartyCommand::RegisterPerson(id("oz"), Person { name: text("Oz") }),
        PartyCommand::Grant(grant),
    ] {
        party::record(&context, command).unwrap();
    }
}

#[test]
fn the_same_said_of_the_same_bytes_is_one_item() {
    on_each_engine(|world| {
        let first = put(world, "report", REPORT);
        let size = world.size();
        let again = put(world, "report", REPORT);
        assert_eq!((again.item, again.is_new, world.size()), (first.item.clone(), false, size));
        assert!(first.is_new);
        let another = put(world, "The same under another title", REPORT);
        assert_eq!(another.item.digest, first.item.digest, "bytes are kept once");
        assert_eq!(titles(world, &Wanted::default()), ["The same under another title", "report"]);
    });
}

#[test]
fn the_library_is_looked_through_by_words_kind_use_and_time() {
    on_each_engine(|world| {
        world.state("A", content(State::Implemented, "done"), 0).unwrap();
        let report = put(world, "Prüfbericht 100%", REPORT).item;
        put(world, "policy_a", "A policy.");
        attach_evidence(&let_in(world, "ada"), attach("A", report.id.as_str(), None)).unwrap();
        let named = |words| titles(world, &Wanted { words, ..Wanted::default() });
        assert_eq!(named("PRÜF"), ["Prüfbericht 100%"]);
        assert_eq!(named("0%"), ["Prüfbericht 100%"], "signs of patterns are letters");
        assert_eq!(named("policy_"), ["policy_a"]);
        assert!(named("policyxa").is_empty());
        let used = |is_attached| titles(world, &Wanted { is_attached: Some(is_attached), ..Wanted::default() });
        assert_eq!((used(true), used(false)), (vec!["Prüfbericht 100%".to_owned()], vec!["policy_a".to_owned()]));
        assert_eq!(titles(world, &Wanted { measure: "A", ..Wanted::default() }).len(), 1);
        assert!(titles(world, &Wanted { measure: "B", ..Wanted::default() }).is_empty());
        assert!(titles(world, &Wanted { media_type: "image/", ..Wanted::default() }).is_empty());
        let withdrawal = EvidenceWithdrawal { item: report.id, from: TODAY, reason: text("superseded") };
        withdraw_evidence(&let_in(world, "ada"), withdrawal).unwrap();
        let silent = Wanted { speaking: Some(Speaking::Silent { on: TODAY }), ..Wanted::default() };
        assert_eq!(titles(world, &silent), ["Prüfbericht 100%"]);
        let first = library(world, "acme", &Wanted::default()).remove(0);
        let earlier = Wanted { before: Some(first.entry_id), ..Wanted::default() };
        let earlier = world.store.read(|tx| Ok::<_, StoreError>(list(tx, &id("acme"), &earlier, 10)?)).unwrap();
        assert_eq!(earlier.len(), 1, "a page goes on where the one before it ended");
    });
}

#[test]
fn what_is_in_a_library_is_reached_by_its_provider_alone() {
    on_each_engine(|world| {
        other(world);
        world.state("A", content(State::Implemented, "done"), 0).unwrap();
        let item = put(world, "report", REPORT).item;
        let oz = let_in(world, "oz");
        assert!(library(world, "other", &Wanted::default()).is_empty());
        assert_eq!(refused_by(take_in(&oz, &id("acme"), &mut "x".as_bytes())), "party-permitted");
        let withdrawal = EvidenceWithdrawal { item: item.id.clone(), from: TODAY, reason: text("spite") };
        assert_eq!(refused_by(withdraw_evidence(&oz, withdrawal)), "party-permitted");
        // A guess at what is in the file is answered as if there were none.
        let guess = |exact| Passage::new(exact, "", "", None).map(Pointer::Quotation);
        for passage in [None, guess("Ten tests"), guess("No such words")] {
            let mut command = attach("A", item.id.as_str(), passage);
            command.statement.provider = id("other");
            assert_eq!(refused_by(attach_evidence(&oz, command)), "evidence-known");
        }
        // Not even whoever runs the instance has it show what another states.
        let mut command = attach("A", item.id.as_str(), None);
        command.statement.provider = id("other");
        let refused = attach_evidence(&world.by("oz"), command).unwrap_err();
        assert!(matches!(refused, ActionError::Refused(_)), "{refused}");
    });
}

fn say(world: &World, person: &str, words: &str, after: u64) -> Result<usize, ActionError> {
    let (code, subject, text) = (first(), on_measure("A"), text(words));
    let command = MakeComment { code: &code, subject, text, after };
    make_comment(&let_in(world, person), command).map(|it| it.entries.len())
}

fn said(world: &World) -> Vec<comment::Said> {
    world.store.read(|tx| Ok::<_, StoreError>(comment::list(tx, &on_measure("A"), None)?)).unwrap()
}

#[test]
fn colleagues_say_something_once_and_withdraw_their_own() {
    on_each_engine(|world| {
        other(world);
        assert_eq!(say(world, "ada", "Is this all?", 0).unwrap(), 1);
        assert_eq!(say(world, "ada", "Is this all?", 0).unwrap(), 0, "the same page, sent twice");
        assert_eq!(say(world, "ben", "It is.", 1).unwrap(), 1);
        assert_eq!(say(world, "ada", "Is this all?", 2).unwrap(), 1, "asked again");
        assert_eq!(refused_by(say(world, "eve", "I only look.", 3)), "party-permitted");
        assert_eq!(refused_by(say(world, "oz", "I am of another.", 3)), "party-permitted");
        let ben = said(world).into_iter().find(|it| it.author == id("ben")).unwrap();
        assert_eq!(refused_by(withdraw_comment(&let_in(world, "ada"), &on_measure("A"), &ben.id)), "comment-by-author");
        assert_eq!(refused_by(withdraw_comment(&let_in(world, "ben"), &on_measure("B"), &ben.id)), "comment-known");
        for expected in [1, 0] {
            let withdrawn = withdraw_comment(&let_in(world, "ben"), &on_measure("A"), &ben.id).unwrap();
            assert_eq!(withdrawn.entries.len(), expected);
        }
        let words: Vec<_> = said(world).into_iter().map(|it| it.text.map(|text| text.to_string())).collect();
        assert_eq!(words, [Some("Is this all?".to_owned()), None, Some("Is this all?".to_owned())]);
    });
}

#[test]
fn a_comment_that_failed_is_made_and_withdrawn_once() {
    on_each_engine(|world| {
        type Write = fn(&World) -> Result<usize, ActionError>;
        let writes: [Write; 2] = [
            |world| say(world, "ada", "Is this all?", 0),
            |world| {
                let own = said(world).remove(0).id;
                withdraw_comment(&let_in(world, "ada"), &on_measure("A"), &own).map(|it| it.entries.len())
            },
        ];
        for write in writes {
            let before = world.size();
            for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
                world.store.db().faults().set(fault);
                let failed = write(world).unwrap_err();
                assert!(matches!(failed, ActionError::Store(StoreError::Db(DbError::CommitUnknown(_)))), "{failed}");
                let grown = world.size() - before;
                assert_eq!(grown, u64::from(fault == CommitFault::FailedButSaved));
            }
            assert_eq!(write(world).unwrap(), 0, "it was saved before");
        }
    });
}

#[test]
fn who_comes_back_sees_what_others_recorded_since_and_sees_it_once() {
    on_each_engine(|world| {
        let look = |person| {
            let seen = visit(&let_in(world, person), &id("acme"), 10).unwrap();
            (seen.is_return, seen.lines.into_iter().map(|line| line.kind).collect::<Vec<_>>())
        };
        assert_eq!(look("ben"), (false, Vec::new()));
        world.state("A", content(State::Implemented, "done"), 0).unwrap();
        put(world, "report", REPORT);
        let expected = ["evidence.held", "statement.recorded"].map(str::to_owned).to_vec();
        assert_eq!(look("ben"), (true, expected));
        assert_eq!(look("ben"), (true, Vec::new()), "it was seen");
        assert_eq!(look("eve"), (false, Vec::new()), "everybody has visits of their own");
        put(world, "policy", "A policy.");
        for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
            world.store.db().faults().set(fault);
            visit(&let_in(world, "ada"), &id("acme"), 10).unwrap_err();
        }
        assert_eq!(look("ada"), (true, Vec::new()), "one's own is nothing new");
        assert_eq!(look("ben"), (true, vec!["evidence.held".to_owned()]));
    });
}
