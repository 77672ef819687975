//! Signing in by a service of OpenID Connect: somebody is sent there, and comes back with a code.
//!
//! What the browser keeps meanwhile is a cookie with `SameSite=Lax`: a browser sends no other kind along when another site
//! sends it back here. Without it a code that somebody else was given would sign them in here as that one.

use adhere_actions::ActionError;
use adhere_actions::access::openid::{CameBack, Vouched, come_back, enter, is_linked, send_there, unlink};
use adhere_actions::access::signing_in::Entered;
use adhere_actions::access::{AccessError, Secret};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::sign_in::asking;
use super::{browser, go_with, within};
use crate::web::actor::{Actor, cookie, cookie_of};
use crate::web::asked::Asked;
use crate::web::error::{Problem, chain};
use crate::web::form::Typed;
use crate::web::openid::{OpenId, OpenIdError};
use crate::web::place::Place;
use crate::web::said::Said;
use crate::web::{Page, Service, html};

/// So many seconds the browser keeps what shows that it was sent.
const KEPT_FOR: u32 = 600;

/// The name of the cookie of a browser that was sent; over TLS browsers take it from this site alone.
const fn cookie_name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-adhere_openid" } else { "adhere_openid" }
}

/// Sends somebody to the service.
pub(crate) async fn send(State(service): State<Service>, asked: Asked, place: Place) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let openid = page.service.openid()?;
            let to = within(page.asked.parameter("to").unwrap_or_default()).to_owned();
            // Before anything is kept: nobody is sent to a service that is away.
            if let Err(error) = openid.is_there() {
                return failed(page, &to, &error);
            }
            let sent = match send_there(&page.service.context_of("adhere"), place.as_str(), &to) {
                Ok(sent) => sent,
                Err(error) => return refused(page, &to, error),
            };
            match openid.address(&sent) {
                Ok(url) => Ok(go_with(&url, keeping(Some(&sent.browser), page.service.is_secure()))),
                Err(error) => failed(page, &to, &error),
            }
        })
        .await
}

/// Takes somebody back.
pub(crate) async fn back(
    State(service): State<Service>,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let (openid, context) = (page.service.openid()?, page.service.context_of("adhere"));
            let state = page.asked.parameter("state").and_then(Secret::parse);
            let kept = cookie_of(&headers, cookie_name(page.service.is_secure()));
            let came = match come_back(&context, state.as_ref(), kept.as_ref()) {
                Ok(came) => came,
                Err(error) => return refused(page, "", error),
            };
            // RFC 9207: an answer of another service is not taken for this one's.
            let is_other = page.asked.parameter("iss").is_some_and(|issuer| issuer != openid.issuer());
            let is_refused = is_other || page.asked.parameter("error").is_some();
            let code = page.asked.parameter("code").filter(|_| !is_refused);
            let (Some(code), Some(kept)) = (code, kept) else {
                tracing::info!(is_other, "a service of OpenID Connect signed nobody in");
                return told(page, &came.destination, "openid-refused", StatusCode::UNPROCESSABLE_ENTITY);
            };
            let_in(page, &came, code, &kept, browser(&headers))
        })
        .await
}

/// Lets in who the service says it is.
fn let_in(page: &Page<'_>, came: &CameBack, code: &str, kept: &Secret, browser: &str) -> Result<Response, Problem> {
    let (openid, context) = (page.service.openid()?, page.service.context_of("adhere"));
    let to = came.destination.as_str();
    let answered = match openid.redeem(code, kept) {
        Ok(answered) => answered,
        Err(error) => return failed(page, to, &error),
    };
    let vouched = Vouched { issuer: openid.issuer(), subject: &answered.subject, verified_email: None };
    // Who is known by the subject is not asked for an address.
    let is_linked = is_linked(&context, &vouched)?;
    let email = if is_linked { Ok(None) } else { openid.verified_email(&answered) };
    let email = match email {
        Ok(email) => email,
        Err(error) => return failed(page, to, &error),
    };
    let vouched = Vouched { verified_email: email.as_deref(), ..vouched };
    let (goes_on, session) = match enter(&context, &vouched, came, browser) {
        Ok(Entered::Whole(session)) => (to.to_owned(), session),
        Ok(Entered::NeedsCode(session)) => (page.to().show_code(to), session),
        Err(error) => return refused(page, to, error),
    };
    let is_secure = page.service.is_secure();
    let mut response = go_with(&goes_on, cookie(Some(&session), is_secure));
    if let Ok(forgotten) = HeaderValue::from_str(&keeping(None, is_secure)) {
        response.headers_mut().append(header::SET_COOKIE, forgotten);
    }
    Ok(response)
}

/// Unlinks one's account.
pub(crate) async fn end(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let openid = page.service.openid()?;
            match unlink(&page.context()?, openid.issuer()) {
                Ok(_) => Ok(Redirect::to(&page.to().account_after("openid-unlinked")).into_response()),
                Err(ActionError::Access(AccessError::OnlyWayIn)) => {
                    Err(Problem::unprocessable(page.words().text("openid-only-way-in")))
                }
                Err(error) => Err(error.into()),
            }
        })
        .await
}

/// The header that has the browser keep what shows that it was sent, or forget it.
fn keeping(sent: Option<&Secret>, is_secure: bool) -> String {
    let (name, secure) = (cookie_name(is_secure), if is_secure { "; Secure" } else { "" });
    let (value, lasts) = sent.map_or((String::new(), 0), |sent| (sent.text(), KEPT_FOR));
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={lasts}{secure}")
}

/// Why somebody was not let in, above the form to sign in.
fn refused(page: &Page<'_>, to: &str, error: ActionError) -> Result<Response, Problem> {
    let key = match error {
        ActionError::Access(AccessError::NotLetInThere) => "openid-not-let-in",
        ActionError::Access(AccessError::NotSent) => "openid-not-sent",
        other => return Err(other.into()),
    };
    told(page, to, key, StatusCode::UNPROCESSABLE_ENTITY)
}

/// Why the service could not sign somebody in, above the form to sign in; who runs this is told more.
fn failed(page: &Page<'_>, to: &str, error: &OpenIdError) -> Result<Response, Problem> {
    tracing::warn!(error = chain(error), "nobody was signed in");
    match error {
        OpenIdError::Grant => told(page, to, "openid-refused", StatusCode::UNPROCESSABLE_ENTITY),
        error if error.is_away() => told(page, to, "openid-away", StatusCode::SERVICE_UNAVAILABLE),
        _ => told(page, to, "openid-untrusted", StatusCode::BAD_GATEWAY),
    }
}

fn told(page: &Page<'_>, to: &str, key: &str, status: StatusCode) -> Result<Response, Problem> {
    let mut typed = Typed::begin(&[("to", to.to_owned())]);
    let service = page.service.openid()?.label.as_str();
    typed.refuse_all(page.words().with(key, &[("service", service.into())]));
    Ok((status, html(asking(page, &typed)?)).into_response())
}

impl Service {
    /// The service by which people sign in.
    ///
    /// # Errors
    /// There is none: nothing is at its addresses.
    pub(in crate::web) fn openid(&self) -> Result<&OpenId, Problem> {
        self.openid.as_ref().as_ref().ok_or_else(|| Problem::not_found(Said::new("problem-nothing-here")))
    }
}
