//! The JSON form of a report: what `adhere kpi validate --output` writes, and one of the forms it reads.

use adhere_domain::codes::indicator::value::{Observation, Outcome, Value, When};
use serde::Serialize;

use super::column::Column;
use super::{IndicatorReport, NamedSet};

/// The form's name with its version.
pub const FORMAT: &str = "adhere-indicators/1";

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ReportJson {
    format: &'static str,
    code: String,
    set: String,
    digest: String,
    period: String,
    size: &'static str,
    provider: String,
    values: Vec<RowJson>,
}

/// One row; texts throughout, so that figures stay exact.
#[derive(Default, Serialize)]
#[serde(rename_all = "kebab-case")]
struct RowJson {
    indicator: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    period: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    breakdown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    numerator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quality: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    method_note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_available: Option<String>,
}

/// The report as JSON, with a line break at its end.
pub fn json(report: &IndicatorReport, of: NamedSet<'_>) -> Result<String, serde_json::Error> {
    let json = ReportJson {
        format: FORMAT,
        code: of.set.code_name(),
        set: of.set.name(),
        digest: of.digest.to_string(),
        period: report.period.to_string(),
        size: report.size.id(),
        provider: report.provider.clone(),
        values: report.observations.iter().map(|observation| row(observation, of)).collect(),
    };
    Ok(format!("{}\n", serde_json::to_string_pretty(&json)?))
}

/// The keys that a row may have.
pub(super) fn row_keys() -> impl Iterator<Item = Column> {
    Column::ALL.into_iter().filter(|column| *column != Column::RequiredFor)
}

fn row(observation: &Observation, of: NamedSet<'_>) -> RowJson {
    let indicator = of.set.indicator(observation.indicator.as_str());
    let head = RowJson {
        indicator: observation.indicator.to_string(),
        title: indicator.map(|indicator| indicator.title.clone()),
        unit: indicator.and_then(|indicator| indicator.unit()).map(str::to_owned),
        period: match observation.when {
            When::Period(period) => period.to_string(),
            When::Event(day) => day.to_string(),
        },
        breakdown: observation.part.as_ref().map(|(breakdown, _)| breakdown.to_string()),
        entry: observation.part.as_ref().map(|(_, entry)| entry.clone()),
        method_note: observation.method_note.clone(),
        ..RowJson::default()
    };
    match &observation.outcome {
        Outcome::Reported { value, ratio, quality } => RowJson {
            value: Some(text(value)),
            numerator: ratio.map(|ratio| ratio.numerator.to_string()),
            denominator: ratio.map(|ratio| ratio.denominator.to_string()),
            quality: Some(quality.id()),
            ..head
        },
        Outcome::NotAvailable { reason } => RowJson { not_available: Some(reason.clone()), ..head },
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Figure(figure) => figure.to_string(),
        Value::YesNo(true) => "yes".to_owned(),
        Value::YesNo(false) => "no".to_owned(),
        Value::Choice(text) | Value::Text(text) => text.clone(),
    }
}
