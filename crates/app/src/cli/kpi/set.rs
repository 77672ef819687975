//! Which set of indicators a command means: the one that ships with a code, the one in its folder, or a file.

use std::path::Path;

use adhere_domain::codes::code::Code;
use adhere_domain::codes::indicator::IndicatorSet;
use adhere_domain::digest::Digest;
use adhere_domain::law::corpus::Corpus;
use adhere_formats::diagnostic::{Diagnostic, Findings};
use adhere_formats::digest::digest;
use adhere_formats::indicators::{INDICATORS_FILE, indicators};
use adhere_formats::shipped;
use adhere_formats::source_file::read_text;

use crate::cli::CommandError;
use crate::cli::code::find::find_code;

/// The file of a set, and the code that it is for.
pub(super) struct SetFile {
    name: String,
    text: String,
    code: Code,
}

/// Finds the file of a set.
pub(super) fn set_file(code: &str, kpis: Option<&Path>, corpus: &Corpus) -> Result<SetFile, CommandError> {
    let found = find_code(code, corpus)?;
    let manifest = found.files.first().map_or("", |(name, _)| name.as_str());
    let code = found.source.code;
    // The manifest of a shipped code is a file of the repository, and not of the user.
    let shipped = shipped::codes(corpus)?.iter().any(|known| known.source.code == code);
    let file = match (kpis, shipped::indicators_file(&code.id).filter(|_| shipped)) {
        (None, Some((name, text))) => (name.to_owned(), text.to_owned()),
        (Some(path), _) => read(path)?,
        (None, None) => read(&Path::new(manifest).with_file_name(INDICATORS_FILE))?,
    };
    Ok(SetFile { name: file.0, text: file.1, code })
}

fn read(path: &Path) -> Result<(String, String), Findings> {
    let file = path.display().to_string();
    let text = read_text(path).map_err(|error| {
        let hint = "name the file of the set with `--kpis`";
        Findings::from(Diagnostic::about_file(path, error.rule(), error.to_string(), hint))
    })?;
    Ok((file, text))
}

impl SetFile {
    /// The set, if it compiles.
    pub(super) fn read(&self) -> Result<IndicatorSet, CommandError> {
        Ok(self.parse()?.0)
    }

    /// The set with the findings about it.
    pub(super) fn parse(&self) -> Result<(IndicatorSet, Findings), Findings> {
        indicators((&self.name, &self.text), &self.code)
    }

    /// What names this version of the set in reports.
    pub(super) fn digest(&self) -> Digest {
        digest(self.text.as_bytes())
    }
}
