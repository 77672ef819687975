//! A package that waits for a decision: looked at and refused on a page, accepted by command, asked about by its sender.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use crate::command::adhere;
use crate::operations::served;
use crate::server::{Answer, Server};
use crate::sides::Sides;
use crate::signed_in::PASSWORD;

/// Sides of which the office decides by hand, and lets a facilitator in; with what lets her in.
fn sides() -> (Sides, String) {
    let sides = Sides::begin();
    let settings = Path::new(&sides.path("office")).join("instance.toml");
    let mut settings = OpenOptions::new().append(true).open(settings).unwrap();
    settings.write_all(b"\n[packages]\ndecide = \"by-hand\"\n").unwrap();
    let named = ["party", "organisation", "change", "office", "--name", "office", "--kind", "facilitator"];
    sides.well("office", &named);
    let invited = ["account", "invite", "fa", "--name", "Fa", "--email", "fa@example.eu", "--organisation", "office"];
    let said = sides.well("office", &[invited.as_slice(), &["--role", "facilitator"]].concat());
    (sides, said)
}

/// The office serves, and leaves a second factor to its people.
fn office(sides: &Sides) -> Server {
    served(Path::new(&sides.path("office")), &[("ADHERE_ACCESS_SECOND_FACTOR", "optional")])
}

/// Whoever is signed in at the office, by her cookie.
struct Facilitator<'s> {
    office: &'s Server,
    cookie: String,
}

impl<'s> Facilitator<'s> {
    fn enter(office: &'s Server, said: &str) -> Self {
        let way_in = said.split_whitespace().find(|word| word.starts_with("/invitation?key=")).unwrap();
        let mut own = Self { office, cookie: String::new() };
        assert_eq!(own.post(way_in, &[("password", PASSWORD), ("again", PASSWORD)]).status, 303);
        let entered = own.post("/sign-in", &[("email", "fa@example.eu"), ("password", PASSWORD)]);
        own.cookie = entered.header("set-cookie").split(';').next().unwrap().to_owned();
        own
    }

    fn get(&self, path: &str) -> String {
        Answer::of(self.office.get(path).header("accept", "text/html").header("cookie", &self.cookie)).well()
    }

    fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let request = self.office.post(path, form).header("origin", &self.office.url);
        Answer::of(request.header("cookie", &self.cookie))
    }
}

#[test]
fn what_waits_is_refused_on_its_page_accepted_by_command_and_its_sender_asks() {
    let (sides, said) = sides();
    let office = office(&sides);
    let sent = ["package", "send", "statement-set", "gpai@2025-07-10", "--to", "office", "--url", &office.url];
    assert!(sides.well("maker", &sent).contains("what becomes of it is decided later"));
    let id = sides.list("maker").split_whitespace().nth(2).unwrap().to_owned();
    let inbox = |state: &str| adhere(&["package", "inbox", "--state", state, "--store", &sides.path("office")]).well();
    assert!(inbox("waiting").contains(&id) && !inbox("accepted").contains(&id));
    let fa = Facilitator::enter(&office, &said);
    let page = fa.get("/facilitation?state=waiting");
    assert!(page.contains(&id) && page.contains("waits for a decision"), "{page}");
    assert!(fa.get("/facilitation?state=refused").contains("No package stands so."));
    let url = page.split("href=\"").find(|rest| rest.starts_with("/facilitation/packages/")).unwrap();
    let url = url.split('"').next().unwrap();
    let shown = fa.get(url);
    for expected in ["it holds.", "Nothing in the register", "&#34;S.M9.3&#34;"] {
        assert!(
            shown.contains(expected) || shown.contains(&expected.replace("&#34;", "&quot;")),
            "{expected}: {shown}"
        );
    }
    // A refusal needs its reason, and what was typed beside it is kept.
    let refuse = format!("{url}/refuse");
    let missing = fa.post(&refuse, &[("basis", "Measure 9.3")]).refused(422);
    assert!(missing.contains("Say why it is refused.") && missing.contains("Measure 9.3"), "{missing}");
    let refused = fa.post(&refuse, &[("reason", "The tests are not described."), ("basis", "Measure 9.3")]);
    assert_eq!((refused.status, refused.header("location")), (303, &*format!("{url}?done=package-refused")));
    assert!(fa.get(url).contains("The tests are not described."));
    let ask = || sides.well("maker", &["package", "ask", &id, "--url", &office.url]);
    let told = ask();
    assert!(told.contains("[by-hand]: The tests are not described. (Measure 9.3)"), "{told}");
    assert!(sides.list("maker").contains("refused [by-hand]"));
    let entry = url.rsplit('/').next().unwrap();
    assert!(sides.well("office", &["package", "accept", entry]).contains("is accepted"));
    assert!(ask().contains("was accepted"));
    assert!(sides.list("maker").contains("accepted"));
    assert_eq!(office.data(&format!("/packages/{}", "0".repeat(64))).status, 404);
    assert_eq!(office.data("/packages/nothing").status, 404);
    drop(office);
    sides.is_audited();
}
