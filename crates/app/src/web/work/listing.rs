//! Keeping the register: what sources say of organisations.

use adhere_actions::adherence::record;
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Listed, Listing, RegisterCommand};
use adhere_domain::codes::id::PartId;
use adhere_domain::id::Id;
use adhere_domain::text::NonEmptyText;
use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;

use super::told::recorded;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, FieldView, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::urls::after;
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/work/listing.html")]
struct ListingPage<'a> {
    frame: Frame<'a>,
    form: FormView,
}

/// The form to record what a source says of an organisation.
pub(super) async fn ask_listing(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(listing(page, &Typed::default())?))).await
}

fn listing(page: &Page<'_>, typed: &Typed) -> Result<String, Problem> {
    let words = page.words();
    let form = FormView::new(
        page.to().facilitation("/register"),
        words.text("work-record"),
        listing_fields(page, typed)?,
        typed,
    );
    Ok(ListingPage { frame: page.frame(Section::Work), form }.render()?)
}

fn listing_fields(page: &Page<'_>, typed: &Typed) -> Result<Vec<FieldView>, Problem> {
    let words = page.words();
    let fields = Fields { words, typed };
    let mut codes: Vec<String> = page.codes()?.iter().map(|it| it.code.id.to_string()).collect();
    codes.dedup();
    let scopes = [
        ("full", "scope-full"),
        ("art-53", "scope-art-53"),
        ("chapters", "work-scope-chapters"),
        ("none", "listing-no-signatory"),
    ];
    Ok(vec![
        fields.line("organisation", "listing-organisation").hinted(words.text("listing-organisation-hint")),
        fields.select("code", "work-code", codes.into_iter().map(|id| (id.clone(), id)).collect()),
        fields.one("scope", "work-scope", scopes.map(|(id, key)| (id.to_owned(), words.text(key))).into()),
        fields.line("chapters", "work-chapters").hinted(words.text("work-chapters-hint")),
        fields.line("source", "listing-source").hinted(words.text("listing-source-hint")),
        fields.day("read", "listing-read").hinted(words.text("listing-read-hint")),
        fields.day("since", "listing-since").hinted(words.text("listing-since-hint")),
        fields.line("note", "listing-note"),
    ])
}

/// Records what a source says.
pub(super) async fn list_fact(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let Some(command) = fact(page, &mut typed) else { return Ok(again(listing(page, &typed)?)) };
            let organisation = command.provider.clone();
            let to = page.to();
            let to = after(&to.organisation(organisation), "recorded");
            let done = record(&page.context()?, RegisterCommand::List(command));
            recorded(page, done, &to, typed, |typed| listing(page, typed))
        })
        .await
}

fn fact(page: &Page<'_>, typed: &mut Typed) -> Option<Listing> {
    let wrong = |key: &'static str| move || page.words().text(key);
    let provider = typed.required("organisation", wrong("listing-organisation-wrong"), Id::parse);
    let code = typed.required("code", wrong("work-code-missing"), PartId::parse);
    let chapters: Option<Vec<PartId>> =
        typed.value("chapters").split([',', ' ']).filter(|part| !part.is_empty()).map(PartId::parse).collect();
    let listed = typed.required("scope", wrong("work-scope-missing"), |text| match text {
        "full" => Some(Listed::Signatory(Scope::Full)),
        "art-53" => Some(Listed::Signatory(Scope::Article53)),
        "chapters" => {
            let chapters = chapters.filter(|chapters| !chapters.is_empty())?;
            Some(Listed::Signatory(Scope::Chapters(chapters.into_iter().collect())))
        }
        "none" => Some(Listed::NotSignatory),
        _ => None,
    });
    let source = typed.required("source", wrong("listing-source-missing"), NonEmptyText::parse);
    let as_of = typed.required("read", wrong("form-day-missing"), |text| text.parse().ok());
    let since = typed.optional("since", wrong("form-day-missing"), |text| text.parse().ok());
    let note = typed.optional("note", wrong("work-text-wrong"), NonEmptyText::parse);
    if typed.is_refused() {
        return None;
    }
    Some(Listing { provider: provider?, code: code?, listed: listed?, source: source?, as_of: as_of?, since, note })
}
