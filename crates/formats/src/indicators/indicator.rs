//! One indicator: `[[kpi]]` with its breakdowns and variants.

use std::collections::BTreeSet;

use adhere_domain::codes::expression::vocabulary::Vocabulary;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::indicator::breakdown::{Breakdown, Named, Parts};
use adhere_domain::codes::indicator::kind::{Direction, KINDS, Rounding, RoundingMode, ValueKind};
use adhere_domain::codes::indicator::period::Frequency;
use adhere_domain::codes::indicator::target::{Target, parse_figure};
use adhere_domain::codes::indicator::{Indicator, IndicatorVariant, RatioWords};
use adhere_domain::law::size::SizeClass;
use rust_decimal::Decimal;

use super::faults::IndicatorSections;
use super::formula::FormulaSource;
use crate::code_source::manifest::part_id;
use crate::toml_reader::{Log, Section};

pub(super) fn indicator(sections: &IndicatorSections<'_, '_>, vocabulary: &Vocabulary, log: &Log) -> Option<Indicator> {
    let section = sections.section;
    let breakdowns: Vec<Breakdown> = sections.breakdowns.iter().filter_map(breakdown).collect();
    let variants: Vec<IndicatorVariant> = sections.variants.iter().filter_map(variant).collect();
    let head = (part_id(section, "id"), section.required_line("title"), ids(section, "serves"));
    let kind = kind(section);
    let stated_unit = section.has("unit").then(|| section.required_line("unit")).flatten().map(str::to_owned);
    let direction = section.required_choice("direction", &Direction::ALL);
    let method = stated(section, "method", "kpi-method-missing", "say how the figure is arrived at", log);
    let frequency = section.choice("period", &Frequency::ALL);
    if !section.has("period") {
        let names: Vec<_> = Frequency::ALL.iter().map(|(_, name)| format!("`{name}`")).collect();
        missing(section, "period", "kpi-period-missing", format!("one of {}", names.join(", ")), log);
    }
    let not_available =
        stated(section, "not-available", "kpi-not-available-missing", "say when there is no figure to report", log);
    let (ratio, target, rounding) = (ratio(section), target(section), rounding(section));
    let formula = FormulaSource::new(section);
    let sizes = sizes(section).unwrap_or_else(|| SizeClass::ALL.into());
    section.refuse_unknown();
    let is_whole = breakdowns.len() == sections.breakdowns.len() && variants.len() == sections.variants.len();
    is_whole.then_some(())?;
    let mut indicator = Indicator {
        id: head.0?,
        title: head.1?.to_owned(),
        serves: head.2?,
        kind: kind?,
        stated_unit,
        direction: direction?,
        method: method?,
        ratio,
        frequency: frequency?,
        breakdowns,
        sizes,
        variants,
        target,
        formula: None,
        rounding,
        not_available: not_available?,
    };
    if let Some(formula) = formula {
        indicator.formula = formula.compile((&indicator.kind, indicator.rounding()), vocabulary, log);
    }
    Some(indicator)
}

/// A text that must be there and that has a rule of its own, since reports lack it most often.
fn stated(section: &Section<'_>, key: &'static str, rule: &'static str, hint: &str, log: &Log) -> Option<String> {
    let text = section.text(key);
    if !section.has(key) || text.is_some_and(|text| text.trim().is_empty()) {
        missing(section, key, rule, hint.to_owned(), log);
        return None;
    }
    text.map(str::to_owned)
}

fn missing(section: &Section<'_>, key: &str, rule: &'static str, hint: String, log: &Log) {
    log.error(section.span(key), rule, format!("the indicator has no `{key}`"), Some(hint));
}

fn kind(section: &Section<'_>) -> Option<ValueKind> {
    let (minimum, maximum) = (bound(section, "minimum"), bound(section, "maximum"));
    let entries = section.sections("choices").iter().filter_map(named).collect::<Vec<_>>();
    let kind = section.required_choice("kind", &KINDS.map(|kind| (kind, kind)))?;
    let keys = [("minimum", "number"), ("maximum", "number"), ("choices", "choice")];
    for (key, of) in keys.into_iter().filter(|(key, of)| section.has(key) && *of != kind) {
        section.refuse(key, format!("`{key}` is for the kind `{of}`"), "remove it, or correct the kind");
    }
    Some(match kind {
        "share" => ValueKind::Share,
        "count" => ValueKind::Count,
        "number" => ValueKind::Number { minimum, maximum },
        "days" => ValueKind::Days,
        "yes-no" => ValueKind::YesNo,
        "choice" => ValueKind::Choice(entries),
        _ => ValueKind::Text,
    })
}

fn bound(section: &Section<'_>, key: &'static str) -> Option<Decimal> {
    section.figure(key, |text| parse_figure(text).ok_or_else(|| format!("`{text}` is not a figure such as `0.5`")))
}

fn named(section: &Section<'_>) -> Option<Named> {
    let id = part_id(section, "id");
    let title = section.required_line("title");
    section.refuse_unknown();
    Some(Named { id: id?, title: title?.to_owned() })
}

fn ids(section: &Section<'_>, key: &'static str) -> Option<Vec<PartId>> {
    let texts = section.texts(key).unwrap_or_default();
    let ids: Option<Vec<PartId>> = texts.iter().map(|text| PartId::parse(text)).collect();
    if ids.is_none() {
        section.refuse(key, format!("`{key}` holds what is not an id"), "letters, digits, `.`, `-` and `_`");
    }
    ids
}

fn sizes(section: &Section<'_>) -> Option<BTreeSet<SizeClass>> {
    let texts = section.texts("sizes")?;
    let class = |text: &&str| SizeClass::ALL.into_iter().find(|class| class.id() == *text);
    let sizes: Option<BTreeSet<SizeClass>> = texts.iter().map(class).collect();
    if sizes.is_none() {
        let names: Vec<_> = SizeClass::ALL.iter().map(|class| format!("`{}`", class.id())).collect();
        section.refuse("sizes", "not all of these are size classes".to_owned(), &format!("use {}", names.join(", ")));
    }
    sizes
}

fn breakdown(section: &Section<'_>) -> Option<Breakdown> {
    let id = part_id(section, "id");
    let title = section.required_line("title");
    let entries: Vec<Named> = section.sections("values").iter().filter_map(named).collect();
    let list = section.choice("list", &[(true, "member-states"), (false, "free")]);
    section.refuse_unknown();
    let into = match (section.has("values"), list) {
        (true, None) => Parts::Listed(entries),
        (false, Some(true)) => Parts::MemberStates,
        (false, Some(false)) => Parts::Free,
        _ => {
            let hint =
                "write `values = [{ id = \"…\", title = \"…\" }, …]`, `list = \"member-states\"` or `list = \"free\"`";
            section.refuse("values", "a breakdown has either `values` or a `list`".to_owned(), hint);
            return None;
        }
    };
    Some(Breakdown { id: id?, title: title?.to_owned(), into })
}

fn variant(section: &Section<'_>) -> Option<IndicatorVariant> {
    let sizes = if section.has("sizes") { sizes(section) } else { Some(BTreeSet::new()) };
    let (target, frequency) = (target(section), section.choice("period", &Frequency::ALL));
    let breakdowns = if section.has("breakdowns") { ids(section, "breakdowns") } else { None };
    let note = section.required_text("note");
    section.refuse_unknown();
    let breakdowns = breakdowns.map(|ids| ids.into_iter().collect());
    Some(IndicatorVariant { sizes: sizes?, target, frequency, breakdowns, note: note?.to_owned() })
}

fn target(section: &Section<'_>) -> Option<Target> {
    let text = section.text("target")?;
    let target = Target::parse(text);
    if target.is_none() {
        section.refuse("target", format!("`{text}` is not a target"), "write `>= 95`, `<= 14` or `= 0`");
    }
    target
}

fn ratio(section: &Section<'_>) -> Option<RatioWords> {
    let (numerator, denominator) = (section.text("numerator"), section.text("denominator"));
    Some(RatioWords { numerator: numerator?.to_owned(), denominator: denominator?.to_owned() })
}

fn rounding(section: &Section<'_>) -> Option<Rounding> {
    let section = section.section("rounding")?;
    let places = section.integer("places");
    let mode = section.choice("half", &[(RoundingMode::HalfEven, "even"), (RoundingMode::HalfUp, "up")]);
    section.refuse_unknown();
    Some(Rounding { places: places?, mode: mode.unwrap_or(RoundingMode::HalfEven) })
}
