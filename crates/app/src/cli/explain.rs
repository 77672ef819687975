//! `adhere explain`: what a rule about codes means, why it is there, and an example of it.

pub(super) mod pages;

use std::io::Write;

use anyhow::{Result, anyhow};

use self::pages::{PAGES, Page, page};
use super::{CommandError, Exit};
use crate::output::write_to;

/// So many letters may be wrong in the name of a rule for another to be suggested.
const NEAR: usize = 4;

/// Prints the page of a rule, or one line for each rule.
pub(super) fn explain(rule: Option<&str>) -> Result<Exit, CommandError> {
    match rule {
        Some(rule) => {
            let page = find(rule)?;
            write_to(None, |out| Ok(out.write_all(page.text.as_bytes())?))?;
        }
        None => write_to(None, list)?,
    }
    Ok(Exit::Done)
}

fn find(rule: &str) -> Result<&'static Page> {
    page(rule).ok_or_else(|| {
        let nearest = PAGES.iter().map(|page| (strsim::damerau_levenshtein(page.rule, rule), page.rule)).min();
        match nearest {
            Some((distance, nearest)) if distance <= NEAR => {
                anyhow!("there is no rule `{rule}`: did you mean `{nearest}`?")
            }
            _ => anyhow!("there is no rule `{rule}`; `adhere explain` lists them"),
        }
    })
}

fn list(out: &mut dyn Write) -> Result<()> {
    let width = PAGES.iter().map(|page| page.rule.len()).max().unwrap_or_default();
    for page in PAGES {
        writeln!(out, "{:width$}  {}", page.rule, page.summary())?;
    }
    Ok(())
}
