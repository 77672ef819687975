use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::{Home, HomeError, PrivateFileError, Settings, read_private, write_private};

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
