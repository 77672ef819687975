//! The columns of a report's rows and the lines of its head, the same in all forms.

/// A column of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The size classes that must fill the row; for people, not read.
    RequiredFor,
    /// The indicator's id.
    Indicator,
    /// Its title; for people, not read.
    Title,
    /// Its unit.
    Unit,
    /// The period or, for an event, its day.
    Period,
    /// The breakdown; empty for the total.
    Breakdown,
    /// The entry of the breakdown.
    Entry,
    /// The value.
    Value,
    /// What stands above the line of a share.
    Numerator,
    /// What stands below the line of a share.
    Denominator,
    /// How good the value is.
    Quality,
    /// How it was arrived at.
    MethodNote,
    /// Why there is no value.
    NotAvailable,
}

/// A line of the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadLine {
    /// The code with its version.
    Code,
    /// The set of indicators with its version.
    Set,
    /// The SHA-256 of the set's file.
    Digest,
    /// The period.
    Period,
    /// The provider's size class.
    Size,
    /// The provider.
    Provider,
}

impl Column {
    /// All, in their order.
    pub const ALL: [Self; 13] = [
        Self::RequiredFor,
        Self::Indicator,
        Self::Title,
        Self::Unit,
        Self::Period,
        Self::Breakdown,
        Self::Entry,
        Self::Value,
        Self::Numerator,
        Self::Denominator,
        Self::Quality,
        Self::MethodNote,
        Self::NotAvailable,
    ];

    /// The column's name in all forms.
    pub const fn id(self) -> &'static str {
        match self {
            Self::RequiredFor => "required-for",
            Self::Indicator => "indicator",
            Self::Title => "title",
            Self::Unit => "unit",
            Self::Period => "period",
            Self::Breakdown => "breakdown",
            Self::Entry => "entry",
            Self::Value => "value",
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::Quality => "quality",
            Self::MethodNote => "method-note",
            Self::NotAvailable => "not-available",
        }
    }

    /// The column with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.id() == name)
    }

    /// Whether it is for the reporter to fill.
    pub const fn is_input(self) -> bool {
        matches!(
            self,
            Self::Value | Self::Numerator | Self::Denominator | Self::Quality | Self::MethodNote | Self::NotAvailable
        )
    }
}

impl HeadLine {
    /// All, in their order.
    pub const ALL: [Self; 6] = [Self::Code, Self::Set, Self::Digest, Self::Period, Self::Size, Self::Provider];

    /// The line's name in all forms.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Code => "report.code",
            Self::Set => "report.set",
            Self::Digest => "report.digest",
            Self::Period => "report.period",
            Self::Size => "report.size",
            Self::Provider => "report.provider",
        }
    }

    /// The line with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.id() == name)
    }

    /// The line's key in the JSON form.
    pub fn key(self) -> &'static str {
        self.id().strip_prefix("report.").unwrap_or_default()
    }
}
