//! The store on SQLite, each thing again and again: changes, receipts, opening and rebuilding.
//!
//! All figures are CPU time of this process, which other work on the machine changes little. How long the disk takes,
//! memory and growth are measured by `scripts/measure-store`.

#![expect(clippy::unwrap_used, reason = "instances and events are made here, and are sound")]

#[path = "measuring/events.rs"]
mod events;

use std::hint::black_box;
use std::ops::Range;
use std::path::Path;
use std::time::Duration;

use adhere_store::home::{Home, Settings};
use adhere_store::{Store, StoreError};
use criterion::{Bencher, Criterion, Throughput, criterion_group, criterion_main};
use jiff::Timestamp;
use rustix::time::{ClockId, clock_gettime};

use self::events::Kind;

const SIZES: [u64; 2] = [10_000, 100_000];
const BATCH: u64 = 1000;

fn now() -> Timestamp {
    Timestamp::from_second(1_790_000_000).unwrap()
}

fn make(folder: &Path) -> Store {
    Store::open(Home::make(folder, Settings::named("example.eu/log").unwrap()).unwrap(), now()).unwrap()
}

fn record(store: &Store, kind: Kind, numbers: Range<u64>) {
    let changed = store.change(now(), "bench", |change| {
        let mut numbers = numbers;
        numbers.try_for_each(|number| change.record(kind.event(number).unwrap()).map(|_| ()))?;
        Ok::<_, StoreError>(())
    });
    changed.unwrap();
}

/// How much CPU time this process has used.
fn used() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

/// Measures the CPU time of something.
fn measure<T>(bench: &mut Bencher<'_>, mut work: impl FnMut() -> T) {
    bench.iter_custom(|times| {
        let before = used();
        for _ in 0..times {
            black_box(work());
        }
        used().saturating_sub(before)
    });
}

fn changes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("change");
    group.sample_size(20);
    for name in ["plain", "mixed"] {
        let kind = Kind::parse(name).unwrap();
        for batch in [1, BATCH] {
            let folder = tempfile::tempdir().unwrap();
            let store = make(&folder.path().join("instance"));
            let mut next = 0;
            group.throughput(Throughput::Elements(batch));
            group.bench_function(format!("{batch} {name}"), |bench| {
                measure(bench, || {
                    record(&store, kind, next..next + batch);
                    next += batch;
                });
            });
        }
    }
    group.finish();
}

fn at_sizes(criterion: &mut Criterion) {
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("instance");
        let store = make(&home);
        let mixed = Kind::parse("mixed").unwrap();
        (0..size / BATCH).for_each(|batch| record(&store, mixed, batch * BATCH..(batch + 1) * BATCH));
        let mut group = criterion.benchmark_group(format!("{size} entries"));
        group.sample_size(10);
        let mut entry = 0;
        group.bench_function("receipt", |bench| {
            measure(bench, || {
                entry = (entry + 104_729) % size;
                store.receipt(entry).unwrap()
            });
        });
        group.bench_function("open", |bench| {
            measure(bench, || Store::open(Home::open(&home).unwrap(), now()).unwrap().status().unwrap());
        });
        group.throughput(Throughput::Elements(size));
        group.bench_function("rebuild", |bench| measure(bench, || store.rebuild().unwrap()));
        group.finish();
    }
}

criterion_group!(benches, changes, at_sizes);
criterion_main!(benches);
