//! A server in front of another: it passes requests on until one of them, and from that one on it fails.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How a request fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// It never arrives.
    Refused,
    /// It is done, and its answer never arrives.
    Unanswered,
}

pub(super) struct FailingServer {
    host: String,
    requests: Arc<AtomicUsize>,
}

impl FailingServer {
    /// Starts a server that fails from its request of a number on.
    pub(super) fn start(behind: &str, from: usize, failure: Failure) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = listener.local_addr().unwrap().to_string();
        let (requests, behind) = (Arc::new(AtomicUsize::new(0)), behind.to_owned());
        let server = Self { host, requests: Arc::clone(&requests) };
        // It ends with the process of the tests.
        thread::spawn(move || {
            for connection in listener.incoming() {
                let number = requests.fetch_add(1, Ordering::SeqCst);
                let fails = (number >= from).then_some(failure);
                // Whoever asked notices what went wrong.
                let _ = connection.and_then(|connection| pass_on(&connection, &behind, fails));
            }
        });
        server
    }

    pub(super) fn host(&self) -> &str {
        &self.host
    }

    /// How many requests came.
    pub(super) fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

/// Passes one request on and its answer back; each connection carries one.
fn pass_on(mut asking: &TcpStream, behind: &str, failure: Option<Failure>) -> io::Result<()> {
    let request = read_request(asking)?;
    if failure == Some(Failure::Refused) {
        return Ok(());
    }
    let mut answering = TcpStream::connect(behind)?;
    answering.write_all(&request)?;
    let mut answer = Vec::new();
    answering.read_to_end(&mut answer)?;
    if failure.is_none() {
        asking.write_all(&answer)?;
    }
    Ok(())
}

/// Reads a request, and has the connection closed after it.
fn read_request(asking: &TcpStream) -> io::Result<Vec<u8>> {
    let (mut reader, mut request, mut length) = (BufReader::new(asking), Vec::new(), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().map_err(io::Error::other)?;
        }
        if line.trim_end().is_empty() {
            request.extend_from_slice(b"Connection: close\r\n\r\n");
            break;
        }
        request.extend_from_slice(line.as_bytes());
    }
    let head = request.len();
    request.resize(head + length, 0);
    reader.read_exact(&mut request[head..])?;
    Ok(request)
}
