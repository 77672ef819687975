//! Timestamps on checkpoints by command, from an authority of OpenSSL, as files and over HTTP.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

use adhere_testing::TIMESTAMP_AUTHORITY;
use tempfile::TempDir;

use crate::command::{Ended, adhere};

/// An instance, and an authority beside it.
struct World {
    folder: TempDir,
}

impl World {
    fn begin() -> Self {
        let world = Self { folder: tempfile::tempdir().unwrap() };
        adhere(&["store", "init", "--store", &world.path("store"), "--name", "example.eu/log"]).well();
        fs::write(world.path("openssl.cnf"), TIMESTAMP_AUTHORITY).unwrap();
        fs::write(world.path("serial"), "01\n").unwrap();
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout authority.key";
        let own = "-config openssl.cnf -extensions certificate -subj /CN=tsa.example -out authority.crt";
        world.openssl(&format!("req -x509 {key} {own}"));
        world
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn openssl(&self, arguments: &str) {
        openssl(&self.folder.path().to_owned(), arguments);
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        adhere(&[arguments, &["--store", &self.path("store")]].concat())
    }

    fn key(&self) -> String {
        let status = self.run(&["store", "status"]).well();
        status.split_whitespace().find(|word| word.starts_with("example.eu/log+")).unwrap().to_owned()
    }

    fn keep(&self, answer: &str, checkpoint: &str, authority: &str) -> Ended {
        let [answer, checkpoint, authority] = [answer, checkpoint, authority].map(|name| self.path(name));
        let files = ["journal", "timestamp", "keep", &answer, "--checkpoint", &checkpoint, "--authority", &authority];
        self.run(&[files.as_slice(), &["--as", "ada"]].concat())
    }
}

fn openssl(place: &PathBuf, arguments: &str) {
    let ended = Command::new("openssl").args(arguments.split(' ')).current_dir(place).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn a_checkpoint_is_stamped_kept_and_verified_as_files() {
    let world = World::begin();
    let [checkpoint, query] = ["checkpoint", "query"].map(|name| world.path(name));
    let request = ["journal", "timestamp", "request", "--checkpoint", &checkpoint, "--output", &query];
    assert!(world.run(&["journal", "timestamp", "list"]).well().contains("No checkpoint was stamped."));
    world.run(&request).well();
    world.openssl("ts -reply -config openssl.cnf -queryfile query -out answer");
    world.openssl("ts -verify -queryfile query -in answer -CAfile authority.crt");
    let kept = world.keep("answer", "checkpoint", "authority.crt").well();
    assert!(kept.contains("CN=tsa.example stamped the checkpoint"), "{kept}");
    assert!(world.keep("answer", "checkpoint", "authority.crt").well().contains("is kept already"));
    assert!(world.run(&["journal", "timestamp", "list"]).well().starts_with("one entry: stamped at "));

    // What is handed out is what OpenSSL believes of the very bytes, and what `adhere verify` does.
    let [stamped, token, receipt, entry] = ["stamped", "token", "receipt", "entry"].map(|name| world.path(name));
    world.run(&["journal", "timestamp", "files", "--checkpoint", &stamped, "--output", &token]).well();
    world.openssl("ts -verify -data stamped -in token -token_in -CAfile authority.crt");
    world.run(&["journal", "receipt", "0", "--stamped", "--output", &receipt]).well();
    world.run(&["journal", "entry", "0", "--output", &entry]).well();
    let (key, certificate) = (world.key(), world.path("authority.crt"));
    let verified = adhere(&["verify", &token, &receipt, &entry, "--key", &key, "--authority", &certificate]).well();
    assert!(verified.contains("by the clock of CN=tsa.example"), "{verified}");
    assert!(verified.contains("It was there at "), "{verified}");
    assert!(world.run(&["store", "audit"]).well().contains("Everything is as it was signed."));
    // The entry that says so is itself after the stamped checkpoint.
    assert!(world.run(&["journal", "receipt", "1", "--stamped"]).refused(5).contains("no checkpoint after entry 1"));
    world.run(&["store", "rebuild"]).well();
    assert!(world.run(&["journal", "timestamp", "list"]).well().starts_with("one entry: stamped at "));
}

#[test]
fn a_timestamp_of_something_else_or_by_somebody_else_is_not_kept() {
    let world = World::begin();
    let [checkpoint, query] = ["checkpoint", "query"].map(|name| world.path(name));
    let request = ["journal", "timestamp", "request", "--checkpoint", &checkpoint, "--output", &query];
    world.run(&request).well();
    world.openssl("ts -reply -config openssl.cnf -queryfile query -out answer");
    let other = World::begin();
    fs::copy(other.path("authority.crt"), world.path("other.crt")).unwrap();
    assert!(world.keep("answer", "checkpoint", "other.crt").refused(5).contains("not by an authority that counts"));
    fs::copy(world.path("answer"), other.path("answer")).unwrap();
    let theirs = other.path("checkpoint");
    other.run(&["journal", "checkpoint", "--output", &theirs]).well();
    fs::copy(&theirs, world.path("theirs")).unwrap();
    assert!(world.keep("answer", "theirs", "authority.crt").refused(5).contains("is of something else"));
    // A checkpoint of another log, properly stamped.
    world.openssl("ts -query -data theirs -sha256 -cert -out query");
    world.openssl("ts -reply -config openssl.cnf -queryfile query -out answer2");
    assert!(world.keep("answer2", "theirs", "authority.crt").refused(5).contains("not one that this journal signed"));
    assert!(world.keep("query", "checkpoint", "authority.crt").refused(5).contains("the answer has no timestamp"));
    let altered = fs::read_to_string(world.path("checkpoint")).unwrap().replacen("\n1\n", "\n2\n", 1);
    fs::write(world.path("altered"), altered).unwrap();
    assert!(world.keep("answer", "altered", "authority.crt").refused(5).contains("is of something else"));
    assert!(world.run(&["journal", "timestamp", "list"]).well().contains("No checkpoint was stamped."));
}

/// Answers one request as an authority does over HTTP, with what OpenSSL makes of it.
fn serve_once(place: PathBuf) -> (String, thread::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/tsa", listener.local_addr().unwrap());
    let answering = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut read = Vec::new();
        let (head, length) = loop {
            let mut chunk = [0; 1024];
            let count = stream.read(&mut chunk).unwrap();
            read.extend_from_slice(&chunk[..count]);
            let Some(end) = read.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
            let head = String::from_utf8_lossy(&read[..end]).to_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
            let length: usize = length.parse().unwrap();
            if read.len() >= end + 4 + length {
                break (head, length);
            }
        };
        assert!(head.contains("content-type: application/timestamp-query"), "{head}");
        fs::write(place.join("asked"), &read[read.len() - length..]).unwrap();
        openssl(&place, "ts -reply -config openssl.cnf -queryfile asked -out answered");
        let answer = fs::read(place.join("answered")).unwrap();
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", answer.len());
        stream.write_all(&[head.as_bytes(), &answer].concat()).unwrap();
    });
    (url, answering)
}

#[test]
fn an_authority_is_asked_over_http() {
    let world = World::begin();
    let (url, answering) = serve_once(world.folder.path().to_owned());
    let certificate = world.path("authority.crt");
    let ask = ["journal", "timestamp", "ask", "--url", &url, "--authority", &certificate, "--as", "ada"];
    let kept = world.run(&ask).well();
    answering.join().unwrap();
    assert!(kept.contains("CN=tsa.example stamped the checkpoint"), "{kept}");
    assert!(world.run(&ask).refused(5).contains(&url), "nobody answers any more");
    assert!(world.run(&["store", "audit"]).well().contains("Everything is as it was signed."));
}
