//! Connections: how many there are at once, how long they may take, and how they end when the program does.
//!
//! Told to end, the server says that it is not ready, goes on answering for a moment, then takes no more connections
//! and answers what it has begun, within a bounded time.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use adhere_store::home::WebSettings;
use axum::Router;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::sleep;
use tokio_io_timeout::TimeoutStream;

use super::client::Peer;
use super::seconds;

/// The head of a request arrives within this time, and an idle connection is closed after it.
const HEAD_WITHIN: Duration = Duration::from_secs(15);
/// Who takes nothing of an answer for this long is given up.
const STALLED: Duration = Duration::from_secs(30);
/// So many headers a request has at most.
const MOST_HEADERS: usize = 100;
/// So many bytes the head of a request has at most.
const LARGEST_HEAD: usize = 32 << 10;

/// How a server is doing.
#[derive(Debug, Default)]
pub(super) struct Running {
    is_draining: AtomicBool,
    connections: AtomicU32,
}

/// A connection that counts as long as it is there.
struct Counted(Arc<Running>, Option<OwnedSemaphorePermit>);

impl Running {
    /// Whether it was told to end.
    pub(super) fn is_draining(&self) -> bool {
        self.is_draining.load(Ordering::Relaxed)
    }

    /// How many connections there are.
    pub(super) fn connections(&self) -> u32 {
        self.connections.load(Ordering::Relaxed)
    }
}

impl Counted {
    fn new(running: &Arc<Running>, permit: Option<OwnedSemaphorePermit>) -> Self {
        running.connections.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(running), permit)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.connections.fetch_sub(1, Ordering::Relaxed);
        drop(self.1.take());
    }
}

/// Answers at an address until the program is told to end, and what was begun by then.
pub(super) async fn run(listener: TcpListener, router: Router, running: Arc<Running>, settings: &WebSettings) {
    let places = Arc::new(Semaphore::new(usize::try_from(settings.connections).unwrap_or(usize::MAX)));
    let open = GracefulShutdown::new();
    let mut ending = pin!(told_to_end(&running, settings));
    loop {
        let next = async {
            let permit = Arc::clone(&places).acquire_owned().await.ok();
            (permit, listener.accept().await)
        };
        tokio::select! {
            (permit, accepted) = next => match accepted {
                Ok(accepted) => converse(accepted, &router, Counted::new(&running, permit), &open),
                Err(error) => {
                    // Most likely there are too many open files: closing some takes a moment.
                    tracing::error!(error = error.to_string(), "no connection can be taken");
                    sleep(Duration::from_millis(100)).await;
                }
            },
            () = &mut ending => break,
        }
    }
    for accepted in taken_already(listener) {
        converse(accepted, &router, Counted::new(&running, None), &open);
    }
    tokio::select! {
        () = open.shutdown() => tracing::info!("every request was answered"),
        () = sleep(seconds(settings.finish_seconds)) => tracing::warn!("requests that took too long were given up"),
        _ = signalled() => tracing::warn!("requests were given up, as was asked for"),
    }
}

/// The connections that the system has taken, which would be cut off when nobody listens any more. None is waited for:
/// where others keep coming, that would have no end.
fn taken_already(listener: TcpListener) -> impl Iterator<Item = (TcpStream, SocketAddr)> {
    let listener = listener.into_std().ok();
    std::iter::from_fn(move || {
        let (stream, peer) = listener.as_ref()?.accept().ok()?;
        stream.set_nonblocking(true).ok()?;
        Some((TcpStream::from_std(stream).ok()?, peer))
    })
}

/// Answers on a connection for as long as it lasts.
fn converse((stream, peer): (TcpStream, SocketAddr), router: &Router, counted: Counted, open: &GracefulShutdown) {
    let inner = TowerToHyperService::new(router.clone());
    let service = service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer.ip()));
        inner.call(request)
    });
    // Whether small answers wait for others is a question of speed alone.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(STALLED));
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN);
    builder.max_headers(MOST_HEADERS).max_header_size(LARGEST_HEAD);
    let connection = open.watch(builder.serve_connection(TokioIo::new(Box::pin(stream)), service));
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(error = error.to_string(), "a connection ended");
        }
        drop(counted);
    });
}

/// Why the program is to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signal {
    /// Somebody at a terminal wants it gone.
    Interrupt,
    /// Whoever runs it ends it in order.
    Terminate,
}

/// Ends when the server is to take no more connections.
async fn told_to_end(running: &Running, settings: &WebSettings) {
    let signal = signalled().await;
    running.is_draining.store(true, Ordering::Relaxed);
    tracing::info!("told to end");
    if signal == Signal::Terminate {
        sleep(seconds(settings.drain_seconds)).await;
    }
}

/// Waits for a signal to end.
async fn signalled() -> Signal {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    if let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        return tokio::select! {
            _ = interrupted => Signal::Interrupt,
            _ = terminated.recv() => Signal::Terminate,
        };
    }
    let _ = interrupted.await;
    Signal::Interrupt
}
