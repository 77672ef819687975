//! What `adhere code` and `adhere law` print.

use crate::command::{adhere, assert_text};

#[test]
fn codes_are_listed_with_counts_and_digests() {
    let list = adhere(&["code", "list"]).well();
    assert!(list.contains("3 chapters, 12 commitments, 40 measures"));
    assert_text("code_list", &list);
}

#[test]
fn a_code_is_shown_by_its_contents() {
    assert_text("code_show_gpai", &adhere(&["code", "show", "gpai"]).well());
}

#[test]
fn a_measure_is_shown_in_full() {
    assert_text("code_show_measure", &adhere(&["code", "show", "gpai", "S.M9.3"]).well());
}

#[test]
fn every_part_of_a_code_can_be_shown() {
    for code in ["gpai", "conduct-template"] {
        let contents = adhere(&["code", "show", code]).well();
        let ids = contents.lines().filter_map(|line| line.split_whitespace().next());
        let ids: Vec<&str> = ids.filter(|id| id.contains(".M") || id.contains(".C")).collect();
        assert!(ids.len() > 10, "{code}: {ids:?}");
        for id in ids {
            assert!(adhere(&["code", "show", code, id]).well().starts_with(id), "{code} {id}");
        }
    }
}

#[test]
fn coverage_is_a_table_and_a_form_and_a_picture() {
    for format in ["text", "json", "svg"] {
        let report = adhere(&["code", "coverage", "gpai", "--format", format, "--check"]).well();
        assert_text(&format!("code_coverage_{format}"), &report);
    }
}

#[test]
fn coverage_says_that_the_summary_of_training_content_is_left_out() {
    let report = adhere(&["code", "coverage", "gpai", "--format", "json"]).well();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let rows = report["requirements"].as_array().unwrap();
    let row = rows.iter().find(|row| row["provision"] == "art_53__para_1__point_d").unwrap();
    assert_eq!(row["status"], "left-out");
}

#[test]
fn a_changed_provision_is_shown_as_of_the_day_asked_about() {
    for (name, as_of) in [("before", "2026-07-26"), ("after", "2026-07-27")] {
        let shown = adhere(&["law", "show", "art_56__para_6", "--as-of", as_of, "--known-at", "2026-11-22"]).well();
        assert_text(&format!("law_show_{name}"), &shown);
    }
}

#[test]
fn what_was_not_published_was_not_known() {
    let show = |known_at| {
        let shown = adhere(&["law", "show", "art_56__para_6", "--as-of", "2026-07-27", "--known-at", known_at]).well();
        shown.lines().nth(5).unwrap().to_owned()
    };
    assert!(show("2026-07-23").contains("general validity"));
    assert!(!show("2026-07-24").contains("general validity"));
}

#[test]
fn open_questions_are_listed_with_their_readings() {
    assert_text("law_readings", &adhere(&["law", "readings"]).well());
}

#[test]
fn what_is_not_there_is_refused_with_what_is() {
    for (arguments, tells) in [
        (["code", "show", "gdpr"].as_slice(), "`conduct-template@2026-11-22`, `gpai@2025-07-10`"),
        (&["code", "show", "gpai", "S.M99"], "`adhere code show gpai`"),
        (&["code", "coverage", "gdpr"], "`conduct-template@2026-11-22`, `gpai@2025-07-10`"),
        (&["law", "show", "art_999"], "`adhere law list`"),
        (&["law", "list", "art_999"], "`art_999`"),
    ] {
        let err = adhere(arguments).refused(5);
        assert!(err.contains(tells), "{arguments:?}: {err}");
    }
}
