//! Deciding on packages that came in: accepting them into the register, refusing them, and what their sender learns.

use adhere_actions::ActionError;
use adhere_actions::packages::{
    DecidePackage, Effect, PackageError, SendPackage, Standing, ToldDecision, answer_to, decide_package,
    file_acknowledgement, show_received, write_package,
};
use adhere_domain::adherence::register::event::Listed;
use adhere_domain::digest::Digest;
use adhere_store::Changed;
use adhere_store::db::CommitFault;
use adhere_store::event::Objection;
use adhere_store::projection::package::Package;

use crate::fixtures::{World, text};
use crate::packages::{DAY, Sides, by_hand, command, on_both_sides, packages, policy_of, size};

/// The last package that the office has taken in.
fn taken_in(sides: &Sides<'_>) -> Package {
    packages(sides.office).into_iter().find(|it| it.sequence.is_some()).unwrap()
}

fn digest(sides: &Sides<'_>) -> Digest {
    taken_in(sides).digest.unwrap()
}

pub(crate) fn decide(
    sides: &Sides<'_>,
    day: &str,
    refused: Option<&str>,
) -> Result<Changed<ToldDecision>, ActionError> {
    let refused = refused.map(|reason| Objection { reason: text(reason), basis: Some(text("Art. 56(7)")) });
    decide_package(&sides.office.on(day), &DecidePackage { digest: digest(sides), refused }, None)
}

/// What the maker has on record of the package that it sent, after it filed an answer.
fn filed(sides: &Sides<'_>, day: &str, answer: &str) -> Result<(String, Option<String>), ActionError> {
    file_acknowledgement(&sides.maker.on(day), &policy_of(sides.office), answer.as_bytes())?;
    let [one] = packages(sides.maker).try_into().unwrap();
    Ok((one.state, one.reason))
}

fn listed(world: &World, day: &str) -> Vec<Listed> {
    let standing = world.standing(day, "2026-12-31T00:00:00Z");
    standing.values().flat_map(|it| it.listed.values()).map(|it| it.listed.clone()).collect()
}

#[test]
fn what_waits_is_accepted_listed_and_refused_after_all() {
    by_hand(|sides| {
        let sent = sides.send(&command());
        let received = sides.receive_on(DAY, &sent.letter);
        assert_eq!((received.standing, packages(sides.office)[0].state.as_str()), (Standing::Waiting, "waiting"));
        let receipt = received.acknowledgement.unwrap();
        assert_eq!(filed(sides, DAY, &receipt).unwrap().0, "sent", "nothing is decided yet");
        assert_eq!(listed(sides.office, "2026-03-01"), []);
        let entry = packages(sides.office)[0].entry_id;
        let seen =
            || show_received(&sides.office.on("2026-02-03"), Some(&policy_of(sides.maker)), entry).unwrap().unwrap();
        let waiting = seen();
        assert_eq!((waiting.shown.kept.unwrap().verified, waiting.decisions.len()), (Some(Ok(())), 0));
        let told = decide(sides, "2026-02-03", None).unwrap();
        let (effect, accepted) = (told.outcome.effect, told.outcome.acknowledgement);
        assert_eq!(waiting.effect, Some(effect.clone()), "what was shown before is what was done");
        let Effect::Listed(listing) = effect else { panic!("nothing is listed") };
        assert_eq!(listed(sides.office, "2026-03-01"), [listing.listed]);
        assert_eq!(decide(sides, "2026-02-04", None).unwrap().entries, [] as [u64; 0], "it stands so already");
        assert_eq!(answer_to(&sides.office.on(DAY), &digest(sides)).unwrap().as_ref(), Some(&accepted));
        assert_eq!(filed(sides, "2026-02-05", &accepted).unwrap().0, "accepted");
        assert_eq!(filed(sides, "2026-02-05", &receipt).unwrap().0, "accepted", "a receipt takes nothing back");
        let other_file = write_package(&sides.maker.on("2026-02-05"), &sent.id).unwrap().outcome;
        let replayed = sides.receive_on("2026-02-05", &other_file).acknowledgement.unwrap();
        assert_eq!(filed(sides, "2026-02-05", &replayed).unwrap().0, "accepted", "another file takes nothing back");
        let refused = decide(sides, "2026-02-06", Some("nobody may sign it")).unwrap().outcome.acknowledgement;
        assert_eq!(listed(sides.office, "2026-03-01"), [Listed::NotSignatory]);
        assert_eq!(taken_in(sides).reason.as_deref(), Some("nobody may sign it"));
        let by_hand = ("refused".to_owned(), Some("by-hand".to_owned()));
        assert_eq!(filed(sides, "2026-02-07", &refused).unwrap(), by_hand);
        let outdated = filed(sides, "2026-02-07", &accepted).unwrap_err();
        assert!(matches!(outdated, ActionError::Package(PackageError::Outdated { .. })), "{outdated}");
        assert_eq!((seen().decisions.len(), seen().decisions[1].by.as_str()), (2, "ada"));
        let again = sides.receive_on("2026-02-07", &sent.letter);
        assert_eq!((again.standing, again.acknowledgement), (Standing::FiledBefore, Some(refused)));
        assert!(sides.office.store.rebuild().unwrap() > 0);
    });
}

#[test]
fn an_older_package_is_accepted_only_where_the_later_one_is_refused() {
    by_hand(|sides| {
        let until = |text: &str| SendPackage { expires: Some(text.parse().unwrap()), ..command() };
        let (first, second) = (sides.send(&until("2026-03-01T00:00:00Z")), sides.send(&until("2026-03-02T00:00:00Z")));
        sides.receive_on(DAY, &first.letter);
        let older = digest(sides);
        sides.receive_on(DAY, &second.letter);
        let accept = || decide_package(&sides.office.on(DAY), &DecidePackage { digest: older, refused: None }, None);
        let refused = accept().unwrap_err();
        assert!(matches!(refused, ActionError::Package(PackageError::Superseded { .. })), "{refused}");
        decide(sides, DAY, Some("it says too much")).unwrap();
        accept().unwrap();
        let nothing = DecidePackage { digest: Digest::new([9; 32]), refused: None };
        let unknown = decide_package(&sides.office.on(DAY), &nothing, None).unwrap_err();
        assert!(matches!(unknown, ActionError::Package(PackageError::NotFiled(_))), "{unknown}");
    });
}

#[test]
fn what_was_accepted_at_once_is_decided_on_all_the_same() {
    on_both_sides(|sides| {
        let sent = sides.send(&command());
        sides.receive_on(DAY, &sent.letter);
        assert_eq!(listed(sides.office, "2026-03-01"), [], "nobody looked at it");
        decide(sides, DAY, None).unwrap();
        assert_eq!(listed(sides.office, "2026-03-01").len(), 1);
    });
}

#[test]
fn a_decision_that_failed_is_made_again_to_the_same_end() {
    for fault in [CommitFault::FailedNotSaved, CommitFault::FailedButSaved] {
        by_hand(|sides| {
            let sent = sides.send(&command());
            sides.receive_on(DAY, &sent.letter);
            let before = size(sides.office);
            sides.office.store.db().faults().set(fault);
            decide(sides, DAY, None).unwrap_err();
            assert!(!sides.office.store.db().faults().is_pending(), "the fault came about");
            assert_eq!(size(sides.office) > before, fault == CommitFault::FailedButSaved);
            decide(sides, DAY, None).unwrap();
            // The decision and what is listed for it, once.
            assert_eq!((size(sides.office) - before, listed(sides.office, "2026-03-01").len()), (2, 1));
        });
    }
}
