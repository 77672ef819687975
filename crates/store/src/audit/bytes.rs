//! The bytes of evidence: whether all that entries name are kept as they were added, and nothing strange beside them.

use std::collections::BTreeMap;
use std::io;

use adhere_domain::digest::Digest;

use super::{Audit, AuditProgress, Finding};
use crate::blob::{BlobError, Blobs, Found};
use crate::error::StoreError;

/// Reads all bytes that entries name.
pub(super) fn look_at(
    named: BTreeMap<Digest, (u64, String)>,
    blobs: &Blobs,
    progress: &AuditProgress,
    audit: &mut Audit,
) -> Result<(), StoreError> {
    for (digest, (size, owner)) in named {
        progress.step();
        match blobs.read(&digest, &mut io::sink()) {
            Ok(Some(found)) if found == size => audit.blobs += 1,
            Ok(None) => audit.findings.push(Finding::BytesMissing { owner, digest }),
            Ok(Some(_)) | Err(BlobError::Altered { .. }) => {
                audit.findings.push(Finding::BytesWrong { owner, digest });
            }
            Err(error) => return Err(error.into()),
        }
    }
    blobs.each(&mut |found| {
        if let Found::Stray(path) = found {
            audit.findings.push(Finding::BytesStray(path));
        }
        Ok(())
    })?;
    Ok(())
}
