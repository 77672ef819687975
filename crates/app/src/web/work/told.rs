//! What became of what was asked for: where to go on, or why it was refused, in the words of the page.

use adhere_actions::ActionError;
use axum::response::{IntoResponse, Redirect, Response};

use crate::web::error::Problem;
use crate::web::form::Typed;
use crate::web::said::Said;
use crate::web::{Page, again, refused};
use crate::words::Words;

/// What happened, by its kind in the journal, such as `evidence.added`.
pub(super) fn happened(words: &Words, kind: &str) -> String {
    words.text(&format!("happened-{}", kind.replace('.', "-")))
}

/// What somebody can mend, in words.
///
/// # Errors
/// It is nothing that whoever asked can mend.
pub(in crate::web) fn told(page: &Page<'_>, error: ActionError) -> Result<String, Problem> {
    let in_words = |said: Said| said.in_words(page.words(), &page.asked.zone);
    match error {
        ActionError::Refused(_) | ActionError::Access(_) | ActionError::NotInForce(_) => {
            refused::said(&error).map(in_words).ok_or_else(|| error.into())
        }
        ActionError::Files(ref findings) => {
            let line = |it: &adhere_formats::diagnostic::Diagnostic| match (findings.line(it), &it.hint) {
                (Some(line), Some(hint)) => format!("{}:{line}: {} ({hint})", it.file, it.message),
                (Some(line), None) => format!("{}:{line}: {}", it.file, it.message),
                (None, _) => format!("{}: {}", it.file, it.message),
            };
            let lines = findings.diagnostics.iter().map(line).collect::<Vec<_>>().join("; ");
            let begin = refused::said(&error).map(in_words).unwrap_or_default();
            Ok(format!("{begin} {lines}"))
        }
        other => Err(other.into()),
    }
}

/// Goes on to a page once something is recorded; where it was refused, the form is shown again with the reason.
///
/// # Errors
/// It was refused for what whoever asked cannot mend, or the form cannot be shown.
pub(super) fn recorded<T>(
    page: &Page<'_>,
    done: Result<T, ActionError>,
    to: &str,
    mut typed: Typed,
    show: impl FnOnce(&Typed) -> Result<String, Problem>,
) -> Result<Response, Problem> {
    if let Err(error) = done {
        typed.refuse_all(told(page, error)?);
        return Ok(again(show(&typed)?));
    }
    Ok(Redirect::to(to).into_response())
}
