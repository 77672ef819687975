//! What can be asked of the register, and what is recorded in it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::life::{AdherenceId, Terms};
use crate::adherence::record::Scope;
use crate::codes::id::PartId;
use crate::codes::publication;
use crate::parties::organisation::{OrganisationId, PersonId};
use crate::text::NonEmptyText;

/// That a person signed for a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who.
    pub by: PersonId,
    /// On what day.
    pub on: Date,
}

/// A declaration of adherence (Art. 56(7)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The adherence that begins with it.
    pub id: AdherenceId,
    /// Whose.
    pub provider: OrganisationId,
    /// To which code.
    pub code: PartId,
    /// To what of it.
    pub terms: Terms,
    /// First day.
    pub since: Date,
    /// By whom it is signed.
    pub signed: Signature,
    /// Where it is shown.
    pub source: Option<NonEmptyText>,
}

/// A change of what is adhered to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The adherence.
    pub id: AdherenceId,
    /// First day of the change.
    pub from: Date,
    /// How much of the code from then on.
    pub scope: Scope,
    /// For which models from then on; all of them when not said.
    pub models: Option<BTreeSet<PartId>>,
    /// By whom it is signed.
    pub signed: Signature,
}

/// A withdrawal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The adherence.
    pub id: AdherenceId,
    /// First day without it.
    pub from: Date,
    /// By whom it is signed.
    pub signed: Signature,
    /// Why, if the provider says so.
    pub reason: Option<NonEmptyText>,
}

/// That an adherence passed to the next version of the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The adherence.
    pub id: AdherenceId,
    /// First day under the next version.
    pub from: Date,
    /// The next version.
    pub to: PartId,
    /// Who says that adherence passes.
    pub basis: publication::Basis,
}

/// That an adherence ended with the next version of the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The adherence.
    pub id: AdherenceId,
    /// First day without it.
    pub from: Date,
    /// The next version.
    pub by: PartId,
    /// The parts of which the content changed, where adherence would have passed otherwise.
    pub changed: Vec<PartId>,
    /// Who says that adherence ends.
    pub basis: publication::Basis,
}

/// An explicit declaration of interest to join the full code (Art. 56(7)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interest {
    /// Whose.
    pub provider: OrganisationId,
    /// In which code.
    pub code: PartId,
    /// By whom it is signed; it holds from that day on.
    pub signed: Signature,
}

/// What a source says of a provider and a code, such as the list that the Commission publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The provider.
    pub provider: OrganisationId,
    /// The code.
    pub code: PartId,
    /// What the source says.
    pub listed: Listed,
    /// The source.
    pub source: NonEmptyText,
    /// The day on which the source said so.
    pub as_of: Date,
    /// Since when it holds, if the source says so.
    pub since: Option<Date>,
    /// A remark.
    pub note: Option<NonEmptyText>,
}

/// Whether a source has a provider as a signatory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// As one, for so much of the code.
    Signatory(Scope),
    /// As one that has not signed.
    NotSignatory,
}

/// What someone wants to be recorded in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterCommand {
    /// Declare adherence.
    Declare(Declaration),
    /// Change its scope or the models it is for.
    Change(Change),
    /// Withdraw it.
    Withdraw(Withdrawal),
    /// Do with it what the next version says becomes of adherence.
    Succeed {
        /// The adherence.
        id: AdherenceId,
        /// The next version.
        to: PartId,
    },
    /// Declare interest in the full code.
    DeclareInterest(Interest),
    /// Record what a source says.
    List(Listing),
}

/// What happened in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterEvent {
    /// Adherence was declared.
    Declared(Declaration),
    /// Its scope or the models it is for changed.
    Changed(Change),
    /// It passed to the next version of the code.
    Passed(Passage),
    /// It was withdrawn.
    Withdrawn(Withdrawal),
    /// It ended with the next version of the code.
    Ended(Ending),
    /// Interest in the full code was declared.
    InterestDeclared(Interest),
    /// A source said something.
    Listed(Listing),
}

impl RegisterEvent {
    /// The event's kind in the journal.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Declared(_) => "adherence.declared",
            Self::Changed(_) => "adherence.changed",
            Self::Passed(_) => "adherence.passed",
            Self::Withdrawn(_) => "adherence.withdrawn",
            Self::Ended(_) => "adherence.ended",
            Self::InterestDeclared(_) => "interest.declared",
            Self::Listed(_) => "adherence.listed",
        }
    }
}
