//! From answers to the files of a provider's folder: what the self-assessment assesses is what `adhere assess` would.

use adhere_domain::adherence::record::Undertaking;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::readings::Readings;
use adhere_formats::diagnostic::Findings;
use adhere_formats::provider_folder::{MODELS_FOLDER, PROVIDER_FILE, model, provider};
use askama::Template;

use super::answers::Answers;
use super::questions::{LICENCE, question};

/// The id of the one model.
pub(super) const MODEL: &str = "model";

/// Why there are no files.
#[derive(Debug, thiserror::Error)]
pub(super) enum FilesError {
    /// What the answers say together cannot be.
    #[error("{}", told(.0))]
    Together(Findings),
    /// The files cannot be written.
    #[error(transparent)]
    Template(#[from] askama::Error),
}

/// Both files, and what they say.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) provider: String,
    pub(super) model: String,
    pub(super) undertaking: Undertaking,
}

/// All findings in one line.
fn told(findings: &Findings) -> String {
    findings.diagnostics.iter().map(|found| found.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// The files that say what was answered.
pub(super) fn files(
    answers: &Answers,
    unnamed: (&str, &str),
    code: Option<(&str, &str)>,
    readings: Readings,
) -> Result<Files, FilesError> {
    let provider_text = ProviderFile { answers, unnamed: unnamed.0, code }.render()?;
    let is_released = question(LICENCE).is_some_and(|(_, question)| answers.has_any_of(question));
    let model_text = ModelFile { answers, unnamed: unnamed.1, is_released }.render()?;
    let (read_provider, mut findings) = provider(PROVIDER_FILE, &provider_text, readings);
    let (read_model, found) = model(&format!("{MODELS_FOLDER}/{MODEL}.toml"), &model_text);
    findings.absorb(found);
    match (read_provider, read_model, PartId::parse(MODEL)) {
        (Some((undertaking, _)), Some(model), Some(id)) if !findings.has_errors() => {
            let undertaking = Undertaking { models: [(id, model)].into(), ..undertaking };
            Ok(Files { provider: provider_text, model: model_text, undertaking })
        }
        _ => Err(FilesError::Together(findings)),
    }
}

#[derive(Template)]
#[template(path = "web/adhere.toml", escape = "none")]
struct ProviderFile<'a> {
    answers: &'a Answers,
    unnamed: &'a str,
    code: Option<(&'a str, &'a str)>,
}

#[derive(Template)]
#[template(path = "web/model.toml", escape = "none")]
struct ModelFile<'a> {
    answers: &'a Answers,
    unnamed: &'a str,
    /// Whether anything was said of how the model is released.
    is_released: bool,
}
