//! Who of those with an account may do something for an organisation: letters go to them.

use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_store::StoreError;
use adhere_store::access::account::{self, Account};
use adhere_store::db::Transaction;
use adhere_store::projection::grant;

use crate::context::Context;
use crate::error::ActionError;

/// The open accounts of those who may do something for an organisation today.
pub(crate) fn accounts_of(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    organisation: &OrganisationId,
    permission: Permission,
) -> Result<Vec<Account>, ActionError> {
    let grants =
        grant::of_organisation(tx, organisation).map_err(StoreError::from)?.into_iter().map(|(grant, _)| grant);
    let may = permission.held_by();
    let mut people: Vec<_> = grants
        .filter(|grant| grant.holds(context.today) && may.contains(&grant.role))
        .map(|grant| grant.person)
        .collect();
    people.sort();
    people.dedup();
    let mut accounts = Vec::new();
    for person in people {
        let account = account::of_person(tx, &person).map_err(StoreError::from)?;
        accounts.extend(account.filter(|account| account.closed_at.is_none()));
    }
    Ok(accounts)
}
