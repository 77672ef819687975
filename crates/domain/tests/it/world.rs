//! A case: facts about a provider and a model, a code, a day. Every test of the law goes through it.

use adhere_domain::law::compute::{ArchitectureUse, Compute, HardwareUse};
use adhere_domain::law::country::Country;
use adhere_domain::law::decision::{Decision, decide};
use adhere_domain::law::euro::Euro;
use adhere_domain::law::facts::{Model, Modification, Placement, Provider, Rebuttal};
use adhere_domain::law::obligation::{Obligation, Obligations};
use adhere_domain::law::parameters::{CodeRegime, Instrument, InstrumentKind, Law, Parameters, Since, Timeline};
use adhere_domain::law::readings::{ReadingId, Readings};
use adhere_domain::law::rules::pathway::CodePosition;
use adhere_domain::law::size::Period;
use jiff::civil::{Date, date};

/// One case.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) as_of: Date,
    pub(crate) known_at: Date,
    pub(crate) provider: Provider,
    pub(crate) model: Model,
    pub(crate) code: CodePosition,
    pub(crate) standards: Obligations,
    pub(crate) specifications: Obligations,
    pub(crate) common_rules: Obligations,
    pub(crate) readings: Readings,
}

impl World {
    /// A provider in France of a text model of 10^24 FLOP placed on 1 September 2025, on 22 November 2026.
    pub(crate) fn usual() -> Self {
        let mut world = Self {
            as_of: date(2026, 11, 22),
            known_at: date(2026, 11, 22),
            provider: Provider::default(),
            model: Model::default(),
            code: CodePosition {
                published: Some(date(2025, 7, 10)),
                assessed_adequate: Some(date(2025, 8, 1)),
                approved_by_act: None,
                covers: Obligations::DEMONSTRABLE.without([Obligation::TrainingContentSummary].into_iter().collect()),
                relied_on: Obligations::NONE,
            },
            standards: Obligations::NONE,
            specifications: Obligations::NONE,
            common_rules: Obligations::NONE,
            readings: Readings::FIRST,
        };
        for (key, value) in [
            ("provider.country", "FR"),
            ("provider.worldwide-turnover", "100000000"),
            ("model.placed-on-market", "2025-09-01"),
            ("model.generates", "true"),
            ("model.training-compute", "10^24"),
            ("model.licence.all", "false"),
            ("model.licence.monetised", "false"),
        ] {
            world.set(key, value);
        }
        world
    }

    pub(crate) fn law(&self) -> Law {
        let instruments = [
            (InstrumentKind::HarmonisedStandard, self.standards),
            (InstrumentKind::CommonSpecification, self.specifications),
            (InstrumentKind::CommonRules, self.common_rules),
        ];
        let instrument =
            |(kind, covers)| Instrument { kind, name: String::new(), from: date(2024, 8, 1), until: None, covers };
        let parameters = Parameters { instruments: instruments.map(instrument).to_vec(), ..parameters() };
        parameters.law(self.as_of, self.known_at, self.readings).unwrap()
    }

    pub(crate) fn decide(&self) -> Decision {
        decide(&self.provider, &self.model, &self.code, &self.law())
    }

    /// Sets a fact by its key as the lawyer's tables spell it.
    pub(crate) fn set(&mut self, key: &str, value: &str) {
        let known = (value != "unknown").then_some(value);
        let bit = known.map(|value| value == "true");
        let compute = || known.map(|value| Compute::parse(value).unwrap());
        let model = &mut self.model;
        match key {
            "as of" => self.as_of = parse_date(value),
            "known at" => self.known_at = parse_date(value),
            "provider.country" => self.provider.country = known.map(|value| Country::parse(value).unwrap()),
            "provider.worldwide-turnover" => {
                self.provider.worldwide_turnover = known.map(|value| Euro::parse(value).unwrap());
            }
            "provider.period" => self.provider.enterprise.periods.push(parse_period(value)),
            "provider.public-body-control" => self.provider.enterprise.public_body_control = bit,
            "model.placed-on-market" => model.placement = known.map(parse_placement),
            "model.generality" => model.generality = bit,
            "model.research-only" => model.research_only = bit,
            "model.generates" => model.generates_indicated_content = bit,
            "model.training-compute" => model.training.reported = compute(),
            "model.hardware" => model.training.hardware.push(parse_hardware(value)),
            "model.architecture" => model.training.architecture = Some(parse_architecture(value)),
            "model.high-impact-capabilities" => model.high_impact_evaluation = bit,
            "model.conforms-to-standards" => model.conforms_to_standards = parse_obligations(value),
            "model.conforms-to-specifications" => model.conforms_to_specifications = parse_obligations(value),
            "code.published" => self.code.published = known.map(parse_date),
            "code.assessed-adequate" => self.code.assessed_adequate = known.map(parse_date),
            "code.approved-by-act" => self.code.approved_by_act = known.map(parse_date),
            "code.covers" => self.code.covers = parse_obligations(value),
            "code.relied-on" if value == "all" => self.code.relied_on = self.code.covers,
            "code.relied-on" => self.code.relied_on = parse_obligations(value),
            "law.standards" => self.standards = parse_obligations(value),
            "law.specifications" => self.specifications = parse_obligations(value),
            "law.common-rules" => self.common_rules = parse_obligations(value),
            "model.modification.original-compute" => modification(model).original_compute = compute(),
            "model.modification.modification-compute" => modification(model).modification_compute = compute(),
            "model.modification.original-systemic-risk" => modification(model).original_systemic_risk = bit,
            _ if key.starts_with("model.commission.") => set_classification(model, key, value),
            _ if key.starts_with("model.licence.") => set_licence(model, key, bit),
            _ => self.set_reading(key, value),
        }
    }

    fn set_reading(&mut self, key: &str, value: &str) {
        let name = key.strip_prefix("reading.").unwrap_or_else(|| panic!("unknown key `{key}`"));
        let id = ReadingId::ALL.into_iter().find(|id| id.id() == name).unwrap();
        self.readings = self.readings.choose(id, value).unwrap();
    }
}

fn set_classification(model: &mut Model, key: &str, value: &str) {
    let classification = &mut model.classification;
    let day = || (value != "unknown").then(|| parse_date(value));
    match key.trim_start_matches("model.commission.") {
        "condition-known-on" => classification.condition_known_on = day(),
        "notified-on" => classification.notified_on = day(),
        "designated-on" => classification.designated_on = day(),
        "designation-ended-on" => classification.designation_ended_on = day(),
        "rebuttal" => {
            classification.rebuttal = match value.split_once(' ') {
                None if value == "pending" => Rebuttal::Pending,
                Some(("accepted", on)) => Rebuttal::Accepted(parse_date(on)),
                Some(("rejected", on)) => Rebuttal::Rejected(parse_date(on)),
                _ => Rebuttal::None,
            }
        }
        other => panic!("unknown key `{other}`"),
    }
}

fn set_licence(model: &mut Model, key: &str, bit: Option<bool>) {
    let release = &mut model.release;
    match key.trim_start_matches("model.licence.") {
        "access" => release.allows_access = bit,
        "use" => release.allows_use = bit,
        "modification" => release.allows_modification = bit,
        "distribution" => release.allows_distribution = bit,
        "weights-public" => release.weights_public = bit,
        "architecture-public" => release.architecture_public = bit,
        "usage-information-public" => release.usage_information_public = bit,
        "monetised" => release.monetised = bit,
        "all" => {
            release.allows_access = bit;
            release.allows_use = bit;
            release.allows_modification = bit;
            release.allows_distribution = bit;
            release.weights_public = bit;
            release.architecture_public = bit;
            release.usage_information_public = bit;
        }
        other => panic!("unknown key `{other}`"),
    }
}

fn modification(model: &mut Model) -> &mut Modification {
    model.modification.get_or_insert_default()
}

fn parse_date(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is not a date"))
}

fn parse_placement(text: &str) -> Placement {
    if text == "not-yet" { Placement::NotYet } else { Placement::On(parse_date(text)) }
}

fn parse_period(text: &str) -> Period {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let [persons, turnover, balance_sheet] = parts[..] else { panic!("`{text}` is not a period") };
    Period {
        persons: persons.parse().unwrap(),
        turnover: Euro::parse(turnover).unwrap(),
        balance_sheet: Euro::parse(balance_sheet).unwrap(),
    }
}

fn parse_hardware(text: &str) -> HardwareUse {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let [chip_hours, peak, utilisation] = parts[..] else { panic!("`{text}` is not a use of hardware") };
    HardwareUse {
        chip_hours: Compute::parse(chip_hours).unwrap().operations(),
        peak: Compute::parse(peak).unwrap(),
        utilisation: utilisation.parse().unwrap(),
    }
}

fn parse_architecture(text: &str) -> ArchitectureUse {
    let (parameters, tokens) = text.split_once(' ').unwrap();
    ArchitectureUse { parameters: Compute::parse(parameters).unwrap(), tokens: Compute::parse(tokens).unwrap() }
}

/// The lawyer's short names: `53.1.a` is Art. 53(1)(a).
pub(crate) fn parse_obligation(text: &str) -> Obligation {
    Obligation::ALL.into_iter().find(|obligation| short(*obligation) == text).unwrap_or_else(|| panic!("no `{text}`"))
}

/// The lawyer's short name of an obligation.
pub(crate) fn short(obligation: Obligation) -> String {
    obligation.element().replace("art_", "").replace("__para_", ".").replace("__point_", ".")
}

fn parse_obligations(text: &str) -> Obligations {
    if text == "none" || text == "unknown" {
        return Obligations::NONE;
    }
    text.split_whitespace().map(parse_obligation).collect()
}

fn since<T>(value: T) -> Timeline<T> {
    Timeline::new(vec![Since { from: date(2024, 8, 1), published: date(2024, 7, 12), value }]).unwrap()
}

/// A value with its first day and the day of its publication.
fn since_day<T>(from: Date, published: Date, value: T) -> Since<T> {
    Since { from, published, value }
}

/// The law's figures, written down a second time: a test of the shipped data compares the two.
pub(crate) fn parameters() -> Parameters {
    Parameters {
        presumption_threshold: since(Compute::ten_to(25)),
        indicative_criterion: Timeline::new(vec![since_day(date(2024, 8, 1), date(2025, 7, 18), Compute::ten_to(23))])
            .unwrap(),
        chapter_v_applies: since(date(2025, 8, 2)),
        legacy_before: since(date(2025, 8, 2)),
        legacy_comply_by: since(date(2027, 8, 2)),
        enforcement_applies: since(date(2026, 8, 2)),
        fine_percent: since(3),
        fine_amount: since(Euro::millions(15)),
        code_regime: Timeline::new(vec![
            since_day(date(2024, 8, 1), date(2024, 7, 12), CodeRegime::Approval),
            since_day(date(2026, 7, 27), date(2026, 7, 24), CodeRegime::Assessment),
        ])
        .unwrap(),
        instruments: Vec::new(),
    }
}
