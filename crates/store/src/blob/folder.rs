//! Bytes in a folder: a file for each name, and a folder for those on their way.
//!
//! The order keeps us safe. A file is written under a name that nobody looks for, and synced; then it is given its name,
//! which happens whole or not at all; then the folders are synced. A crash before the second step leaves an upload that
//! is deleted later, a crash after it a blob that nothing names yet.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use adhere_domain::digest::Digest;
use jiff::Timestamp;

use super::copying::{hand_out, take_in};
use super::{BlobError, Found, KIND, Kept, digest_at, parts};

/// The folder for bytes on their way.
const INCOMING: &str = "incoming";

#[derive(Debug)]
pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    pub(super) fn open(root: &Path) -> Result<Self, BlobError> {
        for folder in [root, &root.join(KIND), &root.join(INCOMING)] {
            make(folder).map_err(at(folder))?;
            let above = folder.parent().unwrap_or(folder);
            sync(above).map_err(at(above))?;
        }
        Ok(Self { root: root.to_owned() })
    }

    pub(super) fn answers(&self) -> Result<(), BlobError> {
        let incoming = self.root.join(INCOMING);
        tempfile::tempfile_in(&incoming).map(drop).map_err(at(&incoming))
    }

    pub(super) fn keep(&self, source: &mut dyn Read) -> Result<Kept, BlobError> {
        let incoming = self.root.join(INCOMING);
        // It goes when it is dropped, unless it was given its name.
        let mut upload = tempfile::NamedTempFile::new_in(&incoming).map_err(at(&incoming))?;
        let kept = take_in(source, upload.as_file_mut(), at(&incoming))?;
        upload.as_file().sync_all().map_err(at(&incoming))?;
        let path = self.path(&kept.digest);
        let folder = path.parent().unwrap_or(&self.root);
        make(folder).map_err(at(folder))?;
        upload.persist(&path).map_err(|error| at(&path)(error.error))?;
        // Another process may have made the folder and not synced it yet, so both are synced every time.
        for folder in [folder, &self.root.join(KIND)] {
            sync(folder).map_err(at(folder))?;
        }
        Ok(kept)
    }

    pub(super) fn read(&self, digest: &Digest, sink: &mut dyn Write) -> Result<Option<u64>, BlobError> {
        let path = self.path(digest);
        match there(File::open(&path)).map_err(at(&path))? {
            Some(mut file) => hand_out(&mut file, digest, sink, at(&path)).map(Some),
            None => Ok(None),
        }
    }

    pub(super) fn size(&self, digest: &Digest) -> Result<Option<u64>, BlobError> {
        let path = self.path(digest);
        let metadata = there(fs::metadata(&path)).map_err(at(&path))?;
        Ok(metadata.map(|metadata| metadata.len()))
    }

    pub(super) fn each(&self, each: &mut dyn FnMut(Found) -> Result<(), BlobError>) -> Result<(), BlobError> {
        let kind = self.root.join(KIND);
        for_each_in(&kind, &mut |folder| {
            if !folder.is_dir() {
                return each(self.stray(&folder));
            }
            for_each_in(&folder, &mut |path| match self.look_at(&path)? {
                Some(found) => each(found),
                None => Ok(()),
            })
        })
    }

    pub(super) fn delete(&self, digest: &Digest) -> Result<(), BlobError> {
        let path = self.path(digest);
        there(fs::remove_file(&path)).map(|_| ()).map_err(at(&path))
    }

    /// Deletes uploads from before a moment, which never ended, and says how many.
    pub(super) fn delete_uploads(&self, before: Timestamp) -> Result<u64, BlobError> {
        let mut deleted = 0;
        for_each_in(&self.root.join(INCOMING), &mut |path| {
            let Some((_, written)) = size_and_time(&path).map_err(at(&path))? else { return Ok(()) };
            if written < before && there(fs::remove_file(&path)).map_err(at(&path))?.is_some() {
                deleted += 1;
            }
            Ok(())
        })?;
        Ok(deleted)
    }

    fn look_at(&self, path: &Path) -> Result<Option<Found>, BlobError> {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let Some(digest) = digest_at(below.iter().filter_map(|part| part.to_str())) else {
            return Ok(Some(self.stray(path)));
        };
        // It may have been deleted since it was listed.
        let there = size_and_time(path).map_err(at(path))?;
        Ok(there.map(|(size, written)| Found::Blob(Kept { digest, size }, written)))
    }

    fn stray(&self, path: &Path) -> Found {
        Found::Stray(path.strip_prefix(&self.root).unwrap_or(path).display().to_string())
    }

    pub(super) fn path(&self, digest: &Digest) -> PathBuf {
        parts(digest).iter().fold(self.root.clone(), |path, part| path.join(part))
    }
}

/// Says where something failed.
fn at(path: &Path) -> impl Fn(io::Error) -> BlobError {
    move |source| BlobError::Folder { path: path.to_owned(), source }
}

/// Nothing, where something is not there.
fn there<T>(outcome: io::Result<T>) -> io::Result<Option<T>> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn for_each_in(folder: &Path, each: &mut dyn FnMut(PathBuf) -> Result<(), BlobError>) -> Result<(), BlobError> {
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        each(entry.map_err(at(folder))?.path())?;
    }
    Ok(())
}

fn size_and_time(path: &Path) -> io::Result<Option<(u64, Timestamp)>> {
    let Some(metadata) = there(fs::metadata(path))? else { return Ok(None) };
    let written = Timestamp::try_from(metadata.modified()?).map_err(io::Error::other)?;
    Ok(Some((metadata.len(), written)))
}

/// Makes a folder that others cannot enter, and those above it.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes the names in a folder safe from a loss of power.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    // Other systems cannot open folders, and keep names in a journal of their own.
    Ok(())
}
