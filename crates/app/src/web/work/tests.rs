//! The matrix: every route that is not for everyone, by every role, for the own organisation and another.

use adhere_domain::parties::permission::Permission;
use adhere_domain::parties::role::Role;
use axum::http::Method;

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
                assert!(!route.path.contains("{organisation}"), "{}", route.path);
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

/// What a program asks for that wants what a form of the pages records.
enum Same {
    /// This operation does the same,
    Operation(&'static str),
    /// or there is none, for this reason.
    None(&'static str),
}

use Same::{None as Without, Operation as By};

/// Every form of the pages beside the operation that does the same.
const ACTIONS: &[(&str, Same)] = &[
    ("/account/openid/unlink", Without("a token does not change how somebody gets in")),
    ("/account/password", Without("who sets a password shows the one before, and no token")),
    ("/account/second-factor", Without("a token is no first factor")),
    ("/account/second-factor/codes", Without("a token is no first factor")),
    ("/account/second-factor/remove", Without("a token is no first factor")),
    ("/account/sessions", Without("sessions are those of browsers")),
    ("/account/tokens", Without("no token outlives its end by issuing another")),
    ("/account/tokens/revoke", By("endToken")),
    ("/administration/audit", By("beginAudit")),
    ("/administration/letter", By("sendTestLetter")),
    ("/administration/organisations/register", By("keepOrganisation")),
    ("/administration/organisations/{party}", By("keepOrganisation")),
    ("/administration/organisations/{party}/keys", By("addKey")),
    ("/administration/organisations/{party}/keys/revoke", By("revokeKey")),
    ("/facilitation/invitations/new", By("sendInvitation")),
    ("/facilitation/invitations/{invitation}/again", By("sendInvitationAgain")),
    ("/facilitation/invitations/{invitation}/withdraw", By("withdrawInvitation")),
    ("/facilitation/packages/{entry}/accept", By("decidePackage")),
    ("/facilitation/packages/{entry}/refuse", By("decidePackage")),
    ("/facilitation/publish", By("publishCode")),
    ("/facilitation/register", By("recordListing")),
    ("/people/{organisation}", By("invite")),
    ("/people/{organisation}/again", By("inviteAgain")),
    ("/people/{organisation}/revoke", By("revokeRole")),
    ("/people/{organisation}/second-factor", By("demandSecondFactor")),
    ("/work/{organisation}/adherence/declare", By("recordAdherence")),
    ("/work/{organisation}/calendar", Without("a key of the feed is a token, and no token issues another")),
    ("/work/{organisation}/cases/new", By("openCase")),
    ("/work/{organisation}/cases/{case}/close", By("closeCase")),
    ("/work/{organisation}/cases/{case}/note", By("recordNote")),
    ("/work/{organisation}/cases/{case}/reopen", By("reopenCase")),
    ("/work/{organisation}/cases/{case}/step", By("recordStep")),
    ("/work/{organisation}/evidence/add", By("addEvidence")),
    ("/work/{organisation}/evidence/{item}/withdraw", By("withdrawEvidence")),
    ("/work/{organisation}/files/{file}", By("keepFile")),
    ("/work/{organisation}/folder", By("lookAtFolder")),
    ("/work/{organisation}/folder/confirm", By("bringInFolder")),
    ("/work/{organisation}/invitations/{invitation}/decline", By("declineInvitation")),
    ("/work/{organisation}/measures/{code}/{measure}", By("recordStatement")),
    ("/work/{organisation}/measures/{code}/{measure}/approval", By("approveStatement")),
    ("/work/{organisation}/measures/{code}/{measure}/comments", By("makeComment")),
    ("/work/{organisation}/measures/{code}/{measure}/comments/withdraw", By("withdrawComment")),
    ("/work/{organisation}/measures/{code}/{measure}/evidence", By("attachEvidence")),
    ("/work/{organisation}/measures/{code}/{measure}/evidence/detach", By("detachEvidence")),
];

/// A form that is added to the pages fails this until it is said which operation does the same.
#[test]
fn every_form_of_the_pages_has_an_operation_that_does_the_same_or_a_reason() {
    let mut forms: Vec<Guarded> = work::guarded().into_iter().filter(|route| route.method == Method::POST).collect();
    forms.sort_by_key(|route| route.path);
    let known: Vec<&str> = ACTIONS.iter().map(|(path, _)| *path).collect();
    assert_eq!(forms.iter().map(|route| route.path).collect::<Vec<_>>(), known);
    let operations = api::named();
    for (form, (path, same)) in forms.iter().zip(ACTIONS) {
        match same {
            By(id) => {
                let (_, asks) = operations.iter().find(|(known, _)| known == id).unwrap_or_else(|| panic!("no `{id}`"));
                let is_same = *asks == Some(form.asks) || *asks == Some(Asks::Bearer) && form.asks == Asks::SignedIn;
                assert!(is_same, "`{path}` asks for {:?}, and `{id}` for {asks:?}", form.asks);
            }
            Without(reason) => assert!(!reason.is_empty()),
        }
    }
}
