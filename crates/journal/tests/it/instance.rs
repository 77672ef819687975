//! Instances as tests need them: keys, a log, and the other organisation as its witness.

use std::convert::Infallible;

use adhere_journal::checkpoint::{Checkpoint, SignedCheckpoint};
use adhere_journal::hash::Hash;
use adhere_journal::key::{AuthorSecret, KeyName, LogSecret, WitnessSecret};
use adhere_journal::note::Note;
use adhere_journal::package::trust::{KnownKey, Power};
use adhere_journal::policy::Policy;
use adhere_journal::proof::{fold, prove_consistency, prove_inclusion};
use adhere_journal::receipt::Receipt;
use adhere_journal::tile::TileId;
use adhere_journal::witness::AddCheckpoint;
use jiff::Timestamp;

/// Who sends packages.
pub(crate) const PROVIDER: &str = "example-provider";
/// Who receives them.
pub(crate) const OFFICE: &str = "example-office";
/// The entry that logs begin with.
pub(crate) const BEFORE: &[u8] = b"what was there before";

/// Some seconds after the beginning of these tests.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + seconds).unwrap()
}

/// The key of an author.
pub(crate) fn author_key(seed: u8) -> AuthorSecret {
    AuthorSecret::from_seed(name("author"), [seed; 32])
}

/// The same key as others know it.
pub(crate) fn known(seed: u8, powers: &[Power]) -> KnownKey {
    let powers = powers.iter().copied().collect();
    KnownKey { key: author_key(seed).public(), from: at(-1000), until: None, revoked: None, powers }
}

/// The log of an organisation, and the other organisation as its witness.
pub(crate) struct Instance {
    log: LogSecret,
    witness: WitnessSecret,
}

impl Instance {
    pub(crate) fn new(organisation: &str, other: &str, seed: u8) -> Self {
        let log = LogSecret::from_seed(name(&format!("{organisation}/log")), [seed; 32]);
        Self { log, witness: WitnessSecret::from_seed(name(&format!("{other}/witness")), [seed + 1; 32]) }
    }

    /// The policy that asks for its witness.
    pub(crate) fn policy(&self) -> Policy {
        let (log, witness) = (self.log.public(), self.witness.public());
        Policy::parse(format!("log {log}\nwitness other {witness}\nquorum other\n").as_bytes()).unwrap()
    }

    /// The policy that asks for no witness.
    pub(crate) fn lone_policy(&self) -> Policy {
        Policy::parse(format!("log {}\nquorum none\n", self.log.public()).as_bytes()).unwrap()
    }

    /// The receipt of one of these entries, as the witness saw them.
    pub(crate) fn receipt(&self, entries: &[Vec<u8>], index: u64, seen: Timestamp) -> Receipt {
        let path = prove_inclusion(index, size(entries), |tile| tile_of(entries, tile)).unwrap();
        Receipt { extra: None, index, path, note: self.checkpoint(entries, seen) }
    }

    /// The checkpoint over these entries, of which there are as many as in one tile at most.
    pub(crate) fn checkpoint(&self, entries: &[Vec<u8>], seen: Timestamp) -> Note {
        let signed = self.signed(entries);
        let cosignature = self.witness.cosign(&signed, seen).unwrap();
        signed.with(cosignature).note().clone()
    }

    fn signed(&self, entries: &[Vec<u8>]) -> SignedCheckpoint {
        let checkpoint = Checkpoint { origin: self.log.name().clone(), size: size(entries), root: root(entries) };
        SignedCheckpoint::sign(checkpoint, &self.log).unwrap()
    }

    /// The proof that these entries continue the first of them, as the log sends it to its witness.
    pub(crate) fn continuation(&self, entries: &[Vec<u8>], old_size: u64) -> AddCheckpoint {
        let proof = prove_consistency(old_size, size(entries), |tile| tile_of(entries, tile)).unwrap();
        AddCheckpoint::new(old_size, proof, self.signed(entries).note().clone()).unwrap()
    }
}

fn name(text: &str) -> KeyName {
    KeyName::new(text).unwrap()
}

fn size(entries: &[Vec<u8>]) -> u64 {
    entries.len().try_into().unwrap()
}

fn leaves(entries: &[Vec<u8>]) -> Vec<Hash> {
    entries.iter().map(|entry| Hash::of_leaf(entry)).collect()
}

/// The root by its definition: the left part has the largest power of two that is less than all.
fn root(entries: &[Vec<u8>]) -> Hash {
    let half = entries.len().next_power_of_two() / 2;
    match entries.len() {
        0 | 1 => fold(&leaves(entries)),
        _ => Hash::of_node(root(&entries[..half]), root(&entries[half..])),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "what reads tiles can fail elsewhere")]
fn tile_of(entries: &[Vec<u8>], _tile: TileId) -> Result<Vec<Hash>, Infallible> {
    Ok(leaves(entries))
}
