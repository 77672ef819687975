//! Why an action was not done: it was refused by a rule, or it could not be done.

use adhere_domain::codes::publication::PublicationRefusal;
use adhere_domain::law::reasons::Rule;
use adhere_domain::parties::refusal::PartyRefusal;
use adhere_domain::recorded::Misfit;
use adhere_store::StoreError;

/// Why an action was not done.
#[derive(Debug, thiserror::Error)]
pub enum ActionError {
    /// A rule refuses it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// What was recorded earlier does not fit together.
    #[error("{0}; run `adhere store audit`")]
    Misfit(#[from] Misfit),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a rule refuses.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// About parties.
    #[error(transparent)]
    Party(#[from] PartyRefusal),
    /// About the publication of a code.
    #[error(transparent)]
    Publication(#[from] PublicationRefusal),
}

impl Refusal {
    /// The rule that refuses it.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Party(refusal) => refusal.rule(),
            Self::Publication(refusal) => refusal.rule(),
        }
    }
}

impl From<PartyRefusal> for ActionError {
    fn from(refusal: PartyRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<PublicationRefusal> for ActionError {
    fn from(refusal: PublicationRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}
