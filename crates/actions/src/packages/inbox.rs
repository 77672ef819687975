//! One package that was received, as whoever decides on it sees it.

use adhere_domain::parties::permission::Permission;
use adhere_journal::policy::Policy;
use adhere_store::StoreError;
use adhere_store::projection::package::{Direction, Wanted, list};

use super::answering::{PackageDecision, filed};
use super::effect::{Effect, effect};
use super::show::{Shown, claims_of, shown};
use super::sides::own;
use crate::context::Context;
use crate::error::ActionError;
use crate::party::everyone;

/// A package that was received.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceivedPackage {
    /// What it says, and what verifying it again says.
    pub shown: Shown,
    /// What accepting it changes in the register; nothing where it was refused as it came in.
    pub effect: Option<Effect>,
    /// What was decided of it, in order.
    pub decisions: Vec<PackageDecision>,
}

/// The package that was received with an entry; nothing where there is none.
pub fn show_received(
    context: &Context<'_>,
    policy: Option<&Policy>,
    entry: u64,
) -> Result<Option<ReceivedPackage>, ActionError> {
    context.store.read(|tx| {
        context.permit_here(tx, Permission::ReadFacilitation)?;
        let wanted = Wanted { direction: Some(Direction::Received), entry: Some(entry), ..Wanted::default() };
        let Some(package) = list(tx, &wanted, 1).map_err(StoreError::from)?.pop() else { return Ok(None) };
        let found = match package.digest {
            Some(digest) => filed(tx, &digest)?.filter(|filed| filed.entry_id == entry).map(|filed| (digest, filed)),
            None => None,
        };
        let shown = shown(context, tx, policy, package)?;
        let Some((digest, filed)) = found else {
            return Ok(Some(ReceivedPackage { shown, effect: None, decisions: Vec::new() }));
        };
        let own = own(context.store, &everyone(tx)?)?;
        // What cannot be accepted is said when somebody tries.
        let effect = effect(&claims_of(context.store, &digest)?, &own, context.today).unwrap_or(Effect::Nothing);
        Ok(Some(ReceivedPackage { shown, effect: Some(effect), decisions: filed.decisions }))
    })
}
