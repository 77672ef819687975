//! A code and its parts, ready to print: what a measure covers, whom it binds, what it asks by when.

use adhere_domain::codes::code::{Addressee, Chapter, Code, Commitment, Exemption, Extent, Measure, Variant};
use adhere_domain::codes::deadline::{Deadline, Timing};
use adhere_domain::law::corpus::{Corpus, ElementId};

use crate::words::Words;

/// A chapter, ready to print.
pub(crate) struct ChapterView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) commitments: Vec<CommitmentView>,
}

/// A commitment, ready to print.
pub(crate) struct CommitmentView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) binds: String,
    pub(crate) objectives: Vec<String>,
    pub(crate) covers: Vec<CoversView>,
    pub(crate) summary: String,
    pub(crate) measures: Vec<MeasureView>,
}

/// A measure, ready to print.
pub(crate) struct MeasureView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) binds: String,
    pub(crate) covers: Vec<CoversView>,
    /// When it binds, as an expression, and in words.
    pub(crate) condition: Option<(String, String)>,
    pub(crate) exemptions: Vec<ExemptionView>,
    /// Size classes, and what changes for them.
    pub(crate) variants: Vec<(String, String)>,
    pub(crate) deadlines: Vec<DeadlineView>,
    pub(crate) reports_to: Vec<String>,
    pub(crate) summary: String,
}

/// A provision that a part covers.
pub(crate) struct CoversView {
    pub(crate) element: String,
    pub(crate) cite: String,
}

/// A ground on which a measure, or a part of it, does not bind.
pub(crate) struct ExemptionView {
    pub(crate) is_whole: bool,
    pub(crate) ground: String,
    pub(crate) note: String,
}

/// What falls due when.
pub(crate) struct DeadlineView {
    pub(crate) name: String,
    pub(crate) when: String,
    pub(crate) note: Option<String>,
}

/// Puts a code's parts into words.
#[derive(Clone, Copy)]
pub(crate) struct CodeWording<'a> {
    pub(crate) code: &'a Code,
    pub(crate) corpus: &'a Corpus,
    pub(crate) words: &'a Words,
}

impl CodeWording<'_> {
    pub(crate) fn chapters(&self) -> Vec<ChapterView> {
        self.code.chapters.iter().map(|chapter| self.chapter(chapter)).collect()
    }

    pub(crate) fn chapter(&self, chapter: &Chapter) -> ChapterView {
        ChapterView {
            id: chapter.id.to_string(),
            title: chapter.title.clone(),
            commitments: chapter.commitments.iter().map(|commitment| self.commitment(commitment)).collect(),
        }
    }

    pub(crate) fn commitment(&self, commitment: &Commitment) -> CommitmentView {
        let objectives = commitment.objectives.iter().filter_map(|id| self.code.objective(id));
        CommitmentView {
            id: commitment.id.to_string(),
            title: commitment.title.clone(),
            binds: self.addressee(commitment.binds),
            objectives: objectives.map(|objective| objective.text.clone()).collect(),
            covers: self.covers(&commitment.covers),
            summary: commitment.summary.clone(),
            measures: commitment.measures.iter().map(|measure| self.measure(commitment, measure)).collect(),
        }
    }

    pub(crate) fn measure(&self, commitment: &Commitment, measure: &Measure) -> MeasureView {
        let condition = measure.condition.as_ref();
        MeasureView {
            id: measure.id.to_string(),
            title: measure.title.clone(),
            binds: self.addressee(commitment.binds),
            covers: self.covers(&measure.covers),
            condition: condition.map(|it| (it.expression().to_string(), it.note().to_owned())),
            exemptions: measure.exemptions.iter().map(|exemption| self.exemption(exemption)).collect(),
            variants: measure.variants.iter().map(|variant| self.variant(variant)).collect(),
            deadlines: measure.deadlines.iter().map(|deadline| self.deadline(deadline)).collect(),
            reports_to: measure.reports_to.clone(),
            summary: measure.summary.clone(),
        }
    }

    fn covers(&self, elements: &[ElementId]) -> Vec<CoversView> {
        let view = |element: &ElementId| CoversView {
            element: element.to_string(),
            cite: self.corpus.cite(element.as_str()).to_owned(),
        };
        elements.iter().map(view).collect()
    }

    fn exemption(&self, exemption: &Exemption) -> ExemptionView {
        let ground = self.words.text(&format!("ground-{}", exemption.ground.id()));
        let ground = match exemption.lifts.join(", ") {
            lifts if lifts.is_empty() => ground,
            lifts => self.words.with("code-relief-lifts", &[("ground", ground.into()), ("deadlines", lifts.into())]),
        };
        ExemptionView { is_whole: exemption.extent == Extent::Whole, ground, note: exemption.note.clone() }
    }

    fn variant(&self, variant: &Variant) -> (String, String) {
        let sizes = variant.sizes.iter().map(|size| self.words.text(&format!("size-{}", size.id())));
        (sizes.collect::<Vec<_>>().join(", "), variant.note.clone())
    }

    fn deadline(&self, deadline: &Deadline) -> DeadlineView {
        let words = self.words;
        let length = deadline.timing.length().map_or_else(String::new, |length| {
            words.with(&format!("unit-{}", length.unit.id()), &[("count", i64::from(length.count).into())])
        });
        let event = words.text(&format!("event-{}", deadline.event.id()));
        let key = match deadline.timing {
            Timing::Within(_) => "code-timing-within",
            Timing::Before(_) => "code-timing-before",
            Timing::Every(_) => "code-timing-every",
            Timing::By => "code-timing-by",
            Timing::Keep(_) => "code-timing-keep",
            Timing::Unstated => "code-timing-unstated",
        };
        let when = words.with(key, &[("length", length.into()), ("event", event.into())]);
        DeadlineView { name: deadline.name.clone(), when, note: deadline.note.clone() }
    }

    /// Whom a commitment binds.
    pub(crate) fn addressee(&self, addressee: Addressee) -> String {
        self.words.text(&format!("addressee-{}", addressee.id()))
    }
}

/// Citations one after another.
pub(crate) fn cites(covers: &[CoversView]) -> String {
    covers.iter().map(|covers| covers.cite.as_str()).collect::<Vec<_>>().join(", ")
}
