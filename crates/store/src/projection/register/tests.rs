//! The tables answer as the domain does, for every history, day and moment.

use std::collections::BTreeSet;

use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::Register;
use adhere_domain::adherence::register::event::{
    Change, Declaration, Ending, Interest, Listed, Listing, Passage, RegisterEvent, Signature, Withdrawal,
};
use adhere_domain::adherence::register::life::{AdherenceId, Terms};
use adhere_domain::adherence::register::standing::{Standing, standing_on};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::publication::Basis;
use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::organisation::{Organisation, OrganisationId, OrganisationKind};
use adhere_domain::recorded;
use adhere_domain::text::NonEmptyText;
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::{Wanted, standing};
use crate::StoreError;
use crate::db::{Db, Transaction};
use crate::event::{Event, Recorded};
use crate::fixtures::on_each_engine;
use crate::journal;
use crate::projection::apply;

const FIRST: Date = date(2026, 1, 1);
const DAYS: i32 = 5;

fn id<Of>(text: &str) -> adhere_domain::id::Id<Of> {
    adhere_domain::id::Id::parse(text).unwrap()
}

fn part(text: &str) -> PartId {
    PartId::parse(text).unwrap()
}

fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

fn day(number: i32) -> Date {
    FIRST + number.days()
}

fn moment(minute: i64) -> Timestamp {
    let start: Timestamp = "2026-02-01T00:00:00Z".parse().unwrap();
    start + SignedDuration::from_mins(minute)
}

/// What may happen, by numbers: not all of it can follow what happened before.
#[derive(Clone, Debug)]
struct Step {
    what: u8,
    which: u8,
    day: i32,
    scope: u8,
    models: u8,
    /// Whether it is recorded in one change with the one before.
    at_once: bool,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..9_u8, 0..4_u8, 0..DAYS, 0..4_u8, 0..4_u8, any::<bool>());
    let step =
        step.prop_map(|(what, which, day, scope, models, at_once)| Step { what, which, day, scope, models, at_once });
    prop::collection::vec(step, 1..14)
}

fn scope(number: u8) -> Scope {
    match number {
        0 => Scope::Full,
        1 => Scope::Article53,
        2 => Scope::Chapters([part("S")].into()),
        _ => Scope::Chapters([part("S"), part("S.C")].into()),
    }
}

fn models(number: u8) -> Option<BTreeSet<PartId>> {
    match number {
        0 => None,
        1 => Some([part("m")].into()),
        2 => Some([part("m.1")].into()),
        _ => Some([part("m"), part("m.1"), part("a")].into()),
    }
}

impl Step {
    fn event(&self) -> RegisterEvent {
        let (from, scope, models) = (day(self.day), scope(self.scope), models(self.models));
        let adherence: AdherenceId = id(&format!("a{}", self.which));
        let provider: OrganisationId = id(if self.which < 3 { "maker" } else { "other" });
        let code = part(if self.which == 1 { "conduct" } else { "gpai" });
        let signed = Signature { by: id("ada"), on: from };
        let basis = Basis::Operator(text("a rule"));
        match self.what {
            0 | 1 => {
                let terms = Terms { version: part("1"), scope, models };
                RegisterEvent::Declared(Declaration {
                    id: adherence,
                    provider,
                    code,
                    terms,
                    since: from,
                    signed,
                    source: None,
                })
            }
            2 | 3 => RegisterEvent::Changed(Change { id: adherence, from, scope, models, signed }),
            4 => RegisterEvent::Passed(Passage { id: adherence, from, to: part("2"), basis }),
            5 => RegisterEvent::Withdrawn(Withdrawal { id: adherence, from, signed, reason: None }),
            6 => RegisterEvent::Ended(Ending { id: adherence, from, by: part("2"), changed: Vec::new(), basis }),
            7 => RegisterEvent::InterestDeclared(Interest { provider, code, signed }),
            _ => {
                let listed = if self.models == 0 { Listed::NotSignatory } else { Listed::Signatory(scope) };
                let source = text(if self.at_once { "a list" } else { "another" });
                let note = (self.which == 0).then(|| text("a remark"));
                let since = (self.which == 1).then_some(from);
                RegisterEvent::Listed(Listing { provider, code, listed, source, as_of: from, since, note })
            }
        }
    }
}

/// Those of the steps that can follow one another, as they were recorded.
fn history(steps: &[Step]) -> Vec<recorded::Recorded<RegisterEvent>> {
    let (mut register, mut history, mut minute) = (Register::default(), Vec::new(), 0);
    for step in steps {
        let Ok(next) = register.clone().apply(step.event()) else { continue };
        register = next;
        minute += i64::from(!step.at_once);
        history.push(recorded::Recorded { at: moment(minute), event: step.event() });
    }
    history
}

fn record(tx: &mut Transaction<'_>, entry_id: u64, at: Timestamp, event: Event) -> Result<(), StoreError> {
    journal::append(tx, entry_id, b"an entry")?;
    let (kind, subject) = ("a.kind".to_owned(), "subject".to_owned());
    Ok(apply(tx, &Recorded { entry_id, at, actor: "ada".to_owned(), kind, subject, event })?)
}

fn fill(tx: &mut Transaction<'_>, history: &[recorded::Recorded<RegisterEvent>]) -> Result<(), StoreError> {
    let kinds = BTreeSet::from([OrganisationKind::Provider]);
    let organisation = Organisation { name: text("Maker"), kinds, country: None };
    for (entry_id, name) in (0..).zip(["maker", "other"]) {
        let event = PartyEvent::OrganisationRegistered(id(name), organisation.clone());
        record(tx, entry_id, moment(0), Event::Party(event))?;
    }
    let mut events = (2..).zip(history);
    events.try_for_each(|(entry_id, known)| record(tx, entry_id, known.at, Event::Register(known.event.clone())))
}

/// All pages of what is asked for.
fn whole(tx: &mut Transaction<'_>, wanted: &Wanted<'_>, day: Date, known_at: Timestamp) -> Standing {
    let mut all = Standing::new();
    loop {
        let last = all.last_key_value().map(|(key, _)| key.clone());
        let after = last.as_ref().map(|(organisation, code)| (organisation, code));
        let page = standing(tx, &Wanted { after, limit: 1, ..*wanted }, day, known_at).unwrap();
        if page.is_empty() {
            return all;
        }
        all.extend(page);
    }
}

fn check(tx: &mut Transaction<'_>, history: &[recorded::Recorded<RegisterEvent>]) -> Result<(), TestCaseError> {
    let moments = [1, 2, 4, 20].map(moment);
    for (number, known_at) in (0..=DAYS).flat_map(|number| moments.map(|known_at| (number, known_at))) {
        let day = day(number);
        let expected = standing_on(history, day, known_at).unwrap();
        let all = whole(tx, &Wanted::default(), day, known_at);
        prop_assert_eq!(&all, &expected, "on {} as known at {}", day, known_at);
        let (organisation, code, model) = (id("maker"), part("gpai"), part("m"));
        let wanted = Wanted { organisation: Some(&organisation), code: Some(&code), ..Wanted::default() };
        let one = whole(tx, &wanted, day, known_at);
        let key = (organisation.clone(), code.clone());
        prop_assert_eq!(
            one.into_iter().collect::<Vec<_>>(),
            expected.clone().remove_entry(&key).into_iter().collect::<Vec<_>>()
        );
        let for_model = whole(tx, &Wanted { model: Some(&model), ..Wanted::default() }, day, known_at);
        let with_model = expected.clone().into_iter().filter(|(_, standing)| {
            standing.declared.iter().any(|declared| declared.terms.models.as_ref().is_none_or(|it| it.contains(&model)))
        });
        prop_assert_eq!(for_model, with_model.collect());
        let limited = whole(tx, &Wanted { scope: Some("art-53"), ..Wanted::default() }, day, known_at);
        let with_scope = expected.into_iter().filter(|(_, standing)| {
            let declared = standing.declared.iter().any(|declared| declared.terms.scope == Scope::Article53);
            declared || standing.listed.values().any(|it| it.listed == Listed::Signatory(Scope::Article53))
        });
        prop_assert_eq!(limited, with_scope.collect());
    }
    Ok(())
}

#[test]
fn the_tables_answer_as_the_domain_does_on_any_day_as_known_at_any_moment() {
    on_each_engine(|place| {
        let db = Db::open(&place).unwrap();
        let mut runner = TestRunner::new(Config { cases: 40, failure_persistence: None, ..Config::default() });
        let tested = runner.run(&steps(), |steps| {
            let history = history(&steps);
            let checked = db.rehearse(|tx| {
                fill(tx, &history)?;
                Ok::<_, StoreError>(check(tx, &history))
            });
            checked.map_err(|error| TestCaseError::fail(format!("{error:?}")))?
        });
        tested.unwrap();
    });
}
