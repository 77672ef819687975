//! Who this instance signs for, and whose signatures count here: what was recorded of the keys of organisations.

use std::collections::BTreeSet;

use adhere_domain::digest::Digest;
use adhere_domain::parties::directory::Directory;
use adhere_domain::parties::key::{KeyHolder, KeyRecord};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_journal::key::{AuthorKey, KeyName};
use adhere_journal::package::kind::PackageKind;
use adhere_journal::package::trust::{KnownKey, Power, Trust};
use adhere_store::Store;

use super::error::PackageError;

/// The organisation that holds the author key of this instance.
pub(super) fn own(store: &Store, directory: &Directory) -> Result<OrganisationId, PackageError> {
    let key = *store.keys().author.public().bytes();
    let mut held = directory.keys.values().filter(|record| record.key.public == key);
    let holder = held.find_map(|record| match &record.key.holder {
        KeyHolder::Organisation(organisation) => Some(organisation.clone()),
        KeyHolder::Person(_) => None,
    });
    holder.ok_or(PackageError::NobodysKey { key: Digest::new(key) })
}

/// The keys of all organisations. None of them introduces others: keys are recorded by people.
pub(super) fn trust(directory: &Directory) -> Trust {
    let mut trust = Trust::default();
    for record in directory.keys.values() {
        if let KeyHolder::Organisation(organisation) = &record.key.holder
            && let Some(key) = known(organisation, record)
        {
            trust.insert(organisation.as_str(), key);
        }
    }
    trust
}

/// A key as those who verify know it; nothing when it is no point of the curve, with which nothing can be signed.
fn known(organisation: &OrganisationId, record: &KeyRecord) -> Option<KnownKey> {
    let key = AuthorKey::new(KeyName::new(organisation.as_str()).ok()?, &record.key.public).ok()?;
    let rotated = record.rotated.as_ref().map(|rotation| rotation.from);
    let until = record.key.until.into_iter().chain(rotated).min();
    let revoked = record.revoked.as_ref().map(|revoked| revoked.from);
    Some(KnownKey { key, from: record.key.from, until, revoked, powers: powers() })
}

fn powers() -> BTreeSet<Power> {
    PackageKind::ALL.into_iter().map(Power::Package).chain([Power::Acknowledge]).collect()
}
