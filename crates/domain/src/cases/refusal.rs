//! Why something is not recorded of a case, and the rule behind it.

use jiff::Timestamp;
use thiserror::Error;

use super::CaseId;
use super::matter::CaseKind;
use super::step::StepKind;
use crate::codes::id::PartId;
use crate::law::reasons::Rule;
use crate::parties::organisation::OrganisationId;

static KNOWN: Rule = Rule::of_adhere("case-known", &[]);
static NEW: Rule = Rule::of_adhere("case-new", &[]);
static GROUNDED: Rule = Rule::of_adhere("case-grounded", &[]);
static HARM: Rule = Rule::of_adhere("case-harm", &["art_3__point_49"]);
static STEP_FITS: Rule = Rule::of_adhere("case-step-fits", &[]);
static STEP_ONCE: Rule = Rule::of_adhere("case-step-once", &[]);
static STEP_FOLLOWS: Rule = Rule::of_adhere("case-step-follows", &[]);
static DATED: Rule = Rule::of_adhere("case-dated", &[]);
static OPEN: Rule = Rule::of_adhere("case-open", &[]);
static ADHERES: Rule = Rule::of_adhere("case-adheres", &[]);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] =
    &[&KNOWN, &NEW, &GROUNDED, &HARM, &STEP_FITS, &STEP_ONCE, &STEP_FOLLOWS, &DATED, &OPEN, &ADHERES];

/// Why something is not recorded of a case.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CaseRefusal {
    /// There is no such case.
    #[error("`{provider}` has no case `{id}`")]
    Unknown {
        /// Whose case it would be.
        provider: OrganisationId,
        /// The case.
        id: CaseId,
    },
    /// The id names another case.
    #[error("the id `{0}` names another case; open it under a new one")]
    Taken(CaseId),
    /// The version is not published, or says nothing of such cases.
    #[error("no version `{version}` of `{code}` that deals with a case of the kind `{}` is published here", kind.id())]
    NotInCode {
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
        /// The kind of case.
        kind: CaseKind,
    },
    /// A serious incident without a harm.
    #[error("the incident names no harm, and the period of the first report depends on it")]
    NoHarm,
    /// A case of the kind has no such step.
    #[error("a case of the kind `{}` has no step `{}`", kind.id(), step.id())]
    OtherStep {
        /// The kind of case.
        kind: CaseKind,
        /// The step.
        step: StepKind,
    },
    /// The step was done already.
    #[error("the step `{}` was done on {at} already", step.id())]
    DoneAlready {
        /// The step.
        step: StepKind,
        /// When.
        at: Timestamp,
    },
    /// The step comes after another that was not done by then.
    #[error("the step `{}` comes after `{}`, which was not done by then", step.id(), first.id())]
    NotYet {
        /// The step.
        step: StepKind,
        /// What comes before it.
        first: StepKind,
    },
    /// A moment lies before another.
    #[error("{at} lies before {earliest}, when it became known")]
    TooEarly {
        /// The moment.
        at: Timestamp,
        /// The first moment that it could be.
        earliest: Timestamp,
    },
    /// A moment lies ahead.
    #[error("{at} lies ahead; what is recorded of a case has happened")]
    Ahead {
        /// The moment.
        at: Timestamp,
    },
    /// The case is closed.
    #[error("the case `{0}` is closed; open it again first")]
    Closed(CaseId),
    /// The case is open.
    #[error("the case `{0}` is open")]
    IsOpen(CaseId),
    /// The provider does not adhere to what deals with such complaints.
    #[error("`{0}` adheres to no published code that deals with complaints")]
    DoesNotAdhere(OrganisationId),
}

impl CaseRefusal {
    /// The rule that is broken.
    pub const fn rule(&self) -> &'static Rule {
        match self {
            Self::Unknown { .. } => &KNOWN,
            Self::Taken(_) => &NEW,
            Self::NotInCode { .. } => &GROUNDED,
            Self::NoHarm => &HARM,
            Self::OtherStep { .. } => &STEP_FITS,
            Self::DoneAlready { .. } => &STEP_ONCE,
            Self::NotYet { .. } => &STEP_FOLLOWS,
            Self::TooEarly { .. } | Self::Ahead { .. } => &DATED,
            Self::Closed(_) | Self::IsOpen(_) => &OPEN,
            Self::DoesNotAdhere(_) => &ADHERES,
        }
    }
}
