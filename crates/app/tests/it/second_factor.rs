//! A second factor that is demanded: whoever has none is led to setting one, and gets nowhere else before.

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use totp_rs::{Builder, Secret as Seed};

use crate::command::adhere;
use crate::operations::{made, served};
use crate::server::{Answer, Server};
use crate::signed_in::PASSWORD;

const EMAIL: &str = "jo@example.eu";

struct Browser<'s> {
    server: &'s Server,
    cookie: String,
}

impl Browser<'_> {
    fn get(&self, path: &str) -> Answer {
        Answer::of(self.server.get(path).header("accept", "text/html").header("cookie", &self.cookie))
    }

    fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let request = self.server.post(path, form).header("origin", &self.server.url);
        Answer::of(request.header("cookie", &self.cookie))
    }

    /// Keeps the cookie of an answer that goes on to a page.
    fn follows(&mut self, answer: &Answer, to: &str) {
        assert_eq!((answer.status, answer.header("location")), (303, to), "{}", answer.text);
        answer.header("set-cookie").split(';').next().unwrap().clone_into(&mut self.cookie);
    }

    fn sign_in(&mut self, to: &str) {
        let entered = self.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD), ("to", "/work")]);
        self.follows(&entered, to);
    }
}

/// Acme, which Jo administers, runs an instance; Jo has a password.
fn begun(store: &std::path::Path, server: &Server) {
    let begin = ["account", "begin", "jo", "--email", EMAIL, "--organisation", "acme", "--organisation-name", "Acme"];
    let said = adhere(&[begin.as_slice(), &["--kind", "provider", "--store", store.to_str().unwrap()]].concat()).well();
    let way_in = said.split_whitespace().find(|word| word.starts_with("/invitation?key=")).unwrap();
    let set = server.post(way_in, &[("password", PASSWORD), ("again", PASSWORD)]).header("origin", &server.url);
    assert_eq!(Answer::of(set).status, 303);
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    text.split_once(before).unwrap().1.split_once(after).unwrap().0
}

fn code_of(seed: &str, now: Timestamp) -> String {
    let totp = Builder::new().with_secret(Seed::try_from_base32(seed).unwrap()).build().unwrap();
    totp.generate(u64::try_from(now.as_second()).unwrap()).to_string()
}

#[test]
fn who_has_no_second_factor_that_is_demanded_gets_nowhere_before_setting_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let server = served(&store, &[]);
    begun(&store, &server);
    let mut jo = Browser { server: &server, cookie: String::new() };
    jo.sign_in("/work");
    for path in ["/work", "/administration", "/account", "/account/tokens", "/people/acme"] {
        let led = jo.get(path);
        assert_eq!((led.status, led.header("location")), (303, "/account/second-factor"), "{path}: {}", led.text);
    }
    let refused = jo.post("/account/password", &[("old", PASSWORD), ("password", "x"), ("again", "x")]).refused(403);
    assert!(refused.contains("set a second factor first"), "{refused}");
    let page = jo.get("/account/second-factor");
    let now = rfc2822::parse(page.header("date")).unwrap().timestamp();
    let page = page.well();
    assert!(page.contains("this instance asks for a second factor"), "{page}");
    let seed = between(&page, "name=\"seed\" value=\"", "\"").to_owned();
    let code = code_of(&seed, now);
    let wrong =
        jo.post("/account/second-factor", &[("seed", &seed), ("code", &code), ("shown", "not it")]).refused(422);
    assert!(wrong.contains("This is not the password") && wrong.contains(&seed), "{wrong}");
    let set = jo.post("/account/second-factor", &[("seed", &seed), ("code", &code), ("shown", PASSWORD)]).well();
    let recovery = between(&set, "<li><code class=\"id\">", "</code>").to_owned();
    assert!(jo.get("/work").well().contains("Acme"));
    assert!(jo.get("/account").well().contains("10 recovery codes are left"));
    // From now on the password alone gets nowhere, and what was lost is replaced by a recovery code, once.
    let mut later = Browser { server: &server, cookie: String::new() };
    later.sign_in("/sign-in/code?to=%2Fwork");
    assert_eq!(later.get("/work").status, 303);
    let entered = later.post("/sign-in/code", &[("code", &recovery), ("to", "/work")]);
    later.follows(&entered, "/work");
    assert!(later.get("/account").well().contains("9 recovery codes are left"));
    let renewed = later.post("/account/second-factor/codes", &[("renewal", PASSWORD)]).well();
    assert!(renewed.contains("shown this once") && !renewed.contains(&recovery), "{renewed}");
    // Whoever takes it away is asked to set another.
    let removed = later.post("/account/second-factor/remove", &[("shown", PASSWORD)]);
    assert_eq!(removed.status, 303, "{}", removed.text);
    assert_eq!(later.get("/work").header("location"), "/account/second-factor");
}

#[test]
fn nobody_is_asked_for_a_second_factor_where_the_instance_does_not_demand_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let server = served(&store, &[("ADHERE_ACCESS_SECOND_FACTOR", "optional")]);
    begun(&store, &server);
    let mut jo = Browser { server: &server, cookie: String::new() };
    jo.sign_in("/work");
    jo.get("/work").well();
}
