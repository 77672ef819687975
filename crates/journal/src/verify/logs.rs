//! What receipts, entries and checkpoints prove.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Case;
use super::document::Document;
use super::fact::{Fact, Findings, Gap, Refusal};
use crate::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::entry::Entry;
use crate::key::LogKey;
use crate::note::Note;
use crate::package::digest::FileDigest;
use crate::policy::Endorsed;
use crate::private::{Opening, Record};
use crate::proof::verify_consistency;
use crate::receipt::{Receipt, Recorded};
use crate::witness::AddCheckpoint;

impl Case<'_> {
    pub(super) fn receipt(&self, receipt: &Receipt) -> Result<Findings, Refusal> {
        self.grounds.policy.endorse(receipt.note.clone()).map_err(|it| disbelieved("untrusted-log", &it))?;
        let mut proven = Vec::new();
        let mut endorsed = None;
        for (exhibit, document) in self.readable() {
            let Some(leaf) = leaf_of(&exhibit.bytes, document) else { continue };
            let Ok(recorded) = receipt.verify(&leaf, &self.grounds.policy) else { continue };
            let checkpoint = recorded.endorsed.checkpoint.checkpoint();
            let (log, size) = (checkpoint.origin.to_string(), checkpoint.size);
            proven.push(Fact::InLog { file: exhibit.name.clone(), log, index: recorded.index, size });
            endorsed = Some(recorded.endorsed);
        }
        let endorsed = endorsed.ok_or(Refusal::NoEntry)?;
        proven.extend(facts_of(&endorsed));
        let stamp = self.stamped_by(endorsed.checkpoint.checkpoint());
        let clock = stamp.is_some().then_some(Gap::Clock);
        proven.extend(stamp);
        Ok(Findings::new(proven).open(self.gaps_of_log()).open([Gap::Recording]).open(clock))
    }

    pub(super) fn record(&self, bytes: &[u8], record: &Record) -> Result<Findings, Refusal> {
        self.proving(bytes).ok_or(Refusal::NoReceipt)?;
        match record {
            Record::Private(commitment) => {
                let mut proven = vec![Fact::EntryHidden { at: commitment.at.to_string() }];
                let opening = self
                    .readable()
                    .find(|(_, document)| matches!(document, Document::Opening(opening) if opening.opens(commitment)));
                let withheld = opening.is_none().then_some(Gap::Withheld);
                proven.extend(opening.map(|(exhibit, _)| Fact::OpenedBy { file: exhibit.name.clone() }));
                Ok(Findings::new(proven).open(withheld).open([Gap::Recording, Gap::Newest]))
            }
            Record::Public(entry) => {
                let mut findings = Findings::new(vec![says(entry)]).open([Gap::Truth, Gap::Recording, Gap::Newest]);
                findings.named = named(entry)?;
                Ok(findings)
            }
        }
    }

    pub(super) fn opening(&self, opening: &Opening) -> Result<Findings, Refusal> {
        let leaf = opening.commitment().to_bytes();
        let leaf = leaf.map_err(|error| Refusal::Malformed { reason: error.to_string() })?;
        let recorded = self.proving(&leaf).ok_or(Refusal::NoCommitment)?;
        let log = recorded.endorsed.checkpoint.checkpoint().origin.to_string();
        let proven = vec![says(opening.entry()), Fact::Opens { log, index: recorded.index }];
        let open = [Gap::Truth, Gap::Recording, Gap::Newest, Gap::Selection];
        let mut findings = Findings::new(proven).open(open);
        findings.named = named(opening.entry())?;
        Ok(findings)
    }

    /// Where a receipt among the files proves a leaf to be.
    fn proving(&self, leaf: &[u8]) -> Option<Recorded> {
        self.readable().find_map(|(_, document)| match document {
            Document::Receipt(receipt) => receipt.verify(leaf, &self.grounds.policy).ok(),
            _ => None,
        })
    }

    pub(super) fn checkpoint(&self, note: &Note) -> Result<Findings, Refusal> {
        let endorsed = self.endorse(note)?;
        let own = endorsed.checkpoint.checkpoint();
        let mut open = BTreeSet::from([Gap::Newest]);
        for (exhibit, document) in self.readable() {
            let Document::Checkpoint(other) = document else { continue };
            let Ok(other) = self.endorse(other) else { continue };
            let other = other.checkpoint.checkpoint();
            if other.origin == own.origin && other.size == own.size && other.root != own.root {
                let (log, other) = (own.origin.to_string(), exhibit.name.clone());
                return Err(Refusal::Fork { log, size: own.size, other });
            }
            if other.origin == own.origin && other.size != own.size && !self.connects(own.size, other.size) {
                open.insert(Gap::Continuity);
            }
        }
        let mut proven = facts_of(&endorsed);
        let stamp = self.stamped_by(own);
        open.extend(stamp.is_some().then_some(Gap::Clock));
        proven.extend(stamp);
        Ok(Findings::new(proven).open(self.gaps_of_log()).open(open))
    }

    pub(super) fn continuation(&self, request: &AddCheckpoint) -> Result<Findings, Refusal> {
        // Logs send such proofs to ask for a cosignature, so that there need not be one yet.
        let logs: Vec<LogKey> = self.grounds.policy.logs().iter().map(|log| log.key.clone()).collect();
        let signed = SignedCheckpoint::verify(request.note().clone(), &logs);
        let signed = signed.map_err(|it| disbelieved("untrusted-log", &it))?;
        let newer = signed.checkpoint();
        let (log, old_size) = (newer.origin.to_string(), request.old_size());
        let of_log = || self.checkpoints().filter(|checkpoint| checkpoint.origin == newer.origin);
        let older = of_log().find(|checkpoint| checkpoint.size == old_size);
        let older = older.ok_or_else(|| Refusal::NoBeginning { log: log.clone(), size: old_size })?;
        verify_consistency((older.size, older.root), (newer.size, newer.root), request.proof())
            .map_err(|it| disbelieved("inconsistent", &it))?;
        let proven = vec![Fact::Continues { log, old_size, size: newer.size }, signed_by_log(newer)];
        let is_endorsed = of_log().any(|checkpoint| checkpoint == *newer);
        let witnesses = (!is_endorsed).then_some(Gap::Witnesses);
        Ok(Findings::new(proven).open(self.gaps_of_log()).open([Gap::Newest]).open(witnesses))
    }

    /// The checkpoints among the files that meet the policy.
    fn checkpoints(&self) -> impl Iterator<Item = Checkpoint> {
        self.readable().filter_map(|(_, document)| match document {
            Document::Checkpoint(note) => Some(self.endorse(note).ok()?.checkpoint.checkpoint().clone()),
            _ => None,
        })
    }

    /// Whether one of the files proves that the log was only added to between two sizes.
    fn connects(&self, one: u64, other: u64) -> bool {
        self.readable().any(|(_, document)| match document {
            Document::Continuation(request) => {
                let ends = (request.old_size(), request.checkpoint().size);
                ends == (one.min(other), one.max(other)) && self.continuation(request).is_ok()
            }
            _ => false,
        })
    }

    fn endorse(&self, note: &Note) -> Result<Endorsed, Refusal> {
        self.grounds.policy.endorse(note.clone()).map_err(|it| disbelieved("untrusted-log", &it))
    }

    /// What no checkpoint proves, under this policy.
    pub(super) fn gaps_of_log(&self) -> Vec<Gap> {
        let witnesses = (!self.grounds.policy.asks_for_witnesses()).then_some(Gap::Witnesses);
        witnesses.into_iter().chain([Gap::Holders]).collect()
    }
}

/// The leaf that a log has for what a file holds, if it holds an entry.
fn leaf_of(bytes: &[u8], document: &Document) -> Option<Vec<u8>> {
    match document {
        Document::Record(_) => Some(bytes.to_vec()),
        Document::Opening(opening) => opening.commitment().to_bytes().ok(),
        _ => None,
    }
}

fn says(entry: &Entry) -> Fact {
    let (kind, actor, subject) = (entry.kind.clone(), entry.actor.clone(), entry.subject.clone());
    Fact::EntrySays { kind, actor, subject, at: entry.at.to_string() }
}

pub(super) fn disbelieved(code: &'static str, reason: &dyn std::fmt::Display) -> Refusal {
    Refusal::Disbelieved { code, reason: reason.to_string() }
}

fn facts_of(endorsed: &Endorsed) -> Vec<Fact> {
    let signed = signed_by_log(endorsed.checkpoint.checkpoint());
    let witnessed = endorsed.cosignatures.iter();
    let witnessed = witnessed.map(|it| Fact::Witnessed { witness: it.witness.to_string(), at: it.at.to_string() });
    [signed].into_iter().chain(witnessed).collect()
}

fn signed_by_log(checkpoint: &Checkpoint) -> Fact {
    let (log, size, root) = (checkpoint.origin.to_string(), checkpoint.size, checkpoint.root.to_string());
    Fact::LogSigned { log, size, root }
}

/// The digests of files that an entry names.
fn named(entry: &Entry) -> Result<BTreeSet<FileDigest>, Refusal> {
    let payload = entry.payload.read().map_err(|error| Refusal::Malformed { reason: error.to_string() })?;
    Ok(digests_in(&payload))
}

/// The digests of files that a payload names, at any depth.
pub(super) fn digests_in(payload: &Map<String, Value>) -> BTreeSet<FileDigest> {
    let mut found = BTreeSet::new();
    // Canonical JSON is nested no deeper than its parser allows, and so is what was read from a statement.
    let mut waiting: Vec<&Value> = payload.values().collect();
    while let Some(value) = waiting.pop() {
        match value {
            Value::String(text) => found.extend(text.parse::<FileDigest>().ok()),
            Value::Array(elements) => waiting.extend(elements),
            Value::Object(members) => waiting.extend(members.values()),
            _ => {}
        }
    }
    found
}
