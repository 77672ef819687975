//! Bugs that were, each with the test that keeps it from coming back.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use crate::command::{TODAY, adhere, argument, assess, copy_of, example, folder_with, names_in, program};

const PROVIDER: &str = "[provider]\nname = \"x\"\ncountry = \"FR\"\n";

/// A provider with this after its name, and one model with this after its name.
fn provider_and_model(provider: &str, model: &str) -> tempfile::TempDir {
    let provider = format!("{PROVIDER}{provider}");
    let model = format!("[model]\nname = \"m\"\n{model}");
    folder_with(&[("adhere.toml", provider.as_bytes()), ("models/m.toml", model.as_bytes())])
}

#[test]
fn a_closed_pipe_does_not_hide_what_check_found() {
    let arguments = [["assess", "examples/openai", "--check", "--format", "text"].as_slice(), &TODAY].concat();
    let mut child = program(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdout.take().unwrap();
    pipe.read_exact(&mut [0]).unwrap();
    drop(pipe);
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert_eq!(adhere(&arguments).code, Some(1));
}

#[test]
fn output_that_cannot_replace_its_target_leaves_no_stray_file() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("report");
    fs::create_dir_all(target.join("full")).unwrap();
    assert_eq!(assess(&example("meta"), &["--output", argument(&target)]).code, Some(5));
    let names = names_in(folder.path());
    assert_eq!(names, ["report"]);
}

#[test]
fn an_adherence_does_not_begin_before_its_code_was_published() {
    let adherence = "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nscope = \"full\"\nsince = 2024-01-01\n";
    let err = assess(argument(provider_and_model(adherence, "").path()), &[]).refused(3);
    assert!(err.contains("adherence-before-code") && err.contains("adhere.toml:8"), "{err}");
}

#[test]
fn a_name_of_something_that_is_not_there_is_told_with_its_line() {
    let model = "[[measure]]\nid = \"S.M99\"\nstate = \"planned\"\n";
    let err = assess(argument(provider_and_model("", model).path()), &[]).refused(3);
    assert!(err.contains("unknown-measure") && err.contains("m.toml:4"), "{err}");
}

#[test]
fn decisions_that_contradict_one_another_are_refused() {
    let model = "[model.commission]\ncondition-known-on = 2026-02-01\nnotified-on = 2026-01-01\n\
                 rebuttal = \"pending\"\nrebuttal-decided-on = 2026-03-01\n";
    let err = assess(argument(provider_and_model("", model).path()), &[]).refused(3);
    assert!(err.contains("before it was known") && err.contains("has a date of decision"), "{err}");
}

#[test]
fn a_models_folder_that_is_a_file_is_told_to_be_made_a_folder() {
    let folder = folder_with(&[("adhere.toml", PROVIDER.as_bytes()), ("models", b"")]);
    let err = assess(argument(folder.path()), &[]).refused(3);
    assert!(err.contains("not-a-folder") && err.contains("make it a folder"), "{err}");
}

#[cfg(unix)]
#[test]
fn a_models_folder_that_leads_nowhere_is_refused() {
    let folder = folder_with(&[("adhere.toml", PROVIDER.as_bytes())]);
    std::os::unix::fs::symlink("elsewhere", folder.path().join("models")).unwrap();
    let err = assess(argument(folder.path()), &[]).refused(3);
    assert!(err.contains("cannot be read as a folder"), "{err}");
}

#[test]
fn a_file_named_instead_of_its_folder_is_told_so() {
    let err = assess("examples/meta/adhere.toml", &[]).refused(3);
    assert!(err.contains("name the folder that holds"), "{err}");
}

#[test]
fn a_missing_receipt_is_told_of_receipts() {
    let err = adhere(&["replay", "no-receipt.json", "examples/meta"]).refused(3);
    assert!(err.contains("adhere assess --receipt") && !err.contains("init"), "{err}");
}

#[test]
fn a_day_before_the_law_is_told_in_the_laws_words() {
    let err = adhere(&["assess", "examples/meta", "--as-of", "2020-01-01", "--known-at", "2026-11-22"]).refused(5);
    assert!(err.contains("Art. 51(2)") && err.contains("2024-08-01"), "{err}");
}

#[test]
fn a_sarif_location_is_a_uri() {
    let copy = copy_of("openai");
    let folder = copy.path().join("my provider");
    fs::create_dir(&folder).unwrap();
    for name in ["adhere.toml", "models"] {
        fs::rename(copy.path().join(name), folder.join(name)).unwrap();
    }
    let sarif = assess(argument(&folder), &["--format", "sarif"]).well();
    assert!(sarif.contains("my%20provider/models") && !sarif.contains("my provider/models"));
}

#[test]
fn amounts_in_json_are_digits() {
    let json = assess(&example("meta"), &["--format", "json"]).well();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["provider"]["worldwide_turnover"], "177846000000");
    assert_eq!(json["models"][0]["fine"]["ceiling"], "5335380000");
}

#[test]
fn an_open_obligation_in_sarif_names_the_facts_that_settle_it_alone() {
    // Turnover and accounting periods decide the ceiling of a fine and the size, never whether Art. 55 binds.
    let sarif = assess(&example("openai"), &["--format", "sarif", "--model", "gpt-5-5"]).well();
    let open = sarif.lines().find(|line| line.contains("Art. 55(1)(d)") && line.contains("is open")).unwrap();
    assert!(open.contains("model.training-compute") && !open.contains("provider.worldwide-turnover"), "{open}");
}

#[test]
fn a_relief_is_told_with_its_ground() {
    let text = assess(&example("openai"), &["--format", "text", "--model", "gpt-5"]).well();
    let relief = text.lines().find(|line| line.contains("Only the independent external evaluations")).unwrap();
    assert!(relief.contains("similarly safe or safer"), "{relief}");
}

const ADHERENCE: &str =
    "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nscope = \"full\"\nsince = 2025-08-01\n";

#[test]
fn two_adherences_to_one_code_that_begin_together_are_refused() {
    let twice = |more: &str| {
        let folder = provider_and_model(&format!("{ADHERENCE}{ADHERENCE}{more}"), "");
        assess(argument(folder.path()), &[])
    };
    let err = twice("").refused(3);
    assert!(err.contains("adherence-twice") && err.contains("begin on 2025-08-01"), "{err}");
    let err = twice("models = [\"m\"]\n").refused(3);
    assert!(err.contains("adherence-twice"), "{err}");
    let folder = provider_and_model(&format!("{ADHERENCE}until = 2025-09-01\n{ADHERENCE}"), "");
    fs::write(
        folder.path().join("adhere.toml"),
        format!("{PROVIDER}{ADHERENCE}until = 2025-09-01\n{}", ADHERENCE.replace("2025-08-01", "2025-09-01")),
    )
    .unwrap();
    assess(argument(folder.path()), &[]).well();
    fs::write(folder.path().join("models/n.toml"), "[model]\nname = \"n\"\n").unwrap();
    let apart = format!("{PROVIDER}{ADHERENCE}models = [\"m\"]\n{ADHERENCE}models = [\"n\"]\n");
    fs::write(folder.path().join("adhere.toml"), apart).unwrap();
    assess(argument(folder.path()), &[]).well();
}

#[test]
fn a_country_that_is_no_assigned_code_is_refused() {
    for code in ["ZZ", "EU", "XK"] {
        let folder =
            folder_with(&[("adhere.toml", format!("[provider]\nname = \"x\"\ncountry = \"{code}\"\n").as_bytes())]);
        let err = assess(argument(folder.path()), &[]).refused(3);
        assert!(err.contains(&format!("`{code}` is not a country code")), "{err}");
    }
}

#[test]
fn an_incident_is_named_by_events_about_incidents_alone() {
    let with = |text: &str| assess(argument(provider_and_model("", text).path()), &[]);
    let err = with("[[event]]\nkind = \"complaint\"\non = 2026-01-02\nincident = \"A\"\n").refused(3);
    assert!(err.contains("this event is not about a serious incident"), "{err}");
    let err = with("[[event]]\nkind = \"incident-death\"\non = 2026-01-02\nincident = \"a b\"\n").refused(3);
    assert!(err.contains("`a b` is not an id"), "{err}");
    let done =
        "[[done]]\nmeasure = \"S.M9.3\"\ndeadline = \"intermediate-report\"\non = 2026-01-05\nincident = \"A\"\n";
    let err = with(done).refused(3);
    assert!(err.contains("unknown-incident"), "{err}");
    with(&format!("{done}[[event]]\nkind = \"incident-death\"\non = 2026-01-02\nincident = \"A\"\n")).well();
}

#[test]
fn events_are_shown_with_their_notes_in_the_full_reports() {
    let event = "[[event]]\nkind = \"incident-death\"\non = 2026-01-02\nincident = \"A\"\nnote = \"a <remark>\"\n";
    let folder = provider_and_model("", event);
    let shown = |format| assess(argument(folder.path()), &["--format", format]).well();
    let (text, html, json) = (shown("text"), shown("html"), shown("json"));
    assert!(
        text.contains("2026-01-02  awareness of the model's involvement in a death: incident A; a <remark>"),
        "{text}"
    );
    assert!(html.contains("incident A; a &#60;remark&#62;"), "{html}");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let event = &json["models"][0]["events"][0];
    assert_eq!([&event["kind"], &event["incident"], &event["note"]], ["incident-death", "A", "a <remark>"]);
}

#[test]
fn what_was_missed_under_an_ended_adherence_is_marked() {
    let model = "placed-on-market = 2025-09-01\ngenerates = [\"text\"]\ntraining-compute = \"10^24\"\n[model.licence]\naccess = false\n";
    let folder = provider_and_model(&format!("{ADHERENCE}until = 2026-01-01\n"), model);
    let text = assess(argument(folder.path()), &["--format", "text"]).well();
    assert!(text.contains("missed under an adherence that has ended 2025-09-01"), "{text}");
    assert!(text.contains("the adherence ended on 2026-01-01"), "{text}");
}

#[test]
fn a_relief_that_is_claimed_lifts_the_deadline_that_it_names() {
    let report = "[[event]]\nkind = \"model-report\"\non = 2026-01-05\n";
    let refresh = |claim: &str, format: &str| {
        let model =
            format!("placed-on-market = 2026-01-05\ngenerates = [\"text\"]\ntraining-compute = \"10^26\"\n{claim}");
        let folder = provider_and_model(ADHERENCE, &format!("{model}{report}"));
        assess(argument(folder.path()), &["--format", format]).well()
    };
    let status = |claim: &str| {
        let json: serde_json::Value = serde_json::from_str(&refresh(claim, "json")).unwrap();
        let due = json["models"][0]["due"].as_array().unwrap().clone();
        let refresh: Vec<_> = due.iter().filter(|item| item["deadline"] == "report-refresh").collect();
        assert_eq!(refresh.len(), 1, "it stays in sight");
        [refresh[0]["status"].clone(), refresh[0]["lifted_by"].clone(), refresh[0]["on"].clone()]
    };
    let claimed = "similarly-safe = true\n";
    assert_eq!(status(""), ["overdue".into(), serde_json::Value::Null, "2026-07-06".into()]);
    assert_eq!(status("similarly-safe = false\n")[0], "overdue");
    assert_eq!(status(claimed), ["lifted", "similarly-safe", "2026-07-06"]);
    let text = refresh(claimed, "text");
    let lifted = text.lines().find(|line| line.contains("lifted, not due 2026-07-06")).unwrap();
    assert!(lifted.contains("report refresh"), "{text}");
    assert!(
        text.contains("relief for \"similarly safe or safer\" models: Only the update at least every six"),
        "{text}"
    );
    // Neither a calendar nor a list of findings has what is not due.
    for format in ["icalendar", "sarif"] {
        let tells = |claim| refresh(claim, format).replace("\r\n ", "").contains("report refresh");
        assert!(tells("") && !tells(claimed), "{format}");
    }
    let shown = adhere(&["code", "show", "gpai", "S.M7.6"]).well();
    assert!(shown.contains("\"similarly safe or safer\" models, lifting report-refresh — Only"), "{shown}");
}

#[test]
fn holiday_tables_of_the_folder_go_before_those_that_ship() {
    let folder = copy_of("openai");
    let due = || assess(argument(folder.path()), &["--format", "json"]).well();
    assert!(due().contains("holidays_unknown"), "no table ships for the year that the deadlines need");
    let table = "[[calendar]]\nid = \"EU\"\nname = \"European Commission\"\nyear = 2026\nsource = \"a decision\"\n\
                 sure = \"official\"\ndays = [2026-08-07]\n";
    fs::write(folder.path().join("calendars.toml"), table).unwrap();
    let with_table = due();
    assert!(!with_table.contains("holidays_unknown"), "{with_table}");
    assert!(with_table.contains("\"on\": \"2026-08-10\""), "a Friday that is a holiday moves the day to Monday");
    fs::write(folder.path().join("calendars.toml"), table.replace("2026-08-07", "2025-08-07")).unwrap();
    let err = assess(argument(folder.path()), &[]).refused(3);
    assert!(err.contains("a day lies outside 2026") && err.contains("calendars.toml:7"), "{err}");
}
