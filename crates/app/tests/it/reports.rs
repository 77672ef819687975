//! The three examples in every form, on one day.

use crate::command::{EXAMPLES, FORMATS, TODAY, assert_text, assess, example, program};

fn report(name: &str, format: &str) -> String {
    assess(&example(name), &["--format", format]).well()
}

fn assert_reports(format: &str) {
    for name in EXAMPLES {
        assert_text(&format!("{name}_{format}"), &report(name, format));
    }
}

#[test]
fn a_summary_says_where_a_provider_stands() {
    assert_reports("summary");
}

#[test]
fn a_text_report_says_everything_with_reasons() {
    assert_reports("text");
}

#[test]
fn json_says_everything_for_machines() {
    assert_reports("json");
}

#[test]
fn sarif_lists_gaps_overdue_items_and_open_questions() {
    assert_reports("sarif");
}

#[test]
fn a_calendar_lists_what_is_due() {
    assert_reports("icalendar");
}

#[test]
fn a_page_says_everything_without_outside_requests() {
    assert_reports("html");
    for name in EXAMPLES {
        let page = report(name, "html");
        for request in ["<script", "<link", "<img", "<iframe", "url(", "@import", " src="] {
            assert!(!page.contains(request), "{name}: {request}");
        }
    }
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    for name in EXAMPLES {
        for format in FORMATS {
            assert_eq!(report(name, format), report(name, format), "{name} as {format}");
        }
    }
}

#[test]
fn where_the_program_is_run_changes_nothing() {
    let (here, there) = (report("openai", "json"), tempfile::tempdir().unwrap());
    let folder = adhere_testing::repository().join(example("openai"));
    let mut command = program(&["assess", folder.to_str().unwrap(), "--format", "json"]);
    let output =
        command.args(TODAY).current_dir(there.path()).env("LANG", "tr_TR.UTF-8").env("TZ", "Pacific/Kiritimati");
    assert_eq!(String::from_utf8(output.output().unwrap().stdout).unwrap(), here);
}

#[test]
fn one_model_alone_is_reported_as_among_all() {
    let (all, one) = (report("openai", "json"), assess(&example("openai"), &["--format", "json", "--model", "gpt-5"]));
    let models = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap()["models"].clone();
    let (all, one) = (models(&all), models(&one.well()));
    assert_eq!(one.as_array().unwrap().len(), 1);
    assert!(all.as_array().unwrap().contains(&one[0]));
}

#[test]
fn what_is_not_official_says_so_in_every_report_for_people() {
    for name in EXAMPLES {
        for format in ["summary", "text", "html"] {
            let report = report(name, format).to_lowercase();
            assert!(report.contains("legal advice"), "{name} as {format}");
            assert!(report.contains("not a service of the european commission"), "{name} as {format}");
            assert!(!report.contains("safe harbour"), "{name} as {format}");
        }
    }
}
