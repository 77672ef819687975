//! The condition of a measure: `- applies: expression — note`, and worked examples `- example: given -> outcome`.

use std::ops::Range;

use adhere_domain::codes::condition::{Condition, ConditionError};

use crate::toml_reader::Log;

/// The lines of a condition as they were read, each with its value and place.
#[derive(Debug, Default)]
pub(super) struct ConditionLines {
    pub(super) applies: Option<(String, Range<usize>)>,
    pub(super) examples: Vec<(String, Range<usize>)>,
}

impl ConditionLines {
    /// Compiles the condition; what is wrong is told in its place.
    pub(super) fn compile(&self, text: &str, log: &Log) -> Option<Condition> {
        let Some((value, line)) = &self.applies else {
            for (_, line) in &self.examples {
                let hint = "add `- applies: …`, or remove the example".to_owned();
                log.error(Some(line.clone()), "condition", "an example without a condition".to_owned(), Some(hint));
            }
            return None;
        };
        let (expression, note) = value.split_once('—').map_or((value.as_str(), ""), |(head, note)| (head, note.trim()));
        let expression = expression.trim();
        let examples: Vec<&str> = self.examples.iter().map(|(example, _)| example.as_str()).collect();
        match Condition::compile(expression, &examples, note) {
            Ok(condition) => Some(condition),
            Err(errors) => {
                for error in errors {
                    let place = match error.example().and_then(|index| self.examples.get(index)) {
                        Some((example, line)) => place(text, line, example, &error),
                        None => place(text, line, expression, &error),
                    };
                    log.error(Some(place), "condition", error.to_string(), Some(error.hint()));
                }
                None
            }
        }
    }
}

/// The bytes in the file that an error is about: within the line where that is possible, or the line.
fn place(text: &str, line: &Range<usize>, value: &str, error: &ConditionError) -> Range<usize> {
    // A value that runs over several lines was drawn together, and its bytes are not those of the file.
    let at = text.get(line.clone()).and_then(|raw| raw.find(value)).map(|at| line.start + at);
    match at.zip(error.span()) {
        Some((at, span)) => at + span.start..(at + span.end).min(line.end),
        None => line.clone(),
    }
}
