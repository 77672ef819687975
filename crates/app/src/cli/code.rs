//! `adhere code`: read the codes, and prove what of the law they cover.

pub(super) mod arguments;
mod coverage;
pub(super) mod find;
pub(super) mod import;
mod import_report;
pub(super) mod publish;
mod published;
mod show;
pub(super) mod text;

use std::io::Write;

use self::arguments::CodeCommand;
use self::find::find_code;
use super::shipped::Shipped;
use super::{CommandError, Exit};
use crate::output::write_to;
use crate::words::Words;

/// Lists or shows codes.
pub(super) fn code(command: &CodeCommand) -> Result<Exit, CommandError> {
    let words = Words::english()?;
    let shipped = Shipped::load()?;
    match command {
        CodeCommand::List => write_to(None, |out| list(&shipped, &words, out))?,
        CodeCommand::Show { code, part, text } => {
            let code = &find_code(code, &shipped.data.corpus)?.source.code;
            let text = show::with_text(code, (part.as_deref(), text.as_deref()), &shipped.data.corpus, &words)?;
            write_to(None, |out| Ok(out.write_all(text.as_bytes())?))?;
        }
        CodeCommand::Import(arguments) => import::import(arguments, &shipped.data.corpus, &words)?,
        CodeCommand::Publish(arguments) => return publish::publish(arguments),
        CodeCommand::Text(arguments) => {
            let code = &find_code(&arguments.code, &shipped.data.corpus)?.source.code;
            text::text(arguments, code, &words)?;
        }
        CodeCommand::Coverage { code, format, output, check } => {
            let code = &find_code(code, &shipped.data.corpus)?.source.code;
            let report = coverage::report(code, *format, &shipped.data.corpus, &words)?;
            write_to(output.as_deref(), |out| Ok(out.write_all(report.as_bytes())?))?;
            if *check && coverage::has_gaps(code) {
                return Ok(Exit::Found);
            }
        }
    }
    Ok(Exit::Done)
}

fn list(shipped: &Shipped, words: &Words, out: &mut dyn Write) -> anyhow::Result<()> {
    for code in &shipped.codes {
        let name = format!("{}@{}", code.id, code.version);
        let digest = shipped.code_digests.get(&name).map_or_else(String::new, ToString::to_string);
        let counts = [
            ("chapters", code.chapters.len().into()),
            ("commitments", code.commitments().count().into()),
            ("measures", code.measures().count().into()),
        ];
        writeln!(out, "{name}  {}", code.title)?;
        writeln!(out, "  {}", words.with("code-counts", &counts))?;
        writeln!(out, "  {}", words.text(&format!("profile-{}", code.profile.id())))?;
        writeln!(out, "  sha256 {digest}")?;
    }
    Ok(())
}
