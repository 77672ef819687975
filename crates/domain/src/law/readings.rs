//! Where the text can be read two ways: the questions, their readings, and which one is chosen.
//!
//! Which reading is chosen is data, shipped with its grounds and open to another choice by the user;
//! every reason that rests on a reading names it.

/// A question that the text leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadingId {
    /// Whether arguments under Art. 52(2) keep a model from being classified while they are pending.
    PendingRebuttal,
    /// What holds under Art. 51(1)(a) for a model at or below the threshold whose capabilities nobody has evaluated.
    MissingEvaluation,
    /// What holds for a model made by modifying one with systemic risk.
    ModifiedModel,
    /// What "approved code of practice" in Arts 53(4) and 55(2) means.
    ApprovedCode,
    /// Whether "do not adhere … or do not comply" in Arts 53(4) and 55(2) means neither, or either.
    AdhereOrComply,
    /// Whether a code may be adhered to without one of its chapters, beyond Art. 56(7).
    ChapterOptOut,
    /// Which rules count a period of days that a code does not define.
    CodeDays,
    /// From which day a period of weeks, months or years runs (Regulation 1182/71, Art. 3(2)(c)).
    PeriodStart,
}

/// One chosen reading for each question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Readings {
    /// For [`ReadingId::PendingRebuttal`].
    pub pending_rebuttal: PendingRebuttal,
    /// For [`ReadingId::MissingEvaluation`].
    pub missing_evaluation: MissingEvaluation,
    /// For [`ReadingId::ModifiedModel`].
    pub modified_model: ModifiedModel,
    /// For [`ReadingId::ApprovedCode`].
    pub approved_code: ApprovedCode,
    /// For [`ReadingId::AdhereOrComply`].
    pub adhere_or_comply: AdhereOrComply,
    /// For [`ReadingId::ChapterOptOut`].
    pub chapter_opt_out: ChapterOptOut,
    /// For [`ReadingId::CodeDays`].
    pub code_days: CodeDays,
    /// For [`ReadingId::PeriodStart`].
    pub period_start: PeriodStart,
}

/// Readings of [`ReadingId::PendingRebuttal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PendingRebuttal {
    /// The model stays classified until the Commission accepts the arguments.
    DoesNotSuspend,
    /// The model is not classified until the Commission rejects them.
    Suspends,
}

/// Readings of [`ReadingId::MissingEvaluation`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissingEvaluation {
    /// Without an evaluation the condition is not met.
    NotMet,
    /// Without an evaluation the question is one of judgment.
    Judgment,
}

/// Readings of [`ReadingId::ModifiedModel`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ModifiedModel {
    /// Its capabilities are presumed to be high-impact, if the modification makes its author the provider.
    PresumedHighImpact,
    /// It is judged by its own compute and evaluation alone.
    ByItself,
}

/// Readings of [`ReadingId::ApprovedCode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ApprovedCode {
    /// A code assessed as adequate under Art. 56(6).
    AssessedAsAdequate,
    /// A code approved by implementing act, as was possible until 26 July 2026.
    ApprovedByAct,
}

/// Readings of [`ReadingId::AdhereOrComply`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AdhereOrComply {
    /// Alternative means are for those who do neither.
    Neither,
    /// Alternative means are for those who leave out either.
    Either,
}

/// Readings of [`ReadingId::ChapterOptOut`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChapterOptOut {
    /// It may, with loss of the benefit in that respect.
    WithLoss,
    /// Only the limitation of Art. 56(7) is allowed.
    NotProvidedFor,
}

/// Readings of [`ReadingId::CodeDays`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeDays {
    /// Regulation (EEC, Euratom) No 1182/71 applies to the code's periods as to those of acts.
    Regulation,
    /// Plain calendar days: nothing moves a last day that falls on a holiday.
    Calendar,
}

/// Readings of [`ReadingId::PeriodStart`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodStart {
    /// The day of the event: two weeks from a Monday end on a Monday.
    EventDay,
    /// The day after it: two weeks from a Monday end on a Tuesday.
    DayAfter,
}

impl ReadingId {
    /// All questions.
    pub const ALL: [Self; 8] = [
        Self::PendingRebuttal,
        Self::MissingEvaluation,
        Self::ModifiedModel,
        Self::ApprovedCode,
        Self::AdhereOrComply,
        Self::ChapterOptOut,
        Self::CodeDays,
        Self::PeriodStart,
    ];

    /// The question's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::PendingRebuttal => "pending-rebuttal",
            Self::MissingEvaluation => "missing-evaluation",
            Self::ModifiedModel => "modified-model",
            Self::ApprovedCode => "approved-code",
            Self::AdhereOrComply => "adhere-or-comply",
            Self::ChapterOptOut => "chapter-opt-out",
            Self::CodeDays => "code-days",
            Self::PeriodStart => "period-start",
        }
    }

    /// The names of its readings.
    pub const fn options(self) -> [&'static str; 2] {
        match self {
            Self::PendingRebuttal => ["does-not-suspend", "suspends"],
            Self::MissingEvaluation => ["not-met", "judgment"],
            Self::ModifiedModel => ["presumed-high-impact", "by-itself"],
            Self::ApprovedCode => ["assessed-as-adequate", "approved-by-act"],
            Self::AdhereOrComply => ["neither", "either"],
            Self::ChapterOptOut => ["with-loss", "not-provided-for"],
            Self::CodeDays => ["regulation-1182-71", "calendar"],
            Self::PeriodStart => ["event-day", "day-after"],
        }
    }
}

impl Readings {
    /// The first reading of every question: a starting point for choosing.
    pub const FIRST: Self = Self {
        pending_rebuttal: PendingRebuttal::DoesNotSuspend,
        missing_evaluation: MissingEvaluation::NotMet,
        modified_model: ModifiedModel::PresumedHighImpact,
        approved_code: ApprovedCode::AssessedAsAdequate,
        adhere_or_comply: AdhereOrComply::Neither,
        chapter_opt_out: ChapterOptOut::WithLoss,
        code_days: CodeDays::Regulation,
        period_start: PeriodStart::EventDay,
    };

    /// Chooses a reading by its name; nothing when the question has no such reading.
    #[must_use]
    pub fn choose(mut self, id: ReadingId, option: &str) -> Option<Self> {
        let second = match id.options() {
            [first, _] if first == option => false,
            [_, second] if second == option => true,
            _ => return None,
        };
        match id {
            ReadingId::PendingRebuttal => {
                self.pending_rebuttal = pick(second, PendingRebuttal::DoesNotSuspend, PendingRebuttal::Suspends);
            }
            ReadingId::MissingEvaluation => {
                self.missing_evaluation = pick(second, MissingEvaluation::NotMet, MissingEvaluation::Judgment);
            }
            ReadingId::ModifiedModel => {
                self.modified_model = pick(second, ModifiedModel::PresumedHighImpact, ModifiedModel::ByItself);
            }
            ReadingId::ApprovedCode => {
                self.approved_code = pick(second, ApprovedCode::AssessedAsAdequate, ApprovedCode::ApprovedByAct);
            }
            ReadingId::AdhereOrComply => {
                self.adhere_or_comply = pick(second, AdhereOrComply::Neither, AdhereOrComply::Either);
            }
            ReadingId::ChapterOptOut => {
                self.chapter_opt_out = pick(second, ChapterOptOut::WithLoss, ChapterOptOut::NotProvidedFor);
            }
            ReadingId::CodeDays => self.code_days = pick(second, CodeDays::Regulation, CodeDays::Calendar),
            ReadingId::PeriodStart => self.period_start = pick(second, PeriodStart::EventDay, PeriodStart::DayAfter),
        }
        Some(self)
    }

    /// The name of the chosen reading of a question.
    pub fn chosen(&self, id: ReadingId) -> &'static str {
        let second = match id {
            ReadingId::PendingRebuttal => self.pending_rebuttal == PendingRebuttal::Suspends,
            ReadingId::MissingEvaluation => self.missing_evaluation == MissingEvaluation::Judgment,
            ReadingId::ModifiedModel => self.modified_model == ModifiedModel::ByItself,
            ReadingId::ApprovedCode => self.approved_code == ApprovedCode::ApprovedByAct,
            ReadingId::AdhereOrComply => self.adhere_or_comply == AdhereOrComply::Either,
            ReadingId::ChapterOptOut => self.chapter_opt_out == ChapterOptOut::NotProvidedFor,
            ReadingId::CodeDays => self.code_days == CodeDays::Calendar,
            ReadingId::PeriodStart => self.period_start == PeriodStart::DayAfter,
        };
        let [first, other] = id.options();
        pick(second, first, other)
    }
}

fn pick<T>(second: bool, first: T, other: T) -> T {
    if second { other } else { first }
}

#[cfg(test)]
mod tests;
