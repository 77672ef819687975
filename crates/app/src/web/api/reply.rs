//! What is answered: something in JSON or as it is, named by its digest; or which entries were made.

use adhere_formats::digest::digest;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use super::call::Call;
use super::operation::JSON;
use crate::web::error::Problem;

/// What is answered.
pub(super) enum Reply {
    /// Something to be read.
    Shown { kind: &'static str, bytes: Vec<u8>, next: Option<String> },
    /// The same with a tag that was made before.
    Kept { text: Bytes, tag: String, next: Option<String> },
    /// The same for whoever holds a secret, which nobody on the way keeps.
    Private(Vec<u8>),
    /// A file to be saved.
    File { name: String, bytes: Vec<u8> },
    /// A file that is written as it is sent.
    Flowing { kind: &'static str, name: String, body: Body },
    /// Entries were made.
    Recorded { entries: Vec<u64>, location: String, secret: Option<String> },
}

/// What was recorded.
#[derive(Serialize, JsonSchema)]
pub(super) struct RecordedWire {
    /// The places of the entries that were made, in their order; none where it was so already.
    entries: Vec<u64>,
    /// Where what this was about is now.
    location: String,
    /// What is shown this once and kept nowhere: a token, the way in of somebody who was invited, or the reference of a
    /// complaint. Asked for again
    /// under the same key it is not there; end what was issued, and ask anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

/// The tag of an answer: another text has another.
pub(super) fn tag(bytes: &[u8]) -> String {
    format!("\"{}\"", digest(bytes))
}

/// Something as JSON.
pub(super) fn json(value: &impl Serialize) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(value).map_err(|error| Problem::failed(&error))
}

impl Reply {
    /// Something as JSON.
    pub(super) fn json(value: &impl Serialize) -> Result<Self, Problem> {
        Self::page(value, None)
    }

    /// A page of a list as JSON, and where it goes on.
    pub(super) fn page(value: &impl Serialize, next: Option<String>) -> Result<Self, Problem> {
        Ok(Self::Shown { kind: JSON, bytes: json(value)?, next })
    }

    /// What is JSON already.
    pub(super) fn of_json(bytes: Vec<u8>) -> Self {
        Self::Shown { kind: JSON, bytes, next: None }
    }

    /// The answer to a call.
    pub(super) fn answer(self, call: &Call<'_>) -> Result<Response, Problem> {
        let mut headers = HeaderMap::new();
        let mut put = |name, text: &str| {
            if let Ok(value) = HeaderValue::from_str(text) {
                headers.insert(name, value);
            }
        };
        match self {
            Self::Shown { kind, bytes, next } => {
                let tag = tag(&bytes);
                put(header::ETAG, &tag);
                put(header::CACHE_CONTROL, "no-cache");
                if let Some(next) = next {
                    put(header::LINK, &format!("<{next}>; rel=\"next\""));
                }
                if call.has(&tag) {
                    return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
                }
                put(header::CONTENT_TYPE, kind);
                Ok((headers, bytes).into_response())
            }
            Self::Kept { text, tag, next } => {
                put(header::ETAG, &tag);
                put(header::CACHE_CONTROL, "no-cache");
                if let Some(next) = next {
                    put(header::LINK, &format!("<{next}>; rel=\"next\""));
                }
                if call.has(&tag) {
                    return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
                }
                put(header::CONTENT_TYPE, JSON);
                Ok((headers, text).into_response())
            }
            Self::Private(bytes) => {
                put(header::CACHE_CONTROL, "no-store");
                put(header::CONTENT_TYPE, JSON);
                Ok((headers, bytes).into_response())
            }
            Self::File { name, bytes } => {
                put(header::ETAG, &tag(&bytes));
                put(header::CONTENT_TYPE, "application/octet-stream");
                put(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""));
                Ok((headers, bytes).into_response())
            }
            Self::Flowing { kind, name, body } => {
                put(header::CONTENT_TYPE, kind);
                put(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""));
                Ok((headers, body).into_response())
            }
            Self::Recorded { entries, location, secret } => {
                put(header::LOCATION, &location);
                put(header::CONTENT_TYPE, JSON);
                let body = json(&RecordedWire { entries, location, secret })?;
                Ok((headers, body).into_response())
            }
        }
    }
}
