//! Inviting providers to adhere to a published version of a code: sending an invitation, sending it again, taking it
//! back; declining one, with a role or with what was in the letter; and reading them.
//!
//! Of what is in a letter its SHA-256 alone is kept. It shows one invitation, lets decline that one, and ends when the
//! invitation is sent again or withdrawn.

use std::collections::BTreeSet;

use adhere_domain::adherence::invitations::{
    Invitation, InvitationChange, InvitationEvent, InvitationId, InvitationRefusal, Invitations, Invited,
};
use adhere_domain::adherence::register::Register;
use adhere_domain::adherence::register::declare::open_version;
use adhere_domain::adherence::register::refusal::RegisterRefusal;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::digest::Digest;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::{OrganisationId, OrganisationKind};
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::access::AccountId;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use adhere_store::mail::{self, Letter};
use adhere_store::projection::invitation::{Kept, Wanted, list};
use adhere_store::projection::organisation;
use adhere_store::reading::about;
use adhere_store::{Change, Changed, StoreError};
use jiff::civil::Date;

use crate::access::holders::accounts_of;
use crate::access::inviting::{WriteLetter, address, put_down};
use crate::access::{Secret, hex_of, random};
use crate::adherence::lives;
use crate::codes::publications;
use crate::context::Context;
use crate::error::ActionError;
use crate::party::known as known_party;

/// So many organisations are offered to be invited.
const MOST_OFFERED: u64 = 5000;

/// An invitation that is to be sent.
#[derive(Clone, Debug)]
pub struct SendInvitation {
    /// Who is invited.
    pub invited: Invited,
    /// To which code.
    pub code: PartId,
    /// To which version of it.
    pub version: PartId,
    /// Where the letter goes; to those who answer for the organisation here where none is named.
    pub email: Option<String>,
    /// What is said beside it.
    pub words: Option<NonEmptyText>,
    /// The day until which an answer is hoped for.
    pub hoped_until: Option<Date>,
    /// What is in the link of the letter; the same once more changes nothing.
    pub secret: Secret,
}

/// An invitation that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentInvitation {
    /// Its id.
    pub id: InvitationId,
    /// To how many addresses a letter goes.
    pub letters: usize,
}

/// What is put into a link, and nobody can guess.
pub fn new_invitation_secret() -> Result<Secret, ActionError> {
    Ok(Secret::new()?)
}

/// Invites somebody to adhere. With `write`, letters go out.
pub fn send_invitation(
    context: &Context<'_>,
    command: &SendInvitation,
    write: Option<WriteLetter<'_>>,
) -> Result<Changed<SentInvitation>, ActionError> {
    context.change(|change| {
        context.permit_here(change.tx(), Permission::SendInvitations)?;
        let event = checked(context, change.tx(), command)?;
        let (id, invited) = (event.id.clone(), event.invited.clone());
        let email = command.email.as_deref().map(address).transpose()?;
        let is_new = decide(context, change, event)?;
        let letters = if is_new { write_to(context, change, (&invited, email), &command.secret, write)? } else { 0 };
        Ok(SentInvitation { id, letters })
    })
}

/// Whether an invitation would be sent; nothing is recorded.
pub fn check_invitation(context: &Context<'_>, command: &SendInvitation) -> Result<(), ActionError> {
    context.store.read(|tx| {
        context.permit_here(tx, Permission::SendInvitations)?;
        let event = checked(context, tx, command)?;
        let (invitations, register) = grounds(tx, &event)?;
        Ok(invitations.decide(event, &register, context.today).map(|_| ())?)
    })
}

/// Sends an invitation again, with another link in the place of the one before.
pub fn send_invitation_again(
    context: &Context<'_>,
    id: &InvitationId,
    secret: &Secret,
    write: Option<WriteLetter<'_>>,
) -> Result<Changed<SentInvitation>, ActionError> {
    context.change(|change| {
        context.permit_here(change.tx(), Permission::SendInvitations)?;
        let invitations = those(change.tx(), [id])?;
        let known = invitations.get(id).ok_or_else(|| InvitationRefusal::Unknown(id.clone()))?;
        let (invited, email) = (known.invited.clone(), known.invitation.email.as_ref().map(ToString::to_string));
        let again = InvitationChange::SentAgain(secret.digest().0);
        let event = InvitationEvent { id: id.clone(), invited: invited.clone(), change: again };
        let is_new = decide(context, change, event)?;
        let letters = if is_new { write_to(context, change, (&invited, email), secret, write)? } else { 0 };
        Ok(SentInvitation { id: id.clone(), letters })
    })
}

/// Takes an invitation back.
pub fn withdraw_invitation(
    context: &Context<'_>,
    id: &InvitationId,
    reason: Option<NonEmptyText>,
) -> Result<Changed<()>, ActionError> {
    context.change(|change| {
        context.permit_here(change.tx(), Permission::SendInvitations)?;
        follow_up(context, change, id, InvitationChange::Withdrawn(reason))
    })
}

/// Declines an invitation for the organisation that it is for.
pub fn decline_invitation(
    context: &Context<'_>,
    organisation: &OrganisationId,
    id: &InvitationId,
    reason: Option<NonEmptyText>,
) -> Result<Changed<()>, ActionError> {
    context.change(|change| {
        context.permit(change.tx(), Permission::AnswerInvitations, organisation)?;
        let invitations = those(change.tx(), [id])?;
        let is_own = invitations.get(id).is_some_and(|known| known.invited.organisation() == Some(organisation));
        if !is_own {
            return Err(InvitationRefusal::Unknown(id.clone()).into());
        }
        follow_up(context, change, id, InvitationChange::Declined(reason))
    })
}

/// Declines the invitation whose letter held the secret; gives its id, or nothing where there is none.
pub fn decline_by_letter(
    context: &Context<'_>,
    secret: &Secret,
    reason: Option<NonEmptyText>,
) -> Result<Changed<Option<InvitationId>>, ActionError> {
    context.change(|change| {
        let Some(id) = named_by(change.tx(), secret)? else { return Ok(None) };
        follow_up(context, change, &id, InvitationChange::Declined(reason))?;
        Ok(Some(id))
    })
}

/// The invitation whose letter held the secret, as it stands today; nothing where there is none.
pub fn invitation_by_letter(context: &Context<'_>, secret: &Secret) -> Result<Option<Kept>, ActionError> {
    context.store.read(|tx| {
        let Some(id) = named_by(tx, secret)? else { return Ok(None) };
        let wanted = Wanted { id: Some(&id), ..Wanted::default() };
        Ok(list(tx, &wanted, context.today, 1).map_err(StoreError::from)?.pop())
    })
}

/// The invitations that are asked for, as they stand on a day, that which was sent last first, at most so many.
pub fn invitations(
    context: &Context<'_>,
    wanted: &Wanted<'_>,
    day: Date,
    limit: u64,
) -> Result<Vec<Kept>, ActionError> {
    context.store.read(|tx| {
        context.permit_here(tx, Permission::ReadFacilitation)?;
        Ok(list(tx, wanted, day, limit).map_err(StoreError::from)?)
    })
}

/// The same of those to one organisation.
pub fn invitations_to(
    context: &Context<'_>,
    organisation: &OrganisationId,
    wanted: &Wanted<'_>,
    day: Date,
    limit: u64,
) -> Result<Vec<Kept>, ActionError> {
    context.store.read(|tx| {
        context.permit(tx, Permission::ReadWork, organisation)?;
        let wanted = Wanted { organisation: Some(organisation), ..wanted.clone() };
        Ok(list(tx, &wanted, day, limit).map_err(StoreError::from)?)
    })
}

/// The organisations that are registered here, by id and name, at most so many as a list offers.
pub fn organisations_to_invite(context: &Context<'_>) -> Result<Vec<(OrganisationId, NonEmptyText)>, ActionError> {
    context.store.read(|tx| {
        context.permit_here(tx, Permission::SendInvitations)?;
        let found = organisation::list(tx, None, MOST_OFFERED).map_err(StoreError::from)?;
        Ok(found.into_iter().map(|(id, organisation)| (id, organisation.name)).collect())
    })
}

/// The event of an invitation to a version that can be adhered to.
fn checked(
    context: &Context<'_>,
    tx: &mut Transaction<'_>,
    command: &SendInvitation,
) -> Result<InvitationEvent, ActionError> {
    let SendInvitation { invited, code, version, email, words, hoped_until, secret } = command.clone();
    let publications = publications(tx, &code)?;
    let profile = open_version(&publications, &code, &version, context.today)?.profile;
    if let Some(organisation) = invited.organisation() {
        let known = known_party(tx, organisation)?;
        let known = known.organisations.get(organisation);
        let known = known.ok_or_else(|| RegisterRefusal::UnknownProvider(organisation.clone()))?;
        // Art. 56(7): providers of general-purpose AI models are invited.
        if profile == Profile::Aia56 && !known.kinds.contains(&OrganisationKind::Provider) {
            return Err(RegisterRefusal::NotAProvider(organisation.clone()).into());
        }
    }
    let email = email.as_deref().map(address).transpose()?;
    let email = email.as_deref().and_then(NonEmptyText::parse);
    let reference = secret.digest().0;
    let id = invitation_id(&reference);
    let sent = Invitation { code, version, email, words, hoped_until, reference };
    Ok(InvitationEvent { id, invited, change: InvitationChange::Sent(Box::new(sent)) })
}

/// The id of the invitation that is sent with a secret, by its digest.
fn invitation_id(reference: &[u8; 32]) -> InvitationId {
    let text = hex_of(reference.iter().take(8));
    #[expect(clippy::expect_used, reason = "sixteen hexadecimal digits are an id")]
    let id = Id::parse(&text).expect("an id");
    id
}

/// What was recorded of some invitations.
fn those<'i>(
    tx: &mut Transaction<'_>,
    ids: impl IntoIterator<Item = &'i InvitationId>,
) -> Result<Invitations, ActionError> {
    let subjects: Vec<String> = ids.into_iter().map(subject::invitation).collect();
    let mut invitations = Invitations::default();
    for recorded in about(tx, Area::Invitation, &subjects)? {
        if let Event::Invitation(event) = recorded.event {
            invitations = invitations.apply(event)?;
        }
    }
    Ok(invitations)
}

/// What was recorded of an invitation and of others to whoever is invited, with what that adheres to.
fn grounds(tx: &mut Transaction<'_>, event: &InvitationEvent) -> Result<(Invitations, Register), ActionError> {
    let organisation = event.invited.organisation().map(subject::organisation);
    // Somebody who is not registered is found by the code, and by the name.
    let others = match (&organisation, &event.change) {
        (Some(organisation), _) => Some(organisation.clone()),
        (None, InvitationChange::Sent(sent)) => Some(subject::code(&sent.code)),
        (None, _) => None,
    };
    let mut ids = BTreeSet::from([event.id.clone()]);
    for recorded in about(tx, Area::Invitation, others.as_slice())? {
        if let Event::Invitation(other) = recorded.event
            && other.invited.is_same(&event.invited)
        {
            ids.insert(other.id);
        }
    }
    let register = match organisation {
        Some(organisation) => lives(tx, &[organisation])?,
        None => Register::default(),
    };
    Ok((those(tx, &ids)?, register))
}

/// Records an event if it is new.
fn decide(context: &Context<'_>, change: &mut Change<'_, '_>, event: InvitationEvent) -> Result<bool, ActionError> {
    let (invitations, register) = grounds(change.tx(), &event)?;
    let Some(event) = invitations.decide(event, &register, context.today)? else { return Ok(false) };
    change.record(Event::Invitation(event))?;
    Ok(true)
}

/// Records what becomes of an invitation that was sent.
fn follow_up(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    id: &InvitationId,
    next: InvitationChange,
) -> Result<(), ActionError> {
    let invitations = those(change.tx(), [id])?;
    let known = invitations.get(id).ok_or_else(|| InvitationRefusal::Unknown(id.clone()))?;
    let event = InvitationEvent { id: id.clone(), invited: known.invited.clone(), change: next };
    decide(context, change, event).map(|_| ())
}

/// The invitation that a secret opens: the one of its last letter, unless it was withdrawn.
fn named_by(tx: &mut Transaction<'_>, secret: &Secret) -> Result<Option<InvitationId>, ActionError> {
    let reference = secret.digest().0;
    let named = about(tx, Area::Invitation, &[subject::invitation_reference(&Digest::new(reference))])?;
    let id = named.into_iter().find_map(|recorded| match recorded.event {
        Event::Invitation(event) => Some(event.id),
        _ => None,
    });
    let Some(id) = id else { return Ok(None) };
    let invitations = those(tx, [&id])?;
    let is_it = invitations.get(&id).is_some_and(|known| known.reference == reference && !known.is_withdrawn);
    Ok(is_it.then_some(id))
}

/// Puts down a letter to the address, or to those who answer for the organisation; says to how many.
fn write_to(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    (invited, email): (&Invited, Option<String>),
    secret: &Secret,
    write: Option<WriteLetter<'_>>,
) -> Result<usize, ActionError> {
    let Some(write) = write else { return Ok(0) };
    let (subject, body) = write(secret);
    if let Some(recipient) = email {
        let id = AccountId::new(random()?).as_str().to_owned();
        let letter = Letter { id, recipient, subject, body, tries: 0 };
        mail::add(change.tx(), &letter, context.now).map_err(StoreError::from)?;
        return Ok(1);
    }
    let Some(organisation) = invited.organisation() else { return Ok(0) };
    let accounts = accounts_of(change.tx(), context, organisation, Permission::AnswerInvitations)?;
    for account in &accounts {
        put_down(change.tx(), context, account, (subject.clone(), body.clone()))?;
    }
    Ok(accounts.len())
}
