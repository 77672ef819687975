//! The attribute lines below a heading: `- key: value`, with a note after an em dash where one is allowed.

use std::collections::BTreeSet;
use std::ops::Range;

use adhere_domain::codes::code::{Addressee, Exemption, Variant};
use adhere_domain::codes::deadline::{Deadline, EventKind, Timing};
use adhere_domain::codes::id::PartId;
use adhere_domain::law::corpus::{Corpus, ElementId};
use adhere_domain::law::period::{Length, Unit};
use adhere_domain::law::size::SizeClass;

use super::condition::ConditionLines;
use super::exemption::{exemption, relief};
use crate::toml_reader::Log;

/// The attributes of one heading.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    /// The lines that could be read: the key of each and its place.
    pub(super) lines: Vec<(&'static str, Range<usize>)>,
    /// The keys of those whose value could not be read.
    refused: Vec<String>,
    pub(super) serves: Vec<PartId>,
    pub(super) no_kpi: Option<String>,
    pub(super) covers: Vec<ElementId>,
    pub(super) binds: Option<Addressee>,
    pub(super) objective: Option<String>,
    pub(super) exemptions: Vec<Exemption>,
    pub(super) variants: Vec<Variant>,
    pub(super) deadlines: Vec<Deadline>,
    pub(super) reports_to: Vec<String>,
    pub(super) condition: ConditionLines,
}

/// What a heading begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    Chapter,
    Commitment,
    Measure,
}

/// What is wrong with an attribute, and how it is written.
pub(super) struct Refusal {
    message: String,
    hint: String,
}

const DUE: &str = "write `name: within 14 days after downstream-request`, `name: 2 weeks before placing`, \
                   `name: every 12 months after placing`, `name: by placing` or `name: unstated after complaint`";
const KEEP: &str = "write `name: 10 years after placing`";
const UNITS: [Unit; 5] = [Unit::Days, Unit::WorkingDays, Unit::Weeks, Unit::Months, Unit::Years];

/// Reads the items of the list below a heading.
pub(super) fn attributes(text: &str, items: &[Range<usize>], corpus: &Corpus, log: &Log) -> Attributes {
    let mut attributes = Attributes::default();
    for span in items {
        let raw = text.get(span.clone()).unwrap_or_default().trim_end();
        // The place of a line does not include the break after it.
        let span = span.start..span.start + raw.len();
        let line = raw.trim_start_matches(['-', '*', '+', ' ']).split_whitespace().collect::<Vec<_>>().join(" ");
        let read = match line.split_once(':') {
            Some((key, value)) => attributes.read(key.trim(), (value.trim(), &span), corpus),
            None => Err(refusal(format!("`{line}` is not an attribute"), "write `key: value`")),
        };
        match read {
            Ok(key) => attributes.lines.push((key, span.clone())),
            Err(refusal) => {
                log.error(Some(span.clone()), "attribute", refusal.message, Some(refusal.hint));
                attributes.refused.extend(line.split_once(':').map(|(key, _)| key.trim().to_owned()));
            }
        }
    }
    attributes
}

/// The attributes, and the headings on which they stand.
const KEYS: [(&str, &[Heading]); 14] = [
    ("covers", &[Heading::Commitment, Heading::Measure]),
    ("binds", &[Heading::Commitment]),
    ("objective", &[Heading::Commitment]),
    ("serves", &[Heading::Commitment]),
    ("no-kpi", &[Heading::Commitment]),
    ("applies", &[Heading::Measure]),
    ("example", &[Heading::Measure]),
    ("exempt", &[Heading::Measure]),
    ("relief", &[Heading::Measure]),
    ("variant", &[Heading::Measure]),
    ("due", &[Heading::Measure]),
    ("keep", &[Heading::Measure]),
    ("report", &[Heading::Measure]),
    ("signable", &[Heading::Chapter]),
];

/// Attributes that a part has once.
const ONCE: [&str; 5] = ["binds", "objective", "no-kpi", "applies", "signable"];

impl Attributes {
    /// Refuses attributes that have no meaning on their heading.
    pub(super) fn refuse_misplaced(&self, heading: Heading, log: &Log) {
        for (key, span) in &self.lines {
            let on = KEYS.iter().find(|(known, _)| known == key).map_or(&[][..], |(_, on)| on);
            if !on.contains(&heading) {
                let message = format!("`{key}` does not stand on {}", heading.name());
                let places: Vec<_> = on.iter().map(|heading| heading.name()).collect();
                let hint = format!("move it to {}", places.join(" or "));
                log.error(Some(span.clone()), "attribute-misplaced", message, Some(hint));
            }
        }
    }

    /// Whether an attribute is there and its value has been refused, so that it is not missing as well.
    pub(super) fn has_refused(&self, key: &str) -> bool {
        self.refused.iter().any(|refused| refused == key)
    }

    fn read(
        &mut self,
        key: &str,
        (value, span): (&str, &Range<usize>),
        corpus: &Corpus,
    ) -> Result<&'static str, Refusal> {
        let known = KEYS.iter().map(|(known, _)| *known).find(|known| *known == key);
        let key = known.ok_or_else(|| refusal(format!("unknown attribute `{key}`"), nearest(key)))?;
        if ONCE.contains(&key) && self.lines.iter().any(|(known, _)| *known == key) {
            return Err(refusal(format!("`{key}` stands here twice"), "leave one of the two"));
        }
        match key {
            "covers" => self.covers.extend(elements(value, corpus)?),
            "binds" => self.binds = Some(choice(value, &Addressee::ALL)?),
            "objective" => self.objective = Some(non_empty(value)?),
            "serves" => self.serves.extend(part_ids(value)?),
            "no-kpi" => self.no_kpi = Some(non_empty(value)?),
            "applies" => self.condition.applies = Some((non_empty(value)?, span.clone())),
            "example" => self.condition.examples.push((non_empty(value)?, span.clone())),
            "exempt" => self.exemptions.push(exemption(value)?),
            "relief" => self.exemptions.push(relief(value)?),
            "variant" => self.variants.push(variant(value)?),
            "due" => self.deadlines.push(deadline(value, false)?),
            "keep" => self.deadlines.push(deadline(value, true)?),
            "report" => self.reports_to.extend(recipients(value)?),
            // `signable` is a remark for readers.
            _ => {}
        }
        Ok(key)
    }
}

impl Heading {
    const fn name(self) -> &'static str {
        match self {
            Self::Chapter => "a chapter",
            Self::Commitment => "a commitment",
            Self::Measure => "a measure",
        }
    }
}

fn non_empty(value: &str) -> Result<String, Refusal> {
    let text = Some(value).filter(|value| !value.is_empty()).map(str::to_owned);
    text.ok_or_else(|| refusal("the attribute has no text".to_owned(), "write `key: text`, or remove the line"))
}

/// The attribute that was meant, or all of them.
fn nearest(key: &str) -> String {
    let known = KEYS.iter().map(|(known, _)| (strsim::damerau_levenshtein(known, key), *known)).min();
    match known {
        Some((distance, known)) if distance <= 2 => format!("did you mean `{known}`?"),
        _ => format!("one of {}", KEYS.map(|(known, _)| known).join(", ")),
    }
}

fn recipients(value: &str) -> Result<Vec<String>, Refusal> {
    let recipient = |to: &str| {
        let hint = "write `report: ai-office`, or several names separated by commas";
        Some(to)
            .filter(|to| !to.is_empty())
            .map(str::to_owned)
            .ok_or_else(|| refusal("a name of who is reported to is missing".to_owned(), hint))
    };
    value.split(',').map(|to| recipient(to.trim())).collect()
}

fn part_ids(value: &str) -> Result<Vec<PartId>, Refusal> {
    let id = |text: &str| {
        let hint = "letters, digits, `.`, `-` and `_`; several ids are separated by commas";
        PartId::parse(text).ok_or_else(|| refusal(format!("`{text}` is not an id"), hint))
    };
    value.split(',').map(|text| id(text.trim())).collect()
}

pub(super) fn refusal(message: String, hint: impl Into<String>) -> Refusal {
    Refusal { message, hint: hint.into() }
}

fn elements(value: &str, corpus: &Corpus) -> Result<Vec<ElementId>, Refusal> {
    let element = |text: &str| {
        let known = ElementId::parse(text).filter(|id| corpus.provision(id.as_str()).is_some());
        known.ok_or_else(|| {
            let hint = "use element ids such as art_53__para_1__point_a; see `adhere law list`";
            refusal(format!("`{text}` is not a provision of the AI Act that adhere knows"), hint)
        })
    };
    value.split(',').map(|text| element(text.trim())).collect()
}

pub(super) fn choice<T: Copy>(value: &str, choices: &[(T, &'static str)]) -> Result<T, Refusal> {
    let found = choices.iter().find(|(_, name)| *name == value).map(|(choice, _)| *choice);
    found.ok_or_else(|| {
        let names: Vec<_> = choices.iter().map(|(_, name)| *name).collect();
        refusal(format!("`{value}` is none of {}", names.join(", ")), "use one of these words")
    })
}

/// What stands before the first em dash, and the note after it, if it says something.
pub(super) fn noted(value: &str) -> (&str, Option<&str>) {
    let (head, note) = value.split_once('—').map_or((value, None), |(head, note)| (head.trim(), Some(note.trim())));
    (head, note.filter(|note| !note.is_empty()))
}

fn variant(value: &str) -> Result<Variant, Refusal> {
    let (sizes, note) = noted(value);
    let note = note.ok_or_else(|| refusal(format!("`{value}` has no note"), "write `micro, small — what changes`"))?;
    let classes = SizeClass::ALL.map(|class| (class, class.id()));
    let sizes: Result<BTreeSet<_>, _> = sizes.split(',').map(|size| choice(size.trim(), &classes)).collect();
    Ok(Variant { sizes: sizes?, note: note.to_owned() })
}

fn deadline(value: &str, keep: bool) -> Result<Deadline, Refusal> {
    let hint = if keep { KEEP } else { DUE };
    let (head, note) = noted(value);
    let refuse = || refusal(format!("`{head}` is not a deadline"), hint);
    let (name, when) = head.split_once(':').filter(|(name, _)| !name.trim().is_empty()).ok_or_else(refuse)?;
    let words: Vec<&str> = when.split_whitespace().collect();
    let (timing, event) = match (keep, words.as_slice()) {
        (true, [count, unit, "after", event]) => (Timing::Keep(length(count, unit).ok_or_else(refuse)?), event),
        (false, ["within", count, unit, "after", event]) => {
            (Timing::Within(length(count, unit).ok_or_else(refuse)?), event)
        }
        (false, ["every", count, unit, "after", event]) => {
            (Timing::Every(length(count, unit).ok_or_else(refuse)?), event)
        }
        (false, [count, unit, "before", event]) => (Timing::Before(length(count, unit).ok_or_else(refuse)?), event),
        (false, ["by", event]) => (Timing::By, event),
        (false, ["unstated", "after", event]) => (Timing::Unstated, event),
        _ => return Err(refuse()),
    };
    let event = choice(event, &EventKind::ALL)?;
    Ok(Deadline { name: name.trim().to_owned(), timing, event, note: note.map(str::to_owned) })
}

fn length(count: &str, unit: &str) -> Option<Length> {
    let count = count.parse().ok().filter(|count| *count > 0)?;
    let unit = UNITS.into_iter().find(|known| known.id() == unit || known.id().strip_suffix('s') == Some(unit))?;
    Some(Length { count, unit })
}
