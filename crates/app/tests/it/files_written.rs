//! What the program leaves on disk: whole files or none, and nothing overwritten that a person wrote.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use crate::command::{FORMATS, TODAY, adhere, argument, assess, example, names_in, program};

#[test]
fn init_starts_a_folder_that_can_be_assessed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/provider");
    let told = adhere(&["init", argument(&path), "--model", "first"]).well();
    assert!(told.contains("adhere assess"), "{told}");
    assert_eq!(names_in(&path), ["adhere.toml", "models"]);
    assert_eq!(names_in(&path.join("models")), ["first.toml"]);
    let report = assess(argument(&path), &["--format", "text"]).well();
    assert!(report.contains("[first]"), "{report}");
}

#[test]
fn init_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = argument(folder.path());
    adhere(&["init", path]).well();
    let provider = folder.path().join("adhere.toml");
    fs::write(&provider, "mine").unwrap();
    let err = adhere(&["init", path]).refused(5);
    assert!(err.contains("adhere.toml") && err.contains("nothing was written"), "{err}");
    let err = adhere(&["init", path, "--model", "other"]).refused(5);
    assert!(err.contains("adhere.toml"), "{err}");
    assert_eq!(fs::read_to_string(&provider).unwrap(), "mine");
    assert_eq!(names_in(&folder.path().join("models")), ["my-model.toml"]);
}

#[test]
fn init_overwrites_no_model_where_the_provider_file_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("models")).unwrap();
    fs::write(folder.path().join("models/my-model.toml"), "mine").unwrap();
    let err = adhere(&["init", argument(folder.path())]).refused(5);
    assert!(err.contains("my-model.toml"), "{err}");
    assert_eq!(names_in(folder.path()), ["models"], "nothing was written");
}

#[test]
fn output_is_what_would_have_been_printed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report");
    for format in FORMATS {
        let printed = assess(&example("meta"), &["--format", format]).well();
        let out = assess(&example("meta"), &["--format", format, "--output", argument(&path)]).well();
        assert_eq!(out, "");
        assert_eq!(fs::read_to_string(&path).unwrap(), printed, "{format}");
        assert_eq!(names_in(folder.path()), ["report"], "{format}");
    }
}

#[test]
fn output_that_cannot_be_written_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    // A folder with something in it cannot be replaced by a file, whatever the rights of who runs this.
    let target = folder.path().join("report");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("old"), "old").unwrap();
    for arguments in [
        ["assess", "examples/meta", "--output", argument(&target)].as_slice(),
        &["assess", "examples/meta", "--receipt", argument(&target)],
        &["code", "coverage", "gpai", "--output", argument(&target)],
    ] {
        let ended = adhere(arguments);
        assert_eq!(ended.code, Some(5), "{}", ended.err);
        assert!(ended.err.contains("cannot write") && ended.err.contains(argument(&target)), "{}", ended.err);
        assert_eq!(fs::read_to_string(target.join("old")).unwrap(), "old");
    }
}

#[test]
fn output_replaces_a_file_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report");
    fs::write(&path, "x".repeat(1_000_000)).unwrap();
    assess(&example("apertus"), &["--output", argument(&path)]).well();
    assert_eq!(fs::read_to_string(&path).unwrap(), assess(&example("apertus"), &[]).well());
}

#[cfg(unix)]
#[test]
fn output_has_the_rights_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let rights = |name: &str| folder.path().join(name).metadata().unwrap().permissions().mode();
    fs::write(folder.path().join("other"), "").unwrap();
    assess(&example("meta"), &["--output", argument(&folder.path().join("report"))]).well();
    assert_eq!(rights("report"), rights("other"));
}

#[test]
fn a_model_that_is_not_there_leaves_the_old_report() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report");
    fs::write(&path, "old").unwrap();
    assess(&example("meta"), &["--model", "nothing", "--output", argument(&path)]).refused(5);
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let reports = FORMATS.map(|format| [["assess", "examples/openai", "--format", format].as_slice(), &TODAY].concat());
    let others = [
        ["code", "show", "gpai"].as_slice(),
        &["code", "coverage", "gpai", "--format", "svg"],
        &["law", "list"],
        &["law", "readings"],
        &["schema", "assessment"],
        &["completions", "bash"],
    ];
    for arguments in reports.into_iter().chain(others.map(<[&str]>::to_vec)) {
        for reads in [0, 1] {
            let mut child = program(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            let mut pipe = child.stdout.take().unwrap();
            let mut seen = vec![0; reads];
            pipe.read_exact(&mut seen).unwrap();
            drop(pipe);
            let output = child.wait_with_output().unwrap();
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!((output.status.code(), err.as_str()), (Some(0), ""), "{arguments:?}");
        }
    }
}

#[test]
fn manual_pages_and_completions_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("man");
    adhere(&["man", argument(&path)]).well();
    assert!(names_in(&path).contains(&"adhere-assess.1".to_owned()));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(adhere(&["completions", shell]).well().contains("assess"), "{shell}");
    }
    for form in ["assessment", "coverage", "receipt"] {
        let schema: serde_json::Value = serde_json::from_str(&adhere(&["schema", form]).well()).unwrap();
        assert!(schema["properties"].is_object(), "{form}");
    }
}
