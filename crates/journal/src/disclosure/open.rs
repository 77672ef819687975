//! Putting disclosures back into the places of their digests (RFC 9901, section 7.1, steps 3 to 5).
//!
//! Whatever is odd is refused: digests or disclosures that stand twice, disclosures that nothing refers to.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::error::DisclosureError;
use super::item::Disclosure;
use super::pointer::Pointer;
use crate::jwt::Claims;

/// How deep values may be nested, with those of disclosures put in their places.
pub const DEEPEST: usize = 64;

/// The list of digests of an object.
pub(super) const DIGESTS: &str = "_sd";
/// The digest of an element.
pub(super) const ELEMENT: &str = "...";
/// What digests are made with.
pub(super) const ALGORITHM: &str = "_sd_alg";

/// A statement with its disclosures in their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it states; digests are gone.
    pub claims: Claims,
    /// What was disclosed, and by which of the disclosures handed over. Numbers in a pointer count what is visible.
    pub disclosed: BTreeMap<Pointer, usize>,
    /// Objects and arrays from which something may be withheld, and how many things at most: a digest may be a decoy.
    pub withheld: BTreeMap<Pointer, usize>,
}

/// Puts the disclosures into the places of their digests.
pub(super) fn open(mut claims: Claims, disclosures: &[Disclosure]) -> Result<Opened, DisclosureError> {
    match claims.remove(ALGORITHM) {
        None => {}
        Some(Value::String(algorithm)) if algorithm == "sha-256" => {}
        Some(Value::String(found)) => return Err(DisclosureError::HashAlgorithm { found }),
        Some(other) => return Err(DisclosureError::HashAlgorithm { found: other.to_string() }),
    }
    let mut opening = Opening::new(disclosures)?;
    let claims = opening.object(claims, &Pointer::default())?;
    match opening.unused.into_keys().next() {
        Some(digest) => Err(DisclosureError::UnreferencedDisclosure { digest: digest.to_owned() }),
        None => Ok(Opened { claims, disclosed: opening.disclosed, withheld: opening.withheld }),
    }
}

struct Opening<'a> {
    unused: BTreeMap<&'a str, (usize, &'a Disclosure)>,
    seen: BTreeSet<String>,
    disclosed: BTreeMap<Pointer, usize>,
    withheld: BTreeMap<Pointer, usize>,
}

impl<'a> Opening<'a> {
    fn new(disclosures: &'a [Disclosure]) -> Result<Self, DisclosureError> {
        let mut unused = BTreeMap::new();
        for (number, disclosure) in disclosures.iter().enumerate() {
            if unused.insert(disclosure.digest(), (number, disclosure)).is_some() {
                return Err(DisclosureError::RepeatedDisclosure { digest: disclosure.digest().to_owned() });
            }
        }
        Ok(Self { unused, seen: BTreeSet::new(), disclosed: BTreeMap::new(), withheld: BTreeMap::new() })
    }

    fn value(&mut self, value: Value, at: &Pointer) -> Result<Value, DisclosureError> {
        // Disclosures nest in one another, so that the parser's own limit does not hold here.
        if at.steps().len() > DEEPEST {
            return Err(DisclosureError::TooDeep { limit: DEEPEST });
        }
        match value {
            Value::Object(object) => self.object(object, at).map(Value::Object),
            Value::Array(elements) => self.array(elements, at).map(Value::Array),
            simple => Ok(simple),
        }
    }

    fn object(&mut self, mut object: Claims, at: &Pointer) -> Result<Claims, DisclosureError> {
        let digests = match object.remove(DIGESTS) {
            None => Vec::new(),
            Some(Value::Array(digests)) => digests,
            Some(_) => return Err(DisclosureError::MalformedDigests { at: at.clone() }),
        };
        let mut opened = Map::new();
        for (name, value) in object {
            check_name(&name, at)?;
            let value = self.value(value, &at.child(name.as_str()))?;
            opened.insert(name, value);
        }
        for digest in digests {
            let Some((number, disclosure)) = self.disclosure_of(digest, at)? else { continue };
            let Some(name) = disclosure.name() else { return Err(wrong_place(disclosure, at)) };
            check_name(name, at)?;
            if opened.contains_key(name) {
                return Err(DisclosureError::RepeatedName { at: at.clone(), name: name.to_owned() });
            }
            let value = self.disclose(number, disclosure, at.child(name))?;
            opened.insert(name.to_owned(), value);
        }
        Ok(opened)
    }

    fn array(&mut self, elements: Vec<Value>, at: &Pointer) -> Result<Vec<Value>, DisclosureError> {
        let mut opened = Vec::new();
        for element in elements {
            let place = at.child(opened.len().to_string());
            let value = match digest_of_element(element, at)? {
                Element::Visible(value) => self.value(value, &place)?,
                Element::Digest(digest) => {
                    let Some((number, disclosure)) = self.disclosure_of(digest, at)? else { continue };
                    if disclosure.name().is_some() {
                        return Err(wrong_place(disclosure, at));
                    }
                    self.disclose(number, disclosure, place)?
                }
            };
            opened.push(value);
        }
        Ok(opened)
    }

    /// The disclosure of a digest, or the note that there is none.
    fn disclosure_of(
        &mut self,
        digest: Value,
        at: &Pointer,
    ) -> Result<Option<(usize, &'a Disclosure)>, DisclosureError> {
        let Value::String(digest) = digest else {
            return Err(DisclosureError::MalformedDigests { at: at.clone() });
        };
        let found = self.unused.remove(digest.as_str());
        if found.is_none() {
            *self.withheld.entry(at.clone()).or_default() += 1;
        }
        // Each digest counts once, so that opening ends: no disclosure can contain itself.
        match self.seen.replace(digest) {
            Some(digest) => Err(DisclosureError::RepeatedDigest { digest }),
            None => Ok(found),
        }
    }

    fn disclose(&mut self, number: usize, disclosure: &Disclosure, place: Pointer) -> Result<Value, DisclosureError> {
        let value = self.value(disclosure.value().clone(), &place)?;
        self.disclosed.insert(place, number);
        Ok(value)
    }
}

enum Element {
    Visible(Value),
    Digest(Value),
}

fn digest_of_element(element: Value, at: &Pointer) -> Result<Element, DisclosureError> {
    match element {
        Value::Object(mut object) if object.contains_key(ELEMENT) => match object.remove(ELEMENT) {
            // RFC 9901, section 4.2.4.2: there must be no other names beside it.
            Some(digest) if object.is_empty() => Ok(Element::Digest(digest)),
            _ => Err(DisclosureError::MalformedDigests { at: at.clone() }),
        },
        value => Ok(Element::Visible(value)),
    }
}

/// Refuses names that the format keeps for itself where they stand out of their place.
pub(super) fn check_name(name: &str, at: &Pointer) -> Result<(), DisclosureError> {
    if [DIGESTS, ELEMENT, ALGORITHM].contains(&name) {
        return Err(DisclosureError::ReservedName { at: at.clone(), name: name.to_owned() });
    }
    Ok(())
}

fn wrong_place(disclosure: &Disclosure, at: &Pointer) -> DisclosureError {
    DisclosureError::WrongPlace { at: at.clone(), digest: disclosure.digest().to_owned() }
}
