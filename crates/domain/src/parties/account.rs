//! Accounts: that a person can sign in, and with what. What is secret about it is no matter of the rules.

use super::organisation::PersonId;
use crate::text::NonEmptyText;

/// Something happened to the account of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountEvent {
    /// Whose account it is.
    pub person: PersonId,
    /// What happened.
    pub change: AccountChange,
}

/// What happened to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountChange {
    /// It was opened.
    Opened,
    /// It was closed: nobody signs in with it any more.
    Closed,
    /// Its password was set.
    PasswordSet,
    /// A second factor was set.
    SecondFactorSet,
    /// The second factor was taken away.
    SecondFactorRemoved,
    /// Recovery codes were made in the place of those before.
    RecoveryCodesMade,
    /// A recovery code was used up to sign in.
    RecoveryCodeUsed,
    /// A token for programs was issued under a name.
    TokenIssued(NonEmptyText),
    /// A token with a name was revoked.
    TokenRevoked(NonEmptyText),
    /// An identity that an issuer vouches for (OpenID Connect) was linked: it opens the account.
    IdentityLinked(NonEmptyText),
    /// The identity that an issuer vouches for was unlinked.
    IdentityUnlinked(NonEmptyText),
}

impl AccountEvent {
    /// The event's kind in the journal.
    pub const fn kind(&self) -> &'static str {
        match self.change {
            AccountChange::Opened => "account.opened",
            AccountChange::Closed => "account.closed",
            AccountChange::PasswordSet => "account.password-set",
            AccountChange::SecondFactorSet => "account.second-factor-set",
            AccountChange::SecondFactorRemoved => "account.second-factor-removed",
            AccountChange::RecoveryCodesMade => "account.recovery-codes-made",
            AccountChange::RecoveryCodeUsed => "account.recovery-code-used",
            AccountChange::TokenIssued(_) => "account.token-issued",
            AccountChange::TokenRevoked(_) => "account.token-revoked",
            AccountChange::IdentityLinked(_) => "account.identity-linked",
            AccountChange::IdentityUnlinked(_) => "account.identity-unlinked",
        }
    }
}
