//! Roles: what a person may do for an organisation, from when to when.

use jiff::civil::Date;

use super::organisation::{OrganisationId, OrganisationKind, PersonId};
use crate::text::NonEmptyText;

/// What a person may do for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Registers parties and grants roles.
    Administrator,
    /// Publishes codes and keeps the register.
    Facilitator,
    /// Chairs a working group of a code.
    Chair,
    /// Keeps a provider's models, adherence and people.
    ProviderAdmin,
    /// Writes statements and adds evidence.
    Editor,
    /// Approves statements.
    Approver,
    /// Reads.
    Viewer,
    /// Reads everything, the journal and its proofs included.
    Auditor,
    /// Can bind the organisation, on this ground.
    MayBind(BindingGround),
}

/// On what ground a person can bind an organisation. The AI Act is silent on it; company law and mandates decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BindingGround {
    /// It represents the organisation by law or by its statutes.
    StatutoryRepresentative,
    /// It holds a power of attorney.
    PowerOfAttorney,
}

/// A role of a person for an organisation over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Who has it.
    pub person: PersonId,
    /// For whom.
    pub organisation: OrganisationId,
    /// What.
    pub role: Role,
    /// First day.
    pub from: Date,
    /// First day no longer, if it ends.
    pub until: Option<Date>,
    /// Where it is shown, such as an extract from a company register.
    pub source: Option<NonEmptyText>,
}

/// The end of a role before its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// Who had it.
    pub person: PersonId,
    /// For whom.
    pub organisation: OrganisationId,
    /// What.
    pub role: Role,
    /// First day no longer. It may lie in the past: the power then ended before it was known here that it had.
    pub from: Date,
    /// Why.
    pub reason: Option<NonEmptyText>,
}

impl Role {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Administrator, Self::Administrator.id()),
        (Self::Facilitator, Self::Facilitator.id()),
        (Self::Chair, Self::Chair.id()),
        (Self::ProviderAdmin, Self::ProviderAdmin.id()),
        (Self::Editor, Self::Editor.id()),
        (Self::Approver, Self::Approver.id()),
        (Self::Viewer, Self::Viewer.id()),
        (Self::Auditor, Self::Auditor.id()),
        (STATUTORY, STATUTORY.id()),
        (ATTORNEY, ATTORNEY.id()),
    ];

    /// Its name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Facilitator => "facilitator",
            Self::Chair => "chair",
            Self::ProviderAdmin => "provider-admin",
            Self::Editor => "editor",
            Self::Approver => "approver",
            Self::Viewer => "viewer",
            Self::Auditor => "auditor",
            Self::MayBind(BindingGround::StatutoryRepresentative) => "may-bind-statutory-representative",
            Self::MayBind(BindingGround::PowerOfAttorney) => "may-bind-power-of-attorney",
        }
    }

    /// The kinds of organisation that have such a role, where not all have.
    pub const fn asks_for(self) -> Option<&'static [OrganisationKind]> {
        match self {
            Self::Facilitator | Self::Chair => Some(&[OrganisationKind::Facilitator, OrganisationKind::Authority]),
            Self::ProviderAdmin | Self::MayBind(_) => Some(&[OrganisationKind::Provider, OrganisationKind::Deployer]),
            Self::Administrator | Self::Editor | Self::Approver | Self::Viewer | Self::Auditor => None,
        }
    }
}

const STATUTORY: Role = Role::MayBind(BindingGround::StatutoryRepresentative);
const ATTORNEY: Role = Role::MayBind(BindingGround::PowerOfAttorney);

impl Grant {
    /// Whether the role is held on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    /// Whether it is the same role of the same person for the same organisation.
    pub(super) fn is_role_of(&self, person: &PersonId, organisation: &OrganisationId, role: Role) -> bool {
        self.person == *person && self.organisation == *organisation && self.role == role
    }

    /// Whether both are held on some day.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let later_begin = self.from.max(other.from);
        self.holds(later_begin) && other.holds(later_begin)
    }
}
