//! Why something about parties is refused. The AI Act is silent on all of it: these rules are adhere's own.

use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use super::key::KeyId;
use super::organisation::{OrganisationId, OrganisationKind, PersonId};
use super::permission::Permission;
use super::role::Role;
use crate::law::reasons::Rule;

static KNOWN: Rule = Rule::of_adhere("party-known", &[]);
static NEW: Rule = Rule::of_adhere("party-new", &[]);
static KIND: Rule = Rule::of_adhere("party-kind", &[]);
static ROLE_FITS: Rule = Rule::of_adhere("role-fits", &[]);
static ROLE_PERIOD: Rule = Rule::of_adhere("role-period", &[]);
static ROLE_ONCE: Rule = Rule::of_adhere("role-once", &[]);
static ROLE_HELD: Rule = Rule::of_adhere("role-held", &[]);
static KEY_KNOWN: Rule = Rule::of_adhere("key-known", &[]);
static KEY_NEW: Rule = Rule::of_adhere("key-new", &[]);
static KEY_PERIOD: Rule = Rule::of_adhere("key-period", &[]);
static KEY_HOLDER: Rule = Rule::of_adhere("key-holder", &[]);
static KEY_ENDED: Rule = Rule::of_adhere("key-ended", &[]);
static PERMITTED: Rule = Rule::of_adhere("party-permitted", &[]);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] = &[
    &KNOWN,
    &NEW,
    &KIND,
    &ROLE_FITS,
    &ROLE_PERIOD,
    &ROLE_ONCE,
    &ROLE_HELD,
    &KEY_KNOWN,
    &KEY_NEW,
    &KEY_PERIOD,
    &KEY_HOLDER,
    &KEY_ENDED,
    &PERMITTED,
];

/// Why something about parties is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PartyRefusal {
    /// No such organisation is registered.
    #[error("no organisation `{0}` is registered")]
    UnknownOrganisation(OrganisationId),
    /// No such person is registered.
    #[error("no person `{0}` is registered")]
    UnknownPerson(PersonId),
    /// The id is taken by another organisation.
    #[error("the id `{0}` is taken by another organisation")]
    OrganisationTaken(OrganisationId),
    /// The id is taken by another person.
    #[error("the id `{0}` is taken by another person")]
    PersonTaken(PersonId),
    /// Nothing says what the organisation is.
    #[error("nothing says what the organisation `{0}` is")]
    NoKind(OrganisationId),
    /// Organisations of these kinds do not have the role.
    #[error("the organisation `{organisation}` has no role `{}`", role.id())]
    RoleDoesNotFit {
        /// The organisation.
        organisation: OrganisationId,
        /// The role.
        role: Role,
        /// The kinds of organisation that have it.
        asked: &'static [OrganisationKind],
    },
    /// The role would end before it begins.
    #[error("the role would begin on {from} and end on {until}")]
    RoleEndsFirst {
        /// First day.
        from: Date,
        /// First day no longer.
        until: Date,
    },
    /// The person has the role already on some of the days.
    #[error("`{person}` has the role `{}` already from {from}", role.id())]
    RoleHeldAlready {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
        /// From when.
        from: Date,
    },
    /// The person does not have the role on the day.
    #[error("`{person}` does not have the role `{}` on {day}", role.id())]
    RoleNotHeld {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
        /// The day.
        day: Date,
    },
    /// No such key was added.
    #[error("no key `{0}` was added")]
    UnknownKey(KeyId),
    /// The id is taken by another key, or the same key goes by another id.
    #[error("the key `{id}` was added before as `{as_id}`")]
    KeyTaken {
        /// The id that was to be given.
        id: KeyId,
        /// The key that is there.
        as_id: KeyId,
    },
    /// The key would end before it begins.
    #[error("the key `{id}` would begin at {from} and end at {until}")]
    KeyEndsFirst {
        /// The key.
        id: KeyId,
        /// From when it was to count.
        from: Timestamp,
        /// From when no longer.
        until: Timestamp,
    },
    /// A key may only take the place of one of the same holder.
    #[error("the keys `{old}` and `{new}` have different holders")]
    HolderDiffers {
        /// The key whose place was to be taken.
        old: KeyId,
        /// The new key.
        new: KeyId,
    },
    /// The key has ended already.
    #[error("the key `{id}` has ended already, at {at}")]
    KeyEnded {
        /// The key.
        id: KeyId,
        /// When.
        at: Timestamp,
    },
    /// No role allows it.
    #[error("no role of `{person}` for `{organisation}` allows `{}` on {day}", permission.id())]
    NotPermitted {
        /// Who.
        person: PersonId,
        /// For whom.
        organisation: OrganisationId,
        /// What.
        permission: Permission,
        /// When.
        day: Date,
    },
}

impl PartyRefusal {
    /// The rule that is broken.
    pub const fn rule(&self) -> &'static Rule {
        match self {
            Self::UnknownOrganisation(_) | Self::UnknownPerson(_) => &KNOWN,
            Self::OrganisationTaken(_) | Self::PersonTaken(_) => &NEW,
            Self::NoKind(_) => &KIND,
            Self::RoleDoesNotFit { .. } => &ROLE_FITS,
            Self::RoleEndsFirst { .. } => &ROLE_PERIOD,
            Self::RoleHeldAlready { .. } => &ROLE_ONCE,
            Self::RoleNotHeld { .. } => &ROLE_HELD,
            Self::UnknownKey(_) => &KEY_KNOWN,
            Self::KeyTaken { .. } => &KEY_NEW,
            Self::KeyEndsFirst { .. } => &KEY_PERIOD,
            Self::HolderDiffers { .. } => &KEY_HOLDER,
            Self::KeyEnded { .. } => &KEY_ENDED,
            Self::NotPermitted { .. } => &PERMITTED,
        }
    }
}
