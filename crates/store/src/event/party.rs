//! What happens to organisations, people, their roles and their keys.
//!
//! Organisations and their keys are public; people and their roles are not.

use std::collections::BTreeSet;

use adhere_domain::law::country::Country;
use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::key::{Key, KeyHolder, KeyId};
use adhere_domain::parties::organisation::{Organisation, OrganisationId, OrganisationKind, Person, PersonId};
use adhere_domain::parties::role::{Grant, Revocation, Role};
use adhere_domain::text::NonEmptyText;
use adhere_journal::payload::Payload;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{EventError, Visibility, Wire, form, payload, spelling, subject};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct OrganisationWire {
    #[serde(with = "spelling")]
    organisation: OrganisationId,
    #[serde(with = "spelling")]
    name: NonEmptyText,
    #[serde(with = "spelling::set")]
    kinds: BTreeSet<OrganisationKind>,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    country: Option<Country>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PersonWire {
    #[serde(with = "spelling")]
    person: PersonId,
    #[serde(with = "spelling")]
    name: NonEmptyText,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct GrantWire {
    #[serde(with = "spelling")]
    person: PersonId,
    #[serde(with = "spelling")]
    organisation: OrganisationId,
    #[serde(with = "spelling")]
    role: Role,
    #[serde(with = "spelling")]
    from: Date,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    until: Option<Date>,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    source: Option<NonEmptyText>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RevocationWire {
    #[serde(with = "spelling")]
    person: PersonId,
    #[serde(with = "spelling")]
    organisation: OrganisationId,
    #[serde(with = "spelling")]
    role: Role,
    #[serde(with = "spelling")]
    from: Date,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    reason: Option<NonEmptyText>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct DemandWire {
    #[serde(with = "spelling")]
    organisation: OrganisationId,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct KeyWire {
    #[serde(with = "spelling")]
    key: KeyId,
    holder: HolderWire,
    #[serde(with = "spelling")]
    public: [u8; 32],
    #[serde(with = "spelling")]
    from: Timestamp,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    until: Option<Timestamp>,
    /// The key in whose place it is put.
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    replaces: Option<KeyId>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum HolderWire {
    Person(#[serde(with = "spelling")] PersonId),
    Organisation(#[serde(with = "spelling")] OrganisationId),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct KeyRevokedWire {
    #[serde(with = "spelling")]
    key: KeyId,
    #[serde(with = "spelling")]
    from: Timestamp,
    #[serde(with = "spelling")]
    reason: NonEmptyText,
}

pub(super) fn to_wire(event: &PartyEvent) -> Result<Wire, EventError> {
    let kind = event.kind();
    let (subject, payload) = match event.clone() {
        PartyEvent::OrganisationRegistered(id, organisation) | PartyEvent::OrganisationChanged(id, organisation) => {
            let Organisation { name, kinds, country } = organisation;
            let subject = subject::organisation(&id);
            (subject, payload(kind, &OrganisationWire { organisation: id, name, kinds, country })?)
        }
        PartyEvent::PersonRegistered(id, Person { name }) | PartyEvent::PersonChanged(id, Person { name }) => {
            (subject::person(&id), payload(kind, &PersonWire { person: id, name })?)
        }
        PartyEvent::RoleGranted(Grant { person, organisation, role, from, until, source }) => {
            let subject = subject::organisation(&organisation);
            (subject, payload(kind, &GrantWire { person, organisation, role, from, until, source })?)
        }
        PartyEvent::RoleRevoked(Revocation { person, organisation, role, from, reason }) => {
            let subject = subject::organisation(&organisation);
            (subject, payload(kind, &RevocationWire { person, organisation, role, from, reason })?)
        }
        PartyEvent::SecondFactorDemanded(organisation) | PartyEvent::SecondFactorLeft(organisation) => {
            (subject::organisation(&organisation), payload(kind, &DemandWire { organisation })?)
        }
        PartyEvent::KeyAdded(key) => (subject::key(&key.id), payload(kind, &KeyWire::of(key, None))?),
        PartyEvent::KeyRotated { old, new } => (subject::key(&new.id), payload(kind, &KeyWire::of(new, Some(old)))?),
        PartyEvent::KeyRevoked { id, from, reason } => {
            (subject::key(&id), payload(kind, &KeyRevokedWire { key: id, from, reason })?)
        }
    };
    Ok(Wire { kind, subject, payload })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<PartyEvent, EventError> {
    Ok(match kind {
        "organisation.registered" => {
            let (id, organisation) = form::<OrganisationWire>(kind, payload)?.parts();
            PartyEvent::OrganisationRegistered(id, organisation)
        }
        "organisation.changed" => {
            let (id, organisation) = form::<OrganisationWire>(kind, payload)?.parts();
            PartyEvent::OrganisationChanged(id, organisation)
        }
        "person.registered" => {
            let PersonWire { person, name } = form(kind, payload)?;
            PartyEvent::PersonRegistered(person, Person { name })
        }
        "person.changed" => {
            let PersonWire { person, name } = form(kind, payload)?;
            PartyEvent::PersonChanged(person, Person { name })
        }
        "role.granted" => {
            let GrantWire { person, organisation, role, from, until, source } = form(kind, payload)?;
            PartyEvent::RoleGranted(Grant { person, organisation, role, from, until, source })
        }
        "role.revoked" => {
            let RevocationWire { person, organisation, role, from, reason } = form(kind, payload)?;
            PartyEvent::RoleRevoked(Revocation { person, organisation, role, from, reason })
        }
        "organisation.second-factor-demanded" => {
            PartyEvent::SecondFactorDemanded(form::<DemandWire>(kind, payload)?.organisation)
        }
        "organisation.second-factor-left" => {
            PartyEvent::SecondFactorLeft(form::<DemandWire>(kind, payload)?.organisation)
        }
        "key.added" | "key.rotated" => form::<KeyWire>(kind, payload)?.event(kind)?,
        "key.revoked" => {
            let KeyRevokedWire { key, from, reason } = form(kind, payload)?;
            PartyEvent::KeyRevoked { id: key, from, reason }
        }
        _ => return Err(EventError::Kind(kind.to_owned())),
    })
}

/// Whom and what an event names.
pub(super) fn mentions(event: &PartyEvent) -> Vec<String> {
    match event {
        PartyEvent::OrganisationRegistered(..)
        | PartyEvent::OrganisationChanged(..)
        | PartyEvent::PersonRegistered(..)
        | PartyEvent::PersonChanged(..)
        | PartyEvent::SecondFactorDemanded(_)
        | PartyEvent::SecondFactorLeft(_)
        | PartyEvent::KeyRevoked { .. } => Vec::new(),
        PartyEvent::RoleGranted(grant) => vec![subject::person(&grant.person)],
        PartyEvent::RoleRevoked(revocation) => vec![subject::person(&revocation.person)],
        PartyEvent::KeyAdded(key) => vec![holder(&key.holder), subject::public_key(&key.public)],
        PartyEvent::KeyRotated { old, new } => {
            vec![holder(&new.holder), subject::key(old), subject::public_key(&new.public)]
        }
    }
}

/// What is said of people is for nobody who was not shown it.
pub(super) fn visibility(event: &PartyEvent) -> Visibility {
    match event {
        PartyEvent::OrganisationRegistered(..)
        | PartyEvent::OrganisationChanged(..)
        | PartyEvent::KeyRevoked { .. } => Visibility::Public,
        PartyEvent::PersonRegistered(..)
        | PartyEvent::PersonChanged(..)
        | PartyEvent::RoleGranted(_)
        | PartyEvent::RoleRevoked(_)
        // Whoever knows where none is demanded knows where a password is enough.
        | PartyEvent::SecondFactorDemanded(_)
        | PartyEvent::SecondFactorLeft(_) => Visibility::Private,
        PartyEvent::KeyAdded(key) | PartyEvent::KeyRotated { new: key, .. } => match key.holder {
            KeyHolder::Organisation(_) => Visibility::Public,
            KeyHolder::Person(_) => Visibility::Private,
        },
    }
}

/// Who holds a key.
fn holder(holder: &KeyHolder) -> String {
    match holder {
        KeyHolder::Person(id) => subject::person(id),
        KeyHolder::Organisation(id) => subject::organisation(id),
    }
}

impl OrganisationWire {
    fn parts(self) -> (OrganisationId, Organisation) {
        let Self { organisation, name, kinds, country } = self;
        (organisation, Organisation { name, kinds, country })
    }
}

impl KeyWire {
    fn of(key: Key, replaces: Option<KeyId>) -> Self {
        let Key { id, holder, public, from, until } = key;
        let holder = match holder {
            KeyHolder::Person(id) => HolderWire::Person(id),
            KeyHolder::Organisation(id) => HolderWire::Organisation(id),
        };
        Self { key: id, holder, public, from, until, replaces }
    }

    fn event(self, kind: &str) -> Result<PartyEvent, EventError> {
        let Self { key, holder, public, from, until, replaces } = self;
        let holder = match holder {
            HolderWire::Person(id) => KeyHolder::Person(id),
            HolderWire::Organisation(id) => KeyHolder::Organisation(id),
        };
        let key = Key { id: key, holder, public, from, until };
        match (kind, replaces) {
            ("key.added", None) => Ok(PartyEvent::KeyAdded(key)),
            ("key.rotated", Some(old)) => Ok(PartyEvent::KeyRotated { old, new: key }),
            _ => {
                let expected = "there where a key was rotated, and nowhere else";
                Err(EventError::Value { kind: kind.to_owned(), field: "replaces", expected })
            }
        }
    }
}
