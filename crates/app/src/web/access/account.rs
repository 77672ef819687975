//! One's own account: password, second factor as it stands, and the browsers that are signed in.

use adhere_actions::ActionError;
use adhere_actions::access::openid::linked_since;
use adhere_actions::access::recovery::codes_left;
use adhere_actions::access::sessions::{account_of, change_password, end_other_sessions, end_session, own_sessions};
use adhere_actions::access::{AccessError, Secret};
use adhere_store::access::SecretDigest;
use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::into_form;
use super::invitation::{password_fields, typed_twice};
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::zone::Moment;
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/access/account.html")]
struct AccountPage<'a> {
    frame: Frame<'a>,
    email: String,
    has_second_factor: bool,
    sessions: Vec<SessionView>,
    password: FormView,
    remove: FormView,
    codes_left: String,
    renew: FormView,
    openid: Option<OpenIdView>,
}

/// What links the account with a service of OpenID Connect, ready to print.
struct OpenIdView {
    service: String,
    told: String,
    /// Whether the two are linked.
    is_linked: bool,
}

/// A browser that is signed in, ready to print.
struct SessionView {
    id: String,
    browser: String,
    began: Moment,
    seen: Moment,
    is_this: bool,
}

/// The account.
pub(crate) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| Ok(html(showing(page, &Typed::default(), &Typed::default(), &Typed::default())?)))
        .await
}

/// The page, with what was typed into its forms: for a password, to take the second factor away, for new codes.
pub(super) fn showing(page: &Page<'_>, password: &Typed, removal: &Typed, renewal: &Typed) -> Result<String, Problem> {
    let (context, words) = (page.context()?, page.words());
    let account = account_of(&context)?;
    let this = page.actor()?.session;
    let frame = page.frame(Section::Work);
    let sessions = own_sessions(&context)?.into_iter().map(|session| SessionView {
        id: Secret::name(&session.id),
        browser: session.browser,
        began: frame.moment(&session.began_at),
        seen: frame.moment(&session.seen_at),
        is_this: this == Some(session.id),
    });
    let fields = Fields { words, typed: password };
    let old = fields.input("old", "access-old-password", "password", "current-password");
    let [new, again] = password_fields(fields);
    let to = page.to();
    let change =
        FormView::new(to.account("/password"), words.text("access-change-password"), vec![old, new, again], password);
    let shown = Fields { words, typed: removal }.input("shown", "access-password", "password", "current-password");
    let remove = FormView::new(
        to.account("/second-factor/remove"),
        words.text("access-remove-second-factor"),
        vec![shown],
        removal,
    );
    let openid = openid_view(page, &frame)?;
    let shown = Fields { words, typed: renewal }.input("renewal", "access-password", "password", "current-password");
    let (action, submit) = (to.account("/second-factor/codes"), words.text("access-renew-codes"));
    let renew = FormView::new(action, submit, vec![shown], renewal);
    let left = codes_left(&context)?;
    let view = AccountPage {
        codes_left: words.with("access-codes-left", &[("left", left.into())]),
        sessions: sessions.collect(),
        frame,
        email: account.email,
        has_second_factor: account.second_factor.is_some(),
        password: change,
        remove,
        renew,
        openid,
    };
    Ok(view.render()?)
}

/// What links the account with the service by which people sign in, if there is one.
fn openid_view(page: &Page<'_>, frame: &Frame<'_>) -> Result<Option<OpenIdView>, Problem> {
    let Ok(openid) = page.service.openid() else { return Ok(None) };
    let (since, service) = (linked_since(&page.context()?, openid.issuer())?, openid.label.clone());
    let told = match since {
        Some(since) => {
            let moment = frame.moment(&since);
            page.words()
                .with("openid-linked", &[("service", service.as_str().into()), ("moment", moment.text().into())])
        }
        None => page.words().with("openid-not-linked", &[("service", service.as_str().into())]),
    };
    Ok(Some(OpenIdView { service, told, is_linked: since.is_some() }))
}

/// Changes the password.
pub(crate) async fn set_password(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let stays = session(page)?;
            if let Some(new) = typed_twice(page, &mut typed) {
                match change_password(&page.context()?, &stays, typed.whole("old"), &new) {
                    Ok(_) => return Ok(done(page, "password-set")),
                    Err(ActionError::Access(AccessError::NotLetIn)) => {
                        typed.refuse("old", page.words().text("access-wrong-password"));
                    }
                    Err(error) => into_form(page, error, &mut typed)?,
                }
            }
            Ok(again(showing(page, &typed, &Typed::default(), &Typed::default())?))
        })
        .await
}

/// Ends a session, or every other one.
pub(crate) async fn end_sessions(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let typed = Typed::sent(form);
            match typed.value("session") {
                "others" => end_other_sessions(&page.context()?, &session(page)?).map(|_| ())?,
                name => {
                    let id =
                        Secret::named(name).ok_or_else(|| Problem::from(ActionError::from(AccessError::Nothing)))?;
                    end_session(&page.context()?, &id)?;
                }
            }
            Ok(done(page, "session-ended"))
        })
        .await
}

/// The session of whoever acts: a program with a token has none, and no account of its own to keep.
pub(super) fn session(page: &Page<'_>) -> Result<SecretDigest, Problem> {
    page.actor()?.session.ok_or_else(|| Problem::forbidden(Said::new("problem-token-account")))
}

pub(super) fn done(page: &Page<'_>, what: &'static str) -> Response {
    Redirect::to(&page.to().account_after(what)).into_response()
}
