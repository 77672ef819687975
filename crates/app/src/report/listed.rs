//! The source of a line in the register, as readers are told it.

use adhere_actions::packages::accepted_by;
use adhere_domain::text::NonEmptyText;

use crate::words::Words;

/// The name of a source; one that this program named is said in the reader's words.
pub(crate) fn source_in_words(source: &NonEmptyText, words: &Words) -> String {
    accepted_by(source).map_or_else(
        || source.to_string(),
        |organisation| words.with("register-source-packages", &[("organisation", organisation.to_string().into())]),
    )
}

#[cfg(test)]
mod tests;
