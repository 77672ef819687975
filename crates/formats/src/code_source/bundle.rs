//! A code's source as one text, as it is kept with a published version: canonical JSON (RFC 8785) of file names and
//! texts. It gives the same code again, lineage and events included, which the compiled form leaves out.

use std::collections::BTreeMap;

use adhere_domain::law::corpus::Corpus;
use thiserror::Error;

use super::{CodeFiles, CodeSource, MANIFEST_FILE, code};
use crate::diagnostic::Findings;

/// Why a text is not the source of a code.
#[derive(Debug, Error)]
pub enum BundleError {
    /// It is not a bundle of files.
    #[error("it is not JSON of file names and texts")]
    Json(#[from] serde_json::Error),
    /// There is no manifest in it.
    #[error("it has no `{MANIFEST_FILE}`")]
    NoManifest,
    /// This program cannot use the code.
    #[error("{}", described(.0))]
    Code(Findings),
}

/// The files of a code as one text; a folder before a name is left out.
pub fn bundle<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let plain = |name: &'a str| name.rsplit(['/', '\\']).next().unwrap_or(name);
    let files: BTreeMap<&str, &str> = files.into_iter().map(|(name, text)| (plain(name), text)).collect();
    // RFC 8785 orders keys by UTF-16 and escapes as little as serde_json does.
    let mut in_order: Vec<(&str, &str)> = files.into_iter().collect();
    in_order.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let pairs: Vec<String> = in_order.iter().map(|(name, text)| format!("{}:{}", quoted(name), quoted(text))).collect();
    format!("{{{}}}", pairs.join(","))
}

/// The code of a bundle.
pub fn read_bundle(bundle: &str, corpus: &Corpus) -> Result<CodeSource, BundleError> {
    let files: BTreeMap<String, String> = serde_json::from_str(bundle)?;
    let manifest = files.get(MANIFEST_FILE).ok_or(BundleError::NoManifest)?;
    let others = files.iter().filter(|(name, _)| *name != MANIFEST_FILE);
    let named = others.map(|(name, text)| (name.as_str(), text.as_str())).collect();
    code(&CodeFiles { manifest: (MANIFEST_FILE, manifest), named }, corpus).map_err(BundleError::Code)
}

/// The first error.
fn described(findings: &Findings) -> String {
    findings.diagnostics.first().map_or_else(String::new, |first| format!("{}: {}", first.file, first.message))
}

#[cfg(test)]
mod tests;
