//! Documents in the journal: kept in parts that fit into entries, known by their digest, and checked when they are read.

use adhere_domain::digest::Digest;
use sha2::{Digest as _, Sha256};

use crate::change::Change;
use crate::db::Transaction;
use crate::error::StoreError;
use crate::event::{Area, DocumentPart, Event, subject};
use crate::reading::about;

/// So many bytes of a document stand in one entry; JSON writes no byte of text as more than two, but control characters.
const PART: usize = 30_000;

impl Change<'_, '_> {
    /// Keeps a document, unless it is kept already, and says by which digest it is known.
    pub fn keep_document(&mut self, text: &str) -> Result<Digest, StoreError> {
        let digest = Digest::new(Sha256::digest(text).into());
        if document(self.tx(), &digest)?.is_some() {
            return Ok(digest);
        }
        let texts = parts_of(text);
        let parts = u64::try_from(texts.len()).unwrap_or(u64::MAX);
        for (part, text) in (0..).zip(texts) {
            self.record(Event::Document(DocumentPart { digest, part, parts, text: text.to_owned() }))?;
        }
        Ok(digest)
    }
}

/// A document that is kept; nothing when there is none of that digest.
///
/// # Errors
/// What is kept under the digest is not what the digest is of.
pub fn document(tx: &mut Transaction<'_>, digest: &Digest) -> Result<Option<String>, StoreError> {
    let mut text = String::new();
    let kept = about(tx, Area::Document, &[subject::document(digest)])?;
    if kept.is_empty() {
        return Ok(None);
    }
    for recorded in kept {
        if let Event::Document(part) = recorded.event {
            text.push_str(&part.text);
        }
    }
    let whole = Digest::new(Sha256::digest(&text).into()) == *digest;
    whole.then_some(Some(text)).ok_or(StoreError::Document { digest: *digest })
}

/// A text cut between its characters; an empty one has one part.
fn parts_of(text: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    loop {
        let (part, after) = rest.split_at(rest.floor_char_boundary(PART));
        parts.push(part);
        if after.is_empty() {
            return parts;
        }
        rest = after;
    }
}
