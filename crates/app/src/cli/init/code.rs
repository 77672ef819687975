//! Starting a code: a manifest and one chapter that compile as they are.

use std::fs;
use std::path::Path;

use adhere_formats::code_source::MANIFEST_FILE;
use anyhow::{Context, Result};

use super::{refuse_existing, write_new};
use crate::cli::arguments::CodeKind;
use crate::output::write_to;
use crate::words::Words;

/// The manifest, the name of the chapter's file, and the chapter.
type Template = (&'static str, &'static str, &'static str);

macro_rules! template {
    ($kind:literal, $chapter:literal) => {
        (
            include_str!(concat!("../../../templates/init/code-", $kind, "/code.toml")),
            $chapter,
            include_str!(concat!("../../../templates/init/code-", $kind, "/", $chapter)),
        )
    };
}

const ART_56: Template = template!("art-56", "practice.md");
const ART_50_7: Template = template!("art-50-7", "transparency.md");
const ART_95: Template = template!("art-95", "conduct.md");

/// Writes the two files; nothing that is there is overwritten.
pub(super) fn init(kind: CodeKind, folder: &Path, words: &Words) -> Result<()> {
    let (manifest_text, chapter_name, chapter_text) = match kind {
        CodeKind::Art56 => ART_56,
        CodeKind::Art50Para7 => ART_50_7,
        CodeKind::Art95 => ART_95,
    };
    let (manifest, chapter) = (folder.join(MANIFEST_FILE), folder.join(chapter_name));
    refuse_existing(&[&manifest, &chapter])?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make `{}`", folder.display()))?;
    write_new(&chapter, chapter_text)?;
    // The manifest comes last: a folder with one is a code.
    write_new(&manifest, manifest_text)?;
    let values = [
        ("folder", folder.display().to_string().into()),
        ("manifest", manifest.display().to_string().into()),
        ("chapter", chapter.display().to_string().into()),
    ];
    let message = words.with("init-code-done", &values);
    write_to(None, |out| Ok(writeln!(out, "{message}")?))
}
