//! SHA-256 digests of files, as receipts name them.

use adhere_domain::digest::Digest;
use sha2::{Digest as _, Sha256};

/// The digest of several files: of each name and text, in the order added, each preceded by its length.
#[derive(Clone, Debug, Default)]
pub struct FilesDigest(Sha256);

impl FilesDigest {
    /// Adds a file.
    pub fn add(&mut self, name: &str, text: &str) {
        for part in [name, text] {
            // Lengths keep `ab` + `c` apart from `a` + `bc`.
            self.0.update((part.len() as u64).to_be_bytes());
            self.0.update(part);
        }
    }

    /// The digest of all files added.
    pub fn digest(self) -> Digest {
        Digest::new(self.0.finalize().into())
    }
}

/// The digest of several files at once.
pub fn digest_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Digest {
    let mut all = FilesDigest::default();
    files.into_iter().for_each(|(name, text)| all.add(name, text));
    all.digest()
}

/// The digest of bytes.
pub fn digest(bytes: &[u8]) -> Digest {
    Digest::new(Sha256::digest(bytes).into())
}

/// Digests what is written to it.
#[derive(Debug, Default)]
pub struct Sha256Writer(Sha256);

impl Sha256Writer {
    /// The digest of everything written.
    pub fn digest(self) -> Digest {
        Digest::new(self.0.finalize().into())
    }
}

impl std::io::Write for Sha256Writer {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
