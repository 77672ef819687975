//! What is wrong with a file: where, which rule, and how to mend it.

use std::fmt;
use std::ops::Range;
use std::path::Path;

/// A finding about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file, as the user named it or relative to the folder.
    pub file: String,
    /// The bytes it is about, where it is about a place.
    pub span: Option<Range<usize>>,
    /// The rule's stable id.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// The provision that the rule rests on, where the law has one.
    pub basis: Option<Basis>,
}

/// A provision that a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Its element id.
    pub provision: &'static str,
    /// How a person cites it.
    pub cite: String,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used, and something about it deserves a look.
    Warning,
}

/// One file with all findings about it, and its text for showing the places.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// The findings, in the order in which they were met.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of the files they are about, by name.
    pub texts: Vec<(String, String)>,
}

impl Findings {
    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// How many findings are so grave.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// The text of a file.
    pub fn text(&self, file: &str) -> Option<&str> {
        self.texts.iter().find(|(name, _)| name == file).map(|(_, text)| text.as_str())
    }

    /// Takes over the findings about another file.
    pub fn absorb(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
        self.texts.extend(other.texts);
    }

    /// The line on which a finding begins, counted from 1.
    pub fn line(&self, diagnostic: &Diagnostic) -> Option<usize> {
        let span = diagnostic.span.as_ref()?;
        let before = self.text(&diagnostic.file)?.as_bytes().get(..span.start)?;
        Some(before.split(|byte| *byte == b'\n').count())
    }
}

impl Diagnostic {
    /// An error about a whole file.
    pub fn about_file(file: &Path, rule: &'static str, message: String, hint: &str) -> Self {
        let file = file.to_string_lossy().into_owned();
        Self { file, span: None, rule, severity: Severity::Error, message, hint: Some(hint.to_owned()), basis: None }
    }
}

impl From<Diagnostic> for Findings {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { diagnostics: vec![diagnostic], texts: Vec::new() }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} [{}]", self.file, self.message, self.rule)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(f, "; {hint}"))
    }
}
