//! How the program ends; the numbers are part of what it promises to pipelines.

use crate::command::{EXAMPLES, FORMATS, adhere, argument, assess, example, folder_with};

#[test]
fn without_check_an_assessment_ends_with_zero() {
    for name in EXAMPLES {
        assess(&example(name), &[]).well();
    }
}

#[test]
fn check_ends_with_one_for_gaps_with_four_for_open_questions_and_with_zero_for_neither() {
    for (name, code) in [("openai", 1), ("meta", 4), ("apertus", 0)] {
        for format in FORMATS {
            let ended = assess(&example(name), &["--check", "--format", format]);
            assert_eq!(ended.code, Some(code), "{name} as {format}");
            assert!(!ended.out.is_empty() && ended.err.is_empty(), "{name} as {format}: {}", ended.err);
        }
    }
}

#[test]
fn check_ends_with_one_for_a_scope_that_is_not_allowed() {
    // Art. 56(7): adherence limited to Art. 53 is for models without systemic risk.
    let folder = folder_with(&[
        ("adhere.toml", concat!(
            "[provider]\nname = \"x\"\ncountry = \"FR\"\n",
            "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nscope = \"art-53\"\nsince = 2026-01-01\n",
        ).as_bytes()),
        ("models/m.toml", b"[model]\nname = \"m\"\nplaced-on-market = \"not-yet\"\ngenerates = [\"text\"]\ntraining-compute = \"5e25\"\n"),
    ]);
    let ended = assess(argument(folder.path()), &["--check", "--format", "sarif"]);
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(ended.out.contains("scope-not-allowed"), "{}", ended.out);
}

#[test]
fn coverage_check_ends_with_zero_when_what_is_left_out_is_left_out_openly() {
    assert_eq!(adhere(&["code", "coverage", "gpai", "--check"]).code, Some(0));
}

#[test]
fn a_wrong_command_line_ends_with_two() {
    for arguments in [
        [].as_slice(),
        &["assess"],
        &["asess", "folder"],
        &["assess", "folder", "--format", "pdf"],
        &["assess", "folder", "--as-of", "tomorrow"],
        &["assess", "folder", "--as-of", "2026-02-30"],
        &["assess", "folder", "--reading", "code-days"],
        &["assess", "folder", "--reading", "code-days=never"],
        &["assess", "folder", "--reading", "weather=fine"],
        &["replay", "receipt"],
        &["schema", "invoice"],
    ] {
        let err = adhere(arguments).refused(2);
        assert!(err.contains("Usage") || err.contains("--help"), "{arguments:?}: {err}");
    }
}

#[test]
fn help_and_version_end_with_zero() {
    for arguments in [["--help"].as_slice(), &["--version"], &["assess", "--help"], &["code", "coverage", "--help"]] {
        assert!(!adhere(arguments).well().is_empty());
    }
}

#[test]
fn what_cannot_be_found_ends_with_five() {
    let meta = example("meta");
    for (options, tells) in [
        (["--model", "nothing"].as_slice(), "`llama-3-1-405b`, `muse-spark`"),
        (&["--output", "no/such/folder/report.txt"], "no/such/folder/report.txt"),
        (&["--receipt", "no/such/folder/receipt.json"], "no/such/folder/receipt.json"),
    ] {
        let ended = assess(&meta, options);
        assert_eq!(ended.code, Some(5), "{options:?}: {}", ended.err);
        assert!(ended.err.contains(tells), "{options:?}: {}", ended.err);
    }
    let before_the_law = adhere(&["assess", &meta, "--as-of", "2024-07-31", "--known-at", "2026-11-22"]).refused(5);
    assert!(before_the_law.contains("2024-07-31"), "{before_the_law}");
    let before_publication = adhere(&["assess", &meta, "--as-of", "2024-08-01", "--known-at", "2024-07-11"]).refused(5);
    assert!(before_publication.contains("2024-07-11"), "{before_publication}");
}

#[test]
fn as_known_before_the_guidelines_what_they_indicate_is_open_and_the_rest_is_decided() {
    let facts =
        "[model]\nname = \"M\"\nplaced-on-market = 2025-08-10\ngenerates = [\"text\"]\ntraining-compute = \"10^26\"\n";
    let folder = folder_with(&[("adhere.toml", b"[provider]\nname = \"P\"\n"), ("models/m.toml", facts.as_bytes())]);
    let days = ["--as-of", "2025-08-15", "--known-at", "2025-07-17", "--format", "text"];
    let text = adhere(&[["assess", argument(folder.path())].as_slice(), &days].concat()).well();
    for said in [
        "[judgment?] whether the model is a general-purpose AI model is a matter of judgment",
        "the guidelines that name an indicative criterion were not published",
        "[yes] the model has high-impact capabilities",
    ] {
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn the_first_and_the_last_day_are_answered() {
    for (as_of, known_at) in [
        ("2024-08-01", "2024-07-12"),
        ("2024-08-01", "2025-07-18"),
        ("2026-07-27", "2026-07-23"),
        ("9999-12-31", "9999-12-31"),
    ] {
        for name in EXAMPLES {
            adhere(&["assess", &example(name), "--as-of", as_of, "--known-at", known_at]).well();
        }
    }
}
