//! Why a statement cannot be made, shown or believed.

use super::pointer::Pointer;
use crate::jwt::JwtError;

/// Why a statement with disclosures is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DisclosureError {
    /// The token itself is wrong.
    #[error(transparent)]
    Jwt(#[from] JwtError),
    /// The form with disclosures has a tilde after the token and after each disclosure.
    #[error("there is no `~`: the token has one after it, and one after each disclosure")]
    NoTilde,
    /// Something follows the last tilde.
    #[error("something follows the last `~`: key binding is not supported")]
    KeyBinding,
    /// A disclosure is not base64url of a JSON array of salt, name and value, or of salt and value.
    #[error("`{text}` is not a disclosure: {reason}")]
    NotADisclosure {
        /// Its text.
        text: String,
        /// What is wrong.
        reason: String,
    },
    /// The hash is not SHA-256.
    #[error("digests are made with `{found}`, and only `sha-256` is accepted")]
    HashAlgorithm {
        /// What the token names.
        found: String,
    },
    /// Digests stand where they cannot, or are not text.
    #[error("the digests at `{at}` are malformed")]
    MalformedDigests {
        /// Where.
        at: Pointer,
    },
    /// A claim has a name that the format keeps for itself.
    #[error("`{name}` at `{at}` is a name that the format keeps for itself")]
    ReservedName {
        /// The object.
        at: Pointer,
        /// The name.
        name: String,
    },
    /// A digest stands twice.
    #[error("the digest `{digest}` stands twice")]
    RepeatedDigest {
        /// It.
        digest: String,
    },
    /// A disclosure was handed over twice.
    #[error("the disclosure with the digest `{digest}` is there twice")]
    RepeatedDisclosure {
        /// Its digest.
        digest: String,
    },
    /// A disclosure that nothing in the token refers to.
    #[error("nothing refers to the disclosure with the digest `{digest}`")]
    UnreferencedDisclosure {
        /// Its digest.
        digest: String,
    },
    /// The disclosure of a property stands for an element, or the other way round.
    #[error("the disclosure with the digest `{digest}` does not fit its place at `{at}`")]
    WrongPlace {
        /// The object or array.
        at: Pointer,
        /// Its digest.
        digest: String,
    },
    /// A disclosed property is there already.
    #[error("`{name}` at `{at}` is both stated and disclosed")]
    RepeatedName {
        /// The object.
        at: Pointer,
        /// The name.
        name: String,
    },
    /// Values are nested too deeply.
    #[error("values are nested more than {limit} deep")]
    TooDeep {
        /// How deep they may be.
        limit: usize,
    },
    /// Something is to be hidden, or shown, that is not there to be hidden or shown.
    #[error("there is nothing at `{at}` that can be hidden or shown")]
    NothingThere {
        /// Where it was looked for.
        at: Pointer,
    },
    /// A claim without which the token cannot be judged is to be hidden.
    #[error("`{at}` must stay visible: without it the statement cannot be judged")]
    MustStayVisible {
        /// Which.
        at: Pointer,
    },
    /// The source of salts ran dry.
    #[error("the source of salts ran dry")]
    NoSalt,
    /// The source of salts repeats itself, so that hidden values could be guessed.
    #[error("the source of salts repeats itself")]
    RepeatedSalt,
}
