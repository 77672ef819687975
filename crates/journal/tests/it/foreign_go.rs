//! Go's own packages for notes and tiled logs read what the journal writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use adhere_testing::repository;

use crate::golden_log::folder;
use crate::log::{Folder, INDEX, OLD_SIZE, SIZE, policy};

/// The program of `tests/foreign/journal`, built with the packages that come inside the Go toolchain.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let go = tool("bin/go");
    let root = run(Command::new(&go).args(["env", "GOROOT"])).unwrap();
    let vendored = Path::new(root.trim()).join("src/cmd/vendor/golang.org/x/mod");
    let source = repository().join("tests/foreign/journal");
    let work = repository().join("target/foreign/journal");
    for package in ["note", "tlog"] {
        copy(&vendored.join("sumdb").join(package), &work.join("mod/sumdb").join(package));
    }
    fs::write(work.join("mod/go.mod"), "module golang.org/x/mod\n\ngo 1.25\n").unwrap();
    copy(&source, &work);
    let program = work.join("journal");
    // Nothing is fetched, and nothing is kept outside of the repository's own folder.
    let mut build = Command::new(&go);
    build.args(["build", "-o"]).arg(&program).arg(".").current_dir(&work);
    build
        .env("GOCACHE", work.join("cache"))
        .env("GOPROXY", "off")
        .env("GOTOOLCHAIN", "local")
        .env("GOFLAGS", "-mod=mod");
    run(&mut build).unwrap();
    program
});

/// A program that `scripts/test` installs, by its place among the tools.
pub(crate) fn tool(place: &str) -> PathBuf {
    let tool = repository().join("target/tools").join(place);
    assert!(tool.is_file(), "`{}` is missing, with which the journal is checked: run scripts/test", tool.display());
    tool
}

/// What a program prints, or what it complains of.
pub(crate) fn run(command: &mut Command) -> Result<String, String> {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr).into_owned());
    if output.status.success() { Ok(out) } else { Err(err) }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let path = file.unwrap().path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
}

fn go(command: &str, arguments: &[PathBuf]) -> Result<String, String> {
    run(Command::new(&*PROGRAM).arg(command).args(arguments))
}

fn golden(paths: &[&str]) -> Vec<PathBuf> {
    paths.iter().map(|path| folder().join(path)).collect()
}

#[test]
fn go_believes_a_receipt_with_its_log_and_its_witness() {
    assert_eq!(go("receipt", &golden(&["policy", "entry.json", "entry.tlog-proof"])), Ok(String::new()));
    assert!(go("receipt", &golden(&["policy", "checkpoint", "entry.tlog-proof"])).is_err());
}

#[test]
fn go_notices_a_flipped_bit_of_a_receipt() {
    let receipt = fs::read(folder().join("entry.tlog-proof")).unwrap();
    let printed = go("flips", &golden(&["policy", "entry.json", "entry.tlog-proof"])).unwrap();
    // Go's Base64 passes over the bits that the last letter before `=` has too many of, which are in no byte of the
    // signature; adhere refuses these spellings as well.
    let before_padding = |place: &str| {
        let at: usize = place.split(' ').next().unwrap().parse().unwrap();
        receipt[at + 1] == b'='
    };
    let unexplained: Vec<&str> = printed.lines().filter(|place| !before_padding(place)).collect();
    assert_eq!(unexplained, Vec::<&str>::new());
    assert!(printed.lines().count() < 10, "{printed}");
}

#[test]
fn go_believes_that_a_log_has_only_grown() {
    assert_eq!(go("consistency", &golden(&["policy", "checkpoint.old", "add-checkpoint"])), Ok(String::new()));
    assert!(go("consistency", &golden(&["policy", "checkpoint", "add-checkpoint"])).is_err());
}

#[test]
fn go_reads_the_tiles_and_makes_the_same_proofs() {
    let mut arguments = golden(&["policy", "checkpoint", ""]);
    for n in [1, 255, 256, OLD_SIZE, INDEX, SIZE - 1] {
        arguments.truncate(3);
        arguments.push(PathBuf::from(n.to_string()));
        check_proofs(&crate::log::golden(), n, SIZE, &arguments);
    }
}

#[test]
fn go_makes_the_same_proofs_in_a_tree_of_three_levels() {
    let size = 66_100;
    let log = Folder::new(&(0..size).map(|index| index.to_string().into_bytes()).collect::<Vec<_>>());
    let place = tempfile::tempdir().unwrap();
    for (path, bytes) in &log.0 {
        let path = place.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::write(place.path().join("checkpoint"), log.cosigned(size).note().to_string()).unwrap();
    fs::write(place.path().join("policy"), policy()).unwrap();
    for n in [1, 65_535, 65_536, 65_537, 66_048, 66_099] {
        let paths = ["policy", "checkpoint", ""].map(|path| place.path().join(path));
        check_proofs(&log, n, size, &[paths.as_slice(), &[PathBuf::from(n.to_string())]].concat());
    }
}

fn check_proofs(log: &Folder, n: u64, size: u64, arguments: &[PathBuf]) {
    let inclusion = adhere_journal::proof::prove_inclusion(n, size, |id| log.read(id)).unwrap();
    let consistency = adhere_journal::proof::prove_consistency(n, size, |id| log.read(id)).unwrap();
    let lines = inclusion.iter().map(|hash| format!("inclusion {hash}\n"));
    let expected: String = lines.chain(consistency.iter().map(|hash| format!("consistency {hash}\n"))).collect();
    assert_eq!(go("proofs", arguments), Ok(expected), "{n} of {size}");
}
