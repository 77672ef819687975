use crate::id::Id;

use super::*;

fn id<Of>(text: &str) -> Id<Of> {
    Id::parse(text).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn grant(role: Role) -> Grant {
    let (from, until) = (day("2026-01-01"), Some(day("2026-07-01")));
    Grant { person: id("jo"), organisation: id("acme"), role, from, until, source: None }
}

fn check(role: Role, person: &str, organisation: &str, permission: Permission, on: &str) -> bool {
    may(&[grant(role)], &id(person), &id(organisation), permission, day(on)).is_ok()
}

#[test]
fn a_role_allows_what_the_table_says_and_nothing_else() {
    for (role, _) in Role::ALL {
        for (permission, name) in Permission::ALL {
            let expected = permission.held_by().contains(&role);
            assert_eq!(check(role, "jo", "acme", permission, "2026-03-01"), expected, "{} {name}", role.id());
        }
    }
}

#[test]
fn a_role_allows_nothing_to_others_for_others_or_at_another_time() {
    for (role, _) in Role::ALL {
        for (permission, _) in Permission::ALL {
            assert!(!check(role, "al", "acme", permission, "2026-03-01"));
            assert!(!check(role, "jo", "other", permission, "2026-03-01"));
            assert!(!check(role, "jo", "acme", permission, "2025-12-31"));
            assert!(!check(role, "jo", "acme", permission, "2026-07-01"), "the day on which it ends is no day of it");
        }
    }
}

#[test]
fn every_permission_is_held_by_some_role_and_has_a_name_of_its_own() {
    let mut names: Vec<&str> = Permission::ALL.iter().map(|(permission, _)| permission.id()).collect();
    assert!(Permission::ALL.iter().all(|(permission, _)| !permission.held_by().is_empty()));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Permission::ALL.len());
}
