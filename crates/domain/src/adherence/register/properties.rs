//! Any sequence of commands against a model that keeps, for each model of the provider, the days under adherence.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use proptest::prelude::{Strategy, any, prop, prop_oneof};
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::Register;
use super::event::{RegisterCommand, RegisterEvent};
use super::fixtures::{adherence, change, declaration, ends, for_models, interest, part, passes, unsaid, withdraw};
use super::life::{AdherenceId, End};
use super::standing::standing_on;
use crate::adherence::fixtures::chapters;
use crate::adherence::record::Scope;
use crate::recorded::Recorded;

const IDS: [&str; 3] = ["a", "b", "c"];
const MODELS: [&str; 2] = ["small", "large"];
const FIRST: Date = jiff::civil::date(2026, 8, 20);
const DAYS: i64 = 30;

fn day(offset: i64) -> Date {
    FIRST.checked_add(offset.days()).unwrap()
}

fn commands() -> impl Strategy<Value = Vec<RegisterCommand>> {
    let id = || prop::sample::select(&IDS[..]);
    let scope = || prop::sample::select(vec![Scope::Full, Scope::Article53, chapters(&["S"]), chapters(&["T", "C"])]);
    let models = || prop::sample::select(vec![None, Some(vec!["small"]), Some(vec!["large"]), Some(MODELS.to_vec())]);
    let command = prop_oneof![
        4 => (id(), scope(), models(), 0..DAYS, any::<bool>()).prop_map(|(id, scope, models, since, second)| {
            let declared = declaration(id, scope, day(since));
            let mut declared = models.map_or_else(|| declared.clone(), |models| for_models(declared.clone(), &models));
            declared.terms.version = part(if second { "2" } else { "1" });
            RegisterCommand::Declare(declared)
        }),
        2 => (id(), scope(), models(), 0..DAYS).prop_map(|(id, scope, models, from)| {
            change(id, scope, models.as_deref(), day(from))
        }),
        2 => (id(), 0..DAYS).prop_map(|(id, from)| withdraw(id, day(from))),
        1 => id().prop_map(|id| RegisterCommand::Succeed { id: adherence(id), to: part("2") }),
        1 => (0..DAYS).prop_map(|on| interest(day(on))),
    ];
    prop::collection::vec(command, 1..24)
}

/// How many adherences a model is under on each day.
fn counted(register: &Register, model: &str) -> BTreeMap<Date, usize> {
    let model = part(model);
    let under = |on: Date| {
        let terms = register.lives.values().filter_map(|life| life.on(on));
        terms.filter(|(_, terms)| terms.models.as_ref().is_none_or(|models| models.contains(&model))).count()
    };
    (-5..DAYS + 20).map(|offset| (day(offset), under(day(offset)))).collect()
}

proptest! {
    #[test]
    fn lives_keep_their_promises(commands in commands(), succession in 0..3_u8) {
        let world = match succession {
            0 => unsaid(),
            1 => ends(),
            _ => passes(),
        };
        let mut register = Register::default();
        let mut history: Vec<Recorded<RegisterEvent>> = Vec::new();
        let mut versions = vec![(Timestamp::from_second(0).unwrap(), register.clone())];
        for (second, command) in commands.into_iter().enumerate() {
            let Ok(events) = world.decide(&register, command.clone()) else { continue };
            let at = Timestamp::from_second(i64::try_from(second).unwrap() + 1).unwrap();
            let before = register.clone();
            for event in events {
                register = register.apply(event.clone()).unwrap();
                history.push(Recorded { at, event });
            }
            // What was done is done: asked for again, it changes nothing, and is not refused.
            prop_assert_eq!(world.decide(&register, command), Ok(Vec::new()));
            // What has ended stays ended, and never lasts longer than it was said to.
            for (id, life) in &before.lives {
                let now = register.lives.get(id).and_then(|life| life.end_of_life()).map(End::from);
                let then = life.end_of_life().map(End::from);
                prop_assert!(then.is_none_or(|then| now.is_some_and(|now| now <= then)));
            }
            versions.push((at, register.clone()));
        }
        // Never two adherences to one code at once for a model.
        for model in MODELS {
            for (day, count) in counted(&register, model) {
                prop_assert!(count <= 1, "{model} is under {count} adherences on {day}");
            }
        }
        // What is answered from the history is what was true of the register at that moment.
        for (at, register) in &versions {
            for offset in [0, 10, 12, DAYS] {
                prop_assert_eq!(standing_on(&history, day(offset), *at).unwrap(), register.standing(day(offset)));
            }
        }
        // The stages of a life follow one another without gap or overlap until it ends.
        for life in register.lives.values() {
            let records: Vec<_> = life.records().collect();
            prop_assert!(records.windows(2).all(|pair| pair[0].until == Some(pair[1].since)));
        }
        // What becomes of all adherences at once is what becomes of each that lasts.
        let next = world.publications.version(&part("gpai"), &part("2")).unwrap();
        let succeed = |id: &AdherenceId| RegisterCommand::Succeed { id: id.clone(), to: part("2") };
        let each = register.lives.keys().filter_map(|id| world.decide(&register, succeed(id)).ok()).flatten();
        prop_assert_eq!(register.succeed_all(next, &world.basis()), Ok(each.collect()));
    }
}
