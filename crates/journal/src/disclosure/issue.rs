//! What an author does: choose what can be hidden, and sign (RFC 9901, sections 4 and 6).

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use super::SdJwt;
use super::error::DisclosureError;
use super::item::{Disclosure, Salt, digest};
use super::open::{ALGORITHM, DEEPEST, DIGESTS, ELEMENT, check_name};
use super::pointer::Pointer;
use crate::jwt::{self, Claims};
use crate::key::AuthorSecret;

/// RFC 9901, section 9.7: what decides whether a statement is authentic and holds is never hidden.
const ALWAYS_VISIBLE: [&str; 7] = ["aud", "exp", "iat", "iss", "jti", "nbf", "sub"];

/// What can be hidden of a statement.
#[derive(Clone, Debug, Default)]
pub struct Hiding {
    /// The places, at any depth and in one another.
    pub places: BTreeSet<Pointer>,
    /// How many digests of nothing are added to each object and array that hides something, so that its digests
    /// do not tell how many things it hides.
    pub decoys: usize,
}

/// Signs claims, with the named places hidden, and hands over all disclosures.
///
/// Salts must come from a source that nobody can guess; one is used for each hidden place, two for each decoy.
pub fn issue(
    typ: &str,
    claims: Claims,
    hiding: &Hiding,
    key: &AuthorSecret,
    salts: impl Iterator<Item = Salt>,
) -> Result<SdJwt, DisclosureError> {
    let (claims, disclosures) = hide(claims, hiding, salts)?;
    Ok(SdJwt { jwt: jwt::sign(typ, &claims, key), disclosures })
}

fn hide(
    claims: Claims,
    hiding: &Hiding,
    salts: impl Iterator<Item = Salt>,
) -> Result<(Claims, Vec<Disclosure>), DisclosureError> {
    if let Some(at) = hiding.places.iter().find(|at| is_always_visible(at)) {
        return Err(DisclosureError::MustStayVisible { at: at.clone() });
    }
    let left = hiding.places.clone();
    let mut author = Author { decoys: hiding.decoys, salts, used: BTreeSet::new(), left, disclosures: Vec::new() };
    let mut claims = author.object(claims, &Pointer::default())?;
    if let Some(at) = author.left.pop_first() {
        return Err(DisclosureError::NothingThere { at });
    }
    claims.insert(ALGORITHM.to_owned(), json!("sha-256"));
    Ok((claims, author.disclosures))
}

fn is_always_visible(at: &Pointer) -> bool {
    match at.steps() {
        [] => true,
        [first, ..] => ALWAYS_VISIBLE.contains(&first.as_str()),
    }
}

struct Author<S> {
    decoys: usize,
    salts: S,
    used: BTreeSet<Salt>,
    left: BTreeSet<Pointer>,
    disclosures: Vec<Disclosure>,
}

impl<S: Iterator<Item = Salt>> Author<S> {
    fn value(&mut self, value: Value, at: &Pointer) -> Result<Value, DisclosureError> {
        if at.steps().len() > DEEPEST {
            return Err(DisclosureError::TooDeep { limit: DEEPEST });
        }
        match value {
            Value::Object(object) => self.object(object, at).map(Value::Object),
            Value::Array(elements) => self.array(elements, at).map(Value::Array),
            simple => Ok(simple),
        }
    }

    fn object(&mut self, object: Claims, at: &Pointer) -> Result<Claims, DisclosureError> {
        let mut visible = Map::new();
        // In the order of digests, so that they do not tell the order of names.
        let mut digests = BTreeSet::new();
        for (name, value) in object {
            check_name(&name, at)?;
            let place = at.child(name.as_str());
            // From the inside out: a hidden value may itself hide some of what is in it.
            let value = self.value(value, &place)?;
            if self.left.remove(&place) {
                let disclosure = Disclosure::of_property(self.salt()?, name, value);
                digests.insert(disclosure.digest().to_owned());
                self.disclosures.push(disclosure);
            } else {
                visible.insert(name, value);
            }
        }
        if !digests.is_empty() {
            for _ in 0..self.decoys {
                digests.insert(self.decoy()?);
            }
            visible.insert(DIGESTS.to_owned(), json!(digests));
        }
        Ok(visible)
    }

    fn array(&mut self, elements: Vec<Value>, at: &Pointer) -> Result<Vec<Value>, DisclosureError> {
        let mut visible = Vec::new();
        let mut hides = false;
        for (number, element) in elements.into_iter().enumerate() {
            let place = at.child(number.to_string());
            let value = self.value(element, &place)?;
            if self.left.remove(&place) {
                let disclosure = Disclosure::of_element(self.salt()?, value);
                visible.push(json!({ ELEMENT: disclosure.digest() }));
                self.disclosures.push(disclosure);
                hides = true;
            } else {
                visible.push(value);
            }
        }
        for _ in 0..if hides { self.decoys } else { 0 } {
            let decoy = self.decoy()?;
            visible.insert(self.number_below(visible.len() + 1)?, json!({ ELEMENT: decoy }));
        }
        Ok(visible)
    }

    fn salt(&mut self) -> Result<Salt, DisclosureError> {
        let salt = self.salts.next().ok_or(DisclosureError::NoSalt)?;
        if self.used.insert(salt) { Ok(salt) } else { Err(DisclosureError::RepeatedSalt) }
    }

    /// RFC 9901, section 4.2.5: the digest of random bytes.
    fn decoy(&mut self) -> Result<String, DisclosureError> {
        Ok(digest(&URL_SAFE_NO_PAD.encode(self.salt()?)))
    }

    /// Where among the elements a decoy stands must not tell it from them.
    fn number_below(&mut self, count: usize) -> Result<usize, DisclosureError> {
        let [first, second, third, fourth, ..] = self.salt()?;
        let random = u32::from_be_bytes([first, second, third, fourth]);
        Ok(usize::try_from(random).unwrap_or_default() % count)
    }
}
