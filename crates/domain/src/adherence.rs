//! Adherence: who relies on which code in what scope, which measures then bind, how they stand, and what is due.

pub mod record;

pub mod scope;

pub mod binding;
mod condition;

pub mod standing;

pub mod due;

mod ended;

pub mod assessment;

pub mod statements;

pub mod comments;

pub mod carry_over;
pub mod succession;

pub mod register;

pub mod invitations;

pub mod files;

#[cfg(test)]
pub(crate) mod fixtures;
