//! A place of its own for a test, in the bucket of the S3 server that the environment names.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::server;

/// The variable that names the server: `http://KEY:SECRET@HOST:PORT/BUCKET`.
pub const OBJECT_STORAGE: &str = "ADHERE_TEST_S3";

static MADE: AtomicU32 = AtomicU32::new(0);

/// Where a test may put objects. They stay until the server is stopped.
#[derive(Clone, Debug)]
pub struct ObjectStorage {
    /// The server's host and port.
    pub host: String,
    /// The id of an access key.
    pub access_key_id: String,
    /// The secret of that key.
    pub secret_access_key: String,
    /// The bucket.
    pub bucket: String,
    /// What no other test has in front of its keys.
    pub prefix: String,
}

impl ObjectStorage {
    /// A place that nothing was put into.
    #[expect(clippy::panic, reason = "a test without its server fails, and says so")]
    pub fn create() -> Self {
        let url = server(OBJECT_STORAGE);
        let Some(storage) = Self::read(&url) else {
            panic!("{OBJECT_STORAGE} is not of the form `http://KEY:SECRET@HOST:PORT/BUCKET`");
        };
        storage
    }

    fn read(url: &str) -> Option<Self> {
        let (key, place) = url.strip_prefix("http://")?.split_once('@')?;
        let (access_key_id, secret_access_key) = key.split_once(':')?;
        let (host, bucket) = place.split_once('/')?;
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        Some(Self {
            host: host.to_owned(),
            access_key_id: access_key_id.to_owned(),
            secret_access_key: secret_access_key.to_owned(),
            bucket: bucket.to_owned(),
            prefix: format!("test-{}-{number}", std::process::id()),
        })
    }
}
