//! What was answered for a package that was filed: the receipt of it, and what was decided since. The latest counts.

use adhere_domain::digest::Digest;
use adhere_journal::package::letter::LetterKind;
use adhere_store::db::Transaction;
use adhere_store::event::{Answer, AnsweredPackage, Area, DecidedPackage, Event, PackageEvent, subject};
use adhere_store::reading::about;
use jiff::Timestamp;

use super::letters::{letter, token};
use crate::context::Context;
use crate::error::ActionError;

/// A decision on a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageDecision {
    /// The entry that says so.
    pub entry_id: u64,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it.
    pub by: String,
    /// What was decided.
    pub decided: DecidedPackage,
}

/// A package that was filed, with every decision on it.
pub(super) struct FiledPackage {
    pub(super) entry_id: u64,
    pub(super) answered: AnsweredPackage,
    /// In the order in which they were made.
    pub(super) decisions: Vec<PackageDecision>,
}

impl FiledPackage {
    /// The entry and the words of the answer that counts.
    pub(super) fn answer(&self) -> (u64, String) {
        let first = (self.entry_id, &self.answered.statement);
        let latest = self.decisions.last().map_or(first, |it| (it.entry_id, &it.decided.statement));
        (latest.0, latest.1.clone())
    }

    /// Whether somebody refused it, and nobody accepted it since.
    pub(super) fn is_refused(&self) -> bool {
        self.decisions.last().is_some_and(|it| it.decided.refused.is_some())
    }
}

/// The answer to a package, by the digest of its file: whoever has the file knows it. Nothing where none was filed.
pub fn answer_to(context: &Context<'_>, digest: &Digest) -> Result<Option<String>, ActionError> {
    let Some(filed) = context.store.read(|tx| filed(tx, digest))? else { return Ok(None) };
    let (entry_id, statement) = filed.answer();
    letter(context.store, LetterKind::Acknowledgement, token(&format!("{statement}~"))?, entry_id).map(Some)
}

/// The package with a file that was filed, if there is one.
pub(super) fn filed(tx: &mut Transaction<'_>, digest: &Digest) -> Result<Option<FiledPackage>, ActionError> {
    let mut found: Option<FiledPackage> = None;
    for recorded in about(tx, Area::Package, &[subject::package_file(digest)])? {
        match (recorded.event, &mut found) {
            (Event::Package(PackageEvent::Answered(answered)), None) if is_filed(&answered.answer) => {
                found = Some(FiledPackage { entry_id: recorded.entry_id, answered, decisions: Vec::new() });
            }
            (Event::Package(PackageEvent::Decided(decided)), Some(filed)) => {
                let (entry_id, at, by) = (recorded.entry_id, recorded.at, recorded.actor);
                filed.decisions.push(PackageDecision { entry_id, at, by, decided });
            }
            _ => {}
        }
    }
    Ok(found)
}

/// Whether the bytes of a package are kept after an answer.
pub(super) fn is_filed(answer: &Answer) -> bool {
    matches!(answer, Answer::Received { .. } | Answer::Accepted { .. })
}
