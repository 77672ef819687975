//! Whatever a decision comes to, there are words for it: seen in many assessments of facts drawn by lot.

use std::collections::BTreeSet;

use adhere_domain::adherence::assessment::Assessor;
use adhere_domain::codes::code::{Code, CodeEvent, CodeEventKind};
use adhere_domain::codes::id::PartId;
use adhere_domain::law::obligation::Obligations;
use adhere_domain::law::parameters::{Instrument, InstrumentKind};
use adhere_domain::law::readings::ReadingId;
use adhere_domain::law::reasons::Reasons;
use adhere_formats::provider_folder::{model, provider};
use adhere_formats::shipped;
use jiff::civil::{Date, date};

use crate::repository::{expect_none, messages};

/// So many assessments; what they reach no longer grows after the first two thousand.
const ASSESSMENTS: usize = 4_000;

/// The lot: the same numbers at every run (`SplitMix64`).
struct Lot(u64);

impl Lot {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn draw<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.next() % from.len() as u64).unwrap()]
    }

    /// One line from each group.
    fn lines(&mut self, groups: &[&[&str]]) -> String {
        groups.iter().map(|group| self.draw(group)).collect::<Vec<_>>().join("\n")
    }
}

const PROVIDER: &[&[&str]] = &[
    &["[provider]\nname = \"P\""],
    &["", "country = \"FR\"", "country = \"US\""],
    &["", "worldwide-turnover = \"1000000.00\"", "worldwide-turnover = \"1000000000.00\""],
    &["", "public-body-control = false", "public-body-control = true"],
    &["", "[[provider.period]]\nyear = 2025\npersons = 9\nturnover = \"1.00\"\nbalance-sheet = \"1.00\""],
    &[
        "",
        "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nsince = 2025-08-01\nscope = \"full\"",
        "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nsince = 2025-08-01\nscope = \"art-53\"",
        "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nsince = 2025-08-01\nscope = [\"S\"]",
        "[[adherence]]\ncode = \"gpai\"\nversion = \"2025-07-10\"\nsince = 2025-08-01\nscope = [\"T\", \"C\"]",
    ],
];

const MODEL: &[&[&str]] = &[
    &["[model]\nname = \"M\""],
    &[
        "",
        "placed-on-market = \"not-yet\"",
        "placed-on-market = 2025-01-01",
        "placed-on-market = 2025-09-02",
        "placed-on-market = 2027-01-01",
    ],
    &["", "", "", "research-only = true", "research-only = false"],
    &["", "", "significant-generality = true", "significant-generality = false"],
    &["", "generates = [\"text\"]", "generates = [\"text\"]", "generates = [\"other\"]"],
    &["", "", "training-compute = \"1e22\"", "training-compute = \"1e24\"", "training-compute = \"1e26\""],
    &["", "high-impact-capabilities = true", "high-impact-capabilities = false"],
    &["", "similarly-safe = true", "similarly-safe = false"],
    &["", "inferior-to-open-weight = true", "inferior-to-open-weight = false"],
    &["", "conforms-to-standards = [\"art_53__para_1__point_a\"]", STANDARDS_FOR_EVERYTHING],
    &["", "conforms-to-specifications = [\"art_53__para_1__point_b\", \"art_55__para_1__point_a\"]"],
    &[
        "",
        "[[model.hardware-estimate]]\nchip-hours = 1000000\npeak-flop-per-second = \"1e15\"\nutilisation = \"0.4\"",
        "[[model.hardware-estimate]]\nchip-hours = 1000000000\npeak-flop-per-second = \"1e15\"\nutilisation = \"0.4\"",
    ],
    &[
        "",
        "[model.architecture-estimate]\nparameters = \"1e9\"\ntraining-tokens = \"1e12\"",
        "[model.architecture-estimate]\nparameters = \"1e12\"\ntraining-tokens = \"1e14\"",
    ],
    &["[model.commission]"],
    &["", "condition-known-on = 2025-09-01"],
    &[
        "",
        "",
        "rebuttal = \"pending\"",
        "rebuttal = \"accepted\"\nrebuttal-decided-on = 2026-01-01",
        "rebuttal = \"rejected\"\nrebuttal-decided-on = 2026-01-01",
    ],
    &["", "", "designated-on = 2025-10-01", "designated-on = 2025-10-01\ndesignation-ended-on = 2026-05-01"],
    &["[model.licence]"],
    &["", "access = true", "access = true", "access = false"],
    &["", "use = true", "use = true", "use = false"],
    &["", "modification = true", "modification = true", "modification = false"],
    &["", "distribution = true", "distribution = true", "distribution = false"],
    &["", "weights-public = true", "weights-public = true", "weights-public = false"],
    &["", "architecture-public = true", "architecture-public = true", "architecture-public = false"],
    &["", "usage-information-public = true", "usage-information-public = true", "usage-information-public = false"],
    &["", "monetised = false", "monetised = false", "monetised = true"],
    &["", "", "[model.modification]", "[model.modification]\noriginal-compute = \"3e23\""],
];

const STANDARDS_FOR_EVERYTHING: &str = "conforms-to-standards = [\"art_53__para_1__point_a\", \
    \"art_53__para_1__point_b\", \"art_53__para_1__point_c\", \"art_53__para_1__point_d\", \
    \"art_55__para_1__point_a\", \"art_55__para_1__point_b\", \"art_55__para_1__point_c\", \
    \"art_55__para_1__point_d\"]";

const MODIFICATION: &[&[&str]] = &[
    &["", "modification-compute = \"1e20\"", "modification-compute = \"1e25\""],
    &["", "original-systemic-risk = true", "original-systemic-risk = false"],
];

const DAYS: [Date; 6] =
    [date(2024, 9, 1), date(2025, 7, 1), date(2025, 9, 1), date(2026, 3, 1), date(2026, 9, 1), date(2027, 9, 1)];

const KINDS: [InstrumentKind; 3] =
    [InstrumentKind::HarmonisedStandard, InstrumentKind::CommonSpecification, InstrumentKind::CommonRules];

/// The same code, as if it had been approved by an implementing act while that was possible.
fn approved(mut code: Code) -> Code {
    let (by, source) = ("the Commission".to_owned(), "supposed for this test".to_owned());
    code.events.push(CodeEvent { kind: CodeEventKind::ApprovedByAct, on: date(2025, 8, 15), by, source });
    code
}

/// What rules came to, as keys and attributes of messages.
fn reached(reasons: &Reasons) -> impl Iterator<Item = (String, &'static str)> {
    reasons.nodes().iter().map(|node| (format!("rule-{}", node.rule.id), node.truth.id()))
}

#[test]
fn whatever_a_decision_comes_to_there_are_words_for_it() {
    let data = shipped::law().unwrap();
    let codes: Vec<_> = shipped::codes(&data.corpus).unwrap().into_iter().map(|shipped| shipped.source.code).collect();
    let approved: Vec<_> = codes.iter().cloned().map(approved).collect();
    let mut lot = Lot(20_261_122);
    let mut met: BTreeSet<(String, &'static str)> = BTreeSet::new();
    for _ in 0..ASSESSMENTS {
        let (undertaking, findings) = provider("adhere.toml", &lot.lines(PROVIDER), data.readings);
        let (mut undertaking, _) = undertaking.unwrap_or_else(|| panic!("{:?}", findings.diagnostics));
        let mut text = lot.lines(MODEL);
        if text.contains("[model.modification]") {
            text.push('\n');
            text.push_str(&lot.lines(MODIFICATION));
        }
        let (record, findings) = model("models/m.toml", &text);
        let record = record.unwrap_or_else(|| panic!("{:?}\n{text}", findings.diagnostics));
        undertaking.models.insert(PartId::parse("m").unwrap(), record);
        let readings = ReadingId::ALL.into_iter().fold(data.readings, |readings, id| {
            let option = lot.draw(&id.options());
            readings.choose(id, option).unwrap()
        });
        let mut parameters = data.parameters.clone();
        // No instrument exists yet; the rules about them must have words when one does.
        for kind in KINDS.into_iter().filter(|_| lot.next().is_multiple_of(4)) {
            let covers = Obligations::DEMONSTRABLE;
            parameters.instruments.push(Instrument { kind, name: "N".to_owned(), from: DAYS[1], until: None, covers });
        }
        let Ok(law) = parameters.law(lot.draw(&DAYS), lot.draw(&[DAYS[1], DAYS[5], DAYS[5]]), readings) else {
            continue;
        };
        for assessment in Assessor::new(&undertaking, lot.draw(&[&codes, &approved]), &law, &data.calendars).models() {
            met.extend(reached(&assessment.decision.reasons));
            met.extend(assessment.adherence.iter().flat_map(|(_, scope)| reached(&scope.reasons)));
            met.extend(assessment.measures.iter().flat_map(|standing| reached(&standing.binding.reasons)));
        }
    }
    let messages = messages();
    let has_words = |key: &str, truth: &str| messages.get(key).is_some_and(|attributes| attributes.contains(truth));
    let lost = met.iter().filter(|(key, truth)| !has_words(key, truth));
    let broken: Vec<String> = lost.map(|(key, truth)| format!("{key}.{truth}")).collect();
    expect_none("whatever a decision comes to, there are words for it", &broken);
}
