//! Bytes between those who wait for them and the threads that may wait: uploads as something to read, and what is
//! written as the body of an answer. However many there are, few are held at once.

use std::io::{self, Read, Write};
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// So many parts wait to be taken.
const AHEAD: usize = 8;

/// What is written is sent in parts of so many bytes.
const PART: usize = 64 << 10;

/// A part of what is uploaded; nothing at its end.
type Part = Option<Bytes>;

/// What is uploaded, to be read by a thread that may wait.
#[derive(Debug)]
pub(super) struct Coming {
    parts: Receiver<Part>,
    rest: Bytes,
    is_whole: bool,
}

/// Where what is uploaded is put as it comes.
#[derive(Debug)]
pub(super) struct Putting(Sender<Part>);

/// What is written becomes the body of an answer.
#[derive(Debug)]
pub(super) struct Going {
    parts: Sender<io::Result<Bytes>>,
    held: Vec<u8>,
}

struct GoingBody(Receiver<io::Result<Bytes>>);

/// Both ends of an upload.
pub(super) fn coming() -> (Putting, Coming) {
    let (sender, parts) = channel(AHEAD);
    (Putting(sender), Coming { parts, rest: Bytes::new(), is_whole: false })
}

/// A body, and what is written to fill it.
pub(super) fn going() -> (Going, Body) {
    let (parts, receiver) = channel(AHEAD);
    (Going { parts, held: Vec::new() }, Body::new(GoingBody(receiver)))
}

impl Putting {
    /// Puts the next part; says whether anybody reads it.
    pub(super) async fn put(&self, part: Bytes) -> bool {
        self.0.send(Some(part)).await.is_ok()
    }

    /// That was all. Without it, whoever reads finds that the end is missing.
    pub(super) async fn end(self) {
        let _ = self.0.send(None).await;
    }
}

impl Read for Coming {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() && !self.is_whole {
            match self.parts.blocking_recv() {
                Some(Some(part)) => self.rest = part,
                Some(None) => self.is_whole = true,
                None => return Err(io::ErrorKind::UnexpectedEof.into()),
            }
        }
        let count = buffer.len().min(self.rest.len());
        let part = self.rest.split_to(count);
        if let Some(place) = buffer.get_mut(..count) {
            place.copy_from_slice(&part);
        }
        Ok(count)
    }
}

impl Going {
    /// That something failed: whoever reads the answer sees that it is not whole.
    pub(super) fn fail(self, error: io::Error) {
        let _ = self.parts.blocking_send(Err(error));
    }

    fn send(&mut self) -> io::Result<()> {
        if self.held.is_empty() {
            return Ok(());
        }
        let part = Bytes::from(std::mem::take(&mut self.held));
        self.parts.blocking_send(Ok(part)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

impl Write for Going {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= PART {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.send()
    }
}

impl HttpBody for GoingBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.0.poll_recv(cx).map(|part| part.map(|part| part.map(Frame::data)))
    }
}
