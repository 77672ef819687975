//! Publishing versions of a code: never deleted, never edited, each known by the digest of its compiled form.
//!
//! What a new version does to adherence to the one before is not for the law to say: the Act has codes reviewed and
//! adapted (Art. 56(8)) and is silent on it. It is what the code or its facilitator says, and is recorded as that.

use std::collections::BTreeMap;

use jiff::civil::Date;
use thiserror::Error;

use super::id::PartId;
use super::profile::Profile;
use crate::digest::Digest;
use crate::law::reasons::Rule;
use crate::recorded::Misfit;
use crate::text::NonEmptyText;

static ONE_TEXT: Rule = Rule::of_adhere("publication-one-text", &[]);
static NOT_AHEAD: Rule = Rule::of_adhere("publication-not-ahead", &[]);
static ONE_PROFILE: Rule = Rule::of_adhere("publication-one-profile", &[]);
static FOLLOWS: Rule = Rule::of_adhere("publication-follows", &["art_56__para_8"]);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] = &[&ONE_TEXT, &NOT_AHEAD, &ONE_PROFILE, &FOLLOWS];

/// A published version of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The code.
    pub code: PartId,
    /// The version.
    pub version: PartId,
    /// The digest of its compiled form.
    pub digest: Digest,
    /// The digest of its source, from which it is compiled.
    pub source: Digest,
    /// What kind of code it is.
    pub profile: Profile,
    /// When it was published.
    pub published: Date,
    /// The version before it, with what becomes of adherence to that one; a first version has none.
    pub follows: Option<Follows>,
}

/// That a version follows another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follows {
    /// The other.
    pub version: PartId,
    /// What becomes of adherence to it.
    pub succession: Succession,
}

/// What becomes of adherence to a version when the next is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Succession {
    /// Nothing is said: adherence to a version is adherence to its text, and stays what it is.
    Unsaid,
    /// Adherence to the version before ends with this day, its first day no longer.
    Ends {
        /// The day.
        on: Date,
        /// Who says so.
        basis: Basis,
    },
    /// From this day on adherence passes to the new version where nothing material changed, and ends where something did.
    Passes {
        /// The day.
        on: Date,
        /// Who says so.
        basis: Basis,
    },
}

/// Who says what becomes of adherence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The code does, in this place.
    Code(NonEmptyText),
    /// Whoever keeps the register does, for this reason.
    Operator(NonEmptyText),
}

/// A version was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodePublished(pub Publication);

impl CodePublished {
    /// The event's kind in the journal.
    pub const KIND: &'static str = "code.published";
}

/// The published versions of all codes, or of those that a command is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publications {
    /// By code, each from the first to the last; of one day, the version that follows another comes after it.
    by_code: BTreeMap<PartId, Vec<Publication>>,
}

/// Why a version is not published.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PublicationRefusal {
    /// The version is there with another text.
    #[error("`{code}` has a version `{version}` already, with the digest {digest}")]
    VersionTaken {
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
        /// What it is known by.
        digest: Digest,
    },
    /// The same text is there as another version.
    #[error("the same text is version `{version}` of `{code}` already")]
    SameText {
        /// The code.
        code: PartId,
        /// The version that has the text.
        version: PartId,
    },
    /// The same version is there with other particulars.
    #[error("version `{version}` of `{code}` was published on {published}, with other particulars")]
    ParticularsDiffer {
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
        /// When it was published.
        published: Date,
    },
    /// It would be published on a day to come.
    #[error("the version is to be published on {published}, which is after {today}")]
    NotYet {
        /// The day of publication.
        published: Date,
        /// The day of recording.
        today: Date,
    },
    /// The code is of another kind.
    #[error("`{code}` is a code of the kind `{}`", known.id())]
    ProfileDiffers {
        /// The code.
        code: PartId,
        /// Its kind.
        known: Profile,
    },
    /// A later version says which it follows.
    #[error("`{code}` has the version `{latest}`, and nothing says which version this one follows")]
    FollowsNothing {
        /// The code.
        code: PartId,
        /// The latest version.
        latest: PartId,
    },
    /// It follows a version that was not published.
    #[error("`{code}` has no version `{version}` to follow")]
    FollowsUnknown {
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
    },
    /// It follows a version that is later than itself.
    #[error("version `{version}` of `{code}`, which it follows, was published later, on {published}")]
    FollowsLater {
        /// The code.
        code: PartId,
        /// The version it would follow.
        version: PartId,
        /// When that was published.
        published: Date,
    },
    /// Another version is of the same day, and this one does not follow it.
    #[error("version `{version}` of `{code}` was published on the same day")]
    SameDay {
        /// The code.
        code: PartId,
        /// The other version.
        version: PartId,
    },
    /// Adherence would end or pass before the version is there.
    #[error("adherence would end or pass on {on}, before the version is published")]
    SucceedsFirst {
        /// The day.
        on: Date,
    },
}

impl PublicationRefusal {
    /// The rule that is broken.
    pub const fn rule(&self) -> &'static Rule {
        match self {
            Self::VersionTaken { .. } | Self::SameText { .. } | Self::ParticularsDiffer { .. } => &ONE_TEXT,
            Self::NotYet { .. } => &NOT_AHEAD,
            Self::ProfileDiffers { .. } => &ONE_PROFILE,
            Self::FollowsNothing { .. }
            | Self::FollowsUnknown { .. }
            | Self::FollowsLater { .. }
            | Self::SameDay { .. }
            | Self::SucceedsFirst { .. } => &FOLLOWS,
        }
    }
}

impl Publications {
    /// The event that publishing a version leads to; none when it is published already just so.
    ///
    /// An older version may be recorded after a later one, such as a draft: it never becomes the current one by that.
    pub fn decide(&self, publication: Publication, today: Date) -> Result<Vec<CodePublished>, PublicationRefusal> {
        let versions = self.versions(&publication.code);
        if let Some(known) = versions.iter().find(|known| known.version == publication.version) {
            return known.repeated(&publication);
        }
        publication.check_beside(versions)?;
        if today < publication.published {
            return Err(PublicationRefusal::NotYet { published: publication.published, today });
        }
        publication.check_follows(versions)?;
        Ok(vec![CodePublished(publication)])
    }

    /// What is published after an event.
    pub fn apply(mut self, CodePublished(publication): CodePublished) -> Result<Self, Misfit> {
        let versions = self.by_code.entry(publication.code.clone()).or_default();
        if versions.iter().any(|known| known.version == publication.version) {
            return Err(Misfit::new(CodePublished::KIND, &publication.code));
        }
        let place = versions.partition_point(|known| known.published <= publication.published);
        versions.insert(place, publication);
        Ok(self)
    }

    /// The versions of a code, from the first to the last.
    pub fn versions(&self, code: &PartId) -> &[Publication] {
        self.by_code.get(code).map_or(&[], Vec::as_slice)
    }

    /// A version of a code.
    pub fn version(&self, code: &PartId, version: &PartId) -> Option<&Publication> {
        self.versions(code).iter().find(|known| known.version == *version)
    }

    /// The current version of a code on a day: the last published by then.
    pub fn current(&self, code: &PartId, day: Date) -> Option<&Publication> {
        self.versions(code).iter().rev().find(|known| known.published <= day)
    }
}

impl Publication {
    fn repeated(&self, again: &Self) -> Result<Vec<CodePublished>, PublicationRefusal> {
        let (code, version) = (self.code.clone(), self.version.clone());
        if self.digest != again.digest {
            return Err(PublicationRefusal::VersionTaken { code, version, digest: self.digest });
        }
        if self != again {
            return Err(PublicationRefusal::ParticularsDiffer { code, version, published: self.published });
        }
        Ok(Vec::new())
    }

    fn check_beside(&self, versions: &[Self]) -> Result<(), PublicationRefusal> {
        let code = self.code.clone();
        if let Some(same) = versions.iter().find(|known| known.digest == self.digest) {
            return Err(PublicationRefusal::SameText { code, version: same.version.clone() });
        }
        match versions.first().map(|known| known.profile).filter(|known| *known != self.profile) {
            Some(known) => Err(PublicationRefusal::ProfileDiffers { code, known }),
            None => Ok(()),
        }
    }

    fn check_follows(&self, versions: &[Self]) -> Result<(), PublicationRefusal> {
        let code = self.code.clone();
        let before = self.follows.as_ref().map(|follows| &follows.version);
        let latest = versions.last().filter(|latest| latest.published <= self.published);
        match (before, latest) {
            (None, None) => {}
            (None, Some(latest)) => {
                return Err(PublicationRefusal::FollowsNothing { code, latest: latest.version.clone() });
            }
            (Some(version), _) => {
                let Some(known) = versions.iter().find(|known| known.version == *version) else {
                    return Err(PublicationRefusal::FollowsUnknown { code, version: version.clone() });
                };
                if self.published < known.published {
                    let (version, published) = (known.version.clone(), known.published);
                    return Err(PublicationRefusal::FollowsLater { code, version, published });
                }
            }
        }
        let same_day = |known: &&Self| known.published == self.published;
        if let Some(other) = versions.iter().rev().find(same_day).filter(|last| before != Some(&last.version)) {
            return Err(PublicationRefusal::SameDay { code, version: other.version.clone() });
        }
        match self.follows.as_ref().and_then(|follows| follows.succession.on()).filter(|on| *on < self.published) {
            Some(on) => Err(PublicationRefusal::SucceedsFirst { on }),
            None => Ok(()),
        }
    }
}

impl Succession {
    /// The day on which adherence to the version before ends or passes, if it does.
    pub const fn on(&self) -> Option<Date> {
        match self {
            Self::Unsaid => None,
            Self::Ends { on, .. } | Self::Passes { on, .. } => Some(*on),
        }
    }

    /// Who says so.
    pub const fn basis(&self) -> Option<&Basis> {
        match self {
            Self::Unsaid => None,
            Self::Ends { basis, .. } | Self::Passes { basis, .. } => Some(basis),
        }
    }
}

#[cfg(test)]
mod tests;
