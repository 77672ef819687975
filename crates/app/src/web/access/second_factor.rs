//! The second factor of one's own account: setting it, which the instance may demand, taking it away, and the codes that
//! get in when the device that makes codes is lost.

use adhere_actions::ActionError;
use adhere_actions::access::AccessError;
use adhere_actions::access::recovery::{RecoveryCodes, renew_codes};
use adhere_actions::access::second_factor::{Confirm, confirm, propose, propose_again, remove};
use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use qrcode::QrCode;
use qrcode::render::svg;

use super::account::{done, session, showing};
use super::into_form;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/access/second_factor.html")]
struct SecondFactorPage<'a> {
    frame: Frame<'a>,
    is_demanded: bool,
    seed: String,
    url: String,
    picture: String,
    form: FormView,
}

#[derive(Template)]
#[template(path = "web/access/recovery_codes.html")]
struct RecoveryCodesPage<'a> {
    frame: Frame<'a>,
    codes: &'a [String],
    /// Where it goes on once they are kept.
    on: String,
}

/// Proposes a second factor.
pub(crate) async fn ask(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(proposing(page, &Typed::default())?))).await
}

fn proposing(page: &Page<'_>, typed: &Typed) -> Result<String, Problem> {
    let context = page.context()?;
    // What was shown before is shown again: the device has read it already.
    let proposed = match typed.value("seed") {
        "" => propose(&context)?,
        seed => propose_again(&context, seed)?,
    };
    let begun = Typed::begin(&[("seed", proposed.seed.clone())]);
    let seed = Fields { words: page.words(), typed: &begun }.hidden("seed");
    let fields = Fields { words: page.words(), typed };
    let code = fields.input("code", "access-code", "text", "one-time-code");
    let shown = fields.input("shown", "access-password", "password", "current-password");
    let (action, submit) = (page.to().account("/second-factor"), page.words().text("access-confirm"));
    let view = SecondFactorPage {
        frame: page.frame(Section::Work),
        is_demanded: page.actor()?.lacks_second_factor,
        picture: picture(&proposed.url)?,
        seed: proposed.seed,
        url: proposed.url,
        form: FormView::new(action, submit, vec![seed, code, shown], typed),
    };
    Ok(view.render()?)
}

/// What a device reads, as a picture.
fn picture(url: &str) -> Result<String, Problem> {
    let code = QrCode::new(url).map_err(|error| Problem::failed(&error))?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(240, 240).build();
    Ok(drawn.split_once("?>").map_or(drawn.as_str(), |(_, picture)| picture).to_owned())
}

/// Sets the second factor that was proposed, and shows the recovery codes once.
pub(crate) async fn set(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let (seed, code, password) = (typed.value("seed"), typed.value("code"), typed.whole("shown"));
            let shown = Confirm { seed, code, password, stays: session(page)? };
            match confirm(&page.context()?, &shown) {
                Ok(set) => Ok(html(codes_page(page, &set.outcome)?)),
                Err(error) => {
                    refuse(page, error, &mut typed, "shown")?;
                    Ok(again(proposing(page, &typed)?))
                }
            }
        })
        .await
}

/// Makes new recovery codes, and shows them once.
pub(crate) async fn renew(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            match renew_codes(&page.context()?, typed.whole("renewal")) {
                Ok(codes) => Ok(html(codes_page(page, &codes.outcome)?)),
                Err(error) => {
                    refuse(page, error, &mut typed, "renewal")?;
                    Ok(again(showing(page, &Typed::default(), &Typed::default(), &typed)?))
                }
            }
        })
        .await
}

fn codes_page(page: &Page<'_>, codes: &RecoveryCodes) -> Result<String, Problem> {
    let on = page.to().account_after("second-factor-set");
    Ok(RecoveryCodesPage { frame: page.frame(Section::Work), codes: codes.texts(), on }.render()?)
}

/// Takes the second factor away.
pub(crate) async fn take_away(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            match remove(&page.context()?, typed.whole("shown")) {
                Ok(_) => Ok(done(page, "second-factor-removed")),
                Err(error) => {
                    refuse(page, error, &mut typed, "shown")?;
                    Ok(again(showing(page, &Typed::default(), &typed, &Typed::default())?))
                }
            }
        })
        .await
}

/// Says beside the field that the password is wrong, and what else somebody can mend.
fn refuse(page: &Page<'_>, error: ActionError, typed: &mut Typed, field: &'static str) -> Result<(), Problem> {
    if matches!(error, ActionError::Access(AccessError::NotLetIn)) {
        typed.refuse(field, page.words().text("access-wrong-password"));
        return Ok(());
    }
    into_form(page, error, typed)
}
