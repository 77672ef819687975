//! What can go wrong with kept bytes.

use std::io;
use std::path::PathBuf;

use adhere_domain::digest::Digest;

/// An error of kept bytes.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// The bytes to keep cannot be read.
    #[error("the bytes to keep cannot be read to their end; nothing was kept")]
    Source(#[source] io::Error),
    /// What was read cannot be handed on.
    #[error("the kept bytes cannot be handed on")]
    Sink(#[source] io::Error),
    /// The folder fails.
    #[error("`{}` cannot be used: {source}; see to its permissions and to the space that is left, then try again", path.display())]
    Folder {
        /// Where.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The bucket fails.
    #[error(
        "the bucket `{bucket}` cannot be used; check address, region and access key in `instance.toml` and whether the \
         server answers, then try again"
    )]
    Bucket {
        /// Its name.
        bucket: String,
        /// Why.
        #[source]
        source: object_store::Error,
    },
    /// The bytes are not those of their name.
    #[error(
        "the bytes kept as {digest} are others, with the SHA-256 {found}; add the same file again or restore it from a \
         backup"
    )]
    Altered {
        /// Their name.
        digest: Digest,
        /// The SHA-256 that they have.
        found: Digest,
    },
    /// The program cannot wait for the network.
    #[error("the system gives no means to wait for object storage")]
    Runtime(#[source] io::Error),
}
