//! Where tests find the repository and the reference data. For development only: no other crate depends on it
//! except for its tests, and it depends on none, so that every crate's tests can use it.

mod object_storage;
#[cfg(feature = "postgres")]
mod postgres_database;

use std::path::{Path, PathBuf};

pub use self::object_storage::{OBJECT_STORAGE, ObjectStorage};
#[cfg(feature = "postgres")]
pub use self::postgres_database::{Held, POSTGRES, PostgresDatabase};

/// The variable that names the folder of the reference data.
pub const SHARED_DATA: &str = "ADHERE_SHARED_DATA";

/// A file without which a folder is not the reference data.
const WITNESS: &str = "law/32024R1689.en.oj.json";

/// The settings of a timestamp authority (RFC 3161) that OpenSSL makes in a folder: its key, its certificate and its serial
/// numbers lie there.
pub const TIMESTAMP_AUTHORITY: &str = "
[tsa]
default_tsa = authority
[authority]
serial = serial
signer_cert = authority.crt
signer_key = authority.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[certificate]
basicConstraints = critical, CA:false
extendedKeyUsage = critical, timeStamping
[req]
distinguished_name = name
[name]
";

/// The root of the repository: two folders above the crate whose tests run.
pub fn repository() -> PathBuf {
    // Cargo says at run time where that crate is; what was compiled in may be another copy's, where copies share a
    // build folder.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let own = Path::new(&own);
    own.ancestors().nth(2).unwrap_or(own).to_owned()
}

/// The folder of the reference data: official texts and registers that the shipped data is compared with.
///
/// They are not part of the repository. A test that needs them fails where they are missing: it is never left out.
pub fn shared_data() -> PathBuf {
    let named = std::env::var_os(SHARED_DATA).map(PathBuf::from);
    let folder = repository().join(named.unwrap_or_else(|| PathBuf::from("../shared/data")));
    assert!(
        folder.join(WITNESS).is_file(),
        "the reference data is missing: there is no `{WITNESS}` in `{}`; put the folder there, or name it in {SHARED_DATA}",
        folder.display(),
    );
    folder
}

/// The folder of the seed documents: what others say the law says, as found on the web. It lies beside the reference data.
pub fn shared_seeds() -> PathBuf {
    let folder = shared_data().join("../seeds");
    assert!(folder.is_dir(), "the seed documents are missing: put them into `{}`", folder.display());
    folder
}

/// What a variable says that names a server for tests. A test that needs one fails where it is missing: it is never
/// left out.
fn server(variable: &str) -> String {
    let named = std::env::var_os(variable).and_then(|url| url.into_string().ok());
    let url = named.unwrap_or_default();
    assert!(
        !url.is_empty(),
        "{variable} names no server; start those that tests need by `eval \"$(scripts/servers start)\"`"
    );
    url
}
