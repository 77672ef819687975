//! What roles allow: the one table in which every check of a right to act looks. What it does not allow is refused.
//!
//! The Act leaves it to organisations who of their people does what; this table is adhere's own.

use jiff::civil::Date;

use super::organisation::{OrganisationId, PersonId};
use super::refusal::PartyRefusal;
use super::role::{BindingGround, Grant, Role};

/// What somebody may be allowed to do for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Permission {
    /// See everything that was recorded for a provider.
    ReadWork,
    /// Change the files that say what a provider and its models are.
    KeepFiles,
    /// State how measures are implemented, and keep the evidence that shows it.
    WriteStatements,
    /// Say something of a measure to colleagues.
    Comment,
    /// Approve statements.
    Approve,
    /// Keep cases: serious incidents, requests and complaints.
    KeepCases,
    /// Declare, change and withdraw adherence.
    Bind,
    /// Send packages to other organisations.
    SendPackages,
    /// See what a facilitator has been sent.
    ReadFacilitation,
    /// Publish versions of codes.
    PublishCodes,
    /// Keep the register of who adheres to what.
    KeepRegister,
    /// Accept or refuse packages that were received.
    AnswerPackages,
    /// Invite providers to adhere, and take invitations back.
    SendInvitations,
    /// Decline an invitation to adhere.
    AnswerInvitations,
    /// Invite people, and grant and revoke their roles.
    KeepPeople,
    /// Register organisations and add keys.
    KeepParties,
    /// See how the instance is set up and how it does.
    ReadOperation,
    /// Change how the instance is set up.
    Operate,
}

const STATUTORY: Role = Role::MayBind(BindingGround::StatutoryRepresentative);
const ATTORNEY: Role = Role::MayBind(BindingGround::PowerOfAttorney);

impl Permission {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 18] = [
        (Self::ReadWork, "read-work"),
        (Self::KeepFiles, "keep-files"),
        (Self::WriteStatements, "write-statements"),
        (Self::Comment, "comment"),
        (Self::Approve, "approve"),
        (Self::KeepCases, "keep-cases"),
        (Self::Bind, "bind"),
        (Self::SendPackages, "send-packages"),
        (Self::ReadFacilitation, "read-facilitation"),
        (Self::PublishCodes, "publish-codes"),
        (Self::KeepRegister, "keep-register"),
        (Self::AnswerPackages, "answer-packages"),
        (Self::SendInvitations, "send-invitations"),
        (Self::AnswerInvitations, "answer-invitations"),
        (Self::KeepPeople, "keep-people"),
        (Self::KeepParties, "keep-parties"),
        (Self::ReadOperation, "read-operation"),
        (Self::Operate, "operate"),
    ];

    /// Its name in data and messages.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(permission, _)| *permission == self).map_or("", |(_, id)| id)
    }

    /// The roles that allow it.
    pub const fn held_by(self) -> &'static [Role] {
        match self {
            Self::ReadWork => {
                &[Role::ProviderAdmin, Role::Editor, Role::Approver, Role::Viewer, Role::Auditor, STATUTORY, ATTORNEY]
            }
            Self::KeepFiles | Self::KeepCases => &[Role::ProviderAdmin, Role::Editor],
            Self::WriteStatements => &[Role::Editor],
            // Declining an invitation binds nobody: whoever declined can declare all the same.
            Self::Comment | Self::AnswerInvitations => {
                &[Role::ProviderAdmin, Role::Editor, Role::Approver, STATUTORY, ATTORNEY]
            }
            Self::Approve => &[Role::Approver],
            Self::Bind => &[STATUTORY, ATTORNEY],
            Self::SendPackages => &[Role::Editor, STATUTORY, ATTORNEY],
            Self::ReadFacilitation => &[Role::Facilitator, Role::Chair, Role::Viewer, Role::Auditor],
            Self::PublishCodes | Self::KeepRegister | Self::AnswerPackages | Self::SendInvitations => {
                &[Role::Facilitator]
            }
            Self::KeepPeople => &[Role::Administrator, Role::ProviderAdmin],
            Self::KeepParties | Self::Operate => &[Role::Administrator],
            Self::ReadOperation => &[Role::Administrator, Role::Auditor],
        }
    }

    /// Whether it is about the instance itself: then roles for the organisation that runs it count, and no others.
    pub const fn is_of_instance(self) -> bool {
        matches!(
            self,
            Self::PublishCodes
                | Self::KeepRegister
                | Self::AnswerPackages
                | Self::SendInvitations
                | Self::ReadFacilitation
                | Self::KeepParties
                | Self::ReadOperation
                | Self::Operate
        )
    }
}

/// Whether roles allow a person something for an organisation on a day.
///
/// # Errors
/// None of the roles that allow it is held.
pub fn may(
    grants: &[Grant],
    person: &PersonId,
    organisation: &OrganisationId,
    permission: Permission,
    day: Date,
) -> Result<(), PartyRefusal> {
    let is_held = |role: &Role| grants.iter().any(|it| it.is_role_of(person, organisation, *role) && it.holds(day));
    if permission.held_by().iter().any(is_held) {
        return Ok(());
    }
    Err(PartyRefusal::NotPermitted { person: person.clone(), organisation: organisation.clone(), permission, day })
}

/// Whether roles allow a person to grant a role for an organisation on a day, and to revoke it: an administrator grants
/// all, and whoever keeps a provider's people those that bind nobody.
///
/// # Errors
/// None of the roles that allow it is held.
pub fn may_grant(
    grants: &[Grant],
    person: &PersonId,
    organisation: &OrganisationId,
    role: Role,
    day: Date,
) -> Result<(), PartyRefusal> {
    let permission = match role {
        Role::Editor | Role::Approver | Role::Viewer | Role::Auditor => Permission::KeepPeople,
        Role::Administrator | Role::Facilitator | Role::Chair | Role::ProviderAdmin | Role::MayBind(_) => {
            Permission::KeepParties
        }
    };
    may(grants, person, organisation, permission, day)
}

#[cfg(test)]
mod tests;
