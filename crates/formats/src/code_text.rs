//! The full text of a code, part by part, beside its structure: as JSON, with where it was read and how far that can
//! be relied on.

mod matching;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::matching::code_text;
use crate::diagnostic::Findings;
use crate::toml_reader::Log;

/// The name of this form and its version.
const FORMAT: &str = "adhere-code-text/1";

/// The text of one version of a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeText {
    /// The name of this form and its version.
    format: String,
    /// The code's id.
    pub code: String,
    /// Its version.
    pub version: String,
    /// The language of the text, as BCP 47 has it, such as `en`.
    pub language: String,
    /// The files it was read from.
    pub files: Vec<TextFile>,
    /// The parts with their text, in the order of the files.
    pub parts: Vec<TextPart>,
    /// What was found in the files and is no part.
    pub unmatched: Vec<Unmatched>,
    /// Ids of commitments and measures of the structure for which no text was found.
    pub missing: Vec<String>,
}

/// How far a copy of a text can be relied on. None of them is authentic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TextStanding {
    /// A copy of the file that was officially published.
    OfficialCopy,
    /// Typed or converted by hand from the official file.
    HandCopy,
    /// Said to be verbatim, apart from marks and headings, and not compared with the official file.
    NearVerbatim,
    /// Nothing is known of how it was made.
    Unverified,
}

/// A file that text was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextFile {
    /// Its name.
    pub name: String,
    /// The SHA-256 of its text, without a byte order mark.
    pub sha256: String,
    /// How far the copy can be relied on.
    pub standing: TextStanding,
    /// What the file itself says of how it was made, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

/// A part with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextPart {
    /// Its id: that of the structure for commitments and measures, such as `S.M9.3`; for others by kind and mark, such
    /// as `S.REC.a`, `S.OBJ.A`, `S.APP.3.5`, `S.GLO.near-miss`.
    pub id: String,
    /// Its title as in the file, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it names as its legal basis, with its label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_text: Option<String>,
    /// Its own text, in Markdown, without that of its parts.
    pub text: String,
    /// The name of its file.
    pub file: String,
    /// The line on which it begins.
    pub line: usize,
}

/// Something in a file that is no part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unmatched {
    /// The name of the file.
    pub file: String,
    /// The line on which it begins.
    pub from: usize,
    /// The line on which it ends.
    pub to: usize,
    /// Its title, or its first words.
    pub title: String,
    /// Why: `number-unknown`, `title-differs`, `id-twice`, `no-place`, `unrecognised`, or a kind of note.
    pub why: String,
    /// The title that the structure has, where titles differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
}

impl TextStanding {
    /// All, with their names in data and messages.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::OfficialCopy, "official-copy"),
        (Self::HandCopy, "hand-copy"),
        (Self::NearVerbatim, "near-verbatim"),
        (Self::Unverified, "unverified"),
    ];

    /// The name in data and messages.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).map_or("", |(_, name)| name)
    }
}

impl CodeText {
    /// A part by its id.
    pub fn part(&self, id: &str) -> Option<&TextPart> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// The file of a part.
    pub fn file(&self, part: &TextPart) -> Option<&TextFile> {
        self.files.iter().find(|file| file.name == part.file)
    }

    /// As JSON.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        Ok(format!("{}\n", serde_json::to_string_pretty(self)?))
    }
}

/// Reads what [`CodeText::to_json`] wrote.
pub fn read_code_text(file: &str, text: &str) -> Result<CodeText, Findings> {
    let refuse = |message: String, hint: &str| {
        let log = Log::new(file);
        log.error(None, "not-a-code-text", message, Some(hint.to_owned()));
        log.into_findings(text)
    };
    let hint = "name a file that `adhere code text` wrote";
    let read: CodeText = serde_json::from_str(text)
        .map_err(|error| refuse(format!("this is not the text of a code: {error}").to_lowercase(), hint))?;
    if read.format != FORMAT {
        return Err(refuse(format!("`{}` is not the form `{FORMAT}`", read.format), hint));
    }
    Ok(read)
}

/// The JSON Schema of what [`CodeText::to_json`] gives.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(CodeText).as_value())
}
