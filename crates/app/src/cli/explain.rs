//! `adhere explain`: what a rule means, why it is there, and an example of it or how to mend it.

pub(super) mod pages;
mod sections;

use std::io::Write;

use anyhow::{Result, anyhow};

use self::pages::{Page, page, pages};
use super::{CommandError, Exit};
use crate::output::write_to;
use crate::words::Words;

/// So many letters may be wrong in the name of a rule for another to be suggested.
const NEAR: usize = 4;

/// Prints the page of a rule, or one line for each rule.
pub(super) fn explain(rule: Option<&str>) -> Result<Exit, CommandError> {
    if let Some(rule) = rule {
        let page = find(rule)?;
        write_to(None, |out| Ok(out.write_all(page.text.as_bytes())?))?;
    } else {
        let words = Words::english()?;
        write_to(None, |out| list(&words, out))?;
    }
    Ok(Exit::Done)
}

fn find(rule: &str) -> Result<Page> {
    page(rule).ok_or_else(|| {
        let nearest = pages().map(|page| (strsim::damerau_levenshtein(page.rule, rule), page.rule)).min();
        match nearest {
            Some((distance, nearest)) if distance <= NEAR => {
                anyhow!("there is no page on a rule `{rule}`: did you mean `{nearest}`?")
            }
            _ => anyhow!("there is no page on a rule `{rule}`; `adhere explain` lists all pages"),
        }
    })
}

fn list(words: &Words, out: &mut dyn Write) -> Result<()> {
    let width = pages().map(|page| page.rule.len()).max().unwrap_or_default();
    for page in pages() {
        writeln!(out, "{:width$}  {}", page.rule, page.summary())?;
    }
    writeln!(out, "\n{}", words.text("explain-others"))?;
    Ok(())
}
