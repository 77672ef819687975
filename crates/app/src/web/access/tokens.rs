//! One's own tokens: what programs show instead of signing in.

use adhere_actions::ActionError;
use adhere_actions::access::tokens::{IssueToken, MOST_DAYS, issue_token, own_tokens, revoke_token};
use adhere_actions::access::{AccessError, Secret};
use adhere_domain::id::Id;
use adhere_domain::text::NonEmptyText;
use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::into_form;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::zone::Moment;
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/access/tokens.html")]
struct TokensPage<'a> {
    frame: Frame<'a>,
    tokens: Vec<TokenView>,
    form: FormView,
    /// What a program shows, once.
    issued: Option<String>,
}

/// A token, ready to print.
struct TokenView {
    id: String,
    name: String,
    organisation: String,
    may: String,
    ends: Moment,
    used: Option<Moment>,
}

/// The tokens.
pub(crate) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(showing(page, &Typed::default(), None)?))).await
}

fn showing(page: &Page<'_>, typed: &Typed, issued: Option<String>) -> Result<String, Problem> {
    let (frame, words) = (page.frame(Section::Work), page.words());
    let may = |may_write| words.text(if may_write { "access-token-write" } else { "access-token-read" });
    let tokens = own_tokens(&page.context()?)?.into_iter().map(|token| TokenView {
        id: Secret::name(&token.id),
        name: token.name.to_string(),
        organisation: token.organisation.to_string(),
        may: if token.feeds { words.text("access-token-feeds") } else { may(token.may_write) },
        ends: frame.moment(&token.ends_at),
        used: token.used_at.map(|used| frame.moment(&used)),
    });
    let tokens = tokens.collect();
    let fields = Fields { words, typed };
    let mut organisations: Vec<String> =
        page.actor()?.grants.iter().map(|grant| grant.organisation.to_string()).collect();
    organisations.sort();
    organisations.dedup();
    let organisations = organisations.into_iter().map(|id| (id.clone(), id)).collect();
    let fields = vec![
        fields.line("name", "access-token-name").hinted(words.text("access-token-name-hint")),
        fields.select("organisation", "access-token-organisation", organisations),
        fields.one("may", "access-token-may", vec![("read".to_owned(), may(false)), ("write".to_owned(), may(true))]),
        fields
            .day("until", "access-token-until")
            .hinted(words.with("access-token-until-hint", &[("days", MOST_DAYS.into())])),
    ];
    let form = FormView::new(page.to().account("/tokens"), words.text("access-token-issue"), fields, typed);
    Ok(TokensPage { frame, tokens, form, issued }.render()?)
}

/// Issues a token, and shows it once.
pub(crate) async fn issue(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let missing = |key: &'static str| move || page.words().text(key);
            let name = typed.required("name", missing("access-token-name-missing"), NonEmptyText::parse);
            let organisation = typed.required("organisation", missing("access-token-organisation-missing"), Id::parse);
            let may = typed.required("may", missing("access-token-may-missing"), |text| match text {
                "read" => Some(false),
                "write" => Some(true),
                _ => None,
            });
            let until = typed.required("until", missing("form-day-missing"), |text| text.parse().ok());
            let (Some(name), Some(organisation), Some(may_write), Some(until)) = (name, organisation, may, until)
            else {
                return Ok(again(showing(page, &typed, None)?));
            };
            match issue_token(&page.context()?, IssueToken { organisation, name, may_write, until }) {
                Ok(issued) => Ok(html(showing(page, &Typed::default(), Some(issued.outcome.text()))?)),
                Err(error) => {
                    into_form(page, error, &mut typed)?;
                    Ok(again(showing(page, &typed, None)?))
                }
            }
        })
        .await
}

/// Revokes a token.
pub(crate) async fn revoke(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let typed = Typed::sent(form);
            let id = Secret::named(typed.value("token"));
            let id = id.ok_or_else(|| Problem::from(ActionError::from(AccessError::Nothing)))?;
            revoke_token(&page.context()?, &id)?;
            Ok(Redirect::to(&page.to().tokens_after("token-revoked")).into_response())
        })
        .await
}
