//! Cases in the browser: opened, told by their clocks, closed; complaints of the public; and the calendar with its feed.

use adhere_testing::repository;
use reqwest::header::{CONTENT_TYPE, HeaderValue};

use crate::server::Answer;
use crate::signed_in::{Person, Workspace, multipart};

fn example(name: &str) -> String {
    std::fs::read_to_string(repository().join("examples/openai").join(name)).unwrap()
}

/// What stands in a field of a form.
fn field(page: &str, name: &str) -> String {
    let marked = format!("name=\"{name}\" value=\"");
    page.split(&marked).nth(1).unwrap_or_else(|| panic!("no `{name}` in {page}")).split('"').next().unwrap().to_owned()
}

/// Any text as a value of a form.
fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Acme adheres to the whole Code.
fn adhering(workspace: &Workspace) -> Person<'_> {
    let ed = workspace.person("ed", "acme", &["editor", "provider-admin", "may-bind-statutory-representative"]);
    let own = encoded(&example("adhere.toml"));
    assert_eq!(ed.post("/work/acme/files/adhere.toml", &[("text", &own)]).status, 303);
    let today = field(&ed.get("/work").well(), "as-of");
    let form =
        [("what", "declare"), ("id", "a1"), ("code", "gpai@2025-07-10"), ("scope", "full"), ("confirmed", "yes")];
    let declared = ed.post("/work/acme/adherence/declare", &[&form[..], &[("from", today.as_str())]].concat());
    assert_eq!(declared.status, 303, "{}", declared.text);
    ed
}

/// Opens an incident that became known long ago, and says where it is.
fn opened(ed: &Person<'_>, title: &str) -> String {
    let page = ed.get("/work/acme/cases/new?kind=serious-incident").well();
    let id = field(&page, "id");
    let form = [
        ("kind", "serious-incident"),
        ("id", id.as_str()),
        ("title", title),
        ("aware-at", "2026-03-02T09:00"),
        ("harms", "cybersecurity"),
        ("code", "gpai%402025-07-10"),
    ];
    let answer = ed.post("/work/acme/cases/new", &form);
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.header("location").split('?').next().unwrap().to_owned()
}

#[test]
fn an_incident_is_opened_reported_and_closed() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    assert!(ed.get("/work/acme/cases").well().contains("No case is kept yet."));
    // What is missing is said beside the field, and what was typed is kept.
    let page = ed.get("/work/acme/cases/new?kind=serious-incident").well();
    let id = field(&page, "id");
    let form = [("kind", "serious-incident"), ("id", id.as_str()), ("title", "Weights <b>left</b>")];
    let wrong = ed.post("/work/acme/cases/new", &form).refused(422);
    assert!(wrong.contains("Choose at least one harm.") && wrong.contains("Give a day with a time."), "{wrong}");
    assert!(wrong.contains("Weights &#60;b&#62;left&#60;/b&#62;"), "{wrong}");
    let case = opened(&ed, "Weights left");
    // Five days after 2 March 2026 is a Saturday, so that Monday is the last day.
    let shown = ed.get(&case).well();
    assert!(shown.contains("2026-03-09") && shown.contains("overdue"), "{shown}");
    assert!(shown.contains("within 5 days after") && shown.contains("S.M9.3"), "the source is cited: {shown}");
    assert!(shown.contains("2026-03-02 09:00 (+01:00, Europe/Brussels)"), "the zone is said: {shown}");
    assert!(ed.get("/work/acme").well().contains("Weights left"), "the dashboard has it");
    let list = ed.get("/work/acme/cases?kind=serious-incident&state=open").well();
    assert!(list.contains("Weights left") && list.contains("2026-03-09"));
    assert!(ed.get("/work/acme/cases?kind=complaint").well().contains("No case fits."));
    // A step before it became known is refused by its rule; one after is recorded.
    let step = |at: &str| ed.post(&format!("{case}/step"), &[("step", "initial-report"), ("done-at", at)]);
    let early = step("2026-03-01T09:00").refused(422);
    assert!(early.contains("happened after it became known"), "{early}");
    assert_eq!(step("2026-03-06T09:00").status, 303);
    let reported = ed.get(&case).well();
    assert!(reported.contains("done on 2026-03-06") && reported.contains("Intermediate report"), "{reported}");
    // As of a day before the report was due nothing had been recorded.
    assert_eq!(ed.get(&format!("{case}?as-of=2026-03-04")).status, 404);
    workspace.demo.is_audited();
}

#[test]
fn a_case_is_closed_after_a_confirmation_and_opened_again() {
    let workspace = Workspace::begin();
    let ed = workspace.person("ed", "acme", &["editor"]);
    let case = opened(&ed, "Weights left");
    let note = ed.post(&format!("{case}/note"), &[("note", "The press called.")]);
    assert_eq!(note.status, 303);
    let unconfirmed = ed.post(&format!("{case}/close"), &[("reason", "Over.")]).refused(422);
    assert!(unconfirmed.contains("Confirm that the clocks stop.") && unconfirmed.contains("Over."));
    assert_eq!(ed.post(&format!("{case}/close"), &[("reason", "Over."), ("confirmed", "yes")]).status, 303);
    let closed = ed.get(&case).well();
    assert!(closed.contains("closed") && closed.contains("The press called."), "{closed}");
    let step = [("step", "initial-report"), ("done-at", "2026-03-07T09:00")];
    assert!(ed.post(&format!("{case}/step"), &step).refused(422).contains("is closed"));
    assert_eq!(ed.post(&format!("{case}/reopen"), &[("reason", "Not over.")]).status, 303);
    // Whoever reads may see it, and do nothing.
    let vi = workspace.person("vi", "acme", &["viewer"]);
    assert!(!vi.get(&case).well().contains("name=\"step\""));
    assert_eq!(vi.post(&format!("{case}/note"), &[("note", "Mine.")]).status, 403);
    workspace.demo.is_audited();
}

#[test]
fn a_complaint_of_the_public_arrives_and_is_followed_by_its_reference() {
    let workspace = Workspace::begin();
    let server = &workspace.demo.server;
    assert_eq!(server.page("/complaints/acme").status, 404, "it adheres to nothing");
    let ed = adhering(&workspace);
    assert!(server.page("/register/acme").well().contains("/complaints/acme"));
    let page = server.page("/complaints/acme");
    assert_eq!(page.header("cache-control"), "no-store");
    let page = page.well();
    assert!(page.contains("it goes neither to the European Commission nor to a court"));
    let reference = field(&page, "reference");
    let missing = [("reference", reference.as_str()), ("name", "Eve"), ("email", "no address"), ("work", "A song")];
    let wrong = workspace.post("/complaints/acme", &missing).refused(422);
    assert!(wrong.contains("Give one email address") && wrong.contains("value=\"Eve\""), "{wrong}");
    let long = "x".repeat(8_001);
    let text = encoded("It was <script>alert(1)</script> copied; see \"the song\".");
    let whole = |text: &str| {
        let form = [
            ("reference", reference.as_str()),
            ("name", "Eve"),
            ("email", "eve%40example.eu"),
            ("work", "A song"),
            ("text", text),
        ];
        workspace.post("/complaints/acme", &form)
    };
    assert!(whole(&long).refused(422).contains("at most 8000 characters"));
    let lodged = whole(&text);
    assert_eq!(lodged.status, 303, "{}", lodged.text);
    let state = lodged.header("location").to_owned();
    assert!(state.starts_with("/complaints?reference="), "nothing secret stands in the path: {state}");
    assert_eq!(whole(&text).status, 303, "sent twice, it is one complaint");
    let shown = server.page(&state).well();
    assert!(shown.contains("The complaint was received.") && shown.contains("Acme SE"), "{shown}");
    assert!(!shown.contains("copied"), "what was said is not shown again");
    assert_eq!(server.page("/complaints?reference=wrong").status, 404);
    // It has arrived where those who keep cases see it, as text and nothing else.
    let list = ed.get("/work/acme/cases?kind=complaint").well();
    assert_eq!(list.matches("A song").count(), 1, "{list}");
    assert!(list.contains("the source gives no number"), "{list}");
    let case = list.split("href=\"/work/acme/cases/").find(|part| part.contains("A song")).unwrap();
    let case = format!("/work/acme/cases/{}", case.split('"').next().unwrap());
    let arrived = ed.get(&case).well();
    assert!(arrived.contains("&#60;script&#62;") && !arrived.contains("<script>"), "{arrived}");
    let answered = [("step", "answered"), ("done-at", &today_at_noon(&arrived))];
    let answered = ed.post(&format!("{case}/step"), &answered);
    assert_eq!(answered.status, 303, "{}", answered.text);
    assert!(server.page(&state).well().contains("Answered"));
    // Nothing of it is public: the journal shows that there are entries, and no more.
    assert!(!server.page("/journal").well().contains("eve@example.eu"));
    workspace.demo.is_audited();
}

/// The moment that the form for a step begins with.
fn today_at_noon(page: &str) -> String {
    page.split("name=\"done-at\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn complaints_are_taken_from_this_site_in_bounds_and_so_many_from_one_place() {
    let workspace = Workspace::begin();
    adhering(&workspace);
    let server = &workspace.demo.server;
    let lodge = || {
        let reference = field(&server.page("/complaints/acme").well(), "reference");
        let form = [
            ("reference", reference.as_str()),
            ("name", "Eve"),
            ("email", "eve%40example.eu"),
            ("work", "A song"),
            ("text", "It was copied."),
        ];
        server.post("/complaints/acme", &form)
    };
    assert_eq!(Answer::of(lodge().header("sec-fetch-site", "cross-site")).status, 403);
    assert_eq!(Answer::of(lodge().header("origin", "https://evil.example")).status, 403);
    // What no form sends.
    assert_eq!(workspace.post("/complaints/acme", &[]).status, 400);
    assert_eq!(workspace.post("/complaints/acme", &[("reference", "short")]).status, 400);
    assert_eq!(workspace.post("/complaints/nobody", &[]).status, 404);
    assert_eq!(workspace.post("/complaints/%00", &[]).status, 404);
    let reference = field(&server.page("/complaints/acme").well(), "reference");
    let lines = encoded("Eve\r\nBcc: ada@example.eu");
    let form = [
        ("reference", reference.as_str()),
        ("name", &lines),
        ("email", "eve%40example.eu"),
        ("work", "A%00song"),
        ("text", "words"),
    ];
    assert_eq!(workspace.post("/complaints/acme", &form).status, 422, "control characters and lines are refused");
    let kind = HeaderValue::from_static("multipart/form-data; boundary=limit");
    let upload = server.post("/complaints/acme", &[]).body(multipart(&[("name", "Eve")], &[]));
    let upload = upload.headers([(CONTENT_TYPE, kind)].into_iter().collect());
    assert_eq!(Answer::of(workspace.of_site(upload)).status, 415);
    for _ in 0..10 {
        let taken = Answer::of(workspace.of_site(lodge()));
        assert_eq!(taken.status, 303, "{}", taken.text);
    }
    let refused = Answer::of(workspace.of_site(lodge()));
    assert_eq!(refused.status, 429, "{}", refused.text);
    assert!(refused.text.contains("try again in an hour") && refused.text.contains("It was copied."));
    workspace.demo.is_audited();
}

#[test]
fn the_calendar_is_read_by_month_and_by_a_program_with_a_key() {
    let workspace = Workspace::begin();
    let ed = adhering(&workspace);
    let model = encoded(&example("models/gpt-5-5.toml"));
    assert_eq!(ed.post("/work/acme/files/new", &[("model", "gpt-5-5"), ("text", &model)]).status, 303);
    let promise = [("after", "0"), ("state", "planned"), ("text", "Later"), ("due", "2027-03-01")];
    assert_eq!(ed.post("/work/acme/measures/gpai@2025-07-10/T.M1.1", &promise).status, 303);
    opened(&ed, "Weights left");
    let page = ed.get("/work/acme/calendar").well();
    assert!(page.contains("Weights left: Initial report") && page.contains("2026-03-09"), "{page}");
    let later = ed.get("/work/acme/calendar?from=2027-01").well();
    assert!(later.contains("datetime=\"2027-06\"") && later.contains("2027-03-01"), "{later}");
    assert_eq!(ed.get("/work/acme/calendar?from=later").status, 400);
    assert_eq!(ed.get("/work/acme/calendar?from=-999999").status, 400);
    // The address is shown once, and opens the calendar without a session.
    let address = address_of_feed(&ed);
    assert!(!ed.get("/work/acme/calendar").well().contains("calendar.ics?key="));
    let server = &workspace.demo.server;
    let feed = server.data(&address);
    assert_eq!(feed.header("content-type"), "text/calendar; charset=utf-8");
    let feed = feed.well();
    let parsed: icalendar::Calendar = feed.parse().unwrap();
    let summaries: Vec<String> = parsed.components.iter().filter_map(summary).collect();
    assert!(summaries.iter().any(|summary| summary == "Weights left: Initial report"), "{summaries:?}");
    assert!(summaries.len() > 1, "what the assessment finds is there as well: {summaries:?}");
    // The key opens nothing else: no page, nothing as a bearer, no other organisation.
    let key = address.split_once("key=").unwrap().1;
    assert_eq!(server.data(&format!("/work/acme?key={key}")).status, 401);
    assert_eq!(server.data("/work/acme/calendar.ics?key=wrong").status, 401);
    let bearer = format!("Bearer {key}");
    for path in ["/work/acme", "/work/acme/calendar.ics", "/work/acme/cases"] {
        assert_eq!(Answer::of(server.get(path).header("authorization", &bearer)).status, 403, "{path}");
    }
    assert_eq!(server.data(&format!("/work/openai/calendar.ics?key={key}")).status, 403);
    workspace.demo.is_audited();
}

/// Makes an address for a calendar program.
fn address_of_feed(person: &Person<'_>) -> String {
    let made = person.post("/work/acme/calendar", &[]).well();
    let key = made.split("/work/acme/calendar.ics?key=").nth(1).unwrap().split('<').next().unwrap();
    format!("/work/acme/calendar.ics?key={key}")
}

#[test]
fn a_key_of_the_calendar_ends_like_other_tokens_and_with_the_role() {
    let workspace = Workspace::begin();
    let server = &workspace.demo.server;
    let ed = workspace.person("ed", "acme", &["editor"]);
    let own = encoded(&example("adhere.toml"));
    assert_eq!(ed.post("/work/acme/files/adhere.toml", &[("text", &own)]).status, 303);
    let address = address_of_feed(&ed);
    assert_eq!(server.data(&address).status, 200);
    let tokens = ed.get("/account/tokens").well();
    assert!(tokens.contains("read one calendar"), "{tokens}");
    assert_eq!(ed.post("/account/tokens/revoke", &[("token", &field(&tokens, "token"))]).status, 303);
    assert_eq!(server.data(&address).status, 401);
    let vi = workspace.person("vi", "acme", &["viewer"]);
    let address = address_of_feed(&vi);
    assert_eq!(server.data(&address).status, 200);
    workspace.run(&["party", "role", "revoke", "vi", "acme", "viewer", "--as", "jo"]);
    assert_eq!(server.data(&address).status, 403, "the role is gone");
    workspace.demo.is_audited();
}

fn summary(component: &icalendar::CalendarComponent) -> Option<String> {
    use icalendar::Component as _;
    component.as_event().and_then(|event| event.get_summary()).map(str::to_owned)
}
