//! Files that come with a form and are kept as they come, however large: nothing of them is held but what tells their
//! kind. What is too large is refused with the limit.

use std::future::poll_fn;
use std::io::{self, Read};
use std::pin::Pin;

use adhere_actions::ActionError;
use adhere_actions::library::take_in;
use adhere_domain::evidence::item::MediaType;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_store::blob::Kept;
use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use tokio::task::JoinHandle;

use super::Service;
use super::actor::Actor;
use super::error::Problem;
use super::flowing::{Coming, Putting, coming};
use super::form::Typed;
use super::kind::Look;
use super::said::Said;

/// So many files come with one form.
const MOST_FILES: usize = 500;

/// A field that is no file has at most so many bytes.
const LARGEST_FIELD: usize = 64 << 10;

/// What a form with files sent.
pub(super) struct TakenIn {
    /// Its other fields.
    pub(super) typed: Typed,
    /// Its files, in the order in which they came.
    pub(super) files: Vec<TakenFile>,
}

/// A file that is kept.
pub(super) struct TakenFile {
    /// The name that came with it, as it came.
    pub(super) name: String,
    /// Its bytes.
    pub(super) kept: Kept,
    /// Its kind, by its bytes.
    pub(super) media_type: MediaType,
}

/// Reads bytes, and looks at them as they go by.
struct Seen<'l> {
    bytes: Coming,
    look: &'l mut Look,
}

impl TakenIn {
    /// Takes in a form with files to its end.
    ///
    /// # Errors
    /// It is no such form, it is too large, or whoever acts may not put anything into the library.
    pub(super) async fn read(service: &Service, actor: &Actor, mut form: Multipart) -> Result<Self, Problem> {
        let most = service.store.home().settings().web.largest_upload();
        let mut left = Left { most, left: most };
        let (mut given, mut files) = (Vec::new(), Vec::new());
        while let Some(mut field) = form.next_field().await.map_err(|error| unread(&error, most))? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                // A browser sends a field for files without a name when none was chosen.
                Some(file) if file.is_empty() => while left.chunk(&mut field).await?.is_some() {},
                Some(_) if files.len() == MOST_FILES => {
                    return Err(Problem::unprocessable(Said::new("problem-many-files").of("most", MOST_FILES)));
                }
                Some(file) => files.push(file_of(service, actor, file, &mut field, &mut left).await?),
                None => given.push((name.clone(), text_of(&name, &mut field, &mut left).await?)),
            }
        }
        Ok(Self { typed: Typed::sent(given), files })
    }
}

/// How many bytes may still come.
struct Left {
    most: u64,
    left: u64,
}

impl Left {
    async fn chunk(&mut self, field: &mut Field<'_>) -> Result<Option<Bytes>, Problem> {
        let Some(chunk) = field.chunk().await.map_err(|error| unread(&error, self.most))? else { return Ok(None) };
        self.take(&chunk)?;
        Ok(Some(chunk))
    }

    fn take(&mut self, chunk: &Bytes) -> Result<(), Problem> {
        let left = self.left.checked_sub(chunk.len() as u64);
        self.left = left.ok_or_else(|| Problem::too_large(self.most))?;
        Ok(())
    }
}

/// Why a form cannot be read.
pub(super) fn unread(error: &MultipartError, most: u64) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(most),
        _ => Problem::bad_request(error.body_text()).saying(Some(Said::new("problem-no-form"))),
    }
}

async fn text_of(name: &str, field: &mut Field<'_>, left: &mut Left) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = left.chunk(field).await? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > LARGEST_FIELD {
            return Err(Problem::unprocessable(
                Said::new("problem-long-field").of("name", name).of("most", LARGEST_FIELD),
            ));
        }
    }
    String::from_utf8(bytes).map_err(|_| Problem::bad_request(Said::new("problem-no-text").of("name", name)))
}

/// Keeps a file as it comes: a thread that may wait reads what this puts.
async fn file_of(
    service: &Service,
    actor: &Actor,
    name: String,
    field: &mut Field<'_>,
    left: &mut Left,
) -> Result<TakenFile, Problem> {
    let keeping = Keeping::begin(service, actor)?;
    while let Some(chunk) = left.chunk(field).await? {
        if !keeping.putting.put(chunk).await {
            break;
        }
    }
    let (kept, media_type) = keeping.end().await?;
    let media_type = media_type.ok_or_else(|| Problem::unprocessable(Said::new("problem-no-file-kind")))?;
    Ok(TakenFile { name, kept, media_type })
}

/// Keeps a body that is one file as it comes; its kind is told by its bytes, and nothing where there are none.
///
/// # Errors
/// It is too large, does not come to its end, or whoever acts may not put anything into the library.
pub(super) async fn whole(
    service: &Service,
    actor: &Actor,
    mut body: Body,
) -> Result<(Kept, Option<MediaType>), Problem> {
    let most = service.store.home().settings().web.largest_upload();
    let mut left = Left { most, left: most };
    let keeping = Keeping::begin(service, actor)?;
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let frame = frame.map_err(|error| {
            let said = Said::new("problem-body-unread");
            Problem::bad_request(format!("the body cannot be read: {error}")).saying(Some(said))
        })?;
        let Ok(chunk) = frame.into_data() else { continue };
        left.take(&chunk)?;
        if !keeping.putting.put(chunk).await {
            break;
        }
    }
    keeping.end().await
}

/// A file that is being kept.
struct Keeping {
    putting: Putting,
    kept: JoinHandle<Result<(Kept, Option<MediaType>), ActionError>>,
}

impl Keeping {
    fn begin(service: &Service, actor: &Actor) -> Result<Self, Problem> {
        let (putting, bytes) = coming();
        let (own, person, organisation) = (service.clone(), actor.person.clone(), actor.organisation()?.clone());
        let kept = tokio::task::spawn_blocking(move || keep(&own, person.as_str(), &organisation, bytes));
        Ok(Self { putting, kept })
    }

    /// Of an upload that ends before its end nobody is told here: its reader is.
    async fn end(self) -> Result<(Kept, Option<MediaType>), Problem> {
        self.putting.end().await;
        Ok(self.kept.await.map_err(|error| Problem::failed(&error))??)
    }
}

fn keep(
    service: &Service,
    person: &str,
    organisation: &OrganisationId,
    bytes: Coming,
) -> Result<(Kept, Option<MediaType>), ActionError> {
    let mut look = Look::default();
    let kept = take_in(&service.context_of(person), organisation, &mut Seen { bytes, look: &mut look })?;
    Ok((kept, look.media_type()))
}

impl Read for Seen<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.look.see(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}
