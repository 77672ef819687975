//! What the fuzz targets share: the shipped law and codes, loaded once, and what must hold of all findings.

use std::sync::LazyLock;

use adhere_domain::adherence::assessment::Assessor;
use adhere_domain::adherence::record::{Adherence, ModelRecord, Scope, Undertaking};
use adhere_domain::codes::check::{Surroundings, check};
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::parameters::Law;
use adhere_formats::code_source::CodeSource;
use adhere_formats::compiled_code::compiled_bytes;
use adhere_formats::diagnostic::Findings;
use adhere_formats::law_data::LawData;
use adhere_formats::shipped;
use adhere_journal::key::{KeyName, LogSecret};
use jiff::civil::date;

/// The shipped law.
pub static LAW: LazyLock<LawData> = LazyLock::new(|| shipped::law().expect("the shipped law is sound"));

/// The shipped codes.
pub static CODES: LazyLock<Vec<Code>> = LazyLock::new(|| {
    let codes = shipped::codes(&LAW.corpus).expect("the shipped codes are sound");
    codes.into_iter().map(|shipped| shipped.source.code).collect()
});

/// Every place that a finding names lies inside the text it is about.
pub fn places_lie_inside(findings: &Findings, text: &str) {
    for diagnostic in &findings.diagnostics {
        let inside = diagnostic.span.as_ref().is_none_or(|span| text.get(span.clone()).is_some());
        assert!(inside, "{diagnostic:?}");
        assert!(findings.line(diagnostic).is_some() || diagnostic.span.is_none(), "{diagnostic:?}");
    }
}

/// Checks a code by all rules, writes it, and finds the place of every finding that has one.
pub fn check_code(source: &CodeSource, earlier: Option<&Code>) {
    let today = date(2026, 11, 22);
    let surroundings = Surroundings { parameters: &LAW.parameters, today, earlier };
    for finding in check(&source.code, &surroundings) {
        assert!(source.places.find(&finding.place).is_some(), "{finding:?} has no place");
    }
    assert!(!compiled_bytes(&source.code).is_empty());
}

/// Assesses a provider on three days; the truth of every verdict must follow from its reasons.
pub fn assess(undertaking: &Undertaking) {
    for as_of in [date(2025, 9, 1), date(2026, 11, 22), date(2031, 1, 1)] {
        let law = LAW.parameters.law(as_of, as_of, LAW.readings).expect("there is law on that day");
        assess_under(undertaking, &law);
    }
}

fn assess_under(undertaking: &Undertaking, law: &Law) {
    for assessment in Assessor::new(undertaking, &CODES, law, &LAW.calendars).models() {
        let decision = &assessment.decision;
        for verdict in decision.verdicts() {
            assert_eq!(decision.reasons.recompute(verdict.node), Some(verdict.truth));
        }
    }
}

/// A provider that adheres to the whole shipped code and has this one model.
pub fn adherent_with(model: ModelRecord) -> Undertaking {
    let id = |text| PartId::parse(text).expect("this is an id");
    let adherence = Adherence {
        code: id("gpai"),
        version: id("2025-07-10"),
        scope: Scope::Full,
        since: date(2025, 8, 1),
        until: None,
        models: None,
        source: None,
    };
    Undertaking { adherences: vec![adherence], models: [(id("m"), model)].into(), ..Undertaking::default() }
}

/// The key of the log of the journal's golden files.
pub fn log_key() -> [u8; 32] {
    let name = KeyName::new("provider.example/log").expect("this is a name");
    *LogSecret::from_seed(name, [1; 32]).public().bytes()
}
