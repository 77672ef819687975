use super::Truth;

fn pairs() -> impl Iterator<Item = (Truth, Truth)> {
    Truth::ALL.into_iter().flat_map(|a| Truth::ALL.into_iter().map(move |b| (a, b)))
}

#[test]
fn conjunction_and_disjunction_are_dual() {
    for (a, b) in pairs() {
        assert_eq!(a.and(b).negate(), a.negate().or(b.negate()), "{a:?} {b:?}");
        assert_eq!(a.and(b), b.and(a));
        assert_eq!(a.or(b), b.or(a));
        assert_eq!(a.negate().negate(), a);
    }
}

#[test]
fn a_fact_is_asked_for_before_judgment() {
    assert_eq!(Truth::NeedsFact.and(Truth::NeedsJudgment), Truth::NeedsFact);
    assert_eq!(Truth::NeedsFact.or(Truth::NeedsJudgment), Truth::NeedsFact);
}

#[test]
fn one_no_decides_a_conjunction_and_one_yes_a_disjunction() {
    for a in Truth::ALL {
        assert_eq!(a.and(Truth::No), Truth::No);
        assert_eq!(a.or(Truth::Yes), Truth::Yes);
        assert_eq!(a.and(Truth::Yes), a);
        assert_eq!(a.or(Truth::No), a);
    }
}

#[test]
fn settling_what_is_open_never_flips_what_is_decided() {
    for (a, b) in pairs() {
        for settled in [Truth::Yes, Truth::No] {
            let (c, d) = (if a.is_decided() { a } else { settled }, if b.is_decided() { b } else { settled });
            if a.and(b).is_decided() {
                assert_eq!(a.and(b), c.and(d));
            }
            if a.or(b).is_decided() {
                assert_eq!(a.or(b), c.or(d));
            }
        }
    }
}

#[test]
fn only_yes_and_no_are_decided() {
    assert_eq!(Truth::ALL.map(Truth::is_decided), [true, true, false, false]);
    assert_eq!(Truth::ALL.map(Truth::id), ["yes", "no", "needs-fact", "needs-judgment"]);
    assert_eq!([Truth::from(true), Truth::from(false), Truth::of(None)], [Truth::Yes, Truth::No, Truth::NeedsFact]);
}
