//! The formula of an indicator with its worked examples, compiled where they stand.

use std::ops::Range;

use adhere_domain::codes::expression::vocabulary::Vocabulary;
use adhere_domain::codes::indicator::formula::{Formula, FormulaError};
use adhere_domain::codes::indicator::kind::{Rounding, ValueKind};

use crate::toml_reader::{Log, Section};

/// A text and where it stands, its quotes included.
type Placed<'a> = (&'a str, Range<usize>);

/// A formula before it is compiled.
pub(super) struct FormulaSource<'a> {
    formula: Placed<'a>,
    examples: Vec<Placed<'a>>,
}

impl<'a> FormulaSource<'a> {
    /// The formula of an indicator, if it has one.
    pub(super) fn new(section: &Section<'a>) -> Option<Self> {
        let text = section.text("formula");
        // Types are checked here; the places follow from the values themselves.
        let is_list = section.texts("examples").is_some();
        if text.is_none() && section.has("examples") {
            section.refuse("examples", "there are examples and no formula".to_owned(), "add `formula = …`");
        }
        let items = section.value("examples").filter(|_| is_list).and_then(|value| value.get_ref().as_array());
        let placed = items.into_iter().flatten().filter_map(|item| Some((item.get_ref().as_str()?, item.span())));
        Some(Self { formula: (text?, section.span("formula")?), examples: placed.collect() })
    }

    /// Compiles it; what is wrong is told where it stands.
    pub(super) fn compile(&self, kind: (&ValueKind, Rounding), vocabulary: &Vocabulary, log: &Log) -> Option<Formula> {
        let examples: Vec<&str> = self.examples.iter().map(|(text, _)| *text).collect();
        let compiled = Formula::compile(self.formula.0, &examples, vocabulary, kind);
        for error in compiled.as_ref().err().into_iter().flatten() {
            self.tell(error, log);
        }
        compiled.ok()
    }

    fn tell(&self, error: &FormulaError, log: &Log) {
        let (rule, hint) = match error {
            FormulaError::Expression(error) => ("kpi-formula", error.hint()),
            FormulaError::KindUnfit { .. } => {
                ("kpi-formula", "remove it; `method` says how to arrive at it".to_owned())
            }
            FormulaError::Example { error, .. } => ("kpi-example", error.hint()),
            FormulaError::ExampleFails { .. } => ("kpi-example", "correct the formula or the example".to_owned()),
            FormulaError::FewExamples => {
                ("kpi-examples-few", "add `examples = [\"records = [{field: true}] -> 100\", …]`".to_owned())
            }
            FormulaError::NoneWithoutValue => {
                ("kpi-examples-few", "add one that ends in `-> undefined` or `-> unknown`".to_owned())
            }
        };
        let about = error.example().and_then(|index| self.examples.get(index)).unwrap_or(&self.formula);
        log.error(Some(place(about, error.span())), rule, error.to_string(), Some(hint));
    }
}

/// The part of a text that a finding is about; the whole of it where escapes put the bytes out of step.
fn place((text, whole): &Placed<'_>, part: Option<Range<usize>>) -> Range<usize> {
    let is_plain = whole.len() == text.len() + 2;
    match part {
        Some(part) if is_plain && part.end <= text.len() => {
            let start = whole.start + 1;
            start + part.start..start + part.end
        }
        _ => whole.clone(),
    }
}
