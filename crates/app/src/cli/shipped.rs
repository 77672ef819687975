//! The shipped law and codes, loaded once for a command.

use std::collections::BTreeMap;

use adhere_domain::codes::code::Code;
use adhere_domain::digest::Digest;
use adhere_domain::law::parameters::Law;
use adhere_domain::law::readings::Readings;
use adhere_formats::law_data::LawData;
use adhere_formats::shipped;
use anyhow::anyhow;
use jiff::civil::Date;

use super::CommandError;
use super::arguments::Day;
use crate::clock::today;
use crate::words::Words;

/// The law and the codes.
pub(super) struct Shipped {
    pub(super) data: LawData,
    pub(super) codes: Vec<Code>,
    pub(super) code_digests: BTreeMap<String, Digest>,
}

impl Shipped {
    /// Loads both; an error is a broken build.
    pub(super) fn load() -> Result<Self, CommandError> {
        let data = shipped::law()?;
        let (mut codes, mut code_digests) = (Vec::new(), BTreeMap::new());
        for shipped in shipped::codes(&data.corpus)? {
            let code = shipped.source.code;
            code_digests.insert(format!("{}@{}", code.id, code.version), shipped.digest);
            codes.push(code);
        }
        Ok(Self { data, codes, code_digests })
    }

    /// The law on a day, under chosen readings.
    pub(super) fn law(&self, days: (Date, Date), readings: Readings, words: &Words) -> Result<Law, CommandError> {
        let law = self.data.parameters.law(days.0, days.1, readings);
        Ok(law.map_err(|missing| {
            let parameter = words.text(&format!("parameter-{}", missing.parameter.replace('_', "-")));
            let values = [
                ("as-of", missing.as_of.to_string().into()),
                ("known-at", missing.known_at.to_string().into()),
                ("parameter", parameter.into()),
            ];
            anyhow!("{}", words.with("no-law-yet", &values))
        })?)
    }
}

impl Day {
    /// The day whose law is applied, and the day whose knowledge is used.
    pub(super) fn resolve(&self) -> (Date, Date) {
        let as_of = self.as_of.unwrap_or_else(today);
        (as_of, self.known_at.unwrap_or_else(today))
    }
}
