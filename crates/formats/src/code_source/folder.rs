//! Reading a code's folder: its manifest, and the files that the manifest names.

use std::path::{Path, PathBuf};

use adhere_domain::law::corpus::Corpus;

use super::{CodeFiles, CodeSource, code, named_files};
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::source_file::{SourceFileError, read_text};

/// The manifest's name.
pub const MANIFEST_FILE: &str = "code.toml";

/// A code read from a folder.
#[derive(Clone, Debug)]
pub struct CodeFolder {
    /// The code, and where its parts stand.
    pub source: CodeSource,
    /// Its files, the manifest first: name and text.
    pub files: Vec<(String, String)>,
}

/// Reads a code; all findings about its files come back when it cannot be used.
pub fn read_code_folder(folder: &Path, corpus: &Corpus) -> Result<CodeFolder, Findings> {
    let manifest = folder.join(MANIFEST_FILE);
    let text = read_text(&manifest).map_err(|error| unreadable(&manifest, &error))?;
    let mut files = vec![(manifest.display().to_string(), text.clone())];
    let mut findings = Findings::default();
    for name in named_files(&text).all().filter(|name| !name.contains(['/', '\\'])) {
        let path: PathBuf = folder.join(name);
        match read_text(&path) {
            Ok(text) => files.push((path.display().to_string(), text)),
            // The parser says in the manifest that the file is not there.
            Err(SourceFileError::Missing { .. }) => {}
            Err(error) => findings.absorb(unreadable(&path, &error)),
        }
    }
    if findings.has_errors() {
        return Err(findings);
    }
    let pairs: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let Some((manifest, named)) = pairs.split_first() else { return Err(findings) };
    let source = code(&CodeFiles { manifest: *manifest, named: named.to_vec() }, corpus)?;
    Ok(CodeFolder { source, files })
}

fn unreadable(path: &Path, error: &SourceFileError) -> Findings {
    let hint = match error {
        SourceFileError::Missing { .. } => "`adhere init --code art-56 FOLDER` starts a code",
        _ => error.hint(),
    };
    let diagnostic = Diagnostic {
        file: path.display().to_string(),
        span: None,
        rule: error.rule(),
        severity: Severity::Error,
        message: error.to_string(),
        hint: Some(hint.to_owned()),
        basis: None,
    };
    Findings { diagnostics: vec![diagnostic], texts: Vec::new() }
}
