//! `adhere invitation`: inviting providers to adhere, by a link that is handed over. Letters go out from a server alone.

pub(super) mod arguments;

use adhere_actions::invitations::{
    SendInvitation, SentInvitation, check_invitation, decline_invitation, new_invitation_secret, send_invitation,
    send_invitation_again, withdraw_invitation,
};
use adhere_domain::adherence::invitations::{InvitationId, Invited};
use adhere_store::projection::invitation::{Kept, Wanted, list};
use adhere_store::{Changed, StoreError};
use anyhow::anyhow;
use jiff::civil::Date;

use self::arguments::{InvitationCommand, ListArguments, SendArguments};
use super::acting::{Instance, say_recorded};
use super::named::{AnswerFormat, page};
use super::store::arguments::Place;
use super::store::open::open;
use super::store::say;
use super::{CommandError, Exit};
use crate::clock;
use crate::web::api::invitations::wire;
use crate::words::Words;

/// Does what a subcommand asks for.
pub(super) fn invitation(command: &InvitationCommand) -> Result<Exit, CommandError> {
    match command {
        InvitationCommand::Send(arguments) => send(arguments)?,
        InvitationCommand::Again { acting, id } => {
            let instance = Instance::open(&acting.place)?;
            let secret = new_invitation_secret()?;
            say_link(&send_invitation_again(&instance.context(acting), id, &secret, None)?, &secret.text())?;
        }
        InvitationCommand::Withdraw { acting, id, reason } => {
            let instance = Instance::open(&acting.place)?;
            say_recorded(&withdraw_invitation(&instance.context(acting), id, reason.clone())?)?;
        }
        InvitationCommand::Decline { acting, organisation, id, reason } => {
            let instance = Instance::open(&acting.place)?;
            say_recorded(&decline_invitation(&instance.context(acting), organisation, id, reason.clone())?)?;
        }
        InvitationCommand::List(arguments) => listed(arguments)?,
        InvitationCommand::Show { place, id, as_of, format } => {
            let kept = shown(place, id, *as_of)?;
            say(&match format {
                AnswerFormat::Json => vec![json(kept)?],
                AnswerFormat::Text => told(&kept),
            })?;
        }
    }
    Ok(Exit::Done)
}

fn send(arguments: &SendArguments) -> Result<(), CommandError> {
    let SendArguments { acting, organisation, name, code, version, words, until, dry_run } = arguments;
    let invited = match (organisation, name) {
        (Some(organisation), _) => Invited::Registered(organisation.clone()),
        (None, Some(name)) => Invited::Named(name.clone()),
        (None, None) => return Err(anyhow!("name either an organisation or somebody who is none here").into()),
    };
    let secret = new_invitation_secret()?;
    let command = SendInvitation {
        invited,
        code: code.clone(),
        version: version.clone(),
        email: None,
        words: words.clone(),
        hoped_until: *until,
        secret: secret.clone(),
    };
    let instance = Instance::open(&acting.place)?;
    if *dry_run {
        check_invitation(&instance.context(acting), &command)?;
        return Ok(say(&[Words::english()?.text("invitation-nothing-yet")])?);
    }
    say_link(&send_invitation(&instance.context(acting), &command, None)?, &secret.text())
}

/// What was recorded, and the link. Whoever has it can decline: it is shown once, and kept nowhere.
fn say_link(sent: &Changed<SentInvitation>, secret: &str) -> Result<(), CommandError> {
    say_recorded(sent)?;
    let values = [("id", sent.outcome.id.to_string().into()), ("path", format!("/invited?key={secret}").into())];
    Ok(say(&[Words::english()?.with("invitation-hand-over", &values)])?)
}

fn listed(arguments: &ListArguments) -> Result<(), CommandError> {
    let ListArguments { place, organisation, code, state, as_of, before, limit, format } = arguments;
    let store = open(place)?;
    let wanted = Wanted {
        organisation: organisation.as_ref(),
        code: code.as_ref(),
        state: *state,
        before: *before,
        known_before: as_of.and_then(clock::end_of),
        id: None,
    };
    let day = as_of.unwrap_or_else(clock::today);
    let found = store.read(|tx| list(tx, &wanted, day, *limit).map_err(StoreError::from));
    let found = found.map_err(anyhow::Error::from)?;
    let last = found.last().map(|last| last.entry_id);
    let lines = found.into_iter().map(|kept| match format {
        AnswerFormat::Json => json(kept),
        AnswerFormat::Text => Ok(line(&kept)),
    });
    let lines = lines.collect::<Result<Vec<String>, CommandError>>()?;
    Ok(say(&page(lines, last, *limit, *format, "invitations-empty")?)?)
}

fn shown(place: &Place, id: &InvitationId, as_of: Option<Date>) -> Result<Kept, CommandError> {
    let store = open(place)?;
    let wanted = Wanted { id: Some(id), known_before: as_of.and_then(clock::end_of), ..Wanted::default() };
    let day = as_of.unwrap_or_else(clock::today);
    let found = store.read(|tx| list(tx, &wanted, day, 1).map_err(StoreError::from)).map_err(anyhow::Error::from)?;
    let missing = || anyhow!("there is no invitation `{id}`; `adhere invitation list` lists what there is");
    Ok(found.into_iter().next().ok_or_else(missing)?)
}

fn json(kept: Kept) -> Result<String, CommandError> {
    Ok(serde_json::to_string(&wire(kept)).map_err(anyhow::Error::from)?)
}

fn line(kept: &Kept) -> String {
    let to = match &kept.invited {
        Invited::Registered(organisation) => organisation.to_string(),
        Invited::Named(name) => name.to_string(),
    };
    format!("{}  {}  {}@{}  {to}", kept.id, kept.state.id(), kept.code, kept.version)
}

/// An invitation for people: how it stands, when it was sent, and what was said.
fn told(kept: &Kept) -> Vec<String> {
    let mut lines = vec![line(kept), format!("  {}  {}", kept.entry_id, kept.sent_at)];
    lines.extend(kept.hoped_until.map(|day| format!("  {day}")));
    let said = [&kept.words, &kept.decline_words, &kept.withdrawal_words];
    lines.extend(said.into_iter().flatten().map(|words| format!("  {words}")));
    lines
}
