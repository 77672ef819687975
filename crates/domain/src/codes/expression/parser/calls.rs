//! Functions, and what is asked of lists.

use super::super::error::{ExpressionError, Fault};
use super::super::lexer::Token;
use super::super::syntax::{Aggregate, Index, Macro, Step};
use super::super::vocabulary::is_reserved;
use super::{Parsed, Parser};

impl Parser<'_> {
    /// `size(list)` or `days_between(from, to)`.
    pub(super) fn function(&mut self, name: &str) -> Parsed<Index> {
        let span = self.span();
        let is_size = match name {
            "size" => true,
            "days_between" => false,
            _ => return Err(ExpressionError::new(Fault::UnknownFunction { name: name.to_owned() }, span)),
        };
        self.advance();
        self.advance();
        let first = self.nested(Self::expression)?;
        let step = if is_size {
            Step::Size(first)
        } else {
            self.expect(",", "`,`")?;
            Step::DaysBetween { from: first, to: self.nested(Self::expression)? }
        };
        self.expect(")", "`)`")?;
        let end = self.previous_end();
        Ok(self.steps.push(step, span.start..end))
    }

    /// What follows the point behind a list.
    pub(super) fn method(&mut self, list: Index) -> Parsed<Index> {
        let Token::Word(name) = self.token() else { return Err(self.expected("a function of lists")) };
        let name_span = self.span();
        let found = Macro::ALL.into_iter().find(|(_, known)| *known == name);
        let aggregate = Aggregate::ALL.into_iter().find(|(_, known)| *known == name);
        if found.is_none() && aggregate.is_none() && name != "size" {
            return Err(ExpressionError::new(Fault::UnknownFunction { name: name.to_owned() }, name_span));
        }
        self.advance();
        self.expect("(", "`(`")?;
        let step = match (found, aggregate) {
            (Some((_, name)), _) if self.scope.is_some() => {
                return Err(ExpressionError::new(Fault::NestedMacro { name }, name_span));
            }
            (Some((kind, _)), _) => self.list_function(kind, list)?,
            (None, Some((aggregate, _))) => Step::Aggregate { aggregate, list },
            (None, None) => Step::Size(list),
        };
        self.expect(")", "`)`")?;
        let span = self.steps.span(list).start..self.previous_end();
        Ok(self.steps.push(step, span))
    }

    fn list_function(&mut self, kind: Macro, list: Index) -> Parsed<Step> {
        let Token::Word(variable) = self.token() else { return Err(self.expected("a word for the element")) };
        if is_reserved(variable) {
            return Err(ExpressionError::new(Fault::Variable { name: variable.to_owned() }, self.span()));
        }
        self.advance();
        self.expect(",", "`,`")?;
        let first = self.steps.steps.len();
        self.scope = Some((variable, list));
        let body = self.nested(Self::expression)?;
        self.scope = None;
        Ok(Step::Macro { kind, list, variable: variable.to_owned(), first, body })
    }
}
