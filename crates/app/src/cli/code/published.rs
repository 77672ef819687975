//! Reading the published files that `adhere code import` and `adhere code text` are given.

use std::path::{Path, PathBuf};

use adhere_formats::diagnostic::{Diagnostic, Findings, Severity};
use adhere_formats::published_code::published_code;
use adhere_formats::published_code::section::PublishedCode;
use adhere_formats::source_file::{SourceFileError, read_text};

/// All files, or what is wrong with those that cannot be read.
pub(super) fn read(paths: &[PathBuf]) -> Result<PublishedCode, Findings> {
    let (mut texts, mut findings) = (Vec::new(), Findings::default());
    for path in paths {
        match read_text(path) {
            Ok(text) => texts.push((file_name(path), text)),
            Err(error) => findings.diagnostics.push(unreadable(path, &error)),
        }
    }
    if findings.has_errors() {
        return Err(findings);
    }
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Ok(published_code(&files))
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// The finding that a file has no commitment.
pub(super) fn not_a_code(paths: &[PathBuf]) -> Findings {
    let file = paths.first().map_or_else(String::new, |path| path.display().to_string());
    error(file, "not-a-code", "no commitment was found", "headings such as `Commitment 1 Title` are recognised")
}

/// A finding about a whole file.
pub(super) fn error(file: String, rule: &'static str, message: &str, hint: &str) -> Findings {
    let (message, hint) = (message.to_owned(), Some(hint.to_owned()));
    let diagnostic = Diagnostic { file, span: None, rule, severity: Severity::Error, message, hint, basis: None };
    Findings { diagnostics: vec![diagnostic], texts: Vec::new() }
}

fn unreadable(path: &Path, error: &SourceFileError) -> Diagnostic {
    let hint = match error {
        SourceFileError::Missing { .. } => "check the path",
        SourceFileError::TooLarge { .. } => "give the code's text alone, without other documents",
        other => other.hint(),
    };
    Diagnostic {
        file: path.display().to_string(),
        span: None,
        rule: error.rule(),
        severity: Severity::Error,
        message: error.to_string(),
        hint: Some(hint.to_owned()),
        basis: None,
    }
}
