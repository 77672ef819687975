//! An expression as a list of steps, each naming earlier ones: what is written first is computed first.
//!
//! A list instead of a tree, so that nothing that goes through it calls itself.

use super::error::Span;
use super::number::Number;
use jiff::civil::Date;

/// The place of a step in the list.
pub(super) type Index = usize;

/// A value that is written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Literal {
    Bool(bool),
    Number(Number),
    Text(String),
    Date(Date),
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Literal(Literal),
    /// A name of the vocabulary.
    Name(String),
    /// The element of a list that the body of a list function is about; `list` is the step that gives the list.
    Item {
        list: Index,
        variable: String,
    },
    /// A field of that element; `full` is the name by which it is asked for when it is not known.
    Field {
        item: Index,
        field: String,
        full: String,
    },
    Not(Index),
    Negate(Index),
    Binary {
        operator: Operator,
        left: Index,
        right: Index,
    },
    Choose {
        condition: Index,
        yes: Index,
        no: Index,
    },
    /// One of several literals.
    In {
        item: Index,
        literals: Vec<Literal>,
    },
    Size(Index),
    Aggregate {
        aggregate: Aggregate,
        list: Index,
    },
    DaysBetween {
        from: Index,
        to: Index,
    },
    /// A list function with a body: the steps from `first` up to this one, the last of which is the body's result.
    Macro {
        kind: Macro,
        list: Index,
        variable: String,
        first: Index,
        body: Index,
    },
}

/// Operators between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// How tightly an operator binds; CEL's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binding {
    Choose,
    Or,
    And,
    Relation,
    Sum,
    Product,
    Prefix,
    Primary,
}

impl Binding {
    /// The next tighter one.
    pub(super) const fn tighter(self) -> Self {
        match self {
            Self::Choose => Self::Or,
            Self::Or => Self::And,
            Self::And => Self::Relation,
            Self::Relation => Self::Sum,
            Self::Sum => Self::Product,
            Self::Product => Self::Prefix,
            Self::Prefix | Self::Primary => Self::Primary,
        }
    }
}

impl Operator {
    const ALL: [Self; 12] = [
        Self::Or,
        Self::And,
        Self::Equal,
        Self::NotEqual,
        Self::Less,
        Self::LessOrEqual,
        Self::Greater,
        Self::GreaterOrEqual,
        Self::Add,
        Self::Subtract,
        Self::Multiply,
        Self::Divide,
    ];

    pub(super) fn of(mark: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operator| operator.mark() == mark)
    }

    pub(super) const fn mark(self) -> &'static str {
        match self {
            Self::Or => "||",
            Self::And => "&&",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
        }
    }

    pub(super) const fn binding(self) -> Binding {
        match self {
            Self::Or => Binding::Or,
            Self::And => Binding::And,
            Self::Equal | Self::NotEqual | Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => {
                Binding::Relation
            }
            Self::Add | Self::Subtract => Binding::Sum,
            Self::Multiply | Self::Divide => Binding::Product,
        }
    }
}

/// One number from a list of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aggregate {
    Sum,
    Min,
    Max,
    Median,
}

impl Aggregate {
    pub(super) const ALL: [(Self, &'static str); 4] =
        [(Self::Sum, "sum"), (Self::Min, "min"), (Self::Max, "max"), (Self::Median, "median")];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Min => "min",
            Self::Max => "max",
            Self::Median => "median",
        }
    }
}

/// List functions with a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Macro {
    Exists,
    All,
    Filter,
    Map,
}

impl Macro {
    pub(super) const ALL: [(Self, &'static str); 4] =
        [(Self::Exists, "exists"), (Self::All, "all"), (Self::Filter, "filter"), (Self::Map, "map")];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Exists => "exists",
            Self::All => "all",
            Self::Filter => "filter",
            Self::Map => "map",
        }
    }
}

/// All steps with the places they were written in.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    pub(super) steps: Vec<Step>,
    pub(super) spans: Vec<Span>,
}

impl Steps {
    pub(super) fn push(&mut self, step: Step, span: Span) -> Index {
        self.steps.push(step);
        self.spans.push(span);
        self.steps.len() - 1
    }

    pub(super) fn span(&self, index: Index) -> Span {
        self.spans.get(index).cloned().unwrap_or_default()
    }
}
