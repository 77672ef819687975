//! The register as JSON and CSV: where providers stand to codes on a day, as known at a moment. One row for each thing
//! that is said: declared, listed by a source, or an interest.

use std::collections::BTreeMap;

use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Listed, Listing};
use adhere_domain::adherence::register::standing::{DeclaredStanding, Standing};
use adhere_domain::parties::organisation::{Organisation, OrganisationId};
use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::csv_cell::harmless;

/// The name of this form and its version.
const FORMAT: &str = "adhere-register/1";

/// A register on a day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RegisterWire {
    /// The name of this form and its version.
    format: &'static str,
    /// The day on which it is so.
    as_of: String,
    /// The moment until which what was recorded counts.
    known_at: String,
    /// What is said, in order of provider and code.
    rows: Vec<Row>,
}

/// One thing that is said of a provider and a code.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Row {
    /// The provider's id.
    organisation: String,
    /// Its name.
    name: String,
    /// Where it is established, if that is known.
    country: Option<String>,
    /// The code's id.
    code: String,
    /// `declared` by the provider, `listed` by a source, or `interest` in the full code.
    basis: &'static str,
    /// The id of the adherence, where it was declared.
    adherence: Option<String>,
    /// The version of the code, where it was declared.
    version: Option<String>,
    /// `full`, `art-53`, `chapters`; `none` where a source says that the provider is no signatory.
    scope: Option<&'static str>,
    /// The chapters.
    chapters: Option<String>,
    /// The models it is for; all of them when not said.
    models: Option<String>,
    /// First day, if it is known.
    since: Option<String>,
    /// First day of these terms, where they were declared.
    terms_since: Option<String>,
    /// First day no longer, if it ends.
    until: Option<String>,
    /// The source, where it is listed by one.
    source: Option<String>,
    /// The day on which the source said so.
    source_as_of: Option<String>,
    /// A remark.
    note: Option<String>,
}

/// The names of a row's columns, in their order.
const COLUMNS: [&str; 16] = [
    "organisation",
    "name",
    "country",
    "code",
    "basis",
    "adherence",
    "version",
    "scope",
    "chapters",
    "models",
    "since",
    "terms_since",
    "until",
    "source",
    "source_as_of",
    "note",
];

/// A scope's name in data, and its chapters between blanks.
pub fn scope_columns(scope: &Scope) -> (&'static str, Option<String>) {
    match scope {
        Scope::Full => ("full", None),
        Scope::Article53 => ("art-53", None),
        Scope::Chapters(chapters) => ("chapters", Some(joined(chapters))),
    }
}

impl RegisterWire {
    /// The register from where providers stand, with what is known of them.
    pub fn new(
        standing: &Standing,
        organisations: &BTreeMap<OrganisationId, Organisation>,
        as_of: Date,
        known_at: Timestamp,
    ) -> Self {
        let mut rows = Vec::new();
        for ((organisation, code), stands) in standing {
            let row = Row::of(organisation, organisations.get(organisation), code.to_string());
            rows.extend(stands.declared.iter().map(|declared| row.clone().declared(declared)));
            if stands.interested {
                rows.push(Row { basis: "interest", ..row.clone() });
            }
            rows.extend(stands.listed.values().map(|listing| row.clone().listed(listing)));
        }
        Self { format: FORMAT, as_of: as_of.to_string(), known_at: known_at.to_string(), rows }
    }

    /// As JSON.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }

    /// As CSV, with a head. What a spreadsheet would take for a formula stands after an apostrophe.
    pub fn to_csv(&self) -> csv::Result<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
        writer.write_record(COLUMNS)?;
        self.rows.iter().try_for_each(|row| writer.serialize(row.clone().harmless()))?;
        writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
    }
}

/// The JSON Schema of the form.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(RegisterWire).as_value())
}

impl Row {
    /// The row with texts that no spreadsheet takes for formulas.
    fn harmless(self) -> Self {
        let optional = |text: Option<String>| text.map(harmless);
        Self {
            organisation: harmless(self.organisation),
            name: harmless(self.name),
            code: harmless(self.code),
            adherence: optional(self.adherence),
            version: optional(self.version),
            chapters: optional(self.chapters),
            models: optional(self.models),
            source: optional(self.source),
            note: optional(self.note),
            ..self
        }
    }

    fn of(id: &OrganisationId, organisation: Option<&Organisation>, code: String) -> Self {
        Self {
            organisation: id.to_string(),
            name: organisation.map_or_else(|| id.to_string(), |known| known.name.to_string()),
            country: organisation.and_then(|known| known.country.as_ref()).map(ToString::to_string),
            code,
            basis: "declared",
            adherence: None,
            version: None,
            scope: None,
            chapters: None,
            models: None,
            since: None,
            terms_since: None,
            until: None,
            source: None,
            source_as_of: None,
            note: None,
        }
    }

    fn declared(self, declared: &DeclaredStanding) -> Self {
        let (scope, chapters) = scope_columns(&declared.terms.scope);
        Self {
            adherence: Some(declared.id.to_string()),
            version: Some(declared.terms.version.to_string()),
            scope: Some(scope),
            chapters,
            models: declared.terms.models.as_ref().map(joined),
            since: Some(declared.since.to_string()),
            terms_since: Some(declared.terms_since.to_string()),
            until: declared.until.map(|until| until.to_string()),
            ..self
        }
    }

    fn listed(self, listing: &Listing) -> Self {
        let (scope, chapters) = match &listing.listed {
            Listed::Signatory(scope) => scope_columns(scope),
            Listed::NotSignatory => ("none", None),
        };
        Self {
            basis: "listed",
            scope: Some(scope),
            chapters,
            since: listing.since.map(|since| since.to_string()),
            source: Some(listing.source.to_string()),
            source_as_of: Some(listing.as_of.to_string()),
            note: listing.note.as_ref().map(ToString::to_string),
            ..self
        }
    }
}

fn joined<'a>(ids: impl IntoIterator<Item = &'a adhere_domain::codes::id::PartId>) -> String {
    ids.into_iter().map(adhere_domain::codes::id::PartId::as_str).collect::<Vec<_>>().join(" ")
}
