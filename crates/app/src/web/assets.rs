//! The program's own files for pages: styles, a mark and scripts. Their addresses change with what is in them.

use std::sync::LazyLock;

use adhere_formats::digest::digest;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::error::Problem;
use super::said::Said;
use super::urls;
use crate::report::full::STYLE;

/// A file that is part of the program.
#[derive(Debug)]
pub(super) struct Asset {
    name: &'static str,
    kind: &'static str,
    text: &'static str,
    digest: LazyLock<String>,
}

/// The style of reports, which pages share.
pub(super) static REPORT_STYLE: Asset = Asset {
    name: "report.css",
    kind: "text/css; charset=utf-8",
    text: STYLE,
    digest: LazyLock::new(|| short_digest(STYLE)),
};

/// The style of what stands around reports.
pub(super) static SITE_STYLE: Asset = Asset {
    name: "site.css",
    kind: "text/css; charset=utf-8",
    text: include_str!("../../static/site.css"),
    digest: LazyLock::new(|| short_digest(include_str!("../../static/site.css"))),
};

pub(super) static MARK: Asset = Asset {
    name: "mark.svg",
    kind: "image/svg+xml; charset=utf-8",
    text: include_str!("../../static/mark.svg"),
    digest: LazyLock::new(|| short_digest(include_str!("../../static/mark.svg"))),
};

/// What uploads files one by one, and takes those that are dropped.
pub(super) static UPLOAD_SCRIPT: Asset = Asset {
    name: "upload.js",
    kind: "text/javascript; charset=utf-8",
    text: include_str!("../../static/upload.js"),
    digest: LazyLock::new(|| short_digest(include_str!("../../static/upload.js"))),
};

/// What tells of files that are chosen or dropped, for the scripts that upload.
pub(super) static DROPPED_SCRIPT: Asset = Asset {
    name: "dropped.js",
    kind: "text/javascript; charset=utf-8",
    text: include_str!("../../static/dropped.js"),
    digest: LazyLock::new(|| short_digest(include_str!("../../static/dropped.js"))),
};

/// What sends a folder and shows how far it is.
pub(super) static FOLDER_SCRIPT: Asset = Asset {
    name: "folder.js",
    kind: "text/javascript; charset=utf-8",
    text: include_str!("../../static/folder.js"),
    digest: LazyLock::new(|| short_digest(include_str!("../../static/folder.js"))),
};

/// What proposes the zone of the browser.
pub(super) static ZONE_SCRIPT: Asset = Asset {
    name: "zone.js",
    kind: "text/javascript; charset=utf-8",
    text: include_str!("../../static/zone.js"),
    digest: LazyLock::new(|| short_digest(include_str!("../../static/zone.js"))),
};

/// What is at an address never changes: another text has another address.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

impl Asset {
    pub(super) fn url(&self) -> String {
        urls::asset(self.name, &self.digest)
    }
}

/// Enough of a digest to tell versions apart.
fn short_digest(text: &str) -> String {
    digest(text.as_bytes()).to_string().chars().take(16).collect()
}

/// One of the files.
pub(super) async fn asset(Path((digest, name)): Path<(String, String)>) -> Result<Response, Problem> {
    let all = [&REPORT_STYLE, &SITE_STYLE, &MARK, &DROPPED_SCRIPT, &UPLOAD_SCRIPT, &FOLDER_SCRIPT, &ZONE_SCRIPT];
    let found = all.into_iter().find(|asset| asset.name == name && *asset.digest == digest);
    let asset = found.ok_or_else(|| Problem::not_found(Said::new("problem-no-asset")))?;
    let headers = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, FOR_EVER)];
    Ok((headers, asset.text).into_response())
}
