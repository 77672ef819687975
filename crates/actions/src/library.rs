//! The library of a provider: bytes are kept as they come, and everything that came together is put into it at once.
//!
//! The id of an item follows from its bytes and from what is said of it: the same said of the same is one item.

use std::collections::BTreeSet;
use std::io::Read;

use adhere_domain::evidence::archive::{EvidenceCommand, Holding};
use adhere_domain::evidence::item::{Confidentiality, EvidenceId, Item, MediaType};
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use adhere_formats::digest::digest;
use adhere_store::blob::Kept;
use adhere_store::event::subject;
use adhere_store::{Changed, StoreError};
use jiff::civil::Date;

use crate::context::Context;
use crate::error::ActionError;
use crate::evidence::{archive, may_act, record};

/// What is said of bytes that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelve {
    /// The bytes.
    pub kept: Kept,
    /// What kind of file it is.
    pub media_type: MediaType,
    /// What it is called.
    pub title: NonEmptyText,
    /// The first day for which it speaks.
    pub speaks_for: Date,
    /// The first day for which it no longer speaks, if it has one.
    pub expires: Option<Date>,
    /// Who may see it.
    pub confidentiality: Confidentiality,
}

/// An item of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// The item.
    pub item: Item,
    /// Whether it was put into the library now; it was there already otherwise.
    pub is_new: bool,
}

/// Keeps bytes as they come. Nothing names them yet: what is not put into a library is swept away later.
///
/// # Errors
/// Whoever acts may not put anything into the library of the provider: then nothing is read.
pub fn take_in(context: &Context<'_>, provider: &OrganisationId, bytes: &mut dyn Read) -> Result<Kept, ActionError> {
    let person = context.person()?;
    context.store.read(|tx| may_act(tx, context, &person, &BTreeSet::from([provider])))?;
    Ok(context.store.blobs().keep(bytes).map_err(StoreError::from)?)
}

/// Puts what was taken in into the library of a provider: all of it, or nothing where one of them is refused.
pub fn shelve(
    context: &Context<'_>,
    provider: &OrganisationId,
    all: Vec<Shelve>,
) -> Result<Changed<Vec<Shelved>>, ActionError> {
    let person = context.person()?;
    context.change(|change| {
        may_act(change.tx(), context, &person, &BTreeSet::from([provider]))?;
        let mut shelved = Vec::new();
        for one in all {
            // Inside of the change: a sweep, which takes the turn of one, has come before and is noticed, or comes after.
            if context.store.blobs().size(&one.kept.digest).map_err(StoreError::from)? != Some(one.kept.size) {
                return Err(ActionError::BytesGone(one.kept.digest));
            }
            let item = item_of(provider, one);
            let subjects = [subject::evidence(&item.id)];
            let added = archive(change.tx(), &subjects)?.decide(EvidenceCommand::Add(item.clone()))?;
            record(change, added)?;
            let holding = Holding { item: item.id.clone(), provider: provider.clone() };
            let held = archive(change.tx(), &subjects)?.decide(EvidenceCommand::Hold(holding))?;
            let is_new = !held.is_empty();
            record(change, held)?;
            shelved.push(Shelved { item, is_new });
        }
        Ok(shelved)
    })
}

/// The item that putting something into the library of a provider makes, with its id.
pub fn item_of(provider: &OrganisationId, one: Shelve) -> Item {
    let Shelve { kept, media_type, title, speaks_for, expires, confidentiality } = one;
    let until = expires.map(|day| day.to_string()).unwrap_or_default();
    let said = [
        provider.as_str(),
        &kept.digest.to_string(),
        media_type.as_str(),
        title.as_str(),
        &speaks_for.to_string(),
        &until,
        confidentiality.id(),
    ]
    .join("\0");
    let id = id(&digest(said.as_bytes()).to_string());
    Item { id, digest: kept.digest, size: kept.size, media_type, title, speaks_for, expires, confidentiality }
}

#[expect(clippy::expect_used, reason = "an `e` with 24 digits in base 16 is an id: 25 ASCII letters and digits")]
fn id(hexadecimal: &str) -> EvidenceId {
    let digits: String = hexadecimal.chars().take(24).collect();
    Id::parse(&format!("e{digits}")).expect("an id")
}
