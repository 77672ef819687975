//! Getting in: signing in and out, invitations, and one's own account.

pub(super) mod account;
pub(super) mod forgotten;
pub(super) mod invitation;
pub(super) mod openid;
pub(super) mod sign_in;
pub(super) mod tokens;

use adhere_actions::ActionError;
use adhere_actions::access::AccessError;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::error::Problem;
use super::form::Typed;

/// What somebody can mend is said in the form; everything else is a problem.
fn into_form(error: ActionError, typed: &mut Typed) -> Result<(), Problem> {
    match error {
        ActionError::Access(refusal @ AccessError::Password(_)) => typed.refuse("password", refusal.to_string()),
        ActionError::Access(refusal @ AccessError::WrongCode) => typed.refuse("code", refusal.to_string()),
        ActionError::Access(
            refusal @ (AccessError::NotLetIn | AccessError::HasSecondFactor | AccessError::TokenEnds { .. }),
        ) => {
            typed.refuse_all(refusal.to_string());
        }
        other => return Err(other.into()),
    }
    Ok(())
}

/// Goes on to a page with a cookie.
fn go_with(to: &str, cookie: String) -> Response {
    ([(header::SET_COOKIE, cookie)], Redirect::to(to)).into_response()
}

/// Where to go on to: a page of this site, and nowhere else.
fn within(to: &str) -> &str {
    let is_within = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n', '\t']);
    if is_within { to } else { "/work" }
}

fn browser(headers: &HeaderMap) -> &str {
    headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
