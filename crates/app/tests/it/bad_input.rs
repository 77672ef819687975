//! Files that are missing, empty, binary, huge, wrongly encoded, half-written or contradictory.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::command::{adhere, argument, assess, copy_of, folder_with, names_in};

const PROVIDER: &[u8] = b"[provider]\nname = \"x\"\n";

/// What a refused folder's message must contain: the rule, the file with its line if there is one, and the mend.
struct Refusal<'a> {
    rule: &'a str,
    place: &'a str,
    mend: &'a str,
}

/// Assesses a folder in every way that reads it; the message, the exit code and the disk are as promised.
fn check(case: &str, folder: &TempDir, refusal: &Refusal<'_>) {
    let before = names_in(folder.path());
    let output = tempfile::tempdir().unwrap();
    let report = output.path().join("report");
    fs::write(&report, "old").unwrap();
    let path = argument(folder.path());
    let err = assess(
        path,
        &["--check", "--output", argument(&report), "--receipt", argument(&output.path().join("receipt"))],
    );
    let err = err.refused(3);
    let err = err.replace('\\', "/").replace(&path.replace('\\', "/"), "FOLDER");
    assert!(err.contains(&format!("[{}]", refusal.rule)), "{case}: {err}");
    assert!(err.contains(&format!("--> FOLDER/{}", refusal.place)), "{case}: {err}");
    assert!(err.contains(refusal.mend), "{case}: {err}");
    assert!(err.contains("nothing was done"), "{case}: {err}");
    assert_eq!(fs::read_to_string(&report).unwrap(), "old", "{case}: the old report stands");
    assert_eq!(names_in(output.path()), ["report"], "{case}: nothing else was written");
    assert_eq!(names_in(folder.path()), before, "{case}: the folder is as it was");
}

fn check_files(case: &str, files: &[(&str, &[u8])], rule: &str, place: &str, mend: &str) {
    check(case, &folder_with(files), &Refusal { rule, place, mend });
}

#[test]
fn a_missing_folder_or_file_is_named() {
    let err = assess("no/such/folder", &[]).refused(3);
    assert!(err.contains("[file-missing]") && err.contains("no/such/folder") && err.contains("adhere init"), "{err}");
    check_files(
        "no adhere.toml",
        &[("models/m.toml", b"[model]\nname = \"m\"\n")],
        "file-missing",
        "adhere.toml",
        "adhere init",
    );
}

#[test]
fn an_empty_file_is_told_what_it_needs() {
    check_files("empty", &[("adhere.toml", b"")], "missing-key", "adhere.toml", "add a table `[provider]`");
    let files: [(&str, &[u8]); 2] = [("adhere.toml", PROVIDER), ("models/m.toml", b"")];
    check_files("empty model", &files, "missing-key", "models/m.toml", "add a table `[model]`");
}

#[test]
fn a_binary_file_is_no_text() {
    let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
    check_files("binary", &[("adhere.toml", &bytes)], "not-utf-8", "adhere.toml", "save the file as UTF-8");
    let files: [(&str, &[u8]); 2] = [("adhere.toml", PROVIDER), ("models/m.toml", &bytes)];
    check_files("binary model", &files, "not-utf-8", "models/m.toml", "save the file as UTF-8");
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_and_not_read() {
    let folder = folder_with(&[("adhere.toml", PROVIDER), ("models/m.toml", b"")]);
    let huge = |name: &str| fs::File::create(folder.path().join(name)).unwrap().set_len(100 * 1024 * 1024).unwrap();
    huge("models/m.toml");
    let refusal = Refusal { rule: "file-too-large", place: "models/m.toml", mend: "evidence stays in its own files" };
    check("huge model", &folder, &refusal);
    huge("adhere.toml");
    check("huge provider", &folder, &Refusal { place: "adhere.toml", ..refusal });
}

#[test]
fn other_encodings_are_refused_with_their_line() {
    let utf_16 = |mark: bool| -> Vec<u8> {
        let text = "[provider]\nname = \"Société\"\n";
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    check_files("UTF-16", &[("adhere.toml", &utf_16(true))], "not-utf-8", "adhere.toml", "save the file as UTF-8");
    check_files("UTF-16, no mark", &[("adhere.toml", &utf_16(false))], "not-utf-8", "adhere.toml", "UTF-8");
    let latin_1: &[u8] = b"[provider]\nname = \"Soci\xe9t\xe9\"\n";
    let folder = folder_with(&[("adhere.toml", latin_1)]);
    let err = assess(argument(folder.path()), &[]).refused(3);
    assert!(err.contains("(line 2)"), "{err}");
}

#[test]
fn a_half_written_file_is_refused_where_it_breaks_off() {
    let files: [(&str, &[u8]); 1] = [("adhere.toml", b"[provider]\nname = \"x\"\ncountry = \"F")];
    check_files("truncated", &files, "toml-syntax", "adhere.toml:3", "toml.io");
    let files: [(&str, &[u8]); 2] =
        [("adhere.toml", PROVIDER), ("models/m.toml", b"[model]\nname = \"m\"\n[model.lic")];
    check_files("truncated model", &files, "toml-syntax", "models/m.toml:3", "toml.io");
}

#[test]
fn every_truncation_of_a_file_is_refused_or_is_a_smaller_file() {
    let folder = copy_of("meta");
    let path = folder.path().join("adhere.toml");
    let whole = fs::read(&path).unwrap();
    for length in (0..whole.len()).step_by(97) {
        fs::write(&path, &whole[..length]).unwrap();
        let ended = assess(argument(folder.path()), &["--format", "json"]);
        match ended.code {
            Some(0) => assert!(ended.out.ends_with("}\n")),
            _ => assert!(ended.refused(3).contains("adhere.toml"), "{length} bytes"),
        }
    }
}

#[test]
fn a_folder_where_a_file_belongs_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("adhere.toml")).unwrap();
    let refusal = Refusal { rule: "not-a-file", place: "adhere.toml", mend: "name the file itself" };
    check("folder", &folder, &refusal);
    let folder = folder_with(&[("adhere.toml", PROVIDER)]);
    fs::create_dir_all(folder.path().join("models/m.toml")).unwrap();
    check("folder of a model", &folder, &Refusal { place: "models/m.toml", ..refusal });
}

#[cfg(unix)]
#[test]
fn a_file_that_the_system_will_not_read_is_named() {
    // A link to itself cannot be read by anyone, whatever their rights.
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("adhere.toml", folder.path().join("adhere.toml")).unwrap();
    let refusal = Refusal { rule: "file-unreadable", place: "adhere.toml", mend: "check the permissions" };
    check("unreadable", &folder, &refusal);
    let folder = folder_with(&[("adhere.toml", PROVIDER), ("models/n.toml", b"[model]\nname = \"n\"\n")]);
    std::os::unix::fs::symlink("m.toml", folder.path().join("models/m.toml")).unwrap();
    check("unreadable model", &folder, &Refusal { place: "models/m.toml", ..refusal });
}

#[cfg(unix)]
#[test]
fn a_file_whose_rights_forbid_reading_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder_with(&[("adhere.toml", PROVIDER)]);
    let path = folder.path().join("adhere.toml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything reads this file too.
    if fs::read(&path).is_err() {
        let refusal = Refusal { rule: "file-unreadable", place: "adhere.toml", mend: "check the permissions" };
        check("forbidden", &folder, &refusal);
    }
}

#[test]
fn a_models_folder_that_is_a_file_is_named() {
    let files: [(&str, &[u8]); 2] = [("adhere.toml", PROVIDER), ("models", b"not a folder")];
    check_files("models is a file", &files, "not-a-folder", "models", "make it a folder");
}

#[test]
fn a_model_file_whose_name_is_no_id_is_named() {
    let files: [(&str, &[u8]); 2] = [("adhere.toml", PROVIDER), ("models/my model.toml", b"[model]\nname = \"m\"\n")];
    check_files("a space in a name", &files, "model-id", "models/my model.toml", "use letters, digits");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder_with(&[("adhere.toml", PROVIDER), ("models/m.toml", b"[model]\nname = \"m\"\n")]);
    let name = std::ffi::OsStr::from_bytes(b"models/\xff.toml");
    fs::write(folder.path().join(name), b"[model]\nname = \"m\"\n").unwrap();
    assert!(assess(argument(folder.path()), &[]).refused(3).contains("[model-id]"));
}

#[test]
fn contradictions_are_refused_where_they_stand() {
    let model: &[u8] =
        b"[model]\nname = \"m\"\n[model.commission]\ndesignated-on = 2026-06-01\ndesignation-ended-on = 2026-01-01\n";
    let files: [(&str, &[u8]); 2] = [("adhere.toml", PROVIDER), ("models/m.toml", model)];
    check_files("designation", &files, "invalid-value", "models/m.toml:5", "give `designated-on` the earlier date");
    let future: [(&str, &[u8]); 1] = [("adhere.toml", b"format = 99\n[provider]\nname = \"x\"\n")];
    check_files("a format of the future", &future, "invalid-value", "adhere.toml:1", "a newer adhere");
}

#[test]
fn all_errors_of_all_files_are_told_at_once() {
    let folder = folder_with(&[
        ("adhere.toml", b"[provider]\nnam = \"x\"\n"),
        ("models/a.toml", b"[model]\nname = \"a\"\nplaced-on-market = \"soon\"\n"),
        ("models/b.toml", b"[modle]\nname = \"b\"\n"),
    ]);
    let err = assess(argument(folder.path()), &[]).refused(3);
    for part in ["adhere.toml:2", "a.toml:3", "b.toml:1", "did you mean `name`?", "did you mean `model`?"] {
        assert!(err.contains(part), "{part}: {err}");
    }
    assert!(err.contains("5 errors; nothing was done"), "{err}");
}

#[test]
fn a_warning_is_told_and_stops_nothing() {
    let folder = folder_with(&[
        ("adhere.toml", PROVIDER),
        ("models/m.toml", b"[model]\nname = \"m\"\n[model.commission]\nnotified-on = 2026-01-01\n"),
    ]);
    let ended = assess(argument(folder.path()), &[]);
    assert_eq!(ended.code, Some(0));
    assert!(ended.err.contains("warning[condition-date-missing]") && ended.err.contains("m.toml:4"), "{}", ended.err);
    assert!(!ended.err.contains("nothing was done"), "{}", ended.err);
}

#[test]
fn what_a_folder_names_must_be_there() {
    let adherence = |code: &str, more: &str| {
        format!("[[adherence]]\ncode = \"{code}\"\nsince = 2025-08-01\nversion = \"2025-07-10\"\n{more}")
    };
    let measure = "[[measure]]\nstate = \"planned\"\nid = \"S.M99\"\n".to_owned();
    let done = |named: &str| format!("[[done]]\non = 2026-01-01\n{named}\n");
    for (rule, provider, model, mend) in [
        ("unknown-code", adherence("gpay", "scope = \"full\"\n"), String::new(), "gpai@2025-07-10"),
        ("unknown-chapter", adherence("gpai", "scope = [\"Q\"]\n"), String::new(), "there are T, C, S"),
        ("unknown-model", adherence("gpai", "scope = \"full\"\nmodels = [\"n\"]\n"), String::new(), "models/n.toml"),
        ("unknown-measure", measure.clone(), String::new(), "adhere code show gpai"),
        ("unknown-measure", String::new(), measure, "adhere code show gpai"),
        ("unknown-measure", String::new(), done("measure = \"S.M99\"\ndeadline = \"x\""), "adhere code show gpai"),
        ("unknown-deadline", String::new(), done("measure = \"S.M1.4\"\ndeadline = \"x\""), "framework-access"),
    ] {
        let place = if model.is_empty() { "adhere.toml" } else { "models/m.toml" };
        let provider = format!("[provider]\nname = \"x\"\n{provider}");
        let model = format!("[model]\nname = \"m\"\n{model}");
        let files = [("adhere.toml", provider.as_bytes()), ("models/m.toml", model.as_bytes())];
        check_files(rule, &files, rule, place, mend);
    }
}

#[test]
fn adherence_to_a_code_of_conduct_is_not_assessed() {
    let provider = "[provider]\nname = \"x\"\n[[adherence]]\ncode = \"conduct-template\"\nversion = \"2026-11-22\"\n\
                    scope = \"full\"\nsince = 2026-11-22\n";
    check_files("conduct", &[("adhere.toml", provider.as_bytes())], "code-not-assessed", "adhere.toml", "Art. 56");
}

#[test]
fn facts_of_days_to_come_are_warned_of() {
    let provider = "[provider]\nname = \"x\"\n[[measure]]\nid = \"C.M1.1\"\nstate = \"implemented\"\n\
                    evidence = [{ file = \"a.pdf\", speaks-for = 2999-01-01 }]\n";
    let model = "[model]\nname = \"m\"\n[model.commission]\ncondition-known-on = 2998-01-01\nnotified-on = 2999-01-02\n\
                 designated-on = 2999-01-03\n[[event]]\nkind = \"downstream-request\"\non = 2999-01-04\n\
                 [[done]]\nmeasure = \"S.M1.4\"\ndeadline = \"framework-access\"\non = 2999-01-05\n";
    let folder = folder_with(&[("adhere.toml", provider.as_bytes()), ("models/m.toml", model.as_bytes())]);
    let ended = assess(argument(folder.path()), &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert_eq!(ended.err.matches("[future-dated]").count(), 5, "{}", ended.err);
    for day in 1..=5 {
        assert!(ended.err.contains(&format!("2999-01-0{day}")), "{day}: {}", ended.err);
    }
}

#[test]
fn a_bad_receipt_is_refused() {
    let folder =
        folder_with(&[("empty", b""), ("binary", &[0xff, 0x00]), ("other.json", b"{\"format\": \"other/1\"}")]);
    for name in ["empty", "binary", "other.json", "absent", "."] {
        let receipt = folder.path().join(name);
        let err = adhere(&["replay", argument(&receipt), "examples/meta"]).refused(3);
        assert!(err.contains(argument(folder.path())), "{name}: {err}");
    }
}

#[test]
fn nothing_on_a_command_line_makes_the_program_panic() {
    let long = "x".repeat(70_000);
    for arguments in [
        ["assess", ""].as_slice(),
        &["assess", "\n"],
        &["assess", &long],
        &["assess", "examples/meta", "--as-of=-009999-01-01"],
        &["assess", "examples/meta", "--model", ""],
        &["init", ""],
        &["init", "examples/meta", "--model", "../escape"],
        &["code", "show", &long],
        &["law", "list", "\u{202e}"],
        &["law", "show", ""],
        &["man", "README.md"],
    ] {
        let ended = adhere(arguments);
        assert!(matches!(ended.code, Some(2 | 3 | 5)), "{:?}: {ended:?}", arguments.first());
        assert!(!ended.err.contains("panicked"), "{}", ended.err);
    }
    assert!(!Path::new("examples/escape.toml").exists());
}
