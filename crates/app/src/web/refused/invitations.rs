//! Why something is not recorded of an invitation to adhere, by key.

use adhere_domain::adherence::invitations::{InvitationRefusal, LONGEST};

use crate::web::said::Said;

/// What is told of a refusal.
pub(super) fn invitation(refusal: &InvitationRefusal) -> Said {
    match refusal {
        InvitationRefusal::Unknown(id) => Said::new("refused-no-invitation-to-adhere").of("id", id),
        InvitationRefusal::Taken(id) => Said::new("refused-invitation-taken").of("id", id),
        InvitationRefusal::TooLong { bytes } => {
            Said::new("refused-invitation-too-long").number("bytes", *bytes).number("most", LONGEST)
        }
        InvitationRefusal::DayOver { until, today } => {
            Said::new("refused-invitation-day-over").of("until", until).of("today", today)
        }
        InvitationRefusal::InvitedAlready { organisation, other } => {
            Said::new("refused-invited-already").of("organisation", organisation).of("other", other)
        }
        InvitationRefusal::NameInvitedAlready { name, other } => {
            Said::new("refused-name-invited-already").of("name", name).of("other", other)
        }
        InvitationRefusal::Withdrawn(id) => Said::new("refused-invitation-withdrawn").of("id", id),
        InvitationRefusal::Declined(id) => Said::new("refused-invitation-declined").of("id", id),
        InvitationRefusal::Adheres { organisation, code, version } => Said::new("refused-adheres-to-version")
            .of("organisation", organisation)
            .of("code", code)
            .of("version", version),
    }
}
