//! The publication of versions of codes.

use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::codes::publication::{Basis, CodePublished, Follows, Publication, Succession};
use adhere_domain::digest::Digest;
use adhere_domain::text::NonEmptyText;
use adhere_journal::payload::Payload;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{EventError, Wire, form, payload, spelling, subject};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PublicationWire {
    #[serde(with = "spelling")]
    code: PartId,
    #[serde(with = "spelling")]
    version: PartId,
    #[serde(with = "spelling")]
    digest: Digest,
    #[serde(with = "spelling")]
    source: Digest,
    #[serde(with = "spelling")]
    profile: Profile,
    #[serde(with = "spelling")]
    published: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    follows: Option<FollowsWire>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct FollowsWire {
    #[serde(with = "spelling")]
    version: PartId,
    succession: SuccessionWire,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum SuccessionWire {
    Unsaid,
    Ends(DayAndBasis),
    Passes(DayAndBasis),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct DayAndBasis {
    #[serde(with = "spelling")]
    on: Date,
    basis: BasisWire,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum BasisWire {
    Code(#[serde(with = "spelling")] NonEmptyText),
    Operator(#[serde(with = "spelling")] NonEmptyText),
}

pub(super) fn to_wire(CodePublished(publication): &CodePublished) -> Result<Wire, EventError> {
    let kind = CodePublished::KIND;
    let payload = payload(kind, &PublicationWire::from(publication.clone()))?;
    Ok(Wire { kind, subject: subject::code(&publication.code), payload })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<CodePublished, EventError> {
    match kind {
        CodePublished::KIND => Ok(CodePublished(form::<PublicationWire>(kind, payload)?.into())),
        _ => Err(EventError::Kind(kind.to_owned())),
    }
}

impl From<Publication> for PublicationWire {
    fn from(publication: Publication) -> Self {
        let Publication { code, version, digest, source, profile, published, follows } = publication;
        let follows = follows.map(|Follows { version, succession }| FollowsWire {
            version,
            succession: SuccessionWire::from(succession),
        });
        Self { code, version, digest, source, profile, published, follows }
    }
}

impl From<PublicationWire> for Publication {
    fn from(wire: PublicationWire) -> Self {
        let PublicationWire { code, version, digest, source, profile, published, follows } = wire;
        let follows =
            follows.map(|FollowsWire { version, succession }| Follows { version, succession: succession.into() });
        Self { code, version, digest, source, profile, published, follows }
    }
}

impl From<Succession> for SuccessionWire {
    fn from(succession: Succession) -> Self {
        match succession {
            Succession::Unsaid => Self::Unsaid,
            Succession::Ends { on, basis } => Self::Ends(DayAndBasis { on, basis: basis.into() }),
            Succession::Passes { on, basis } => Self::Passes(DayAndBasis { on, basis: basis.into() }),
        }
    }
}

impl From<SuccessionWire> for Succession {
    fn from(wire: SuccessionWire) -> Self {
        match wire {
            SuccessionWire::Unsaid => Self::Unsaid,
            SuccessionWire::Ends(DayAndBasis { on, basis }) => Self::Ends { on, basis: basis.into() },
            SuccessionWire::Passes(DayAndBasis { on, basis }) => Self::Passes { on, basis: basis.into() },
        }
    }
}

impl From<Basis> for BasisWire {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Code(place) => Self::Code(place),
            Basis::Operator(reason) => Self::Operator(reason),
        }
    }
}

impl From<BasisWire> for Basis {
    fn from(wire: BasisWire) -> Self {
        match wire {
            BasisWire::Code(place) => Self::Code(place),
            BasisWire::Operator(reason) => Self::Operator(reason),
        }
    }
}
