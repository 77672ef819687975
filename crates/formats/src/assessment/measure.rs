//! Adherence and measures as JSON.

use adhere_domain::adherence::record::{Adherence, Evidence, EvidencePlace, Scope};
use adhere_domain::adherence::scope::ScopeVerdict;
use adhere_domain::adherence::standing::{Gap, MeasureStanding};
use schemars::JsonSchema;
use serde::Serialize;

use super::duty::elements;
use super::reason::{VerdictWire, verdict};

/// The adherence in force.
#[derive(Serialize, JsonSchema)]
pub(super) struct AdherenceWire {
    /// The code's id.
    code: String,
    /// Its version.
    version: String,
    /// `full`, `art-53`, or `chapters`.
    scope: &'static str,
    /// The chapters, where the scope is `chapters`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    chapters: Vec<String>,
    /// First day.
    since: String,
    /// Element ids of the obligations that the code covers and the scope leaves out.
    lost: Vec<&'static str>,
    /// Whether the scope is allowed (Art. 56(7)), and why.
    allowed: VerdictWire,
}

/// A measure.
#[derive(Serialize, JsonSchema)]
pub(super) struct MeasureWire {
    /// Its id.
    id: String,
    /// Its published title.
    title: String,
    /// Whether it binds, and why.
    binds: VerdictWire,
    /// What it asks instead of a provider of this size.
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
    /// The stated implementation state (OSCAL's terms).
    state: Option<&'static str>,
    /// What is missing, if it binds.
    gap: Option<&'static str>,
    /// Who answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<EvidenceWire>,
}

/// A reference to evidence.
#[derive(Serialize, JsonSchema)]
struct EvidenceWire {
    /// The file, relative to the provider's folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    /// The address.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// The day for which it speaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaks_for: Option<String>,
    /// The first day on which it no longer speaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<String>,
}

pub(super) fn adherence(adherence: &Adherence, scope: &ScopeVerdict) -> AdherenceWire {
    let (kind, chapters) = match &adherence.scope {
        Scope::Full => ("full", Vec::new()),
        Scope::Article53 => ("art-53", Vec::new()),
        Scope::Chapters(chapters) => ("chapters", chapters.iter().map(ToString::to_string).collect()),
    };
    AdherenceWire {
        code: adherence.code.to_string(),
        version: adherence.version.to_string(),
        scope: kind,
        chapters,
        since: adherence.since.to_string(),
        lost: elements(scope.lost),
        allowed: verdict(&scope.reasons, scope.allowed),
    }
}

pub(super) fn measure(standing: &MeasureStanding<'_>) -> MeasureWire {
    let statement = standing.statement;
    MeasureWire {
        id: standing.measure.id.to_string(),
        title: standing.measure.title.clone(),
        binds: verdict(&standing.binding.reasons, standing.binding.binds),
        variant: standing.binding.variant.map(|variant| variant.note.clone()),
        state: statement.map(|statement| statement.state.id()),
        gap: standing.gap.map(Gap::id),
        owner: statement.and_then(|statement| statement.owner.clone()),
        evidence: statement.map_or_else(Vec::new, |statement| statement.evidence.iter().map(evidence).collect()),
    }
}

fn evidence(evidence: &Evidence) -> EvidenceWire {
    let (file, url) = match &evidence.place {
        EvidencePlace::File(file) => (Some(file.clone()), None),
        EvidencePlace::Url(url) => (None, Some(url.clone())),
    };
    EvidenceWire {
        file,
        url,
        title: evidence.title.clone(),
        speaks_for: evidence.speaks_for.map(|date| date.to_string()),
        expires: evidence.expires.map(|date| date.to_string()),
    }
}
