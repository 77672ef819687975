//! The law as data: `data/law/*.toml` and `data/calendars/*.toml`, parsed into the domain's corpus, parameters,
//! readings and holiday tables.

mod calendars;
mod parameters;

mod provisions;
mod readings;

use adhere_domain::law::calendar::Calendars;
use adhere_domain::law::corpus::Corpus;
use adhere_domain::law::parameters::Parameters;
use adhere_domain::law::readings::Readings;

pub(crate) use self::calendars::calendars;
pub(crate) use self::parameters::obligations;
pub use self::readings::ReadingText;

use crate::diagnostic::Findings;

/// All of the law that adhere has.
#[derive(Clone, Debug)]
pub struct LawData {
    /// Provisions with their gists.
    pub corpus: Corpus,
    /// Figures and dates.
    pub parameters: Parameters,
    /// The questions that the text leaves open, with their readings and grounds.
    pub reading_texts: Vec<ReadingText>,
    /// The readings chosen.
    pub readings: Readings,
    /// Public holidays.
    pub calendars: Calendars,
}

/// The files of the law: name and text.
#[derive(Clone, Copy, Debug)]
pub struct LawFiles<'a> {
    /// Provisions; those of the AI Act first.
    pub provisions: &'a [(&'a str, &'a str)],
    /// `parameters.toml`.
    pub parameters: (&'a str, &'a str),
    /// `readings.toml`.
    pub readings: (&'a str, &'a str),
    /// Holiday tables.
    pub calendars: &'a [(&'a str, &'a str)],
}

/// Parses the files of the law; all findings come back when any of them is an error.
pub fn law_data(files: LawFiles<'_>) -> Result<LawData, Findings> {
    let mut findings = Findings::default();
    let corpus = provisions::corpus(files.provisions, &mut findings);
    let parameters = parameters::parameters(files.parameters, &mut findings);
    let readings = readings::readings(files.readings, &mut findings);
    let calendars = calendars(files.calendars, &mut findings);
    match (parameters, readings) {
        (Some(parameters), Some((reading_texts, readings))) if !findings.has_errors() => {
            Ok(LawData { corpus, parameters, reading_texts, readings, calendars })
        }
        _ => Err(findings),
    }
}
