//! Reading the published files that `adhere code import` and `adhere code text` are given.

use std::path::{Path, PathBuf};

use adhere_formats::diagnostic::{Diagnostic, Findings};
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
    let path = paths.first().map_or(Path::new(""), PathBuf::as_path);
    let hint = "headings such as `Commitment 1 Title` are recognised";
    Diagnostic::about_file(path, "not-a-code", "no commitment was found".to_owned(), hint).into()
}

fn unreadable(path: &Path, error: &SourceFileError) -> Diagnostic {
    let hint = match error {
        SourceFileError::Missing { .. } => "check the path",
        SourceFileError::TooLarge { .. } => "give the code's text alone, without other documents",
        other => other.hint(),
    };
    Diagnostic::about_file(path, error.rule(), error.to_string(), hint)
}
