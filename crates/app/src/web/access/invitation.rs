//! Invitations: whoever was invited sets a password, and can sign in from then on.

use adhere_actions::ActionError;
use adhere_actions::access::inviting::{invited_address, take_invitation};
use adhere_actions::access::{AccessError, Secret};
use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::into_form;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::place::Place;
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/access/invitation.html")]
struct InvitationPage<'a> {
    frame: Frame<'a>,
    email: String,
    form: FormView,
}

/// The form to set a password.
pub(crate) async fn ask(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service.page(asked, |page| Ok(html(asking(page, &shown(page), &Typed::default())?))).await
}

fn asking(page: &Page<'_>, shown: &str, typed: &Typed) -> Result<String, Problem> {
    let email = invited_address(&page.service.context_of("adhere"), &parse(shown)?)?;
    let fields = password_fields(Fields { words: page.words(), typed });
    let (action, submit) = (page.to().invitation(shown), page.words().text("access-set-password"));
    let form = FormView::new(action, submit, fields.into(), typed);
    Ok(InvitationPage { frame: page.frame(Section::Work), email, form }.render()?)
}

/// The fields for a new password.
pub(super) fn password_fields(fields: Fields<'_>) -> [crate::web::form::FieldView; 2] {
    let values = [("shortest", adhere_actions::access::SHORTEST.into())];
    let hint = fields.words.with("access-password-hint", &values);
    [
        fields.input("password", "access-new-password", "password", "new-password").hinted(hint),
        fields.input("again", "access-password-again", "password", "new-password"),
    ]
}

/// A new password, if it was typed twice alike.
pub(super) fn typed_twice(page: &Page<'_>, typed: &mut Typed) -> Option<String> {
    let password = typed.whole("password").to_owned();
    if typed.whole("again") == password {
        return Some(password);
    }
    typed.refuse("again", page.words().text("access-differs"));
    None
}

/// Sets the password.
pub(crate) async fn set(
    State(service): State<Service>,
    asked: Asked,
    _: Place,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let (shown, mut typed) = (shown(page), Typed::sent(form));
            let Some(password) = typed_twice(page, &mut typed) else { return Ok(again(asking(page, &shown, &typed)?)) };
            match take_invitation(&page.service.context_of("adhere"), &parse(&shown)?, &password) {
                Ok(_) => Ok(Redirect::to(&page.to().sign_in_after("password-set")).into_response()),
                Err(error) => {
                    into_form(page, error, &mut typed)?;
                    Ok(again(asking(page, &shown, &typed)?))
                }
            }
        })
        .await
}

/// What somebody who was invited shows.
fn shown(page: &Page<'_>) -> String {
    page.asked.parameter("key").unwrap_or_default().to_owned()
}

fn parse(shown: &str) -> Result<Secret, Problem> {
    Secret::parse(shown).ok_or_else(|| Problem::from(ActionError::from(AccessError::NoInvitation)))
}
