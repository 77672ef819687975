//! What files prove on their own: no server, no store, no account. For auditors, and for whoever was handed a file.
//!
//! Whom to believe is given from outside, in a policy and in keys, and never taken from the files themselves.

pub mod document;
pub mod fact;

mod letters;
mod logs;
mod stamps;

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::package::digest::FileDigest;
use crate::package::trust::Trust;
use crate::policy::Policy;
use crate::timestamp::authority::Authority;
use document::{Document, DocumentKind};
use fact::{Fact, Findings, Refusal};

/// A file to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exhibit {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Whom to believe, and as of when.
#[derive(Clone, Debug)]
pub struct Grounds {
    /// Which logs and witnesses count.
    pub policy: Policy,
    /// Whose signatures count.
    pub trust: Trust,
    /// Which timestamp authorities count.
    pub authorities: Vec<Authority>,
    /// The time as of which keys must count and statements hold.
    pub as_of: Timestamp,
}

/// What one file proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What the file is called.
    pub name: String,
    /// What it was taken for.
    pub kind: DocumentKind,
    /// What it proves and what it does not, or why it proves nothing.
    pub outcome: Result<Findings, Refusal>,
}

/// Looks at files together: a receipt proves the entries among them, and these name further files by digest.
pub fn verify(exhibits: &[Exhibit], grounds: &Grounds) -> Vec<Verdict> {
    let documents: Vec<Result<Document, Refusal>> =
        exhibits.iter().map(|exhibit| Document::read(&exhibit.bytes)).collect();
    let case = Case { exhibits, documents: &documents, grounds };
    let mut named = BTreeSet::new();
    let mut verdicts: Vec<Verdict> = Vec::new();
    for (exhibit, document) in exhibits.iter().zip(&documents) {
        let kind = DocumentKind::of(&exhibit.bytes);
        let outcome = match document {
            Ok(document) => case.judge(exhibit, document),
            Err(refusal) => Err(refusal.clone()),
        };
        if let Ok(findings) = &outcome {
            named.extend(findings.named.iter().map(|digest| (*digest, exhibit.name.clone())));
        }
        verdicts.push(Verdict { name: exhibit.name.clone(), kind, outcome });
    }
    for (exhibit, verdict) in exhibits.iter().zip(&mut verdicts) {
        if verdict.kind == DocumentKind::File {
            verdict.outcome = judge_file(&exhibit.bytes, &named);
        }
    }
    verdicts
}

/// A file is proven when something that is proven names it by its digest.
fn judge_file(bytes: &[u8], named: &BTreeSet<(FileDigest, String)>) -> Result<Findings, Refusal> {
    let digest = FileDigest::of(bytes);
    let naming = named.iter().filter(|(found, _)| *found == digest);
    let facts: Vec<Fact> =
        naming.map(|(digest, by)| Fact::NamedBy { sha256: digest.to_string(), file: by.clone() }).collect();
    if facts.is_empty() { Err(Refusal::Unnamed { sha256: digest.to_string() }) } else { Ok(Findings::new(facts)) }
}

/// All files at hand.
struct Case<'a> {
    exhibits: &'a [Exhibit],
    documents: &'a [Result<Document, Refusal>],
    grounds: &'a Grounds,
}

impl Case<'_> {
    fn judge(&self, exhibit: &Exhibit, document: &Document) -> Result<Findings, Refusal> {
        match document {
            Document::Receipt(receipt) => self.receipt(receipt),
            Document::Record(record) => self.record(&exhibit.bytes, record),
            Document::Opening(opening) => self.opening(opening),
            Document::Checkpoint(note) => self.checkpoint(note),
            Document::Continuation(request) => self.continuation(request),
            Document::Disclosure(statement) => self.disclosure(statement),
            Document::Package => self.package(&exhibit.bytes),
            Document::Acknowledgement => self.acknowledgement(&exhibit.bytes),
            Document::Timestamp(token) => self.timestamp(token),
            // Judged at the end, once it is known what the others name.
            Document::File => Ok(Findings::new(Vec::new())),
        }
    }

    /// The documents that could be read, with the files they came from.
    fn readable(&self) -> impl Iterator<Item = (&Exhibit, &Document)> {
        self.exhibits
            .iter()
            .zip(self.documents)
            .filter_map(|(exhibit, document)| Some((exhibit, document.as_ref().ok()?)))
    }
}
