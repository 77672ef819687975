//! `adhere case`: serious incidents, requests and complaints with their clocks.

pub(super) mod arguments;

use adhere_actions::cases::{CaseLine, RecordCase, case_within, record_case};
use adhere_actions::codes::{compiled, publications};
use adhere_domain::cases::case::Case;
use adhere_domain::cases::clock::{Clock, clocks};
use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::counting::Counting;
use adhere_domain::cases::event::{CaseChange, CaseEvent, Opening};
use adhere_domain::cases::matter::{CaseKind, Matter};
use adhere_domain::cases::step::Step;
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_formats::law_data::LawData;
use adhere_formats::shipped;
use adhere_store::projection::case::{Wanted, list};
use adhere_store::projection::organisation;
use adhere_store::{Store, StoreError};
use anyhow::{Context as _, anyhow};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use self::arguments::{CaseCommand, ListArguments, Named, OpenArguments, State};
use super::acting::{Instance, say_recorded};
use super::named::{AnswerFormat, page};
use super::store::open::open;
use super::store::say;
use super::{CommandError, Exit};
use crate::clock;
use crate::web::api::cases::wire::{row, shown};

/// Does what a subcommand asks for.
pub(super) fn case(command: &CaseCommand) -> Result<Exit, CommandError> {
    match command {
        CaseCommand::Open(arguments) => opened(arguments)?,
        CaseCommand::List(arguments) => listed(arguments)?,
        CaseCommand::Show { place, provider, id, as_of, format } => {
            let store = open(place)?;
            let ends = as_of.and_then(clock::end_of);
            let found = store.read(|tx| case_within(tx, provider, id, ends))?;
            let found =
                found.ok_or_else(|| anyhow!("there is no case `{id}`; `adhere case list` lists what there is"))?;
            let reader = Reader::of(&store, provider, *as_of)?;
            let code = reader.code(&found.case)?;
            let running = reader.running(&found.case, &code);
            say(&match format {
                AnswerFormat::Json => {
                    vec![serde_json::to_string(&shown(&found, &running)).map_err(anyhow::Error::from)?]
                }
                AnswerFormat::Text => told(&found.case, &running, &found.history),
            })?;
        }
        CaseCommand::Step { named, step, at, note } => {
            record(named, CaseChange::StepDone(Step { kind: *step, at: *at, note: note.clone() }))?;
        }
        CaseCommand::Note { named, text } => record(named, CaseChange::Noted(text.clone()))?,
        CaseCommand::Close { named, reason } => record(named, CaseChange::Closed(reason.clone()))?,
        CaseCommand::Reopen { named, reason } => record(named, CaseChange::Reopened(reason.clone()))?,
    }
    Ok(Exit::Done)
}

fn record(Named { acting, provider, id }: &Named, change: CaseChange) -> Result<(), CommandError> {
    let instance = Instance::open(&acting.place)?;
    let event = CaseEvent { provider: provider.clone(), id: id.clone(), change };
    say_recorded(&record_case(&instance.context(acting), RecordCase { event, code: None })?)
}

fn opened(arguments: &OpenArguments) -> Result<(), CommandError> {
    let Named { acting, provider, id } = &arguments.named;
    let matter = matter(arguments)?;
    let instance = Instance::open(&acting.place)?;
    let code = published(&instance.store, &instance.law, &arguments.code)?;
    let opening = Opening {
        code: code.id.clone(),
        version: code.version.clone(),
        model: arguments.model.clone(),
        title: arguments.title.clone(),
        matter,
        aware_at: arguments.aware_at,
        reference: None,
    };
    let change = CaseChange::Opened(Box::new(opening));
    let event = CaseEvent { provider: provider.clone(), id: id.clone(), change };
    say_recorded(&record_case(&instance.context(acting), RecordCase { event, code: Some(&code) })?)
}

/// What a case is about; what is missing for its kind is said.
fn matter(arguments: &OpenArguments) -> anyhow::Result<Matter> {
    Ok(match arguments.kind {
        CaseKind::SeriousIncident => Matter::SeriousIncident(arguments.harms.iter().copied().collect()),
        CaseKind::DownstreamRequest => Matter::DownstreamRequest,
        CaseKind::AiOfficeRequest => Matter::AiOfficeRequest(arguments.until),
        CaseKind::Complaint => {
            let OpenArguments { name, email, work, text, .. } = arguments;
            let (Some(name), Some(email), Some(work), Some(text)) = (name, email, work, text) else {
                return Err(anyhow!("a complaint needs `--name`, `--email`, `--work` and `--text`"));
            };
            let complaint = Complaint::new(name.clone(), email.clone(), work.clone(), text.clone());
            Matter::Complaint(complaint.context("the name, the address or a text is not within the bounds of one")?)
        }
    })
}

/// A version of a code as it was published here.
fn published(store: &Store, law: &LawData, name: &str) -> Result<Code, CommandError> {
    let missing = || anyhow!("no code `{name}` is published here; name it such as `gpai@2025-07-10`");
    let parts = name.split_once('@').and_then(|(code, version)| PartId::parse(code).zip(PartId::parse(version)));
    let (code, version) = parts.ok_or_else(missing)?;
    let found = store.read(|tx| {
        let publications = publications(tx, &code)?;
        publications.version(&code, &version).map(|it| compiled(tx, it, &law.corpus)).transpose()
    });
    Ok(found?.ok_or_else(missing)?)
}

/// What cases of a provider are read with, as of a day.
struct Reader<'s> {
    store: &'s Store,
    law: LawData,
    country: Option<adhere_domain::law::country::Country>,
    zone: jiff::tz::TimeZone,
    as_of: Timestamp,
}

impl<'s> Reader<'s> {
    fn of(store: &'s Store, provider: &OrganisationId, as_of: Option<Date>) -> Result<Self, CommandError> {
        let now = clock::now();
        let known = store.read(|tx| organisation::known(tx, provider, now).map_err(StoreError::from));
        let country = known.map_err(anyhow::Error::from)?.and_then(|known| known.country);
        let last = as_of.and_then(clock::end_of).map(|ends| ends - SignedDuration::from_micros(1));
        Ok(Self { store, law: shipped::law()?, country, zone: clock::zone(), as_of: last.unwrap_or(now) })
    }

    fn code(&self, case: &Case) -> Result<Code, CommandError> {
        published(self.store, &self.law, &format!("{}@{}", case.opening.code, case.opening.version))
    }

    fn running<'c>(&self, case: &Case, code: &'c Code) -> Vec<Clock<'c>> {
        let (readings, calendars) = (self.law.readings, &self.law.calendars);
        let counting = Counting { readings, calendars, country: self.country, zone: &self.zone };
        clocks(case, code, &counting, self.as_of)
    }
}

fn listed(arguments: &ListArguments) -> Result<(), CommandError> {
    let ListArguments { place, provider, kind, state, as_of, before, limit, format } = arguments;
    let store = open(place)?;
    let wanted = Wanted {
        kind: *kind,
        is_open: state.map(|state| state == State::Open),
        before: *before,
        known_before: as_of.and_then(clock::end_of),
    };
    let found = store.read(|tx| list(tx, provider, &wanted, *limit).map_err(StoreError::from));
    let found = found.map_err(anyhow::Error::from)?;
    let reader = Reader::of(&store, provider, *as_of)?;
    let lines = found.iter().map(|kept| {
        let code = reader.code(&kept.case)?;
        let running = reader.running(&kept.case, &code);
        Ok(match format {
            AnswerFormat::Json => serde_json::to_string(&row(&kept.case, &running)).map_err(anyhow::Error::from)?,
            AnswerFormat::Text => line(&kept.case, running.iter().find(|clock| clock.status.is_open())),
        })
    });
    let lines = lines.collect::<Result<Vec<String>, CommandError>>()?;
    let last = found.last().map(|last| last.entry_id);
    Ok(say(&page(lines, last, *limit, *format, "case-none")?)?)
}

fn line(case: &Case, next: Option<&Clock<'_>>) -> String {
    let state = if case.is_open() { "open" } else { "closed" };
    let next = next.map(|clock| format!("  {}", clock_line(clock))).unwrap_or_default();
    format!("{}  {}  {state}  {}{next}", case.id, case.opening.matter.kind().id(), case.opening.title)
}

fn clock_line(clock: &Clock<'_>) -> String {
    let on = clock.due.on().map_or_else(|| "-".to_owned(), |on| on.to_string());
    let what = clock.step.map_or_else(|| clock.deadline.name.clone(), |step| step.id().to_owned());
    format!("{on}  {}  {what}  {}", clock.status.id(), clock.measure.id)
}

/// A case for people: what it is, its clocks, and what was recorded.
fn told(case: &Case, running: &[Clock<'_>], history: &[CaseLine]) -> Vec<String> {
    let opening = &case.opening;
    let mut lines = vec![line(case, None), format!("  {}@{}  {}", opening.code, opening.version, opening.aware_at)];
    lines.extend(running.iter().map(|clock| format!("  {}", clock_line(clock))));
    lines.extend(history.iter().map(|it| {
        let said = match &it.event.change {
            CaseChange::Opened(_) => String::new(),
            CaseChange::StepDone(step) => {
                let note = step.note.as_ref().map(|note| format!("  {note}")).unwrap_or_default();
                format!("  {}  {}{note}", step.kind.id(), step.at)
            }
            CaseChange::Noted(text) | CaseChange::Closed(text) | CaseChange::Reopened(text) => format!("  {text}"),
        };
        format!("{:>8}  {}  {}  ({}){said}", it.entry_id, it.at, it.event.kind(), it.actor)
    }));
    lines
}
