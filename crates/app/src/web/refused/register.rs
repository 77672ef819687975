//! Why something is refused by the register, by key.

use adhere_domain::adherence::register::refusal::RegisterRefusal;

use crate::web::said::Said;

/// What is told of a refusal.
pub(super) fn register(refusal: &RegisterRefusal) -> Said {
    match refusal {
        // Which rule it is, is told with the rule itself.
        RegisterRefusal::ScopeNotAllowed { model, rule: _ } => Said::new("refused-scope").of("model", model),
        RegisterRefusal::NoCodeUnderArticle56(code) => Said::new("refused-no-code-of-art-56").of("code", code),
        RegisterRefusal::InterestedInFull { provider, code } => {
            Said::new("refused-interested-in-full").of("provider", provider).of("code", code)
        }
        RegisterRefusal::UnknownProvider(id) => Said::new("refused-no-organisation").of("id", id),
        RegisterRefusal::UnknownAdherence(id) => Said::new("refused-no-adherence").of("id", id),
        RegisterRefusal::IdTaken(id) => Said::new("refused-adherence-taken").of("id", id),
        RegisterRefusal::UnknownCode(code) => Said::new("refused-no-code").of("code", code),
        RegisterRefusal::NotAProvider(id) => Said::new("refused-no-provider").of("id", id),
        RegisterRefusal::SignedAhead { on, today } => Said::new("refused-signed-ahead").of("on", on).of("today", today),
        RegisterRefusal::CannotBind { person, provider, on } => {
            Said::new("refused-cannot-bind").of("person", person).of("provider", provider).of("on", on)
        }
        RegisterRefusal::BackDated { from, signed } => {
            Said::new("refused-back-dated").of("from", from).of("signed", signed)
        }
        RegisterRefusal::UnknownModel { model: Some(model) } => Said::new("refused-no-model").of("model", model),
        RegisterRefusal::UnknownModel { model: None } => Said::new("refused-model-unnamed"),
        RegisterRefusal::ListedAhead { as_of, today } => {
            Said::new("refused-listed-ahead").of("as-of", as_of).of("today", today)
        }
        RegisterRefusal::ListedBeforeSince { as_of, since } => {
            Said::new("refused-listed-before").of("as-of", as_of).of("since", since)
        }
        RegisterRefusal::NotPublishedYet { code, version, published } => {
            Said::new("refused-not-published-yet").of("code", code).of("version", version).of("published", published)
        }
        RegisterRefusal::Succeeded { code, version, by, on } => {
            Said::new("refused-succeeded").of("code", code).of("version", version).of("by", by).of("on", on)
        }
        RegisterRefusal::UnknownChapter { code, chapter: Some(chapter) } => {
            Said::new("refused-no-chapter").of("code", code).of("chapter", chapter)
        }
        RegisterRefusal::UnknownChapter { code, chapter: None } => {
            Said::new("refused-chapter-unnamed").of("code", code)
        }
        RegisterRefusal::AdheresAlready { other, from, until: _ } => {
            Said::new("refused-adheres-already").of("other", other).of("from", from)
        }
        RegisterRefusal::Ended { id, from } => Said::new("refused-adherence-ended").of("id", id).of("from", from),
        RegisterRefusal::BehindLast { id, last } => Said::new("refused-behind-last").of("id", id).of("last", last),
        RegisterRefusal::DoesNotFollow { id, version, next } => {
            Said::new("refused-does-not-follow").of("id", id).of("version", version).of("next", next)
        }
        RegisterRefusal::NothingSaid { version, next } => {
            Said::new("refused-nothing-said").of("version", version).of("next", next)
        }
        RegisterRefusal::UnknownVersion { code, version } => {
            Said::new("refused-no-version").of("code", code).of("version", version)
        }
    }
}
