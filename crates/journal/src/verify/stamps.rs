//! What timestamps prove: that bytes were there by a time, on the word of an authority that counts.

use jiff::Timestamp;

use super::Case;
use super::document::Document;
use super::fact::{Fact, Findings, Gap, Refusal};
use super::logs::disbelieved;
use crate::checkpoint::Checkpoint;
use crate::hash::Hash;
use crate::note::Note;
use crate::package::digest::FileDigest;
use crate::timestamp::authority::{Authority, AuthorityError};
use crate::timestamp::{Stamped, stamped};

impl Case<'_> {
    pub(super) fn timestamp(&self, token: &[u8]) -> Result<Findings, Refusal> {
        let (authority, stamped) = self.authority_of(token)?;
        let of = self.stamped_files(stamped.digest);
        if of.is_empty() {
            return Err(Refusal::NothingStamped { sha256: FileDigest::from(stamped.digest).to_string() });
        }
        let certificate = FileDigest::from(authority.fingerprint()).to_string();
        let (authority, at) = (authority.to_string(), stamped.latest.to_string());
        let fact = |file| Fact::Stamped {
            file,
            authority: authority.clone(),
            certificate: certificate.clone(),
            at: at.clone(),
        };
        let mut findings = Findings::new(of.into_iter().map(fact).collect()).open([Gap::Clock, Gap::Truth]);
        findings.named.insert(FileDigest::from(stamped.digest));
        Ok(findings)
    }

    /// When a checkpoint was there at the latest, by the timestamps among the files.
    pub(super) fn stamped_by(&self, checkpoint: &Checkpoint) -> Option<Fact> {
        let at = self.readable().filter_map(|(_, document)| match document {
            Document::Timestamp(token) => self.authority_of(token).ok().map(|(_, stamped)| stamped),
            _ => None,
        });
        // Whoever stamped the signatures of that time stamped what they are of.
        let notes = || self.readable().filter_map(|(_, document)| note_in(document));
        let is_of = |stamped: &Stamped| {
            notes().any(|note| digest_of(note) == stamped.digest && note.text() == checkpoint.to_string())
        };
        let latest: Option<Timestamp> = at.filter(is_of).map(|stamped| stamped.latest).min();
        latest.map(|latest| Fact::ThereBy { at: latest.to_string() })
    }

    /// By which authority that counts a token is, and what it says.
    fn authority_of(&self, token: &[u8]) -> Result<(&Authority, Stamped), Refusal> {
        stamped(token).map_err(|error| Refusal::Malformed { reason: error.to_string() })?;
        let mut refusal = AuthorityError::Other;
        for authority in &self.grounds.authorities {
            match authority.verify(token) {
                Ok(stamped) => return Ok((authority, stamped)),
                Err(AuthorityError::Other) => {}
                Err(error) => refusal = error,
            }
        }
        Err(disbelieved("untrusted-authority", &refusal))
    }

    /// The files with this digest, and the receipts whose checkpoint has it.
    fn stamped_files(&self, digest: Hash) -> Vec<String> {
        let is_stamped = |bytes: &[u8], document: Option<&Document>| {
            Hash::of_bytes(bytes) == digest || document.and_then(note_in).is_some_and(|note| digest_of(note) == digest)
        };
        let files = self.exhibits.iter().zip(self.documents);
        let files = files.filter(|(exhibit, document)| is_stamped(&exhibit.bytes, document.as_ref().ok()));
        files.map(|(exhibit, _)| exhibit.name.clone()).collect()
    }
}

/// The checkpoint that a document has.
fn note_in(document: &Document) -> Option<&Note> {
    match document {
        Document::Receipt(receipt) => Some(&receipt.note),
        Document::Checkpoint(note) => Some(note),
        Document::Continuation(request) => Some(request.note()),
        _ => None,
    }
}

fn digest_of(note: &Note) -> Hash {
    Hash::of_bytes(note.to_string().as_bytes())
}
