//! What happens to invitations to adhere. They are between whoever invites and whoever is invited: that somebody was
//! asked, and declined, is for nobody else. What is declared is public in the register.

use adhere_domain::adherence::invitations::{Invitation, InvitationChange, InvitationEvent, InvitationId, Invited};
use adhere_domain::codes::id::PartId;
use adhere_domain::digest::Digest;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use adhere_journal::payload::Payload;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{EventError, Wire, form, payload, spelling, subject};

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum InvitedWire {
    Organisation(#[serde(with = "spelling")] OrganisationId),
    Name(#[serde(with = "spelling")] NonEmptyText),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SentWire {
    #[serde(with = "spelling")]
    invitation: InvitationId,
    invited: InvitedWire,
    #[serde(with = "spelling")]
    code: PartId,
    #[serde(with = "spelling")]
    version: PartId,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    email: Option<NonEmptyText>,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    words: Option<NonEmptyText>,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    hoped_until: Option<Date>,
    #[serde(with = "spelling")]
    reference: [u8; 32],
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct AgainWire {
    #[serde(with = "spelling")]
    invitation: InvitationId,
    invited: InvitedWire,
    #[serde(with = "spelling")]
    reference: [u8; 32],
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct EndWire {
    #[serde(with = "spelling")]
    invitation: InvitationId,
    invited: InvitedWire,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    reason: Option<NonEmptyText>,
}

pub(super) fn to_wire(event: &InvitationEvent) -> Result<Wire, EventError> {
    let kind = event.kind();
    let InvitationEvent { id: invitation, invited, change } = event.clone();
    let (subject, invited) = (subject::invitation(&invitation), invited.into());
    let payload = match change {
        InvitationChange::Sent(sent) => {
            let Invitation { code, version, email, words, hoped_until, reference } = *sent;
            payload(kind, &SentWire { invitation, invited, code, version, email, words, hoped_until, reference })?
        }
        InvitationChange::SentAgain(reference) => payload(kind, &AgainWire { invitation, invited, reference })?,
        InvitationChange::Declined(reason) | InvitationChange::Withdrawn(reason) => {
            payload(kind, &EndWire { invitation, invited, reason })?
        }
    };
    Ok(Wire { kind, subject, payload })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<InvitationEvent, EventError> {
    Ok(match kind {
        "invitation.sent" => {
            let SentWire { invitation, invited, code, version, email, words, hoped_until, reference } =
                form(kind, payload)?;
            let sent = Invitation { code, version, email, words, hoped_until, reference };
            let change = InvitationChange::Sent(Box::new(sent));
            InvitationEvent { id: invitation, invited: invited.into(), change }
        }
        "invitation.resent" => {
            let AgainWire { invitation, invited, reference } = form(kind, payload)?;
            let change = InvitationChange::SentAgain(reference);
            InvitationEvent { id: invitation, invited: invited.into(), change }
        }
        "invitation.declined" => ended(form(kind, payload)?, InvitationChange::Declined),
        "invitation.withdrawn" => ended(form(kind, payload)?, InvitationChange::Withdrawn),
        _ => return Err(EventError::Kind(kind.to_owned())),
    })
}

/// Who is invited, the code, and what is in the link of the letter, by its digest.
pub(super) fn mentions(event: &InvitationEvent) -> Vec<String> {
    let mut names: Vec<String> = event.invited.organisation().map(subject::organisation).into_iter().collect();
    match &event.change {
        InvitationChange::Sent(sent) => {
            names.push(subject::code(&sent.code));
            names.push(subject::invitation_reference(&Digest::new(sent.reference)));
        }
        InvitationChange::SentAgain(reference) => {
            names.push(subject::invitation_reference(&Digest::new(*reference)));
        }
        InvitationChange::Declined(_) | InvitationChange::Withdrawn(_) => {}
    }
    names
}

fn ended(wire: EndWire, change: impl FnOnce(Option<NonEmptyText>) -> InvitationChange) -> InvitationEvent {
    let EndWire { invitation, invited, reason } = wire;
    InvitationEvent { id: invitation, invited: invited.into(), change: change(reason) }
}

impl From<Invited> for InvitedWire {
    fn from(invited: Invited) -> Self {
        match invited {
            Invited::Registered(organisation) => Self::Organisation(organisation),
            Invited::Named(name) => Self::Name(name),
        }
    }
}

impl From<InvitedWire> for Invited {
    fn from(wire: InvitedWire) -> Self {
        match wire {
            InvitedWire::Organisation(organisation) => Self::Registered(organisation),
            InvitedWire::Name(name) => Self::Named(name),
        }
    }
}
