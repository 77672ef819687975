//! What became of what was asked for: where to go on, or why it was refused, in the words of the page.

use adhere_actions::ActionError;
use adhere_domain::law::truth::Truth;
use axum::response::{IntoResponse, Redirect, Response};

use crate::web::error::Problem;
use crate::web::form::Typed;
use crate::web::{Page, again};
use crate::words::Words;

/// What happened, by its kind in the journal, such as `evidence.added`.
pub(super) fn happened(words: &Words, kind: &str) -> String {
    words.text(&format!("happened-{}", kind.replace('.', "-")))
}

/// What somebody can mend, in words.
///
/// # Errors
/// It is nothing that whoever asked can mend.
pub(in crate::web) fn told(words: &Words, error: ActionError) -> Result<String, Problem> {
    match error {
        ActionError::Refused(refusal) => {
            let rule = refusal.rule();
            let because = words.attribute(&format!("rule-{}", rule.id), Truth::No.id(), &[]);
            Ok(format!("{refusal} — {because}"))
        }
        ActionError::Access(refusal) => Ok(refusal.to_string()),
        ActionError::NotInForce(missing) => Ok(missing.to_string()),
        ActionError::Files(findings) => {
            let line = |it: &adhere_formats::diagnostic::Diagnostic| match (findings.line(it), &it.hint) {
                (Some(line), Some(hint)) => format!("{}:{line}: {} ({hint})", it.file, it.message),
                (Some(line), None) => format!("{}:{line}: {}", it.file, it.message),
                (None, _) => format!("{}: {}", it.file, it.message),
            };
            Ok(findings.diagnostics.iter().map(line).collect::<Vec<_>>().join("; "))
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
        typed.refuse_all(told(page.words(), error)?);
        return Ok(again(show(&typed)?));
    }
    Ok(Redirect::to(to).into_response())
}
