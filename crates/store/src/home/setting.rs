//! Every setting there is: its name in `instance.toml` and in the environment, and what it can be. What each is for
//! stands among the words for people.

use std::net::SocketAddr;

use ipnet::IpNet;
use toml::Value;

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name: the section, a dot and the key; a key alone stands before all sections.
    pub name: &'static str,
    /// What it can be.
    pub kind: Kind,
    /// What it is when nobody sets it, as it would be written.
    pub default: Option<&'static str>,
    /// Whether it is never shown.
    pub is_secret: bool,
    /// Whether the environment can set it.
    pub is_in_environment: bool,
}

/// What a setting can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text that is not empty.
    Text,
    /// A text of at least so many characters, such as a token.
    LongText(usize),
    /// The address of a site, without a path.
    Site,
    /// The issuer of a service of OpenID Connect.
    Issuer,
    /// The address of a server for letters.
    MailServer,
    /// An address for letters.
    MailAddress,
    /// An address to listen at, with its port.
    Listen,
    /// Addresses and networks.
    Networks,
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// A number between two, both included.
    Number(i64, i64),
}

const fn setting(name: &'static str, kind: Kind, default: Option<&'static str>) -> Setting {
    Setting { name, kind, default, is_secret: false, is_in_environment: true }
}

const fn secret(name: &'static str, kind: Kind) -> Setting {
    Setting { is_secret: true, ..setting(name, kind, None) }
}

/// All settings, section by section.
pub const SETTINGS: &[Setting] = &[
    // What can never be changed is not left to an environment.
    Setting { is_in_environment: false, ..setting("origin", Kind::Text, None) },
    secret("database.url", Kind::Text),
    setting("evidence.endpoint", Kind::Text, None),
    setting("evidence.bucket", Kind::Text, None),
    setting("evidence.prefix", Kind::Text, None),
    setting("evidence.region", Kind::Text, None),
    setting("evidence.access-key-id", Kind::Text, None),
    secret("evidence.secret-access-key", Kind::Text),
    setting("web.url", Kind::Site, None),
    setting("web.listen", Kind::Listen, Some("127.0.0.1:8080")),
    setting("web.trusted-proxies", Kind::Networks, Some("")),
    setting("web.connections", Kind::Number(1, 65_536), Some("1024")),
    setting("web.answer-seconds", Kind::Number(1, 300), Some("30")),
    setting("web.drain-seconds", Kind::Number(0, 300), Some("1")),
    setting("web.finish-seconds", Kind::Number(0, 300), Some("20")),
    setting("web.upload-mebibytes", Kind::Number(1, 65_536), Some("256")),
    setting("web.requests-per-minute", Kind::Number(1, 100_000_000), Some("6000")),
    setting("access.second-factor", Kind::OneOf(&["optional", "binding", "all"]), Some("binding")),
    secret("mail.server", Kind::MailServer),
    setting("mail.from", Kind::MailAddress, None),
    setting("openid.issuer", Kind::Issuer, None),
    setting("openid.client-id", Kind::Text, None),
    secret("openid.client-secret", Kind::Text),
    setting("openid.label", Kind::Text, None),
    setting("openid.scopes", Kind::Text, Some("email")),
    setting("packages.decide", Kind::OneOf(&["at-once", "by-hand"]), Some("at-once")),
    setting("log.format", Kind::OneOf(&["text", "json"]), Some("text")),
    setting("log.level", Kind::OneOf(&["error", "warn", "info", "debug"]), Some("info")),
    secret("metrics.token", Kind::LongText(16)),
];

impl Setting {
    /// The setting of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.name == name)
    }

    /// The variable of the environment that sets it.
    pub fn variable(&self) -> Option<String> {
        let name = self.name.replace(['.', '-'], "_").to_ascii_uppercase();
        self.is_in_environment.then(|| format!("ADHERE_{name}"))
    }

    /// The variable that names a file with its value: for secrets alone.
    pub fn file_variable(&self) -> Option<String> {
        self.variable().filter(|_| self.is_secret).map(|variable| format!("{variable}_FILE"))
    }
}

impl Kind {
    /// What is expected, in words.
    pub fn expected(self) -> String {
        match self {
            Self::Text => "a text that is not empty".to_owned(),
            Self::LongText(least) => format!("a text of at least {least} characters"),
            Self::Site => "an address such as `https://adhere.example.eu`, without a path".to_owned(),
            Self::Issuer => {
                "an address that begins with `https://`, such as `https://id.example.eu/realms/acme`; with \
                             `http://` on this machine alone"
                    .to_owned()
            }
            Self::MailServer => {
                "an address such as `smtps://name:password@mail.example.eu` or `smtp://localhost:25`".to_owned()
            }
            Self::MailAddress => "an address for letters such as `adhere@example.eu`".to_owned(),
            Self::Listen => "an address with a port, such as `127.0.0.1:8080`".to_owned(),
            Self::Networks => "addresses and networks, such as `127.0.0.1` and `10.0.0.0/8`".to_owned(),
            Self::OneOf(words) => format!("one of `{}`", words.join("`, `")),
            Self::Number(least, most) => format!("a number from {least} to {most}"),
        }
    }

    /// The value that a text of the environment stands for; whether it can be is another question.
    pub(super) fn read(self, text: &str) -> Value {
        match self {
            Self::Number(..) => text.parse().map_or_else(|_| Value::String(text.to_owned()), Value::Integer),
            Self::Networks => {
                let networks = text.split([',', ' ']).filter(|network| !network.is_empty());
                Value::Array(networks.map(|network| Value::String(network.to_owned())).collect())
            }
            _ => Value::String(text.to_owned()),
        }
    }

    /// Whether a value is one of these.
    pub(super) fn accepts(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Text, Value::String(text)) => !text.is_empty(),
            (Self::LongText(least), Value::String(text)) => text.chars().count() >= least,
            (Self::Site, Value::String(text)) => is_site(text),
            (Self::Issuer, Value::String(text)) => is_issuer(text),
            (Self::MailServer, Value::String(text)) => is_mail_server(text),
            (Self::MailAddress, Value::String(text)) => {
                text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
            }
            (Self::Listen, Value::String(text)) => text.parse::<SocketAddr>().is_ok(),
            (Self::Networks, Value::Array(networks)) => {
                networks.iter().all(|network| network.as_str().is_some_and(|text| network_of(text).is_some()))
            }
            (Self::OneOf(words), Value::String(text)) => words.contains(&text.as_str()),
            (Self::Number(least, most), Value::Integer(number)) => (least..=most).contains(number),
            _ => false,
        }
    }
}

/// The network that a text names; an address is a network of one.
pub(super) fn network_of(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse::<std::net::IpAddr>().ok().map(IpNet::from))
}

fn is_site(text: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(text) else { return false };
    let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let is_open = url.username().is_empty() && url.password().is_none();
    matches!(url.scheme(), "http" | "https") && url.has_host() && is_bare && is_open && !text.ends_with('/')
}

/// OpenID Connect Discovery 1.0, section 3: an issuer has a scheme, a host and a path, and neither query nor fragment. It
/// is asked over TLS; what does not leave this machine may go without.
fn is_issuer(text: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(text) else { return false };
    let is_bare = url.query().is_none() && url.fragment().is_none();
    let is_open = url.username().is_empty() && url.password().is_none();
    is_bare && is_open && is_confidential(&url)
}

/// Whether nobody can listen to what is sent to an address: it is reached over TLS, or on this machine.
pub fn is_confidential(url: &reqwest::Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
    match url.scheme() {
        "https" => !host.is_empty(),
        "http" => host == "localhost" || address.is_ok_and(|address| address.is_loopback()),
        _ => false,
    }
}

fn is_mail_server(text: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(text) else { return false };
    matches!(url.scheme(), "smtp" | "smtps") && url.has_host() && matches!(url.path(), "" | "/")
}
