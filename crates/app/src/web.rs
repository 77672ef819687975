//! What an instance answers over HTTP: its journal as C2SP tlog-tiles has it, requests to witness other logs,
//! and packages.
//!
//! Answers are made on threads that may wait for the database; nothing here decides anything.

mod error;
mod journal;
mod package;
mod witness;

use std::net::SocketAddr;
use std::sync::Arc;

use adhere_formats::law_data::LawData;
use adhere_journal::package::letter::LARGEST;
use adhere_journal::policy::Policy;
use adhere_store::Store;
use anyhow::Context as _;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use tokio::net::TcpListener;

use self::error::Problem;

/// The largest body that is read, in bytes.
const LARGEST_BODY: usize = 1 << 20;

/// What every answer needs.
#[derive(Clone, Debug)]
struct Service {
    store: Arc<Store>,
    policy: Arc<Option<Policy>>,
    law: Arc<LawData>,
}

/// Answers until it is told to stop; `listening` is told the address once it can be reached.
pub(crate) fn serve(
    store: Store,
    policy: Option<Policy>,
    law: LawData,
    address: SocketAddr,
    listening: impl FnOnce(SocketAddr) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.context("no threads can be started")?.block_on(async {
        let listener = TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))?;
        listening(listener.local_addr()?)?;
        let service = Service { store: Arc::new(store), policy: Arc::new(policy), law: Arc::new(law) };
        Ok(axum::serve(listener, routes(service)).with_graceful_shutdown(stopped()).await?)
    })
}

fn routes(service: Service) -> Router {
    Router::new()
        .route("/checkpoint", get(journal::checkpoint))
        .route("/tile/{*path}", get(journal::tile))
        .route("/add-checkpoint", post(witness::add_checkpoint))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .route("/packages", post(package::receive).layer(DefaultBodyLimit::max(LARGEST)))
        .with_state(service)
}

/// Ends when the process is asked to end.
async fn stopped() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
        if let Ok(mut terminated) = terminated {
            tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
            return;
        }
    }
    let _ = interrupted.await;
}

impl Service {
    /// Asks the store on a thread that may wait.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Self) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let own = self.clone();
        tokio::task::spawn_blocking(move || question(&own)).await.map_err(|error| Problem::failed(&error))?
    }
}
