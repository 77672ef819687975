//! Invitations to adhere as a facilitator keeps them: the list, one of them, sending, sending again, taking back.

pub(in crate::web) mod answering;

use adhere_actions::access::Secret;
use adhere_actions::access::inviting::WriteLetter;
use adhere_actions::invitations::{
    SendInvitation, check_invitation, invitations, new_invitation_secret, organisations_to_invite, send_invitation,
    send_invitation_again, withdraw_invitation,
};
use adhere_domain::adherence::invitations::{InvitationId, InvitationState, Invited};
use adhere_domain::codes::id::PartId;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::projection::invitation::{Kept, Wanted};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::Response;

use super::provider::name_of;
use super::told::{recorded, told};
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::zone::Moment;
use crate::web::{Page, Service, again, html};

/// So many invitations are shown at once.
const PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "web/work/invitations.html")]
struct InvitationsPage<'a> {
    frame: Frame<'a>,
    rows: Vec<InvitationRow>,
    /// Each state: its id, its words, and whether it is the one asked for.
    states: Vec<(&'static str, String, bool)>,
    is_filtered: bool,
    may_send: bool,
    earlier: Option<String>,
}

/// An invitation, ready to print.
pub(in crate::web) struct InvitationRow {
    pub(in crate::web) url: String,
    pub(in crate::web) to: String,
    pub(in crate::web) code: String,
    pub(in crate::web) code_url: String,
    pub(in crate::web) state: String,
    pub(in crate::web) until: Option<String>,
    pub(in crate::web) sent_at: Moment,
    pub(in crate::web) words: String,
    pub(in crate::web) law: String,
    pub(in crate::web) is_open: bool,
    email: String,
    last_sent_at: Moment,
    reason: String,
    entry: u64,
}

#[derive(Template)]
#[template(path = "web/work/invitation_new.html")]
struct NewPage<'a> {
    frame: Frame<'a>,
    form: FormView,
    preview: Option<PreviewView>,
}

/// What would be sent, ready to print.
struct PreviewView {
    to: String,
    subject: String,
    letter: String,
    sends_letters: bool,
    confirm: FormView,
}

#[derive(Template)]
#[template(path = "web/work/invitation.html")]
struct InvitationPage<'a> {
    frame: Frame<'a>,
    row: InvitationRow,
    /// The link to hand over, shown once, with what became of the letter.
    link: Option<(String, String)>,
    again: Option<FormView>,
    withdraw: Option<FormView>,
}

/// The invitations, that which was sent last first.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let before = page.asked.parsed("before", "the number of an entry", |text| text.parse().ok())?;
            let state = page.asked.parsed("state", "a state of an invitation", InvitationState::named)?;
            let as_of = clock::as_of(page.asked.as_of);
            let wanted = Wanted { state, before, known_before: as_of.ends, ..Wanted::default() };
            let found = invitations(&page.context()?, &wanted, as_of.day, PAGE)?;
            let is_full = u64::try_from(found.len()).is_ok_and(|count| count == PAGE);
            let last = found.last().map(|last| last.entry_id).filter(|_| is_full);
            let earlier = last.map(|last| page.to().invitations(state.map_or("", InvitationState::id), last));
            let states = InvitationState::ALL
                .map(|(known, id)| (id, page.words().text(&format!("invitation-state-{id}")), Some(known) == state));
            let view = InvitationsPage {
                rows: found.into_iter().map(|kept| row(page, kept)).collect::<Result<_, _>>()?,
                states: states.into(),
                is_filtered: state.is_some(),
                may_send: page.actor()?.may(Permission::SendInvitations),
                earlier,
                frame: page.frame(Section::Work),
            };
            Ok(html(view.render()?))
        })
        .await
}

/// An invitation as pages show it.
pub(in crate::web) fn row(page: &Page<'_>, kept: Kept) -> Result<InvitationRow, Problem> {
    let words = page.words();
    let name = format!("{}@{}", kept.code, kept.version);
    let profile = page.codes()?.iter().find(|it| it.name() == name).map(|it| it.code.profile.id());
    let text = |text: Option<NonEmptyText>| text.map(|text| text.to_string()).unwrap_or_default();
    Ok(InvitationRow {
        url: page.to().facilitation(&format!("/invitations/{}", kept.id)),
        to: match &kept.invited {
            Invited::Registered(organisation) => name_of(page, organisation)?,
            Invited::Named(name) => name.to_string(),
        },
        code_url: page.to().code(&name),
        code: name,
        state: words.text(&format!("invitation-state-{}", kept.state.id())),
        until: kept.hoped_until.map(|day| day.to_string()),
        sent_at: page.asked.zone.moment(kept.sent_at),
        last_sent_at: page.asked.zone.moment(kept.last_sent_at),
        words: text(kept.words),
        law: profile.map(|profile| words.text(&format!("invitation-law-{profile}"))).unwrap_or_default(),
        is_open: kept.state.is_open(),
        email: text(kept.email),
        reason: text(if kept.state == InvitationState::Withdrawn { kept.withdrawal_words } else { kept.decline_words }),
        entry: kept.entry_id,
    })
}

/// The form to invite somebody.
pub(super) async fn ask(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let code = page.asked.parameter("code").unwrap_or_default().to_owned();
            let typed = Typed::begin(&[("code", code), ("secret", new_invitation_secret()?.text())]);
            Ok(html(asking(page, &typed, None)?))
        })
        .await
}

fn asking(page: &Page<'_>, typed: &Typed, preview: Option<PreviewView>) -> Result<String, Problem> {
    let words = page.words();
    let fields = Fields { words, typed };
    let codes = page.codes()?.iter().map(|it| (it.name(), format!("{} ({})", it.code.title, it.name()))).collect();
    let fields = vec![
        fields.select("code", "work-code", codes),
        fields
            .suggested("organisation", "invitation-organisation", known(page)?)
            .hinted(words.text("invitation-organisation-hint")),
        fields.line("name", "invitation-name").hinted(words.text("invitation-name-hint")),
        fields.input("email", "invitation-email", "email", "off").hinted(words.text("invitation-email-hint")),
        fields.area("words", "invitation-words").hinted(words.text("invitation-words-hint")),
        fields.day("until", "invitation-until").hinted(words.text("invitation-until-hint")),
        fields.hidden("secret"),
    ];
    let form = FormView::new(page.to().facilitation("/invitations/new"), words.text("work-preview"), fields, typed);
    Ok(NewPage { frame: page.frame(Section::Work), form, preview }.render()?)
}

/// Shows what would be sent; sends it once it was confirmed.
pub(super) async fn send(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let Some(command) = command(page, &mut typed)? else { return Ok(again(asking(page, &typed, None)?)) };
            let context = page.context()?;
            let refused = if typed.value("confirmed") == "yes" {
                let secret = command.secret.clone();
                let letter = |secret: &Secret| page.invitation_to_adhere(&command, secret);
                let write: Option<WriteLetter<'_>> = if page.service.sends_letters() { Some(&letter) } else { None };
                match send_invitation(&context, &command, write) {
                    Ok(done) => {
                        return Ok(html(shown(page, &done.outcome.id, Some((&secret, done.outcome.letters)), &typed)?));
                    }
                    Err(refused) => refused,
                }
            } else {
                match check_invitation(&context, &command) {
                    Ok(()) => {
                        let preview = preview(page, &command, &typed)?;
                        return Ok(html(asking(page, &typed, Some(preview))?));
                    }
                    Err(refused) => refused,
                }
            };
            typed.refuse_all(told(page, refused)?);
            Ok(again(asking(page, &typed, None)?))
        })
        .await
}

fn preview(page: &Page<'_>, command: &SendInvitation, typed: &Typed) -> Result<PreviewView, Problem> {
    let words = page.words();
    let kept = ["code", "organisation", "name", "email", "words", "until", "secret"];
    let mut values: Vec<(&str, String)> = kept.map(|name| (name, typed.whole(name).to_owned())).into();
    values.push(("confirmed", "yes".to_owned()));
    let typed = Typed::begin(&values);
    let fields = Fields { words, typed: &typed };
    let hidden = kept.into_iter().chain(["confirmed"]).map(|name| fields.hidden(name)).collect();
    let (subject, letter) = page.invitation_to_adhere(command, &command.secret);
    Ok(PreviewView {
        to: match &command.invited {
            Invited::Registered(organisation) => name_of(page, organisation)?,
            Invited::Named(name) => name.to_string(),
        },
        subject,
        letter,
        sends_letters: page.service.sends_letters(),
        confirm: FormView::new(
            page.to().facilitation("/invitations/new"),
            words.text("invitation-send"),
            hidden,
            &typed,
        ),
    })
}

fn command(page: &Page<'_>, typed: &mut Typed) -> Result<Option<SendInvitation>, Problem> {
    let wrong = |key: &'static str| move || page.words().text(key);
    let code = typed.required("code", wrong("work-code-missing"), |text| {
        let (code, version) = text.split_once('@')?;
        PartId::parse(code).zip(PartId::parse(version))
    });
    let known = known(page)?;
    let organisation = typed.optional("organisation", wrong("listing-organisation-wrong"), |text| meant(text, &known));
    let name = typed.optional("name", wrong("work-text-wrong"), NonEmptyText::parse);
    let invited = match (organisation, name) {
        (Some(organisation), None) => Some(Invited::Registered(organisation)),
        (None, Some(name)) => Some(Invited::Named(name)),
        _ => {
            typed.refuse("organisation", page.words().text("invitation-whom"));
            None
        }
    };
    let text = |typed: &mut Typed, name| typed.optional(name, wrong("work-text-wrong"), NonEmptyText::parse);
    let email = text(typed, "email").map(|email| email.to_string());
    let words = text(typed, "words");
    let hoped_until = typed.optional("until", wrong("form-day-missing"), |text| text.parse().ok());
    let secret = Secret::parse(typed.value("secret"));
    let secret = secret.ok_or_else(|| Problem::bad_request(Said::new("problem-no-secret")))?;
    let parts = code.zip(invited).filter(|_| !typed.is_refused());
    Ok(parts.map(|((code, version), invited)| SendInvitation {
        invited,
        code,
        version,
        email,
        words,
        hoped_until,
        secret,
    }))
}

/// The organisations that can be invited, by id and name.
fn known(page: &Page<'_>) -> Result<Vec<(String, String)>, Problem> {
    let known = organisations_to_invite(&page.context()?)?;
    Ok(known.into_iter().map(|(id, name)| (id.to_string(), name.to_string())).collect())
}

/// The organisation that is meant: by its id, or by its name where one alone is called so.
fn meant(text: &str, known: &[(String, String)]) -> Option<OrganisationId> {
    let mut called = known.iter().filter(|(_, name)| name.to_lowercase() == text.to_lowercase());
    match (known.iter().any(|(id, _)| id == text), called.next(), called.next()) {
        (false, Some((id, _)), None) => Id::parse(id),
        _ => Id::parse(text),
    }
}

/// One invitation.
pub(super) async fn one(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    service.work(asked, actor, move |page| Ok(html(shown(page, &named(&id)?, None, &Typed::default())?))).await
}

fn named(id: &str) -> Result<InvitationId, Problem> {
    Id::parse(id).ok_or_else(|| Problem::not_found(Said::new("refused-no-invitation-to-adhere").of("id", id)))
}

fn found(page: &Page<'_>, id: &InvitationId) -> Result<Kept, Problem> {
    let as_of = clock::as_of(page.asked.as_of);
    let wanted = Wanted { id: Some(id), known_before: as_of.ends, ..Wanted::default() };
    let found = invitations(&page.context()?, &wanted, as_of.day, 1)?.pop();
    found.ok_or_else(|| Problem::not_found(Said::new("refused-no-invitation-to-adhere").of("id", id)))
}

fn shown(page: &Page<'_>, id: &InvitationId, sent: Option<(&Secret, usize)>, typed: &Typed) -> Result<String, Problem> {
    let words = page.words();
    let row = row(page, found(page, id)?)?;
    let may = page.actor()?.may(Permission::SendInvitations) && row.is_open;
    let part = |part: &str| page.to().facilitation(&format!("/invitations/{id}{part}"));
    let fresh = Typed::begin(&[("secret", new_invitation_secret()?.text())]);
    let again = may.then(|| {
        let fields = vec![Fields { words, typed: &fresh }.hidden("secret")];
        FormView::new(part("/again"), words.text("invitation-again"), fields, &fresh)
    });
    let withdraw = may.then(|| {
        let fields = vec![Fields { words, typed }.area("reason", "invitation-withdraw-reason")];
        FormView::new(part("/withdraw"), words.text("invitation-withdraw"), fields, typed)
    });
    let link = sent.map(|(secret, letters)| {
        let said = words.with("invitation-letters", &[("count", letters.into())]);
        (page.invitation_link(secret), said)
    });
    Ok(InvitationPage { frame: page.frame(Section::Work), row, link, again, withdraw }.render()?)
}

/// Sends an invitation again.
pub(super) async fn send_again(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(id): Path<String>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let id = named(&id)?;
            let secret = Secret::parse(Typed::sent(form).value("secret"));
            let secret = secret.ok_or_else(|| Problem::bad_request(Said::new("problem-no-secret")))?;
            let command = as_sent(found(page, &id)?, secret.clone());
            let letter = |secret: &Secret| page.invitation_to_adhere(&command, secret);
            let write: Option<WriteLetter<'_>> = if page.service.sends_letters() { Some(&letter) } else { None };
            let done = send_invitation_again(&page.context()?, &id, &secret, write)?;
            Ok(html(shown(page, &id, Some((&secret, done.outcome.letters)), &Typed::default())?))
        })
        .await
}

/// What an invitation said when it was sent, for another letter about it.
pub(in crate::web) fn as_sent(kept: Kept, secret: Secret) -> SendInvitation {
    let Kept { invited, code, version, email, words, hoped_until, .. } = kept;
    let email = email.map(|email| email.to_string());
    SendInvitation { invited, code, version, email, words, hoped_until, secret }
}

/// Takes an invitation back.
pub(super) async fn withdraw(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(id): Path<String>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let (id, mut typed) = (named(&id)?, Typed::sent(form));
            let wrong = || page.words().text("work-text-wrong");
            let reason = typed.optional("reason", wrong, NonEmptyText::parse);
            if typed.is_refused() {
                return Ok(again(shown(page, &id, None, &typed)?));
            }
            let to = after(&page.to().facilitation(&format!("/invitations/{id}")), "invitation-withdrawn");
            let done = withdraw_invitation(&page.context()?, &id, reason);
            recorded(page, done, &to, typed, |typed| shown(page, &id, None, typed))
        })
        .await
}
