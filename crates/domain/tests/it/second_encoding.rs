//! The Rust rules against `tests/second-encoding/law.py`, written from the text by another author.
//!
//! Cases are smooth, or at the rules' own boundaries: see `random.rs`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use adhere_domain::law::compute::{Compute, HardwareUse};
use adhere_domain::law::euro::Euro;
use adhere_domain::law::facts::Rebuttal;
use adhere_domain::law::obligation::{Obligation, Obligations};
use adhere_domain::law::parameters::CodeRegime;
use adhere_domain::law::readings::ReadingId;
use adhere_domain::law::rules::fine::Ceiling;
use adhere_domain::law::rules::pathway::PathwayState;
use adhere_domain::law::size::Period;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::random::Random;
use crate::world::World;

const CASES: u64 = 10_000;

#[test]
fn both_encodings_agree_on_smooth_cases() {
    agree(|seed| Random::new(seed).smooth().world());
}

#[test]
fn both_encodings_agree_at_every_boundary() {
    agree(|seed| Random::new(seed).world());
}

fn agree(world: impl Fn(u64) -> World) {
    let worlds: Vec<World> = (1..=CASES).map(world).collect();
    let cases: Vec<String> = worlds.iter().map(|world| case(world).to_string()).collect();
    let answers = ask(&cases);
    assert_eq!(answers.len(), worlds.len(), "the second encoding answered {} cases", answers.len());
    for ((world, case), theirs) in worlds.iter().zip(&cases).zip(&answers) {
        let ours = answer(world);
        let theirs: Value = serde_json::from_str(theirs).unwrap();
        if ours != theirs {
            let differs = |key: &&String| ours[key.as_str()] != theirs[key.as_str()];
            let keys: Vec<&String> = ours.as_object().unwrap().keys().filter(differs).collect();
            let shown: Vec<String> = keys
                .iter()
                .map(|key| format!("{key}\n  ours {}\n  theirs {}", ours[key.as_str()], theirs[key.as_str()]))
                .collect();
            panic!("the encodings differ on {case}\n{}", shown.join("\n"));
        }
    }
}

fn ask(cases: &[String]) -> Vec<String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/second-encoding/law.py");
    let python = Command::new("python3").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut python = python.expect("python3 runs the second encoding: install it");
    let mut input = python.stdin.take().unwrap();
    let text = cases.join("\n") + "\n";
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()).unwrap());
    let output = python.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success(), "the second encoding failed");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

fn elements(obligations: Obligations) -> Vec<&'static str> {
    obligations.iter().map(Obligation::element).collect()
}

fn case(world: &World) -> Value {
    let (provider, model, law) = (&world.provider, &world.model, world.law());
    let digits = |compute: Option<Compute>| compute.map(|compute| compute.operations().to_string());
    let amount = |euro: Euro| euro.to_string().replace(' ', "");
    let period = |period: &Period| json!({"persons": period.persons, "turnover": amount(period.turnover), "balance_sheet": amount(period.balance_sheet)});
    let hardware = |use_: &HardwareUse| json!({"chip_hours": use_.chip_hours.to_string(), "peak": use_.peak.operations().to_string(), "utilisation": use_.utilisation});
    let placement = model.placement.map(|placement| placement.date().map_or("not-yet".to_owned(), |on| on.to_string()));
    let classification = model.classification;
    let (state, on) = match classification.rebuttal {
        Rebuttal::None => ("none", None),
        Rebuttal::Pending => ("pending", None),
        Rebuttal::Accepted(on) => ("accepted", Some(on)),
        Rebuttal::Rejected(on) => ("rejected", Some(on)),
    };
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    let release = &model.release;
    let readings: serde_json::Map<String, Value> =
        ReadingId::ALL.iter().map(|id| (id.id().to_owned(), world.readings.chosen(*id).into())).collect();
    json!({
        "as_of": world.as_of.to_string(),
        "known_at": world.known_at.to_string(),
        "provider": {
            "country": provider.country.map(|country| country.to_string()),
            "worldwide_turnover": provider.worldwide_turnover.map(amount),
            "periods": provider.enterprise.periods.iter().map(period).collect::<Vec<_>>(),
            "public_body_control": provider.enterprise.public_body_control,
        },
        "model": {
            "placement": placement,
            "generality": model.generality,
            "research_only": model.research_only,
            "generates_indicated_content": model.generates_indicated_content,
            "reported": digits(model.training.reported),
            "hardware": model.training.hardware.iter().map(hardware).collect::<Vec<_>>(),
            "architecture": model.training.architecture.map(|use_| json!({
                "parameters": use_.parameters.operations().to_string(),
                "tokens": use_.tokens.operations().to_string(),
            })),
            "high_impact_evaluation": model.high_impact_evaluation,
            "condition_known_on": day(classification.condition_known_on),
            "rebuttal": {"state": state, "on": day(on)},
            "designated_on": day(classification.designated_on),
            "designation_ended_on": day(classification.designation_ended_on),
            "licence": {
                "access": release.allows_access,
                "use": release.allows_use,
                "modification": release.allows_modification,
                "distribution": release.allows_distribution,
                "weights_public": release.weights_public,
                "architecture_public": release.architecture_public,
                "usage_information_public": release.usage_information_public,
                "monetised": release.monetised,
            },
            "modification": model.modification.map(|modification| json!({
                "original_compute": digits(modification.original_compute),
                "modification_compute": digits(modification.modification_compute),
                "original_systemic_risk": modification.original_systemic_risk,
            })),
            "conforms_to_standards": elements(model.conforms_to_standards),
            "conforms_to_specifications": elements(model.conforms_to_specifications),
        },
        "code": {
            "published": day(world.code.published),
            "assessed_adequate": day(world.code.assessed_adequate),
            "approved_by_act": day(world.code.approved_by_act),
            "covers": elements(world.code.covers),
            "relied_on": elements(world.code.relied_on),
        },
        "law": {
            "code_regime": if law.code_regime == CodeRegime::Approval { "approval" } else { "assessment" },
            "standards": elements(law.standards),
            "specifications": elements(law.specifications),
            "common_rules": elements(law.common_rules),
        },
        "readings": readings,
    })
}

fn answer(world: &World) -> Value {
    let decision = world.decide();
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    let duties: serde_json::Map<String, Value> = decision
        .duties
        .iter()
        .map(|duty| {
            let value = json!({
                "addressed": duty.addressed.id(),
                "binds": duty.binds.truth.id(),
                "from": day(duty.from),
                "enforceable_from": day(duty.enforceable_from),
            });
            (duty.obligation.element().to_owned(), value)
        })
        .collect();
    let ways: Vec<Value> = decision
        .pathways
        .iter()
        .map(|way| {
            json!({
                "kind": way.kind.id(),
                "open": way.open.truth.id(),
                "on_adhering": way.state() == PathwayState::OnAdhering,
                "covers": elements(way.covers),
            })
        })
        .collect();
    let (kind, ceiling) = match decision.fine.ceiling {
        Ceiling::ShareOfTurnover(amount) => ("share-of-turnover", amount),
        Ceiling::FixedAmount(amount) => ("fixed-amount", amount),
        Ceiling::AtLeast(amount) => ("at-least", amount),
    };
    let ceiling = ceiling.to_string().replace(' ', "");
    let ceiling = if ceiling.contains('.') { ceiling.trim_end_matches('0').to_owned() } else { ceiling };
    json!({
        "general-purpose": decision.general_purpose.truth.id(),
        "provider": decision.provider.truth.id(),
        "high-impact": decision.high_impact.truth.id(),
        "systemic-risk": decision.systemic_risk.truth.id(),
        "open-source-exception": decision.open_source.truth.id(),
        "duties": duties,
        "pathways": ways,
        "fine": {
            "possible": decision.fine.possible.truth.id(),
            "from": day(decision.fine.from),
            "ceiling": {"kind": kind, "amount": ceiling},
        },
        "size": world.provider.enterprise.size_class().map(adhere_domain::law::size::SizeClass::id),
    })
}
