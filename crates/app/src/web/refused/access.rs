//! Why somebody is not let in, by key.

use adhere_actions::access::{AccessError, LONGEST, PasswordRefusal, SHORTEST};

use crate::web::said::Said;

/// What is told of an error; nothing of one that only who runs this can mend.
pub(in crate::web) fn access(error: &AccessError) -> Option<Said> {
    Some(match error {
        AccessError::NotLetIn => Said::new("refused-not-let-in"),
        AccessError::NotLetInThere => Said::new("refused-not-let-in-there"),
        AccessError::NotSent => Said::new("refused-way-back"),
        AccessError::OnlyWayIn => Said::new("refused-only-way-in"),
        AccessError::Crowded => Said::new("refused-crowded"),
        AccessError::WrongCode => Said::new("refused-wrong-code"),
        AccessError::HasSecondFactor => Said::new("refused-has-second-factor"),
        AccessError::NoInvitation => Said::new("refused-no-invitation"),
        AccessError::NotSignedIn => Said::new("refused-not-signed-in"),
        AccessError::Password(refusal) => password(*refusal),
        AccessError::Email(text) => Said::new("refused-email").of("text", text),
        AccessError::EmailTaken(text) => Said::new("refused-email-taken").of("text", text),
        AccessError::NoAccount(person) => Said::new("refused-no-account").of("person", person),
        AccessError::TokenEnds { most } => Said::new("refused-token-ends").number("most", *most),
        AccessError::Nothing => Said::new("refused-nothing-such"),
        AccessError::SignsForOther(person) => Said::new("refused-signs-for-other").of("person", person),
        AccessError::NobodyRuns => Said::new("refused-nobody-runs"),
        AccessError::OtherRuns(organisation) => Said::new("refused-other-runs").of("organisation", organisation),
        AccessError::LongId(organisation) => Said::new("refused-long-id").of("organisation", organisation),
        AccessError::TooOften => Said::new("refused-too-often"),
        AccessError::Hash(_) | AccessError::Random => return None,
    })
}

/// Why a password is not taken.
fn password(refusal: PasswordRefusal) -> Said {
    match refusal {
        PasswordRefusal::TooShort => Said::new("access-too-short").number("shortest", SHORTEST),
        PasswordRefusal::TooLong => Said::new("access-too-long").number("longest", LONGEST),
        PasswordRefusal::Breached => Said::new("access-breached"),
        PasswordRefusal::Own => Said::new("access-own"),
    }
}
