//! Cases of each rule, in the order of the refusals.

use jiff::civil::{Date, date};

use super::{Content, RecordStatement, Statements, Subject};
use crate::adherence::fixtures::{code, part};
use crate::adherence::record::ImplementationState;
use crate::parties::organisation::{OrganisationId, PersonId};
use crate::text::NonEmptyText;

const TODAY: Date = date(2026, 11, 22);

fn subject(measure: &str) -> Subject {
    let provider = OrganisationId::parse("maker").unwrap();
    Subject { provider, code: part("gpai"), version: part("1"), measure: part(measure), model: None }
}

fn record(measure: &str, state: ImplementationState, text: &str, after: u32) -> RecordStatement {
    let content = Content { state, text: NonEmptyText::parse(text), owner: None, due: None };
    let author = PersonId::parse("ada").unwrap();
    RecordStatement { subject: subject(measure), content, author, after, carried_from: None }
}

fn done(commands: &[(RecordStatement, Date)]) -> Statements {
    commands.iter().fold(Statements::default(), |statements, (command, today)| {
        let events = statements.decide(command.clone(), &code(), *today).unwrap_or_else(|refusal| panic!("{refusal}"));
        events.into_iter().fold(statements, |statements, event| statements.apply(event).unwrap())
    })
}

fn check_refused(before: &[(RecordStatement, Date)], command: RecordStatement, today: Date, rule: &str) {
    let refusal = done(before).decide(command, &code(), today).expect_err(rule);
    assert_eq!(refusal.rule().id, rule, "{refusal}");
}

#[test]
fn a_statement_is_about_a_measure_of_its_version() {
    check_refused(&[], record("X.M1", ImplementationState::Implemented, "", 0), TODAY, "statement-of-measure");
    let mut of_another = record("T.M1", ImplementationState::Implemented, "", 0);
    of_another.subject.version = part("2");
    check_refused(&[], of_another, TODAY, "statement-of-measure");
}

#[test]
fn what_is_met_otherwise_or_held_not_to_apply_has_a_reason() {
    for state in ImplementationState::ALL {
        let asked = matches!(state, ImplementationState::Alternative | ImplementationState::NotApplicable);
        let without = Statements::default().decide(record("T.M1", state, "", 0), &code(), TODAY);
        assert_eq!(without.is_err(), asked, "{}", state.id());
        assert!(Statements::default().decide(record("T.M1", state, "Because.", 0), &code(), TODAY).is_ok());
    }
}

#[test]
fn nobody_overwrites_what_they_have_not_seen_and_every_revision_stays() {
    let (planned, partial) = (ImplementationState::Planned, ImplementationState::Partial);
    let [first, second] = [date(2026, 1, 1), date(2026, 3, 1)];
    let before = [(record("T.M1", planned, "One.", 0), first), (record("T.M1", partial, "Two.", 1), second)];
    check_refused(&before, record("T.M1", partial, "Three.", 1), TODAY, "statement-latest");
    check_refused(&before, record("T.M1", partial, "Three.", 2), first, "statement-dated");
    let statements = done(&before);
    assert_eq!(statements.decide(before[1].0.clone(), &code(), TODAY), Ok(Vec::new()), "stated already");
    let on = |day| statements.on(&subject("T.M1"), day).map(|revision| revision.number);
    assert_eq!([date(2025, 12, 31), first, date(2026, 2, 28), second].map(on), [None, Some(1), Some(1), Some(2)]);
    assert_eq!(statements.revision(&subject("T.M1"), 1).map(|revision| revision.content.state), Some(planned));
    assert_eq!(statements.all().count(), 1);
    let event = statements.decide(record("T.M1", partial, "Three.", 2), &code(), TODAY).unwrap().remove(0);
    assert_eq!(Statements::default().apply(event).unwrap_err().kind, "statement.recorded");
}
