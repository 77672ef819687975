//! What became of a part from one version to the next.

use super::part::Part;

/// What became of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartFate {
    /// The same under the same id.
    Unchanged,
    /// Changed under the same id.
    Changed,
    /// Under another id, and otherwise the same.
    Renumbered,
    /// Changed, and under another id.
    Moved,
    /// From several parts of the old version.
    Merged,
    /// One of several that a part of the old version was split into.
    Split,
    /// From no part of the old version.
    New,
    /// No more, with a reason.
    Dropped,
    /// No more, and nothing says why.
    Lost,
}

impl PartFate {
    /// All fates.
    pub const ALL: [Self; 9] = [
        Self::Unchanged,
        Self::Changed,
        Self::Renumbered,
        Self::Moved,
        Self::Merged,
        Self::Split,
        Self::New,
        Self::Dropped,
        Self::Lost,
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Changed => "changed",
            Self::Renumbered => "renumbered",
            Self::Moved => "moved",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::New => "new",
            Self::Dropped => "dropped",
            Self::Lost => "lost",
        }
    }
}

/// The fate of a part of the new version that comes from these of the old.
pub(super) fn of(parents: &[Part<'_>], part: Part<'_>, split: bool, same: bool) -> PartFate {
    match parents {
        [] => PartFate::New,
        [_, _, ..] => PartFate::Merged,
        [_] if split => PartFate::Split,
        [parent] => match (parent.id() == part.id(), same) {
            (true, true) => PartFate::Unchanged,
            (true, false) => PartFate::Changed,
            (false, true) => PartFate::Renumbered,
            (false, false) => PartFate::Moved,
        },
    }
}
