//! What happens to accounts: who could sign in, since when and with what. None of it is for everybody.

use adhere_domain::parties::account::{AccountChange, AccountEvent};
use adhere_domain::parties::organisation::PersonId;
use adhere_domain::text::NonEmptyText;
use adhere_journal::payload::Payload;
use serde::{Deserialize, Serialize};

use super::{EventError, Wire, form, payload, spelling, subject};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct AccountWire {
    #[serde(with = "spelling")]
    person: PersonId,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct TokenWire {
    #[serde(with = "spelling")]
    person: PersonId,
    /// What the token is called.
    #[serde(with = "spelling")]
    token: NonEmptyText,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct IdentityWire {
    #[serde(with = "spelling")]
    person: PersonId,
    /// The service that vouches for the person.
    #[serde(with = "spelling")]
    issuer: NonEmptyText,
}

pub(super) fn to_wire(event: &AccountEvent) -> Result<Wire, EventError> {
    let kind = event.kind();
    let AccountEvent { person, change } = event.clone();
    let subject = subject::person(&person);
    let payload = match change {
        AccountChange::TokenIssued(token) | AccountChange::TokenRevoked(token) => {
            payload(kind, &TokenWire { person, token })?
        }
        AccountChange::IdentityLinked(issuer) | AccountChange::IdentityUnlinked(issuer) => {
            payload(kind, &IdentityWire { person, issuer })?
        }
        AccountChange::Opened
        | AccountChange::Closed
        | AccountChange::PasswordSet
        | AccountChange::SecondFactorSet
        | AccountChange::SecondFactorRemoved
        | AccountChange::RecoveryCodesMade
        | AccountChange::RecoveryCodeUsed => payload(kind, &AccountWire { person })?,
    };
    Ok(Wire { kind, subject, payload })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<AccountEvent, EventError> {
    match kind {
        "account.opened" => of_account(kind, payload, AccountChange::Opened),
        "account.closed" => of_account(kind, payload, AccountChange::Closed),
        "account.password-set" => of_account(kind, payload, AccountChange::PasswordSet),
        "account.second-factor-set" => of_account(kind, payload, AccountChange::SecondFactorSet),
        "account.second-factor-removed" => of_account(kind, payload, AccountChange::SecondFactorRemoved),
        "account.recovery-codes-made" => of_account(kind, payload, AccountChange::RecoveryCodesMade),
        "account.recovery-code-used" => of_account(kind, payload, AccountChange::RecoveryCodeUsed),
        "account.token-issued" => of_token(kind, payload, AccountChange::TokenIssued),
        "account.token-revoked" => of_token(kind, payload, AccountChange::TokenRevoked),
        "account.identity-linked" => of_identity(kind, payload, AccountChange::IdentityLinked),
        "account.identity-unlinked" => of_identity(kind, payload, AccountChange::IdentityUnlinked),
        _ => Err(EventError::Kind(kind.to_owned())),
    }
}

fn of_account(kind: &str, payload: &Payload, change: AccountChange) -> Result<AccountEvent, EventError> {
    let AccountWire { person } = form(kind, payload)?;
    Ok(AccountEvent { person, change })
}

fn of_token(
    kind: &str,
    payload: &Payload,
    change: impl FnOnce(NonEmptyText) -> AccountChange,
) -> Result<AccountEvent, EventError> {
    let TokenWire { person, token } = form(kind, payload)?;
    Ok(AccountEvent { person, change: change(token) })
}

fn of_identity(
    kind: &str,
    payload: &Payload,
    change: impl FnOnce(NonEmptyText) -> AccountChange,
) -> Result<AccountEvent, EventError> {
    let IdentityWire { person, issuer } = form(kind, payload)?;
    Ok(AccountEvent { person, change: change(issuer) })
}
