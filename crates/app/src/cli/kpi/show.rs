//! A set of indicators, or one of them, as text.

use std::io::Write;

use adhere_domain::codes::id::PartId;
use adhere_domain::codes::indicator::breakdown::Breakdown;
use adhere_domain::codes::indicator::kind::ValueKind;
use adhere_domain::codes::indicator::{Indicator, IndicatorSet, IndicatorVariant};
use anyhow::{Result, anyhow};

use crate::words::Words;

/// The contents of a set, one line for each indicator.
pub(super) fn list(set: &IndicatorSet, words: &Words, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "{}\n{} — {}", set.title, set.name(), set.code_name())?;
    writeln!(out, "{} {}\n", words.text("label-source"), set.source)?;
    for indicator in &set.indicators {
        let target = indicator.target.map_or_else(String::new, |target| format!(" {target}"));
        let unit = indicator.unit().map_or_else(|| kind(indicator, words), str::to_owned);
        let period = words.text(&format!("kpi-period-{}", indicator.frequency.id()));
        writeln!(out, "{:<9} {} ({period}; {unit}{target})", indicator.id.as_str(), indicator.title)?;
    }
    Ok(())
}

/// One indicator in full.
pub(super) fn show(set: &IndicatorSet, id: &str, words: &Words, out: &mut dyn Write) -> Result<()> {
    let Some(indicator) = set.indicator(id) else {
        return Err(anyhow!("`{}` has no indicator `{id}`; `adhere kpi list {}` lists them", set.name(), set.code.0));
    };
    writeln!(out, "{}  {}", indicator.id, indicator.title)?;
    for (label, text) in lines(indicator, words) {
        writeln!(out, "{} {text}", words.text(label))?;
    }
    for breakdown in &indicator.breakdowns {
        writeln!(out, "{} {}", words.text("kpi-label-breakdown"), broken_down(breakdown))?;
    }
    for changed in &indicator.variants {
        writeln!(out, "{} {}", words.text("label-variant"), variant(changed, words))?;
    }
    if let Some(formula) = &indicator.formula {
        writeln!(out, "{} {}", words.text("kpi-label-formula"), formula.expression())?;
        for example in formula.examples() {
            writeln!(out, "  {example}")?;
        }
    }
    Ok(())
}

fn lines(indicator: &Indicator, words: &Words) -> Vec<(&'static str, String)> {
    let sizes: Vec<String> = indicator.sizes.iter().map(|size| words.text(&format!("size-{}", size.id()))).collect();
    let serves: Vec<&str> = indicator.serves.iter().map(PartId::as_str).collect();
    let mut lines = vec![("kpi-label-serves", serves.join(", ")), ("kpi-label-kind", kind(indicator, words))];
    lines.extend(indicator.unit().map(|unit| ("kpi-label-unit", unit.to_owned())));
    lines.push(("kpi-label-direction", words.text(&format!("kpi-direction-{}", indicator.direction.id()))));
    lines.push(("kpi-label-period", words.text(&format!("kpi-period-{}", indicator.frequency.id()))));
    lines.push(("kpi-label-sizes", sizes.join(", ")));
    lines.extend(indicator.target.map(|target| ("kpi-label-target", target.to_string())));
    lines.push(("kpi-label-method", indicator.method.clone()));
    if let Some(ratio) = &indicator.ratio {
        lines.push(("kpi-label-numerator", ratio.numerator.clone()));
        lines.push(("kpi-label-denominator", ratio.denominator.clone()));
    }
    lines.push(("kpi-label-not-available", indicator.not_available.clone()));
    if let ValueKind::Choice(entries) = &indicator.kind {
        lines.extend(entries.iter().map(|entry| ("kpi-label-entry", format!("{} — {}", entry.id, entry.title))));
    }
    lines
}

fn kind(indicator: &Indicator, words: &Words) -> String {
    words.text(&format!("kpi-kind-{}", indicator.kind.id()))
}

fn broken_down(breakdown: &Breakdown) -> String {
    let entries = breakdown.into.ids().map_or_else(String::new, |ids| format!(": {}", ids.join(", ")));
    format!("{} — {}{entries}", breakdown.id, breakdown.title)
}

fn variant(variant: &IndicatorVariant, words: &Words) -> String {
    let sizes: Vec<String> = variant.sizes.iter().map(|size| words.text(&format!("size-{}", size.id()))).collect();
    format!("{} — {}", sizes.join(", "), variant.note)
}
