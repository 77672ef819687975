//! What is set for an instance, in `instance.toml` and by the environment.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use ipnet::IpNet;
use serde::{Deserialize, Serialize};

use super::reading::Source;
use super::setting::network_of;

/// What is set for an instance.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The name of its log (C2SP's origin): shown in every checkpoint, and never changed.
    pub origin: String,
    /// Where the database is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub database: DatabaseSettings,
    /// Where bytes of evidence are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceSettings>,
    /// How it is answered over HTTP.
    #[serde(default, skip_serializing_if = "is_default")]
    pub web: WebSettings,
    /// What is asked of whoever gets in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub access: AccessSettings,
    /// How letters are sent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mail: MailSettings,
    /// The service of OpenID Connect by which people sign in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub openid: OpenIdSettings,
    /// What becomes of packages that come in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub packages: PackageSettings,
    /// What is told to who runs it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub log: LogSettings,
    /// Who may read figures of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub metrics: MetricsSettings,
}

/// How it is answered over HTTP.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct WebSettings {
    /// The address that people know: without one it is that which is listened at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Whose word counts on where a request comes from (`X-Forwarded-For`).
    pub trusted_proxies: Vec<Network>,
    /// How many connections are open at once, at most.
    pub connections: u32,
    /// Within how many seconds an answer is made, or given up.
    pub answer_seconds: u32,
    /// For how many seconds new requests are answered after the program is told to end.
    pub drain_seconds: u32,
    /// Within how many seconds after that what was begun is answered, or given up.
    pub finish_seconds: u32,
    /// How many mebibytes of files are taken at once, at most.
    pub upload_mebibytes: u32,
    /// How often a program may ask in a minute with one token; each node counts for itself.
    pub requests_per_minute: u32,
}

impl WebSettings {
    /// How many bytes of files are taken at once, at most.
    pub fn largest_upload(&self) -> u64 {
        u64::from(self.upload_mebibytes) << 20
    }
}

/// What is asked of whoever gets in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct AccessSettings {
    /// Of whom a second factor is demanded.
    pub second_factor: SecondFactor,
}

/// Of whom a second factor is demanded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecondFactor {
    /// Of nobody.
    Optional,
    /// Of those whose roles bind an organisation, approve for it, or let others in.
    #[default]
    Binding,
    /// Of everybody.
    All,
}

/// An address, or a network of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Network(pub IpNet);

/// How letters are sent: without a server none are.
#[derive(Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct MailSettings {
    /// The server, with what it asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
    /// Whom letters come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
}

/// The service of OpenID Connect by which people sign in: without an issuer there is none.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct OpenIdSettings {
    /// Its issuer identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// By what it knows this instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// By what this instance shows that it is the one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<String>,
    /// What people call it; its host if nobody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The scopes that are asked for beside `openid`, with blanks between them.
    pub scopes: String,
}

/// What becomes of packages that come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PackageSettings {
    /// Who decides on those that hold.
    pub decide: Deciding,
}

/// Who decides on packages that hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deciding {
    /// The program, as they come in: they are accepted.
    #[default]
    AtOnce,
    /// A person, later.
    ByHand,
}

/// What is told to who runs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct LogSettings {
    /// In which form.
    pub format: LogFormat,
    /// How much.
    pub level: LogLevel,
}

/// In which form something is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// A JSON object on each line.
    Json,
}

/// How much is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogLevel {
    /// What went wrong here.
    Error,
    /// And what should be looked at.
    Warn,
    /// And every request.
    #[default]
    Info,
    /// And what libraries tell.
    Debug,
}

/// Who may read figures.
#[derive(Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MetricsSettings {
    /// Who has this may; without one, programs on this machine may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
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
    /// They are not TOML.
    #[error("line {line} is not TOML: {message}")]
    NotToml {
        /// The line.
        line: usize,
        /// What is wrong there.
        message: String,
    },
    /// There is no such setting.
    #[error("there is no setting `{name}`, which is set {place}{}", did_you_mean(nearest.as_deref()))]
    Unknown {
        /// Its name.
        name: String,
        /// Where it is set.
        place: Source,
        /// The setting that is most like it.
        nearest: Option<String>,
    },
    /// A setting has a value that cannot be.
    #[error("`{name}`, which is set {place}, is not {expected}")]
    Value {
        /// The setting.
        name: &'static str,
        /// Where it is set.
        place: Source,
        /// What it can be.
        expected: String,
    },
    /// A secret is given twice.
    #[error("{variable} and {file_variable} are both there; give one of them")]
    Twice {
        /// The variable with the value.
        variable: String,
        /// The variable with the name of a file.
        file_variable: String,
    },
    /// A variable is not text.
    #[error("{variable} is not in UTF-8")]
    NotText {
        /// The variable.
        variable: String,
    },
    /// A file with a secret cannot be read.
    #[error("the file `{}`, which {variable} names, cannot be read", path.display())]
    File {
        /// The variable.
        variable: String,
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A setting is not set that must be.
    #[error("`{name}` is not set")]
    Missing {
        /// The setting.
        name: &'static str,
    },
    /// They are not of the form that each of them has.
    #[error("they do not fit together: {0}")]
    Form(String),
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
        let settings = Self {
            origin: origin.to_owned(),
            database: DatabaseSettings::default(),
            evidence: None,
            web: WebSettings::default(),
            access: AccessSettings::default(),
            mail: MailSettings::default(),
            openid: OpenIdSettings::default(),
            packages: PackageSettings::default(),
            log: LogSettings::default(),
            metrics: MetricsSettings::default(),
        };
        settings.checked()
    }

    /// Settings from a table whose values are each of their kind.
    pub(super) fn from_table(table: toml::Table) -> Result<Self, SettingsError> {
        let settings: Self = table.try_into().map_err(|error: toml::de::Error| {
            // The error's own words would quote what may be a secret.
            SettingsError::Form(error.message().to_owned())
        })?;
        settings.checked()
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

impl Default for WebSettings {
    fn default() -> Self {
        let listen = SocketAddr::from(([127, 0, 0, 1], 8080));
        Self {
            url: None,
            listen,
            trusted_proxies: Vec::new(),
            connections: 1024,
            answer_seconds: 30,
            drain_seconds: 1,
            finish_seconds: 20,
            upload_mebibytes: 256,
            requests_per_minute: 6000,
        }
    }
}

impl Default for OpenIdSettings {
    fn default() -> Self {
        Self { issuer: None, client_id: None, client_secret: None, label: None, scopes: "email".to_owned() }
    }
}

impl TryFrom<String> for Network {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        network_of(&text).map(Self).ok_or(text)
    }
}

impl From<Network> for String {
    fn from(Network(network): Network) -> Self {
        network.to_string()
    }
}

/// What is as it is by itself is not written.
fn is_default<T: Default + PartialEq>(settings: &T) -> bool {
    *settings == T::default()
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map(|nearest| format!("; did you mean `{nearest}`?")).unwrap_or_default()
}

impl std::fmt::Debug for MailSettings {
    /// Without the password that the address of the server may hold.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailSettings").field("from", &self.from).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for OpenIdSettings {
    /// Without the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut told = f.debug_struct("OpenIdSettings");
        told.field("issuer", &self.issuer).field("client_id", &self.client_id).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for MetricsSettings {
    /// Without the token.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MetricsSettings").field("has_token", &self.token.is_some()).finish()
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
