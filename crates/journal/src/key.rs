//! Ed25519 keys with names, in the text forms of C2SP signed notes. What a key is for is part of its type and of its
//! text, so that no log key serves as a witness's or an author's.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// What a key is for.
pub trait Role: sealed::Sealed {
    /// What stands before the key in its text: the type of its signatures.
    const TYPE: &'static [u8];
}

/// Signs the checkpoints of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {}

/// Cosigns the checkpoints of others' logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Witness {}

/// Signs what somebody declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {}

impl Role for Log {
    const TYPE: &'static [u8] = &[0x01];
}

impl Role for Witness {
    const TYPE: &'static [u8] = &[0x04];
}

impl Role for Author {
    // Signed notes leave 0xff with a longer identifier to types that have no number.
    const TYPE: &'static [u8] = b"\xffadhere/author";
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Log {}
    impl Sealed for super::Witness {}
    impl Sealed for super::Author {}
}

/// The public key of a log.
pub type LogKey = PublicKey<Log>;
/// The public key of a witness.
pub type WitnessKey = PublicKey<Witness>;
/// The public key of an author.
pub type AuthorKey = PublicKey<Author>;

/// What a log signs with.
pub type LogSecret = SecretKey<Log>;
/// What a witness signs with.
pub type WitnessSecret = SecretKey<Witness>;
/// What an author signs with.
pub type AuthorSecret = SecretKey<Author>;

/// The name of a key, best a URL without scheme.
// Invariant: not empty; no blanks, no control characters, no plus.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyName(String);

/// The first bytes of a digest of a key with its name and type. It finds a key and proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId(pub [u8; 4]);

/// A key that signatures are checked with.
// Invariant: the key is not one of those under which one signature fits many texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey<R> {
    name: KeyName,
    key: VerifyingKey,
    role: PhantomData<R>,
}

/// A key that signatures are made with. Its memory is cleared when it is dropped.
#[derive(Clone)]
pub struct SecretKey<R> {
    name: KeyName,
    key: SigningKey,
    role: PhantomData<R>,
}

/// Why a text is not a key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeyError {
    /// The name cannot stand in a note.
    #[error("`{name}` is not the name of a key: it may not be empty or hold blanks, control characters or `+`")]
    Name {
        /// What was given.
        name: String,
    },
    /// Not name, id and key with a plus between them.
    #[error("this is not a key as signed notes write them, `name+id+key`")]
    Form,
    /// A key, and not one of the role that is asked for.
    #[error("the key of `{name}` is of another type: the keys of logs, of witnesses and of authors are not the same")]
    Type {
        /// The name of the key.
        name: KeyName,
    },
    /// The id is not that of this name and key.
    #[error("the id of the key of `{name}` belongs to another name or key")]
    Id {
        /// The name of the key.
        name: KeyName,
    },
    /// Not a point of the curve, or a weak one.
    #[error("the key of `{name}` is not a sound Ed25519 key")]
    Weak {
        /// The name of the key.
        name: KeyName,
    },
}

impl KeyName {
    /// A name, when it can stand in a note.
    pub fn new(name: &str) -> Result<Self, KeyError> {
        let is_wrong = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '+';
        if name.is_empty() || name.contains(is_wrong) {
            return Err(KeyError::Name { name: name.to_owned() });
        }
        Ok(Self(name.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl<R: Role> PublicKey<R> {
    /// A key under a name, from its 32 bytes.
    pub fn new(name: KeyName, key: &[u8; 32]) -> Result<Self, KeyError> {
        match VerifyingKey::from_bytes(key) {
            Ok(key) if !key.is_weak() => Ok(Self { name, key, role: PhantomData }),
            _ => Err(KeyError::Weak { name }),
        }
    }

    /// The name of the key.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The id of the key.
    pub fn id(&self) -> KeyId {
        let digest = Sha256::new().chain_update(&self.name.0).chain_update("\n").chain_update(self.typed_bytes());
        let [a, b, c, d, ..] = <[u8; 32]>::from(digest.finalize());
        KeyId([a, b, c, d])
    }

    /// The 32 bytes of the key.
    pub fn bytes(&self) -> &[u8; 32] {
        self.key.as_bytes()
    }

    fn typed_bytes(&self) -> Vec<u8> {
        [R::TYPE, self.bytes()].concat()
    }

    /// Whether a signature is this key's over a message.
    pub(crate) fn has_signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.key.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl AuthorKey {
    /// Whether a signature is this author's over a message.
    pub fn verify(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.has_signed(message, signature)
    }
}

/// Writes it as signed notes do: `name+id+key`.
impl<R: Role> fmt::Display for PublicKey<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{}+{}", self.name, self.id(), BASE64_STANDARD.encode(self.typed_bytes()))
    }
}

impl<R: Role> FromStr for PublicKey<R> {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, id, bytes) = parts::<R>(text)?;
        let key = Self::new(name, &bytes)?;
        if key.id().to_string() == id { Ok(key) } else { Err(KeyError::Id { name: key.name }) }
    }
}

impl<R: Role> SecretKey<R> {
    /// A key under a name, from a seed, which must be 32 bytes fresh from a source of randomness.
    pub fn from_seed(name: KeyName, seed: [u8; 32]) -> Self {
        Self { name, key: SigningKey::from_bytes(&seed), role: PhantomData }
    }

    /// Reads what [`to_text`](Self::to_text) wrote.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let (name, id, seed) = parts::<R>(text.strip_prefix(SECRET).ok_or(KeyError::Form)?)?;
        let key = Self::from_seed(name, seed);
        if key.public().id().to_string() == id { Ok(key) } else { Err(KeyError::Id { name: key.name }) }
    }

    /// The key itself, to be kept where nobody else reads it: `PRIVATE+KEY+name+id+seed`.
    pub fn to_text(&self) -> String {
        let seed = [R::TYPE, self.key.as_bytes()].concat();
        format!("{SECRET}{}+{}+{}", self.name, self.public().id(), BASE64_STANDARD.encode(seed))
    }

    /// What its signatures are checked with.
    pub fn public(&self) -> PublicKey<R> {
        PublicKey { name: self.name.clone(), key: self.key.verifying_key(), role: PhantomData }
    }

    /// The name of the key.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    pub(crate) fn sign_bytes(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }
}

impl AuthorSecret {
    /// Signs a message.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.sign_bytes(message)
    }
}

/// Never shows the key.
impl<R> fmt::Debug for SecretKey<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecretKey").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What stands before every secret key.
const SECRET: &str = "PRIVATE+KEY+";

/// The name, the id and the 32 bytes of a key of a role.
fn parts<R: Role>(text: &str) -> Result<(KeyName, &str, [u8; 32]), KeyError> {
    let (name, rest) = text.split_once('+').ok_or(KeyError::Form)?;
    let (id, typed) = rest.split_once('+').ok_or(KeyError::Form)?;
    let name = KeyName::new(name)?;
    let typed = BASE64_STANDARD.decode(typed).map_err(|_| KeyError::Form)?;
    match typed.strip_prefix(R::TYPE).map(<[u8; 32]>::try_from) {
        Some(Ok(bytes)) => Ok((name, id, bytes)),
        Some(Err(_)) => Err(KeyError::Form),
        None => Err(KeyError::Type { name }),
    }
}

#[cfg(test)]
mod tests;
