//! A maker and an office: two instances, each of which knows the key and the log of the other.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::command::{Ended, adhere};

/// Two instances, each of which knows the key and the log of the other.
pub(crate) struct Sides {
    pub(crate) folder: TempDir,
}

impl Sides {
    pub(crate) fn begin() -> Self {
        let sides = Self { folder: tempfile::tempdir().unwrap() };
        for side in ["maker", "office"] {
            let store = sides.path(side);
            adhere(&["store", "init", "--store", &store, "--name", &format!("{side}.eu/log")]).well();
            sides.well(side, &["party", "person", "register", "ada", "--name", "Ada"]);
            for organisation in ["maker", "office"] {
                let named = ["--name", organisation, "--kind", "provider"];
                sides.well(side, &[["party", "organisation", "register", organisation].as_slice(), &named].concat());
            }
        }
        for (side, other) in [("maker", "office"), ("office", "maker")] {
            for holder in [side, other] {
                let key = adhere(&["package", "key", "--store", &sides.path(holder)]).well();
                let held = ["--public", key.trim_end(), "--organisation", holder, "--from", "2026-01-01T00:00:00Z"];
                sides.well(side, &[["party", "key", "add", holder].as_slice(), &held].concat());
            }
            let status = adhere(&["store", "status", "--store", &sides.path(other)]).well();
            let key = status.split_whitespace().find(|word| word.starts_with(&format!("{other}.eu/log+"))).unwrap();
            let policy = format!("log {key}\nquorum none\n");
            fs::write(PathBuf::from(sides.path(side)).join("policy"), policy).unwrap();
        }
        sides.well("maker", &["party", "role", "grant", "ada", "maker", "editor", "--from", "2026-01-01"]);
        sides.well("maker", &["code", "publish", "gpai"]);
        let stated = ["maker", "gpai", "S.M9.3", "--state", "partial", "--text", "words", "--after", "0"];
        sides.well("maker", &[["statement", "record"].as_slice(), &stated].concat());
        sides
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    pub(crate) fn run(&self, side: &str, arguments: &[&str]) -> Ended {
        adhere(&[arguments, &["--store", &self.path(side), "--as", "ada"]].concat())
    }

    pub(crate) fn well(&self, side: &str, arguments: &[&str]) -> String {
        self.run(side, arguments).well()
    }

    pub(crate) fn send(&self, file: &str) -> String {
        self.send_until(file, "2100-01-01T00:00:00Z")
    }

    pub(crate) fn send_until(&self, file: &str, expires: &str) -> String {
        let said = ["statement-set", "gpai@2025-07-10", "--to", "office", "--hide", "/body/statements/0/text"];
        self.well(
            "maker",
            &[["package", "send"].as_slice(), &said, &["--expires", expires, "-o", &self.path(file)]].concat(),
        )
    }

    pub(crate) fn receive(&self, file: &str) -> Ended {
        self.run("office", &["package", "receive", &self.path(file), "-o", &self.path("answer")])
    }

    pub(crate) fn list(&self, side: &str) -> String {
        adhere(&["package", "list", "--store", &self.path(side)]).well()
    }

    pub(crate) fn is_audited(&self) {
        for side in ["maker", "office"] {
            adhere(&["store", "audit", "--store", &self.path(side)]).well();
        }
    }
}
