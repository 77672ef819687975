//! Size classes of enterprises: Recommendation 2003/361/EC (micro, small, medium) and
//! Recommendation (EU) 2025/1099 (small mid-cap), to which Art. 3(14a) and (14b) AI Act refer.

use super::euro::Euro;

/// A size class, smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeClass {
    /// Fewer than 10 persons, and turnover or balance sheet of at most EUR 2 million.
    Micro,
    /// Fewer than 50 persons, and turnover or balance sheet of at most EUR 10 million.
    Small,
    /// Fewer than 250 persons, and turnover of at most EUR 50 million or balance sheet of at most EUR 43 million.
    Medium,
    /// Not an SME; fewer than 750 persons, and turnover of at most EUR 150 million or total assets of at most EUR 129 million.
    SmallMidCap,
    /// None of these.
    Large,
}

/// One closed accounting period, partner and linked enterprises included as the Recommendations ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Headcount in annual work units.
    pub persons: u32,
    /// Annual turnover.
    pub turnover: Euro,
    /// Annual balance sheet total.
    pub balance_sheet: Euro,
}

/// What decides a size class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enterprise {
    /// Closed accounting periods, oldest first.
    pub periods: Vec<Period>,
    /// Whether a quarter or more of capital or votes is held by public bodies (Annex, Art. 3(4)).
    pub public_body_control: Option<bool>,
}

impl SizeClass {
    /// All classes, smallest first.
    pub const ALL: [Self; 5] = [Self::Micro, Self::Small, Self::Medium, Self::SmallMidCap, Self::Large];

    /// Whether the class is micro, small or medium: an SME in the sense of Art. 3(14a).
    pub const fn is_sme(self) -> bool {
        matches!(self, Self::Micro | Self::Small | Self::Medium)
    }

    /// The class's name in data and messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Micro => "micro",
            Self::Small => "small",
            Self::Medium => "medium",
            Self::SmallMidCap => "smc",
            Self::Large => "large",
        }
    }
}

impl Enterprise {
    /// The class the enterprise is in; nothing while no period is known, or while public control is open and matters.
    ///
    /// Both Recommendations exclude an enterprise that public bodies control for a quarter or more
    /// (Annex to Recommendation 2003/361/EC, Art. 3(4)).
    pub fn size_class(&self) -> Option<SizeClass> {
        match (self.held_class(), self.public_body_control) {
            (_, Some(true)) | (Some(SizeClass::Large), _) => Some(SizeClass::Large),
            (held, Some(false)) => held,
            (_, None) => None,
        }
    }

    /// Status is acquired or lost only when a ceiling is crossed over two consecutive periods (Annex, Art. 4(2)).
    fn held_class(&self) -> Option<SizeClass> {
        let classes: Vec<SizeClass> = self.periods.iter().copied().map(class_of).collect();
        let first = *classes.first()?;
        // Both beyond the class held move it to the nearer of the two; anything else leaves it where it is.
        let moved = |held: SizeClass, pair: &[SizeClass]| match pair {
            [a, b] => held.clamp(*a.min(b), *a.max(b)),
            _ => held,
        };
        Some(classes.windows(2).fold(first, moved))
    }
}

fn class_of(period: Period) -> SizeClass {
    let fits = |persons: u32, turnover: u32, balance_sheet: u32| {
        period.persons < persons
            && (period.turnover <= Euro::millions(turnover) || period.balance_sheet <= Euro::millions(balance_sheet))
    };
    if fits(10, 2, 2) {
        SizeClass::Micro
    } else if fits(50, 10, 10) {
        SizeClass::Small
    } else if fits(250, 50, 43) {
        SizeClass::Medium
    } else if fits(750, 150, 129) {
        SizeClass::SmallMidCap
    } else {
        SizeClass::Large
    }
}

#[cfg(test)]
mod tests;
