use jiff::civil::date;

use super::*;

const TODAY: Date = date(2026, 3, 1);

fn id<Of>(text: &str) -> Id<Of> {
    Id::parse(text).unwrap()
}

fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

fn event(name: &str, change: InvitationChange) -> InvitationEvent {
    InvitationEvent { id: id(name), invited: Invited::Registered(id("acme")), change }
}

fn invitation(hoped_until: Option<Date>) -> Invitation {
    let part = |text| PartId::parse(text).unwrap();
    let reference = [1; 32];
    Invitation { code: part("gpai"), version: part("1"), email: None, words: None, hoped_until, reference }
}

fn sent(name: &str, hoped_until: Option<Date>) -> InvitationEvent {
    event(name, InvitationChange::Sent(Box::new(invitation(hoped_until))))
}

fn decide(before: &Invitations, event: InvitationEvent) -> Result<Option<InvitationEvent>, InvitationRefusal> {
    before.decide(event, &Register::default(), TODAY)
}

fn after(events: &[InvitationEvent]) -> Invitations {
    events.iter().fold(Invitations::default(), |before, event| {
        let decided = decide(&before, event.clone()).unwrap().expect("something new");
        before.apply(decided).unwrap()
    })
}

fn rule(outcome: Result<Option<InvitationEvent>, InvitationRefusal>) -> &'static str {
    outcome.unwrap_err().rule().id
}

#[test]
fn an_invitation_is_sent_once_and_waits_alone() {
    let known = after(&[sent("i1", None)]);
    assert_eq!(decide(&known, sent("i1", None)), Ok(None));
    assert_eq!(rule(decide(&known, sent("i1", Some(TODAY)))), "invitation-new");
    assert_eq!(rule(decide(&known, sent("i2", None))), "invitation-new", "the same was asked already");
    let mut other = sent("i2", None);
    other.invited = Invited::Named(text("Another"));
    assert!(decide(&known, other).unwrap().is_some());
}

#[test]
fn a_day_that_is_hoped_for_is_not_over_and_words_are_short() {
    let none = Invitations::default();
    assert_eq!(rule(decide(&none, sent("i1", Some(date(2026, 2, 28))))), "invitation-dated");
    assert!(decide(&none, sent("i1", Some(TODAY))).unwrap().is_some());
    let long = Some(text(&"x".repeat(LONGEST + 1)));
    let words = Invitation { words: long.clone(), ..invitation(None) };
    assert_eq!(rule(decide(&none, event("i1", InvitationChange::Sent(Box::new(words))))), "invitation-short");
    let known = after(&[sent("i1", None)]);
    assert_eq!(rule(decide(&known, event("i1", InvitationChange::Declined(long)))), "invitation-short");
}

#[test]
fn after_the_day_an_invitation_can_be_declined_and_another_sent() {
    let mut known = after(&[]);
    known = known.apply(sent("i1", Some(date(2026, 2, 1)))).unwrap();
    assert!(decide(&known, event("i1", InvitationChange::Declined(None))).unwrap().is_some());
    assert!(decide(&known, sent("i2", None)).unwrap().is_some());
}

#[test]
fn what_was_declined_or_withdrawn_is_over() {
    use InvitationChange::{Declined, SentAgain, Withdrawn};
    assert_eq!(rule(decide(&Invitations::default(), event("i1", Declined(None)))), "invitation-known");
    let declined = after(&[sent("i1", None), event("i1", Declined(Some(text("No."))))]);
    assert_eq!(decide(&declined, event("i1", Declined(None))), Ok(None));
    assert_eq!(rule(decide(&declined, event("i1", SentAgain([2; 32])))), "invitation-unanswered");
    assert!(decide(&declined, sent("i2", None)).unwrap().is_some(), "somebody can be asked once more");
    let withdrawn = after(&[sent("i1", None), event("i1", Withdrawn(None))]);
    assert_eq!(decide(&withdrawn, event("i1", Withdrawn(None))), Ok(None));
    assert_eq!(rule(decide(&withdrawn, event("i1", Declined(None)))), "invitation-open");
    assert_eq!(rule(decide(&withdrawn, event("i1", SentAgain([2; 32])))), "invitation-open");
}

#[test]
fn the_link_of_the_last_letter_counts() {
    let again = InvitationChange::SentAgain([2; 32]);
    let known = after(&[sent("i1", None), event("i1", again.clone())]);
    assert_eq!(known.get(&id("i1")).unwrap().reference, [2; 32]);
    assert_eq!(decide(&known, event("i1", again)), Ok(None));
}

#[test]
fn nothing_follows_an_invitation_that_is_not_there() {
    let misfit = Invitations::default().apply(event("i1", InvitationChange::Declined(None))).unwrap_err();
    assert_eq!(misfit.kind, "invitation.declined");
}
