//! Demos: made at the same time in one folder, and looked into by a guest.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use reqwest::blocking::Client;
use reqwest::redirect::Policy;

use crate::command::{adhere, program};
use crate::server::Answer;
use crate::signed_in::PASSWORD;

#[test]
fn demos_that_are_made_at_once_in_one_folder_make_one_instance() {
    for _ in 0..3 {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("demo").display().to_string();
        let start = |_| program(&["demo", &store]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let demos: Vec<_> = (0..3).map(start).collect();
        for demo in demos {
            let ended = demo.wait_with_output().unwrap();
            assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        }
        let list = adhere(&["journal", "list", "--kind", "instance.created", "--store", &store]).well();
        assert_eq!(list.matches("instance.created").count(), 1, "{list}");
        adhere(&["store", "audit", "--store", &store]).well();
    }
}

#[test]
fn a_demo_lets_a_guest_into_a_workspace_of_public_facts() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("demo").display().to_string();
    let mut demo = program(&["demo", &store, "--serve", "--listen", "127.0.0.1:0"]);
    demo.env("ADHERE_LOG_LEVEL", "error");
    let mut served = demo.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(served.stdout.take().unwrap()).lines().map(Result::unwrap);
    let site = lines.find_map(|line| line.strip_prefix("Listening on ").map(str::to_owned)).unwrap();
    let said = lines.next().unwrap();
    let way_in = said.split_whitespace().last().unwrap().to_owned();
    assert!(said.contains("OpenAI, which had no part in it") && way_in.starts_with(&site), "{said}");
    // The client may use TLS, and asks which; a second answer is no harm.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::builder().redirect(Policy::none()).build().unwrap();
    let post = |url: &str, form: &[(&str, &str)]| {
        let body = form.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect::<Vec<_>>();
        let request = client.post(url).header("origin", &site).body(body.join("&"));
        Answer::of(request.header("content-type", "application/x-www-form-urlencoded"))
    };
    assert_eq!(post(&way_in, &[("password", PASSWORD), ("again", PASSWORD)]).status, 303);
    let entered = post(&format!("{site}/sign-in"), &[("email", "guest@demo.invalid"), ("password", PASSWORD)]);
    let cookie = entered.header("set-cookie").split(';').next().unwrap().to_owned();
    let get = |path: &str| Answer::of(client.get(format!("{site}{path}")).header("cookie", &cookie));
    let dashboard = get("/work/openai").well();
    assert!(dashboard.contains("GPT-5.5"), "{dashboard}");
    assert!(get("/work/openai/measures?code=gpai%402025-07-10").well().contains("implemented"));
    assert_eq!(get("/administration").status, 403);
    assert_eq!(get("/work/mistral-ai").status, 403);
    served.kill().unwrap();
    served.wait().unwrap();
    // Whoever has set a password signs in with it.
    let again = adhere(&["demo", &store]).well();
    assert!(!again.contains("guest"), "{again}");
    adhere(&["store", "audit", "--store", &store]).well();
}
