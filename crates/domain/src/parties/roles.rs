//! Granting and revoking roles.

use super::directory::{Directory, PartyEvent};
use super::refusal::PartyRefusal;
use super::role::{Grant, Revocation};
use crate::recorded::Misfit;

/// A role is granted to a registered person for a registered organisation that has such a role, once at a time.
pub(super) fn grant(directory: &Directory, grant: Grant) -> Result<Vec<PartyEvent>, PartyRefusal> {
    let Some(organisation) = directory.organisations.get(&grant.organisation) else {
        return Err(PartyRefusal::UnknownOrganisation(grant.organisation));
    };
    if !directory.people.contains_key(&grant.person) {
        return Err(PartyRefusal::UnknownPerson(grant.person));
    }
    if let Some(asked) = grant.role.asks_for()
        && !asked.iter().any(|kind| organisation.kinds.contains(kind))
    {
        return Err(PartyRefusal::RoleDoesNotFit { organisation: grant.organisation, role: grant.role, asked });
    }
    if let Some(until) = grant.until.filter(|until| *until <= grant.from) {
        return Err(PartyRefusal::RoleEndsFirst { from: grant.from, until });
    }
    if directory.grants.contains(&grant) {
        return Ok(Vec::new());
    }
    let mut same = directory.grants.iter();
    let is_same = |other: &&Grant| other.is_role_of(&grant.person, &grant.organisation, grant.role);
    match same.find(|other| is_same(other) && other.overlaps(&grant)) {
        Some(held) => {
            let (from, role) = (held.from, held.role);
            Err(PartyRefusal::RoleHeldAlready { person: grant.person, role, from })
        }
        None => Ok(vec![PartyEvent::RoleGranted(grant)]),
    }
}

/// A role that is held on the day, or that begins on it, can be revoked from that day on.
pub(super) fn revoke(directory: &Directory, revocation: Revocation) -> Result<Vec<PartyEvent>, PartyRefusal> {
    if directory.grants.iter().any(|grant| is_ended_by(grant, &revocation)) {
        return Ok(vec![PartyEvent::RoleRevoked(revocation)]);
    }
    if directory.grants.iter().any(|grant| is_of(grant, &revocation) && grant.until == Some(revocation.from)) {
        return Ok(Vec::new());
    }
    Err(PartyRefusal::RoleNotHeld { person: revocation.person, role: revocation.role, day: revocation.from })
}

/// Ends the role that a revocation is about.
pub(super) fn end(directory: &mut Directory, revocation: &Revocation) -> Result<(), Misfit> {
    let grant = directory.grants.iter_mut().find(|grant| is_ended_by(grant, revocation));
    let grant = grant.ok_or_else(|| Misfit::new("role.revoked", &revocation.person))?;
    grant.until = Some(revocation.from);
    Ok(())
}

fn is_ended_by(grant: &Grant, revocation: &Revocation) -> bool {
    is_of(grant, revocation) && grant.holds(revocation.from)
}

fn is_of(grant: &Grant, revocation: &Revocation) -> bool {
    grant.is_role_of(&revocation.person, &revocation.organisation, revocation.role)
}
