//! What keeps a package from being made, or an acknowledgement from being filed.

use adhere_domain::adherence::register::life::AdherenceId;
use adhere_domain::codes::id::PartId;
use adhere_domain::digest::Digest;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_journal::disclosure::error::DisclosureError;
use adhere_journal::entry::EntryError;
use adhere_journal::package::claims::ClaimsError;
use adhere_journal::package::letter::LetterError;
use adhere_journal::package::logged::RecordError;
use adhere_journal::package::refusal::PackageRefusal;
use jiff::Timestamp;

/// What keeps a package from being made, or an acknowledgement from being filed.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// Nobody said whose the author key of this instance is.
    #[error(
        "the author key {key} of this instance is not recorded; add it to your organisation with `adhere party key add`"
    )]
    NobodysKey {
        /// The public part.
        key: Digest,
    },
    /// Nobody is registered under the id.
    #[error("the organisation `{0}` is not registered")]
    UnknownOrganisation(OrganisationId),
    /// There is no such adherence, or it does not hold today.
    #[error("the adherence `{0}` is not one that holds today")]
    NoAdherence(AdherenceId),
    /// The adherence is another organisation's.
    #[error("the adherence `{adherence}` is that of `{found}`, and this instance signs for `{expected}`")]
    OfAnother {
        /// The adherence.
        adherence: AdherenceId,
        /// Whose it is.
        found: OrganisationId,
        /// For whom this instance signs.
        expected: OrganisationId,
    },
    /// The version of the code is not published here.
    #[error("version `{version}` of the code `{code}` is not published")]
    NotPublished {
        /// The code.
        code: PartId,
        /// Its version.
        version: PartId,
    },
    /// No package with such a file was filed here.
    #[error("no package with the SHA-256 {0} was filed here, so that there is nothing to decide on")]
    NotFiled(Digest),
    /// A later package of the same thread came.
    #[error("the package `{by}` came later and takes the place of this one; decide on that one, or refuse it first")]
    Superseded {
        /// The id of the later one.
        by: String,
    },
    /// It declares the adherence of somebody else.
    #[error("`{issuer}` signed it, and it declares the adherence of `{provider}`: refuse it")]
    SpeaksForAnother {
        /// Who signed it.
        issuer: String,
        /// Whose adherence it declares.
        provider: String,
    },
    /// What it says cannot be read any more.
    #[error(transparent)]
    Claims(#[from] ClaimsError),
    /// What was answered later was filed already.
    #[error("what was answered at {filed} was filed already, and this was answered earlier, at {found}")]
    Outdated {
        /// When the answer that was filed was given.
        filed: Timestamp,
        /// When this one was.
        found: Timestamp,
    },
    /// There is nothing to send.
    #[error("nothing is recorded that such a package would hold")]
    Nothing,
    /// No package with the id was sent from here.
    #[error("no package `{0}` was sent from here")]
    NoPackage(String),
    /// The acknowledgement is about a file that was not written here.
    #[error("the acknowledgement is about the file {0}, which was not sent from here")]
    NotSent(Digest),
    /// The acknowledgement is refused.
    #[error("the acknowledgement is refused [{code}]: {refusal}", code = .0.code(), refusal = .0)]
    Acknowledgement(PackageRefusal),
    /// The statement cannot be signed as asked.
    #[error(transparent)]
    Disclosure(#[from] DisclosureError),
    /// The record of the journal cannot be shown.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The entry that holds the statement cannot be shown.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// The file cannot be written.
    #[error(transparent)]
    Letter(#[from] LetterError),
    /// What opens the entry that holds the statement was erased.
    #[error("entry {0} cannot be shown: it is not kept any more")]
    Erased(u64),
    /// No random numbers.
    #[error(transparent)]
    Random(#[from] getrandom::Error),
    /// The bytes that are kept of a package are gone.
    #[error("the bytes with the SHA-256 {0} are not kept; run `adhere store audit`")]
    BytesGone(Digest),
}
