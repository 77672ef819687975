//! Who may sign for a provider. The Act does not say: whoever can bind it.

use super::Basis;
use super::event::Signature;
use super::refusal::RegisterRefusal;
use crate::parties::organisation::OrganisationId;

/// Checks that a provider is registered and bound by a signature of today or before.
pub(super) fn check(signed: &Signature, provider: &OrganisationId, basis: &Basis<'_>) -> Result<(), RegisterRefusal> {
    if !basis.directory.organisations.contains_key(provider) {
        return Err(RegisterRefusal::UnknownProvider(provider.clone()));
    }
    if basis.today < signed.on {
        return Err(RegisterRefusal::SignedAhead { on: signed.on, today: basis.today });
    }
    if basis.directory.can_bind(&signed.by, provider, signed.on).is_none() {
        let (person, provider) = (signed.by.clone(), provider.clone());
        return Err(RegisterRefusal::CannotBind { person, provider, on: signed.on });
    }
    Ok(())
}
