//! Why something about parties is not recorded, by key.

use adhere_domain::parties::refusal::PartyRefusal;
use adhere_domain::parties::role::Role;

use crate::web::said::Said;

/// What is told of a refusal.
pub(super) fn party(refusal: &PartyRefusal) -> Said {
    match refusal {
        PartyRefusal::UnknownOrganisation(id) => Said::new("refused-no-organisation").of("id", id),
        PartyRefusal::UnknownPerson(id) => Said::new("refused-no-person").of("id", id),
        PartyRefusal::OrganisationTaken(id) => Said::new("refused-organisation-taken").of("id", id),
        PartyRefusal::PersonTaken(id) => Said::new("refused-person-taken").of("id", id),
        PartyRefusal::NoKind(id) => Said::new("refused-no-kind").of("id", id),
        PartyRefusal::RoleDoesNotFit { organisation, role, asked: _ } => {
            with_role(Said::new("refused-role-misfit").of("organisation", organisation), *role)
        }
        PartyRefusal::RoleEndsFirst { from, until } => {
            Said::new("refused-role-ends-first").of("from", from).of("until", until)
        }
        PartyRefusal::RoleHeldAlready { person, role, from } => {
            with_role(Said::new("refused-role-held").of("person", person).of("from", from), *role)
        }
        PartyRefusal::RoleNotHeld { person, role, day } => {
            with_role(Said::new("refused-role-not-held").of("person", person).of("day", day), *role)
        }
        PartyRefusal::UnknownKey(id) => Said::new("refused-no-key").of("id", id),
        PartyRefusal::KeyTaken { id, as_id } => Said::new("refused-key-taken").of("id", id).of("as-id", as_id),
        PartyRefusal::KeyEndsFirst { id, from, until } => {
            Said::new("refused-key-ends-first").of("id", id).moment("from", *from).moment("until", *until)
        }
        PartyRefusal::HolderDiffers { old, new } => Said::new("refused-holder-differs").of("old", old).of("new", new),
        PartyRefusal::KeyEnded { id, at } => Said::new("refused-key-ended").of("id", id).moment("at", *at),
        PartyRefusal::NotPermitted { person, organisation, permission, day } => Said::new("refused-not-permitted")
            .of("person", person)
            .of("organisation", organisation)
            .word("permission", format!("permission-{}", permission.id()))
            .of("day", day),
    }
}

fn with_role(said: Said, role: Role) -> Said {
    said.word("role", format!("role-{}", role.id()))
}
