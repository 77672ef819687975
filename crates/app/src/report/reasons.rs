//! Reasons as lines: the whole tree, or only what decided.

use std::collections::BTreeMap;

use adhere_domain::adherence::record::Origin;
use adhere_domain::law::facts::{FactId, Model, Placement, Provider};
use adhere_domain::law::obligation::Obligation;
use adhere_domain::law::parameters::Law;
use adhere_domain::law::reasons::{Connective, Node, Reasons, Strength, Verdict};
use adhere_domain::law::truth::Truth;
use adhere_formats::law_data::LawData;
use fluent_bundle::FluentValue;

use crate::words::Words;

/// A line of a tree of reasons, ready to print.
#[derive(Clone, Debug)]
pub(crate) struct ReasonLine {
    /// How deep it stands.
    pub(crate) depth: usize,
    /// The truth's name, for classes and signs.
    pub(crate) truth: &'static str,
    /// The truth in words.
    pub(crate) mark: String,
    /// What the rule says in this case.
    pub(crate) text: String,
    /// The provisions it rests on.
    pub(crate) cites: String,
    /// What it rests on beside the law's text: guidelines, a code, a reading.
    pub(crate) note: String,
    /// What the facts' own origins remark.
    pub(crate) remark: String,
}

impl ReasonLine {
    /// The indentation in plain text.
    pub(crate) fn indent(&self) -> String {
        "  ".repeat(self.depth)
    }
}

/// What reasons are put into words with.
#[derive(Clone, Copy)]
pub(crate) struct Wording<'a> {
    pub(crate) words: &'a Words,
    pub(crate) data: &'a LawData,
    pub(crate) law: &'a Law,
    pub(crate) provider: &'a Provider,
    pub(crate) model: &'a Model,
    pub(crate) origins: [&'a BTreeMap<String, Origin>; 2],
}

impl Wording<'_> {
    /// The whole tree below a verdict, its root included.
    pub(crate) fn lines(self, reasons: &Reasons, verdict: Verdict) -> Vec<ReasonLine> {
        let mut lines = Vec::new();
        self.push(reasons, verdict.node, 0, &mut lines);
        lines
    }

    /// The leaves that decided a verdict, without those that decided another that is told elsewhere.
    pub(crate) fn decisive(self, reasons: &Reasons, verdict: Verdict, told: Option<Verdict>) -> Vec<ReasonLine> {
        let mut places = Vec::new();
        decisive(reasons, verdict.node, &mut places);
        let mut elsewhere = Vec::new();
        if let Some(told) = told {
            decisive(reasons, told.node, &mut elsewhere);
        }
        let here = places.into_iter().filter(|place| !elsewhere.contains(place));
        here.filter_map(|place| reasons.node(place)).map(|node| self.line(node, 0)).collect()
    }

    fn push(self, reasons: &Reasons, place: u32, depth: usize, lines: &mut Vec<ReasonLine>) {
        let Some(node) = reasons.node(place) else { return };
        lines.push(self.line(node, depth));
        for child in reasons.children(place) {
            self.push(reasons, child, depth + 1, lines);
        }
    }

    fn line(self, node: &Node, depth: usize) -> ReasonLine {
        let rule = node.rule;
        let truth = node.truth.id();
        let text = self.words.attribute(&format!("rule-{}", rule.id), truth, &self.values(node));
        let own = node.about.map(Obligation::element).filter(|_| rule.cites.is_empty());
        let cites = own.into_iter().chain(rule.cites.iter().copied());
        let cites: Vec<&str> = cites.map(|id| self.data.corpus.cite(id)).collect();
        let mark = self.words.text(&format!("mark-{truth}"));
        let (note, remark) = (self.note(node), self.remark(node));
        ReasonLine { depth, truth, mark, text, cites: cites.join(", "), note, remark }
    }

    /// What whoever wrote down the facts remarked: that a figure is an estimate, what a licence forbids.
    fn remark(self, node: &Node) -> String {
        let origin = |fact: &FactId| self.origins.iter().find_map(|origins| origins.get(fact.key()));
        let remarks = node.rule.asks.iter().filter_map(origin).filter_map(|origin| origin.note.as_deref());
        remarks.collect::<Vec<_>>().join("; ")
    }

    fn note(self, node: &Node) -> String {
        let strength = match node.rule.strength {
            Strength::Binding => None,
            Strength::Guidelines => {
                let place = node.rule.place.unwrap_or_default();
                Some(self.words.with("strength-guidelines", &[("place", place.into())]))
            }
            Strength::Code => Some(self.words.text("strength-code")),
            Strength::Own => Some(self.words.text("strength-own")),
        };
        let reading = node.rule.reading.map(|id| {
            let chosen = self.law.readings.chosen(id);
            self.words.with("reading-note", &[("question", id.id().into()), ("reading", chosen.into())])
        });
        strength.into_iter().chain(reading).collect::<Vec<_>>().join("; ")
    }

    fn values(self, node: &Node) -> Vec<(&'static str, FluentValue<'static>)> {
        let law = self.law;
        let facts: Vec<String> = node.rule.asks.iter().filter_map(|fact| self.fact(*fact)).collect();
        let date = node.date.map_or_else(|| "—".to_owned(), |date| date.to_string());
        let obligation = node.about.map_or("", |obligation| self.data.corpus.cite(obligation.element()));
        let criterion = law.indicative_criterion.map_or_else(|| "—".to_owned(), |figure| format!("{figure} FLOP"));
        vec![
            ("fact", facts.join(", ").into()),
            ("date", date.into()),
            ("obligation", obligation.to_owned().into()),
            ("threshold", format!("{} FLOP", law.presumption_threshold).into()),
            ("criterion", criterion.into()),
            ("legacy-before", law.legacy_before.to_string().into()),
            ("legacy-comply-by", law.legacy_comply_by.to_string().into()),
            ("chapter-v", law.chapter_v_applies.to_string().into()),
            ("as-of", law.as_of.to_string().into()),
        ]
    }

    /// The value of a fact, where it is known and can be shown on a line.
    fn fact(self, fact: FactId) -> Option<String> {
        let model = self.model;
        match fact {
            FactId::Country => self.provider.country.map(|country| country.to_string()),
            FactId::WorldwideTurnover => self.provider.worldwide_turnover.map(|turnover| format!("EUR {turnover}")),
            FactId::Placement => model.placement.and_then(Placement::date).map(|date| date.to_string()),
            FactId::TrainingCompute => {
                let deciding: Vec<_> = match model.training.reported {
                    Some(reported) => vec![reported],
                    None => model.training.figures().collect(),
                };
                let known = model.modification.map(|modification| modification.cumulative().0);
                let parts = known.filter(|_| deciding.is_empty()).into_iter();
                let shown: Vec<String> =
                    deciding.iter().copied().chain(parts).map(|figure| format!("{figure} FLOP")).collect();
                (!shown.is_empty()).then(|| shown.join(" / "))
            }
            FactId::ModificationCompute => {
                let compute = model.modification.and_then(|modification| modification.modification_compute);
                compute.map(|compute| format!("{compute} FLOP"))
            }
            _ => None,
        }
    }
}

/// Follows what decided: of "all" that fail the first that fails, of "any" that holds the first that holds.
fn decisive(reasons: &Reasons, place: u32, places: &mut Vec<u32>) {
    let Some(node) = reasons.node(place) else { return };
    let one_suffices =
        matches!((node.connective, node.truth), (Connective::All, Truth::No) | (Connective::Any, Truth::Yes));
    let of_same_truth = |child: &u32| reasons.node(*child).is_some_and(|child| child.truth == node.truth);
    match node.connective {
        Connective::Leaf if places.contains(&place) => {}
        Connective::Leaf => places.push(place),
        Connective::Refers(to) => decisive(reasons, to, places),
        Connective::Not => reasons.children(place).for_each(|child| decisive(reasons, child, places)),
        Connective::All | Connective::Any => {
            let deciding = reasons.children(place).filter(of_same_truth);
            let count = if one_suffices { 1 } else { usize::MAX };
            deciding.take(count).for_each(|child| decisive(reasons, child, places));
        }
    }
}
