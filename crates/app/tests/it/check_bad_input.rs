//! Codes whose files are missing, empty, binary, huge, wrongly encoded or half-written, or lead elsewhere.

use std::fs;

use crate::check::{MANIFEST, ONE, TWO, check, code_with, rules};
use crate::command::{argument, folder_with};

/// What a refusal must name: the rule, the place, and a way to mend it.
fn assert_refused(what: &str, folder: &tempfile::TempDir, parts: [&str; 3]) {
    let ended = check(folder, &[]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(3), ""), "{what}: {}", ended.out);
    let [rule, place, mend] = parts;
    for part in [&format!("error[{rule}]"), place, mend] {
        assert!(ended.out.contains(part), "{what}: `{part}` is not in\n{}", ended.out);
    }
}

#[test]
fn what_is_no_text_is_refused_by_name() {
    let huge = vec![b'#'; 9 * 1024 * 1024];
    let utf_16: Vec<u8> = ONE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin_1: Vec<u8> = ONE.replace("register", "r\u{e9}gistre").chars().map(|c| c as u8).collect();
    for (what, bytes, rule, mend) in [
        ("binary", [0xff_u8, 0xfe, 0, 1].as_slice(), "not-utf-8", "save the file as UTF-8"),
        ("UTF-16", &utf_16, "not-utf-8", "save the file as UTF-8"),
        ("Latin-1", &latin_1, "not-utf-8", "save the file as UTF-8"),
        ("null bytes", b"# One {#A}\n\0", "not-utf-8", "save the file as UTF-8"),
        ("nine mebibytes", &huge, "file-too-large", "written by hand"),
    ] {
        for file in ["code.toml", "one.md"] {
            let folder = code_with(&[]);
            fs::write(folder.path().join(file), bytes).unwrap();
            assert_refused(what, &folder, [rule, &format!("CODE/{file}"), mend]);
        }
    }
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_unread() {
    for file in ["code.toml", "one.md", "two.md"] {
        let folder = code_with(&[]);
        fs::File::create(folder.path().join(file)).unwrap().set_len(100 * 1024 * 1024).unwrap();
        assert_refused(file, &folder, ["file-too-large", &format!("CODE/{file}"), "written by hand"]);
    }
}

#[test]
fn empty_and_missing_files_are_named() {
    assert_refused("empty manifest", &code_with(&[("code.toml", "")]), ["missing-key", "code.toml", "add `id = …`"]);
    let empty = code_with(&[("one.md", "")]);
    assert_refused("empty chapter", &empty, ["chapter-missing", "CODE/one.md", "begin with `# Title {#ID}`"]);
    let missing = code_with(&[]);
    fs::remove_file(missing.path().join("two.md")).unwrap();
    assert_refused("missing", &missing, ["named-file-missing", "CODE/code.toml:6", "add the file"]);
    let nothing = folder_with(&[]);
    assert_refused("no manifest", &nothing, ["file-missing", "CODE/code.toml", "adhere init --code"]);
}

#[test]
fn a_folder_where_a_file_belongs_is_no_file() {
    let folder = folder_with(&[("one.md", ONE.as_bytes()), ("two.md", TWO.as_bytes())]);
    fs::create_dir(folder.path().join("code.toml")).unwrap();
    assert_refused("manifest", &folder, ["not-a-file", "CODE/code.toml", "name the file itself"]);
    let folder = folder_with(&[("code.toml", MANIFEST.as_bytes()), ("two.md", TWO.as_bytes())]);
    fs::create_dir(folder.path().join("one.md")).unwrap();
    assert_refused("chapter", &folder, ["not-a-file", "CODE/one.md", "name the file itself"]);
}

#[test]
fn names_that_lead_out_of_the_folder_are_refused_and_not_followed() {
    let outside = code_with(&[("secret.md", "# Secret {#Z}\n")]);
    let secret = outside.path().join("secret.md");
    for name in ["../x.md", "sub/x.md", argument(&secret), "C:x.md", "..\\\\x.md", "", ".", ".."] {
        let folder = code_with(&[("code.toml", &MANIFEST.replace("one.md", name))]);
        assert_refused(name, &folder, ["invalid-value", "CODE/code.toml:6", "write a name without a path"]);
        assert!(!check(&folder, &[]).out.contains("Secret"), "{name}");
        assert_eq!(rules(&folder, &[]), ["invalid-value"], "{name}");
    }
}

#[test]
fn a_file_named_twice_is_one_mistake() {
    let folder = code_with(&[("code.toml", &MANIFEST.replace("two.md", "one.md"))]);
    assert_refused("twice", &folder, ["invalid-value", "CODE/code.toml:6", "name each file once"]);
    assert_eq!(rules(&folder, &[]), ["invalid-value"]);
    let none = code_with(&[("code.toml", &MANIFEST.replace("\"one.md\", \"two.md\"", ""))]);
    assert_refused("none", &none, ["invalid-value", "CODE/code.toml:6", "name the Markdown file"]);
}

#[test]
fn a_half_written_file_is_refused_where_it_breaks_off() {
    let (half, _) = MANIFEST.split_once("code of conduct").unwrap();
    assert_refused("manifest", &code_with(&[("code.toml", half)]), ["toml-syntax", "CODE/code.toml:2", "toml.io"]);
    let (half, _) = ONE.split_once("provider").unwrap();
    assert_refused(
        "chapter",
        &code_with(&[("one.md", half)]),
        ["attribute", "CODE/one.md:5", "use one of these words"],
    );
}

#[test]
fn every_truncation_of_a_file_is_refused_or_is_a_smaller_code() {
    for (file, text) in [("code.toml", MANIFEST), ("one.md", ONE)] {
        let folder = code_with(&[]);
        for length in (0..text.len()).step_by(13) {
            fs::write(folder.path().join(file), &text.as_bytes()[..length]).unwrap();
            let ended = check(&folder, &["--format", "json"]);
            assert!(matches!(ended.code, Some(0 | 1 | 3)), "{file}, {length} bytes: {ended:?}");
            assert!(ended.out.ends_with("}\n") && ended.err.is_empty(), "{file}, {length} bytes: {ended:?}");
        }
    }
}

#[test]
fn dates_of_days_to_come_are_warned_of() {
    let event = "[[event]]\nkind = \"published\"\non = 2999-02-01\nby = \"us\"\nsource = \"Written for tests.\"\n";
    let manifest = MANIFEST.replace("2026-01-01", "2999-01-01") + event;
    let folder = code_with(&[("code.toml", &manifest)]);
    assert_eq!(rules(&folder, &[]), ["future-date", "future-date"]);
    assert_eq!(check(&folder, &[]).code, Some(0));
    assert_eq!(check(&folder, &["--deny-warnings"]).code, Some(1));
}

#[test]
fn a_format_of_the_future_is_refused() {
    let folder = code_with(&[("code.toml", &format!("format = 2\n{MANIFEST}"))]);
    assert_refused("format", &folder, ["invalid-value", "CODE/code.toml:1", "a newer adhere"]);
}

#[test]
fn a_fault_in_one_file_hides_nothing_in_the_others() {
    // `two.md` can be read, and breaks rules; the others cannot.
    let two =
        TWO.replace("Deployers train people each year.\n", "").replace("- objective: People know the system.\n", "");
    let expected = ["objective-missing", "text-missing"];
    let broken = code_with(&[("one.md", &ONE.replace("- binds: provider\n", "")), ("two.md", &two)]);
    assert_eq!(rules(&broken, &[]), [["binds-missing"].as_slice(), &expected].concat());
    let binary = code_with(&[("two.md", &two)]);
    fs::write(binary.path().join("one.md"), [0xff]).unwrap();
    let mut found = rules(&binary, &[]);
    found.sort();
    assert_eq!(found, ["not-utf-8", "objective-missing", "text-missing"]);
    // Without a manifest nobody knows what kind of code it is; what is wrong with the chapters' files is told.
    let both = code_with(&[
        ("code.toml", &MANIFEST.replace("aia-95", "aia-59")),
        ("one.md", &ONE.replace("- binds: provider\n", "")),
        ("two.md", &TWO.replace("- covers: ", "- cover: ")),
    ]);
    assert_eq!(rules(&both, &[]), ["invalid-value", "binds-missing", "attribute", "covers-missing"]);
}

#[test]
fn a_part_without_an_id_or_an_addressee_is_one_finding() {
    for (from, to, rule) in [
        ("# One {#A}", "# One", "id-missing"),
        ("## Known risks {#A.C1}", "## Known risks", "id-missing"),
        ("### Register {#A.M1}", "### Register", "id-missing"),
        ("- binds: provider\n", "", "binds-missing"),
        ("- binds: provider\n", "- binds: providers\n", "attribute"),
        ("# One {#A}\n", "", "chapter-missing"),
        ("- binds: provider\n", "- binds: provider\n- binds: deployer\n", "attribute"),
        ("- covers: art_9\n\n", "- covers: art_9\n- report:\n\n", "attribute"),
        ("- covers: art_9\n\n", "- covers: art_9\n- variant: micro —\n\n", "attribute"),
        ("- covers: art_9\n\n", "- covers: art_9\n- due: : by placing\n\n", "attribute"),
        ("{#A.M1}", "{#A.C1.O}", "id-twice"),
    ] {
        let folder = code_with(&[("one.md", &ONE.replace(from, to))]);
        assert_eq!(rules(&folder, &[]), [rule], "{from:?} → {to:?}");
    }
}

#[test]
fn reasons_have_words_and_stand_once() {
    let left_out = "[[left-out]]\nprovision = \"art_12\"\nreason = \" \"\n";
    let twice = left_out.replace("\" \"", "\"a\"").repeat(2);
    let folder = code_with(&[("code.toml", &format!("{MANIFEST}{twice}"))]);
    assert_refused("twice", &folder, ["invalid-value", "CODE/code.toml:12", "both reasons"]);
    for (more, line) in [(left_out, 10), ("no-kpi = \"\"\n", 8)] {
        let folder = code_with(&[("code.toml", &format!("{MANIFEST}{more}"))]);
        assert_refused(more, &folder, ["invalid-value", &format!("CODE/code.toml:{line}"), "in words"]);
    }
}
