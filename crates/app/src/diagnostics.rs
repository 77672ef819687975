//! Findings about files as people read them: the place in the file, the rule, and what to do.

use std::io::IsTerminal;

use adhere_formats::diagnostic::{Diagnostic, Findings, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::output::tell;

/// So many findings are shown: who has more mends these first.
const SHOWN: usize = 50;

/// Tells all findings, then how many there were.
pub(crate) fn tell_all(findings: &Findings) {
    let renderer = if std::io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    for diagnostic in findings.diagnostics.iter().take(SHOWN) {
        tell(&renderer.render(&[group(diagnostic, findings)]));
        tell("");
    }
    if findings.diagnostics.len() > SHOWN {
        tell(&format!("… and {} more findings", findings.diagnostics.len() - SHOWN));
    }
    let errors = findings.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    match errors {
        0 => {}
        1 => tell("one error; nothing was done"),
        more => tell(&format!("{more} errors; nothing was done")),
    }
}

fn group<'a>(diagnostic: &'a Diagnostic, findings: &'a Findings) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule);
    let text = findings.text(&diagnostic.file);
    let group = match diagnostic.span.clone().zip(text) {
        Some((span, text)) => {
            // A span past the end would be a bug of a parser; it must not hide the finding.
            let end = span.end.min(text.len());
            let annotation = AnnotationKind::Primary.span(span.start.min(end)..end);
            title.element(Snippet::source(text).path(diagnostic.file.as_str()).annotation(annotation))
        }
        None => title.element(Origin::path(diagnostic.file.as_str())),
    };
    match &diagnostic.hint {
        Some(hint) => group.element(Level::HELP.message(hint.as_str())),
        None => group,
    }
}
