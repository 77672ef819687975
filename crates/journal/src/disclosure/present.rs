//! What a holder does: see what can be shown, and show some of it.

use std::collections::BTreeSet;

use super::SdJwt;
use super::error::DisclosureError;
use super::pointer::Pointer;

impl SdJwt {
    /// Every place that can be shown or kept back.
    pub fn places(&self) -> Result<BTreeSet<Pointer>, DisclosureError> {
        Ok(self.open_unverified()?.disclosed.into_keys().collect())
    }

    /// The same token with the disclosures of these places, and of those on the way to them, alone.
    ///
    /// What is hidden further down stays hidden unless it is named, too.
    pub fn present(&self, shown: &BTreeSet<Pointer>) -> Result<Self, DisclosureError> {
        let disclosed = self.open_unverified()?.disclosed;
        if let Some(at) = shown.iter().find(|at| !disclosed.contains_key(at)) {
            return Err(DisclosureError::NothingThere { at: at.clone() });
        }
        let chosen: BTreeSet<usize> = disclosed
            .iter()
            .filter(|(place, _)| shown.iter().any(|at| place.leads_to(at)))
            .map(|(_, number)| *number)
            .collect();
        let disclosures = self.disclosures.iter().enumerate().filter(|(number, _)| chosen.contains(number));
        Ok(Self { jwt: self.jwt.clone(), disclosures: disclosures.map(|(_, disclosure)| disclosure.clone()).collect() })
    }
}
