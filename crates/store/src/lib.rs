//! The only crate that knows SQL and object storage.
