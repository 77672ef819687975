//! Pages that were made already. What a page for everyone shows follows from its address, the day and the journal:
//! as long as these are the same, it is made once, and a browser that has it is told so (RFC 9110, 13.1.2).

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use adhere_formats::digest::digest;
use axum::body::Bytes;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;

use super::asked::Asked;
use super::error::Problem;
use super::{Page, Service};
use crate::clock;

/// So many bytes of pages are kept, and not more.
const MOST: usize = 16 << 20;

/// The pages of one state of the journal, on one day.
#[derive(Debug, Default)]
pub(super) struct KeptPages {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    /// How many entries the journal has, and which day it is.
    of: Option<(u64, Date)>,
    bytes: usize,
    pages: BTreeMap<String, Arc<KeptPage>>,
}

/// A page as it was made.
#[derive(Debug)]
struct KeptPage {
    text: Bytes,
    /// What names it: another text has another.
    tag: String,
}

impl KeptPages {
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many pages are kept, and how many bytes they have.
    pub(super) fn size(&self) -> (u64, u64) {
        let kept = self.lock();
        let count = |number| u64::try_from(number).unwrap_or(u64::MAX);
        (count(kept.pages.len()), count(kept.bytes))
    }

    fn find(&self, of: (u64, Date), address: &str) -> Option<Arc<KeptPage>> {
        let kept = self.lock();
        kept.pages.get(address).filter(|_| kept.of == Some(of)).map(Arc::clone)
    }

    fn keep(&self, of: (u64, Date), address: String, page: &Arc<KeptPage>) {
        let mut kept = self.lock();
        if kept.of != Some(of) || kept.bytes + page.text.len() > MOST {
            *kept = Kept { of: Some(of), ..Kept::default() };
        }
        kept.bytes += page.text.len();
        kept.pages.insert(address, Arc::clone(page));
    }
}

impl KeptPages {
    /// An answer for programs that was made already, and its tag.
    pub(super) fn find_text(&self, of: (u64, Date), address: &str) -> Option<(Bytes, String)> {
        self.find(of, address).map(|page| (page.text.clone(), page.tag.clone()))
    }

    /// Keeps an answer for programs.
    pub(super) fn keep_text(&self, of: (u64, Date), address: String, text: &Bytes, tag: &str) {
        self.keep(of, address, &Arc::new(KeptPage { text: text.clone(), tag: tag.to_owned() }));
    }
}

impl Service {
    /// Shows a page for everyone: one that was made already, or else one that is made on a thread that may wait.
    pub(super) async fn show(
        &self,
        asked: Asked,
        make: impl FnOnce(&Page<'_>) -> Result<String, Problem> + Send + 'static,
    ) -> Result<Response, Problem> {
        self.ask(move |service| {
            let known = asked.known_tag.clone();
            let size = service.store.head()?.map_or(0, |head| head.size);
            let (of, address) = ((size, clock::today()), address(&asked));
            let page = match service.pages.find(of, &address) {
                Some(page) => page,
                None => service.make(asked, of, address, make)?,
            };
            Ok(page.answer(known.as_deref()))
        })
        .await
    }

    /// Makes a page, and keeps it.
    fn make(
        &self,
        asked: Asked,
        of: (u64, Date),
        address: String,
        make: impl FnOnce(&Page<'_>) -> Result<String, Problem>,
    ) -> Result<Arc<KeptPage>, Problem> {
        let words = self.words(asked.language())?;
        let text = make(&Page { service: self, asked, words, today: of.1, actor: None })?;
        let tag = format!("\"{}\"", digest(text.as_bytes()));
        let page = Arc::new(KeptPage { text: text.into(), tag });
        self.pages.keep(of, address, &page);
        Ok(page)
    }
}

/// All that decides what a page shows, beside the journal and the day.
fn address(asked: &Asked) -> String {
    let mut address = format!("{} {}", asked.language().code(), asked.path);
    let _ = write!(address, " {:?} {:?} {:?} {}", asked.as_of, asked.language, asked.also, asked.zone.name());
    address
}

impl KeptPage {
    /// The page, or that the browser has it.
    fn answer(&self, known: Option<&str>) -> Response {
        let headers = [(header::CACHE_CONTROL, "no-cache"), (header::ETAG, self.tag.as_str())];
        // Its language depends on what the browser asks for, and the zone of its moments on a cookie.
        let vary = [(header::VARY, "accept-language, cookie")];
        let has_it =
            known.is_some_and(|tags| tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == self.tag));
        if has_it {
            return (StatusCode::NOT_MODIFIED, headers, vary).into_response();
        }
        (headers, vary, Html(self.text.clone())).into_response()
    }
}
