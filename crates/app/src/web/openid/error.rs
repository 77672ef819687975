//! Why somebody is not signed in by a service of OpenID Connect. Nothing here holds what the service sent: answers hold
//! what lets people in.

use openidconnect::core::CoreErrorResponseType;
use openidconnect::{ClaimsVerificationError, DiscoveryError, RequestTokenError, StandardErrorResponse, UserInfoError};

use super::asking::AskingError;

/// Why somebody is not signed in by a service.
#[derive(Debug, thiserror::Error)]
pub(in crate::web) enum OpenIdError {
    /// The service gives no answer that is taken.
    #[error("the service that `openid.issuer` names gives no answer that can be taken")]
    Away(#[source] AskingError),
    /// The service answers with a status that is not one.
    #[error("the service that `openid.issuer` names answers with status {0}")]
    Status(u16),
    /// The code was used already, is too old, or is another browser's.
    #[error("the service that `openid.issuer` names does not redeem the code")]
    Grant,
    /// The service refuses what is asked, which whoever runs this can mend.
    #[error(
        "the service that `openid.issuer` names refuses with `{0}`: look at `openid.client-id` and `openid.client-secret`"
    )]
    Refused(String),
    /// An answer is not what it should be.
    #[error("the service that `openid.issuer` names answers what cannot be read as {0}")]
    Unread(&'static str),
    /// Something is missing from an answer.
    #[error("what the service that `openid.issuer` names answers lacks {0}")]
    Lacks(&'static str),
    /// What the service says of somebody is not to be trusted.
    #[error("what the service that `openid.issuer` names says of somebody is not to be trusted")]
    Untrusted(#[source] ClaimsVerificationError),
    /// What the service says was said to another program.
    #[error("what the service that `openid.issuer` names says was meant for another client")]
    OtherParty,
}

impl OpenIdError {
    /// Whether it is likely to be otherwise in a while.
    pub(in crate::web) const fn is_away(&self) -> bool {
        matches!(self, Self::Away(AskingError::Silent(_) | AskingError::Failing(_) | AskingError::Broken(_)))
    }
}

impl From<DiscoveryError<AskingError>> for OpenIdError {
    fn from(error: DiscoveryError<AskingError>) -> Self {
        match error {
            DiscoveryError::Request(error) => Self::Away(error),
            DiscoveryError::Response(status, ..) => Self::Status(status.as_u16()),
            // Its `issuer` is another than the one that is set, too.
            _ => Self::Unread("what it says of itself"),
        }
    }
}

impl From<RequestTokenError<AskingError, StandardErrorResponse<CoreErrorResponseType>>> for OpenIdError {
    fn from(error: RequestTokenError<AskingError, StandardErrorResponse<CoreErrorResponseType>>) -> Self {
        match error {
            RequestTokenError::Request(error) => Self::Away(error),
            RequestTokenError::ServerResponse(answer) => match answer.error() {
                CoreErrorResponseType::InvalidGrant => Self::Grant,
                other => Self::Refused(other.as_ref().to_owned()),
            },
            _ => Self::Unread("an answer with a token"),
        }
    }
}

impl From<UserInfoError<AskingError>> for OpenIdError {
    fn from(error: UserInfoError<AskingError>) -> Self {
        match error {
            UserInfoError::Request(error) => Self::Away(error),
            UserInfoError::Response(status, ..) => Self::Status(status.as_u16()),
            UserInfoError::ClaimsVerification(error) => Self::Untrusted(error),
            _ => Self::Unread("user info"),
        }
    }
}
