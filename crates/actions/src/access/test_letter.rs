//! A letter by which an administrator sees whether letters are sent.

use adhere_domain::parties::organisation::PersonId;
use adhere_domain::parties::permission::Permission;

use super::inviting::{opened, put_down};
use crate::context::Context;
use crate::error::ActionError;

/// Puts down a letter, by its subject and what it says, to the address of a person.
///
/// # Errors
/// The actor may not change how the instance is set up, or the person has no account that is open.
pub fn write_test_letter(
    context: &Context<'_>,
    person: &PersonId,
    letter: (String, String),
) -> Result<(), ActionError> {
    context.store.keep(|tx| {
        context.permit_here(tx, Permission::Operate)?;
        let account = opened(tx, person)?;
        put_down(tx, context, &account, letter)
    })
}
