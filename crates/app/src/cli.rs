//! The command line: parse, call one thing, print; and the one place where errors become exit codes.

mod arguments;

mod account;
mod acting;
mod adherence;
mod approval;
mod assess;
mod case;
mod check;
mod code;
mod demo;
mod diff;
mod evidence;
mod explain;
mod findings;
mod init;
mod invitation;
mod journal;
mod kpi;
pub(crate) mod law;
mod model;
mod named;
mod package;
mod party;
mod references;
mod register;
mod replay;
mod serve;
mod shipped;
mod statement;
mod store;
mod witness;

use std::process::ExitCode;

use adhere_actions::Refusal;
use adhere_formats::diagnostic::Findings;
use clap::{CommandFactory, Parser};

use self::acting::tell_refusal;
use self::arguments::{Arguments, Command};
use crate::diagnostics::tell_all;
use crate::output::{tell, write_to};

/// How the program ends; the numbers are documented in `docs/guide/pipelines.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Done,
    /// With `--check`: something is overdue, missing or not allowed. A rule refuses what was asked for.
    Found,
    /// A file is wrong; nothing was assessed.
    BadInput,
    /// With `--check`: nothing found, but a question is open for want of a fact or of judgment.
    Open,
    /// Something could not be read, written or found.
    Failed,
    /// A replay gave another outcome.
    Differs,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        // 2 is clap's own code for a wrong command line.
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Found => 1,
            Exit::BadInput => 3,
            Exit::Open => 4,
            Exit::Failed => 5,
            Exit::Differs => 6,
        })
    }
}

/// What keeps a command from being done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    /// Files are wrong.
    #[error("the input is not usable")]
    Input(Findings),
    /// A rule refuses it; nothing was changed.
    #[error(transparent)]
    Refused(Refusal),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl From<Findings> for CommandError {
    fn from(findings: Findings) -> Self {
        Self::Input(findings)
    }
}

/// Runs the program on its command line.
pub(crate) fn run() -> Exit {
    let arguments = Arguments::parse();
    match dispatch(arguments) {
        Ok(exit) => exit,
        Err(CommandError::Input(findings)) => {
            tell_all(&findings);
            Exit::BadInput
        }
        Err(CommandError::Refused(refusal)) => {
            tell_refusal(&refusal);
            Exit::Found
        }
        Err(CommandError::Other(error)) => {
            tell(&format!("error: {error:#}"));
            Exit::Failed
        }
    }
}

fn dispatch(arguments: Arguments) -> Result<Exit, CommandError> {
    match arguments.command {
        Command::Assess(arguments) => assess::assess(&arguments),
        Command::Replay(arguments) => replay::replay(&arguments),
        Command::Init(arguments) => init::init(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Explain { rule } => explain::explain(rule.as_deref()),
        Command::Code(command) => code::code(&command),
        Command::Diff(arguments) => diff::diff(&arguments),
        Command::Law(command) => law::law(&command),
        Command::Kpi(command) => kpi::kpi(&command),
        Command::Journal(command) => journal::journal(&command),
        Command::Verify(arguments) => Ok(match adhere_verifier::run(&arguments) {
            adhere_verifier::Ended::Proven => Exit::Done,
            adhere_verifier::Ended::Unproven => Exit::Found,
            adhere_verifier::Ended::Unusable => Exit::Failed,
        }),
        Command::Serve(arguments) => serve::serve(&arguments),
        Command::Witness(command) => witness::witness(&command),
        Command::Store(command) => store::store(&command),
        Command::Account(command) => account::account(&command),
        Command::Party(command) => party::party(&command),
        Command::Model(command) => model::model(&command),
        Command::Adherence(command) => adherence::adherence(&command),
        Command::Statement(command) => statement::statement(&command),
        Command::Evidence(command) => evidence::evidence(&command),
        Command::Invitation(command) => invitation::invitation(&command),
        Command::Case(command) => case::case(&command),
        Command::Approval(command) => approval::approval(&command),
        Command::Package(command) => package::package(&command),
        Command::Register(command) => register::register(&command),
        Command::Demo { folder, serve, listen } => demo::demo(folder.as_ref(), serve.then_some(listen)),
        Command::Schema { form } => {
            let schema = form.schema();
            Ok(write_to(None, |out| Ok(out.write_all(schema.as_bytes())?)).map(|()| Exit::Done)?)
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "adhere", &mut script);
            Ok(write_to(None, |out| Ok(out.write_all(&script)?)).map(|()| Exit::Done)?)
        }
        Command::Man { folder } => {
            std::fs::create_dir_all(&folder).map_err(anyhow::Error::from)?;
            clap_mangen::generate_to(Arguments::command(), &folder).map_err(anyhow::Error::from)?;
            Ok(Exit::Done)
        }
    }
}
