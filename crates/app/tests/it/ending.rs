//! What hangs holds up nobody: an answer that takes too long is given up, and a server that is told to end does so whatever
//! its database and those who ask it do.

use std::io::Write as _;
use std::net::TcpStream;
use std::path::PathBuf;
use std::thread;

use adhere_testing::PostgresDatabase;
use tempfile::TempDir;

use crate::command::program;
use crate::operations::{log_of, made, served};
use crate::server::Server;

/// A page that reads the database each time.
const ASKS: &str = "/journal?before=1";

/// An instance on a database of its own.
struct OnServer {
    _folder: TempDir,
    store: PathBuf,
    database: PostgresDatabase,
}

impl OnServer {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("own");
        let database = PostgresDatabase::create();
        let mut init = program(&["store", "init", "--store", store.to_str().unwrap()]);
        assert!(init.env("ADHERE_DATABASE_URL", database.url()).output().unwrap().status.success());
        Self { _folder: folder, store, database }
    }

    fn served(&self, variables: &[(&str, &str)]) -> Server {
        served(&self.store, &[&[("ADHERE_DATABASE_URL", self.database.url().as_str())], variables].concat())
    }

    /// Begins to ask, and waits for no answer; when this is there, the request is being answered.
    fn begin_to_ask(&self, server: &Server) -> TcpStream {
        let mut asking = TcpStream::connect(server.address()).unwrap();
        asking.write_all(format!("GET {ASKS} HTTP/1.1\r\nhost: x\r\n\r\n").as_bytes()).unwrap();
        while !self.database.is_awaited() {}
        asking
    }

    fn log(&self) -> String {
        std::fs::read_to_string(log_of(&self.store)).unwrap()
    }
}

#[test]
fn an_answer_that_takes_too_long_is_given_up_and_the_next_is_made() {
    let instance = OnServer::begin();
    let server = instance.served(&[("ADHERE_WEB_ANSWER_SECONDS", "1")]);
    server.page(ASKS).well();
    let held = instance.database.hold();
    let text = server.page(ASKS).refused(503);
    assert!(text.contains("takes too long"), "{text}");
    drop(held);
    server.page(ASKS).well();
}

#[test]
fn who_is_told_to_end_gives_up_what_hangs() {
    let instance = OnServer::begin();
    let mut server = instance.served(&[("ADHERE_WEB_DRAIN_SECONDS", "0"), ("ADHERE_WEB_FINISH_SECONDS", "1")]);
    server.page(ASKS).well();
    let held = instance.database.hold();
    let asking = instance.begin_to_ask(&server);
    server.terminate();
    assert_eq!(server.ended(), Some(0), "{}", instance.log());
    drop((held, asking));
    assert!(instance.log().contains("requests that took too long were given up"), "{}", instance.log());
}

#[test]
fn a_second_signal_ends_it_without_waiting() {
    let instance = OnServer::begin();
    let mut server = instance.served(&[("ADHERE_WEB_DRAIN_SECONDS", "0"), ("ADHERE_WEB_FINISH_SECONDS", "300")]);
    server.page(ASKS).well();
    let held = instance.database.hold();
    let asking = instance.begin_to_ask(&server);
    server.terminate();
    while TcpStream::connect(server.address()).is_ok() {}
    server.terminate();
    assert_eq!(server.ended(), Some(0), "{}", instance.log());
    drop((held, asking));
    assert!(instance.log().contains("requests were given up, as was asked for"), "{}", instance.log());
}

#[test]
fn who_keeps_asking_holds_up_no_end() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let mut server = served(&store, &[]);
    let address = server.address().to_owned();
    let ask = || {
        let client = reqwest::blocking::Client::builder().pool_max_idle_per_host(0).build().unwrap();
        let mut answered = 0_u32;
        while let Ok(answer) = client.get(format!("http://{address}/health/live")).send() {
            assert_eq!(answer.status(), 200);
            answered += 1;
        }
        answered
    };
    thread::scope(|scope| {
        let asking: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        server.page("/").well();
        server.terminate();
        assert_eq!(server.ended(), Some(0));
        for asking in asking {
            assert!(asking.join().unwrap() > 0);
        }
    });
}
