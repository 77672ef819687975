//! `adhere store settings`: what is set for an instance and where, and the reference of all settings.

use adhere_store::home::Home;
use adhere_store::home::setting::{Kind, SETTINGS, Setting};

use super::arguments::Place;
use crate::cli::{CommandError, Exit};
use crate::environment;
use crate::output::write_to;
use crate::words::Words;

/// Variables that the environment sets beside settings of an instance, with the keys of what they are for.
const OTHER_VARIABLES: [(&str, &str); 4] = [
    ("ADHERE_STORE", "variable-store"),
    ("ADHERE_PASSPHRASE_FILE", "variable-passphrase-file"),
    ("ADHERE_LIBRARY", "variable-library"),
    ("ADHERE_ACTOR", "variable-actor"),
];

/// Says where each setting was set; secrets stay secret, and nothing is opened.
pub(super) fn show(place: &Place) -> Result<Exit, CommandError> {
    let home = Home::open(&place.folder()?).and_then(|home| home.within(&environment::settings()));
    let home = home.map_err(anyhow::Error::from)?;
    let words = Words::english()?;
    write_to(None, |out| {
        for setting in SETTINGS {
            let value = home.value(setting).unwrap_or_else(|| words.text("setting-none"));
            writeln!(out, "{} = {value} ({})", setting.name, home.source(setting.name))?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}

/// Prints the reference as Markdown.
pub(super) fn reference() -> Result<Exit, CommandError> {
    let words = Words::english()?;
    write_to(None, |out| {
        writeln!(
            out,
            "<!-- Written by scripts/generate from the program's own table. -->\n{}",
            words.text("settings-head")
        )?;
        writeln!(out, "\n{}", words.text("settings-columns"))?;
        writeln!(out, "|---|---|---|---|---|")?;
        for setting in SETTINGS {
            writeln!(out, "{}", row(setting, &words))?;
        }
        writeln!(out, "\n{}\n", words.text("settings-other-variables"))?;
        for (name, key) in OTHER_VARIABLES {
            writeln!(out, "- `{name}`: {}", words.text(key))?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}

fn row(setting: &Setting, words: &Words) -> String {
    let quoted = |text: &str| format!("`{text}`");
    let variables = [setting.variable(), setting.file_variable()].into_iter().flatten();
    let variables = variables.map(|name| quoted(&name)).collect::<Vec<_>>().join(", ");
    let default = setting.default.map(|default| if default.is_empty() { String::new() } else { quoted(default) });
    let meaning = words.text(&format!("setting-{}", setting.name.replace('.', "-")));
    let secret = if setting.is_secret { words.text("setting-is-secret") } else { String::new() };
    let columns = [quoted(setting.name), variables, kind(setting.kind, words), default.unwrap_or_default()];
    format!("| {} | {meaning}{secret} |", columns.join(" | "))
}

fn kind(kind: Kind, words: &Words) -> String {
    match kind {
        Kind::Text => words.text("setting-kind-text"),
        Kind::LongText(least) => words.with("setting-kind-long-text", &[("least", least.into())]),
        Kind::Site => words.text("setting-kind-site"),
        Kind::Issuer => words.text("setting-kind-issuer"),
        Kind::MailServer => words.text("setting-kind-mail-server"),
        Kind::MailAddress => words.text("setting-kind-mail-address"),
        Kind::Listen => words.text("setting-kind-listen"),
        Kind::Networks => words.text("setting-kind-networks"),
        Kind::OneOf(all) => all.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", "),
        Kind::Number(least, most) => {
            words.with("setting-kind-number", &[("least", least.to_string().into()), ("most", most.to_string().into())])
        }
    }
}
