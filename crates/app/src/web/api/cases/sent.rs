//! Cases as programs send them.

use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::matter::{Harm, Matter};
use adhere_domain::text::NonEmptyText;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Deserialize;

use super::MOMENT;
use super::wire::MatterBody;
use crate::web::api::field::Fields;

/// A case that is to be opened.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseBody {
    /// What it is called.
    pub(super) title: String,
    /// The version of the code by which its clocks run, `id@version`.
    pub(super) code: String,
    /// The model that it is about, if it is about one.
    pub(super) model: Option<String>,
    /// When the provider became aware of it, or received it (RFC 3339).
    pub(super) aware_at: String,
    /// What it is about.
    pub(super) matter: MatterBody,
}

/// A step that was done.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StepBody {
    /// Which: `acknowledged`, `initial-report`, `intermediate-report`, `resolved`, `final-report`, `documented` or
    /// `answered`.
    pub(super) step: String,
    /// When it was done (RFC 3339).
    pub(super) at: String,
    /// What there is to say of it.
    pub(super) note: Option<String>,
}

/// A note.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NoteBody {
    /// What is noted.
    pub(super) note: String,
}

/// Why a case is closed, or opened again.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReasonBody {
    /// Why.
    pub(super) reason: String,
}

/// What a case is about, as it was sent.
pub(super) fn matter(fields: &mut Fields, body: MatterBody) -> Option<Matter> {
    match body {
        MatterBody::SeriousIncident { harms } => {
            let known = Harm::ALL.map(|(_, id)| id).join(", ");
            let mut harm = |(index, text): (usize, &String)| {
                fields.parsed(&format!("/matter/harms/{index}"), text, &format!("one of {known}"), Harm::named)
            };
            let read: Vec<Option<Harm>> = harms.iter().enumerate().map(&mut harm).collect();
            Some(Matter::SeriousIncident(read.into_iter().flatten().collect()))
        }
        MatterBody::DownstreamRequest {} => Some(Matter::DownstreamRequest),
        MatterBody::AiOfficeRequest { until } => {
            let day = "a day such as `2026-12-31`";
            let until = fields.optional("/matter/until", until.as_ref(), day, |text| text.parse().ok());
            Some(Matter::AiOfficeRequest(until))
        }
        MatterBody::Complaint { name, email, work, text } => {
            let mut part =
                |name: &str, text: &str| fields.parsed(&format!("/matter/{name}"), text, "a text", NonEmptyText::parse);
            let parts = (part("name", &name), part("email", &email), part("work", &work), part("text", &text));
            let (Some(name), Some(email), Some(work), Some(text)) = parts else { return None };
            let complaint = Complaint::new(name, email, work, text);
            if complaint.is_none() {
                let bounds = "a name of at most 200 characters in one line, an address for letters, a work of at most \
                              2 000 characters or a text of at most 8 000 is not what was sent";
                fields.refuse("/matter", bounds.to_owned());
            }
            complaint.map(Matter::Complaint)
        }
    }
}

impl Fields {
    /// A moment, to the microsecond, which is how it is kept.
    pub(super) fn moment(&mut self, pointer: &str, text: &str) -> Option<Timestamp> {
        let moment = |text: &str| Timestamp::from_microsecond(text.parse::<Timestamp>().ok()?.as_microsecond()).ok();
        self.parsed(pointer, text, MOMENT, moment)
    }
}
