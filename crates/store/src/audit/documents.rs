//! Documents: whether each that something published rests on is kept as it was.

use super::{Audit, Finding};
use crate::db::Transaction;
use crate::documents::document;
use crate::error::StoreError;
use crate::projection::code_version;

/// Looks at the source of every version of a code.
pub(super) fn look_at(tx: &mut Transaction<'_>, audit: &mut Audit) -> Result<(), StoreError> {
    for version in code_version::list(tx, None)? {
        match document(tx, &version.source) {
            Ok(Some(_)) => {}
            Ok(None) => audit.findings.push(Finding::DocumentMissing(version.source)),
            Err(StoreError::Db(error)) => return Err(error.into()),
            Err(_) => audit.findings.push(Finding::DocumentWrong(version.source)),
        }
    }
    Ok(())
}
