//! Texts signed by one or more keys (C2SP signed-note), read strictly: there is one way to write a note.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use thiserror::Error;

use crate::key::{KeyId, KeyName, LogKey, LogSecret};

/// More bytes are not read.
const LONGEST: usize = 1_000_000;
/// More signatures are not read.
const MOST_SIGNATURES: usize = 100;
/// What every line of a signature begins with.
const DASH: &str = "\u{2014} ";

/// A text with signatures, none of them checked yet.
// Invariant: the text ends with a newline and has no other control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<Signature>,
}

/// A signature as a note has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key.
    pub name: KeyName,
    /// The id of the key.
    pub id: KeyId,
    /// What the key made of the text; what is in it depends on the type of the key.
    pub bytes: Vec<u8>,
}

/// Why something is not a note, or not one to believe.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoteError {
    /// Too large to be read.
    #[error("the note has more than {LONGEST} bytes or more than {MOST_SIGNATURES} signatures")]
    TooLong,
    /// Not a text of lines.
    #[error("the note is not UTF-8 text of whole lines without control characters")]
    Text,
    /// No blank line before the signatures, or no signatures.
    #[error("the note has no signatures after a blank line")]
    Unsigned,
    /// A line that is not a signature stands among them.
    #[error("signature {line} of the note is not an em dash, a key's name and Base64 with blanks between them")]
    SignatureLine {
        /// Which of the lines, from 1.
        line: usize,
    },
    /// A known key did not make the signature that bears its name.
    #[error("the signature of `{name}` on the note is wrong")]
    WrongSignature {
        /// The name of the key.
        name: KeyName,
    },
    /// There are signatures, and no known key is among them.
    #[error("no known key has signed the note; it is signed by {}", names(.by))]
    NoKnownKey {
        /// Whose signatures there are.
        by: Vec<KeyName>,
    },
}

/// A key whose signatures on notes can be checked.
pub trait Verifier {
    /// The name of the key.
    fn name(&self) -> &KeyName;
    /// The id of the key.
    fn id(&self) -> KeyId;
    /// Whether the signature is this key's over the text.
    fn has_signed(&self, text: &str, signature: &[u8]) -> bool;
}

impl Note {
    /// A note of a text and signatures over it, which are not checked here.
    pub fn new(text: &str, signatures: Vec<Signature>) -> Result<Self, NoteError> {
        if signatures.is_empty() {
            return Err(NoteError::Unsigned);
        }
        let note = Self { text: text.to_owned(), signatures };
        // What could not be read back is not made.
        Self::parse(note.to_string().as_bytes())
            .and_then(|same| if same == note { Ok(note) } else { Err(NoteError::Text) })
    }

    /// Reads a note.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        if bytes.len() > LONGEST {
            return Err(NoteError::TooLong);
        }
        let note = std::str::from_utf8(bytes).map_err(|_| NoteError::Text)?;
        if note.contains(|letter| letter < ' ' && letter != '\n') || !note.ends_with('\n') {
            return Err(NoteError::Text);
        }
        // The text may have blank lines of its own: the last one parts it from the signatures.
        let (text, lines) = note.rsplit_once("\n\n").ok_or(NoteError::Unsigned)?;
        if lines.is_empty() {
            return Err(NoteError::Unsigned);
        }
        if lines.lines().count() > MOST_SIGNATURES {
            return Err(NoteError::TooLong);
        }
        let parse =
            |(line, text): (usize, &str)| Signature::parse(text).ok_or(NoteError::SignatureLine { line: line + 1 });
        let signatures = lines.lines().enumerate().map(parse).collect::<Result<_, _>>()?;
        Ok(Self { text: format!("{text}\n"), signatures })
    }

    /// The text that is signed, with its last newline. It says nothing until a signature is checked.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, in their order.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// The note with a signature on it, in place of an earlier one of the same key: some readers refuse two.
    #[must_use]
    pub fn with(mut self, signature: Signature) -> Self {
        self.signatures.retain(|earlier| (&earlier.name, earlier.id) != (&signature.name, signature.id));
        self.signatures.push(signature);
        self
    }

    /// The signatures of a key, by its name and id.
    pub(crate) fn signatures_of(&self, key: &impl Verifier) -> impl Iterator<Item = &Signature> {
        let (name, id) = (key.name().clone(), key.id());
        self.signatures.iter().filter(move |signature| signature.name == name && signature.id == id)
    }

    /// Which of some known keys have signed the text: at least one, or it is an error.
    ///
    /// Signatures of other keys are passed over; a wrong one of a known key is an error.
    pub fn verify<'k, V: Verifier>(&self, known: &'k [V]) -> Result<Vec<&'k V>, NoteError> {
        let mut signers = Vec::new();
        for key in known {
            let mut signed = false;
            for signature in self.signatures_of(key) {
                if !key.has_signed(&self.text, &signature.bytes) {
                    return Err(NoteError::WrongSignature { name: key.name().clone() });
                }
                signed = true;
            }
            if signed {
                signers.push(key);
            }
        }
        if signers.is_empty() {
            let by = self.signatures.iter().map(|signature| signature.name.clone()).collect();
            return Err(NoteError::NoKnownKey { by });
        }
        Ok(signers)
    }
}

/// Writes the note as it is stored and sent.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

impl Signature {
    /// Reads a line without its newline.
    pub fn parse(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix(DASH)?.split_once(' ')?;
        let bytes = BASE64_STANDARD.decode(encoded).ok()?;
        let (id, bytes) = bytes.split_first_chunk()?;
        (!bytes.is_empty()).then_some(())?;
        Some(Self { name: KeyName::new(name).ok()?, id: KeyId(*id), bytes: bytes.to_vec() })
    }
}

/// Writes the line without its newline.
impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [self.id.0.as_slice(), &self.bytes].concat();
        write!(f, "{DASH}{} {}", self.name, BASE64_STANDARD.encode(bytes))
    }
}

impl Verifier for LogKey {
    fn name(&self) -> &KeyName {
        Self::name(self)
    }

    fn id(&self) -> KeyId {
        Self::id(self)
    }

    fn has_signed(&self, text: &str, signature: &[u8]) -> bool {
        signature.try_into().is_ok_and(|signature| Self::has_signed(self, text.as_bytes(), signature))
    }
}

impl LogSecret {
    /// Signs the text of a note.
    pub(crate) fn sign_text(&self, text: &str) -> Signature {
        let public = self.public();
        Signature { name: public.name().clone(), id: public.id(), bytes: self.sign_bytes(text.as_bytes()).to_vec() }
    }
}

fn names(keys: &[KeyName]) -> String {
    keys.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
