//! Invitations to adhere to a published version of a code, and what becomes of them.
//!
//! Art. 56(7) AI Act lets the AI Office ask every provider of a general-purpose AI model to follow a code of practice.
//! The law names no day by which they answer, so that the day of an invitation is a wish. Whether somebody adheres says
//! the register alone: nothing here repeats it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use thiserror::Error;

use super::register::Register;
use super::register::life::Life;
use crate::codes::id::PartId;
use crate::id::Id;
use crate::law::reasons::Rule;
use crate::parties::organisation::OrganisationId;
use crate::recorded::Misfit;
use crate::text::NonEmptyText;

static KNOWN: Rule = Rule::of_adhere("invitation-known", &[]);
static NEW: Rule = Rule::of_adhere("invitation-new", &[]);
static SHORT: Rule = Rule::of_adhere("invitation-short", &[]);
static DATED: Rule = Rule::of_adhere("invitation-dated", &[]);
static OPEN: Rule = Rule::of_adhere("invitation-open", &[]);
static UNANSWERED: Rule = Rule::of_adhere("invitation-unanswered", &[]);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] = &[&KNOWN, &NEW, &SHORT, &DATED, &OPEN, &UNANSWERED];

/// The words of an invitation, or of an answer to one, have at most so many bytes.
pub const LONGEST: usize = 4000;

/// Marks ids of invitations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfInvitation {}

/// The id of an invitation.
pub type InvitationId = Id<OfInvitation>;

/// Who is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invited {
    /// An organisation that is registered here.
    Registered(OrganisationId),
    /// Somebody who is not, by name.
    Named(NonEmptyText),
}

/// What an invitation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The code.
    pub code: PartId,
    /// The version that is to be adhered to.
    pub version: PartId,
    /// Where the letter goes, if it goes to an address of its own.
    pub email: Option<NonEmptyText>,
    /// What whoever invites says beside it.
    pub words: Option<NonEmptyText>,
    /// The day until which an answer is hoped for. It binds nobody.
    pub hoped_until: Option<Date>,
    /// The SHA-256 of what is in the link of the letter.
    pub reference: [u8; 32],
}

/// Something that happened to an invitation, or is to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationEvent {
    /// The invitation.
    pub id: InvitationId,
    /// Who is invited.
    pub invited: Invited,
    /// What happened.
    pub change: InvitationChange,
}

/// What can happen to an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvitationChange {
    /// It was sent.
    Sent(Box<Invitation>),
    /// It was sent again: the link of this SHA-256 takes the place of the one before.
    SentAgain([u8; 32]),
    /// Whoever was invited declined, and may have said why.
    Declined(Option<NonEmptyText>),
    /// Whoever invited took it back, and may have said why.
    Withdrawn(Option<NonEmptyText>),
}

/// How an invitation stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationState {
    /// It waits for an answer.
    Waiting,
    /// It waits for an answer, and the day that was hoped for is over.
    Lapsed,
    /// The register says that whoever was invited adhered after it.
    Declared,
    /// It was declined.
    Declined,
    /// It was withdrawn.
    Withdrawn,
}

/// Why something is not recorded of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum InvitationRefusal {
    /// There is none.
    #[error("there is no invitation `{0}`")]
    Unknown(InvitationId),
    /// The id is taken by another.
    #[error("the id `{0}` names another invitation")]
    Taken(InvitationId),
    /// It says too much.
    #[error("the text has {bytes} bytes, and at most {LONGEST} are taken")]
    TooLong {
        /// How many bytes it has.
        bytes: usize,
    },
    /// The day is over.
    #[error("{until} is over on {today}, and nobody can answer until then")]
    DayOver {
        /// The day that was hoped for.
        until: Date,
        /// The day that it is.
        today: Date,
    },
    /// The same was asked of the organisation already, and it has not answered.
    #[error("`{organisation}` was invited to that already, by `{other}`; send that invitation again")]
    InvitedAlready {
        /// Who is invited.
        organisation: OrganisationId,
        /// The invitation that waits.
        other: InvitationId,
    },
    /// The same was asked of somebody of that name already, who has not answered.
    #[error("somebody called `{name}` was invited to that already, by `{other}`; send that invitation again")]
    NameInvitedAlready {
        /// The name.
        name: NonEmptyText,
        /// The invitation that waits.
        other: InvitationId,
    },
    /// It was withdrawn.
    #[error("the invitation `{0}` was withdrawn")]
    Withdrawn(InvitationId),
    /// It was declined.
    #[error("the invitation `{0}` was declined")]
    Declined(InvitationId),
    /// There is nothing to invite to, or to decline.
    #[error("`{organisation}` adheres to version `{version}` of `{code}` already")]
    Adheres {
        /// Who is invited.
        organisation: OrganisationId,
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
    },
}

/// An invitation with what was recorded of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownInvitation {
    /// Who is invited.
    pub invited: Invited,
    /// What it said when it was sent.
    pub invitation: Invitation,
    /// The SHA-256 of what is in the link that counts.
    pub reference: [u8; 32],
    /// Whether it was declined.
    pub is_declined: bool,
    /// Whether it was withdrawn.
    pub is_withdrawn: bool,
}

/// Some invitations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invitations(BTreeMap<InvitationId, KnownInvitation>);

impl Invited {
    /// The organisation, if it is registered.
    pub const fn organisation(&self) -> Option<&OrganisationId> {
        match self {
            Self::Registered(organisation) => Some(organisation),
            Self::Named(_) => None,
        }
    }

    /// Whether both are the same. Names are, however they are written in capitals and with blanks around them.
    pub fn is_same(&self, other: &Self) -> bool {
        let plain = |name: &NonEmptyText| name.as_str().trim().to_lowercase();
        match (self, other) {
            (Self::Registered(organisation), Self::Registered(other)) => organisation == other,
            (Self::Named(name), Self::Named(other)) => plain(name) == plain(other),
            (Self::Registered(_), Self::Named(_)) | (Self::Named(_), Self::Registered(_)) => false,
        }
    }

    /// The name of somebody who is not registered.
    pub const fn name(&self) -> Option<&NonEmptyText> {
        match self {
            Self::Registered(_) => None,
            Self::Named(name) => Some(name),
        }
    }
}

impl InvitationEvent {
    /// The event's kind in the journal.
    pub const fn kind(&self) -> &'static str {
        match self.change {
            InvitationChange::Sent(_) => "invitation.sent",
            InvitationChange::SentAgain(_) => "invitation.resent",
            InvitationChange::Declined(_) => "invitation.declined",
            InvitationChange::Withdrawn(_) => "invitation.withdrawn",
        }
    }
}

impl InvitationState {
    /// All states, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Waiting, "waiting"),
        (Self::Lapsed, "lapsed"),
        (Self::Declared, "declared"),
        (Self::Declined, "declined"),
        (Self::Withdrawn, "withdrawn"),
    ];

    /// Its name in data and messages.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(state, _)| *state == self).map_or("", |(_, id)| id)
    }

    /// The state of a name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == id).map(|(state, _)| state)
    }

    /// Whether it can be declined: nobody answered, and nobody took it back.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Lapsed)
    }
}

impl InvitationRefusal {
    /// The rule that is broken.
    pub const fn rule(&self) -> &'static Rule {
        match self {
            Self::Unknown(_) => &KNOWN,
            Self::Taken(_) | Self::InvitedAlready { .. } | Self::NameInvitedAlready { .. } => &NEW,
            Self::TooLong { .. } => &SHORT,
            Self::DayOver { .. } => &DATED,
            Self::Withdrawn(_) => &OPEN,
            Self::Declined(_) | Self::Adheres { .. } => &UNANSWERED,
        }
    }
}

impl Invitations {
    /// An invitation.
    pub fn get(&self, id: &InvitationId) -> Option<&KnownInvitation> {
        self.0.get(id)
    }

    /// The event that is to be recorded of an invitation; none when it is recorded already.
    ///
    /// # Errors
    /// A rule refuses it.
    pub fn decide(
        &self,
        event: InvitationEvent,
        register: &Register,
        today: Date,
    ) -> Result<Option<InvitationEvent>, InvitationRefusal> {
        let id = &event.id;
        let known = self.0.get(id);
        if let InvitationChange::Sent(invitation) = &event.change {
            return match known {
                Some(known) if known.invited == event.invited && known.invitation == **invitation => Ok(None),
                Some(_) => Err(InvitationRefusal::Taken(id.clone())),
                None => self.check_new(&event.invited, invitation, register, today).map(|()| Some(event)),
            };
        }
        let known = known.ok_or_else(|| InvitationRefusal::Unknown(id.clone()))?;
        match &event.change {
            InvitationChange::Declined(_) if known.is_declined && !known.is_withdrawn => return Ok(None),
            InvitationChange::Withdrawn(_) if known.is_withdrawn => return Ok(None),
            _ if known.is_withdrawn => return Err(InvitationRefusal::Withdrawn(id.clone())),
            InvitationChange::SentAgain(reference) if known.reference == *reference => return Ok(None),
            InvitationChange::SentAgain(_) if known.is_declined => return Err(InvitationRefusal::Declined(id.clone())),
            InvitationChange::Declined(words) | InvitationChange::Withdrawn(words) => check_short(words.as_ref())?,
            InvitationChange::Sent(_) | InvitationChange::SentAgain(_) => {}
        }
        check_unanswered(&known.invited, &known.invitation, register, today)?;
        Ok(Some(InvitationEvent { invited: known.invited.clone(), ..event }))
    }

    fn check_new(
        &self,
        invited: &Invited,
        invitation: &Invitation,
        register: &Register,
        today: Date,
    ) -> Result<(), InvitationRefusal> {
        check_short(invitation.words.as_ref())?;
        if let Some(until) = invitation.hoped_until.filter(|until| *until < today) {
            return Err(InvitationRefusal::DayOver { until, today });
        }
        check_unanswered(invited, invitation, register, today)?;
        let waits = |known: &KnownInvitation| {
            !known.is_declined
                && !known.is_withdrawn
                && known.invited.is_same(invited)
                && (&known.invitation.code, &known.invitation.version) == (&invitation.code, &invitation.version)
                && known.invitation.hoped_until.is_none_or(|until| today <= until)
        };
        let Some(other) = self.0.iter().find(|(_, known)| waits(known)).map(|(other, _)| other.clone()) else {
            return Ok(());
        };
        Err(match invited {
            Invited::Registered(organisation) => {
                InvitationRefusal::InvitedAlready { organisation: organisation.clone(), other }
            }
            Invited::Named(name) => InvitationRefusal::NameInvitedAlready { name: name.clone(), other },
        })
    }

    /// The invitations after an event.
    ///
    /// # Errors
    /// The event is about an invitation that is not there.
    pub fn apply(mut self, event: InvitationEvent) -> Result<Self, Misfit> {
        let kind = event.kind();
        let InvitationEvent { id, invited, change } = event;
        if let InvitationChange::Sent(invitation) = change {
            let (invitation, reference) = (*invitation.clone(), invitation.reference);
            let known = KnownInvitation { invited, invitation, reference, is_declined: false, is_withdrawn: false };
            self.0.insert(id, known);
            return Ok(self);
        }
        let known = self.0.get_mut(&id).ok_or_else(|| Misfit::new(kind, &id))?;
        match change {
            InvitationChange::Sent(_) => {}
            InvitationChange::SentAgain(reference) => known.reference = reference,
            InvitationChange::Declined(_) => known.is_declined = true,
            InvitationChange::Withdrawn(_) => known.is_withdrawn = true,
        }
        Ok(self)
    }
}

fn check_short(words: Option<&NonEmptyText>) -> Result<(), InvitationRefusal> {
    match words.map(|words| words.as_str().len()).filter(|bytes| *bytes > LONGEST) {
        Some(bytes) => Err(InvitationRefusal::TooLong { bytes }),
        None => Ok(()),
    }
}

/// Whoever adheres to the version, or will from a later day on, has answered.
fn check_unanswered(
    invited: &Invited,
    invitation: &Invitation,
    register: &Register,
    today: Date,
) -> Result<(), InvitationRefusal> {
    let Some(organisation) = invited.organisation() else { return Ok(()) };
    let (code, version) = (&invitation.code, &invitation.version);
    let mut records = register.lives.values().filter(|life| life.is_of(organisation, code)).flat_map(Life::records);
    if records.any(|record| record.version == *version && record.until.is_none_or(|until| today < until)) {
        let (organisation, code, version) = (organisation.clone(), code.clone(), version.clone());
        return Err(InvitationRefusal::Adheres { organisation, code, version });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
