//! The law from the outside: a lawyer's tables, a second encoding, sentences as invariants, and a sweep of all cases.

#[cfg(test)]
mod world;

#[cfg(test)]
mod random;

#[cfg(test)]
mod lawyer_tables;

#[cfg(test)]
mod reasons;

#[cfg(test)]
mod invariants;

#[cfg(test)]
mod sweep;

#[cfg(test)]
mod second_encoding;

#[cfg(test)]
mod time;
