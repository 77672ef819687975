//! `adhere.toml`: who the provider is, what it adheres to, and what it states for all models.

use std::collections::BTreeSet;

use adhere_domain::adherence::record::{Adherence, Scope, Undertaking};
use adhere_domain::codes::id::PartId;
use adhere_domain::law::country::Country;
use adhere_domain::law::euro::Euro;
use adhere_domain::law::facts::Provider;
use adhere_domain::law::readings::{ReadingId, Readings};
use adhere_domain::law::size::{Enterprise, Period};

use super::statement::statements;
use crate::code_source::manifest::{format_version, part_id};
use crate::diagnostic::Findings;
use crate::toml_reader::{Section, read};

/// Parses `adhere.toml`: the provider without its models, and the readings it chooses;
/// nothing when any finding is an error.
pub fn provider(file: &str, text: &str, shipped: Readings) -> (Option<(Undertaking, Readings)>, Findings) {
    read(file, text, |root, log| {
        format_version(root);
        let statements = statements(root);
        let adherences = root.sections("adherence").iter().filter_map(adherence).collect();
        let readings = readings(root, shipped);
        let Some(section) = root.section("provider") else {
            let hint = "add a table `[provider]` with `name = \"…\"`".to_owned();
            log.error(None, "missing-key", "`[provider]` is missing".to_owned(), Some(hint));
            return None;
        };
        let facts = facts(&section);
        let name = section.required_line("name").unwrap_or_default().to_owned();
        section.refuse_unknown();
        let models = std::collections::BTreeMap::new();
        let origins = log.origins();
        Some((Undertaking { name, facts, adherences, statements, models, origins }, readings))
    })
}

fn facts(section: &Section<'_>) -> Provider {
    let representative = section.section("representative").and_then(|representative| {
        let appointed = representative.boolean("appointed");
        representative.text("name");
        if country(&representative).is_some_and(|country| !country.is_member_state()) {
            let hint = "Art. 54(1): an authorised representative is established in the Union";
            representative.refuse("country", "the representative is established outside the Union".to_owned(), hint);
        }
        representative.date("mandate");
        representative.refuse_unknown();
        appointed
    });
    Provider {
        country: country(section),
        worldwide_turnover: section.figure("worldwide-turnover", Euro::parse),
        enterprise: Enterprise {
            periods: periods(section),
            public_body_control: section.boolean("public-body-control"),
        },
        representative,
    }
}

fn country(section: &Section<'_>) -> Option<Country> {
    let text = section.text("country")?;
    if let Some((_, iso)) = [("EL", "GR"), ("UK", "GB")].iter().find(|(other, _)| *other == text) {
        section.refuse("country", format!("`{text}` is not a code of ISO 3166-1"), &format!("write \"{iso}\""));
        return None;
    }
    let country = Country::parse(text);
    if country.is_none() {
        section.refuse(
            "country",
            format!("`{text}` is not a country code"),
            "an assigned code of ISO 3166-1 in capitals: \"FR\"",
        );
    }
    country
}

fn periods(section: &Section<'_>) -> Vec<Period> {
    let mut years: Vec<i16> = Vec::new();
    let mut periods = Vec::new();
    for period in section.sections("period") {
        if let Some(year) = period.integer("year") {
            if years.last().is_some_and(|last| *last >= year) {
                period.refuse("year", format!("{year} does not follow the period before"), "oldest period first");
            }
            years.push(year);
        }
        let persons = period.integer("persons");
        let turnover = period.figure("turnover", Euro::parse);
        let balance_sheet = period.figure("balance-sheet", Euro::parse);
        period.refuse_unknown();
        if let Some(key) = ["persons", "turnover", "balance-sheet"].iter().find(|key| !period.has(key)) {
            period.warn_unused(&format!("`{key}`"));
        }
        if let (Some(persons), Some(turnover), Some(balance_sheet)) = (persons, turnover, balance_sheet) {
            periods.push(Period { persons, turnover, balance_sheet });
        }
    }
    periods
}

pub(crate) fn adherence(section: &Section<'_>) -> Option<Adherence> {
    let code = part_id(section, "code");
    let version = part_id(section, "version");
    let scope = scope(section);
    let since = section.required_date("since");
    let until = section.date("until");
    if let (Some(since), Some(until)) = (since, until)
        && until <= since
    {
        section.refuse("until", format!("it ends on {until}, not after {since}"), "`until` is the first day no longer");
    }
    let models = section.texts("models").map(|models| ids(section, "models", &models));
    let source = section.text("source").map(str::to_owned);
    section.refuse_unknown();
    Some(Adherence { code: code?, version: version?, scope: scope?, since: since?, until, models, source })
}

fn scope(section: &Section<'_>) -> Option<Scope> {
    let value = section.value("scope");
    if value.is_some_and(|value| value.get_ref().is_array()) {
        let chapters = section.texts("scope")?;
        return Some(Scope::Chapters(ids(section, "scope", &chapters)));
    }
    match section.required_text("scope")? {
        "full" => Some(Scope::Full),
        "art-53" => Some(Scope::Article53),
        other => {
            let hint = "\"full\", \"art-53\", or a list of chapter ids such as [\"S\"]";
            section.refuse("scope", format!("`{other}` is not a scope"), hint);
            None
        }
    }
}

fn ids(section: &Section<'_>, key: &'static str, texts: &[&str]) -> BTreeSet<PartId> {
    let mut ids = BTreeSet::new();
    if texts.is_empty() {
        section.refuse(key, format!("`{key}` names nothing"), "name at least one id, or leave the key out");
    }
    for text in texts {
        match PartId::parse(text) {
            Some(id) => {
                ids.insert(id);
            }
            None => section.refuse(key, format!("`{text}` is not an id"), "letters, digits, `.`, `-` and `_`"),
        }
    }
    ids
}

fn readings(root: &Section<'_>, shipped: Readings) -> Readings {
    let Some(section) = root.section("readings") else { return shipped };
    let mut readings = shipped;
    for id in ReadingId::ALL {
        let Some(option) = section.text(id.id()) else { continue };
        let Some(chosen) = readings.choose(id, option) else {
            let hint = format!("one of `{}`", id.options().join("`, `"));
            section.refuse(id.id(), format!("`{option}` is not a reading of `{}`", id.id()), &hint);
            continue;
        };
        readings = chosen;
    }
    section.refuse_unknown();
    readings
}
