//! What is told of getting in to who runs the instance: who was let in or not, how, and why; never what was shown.
//!
//! Each line has `about="access"`. Where it came from stands in the span around it, which the server makes.

use std::sync::OnceLock;

use adhere_domain::parties::organisation::PersonId;
use adhere_domain::parties::refusal::PartyRefusal;
use adhere_store::access::account::Account;
use sha2::{Digest as _, Sha256};

use super::secret::random;

/// Of whom something is told.
#[derive(Clone)]
pub(super) enum Who {
    /// Whoever has an account, by the person.
    Known(String),
    /// An address without an account, by a mark that it has until the program ends: what was typed may be a password.
    Unknown(String),
}

/// With what somebody gets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// An address and a password.
    Password,
    /// The code of a second factor, after the password.
    Code,
    /// What somebody has who lost the device that makes codes; each counts once.
    RecoveryCode,
    /// A token.
    Token,
    /// What was in an invitation or in a letter about a forgotten password.
    Link,
}

/// Why somebody is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Because {
    NoAccount,
    Closed,
    Wrong,
    TooManyGuesses,
    Ended,
}

impl Who {
    /// Whose account it is, or the mark of the address that has none.
    pub(super) fn of(account: Option<&Account>, email: &str) -> Self {
        account.map_or_else(|| Self::Unknown(mark(email)), |account| Self::person(&account.person))
    }

    pub(super) fn person(person: &PersonId) -> Self {
        Self::Known(person.to_string())
    }

    fn fields(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Self::Known(person) => (Some(person), None),
            Self::Unknown(mark) => (None, Some(mark)),
        }
    }
}

impl Way {
    const fn id(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Code => "code",
            Self::RecoveryCode => "recovery-code",
            Self::Token => "token",
            Self::Link => "link",
        }
    }
}

impl Because {
    const fn id(self) -> &'static str {
        match self {
            Self::NoAccount => "no-account",
            Self::Closed => "closed",
            Self::Wrong => "wrong",
            Self::TooManyGuesses => "too-many-guesses",
            Self::Ended => "ended",
        }
    }
}

/// The mark of a text, by a key that nobody has and that is gone with the program.
fn mark(text: &str) -> String {
    static KEY: OnceLock<[u8; 32]> = OnceLock::new();
    let key = KEY.get().copied().or_else(|| random::<32>().ok().map(|key| *KEY.get_or_init(|| key)));
    // Without random bytes there is no mark: an address that has no account is told in no other way.
    let Some(key) = key else { return String::new() };
    let digest = Sha256::new().chain_update(key).chain_update(text).finalize();
    super::hex_of(digest.iter().take(8))
}

/// Somebody was let in.
pub(super) fn let_in(who: &Who, way: Way) {
    let (person, unknown) = who.fields();
    tracing::info!(about = "access", person, unknown, way = way.id(), "let in");
}

/// Somebody has shown the password, and is asked for a code.
pub(super) fn half_way(who: &Who) {
    let (person, unknown) = who.fields();
    tracing::info!(about = "access", person, unknown, way = Way::Password.id(), "asked for a code");
}

/// Somebody was not let in.
pub(super) fn not_let_in(who: &Who, way: Way, because: Because) {
    let (person, unknown) = who.fields();
    tracing::warn!(about = "access", person, unknown, way = way.id(), because = because.id(), "not let in");
}

/// Something that lets in was shown, and nothing is known by it.
pub(super) fn not_known(way: Way) {
    tracing::warn!(about = "access", way = way.id(), because = Because::NoAccount.id(), "not let in");
}

/// Somebody who was let in wanted something that no role allows.
pub fn not_permitted(refusal: &PartyRefusal) {
    if let PartyRefusal::NotPermitted { person, organisation, permission, .. } = refusal {
        let (person, organisation) = (person.to_string(), organisation.to_string());
        tracing::warn!(about = "access", person, organisation, permission = permission.id(), "not permitted");
    }
}
