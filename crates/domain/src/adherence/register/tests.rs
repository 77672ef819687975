//! Cases in the order of Art. 56(7), then of what adhere asks for itself; then days and what was known when.

use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::event::{Listed, Listing, RegisterCommand, RegisterEvent, Withdrawal};
use super::fixtures::{
    NEXT, World, adherence, change, declaration, declare, ends, for_models, interest, part, passes, provider, signed,
    text, unsaid, withdraw,
};
use super::standing::standing_on;
use crate::adherence::fixtures::chapters;
use crate::adherence::record::Scope;
use crate::law::reasons::Strength;
use crate::law::truth::Truth;
use crate::recorded::Recorded;

const SIGNED: Date = date(2025, 8, 1);
const MARCH: Date = date(2026, 3, 1);

/// A command is refused by that rule after these are done; the rule cites the law if it is the law's.
fn check_refused(world: &World, before: &[RegisterCommand], command: RegisterCommand, rule: &str) {
    let refusal = world.decide(&world.done(before), command).expect_err(rule);
    assert_eq!(refusal.rule().id, rule, "{refusal}");
    let of_law = matches!(refusal.rule().strength, Strength::Binding | Strength::Guidelines);
    assert!(!of_law || !refusal.rule().cites.is_empty());
}

/// A command that was done once is done: asked for again, it changes nothing.
fn check_repeatable(world: &World, commands: &[RegisterCommand]) {
    let register = world.done(commands);
    assert_eq!(world.decide(&register, commands.last().unwrap().clone()), Ok(Vec::new()));
}

fn declare_for(models: &[&str], scope: Scope) -> RegisterCommand {
    RegisterCommand::Declare(for_models(declaration("a", scope, SIGNED), models))
}

/// What holds on a day, as `id:version`.
fn on(world: &World, commands: &[RegisterCommand], day: Date) -> Vec<String> {
    let standing = world.done(commands).standing(day);
    let declared = standing.into_values().flat_map(|standing| standing.declared);
    declared.map(|it| format!("{}:{}", it.id, it.terms.version)).collect()
}

#[test]
fn adherence_is_limited_to_art_53_only_for_models_without_systemic_risk() {
    // Art. 56(7), second sentence.
    let mut world = unsaid();
    check_repeatable(&world, &[declare_for(&["small"], Scope::Article53)]);
    check_repeatable(&world, &[declare_for(&["large"], Scope::Full)]);
    check_refused(&world, &[], declare_for(&["large"], Scope::Article53), "scope-limited-to-art-53");
    check_refused(&world, &[], declare("a", chapters(&["T", "C"]), SIGNED), "scope-limited-to-art-53");
    world.models.get_mut(&part("large")).unwrap().systemic_risk = Truth::NeedsFact;
    check_repeatable(&world, &[declare_for(&["large"], Scope::Article53)]);
}

#[test]
fn adherence_is_limited_no_more_once_interest_in_the_full_code_is_declared() {
    // Art. 56(7), second sentence, last clause.
    let world = unsaid();
    let limited = declare_for(&["small"], Scope::Article53);
    let interested = [interest(date(2025, 7, 31))];
    check_repeatable(&world, &interested);
    check_refused(&world, &interested, limited.clone(), "adherence-limit-despite-interest");
    check_refused(&world, &interested, declare_for(&["small"], chapters(&["T"])), "adherence-limit-despite-interest");
    let full = [interested[0].clone(), declare_for(&["small"], Scope::Full)];
    check_refused(
        &world,
        &full,
        change("a", Scope::Article53, Some(&["small"]), MARCH),
        "adherence-limit-despite-interest",
    );
    // An interest to join is not joining, and one declared later leaves the past as it was.
    let later = [limited, interest(MARCH)];
    assert_eq!(on(&world, &later, MARCH), ["a:1"]);
    let standing = |day| world.done(&later).standing(day).into_values().next().unwrap().interested;
    assert_eq!([date(2026, 2, 28), MARCH].map(standing), [false, true]);
    // Whoever withdraws begins anew.
    let withdrawn = [full[0].clone(), full[1].clone(), withdraw("a", MARCH)];
    let again = RegisterCommand::Declare(for_models(declaration("b", Scope::Article53, MARCH), &["small"]));
    assert!(world.decide(&world.done(&withdrawn), again).is_ok());
}

#[test]
fn a_chapter_may_be_left_out_where_the_law_is_read_so() {
    // Art. 56(7) with guidelines, para. 94.
    let mut world = unsaid();
    check_repeatable(&world, &[declare_for(&["large"], chapters(&["S"]))]);
    let id = crate::law::readings::ReadingId::ChapterOptOut;
    world.law.readings = world.law.readings.choose(id, "not-provided-for").unwrap();
    check_refused(&world, &[], declare_for(&["large"], chapters(&["S"])), "scope-chapters");
}

#[test]
fn the_limitation_to_art_53_is_for_codes_of_practice_for_models() {
    let world = unsaid();
    let conduct = |scope| {
        let mut declaration = declaration("a", scope, SIGNED);
        (declaration.code, declaration.provider) = (part("conduct"), provider("user"));
        RegisterCommand::Declare(declaration)
    };
    check_refused(&world, &[], conduct(Scope::Article53), "adherence-limit-of-art-56");
    check_repeatable(&world, &[conduct(Scope::Full)]);
    let mut of_deployer = declaration("a", Scope::Full, SIGNED);
    of_deployer.provider = provider("user");
    check_refused(&world, &[], RegisterCommand::Declare(of_deployer), "adherence-of-provider");
}

#[test]
fn adherence_is_signed_by_someone_who_can_bind_the_provider_on_that_day() {
    let world = unsaid();
    let signed_by = |by: &str, on: Date| {
        let signed = signed(by, on);
        RegisterCommand::Declare(super::event::Declaration { signed, ..declaration("a", Scope::Full, SIGNED) })
    };
    check_repeatable(&world, &[signed_by("ada", date(2025, 7, 20))]);
    check_refused(&world, &[], signed_by("ben", SIGNED), "adherence-signed");
    check_refused(&world, &[], signed_by("ada", date(2024, 12, 31)), "adherence-signed");
    check_refused(&world, &[], signed_by("ada", date(2026, 11, 23)), "adherence-signed");
    check_refused(&world, &[], signed_by("ada", date(2025, 8, 2)), "adherence-not-backdated");
    let before = [declare("a", Scope::Full, SIGNED)];
    let by_ben = Withdrawal { id: adherence("a"), from: MARCH, signed: signed("ben", MARCH), reason: None };
    check_refused(&world, &before, RegisterCommand::Withdraw(by_ben.clone()), "adherence-signed");
    let too_late = Withdrawal { signed: signed("ada", NEXT), ..by_ben };
    check_refused(&world, &before, RegisterCommand::Withdraw(too_late), "adherence-not-backdated");
}

#[test]
fn adherence_names_what_there_is() {
    let world = unsaid();
    check_refused(&world, &[], declare_for(&["none"], Scope::Full), "adherence-named");
    check_refused(&world, &[], declare_for(&[], Scope::Full), "adherence-named");
    check_refused(&world, &[], declare("a", chapters(&["X"]), SIGNED), "adherence-named");
    check_refused(&world, &[], declare("a", chapters(&[]), SIGNED), "adherence-named");
    let mut of_nobody = declaration("a", Scope::Full, SIGNED);
    of_nobody.provider = provider("nobody");
    check_refused(&world, &[], RegisterCommand::Declare(of_nobody), "adherence-known");
    for command in [withdraw("a", MARCH), change("a", Scope::Full, None, MARCH)] {
        check_refused(&world, &[], command, "adherence-known");
    }
    let taken = declare("a", chapters(&["S"]), SIGNED);
    check_refused(&world, &[declare("a", Scope::Full, SIGNED)], taken, "adherence-known");
}

#[test]
fn adherence_is_to_a_version_that_is_there_and_has_no_successor() {
    let (unsaid, ends) = (unsaid(), ends());
    check_refused(&unsaid, &[], declare("a", Scope::Full, date(2025, 7, 9)), "adherence-version");
    let of_version = |version: &str| {
        let mut declaration = declaration("a", Scope::Full, NEXT);
        declaration.terms.version = part(version);
        RegisterCommand::Declare(declaration)
    };
    check_refused(&unsaid, &[], of_version("3"), "adherence-version");
    check_repeatable(&unsaid, &[of_version("1")]);
    check_refused(&ends, &[], of_version("1"), "adherence-version");
    check_repeatable(&ends, &[of_version("2")]);
}

#[test]
fn a_model_is_under_one_adherence_to_a_code_at_a_time() {
    let world = unsaid();
    let small = declare_for(&["small"], Scope::Article53);
    let other =
        |models: &[&str], since| RegisterCommand::Declare(for_models(declaration("b", Scope::Full, since), models));
    let all = declare("b", Scope::Full, MARCH);
    check_refused(&world, std::slice::from_ref(&small), all.clone(), "adherence-alone");
    check_refused(&world, std::slice::from_ref(&small), other(&["small", "large"], MARCH), "adherence-alone");
    let apart = [small.clone(), other(&["large"], MARCH)];
    assert_eq!(on(&world, &apart, MARCH), ["a:1", "b:1"]);
    check_refused(&world, &apart, change("b", Scope::Full, Some(&["large", "small"]), NEXT), "adherence-alone");
    check_refused(&world, &apart, change("b", Scope::Full, None, NEXT), "adherence-alone");
    // One that begins later stands in the way of one before it that does not end in time.
    check_refused(&world, std::slice::from_ref(&all), small.clone(), "adherence-alone");
    check_repeatable(&world, &[small, withdraw("a", MARCH), all]);
}

#[test]
fn what_has_ended_stays_ended_and_changes_go_forward() {
    let world = unsaid();
    let before = [declare("a", Scope::Full, SIGNED), change("a", Scope::Full, Some(&["large"]), MARCH)];
    check_repeatable(&world, &before);
    check_refused(&world, &before, change("a", Scope::Full, None, MARCH), "adherence-forward");
    let withdrawn = [before[0].clone(), before[1].clone(), withdraw("a", NEXT)];
    check_repeatable(&world, &withdrawn);
    let after = date(2026, 10, 1);
    check_refused(&world, &withdrawn, withdraw("a", after), "adherence-ended");
    check_refused(&world, &withdrawn, change("a", Scope::Full, None, after), "adherence-ended");
    let register = world.done(&withdrawn);
    let records: Vec<_> = register.lives[&adherence("a")].records().map(|it| (it.since, it.until)).collect();
    assert_eq!(records, [(SIGNED, Some(MARCH)), (MARCH, Some(NEXT))]);
    assert_eq!(on(&world, &withdrawn, date(2026, 8, 31)), ["a:1"]);
    assert_eq!(on(&world, &withdrawn, NEXT), Vec::<String>::new());
}

#[test]
fn a_new_version_ends_or_takes_over_adherence_only_where_it_is_said() {
    let succeed = |to: &str| RegisterCommand::Succeed { id: adherence("a"), to: part(to) };
    let declared = declare("a", Scope::Full, SIGNED);
    check_refused(&unsaid(), std::slice::from_ref(&declared), succeed("2"), "adherence-succession");
    check_refused(&ends(), std::slice::from_ref(&declared), succeed("3"), "adherence-version");
    let done = [declared.clone(), succeed("2")];
    check_repeatable(&ends(), &done);
    assert_eq!(on(&ends(), &done, NEXT), Vec::<String>::new());
    check_repeatable(&passes(), &done);
    assert_eq!(on(&passes(), &done, date(2026, 8, 31)), ["a:1"]);
    assert_eq!(on(&passes(), &done, NEXT), ["a:2"]);
    let mut changed = passes();
    changed.codes[1].chapters[2].commitments[0].measures[0].title = "Another title".to_owned();
    let events = changed.decide(&changed.done(&[declared]), succeed("2")).unwrap();
    assert!(matches!(&events[..], [RegisterEvent::Ended(ending)] if ending.changed == [part("S.M1")]), "{events:?}");
}

#[test]
fn all_that_is_to_hold_later_passes_to_the_new_version() {
    let succeed = RegisterCommand::Succeed { id: adherence("a"), to: part("2") };
    let [october, november] = [date(2026, 10, 1), date(2026, 11, 1)];
    let planned = [
        declare("a", Scope::Full, SIGNED),
        change("a", Scope::Full, Some(&["large"]), october),
        withdraw("a", november),
        succeed,
    ];
    check_repeatable(&passes(), &planned);
    let register = passes().done(&planned);
    let records = register.lives[&adherence("a")].records();
    let told: Vec<_> = records.map(|it| (it.version.to_string(), it.models.is_some(), it.since, it.until)).collect();
    let expected = [("1", false, SIGNED, NEXT), ("2", false, NEXT, october), ("2", true, october, november)];
    assert_eq!(told, expected.map(|(version, some, from, until)| (version.to_owned(), some, from, Some(until))));
}

#[test]
fn a_withdrawal_that_takes_effect_first_is_not_undone_by_a_new_version() {
    let succeed = RegisterCommand::Succeed { id: adherence("a"), to: part("2") };
    let declared = declare("a", Scope::Full, SIGNED);
    check_refused(&ends(), &[declared.clone(), withdraw("a", MARCH)], succeed.clone(), "adherence-ended");
    let later = [declared, withdraw("a", date(2026, 10, 1)), succeed];
    assert_eq!(on(&ends(), &later, NEXT), Vec::<String>::new());
    assert_eq!(on(&ends(), &later, date(2026, 8, 31)), ["a:1"]);
}

fn listing(listed: Listed, as_of: Date, since: Option<Date>) -> RegisterCommand {
    let (provider, code, source) = (provider("user"), part("gpai"), text("a public list"));
    RegisterCommand::List(Listing { provider, code, listed, source, as_of, since, note: None })
}

#[test]
fn a_listing_is_the_word_of_its_source_and_no_declaration() {
    let world = unsaid();
    let not_yet = listing(Listed::NotSignatory, SIGNED, None);
    let signatory = listing(Listed::Signatory(chapters(&["S"])), MARCH, Some(date(2026, 1, 1)));
    check_repeatable(&world, &[not_yet.clone(), signatory.clone()]);
    check_refused(&world, &[], listing(Listed::NotSignatory, date(2026, 11, 23), None), "listing-dated");
    check_refused(&world, &[], listing(Listed::NotSignatory, SIGNED, Some(MARCH)), "listing-dated");
    let register = world.done(&[signatory, not_yet]);
    let listed = |day| {
        let standing = register.standing(day).into_values().next()?;
        assert!(standing.declared.is_empty());
        standing.listed.into_values().next().map(|listing| listing.listed)
    };
    assert_eq!(listed(date(2025, 7, 31)), None);
    assert_eq!(listed(date(2026, 2, 28)), Some(Listed::NotSignatory));
    assert_eq!(listed(MARCH), Some(Listed::Signatory(chapters(&["S"]))));
}

#[test]
fn who_adhered_on_a_day_depends_on_what_was_known() {
    let world = unsaid();
    let commands = [declare("a", Scope::Full, SIGNED), withdraw("a", date(2026, 2, 1))];
    let recorded = |moment: i64| Timestamp::from_second(moment).unwrap();
    let mut history = Vec::new();
    let mut register = world.done(&[]);
    for (at, command) in [(10, &commands[0]), (20, &commands[1])] {
        for event in world.decide(&register, command.clone()).unwrap() {
            register = register.apply(event.clone()).unwrap();
            history.push(Recorded { at: recorded(at), event });
        }
    }
    let adhered = |day, known: i64| {
        let standing = standing_on(&history, day, recorded(known)).unwrap();
        standing.into_values().any(|standing| !standing.declared.is_empty())
    };
    // "Who adhered to what on 1 March?": as known before the withdrawal was recorded, and after.
    assert_eq!([9, 10, 19, 20].map(|known| adhered(MARCH, known)), [false, true, true, false]);
    assert_eq!([9, 10, 19, 20].map(|known| adhered(date(2026, 1, 31), known)), [false, true, true, true]);
    let misfit = standing_on(&history[1..], MARCH, recorded(30)).unwrap_err();
    assert_eq!(misfit.kind, "adherence.withdrawn");
}

#[test]
fn an_event_that_does_not_fit_is_an_error() {
    let world = unsaid();
    let before = [declare("a", Scope::Full, SIGNED), withdraw("a", MARCH)];
    let declared = world.decide(&world.done(&[]), before[0].clone()).unwrap().remove(0);
    let withdrawn = world.decide(&world.done(&before[..1]), before[1].clone()).unwrap().remove(0);
    let changed = change("a", Scope::Full, Some(&["large"]), MARCH);
    let changed = world.decide(&world.done(&before[..1]), changed).unwrap().remove(0);
    for event in [declared, withdrawn, changed] {
        let misfit = world.done(&before).apply(event.clone()).unwrap_err();
        assert_eq!((misfit.kind, misfit.subject.as_str()), (event.kind(), "a"));
    }
}
