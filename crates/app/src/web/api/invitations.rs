//! Invitations to adhere: the list, sending one, sending it again, taking it back, and declining it.

use adhere_actions::access::Secret;
use adhere_actions::access::inviting::WriteLetter;
use adhere_actions::invitations::{
    SendInvitation, decline_invitation, invitations, invitations_to, new_invitation_secret, send_invitation,
    send_invitation_again, withdraw_invitation,
};
use adhere_domain::adherence::invitations::{InvitationId, InvitationState, Invited};
use adhere_domain::codes::id::PartId;
use adhere_domain::id::Id;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::projection::invitation::{Kept, Wanted};
use axum::http::Method;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::Call;
use super::field::Fields;
use super::operation::{AFTER, AS_OF, Gives, Kind, LIMIT, Operation, Parameter, Takes};
use super::paging::Listed;
use super::reply::Reply;
use crate::clock;
use crate::web::error::Problem;
use crate::web::work::invitations::as_sent;

/// What a day looks like.
const DAY: &str = "a day such as `2026-12-31`";

const STATES: &[&str] = &["waiting", "lapsed", "declared", "declined", "withdrawn"];

/// An invitation that is to be sent: to an organisation that is registered here, or to somebody by name.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct InvitationBody {
    /// The organisation, if it is registered here.
    organisation: Option<String>,
    /// The name of somebody who is not.
    name: Option<String>,
    /// The version of a code (`id@version`).
    code: String,
    /// Where the letter goes; to those who answer for the organisation here where none is named.
    email: Option<String>,
    /// What is said beside it.
    words: Option<String>,
    /// The day until which an answer is hoped for. It is no deadline of the law.
    hoped_until: Option<String>,
}

/// Why an invitation is declined or taken back.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WhyBody {
    /// Why, if that is to be said.
    reason: Option<String>,
}

/// An invitation.
#[derive(Serialize, JsonSchema)]
pub(crate) struct InvitationWire {
    /// Its id.
    id: String,
    /// The organisation, if it is registered here.
    organisation: Option<String>,
    /// The name of somebody who is not.
    name: Option<String>,
    /// The version of a code (`id@version`).
    code: String,
    /// How it stands: `waiting`, `lapsed`, `declared`, `declined` or `withdrawn`.
    state: &'static str,
    /// What is said beside it.
    words: Option<String>,
    /// The day until which an answer is hoped for. It is no deadline of the law.
    hoped_until: Option<String>,
    /// When it was sent.
    sent_at: String,
    /// Why it was declined or taken back, if that was said.
    reason: Option<String>,
}

pub(super) fn operations() -> Vec<Operation> {
    let send = Permission::SendInvitations;
    let parameters = [Parameter::optional("state", "Of this state alone.", Kind::OneOf(STATES)), AS_OF, AFTER, LIMIT];
    let write = |path, name, takes, run| Operation::write("invitations", (Method::POST, path), name, takes, run);
    let list = |path, name, run| {
        Operation::read("invitations", path, name, Gives::json::<Listed<InvitationWire>>(), run).with(&parameters)
    };
    vec![
        list(
            "/api/v1/invitations-to-adhere",
            ("listInvitations", "List the invitations to adhere, that which was sent last first"),
            |call| listed(call, |wanted, day, limit| Ok(invitations(&call.page.context()?, wanted, day, limit)?)),
        )
        .to(Permission::ReadFacilitation),
        write(
            "/api/v1/invitations-to-adhere",
            ("sendInvitation", "Invite a provider to adhere to a published version of a code"),
            Takes::json::<InvitationBody>(),
            send_one,
        )
        .to(send),
        write(
            "/api/v1/invitations-to-adhere/{invitation}/letters",
            ("sendInvitationAgain", "Send an invitation again, with another link in the place of the one before"),
            Takes::Nothing,
            send_again,
        )
        .to(send),
        write(
            "/api/v1/invitations-to-adhere/{invitation}/withdrawal",
            ("withdrawInvitation", "Take an invitation back"),
            Takes::json::<WhyBody>(),
            |call| {
                let (id, reason) = (named(call)?, why(call)?);
                let location = "/api/v1/invitations-to-adhere".to_owned();
                call.recorded(location, None, |context| withdraw_invitation(context, &id, reason))
            },
        )
        .to(send),
        list(
            "/api/v1/organisations/{organisation}/invitations-to-adhere",
            ("listInvitationsTo", "List the invitations to a provider, that which was sent last first"),
            |call| {
                let organisation = call.organisation()?;
                listed(call, |wanted, day, limit| {
                    Ok(invitations_to(&call.page.context()?, organisation, wanted, day, limit)?)
                })
            },
        )
        .to(Permission::ReadWork),
        write(
            "/api/v1/organisations/{organisation}/invitations-to-adhere/{invitation}/refusal",
            ("declineInvitation", "Decline an invitation; whoever declined can declare adherence all the same"),
            Takes::json::<WhyBody>(),
            |call| {
                let (id, organisation, reason) = (named(call)?, call.organisation()?, why(call)?);
                let location = format!("/api/v1/organisations/{organisation}/invitations-to-adhere");
                call.recorded(location, None, |context| decline_invitation(context, organisation, &id, reason))
            },
        )
        .to(Permission::AnswerInvitations),
    ]
}

fn named(call: &Call<'_>) -> Result<InvitationId, Problem> {
    call.part("invitation", Id::parse)
}

fn why(call: &Call<'_>) -> Result<Option<NonEmptyText>, Problem> {
    let body: WhyBody = call.json()?;
    let mut fields = Fields::default();
    let reason = fields.optional("/reason", body.reason.as_ref(), "a text", NonEmptyText::parse);
    fields.done(Some(reason))
}

fn listed(
    call: &Call<'_>,
    read: impl FnOnce(&Wanted<'_>, jiff::civil::Date, u64) -> Result<Vec<Kept>, Problem>,
) -> Result<Reply, Problem> {
    let state = call.page.asked.parsed("state", "a state of an invitation", InvitationState::named)?;
    let before = call.after(|text| text.parse().ok())?;
    let as_of = clock::as_of(call.page.asked.as_of);
    let wanted = Wanted { state, before, known_before: as_of.ends, ..Wanted::default() };
    let found = read(&wanted, as_of.day, call.limit()?.saturating_add(1))?;
    call.listed(found, |kept| kept.entry_id.to_string(), wire)
}

/// An invitation as programs read it.
pub(crate) fn wire(kept: Kept) -> InvitationWire {
    let text = |text: Option<NonEmptyText>| text.map(|text| text.to_string());
    let is_withdrawn = kept.state == InvitationState::Withdrawn;
    InvitationWire {
        id: kept.id.to_string(),
        organisation: kept.invited.organisation().map(ToString::to_string),
        name: kept.invited.name().map(ToString::to_string),
        code: format!("{}@{}", kept.code, kept.version),
        state: kept.state.id(),
        words: text(kept.words),
        hoped_until: kept.hoped_until.map(|day| day.to_string()),
        sent_at: kept.sent_at.to_string(),
        reason: text(if is_withdrawn { kept.withdrawal_words } else { kept.decline_words }),
    }
}

fn send_one(call: &Call<'_>) -> Result<Reply, Problem> {
    let body: InvitationBody = call.json()?;
    let mut fields = Fields::default();
    let organisation = fields.optional("/organisation", body.organisation.as_ref(), "an id", Id::parse);
    let name = fields.optional("/name", body.name.as_ref(), "a text", NonEmptyText::parse);
    let invited = match (organisation, name) {
        (Some(organisation), None) => Some(Invited::Registered(organisation)),
        (None, Some(name)) => Some(Invited::Named(name)),
        _ => {
            fields.refuse("/organisation", "name either an organisation or somebody who is none here".to_owned());
            None
        }
    };
    let code = fields.parsed("/code", &body.code, "a version of a code (`id@version`)", |text| {
        let (code, version) = text.split_once('@')?;
        PartId::parse(code).zip(PartId::parse(version))
    });
    let words = fields.optional("/words", body.words.as_ref(), "a text", NonEmptyText::parse);
    let hoped_until = fields.optional("/hoped_until", body.hoped_until.as_ref(), DAY, |text| text.parse().ok());
    let (invited, (code, version)) = fields.done(invited.zip(code))?;
    let secret = new_invitation_secret()?;
    let command = SendInvitation { invited, code, version, email: body.email, words, hoped_until, secret };
    let (written, secret) = (command.clone(), command.secret.clone());
    answered(call, &written, &secret, |context, write| send_invitation(context, &command, write))
}

fn send_again(call: &Call<'_>) -> Result<Reply, Problem> {
    let id = named(call)?;
    let wanted = Wanted { id: Some(&id), ..Wanted::default() };
    let found = invitations(&call.page.context()?, &wanted, call.page.today, 1)?.pop();
    let found = found.ok_or_else(|| Problem::not_found(format!("there is no invitation `{id}`")))?;
    let secret = new_invitation_secret()?;
    answered(call, &as_sent(found, secret.clone()), &secret, |context, write| {
        send_invitation_again(context, &id, &secret, write)
    })
}

/// Sends something with a link, and gives the link where no letter went out with it.
fn answered(
    call: &Call<'_>,
    command: &SendInvitation,
    secret: &Secret,
    act: impl FnOnce(
        &adhere_actions::Context<'_>,
        Option<WriteLetter<'_>>,
    ) -> Result<
        adhere_store::Changed<adhere_actions::invitations::SentInvitation>,
        adhere_actions::ActionError,
    >,
) -> Result<Reply, Problem> {
    let letter = |secret: &Secret| call.page.invitation_to_adhere(command, secret);
    let write: Option<WriteLetter<'_>> = if call.page.service.sends_letters() { Some(&letter) } else { None };
    let (entries, outcome) = call.record(None, |context| act(context, write))?;
    let secret = outcome.filter(|sent| sent.letters == 0).map(|_| call.page.invitation_link(secret));
    Ok(Reply::Recorded { entries, location: "/api/v1/invitations-to-adhere".to_owned(), secret })
}
