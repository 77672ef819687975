//! Signing in by a service of OpenID Connect as far as no service is needed; `scripts/openid` does the rest with a real
//! one.

use crate::command::{adhere, argument, program};
use crate::server::Answer;
use crate::signed_in::Workspace;

#[test]
fn where_no_service_is_set_nothing_of_it_is_there() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let page = Answer::of(workspace.demo.server.get("/sign-in").header("accept", "text/html"));
    assert!(!page.text.contains("/sign-in/openid"), "{}", page.text);
    for path in ["/sign-in/openid", "/sign-in/openid/callback?code=a&state=b"] {
        assert_eq!(Answer::of(workspace.demo.server.get(path)).status, 404, "{path}");
    }
    assert!(!ed.get("/account").text.contains("openid"));
    assert_eq!(ed.post("/account/openid/unlink", &[]).status, 404);
}

#[test]
fn a_service_that_is_set_by_half_is_not_served_with() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("own");
    adhere(&["store", "init", "--store", argument(&store)]).well();
    let issuer = ("ADHERE_OPENID_ISSUER", "https://id.example.eu");
    let client = [("ADHERE_OPENID_CLIENT_ID", "adhere"), ("ADHERE_OPENID_CLIENT_SECRET", "hunter2")];
    for (variables, expected) in [
        (vec![issuer], "are set all three or not at all"),
        ([vec![issuer], client.into()].concat(), "`web.url` is not set"),
    ] {
        let mut command = program(&["serve", "--store", argument(&store), "--listen", "127.0.0.1:0"]);
        let ended = command.envs(variables).output().unwrap();
        let told = String::from_utf8_lossy(&ended.stderr);
        assert!(!ended.status.success() && told.contains(expected), "{told}");
        assert!(!told.contains("hunter2"), "{told}");
    }
}
