//! Bytes kept beside the database, named by their SHA-256: in a folder, or in a bucket of object storage.
//!
//! A name is there only when its bytes are whole and safe, and bytes are read only against their name. The same bytes
//! are kept once. Neither a media type nor who may see them is known here: that stands in the journal.

mod bucket;
mod copying;
mod error;
mod folder;

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::PathBuf;

use adhere_domain::digest::Digest;
use jiff::Timestamp;

pub use self::bucket::{AccessKey, BucketPlace};
pub use self::error::BlobError;

use self::bucket::Bucket;
use self::folder::Folder;

/// What stands in front of every name, so that another hash can come beside this one.
const KIND: &str = "sha256";

/// Where bytes are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlobPlace {
    /// A folder, made when it is not there.
    Folder(PathBuf),
    /// A bucket on a server that speaks S3.
    Bucket(BucketPlace),
}

/// Kept bytes.
#[derive(Debug)]
pub struct Blobs(Place);

#[derive(Debug)]
enum Place {
    Folder(Folder),
    Bucket(Box<Bucket>),
}

/// Bytes that are kept now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Their SHA-256.
    pub digest: Digest,
    /// How many there are.
    pub size: u64,
}

/// What was found where bytes are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Kept bytes, and when they were last put there.
    Blob(Kept, Timestamp),
    /// Something that adhere did not put there: its path or key.
    Stray(String),
}

/// What the collection of garbage came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// How many blobs were deleted.
    pub blobs: u64,
    /// How many bytes they had.
    pub bytes: u64,
    /// How many uploads that never ended were deleted.
    pub uploads: u64,
}

impl Blobs {
    /// Opens a place.
    ///
    /// # Errors
    /// The folder cannot be made, or what is said of the bucket makes no sense. Whether its server answers shows with
    /// the first use.
    pub fn open(place: &BlobPlace) -> Result<Self, BlobError> {
        match place {
            BlobPlace::Folder(path) => Folder::open(path).map(|folder| Self(Place::Folder(folder))),
            BlobPlace::Bucket(place) => Bucket::open(place).map(|bucket| Self(Place::Bucket(Box::new(bucket)))),
        }
    }

    /// Asks the place for something, to know that it answers: a folder takes files, a bucket is there.
    ///
    /// # Errors
    /// It does not.
    pub fn answers(&self) -> Result<(), BlobError> {
        match &self.0 {
            Place::Folder(folder) => folder.answers(),
            Place::Bucket(bucket) => bucket.answers(),
        }
    }

    /// Keeps all bytes of a source, which may be large. When it returns they are safe, even from a loss of power; until
    /// then nothing is there. Bytes that are kept already are put there anew, which mends them and makes them young.
    ///
    /// # Errors
    /// The source or the place fails. Then the bytes may be kept nevertheless, and trying again is safe.
    pub fn keep(&self, source: &mut dyn Read) -> Result<Kept, BlobError> {
        match &self.0 {
            Place::Folder(folder) => folder.keep(source),
            Place::Bucket(bucket) => bucket.keep(source),
        }
    }

    /// Hands out the bytes of a name and says how many there were; nothing when none are kept.
    ///
    /// The last of them are handed out only when all are those of the name, so that nobody gets a whole that is wrong.
    ///
    /// # Errors
    /// [`BlobError::Altered`] when they are not; what the sink has by then is to be thrown away.
    pub fn read(&self, digest: &Digest, sink: &mut dyn Write) -> Result<Option<u64>, BlobError> {
        match &self.0 {
            Place::Folder(folder) => folder.read(digest, sink),
            Place::Bucket(bucket) => bucket.read(digest, sink),
        }
    }

    /// How many bytes a name has; nothing when none are kept. They are not read.
    ///
    /// Whoever records a name looks here inside of the change that records it: then a collection of garbage, which is
    /// inside of one as well, has either seen the entry or come before, and what it deleted is missed in time.
    pub fn size(&self, digest: &Digest) -> Result<Option<u64>, BlobError> {
        match &self.0 {
            Place::Folder(folder) => folder.size(digest),
            Place::Bucket(bucket) => bucket.size(digest),
        }
    }

    /// Goes through everything that is kept, in no order.
    pub fn each(&self, each: &mut dyn FnMut(Found) -> Result<(), BlobError>) -> Result<(), BlobError> {
        match &self.0 {
            Place::Folder(folder) => folder.each(each),
            Place::Bucket(bucket) => bucket.each(each),
        }
    }

    /// Deletes what no entry names and what was put there before a moment, with uploads from before it that never ended.
    ///
    /// The moment lies so far back that nothing from before it is still on its way into an entry. It is called inside of
    /// a change, so that no entry is made meanwhile. What adhere did not put there stays.
    pub fn collect_garbage(&self, named: &BTreeSet<Digest>, before: Timestamp) -> Result<Collected, BlobError> {
        let mut collected = Collected::default();
        self.each(&mut |found| match found {
            Found::Blob(kept, put) if put < before && !named.contains(&kept.digest) => {
                self.delete(&kept.digest)?;
                collected.blobs += 1;
                collected.bytes += kept.size;
                Ok(())
            }
            Found::Blob(..) | Found::Stray(_) => Ok(()),
        })?;
        collected.uploads = match &self.0 {
            Place::Folder(folder) => folder.delete_uploads(before)?,
            // What is on its way into a bucket has no name on this machine, and goes with its process.
            Place::Bucket(_) => 0,
        };
        Ok(collected)
    }

    fn delete(&self, digest: &Digest) -> Result<(), BlobError> {
        match &self.0 {
            Place::Folder(folder) => folder.delete(digest),
            Place::Bucket(bucket) => bucket.delete(digest),
        }
    }
}

/// Where the bytes of a digest are, below a folder.
pub(crate) fn path_of(digest: &Digest) -> PathBuf {
    parts(digest).iter().collect()
}

/// Where a digest is, below a folder or a prefix: `sha256/ab/cdef…`.
fn parts(digest: &Digest) -> [String; 3] {
    let hexadecimal = digest.to_string();
    let (first, rest) = hexadecimal.split_at(2);
    [KIND.to_owned(), first.to_owned(), rest.to_owned()]
}

/// The digest that is somewhere: the reverse of [`parts`].
fn digest_at<'a>(parts: impl IntoIterator<Item = &'a str>) -> Option<Digest> {
    let mut parts = parts.into_iter();
    let (kind, first, rest) = (parts.next()?, parts.next()?, parts.next()?);
    (kind == KIND && first.len() == 2 && parts.next().is_none()).then(|| Digest::parse(&format!("{first}{rest}")))?
}

#[cfg(test)]
mod tests;
