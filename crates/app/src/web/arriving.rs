//! Bodies of requests arrive in time, or not at all: who sends a byte now and then holds nothing for long.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hyper::body::{Frame, SizeHint};
use tokio::time::Sleep;

use super::error::Problem;

/// A body arrives within this time,
const WITHIN: Duration = Duration::from_secs(20);
/// and a large one has a second more for so many bytes.
const BYTES_IN_A_SECOND: u32 = 16 << 10;

/// A body with the moment by which it is there.
struct Arriving {
    body: Body,
    end: Pin<Box<Sleep>>,
    is_late: Arc<AtomicBool>,
}

/// Gives a body up that does not arrive in time, and says so.
pub(super) async fn in_time(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let is_late = Arc::new(AtomicBool::new(false));
    let own = Arc::clone(&is_late);
    let request =
        request.map(|body| Body::new(Arriving { body, end: Box::pin(tokio::time::sleep(WITHIN)), is_late: own }));
    let response = next.run(request).await;
    if is_late.load(Ordering::Relaxed) { Problem::late().into_response() } else { response }
}

impl HttpBody for Arriving {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.end.as_mut().poll(cx).is_ready() {
            self.is_late.store(true, Ordering::Relaxed);
            return Poll::Ready(Some(Err(axum::Error::new("the body did not arrive in time"))));
        }
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        if let Poll::Ready(Some(Ok(frame))) = &frame {
            let bytes = frame.data_ref().map_or(0, Bytes::len);
            let more = Duration::from_secs(1).saturating_mul(u32::try_from(bytes).unwrap_or(u32::MAX));
            let end = self.end.deadline() + more / BYTES_IN_A_SECOND;
            self.end.as_mut().reset(end);
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
