//! Signing in and out.

use adhere_actions::access::sessions::{end_session, signed_in};
use adhere_actions::access::signing_in::{Entered, SignIn, show_code, sign_in};
use askama::Template;
use axum::extract::{Form, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};

use super::{browser, go_with, into_form, within};
use crate::web::actor::{cookie, session_of};
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::place::Place;
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/access/sign_in.html")]
struct SignInPage<'a> {
    frame: Frame<'a>,
    /// Where somebody signs in by a service of OpenID Connect, and what leads there.
    openid: Option<(String, String)>,
    form: FormView,
}

#[derive(Template)]
#[template(path = "web/access/code.html")]
struct CodePage<'a> {
    frame: Frame<'a>,
    form: FormView,
}

/// The form to sign in.
pub(crate) async fn ask(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service
        .page(asked, |page| {
            let to = page.asked.parameter("to").unwrap_or_default().to_owned();
            Ok(html(asking(page, &Typed::begin(&[("to", to)]))?))
        })
        .await
}

/// The page to sign in, with what was typed and what is wrong with it.
pub(super) fn asking(page: &Page<'_>, typed: &Typed) -> Result<String, Problem> {
    let fields = Fields { words: page.words(), typed };
    let fields = vec![
        fields.input("email", "access-email", "email", "username"),
        fields.input("password", "access-password", "password", "current-password"),
        fields.hidden("to"),
    ];
    let (to, submit) = (page.to(), page.words().text("access-sign-in"));
    let form = FormView::new(to.sign_in(""), submit, fields, typed);
    let openid = page.service.openid().ok().map(|openid| {
        let name = page.words().with("openid-enter", &[("service", openid.label.as_str().into())]);
        (to.openid(typed.value("to")), name)
    });
    Ok(SignInPage { frame: page.frame(Section::Work), openid, form }.render()?)
}

/// Signs in, or shows the form again.
pub(crate) async fn enter(
    State(service): State<Service>,
    asked: Asked,
    place: Place,
    headers: HeaderMap,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let mut typed = Typed::sent(form);
            let to = within(typed.value("to")).to_owned();
            let (email, password) = (typed.value("email").to_owned(), typed.whole("password").to_owned());
            let before = session_of(&headers, page.service.is_secure());
            let shown = SignIn {
                email: &email,
                password: &password,
                place: place.as_str(),
                browser: browser(&headers),
                before: before.as_ref(),
            };
            let context = page.service.context_of("adhere");
            let is_secure = page.service.is_secure();
            match sign_in(&context, &shown) {
                Ok(Entered::Whole(session)) => Ok(go_with(&to, cookie(Some(&session), is_secure))),
                Ok(Entered::NeedsCode(session)) => {
                    Ok(go_with(&page.to().show_code(&to), cookie(Some(&session), is_secure)))
                }
                Err(error) => {
                    into_form(page, error, &mut typed)?;
                    Ok(again(asking(page, &typed)?))
                }
            }
        })
        .await
}

/// The form for the code of the second factor.
pub(crate) async fn ask_code(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service
        .page(asked, |page| {
            let to = page.asked.parameter("to").unwrap_or_default().to_owned();
            Ok(html(asking_code(page, &Typed::begin(&[("to", to)]))?))
        })
        .await
}

fn asking_code(page: &Page<'_>, typed: &Typed) -> Result<String, Problem> {
    let fields = Fields { words: page.words(), typed };
    let code = fields.input("code", "access-code", "text", "one-time-code");
    let fields = vec![code.hinted(page.words().text("access-code-hint")), fields.hidden("to")];
    let form = FormView::new(page.to().show_code(""), page.words().text("access-sign-in"), fields, typed);
    Ok(CodePage { frame: page.frame(Section::Work), form }.render()?)
}

/// Goes on with the code of the second factor.
pub(crate) async fn enter_code(
    State(service): State<Service>,
    asked: Asked,
    _: Place,
    headers: HeaderMap,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let mut typed = Typed::sent(form);
            let to = within(typed.value("to")).to_owned();
            let Some(begun) = session_of(&headers, page.service.is_secure()) else {
                return Ok(Redirect::to(&page.to().sign_in(&to)).into_response());
            };
            match show_code(&page.service.context_of("adhere"), &begun, typed.value("code")) {
                Ok(session) => Ok(go_with(&to, cookie(Some(&session), page.service.is_secure()))),
                Err(error) => {
                    into_form(page, error, &mut typed)?;
                    Ok(again(asking_code(page, &typed)?))
                }
            }
        })
        .await
}

/// Signs out.
pub(crate) async fn leave(
    State(service): State<Service>,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            if let Some(shown) = session_of(&headers, page.service.is_secure())
                && let Some(known) = signed_in(&page.service.context_of("adhere"), &shown)?
            {
                end_session(&page.service.context_of(known.person.as_str()), &known.session.id)?;
            }
            let mut response = go_with(&page.to().front(), cookie(None, page.service.is_secure()));
            response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
            Ok(response)
        })
        .await
}
