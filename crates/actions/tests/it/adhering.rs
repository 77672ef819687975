//! Adherence from its declaration to its withdrawal, and what others say.

use adhere_actions::adherence;
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{
    Change, Declaration, Interest, Listed, Listing, RegisterCommand, Withdrawal,
};

use crate::fixtures::{LARGE, SMALL, World, day, declaration, id, on_each_engine, part, signed, text};

const END: &str = "2026-12-31T00:00:00Z";

fn declare(scope: Scope, since: &str) -> RegisterCommand {
    RegisterCommand::Declare(declaration(scope, since))
}

fn change(scope: Scope, from: &str) -> RegisterCommand {
    RegisterCommand::Change(Change { id: id("a1"), from: day(from), scope, models: None, signed: signed("ada", from) })
}

fn withdraw(from: &str) -> RegisterCommand {
    let reason = Some(text("another way"));
    RegisterCommand::Withdraw(Withdrawal { id: id("a1"), from: day(from), signed: signed("ada", from), reason })
}

fn listing(listed: Listed, as_of: &str) -> RegisterCommand {
    RegisterCommand::List(Listing {
        provider: id("maker"),
        code: part("gpai"),
        listed,
        source: text("the Commission's page"),
        as_of: day(as_of),
        since: None,
        note: None,
    })
}

fn safety() -> Scope {
    Scope::Chapters([part("S")].into())
}

/// Declares on 1 February, limits it from 15 February, and withdraws on 20 March from 1 April.
fn live(world: &World) {
    let done = |today: &str, command| world.register(today, command).unwrap();
    assert_eq!(done("2026-02-01", declare(Scope::Full, "2026-02-01")), ["adherence.declared"]);
    assert_eq!(done("2026-02-10", change(Scope::Article53, "2026-02-10")), ["adherence.changed"]);
    let signed = signed("ada", "2026-03-20");
    let withdrawal = Withdrawal { id: id("a1"), from: day("2026-04-01"), signed, reason: None };
    assert_eq!(done("2026-03-20", RegisterCommand::Withdraw(withdrawal)), ["adherence.withdrawn"]);
}

#[test]
fn who_adhered_to_what_on_the_first_of_march() {
    on_each_engine(|world| {
        live(world);
        let on = |on, known_at| world.scope("gpai", on, known_at);
        assert_eq!(on("2026-03-01", END), Some(Scope::Article53));
        assert_eq!(on("2026-02-05", END), Some(Scope::Full));
        assert_eq!(on("2026-01-31", END), None);
        assert_eq!(on("2026-04-01", END), None, "it was withdrawn from that day on");
        assert_eq!(on("2026-04-01", "2026-03-20T11:59:59Z"), Some(Scope::Article53), "nobody knew of it yet");
        assert_eq!(on("2026-04-01", "2026-03-20T12:00:00Z"), None, "known from that moment on");
        assert_eq!(on("2026-03-01", "2026-02-05T00:00:00Z"), Some(Scope::Full), "before the change was known");
        assert_eq!(on("2026-03-01", "2026-01-15T00:00:00Z"), None, "before anything was declared");
    });
}

#[test]
fn what_is_done_again_records_nothing_again() {
    on_each_engine(|world| {
        let done = |command| world.register("2026-02-20", command).unwrap();
        let commands = [
            declare(Scope::Full, "2026-02-01"),
            change(safety(), "2026-02-10"),
            withdraw("2026-02-15"),
            listing(Listed::NotSignatory, "2026-02-16"),
        ];
        for command in commands {
            assert_eq!(done(command.clone()).len(), 1, "{command:?}");
            assert_eq!(done(command.clone()), [] as [&str; 0], "{command:?}");
        }
    });
}

#[test]
fn adherence_is_refused_with_its_rule_and_nothing_changes() {
    on_each_engine(|world| {
        let refused = |command| world.refused("2026-03-01", command);
        let declared = declaration(Scope::Full, "2026-02-01");
        let by_ben = Declaration { signed: signed("ben", "2026-02-01"), ..declared.clone() };
        assert_eq!(refused(RegisterCommand::Declare(by_ben)), "adherence-signed");
        let stranger = Declaration { provider: id("stranger"), ..declared.clone() };
        assert_eq!(refused(RegisterCommand::Declare(stranger)), "adherence-known");
        let mut unknown = declared.clone();
        unknown.terms.version = part("2");
        assert_eq!(refused(RegisterCommand::Declare(unknown)), "adherence-version");
        let back = Declaration { since: day("2026-01-20"), ..declared.clone() };
        assert_eq!(refused(RegisterCommand::Declare(back)), "adherence-not-backdated");
        let mut for_unknown = declared.clone();
        for_unknown.terms.models = Some([part("large")].into());
        assert_eq!(refused(RegisterCommand::Declare(for_unknown.clone())), "adherence-named");
        world.record_models("2026-03-01", &[("small", SMALL), ("large", LARGE)]);
        // Art. 56(7): adherence for a model with systemic risk is not limited to Art. 53.
        for_unknown.terms.scope = Scope::Article53;
        assert_eq!(refused(RegisterCommand::Declare(for_unknown.clone())), "scope-limited-to-art-53");
        for_unknown.terms.models = Some([part("small")].into());
        assert_eq!(world.register("2026-03-01", RegisterCommand::Declare(for_unknown)).unwrap().len(), 1);
        let again = Declaration { id: id("a2"), ..declared };
        assert_eq!(refused(RegisterCommand::Declare(again)), "adherence-alone");
        assert_eq!(refused(listing(Listed::NotSignatory, "2026-03-02")), "listing-dated");
        let none = Change {
            id: id("a7"),
            from: day("2026-02-01"),
            scope: safety(),
            models: None,
            signed: signed("ada", "2026-02-01"),
        };
        assert_eq!(refused(RegisterCommand::Change(none)), "adherence-known");
    });
}

#[test]
fn an_interest_in_the_full_code_keeps_adherence_from_being_limited() {
    on_each_engine(|world| {
        let signed = signed("ada", "2026-02-01");
        let interest = Interest { provider: id("maker"), code: part("gpai"), signed };
        let done = world.register("2026-02-01", RegisterCommand::DeclareInterest(interest)).unwrap();
        assert_eq!(done, ["interest.declared"]);
        assert!(world.standing("2026-02-01", END)[&(id("maker"), part("gpai"))].interested);
        let limited = declare(Scope::Article53, "2026-02-02");
        assert_eq!(world.refused("2026-02-02", limited), "adherence-limit-despite-interest");
    });
}

#[test]
fn what_sources_say_stands_beside_what_was_declared() {
    on_each_engine(|world| {
        world.register("2026-02-20", listing(Listed::Signatory(safety()), "2026-02-10")).unwrap();
        world.register("2026-02-20", listing(Listed::NotSignatory, "2026-02-16")).unwrap();
        let listed = |on: &str| {
            let standing = world.standing(on, END).remove(&(id("maker"), part("gpai")))?;
            standing.listed.into_values().next().map(|listing| listing.listed)
        };
        assert_eq!(listed("2026-02-09"), None);
        assert_eq!(listed("2026-02-10"), Some(Listed::Signatory(safety())));
        assert_eq!(listed("2026-02-16"), Some(Listed::NotSignatory));
        assert_eq!(world.scope("gpai", "2026-02-16", END), None, "the word of others is no declaration");
    });
}

#[test]
fn a_preview_says_what_would_be_and_records_nothing() {
    on_each_engine(|world| {
        world.record_models("2026-02-01", &[("small", SMALL)]);
        let before = world.store.head().unwrap();
        let preview = adherence::preview(&world.on("2026-02-01"), declare(Scope::Full, "2026-02-01")).unwrap();
        assert_eq!(preview.events.len(), 1);
        assert_eq!(preview.undertaking.adherences.len(), 1);
        assert_eq!(preview.codes.len(), 1);
        assert_eq!(world.store.head().unwrap(), before);
    });
}
