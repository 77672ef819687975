//! What a row reports: a value with its ratio and quality, or a reason why there is none.

use adhere_domain::codes::indicator::Indicator;
use adhere_domain::codes::indicator::kind::ValueKind;
use adhere_domain::codes::indicator::target::parse_figure;
use adhere_domain::codes::indicator::value::{Outcome, Quality, Ratio, Value, ValueError};
use rust_decimal::Decimal;

use super::super::cell::{Cell, plain_text, refuse_formula, shown};
use super::super::column::Column;
use super::super::raw::RawRow;
use super::RowReader;

impl RowReader<'_> {
    pub(super) fn outcome(&self, row: &RawRow, indicator: &Indicator) -> Option<Outcome> {
        let (value, reason) = (row.cell(Column::Value), row.cell(Column::NotAvailable));
        match (value.text.is_empty(), reason.text.is_empty()) {
            (false, true) => self.reported(row, indicator, &value),
            (true, false) => {
                let rest = [Column::Numerator, Column::Denominator, Column::Quality];
                if let Some(column) = rest.into_iter().find(|column| !row.is_empty(&[*column])) {
                    let message = "there is no value that this could belong to";
                    row.cell(column).refuse(self.log, "report-value-and-reason", message, "empty it");
                    return None;
                }
                Some(Outcome::NotAvailable { reason: plain_text(&reason, self.log)? })
            }
            (false, false) => {
                let message = "there is a value and a reason why there is none";
                reason.refuse(self.log, "report-value-and-reason", message, "keep one of them");
                None
            }
            (true, true) => {
                let message = "there is neither a value nor a reason why there is none";
                value.refuse(self.log, "report-value-missing", message, "fill in one of `value` and `not-available`");
                None
            }
        }
    }

    fn reported(&self, row: &RawRow, indicator: &Indicator, cell: &Cell) -> Option<Outcome> {
        let value = self.value(indicator, cell);
        let (numerator, denominator) = (row.cell(Column::Numerator), row.cell(Column::Denominator));
        let ratio = match (numerator.text.is_empty(), denominator.text.is_empty()) {
            (true, true) => Some(None),
            _ => self
                .figure(&numerator)
                .zip(self.figure(&denominator))
                .map(|(numerator, denominator)| Some(Ratio { numerator, denominator })),
        };
        let quality = self.quality(row);
        let (value, ratio) = (value?, ratio?);
        if let Err(error) = indicator.accepts(&value, ratio) {
            let at = if matches!(error, ValueError::RatioMissing | ValueError::RatioUnfit) { &numerator } else { cell };
            at.refuse(self.log, rule(&error), &error.to_string(), &hint(&error, indicator));
            return None;
        }
        Some(Outcome::Reported { value, ratio, quality: quality? })
    }

    fn value(&self, indicator: &Indicator, cell: &Cell) -> Option<Value> {
        match indicator.kind {
            ValueKind::YesNo => match cell.text.as_str() {
                "yes" => Some(Value::YesNo(true)),
                "no" => Some(Value::YesNo(false)),
                other => {
                    let message = format!("`{}` is neither `yes` nor `no`", shown(other));
                    cell.refuse(self.log, "report-value", &message, "write one of the two");
                    None
                }
            },
            ValueKind::Choice(_) => Some(Value::Choice(plain_text(cell, self.log)?)),
            ValueKind::Text => Some(Value::Text(plain_text(cell, self.log)?)),
            _ => self.figure(cell).map(Value::Figure),
        }
    }

    fn figure(&self, cell: &Cell) -> Option<Decimal> {
        let figure = parse_figure(&cell.text);
        if figure.is_none() && cell.text.starts_with('=') {
            refuse_formula(cell, self.log);
        } else if figure.is_none() {
            let message = format!("`{}` is not a figure", shown(&cell.text));
            let hint = "write digits with a point, such as `1234.5`: no commas, spaces or units";
            cell.refuse(self.log, "report-figure", &message, hint);
        }
        figure
    }

    fn quality(&self, row: &RawRow) -> Option<Quality> {
        let cell = row.cell(Column::Quality);
        let quality = Quality::ALL.into_iter().find(|(_, name)| *name == cell.text).map(|(quality, _)| quality);
        if quality.is_none() {
            let names = Quality::ALL.map(|(_, name)| name).join("`, `");
            let message = format!("`{}` is not a quality", shown(&cell.text));
            cell.refuse(self.log, "report-quality", &message, &format!("one of `{names}`"));
        }
        let note = row.cell(Column::MethodNote);
        if quality.is_some_and(|quality| quality != Quality::Measured) && note.text.is_empty() {
            let message = format!("a value that is `{}` says how it was arrived at", cell.text);
            note.refuse(self.log, "report-method-note", &message, "fill in `method-note`");
            return None;
        }
        quality
    }
}

fn rule(error: &ValueError) -> &'static str {
    match error {
        ValueError::OtherKind { .. } | ValueError::NotListed { .. } => "report-value",
        ValueError::OutOfRange { .. } => "report-range",
        ValueError::RatioMissing | ValueError::RatioUnfit => "report-ratio",
        ValueError::NothingToDivideBy | ValueError::NotAPart { .. } | ValueError::OtherShare { .. } => "report-share",
    }
}

fn hint(error: &ValueError, indicator: &Indicator) -> String {
    match error {
        ValueError::NotListed { .. } => match &indicator.kind {
            ValueKind::Choice(entries) => {
                let names: Vec<_> = entries.iter().map(|entry| entry.id.as_str()).collect();
                format!("one of `{}`", names.join("`, `"))
            }
            _ => String::new(),
        },
        ValueError::OutOfRange { .. } => {
            let bound = |bound: Option<Decimal>, word| bound.map(|bound| format!("{word} {bound}"));
            let (least, most) = indicator.kind.bounds();
            let bounds: Vec<String> =
                [bound(least, "at least"), bound(most, "at most")].into_iter().flatten().collect();
            let whole = if matches!(indicator.kind, ValueKind::Count) { "a whole number, " } else { "" };
            format!("{whole}{}", bounds.join(", "))
        }
        ValueError::RatioMissing => "fill in both".to_owned(),
        ValueError::RatioUnfit => "empty both".to_owned(),
        ValueError::NothingToDivideBy => format!("leave it empty and say why: {}", indicator.not_available),
        ValueError::NotAPart { .. } => {
            "count both in the same unit; the numerator is part of the denominator".to_owned()
        }
        ValueError::OtherShare { .. } => "correct one of the three".to_owned(),
        ValueError::OtherKind { .. } => format!("write a value of the kind `{}`", indicator.kind.id()),
    }
}
