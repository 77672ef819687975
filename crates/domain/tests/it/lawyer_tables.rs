//! The cases of `tests/law/*.txt`, written from the text of the law: each expectation is held against the decision.

use std::path::Path;

use adhere_domain::law::decision::Decision;
use adhere_domain::law::obligation::Obligations;
use adhere_domain::law::rules::fine::Ceiling;
use adhere_domain::law::rules::pathway::{PathwayKind, PathwayState};

use crate::world::{World, parse_obligation, short};

struct Case {
    name: String,
    place: String,
    world: World,
    expected: Vec<(String, String)>,
}

#[test]
fn every_case_of_the_lawyers_tables_comes_out_as_the_law_says() {
    let mut failures = Vec::new();
    let cases = cases();
    assert!(cases.len() > 250, "the tables are not all there: {} cases", cases.len());
    for case in &cases {
        assert!(!case.expected.is_empty(), "{}: the case expects nothing", case.place);
        let decision = case.world.decide();
        for (key, expected) in &case.expected {
            let actual = actual(&case.world, &decision, key);
            if actual != *expected {
                failures.push(format!("{} {}: {key} is {actual}, not {expected}", case.place, case.name));
            }
        }
    }
    assert!(failures.is_empty(), "{} expectations fail:\n{}", failures.len(), failures.join("\n"));
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/law");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().filter(|file| file.extension().is_some_and(|end| end == "txt"));
    texts.flat_map(|file| read_cases(file)).collect()
}

fn read_cases(file: &Path) -> Vec<Case> {
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(file).unwrap();
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
    {
        let (key, value) = line.split_once(": ").unwrap_or_else(|| panic!("{name}:{}: `{line}`", number + 1));
        if key == "case" {
            let place = format!("{name}:{}", number + 1);
            cases.push(Case { name: value.to_owned(), place, world: World::usual(), expected: Vec::new() });
            continue;
        }
        let case = cases.last_mut().unwrap();
        match (key, value.split_once(" = ")) {
            ("cite", None) => {}
            ("as of" | "known at", None) => case.world.set(key, value),
            ("given", Some((fact, value))) => case.world.set(fact, value),
            ("then", Some((question, answer))) => case.expected.push((question.to_owned(), answer.to_owned())),
            _ => panic!("{name}:{}: `{line}`", number + 1),
        }
    }
    cases
}

fn actual(world: &World, decision: &Decision, key: &str) -> String {
    if let Some(rest) = key.strip_prefix("duty.") {
        return duty(world, decision, rest);
    }
    if let Some(rest) = key.strip_prefix("way.") {
        return way(decision, rest);
    }
    match key {
        "general-purpose" => decision.general_purpose.truth.id().to_owned(),
        "provider" => decision.provider.truth.id().to_owned(),
        "high-impact" => decision.high_impact.truth.id().to_owned(),
        "systemic-risk" => decision.systemic_risk.truth.id().to_owned(),
        "open-source-exception" => decision.open_source.truth.id().to_owned(),
        "fine.possible" => decision.fine.possible.truth.id().to_owned(),
        "fine.from" => decision.fine.from.map_or_else(|| "none".to_owned(), |date| date.to_string()),
        "fine.ceiling" => ceiling(decision.fine.ceiling),
        "size" => world.provider.enterprise.size_class().map_or("unknown", |size| size.id()).to_owned(),
        "missing" => {
            let missing = decision.missing(&world.provider, &world.model);
            missing.iter().map(|fact| fact.key()).collect::<Vec<_>>().join(" ")
        }
        other => panic!("unknown question `{other}`"),
    }
}

fn duty(world: &World, decision: &Decision, rest: &str) -> String {
    let (name, part) = match rest.rsplit_once('.') {
        Some((name, part @ ("from" | "enforceable-from"))) => (name, part),
        _ => (rest, "status"),
    };
    let obligation = parse_obligation(name);
    let duty = decision.duties.iter().find(|duty| duty.obligation == obligation).unwrap();
    let day = |date: Option<jiff::civil::Date>| date.map_or_else(|| "none".to_owned(), |date| date.to_string());
    match part {
        "from" => day(duty.from),
        "enforceable-from" => day(duty.enforceable_from),
        _ => duty.status(&world.law()).id().to_owned(),
    }
}

fn way(decision: &Decision, rest: &str) -> String {
    let name = rest.trim_end_matches(".covers");
    let way = decision.pathways.iter().find(|way| way.kind.id() == name);
    match (way, rest.ends_with(".covers")) {
        (None, _) => "absent".to_owned(),
        (Some(way), true) => shorts(way.covers),
        (Some(way), false) => match way.state() {
            PathwayState::Open => "open".to_owned(),
            PathwayState::OnAdhering => "on-adhering".to_owned(),
            PathwayState::Closed => "closed".to_owned(),
        },
    }
}

fn shorts(obligations: Obligations) -> String {
    let names: Vec<String> = obligations.iter().map(short).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(" ") }
}

fn ceiling(ceiling: Ceiling) -> String {
    let (kind, amount) = match ceiling {
        Ceiling::ShareOfTurnover(amount) => ("share-of-turnover", amount),
        Ceiling::FixedAmount(amount) => ("fixed-amount", amount),
        Ceiling::AtLeast(amount) => ("at-least", amount),
    };
    format!("{kind} {}", amount.to_string().replace(' ', ""))
}

#[test]
fn every_way_has_a_name_of_its_own() {
    let names = [
        PathwayKind::HarmonisedStandard,
        PathwayKind::CommonSpecification,
        PathwayKind::CodeOfPractice,
        PathwayKind::GeneralValidity,
        PathwayKind::CommonRules,
        PathwayKind::AlternativeMeans,
    ]
    .map(PathwayKind::id);
    assert_eq!(
        names,
        [
            "harmonised-standard",
            "common-specification",
            "code-of-practice",
            "general-validity",
            "common-rules",
            "alternative-means"
        ]
    );
}
