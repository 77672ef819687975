//! Why somebody is not let in, or nothing is changed about how they get in.

use adhere_domain::parties::organisation::{OrganisationId, PersonId};

use super::password::PasswordRefusal;

/// Why somebody is not let in, or nothing is changed about how they get in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccessError {
    /// The address and the password are not those of an account that can be entered, or it was tried too often: which of
    /// these is for nobody to know.
    #[error(
        "the address or the password is wrong, or it was tried too often: wait a quarter of an hour, or ask for a new password"
    )]
    NotLetIn,
    /// No account here is opened by who somebody is elsewhere, or it was tried too often: which of these is for nobody to
    /// know.
    #[error(
        "no account here is opened by that sign-in, or it was tried too often: ask who invited you whether the addresses are the same, or wait a quarter of an hour"
    )]
    NotLetInThere,
    /// Nobody was sent to sign in elsewhere who comes back so.
    #[error("this way back was used already, is older than ten minutes, or belongs to another browser: begin again")]
    NotSent,
    /// Whoever unlinked the identity would have no way in left.
    #[error("no password is set, so that nothing else would let you in: set one first")]
    OnlyWayIn,
    /// The code of the second factor is wrong, or was used already.
    #[error("the code is wrong or was used already: wait for the next one")]
    WrongCode,
    /// There is a second factor already: who can put another in its place needs the password.
    #[error("a second factor is set already: remove it first, which takes the password")]
    HasSecondFactor,
    /// The invitation is not one, was used, or has ended.
    #[error("the invitation was used already or has ended: ask for a new one")]
    NoInvitation,
    /// What was shown names no session that goes on.
    #[error("nobody is signed in: sign in again")]
    NotSignedIn,
    /// A password is not one to take.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
    /// The text is no address for letters.
    #[error("`{0}` is not an address for letters, such as `jo@example.eu`")]
    Email(String),
    /// Another account has the address.
    #[error("another account has the address `{0}`")]
    EmailTaken(String),
    /// There is no account.
    #[error("`{0}` has no account that is open")]
    NoAccount(PersonId),
    /// A token ends in the past, or too late.
    #[error("a token ends after today, and within {most} days")]
    TokenEnds {
        /// How many days it may hold.
        most: i64,
    },
    /// There is no such session, token or second factor.
    #[error("there is no such thing, or it has ended already")]
    Nothing,
    /// Whoever was let in signs for nobody else.
    #[error("`{0}` has to sign this: whoever is signed in signs for nobody else")]
    SignsForOther(PersonId),
    /// No organisation runs the instance: nobody said whose key it signs with.
    #[error("nobody said which organisation runs this instance; `adhere account begin` does")]
    NobodyRuns,
    /// Another organisation runs the instance.
    #[error("`{0}` runs this instance already: its key signs here")]
    OtherRuns(OrganisationId),
    /// The id of the organisation is too long to name its key after it.
    #[error("the id `{0}` is too long to name a key after it: at most 57 characters")]
    LongId(OrganisationId),
    /// A password could not be turned into what is kept of it.
    #[error("the password cannot be kept: {0}")]
    Hash(String),
    /// It was done too often from one place.
    #[error("this was done too often from where you are: try again in an hour")]
    TooOften,
    /// Too many wait for passwords to be looked at.
    #[error("too many are signing in just now: try again in a moment")]
    Crowded,
    /// No random bytes are to be had.
    #[error("this machine gives no random bytes")]
    Random,
}
