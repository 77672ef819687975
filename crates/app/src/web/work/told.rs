//! Why something was refused, in the words of the page: what is wrong, the rule, and what to do.

use adhere_actions::ActionError;
use adhere_domain::law::truth::Truth;

use crate::web::error::Problem;
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
