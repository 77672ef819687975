//! Reading a code's folder: its manifest, and the files that the manifest names.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use adhere_domain::law::corpus::Corpus;

use super::manifest::is_plain;
use super::{CodeFiles, CodeSource, as_far_as_possible, named_files};
use crate::diagnostic::{Diagnostic, Findings};
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

/// A folder that does not hold a code that can be used.
#[derive(Clone, Debug)]
pub struct BrokenFolder {
    /// What is wrong.
    pub findings: Findings,
    /// What of the code could be read all the same, if the manifest could.
    pub rest: Option<CodeFolder>,
}

/// Reads a code; all findings about its files come back when it cannot be used.
pub fn read_code_folder(folder: &Path, corpus: &Corpus) -> Result<CodeFolder, Findings> {
    read_broken_folder(folder, corpus).map_err(|broken| broken.findings)
}

/// Reads a code; when it cannot be used, what could be read comes back beside the findings.
pub fn read_broken_folder(folder: &Path, corpus: &Corpus) -> Result<CodeFolder, Box<BrokenFolder>> {
    let manifest = folder.join(MANIFEST_FILE);
    let text = read_text(&manifest).map_err(|error| {
        let findings = unreadable(&manifest, &error);
        Box::new(BrokenFolder { findings, rest: None })
    })?;
    let mut files = vec![(manifest.display().to_string(), text.clone())];
    let (mut findings, mut unopened) = (Findings::default(), BTreeSet::new());
    for name in named_files(&text).all().filter(|name| is_plain(name)) {
        let path: PathBuf = folder.join(name);
        match read_text(&path) {
            Ok(text) => files.push((path.display().to_string(), text)),
            // The parser says in the manifest that the file is not there.
            Err(SourceFileError::Missing { .. }) => {}
            Err(error) => {
                findings.absorb(unreadable(&path, &error));
                unopened.insert(name.to_owned());
            }
        }
    }
    let pairs: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (manifest, named) = pairs.split_first().map_or((("", ""), &[][..]), |(manifest, named)| (*manifest, named));
    let read = as_far_as_possible(&CodeFiles { manifest, named: named.to_vec() }, &unopened, corpus);
    findings.absorb(read.findings);
    match read.rest {
        Some(source) if !findings.has_errors() => Ok(CodeFolder { source: CodeSource { findings, ..source }, files }),
        rest => Err(Box::new(BrokenFolder { findings, rest: rest.map(|source| CodeFolder { source, files }) })),
    }
}

fn unreadable(path: &Path, error: &SourceFileError) -> Findings {
    let hint = match error {
        SourceFileError::Missing { .. } => "`adhere init --code art-56 FOLDER` starts a code",
        _ => error.hint(),
    };
    Diagnostic::about_file(path, error.rule(), error.to_string(), hint).into()
}
