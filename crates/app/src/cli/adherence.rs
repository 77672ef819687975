//! `adhere adherence`: declare adherence, change and withdraw it, declare interest, and record what sources say.

pub(super) mod arguments;

use adhere_actions::adherence::{Preview, preview, record};
use adhere_domain::adherence::assessment::Assessor;
use adhere_domain::adherence::register::event::{
    Change, Declaration, Interest, Listed, Listing, RegisterCommand, Signature, Withdrawal,
};
use adhere_domain::adherence::register::life::Terms;

use self::arguments::{AdherenceCommand, Asked, SignedArguments};
use super::acting::{Instance, say_recorded};
use super::{CommandError, Exit};
use crate::clock;
use crate::output::write_to;
use crate::report::Context as ReportContext;
use crate::report::summary::write_summary;
use crate::words::Words;

/// Does what a subcommand asks for.
pub(super) fn adherence(command: &AdherenceCommand) -> Result<Exit, CommandError> {
    let (asked, command) = asked(command);
    let instance = Instance::open(&asked.acting.place)?;
    let context = instance.context(&asked.acting);
    if asked.dry_run {
        show(&preview(&context, command)?, &instance)?;
    } else {
        say_recorded(&record(&context, command)?)?;
    }
    Ok(Exit::Done)
}

/// What is asked of the register.
fn asked(command: &AdherenceCommand) -> (&Asked, RegisterCommand) {
    match command {
        AdherenceCommand::Declare { asked, id, organisation, code, version, terms, since, signed, source } => {
            let signed = signature(signed);
            let declaration = Declaration {
                id: id.clone(),
                provider: organisation.clone(),
                code: code.clone(),
                terms: Terms { version: version.clone(), scope: terms.scope.clone(), models: terms.models() },
                since: since.unwrap_or(signed.on),
                signed,
                source: source.clone(),
            };
            (asked, RegisterCommand::Declare(declaration))
        }
        AdherenceCommand::Change { asked, id, terms, from, signed } => {
            let signed = signature(signed);
            let (from, scope, models) = (from.unwrap_or(signed.on), terms.scope.clone(), terms.models());
            (asked, RegisterCommand::Change(Change { id: id.clone(), from, scope, models, signed }))
        }
        AdherenceCommand::Withdraw { asked, id, from, signed, reason } => {
            let signed = signature(signed);
            let (from, reason) = (from.unwrap_or(signed.on), reason.clone());
            (asked, RegisterCommand::Withdraw(Withdrawal { id: id.clone(), from, signed, reason }))
        }
        AdherenceCommand::Interest { asked, organisation, code, signed } => {
            let (provider, code) = (organisation.clone(), code.clone());
            (asked, RegisterCommand::DeclareInterest(Interest { provider, code, signed: signature(signed) }))
        }
        AdherenceCommand::ListFact { asked, organisation, code, scope, source, as_of, since, note, .. } => {
            let listing = Listing {
                provider: organisation.clone(),
                code: code.clone(),
                // The command line asks for a scope unless the source says that there is none.
                listed: scope.clone().map_or(Listed::NotSignatory, Listed::Signatory),
                source: source.clone(),
                as_of: *as_of,
                since: *since,
                note: note.clone(),
            };
            (asked, RegisterCommand::List(listing))
        }
    }
}

fn signature(signed: &SignedArguments) -> Signature {
    Signature { by: signed.signed_by.clone(), on: signed.signed_on.unwrap_or_else(clock::today) }
}

/// What would be recorded, and the assessment of the provider as it would then be.
fn show(preview: &Preview, instance: &Instance) -> Result<(), CommandError> {
    let words = Words::english()?;
    let assessor = Assessor::new(&preview.undertaking, &preview.codes, &preview.law, &instance.law.calendars);
    let report = ReportContext { words: &words, data: &instance.law, assessor: &assessor };
    Ok(write_to(None, |out| {
        let kinds: Vec<&str> =
            preview.events.iter().map(adhere_domain::adherence::register::event::RegisterEvent::kind).collect();
        let line = match kinds.as_slice() {
            [] => words.text("would-record-nothing"),
            kinds => words.with("would-record", &[("kinds", kinds.join(", ").into())]),
        };
        writeln!(out, "{line}\n")?;
        write_summary(&report, out).map(|_| ())
    })?)
}
