//! What the command line accepts; its doc comments are the help text.

use std::net::SocketAddr;
use std::path::PathBuf;

use adhere_domain::law::readings::{ReadingId, Readings};
use adhere_verifier::arguments::Arguments as VerifyArguments;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use super::account::arguments::AccountCommand;
use super::adherence::arguments::AdherenceCommand;
use super::approval::arguments::ApprovalCommand;
use super::case::arguments::CaseCommand;
use super::code::arguments::CodeCommand;
use super::diff::arguments::DiffArguments;
use super::evidence::arguments::EvidenceCommand;
use super::invitation::arguments::InvitationCommand;
use super::journal::arguments::JournalCommand;
use super::kpi::arguments::KpiCommand;
use super::law::arguments::LawCommand;
use super::model::ModelCommand;
use super::package::arguments::PackageCommand;
use super::party::arguments::PartyCommand;
use super::register::arguments::RegisterCommand;
use super::serve::ServeArguments;
use super::statement::arguments::StatementCommand;
use super::store::arguments::StoreCommand;
use super::witness::arguments::WitnessCommand;

/// From the dated law, a code and a provider's facts to a verdict with reasons.
///
/// adhere says which obligations of the EU AI Act bind a provider of general-purpose AI models, which ways to show
/// compliance are open, which measures of a code of practice bind, what is missing, and what is due when.
/// It gives no legal advice and is not a service of the European Commission.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Assess a provider's folder as of a day.
    Assess(AssessArguments),
    /// Assess again from a receipt, and say whether the outcome is the same.
    Replay(ReplayArguments),
    /// Start a provider's folder, or a code, with files that teach by their comments.
    Init(InitArguments),
    /// Compile a code, and say what it lacks, contradicts or leaves unsaid.
    Check(CheckArguments),
    /// Show what changed between two versions of a code, word by word and with lineage.
    Diff(DiffArguments),
    /// Explain a rule that a finding names in brackets; or list all that have a page.
    Explain {
        /// The rule's id, such as `coverage-missing`.
        rule: Option<String>,
    },
    /// Read codes, and prove what of the law they cover.
    #[command(subcommand)]
    Code(CodeCommand),
    /// Read the provisions that adhere knows, in its own words, as of a day.
    #[command(subcommand)]
    Law(LawCommand),
    /// Read the indicators of a code, make reporting templates from them, and validate filled ones.
    #[command(subcommand)]
    Kpi(KpiCommand),
    /// The instance on this machine, where everything is recorded.
    #[command(subcommand)]
    Store(StoreCommand),
    /// What was recorded, and what shows it to those who do not trust this machine.
    #[command(subcommand)]
    Journal(JournalCommand),
    /// Have the journal witnessed by other instances, and witness theirs.
    #[command(subcommand)]
    Witness(WitnessCommand),
    /// Say what files prove, offline: receipts, checkpoints, packages and what belongs to them.
    Verify(VerifyArguments),
    /// Answer over HTTP: pages for everyone and for who is signed in, the journal as tiles, packages, and requests to witness other logs.
    Serve(ServeArguments),
    /// Let people in who sign in with a browser, and close their accounts.
    #[command(subcommand)]
    Account(AccountCommand),
    /// Organisations, people, their roles and their keys, as recorded in the instance.
    #[command(subcommand)]
    Party(PartyCommand),
    /// The models of providers, as recorded in the instance.
    #[command(subcommand)]
    Model(ModelCommand),
    /// Declare adherence to a code, change it and withdraw it.
    #[command(subcommand)]
    Adherence(AdherenceCommand),
    /// What a provider says of the measures of a code, in all revisions.
    #[command(subcommand)]
    Statement(StatementCommand),
    /// Files that show what is stated, as a whole or by passages.
    #[command(subcommand)]
    Evidence(EvidenceCommand),
    /// Invitations to adhere to a published version of a code.
    #[command(subcommand)]
    Invitation(InvitationCommand),
    /// Serious incidents, requests and complaints, with their clocks.
    #[command(subcommand)]
    Case(CaseCommand),
    /// Approve statements as they were seen.
    #[command(subcommand)]
    Approval(ApprovalCommand),
    /// Packages to and from other organisations: signed, verified, filed and acknowledged.
    #[command(subcommand)]
    Package(PackageCommand),
    /// Who adheres to what, on any day, as known at any moment.
    #[command(subcommand)]
    Register(RegisterCommand),
    /// Make an instance to look at: the shipped codes, and the signatories of the Code of Practice as sources list them.
    Demo {
        /// Its folder; a temporary one if not given.
        folder: Option<PathBuf>,
        /// Show it in a browser at once, until the program is told to stop.
        #[arg(long)]
        serve: bool,
        /// Where to listen with `--serve`; port 0 takes a free one and prints it.
        #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080", requires = "serve")]
        listen: SocketAddr,
    },
    /// Print the JSON Schema of a form that adhere writes.
    Schema {
        /// Which form.
        form: Form,
    },
    /// Print a completion script for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Write manual pages into a folder.
    Man {
        /// The folder; it is made if it is not there.
        folder: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct AssessArguments {
    /// The provider's folder, with `adhere.toml` and one file for each model under `models/`.
    pub(crate) folder: PathBuf,
    #[command(flatten)]
    pub(crate) day: Day,
    /// Assess this model alone: the name of its file without `.toml`.
    #[arg(long, value_name = "ID")]
    pub(crate) model: Option<String>,
    /// Choose a reading where the text can be read two ways; may be given several times.
    #[arg(long = "reading", value_name = "QUESTION=READING", value_parser = parse_reading)]
    pub(crate) readings: Vec<(ReadingId, String)>,
    /// How to print: `summary` fits on a screen, `text` is everything.
    #[arg(long, value_enum, default_value_t = Format::Summary)]
    pub(crate) format: Format,
    /// Write to this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Also write a receipt, from which anyone can replay the assessment.
    #[arg(long, value_name = "FILE")]
    pub(crate) receipt: Option<PathBuf>,
    /// End with exit code 1 when something is overdue, missing or not allowed, and with 4 when a question is open.
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Day {
    /// The day whose law is applied; today in Brussels if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// The day whose knowledge of the law is used; today if not given.
    #[arg(long, value_name = "DATE")]
    pub(crate) known_at: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One screen.
    Summary,
    /// Everything, for people.
    Text,
    /// Everything, for machines; see `adhere schema assessment`.
    Json,
    /// Everything, as one page without outside requests.
    Html,
    /// Gaps, overdue items and open questions, for code hosts.
    Sarif,
    /// What is due, for calendars.
    Icalendar,
}

#[derive(Debug, Args)]
pub(crate) struct ReplayArguments {
    /// The receipt.
    pub(crate) receipt: PathBuf,
    /// The provider's folder.
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct InitArguments {
    /// The folder; it is made if it is not there, and nothing in it is overwritten.
    pub(crate) folder: PathBuf,
    /// The id of a first model: the name of its file.
    #[arg(long, value_name = "ID", default_value = "my-model")]
    pub(crate) model: String,
    /// Start a code of this kind instead: a manifest and a chapter that compile.
    #[arg(long, value_enum, value_name = "KIND", conflicts_with = "model")]
    pub(crate) code: Option<CodeKind>,
}

/// Kinds of code that can be started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CodeKind {
    /// A code of practice for general-purpose AI models.
    #[value(name = "art-56")]
    Art56,
    /// A code of practice on marking and labelling generated content.
    #[value(name = "art-50-7")]
    Art50Para7,
    /// A code of conduct for AI systems that are not high-risk.
    #[value(name = "art-95")]
    Art95,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// The code: its folder with `code.toml`, or the id of one that ships.
    pub(crate) code: String,
    /// Check the lineage against this earlier version: a folder, or `id@version`.
    #[arg(long, value_name = "CODE")]
    pub(crate) against: Option<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = FindingsFormat::Text)]
    pub(crate) format: FindingsFormat,
    /// Write to this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Write the compiled code, whose digest names this version, if it compiles.
    #[arg(long, value_name = "FILE")]
    pub(crate) compiled: Option<PathBuf>,
    /// End with exit code 1 also when there are only warnings.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Check again whenever a file of the code changes, until stopped.
    #[arg(long, conflicts_with_all = ["output", "compiled"])]
    pub(crate) watch: bool,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingsFormat {
    /// With their places, for people.
    Text,
    /// For machines; see `adhere schema findings`.
    Json,
    /// For code hosts.
    Sarif,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// What `assess --format json` writes.
    Assessment,
    /// What `code coverage --format json` writes.
    Coverage,
    /// What `assess --receipt` writes.
    Receipt,
    /// What `check --format json` writes.
    Findings,
    /// What `check --compiled` writes.
    Code,
    /// What `diff --format json` writes.
    Difference,
    /// What `code text` writes.
    CodeText,
    /// What `law compare --format json` writes.
    Comparison,
    /// What `law import` keeps in the library.
    OfficialText,
    /// What `register list --format json` writes.
    Register,
    /// What the API of `serve` answers: its description (OpenAPI 3.1).
    Api,
}

impl Form {
    /// The form's JSON Schema.
    pub(crate) fn schema(self) -> String {
        match self {
            Self::Assessment => adhere_formats::assessment::schema(),
            Self::Coverage => adhere_formats::coverage::schema(),
            Self::Receipt => adhere_formats::receipt::schema(),
            Self::Findings => adhere_formats::findings::schema(),
            Self::Code => adhere_formats::compiled_code::schema(),
            Self::Difference => adhere_formats::difference::schema(),
            Self::CodeText => adhere_formats::code_text::schema(),
            Self::Comparison => adhere_formats::comparison::schema(),
            Self::OfficialText => adhere_formats::official_text::library_file::schema(),
            Self::Register => adhere_formats::register::schema(),
            Self::Api => crate::web::api::description(),
        }
    }
}

fn parse_reading(text: &str) -> Result<(ReadingId, String), String> {
    let (name, option) = text.split_once('=').ok_or("write QUESTION=READING; see `adhere law readings`")?;
    let id = ReadingId::ALL.into_iter().find(|id| id.id() == name);
    let id = id.ok_or_else(|| format!("`{name}` is not an open question; see `adhere law readings`"))?;
    if Readings::FIRST.choose(id, option).is_none() {
        return Err(format!("`{option}` is not a reading of `{name}`: one of `{}`", id.options().join("`, `")));
    }
    Ok((id, option.to_owned()))
}
