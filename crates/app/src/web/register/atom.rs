//! What happened to adherences lately, for feed readers (RFC 4287).

use adhere_journal::hash::Hash;
use adhere_store::projection::history::{Line, Wanted, before};
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::urls::Urls;
use crate::web::{Page, Service};
use crate::words::Words;

/// So many entries are in the feed.
const LATEST: u64 = 50;

#[derive(Template)]
#[template(path = "web/register.xml")]
struct Feed<'a> {
    words: &'a Words,
    /// Where this instance is, as whoever asked calls it.
    site: String,
    to: Urls,
    id: String,
    updated: String,
    entries: Vec<FeedEntry>,
}

/// An entry of the feed, ready to print.
struct FeedEntry {
    line: Line,
    /// The digest of what the journal has, as RFC 6920 names it.
    id: String,
}

/// The feed.
pub(in crate::web) async fn atom(
    State(service): State<Service>,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_owned();
    service
        .page(asked, move |page| {
            let text = feed(page, &host)?.render()?;
            Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response())
        })
        .await
}

fn feed<'p>(page: &'p Page<'_>, host: &str) -> Result<Feed<'p>, Problem> {
    let store = &page.service.store;
    let wanted = Wanted { subject: None, kind: Some("adherence") };
    let lines = store.read(|tx| before(tx, &wanted, None, LATEST))?;
    let mut entries = Vec::new();
    for line in lines {
        let Some(leaf) = store.leaf(line.entry_id)? else { continue };
        entries.push(FeedEntry { line, id: format!("ni:///sha-256;{}", named(&Hash::of_bytes(&leaf.body))) });
    }
    let origin = &store.home().settings().origin;
    let begun = entries.first().map_or_else(|| "2024-08-01T00:00:00Z".to_owned(), |entry| entry.line.at.to_string());
    Ok(Feed {
        words: page.words(),
        site: format!("http://{host}"),
        to: Urls::default(),
        id: format!("ni:///sha-256;{}", named(&Hash::of_bytes(origin.as_bytes()))),
        updated: begun,
        entries,
    })
}

/// Base64 without padding, in the letters of addresses.
fn named(hash: &Hash) -> String {
    hash.to_string().replace('+', "-").replace('/', "_").trim_end_matches('=').to_owned()
}
