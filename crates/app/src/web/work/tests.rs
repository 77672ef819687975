//! The matrix: every route that is not for everyone, by every role, for the own organisation and another.

use adhere_domain::parties::permission::Permission;
use adhere_domain::parties::role::Role;

use crate::web::actor::{Asks, Guarded};
use crate::web::{api, work};

fn guarded() -> impl Iterator<Item = Guarded> {
    work::guarded().into_iter().chain(api::guarded())
}

#[test]
fn every_guarded_route_is_named_once_and_says_for_whom_it_is() {
    let mut named: Vec<(String, &str)> = Vec::new();
    for route in guarded() {
        let name = (route.method.to_string(), route.path);
        assert!(!named.contains(&name), "{name:?} is there twice");
        match route.asks {
            Asks::SettingUp | Asks::SignedIn | Asks::Bearer => {
                assert!(!route.path.contains("{organisation}"), "{}", route.path)
            }
            Asks::To(permission) | Asks::Feed(permission) => {
                let is_of_one = route.path.contains("/{organisation}");
                assert!(is_of_one != permission.is_of_instance(), "{}: {}", route.path, permission.id());
            }
        }
        named.push(name);
    }
    assert!(named.len() > 20);
}

/// What the table of permissions comes to for the routes, for people to read: it changes with a look at it alone.
#[test]
fn the_matrix_is_what_was_looked_at() {
    let mut lines = Vec::new();
    for route in guarded() {
        let held_by = match route.asks {
            Asks::SettingUp => "whoever is signed in, also before a second factor that is demanded is set".to_owned(),
            Asks::SignedIn => "whoever is signed in".to_owned(),
            Asks::Bearer => "whoever shows a token".to_owned(),
            Asks::To(permission) => roles(permission),
            Asks::Feed(permission) => format!("{}, or with a key of the feed", roles(permission)),
        };
        lines.push(format!("{} {}: {held_by}", route.method, route.path));
    }
    lines.sort();
    insta::assert_snapshot!(lines.join("\n"));
}

fn roles(permission: Permission) -> String {
    let roles = Role::ALL.into_iter().filter(|(role, _)| permission.held_by().contains(role));
    roles.map(|(_, id)| id).collect::<Vec<_>>().join(", ")
}
