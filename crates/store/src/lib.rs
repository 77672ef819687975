//! The only crate that knows SQL and object storage: one store on SQLite or PostgreSQL, and bytes beside it.
//!
//! A change is one transaction: journal entries and what follows from them. It is synchronous: who serves many at once
//! calls it from a pool of threads.

pub mod db;

pub mod home;

#[cfg(test)]
mod fixtures;
