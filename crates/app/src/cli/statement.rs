//! `adhere statement`: what a provider says of the measures of a code.

pub(super) mod arguments;

mod carried;
mod shown;

use adhere_actions::AsOf;
use adhere_actions::approve::{Shown, show_statement};
use adhere_actions::record_statement::{RecordStatement, record_statement};
use adhere_domain::adherence::statements::{Content, Subject};
use adhere_domain::text::NonEmptyText;
use adhere_store::event::subject;
use adhere_store::projection::statement::{Stated, Wanted, list};
use adhere_store::{Store, StoreError};
use anyhow::{Context as _, anyhow};
use jiff::civil::Date;
use serde_json::json;

use self::arguments::{ListArguments, RecordArguments, StatementCommand};
use super::acting::{Instance, say_recorded};
use super::code::find::find_code;
use super::named::{AnswerFormat, name};
use super::store::open::open;
use super::store::say;
use super::{CommandError, Exit};
use crate::clock;
use crate::words::Words;

/// Does what a subcommand asks for.
pub(super) fn statement(command: &StatementCommand) -> Result<Exit, CommandError> {
    match command {
        StatementCommand::Record(arguments) => record(arguments)?,
        StatementCommand::List(arguments) => listed(arguments)?,
        StatementCommand::Show { place, statement, as_of, format } => {
            shown::show(&read(&open(place)?, statement, *as_of)?, statement, *format)?;
        }
        StatementCommand::History { place, statement, format } => {
            shown::history(&read(&open(place)?, statement, None)?, statement, *format)?;
        }
        StatementCommand::CarryOver { acting, provider, old, new, format } => {
            let instance = Instance::open(&acting.place)?;
            carried::carry(&instance, &instance.context(acting), provider, (old.as_str(), new.as_str()), *format)?;
        }
    }
    Ok(Exit::Done)
}

fn record(arguments: &RecordArguments) -> Result<(), CommandError> {
    let RecordArguments { acting, provider, measure, model, state, owner, due, after, carried_from, .. } = arguments;
    let instance = Instance::open(&acting.place)?;
    let code = find_code(&arguments.code, &instance.law.corpus)?.source.code;
    let subject = Subject {
        provider: provider.clone(),
        code: code.id.clone(),
        version: code.version.clone(),
        measure: measure.clone(),
        model: model.clone(),
    };
    let content = Content { state: *state, text: words_of(arguments)?, owner: owner.clone(), due: *due };
    let command = RecordStatement { code: &code, subject, content, after: *after, carried_from: carried_from.clone() };
    say_recorded(&record_statement(&instance.context(acting), command)?)
}

/// The words of a statement, given on the command line or in a file.
fn words_of(arguments: &RecordArguments) -> anyhow::Result<Option<NonEmptyText>> {
    let Some(file) = &arguments.text_file else { return Ok(arguments.text.clone()) };
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read `{}`", file.display()))?;
    let text = NonEmptyText::parse(&text);
    text.map(Some).ok_or_else(|| anyhow!("`{}` is empty, or has more than 32768 bytes", file.display()))
}

fn listed(arguments: &ListArguments) -> Result<(), CommandError> {
    let after = arguments.after.as_ref().map(subject::statement);
    let AsOf { day, ends } = clock::as_of(arguments.as_of);
    let wanted = Wanted {
        provider: arguments.provider.as_ref(),
        code: arguments.code.as_ref(),
        version: arguments.code_version.as_ref(),
        measure: arguments.measure.as_ref(),
        model: arguments.model.as_ref(),
        state: arguments.state,
        after: after.as_deref(),
        known_before: ends,
    };
    let store = open(&arguments.place)?;
    let found = store.read(|tx| Ok::<_, StoreError>(list(tx, &wanted, day, arguments.limit)?));
    let found = found.map_err(anyhow::Error::from)?;
    let mut lines: Vec<String> = match arguments.format {
        AnswerFormat::Json => found.iter().map(|it| as_json(it).to_string()).collect(),
        AnswerFormat::Text => found.iter().map(line).collect(),
    };
    if arguments.format == AnswerFormat::Text {
        let words = Words::english()?;
        match found.last() {
            None => lines.push(words.text("statement-none")),
            Some(last) if found.len() as u64 == arguments.limit => {
                lines.push(words.with("list-more", &[("after", name(&last.subject).into())]));
            }
            Some(_) => {}
        }
    }
    Ok(say(&lines)?)
}

fn line(it: &Stated) -> String {
    let revision = &it.revision;
    format!(
        "{:<14}  {}  r{}  {}  ({}, {})",
        revision.content.state.id(),
        name(&it.subject),
        revision.number,
        revision.on,
        revision.author,
        it.attached,
    )
}

fn as_json(it: &Stated) -> serde_json::Value {
    json!({
        "statement": name(&it.subject),
        "provider": it.subject.provider.as_str(),
        "code": it.subject.code.as_str(),
        "version": it.subject.version.as_str(),
        "measure": it.subject.measure.as_str(),
        "model": it.subject.model.as_ref().map(adhere_domain::codes::id::PartId::as_str),
        "revision": shown::revision_as_json(&it.revision, it.carried_from.clone()),
        "recorded_at": it.recorded_at.to_string(),
        "entry": it.entry_id,
        "attached": it.attached,
    })
}

fn read(store: &Store, statement: &Subject, as_of: Option<Date>) -> Result<Shown, CommandError> {
    let shown = show_statement(store, statement, clock::as_of(as_of))?;
    if shown.statements.latest(statement).is_none() {
        let by = as_of.map(|day| format!(" by the end of {day}")).unwrap_or_default();
        let hint = "`adhere statement list` lists what is";
        return Err(anyhow!("nothing is stated as `{}`{by}; {hint}", name(statement)).into());
    }
    Ok(shown)
}
