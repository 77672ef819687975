//! The page on which whoever reads chooses the zone of the moments that they are shown. The choice is kept by the
//! browser, in a cookie, and nowhere here.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;

use super::access::{go_with, within};
use super::asked::Asked;
use super::assets::ZONE_SCRIPT;
use super::error::Problem;
use super::form::{Control, Fields, FormView, Typed};
use super::frame::{Frame, Section};
use super::security::with_script;
use super::urls::after;
use super::zone::{Moment, Zone};
use super::{Page, Service, again, html};
use crate::clock;

#[derive(Template)]
#[template(path = "web/zone.html")]
struct ZonePage<'a> {
    frame: Frame<'a>,
    form: FormView,
    /// Where whoever reads came from.
    back: String,
    now: Moment,
    script: String,
}

/// The form to choose a zone.
pub(super) async fn ask(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    let page = service.page(asked, |page| {
        let to = page.asked.parameter("to").unwrap_or("/").to_owned();
        let begun = [("zone", page.asked.zone.name().to_owned()), ("to", to)];
        Ok(html(asking(page, &Typed::begin(&begun))?))
    });
    Ok(with_script(page.await?))
}

fn asking(page: &Page<'_>, typed: &Typed) -> Result<String, Problem> {
    let words = page.words();
    let zones = Zone::all().into_iter().map(|name| (name.clone(), name)).collect();
    let fields = Fields { words, typed };
    let zone = fields.select("zone", "zone-label", zones).hinted(words.text("zone-hint"));
    let back = within(typed.value("to")).to_owned();
    let form = FormView::new(page.to().zone(&back), words.text("zone-submit"), vec![zone, fields.hidden("to")], typed);
    let now = page.asked.zone.moment(clock::now());
    Ok(ZonePage { frame: page.frame(Section::Front), form, back, now, script: ZONE_SCRIPT.url() }.render()?)
}

/// Has the browser keep a zone.
pub(super) async fn keep(
    State(service): State<Service>,
    asked: Asked,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let is_secure = service.is_secure();
    let made = service.page(asked, move |page| {
        let mut typed = Typed::sent(form);
        let Some(zone) = typed.required("zone", || page.words().text("zone-wrong"), Zone::named) else {
            return Ok(with_script(again(asking(page, &typed)?)));
        };
        let to = after(&page.to().zone(within(typed.value("to"))), "zone-kept");
        Ok(go_with(&to, zone.cookie(is_secure)))
    });
    made.await
}
