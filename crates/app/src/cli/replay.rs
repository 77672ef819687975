//! `adhere replay`: the same inputs must give the same bytes.

use std::path::Path;

use adhere_formats::diagnostic::{Diagnostic, Findings};
use adhere_formats::provider_folder::read_folder;
use adhere_formats::receipt::{FORMAT, Receipt};
use adhere_formats::source_file::read_text;
use anyhow::{Context, anyhow};
use jiff::civil::Date;

use super::arguments::ReplayArguments;
use super::assess::receipt;
use super::shipped::Shipped;
use super::{CommandError, Exit};
use crate::output::write_to;
use crate::words::Words;

/// Assesses as the receipt says, and compares every digest.
pub(super) fn replay(arguments: &ReplayArguments) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let path = &arguments.receipt;
    let text = read_text(path).map_err(|error| not_a_receipt(path, &error.to_string()))?;
    let old: Receipt = serde_json::from_str(&text).map_err(|error| not_a_receipt(path, &error.to_string()))?;
    if old.format != FORMAT {
        return Err(not_a_receipt(path, &format!("it is of another form, `{}`", old.format)).into());
    }
    let shipped = Shipped::load()?;
    let folder = read_folder(&arguments.folder, shipped.data.readings)?;
    let days = (parse_day(&old.as_of)?, parse_day(&old.known_at)?);
    let mut readings = folder.readings;
    for id in adhere_domain::law::readings::ReadingId::ALL {
        let option =
            old.readings.get(id.id()).ok_or_else(|| anyhow!("the receipt names no reading of `{}`", id.id()))?;
        let chosen = readings.choose(id, option);
        readings = chosen.ok_or_else(|| anyhow!("`{}` is not a reading of `{}`", option.escape_debug(), id.id()))?;
    }
    let law = shipped.law(days, readings, &words)?;
    let new = receipt(&shipped, &folder, &law)?;
    let differences = old.differences(&new);
    let message = if differences.is_empty() {
        let by_same_engine = old.is_by_same_engine(&new);
        words.text(if by_same_engine { "replay-same" } else { "replay-same-by-another-build" })
    } else {
        words.with("replay-differs", &[("parts", differences.join(", ").into())])
    };
    write_to(None, |out| Ok(writeln!(out, "{message}")?))?;
    Ok(if differences.is_empty() { Exit::Done } else { Exit::Differs })
}

fn not_a_receipt(path: &Path, why: &str) -> Findings {
    let hint = "name a file that `adhere assess --receipt` wrote";
    Diagnostic::about_file(path, "not-a-receipt", format!("this is not a receipt: {why}"), hint).into()
}

fn parse_day(text: &str) -> Result<Date, CommandError> {
    Ok(text.parse().with_context(|| format!("`{}` in the receipt is not a date", text.escape_debug()))?)
}
