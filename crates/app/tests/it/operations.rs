//! What who runs a server needs of it: settings, logs, health, figures, limits, and an end in order.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

use adhere_testing::PostgresDatabase;
use serde_json::Value;

use crate::command::{adhere, program};
use crate::server::{Answer, Server};
use crate::sides::Sides;
use crate::signed_in::PASSWORD;

/// A server with variables of its own, and a file with what it tells.
pub(crate) fn served(store: &Path, variables: &[(&str, &str)]) -> Server {
    let mut command: Command = Server::command(store.to_str().unwrap());
    command.envs(variables.iter().copied());
    command.stderr(File::create(log_of(store)).unwrap());
    Server::start_as(command)
}

pub(crate) fn log_of(store: &Path) -> std::path::PathBuf {
    store.with_extension("log")
}

pub(crate) fn made(folder: &tempfile::TempDir) -> std::path::PathBuf {
    let store = folder.path().join("own");
    adhere(&["store", "init", "--store", store.to_str().unwrap()]).well();
    store
}

/// What is told, once the server has ended in order.
pub(crate) fn told(mut server: Server, store: &Path) -> String {
    server.terminate();
    assert_eq!(server.ended(), Some(0), "{}", fs::read_to_string(log_of(store)).unwrap());
    fs::read_to_string(log_of(store)).unwrap()
}

/// Sends bytes on a connection of their own, and says what comes back until it is closed.
fn exchange(server: &Server, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream.write_all(bytes).unwrap();
    rest(&mut stream)
}

fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    // A server that does not read everything resets the connection: what came before counts.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

/// What it says once it is not ready: it looks anew only now and then.
fn until_not_ready(server: &Server) -> Answer {
    loop {
        let answer = server.data("/health/ready");
        if answer.status == 503 {
            return answer;
        }
    }
}

/// Asks again and again and takes nothing of what is answered; says how the server ended it.
fn take_nothing(server: &Server) -> ErrorKind {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream.set_write_timeout(Some(std::time::Duration::from_mins(2))).unwrap();
    loop {
        // Once the server cannot write it does not read either, and then this waits as well.
        if let Err(error) = stream.write_all(b"GET /law HTTP/1.1\r\nhost: x\r\n\r\n") {
            return error.kind();
        }
    }
}

#[test]
fn settings_are_shown_with_their_sources_and_wrong_ones_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let show = |name: &str, value: &str| {
        let output = program(&["store", "settings", "--store", store.to_str().unwrap()]).env(name, value).output();
        let output = output.unwrap();
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    let (code, shown) = show("ADHERE_METRICS_TOKEN", "hunter2-hunter2-hunter2");
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("metrics.token = … (by the environment's ADHERE_METRICS_TOKEN)"), "{shown}");
    assert!(shown.contains("web.listen = \"127.0.0.1:8080\" (by default)") && !shown.contains("hunter2"), "{shown}");
    for (name, expected) in [
        ("ADHERE_LOG_LEVEL", "`log.level`, which is set by the environment's ADHERE_LOG_LEVEL, is not one of `error`"),
        ("ADHERE_LOG_LEVELS", "did you mean `ADHERE_LOG_LEVEL`?"),
    ] {
        let (code, refused) = show(name, "loud");
        assert_eq!((code, refused.contains(expected)), (Some(5), true), "{refused}");
    }
}

#[test]
fn every_answer_has_an_id_and_every_request_a_line_without_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let token = [
        ("ADHERE_METRICS_TOKEN", "secret-of-the-metrics"),
        ("ADHERE_LOG_FORMAT", "json"),
        ("ADHERE_LOG_LEVEL", "debug"),
    ];
    let server = served(&store, &token);
    let own = Answer::of(server.get("/codes?q=secret-of-a-query").header("x-request-id", "of-the-proxy.1"));
    assert_eq!(own.header("x-request-id"), "of-the-proxy.1");
    let made_up = Answer::of(
        server.get("/register").header("x-request-id", "two words").header("cookie", "a=secret-of-a-cookie"),
    );
    assert_eq!(made_up.header("x-request-id").len(), 32, "{made_up:?}");
    let bearer = |token: &str| Answer::of(server.get("/metrics").header("authorization", format!("Bearer {token}")));
    bearer("secret-of-the-metrics").well();
    bearer("secret-that-is-wrong").refused(403);
    Answer::of(server.post("/self-assessment/generates", &[("generates", "secret-of-a-body")]));
    Answer::of(server.post("/packages?secret-of-a-query", &[("a", "secret-of-a-body")]));
    Answer::of(server.post("/nothing/here", &[("a", "secret-of-a-body")])).refused(404);
    let log = told(server, &store);
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let answered: Vec<&Value> = lines.iter().filter(|line| line["message"] == "answered").collect();
    let of = |path: &str| answered.iter().find(|line| line["path"] == path).unwrap_or_else(|| panic!("{path}: {log}"));
    assert_eq!(answered.len(), 7, "{log}");
    assert_eq!((&of("/codes")["span"]["id"], &of("/codes")["status"]), (&"of-the-proxy.1".into(), &200.into()));
    assert_eq!((&of("/nothing/here")["status"], &of("/nothing/here")["method"]), (&404.into(), &"POST".into()));
    assert!(of("/register")["microseconds"].as_u64().unwrap() > 0);
    assert!(!log.contains("secret"), "{log}");
}

#[test]
fn what_went_wrong_is_told_with_the_id_that_the_page_shows() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let server = served(&store, &[]);
    assert!(server.data("/health/ready").well().contains("\"ready\":true"));
    fs::write(store.join("adhere.sqlite"), vec![7; 1 << 16]).unwrap();
    let _ = fs::remove_file(store.join("adhere.sqlite-wal"));
    let page = server.page("/journal?before=1");
    let id = page.header("x-request-id").to_owned();
    let text = page.refused(500);
    assert!(text.contains(&format!("This request is {id}")), "{text}");
    assert!(!text.contains("sqlite") && !text.contains("malformed"), "{text}");
    let log = told(server, &store);
    let line = log.lines().find(|line| line.contains("ERROR") && line.contains(&id));
    assert!(line.is_some_and(|line| line.contains("error=")), "{log}");
}

#[test]
fn readiness_says_which_part_fails_and_not_why() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let server = served(&store, &[]);
    assert_eq!(server.data("/health/live").well(), "{\"live\":true}");
    fs::remove_dir_all(store.join("blobs")).unwrap();
    let failing: Value = serde_json::from_str(&until_not_ready(&server).text).unwrap();
    let parts = serde_json::json!({"database": true, "evidence": false, "journal": true, "keys": true});
    assert_eq!(failing, serde_json::json!({"draining": false, "parts": parts, "ready": false}));
    assert!(told(server, &store).contains("part=\"evidence\""));
}

#[test]
fn figures_are_for_who_runs_the_server_and_do_not_grow_with_what_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let server = served(&store, &[]);
    for number in 0..40 {
        server.data(&format!("/made/up/{number}")).refused(404);
        server.data(&format!("/journal/entries/{number}"));
    }
    let forwarded = Answer::of(server.get("/metrics").header("x-forwarded-for", "127.0.0.1"));
    forwarded.refused(403);
    let text = server.data("/metrics").well();
    let value = |name: &str| {
        let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{name}: {text}"));
        line.rsplit(' ').next().unwrap().parse::<u64>().unwrap()
    };
    assert_eq!(value("adhere_requests_total{method=\"GET\",route=\"none\",status=\"404\"}"), 40);
    assert_eq!(value("adhere_requests_total{method=\"GET\",route=\"/journal/entries/{entry}\",status=\"404\"}"), 39);
    assert_eq!(value("adhere_request_duration_seconds_count{route=\"none\"}"), 40);
    assert_eq!(
        (value("adhere_journal_entries"), value("adhere_requests_in_flight"), value("adhere_kept_pages ")),
        (1, 1, 1)
    );
    assert!(value("adhere_journal_changed_timestamp_seconds") > 1_700_000_000);
    assert!(text.ends_with("# EOF\n") && !text.contains("made/up"), "{text}");
}

#[test]
fn who_is_told_to_end_answers_what_was_begun_and_says_that_it_is_not_ready() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let mut server = served(&store, &[("ADHERE_WEB_DRAIN_SECONDS", "5")]);
    let mut begun = TcpStream::connect(server.address()).unwrap();
    begun.write_all(b"POST /self-assessment/again HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\n").unwrap();
    let mut slow = TcpStream::connect(server.address()).unwrap();
    slow.write_all(b"POST /packages HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nab").unwrap();
    server.data("/health/ready").well();
    server.terminate();
    // Then it answers still, and says that it is not ready.
    let draining = until_not_ready(&server);
    assert_eq!(draining.header("connection"), "close");
    assert!(draining.text.contains("\"draining\":true"), "{}", draining.text);
    server.page("/codes").well();
    slow.write_all(b"cd").unwrap();
    let answer = rest(&mut slow);
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    begun.write_all(b"abcd").unwrap();
    assert!(rest(&mut begun).starts_with("HTTP/1.1 303"));
    assert_eq!(server.ended(), Some(0));
    assert!(TcpStream::connect(server.address()).is_err());
}

#[test]
fn who_sends_slowly_or_too_much_or_takes_nothing_is_given_up_and_others_are_answered() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let server = served(&store, &[]);
    let large = format!("GET / HTTP/1.1\r\nhost: x\r\nx: {}\r\n\r\n", "a".repeat(64 << 10));
    assert!(exchange(&server, large.as_bytes()).starts_with("HTTP/1.1 431"));
    let many = format!("GET / HTTP/1.1\r\nhost: x\r\n{}\r\n", "x: a\r\n".repeat(200));
    assert!(exchange(&server, many.as_bytes()).starts_with("HTTP/1.1 431"));
    std::thread::scope(|scope| {
        let head = scope.spawn(|| exchange(&server, b"GET / HTTP/1.1\r\nhost: x\r\n"));
        let idle = scope.spawn(|| exchange(&server, b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n"));
        let body = b"POST /packages HTTP/1.1\r\nhost: x\r\naccept: text/html\r\ncontent-length: 400\r\n\r\nab";
        let body = scope.spawn(|| exchange(&server, body));
        let taker = scope.spawn(|| take_nothing(&server));
        server.page("/codes").well();
        let ended = taker.join().unwrap();
        assert!(matches!(ended, ErrorKind::ConnectionReset | ErrorKind::BrokenPipe), "{ended}");
        assert!(!head.join().unwrap().contains("200 OK"));
        assert!(idle.join().unwrap().ends_with("{\"live\":true}"));
        let body = body.join().unwrap();
        assert!(body.starts_with("HTTP/1.1 408"), "{body}");
    });
}

#[test]
fn more_connections_than_are_set_wait_for_their_turn() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let server = served(&store, &[("ADHERE_WEB_CONNECTIONS", "2")]);
    let held: Vec<TcpStream> = (0..2)
        .map(|_| {
            let mut stream = TcpStream::connect(server.address()).unwrap();
            stream.write_all(b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
            let mut answer = [0; 12];
            stream.read_exact(&mut answer).unwrap();
            stream
        })
        .collect();
    let mut waiting = TcpStream::connect(server.address()).unwrap();
    waiting.write_all(b"GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").unwrap();
    waiting.set_read_timeout(Some(std::time::Duration::from_millis(300))).unwrap();
    let mut answer = [0; 12];
    waiting.read_exact(&mut answer).unwrap_err();
    drop(held);
    waiting.set_read_timeout(None).unwrap();
    assert!(rest(&mut waiting).starts_with("HTTP/1.1 200"));
}

#[test]
fn two_servers_on_one_database_are_both_ready_when_their_keys_count() {
    let sides = Sides::begin();
    let store = sides.path("office");
    let (first, second) = (Server::start(&store), Server::start(&store));
    first.data("/health/ready").well();
    adhere(&["store", "rotate-key", "log", "--store", &store]).well();
    // Both sign with a key that counts no more: they are to be started again.
    for server in [&first, &second] {
        let failing = until_not_ready(server).text;
        assert!(failing.contains("\"keys\":false") && failing.contains("\"database\":true"), "{failing}");
    }
    Server::start(&store).data("/health/ready").well();
}

#[test]
fn a_server_without_its_database_is_not_ready_and_ends_in_order_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("own");
    let database = PostgresDatabase::create();
    let file = folder.path().join("secret");
    fs::write(&file, format!("{}\n", database.url())).unwrap();
    let named = [("ADHERE_DATABASE_URL_FILE", file.to_str().unwrap())];
    let mut init = program(&["store", "init", "--store", store.to_str().unwrap()]);
    assert!(init.envs(named).output().unwrap().status.success());
    assert!(!fs::read_to_string(store.join("instance.toml")).unwrap().contains("postgres"));
    let server = served(&store, &named);
    server.data("/health/ready").well();
    server.page("/journal").well();
    // A server of PostgreSQL that restarts: some connections are broken, and new ones are made.
    database.end_connections();
    while server.data("/health/ready").status != 200 {}
    drop(database);
    let failing: Value = serde_json::from_str(&until_not_ready(&server).text).unwrap();
    let parts = serde_json::json!({"database": false, "evidence": true, "journal": false, "keys": false});
    assert_eq!(failing["parts"], parts);
    let text = server.page("/journal").refused(500);
    assert!(!text.contains("database"), "{text}");
    let log = told(server, &store);
    assert!(log.contains("part=\"database\"") && !log.contains("panicked"), "{log}");
}

#[test]
fn over_tls_browsers_keep_cookies_for_this_site_alone_and_come_back_over_tls() {
    let folder = tempfile::tempdir().unwrap();
    let store = made(&folder);
    let begin = ["account", "begin", "jo", "--email", "jo@example.eu", "--organisation", "acme", "--kind", "provider"];
    let said = adhere(&[begin.as_slice(), &["--store", store.to_str().unwrap()]].concat()).well();
    let way_in = said.split_whitespace().find(|word| word.starts_with("/invitation?key=")).unwrap();
    let server =
        served(&store, &[("ADHERE_WEB_URL", "https://acme.example"), ("ADHERE_ACCESS_SECOND_FACTOR", "optional")]);
    let post =
        |path: &str, form: &[(&str, &str)]| Answer::of(server.post(path, form).header("sec-fetch-site", "same-origin"));
    assert_eq!(Answer::of(server.get(way_in)).header("cache-control"), "no-store");
    assert_eq!(post(way_in, &[("password", PASSWORD), ("again", PASSWORD)]).status, 303);
    let entered = post("/sign-in", &[("email", "jo@example.eu"), ("password", PASSWORD), ("to", "/work")]);
    let cookie = entered.header("set-cookie").to_owned();
    assert!(cookie.starts_with("__Host-adhere_session=") && cookie.ends_with("; Secure"), "{cookie}");
    assert_eq!(entered.header("strict-transport-security"), "max-age=31536000");
    let session = cookie.split_once(';').unwrap().0;
    let with = |cookie: &str| Answer::of(server.get("/work").header("cookie", cookie)).status;
    assert_eq!(with(session), 200);
    // What a neighbour of this site can set counts for nothing.
    assert_eq!(with(session.trim_start_matches("__Host-")), 401);
    let left =
        Answer::of(server.post("/sign-out", &[]).header("cookie", session).header("sec-fetch-site", "same-origin"));
    assert_eq!(left.header("clear-site-data"), "\"cache\", \"storage\"");
    let answered = post("/self-assessment/generates", &[("generates", "text")]);
    assert!(answered.header("set-cookie").ends_with("; Secure"), "{answered:?}");
    assert_eq!(Answer::of(server.get("/self-assessment/generates")).header("cache-control"), "no-store");
    // Without TLS nothing is said that would keep people out.
    drop(server);
    let plain = served(&store, &[]);
    assert_eq!(Answer::of(plain.get("/")).header("strict-transport-security"), "");
}
