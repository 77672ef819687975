//! Bytes in a bucket of object storage that speaks S3: an object for each name.
//!
//! The name is known when all bytes are, so that they wait in a file without a name on this machine. What is uploaded in
//! parts is there when the last call of it succeeds, and not before; a rule of the bucket deletes parts that nobody
//! ended.

use std::fs::File;
use std::future::Future;
use std::io::{Read, Seek as _, Write};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;
use std::{fmt, fs, io};

use adhere_domain::digest::Digest;
use futures_util::TryStreamExt as _;
use jiff::Timestamp;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{ClientOptions, MultipartUpload, ObjectStore, ObjectStoreExt as _, PutPayload, RetryConfig};
use tokio::runtime::{Builder, Runtime};

use super::copying::{Proving, take_in};
use super::{BlobError, Found, KIND, Kept, digest_at, parts};

/// So many bytes are uploaded at once, and held. With the 10 000 parts that S3 allows, a blob has 80 GB at most.
const PART: u64 = 8 * 1024 * 1024;
/// The server may be silent for so long.
const SILENCE: Duration = Duration::from_mins(1);
/// A request that failed is tried again so often, with longer and longer pauses.
const TRIES: usize = 4;

/// A bucket on a server that speaks S3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BucketPlace {
    /// The server's address; Amazon's own if not given. Without encryption only where it begins with `http://`.
    pub endpoint: Option<String>,
    /// The region; many servers ignore it.
    pub region: Option<String>,
    /// The bucket.
    pub bucket: String,
    /// What stands in front of every key, so that a bucket can be shared.
    pub prefix: String,
    /// With what it is opened; what the machine itself was given if not here.
    pub access_key: Option<AccessKey>,
    /// A folder on this machine where bytes wait until all are there.
    pub waiting: PathBuf,
}

/// An access key.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessKey {
    /// Its id.
    pub id: String,
    /// Its secret.
    pub secret: String,
}

#[derive(Debug)]
pub(super) struct Bucket {
    storage: AmazonS3,
    runtime: &'static Runtime,
    name: String,
    prefix: Path,
    waiting: PathBuf,
}

impl Bucket {
    pub(super) fn open(place: &BucketPlace) -> Result<Self, BlobError> {
        Self::open_trying(place, TRIES)
    }

    pub(super) fn open_trying(place: &BucketPlace, tries: usize) -> Result<Self, BlobError> {
        // Another part of the program may have chosen already; either choice will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let name = place.bucket.clone();
        let storage =
            builder(place, tries).build().map_err(|source| BlobError::Bucket { bucket: name.clone(), source })?;
        let prefix = Path::from(place.prefix.as_str());
        Ok(Self { storage, runtime: runtime()?, name, prefix, waiting: place.waiting.clone() })
    }

    pub(super) fn answers(&self) -> Result<(), BlobError> {
        // A list, unlike a look at one object, tells a bucket without it from one that is not there.
        let mut objects = self.storage.list(Some(&self.prefix.clone().join("nothing")));
        self.wait(objects.try_next()).map(drop)
    }

    pub(super) fn keep(&self, source: &mut dyn Read) -> Result<Kept, BlobError> {
        let failed = |source| BlobError::Folder { path: self.waiting.clone(), source };
        fs::create_dir_all(&self.waiting).map_err(failed)?;
        let mut file = tempfile::tempfile_in(&self.waiting).map_err(failed)?;
        let kept = take_in(source, &mut file, failed)?;
        file.rewind().map_err(failed)?;
        let key = self.key(&kept.digest);
        if kept.size <= PART {
            let payload = next_part(&mut file).map_err(failed)?;
            self.wait(self.storage.put(&key, payload))?;
        } else {
            self.upload_in_parts(&key, &mut file)?;
        }
        Ok(kept)
    }

    fn upload_in_parts(&self, key: &Path, file: &mut File) -> Result<(), BlobError> {
        let mut upload = self.wait(self.storage.put_multipart(key))?;
        let uploaded = self.upload_parts(upload.as_mut(), file);
        if uploaded.is_err() {
            // What went wrong first says more than that the parts could not be deleted as well.
            let _ = self.wait(upload.abort());
        }
        uploaded
    }

    fn upload_parts(&self, upload: &mut dyn MultipartUpload, file: &mut File) -> Result<(), BlobError> {
        loop {
            let part = next_part(file).map_err(|source| BlobError::Folder { path: self.waiting.clone(), source })?;
            if part.content_length() == 0 {
                // After this the object is there, whole.
                return self.wait(upload.complete()).map(|_| ());
            }
            self.wait(upload.put_part(part))?;
        }
    }

    pub(super) fn read(&self, digest: &Digest, sink: &mut dyn Write) -> Result<Option<u64>, BlobError> {
        let Some(found) = self.there(self.storage.get(&self.key(digest)))? else { return Ok(None) };
        let (mut pieces, mut proving) = (found.into_stream(), Proving::new(*digest, sink));
        while let Some(piece) = self.wait(pieces.try_next())? {
            proving.take(&piece)?;
        }
        proving.end().map(Some)
    }

    pub(super) fn size(&self, digest: &Digest) -> Result<Option<u64>, BlobError> {
        let found = self.there(self.storage.head(&self.key(digest)))?;
        Ok(found.map(|found| found.size))
    }

    pub(super) fn each(&self, each: &mut dyn FnMut(Found) -> Result<(), BlobError>) -> Result<(), BlobError> {
        let mut objects = self.storage.list(Some(&self.prefix.clone().join(KIND)));
        while let Some(object) = self.wait(objects.try_next())? {
            let below = object.location.prefix_match(&self.prefix).into_iter().flatten();
            let below: Vec<_> = below.collect();
            let put = Timestamp::from_second(object.last_modified.timestamp()).unwrap_or(Timestamp::MAX);
            each(match digest_at(below.iter().map(AsRef::as_ref)) {
                Some(digest) => Found::Blob(Kept { digest, size: object.size }, put),
                None => Found::Stray(object.location.to_string()),
            })?;
        }
        Ok(())
    }

    pub(super) fn delete(&self, digest: &Digest) -> Result<(), BlobError> {
        self.there(self.storage.delete(&self.key(digest))).map(|_| ())
    }

    #[cfg(test)]
    pub(super) fn overwrite(&self, digest: &Digest, bytes: &[u8]) -> Result<(), BlobError> {
        self.wait(self.storage.put(&self.key(digest), bytes.to_vec().into())).map(|_| ())
    }

    fn key(&self, digest: &Digest) -> Path {
        parts(digest).into_iter().fold(self.prefix.clone(), Path::join)
    }

    /// Nothing, where an object is not there.
    fn there<T>(&self, request: impl Future<Output = object_store::Result<T>>) -> Result<Option<T>, BlobError> {
        match self.wait(request) {
            Err(BlobError::Bucket { source: object_store::Error::NotFound { .. }, .. }) => Ok(None),
            outcome => outcome.map(Some),
        }
    }

    fn wait<T>(&self, request: impl Future<Output = object_store::Result<T>>) -> Result<T, BlobError> {
        let outcome = self.runtime.block_on(request);
        outcome.map_err(|source| BlobError::Bucket { bucket: self.name.clone(), source })
    }
}

fn builder(place: &BucketPlace, tries: usize) -> AmazonS3Builder {
    let is_plain = place.endpoint.as_deref().is_some_and(|endpoint| endpoint.starts_with("http://"));
    // A large blob takes as long as it takes; what must not happen is silence.
    let client = ClientOptions::new().with_timeout_disabled().with_read_timeout(SILENCE).with_allow_http(is_plain);
    let retry = RetryConfig { max_retries: tries, ..RetryConfig::default() };
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&place.bucket)
        .with_region(place.region.as_deref().unwrap_or("us-east-1"))
        .with_client_options(client)
        .with_retry(retry);
    if let Some(endpoint) = &place.endpoint {
        builder = builder.with_endpoint(endpoint);
    }
    if let Some(key) = &place.access_key {
        builder = builder.with_access_key_id(&key.id).with_secret_access_key(&key.secret);
    }
    builder
}

/// What waits for the network, on the thread that calls. There is one for the whole program, and it is never ended.
fn runtime() -> Result<&'static Runtime, BlobError> {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let runtime = Builder::new_current_thread().enable_all().build().map_err(BlobError::Runtime)?;
    Ok(RUNTIME.get_or_init(|| runtime))
}

fn next_part(file: &mut File) -> io::Result<PutPayload> {
    let mut part = Vec::new();
    file.take(PART).read_to_end(&mut part)?;
    Ok(part.into())
}

impl fmt::Debug for AccessKey {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessKey").field("id", &self.id).finish_non_exhaustive()
    }
}
