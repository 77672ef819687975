//! Where something stands in a statement: JSON Pointer (RFC 6901).

use std::fmt;
use std::str::FromStr;

/// The names and numbers on the way from the whole to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(Vec<String>);

/// A text is not a pointer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a pointer: begin with `/` and write `~0` for `~` and `~1` for `/`")]
pub struct PointerError(String);

impl Pointer {
    /// The place with this name or number below this one.
    #[must_use]
    pub fn child(&self, step: impl Into<String>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }

    /// The object or array that it stands in; the whole stands in itself.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self(self.0.split_last().map(|(_, way)| way.to_vec()).unwrap_or_default())
    }

    /// The names and numbers on the way.
    pub fn steps(&self) -> &[String] {
        &self.0
    }

    /// Whether this is the other place or on the way to it.
    pub fn leads_to(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }
}

impl FromStr for Pointer {
    type Err = PointerError;

    fn from_str(text: &str) -> Result<Self, PointerError> {
        let wrong = || PointerError(text.to_owned());
        if text.is_empty() {
            return Ok(Self::default());
        }
        let steps = text.strip_prefix('/').ok_or_else(wrong)?.split('/');
        steps.map(|step| unescape(step).ok_or_else(wrong)).collect::<Result<_, _>>().map(Self)
    }
}

fn unescape(step: &str) -> Option<String> {
    let mut parts = step.split('~');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (mark, rest) =
            part.strip_prefix('0').map(|rest| ('~', rest)).or(part.strip_prefix('1').map(|rest| ('/', rest)))?;
        whole.push(mark);
        whole.push_str(rest);
    }
    Some(whole)
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| write!(f, "/{}", step.replace('~', "~0").replace('/', "~1")))
    }
}
