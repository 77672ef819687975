//! One text for all ways to write the same expression: spaces, comments, needless brackets and quotation marks aside.

use super::syntax::{Binding, Index, Literal, Step, Steps};

/// A part as text, and how tightly it holds together.
#[derive(Clone, Debug)]
struct Part {
    text: String,
    binding: Binding,
}

/// The canonical text of the whole.
pub(super) fn canonical(steps: &Steps) -> String {
    let mut parts: Vec<Part> = Vec::with_capacity(steps.steps.len());
    for step in &steps.steps {
        let part = written(step, &mut parts);
        parts.push(part);
    }
    parts.pop().map(|part| part.text).unwrap_or_default()
}

/// Takes a part, which no other step will ask for, in brackets if it holds less tightly than is needed.
fn take(parts: &mut [Part], index: Index, needed: Binding) -> String {
    let Some(part) = parts.get_mut(index) else { return String::new() };
    let text = std::mem::take(&mut part.text);
    if part.binding < needed { format!("({text})") } else { text }
}

fn written(step: &Step, parts: &mut [Part]) -> Part {
    let primary = |text| Part { text, binding: Binding::Primary };
    match step {
        Step::Literal(value) => primary(literal(value)),
        Step::Name(name) => primary(name.clone()),
        Step::Item { variable, .. } => primary(variable.clone()),
        Step::Field { item, field, .. } => primary(format!("{}.{field}", take(parts, *item, Binding::Primary))),
        Step::Not(operand) => prefix("!", take(parts, *operand, Binding::Prefix)),
        Step::Negate(operand) => prefix("-", take(parts, *operand, Binding::Prefix)),
        Step::Binary { operator, left, right } => {
            let binding = operator.binding();
            let mut text = take(parts, *left, binding);
            let right = take(parts, *right, binding.tighter());
            text.extend([" ", operator.mark(), " ", right.as_str()]);
            Part { text, binding }
        }
        Step::Choose { condition, yes, no } => {
            let mut text = take(parts, *condition, Binding::Or);
            let (yes, no) = (take(parts, *yes, Binding::Or), take(parts, *no, Binding::Choose));
            text.extend([" ? ", yes.as_str(), " : ", no.as_str()]);
            Part { text, binding: Binding::Choose }
        }
        Step::In { item, literals } => {
            let item = take(parts, *item, Binding::Relation);
            let literals: Vec<String> = literals.iter().map(literal).collect();
            Part { text: format!("{item} in [{}]", literals.join(", ")), binding: Binding::Relation }
        }
        Step::Size(list) => primary(format!("{}.size()", take(parts, *list, Binding::Primary))),
        Step::Aggregate { aggregate, list } => {
            primary(format!("{}.{}()", take(parts, *list, Binding::Primary), aggregate.name()))
        }
        Step::DaysBetween { from, to } => {
            let (from, to) = (take(parts, *from, Binding::Choose), take(parts, *to, Binding::Choose));
            primary(format!("days_between({from}, {to})"))
        }
        Step::Macro { kind, list, variable, body, .. } => {
            let list = take(parts, *list, Binding::Primary);
            let body = take(parts, *body, Binding::Choose);
            primary(format!("{list}.{}({variable}, {body})", kind.name()))
        }
    }
}

fn prefix(mark: &str, operand: String) -> Part {
    let mut text = operand;
    text.insert_str(0, mark);
    Part { text, binding: Binding::Prefix }
}

/// A literal as it is written.
pub(super) fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Bool(value) => value.to_string(),
        Literal::Number(number) => number.to_string(),
        // A text that holds one kind of quotation mark was written in the other.
        Literal::Text(text) if text.contains('\'') => format!("\"{text}\""),
        Literal::Text(text) => format!("'{text}'"),
        Literal::Date(date) => format!("date('{date}')"),
    }
}
