//! What people do who are signed in, over HTTP as a browser does it; and what they may not.

use std::fmt::Write as _;
use std::path::Path;

use adhere_domain::parties::role::Role;
use adhere_testing::repository;
use reqwest::blocking::RequestBuilder;

use crate::server::Answer;
use crate::signed_in::{PASSWORD, Person, Workspace, multipart};

fn example(name: &str) -> String {
    std::fs::read_to_string(repository().join("examples/openai").join(name)).unwrap()
}

/// The day that a page is about.
fn today(page: &str) -> String {
    page.split("name=\"as-of\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// A form whose values may hold anything.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "%{byte:02X}");
        text
    })
}

#[test]
fn a_provider_goes_from_its_files_to_adherence() {
    let workspace = Workspace::begin();
    let roles = ["editor", "provider-admin", "may-bind-statutory-representative"];
    let ed = workspace.person("ed", "acme", &roles);
    assert!(ed.get("/work").well().contains("Acme SE"));
    assert!(ed.get("/work/acme").well().contains("No model is on record yet."));
    // What cannot be used is shown again as it was typed.
    let wrong = ed.post("/work/acme/files/new", &[("model", "gpt"), ("text", &encoded("nonsense = ["))]).refused(422);
    assert!(wrong.contains("nonsense = [") && wrong.contains("unclosed array"), "{wrong}");
    let own = encoded(&example("adhere.toml"));
    assert_eq!(ed.post("/work/acme/files/adhere.toml", &[("text", &own)]).status, 303);
    let model = encoded(&example("models/gpt-5-5.toml"));
    assert_eq!(ed.post("/work/acme/files/new", &[("model", "gpt-5-5"), ("text", &model)]).status, 303);
    assert!(ed.get("/work/acme").well().contains("GPT-5.5"));
    assert_eq!(ed.get("/work/acme/files/gpt-5-5/raw").well(), example("models/gpt-5-5.toml"));
    // What would hold is shown before anything is recorded.
    let declaration = [("what", "declare"), ("id", "acme-gpai"), ("code", "gpai@2025-07-10"), ("scope", "full")];
    let refused = ed.post("/work/acme/adherence/declare", &[&declaration[..], &[("from", "2025-08-01")]].concat());
    assert!(refused.refused(422).contains("nothing has effect from before it was signed"));
    let today = today(&ed.get("/work").well());
    let form = [declaration.as_slice(), &[("from", &today)]].concat();
    let early = ed.post("/work/acme/adherence/declare", &form);
    assert_eq!(early.status, 200, "{}", early.text);
    assert!(early.text.contains("Nothing is recorded yet."), "{}", early.text);
    assert!(!ed.get("/work/acme/adherence").well().contains("acme-gpai"));
    let signed = ed.post("/work/acme/adherence/declare", &[form.as_slice(), &[("confirmed", "yes")]].concat());
    assert_eq!(signed.status, 303, "{}", signed.text);
    assert!(ed.get("/work/acme/adherence").well().contains("acme-gpai"));
    assert!(
        workspace.demo.server.page("/register/acme").well().contains("the whole code"),
        "the register tells everybody"
    );
    // Everything in forms for programs and calendars.
    assert!(ed.get("/work/acme/assessment").well().contains("GPT-5.5"));
    assert!(ed.get("/work/acme/assessment.json").well().contains("\"gpt-5-5\""));
    assert!(ed.get("/work/acme/calendar.ics").well().starts_with("BEGIN:VCALENDAR"));
    workspace.demo.is_audited();
}

#[test]
fn a_statement_is_written_kept_and_approved_by_another() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let al = workspace.person("al", "acme", &["approver", "viewer"]);
    // A statement, with what is missing from it said beside the field, and kept as it was typed.
    let measure = "/work/acme/measures/gpai@2025-07-10/T.M1.1";
    let missing = ed.post(measure, &[("after", "0"), ("text", "Half of it.")]).refused(422);
    assert!(missing.contains("Choose how far the measure is implemented.") && missing.contains("Half of it."));
    let stated = ed.post(measure, &[("after", "0"), ("state", "partial"), ("text", "Half of it.")]);
    assert_eq!(stated.status, 303, "{}", stated.text);
    let late = ed.post(measure, &[("after", "0"), ("state", "planned"), ("text", "Later.")]).refused(422);
    assert!(late.contains("is at revision 1"), "who has not seen the latest revision overwrites nothing");
    // Four eyes: whoever wrote it does not approve it.
    let page = al.get(measure).well();
    let fingerprint = page.split("name=\"fingerprint\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let approval = [("revision", "1"), ("fingerprint", fingerprint)];
    let given = al.post(&format!("{measure}/approval"), &approval);
    assert_eq!(given.status, 303, "{}", given.text);
    assert!(al.get(measure).well().contains("al"));
    assert_eq!(ed.post(&format!("{measure}/approval"), &approval).status, 403);
    assert!(ed.get("/work/acme/measures").well().contains("implemented in part"));
    workspace.demo.is_audited();
}

/// The routes with the roles that may take them, as the program itself has them and as they were looked at.
fn matrix() -> Vec<(String, String, Vec<String>)> {
    let folder = repository().join("crates/app/src/web/work/snapshots");
    let mut found = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let is_matrix =
        |path: &Path| path.to_str().is_some_and(|path| path.ends_with("the_matrix_is_what_was_looked_at.snap"));
    let file = found.find(|path| is_matrix(path)).unwrap();
    let text = std::fs::read_to_string(file).unwrap();
    let lines = text.lines().filter_map(|line| line.split_once(": ").zip(line.split_once(' ')));
    let is_page = |method: &str, rest: &str| matches!(method, "GET" | "POST") && !rest.starts_with("/api/");
    let routes = lines.filter(|(_, (method, rest))| is_page(method, rest)).map(|((route, roles), _)| {
        let (method, path) = route.split_once(' ').unwrap();
        let path =
            path.replace("{organisation}", "acme").replace("{party}", "acme").replace("{code}", "gpai@2025-07-10");
        let path = path.replace("{measure}", "T.M1.1").replace("{file}", "adhere.toml").replace("{entry}", "0");
        let path = path.replace("{invitation}", "0");
        (method.to_owned(), path, roles.split(", ").map(str::to_owned).collect())
    });
    routes.collect()
}

#[test]
fn every_role_reaches_what_it_may_and_nothing_else() {
    let workspace = Workspace::begin();
    workspace.run(&[
        "party",
        "organisation",
        "register",
        "other",
        "--name",
        "Other",
        "--kind",
        "provider",
        "--as",
        "jo",
    ]);
    let matrix = matrix();
    assert!(matrix.len() > 20, "{matrix:?}");
    for (method, path, _) in &matrix {
        let server = &workspace.demo.server;
        let answer = match method.as_str() {
            "GET" => Answer::of(server.get(path)),
            _ => Answer::of(workspace.of_site(server.post(path, &[])).header("accept", "*/*")),
        };
        assert_eq!(answer.status, 401, "nobody is signed in: {method} {path}");
    }
    for (role, name) in Role::ALL {
        let own = workspace.person(&format!("own-{name}"), "acme", &[name]);
        let is_of_others =
            role.asks_for().is_none_or(|kinds| kinds.len() == 2 && name != "facilitator" && name != "chair");
        let other = is_of_others.then(|| workspace.person(&format!("other-{name}"), "other", &[name]));
        for (method, path, roles) in &matrix {
            let reach = |person: &Person<'_>| match method.as_str() {
                "GET" => person.get(path).status,
                _ => person.post(path, &[]).status,
            };
            let is_allowed = roles.iter().any(|held| held == name || held == "whoever is signed in");
            let status = reach(&own);
            assert_eq!(status != 403 && status != 401, is_allowed, "{name}: {method} {path} gave {status}");
            assert!(status < 500, "{name}: {method} {path} gave {status}");
            if let Some(other) = &other {
                let is_everyones = roles.iter().any(|held| held == "whoever is signed in");
                let status = reach(other);
                assert_eq!(status != 403, is_everyones, "{name} of another: {method} {path} gave {status}");
            }
        }
    }
    workspace.demo.is_audited();
}

#[test]
fn a_role_that_is_taken_away_is_gone_at_the_next_request() {
    let workspace = Workspace::begin();
    let vi = workspace.person("vi", "acme", &["viewer"]);
    assert_eq!(vi.get("/work/acme").status, 200);
    workspace.run(&["party", "role", "revoke", "vi", "acme", "viewer", "--as", "jo"]);
    assert_eq!(vi.get("/work/acme").status, 403);
    workspace.run(&["account", "close", "vi", "--as", "jo"]);
    let signed_out = vi.get("/work");
    assert_eq!((signed_out.status, signed_out.header("location")), (303, "/sign-in?to=%2Fwork"));
    workspace.demo.is_audited();
}

#[test]
fn nothing_is_done_for_another_site_and_nobody_is_sent_to_one() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let server = &workspace.demo.server;
    let form = [("after", "0"), ("state", "planned"), ("text", "words")];
    let post = || server.post("/work/acme/measures/gpai@2025-07-10/T.M1.1", &form).header("cookie", &ed.cookie);
    assert_eq!(Answer::of(post()).status, 403, "nothing shows where it comes from");
    assert_eq!(Answer::of(post().header("origin", "https://evil.example")).status, 403);
    assert_eq!(Answer::of(post().header("sec-fetch-site", "cross-site")).status, 403);
    assert_eq!(Answer::of(workspace.of_site(post())).status, 303);
    for to in ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"] {
        let form = [("email", "ed@example.eu"), ("password", PASSWORD), ("to", to)];
        let entered = workspace.post("/sign-in", &form);
        assert_eq!((entered.status, entered.header("location")), (303, "/work"), "{to}");
    }
    // What one person sees is kept by nobody on the way.
    assert_eq!(ed.get("/work/acme").header("cache-control"), "no-store");
    let left = ed.post("/sign-out", &[]);
    assert!(left.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(ed.get("/work").status, 303);
}

#[test]
fn a_program_with_a_token_may_what_the_token_says_and_no_more() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let wrong = ed.post("/account/tokens", &[("name", "a pipeline")]).refused(422);
    assert!(wrong.contains("Choose what it may do."), "{wrong}");
    let issue = |may: &str| {
        let until = today(&ed.get("/account/tokens").well())
            .parse::<jiff::civil::Date>()
            .unwrap()
            .saturating_add(jiff::Span::new().days(30))
            .to_string();
        let form = [("name", "a pipeline"), ("organisation", "acme"), ("may", may), ("until", &until)];
        let page = ed.post("/account/tokens", &form).well();
        let shown = page.split("<code class=\"id\">").nth(1).unwrap();
        shown.split('<').next().unwrap().to_owned()
    };
    let (reads, writes) = (issue("read"), issue("write"));
    let server = &workspace.demo.server;
    let with =
        |request: RequestBuilder, token: &str| Answer::of(request.header("authorization", format!("Bearer {token}")));
    assert_eq!(with(server.get("/work/acme/assessment.json"), &reads).status, 200);
    assert_eq!(with(server.get("/work/other/assessment.json"), &reads).status, 403);
    assert_eq!(with(server.get("/account"), &writes).status, 403, "a token keeps no account");
    let form = [("after", "0"), ("state", "planned"), ("text", "words")];
    let post = || server.post("/work/acme/measures/gpai@2025-07-10/T.M1.1", &form);
    assert_eq!(with(post(), &reads).status, 403);
    assert_eq!(with(post(), &writes).status, 303);
    assert_eq!(with(server.get("/work/acme/assessment.json"), &"A".repeat(43)).status, 401);
}

#[test]
fn whoever_is_invited_by_a_page_gets_in() {
    let workspace = Workspace::begin();
    let pa = workspace.person("pa", "acme", &["provider-admin"]);
    let refused = pa.post("/people/acme", &[("person", "vi")]).refused(422);
    assert!(refused.contains("Give the name.") && refused.contains("Choose at least one role."));
    let form = [("person", "vi"), ("name", "Vi Read"), ("email", "vi@example.eu"), ("role", "administrator")];
    let refused = pa.post("/people/acme", &form).refused(422);
    assert!(refused.contains("no role of “pa”"), "{refused}");
    let form = [("person", "vi"), ("name", "Vi Read"), ("email", "vi@example.eu"), ("role", "viewer")];
    let page = pa.post("/people/acme", &form).well();
    let way_in = page.split("href=\"").find(|rest| rest.starts_with("/invitation?key=")).unwrap();
    let vi = workspace.enter("vi@example.eu", way_in.split('"').next().unwrap());
    assert_eq!(vi.get("/work/acme").status, 200);
    assert_eq!(pa.post("/people/acme/revoke", &[("person", "vi"), ("role", "viewer")]).status, 303);
    assert_eq!(vi.get("/work/acme").status, 403);
    workspace.demo.is_audited();
}

#[test]
fn an_organisation_demands_a_second_factor_of_everybody_who_has_a_role() {
    let workspace = Workspace::begin();
    let pa = workspace.person("pa", "acme", &["provider-admin"]);
    let vi = workspace.person("vi", "acme", &["viewer"]);
    assert!(pa.get("/people/acme").well().contains("is left to the instance"));
    pa.post("/people/acme/second-factor", &[("demanded", "perhaps")]).refused(400);
    assert_eq!(vi.post("/people/acme/second-factor", &[("demanded", "yes")]).status, 403);
    assert_eq!(vi.get("/work/acme").status, 200);
    let demanded = pa.post("/people/acme/second-factor", &[("demanded", "yes")]);
    assert_eq!(demanded.status, 303, "{}", demanded.text);
    for person in [&pa, &vi] {
        let led = person.get("/work");
        assert_eq!((led.status, led.header("location")), (303, "/account/second-factor"));
    }
    assert!(vi.get("/account/second-factor").well().contains("an organisation demands it of you"));
    workspace.demo.is_audited();
}

#[test]
fn a_facilitator_publishes_what_compiles_and_is_told_what_does_not() {
    let workspace = Workspace::begin();
    let fa = workspace.person("fa", "acme", &["facilitator"]);
    assert!(fa.get("/facilitation").well().contains("Nothing was received yet."));
    assert!(fa.upload("/facilitation/publish", multipart(&[], &[])).refused(422).contains("Choose the files"));
    let folder = repository().join("data/codes/conduct-template");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let manifest = read("code.toml").replace("version = \"2026-11-22\"", "version = \"2026-11-23\"");
    let others: Vec<(String, String)> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "code.toml")
        .map(|name| (name.clone(), read(&name).replace("template@2026-11-22", "template@2026-11-23")))
        .collect();
    let files = |manifest: &'static str| -> Vec<(&str, &str)> {
        let others = others.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        [("code.toml", manifest)].into_iter().chain(others).collect()
    };
    let broken = fa.upload("/facilitation/publish", multipart(&[], &files("format = 1\n[code"))).refused(422);
    assert!(broken.contains("What the compiler found") && broken.contains("<code>code.toml"), "{broken}");
    assert!(!broken.contains("/tmp"), "nobody learns of the folder in which it was compiled");
    let manifest: &'static str = manifest.leak();
    let unsaid = fa.upload("/facilitation/publish", multipart(&[("follows", "")], &files(manifest))).refused(422);
    assert!(unsaid.contains("nothing says which version this one follows"), "{unsaid}");
    let to = "/facilitation/publish";
    let seen = fa.upload(to, multipart(&[("follows", "conduct-template@2026-11-22")], &files(manifest))).well();
    assert!(seen.contains("Nothing is published yet.") && seen.contains("4 commitments, 10 measures"), "{seen}");
    assert_eq!(fa.get("/codes/conduct-template@2026-11-23").status, 404, "looking publishes nothing");
    // The files go along with the look at them.
    let along = |name: &str| {
        let field = seen.split(&format!("<input type=\"hidden\" name=\"{name}\" value=\"")).nth(1).unwrap();
        field.split('"').next().unwrap()
    };
    let kept = ["follows", "succession", "on", "basis", "source", "confirmed"].map(|name| (name, along(name)));
    let published = fa.upload(to, multipart(&kept, &[]));
    assert_eq!(published.status, 303, "{}", published.text);
    let again = fa.upload(to, multipart(&[("follows", "2026-11-22")], &files(manifest))).well();
    assert!(again.contains("published already"), "{again}");
    fa.upload(to, multipart(&[("source", "no files"), ("confirmed", "yes")], &[])).refused(400);
    assert!(published.header("location").starts_with("/codes/conduct-template@2026-11-23"), "{published:?}");
    workspace.demo.is_audited();
}

#[test]
fn who_looks_where_a_form_was_sent_is_led_to_its_page() {
    let workspace = Workspace::begin();
    let pa = workspace.person("pa", "acme", &["provider-admin"]);
    let led = pa.get("/people/acme/revoke?as-of=2026-03-01&language=nl");
    assert_eq!((led.status, led.header("location")), (303, "/people/acme?as-of=2026-03-01&language=nl"));
    // Programs are told what is wrong, and nobody is led to another site.
    assert_eq!(workspace.demo.server.data("/sign-out").status, 405);
    assert_eq!(workspace.demo.server.page("//evil.example/revoke").status, 404);
}

#[test]
fn hostile_uploads_are_refused_and_leave_nothing() {
    let workspace = Workspace::begin();
    let fa = workspace.person("fa", "acme", &["facilitator"]);
    let to = "/facilitation/publish";
    // Browsers that send folders before names are understood; what climbs out of a folder goes nowhere.
    for name in ["..", ".hidden", "a\u{202e}b.md", "", "con\u{0}.md"] {
        let answer = fa.upload(to, multipart(&[], &[(name, "text")]));
        assert!(matches!(answer.status, 400 | 422), "{name}: {}", answer.status);
    }
    let climbing = fa.upload(to, multipart(&[], &[("../../etc/code.toml", "format = 1")]));
    assert_eq!(climbing.status, 422, "it is a manifest by its name, and no code");
    let many: Vec<(&str, &str)> = (0..65).map(|_| ("a.md", "text")).collect();
    assert!(fa.upload(to, multipart(&[], &many)).refused(422).contains("at most 64 files"));
    for body in ["", "--limit", "--limit\r\n\r\n", "no form at all"] {
        let answer = fa.upload(to, body.to_owned());
        assert!(matches!(answer.status, 400 | 422), "{body}: {}", answer.status);
    }
    // What is no text is no file of a code, whatever it says that it is.
    let binary = multipart(&[], &[("code.toml", "%PDF-1.7 <script>alert(1)</script>")]);
    let refused = fa.upload(to, binary).refused(422);
    assert!(!refused.contains("<script>alert"), "{refused}");
    // What is too large is not read to its end: whoever sends it is told so, or finds the connection closed.
    let large = fa.uploading(to, multipart(&[], &[("code.toml", &"x".repeat(17 << 20))])).send();
    assert!(large.map_or(true, |answer| matches!(answer.status().as_u16(), 400 | 413)));
    workspace.demo.is_audited();
}

#[test]
fn a_facilitator_records_what_a_source_says() {
    let workspace = Workspace::begin();
    let fa = workspace.person("fa", "acme", &["facilitator"]);
    let refused = fa.post("/facilitation/register", &[("organisation", "acme")]).refused(422);
    assert!(refused.contains("Name the source.") && refused.contains("Choose how much of the code."), "{refused}");
    let form = [
        ("organisation", "acme"),
        ("code", "gpai"),
        ("scope", "chapters"),
        ("chapters", "S"),
        ("source", "a list that was read"),
        ("read", "2026-11-20"),
    ];
    let recorded = fa.post("/facilitation/register", &form);
    assert_eq!(recorded.status, 303, "{}", recorded.text);
    assert!(workspace.demo.server.page("/register/acme").well().contains("a list that was read"));
    workspace.demo.is_audited();
}
