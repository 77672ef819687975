//! Four-valued truth: a question is answered, waits for a fact, or is left by the law to judgment.

/// The answer to a legal question.
///
/// Strong Kleene logic with two undecided values.
/// A fact is asked for before judgment is called in, because a fact may make the judgment unnecessary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// The question is answered in the affirmative.
    Yes,
    /// The question is answered in the negative.
    No,
    /// A fact that is not known would settle the question.
    NeedsFact,
    /// The law leaves the question to an assessment that no fact on record replaces.
    NeedsJudgment,
}

impl Truth {
    /// All values, in the order in which reports list them.
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::NeedsFact, Self::NeedsJudgment];

    /// The truth of a fact that may be unknown.
    pub const fn of(fact: Option<bool>) -> Self {
        match fact {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::NeedsFact,
        }
    }

    /// Both: a single `No` decides, whatever is still open.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::NeedsFact, _) | (_, Self::NeedsFact) => Self::NeedsFact,
            (Self::NeedsJudgment, _) | (_, Self::NeedsJudgment) => Self::NeedsJudgment,
            (Self::Yes, Self::Yes) => Self::Yes,
        }
    }

    /// Either: a single `Yes` decides, whatever is still open.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        self.negate().and(other.negate()).negate()
    }

    /// The opposite; what is undecided stays undecided.
    #[must_use]
    pub const fn negate(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            undecided => undecided,
        }
    }

    /// Whether the question is answered, one way or the other.
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Yes | Self::No)
    }

    /// The value's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NeedsFact => "needs-fact",
            Self::NeedsJudgment => "needs-judgment",
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        Self::of(Some(value))
    }
}

#[cfg(test)]
mod tests;
