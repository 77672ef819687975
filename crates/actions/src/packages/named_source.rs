//! The name of the source under which accepted packages are listed in the register, and how it is known again.
//!
//! What is recorded stays as it is; whoever shows it says it in the words of the reader.

use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;

/// What the name begins with: the rest is the id of the organisation that accepted.
const BEFORE: &str = "packages accepted by ";

/// The name of the source: of what it says of a provider and a code, the latest holds.
pub(super) fn of_accepted(own: &OrganisationId) -> Option<NonEmptyText> {
    NonEmptyText::parse(&format!("{BEFORE}{own}"))
}

/// Whose acceptance of packages a source is, if it is that.
pub fn accepted_by(source: &NonEmptyText) -> Option<OrganisationId> {
    OrganisationId::parse(source.as_str().strip_prefix(BEFORE)?)
}
