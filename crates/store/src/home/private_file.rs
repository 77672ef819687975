//! Files that nobody else may read: made with tight permissions, whole or not at all, and refused when others can read
//! them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Why a private file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PrivateFileError {
    /// It could not be read or written.
    #[error("`{}` cannot be read or written", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Others may read it.
    #[error("`{}` can be read by others (mode {mode:o}); use `chmod 600` on it, and think of its content as known", path.display())]
    Open {
        /// Which.
        path: PathBuf,
        /// Its permissions.
        mode: u32,
    },
}

impl PrivateFileError {
    /// Whether a file was not written because another process has just written it.
    pub(crate) fn is_there_already(&self) -> bool {
        matches!(self, Self::Io { source, .. } if source.kind() == io::ErrorKind::AlreadyExists)
    }
}

/// Makes a folder, and those above it, that others cannot enter, so that they are there even after a loss of power. One
/// that is there stays as it is.
pub(crate) fn make_private_folder(path: &Path) -> Result<(), PrivateFileError> {
    let above = path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !above.is_dir() {
        make_private_folder(above)?;
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|source| PrivateFileError::Io { path: path.to_owned(), source })?;
    // Even where it was there: whoever made it may not have come to this.
    sync_folder(above)
}

/// Writes a file that is not there yet, with its folder, so that it is there whole or not at all, even after a loss of
/// power.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), PrivateFileError> {
    let failed = |source| PrivateFileError::Io { path: path.to_owned(), source };
    let folder = path.parent().unwrap_or(Path::new("."));
    make_private_folder(folder)?;
    let temporary = temporary_beside(path);
    let written = write_new(&temporary, bytes).and_then(|()| {
        // A link, unlike a renaming, never replaces what another process has just made.
        fs::hard_link(&temporary, path)
    });
    let removed = fs::remove_file(&temporary);
    written.and(removed).map_err(failed)?;
    sync_folder(folder)
}

/// Writes a private file in the place of the one that is there, whole or not at all.
pub fn replace_private(path: &Path, bytes: &[u8]) -> Result<(), PrivateFileError> {
    let failed = |source| PrivateFileError::Io { path: path.to_owned(), source };
    let folder = path.parent().unwrap_or(Path::new("."));
    make_private_folder(folder)?;
    let temporary = temporary_beside(path);
    write_new(&temporary, bytes).and_then(|()| fs::rename(&temporary, path)).map_err(failed)?;
    sync_folder(folder)
}

fn temporary_beside(path: &Path) -> PathBuf {
    path.with_extension(format!("{}.tmp", std::process::id()))
}

fn sync_folder(folder: &Path) -> Result<(), PrivateFileError> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|source| PrivateFileError::Io { path: folder.to_owned(), source })
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Reads a private file, or nothing where there is none.
pub fn read_private(path: &Path) -> Result<Option<String>, PrivateFileError> {
    let failed = |source| PrivateFileError::Io { path: path.to_owned(), source };
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    refuse_open(path, &metadata)?;
    fs::read_to_string(path).map(Some).map_err(failed)
}

#[cfg(unix)]
fn refuse_open(path: &Path, metadata: &fs::Metadata) -> Result<(), PrivateFileError> {
    let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o777;
    if mode.trailing_zeros() >= 6 { Ok(()) } else { Err(PrivateFileError::Open { path: path.to_owned(), mode }) }
}

#[cfg(not(unix))]
fn refuse_open(_: &Path, _: &fs::Metadata) -> Result<(), PrivateFileError> {
    // Other systems guard files by lists of their own, which the user's folder has set.
    Ok(())
}
