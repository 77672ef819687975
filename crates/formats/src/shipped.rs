//! What ships with the program: the law, the calendars and the codes of `data/`, built into the binary.

use adhere_domain::adherence::files::ProviderFiles;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::corpus::Corpus;

use crate::code_source::{CodeFiles, CodeSource, code};
use crate::compiled_code::compiled_digest;
use crate::diagnostic::Findings;
use crate::digest::digest_files;
use crate::law_data::{LawData, LawFiles, law_data};
use crate::register_facts::RegisterFacts;
use adhere_domain::digest::Digest;
use adhere_domain::parties::organisation::OrganisationId;

/// A shipped file: its path in the repository, and its text.
macro_rules! shipped {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_str!(concat!("../../../", $path)))),+]
    };
}

const PROVISIONS: &[(&str, &str)] = shipped![
    "data/law/ai-act-chapter-v.toml",
    "data/law/ai-act-chapters-i-iii-iv.toml",
    "data/law/ai-act-chapters-vii-xiii.toml",
    "data/law/ai-act-annexes.toml",
    "data/law/ai-act-recitals.toml",
    "data/law/omnibus-2026.toml",
];
const RULES: &[(&str, &str)] = shipped!["data/law/parameters.toml", "data/law/readings.toml"];
const CALENDARS: &[(&str, &str)] = shipped!["data/calendars/institutions.toml", "data/calendars/member-states.toml"];
const GPAI: &[(&str, &str)] = shipped![
    "data/codes/gpai/code.toml",
    "data/codes/gpai/transparency.md",
    "data/codes/gpai/copyright.md",
    "data/codes/gpai/safety-and-security.md",
    "data/codes/gpai/lineage.toml",
];
const CONDUCT: &[(&str, &str)] = shipped![
    "data/codes/conduct-template/code.toml",
    "data/codes/conduct-template/conduct.md",
    "data/codes/conduct-template/kpis.toml"
];

/// The sets of indicators for shipped codes, by the code's id.
const INDICATORS: [(&str, &[(&str, &str)]); 2] = [
    ("conduct-template", shipped!["data/codes/conduct-template/kpis.toml"]),
    ("gpai", shipped!["data/codes/gpai/kpis.toml"]),
];

/// The file with the set of indicators for a shipped code: name and text.
pub fn indicators_file(code: &PartId) -> Option<(&'static str, &'static str)> {
    INDICATORS.iter().find(|(id, _)| *id == code.as_str()).and_then(|(_, files)| files.first().copied())
}

/// Who is listed by whom as a signatory of the Code of Practice.
const SIGNATORIES: &[(&str, &str)] = shipped!["data/register/gpai-signatories.toml"];

/// What public documents say of one of them, in a provider's files; `examples/openai/README.md` says what they are.
const PUBLIC_FACTS: (&str, &[(&str, &str)]) = (
    "openai",
    shipped!["examples/openai/adhere.toml", "examples/openai/models/gpt-5.toml", "examples/openai/models/gpt-5-5.toml",],
);

/// The files of a provider that were made from public facts about it, and the provider's id in the shipped register.
pub fn public_facts() -> Option<(OrganisationId, ProviderFiles)> {
    let (id, files) = PUBLIC_FACTS;
    let mut provider = ProviderFiles::default();
    for (path, text) in files {
        match path.rsplit_once("/models/").and_then(|(_, name)| name.strip_suffix(".toml")) {
            Some(model) => drop(provider.models.insert(PartId::parse(model)?, (*text).to_owned())),
            None => provider.own = Some((*text).to_owned()),
        }
    }
    Some((OrganisationId::parse(id)?, provider))
}

/// The shipped facts for a register.
pub fn register_facts() -> Result<RegisterFacts, Findings> {
    let Some((file, text)) = SIGNATORIES.first() else { return Err(Findings::default()) };
    let (facts, findings) = crate::register_facts::register_facts(file, text);
    facts.ok_or(findings)
}

/// The shipped law.
///
/// The findings are those of a broken build: a test parses every shipped file.
pub fn law() -> Result<LawData, Findings> {
    let (Some(parameters), Some(readings)) = (RULES.first(), RULES.last()) else { return Err(Findings::default()) };
    law_data(LawFiles { provisions: PROVISIONS, parameters: *parameters, readings: *readings, calendars: CALENDARS })
}

/// The digest of all files of the shipped law.
pub fn law_digest() -> Digest {
    digest_files(PROVISIONS.iter().chain(RULES).chain(CALENDARS).copied())
}

/// A shipped code.
#[derive(Clone, Debug)]
pub struct ShippedCode {
    /// The code, and where its parts stand.
    pub source: CodeSource,
    /// The digest of the compiled code, which names this version.
    pub digest: Digest,
    /// Its files: name and text.
    pub files: &'static [(&'static str, &'static str)],
}

/// The shipped codes, in order of id.
pub fn codes(corpus: &Corpus) -> Result<Vec<ShippedCode>, Findings> {
    [CONDUCT, GPAI].into_iter().map(|files| shipped_code(files, corpus)).collect()
}

fn shipped_code(files: &'static [(&'static str, &'static str)], corpus: &Corpus) -> Result<ShippedCode, Findings> {
    let Some((manifest, named)) = files.split_first() else { return Err(Findings::default()) };
    let source = code(&CodeFiles { manifest: *manifest, named: named.to_vec() }, corpus)?;
    Ok(ShippedCode { digest: compiled_digest(&source.code), source, files })
}
