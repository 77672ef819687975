//! A small code and models for the tests of adherence.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::record::{Adherence, Scope};
use crate::codes::code::{Addressee, Chapter, Code, Commitment, Exemption, Extent, Ground, Measure, TextKind, Variant};
use crate::codes::deadline::{Deadline, EventKind, Timing};
use crate::codes::id::PartId;
use crate::codes::profile::Profile;
use crate::law::calendar::{CalendarId, Calendars, HolidayTable};
use crate::law::compute::Compute;
use crate::law::corpus::ElementId;
use crate::law::country::Country;
use crate::law::decision::{Decision, decide};
use crate::law::facts::{Model, Placement, Provider, Release, TrainingCompute};
use crate::law::fixtures::law;
use crate::law::period::{Length, Unit};
use crate::law::rules::pathway::CodePosition;
use crate::law::size::SizeClass;

pub(crate) fn part(id: &str) -> PartId {
    PartId::parse(id).unwrap()
}

pub(super) fn adherence(scope: Scope) -> Adherence {
    let (code, version) = (part("gpai"), part("1"));
    Adherence { code, version, scope, since: date(2025, 8, 1), until: None, models: None, source: None }
}

pub(super) fn chapters(ids: &[&str]) -> Scope {
    Scope::Chapters(ids.iter().map(|id| part(id)).collect())
}

pub(super) fn model(compute: &str, open: bool) -> Model {
    let bit = Some(open);
    Model {
        placement: Some(Placement::On(date(2025, 9, 1))),
        generates_indicated_content: Some(true),
        training: TrainingCompute { reported: Compute::parse(compute).ok(), ..TrainingCompute::default() },
        release: Release {
            allows_access: bit,
            allows_use: bit,
            allows_modification: bit,
            allows_distribution: bit,
            weights_public: bit,
            architecture_public: bit,
            usage_information_public: bit,
            monetised: Some(false),
        },
        ..Model::default()
    }
}

pub(super) fn provider() -> Provider {
    Provider { country: Country::parse("FR"), ..Provider::default() }
}

pub(super) fn decision(model: &Model) -> Decision {
    decide(&provider(), model, &CodePosition::default(), &law())
}

/// The institutions' holidays of 2026 in April, as far as tests need them.
pub(crate) fn calendars() -> Calendars {
    let mut calendars = Calendars::default();
    let days = [date(2026, 4, 3), date(2026, 4, 6)].into_iter().collect();
    let table = HolidayTable { days, source: "test".to_owned(), is_official: false };
    calendars.add(CalendarId::institutions(), 2026, table);
    calendars
}

fn measure(id: &str, covers: &'static [&'static str]) -> Measure {
    Measure {
        id: part(id),
        title: id.to_owned(),
        covers: covers.iter().map(|id| ElementId::of(id)).collect(),
        condition: None,
        exemptions: Vec::new(),
        variants: Vec::new(),
        deadlines: Vec::new(),
        reports_to: Vec::new(),
        summary: String::new(),
    }
}

fn exempt(ground: Ground, extent: Extent) -> Vec<Exemption> {
    vec![Exemption { ground, extent, lifts: Vec::new(), note: String::new() }]
}

fn deadline(name: &str, timing: Timing, event: EventKind) -> Deadline {
    Deadline { name: name.to_owned(), timing, event, note: None }
}

/// Chapters T, C and S; S addresses models with systemic risk and has deadlines of every timing.
pub(crate) fn code() -> Code {
    let chapter = |id: &str, binds, measures| Chapter {
        id: part(id),
        title: id.to_owned(),
        commitments: vec![Commitment {
            id: part(&format!("{id}.C1")),
            title: id.to_owned(),
            objectives: Vec::new(),
            no_indicators: None,
            binds,
            covers: Vec::new(),
            summary: String::new(),
            measures,
        }],
    };
    let documentation = Measure {
        exemptions: exempt(Ground::OpenSource, Extent::Whole),
        ..measure("T.M1", &["art_53__para_1__point_a", "art_53__para_1__point_b"])
    };
    let length = |count, unit| Length { count, unit };
    let risk = Measure {
        exemptions: exempt(Ground::SimilarlySafe, Extent::Part),
        variants: vec![Variant { sizes: [SizeClass::Micro, SizeClass::Small].into(), note: "less detail".to_owned() }],
        deadlines: vec![
            deadline("report", Timing::Within(length(5, Unit::WorkingDays)), EventKind::FrameworkConfirmed),
            deadline("incident", Timing::Within(length(2, Unit::Days)), EventKind::IncidentCriticalInfrastructure),
            deadline("before", Timing::Before(length(2, Unit::Weeks)), EventKind::Placing),
            deadline("again", Timing::Every(length(12, Unit::Months)), EventKind::FrameworkAssessed),
            deadline("at-placing", Timing::By, EventKind::Placing),
            deadline("documentation", Timing::Keep(length(10, Unit::Years)), EventKind::Placing),
        ],
        ..measure("S.M1", &["art_55__para_1"])
    };
    let security = Measure {
        exemptions: exempt(Ground::InferiorToOpenWeight, Extent::Whole),
        ..measure("S.M2", &["art_55__para_1__point_d"])
    };
    Code {
        id: part("gpai"),
        title: "A code".to_owned(),
        version: part("1"),
        published: date(2025, 7, 10),
        profile: Profile::Aia56,
        source: String::new(),
        text: TextKind::Summary,
        language: None,
        objectives: Vec::new(),
        chapters: vec![
            chapter("T", Addressee::GeneralPurpose, vec![documentation]),
            chapter("C", Addressee::GeneralPurpose, vec![measure("C.M1", &["art_53__para_1__point_c"])]),
            chapter("S", Addressee::SystemicRisk, vec![risk, security]),
        ],
        left_out: Vec::new(),
        indicators: None,
        no_indicators: None,
        lineages: Vec::new(),
        events: Vec::new(),
    }
}

/// No models but this one.
pub(super) fn only<T>(id: &str, value: T) -> BTreeMap<PartId, T> {
    [(part(id), value)].into()
}
