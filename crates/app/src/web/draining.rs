//! What is refused before all of it was read is read to its end: whoever sends it reads the answer after that, and would
//! see nothing but a broken connection otherwise.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use hyper::body::{Frame, SizeHint};

/// So many bytes are read for nothing, at most; who sends more reads no answer.
const MOST: u64 = 1 << 30;

/// The rest of a body that its reader left.
type Left = Arc<Mutex<Option<Body>>>;

/// A body that is handed on when its reader leaves it.
struct Watched {
    body: Option<Body>,
    left: Left,
}

/// Reads the rest of what is refused for what it is.
pub(super) async fn to_its_end(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let left = Left::default();
    let own = Arc::clone(&left);
    let request = request.map(|body| Body::new(Watched { body: Some(body), left: own }));
    let response = next.run(request).await;
    let is_refused = matches!(response.status(), StatusCode::PAYLOAD_TOO_LARGE | StatusCode::UNPROCESSABLE_ENTITY);
    let rest = left.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(rest) = rest.filter(|_| is_refused) {
        read_out(rest).await;
    }
    response
}

async fn read_out(mut body: Body) {
    let mut read = 0;
    while read < MOST {
        let frame = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await;
        let Some(Ok(frame)) = frame else { return };
        read += frame.data_ref().map_or(0, Bytes::len) as u64;
    }
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.body.as_mut().map_or(Poll::Ready(None), |body| Pin::new(body).poll_frame(cx))
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(SizeHint::default, HttpBody::size_hint)
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let rest = self.body.take().filter(|body| !body.is_end_stream());
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) = rest;
    }
}
