//! What happened, provable to those who do not trust the server: entries, a Merkle tree over them, signed checkpoints
//! and proofs. Bytes in, bytes out: no file, no clock, no randomness.

pub mod hash;
