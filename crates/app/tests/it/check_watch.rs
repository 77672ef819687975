//! `adhere check --watch`: a change of a file is seen, whatever it does to the code.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::check::{MANIFEST, ONE, code_with};
use crate::command::{argument, program};

/// Longer than any run takes; a test that waits so long has failed.
const DEADLINE: Duration = Duration::from_mins(1);

/// A program that watches, and the lines that it prints.
struct Watching {
    program: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &str, options: &[&str]) -> Self {
        let mut command = program(&[["check", folder, "--watch"].as_slice(), options].concat());
        let mut program = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (sender, lines) = channel();
        let out = BufReader::new(program.stdout.take().unwrap());
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { program, lines }
    }

    /// Reads on until a line has this text.
    fn wait_for(&self, text: &str) {
        while !self.lines.recv_timeout(DEADLINE).unwrap_or_else(|_| panic!("`{text}` does not come")).contains(text) {}
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

#[test]
fn a_change_is_seen_and_told() {
    let folder = code_with(&[]);
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let watching = Watching::start(argument(folder.path()), &[]);
    watching.wait_for("no warnings");
    write("one.md", &ONE.replace("Providers keep a register.\n", ""));
    watching.wait_for("[text-missing]");
    write("code.toml", "id = ");
    watching.wait_for("[toml-syntax]");
    write("code.toml", MANIFEST);
    watching.wait_for("[text-missing]");
    write("one.md", ONE);
    watching.wait_for("no warnings");
}

#[test]
fn a_file_that_goes_and_comes_back_does_not_end_the_watch() {
    let folder = code_with(&[]);
    let watching = Watching::start(argument(folder.path()), &["--format", "json"]);
    watching.wait_for("\"findings\": []");
    for (name, rule, text) in [("one.md", "named-file-missing", ONE), ("code.toml", "file-missing", MANIFEST)] {
        fs::remove_file(folder.path().join(name)).unwrap();
        watching.wait_for(rule);
        fs::write(folder.path().join(name), text).unwrap();
        watching.wait_for("\"findings\": []");
    }
}
