//! Types: every step fits what it is applied to, so that evaluating never meets a value of the wrong kind.

use std::collections::BTreeSet;

use super::error::{ExpressionError, Fault};
use super::nearest::nearest;
use super::syntax::{Binding, Index, Literal, Macro, Operator, Step, Steps};
use super::vocabulary::{Fields, NameType, Scalar, Vocabulary};

/// The type of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type<'a> {
    Bool,
    Number,
    Text,
    Choice(&'a BTreeSet<String>),
    Date,
    Record(&'a Fields),
    Records(&'a Fields),
    /// A list of single values, of the type that this step has.
    List(Index),
}

impl<'a> Type<'a> {
    fn of(scalar: &'a Scalar) -> Self {
        match scalar {
            Scalar::Bool => Self::Bool,
            Scalar::Number => Self::Number,
            Scalar::Text => Self::Text,
            Scalar::Choice(words) => Self::Choice(words),
            Scalar::Date => Self::Date,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::Text => "text",
            Self::Choice(_) => "a choice",
            Self::Date => "a date",
            Self::Record(_) => "a record",
            Self::Records(_) => "a list of records",
            Self::List(_) => "a list",
        }
    }

    const fn is_scalar(self) -> bool {
        !matches!(self, Self::Record(_) | Self::Records(_) | Self::List(_))
    }
}

type Checked<T> = Result<T, ExpressionError>;

struct Checker<'a> {
    steps: &'a Steps,
    vocabulary: &'a Vocabulary,
    types: Vec<Type<'a>>,
}

/// The type of the whole, or the first thing that does not fit.
pub(super) fn check<'a>(steps: &'a Steps, vocabulary: &'a Vocabulary) -> Checked<Type<'a>> {
    let mut checker = Checker { steps, vocabulary, types: Vec::with_capacity(steps.steps.len()) };
    for (index, step) in steps.steps.iter().enumerate() {
        let found = checker.type_of(index, step)?;
        checker.types.push(found);
    }
    let last = steps.steps.len().saturating_sub(1);
    checker.scalar(last)
}

impl<'a> Checker<'a> {
    fn type_of(&self, index: Index, step: &'a Step) -> Checked<Type<'a>> {
        match step {
            Step::Literal(literal) => Ok(literal_type(literal)),
            Step::Name(name) => self.name(index, name),
            Step::Item { list, .. } => self.element(*list),
            Step::Field { item, field, .. } => self.field(index, *item, field),
            Step::Not(operand) => self.want(*operand, Type::Bool),
            Step::Negate(operand) => self.want(*operand, Type::Number),
            Step::Binary { operator, left, right } => self.binary(index, *operator, *left, *right),
            Step::Choose { condition, yes, no } => {
                self.want(*condition, Type::Bool)?;
                self.same(index, *yes, *no)
            }
            Step::In { item, literals } => {
                let item = self.scalar(*item)?;
                literals.iter().try_for_each(|literal| self.literal_fits(index, item, literal))?;
                Ok(Type::Bool)
            }
            Step::Size(list) => match self.at(*list) {
                Type::Records(_) | Type::List(_) => Ok(Type::Number),
                other => Err(self.wrong(*list, "a list", other)),
            },
            Step::Aggregate { list, .. } => match self.at(*list) {
                Type::List(body) if self.at(body) == Type::Number => Ok(Type::Number),
                other => Err(self.wrong(*list, "a list of numbers, made with `.map`", other)),
            },
            Step::DaysBetween { from, to } => {
                self.want(*from, Type::Date)?;
                self.want(*to, Type::Date)?;
                Ok(Type::Number)
            }
            Step::Macro { kind, list, variable, body, .. } => self.list_function(index, *kind, *list, variable, *body),
        }
    }

    fn at(&self, index: Index) -> Type<'a> {
        self.types.get(index).copied().unwrap_or(Type::Bool)
    }

    fn error(&self, index: Index, fault: Fault) -> ExpressionError {
        ExpressionError::new(fault, self.steps.span(index))
    }

    fn wrong(&self, index: Index, expected: &'static str, found: Type<'_>) -> ExpressionError {
        self.error(index, Fault::Type { expected, found: found.name() })
    }

    fn want(&self, index: Index, wanted: Type<'a>) -> Checked<Type<'a>> {
        let found = self.at(index);
        if found == wanted { Ok(found) } else { Err(self.wrong(index, wanted.name(), found)) }
    }

    fn scalar(&self, index: Index) -> Checked<Type<'a>> {
        let found = self.at(index);
        if found.is_scalar() { Ok(found) } else { Err(self.wrong(index, "a single value", found)) }
    }

    fn name(&self, index: Index, name: &str) -> Checked<Type<'a>> {
        match self.vocabulary.get(name) {
            Some(NameType::Scalar(scalar)) => Ok(Type::of(scalar)),
            Some(NameType::Records(fields)) => Ok(Type::Records(fields)),
            None => {
                let nearest = nearest(name, self.vocabulary.names().map(|(name, _)| name));
                Err(self.error(index, Fault::UnknownName { name: name.to_owned(), nearest }))
            }
        }
    }

    /// The type of the elements of a list.
    fn element(&self, list: Index) -> Checked<Type<'a>> {
        match self.at(list) {
            Type::Records(fields) => Ok(Type::Record(fields)),
            Type::List(body) => Ok(self.at(body)),
            other => Err(self.wrong(list, "a list", other)),
        }
    }

    fn field(&self, index: Index, item: Index, field: &str) -> Checked<Type<'a>> {
        let Type::Record(fields) = self.at(item) else {
            return Err(self.wrong(item, "a record", self.at(item)));
        };
        fields.get(field).map(Type::of).ok_or_else(|| {
            let nearest = nearest(field, fields.keys().map(String::as_str));
            self.error(index, Fault::UnknownField { name: field.to_owned(), nearest })
        })
    }

    fn binary(&self, index: Index, operator: Operator, left: Index, right: Index) -> Checked<Type<'a>> {
        match (operator, operator.binding()) {
            (_, Binding::Or | Binding::And) => {
                self.want(left, Type::Bool)?;
                self.want(right, Type::Bool)
            }
            (Operator::Equal | Operator::NotEqual, _) => self.same(index, left, right).map(|_| Type::Bool),
            (_, Binding::Relation) => {
                let (one, two) = (self.at(left), self.at(right));
                for (index, side) in [(left, one), (right, two)] {
                    if !matches!(side, Type::Number | Type::Date) {
                        return Err(self.wrong(index, "a number or a date", side));
                    }
                }
                self.same(index, left, right).map(|_| Type::Bool)
            }
            _ => {
                self.want(left, Type::Number)?;
                self.want(right, Type::Number)
            }
        }
    }

    /// The type that two sides share; a text that is written out takes the type of a choice if it is one of its words.
    fn same(&self, index: Index, left: Index, right: Index) -> Checked<Type<'a>> {
        let (one, two) = (self.scalar(left)?, self.scalar(right)?);
        let literal = |index: Index| match self.steps.steps.get(index) {
            Some(Step::Literal(literal)) => Some(literal),
            _ => None,
        };
        match (one, two) {
            (Type::Choice(_), Type::Text) if literal(right).is_some() => {
                literal(right).map_or(Ok(()), |word| self.literal_fits(right, one, word)).map(|()| one)
            }
            (Type::Text, Type::Choice(_)) if literal(left).is_some() => {
                literal(left).map_or(Ok(()), |word| self.literal_fits(left, two, word)).map(|()| two)
            }
            _ if one == two => Ok(one),
            _ => Err(self.error(index, Fault::Incomparable { left: one.name(), right: two.name() })),
        }
    }

    fn literal_fits(&self, index: Index, wanted: Type<'a>, literal: &Literal) -> Checked<()> {
        match (wanted, literal) {
            (Type::Choice(words), Literal::Text(word)) => {
                if words.contains(word) {
                    return Ok(());
                }
                let nearest = nearest(word, words.iter().map(String::as_str));
                let words = words.iter().cloned().collect();
                Err(self.error(index, Fault::NotAChoice { word: word.clone(), words, nearest }))
            }
            _ if literal_type(literal) == wanted => Ok(()),
            _ => {
                let fault = Fault::Incomparable { left: wanted.name(), right: literal_type(literal).name() };
                Err(self.error(index, fault))
            }
        }
    }

    fn list_function(&self, index: Index, kind: Macro, list: Index, variable: &str, body: Index) -> Checked<Type<'a>> {
        let found = self.at(list);
        if !matches!(found, Type::Records(_) | Type::List(_)) {
            return Err(self.wrong(list, "a list", found));
        }
        if self.vocabulary.begins_a_name(variable) {
            return Err(self.error(index, Fault::Variable { name: variable.to_owned() }));
        }
        match kind {
            Macro::Exists | Macro::All => self.want(body, Type::Bool),
            Macro::Filter => self.want(body, Type::Bool).map(|_| found),
            Macro::Map => self.scalar(body).map(|_| Type::List(body)),
        }
    }
}

fn literal_type<'a>(literal: &Literal) -> Type<'a> {
    match literal {
        Literal::Bool(_) => Type::Bool,
        Literal::Number(_) => Type::Number,
        Literal::Text(_) => Type::Text,
        Literal::Date(_) => Type::Date,
    }
}
