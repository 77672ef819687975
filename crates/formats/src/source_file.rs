//! Reading a text file that a person wrote: bounded, UTF-8, and with an error that says what to do.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// The largest file that is read as text: far above what people write, far below what hurts.
const LIMIT: u64 = 8 * 1024 * 1024;

/// Why a file could not be read as text.
#[derive(Debug, Error)]
pub enum SourceFileError {
    /// There is no such file.
    #[error("`{}` does not exist", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// It is a folder or another thing that is not a file.
    #[error("`{}` is not a file", path.display())]
    NotAFile {
        /// The thing.
        path: PathBuf,
    },
    /// It is larger than anything a person writes here.
    #[error("`{}` is larger than 8 MiB", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// It is not text in UTF-8.
    #[error("`{}` is not UTF-8 text (line {line})", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The line with the first byte that is wrong.
        line: usize,
    },
    /// The system refused.
    #[error("`{}` could not be read", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl SourceFileError {
    /// The rule's stable id.
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "file-missing",
            Self::NotAFile { .. } => "not-a-file",
            Self::TooLarge { .. } => "file-too-large",
            Self::NotUtf8 { .. } => "not-utf-8",
            Self::Unreadable { .. } => "file-unreadable",
        }
    }

    /// What to do.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "check the path; `adhere init FOLDER` starts a folder",
            Self::NotAFile { .. } => "name the file itself",
            Self::TooLarge { .. } => "this file is meant to be written by hand; evidence stays in its own files",
            Self::NotUtf8 { .. } => "save the file as UTF-8 without other encodings in it",
            Self::Unreadable { .. } => "check the permissions",
        }
    }
}

/// Reads a file of any kind, no larger than a text file may be.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, SourceFileError> {
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => SourceFileError::Missing { path: path.to_owned() },
        _ => SourceFileError::Unreadable { path: path.to_owned(), source },
    };
    let metadata = path.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(SourceFileError::NotAFile { path: path.to_owned() });
    }
    let mut bytes = Vec::new();
    // One byte more than the limit tells a file that grew since from one that fits.
    File::open(path).map_err(unreadable)?.take(LIMIT + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LIMIT {
        return Err(SourceFileError::TooLarge { path: path.to_owned() });
    }
    Ok(bytes)
}

/// Reads a text file; a leading byte order mark is dropped.
pub fn read_text(path: &Path) -> Result<String, SourceFileError> {
    let bytes = read_bytes(path)?;
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
    if let Some(at) = text.find('\0') {
        return Err(SourceFileError::NotUtf8 { path: path.to_owned(), line: line_of(text.as_bytes(), at) });
    }
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

fn not_utf8(path: &Path, error: &std::string::FromUtf8Error) -> SourceFileError {
    let at = error.utf8_error().valid_up_to();
    SourceFileError::NotUtf8 { path: path.to_owned(), line: line_of(error.as_bytes(), at) }
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
