//! The journal as C2SP tlog-tiles has it: the checkpoint, tiles and bundles of entries.

use adhere_journal::bundle::BundleId;
use adhere_journal::tile::TileId;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;

use super::Service;
use super::error::Problem;
use super::said::Said;

/// What is full never changes again.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// What is partial stays right as long as it is asked for by its width.
const FOR_A_WHILE: &str = "public, max-age=60";

/// The latest checkpoint.
pub(super) async fn checkpoint(State(service): State<Service>) -> Result<impl IntoResponse, Problem> {
    let note =
        service.ask(|service| service.store.latest_checkpoint().map_err(|error| Problem::failed(&error))).await?;
    let note = note.ok_or_else(|| Problem::not_found(Said::new("problem-no-checkpoint")))?;
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    Ok((headers, note.to_string()))
}

/// A tile, or a bundle of entries.
pub(super) async fn tile(
    State(service): State<Service>,
    Path(path): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let path = format!("tile/{path}");
    let (bytes, is_full) = service.ask(move |service| find(service, &path)).await?;
    let cache = if is_full { FOR_EVER } else { FOR_A_WHILE };
    Ok(([(header::CONTENT_TYPE, "application/octet-stream"), (header::CACHE_CONTROL, cache)], bytes))
}

fn find(service: &Service, path: &str) -> Result<(Vec<u8>, bool), Problem> {
    let missing = || Problem::not_found(Said::new("problem-no-tile").of("path", path));
    if let Ok(id) = path.parse::<BundleId>() {
        let bytes = service.store.bundle(id).map_err(|error| Problem::failed(&error))?;
        return Ok((bytes.ok_or_else(missing)?, id.is_full()));
    }
    let id: TileId = path.parse().map_err(|_| missing())?;
    let bytes = service.store.tile(id).map_err(|error| Problem::failed(&error))?;
    Ok((bytes.ok_or_else(missing)?, id.is_full()))
}
