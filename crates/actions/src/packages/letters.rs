//! The files that travel: a signed statement with the entry of the journal that holds it, and the receipt of the entry.

use std::io;

use adhere_domain::digest::Digest;
use adhere_journal::disclosure::SdJwt;
use adhere_journal::package::digest::FileDigest;
use adhere_journal::package::letter::{Letter, LetterKind};
use adhere_journal::package::logged::LoggedRecord;
use adhere_journal::private::Opening;
use adhere_store::event::File;
use adhere_store::{Store, StoreError};

use super::error::PackageError;
use crate::error::ActionError;

/// The text of a letter about an entry that was saved, under the last checkpoint that witnesses saw, or the latest.
pub(super) fn letter(store: &Store, kind: LetterKind, statement: SdJwt, entry_id: u64) -> Result<String, ActionError> {
    let opening = store.leaf(entry_id)?.and_then(|leaf| leaf.opening);
    let (salt, body) = opening.ok_or(PackageError::Erased(entry_id))?;
    let salt = salt.try_into().map_err(|_| PackageError::Erased(entry_id))?;
    let opening = Opening::parse(salt, body).map_err(PackageError::from)?;
    let record = LoggedRecord::opened(&opening, &store.receipt(entry_id)?).map_err(PackageError::from)?;
    let letter = Letter { kind, statement, keys: Vec::new(), records: vec![record] };
    Ok(letter.to_text().map_err(PackageError::from)?)
}

/// Keeps bytes inside of the change that names them: no sweep comes between.
pub(super) fn keep(store: &Store, bytes: &[u8]) -> Result<File, StoreError> {
    let kept = store.blobs().keep(&mut io::Cursor::new(bytes))?;
    Ok(File { digest: kept.digest, size: kept.size })
}

/// Reads a kept token.
pub(super) fn kept_token(store: &Store, file: &File) -> Result<SdJwt, ActionError> {
    let mut bytes = Vec::new();
    let read = store.blobs().read(&file.digest, &mut bytes).map_err(StoreError::from)?;
    read.ok_or(PackageError::BytesGone(file.digest))?;
    let text = String::from_utf8(bytes).map_err(|_| PackageError::BytesGone(file.digest))?;
    Ok(token(&text)?)
}

/// A token from its text.
pub(super) fn token(text: &str) -> Result<SdJwt, PackageError> {
    Ok(SdJwt::parse(text)?)
}

/// The digest of a file, as the store has it. Both are SHA-256 and have one spelling.
pub(super) fn stored(digest: FileDigest) -> Option<Digest> {
    Digest::parse(&digest.to_string())
}
