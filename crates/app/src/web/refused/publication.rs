//! Why a version of a code is not recorded as published, by key.

use adhere_domain::codes::publication::PublicationRefusal;

use crate::web::said::Said;

/// What is told of a refusal.
pub(super) fn publication(refusal: &PublicationRefusal) -> Said {
    match refusal {
        PublicationRefusal::VersionTaken { code, version, digest } => {
            Said::new("refused-version-taken").of("code", code).of("version", version).of("digest", digest)
        }
        PublicationRefusal::SameText { code, version } => {
            Said::new("refused-same-text").of("code", code).of("version", version)
        }
        PublicationRefusal::ParticularsDiffer { code, version, published } => {
            Said::new("refused-particulars-differ").of("code", code).of("version", version).of("published", published)
        }
        PublicationRefusal::NotYet { published, today } => {
            Said::new("refused-published-ahead").of("published", published).of("today", today)
        }
        PublicationRefusal::ProfileDiffers { code, known } => {
            Said::new("refused-profile-differs").of("code", code).word("profile", format!("profile-{}", known.id()))
        }
        PublicationRefusal::FollowsNothing { code, latest } => {
            Said::new("refused-follows-nothing").of("code", code).of("latest", latest)
        }
        PublicationRefusal::FollowsUnknown { code, version } => {
            Said::new("refused-follows-unknown").of("code", code).of("version", version)
        }
        PublicationRefusal::FollowsLater { code, version, published } => {
            Said::new("refused-follows-later").of("code", code).of("version", version).of("published", published)
        }
        PublicationRefusal::SameDay { code, version } => {
            Said::new("refused-same-day").of("code", code).of("version", version)
        }
        PublicationRefusal::SucceedsFirst { on } => Said::new("refused-succeeds-first").of("on", on),
    }
}
