//! How values of the domain are spelled in the journal: as text, read back strictly.
//!
//! A field of a wire form that is such a value says `#[serde(with = "spelling")]`.

use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::cases::matter::Harm;
use adhere_domain::cases::step::StepKind;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::digest::Digest;
use adhere_domain::evidence::item::{Confidentiality, MediaType};
use adhere_domain::id::Id;
use adhere_domain::law::country::Country;
use adhere_domain::parties::organisation::OrganisationKind;
use adhere_domain::parties::role::Role;
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::temporal::DateTimePrinter;
use serde::de::Unexpected;
use serde::{Deserialize as _, Deserializer, Serializer};

/// A value that is one text, and from that text the same value.
pub(super) trait Spelled: Sized {
    /// What the text is expected to be.
    const EXPECTED: &'static str;

    fn spell(&self) -> String;

    fn read(text: &str) -> Option<Self>;
}

pub(super) fn serialize<T: Spelled, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.spell())
}

pub(super) fn deserialize<'de, T: Spelled, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    read(&String::deserialize(deserializer)?)
}

fn read<T: Spelled, E: serde::de::Error>(text: &str) -> Result<T, E> {
    // One spelling for each value: what would be written otherwise was not written here.
    let value = T::read(text).filter(|value| value.spell() == text);
    value.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &T::EXPECTED))
}

/// For a value that need not be there.
pub(super) mod optional {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use super::Spelled;

    #[expect(clippy::ref_option, reason = "serde hands a field over by reference")]
    pub(in super::super) fn serialize<T: Spelled, S: Serializer>(
        value: &Option<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        value.as_ref().map(T::spell).serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de, T: Spelled, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<T>, D::Error> {
        Option::<String>::deserialize(deserializer)?.map(|text| super::read(&text)).transpose()
    }
}

/// For values that are told apart by their order alone.
pub(super) mod set {
    use std::collections::BTreeSet;

    use serde::{Deserialize as _, Deserializer, Serializer};

    use super::Spelled;

    pub(in super::super) fn serialize<T: Spelled, S: Serializer>(
        values: &BTreeSet<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(values.iter().map(T::spell))
    }

    pub(in super::super) fn deserialize<'de, T: Spelled + Ord, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeSet<T>, D::Error> {
        Vec::<String>::deserialize(deserializer)?.iter().map(|text| super::read(text)).collect()
    }
}

/// For values that are told apart by their order alone, and need not be there.
pub(super) mod optional_set {
    use std::collections::BTreeSet;

    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use super::Spelled;

    #[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
    pub(in super::super) fn serialize<T: Spelled, S: Serializer>(
        values: &Option<BTreeSet<T>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let texts = values.as_ref().map(|values| values.iter().map(T::spell).collect::<Vec<_>>());
        texts.serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de, T: Spelled + Ord, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<BTreeSet<T>>, D::Error> {
        let texts = Option::<Vec<String>>::deserialize(deserializer)?;
        texts.map(|texts| texts.iter().map(|text| super::read(text)).collect()).transpose()
    }
}

/// For values in an order that says something.
pub(super) mod list {
    use serde::{Deserialize as _, Deserializer, Serializer};

    use super::Spelled;

    pub(in super::super) fn serialize<T: Spelled, S: Serializer>(
        values: &[T],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(values.iter().map(T::spell))
    }

    pub(in super::super) fn deserialize<'de, T: Spelled, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<T>, D::Error> {
        Vec::<String>::deserialize(deserializer)?.iter().map(|text| super::read(text)).collect()
    }
}

/// Values with a `parse` and a `Display`.
macro_rules! spelled {
    ($($type:ty: $expected:literal),+ $(,)?) => {$(
        impl Spelled for $type {
            const EXPECTED: &'static str = $expected;

            fn spell(&self) -> String {
                self.to_string()
            }

            fn read(text: &str) -> Option<Self> {
                Self::parse(text)
            }
        }
    )+};
}

spelled! {
    PartId: "the id of a code or of a part of one",
    NonEmptyText: "a text",
    Country: "a country's code, two capitals",
    Digest: "64 hexadecimal digits",
    MediaType: "a media type such as `application/pdf`",
}

/// Values that are one of a few, each with an id.
macro_rules! one_of {
    ($($type:ty: $expected:literal),+ $(,)?) => {$(
        impl Spelled for $type {
            const EXPECTED: &'static str = $expected;

            fn spell(&self) -> String {
                self.id().to_owned()
            }

            fn read(text: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|(_, id)| *id == text).map(|(value, _)| value)
            }
        }
    )+};
}

one_of! {
    Profile: "a kind of code",
    OrganisationKind: "a kind of organisation",
    Role: "a role",
    Confidentiality: "who may see evidence",
    Harm: "a harm of a serious incident",
    StepKind: "a step of a case",
}

impl<Of> Spelled for Id<Of> {
    const EXPECTED: &'static str = "an id";

    fn spell(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        Self::parse(text)
    }
}

impl Spelled for ImplementationState {
    const EXPECTED: &'static str = "how far a measure is implemented";

    fn spell(&self) -> String {
        self.id().to_owned()
    }

    fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == text)
    }
}

impl Spelled for Date {
    const EXPECTED: &'static str = "a day such as `2026-11-22`";

    fn spell(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Spelled for Timestamp {
    const EXPECTED: &'static str = "a moment such as `2026-11-22T09:30:00.000000Z`";

    fn spell(&self) -> String {
        DateTimePrinter::new().precision(Some(6)).timestamp_to_string(self)
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// The public part of a key, or a digest that is no name.
impl Spelled for [u8; 32] {
    const EXPECTED: &'static str = "64 hexadecimal digits";

    fn spell(&self) -> String {
        Digest::new(*self).to_string()
    }

    fn read(text: &str) -> Option<Self> {
        Digest::parse(text).map(|digest| *digest.as_bytes())
    }
}
