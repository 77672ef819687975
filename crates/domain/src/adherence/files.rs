//! What a provider says of itself and of its models: its files, word for word. Whatever reads them says what they mean,
//! so that a later program may read more out of them than the one that recorded them.

use std::collections::BTreeMap;

use crate::codes::id::PartId;
use crate::parties::directory::Directory;
use crate::parties::organisation::OrganisationId;
use crate::parties::refusal::PartyRefusal;

/// The files of one provider.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProviderFiles {
    /// Its own.
    pub own: Option<String>,
    /// Those of its models, by their ids.
    pub models: BTreeMap<PartId, String>,
}

/// What happened to a provider's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileEvent {
    /// The provider's own was recorded.
    ProviderRecorded {
        /// Whose.
        provider: OrganisationId,
        /// Its text.
        text: String,
    },
    /// The provider's own has another text.
    ProviderChanged {
        /// Whose.
        provider: OrganisationId,
        /// Its text.
        text: String,
    },
    /// A model was recorded.
    ModelRecorded {
        /// Whose.
        provider: OrganisationId,
        /// The model.
        model: PartId,
        /// The text of its file.
        text: String,
    },
    /// A model's file has another text.
    ModelChanged {
        /// Whose.
        provider: OrganisationId,
        /// The model.
        model: PartId,
        /// The text of its file.
        text: String,
    },
}

impl FileEvent {
    /// The event's kind in the journal.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::ProviderRecorded { .. } => "provider.recorded",
            Self::ProviderChanged { .. } => "provider.changed",
            Self::ModelRecorded { .. } => "model.recorded",
            Self::ModelChanged { .. } => "model.changed",
        }
    }
}

impl ProviderFiles {
    /// The events that recording files leads to: one for each file with a new text. Models of which no file is given
    /// stay on record.
    pub fn decide(
        &self,
        provider: &OrganisationId,
        given: Self,
        directory: &Directory,
    ) -> Result<Vec<FileEvent>, PartyRefusal> {
        if !directory.organisations.contains_key(provider) {
            return Err(PartyRefusal::UnknownOrganisation(provider.clone()));
        }
        let own = given.own.filter(|text| self.own.as_ref() != Some(text)).map(|text| {
            let provider = provider.clone();
            match self.own {
                None => FileEvent::ProviderRecorded { provider, text },
                Some(_) => FileEvent::ProviderChanged { provider, text },
            }
        });
        let models = given.models.into_iter().filter_map(|(model, text)| {
            let provider = provider.clone();
            match self.models.get(&model) {
                None => Some(FileEvent::ModelRecorded { provider, model, text }),
                Some(known) if *known != text => Some(FileEvent::ModelChanged { provider, model, text }),
                Some(_) => None,
            }
        });
        Ok(own.into_iter().chain(models).collect())
    }

    /// The files after an event.
    #[must_use]
    pub fn apply(mut self, event: FileEvent) -> Self {
        match event {
            FileEvent::ProviderRecorded { text, .. } | FileEvent::ProviderChanged { text, .. } => self.own = Some(text),
            FileEvent::ModelRecorded { model, text, .. } | FileEvent::ModelChanged { model, text, .. } => {
                self.models.insert(model, text);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests;
