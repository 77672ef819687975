//! `adhere register`: who adheres to what on a day, as known at a moment.

pub(super) mod arguments;

mod text;

use std::collections::BTreeMap;

use adhere_domain::adherence::register::event::RegisterEvent;
use adhere_domain::adherence::register::standing::Standing;
use adhere_domain::parties::organisation::{Organisation, OrganisationId};
use adhere_formats::register::RegisterWire;
use adhere_store::event::{Area, Event, subject};
use adhere_store::projection::history::{Wanted as HistoryWanted, before};
use adhere_store::projection::organisation::known;
use adhere_store::projection::register::{Wanted, standing};
use adhere_store::reading::about;
use adhere_store::{Store, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;

use self::arguments::{RegisterArguments, RegisterCommand, RegisterFormat, ScopeKind};
use super::store::open::open;
use super::{CommandError, Exit};
use crate::clock;
use crate::output::write_to;
use crate::words::Words;

/// So many providers are read at once, and so many lines of history are shown.
const PAGE: u64 = 500;

/// A register as it was read.
pub(super) struct Read {
    pub(super) standing: Standing,
    pub(super) organisations: BTreeMap<OrganisationId, Organisation>,
    pub(super) as_of: Date,
    pub(super) known_at: Timestamp,
}

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
                after: None,
                limit: PAGE,
            };
            print(&read(&store, &wanted, asked)?, asked, &[])
        }
        RegisterCommand::Show { asked, organisation } => {
            let store = open(&asked.place)?;
            let wanted = Wanted {
                organisation: Some(organisation),
                code: asked.code.as_ref(),
                limit: PAGE,
                ..Wanted::default()
            };
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
fn read(store: &Store, wanted: &Wanted<'_>, asked: &RegisterArguments) -> Result<Read, CommandError> {
    let as_of = asked.as_of.unwrap_or_else(clock::today);
    let known_at = asked.known_at.unwrap_or_else(clock::now);
    let read = store.read(|tx| {
        let (mut all, mut organisations) = (Standing::new(), BTreeMap::new());
        loop {
            let last = all.last_key_value().map(|(key, _)| key.clone());
            let after = last.as_ref().map(|(organisation, code)| (organisation, code));
            let page = standing(tx, &Wanted { after, ..*wanted }, as_of, known_at)?;
            if page.is_empty() {
                return Ok::<_, StoreError>((all, organisations));
            }
            for (organisation, _) in page.keys() {
                if let Some(found) = known(tx, organisation, known_at)? {
                    organisations.insert(organisation.clone(), found);
                }
            }
            all.extend(page);
        }
    });
    let (standing, organisations) = read.map_err(anyhow::Error::from)?;
    Ok(Read { standing, organisations, as_of, known_at })
}

/// What was recorded of a provider and of its adherences by a moment, the latest first.
fn history(store: &Store, organisation: &OrganisationId, known_at: Timestamp) -> Result<Vec<String>, CommandError> {
    let lines = store.read(|tx| {
        let own = subject::organisation(organisation);
        let events = about(tx, Area::Adherence, std::slice::from_ref(&own))?.into_iter();
        // What became of an adherence names the adherence alone.
        let adherences = events.filter_map(|recorded| match recorded.event {
            Event::Register(RegisterEvent::Declared(declaration)) => Some(subject::adherence(&declaration.id)),
            _ => None,
        });
        let mut lines = BTreeMap::new();
        for subject in adherences.chain([own]).collect::<Vec<_>>() {
            let wanted = HistoryWanted { subject: Some(&subject), kind: None };
            lines.extend(before(tx, &wanted, None, PAGE)?.into_iter().map(|line| (line.entry_id, line)));
        }
        Ok::<_, StoreError>(lines)
    });
    let known = lines.map_err(anyhow::Error::from)?.into_values().rev().filter(|line| line.at <= known_at);
    Ok(known.map(|line| format!("{}  {}  {}  {}", line.entry_id, line.at, line.kind, line.actor)).collect())
}

fn print(read: &Read, asked: &RegisterArguments, history: &[String]) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let bytes = match asked.format {
        RegisterFormat::Text => text::text(read, history, &words).into_bytes(),
        RegisterFormat::Json => wire(read).to_json().map_err(anyhow::Error::from)?.into_bytes(),
        RegisterFormat::Csv => wire(read).to_csv().map_err(anyhow::Error::from)?,
    };
    write_to(None, |out| Ok(out.write_all(&bytes)?))?;
    Ok(Exit::Done)
}

fn wire(read: &Read) -> RegisterWire {
    RegisterWire::new(&read.standing, &read.organisations, read.as_of, read.known_at)
}
