//! How the value of an indicator is broken down beside its total.

use crate::codes::id::PartId;
use crate::law::country::Country;

/// An id with a title: an entry of a closed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The id, as reports write it.
    pub id: PartId,
    /// What it means.
    pub title: String,
}

/// A way to break a value down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// Its id, such as `member-state`.
    pub id: PartId,
    /// What it is by.
    pub title: String,
    /// What the value is broken down to.
    pub into: Parts,
}

/// What a value is broken down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parts {
    /// A closed list; each of its entries has a row of its own.
    Listed(Vec<Named>),
    /// Member States of the Union by their codes; each has a row of its own.
    MemberStates,
    /// What the reporter has, such as its models; as many rows as there are.
    Free,
}

impl Parts {
    /// The ids of a closed list in its order; nothing where the list is open.
    pub fn ids(&self) -> Option<Vec<String>> {
        match self {
            Self::Listed(named) => Some(named.iter().map(|named| named.id.to_string()).collect()),
            Self::MemberStates => Some(Country::member_states().map(|country| country.to_string()).collect()),
            Self::Free => None,
        }
    }
}
