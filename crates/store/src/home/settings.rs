//! What is set for an instance, in `instance.toml`.

use serde::{Deserialize, Serialize};

/// What is set for an instance.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The name of its log (C2SP's origin): shown in every checkpoint, and never changed.
    pub origin: String,
    /// Where the database is.
    #[serde(default, skip_serializing_if = "DatabaseSettings::is_default")]
    pub database: DatabaseSettings,
    /// Where bytes of evidence are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceSettings>,
}

/// Where the database is: without an address, a file in the folder.
#[derive(Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DatabaseSettings {
    /// A connection string of PostgreSQL's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Object storage that speaks S3.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EvidenceSettings {
    /// The server's address.
    pub endpoint: String,
    /// The bucket.
    pub bucket: String,
    /// What stands in front of every key, so that a bucket can be shared.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// The region; many servers want one and ignore it.
    #[serde(default)]
    pub region: Option<String>,
    /// The id of the access key; from the environment (`AWS_ACCESS_KEY_ID`) if not here.
    #[serde(default)]
    pub access_key_id: Option<String>,
    /// The secret of the access key; from the environment (`AWS_SECRET_ACCESS_KEY`) if not here.
    #[serde(default)]
    pub secret_access_key: Option<String>,
}

/// Why settings are not usable.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// They are not TOML, or not of this form.
    #[error(transparent)]
    Form(#[from] toml::de::Error),
    /// They cannot be written as TOML.
    #[error(transparent)]
    Writing(#[from] toml::ser::Error),
    /// The origin is not a name.
    #[error("`origin` is a name such as `example.eu/adhere`, without blanks and plus signs; here it is `{0}`")]
    Origin(String),
}

impl Settings {
    /// Settings for an instance with a name, everything in its folder.
    pub fn named(origin: &str) -> Result<Self, SettingsError> {
        let settings = Self { origin: origin.to_owned(), database: DatabaseSettings::default(), evidence: None };
        settings.checked()
    }

    pub(super) fn parse(text: &str) -> Result<Self, SettingsError> {
        toml::from_str::<Self>(text)?.checked()
    }

    fn checked(self) -> Result<Self, SettingsError> {
        // C2SP signed-note: a key's name is not empty and has neither blanks nor `+`.
        let is_name = !self.origin.is_empty()
            && !self.origin.contains(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '+');
        if is_name { Ok(self) } else { Err(SettingsError::Origin(self.origin)) }
    }

    pub(super) fn to_toml(&self) -> Result<String, SettingsError> {
        Ok(toml::to_string(self)?)
    }
}

impl DatabaseSettings {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl std::fmt::Debug for DatabaseSettings {
    /// Without the password that the address may hold.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DatabaseSettings").field("on_a_server", &self.url.is_some()).finish()
    }
}

impl std::fmt::Debug for EvidenceSettings {
    /// Without the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EvidenceSettings")
            .field("endpoint", &self.endpoint)
            .field("bucket", &self.bucket)
            .finish_non_exhaustive()
    }
}
