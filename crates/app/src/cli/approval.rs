//! `adhere approval`: statements approved as they were seen.

pub(super) mod arguments;

use adhere_actions::approve::{Approve, approve};
use adhere_store::StoreError;
use adhere_store::event::subject;
use adhere_store::projection::approval::{Given, Wanted, list};
use serde_json::json;

use self::arguments::ApprovalCommand;
use super::acting::{Instance, say_recorded};
use super::named::{AnswerFormat, page, short};
use super::store::open::open;
use super::store::say;
use super::{CommandError, Exit};
use crate::clock;

/// Does what a subcommand asks for.
pub(super) fn approval(command: &ApprovalCommand) -> Result<Exit, CommandError> {
    match command {
        ApprovalCommand::Give { acting, statement, revision, fingerprint } => {
            let instance = Instance::open(&acting.place)?;
            let command = Approve { statement: statement.clone(), revision: *revision, fingerprint: *fingerprint };
            say_recorded(&approve(&instance.context(acting), command)?)?;
        }
        ApprovalCommand::List { place, statement, provider, as_of, before, limit, format } => {
            let statement = statement.as_ref().map(subject::statement);
            let wanted = Wanted { statement: statement.as_deref(), provider: provider.as_ref(), before: *before };
            let day = as_of.unwrap_or_else(clock::today);
            let found = open(place)?.read(|tx| Ok::<_, StoreError>(list(tx, &wanted, day, *limit)?));
            print(&found.map_err(anyhow::Error::from)?, *limit, *format)?;
        }
    }
    Ok(Exit::Done)
}

fn print(found: &[Given], limit: u64, format: AnswerFormat) -> anyhow::Result<()> {
    let line = |it: &Given| match format {
        AnswerFormat::Text => {
            format!("{:>8}  {}  {}  r{}  ({})", it.entry_id, it.on, short(&it.statement), it.revision, it.by)
        }
        AnswerFormat::Json => json!({
            "statement": short(&it.statement),
            "revision": it.revision,
            "fingerprint": it.fingerprint.to_string(),
            "by": it.by.as_str(),
            "on": it.on.to_string(),
            "recorded_at": it.recorded_at.to_string(),
            "entry": it.entry_id,
        })
        .to_string(),
    };
    let last = found.last().map(|last| last.entry_id);
    say(&page(found.iter().map(line).collect(), last, limit, format, "approval-none")?)
}
