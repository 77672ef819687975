//! Organisations and people.

use std::collections::BTreeSet;

use crate::id::Id;
use crate::law::country::Country;
use crate::text::NonEmptyText;

/// Marks ids of organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfOrganisation {}

/// Marks ids of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfPerson {}

/// The id of an organisation.
pub type OrganisationId = Id<OfOrganisation>;

/// The id of a person.
pub type PersonId = Id<OfPerson>;

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name.
    pub name: NonEmptyText,
    /// What it is in the terms of the Act; an association that is none of these is [`OrganisationKind::Other`].
    // Invariant: not empty; `decide` refuses one without.
    pub kinds: BTreeSet<OrganisationKind>,
    /// Where it is established, if that is known.
    pub country: Option<Country>,
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrganisationKind {
    /// A provider of AI models or systems (Art. 3(3)).
    Provider,
    /// A deployer of AI systems (Art. 3(4)), who may draw up and apply a code of conduct (Art. 95).
    Deployer,
    /// It facilitates the drawing up of a code: the AI Office (Art. 56(1)), the Commission (Art. 50(7)), an association.
    Facilitator,
    /// An authority.
    Authority,
    /// None of these.
    Other,
}

impl OrganisationKind {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Provider, Self::Provider.id()),
        (Self::Deployer, Self::Deployer.id()),
        (Self::Facilitator, Self::Facilitator.id()),
        (Self::Authority, Self::Authority.id()),
        (Self::Other, Self::Other.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Deployer => "deployer",
            Self::Facilitator => "facilitator",
            Self::Authority => "authority",
            Self::Other => "other",
        }
    }
}

/// A person: the name under which it acts, and nothing that is not needed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: NonEmptyText,
}
