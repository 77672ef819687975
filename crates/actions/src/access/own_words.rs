//! The words that are close to whoever sets a password, and so the first to be guessed: no password is made of them.
//!
//! They are the name of the program and of the instance, the names and ids of the person and of the organisations for
//! which it has a role, and its address.

use std::collections::BTreeSet;

use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_store::db::Transaction;
use adhere_store::event::subject;

use super::password::SHORTEST;
use super::permit::grants_of;
use crate::context::Context;
use crate::error::ActionError;
use crate::party::directory;

/// The name of the program.
const PROGRAM: &str = "adhere";
/// So many letters a word has at least: shorter ones stand in other words.
const SHORTEST_WORD: usize = 3;
/// So many letters have to be left of a password without such words.
const FEWEST_LETTERS: usize = 4;

/// The words of a person, in small letters.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnWords {
    /// The longest first, so that none is taken apart by a shorter one.
    words: Vec<String>,
}

impl OwnWords {
    /// Those of a person with an address.
    pub(super) fn of(
        context: &Context<'_>,
        tx: &mut Transaction<'_>,
        person: &PersonId,
        email: &str,
    ) -> Result<Self, ActionError> {
        let settings = context.store.home().settings();
        let grants = grants_of(tx, person)?;
        let organisations: BTreeSet<&OrganisationId> = grants.iter().map(|grant| &grant.organisation).collect();
        let subjects = organisations.iter().map(|id| subject::organisation(id)).chain([subject::person(person)]);
        let known = directory(tx, &subjects.collect::<Vec<_>>())?;
        let people = known.people.get(person).map(|person| person.name.as_str());
        let names = organisations.iter().filter_map(|id| Some(known.organisations.get(*id)?.name.as_str()));
        let ids = organisations.iter().map(|id| id.as_str()).chain([person.as_str()]);
        let here = [PROGRAM, &settings.origin].into_iter().chain(settings.web.url.as_deref());
        Ok(Self::from_texts(email, here.chain(people).chain(names).chain(ids)))
    }

    /// The words of an address and of other texts.
    pub(super) fn from_texts<'t>(email: &'t str, others: impl Iterator<Item = &'t str>) -> Self {
        let texts: Vec<String> = others.chain([email]).map(str::to_lowercase).collect();
        let words = texts.iter().flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric()));
        let is_word = |word: &&str| word.chars().filter(|sign| sign.is_alphabetic()).count() >= SHORTEST_WORD;
        // The whole texts too: an address may have words that are too short by themselves.
        let words: BTreeSet<&str> = words.chain(texts.iter().map(String::as_str)).filter(is_word).collect();
        let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        Self { words }
    }

    /// Whether a password, in small letters, is hardly anything without these words.
    pub(super) fn make(&self, password: &str) -> bool {
        // A blank in the place of each, so that what stood around it makes no new word.
        let left = self.words.iter().fold(password.to_owned(), |left, word| left.replace(word.as_str(), " "));
        let letters = left.chars().filter(|sign| sign.is_alphabetic()).count();
        let digits = left.chars().filter(|sign| sign.is_numeric()).count();
        left != password && letters < FEWEST_LETTERS && digits < SHORTEST
    }
}
