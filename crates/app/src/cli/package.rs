//! `adhere package`: what one organisation tells another, signed, and the answers to it; as files or over HTTP.

pub(super) mod arguments;

mod deciding;
mod post;
mod shown;

use std::fs;
use std::path::Path;

use adhere_actions::packages::{
    SendPackage, Standing, Subject, file_acknowledgement, receive_package, send_package, write_package,
};
use adhere_domain::digest::Digest;
use adhere_journal::package::kind::PackageKind;
use adhere_store::StoreError;
use adhere_store::event::Objection;
use adhere_store::projection::package::{Direction, Package, Wanted, list};
use anyhow::{Context as _, anyhow};
use serde_json::json;

use self::arguments::{PackageCommand, SendArguments};
use super::acting::{Acting, Instance, parse_id, parse_part};
use super::named::{AnswerFormat, page};
use super::store::open::open;
use super::store::say;
use super::{CommandError, Exit, witness};
use crate::output::write_to;
use crate::words::Words;

/// Does what a subcommand asks for.
pub(super) fn package(command: &PackageCommand) -> Result<Exit, CommandError> {
    match command {
        PackageCommand::Key { place } => {
            let key = *open(place)?.keys().author.public().bytes();
            say(&[Digest::new(key).to_string()])?;
            Ok(Exit::Done)
        }
        PackageCommand::Send(arguments) => send(arguments),
        PackageCommand::Write { acting, id, output } => {
            let instance = Instance::open(&acting.place)?;
            let written = write_package(&instance.context(acting), id)?;
            save(output, &written.outcome)?;
            Ok(Exit::Done)
        }
        PackageCommand::Receive { acting, file, output } => receive(acting, file, output),
        PackageCommand::Inbox { place, state, before, limit, format } => {
            let direction = Some(Direction::Received);
            let wanted = Wanted { direction, state: Some(state), before: *before, ..Wanted::default() };
            let found = open(place)?.read(|tx| Ok::<_, StoreError>(list(tx, &wanted, *limit)?));
            print(&found.map_err(anyhow::Error::from)?, *limit, *format)?;
            Ok(Exit::Done)
        }
        PackageCommand::Accept { deciding } => deciding::decide(deciding, None),
        PackageCommand::Refuse { deciding, reason, basis } => {
            deciding::decide(deciding, Some(Objection { reason: reason.clone(), basis: basis.clone() }))
        }
        PackageCommand::Ask { acting, id, url, file } => deciding::ask(acting, id, url, file.as_deref()),
        PackageCommand::Acknowledge { acting, file } => acknowledge(acting, file),
        PackageCommand::Show { place, id, format } => shown::show(place, id, *format),
        PackageCommand::List { place, direction, id, before, limit, format } => {
            let wanted = Wanted { direction: *direction, id: id.as_deref(), before: *before, ..Wanted::default() };
            let found = open(place)?.read(|tx| Ok::<_, StoreError>(list(tx, &wanted, *limit)?));
            print(&found.map_err(anyhow::Error::from)?, *limit, *format)?;
            Ok(Exit::Done)
        }
    }
}

fn send(arguments: &SendArguments) -> Result<Exit, CommandError> {
    let instance = Instance::open(&arguments.acting.place)?;
    let command = SendPackage {
        about: about(arguments).map_err(|expected| anyhow!("`{}` is not {expected}", arguments.subject))?,
        addressee: arguments.to.clone(),
        hidden: arguments.hide.iter().cloned().collect(),
        expires: arguments.expires,
    };
    let sent = send_package(&instance.context(&arguments.acting), &command)?.outcome;
    if let Some(file) = &arguments.output {
        save(file, &sent.letter)?;
    }
    if let Some(url) = &arguments.url {
        let answer = post::post(url, &sent.letter)?;
        return filed(&instance, &arguments.acting, &answer);
    }
    let values = [("package", sent.id.into()), ("organisation", arguments.to.to_string().into())];
    say(&[Words::english()?.with("package-sent", &values)])?;
    Ok(Exit::Done)
}

fn about(arguments: &SendArguments) -> Result<Subject, String> {
    let subject = arguments.subject.as_str();
    let version = || {
        let (code, version) = subject.split_once('@').ok_or("a version of a code: `CODE@VERSION`")?;
        Ok::<_, String>((parse_part(code)?, parse_part(version)?))
    };
    Ok(match arguments.kind {
        PackageKind::AdherenceDeclaration => Subject::Adherence(parse_id(subject)?),
        PackageKind::StatementSet => version().map(|(code, version)| Subject::Statements(code, version))?,
        PackageKind::EvidenceIndex => version().map(|(code, version)| Subject::Evidence(code, version))?,
    })
}

fn receive(acting: &Acting, file: &Path, output: &Path) -> Result<Exit, CommandError> {
    let instance = Instance::open(&acting.place)?;
    let policy = witness::known(&instance.store)?;
    let received = receive_package(&instance.context(acting), &policy, &read(file)?)?.outcome;
    if let Some(acknowledgement) = &received.acknowledgement {
        save(output, acknowledgement)?;
    }
    let words = Words::english()?;
    let (line, exit) = match received.standing {
        Standing::Filed => (words.text("package-filed"), Exit::Done),
        Standing::Waiting => (words.text("package-filed-waiting"), Exit::Done),
        Standing::FiledBefore => (words.text("package-filed-before"), Exit::Found),
        Standing::Refused(reason) => {
            let values = [("code", reason.code.into()), ("reason", reason.reason.into())];
            (words.with("package-refused", &values), Exit::Found)
        }
    };
    say(&[line])?;
    Ok(exit)
}

fn acknowledge(acting: &Acting, file: &Path) -> Result<Exit, CommandError> {
    filed(&Instance::open(&acting.place)?, acting, &read(file)?)
}

/// Files an acknowledgement, and says what it says.
fn filed(instance: &Instance, acting: &Acting, bytes: &[u8]) -> Result<Exit, CommandError> {
    let policy = witness::known(&instance.store)?;
    let filed = file_acknowledgement(&instance.context(acting), &policy, bytes)?.outcome;
    let words = Words::english()?;
    let id = ("package", filed.id.into());
    let line = match filed.refused {
        None if filed.is_receipt => words.with("package-was-received", &[id]),
        None => words.with("package-was-accepted", &[id]),
        Some(reason) => {
            let values = [id, ("code", reason.code.into()), ("reason", reason.reason.into())];
            words.with("package-was-refused", &values)
        }
    };
    say(&[line])?;
    Ok(Exit::Done)
}

fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read `{}`", file.display()))
}

fn save(file: &Path, text: &str) -> anyhow::Result<()> {
    write_to(Some(file), |out| Ok(out.write_all(text.as_bytes())?))
}

fn print(found: &[Package], limit: u64, format: AnswerFormat) -> anyhow::Result<()> {
    let line = |it: &Package| match format {
        AnswerFormat::Text => {
            let reason = it.reason.as_ref().map(|reason| format!(" [{reason}]")).unwrap_or_default();
            let (way, kind, side) = (it.direction.id(), it.kind, &it.counterpart);
            format!("{:>8}  {way}  {}  {kind}  {}  {side}  {}{reason}", it.entry_id, it.id, it.about, it.state)
        }
        AnswerFormat::Json => json!({
            "package": it.id,
            "direction": it.direction.id(),
            "kind": it.kind.name(),
            "about": it.about,
            "counterpart": it.counterpart.as_str(),
            "sequence": it.sequence,
            "sha256": it.digest.map(|digest| digest.to_string()),
            "state": it.state,
            "reason": it.reason,
            "recorded_at": it.recorded_at.to_string(),
            "entry": it.entry_id,
        })
        .to_string(),
    };
    let last = found.last().map(|last| last.entry_id);
    say(&page(found.iter().map(line).collect(), last, limit, format, "package-none")?)
}
