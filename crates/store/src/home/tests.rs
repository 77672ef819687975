use std::error::Error as _;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::setting::SETTINGS;
use super::{Environment, Home, HomeError, PrivateFileError, Settings, Source, read_private, write_private};

#[test]
fn a_folder_is_made_once_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("deep/own");
    let made = Home::make(&own, Settings::named("example.eu/adhere").unwrap()).unwrap();
    assert_eq!(Home::open(&own).unwrap().settings(), made.settings());
    let again = Home::make(&own, Settings::named("example.eu/other").unwrap());
    assert!(matches!(again, Err(HomeError::AlreadyThere(_))));
    assert_eq!(Home::open(&own).unwrap().settings().origin, "example.eu/adhere");
    let mode = fs::metadata(&own).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o700);
}

#[test]
fn a_folder_without_settings_is_no_instance() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Home::open(folder.path()), Err(HomeError::Nothing(_))));
}

#[test]
fn a_name_that_checkpoints_cannot_carry_is_refused() {
    for name in ["", "two words", "a+b", "line\nbreak"] {
        Settings::named(name).unwrap_err();
    }
}

#[test]
fn settings_that_are_not_known_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("instance.toml"), "origin = \"a\"\ncolour = \"red\"\n").unwrap();
    let refused = Home::open(folder.path()).unwrap_err();
    let HomeError::Settings { source, .. } = refused else { panic!("{refused}") };
    assert!(source.to_string().contains("colour"), "{source}");
}

#[test]
fn a_private_file_is_never_replaced_and_never_read_when_others_can_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys/log.key");
    assert_eq!(read_private(&file).unwrap(), None);
    write_private(&file, b"first").unwrap();
    write_private(&file, b"second").unwrap_err();
    assert_eq!(read_private(&file).unwrap().as_deref(), Some("first"));
    assert_eq!(fs::read_dir(folder.path().join("keys")).unwrap().count(), 1, "nothing is left beside it");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let refused = read_private(&file).unwrap_err();
    assert!(matches!(refused, PrivateFileError::Open { mode: 0o640, .. }), "{refused}");
}

/// What a file says, what variables say, and why that is refused.
type Case<'c> = (&'c str, &'c [(&'c str, &'c str)], &'c str);

/// What a file and variables come to, or why not.
fn read(text: &str, variables: &[(&str, &str)]) -> Result<Home, String> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("instance.toml"), text).unwrap();
    let environment = Environment::of(variables.iter().map(|(name, value)| ((*name).into(), (*value).into())));
    let home = Home::open(folder.path()).and_then(|home| home.within(&environment));
    home.map_err(|error| {
        let source = error.source().map(ToString::to_string);
        source.unwrap_or_else(|| error.to_string())
    })
}

#[test]
fn what_the_environment_says_counts_more_than_the_file_and_is_not_written() {
    let file = "origin = \"a\"\n[web]\nlisten = \"127.0.0.1:1\"\nurl = \"https://a.example\"\n";
    let home = read(file, &[("ADHERE_WEB_LISTEN", "[::1]:2"), ("ADHERE_WEB_TRUSTED_PROXIES", "10.0.0.0/8, ::1")]);
    let home = home.unwrap();
    assert_eq!(home.settings().web.listen.to_string(), "[::1]:2");
    assert_eq!(home.written().web.listen.to_string(), "127.0.0.1:1");
    let proxies: Vec<String> = home.settings().web.trusted_proxies.iter().map(|network| (*network).into()).collect();
    assert_eq!(proxies, ["10.0.0.0/8", "::1/128"]);
    assert_eq!(home.source("web.listen"), Source::Variable("ADHERE_WEB_LISTEN".to_owned()));
    assert_eq!((home.source("web.url"), home.source("log.level")), (Source::File, Source::Default));
}

#[test]
fn a_wrong_setting_is_named_with_where_it_is_set_and_what_it_can_be() {
    let cases: [Case<'_>; 12] = [
        (
            "[web]\nlistn = \"x\"",
            &[],
            "no setting `web.listn`, which is set in `instance.toml`; did you mean `web.listen`",
        ),
        ("listen = \"x\"", &[], "did you mean `web.listen`"),
        ("", &[("ADHERE_WEB_LISTN", "x")], "ADHERE_WEB_LISTN; did you mean `ADHERE_WEB_LISTEN`"),
        (
            "[web]\nlisten = \"here\"",
            &[],
            "`web.listen`, which is set in `instance.toml`, is not an address with a port",
        ),
        (
            "",
            &[("ADHERE_WEB_CONNECTIONS", "many")],
            "by the environment's ADHERE_WEB_CONNECTIONS, is not a number from 1",
        ),
        ("[web]\nurl = \"https://a.example/path\"", &[], "without a path"),
        ("", &[("ADHERE_METRICS_TOKEN", "0123456789abcdef"), ("ADHERE_METRICS_TOKEN_FILE", "x")], "give one of them"),
        ("", &[("ADHERE_DATABASE_URL_FILE", "/nothing/here")], "which ADHERE_DATABASE_URL_FILE names, cannot be read"),
        ("[openid]\nissuer = \"http://id.example.eu\"", &[], "is not an address that begins with `https://`"),
        (
            "[openid]\nissuer = \"https://id.example.eu/?tenant=1\"",
            &[],
            "is not an address that begins with `https://`",
        ),
        ("[openid]\nissuer = \"http://127.0.0.1.example.eu\"", &[], "is not an address that begins with `https://`"),
        ("[evidence]\nbucket = \"x\"", &[], "`evidence.endpoint` is not set"),
    ];
    for (text, variables, expected) in cases {
        let refused = read(&format!("origin = \"a\"\n{text}\n"), variables).unwrap_err();
        assert!(refused.contains(expected), "{refused}");
    }
    assert_eq!(read("", &[]).unwrap_err(), "`origin` is not set");
    read("origin = \"a\"\n", &[("ADHERE_STORE", "x"), ("ADHERE_TEST_S3", "x"), ("ADHERE_ORIGIN", "b")]).unwrap();
}

#[test]
fn no_secret_is_told_when_settings_are_wrong() {
    let secret = "hunter2-hunter2";
    for text in [
        format!("[database]\nurl = {secret}"),
        format!("[metrics]\ntoken = \"{secret}\""),
        format!("[openid]\nclient-secret = [\"{secret}\"]"),
        format!("[evidence]\nsecret-access-key = [\"{secret}\"]"),
    ] {
        let refused = read(&format!("origin = \"a\"\n{text}\n"), &[]).unwrap_err();
        assert!(!refused.contains("hunter2"), "{refused}");
    }
    let whole = read(
        &format!(
            "origin = \"a\"\n[database]\nurl = \"{secret}\"\n[metrics]\ntoken = \"{secret}-long\"\n[openid]\nclient-secret = \"{secret}\"\n"
        ),
        &[],
    );
    assert!(!format!("{:?}", whole.unwrap()).contains("hunter2"));
}

#[test]
fn a_secret_is_read_from_the_file_that_a_variable_names() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("token");
    fs::write(&file, "0123456789abcdef\n").unwrap();
    let home = read("origin = \"a\"\n", &[("ADHERE_METRICS_TOKEN_FILE", file.to_str().unwrap())]).unwrap();
    assert_eq!(home.settings().metrics.token.as_deref(), Some("0123456789abcdef"));
}

#[test]
fn every_setting_has_its_default_when_nobody_sets_it() {
    let home = read("origin = \"a\"\n", &[]).unwrap();
    let settings = toml::Table::try_from(home.settings().clone()).unwrap();
    assert_eq!(settings.len(), 1, "defaults are not written: {settings}");
    let written: Vec<String> = SETTINGS
        .iter()
        .filter_map(|setting| Some((setting, setting.default?)))
        .map(|(setting, default)| format!("{} = {}", setting.name, setting.kind.read(default)))
        .collect();
    assert_eq!(read(&format!("origin = \"a\"\n{}\n", written.join("\n")), &[]).unwrap().settings(), home.settings());
}
