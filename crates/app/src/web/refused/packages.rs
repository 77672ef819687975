//! Why a package is not made, or an acknowledgement not filed, by key.

use adhere_actions::packages::PackageError;

use crate::web::said::Said;

/// What is told of an error.
pub(super) fn package(error: &PackageError) -> Said {
    match error {
        PackageError::NobodysKey { key } => Said::new("refused-nobodys-key").of("key", key),
        PackageError::UnknownOrganisation(id) => Said::new("refused-no-organisation").of("id", id),
        PackageError::NoAdherence(id) => Said::new("refused-adherence-not-today").of("id", id),
        PackageError::OfAnother { adherence, found, expected } => {
            Said::new("refused-adherence-of-another").of("id", adherence).of("found", found).of("expected", expected)
        }
        PackageError::NotPublished { code, version } => {
            Said::new("refused-no-version").of("code", code).of("version", version)
        }
        PackageError::NotFiled(digest) => Said::new("refused-not-filed").of("digest", digest),
        PackageError::Superseded { by } => Said::new("refused-superseded").of("by", by),
        PackageError::SpeaksForAnother { issuer, provider } => {
            Said::new("refused-speaks-for-another").of("issuer", issuer).of("provider", provider)
        }
        PackageError::Outdated { filed, found } => {
            Said::new("refused-outdated").moment("filed", *filed).moment("found", *found)
        }
        PackageError::Nothing => Said::new("refused-nothing-to-send"),
        PackageError::NoPackage(id) => Said::new("refused-no-package").of("id", id),
        PackageError::NotSent(digest) => Said::new("refused-not-sent").of("digest", digest),
        PackageError::Acknowledgement(refusal) => Said::new("refused-acknowledgement").of("rule", refusal.code()),
        PackageError::Erased(entry) => Said::new("refused-entry-erased").of("entry", entry),
        PackageError::BytesGone(digest) => Said::new("refused-bytes-gone").of("digest", digest),
        // What keeps a file from being written is told as it is.
        PackageError::Disclosure(_)
        | PackageError::Claims(_)
        | PackageError::Record(_)
        | PackageError::Entry(_)
        | PackageError::Letter(_)
        | PackageError::Random(_) => Said::new("refused-package-cannot").of("reason", error),
    }
}
