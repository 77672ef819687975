//! `adhere journal erase`: shows what goes, asks, and erases it.

use std::io;

use adhere_actions::erase::{Erasable, erasable, erase as erased};
use anyhow::Context as _;

use super::arguments::EraseArguments;
use crate::cli::acting::Instance;
use crate::cli::store::say;
use crate::cli::{CommandError, Exit};
use crate::output::tell;
use crate::words::Words;

/// The answer that erases.
const YES: &str = "erase";

pub(super) fn erase(arguments: &EraseArguments) -> Result<Exit, CommandError> {
    let instance = Instance::open(&arguments.acting.place)?;
    let context = instance.context(&arguments.acting);
    let looked_at = erasable(&context, arguments.entry)?;
    let words = Words::english()?;
    if !arguments.yes && !is_confirmed(&looked_at, &words)? {
        tell(&words.text("journal-erase-left"));
        return Ok(Exit::Failed);
    }
    let changed = erased(&context, &looked_at, arguments.reason.clone())?;
    let count = looked_at.entries.len().into();
    let values = [("count", count), ("subject", looked_at.subject.into()), ("entry", changed.outcome.into())];
    say(&[words.with("journal-erased", &values)])?;
    Ok(Exit::Done)
}

/// Shows what goes, and asks.
fn is_confirmed(looked_at: &Erasable, words: &Words) -> anyhow::Result<bool> {
    tell(&words.with("journal-erase-goes", &[("subject", looked_at.subject.clone().into())]));
    for (entry, kind) in &looked_at.entries {
        tell(&format!("{entry:>8}  {kind}"));
    }
    tell(&words.with("journal-erase-ask", &[("yes", YES.into())]));
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).context("no answer can be read; `--yes` erases without asking")?;
    Ok(answer.trim() == YES)
}
