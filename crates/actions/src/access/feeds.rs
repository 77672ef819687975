//! Keys of calendar feeds: each opens the calendar of one organisation and nothing else, so that it may stand in an
//! address. It is a token and ends like one, and never opens more than the person may see.

use adhere_domain::parties::account::AccountChange;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::access::token::{self, Token};
use adhere_store::{Changed, StoreError};
use jiff::SignedDuration;

use super::Secret;
use super::inviting::{opened, record};
use super::tokens::MOST_DAYS;
use crate::context::Context;
use crate::error::ActionError;

/// Issues a key to whoever acts, for as long as a token holds; gives what the calendar's address has, once.
pub fn issue_feed(
    context: &Context<'_>,
    organisation: &OrganisationId,
    name: NonEmptyText,
) -> Result<Changed<Secret>, ActionError> {
    let person = context.person()?;
    let secret = Secret::new()?;
    context.change(|change| {
        context.permit(change.tx(), Permission::ReadWork, organisation)?;
        let account = opened(change.tx(), &person)?;
        let made_at = change.at();
        let issued = Token {
            id: secret.digest(),
            organisation: organisation.clone(),
            name: name.clone(),
            may_write: false,
            feeds: true,
            made_at,
            ends_at: made_at + SignedDuration::from_hours(24 * MOST_DAYS),
            used_at: None,
        };
        token::add(change.tx(), &account.id, &issued).map_err(StoreError::from)?;
        record(change, &person, AccountChange::TokenIssued(name))?;
        Ok(secret)
    })
}
