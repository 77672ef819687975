//! The journal in memory, at three sizes, beside the machine's own limit: SHA-256 over a node of the tree.
//! All figures are CPU time of this process, which other work on the machine changes little.

#![expect(clippy::unwrap_used, reason = "logs, keys and texts are made here, and are sound")]

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::hint::black_box;
use std::time::Duration;

use adhere_journal::audit::{LogFiles, audit};
use adhere_journal::bundle::{self, BundleId};
use adhere_journal::checkpoint::{Checkpoint, SignedCheckpoint};
use adhere_journal::entry::Entry;
use adhere_journal::frontier::Frontier;
use adhere_journal::hash::Hash;
use adhere_journal::key::{KeyName, LogSecret, WitnessSecret};
use adhere_journal::payload::Payload;
use adhere_journal::policy::Policy;
use adhere_journal::proof::{prove_consistency, prove_inclusion, verify_consistency, verify_inclusion};
use adhere_journal::receipt::Receipt;
use adhere_journal::tile::{self, TileError, TileId};
use criterion::{Bencher, Criterion, Throughput, criterion_group, criterion_main};
use jiff::Timestamp;
use rustix::time::{ClockId, clock_gettime};
use serde_json::{Map, Value};

const SIZES: [u64; 3] = [10_000, 100_000, 1_000_000];

fn entry(index: u64) -> Entry {
    let fields = [("measure", Value::from("gpai/2.3")), ("number", Value::from(index)), ("state", Value::from("done"))];
    Entry {
        at: Timestamp::from_microsecond(1_790_000_000_000_000).unwrap(),
        actor: "person/ada".to_owned(),
        kind: "statement.recorded".to_owned(),
        subject: "statement/2.3".to_owned(),
        payload: Payload::of(&Map::from_iter(fields.map(|(key, value)| (key.to_owned(), value)))).unwrap(),
    }
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

/// A log in memory, in the bytes in which it is served.
struct Log {
    size: u64,
    root: Hash,
    tiles: BTreeMap<TileId, Vec<u8>>,
    bundles: BTreeMap<BundleId, Vec<u8>>,
}

impl Log {
    fn new(size: u64) -> Self {
        let (mut tiles, mut bundles) = (BTreeMap::new(), BTreeMap::new());
        let mut frontier = Frontier::default();
        for index in 0..size {
            let bytes = entry(index).to_bytes().unwrap();
            let id = BundleId::in_log(index / 256, size).unwrap();
            bundle::push(bundles.entry(id).or_default(), &bytes).unwrap();
            frontier.append(Hash::of_leaf(&bytes), |id, hashes| drop(tiles.insert(id, tile::to_bytes(hashes))));
        }
        tiles.extend(frontier.partial_tiles().map(|(id, hashes)| (id, tile::to_bytes(hashes))));
        Self { size, root: frontier.root(), tiles, bundles }
    }

    fn read(&self, id: TileId) -> Result<Vec<Hash>, TileError> {
        tile::parse(self.tiles.get(&id).unwrap(), id.width())
    }

    fn checkpoint(&self) -> Checkpoint {
        Checkpoint { origin: log_key().name().clone(), size: self.size, root: self.root }
    }
}

/// Hands out copies, as a disk would.
impl LogFiles for &Log {
    type Error = Infallible;

    fn bundle(&mut self, id: BundleId) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.bundles.get(&id).cloned())
    }

    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.tiles.get(&id).cloned())
    }
}

fn log_key() -> LogSecret {
    LogSecret::from_seed(KeyName::new("provider.example/log").unwrap(), [1; 32])
}

fn witness_key() -> WitnessSecret {
    WitnessSecret::from_seed(KeyName::new("office.example/witness").unwrap(), [2; 32])
}

fn limit(criterion: &mut Criterion) {
    let (left, right) = (Hash([1; 32]), Hash([2; 32]));
    let mut group = criterion.benchmark_group("limit");
    group.throughput(Throughput::Elements(1));
    group.bench_function("SHA-256 of a node", |bench| {
        measure(bench, || Hash::of_node(black_box(left), black_box(right)));
    });
    group.finish();
}

fn entries(criterion: &mut Criterion) {
    let (one, bytes) = (entry(7), entry(7).to_bytes().unwrap());
    let mut group = criterion.benchmark_group(format!("entry of {} bytes", bytes.len()));
    group.bench_function("write", |bench| measure(bench, || black_box(&one).to_bytes().unwrap()));
    group.bench_function("read", |bench| measure(bench, || Entry::parse(black_box(&bytes)).unwrap()));
    group.bench_function("hash", |bench| measure(bench, || Hash::of_leaf(black_box(&bytes))));
    group.finish();
}

fn append(criterion: &mut Criterion) {
    let bytes = entry(7).to_bytes().unwrap();
    let mut group = criterion.benchmark_group("append and hash");
    group.sample_size(10);
    for size in SIZES {
        group.throughput(Throughput::Elements(size));
        group.bench_function(size.to_string(), |bench| {
            measure(bench, || {
                let mut frontier = Frontier::default();
                for _ in 0..size {
                    frontier.append(Hash::of_leaf(black_box(&bytes)), |id, hashes| _ = black_box((id, hashes)));
                }
                frontier.root()
            });
        });
    }
    group.finish();
}

fn proofs(criterion: &mut Criterion, log: &Log) {
    let (size, old) = (log.size, log.size * 2 / 3);
    let index = log.size / 3;
    let leaf = Hash::of_leaf(&entry(index).to_bytes().unwrap());
    let path = prove_inclusion(index, size, |id| log.read(id)).unwrap();
    let growth = prove_consistency(old, size, |id| log.read(id)).unwrap();
    let old_root = Log::new(old).root;
    let mut group = criterion.benchmark_group(format!("proofs among {size}"));
    group.bench_function("prove inclusion", |bench| {
        measure(bench, || prove_inclusion(index, size, |id| log.read(id)).unwrap());
    });
    group.bench_function("verify inclusion", |bench| {
        measure(bench, || verify_inclusion(index, size, leaf, black_box(&path), log.root).unwrap());
    });
    group.bench_function("prove consistency", |bench| {
        measure(bench, || prove_consistency(old, size, |id| log.read(id)).unwrap());
    });
    group.bench_function("verify consistency", |bench| {
        measure(bench, || verify_consistency((old, old_root), (size, log.root), black_box(&growth)).unwrap());
    });
    group.bench_function("restart", |bench| measure(bench, || Frontier::restore(size, |id| log.read(id)).unwrap()));
    group.finish();
}

fn signatures(criterion: &mut Criterion, log: &Log) {
    let now = Timestamp::from_second(1_790_000_000).unwrap();
    let (key, witness) = (log_key(), witness_key());
    let signed = SignedCheckpoint::sign(log.checkpoint(), &key).unwrap();
    let cosigned = signed.clone().with(witness.cosign(&signed, now).unwrap());
    let policy = format!("log {}\nwitness office {}\nquorum office\n", key.public(), witness.public());
    let policy = Policy::parse(policy.as_bytes()).unwrap();
    let path = prove_inclusion(7, log.size, |id| log.read(id)).unwrap();
    let receipt = Receipt { extra: None, index: 7, path, note: cosigned.note().clone() }.to_string();
    let bytes = entry(7).to_bytes().unwrap();
    let mut group = criterion.benchmark_group("signatures");
    group.bench_function("sign a checkpoint", |bench| {
        measure(bench, || SignedCheckpoint::sign(log.checkpoint(), &key).unwrap());
    });
    group.bench_function("cosign a checkpoint", |bench| measure(bench, || witness.cosign(&signed, now).unwrap()));
    group.bench_function(format!("read and verify a receipt of {} bytes", receipt.len()), |bench| {
        measure(bench, || Receipt::parse(receipt.as_bytes()).unwrap().verify(&bytes, &policy).unwrap());
    });
    group.finish();
}

fn audits(criterion: &mut Criterion, log: &Log) {
    let mut group = criterion.benchmark_group("audit");
    group.sample_size(10);
    group.throughput(Throughput::Elements(log.size));
    group.bench_function(log.size.to_string(), |bench| {
        measure(bench, || {
            assert_eq!(audit(&mut &*log, &log.checkpoint(), |_, bytes| _ = black_box(bytes)).unwrap(), []);
        });
    });
    group.finish();
}

fn logs(criterion: &mut Criterion) {
    for size in SIZES {
        let log = Log::new(size);
        proofs(criterion, &log);
        audits(criterion, &log);
        if size == 1_000_000 {
            signatures(criterion, &log);
        }
    }
}

criterion_group!(benches, limit, entries, append, logs);
criterion_main!(benches);
