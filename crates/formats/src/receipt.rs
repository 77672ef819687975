//! The receipt of an assessment: everything that decides its outcome, so that anyone can replay it.

use std::collections::BTreeMap;

use adhere_domain::law::parameters::Law;
use adhere_domain::law::readings::ReadingId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use adhere_domain::digest::Digest;

/// The name of this form and its version.
pub const FORMAT: &str = "adhere-receipt/1";

/// What decided an assessment, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The name of this form and its version.
    pub format: String,
    /// The program and its version.
    pub engine: String,
    /// SHA-256 of the program that made the receipt.
    pub engine_sha256: String,
    /// SHA-256 of the files of the law.
    pub law: String,
    /// SHA-256 of the files of each code, by `id@version`.
    pub codes: BTreeMap<String, String>,
    /// SHA-256 of the files of the provider's folder.
    pub facts: String,
    /// The day whose law is applied.
    pub as_of: String,
    /// The day whose knowledge of the law is used.
    pub known_at: String,
    /// The reading chosen for each question that the text leaves open.
    pub readings: BTreeMap<String, String>,
    /// SHA-256 of the assessment as JSON.
    pub assessment: String,
}

/// The digests that a receipt names.
#[derive(Clone, Debug)]
pub struct Digests {
    /// Of the program.
    pub engine: Digest,
    /// Of the law.
    pub law: Digest,
    /// Of each code, by `id@version`.
    pub codes: BTreeMap<String, Digest>,
    /// Of the provider's folder.
    pub facts: Digest,
    /// Of the assessment as JSON.
    pub assessment: Digest,
}

impl Receipt {
    /// The receipt of an assessment by this engine.
    pub fn new(engine: &str, digests: &Digests, law: &Law) -> Self {
        Self {
            format: FORMAT.to_owned(),
            engine: engine.to_owned(),
            engine_sha256: digests.engine.to_string(),
            law: digests.law.to_string(),
            codes: digests.codes.iter().map(|(code, digest)| (code.clone(), digest.to_string())).collect(),
            facts: digests.facts.to_string(),
            as_of: law.as_of.to_string(),
            known_at: law.known_at.to_string(),
            readings: ReadingId::ALL
                .into_iter()
                .map(|id| (id.id().to_owned(), law.readings.chosen(id).to_owned()))
                .collect(),
            assessment: digests.assessment.to_string(),
        }
    }

    /// Whether another receipt was made by the very same program.
    pub fn is_by_same_engine(&self, other: &Self) -> bool {
        self.engine_sha256 == other.engine_sha256
    }

    /// The parts in which another receipt differs, by name; which build of the program made it is not one of them.
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        let parts = [
            ("format", self.format == other.format),
            ("engine", self.engine == other.engine),
            ("law", self.law == other.law),
            ("codes", self.codes == other.codes),
            ("facts", self.facts == other.facts),
            ("as_of", self.as_of == other.as_of),
            ("known_at", self.known_at == other.known_at),
            ("readings", self.readings == other.readings),
            ("assessment", self.assessment == other.assessment),
        ];
        parts.into_iter().filter(|(_, same)| !same).map(|(name, _)| name).collect()
    }
}

/// The JSON Schema of a receipt.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(Receipt).as_value())
}
