//! Codes of practice and of conduct: what they commit to, whom their measures bind, and what of the law they cover.

pub mod id;

pub mod expression;

pub mod condition;
pub mod indicator;

pub mod code;
pub mod lineage;
pub mod profile;

pub mod publication;

pub mod deadline;

pub mod coverage;

pub mod check;
pub mod finding;
pub mod rule;

pub mod difference;
