//! Getting in: signing in and out, invitations, and one's own account.

pub(super) mod account;
pub(super) mod forgotten;
pub(super) mod invitation;
pub(super) mod openid;
pub(super) mod second_factor;
pub(super) mod sign_in;
pub(super) mod tokens;

use adhere_actions::ActionError;
use adhere_actions::access::AccessError;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::error::Problem;
use super::form::Typed;
use super::{Page, refused};

/// What somebody can mend is said in the form; everything else is a problem.
fn into_form(page: &Page<'_>, error: ActionError, typed: &mut Typed) -> Result<(), Problem> {
    let told = refused::said(&error).map(|said| said.in_words(page.words(), &page.asked.zone));
    match (&error, told) {
        (ActionError::Access(AccessError::Password(_)), Some(told)) => typed.refuse("password", told),
        (ActionError::Access(AccessError::WrongCode), Some(told)) => typed.refuse("code", told),
        (
            ActionError::Access(AccessError::NotLetIn | AccessError::HasSecondFactor | AccessError::TokenEnds { .. }),
            Some(told),
        ) => typed.refuse_all(told),
        _ => return Err(error.into()),
    }
    Ok(())
}

/// Goes on to a page with a cookie.
pub(super) fn go_with(to: &str, cookie: String) -> Response {
    ([(header::SET_COOKIE, cookie)], Redirect::to(to)).into_response()
}

/// Where to go on to: a page of this site, and nowhere else.
pub(super) fn within(to: &str) -> &str {
    let is_within = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n', '\t']);
    if is_within { to } else { "/work" }
}

fn browser(headers: &HeaderMap) -> &str {
    headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
