//! What happened, provable to those who do not trust the server: entries, a Merkle tree over them, signed checkpoints
//! and proofs. Bytes in, bytes out: no file, no clock, no randomness.

pub mod hash;

pub mod canonical;
pub mod entry;
pub mod payload;
pub mod private;

pub mod bundle;
pub mod frontier;
pub mod proof;
pub mod tile;

pub mod checkpoint;
pub mod cosignature;
pub mod key;
pub mod note;
pub mod policy;
#[cfg(feature = "sealed-keys")]
pub mod sealed_key;

pub mod audit;
pub mod receipt;
pub mod timestamp;
pub mod witness;

pub mod disclosure;
pub mod jwt;
pub mod package;
pub mod verify;
