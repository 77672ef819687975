//! The JSON Schema (draft 2020-12) of the JSON form of a report on one set, for one period.

use adhere_domain::codes::indicator::Indicator;
use adhere_domain::codes::indicator::breakdown::Breakdown;
use adhere_domain::codes::indicator::kind::ValueKind;
use adhere_domain::codes::indicator::plan::{Row, RowTime};
use adhere_domain::codes::indicator::value::Quality;
use adhere_domain::law::size::SizeClass;
use serde_json::{Value, json};

use super::super::json::FORMAT;
use super::TemplateOrder;

/// The schema; figures are texts in it, so that they stay exact.
pub fn json_schema(order: &TemplateOrder<'_>) -> String {
    let set = order.set.set;
    let sizes = order.size.map_or_else(|| SizeClass::ALL.to_vec(), |size| vec![size]);
    let rows = order.rows();
    let mut seen = Vec::new();
    let mut of_indicators = Vec::new();
    for row in &rows {
        if !seen.contains(&&row.indicator.id) {
            seen.push(&row.indicator.id);
            of_indicators.push(of_indicator(row.indicator, &rows));
        }
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": set.title,
        "type": "object",
        "additionalProperties": false,
        "required": ["format", "code", "set", "digest", "period", "size", "provider", "values"],
        "properties": {
            "format": { "const": FORMAT },
            "code": { "const": set.code_name() },
            "set": { "const": set.name() },
            "digest": { "const": order.set.digest.to_string() },
            "period": { "const": order.period.to_string() },
            "size": { "enum": sizes.iter().map(|size| size.id()).collect::<Vec<_>>() },
            "provider": { "type": "string", "minLength": 1 },
            "values": { "type": "array", "items": { "oneOf": of_indicators } },
        },
        "$defs": { "figure": { "type": "string", "pattern": FIGURE } },
    });
    format!("{schema:#}\n")
}

const FIGURE: &str = "^-?[0-9]+(\\.[0-9]+)?$";

fn of_indicator(indicator: &Indicator, rows: &[Row<'_>]) -> Value {
    let own = || rows.iter().filter(|row| row.indicator.id == indicator.id);
    let periods: Vec<String> = own()
        .filter_map(|row| match row.when {
            RowTime::Period(period) => Some(period.to_string()),
            RowTime::EachEvent => None,
        })
        .fold(
            Vec::new(),
            |periods, period| if periods.contains(&period) { periods } else { [periods, vec![period]].concat() },
        );
    let period =
        if periods.is_empty() { json!({ "type": "string", "format": "date" }) } else { json!({ "enum": periods }) };
    let mut properties = json!({
        "indicator": { "const": indicator.id.as_str() },
        "title": { "const": indicator.title },
        "period": period,
        "value": value(indicator),
        "quality": { "enum": Quality::ALL.map(|(_, name)| name) },
        "method-note": { "type": "string" },
        "not-available": { "type": "string", "minLength": 1 },
    });
    let mut required = vec!["indicator", "period"];
    if let Some(unit) = indicator.unit() {
        add(&mut properties, "unit", json!({ "const": unit }));
        required.push("unit");
    }
    let mut reported = vec!["value", "quality"];
    if indicator.ratio.is_some() {
        add(&mut properties, "numerator", json!({ "$ref": "#/$defs/figure" }));
        add(&mut properties, "denominator", json!({ "$ref": "#/$defs/figure" }));
        reported.extend(["numerator", "denominator"]);
    }
    let breakdowns: Vec<Value> = indicator.breakdowns.iter().map(of_breakdown).collect();
    if !breakdowns.is_empty() {
        add(&mut properties, "breakdown", json!({ "type": "string" }));
        add(&mut properties, "entry", json!({ "type": "string", "minLength": 1 }));
    }
    let mut parts = vec![json!({ "properties": { "breakdown": false, "entry": false } })];
    parts.extend(breakdowns);
    json!({
        "type": "object",
        "additionalProperties": false,
        "description": indicator.method,
        "properties": properties,
        "required": required,
        "oneOf": [{ "required": reported }, { "required": ["not-available"] }],
        "allOf": [{ "oneOf": parts }],
    })
}

fn add(properties: &mut Value, key: &str, value: Value) {
    if let Some(object) = properties.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn of_breakdown(breakdown: &Breakdown) -> Value {
    let entry = breakdown.into.ids().map_or_else(|| json!({}), |ids| json!({ "enum": ids }));
    json!({
        "required": ["breakdown", "entry"],
        "properties": { "breakdown": { "const": breakdown.id.as_str() }, "entry": entry },
    })
}

fn value(indicator: &Indicator) -> Value {
    match &indicator.kind {
        ValueKind::YesNo => json!({ "enum": ["yes", "no"] }),
        ValueKind::Choice(entries) => {
            json!({ "enum": entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>() })
        }
        ValueKind::Text => json!({ "type": "string", "minLength": 1 }),
        _ => json!({ "$ref": "#/$defs/figure" }),
    }
}
