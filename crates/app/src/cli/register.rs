//! `adhere register`: who adheres to what on a day, as known at a moment.

pub(super) mod arguments;

mod text;

use adhere_actions::register::{RegisterRead, provider_history, register as read_register};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_formats::register::RegisterWire;
use adhere_store::Store;
use adhere_store::projection::history::Line;
use adhere_store::projection::register::Wanted;
use jiff::Timestamp;

use self::arguments::{RegisterArguments, RegisterCommand, RegisterFormat, ScopeKind};
use super::store::open::open;
use super::{CommandError, Exit};
use crate::clock;
use crate::output::write_to;
use crate::words::Words;

/// Lists or shows.
pub(super) fn register(command: &RegisterCommand) -> Result<Exit, CommandError> {
    match command {
        RegisterCommand::List { asked, organisation, scope, model } => {
            let store = open(&asked.place)?;
            let wanted = Wanted {
                organisation: organisation.as_ref(),
                code: asked.code.as_ref(),
                scope: scope.map(ScopeKind::id),
                model: model.as_ref(),
                ..Wanted::default()
            };
            print(&read(&store, &wanted, asked)?, asked, &[])
        }
        RegisterCommand::Show { asked, organisation } => {
            let store = open(&asked.place)?;
            let wanted = Wanted { organisation: Some(organisation), code: asked.code.as_ref(), ..Wanted::default() };
            let read = read(&store, &wanted, asked)?;
            let history = history(&store, organisation, read.known_at)?;
            if history.is_empty() {
                let words = Words::english()?;
                let line = words.with("register-unknown", &[("organisation", organisation.to_string().into())]);
                return Err(anyhow::anyhow!("{line}").into());
            }
            print(&read, asked, &history)
        }
    }
}

/// All pages of what is wanted.
fn read(store: &Store, wanted: &Wanted<'_>, asked: &RegisterArguments) -> Result<RegisterRead, CommandError> {
    let as_of = asked.as_of.unwrap_or_else(clock::today);
    let known_at = asked.known_at.unwrap_or_else(clock::now);
    Ok(read_register(store, wanted, as_of, known_at).map_err(anyhow::Error::from)?)
}

/// What was recorded of a provider and of its adherences by a moment, the latest first.
fn history(store: &Store, organisation: &OrganisationId, known_at: Timestamp) -> Result<Vec<String>, CommandError> {
    let lines = store.read(|tx| provider_history(tx, organisation, known_at)).map_err(anyhow::Error::from)?;
    let line = |line: &Line| format!("{}  {}  {}  {}", line.entry_id, line.at, line.kind, line.actor);
    Ok(lines.iter().map(line).collect())
}

fn print(read: &RegisterRead, asked: &RegisterArguments, history: &[String]) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let bytes = match asked.format {
        RegisterFormat::Text => text::text(read, history, &words).into_bytes(),
        RegisterFormat::Json => wire(read).to_json().map_err(anyhow::Error::from)?.into_bytes(),
        RegisterFormat::Csv => wire(read).to_csv().map_err(anyhow::Error::from)?,
    };
    write_to(None, |out| Ok(out.write_all(&bytes)?))?;
    Ok(Exit::Done)
}

fn wire(read: &RegisterRead) -> RegisterWire {
    RegisterWire::new(&read.standing, &read.organisations, read.as_of, read.known_at)
}
