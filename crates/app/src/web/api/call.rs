//! One call of an operation: what was sent, read as what it has to be, and how something is asked of an action.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;

use adhere_actions::request::{Request, RequestKey};
use adhere_actions::{ActionError, Context};
use adhere_domain::evidence::item::MediaType;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_store::Changed;
use adhere_store::answered_request::AnsweredRequest;
use adhere_store::blob::Kept;
use adhere_store::db::Transaction;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri, header};
use axum::response::Response;
use serde::de::DeserializeOwned;

use super::field::FieldError;
use super::folder::ZIP;
use super::operation::{Condition, Gives, JSON, Operation, TOML, Takes};
use super::reply::{Reply, tag};
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::place::Place;
use crate::web::taking_in::TakenFile;
use crate::web::{Page, Service};
use crate::words::Language;

/// The header with a key of whoever asks.
pub(super) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The header with the digest of a body (RFC 9530).
pub(super) const CONTENT_DIGEST: HeaderName = HeaderName::from_static("content-digest");

/// A key has at most so many letters.
const LONGEST_KEY: usize = 255;

/// What was sent.
pub(super) struct Sent {
    pub(super) path: BTreeMap<String, String>,
    pub(super) headers: HeaderMap,
    /// Where it comes from.
    pub(super) place: Place,
    pub(super) uri: Uri,
    pub(super) accepted: Option<String>,
    pub(super) body: Bytes,
    /// The body where it is a file, which is kept as it comes.
    pub(super) taken: Option<Taken>,
}

/// A file that was kept as it came, with its kind by its bytes.
pub(super) type Taken = (Kept, Option<MediaType>);

/// One call of an operation.
pub(super) struct Call<'s> {
    pub(super) page: Page<'s>,
    pub(super) sent: Sent,
    key: Option<RequestKey>,
}

/// What something is like now, in the form in which it is read; nothing when it is not there.
pub(super) type Current<'c> = &'c dyn Fn(&mut Transaction<'_>) -> Result<Option<Vec<u8>>, ActionError>;

impl Service {
    /// Answers a call on a thread that may wait.
    pub(super) async fn call(
        &self,
        operation: Arc<Operation>,
        asked: Asked,
        actor: Option<Actor>,
        sent: Sent,
    ) -> Result<Response, Problem> {
        let key = sent.key(&operation, actor.as_ref())?;
        self.ask(move |service| {
            // What programs read is in one language, whatever a machine asks for.
            let words = service.words(Language::English)?;
            let page = Page { service, asked, words, today: clock::today(), actor };
            let call = Call { page, sent, key };
            (operation.run)(&call)?.answer(&call)
        })
        .await
    }
}

impl Sent {
    fn header(&self, name: &HeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Of which type the body is; empty when that is not said.
    pub(super) fn media_type(&self) -> String {
        let kind = self.header(&header::CONTENT_TYPE).unwrap_or_default();
        kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// The file that was kept, if it is the one whose digest was sent with it (RFC 9530).
    pub(super) fn take(&mut self, taken: Taken) -> Result<(), Problem> {
        let said = self.header(&CONTENT_DIGEST).unwrap_or_default();
        let said = said.split(',').find_map(|one| one.trim().strip_prefix("sha-256="));
        if let Some(said) = said {
            let bytes = said.strip_prefix(':').and_then(|text| text.strip_suffix(':'));
            let bytes = bytes.and_then(|text| base64::Engine::decode(&base64::prelude::BASE64_STANDARD, text).ok());
            if bytes.as_deref() != Some(&taken.0.digest.as_bytes()[..]) {
                let detail =
                    format!("the SHA-256 of what arrived is {}; `content-digest` says another", taken.0.digest);
                return Err(Problem::bad_request(detail));
            }
        }
        self.taken = Some(taken);
        Ok(())
    }

    /// Whether it is sent as the operation is to be asked for.
    pub(super) fn check(&self, operation: &Operation) -> Result<(), Problem> {
        let gives = match operation.gives {
            Gives::Toml => TOML,
            Gives::Bytes => "application/octet-stream",
            Gives::Zip => ZIP,
            Gives::Json(_) | Gives::Form(..) | Gives::Recorded => JSON,
        };
        if self.accepted.as_deref().is_some_and(|accepted| !accepts(accepted, gives)) {
            return Err(Problem::of_status(StatusCode::NOT_ACCEPTABLE, format!("this is answered as `{gives}` alone")));
        }
        let kind = self.media_type();
        let wanted = match operation.takes {
            Takes::Json(_) if kind != JSON => JSON,
            Takes::Toml if kind != TOML => TOML,
            Takes::Bytes if kind.is_empty() => "the type of the file",
            _ => "",
        };
        if !wanted.is_empty() {
            let detail = format!("`content-type` is to be {wanted}");
            return Err(Problem::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
        }
        let is_blind = operation.condition == Condition::Required
            && self.header(&header::IF_MATCH).is_none()
            && self.header(&header::IF_NONE_MATCH).is_none();
        if is_blind {
            let detail = "send the `ETag` of what this overwrites as `If-Match`, so that nothing unseen is lost";
            return Err(Problem::of_status(StatusCode::PRECONDITION_REQUIRED, detail));
        }
        Ok(())
    }

    /// Under which key it is asked for, and what is.
    fn key(&self, operation: &Operation, actor: Option<&Actor>) -> Result<Option<RequestKey>, Problem> {
        let (Some(value), Some(actor), true) = (self.headers.get(IDEMPOTENCY_KEY), actor, operation.is_write()) else {
            return Ok(None);
        };
        let is_key = |key: &&str| (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(|it| it.is_ascii_graphic());
        let wrong = || Problem::bad_request("`idempotency-key` is 1 to 255 letters, digits and signs of ASCII");
        let key = value.to_str().ok().filter(is_key).ok_or_else(wrong)?;
        let query = self.uri.query().unwrap_or_default();
        let tags = self.header(&header::IF_MATCH).unwrap_or_default();
        let kind = self.header(&header::CONTENT_TYPE).unwrap_or_default();
        let asked = [operation.id, self.uri.path(), query, tags, kind].map(str::as_bytes);
        let file = self.taken.as_ref().map(|(kept, _)| kept.digest);
        let body = file.as_ref().map_or(&self.body[..], |digest| &digest.as_bytes()[..]);
        let asked: Vec<&[u8]> = asked.into_iter().chain([body]).collect();
        Ok(Some(RequestKey::new(actor.person.as_str(), key, &asked)))
    }
}

/// Whether a program accepts a type.
fn accepts(accepted: &str, kind: &str) -> bool {
    let all_of_kind = kind.split_once('/').map(|(first, _)| format!("{first}/*"));
    let ranges = accepted.split(',').map(|range| range.split(';').next().unwrap_or_default().trim());
    let mut ranges = ranges.filter(|range| !range.is_empty()).peekable();
    ranges.peek().is_none()
        || ranges.any(|range| range == "*/*" || range == kind || all_of_kind.as_deref() == Some(range))
}

impl Call<'_> {
    /// For whom it is done.
    pub(super) fn organisation(&self) -> Result<&OrganisationId, Problem> {
        self.page.actor()?.organisation()
    }

    /// A part of the path; what is not even the name of something is not there.
    pub(super) fn part<T>(&self, name: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, Problem> {
        let text = self.sent.path.get(name).map(String::as_str).unwrap_or_default();
        parse(text).ok_or_else(|| Problem::not_found(format!("there is no `{text}` here")))
    }

    /// A parameter that has to be there.
    pub(super) fn required<T>(
        &self,
        name: &str,
        expected: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Problem> {
        let found = self.page.asked.parsed(name, expected, parse)?;
        found.ok_or_else(|| Problem::bad_request(format!("`{name}` is missing: {expected}")))
    }

    /// The file that was sent, under a name for it.
    pub(super) fn taken(&self, name: &str) -> Result<Vec<TakenFile>, Problem> {
        let Some((kept, Some(media_type))) = self.sent.taken.clone() else {
            return Err(Problem::unprocessable("the body is empty; send a file"));
        };
        Ok(vec![TakenFile { name: name.to_owned(), kept, media_type }])
    }

    /// What was sent as JSON.
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let mut reading = serde_json::Deserializer::from_slice(&self.sent.body);
        let wrong = |pointer: String, detail: &dyn Display| {
            let detail = detail.to_string();
            Problem::of_fields(StatusCode::BAD_REQUEST, vec![FieldError { pointer, detail }])
        };
        let read = serde_path_to_error::deserialize(&mut reading);
        let read = read.map_err(|error| wrong(super::field::pointer(error.path()), error.inner()))?;
        reading.end().map_err(|error| wrong(String::new(), &error))?;
        Ok(read)
    }

    /// Asks an action for something, under the key and on the condition that were sent; `current` is what `If-Match`
    /// is held against. Says which entries it came to, now or when it was asked for before, and what came of it now.
    pub(super) fn record<T>(
        &self,
        current: Option<Current<'_>>,
        act: impl FnOnce(&Context<'_>) -> Result<Changed<T>, ActionError>,
    ) -> Result<(Vec<u64>, Option<T>), Problem> {
        let condition = |tx: &mut Transaction<'_>| match current {
            Some(current) => self.is_as_seen(current(tx)?.as_deref()),
            None => Ok(()),
        };
        let request = Request { key: self.key.as_ref(), condition: Some(&condition) };
        let context = Context { request: Some(request), ..self.page.context()? };
        match act(&context) {
            Ok(changed) => Ok((changed.entries, Some(changed.outcome))),
            Err(ActionError::DoneAlready(AnsweredRequest { first_entry, entries, .. })) => {
                Ok(((first_entry..first_entry.saturating_add(entries)).collect(), None))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The same where all that is to be told is where it is now.
    pub(super) fn recorded<T>(
        &self,
        location: String,
        current: Option<Current<'_>>,
        act: impl FnOnce(&Context<'_>) -> Result<Changed<T>, ActionError>,
    ) -> Result<Reply, Problem> {
        let (entries, _) = self.record(current, act)?;
        Ok(Reply::Recorded { entries, location, secret: None })
    }

    /// What this came to when it was asked for before under the same key, if it was.
    pub(super) fn known(&self, location: String) -> Result<Option<Reply>, Problem> {
        let Some(key) = &self.key else { return Ok(None) };
        let known = key.known(&self.page.context()?)?;
        Ok(known.map(|entries| Reply::Recorded { entries, location, secret: None }))
    }

    /// An answer that follows from the address, the day and the journal: it is made once for each state of the journal.
    pub(super) fn kept(&self, make: impl FnOnce() -> Result<Vec<u8>, Problem>) -> Result<Reply, Problem> {
        let service = self.page.service;
        let of = (service.store.head()?.map_or(0, |head| head.size), self.page.today);
        let address = format!("api {}", self.sent.uri);
        if let Some((text, tag)) = service.pages.find_text(of, &address) {
            return Ok(Reply::Kept { text, tag, next: None });
        }
        let bytes = Bytes::from(make()?);
        let tag = tag(&bytes);
        service.pages.keep_text(of, address, &bytes, &tag);
        Ok(Reply::Kept { text: bytes, tag, next: None })
    }

    /// RFC 9110, 13.1.1 and 13.1.2: whether something is as whoever asks has seen it.
    pub(super) fn is_as_seen(&self, current: Option<&[u8]>) -> Result<(), ActionError> {
        let current = current.map(tag);
        let names = |tags: &str| {
            let mut tags = tags.split(',').map(str::trim);
            tags.any(|tag| current.as_deref().is_some_and(|current| tag == "*" || tag == current))
        };
        let has_changed = self.sent.header(&header::IF_MATCH).is_some_and(|tags| !names(tags));
        let is_there = self.sent.header(&header::IF_NONE_MATCH).is_some_and(names);
        if has_changed || is_there { Err(ActionError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Whether whoever asks has an answer already.
    pub(super) fn has(&self, tag: &str) -> bool {
        let known = self.sent.header(&header::IF_NONE_MATCH);
        known.is_some_and(|tags| {
            tags.split(',').any(|known| known.trim().trim_start_matches("W/") == tag || known.trim() == "*")
        })
    }
}
