//! What is reported of the measures of a code, across providers.

use std::collections::BTreeSet;

use adhere_actions::packages::{SendPackage, Subject, reported};

use crate::deciding::decide;
use crate::fixtures::part;
use crate::packages::{DAY, by_hand, command};

#[test]
fn what_is_reported_of_measures_is_counted_as_far_as_it_is_disclosed() {
    by_hand(|sides| {
        let about = || Subject::Statements(part("gpai"), part("2025-07-10"));
        let count = || {
            let found = reported(&sides.office.on(DAY), &part("gpai"), &part("2025-07-10")).unwrap();
            let by_state = found.measures.get(&part("S.M9.3")).cloned().unwrap_or_default();
            (found.providers.len(), by_state.get("partial").map_or(0, BTreeSet::len))
        };
        let sent = sides.send(&SendPackage { about: about(), ..command() });
        sides.receive_on(DAY, &sent.letter);
        assert_eq!(count(), (0, 0), "nothing counts before it is accepted");
        decide(sides, DAY, None).unwrap();
        assert_eq!(count(), (1, 1));
        let hidden = BTreeSet::from(["/body/statements/0/state".parse().unwrap()]);
        let later = sides.send(&SendPackage { about: about(), hidden, ..command() });
        sides.receive_on(DAY, &later.letter);
        decide(sides, DAY, None).unwrap();
        assert_eq!(count(), (1, 0), "the latest counts, and what it keeps back does not");
    });
}
