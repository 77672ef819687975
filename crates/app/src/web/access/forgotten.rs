//! Asking for a new password: a letter goes out if there is such an account, and nobody is told whether there is.

use adhere_actions::access::Secret;
use adhere_actions::access::inviting::ask_for_password;
use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};

use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::{Service, html};

#[derive(Template)]
#[template(path = "web/access/forgotten.html")]
struct ForgottenPage<'a> {
    frame: Frame<'a>,
    form: Option<FormView>,
}

/// The form.
pub(crate) async fn ask(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service
        .page(asked, |page| {
            let typed = Typed::default();
            let fields = Fields { words: page.words(), typed: &typed };
            let fields = vec![fields.input("email", "access-email", "email", "username")];
            let submit = page.words().text("access-send-letter");
            let form = FormView::new(page.to().forgotten(), submit, fields, &typed);
            let form = Some(form).filter(|_| page.service.sends_letters());
            Ok(html(ForgottenPage { frame: page.frame(Section::Work), form }.render()?))
        })
        .await
}

/// Sends a letter, if there is such an account; what is shown does not tell.
pub(crate) async fn send(
    State(service): State<Service>,
    asked: Asked,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            if !page.service.sends_letters() {
                return Err(Problem::not_found(Said::new("problem-no-letters")));
            }
            let typed = Typed::sent(form);
            let write = |secret: &Secret| page.password_letter(secret);
            ask_for_password(&page.service.context_of("adhere"), typed.value("email"), &write)?;
            Ok(Redirect::to(&page.to().sign_in_after("letter-asked")).into_response())
        })
        .await
}
