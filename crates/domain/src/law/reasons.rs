//! The tree of reasons behind a verdict: which rule, how its parts combine, and what came of it.
//!
//! The truth of an inner node is by construction the combination of its children: a rule cannot say one thing
//! and show another. Everything is evaluated, so that a "no" shows every condition that failed.

use jiff::civil::Date;

use super::facts::FactId;
use super::obligation::Obligation;
use super::readings::ReadingId;
use super::truth::Truth;

/// A rule of law as reasons name it.
///
/// Its words are messages in `locales/`, under `rule-<id>` with one attribute for each [`Truth`].
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name in data and messages.
    pub id: &'static str,
    /// Element ids of the provisions it rests on, the most important first.
    pub cites: &'static [&'static str],
    /// How much it binds.
    pub strength: Strength,
    /// Where in the guidelines it stands, if it rests on them.
    pub place: Option<&'static str>,
    /// The facts that would settle it while they are not known.
    pub asks: &'static [FactId],
    /// The reading it depends on, if the text can be read two ways.
    pub reading: Option<ReadingId>,
}

/// How much a rule binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// The text of the law.
    Binding,
    /// The Commission's guidelines C(2025) 5045: not binding, but announced as its reading.
    Guidelines,
    /// The text of a code.
    Code,
    /// No text: adhere asks for it, so that what is recorded can be relied on.
    Own,
}

impl Rule {
    /// A rule that rests on the text of the law.
    pub const fn of_law(id: &'static str, cites: &'static [&'static str]) -> Self {
        Self { id, cites, strength: Strength::Binding, place: None, asks: &[], reading: None }
    }

    /// A rule that rests on a place in the Commission's guidelines C(2025) 5045 about those provisions.
    pub const fn of_guidelines(id: &'static str, cites: &'static [&'static str], place: &'static str) -> Self {
        Self { strength: Strength::Guidelines, place: Some(place), ..Self::of_law(id, cites) }
    }

    /// A rule that rests on the text of a code about those provisions.
    pub const fn of_code(id: &'static str, cites: &'static [&'static str]) -> Self {
        Self { strength: Strength::Code, ..Self::of_law(id, cites) }
    }

    /// A rule of adhere's own, about those provisions if it is about any.
    pub const fn of_adhere(id: &'static str, cites: &'static [&'static str]) -> Self {
        Self { strength: Strength::Own, ..Self::of_law(id, cites) }
    }

    /// The same rule, settled by those facts.
    #[must_use]
    pub const fn asking(self, asks: &'static [FactId]) -> Self {
        Self { asks, ..self }
    }

    /// The same rule, dependent on that reading.
    #[must_use]
    pub const fn read_as(self, reading: ReadingId) -> Self {
        Self { reading: Some(reading), ..self }
    }
}

/// How a node's truth comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connective {
    /// From a fact or a date.
    Leaf,
    /// From another verdict in the same tree, at that place.
    Refers(u32),
    /// All children hold.
    All,
    /// At least one child holds.
    Any,
    /// The only child does not hold.
    Not,
}

/// One node; its children follow it in the arena.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// The rule it states.
    pub rule: &'static Rule,
    /// How its truth comes about.
    pub connective: Connective,
    /// What came of it.
    pub truth: Truth,
    /// How many nodes below it follow.
    pub descendants: u32,
    /// The obligation it is about, for rules about several.
    pub about: Option<Obligation>,
    /// The date it turns on, if it turns on one.
    pub date: Option<Date>,
}

/// A verdict: its truth, and where its reasons begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What came of it.
    pub truth: Truth,
    /// Its node in the arena.
    pub node: u32,
}

/// The reasons of one decision: an arena of nodes in the order of the law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    nodes: Vec<Node>,
    /// The node whose conditions are being written, and what they come to so far.
    under: Option<(Connective, Truth)>,
}

impl Reasons {
    /// No reasons yet, with room for a whole decision.
    pub fn with_room() -> Self {
        Self { nodes: Vec::with_capacity(128), under: None }
    }

    /// All nodes, parents before children.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The node at a place.
    pub fn node(&self, place: u32) -> Option<&Node> {
        self.nodes.get(usize::try_from(place).ok()?)
    }

    /// The places of a node's direct children.
    pub fn children(&self, place: u32) -> impl Iterator<Item = u32> {
        let end = place + 1 + self.node(place).map_or(0, |node| node.descendants);
        let next = move |child: &u32| self.node(*child).map(|node| child + 1 + node.descendants);
        std::iter::successors(Some(place + 1), next).take_while(move |child| *child < end)
    }

    /// The facts that are asked for where a verdict is open for want of a fact, each once, in the order met.
    pub fn missing(&self, place: u32) -> Vec<FactId> {
        let mut facts = Vec::new();
        self.collect_missing(place, &mut facts);
        facts
    }

    fn collect_missing(&self, place: u32, facts: &mut Vec<FactId>) {
        let Some(node) = self.node(place).filter(|node| node.truth == Truth::NeedsFact) else { return };
        match node.connective {
            Connective::Leaf => {
                let new = node.rule.asks.iter().filter(|fact| !facts.contains(fact)).copied().collect::<Vec<_>>();
                facts.extend(new);
            }
            Connective::Refers(to) => self.collect_missing(to, facts),
            Connective::All | Connective::Any | Connective::Not => {
                self.children(place).for_each(|child| self.collect_missing(child, facts));
            }
        }
    }

    /// The truth of a verdict computed again from its leaves alone.
    pub fn recompute(&self, place: u32) -> Option<Truth> {
        let node = self.node(place)?;
        match node.connective {
            Connective::Leaf => Some(node.truth),
            Connective::Refers(to) => self.recompute(to),
            connective => self.children(place).try_fold(neutral(connective), |so_far, child| {
                Some(combine(connective, so_far, self.recompute(child)?))
            }),
        }
    }

    /// A fact or a date as a reason.
    pub(crate) fn leaf(&mut self, rule: &'static Rule, truth: impl Into<Truth>) -> Verdict {
        self.push(rule, Connective::Leaf, truth.into(), None)
    }

    /// A date as a reason: whether it is reached.
    pub(crate) fn dated(&mut self, rule: &'static Rule, truth: impl Into<Truth>, date: Option<Date>) -> Verdict {
        self.push(rule, Connective::Leaf, truth.into(), date)
    }

    /// Another verdict of the same decision as a reason.
    pub(crate) fn refer(&mut self, rule: &'static Rule, to: Verdict) -> Verdict {
        self.push(rule, Connective::Refers(to.node), to.truth, None)
    }

    /// A rule whose conditions must all hold.
    pub(crate) fn all(&mut self, rule: &'static Rule, conditions: impl FnOnce(&mut Self)) -> Verdict {
        self.branch(rule, Connective::All, None, conditions)
    }

    /// A rule about one obligation whose conditions must all hold.
    pub(crate) fn all_about(
        &mut self,
        rule: &'static Rule,
        about: Obligation,
        conditions: impl FnOnce(&mut Self),
    ) -> Verdict {
        self.branch(rule, Connective::All, Some(about), conditions)
    }

    /// A rule of which one condition suffices.
    pub(crate) fn any(&mut self, rule: &'static Rule, conditions: impl FnOnce(&mut Self)) -> Verdict {
        self.branch(rule, Connective::Any, None, conditions)
    }

    /// A rule that holds when another verdict does not.
    pub(crate) fn not(&mut self, rule: &'static Rule, of: &'static Rule, to: Verdict) -> Verdict {
        self.branch(rule, Connective::Not, None, |reasons| {
            reasons.refer(of, to);
        })
    }

    fn branch(
        &mut self,
        rule: &'static Rule,
        connective: Connective,
        about: Option<Obligation>,
        conditions: impl FnOnce(&mut Self),
    ) -> Verdict {
        let place = self.len();
        self.nodes.push(Node { rule, connective, truth: Truth::NeedsFact, descendants: 0, about, date: None });
        let outer = self.under.replace((connective, neutral(connective)));
        conditions(self);
        let truth = std::mem::replace(&mut self.under, outer).map_or(Truth::NeedsFact, |(_, truth)| truth);
        let descendants = self.len() - place - 1;
        if let Some(node) = self.node_mut(place) {
            (node.descendants, node.truth) = (descendants, truth);
        }
        self.count(truth);
        Verdict { truth, node: place }
    }

    fn push(&mut self, rule: &'static Rule, connective: Connective, truth: Truth, date: Option<Date>) -> Verdict {
        let node = self.len();
        self.nodes.push(Node { rule, connective, truth, descendants: 0, about: None, date });
        self.count(truth);
        Verdict { truth, node }
    }

    /// Counts a condition towards the node whose conditions are being written.
    const fn count(&mut self, condition: Truth) {
        if let Some((connective, truth)) = &mut self.under {
            *truth = combine(*connective, *truth, condition);
        }
    }

    fn node_mut(&mut self, place: u32) -> Option<&mut Node> {
        self.nodes.get_mut(usize::try_from(place).ok()?)
    }

    fn len(&self) -> u32 {
        u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)
    }
}

/// What a node without conditions comes to.
const fn neutral(connective: Connective) -> Truth {
    match connective {
        Connective::All => Truth::Yes,
        Connective::Any => Truth::No,
        Connective::Not | Connective::Leaf | Connective::Refers(_) => Truth::NeedsFact,
    }
}

/// What a node comes to with one more condition.
const fn combine(connective: Connective, so_far: Truth, condition: Truth) -> Truth {
    match connective {
        Connective::All => so_far.and(condition),
        Connective::Any => so_far.or(condition),
        Connective::Not => condition.negate(),
        // A leaf has no conditions.
        Connective::Leaf | Connective::Refers(_) => so_far,
    }
}

#[cfg(test)]
mod tests;
