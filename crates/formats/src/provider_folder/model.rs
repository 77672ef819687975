//! A model's file: the facts that decide, events, and statements for this model alone.

use adhere_domain::adherence::record::{Done, Event, ModelRecord};
use adhere_domain::codes::deadline::EventKind;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::compute::{ArchitectureUse, Compute, HardwareUse};
use adhere_domain::law::facts::{Classification, Model, Modification, Placement, Rebuttal, Release, TrainingCompute};
use adhere_domain::law::obligation::Obligations;
use jiff::civil::Date;

use super::statement::statements;
use crate::code_source::manifest::part_id;
use crate::diagnostic::Findings;
use crate::law_data::obligations;
use crate::toml_reader::{Log, Section, read};

/// What `generates` may list, and whether the guidelines' criterion counts it.
const CONTENT: [(&str, bool); 5] =
    [("text", true), ("speech", true), ("image-from-text", true), ("video-from-text", true), ("other", false)];

const REBUTTALS: [(u8, &str); 4] = [(0, "none"), (1, "pending"), (2, "accepted"), (3, "rejected")];

/// Parses a model's file; nothing when any finding is an error.
pub fn model(file: &str, text: &str) -> (Option<ModelRecord>, Findings) {
    read(file, text, |root, log| {
        let statements = statements(root);
        let events = root.sections("event").iter().filter_map(event).collect();
        let done = root.sections("done").iter().filter_map(done).collect();
        let Some(section) = root.section("model") else {
            let hint = "add a table `[model]` with `name = \"…\"`".to_owned();
            log.error(None, "missing-key", "`[model]` is missing".to_owned(), Some(hint));
            return None;
        };
        let record = ModelRecord {
            name: section.required_line("name").unwrap_or_default().to_owned(),
            version: section.text("version").map(str::to_owned),
            facts: facts(&section, log),
            events,
            done,
            statements,
            origins: std::collections::BTreeMap::new(),
        };
        section.refuse_unknown();
        Some(ModelRecord { origins: log.origins(), ..record })
    })
}

fn facts(section: &Section<'_>, log: &Log) -> Model {
    let placement = placement(section);
    Model {
        placement,
        generality: section.boolean("significant-generality"),
        research_only: section.boolean("research-only"),
        generates_indicated_content: generates(section),
        training: training(section),
        high_impact_evaluation: section.boolean("high-impact-capabilities"),
        classification: section.section("commission").map_or_else(Classification::default, |commission| {
            let classification = classification(&commission, log);
            commission.refuse_unknown();
            classification
        }),
        release: section.section("licence").map_or_else(Release::default, |licence| release(&licence)),
        modification: section.section("modification").map(|modification| self::modification(&modification)),
        conforms_to_standards: obligations(section, "conforms-to-standards").unwrap_or(Obligations::NONE),
        conforms_to_specifications: obligations(section, "conforms-to-specifications").unwrap_or(Obligations::NONE),
        similarly_safe: section.boolean("similarly-safe"),
        inferior_to_open_weight: section.boolean("inferior-to-open-weight"),
    }
}

fn placement(section: &Section<'_>) -> Option<Placement> {
    let value = section.value("placed-on-market")?;
    match value.get_ref().as_str() {
        Some("not-yet") => Some(Placement::NotYet),
        Some(other) => {
            let hint = "a date without quotes, or \"not-yet\"; leave the key out while it is not known";
            section.refuse("placed-on-market", format!("`{other}` is not a day of placing"), hint);
            None
        }
        None => section.date("placed-on-market").map(Placement::On),
    }
}

/// An empty list says that the model generates none of these.
fn generates(section: &Section<'_>) -> Option<bool> {
    let mut indicated = false;
    for content in section.texts("generates")? {
        let Some((_, counts)) = CONTENT.iter().find(|(name, _)| *name == content) else {
            let names = CONTENT.map(|(name, _)| name).join(", ");
            section.refuse("generates", format!("`{content}` is not a kind of content"), &format!("one of {names}"));
            continue;
        };
        indicated |= counts;
    }
    Some(indicated)
}

fn training(section: &Section<'_>) -> TrainingCompute {
    let hardware = section.sections("hardware-estimate").iter().filter_map(hardware).collect();
    let architecture = section.section("architecture-estimate").and_then(|section| architecture(&section));
    TrainingCompute { reported: section.figure("training-compute", Compute::parse), hardware, architecture }
}

fn hardware(section: &Section<'_>) -> Option<HardwareUse> {
    let chip_hours = section.figure("chip-hours", Compute::parse);
    let peak = section.figure("peak-flop-per-second", Compute::parse);
    let utilisation = section.figure("utilisation", utilisation);
    section.choice("utilisation-kind", &[((), "model-flop"), ((), "hardware-flop"), ((), "occupancy")]);
    section.text("precision");
    section.refuse_unknown();
    let lacks = ["chip-hours", "peak-flop-per-second", "utilisation"].iter().find(|key| !section.has(key));
    if let Some(key) = lacks {
        section.warn_unused(&format!("`{key}`"));
    }
    Some(HardwareUse { chip_hours: chip_hours?.operations(), peak: peak?, utilisation: utilisation? })
}

/// A share between 0 and 1 with at most four decimals, as hundredths of a percent.
fn utilisation(text: &str) -> Result<u32, String> {
    let refuse = || format!("`{text}` is not a share: write for instance \"0.40\", at most four decimals");
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if !matches!(whole, "0" | "1") || decimals.len() > 4 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refuse());
    }
    let digits = format!("{whole}{decimals:0<4}");
    digits.parse().ok().filter(|share| *share <= 10_000).ok_or_else(refuse)
}

fn architecture(section: &Section<'_>) -> Option<ArchitectureUse> {
    let parameters = section.figure("parameters", Compute::parse);
    let total = section.figure("total-parameters", Compute::parse);
    let tokens = section.figure("training-tokens", Compute::parse);
    if let (Some(active), Some(total)) = (parameters, total)
        && active > total
    {
        let hint = "`parameters` are the active ones of a mixture of experts, `total-parameters` all of them";
        section.refuse("parameters", format!("{active} active parameters are more than {total} in total"), hint);
    }
    section.refuse_unknown();
    if let Some(key) = ["parameters", "training-tokens"].iter().find(|key| !section.has(key)) {
        section.warn_unused(&format!("`{key}` (of a mixture of experts the active ones count, never the total)"));
    }
    Some(ArchitectureUse { parameters: parameters?, tokens: tokens? })
}

fn classification(section: &Section<'_>, log: &Log) -> Classification {
    let rebuttal = section.choice("rebuttal", &REBUTTALS).unwrap_or_default();
    let decided_on = section.date("rebuttal-decided-on");
    let rebuttal = match (rebuttal, decided_on) {
        (1, None) => Rebuttal::Pending,
        (0 | 1, Some(_)) => {
            let hint = "say \"accepted\" or \"rejected\", or remove the date";
            section.refuse(
                "rebuttal-decided-on",
                "a rebuttal that is not decided has a date of decision".to_owned(),
                hint,
            );
            Rebuttal::Pending
        }
        (2, Some(on)) => Rebuttal::Accepted(on),
        (3, Some(on)) => Rebuttal::Rejected(on),
        (2 | 3, None) => {
            let hint = "add `rebuttal-decided-on = …`";
            section.refuse("rebuttal", "a decision on the rebuttal has no date".to_owned(), hint);
            Rebuttal::Pending
        }
        _ => Rebuttal::None,
    };
    let designated_on = section.date("designated-on");
    let designation_ended_on = section.date("designation-ended-on");
    if designation_ended_on.is_some_and(|end| designated_on.is_none_or(|begin| end <= begin)) {
        let message = "the designation ends before it begins".to_owned();
        section.refuse("designation-ended-on", message, "give `designated-on` the earlier date");
    }
    let condition_known_on = section.date("condition-known-on");
    let notified_on = section.date("notified-on");
    if let (Some(known_on), Some(notified_on)) = (condition_known_on, notified_on)
        && notified_on < known_on
    {
        let hint = "check the two dates: what is notified is known";
        section.refuse("notified-on", format!("notified on {notified_on}, before it was known on {known_on}"), hint);
    }
    if condition_known_on.is_none() && notified_on.is_some() {
        let span = section.span("notified-on");
        let hint = "add `condition-known-on` so that the two weeks of Art. 52(1) can be counted";
        log.warning(
            span,
            "condition-date-missing",
            "a notification without the day from which it was due".to_owned(),
            hint,
        );
    }
    Classification { condition_known_on, notified_on, rebuttal, designated_on, designation_ended_on }
}

fn release(section: &Section<'_>) -> Release {
    section.text("name");
    let release = Release {
        allows_access: section.boolean("access"),
        allows_use: section.boolean("use"),
        allows_modification: section.boolean("modification"),
        allows_distribution: section.boolean("distribution"),
        weights_public: section.boolean("weights-public"),
        architecture_public: section.boolean("architecture-public"),
        usage_information_public: section.boolean("usage-information-public"),
        monetised: section.boolean("monetised"),
    };
    section.refuse_unknown();
    release
}

fn modification(section: &Section<'_>) -> Modification {
    section.text("of");
    let modification = Modification {
        original_compute: section.figure("original-compute", Compute::parse),
        modification_compute: section.figure("modification-compute", Compute::parse),
        original_systemic_risk: section.boolean("original-systemic-risk"),
    };
    section.refuse_unknown();
    modification
}

fn event(section: &Section<'_>) -> Option<Event> {
    let kind = section.required_choice("kind", &EventKind::ALL);
    if kind.is_some_and(EventKind::is_a_fact) {
        let hint = "it is a fact of the model: see placed-on-market, and condition-known-on and notified-on of [model.commission]";
        section.refuse("kind", "this is not recorded as an event".to_owned(), hint);
    }
    let on = section.required_date("on");
    let done = section.date("done");
    before(section, on, done);
    let incident = incident(section);
    if incident.is_some() && kind.is_some_and(|kind| !kind.is_about_incident()) {
        let hint = "`incident` belongs to events whose kind begins with `incident-`";
        section.refuse("incident", "this event is not about a serious incident".to_owned(), hint);
    }
    let note = section.text("note").map(str::to_owned);
    section.text("source");
    section.refuse_unknown();
    Some(Event { kind: kind?, on: on?, done, incident, note })
}

fn before(section: &Section<'_>, on: Option<Date>, done: Option<Date>) {
    if let (Some(on), Some(done)) = (on, done)
        && done < on
    {
        section.refuse("done", format!("done on {done}, before the event on {on}"), "check the two dates");
    }
}

fn done(section: &Section<'_>) -> Option<Done> {
    let measure = part_id(section, "measure");
    let deadline = section.required_text("deadline").map(str::to_owned);
    let on = section.required_date("on");
    let incident = incident(section);
    section.text("source");
    section.refuse_unknown();
    Some(Done { measure: measure?, deadline: deadline?, on: on?, incident })
}

/// The provider's own name of a serious incident.
fn incident(section: &Section<'_>) -> Option<PartId> {
    section.has("incident").then(|| part_id(section, "incident"))?
}
