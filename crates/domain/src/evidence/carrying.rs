//! What becomes of what is attached to a statement when the statement is carried over to the next version of its code.
//!
//! The evidence stays one item: what is carried is that it shows a statement, and from which one that was taken.

use super::archive::{Archive, Attachment, EvidenceEvent};
use crate::adherence::statements::Subject;

/// What becomes of something that is attached, on the statement that it is carried over to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Carrying {
    /// It is attached there.
    Attached,
    /// It can be attached there.
    Attachable,
    /// It was attached there and detached again, and stays so.
    Detached,
    /// The item was withdrawn: it shows nothing more.
    Withdrawn,
}

impl Carrying {
    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Attached => "attached",
            Self::Attachable => "attachable",
            Self::Detached => "detached",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Archive {
    /// What is attached to one statement, as it would be to another, with what becomes of each.
    pub fn carried(&self, from: &Subject, to: &Subject) -> Vec<(Attachment, Carrying)> {
        let there = |attachment: &Attachment| Attachment { subject: to.clone(), ..attachment.clone() };
        let told = self.attached(from).map(there).map(|attachment| {
            let carrying = self.carrying(&attachment);
            (attachment, carrying)
        });
        told.collect()
    }

    /// The events by which everything attached to one statement is attached to another, as far as it can be.
    pub fn carry(&self, from: &Subject, to: &Subject) -> Vec<EvidenceEvent> {
        let can_be = self.carried(from, to).into_iter().filter(|(_, carrying)| *carrying == Carrying::Attachable);
        can_be.map(|(attachment, _)| EvidenceEvent::Carried { attachment, from: from.clone() }).collect()
    }

    fn carrying(&self, attachment: &Attachment) -> Carrying {
        let is_withdrawn = self.items.get(&attachment.item).is_none_or(|record| record.withdrawn.is_some());
        if self.attachments.contains(attachment) {
            Carrying::Attached
        } else if is_withdrawn {
            Carrying::Withdrawn
        } else if self.detached.contains(attachment) {
            Carrying::Detached
        } else {
            Carrying::Attachable
        }
    }
}

#[cfg(test)]
mod tests;
