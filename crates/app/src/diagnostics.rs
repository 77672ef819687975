//! Findings about files as people read them: the place in the file, the rule, and what to do.

use std::fmt::Write as _;
use std::io::IsTerminal;

use adhere_formats::diagnostic::{Diagnostic, Findings, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::output::tell;

/// So many findings are shown: who has more mends these first.
const SHOWN: usize = 50;

/// Tells all findings, then how many there were.
pub(crate) fn tell_all(findings: &Findings) {
    let renderer = if std::io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    let shown = shown(findings, &renderer);
    if !shown.is_empty() {
        tell(shown.trim_end_matches('\n'));
        tell("");
    }
    match findings.count(Severity::Error) {
        0 => {}
        1 => tell("one error; nothing was done"),
        more => tell(&format!("{more} errors; nothing was done")),
    }
}

/// The findings with their places, as many as people can do with, each followed by an empty line.
pub(crate) fn shown(findings: &Findings, renderer: &Renderer) -> String {
    let mut text = String::new();
    for diagnostic in findings.diagnostics.iter().take(SHOWN) {
        text.push_str(&renderer.render(&[group(diagnostic, findings)]));
        text.push_str("\n\n");
    }
    if findings.diagnostics.len() > SHOWN {
        let _ = writeln!(text, "… and {} more findings\n", findings.diagnostics.len() - SHOWN);
    }
    text
}

fn group<'a>(diagnostic: &'a Diagnostic, findings: &'a Findings) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule);
    let text = findings.text(&diagnostic.file);
    let mut group = match diagnostic.span.clone().zip(text) {
        Some((span, text)) => {
            // A span past the end would be a bug of a parser; it must not hide the finding.
            let end = span.end.min(text.len());
            let annotation = AnnotationKind::Primary.span(span.start.min(end)..end);
            title.element(Snippet::source(text).path(diagnostic.file.as_str()).annotation(annotation))
        }
        None => title.element(Origin::path(diagnostic.file.as_str())),
    };
    if let Some(basis) = &diagnostic.basis {
        group = group.element(Level::NOTE.message(format!("rests on {} AI Act ({})", basis.cite, basis.provision)));
    }
    match &diagnostic.hint {
        Some(hint) => group.element(Level::HELP.message(hint.as_str())),
        None => group,
    }
}
