//! Invitations to adhere as whoever was invited sees them: a provider with an account, or somebody who has the link of
//! the letter. Following the link changes nothing; declining takes a form and a confirmation.

use adhere_actions::access::Secret;
use adhere_actions::invitations::{decline_by_letter, decline_invitation, invitation_by_letter, invitations_to};
use adhere_domain::adherence::invitations::{InvitationId, InvitationState};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::projection::invitation::{Kept, Wanted};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::{InvitationRow, named, row};
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::work::told::{recorded, told};
use crate::web::{Page, Service, again, html};

/// So many invitations that wait are shown on a dashboard.
const WAITING: u64 = 10;

#[derive(Template)]
#[template(path = "web/work/invited.html")]
struct InvitedPage<'a> {
    frame: Frame<'a>,
    row: InvitationRow,
    /// Where it is declared; nothing for somebody who cannot.
    declare: Option<String>,
    /// Whether this is the page behind the link of a letter.
    is_letter: bool,
    /// Whether what is asked next is to confirm.
    is_confirming: bool,
    decline: Option<FormView>,
}

/// The invitations to a provider that wait for an answer.
pub(in crate::web) fn waiting(page: &Page<'_>, organisation: &OrganisationId) -> Result<Vec<InvitationRow>, Problem> {
    let as_of = clock::as_of(page.asked.as_of);
    let mut all = Vec::new();
    for state in [InvitationState::Waiting, InvitationState::Lapsed] {
        let wanted = Wanted { state: Some(state), known_before: as_of.ends, ..Wanted::default() };
        all.extend(invitations_to(&page.context()?, organisation, &wanted, as_of.day, WAITING)?);
    }
    let url = |id: &InvitationId| page.to().provider(organisation, &format!("/invitations/{id}"));
    all.into_iter().map(|kept| Ok(InvitationRow { url: url(&kept.id), ..row(page, kept)? })).collect()
}

/// An invitation to a provider.
pub(in crate::web::work) async fn one(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    service.work(asked, actor, move |page| Ok(html(of_provider(page, &named(&id)?, &Typed::default())?))).await
}

fn of_provider(page: &Page<'_>, id: &InvitationId, typed: &Typed) -> Result<String, Problem> {
    let actor = page.actor()?;
    let organisation = actor.organisation()?.clone();
    let as_of = clock::as_of(page.asked.as_of);
    let wanted = Wanted { id: Some(id), known_before: as_of.ends, ..Wanted::default() };
    let found = invitations_to(&page.context()?, &organisation, &wanted, as_of.day, 1)?.pop();
    let found = found.ok_or_else(|| Problem::not_found(Said::new("refused-no-invitation-to-adhere").of("id", id)))?;
    let can_follow = !matches!(found.state, InvitationState::Declared | InvitationState::Withdrawn);
    let row = row(page, found)?;
    let declare = (can_follow && actor.may(Permission::Bind)).then(|| page.to().declare(&organisation, &row.code));
    let action = page.to().provider(&organisation, &format!("/invitations/{id}/decline"));
    let decline = (row.is_open && actor.may(Permission::AnswerInvitations)).then(|| declining(page, action, typed));
    let frame = page.frame(Section::Work);
    Ok(InvitedPage { frame, row, declare, is_letter: false, is_confirming: false, decline }.render()?)
}

fn declining(page: &Page<'_>, action: String, typed: &Typed) -> FormView {
    let words = page.words();
    let fields = Fields { words, typed };
    let fields = vec![
        fields.area("reason", "invitation-decline-reason").hinted(words.text("invitation-decline-hint")),
        fields.hidden("key"),
    ];
    FormView::new(action, words.text("invitation-decline"), fields, typed)
}

fn reason(page: &Page<'_>, typed: &mut Typed) -> Option<NonEmptyText> {
    typed.optional("reason", || page.words().text("work-text-wrong"), NonEmptyText::parse)
}

/// Declines an invitation for a provider.
pub(in crate::web::work) async fn decline(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path((_, id)): Path<(String, String)>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let (id, mut typed) = (named(&id)?, Typed::sent(form));
            let reason = reason(page, &mut typed);
            if typed.is_refused() {
                return Ok(again(of_provider(page, &id, &typed)?));
            }
            let organisation = page.actor()?.organisation()?;
            let to = page.to().provider(organisation, &format!("/invitations/{id}"));
            let done = decline_invitation(&page.context()?, organisation, &id, reason);
            recorded(page, done, &after(&to, "invitation-declined"), typed, |typed| of_provider(page, &id, typed))
        })
        .await
}

/// What an invitation says, for whoever has the link of its letter.
pub(in crate::web) async fn by_letter(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service
        .page(asked, |page| {
            let typed = Typed::begin(&[("key", page.asked.parameter("key").unwrap_or_default().to_owned())]);
            let (secret, found) = opened(page, &typed)?;
            Ok(private(html(of_letter(page, &secret, found, &typed, false)?)))
        })
        .await
}

/// The invitation that what was shown opens. One that there never was and one that is over are told in the same words.
fn opened(page: &Page<'_>, typed: &Typed) -> Result<(Secret, Kept), Problem> {
    let missing = || Problem::not_found(Said::new("problem-no-invitation"));
    let secret = Secret::parse(typed.value("key")).ok_or_else(missing)?;
    let found = invitation_by_letter(&page.service.context_of("adhere"), &secret)?;
    Ok((secret, found.ok_or_else(missing)?))
}

fn of_letter(
    page: &Page<'_>,
    secret: &Secret,
    found: Kept,
    typed: &Typed,
    is_confirming: bool,
) -> Result<String, Problem> {
    let can_follow = found.state != InvitationState::Declared;
    let organisation = found.invited.organisation().cloned();
    let row = row(page, found)?;
    let declare = organisation.filter(|_| can_follow).map(|to| page.to().declare(&to, &row.code));
    let action = page.to().invited(&secret.text());
    let decline = row.is_open.then(|| {
        if !is_confirming {
            return declining(page, action, typed);
        }
        let kept =
            [("reason", typed.whole("reason").to_owned()), ("key", secret.text()), ("confirmed", "yes".to_owned())];
        let typed = Typed::begin(&kept);
        let fields = Fields { words: page.words(), typed: &typed };
        let fields = kept.iter().map(|(name, _)| fields.hidden(name)).collect();
        FormView::new(action, page.words().text("invitation-decline-confirm"), fields, &typed)
    });
    let frame = page.frame(Section::Register);
    Ok(InvitedPage { frame, row, declare, is_letter: true, is_confirming, decline }.render()?)
}

/// Asks whoever has the link to confirm, and declines then.
pub(in crate::web) async fn decline_letter(
    State(service): State<Service>,
    asked: Asked,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .page(asked, move |page| {
            let mut typed = Typed::sent(form);
            let reason = reason(page, &mut typed);
            let (secret, found) = opened(page, &typed)?;
            if typed.is_refused() {
                return Ok(private(again(of_letter(page, &secret, found, &typed, false)?)));
            }
            if typed.value("confirmed") != "yes" {
                return Ok(private(html(of_letter(page, &secret, found, &typed, true)?)));
            }
            match decline_by_letter(&page.service.context_of("adhere"), &secret, reason) {
                Ok(_) => {
                    let to = after(&page.to().invited(&secret.text()), "invitation-declined");
                    Ok(Redirect::to(&to).into_response())
                }
                Err(error) => {
                    typed.refuse_all(told(page, error)?);
                    Ok(private(again(of_letter(page, &secret, found, &typed, false)?)))
                }
            }
        })
        .await
}

/// What one person sees is kept by nobody on the way.
fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
