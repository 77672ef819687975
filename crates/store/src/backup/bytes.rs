//! The bytes of evidence in a backup: a file for each digest, laid out as in the folder of an instance.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::Path;

use adhere_domain::digest::Digest;

use super::BackupError;
use crate::blob::{Blobs, path_of};
use crate::error::StoreError;
use crate::home::make_private_folder;

/// Bytes that entries name: how many there are, and the subject of one of the entries that name them.
type Named = BTreeMap<Digest, (u64, String)>;

/// Copies all bytes that entries name into a folder; they are checked while they are read.
pub(super) fn write(blobs: &Blobs, named: &Named, folder: &Path) -> Result<(), BackupError> {
    for (digest, (_, owner)) in named {
        let path = folder.join(path_of(digest));
        make_private_folder(path.parent().unwrap_or(folder))?;
        let failed = |source| BackupError::Io { path: path.clone(), source };
        let mut file = File::create(&path).map_err(failed)?;
        let read = blobs.read(digest, &mut file).map_err(StoreError::from)?;
        if read.is_none() {
            return Err(BackupError::BytesMissing { owner: owner.clone(), digest: *digest });
        }
        file.sync_all().map_err(failed)?;
    }
    Ok(())
}

/// Keeps all bytes that entries name, from a folder.
pub(super) fn read(folder: &Path, named: &Named, blobs: &Blobs) -> Result<(), BackupError> {
    for (digest, (size, owner)) in named {
        let path = folder.join(path_of(digest));
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(BackupError::BytesMissing { owner: owner.clone(), digest: *digest });
            }
            Err(source) => return Err(BackupError::Io { path, source }),
        };
        let kept = blobs.keep(&mut file).map_err(StoreError::from)?;
        if kept.digest != *digest || kept.size != *size {
            // What was kept instead has a name that no entry has, and is swept away.
            return Err(BackupError::BytesWrong { owner: owner.clone(), digest: *digest });
        }
    }
    Ok(())
}
