//! What is in an item: handed out to be saved, or shown where its kind cannot do anything. A browser is told to run
//! nothing of it in either case.

use std::io::{self, Write};

use adhere_store::StoreError;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::item::{Found, ItemPath};
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::{Problem, chain};
use crate::web::file_name::saved_as;
use crate::web::flowing::going;
use crate::web::kind::Shown;
use crate::web::said::Said;
use crate::web::{Page, Service};

/// So many bytes of a text are shown on the page of its item.
const GLIMPSE: usize = 32 << 10;
/// So many rows of a table are.
const ROWS: usize = 50;

/// What is handed out runs nothing, has no origin, and loads nothing but itself.
const SANDBOX: &str = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'none'; \
                       base-uri 'none'; frame-ancestors 'none'";

/// What is seen of an item on its page.
pub(super) enum Glimpse {
    /// The beginning of its text, and whether that is all.
    Text(String, bool),
    /// Its first rows, and whether those are all.
    Table(Vec<Vec<String>>, bool),
    /// A picture.
    Picture,
    /// A document, to be opened apart.
    Document,
}

/// Keeps the first bytes that are written, and no more.
struct First {
    bytes: Vec<u8>,
    most: usize,
}

/// What is seen of an item; nothing of a kind that is not shown.
pub(super) fn glimpse(page: &Page<'_>, found: &Found) -> Result<Option<Glimpse>, Problem> {
    let item = &found.kept.record.item;
    Ok(match Shown::of(item.media_type.as_str()) {
        None => None,
        Some(Shown::Picture) => Some(Glimpse::Picture),
        Some(Shown::Document) => Some(Glimpse::Document),
        Some(kind @ (Shown::Text | Shown::Table)) => {
            let (text, is_whole) = beginning(page, found)?;
            Some(if kind == Shown::Table { rows(&text, is_whole) } else { Glimpse::Text(text, is_whole) })
        }
    })
}

/// The first letters of a text, and whether those are all.
fn beginning(page: &Page<'_>, found: &Found) -> Result<(String, bool), Problem> {
    let item = &found.kept.record.item;
    let mut first = First { bytes: Vec::new(), most: GLIMPSE };
    let read = page.service.store.blobs().read(&item.digest, &mut first);
    // Whoever takes no more is no fault.
    let is_cut = first.bytes.len() >= GLIMPSE;
    match read {
        Ok(Some(_)) => {}
        Ok(None) => return Err(missing(found)),
        Err(_) if is_cut => {}
        Err(error) => return Err(StoreError::from(error).into()),
    }
    let end = std::str::from_utf8(&first.bytes).map_or_else(|error| error.valid_up_to(), str::len);
    first.bytes.truncate(end);
    Ok((String::from_utf8_lossy(&first.bytes).into_owned(), end as u64 == item.size))
}

/// The first rows of a table, by the delimiter that gives them most fields.
fn rows(text: &str, is_whole: bool) -> Glimpse {
    let text = if is_whole { text } else { text.rsplit_once('\n').map_or("", |(lines, _)| lines) };
    let read = |delimiter: u8| {
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(text.as_bytes());
        let rows = reader.records().map(|row| Ok(row?.iter().map(str::to_owned).collect()));
        rows.collect::<Result<Vec<Vec<String>>, csv::Error>>().ok()
    };
    let read = [b',', b';', b'\t'].into_iter().filter_map(read).max_by_key(|rows| rows.first().map_or(0, Vec::len));
    match read {
        Some(mut rows) => {
            let is_all = is_whole && rows.len() <= ROWS;
            rows.truncate(ROWS);
            Glimpse::Table(rows, is_all)
        }
        None => Glimpse::Text(text.to_owned(), is_whole),
    }
}

/// The bytes of an item, to be saved.
pub(in crate::web::work) async fn file(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<ItemPath>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let found = Found::find(page, &path)?;
            let item = &found.kept.record.item;
            let disposition = saved_as(item.title.as_str(), found.id.as_str());
            let disposition = HeaderValue::try_from(disposition).map_err(|error| Problem::failed(&error))?;
            let mut response = handed_out(page, &found, "application/octet-stream")?;
            response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
            Ok(response)
        })
        .await
}

/// The bytes of an item of a kind that is shown.
pub(in crate::web::work) async fn preview(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<ItemPath>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let found = Found::find(page, &path)?;
            let kind = match (
                found.kept.record.item.media_type.as_str(),
                Shown::of(found.kept.record.item.media_type.as_str()),
            ) {
                (_, Some(Shown::Text | Shown::Table)) => "text/plain; charset=utf-8",
                ("image/png", _) => "image/png",
                ("image/jpeg", _) => "image/jpeg",
                ("image/gif", _) => "image/gif",
                ("image/webp", _) => "image/webp",
                ("application/pdf", _) => "application/pdf",
                _ => return Err(Problem::not_found(Said::new("problem-not-previewed"))),
            };
            handed_out(page, &found, kind)
        })
        .await
}

/// The bytes of an item as they are read. What is found altered on the way ends the answer before its end.
fn handed_out(page: &Page<'_>, found: &Found, kind: &'static str) -> Result<Response, Problem> {
    let item = &found.kept.record.item;
    // Before anything is answered: that there is nothing is an answer of its own.
    let size = page.service.store.blobs().size(&item.digest).map_err(StoreError::from)?;
    if size.is_none() {
        return Err(missing(found));
    }
    let (store, digest) = (page.service.store.clone(), item.digest);
    let (mut going, body): (_, Body) = going();
    tokio::task::spawn_blocking(move || match store.blobs().read(&digest, &mut going) {
        Ok(Some(_)) => {
            let _ = going.flush();
        }
        Ok(None) => going.fail(io::ErrorKind::NotFound.into()),
        Err(error) => {
            tracing::error!(error = chain(&error), "bytes of evidence cannot be handed out");
            going.fail(io::Error::other(error));
        }
    });
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_LENGTH, item.size.to_string()),
        (header::CONTENT_SECURITY_POLICY, SANDBOX.to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, body).into_response())
}

fn missing(found: &Found) -> Problem {
    tracing::error!(evidence = found.id.as_str(), "the bytes of evidence are not kept");
    Problem::failed(&io::Error::from(io::ErrorKind::NotFound))
}

impl Write for First {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = self.most.saturating_sub(self.bytes.len());
        if room == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        self.bytes.extend(bytes.iter().take(room));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
