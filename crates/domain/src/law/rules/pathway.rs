//! Which ways to show compliance are open, and what each is worth: Arts 40, 41, 53(4), 55(2) and 56 AI Act.
//!
//! A list, not a winner: the law ranks them only by what it says each of them does.

use jiff::civil::Date;

use crate::law::facts::Model;
use crate::law::obligation::Obligations;
use crate::law::parameters::{CodeRegime, Law};
use crate::law::readings::{AdhereOrComply, ApprovedCode, ReadingId};
use crate::law::reasons::{Reasons, Rule, Verdict};
use crate::law::truth::Truth;

static STANDARD: Rule =
    Rule::of_law("way-harmonised-standard", &["art_40__para_1", "art_53__para_4", "art_55__para_2"]);
static STANDARD_PUBLISHED: Rule = Rule::of_law("standard-published", &["art_40__para_1"]);
static STANDARD_CONFORMED: Rule = Rule::of_law("standard-conformed", &["art_40__para_1"]);
static SPECIFICATION: Rule = Rule::of_law("way-common-specification", &["art_41__para_3"]);
static SPECIFICATION_ADOPTED: Rule = Rule::of_law("specification-adopted", &["art_41__para_1"]);
static SPECIFICATION_CONFORMED: Rule = Rule::of_law("specification-conformed", &["art_41__para_3"]);
static CODE: Rule = Rule::of_law("way-code-of-practice", &["art_53__para_4", "art_55__para_2"]);
static CODE_PUBLISHED: Rule = Rule::of_law("code-published", &["art_56__para_1"]);
static CODE_ADEQUATE: Rule = Rule::of_law("code-adequate", &["art_56__para_6", "art_53__para_4", "art_55__para_2"])
    .read_as(ReadingId::ApprovedCode);
static NO_STANDARD_YET: Rule = Rule::of_law("no-standard-yet", &["art_53__para_4", "art_55__para_2"]);
static ADHERES: Rule = Rule::of_law("adheres", &["art_56__para_7"]);
static GENERAL_VALIDITY: Rule = Rule::of_law("way-general-validity", &["art_56__para_6__subpara_2"]);
static APPROVED_BY_ACT: Rule = Rule::of_law("approved-by-act", &["art_56__para_6__subpara_2"]);
static COMMON_RULES: Rule = Rule::of_law("way-common-rules", &["art_56__para_9__subpara_2"]);
static COMMON_RULES_ADOPTED: Rule = Rule::of_law("common-rules-adopted", &["art_56__para_9__subpara_2"]);
static ALTERNATIVE: Rule = Rule::of_law("way-alternative-means", &["art_53__para_4", "art_55__para_2"]);
static NOT_OTHERWISE_SHOWN: Rule =
    Rule::of_law("not-otherwise-shown", &["art_53__para_4", "art_55__para_2"]).read_as(ReadingId::AdhereOrComply);

pub(super) static RULES: &[&Rule] = &[
    &STANDARD,
    &STANDARD_PUBLISHED,
    &STANDARD_CONFORMED,
    &SPECIFICATION,
    &SPECIFICATION_ADOPTED,
    &SPECIFICATION_CONFORMED,
    &CODE,
    &CODE_PUBLISHED,
    &CODE_ADEQUATE,
    &NO_STANDARD_YET,
    &ADHERES,
    &GENERAL_VALIDITY,
    &APPROVED_BY_ACT,
    &COMMON_RULES,
    &COMMON_RULES_ADOPTED,
    &ALTERNATIVE,
    &NOT_OTHERWISE_SHOWN,
];

/// A code of practice as the law sees it, and how far this provider relies on it for this model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodePosition {
    /// When it was published.
    pub published: Option<Date>,
    /// When it was assessed as adequate (Art. 56(6)).
    pub assessed_adequate: Option<Date>,
    /// When an implementing act gave it general validity (Art. 56(6), second subparagraph, until 26 July 2026).
    pub approved_by_act: Option<Date>,
    /// What its measures cover.
    pub covers: Obligations,
    /// What the adherence in force covers: nothing where there is none.
    pub relied_on: Obligations,
}

/// A way to show compliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pathway {
    /// Which way.
    pub kind: PathwayKind,
    /// Whether it is open to this provider on the day.
    pub open: Verdict,
    /// Whether it would be open on adhering to the code, or on conforming to the standard or specification.
    pub open_on_adhering: bool,
    /// The obligations that bind or will, for which it is or would be a way.
    pub covers: Obligations,
}

/// The ways of the law, in its own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathwayKind {
    /// Conformity with harmonised standards (Art. 40(1)).
    HarmonisedStandard,
    /// Conformity with common specifications (Art. 41(3)).
    CommonSpecification,
    /// Adherence to a code of practice (Arts 53(4), 55(2)).
    CodeOfPractice,
    /// A code that an implementing act gave general validity (until 26 July 2026).
    GeneralValidity,
    /// Common rules in place of a code (Art. 56(9)).
    CommonRules,
    /// Alternative adequate means (Arts 53(4), 55(2)).
    AlternativeMeans,
}

/// What a way is worth in the law's own terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// Presumption of conformity, to the extent covered (Arts 40(1), 41(3)).
    PresumptionOfConformity,
    /// May be relied on to demonstrate compliance (Arts 53(4), 55(2)); no presumption.
    ReliedOnToDemonstrate,
    /// Rules that bind (Art. 56(9)).
    BindingRules,
    /// To be demonstrated, for assessment by the Commission (Arts 53(4), 55(2)).
    AssessedByCommission,
}

/// Whether a way can be gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathwayState {
    /// It is open.
    Open,
    /// It would be open on adhering to the code, or on conforming to the standard or specification.
    OnAdhering,
    /// It is not open.
    Closed,
}

impl PathwayState {
    /// The state's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::OnAdhering => "on-adhering",
            Self::Closed => "closed",
        }
    }
}

impl Pathway {
    /// Whether it can be gone; ways are never undecided, since what exists is known.
    pub fn state(&self) -> PathwayState {
        match (self.open.truth, self.open_on_adhering) {
            (Truth::Yes, _) => PathwayState::Open,
            (_, true) => PathwayState::OnAdhering,
            (_, false) => PathwayState::Closed,
        }
    }
}

impl PathwayKind {
    /// The way's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::HarmonisedStandard => "harmonised-standard",
            Self::CommonSpecification => "common-specification",
            Self::CodeOfPractice => "code-of-practice",
            Self::GeneralValidity => "general-validity",
            Self::CommonRules => "common-rules",
            Self::AlternativeMeans => "alternative-means",
        }
    }

    /// What it is worth.
    pub const fn worth(self) -> Worth {
        match self {
            Self::HarmonisedStandard | Self::CommonSpecification => Worth::PresumptionOfConformity,
            Self::CodeOfPractice | Self::GeneralValidity => Worth::ReliedOnToDemonstrate,
            Self::CommonRules => Worth::BindingRules,
            Self::AlternativeMeans => Worth::AssessedByCommission,
        }
    }
}

impl Worth {
    /// The worth's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::PresumptionOfConformity => "presumption-of-conformity",
            Self::ReliedOnToDemonstrate => "relied-on-to-demonstrate",
            Self::BindingRules => "binding-rules",
            Self::AssessedByCommission => "assessed-by-commission",
        }
    }
}

/// All ways for the obligations that bind or will; none where there is no such obligation.
pub fn pathways(
    relevant: Obligations,
    model: &Model,
    code: &CodePosition,
    law: &Law,
    reasons: &mut Reasons,
) -> Vec<Pathway> {
    if relevant.is_empty() {
        return Vec::new();
    }
    let mut ways = Vec::with_capacity(6);
    ways.push(standard(relevant, model, law, reasons));
    ways.push(specification(relevant, model, law, reasons));
    let by_code = by_code(relevant, code, law, reasons);
    ways.push(by_code);
    if law.code_regime == CodeRegime::Approval {
        ways.push(general_validity(relevant, code, law, reasons));
    }
    ways.push(common_rules(relevant, law, reasons));
    let shown_by_code = if by_code.open.truth == Truth::Yes { by_code.covers } else { Obligations::NONE };
    ways.push(alternative(relevant, model, (code, shown_by_code), law, reasons));
    ways
}

/// Art. 40(1): to the extent that published standards cover obligations of Sections 2 and 3, and the model conforms.
fn standard(relevant: Obligations, model: &Model, law: &Law, reasons: &mut Reasons) -> Pathway {
    let published = law.standards.intersection(relevant).intersection(Obligations::SECTIONS_2_AND_3);
    let held = published.intersection(model.conforms_to_standards);
    let open = reasons.all(&STANDARD, |reasons| {
        reasons.leaf(&STANDARD_PUBLISHED, !published.is_empty());
        reasons.leaf(&STANDARD_CONFORMED, !held.is_empty());
    });
    conformity(PathwayKind::HarmonisedStandard, open, published, held)
}

/// Art. 41(3): likewise for common specifications.
fn specification(relevant: Obligations, model: &Model, law: &Law, reasons: &mut Reasons) -> Pathway {
    let adopted = law.specifications.intersection(relevant).intersection(Obligations::SECTIONS_2_AND_3);
    let held = adopted.intersection(model.conforms_to_specifications);
    let open = reasons.all(&SPECIFICATION, |reasons| {
        reasons.leaf(&SPECIFICATION_ADOPTED, !adopted.is_empty());
        reasons.leaf(&SPECIFICATION_CONFORMED, !held.is_empty());
    });
    conformity(PathwayKind::CommonSpecification, open, adopted, held)
}

fn conformity(kind: PathwayKind, open: Verdict, available: Obligations, held: Obligations) -> Pathway {
    let open_on_adhering = held.is_empty() && !available.is_empty();
    let covers = if held.is_empty() { available } else { held };
    Pathway { kind, open, open_on_adhering, covers }
}

/// Arts 53(4) and 55(2), first sentences: a code may be relied on until a harmonised standard is published.
fn by_code(relevant: Obligations, code: &CodePosition, law: &Law, reasons: &mut Reasons) -> Pathway {
    let demonstrable = relevant.intersection(Obligations::DEMONSTRABLE).without(law.standards);
    let available = code.covers.intersection(demonstrable);
    let relied_on = code.relied_on.intersection(available);
    let published = happened(code.published, law);
    let adequate = is_adequate(code, law);
    let open = reasons.all(&CODE, |reasons| {
        reasons.dated(&CODE_PUBLISHED, published, code.published);
        reasons.dated(&CODE_ADEQUATE, adequate, code.assessed_adequate);
        reasons.leaf(&NO_STANDARD_YET, !available.is_empty());
        reasons.leaf(&ADHERES, !relied_on.is_empty());
    });
    let open_on_adhering = is_usable(code, law) && !available.is_empty() && relied_on.is_empty();
    let covers = if open_on_adhering { available } else { relied_on };
    Pathway { kind: PathwayKind::CodeOfPractice, open, open_on_adhering, covers }
}

fn is_usable(code: &CodePosition, law: &Law) -> bool {
    happened(code.published, law) && is_adequate(code, law)
}

/// What the last sentences of Arts 53(4) and 55(2) call an approved code.
fn is_adequate(code: &CodePosition, law: &Law) -> bool {
    match law.readings.approved_code {
        ApprovedCode::AssessedAsAdequate => happened(code.assessed_adequate, law),
        ApprovedCode::ApprovedByAct => happened(code.approved_by_act, law),
    }
}

fn general_validity(relevant: Obligations, code: &CodePosition, law: &Law, reasons: &mut Reasons) -> Pathway {
    let covers = code.covers.intersection(relevant.intersection(Obligations::DEMONSTRABLE));
    let approved = happened(code.approved_by_act, law) && !covers.is_empty();
    let open = reasons.all(&GENERAL_VALIDITY, |reasons| {
        reasons.dated(&APPROVED_BY_ACT, approved, code.approved_by_act);
    });
    Pathway { kind: PathwayKind::GeneralValidity, open, open_on_adhering: false, covers }
}

/// Art. 56(9), second subparagraph: for the implementation of Arts 53 and 55.
fn common_rules(relevant: Obligations, law: &Law, reasons: &mut Reasons) -> Pathway {
    let covers = law.common_rules.intersection(relevant).intersection(Obligations::ARTS_53_AND_55);
    let open = reasons.all(&COMMON_RULES, |reasons| {
        reasons.leaf(&COMMON_RULES_ADOPTED, !covers.is_empty());
    });
    Pathway { kind: PathwayKind::CommonRules, open, open_on_adhering: false, covers }
}

/// Arts 53(4) and 55(2), last sentences: who does not adhere or comply shows alternative adequate means.
fn alternative(
    relevant: Obligations,
    model: &Model,
    (code, shown_by_code): (&CodePosition, Obligations),
    law: &Law,
    reasons: &mut Reasons,
) -> Pathway {
    let demonstrable = relevant.intersection(Obligations::DEMONSTRABLE);
    let by_standards = law.standards.intersection(model.conforms_to_standards);
    let presumed = by_standards.union(law.specifications.intersection(model.conforms_to_specifications));
    let otherwise_shown = match law.readings.adhere_or_comply {
        AdhereOrComply::Neither => shown_by_code.union(presumed),
        AdhereOrComply::Either if is_usable(code, law) => {
            presumed.intersection(code.relied_on).intersection(code.covers)
        }
        AdhereOrComply::Either => Obligations::NONE,
    };
    let covers = demonstrable.without(otherwise_shown);
    let open = reasons.all(&ALTERNATIVE, |reasons| {
        reasons.leaf(&NOT_OTHERWISE_SHOWN, !covers.is_empty());
    });
    Pathway { kind: PathwayKind::AlternativeMeans, open, open_on_adhering: false, covers }
}

fn happened(on: Option<Date>, law: &Law) -> bool {
    on.is_some_and(|on| on <= law.as_of)
}
