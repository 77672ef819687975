//! The store from outside, on both engines.

#[cfg(test)]
mod everything;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod rows;

#[cfg(test)]
mod appending;
#[cfg(test)]
mod backups;
#[cfg(test)]
mod beginnings;
#[cfg(test)]
mod bytes;
#[cfg(test)]
mod erasing;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod mentions;
#[cfg(test)]
mod nodes;
#[cfg(test)]
mod outside;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tampering;
#[cfg(test)]
mod timestamps;
#[cfg(test)]
mod witnesses;
