//! Passwords: which are taken, what is kept of one (Argon2id, as OWASP advises), and whether another is the same.

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};

use super::AccessError;
use super::own_words::OwnWords;
use super::secret::random;
use super::turns::Turn;

/// How many characters a password has at least.
pub const SHORTEST: usize = 12;
/// How many bytes a password has at most.
pub const LONGEST: usize = 256;

/// Passwords that were seen most often in breaches, in the order of their bytes, one a line.
const BREACHED: &str = include_str!("../../../../data/passwords/breached.txt");

/// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefusal {
    /// It is too short.
    #[error("a password has at least {SHORTEST} characters")]
    TooShort,
    /// It is too long.
    #[error("a password has at most {LONGEST} bytes")]
    TooLong,
    /// It is one that was seen in breaches, or comes down to one.
    #[error(
        "this password, or what is left of it without repetition and without digits and signs at its ends, was seen in breaches or is very short: take another"
    )]
    Breached,
    /// It is made of the words that are close to whoever sets it.
    #[error(
        "this password is made from your name or address, or from the names of this site or of your organisations: take another"
    )]
    Own,
}

/// Whether a password can be taken by whoever has these words.
///
/// # Errors
/// It is too short or long, or easily guessed.
pub(super) fn check(password: &str, own: &OwnWords) -> Result<(), PasswordRefusal> {
    if password.len() > LONGEST {
        return Err(PasswordRefusal::TooLong);
    }
    if password.chars().count() < SHORTEST {
        return Err(PasswordRefusal::TooShort);
    }
    let lower = password.to_lowercase();
    let is_sign = |letter: char| !letter.is_alphabetic();
    let core = lower.trim_matches(is_sign);
    let is_guessed = [lower.as_str(), core, unit(&lower)].into_iter().any(is_breached);
    if is_guessed || (core.is_empty() && is_short_without_letters(&lower)) {
        return Err(PasswordRefusal::Breached);
    }
    if own.make(&lower) {
        return Err(PasswordRefusal::Own);
    }
    Ok(())
}

/// Whether a password without letters is too short where what repeats counts once, or its digits were seen in breaches.
fn is_short_without_letters(password: &str) -> bool {
    let digits: String = password.chars().filter(|sign| sign.is_numeric()).collect();
    unit(password).chars().count() < SHORTEST || is_breached(unit(&digits))
}

/// The shortest text that gives the whole when it is repeated, the last time perhaps in part.
fn unit(text: &str) -> &str {
    let mut ends = text.char_indices().skip(1).map(|(end, _)| text.split_at(end));
    ends.find(|(_, rest)| text.starts_with(rest)).map_or(text, |(unit, _)| unit)
}

fn is_breached(password: &str) -> bool {
    let mut from = BREACHED;
    // The list is in order, so that halving it finds a line.
    while !from.is_empty() {
        let middle = from.get(..from.len() / 2).and_then(|head| head.rfind('\n')).map_or(0, |end| end + 1);
        let (before, rest) = from.split_at(middle);
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        match password.cmp(line) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => from = before,
            std::cmp::Ordering::Greater => from = after,
        }
    }
    false
}

fn hasher() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// What is kept of a password.
pub(super) fn keep(password: &str, _: &Turn<'_>) -> Result<String, AccessError> {
    let kept: PasswordHash = hasher()
        .hash_password_with_salt(password.as_bytes(), &random::<16>()?)
        .map_err(|error| AccessError::Hash(error.to_string()))?;
    Ok(kept.to_string())
}

/// Whether a password is the one that something is kept of. Where nothing is kept it takes as long, and it is not.
pub(super) fn is_right(password: &str, kept: Option<&str>, _: &Turn<'_>) -> bool {
    let Some(kept) = kept.and_then(|kept| PasswordHash::new(kept).ok()) else {
        let _ = hasher().hash_password_with_salt(password.as_bytes(), b"nobody has this.").map(|_: PasswordHash| ());
        return false;
    };
    password.len() <= LONGEST && hasher().verify_password(password.as_bytes(), &kept).is_ok()
}

#[cfg(test)]
mod tests;
