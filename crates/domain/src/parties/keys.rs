//! Adding, rotating and revoking keys.

use jiff::Timestamp;

use super::directory::{Directory, PartyEvent};
use super::key::{Key, KeyHolder, KeyId, KeyRecord};
use super::refusal::PartyRefusal;
use crate::text::NonEmptyText;

/// A key is added once, for a registered holder.
pub(super) fn add(directory: &Directory, key: Key) -> Result<Vec<PartyEvent>, PartyRefusal> {
    if directory.keys.get(&key.id).is_some_and(|known| known.key == key) {
        return Ok(Vec::new());
    }
    check_new(directory, &key)?;
    Ok(vec![PartyEvent::KeyAdded(key)])
}

/// A new key of the same holder takes the place of one that counts until then.
pub(super) fn rotate(directory: &Directory, old: KeyId, new: Key) -> Result<Vec<PartyEvent>, PartyRefusal> {
    let Some(record) = directory.keys.get(&old) else { return Err(PartyRefusal::UnknownKey(old)) };
    let is_rotated_so = record.rotated.as_ref().is_some_and(|rotation| rotation.to == new.id);
    if is_rotated_so && directory.keys.get(&new.id).is_some_and(|known| known.key == new) {
        return Ok(Vec::new());
    }
    let rotated = record.rotated.as_ref().map(|rotation| rotation.from);
    let revoked = record.revoked.as_ref().map(|revoked| revoked.from);
    let expired = record.key.until.filter(|until| *until <= new.from);
    if let Some(at) = revoked.or(rotated).or(expired) {
        return Err(PartyRefusal::KeyEnded { id: old, at });
    }
    if new.from <= record.key.from {
        return Err(PartyRefusal::KeyEndsFirst { id: old, from: record.key.from, until: new.from });
    }
    if record.key.holder != new.holder {
        return Err(PartyRefusal::HolderDiffers { old, new: new.id });
    }
    check_new(directory, &new)?;
    Ok(vec![PartyEvent::KeyRotated { old, new }])
}

/// A key can be revoked, and once more with effect from an earlier moment than was known at first.
pub(super) fn revoke(
    directory: &Directory,
    id: KeyId,
    from: Timestamp,
    reason: NonEmptyText,
) -> Result<Vec<PartyEvent>, PartyRefusal> {
    let Some(record) = directory.keys.get(&id) else { return Err(PartyRefusal::UnknownKey(id)) };
    match record.revoked.as_ref().map(|revoked| revoked.from) {
        Some(at) if at == from => Ok(Vec::new()),
        Some(at) if at < from => Err(PartyRefusal::KeyEnded { id, at }),
        _ => Ok(vec![PartyEvent::KeyRevoked { id, from, reason }]),
    }
}

fn check_new(directory: &Directory, key: &Key) -> Result<(), PartyRefusal> {
    match &key.holder {
        KeyHolder::Person(id) if !directory.people.contains_key(id) => {
            return Err(PartyRefusal::UnknownPerson(id.clone()));
        }
        KeyHolder::Organisation(id) if !directory.organisations.contains_key(id) => {
            return Err(PartyRefusal::UnknownOrganisation(id.clone()));
        }
        KeyHolder::Person(_) | KeyHolder::Organisation(_) => {}
    }
    // One that has ended does not come back under another id.
    let is_same = |known: &&KeyRecord| known.key.id == key.id || known.key.public == key.public;
    if let Some(known) = directory.keys.values().find(is_same) {
        return Err(PartyRefusal::KeyTaken { id: key.id.clone(), as_id: known.key.id.clone() });
    }
    match key.until.filter(|until| *until <= key.from) {
        Some(until) => Err(PartyRefusal::KeyEndsFirst { id: key.id.clone(), from: key.from, until }),
        None => Ok(()),
    }
}
