//! `adhere code text`: the full text of a code beside its structure; and showing it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use adhere_domain::codes::code::Code;
use adhere_formats::code_text::{CodeText, TextStanding, Unmatched, code_text, read_code_text};
use adhere_formats::diagnostic::{Diagnostic, Findings};
use adhere_formats::provider_folder::file_error;
use adhere_formats::source_file::read_text;
use anyhow::{Result, anyhow};
use clap::Args;

use super::super::CommandError;
use super::find::full_name;
use super::published;
use crate::output::{tell, write_to};
use crate::words::Words;

#[derive(Debug, Args)]
pub(crate) struct TextArguments {
    /// The published code as Markdown, in the order of its chapters.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The id of the code that they are the text of.
    #[arg(long, value_name = "ID")]
    pub(crate) code: String,
    /// The language of the text.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub(crate) language: String,
    /// How the copy was made: `official-copy`, `hand-copy`, `near-verbatim` or `unverified` (which is meant if not
    /// given); once for all files, or once for each in their order.
    #[arg(long, value_parser = parse_standing)]
    pub(crate) standing: Vec<TextStanding>,
    /// Write to this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

fn parse_standing(text: &str) -> Result<TextStanding, String> {
    let known = TextStanding::ALL.iter().find(|(_, name)| *name == text);
    known.map(|(standing, _)| *standing).ok_or_else(|| {
        let names: Vec<&str> = TextStanding::ALL.iter().map(|(_, name)| *name).collect();
        format!("one of `{}`", names.join("`, `"))
    })
}

/// Writes the text as JSON, and tells what did not match.
pub(super) fn text(arguments: &TextArguments, code: &Code, words: &Words) -> Result<(), CommandError> {
    let (standings, files) = (arguments.standing.len(), arguments.files.len());
    if standings > 1 && standings != files {
        return Err(
            anyhow!("`--standing` is given {standings} times for {files} files: give it once or for each").into()
        );
    }
    let published = published::read(&arguments.files)?;
    let text = code_text(&published, code, &arguments.language, &arguments.standing);
    if text.missing.len() == code.commitments().count() + code.measures().count() {
        return Err(published::not_a_code(&arguments.files).into());
    }
    let json = text.to_json().map_err(anyhow::Error::from)?;
    write_to(arguments.output.as_deref(), |out| Ok(out.write_all(json.as_bytes())?))?;
    tell(&told(&text, words));
    Ok(())
}

fn told(text: &CodeText, words: &Words) -> String {
    let values = [
        ("code", format!("{}@{}", text.code, text.version).into()),
        ("parts", text.parts.len().into()),
        ("files", text.files.len().into()),
        ("unmatched", text.unmatched.len().into()),
        ("missing", text.missing.len().into()),
    ];
    let mut told = words.with("code-text-done", &values);
    for Unmatched { file, from, to, title, why, expected } in &text.unmatched {
        let (key, last) = match expected {
            Some(expected) => ("code-text-expected", ("expected", expected.as_str().into())),
            None => ("code-text-unmatched", ("why", why.as_str().into())),
        };
        let place = [("file", file.as_str().into()), ("from", (*from).into()), ("to", (*to).into())];
        let values: Vec<_> = place.into_iter().chain([("title", title.as_str().into()), last]).collect();
        let _ = write!(told, "\n  {}", words.with(key, &values));
    }
    if !text.missing.is_empty() {
        let _ = write!(told, "\n  {}", words.with("code-text-missing", &[("ids", text.missing.join(", ").into())]));
    }
    told
}

/// The text of a code, from a file that `adhere code text` wrote for it.
pub(in crate::cli) fn read(path: &Path, code: &Code) -> Result<CodeText, CommandError> {
    let json = read_text(path).map_err(|error| Findings::from(file_error(path, &error)))?;
    let text = read_code_text(&path.display().to_string(), &json)?;
    if text.code != code.id.as_str() || text.version != code.version.as_str() {
        let message = format!("this is the text of `{}@{}`", text.code, text.version).escape_debug().to_string();
        let hint = format!("name a text of `{}`", full_name(code));
        return Err(Findings::from(Diagnostic::about_file(path, "text-of-another-code", message, &hint)).into());
    }
    Ok(text)
}

/// The text of one part, from a file that `adhere code text` wrote for this code.
pub(super) fn show(path: &Path, code: &Code, part: &str, words: &Words) -> Result<Option<String>, CommandError> {
    let text = read(path, code)?;
    Ok(text.part(part).map(|found| {
        let of_file = text.file(found);
        let standing = of_file.map_or(TextStanding::Unverified, |file| file.standing);
        let values = [
            ("standing", words.text(&format!("code-text-standing-{}", standing.id())).into()),
            ("language", text.language.as_str().into()),
            ("file", found.file.as_str().into()),
            ("line", found.line.into()),
        ];
        let mut shown = format!("{}\n", words.with("code-text-heading", &values));
        if let Some(status) = of_file.and_then(|file| file.status.as_deref()) {
            let _ = writeln!(shown, "{}", words.with("code-text-status", &[("status", status.into())]));
        }
        let texts = [found.title.as_deref(), found.legal_text.as_deref(), Some(found.text.as_str())];
        for text in texts.into_iter().flatten().filter(|text| !text.is_empty()) {
            let _ = write!(shown, "\n{text}\n");
        }
        shown
    }))
}
