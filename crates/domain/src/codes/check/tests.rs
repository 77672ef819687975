//! Every rule of the compiler: one code that breaks it, and the neighbour that does not.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use super::{Surroundings, check};
use crate::codes::code::{
    Addressee, Chapter, Code, CodeEvent, CodeEventKind, Commitment, Exemption, Extent, Ground, LeftOut, Measure,
    Objective, OwnIndicators, TextKind, Variant,
};
use crate::codes::deadline::{Deadline, EventKind, Timing};
use crate::codes::finding::{Finding, Place};
use crate::codes::id::PartId;
use crate::codes::lineage::{Descent, Fate, Lineage};
use crate::codes::profile::Profile;
use crate::codes::rule::Rule;
use crate::law::corpus::ElementId;
use crate::law::fixtures::parameters;
use crate::law::size::SizeClass;

/// A code with what it is checked against.
struct Case {
    code: Code,
    indicated: BTreeSet<PartId>,
    earlier: Option<Code>,
}

fn part(id: &str) -> PartId {
    PartId::parse(id).unwrap()
}

fn elements(ids: &[&'static str]) -> Vec<ElementId> {
    ids.iter().map(|id| ElementId::of(id)).collect()
}

fn measure(id: &str, covers: &[&'static str]) -> Measure {
    Measure {
        id: part(id),
        title: id.to_owned(),
        covers: elements(covers),
        condition: None,
        exemptions: Vec::new(),
        variants: vec![variant(&[SizeClass::Micro])],
        deadlines: Vec::new(),
        reports_to: vec!["ai-office".to_owned()],
        summary: "What is done.".to_owned(),
    }
}

fn variant(sizes: &[SizeClass]) -> Variant {
    Variant { sizes: sizes.iter().copied().collect(), note: "less".to_owned() }
}

fn commitment(id: &str, measures: Vec<Measure>) -> Commitment {
    Commitment {
        id: part(id),
        title: id.to_owned(),
        objectives: vec![part("O")],
        no_indicators: None,
        binds: Addressee::GeneralPurpose,
        covers: Vec::new(),
        summary: "What is promised.".to_owned(),
        measures,
    }
}

/// A code without a fault: two measures cover all that Art. 56(2) asks for.
fn sound() -> Case {
    let measures = vec![measure("M1", &["art_53", "art_56__para_2"]), measure("M2", &["art_55__para_1"])];
    let code = Code {
        id: part("code"),
        title: "A code".to_owned(),
        version: part("2"),
        published: date(2026, 1, 1),
        profile: Profile::Aia56,
        source: "Written for tests.".to_owned(),
        text: TextKind::Full,
        language: None,
        objectives: vec![Objective { id: part("O"), text: "What is aimed at.".to_owned() }],
        chapters: vec![Chapter { id: part("X"), title: "X".to_owned(), commitments: vec![commitment("C1", measures)] }],
        left_out: Vec::new(),
        indicators: None,
        no_indicators: None,
        lineages: Vec::new(),
        events: Vec::new(),
    };
    Case { code, indicated: [part("M1")].into(), earlier: None }
}

/// The sound code as version 1, with a measure more that became one of version 2.
fn renewed() -> Case {
    let case = sound();
    let mut earlier = case.code.clone();
    earlier.version = part("1");
    earlier.chapters[0].commitments[0].measures.push(measure("M3", &["art_53"]));
    let mut code = case.code;
    code.lineages = vec![lineage(vec![became("M3", &["M1"])])];
    Case { code, earlier: Some(earlier), ..case }
}

fn lineage(parts: Vec<Descent>) -> Lineage {
    Lineage { from: part("1"), source: "Written for tests.".to_owned(), parts }
}

fn became(id: &str, new: &[&str]) -> Descent {
    Descent { id: part(id), fate: Fate::Became(new.iter().map(|id| part(id)).collect()), note: None }
}

fn dropped(id: &str) -> Descent {
    Descent { id: part(id), fate: Fate::Dropped("not needed".to_owned()), note: None }
}

fn left_out(provision: &'static str) -> LeftOut {
    LeftOut { provision: ElementId::of(provision), reason: "elsewhere".to_owned() }
}

fn event(kind: CodeEventKind, on: Date) -> CodeEvent {
    CodeEvent { kind, on, by: "Commission".to_owned(), source: "Written for tests.".to_owned() }
}

fn deadline(name: &str) -> Deadline {
    Deadline { name: name.to_owned(), timing: Timing::By, event: EventKind::Placing, note: None }
}

fn relief(lifts: &[&str]) -> Exemption {
    let lifts = lifts.iter().map(|name| (*name).to_owned()).collect();
    Exemption { ground: Ground::SimilarlySafe, extent: Extent::Part, lifts, note: "less".to_owned() }
}

impl Case {
    fn commitment(&mut self) -> &mut Commitment {
        &mut self.code.chapters[0].commitments[0]
    }

    fn measure(&mut self, index: usize) -> &mut Measure {
        &mut self.commitment().measures[index]
    }

    fn findings(&self) -> Vec<Finding> {
        let surroundings =
            Surroundings { parameters: &parameters(), today: date(2026, 11, 22), earlier: self.earlier.as_ref() };
        let (id, version) = (part("kpis"), part("1"));
        let own = OwnIndicators { id, version, sha256: String::new(), indicated: self.indicated.clone() };
        check(&Code { indicators: Some(own), ..self.code.clone() }, &surroundings)
    }

    fn broken(&self) -> Vec<Rule> {
        self.findings().iter().map(|finding| finding.rule).collect()
    }
}

/// What is changed in a code to break a rule, or to come as near to it as is sound.
type Change = fn(&mut Case);

/// A rule, the code to begin with, a change that breaks the rule, and its neighbour that does not.
type RuleCase = (Rule, fn() -> Case, Change, Change);

const CASES: [RuleCase; 27] = [
    (
        Rule::CoverageMissing,
        sound,
        |case| {
            case.measure(1).covers =
                elements(&["art_55__para_1__point_a", "art_55__para_1__point_b", "art_55__para_1__point_c"]);
        },
        |case| {
            case.measure(1).covers =
                elements(&["art_55__para_1__point_a", "art_55__para_1__point_b", "art_55__para_1__point_c"]);
            case.code.left_out = vec![left_out("art_55__para_1__point_d")];
        },
    ),
    (
        Rule::LeftOutCovered,
        sound,
        |case| case.code.left_out = vec![left_out("art_55__para_1__point_d")],
        // What lies beyond the questions of the law may be left out with a word.
        |case| case.code.left_out = vec![left_out("art_54")],
    ),
    (
        Rule::LeftOutUnasked,
        sound,
        |case| case.code.left_out = vec![left_out("art_9")],
        |case| case.code.left_out = vec![left_out("art_54")],
    ),
    (
        Rule::CoversOutsideProfile,
        sound,
        |case| case.commitment().measures.push(measure("M3", &["art_9"])),
        // A part of what is asked for, and something more.
        |case| case.commitment().measures.push(measure("M3", &["art_53__para_1__point_b__point_i", "art_9"])),
    ),
    (
        Rule::CoversBeyondCommitment,
        sound,
        |case| {
            case.commitment().covers = elements(&["art_55", "art_56__para_2", "art_53__para_1"]);
            case.measure(0).covers = elements(&["art_53__para_1", "art_53__para_3", "art_56__para_2"]);
        },
        |case| case.commitment().covers = elements(&["art_55", "art_56__para_2", "art_53"]),
    ),
    (
        Rule::CommitmentBeyondMeasures,
        sound,
        |case| case.commitment().covers = elements(&["art_53", "art_54", "art_55", "art_56"]),
        |case| case.commitment().covers = elements(&["art_53", "art_55", "art_56"]),
    ),
    (
        Rule::BindsOutsideProfile,
        sound,
        |case| case.commitment().binds = Addressee::SystemDeployer,
        |case| case.commitment().binds = Addressee::SystemicRisk,
    ),
    (
        Rule::ChapterEmpty,
        sound,
        |case| case.code.chapters.push(Chapter { id: part("Y"), title: "Y".to_owned(), commitments: Vec::new() }),
        |case| {
            let commitments = vec![commitment("C2", vec![measure("M3", &["art_53"])])];
            case.code.chapters.push(Chapter { id: part("Y"), title: "Y".to_owned(), commitments });
        },
    ),
    (
        Rule::CommitmentEmpty,
        sound,
        |case| case.code.chapters[0].commitments.push(commitment("C2", Vec::new())),
        |case| case.code.chapters[0].commitments.push(commitment("C2", vec![measure("M3", &["art_53"])])),
    ),
    (
        Rule::TextMissing,
        sound,
        |case| case.commitment().summary.clear(),
        |case| case.commitment().summary = "x".to_owned(),
    ),
    (
        Rule::ObjectiveMissing,
        sound,
        |case| case.code.chapters[0].commitments.push(Commitment { objectives: Vec::new(), ..second_commitment() }),
        |case| case.code.chapters[0].commitments.push(second_commitment()),
    ),
    (
        Rule::ObjectiveUnknown,
        sound,
        |case| case.commitment().objectives.push(part("P")),
        |case| case.commitment().objectives.push(part("O")),
    ),
    (
        Rule::ObjectiveUnserved,
        sound,
        |case| case.code.objectives.push(Objective { id: part("P"), text: "More.".to_owned() }),
        |case| {
            case.code.objectives.push(Objective { id: part("P"), text: "More.".to_owned() });
            case.commitment().objectives.push(part("P"));
        },
    ),
    (Rule::KpiMissing, sound, |case| case.indicated = [part("M9")].into(), |case| case.indicated = [part("C1")].into()),
    (
        Rule::ReportMissing,
        sound,
        |case| case.commitment().measures.iter_mut().for_each(|measure| measure.reports_to = vec!["users".to_owned()]),
        |case| case.measure(0).reports_to.clear(),
    ),
    (
        Rule::ReportNotBySize,
        sound,
        |case| case.commitment().measures.iter_mut().for_each(|measure| measure.variants.clear()),
        |case| case.measure(0).variants.clear(),
    ),
    (
        Rule::DeadlineTwice,
        sound,
        |case| case.measure(0).deadlines = vec![deadline("a"), deadline("a")],
        |case| {
            case.measure(0).deadlines = vec![deadline("a"), deadline("b")];
            case.measure(1).deadlines = vec![deadline("a")];
        },
    ),
    (
        Rule::ReliefLiftsUnknown,
        sound,
        |case| {
            case.measure(0).exemptions = vec![relief(&["a", "b"])];
            case.measure(0).deadlines = vec![deadline("a")];
            case.measure(1).deadlines = vec![deadline("b")];
        },
        |case| {
            case.measure(0).exemptions = vec![relief(&["a", "b"]), relief(&[])];
            case.measure(0).deadlines = vec![deadline("a"), deadline("b")];
        },
    ),
    (
        Rule::VariantTwice,
        sound,
        |case| {
            case.measure(0).variants =
                vec![variant(&[SizeClass::Micro, SizeClass::Small]), variant(&[SizeClass::Small])];
        },
        |case| case.measure(0).variants = vec![variant(&[SizeClass::Micro]), variant(&[SizeClass::Small])],
    ),
    (
        Rule::EventBeforePublication,
        sound,
        |case| case.code.events = vec![event(CodeEventKind::AssessedAdequate, date(2025, 12, 31))],
        |case| case.code.events = vec![event(CodeEventKind::AssessedAdequate, date(2026, 1, 1))],
    ),
    (
        Rule::FutureDate,
        sound,
        |case| case.code.events = vec![event(CodeEventKind::AssessedAdequate, date(2026, 11, 23))],
        |case| case.code.events = vec![event(CodeEventKind::AssessedAdequate, date(2026, 11, 22))],
    ),
    (
        Rule::ApprovalNotInLaw,
        sound,
        |case| case.code.events = vec![event(CodeEventKind::ApprovedByAct, date(2026, 7, 27))],
        |case| case.code.events = vec![event(CodeEventKind::ApprovedByAct, date(2026, 7, 26))],
    ),
    (
        Rule::LineageLost,
        renewed,
        |case| case.code.lineages.clear(),
        // What two files of lineage say counts together.
        |case| case.code.lineages.insert(0, lineage(Vec::new())),
    ),
    (
        Rule::LineageUnknownOld,
        renewed,
        |case| case.code.lineages[0].parts.push(became("M9", &["M2"])),
        |case| case.code.lineages[0].parts.push(became("M2", &["M2"])),
    ),
    (
        Rule::LineageUnknownNew,
        renewed,
        |case| case.code.lineages = vec![lineage(vec![became("M3", &["M1", "M9"])])],
        |case| case.code.lineages = vec![lineage(vec![became("M3", &["M1", "M2"])])],
    ),
    (
        Rule::LineageTwice,
        renewed,
        |case| case.code.lineages[0].parts.push(became("M3", &["M2"])),
        |case| case.code.lineages[0].parts.push(became("M2", &["M2"])),
    ),
    (
        Rule::LineageDroppedKept,
        renewed,
        |case| case.code.lineages[0].parts.push(dropped("M2")),
        |case| case.code.lineages = vec![lineage(vec![dropped("M3")])],
    ),
];

fn second_commitment() -> Commitment {
    commitment("C2", vec![measure("M3", &["art_53"])])
}

#[test]
fn every_rule_has_a_case() {
    assert_eq!(CASES.map(|(rule, ..)| rule), Rule::ALL);
}

#[test]
fn a_sound_code_breaks_no_rule() {
    assert_eq!(sound().findings(), []);
    assert_eq!(renewed().findings(), []);
}

#[test]
fn each_rule_is_broken_by_its_case_alone_and_not_by_the_neighbour() {
    for (rule, start, breaks, neighbour) in CASES {
        let (mut broken, mut whole) = (start(), start());
        breaks(&mut broken);
        assert_eq!(broken.broken(), [rule], "{}", rule.id());
        neighbour(&mut whole);
        assert_eq!(whole.findings(), [], "{}: the neighbour", rule.id());
    }
}

#[test]
fn a_gap_of_a_kind_of_code_is_what_its_law_asks_for() {
    for (profile, binds, asked) in [
        (Profile::Aia56, Addressee::GeneralPurpose, 13),
        (Profile::Aia50Para7, Addressee::SystemDeployer, 2),
        // Art. 95 asks for nothing: a code of conduct is voluntary in what it covers.
        (Profile::Aia95, Addressee::SystemProvider, 0),
    ] {
        let mut case = sound();
        case.code.profile = profile;
        case.commitment().binds = binds;
        case.commitment().measures = Vec::new();
        let gaps = case.broken().into_iter().filter(|rule| *rule == Rule::CoverageMissing).count();
        assert_eq!(gaps, asked, "{}", profile.id());
    }
}

#[test]
fn each_kind_of_code_binds_those_whom_its_law_addresses() {
    let bound = |profile| {
        let addressees = Addressee::ALL.into_iter().filter(|(binds, _)| {
            let mut case = sound();
            case.code.profile = profile;
            case.commitment().binds = *binds;
            !case.broken().contains(&Rule::BindsOutsideProfile)
        });
        addressees.map(|(_, name)| name).collect::<Vec<_>>()
    };
    assert_eq!(bound(Profile::Aia56), ["gpai", "systemic-risk"]);
    assert_eq!(bound(Profile::Aia50Para7), ["provider", "deployer"]);
    assert_eq!(bound(Profile::Aia95), ["provider", "deployer"]);
}

#[test]
fn a_code_of_conduct_is_never_approved() {
    let mut case = sound();
    case.code.profile = Profile::Aia95;
    case.code.events = vec![event(CodeEventKind::ApprovedByAct, date(2026, 2, 1))];
    assert!(case.broken().contains(&Rule::ApprovalNotInLaw));
}

#[test]
fn an_indicator_of_any_part_or_a_reason_for_none_measures_an_objective() {
    let mut case = sound();
    for (indicated, commitment, code, missing) in [
        ("", None, None, true),
        ("C1", None, None, false),
        ("M2", None, None, false),
        ("", Some("why"), None, false),
        ("", None, Some("why"), false),
    ] {
        case.indicated = PartId::parse(indicated).into_iter().collect();
        case.commitment().no_indicators = commitment.map(str::to_owned);
        case.code.no_indicators = code.map(str::to_owned);
        assert_eq!(case.broken().contains(&Rule::KpiMissing), missing, "{indicated} {commitment:?} {code:?}");
    }
}

#[test]
fn reports_are_asked_of_codes_of_practice_for_models_alone() {
    for profile in [Profile::Aia50Para7, Profile::Aia95] {
        let mut case = sound();
        case.code.profile = profile;
        case.commitment().measures.iter_mut().for_each(|measure| measure.reports_to.clear());
        assert!(!case.broken().contains(&Rule::ReportMissing), "{}", profile.id());
    }
}

#[test]
fn sizes_are_to_be_reflected_where_reports_are_asked_for() {
    let mut case = sound();
    case.commitment().measures.iter_mut().for_each(|measure| measure.variants.clear());
    let mut other = second_commitment();
    other.measures[0].reports_to.clear();
    case.code.chapters[0].commitments.push(other);
    assert_eq!(case.broken(), [Rule::ReportNotBySize]);
}

#[test]
fn a_finding_names_its_place_and_its_facts() {
    let mut case = sound();
    case.measure(1).deadlines = vec![deadline("a"), deadline("a")];
    let finding = case.findings().remove(0);
    assert_eq!(finding.place, Place::Line(part("M2"), "due", 1));
    assert_eq!(finding.facts, [("part", "M2".to_owned()), ("deadline", "a".to_owned())]);
}

#[test]
fn findings_stand_in_the_order_of_the_rules() {
    let mut case = renewed();
    case.code.lineages.clear();
    case.code.published = date(2027, 1, 1);
    case.commitment().summary.clear();
    case.code.left_out = vec![left_out("art_9")];
    let order = [Rule::LeftOutUnasked, Rule::TextMissing, Rule::FutureDate, Rule::LineageLost];
    assert_eq!(case.broken(), order);
}

#[test]
fn every_rule_has_an_id_of_its_own_and_a_provision_of_the_act_or_none() {
    let ids: BTreeSet<&str> = Rule::ALL.into_iter().map(Rule::id).collect();
    assert_eq!(ids.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        for (profile, _) in Profile::ALL {
            let provision = rule.provision(profile);
            assert!(provision.is_none_or(|provision| provision.starts_with("art_")), "{}", rule.id());
        }
    }
}
