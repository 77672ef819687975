//! Verdicts and their reasons as JSON.

use adhere_domain::law::obligation::Obligation;
use adhere_domain::law::readings::ReadingId;
use adhere_domain::law::reasons::{Connective, Reasons, Strength, Verdict};
use adhere_domain::law::truth::Truth;
use schemars::JsonSchema;
use serde::Serialize;

/// A verdict with its reasons.
#[derive(Serialize, JsonSchema)]
pub(super) struct VerdictWire {
    /// `yes`, `no`, `needs-fact` or `needs-judgment`.
    truth: &'static str,
    /// Why: a tree whose leaves are facts, dates and other verdicts.
    reason: Option<ReasonWire>,
}

/// A node of the tree of reasons.
#[derive(Serialize, JsonSchema)]
struct ReasonWire {
    /// The rule's stable id.
    rule: &'static str,
    /// What came of it.
    truth: &'static str,
    /// How it comes about: `leaf`, `refers` (to the verdict of the same rule), `all`, `any` or `not`.
    connective: &'static str,
    /// Element ids of the provisions it rests on.
    cites: Vec<&'static str>,
    /// How much it binds: `binding`, `guidelines` or `code`.
    strength: &'static str,
    /// Where in the Commission's guidelines C(2025) 5045 it stands, if it rests on them.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'static str>,
    /// The reading it depends on, if the text can be read two ways.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'static str>,
    /// The obligation it is about, if the rule is about several.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'static str>,
    /// The date it turns on, if it turns on one.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// The keys of the facts that would settle it, while it needs one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    asks: Vec<&'static str>,
    /// What it follows from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    because: Vec<ReasonWire>,
}

/// A verdict as JSON.
pub(super) fn verdict(reasons: &Reasons, verdict: Verdict) -> VerdictWire {
    VerdictWire { truth: verdict.truth.id(), reason: reason(reasons, verdict.node) }
}

fn reason(reasons: &Reasons, place: u32) -> Option<ReasonWire> {
    let node = reasons.node(place)?;
    let asks = if node.truth == Truth::NeedsFact { node.rule.asks } else { &[] };
    let own = node.about.map(Obligation::element).filter(|_| node.rule.cites.is_empty());
    Some(ReasonWire {
        rule: node.rule.id,
        truth: node.truth.id(),
        connective: connective(node.connective),
        cites: own.into_iter().chain(node.rule.cites.iter().copied()).collect(),
        strength: strength(node.rule.strength),
        place: node.rule.place,
        reading: node.rule.reading.map(ReadingId::id),
        about: node.about.map(Obligation::element),
        date: node.date.map(|date| date.to_string()),
        asks: asks.iter().map(|fact| fact.key()).collect(),
        because: reasons.children(place).filter_map(|child| reason(reasons, child)).collect(),
    })
}

const fn connective(connective: Connective) -> &'static str {
    match connective {
        Connective::Leaf => "leaf",
        Connective::Refers(_) => "refers",
        Connective::All => "all",
        Connective::Any => "any",
        Connective::Not => "not",
    }
}

const fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Binding => "binding",
        Strength::Guidelines => "guidelines",
        Strength::Code => "code",
        Strength::Own => "own",
    }
}
