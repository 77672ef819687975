//! Closing accounts: nobody signs in with one any more, and whoever is signed in with it is so no longer.

use adhere_domain::parties::account::AccountChange;
use adhere_domain::parties::organisation::PersonId;
use adhere_domain::parties::permission::Permission;
use adhere_store::access::account::{self, Account};
use adhere_store::access::{AccountId, identity, invitation, session};
use adhere_store::{Changed, StoreError};
use jiff::Timestamp;

use super::inviting::{opened, record};
use crate::context::Context;
use crate::error::ActionError;

/// Closes the account of a person.
pub fn close_account(context: &Context<'_>, person: &PersonId) -> Result<Changed<()>, ActionError> {
    context.change(|change| {
        context.permit_here(change.tx(), Permission::KeepParties)?;
        let account = opened(change.tx(), person)?;
        let at = change.at();
        let tx = change.tx();
        account::close(tx, &account.id, at).map_err(StoreError::from)?;
        session::end_others(tx, &account.id, None).map_err(StoreError::from)?;
        invitation::withdraw(tx, &account.id).map_err(StoreError::from)?;
        identity::remove_all(tx, &account.id).map_err(StoreError::from)?;
        record(change, person, AccountChange::Closed).map(|_| ())
    })
}

/// An account as whoever keeps people sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whose it is.
    pub person: PersonId,
    /// The address.
    pub email: String,
    /// Whether a password was set.
    pub has_password: bool,
    /// Whether a second factor is set.
    pub has_second_factor: bool,
    /// Whether an identity of OpenID Connect lets in.
    pub has_identity: bool,
    /// When it was closed, if it was.
    pub closed_at: Option<Timestamp>,
    /// Until when the person is invited, if it is.
    pub invited_until: Option<Timestamp>,
}

/// Accounts after that of a person, at most so many.
pub fn accounts(context: &Context<'_>, after: Option<&PersonId>, limit: u64) -> Result<Vec<Listed>, ActionError> {
    context.store.read(|tx| {
        context.permit_here(tx, Permission::ReadOperation)?;
        let invited = invitation::open(tx, context.now).map_err(StoreError::from)?;
        let accounts = account::list(tx, after, limit).map_err(StoreError::from)?;
        let with_identity = |account: Account| {
            let identities = identity::of_account(tx, &account.id).map_err(StoreError::from)?;
            Ok(listed(account, !identities.is_empty(), |id| invited.get(id).copied()))
        };
        accounts.into_iter().map(with_identity).collect()
    })
}

fn listed(account: Account, has_identity: bool, invited: impl Fn(&AccountId) -> Option<Timestamp>) -> Listed {
    Listed {
        invited_until: invited(&account.id),
        has_identity,
        has_password: account.password.is_some(),
        has_second_factor: account.second_factor.is_some(),
        person: account.person,
        email: account.email,
        closed_at: account.closed_at,
    }
}
