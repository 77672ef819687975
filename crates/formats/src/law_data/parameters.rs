//! Parameters: `[[parameter]]` entries with dated values, and `[[instrument]]` entries.

use std::collections::BTreeMap;
use std::fmt::Display;

use adhere_domain::law::compute::Compute;
use adhere_domain::law::euro::Euro;
use adhere_domain::law::obligation::{Obligation, Obligations};
use adhere_domain::law::parameters::{CodeRegime, Instrument, InstrumentKind, Parameters, Since, Timeline};
use jiff::civil::Date;

use crate::diagnostic::Findings;
use crate::toml_reader::{Log, Section, read};

const KINDS: [(InstrumentKind, &str); 3] = [
    (InstrumentKind::HarmonisedStandard, "harmonised-standard"),
    (InstrumentKind::CommonSpecification, "common-specification"),
    (InstrumentKind::CommonRules, "common-rules"),
];

/// The values of one parameter as written.
struct Written<'a> {
    section: Section<'a>,
    values: Vec<Since<&'a str>>,
}

pub(super) fn parameters((file, text): (&str, &str), findings: &mut Findings) -> Option<Parameters> {
    let (parameters, found) = read(file, text, |root, log| {
        let written: BTreeMap<&str, Written<'_>> = root.sections("parameter").into_iter().filter_map(written).collect();
        let instruments = root.sections("instrument").iter().filter_map(instrument).collect();
        let parameters = Parameters {
            presumption_threshold: timeline(&written, "presumption-threshold", log, Compute::parse)?,
            indicative_criterion: timeline(&written, "indicative-criterion", log, Compute::parse)?,
            chapter_v_applies: timeline(&written, "chapter-v-applies", log, str::parse::<Date>)?,
            legacy_before: timeline(&written, "legacy-before", log, str::parse::<Date>)?,
            legacy_comply_by: timeline(&written, "legacy-comply-by", log, str::parse::<Date>)?,
            enforcement_applies: timeline(&written, "enforcement-applies", log, str::parse::<Date>)?,
            fine_percent: timeline(&written, "fine-percent", log, str::parse::<u32>)?,
            fine_amount: timeline(&written, "fine-amount", log, Euro::parse)?,
            code_regime: timeline(&written, "code-regime", log, regime)?,
            instruments,
        };
        Some(parameters)
    });
    findings.absorb(found);
    parameters
}

fn written(section: Section<'_>) -> Option<(&str, Written<'_>)> {
    let id = section.required_text("id")?;
    section.required_text("unit")?;
    section.required_text("cite")?;
    let mut values = Vec::new();
    for value in section.sections("values") {
        let from = value.required_date("from")?;
        let published = value.required_date("published")?;
        value.required_text("source")?;
        values.push(Since { from, published, value: value.required_text("value")? });
        value.refuse_unknown();
    }
    section.refuse_unknown();
    Some((id, Written { section, values }))
}

fn timeline<T, E: Display>(
    written: &BTreeMap<&str, Written<'_>>,
    id: &'static str,
    log: &Log,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<Timeline<T>> {
    let Some(written) = written.get(id) else {
        log.error(None, "missing-key", format!("the parameter `{id}` is missing"), None);
        return None;
    };
    let mut entries = Vec::new();
    for since in &written.values {
        match parse(since.value) {
            Ok(value) => entries.push(Since { from: since.from, published: since.published, value }),
            Err(error) => written.section.refuse("values", error.to_string(), "see the parameter's unit"),
        }
    }
    let timeline = Timeline::new(entries);
    if timeline.is_none() {
        written.section.refuse("values", format!("the values of `{id}` are not in ascending order"), "oldest first");
    }
    timeline
}

fn regime(text: &str) -> Result<CodeRegime, String> {
    match text {
        "approval" => Ok(CodeRegime::Approval),
        "assessment" => Ok(CodeRegime::Assessment),
        other => Err(format!("`{other}` is not a regime")),
    }
}

fn instrument(section: &Section<'_>) -> Option<Instrument> {
    let kind = section.required_choice("kind", &KINDS)?;
    let name = section.required_text("name")?.to_owned();
    let from = section.required_date("from")?;
    let until = section.date("until");
    let covers = obligations(section, "covers")?;
    section.required_text("source")?;
    section.refuse_unknown();
    Some(Instrument { kind, name, from, until, covers })
}

/// A list of element ids of obligations.
pub(crate) fn obligations(section: &Section<'_>, key: &'static str) -> Option<Obligations> {
    let mut set = Obligations::NONE;
    for id in section.texts(key)? {
        let Some(obligation) = Obligation::ALL.into_iter().find(|obligation| obligation.element() == id) else {
            let known: Vec<_> = Obligation::ALL.iter().map(|obligation| obligation.element()).collect();
            section.refuse(
                key,
                format!("`{id}` is not an obligation of Chapter V"),
                &format!("one of {}", known.join(", ")),
            );
            continue;
        };
        set = set.with(obligation);
    }
    Some(set)
}
