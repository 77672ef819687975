use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{scope, yield_now};

use super::{AccessError, Turns};

#[test]
fn no_more_have_a_turn_at_once_than_there_are() {
    let turns = Turns::new(3, 64);
    let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    scope(|scope| {
        for _ in 0..64 {
            scope.spawn(|| {
                let turn = turns.take().map_err(|_| "too many wait").unwrap();
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                for _ in 0..100 {
                    yield_now();
                }
                now.fetch_sub(1, Ordering::SeqCst);
                drop(turn);
            });
        }
    });
    assert!((1..=3).contains(&most.into_inner()));
    let left = *turns.taken();
    assert_eq!((left.turns, left.waiting), (0, 0), "every turn was given back");
}

#[test]
fn who_finds_too_many_waiting_is_told_and_the_others_have_their_turn() {
    let turns = Turns::new(1, 2);
    let had = AtomicUsize::new(0);
    scope(|scope| {
        let first = turns.take().map_err(|_| "there is one").unwrap();
        for _ in 0..2 {
            scope.spawn(|| turns.take().map(|_| had.fetch_add(1, Ordering::SeqCst)).is_ok());
        }
        while turns.taken().waiting < 2 {
            yield_now();
        }
        assert_eq!(turns.take().err(), Some(AccessError::Crowded));
        assert_eq!(had.load(Ordering::SeqCst), 0);
        drop(first);
    });
    assert_eq!(had.into_inner(), 2);
    assert!(turns.take().is_ok(), "whoever comes back has a turn");
}
