//! What providers report of the measures of a version of a code, across all whose packages were accepted: as far as each
//! disclosed it to the one who runs this instance, and no further.

use std::collections::{BTreeMap, BTreeSet};

use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_journal::package::claims::PackageClaims;
use adhere_journal::package::kind::PackageKind;
use adhere_store::StoreError;
use adhere_store::projection::package::{Direction, Wanted, list};
use serde_json::Value;

use super::show::claims_of;
use crate::context::Context;
use crate::error::ActionError;

/// So many packages are looked through, the latest first: some hundreds of providers send one a year.
const MOST: u64 = 10_000;

/// What is reported of a version of a code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reported {
    /// Who reports on it.
    pub providers: BTreeSet<OrganisationId>,
    /// By measure, who reports which state; a provider can report several, for several models.
    pub measures: BTreeMap<PartId, BTreeMap<&'static str, BTreeSet<OrganisationId>>>,
}

/// What the latest accepted statements of each provider say of the measures of a version of a code.
pub fn reported(context: &Context<'_>, code: &PartId, version: &PartId) -> Result<Reported, ActionError> {
    let latest = context.store.read(|tx| {
        context.permit_here(tx, Permission::ReadFacilitation)?;
        let wanted = Wanted { direction: Some(Direction::Received), state: Some("accepted"), ..Wanted::default() };
        let mut latest = BTreeMap::new();
        for package in list(tx, &wanted, MOST).map_err(StoreError::from)? {
            if let (PackageKind::StatementSet, Some(digest)) = (package.kind, package.digest) {
                latest.entry((package.counterpart, package.about)).or_insert(digest);
            }
        }
        Ok::<_, ActionError>(latest)
    })?;
    let mut reported = Reported::default();
    for ((provider, _), digest) in latest {
        let claims = claims_of(context.store, &digest)?;
        if claims.code.code == code.as_str() && claims.code.version == version.as_str() {
            reported.add(&provider, &claims);
        }
    }
    Ok(reported)
}

impl Reported {
    fn add(&mut self, provider: &OrganisationId, claims: &PackageClaims) {
        self.providers.insert(provider.clone());
        let statements = claims.body.get("statements").and_then(Value::as_array).into_iter().flatten();
        for statement in statements {
            let text = |name: &str| statement.get(name).and_then(Value::as_str);
            let measure = text("measure").and_then(PartId::parse);
            let state = text("state").and_then(|text| ImplementationState::ALL.into_iter().find(|it| it.id() == text));
            // What is kept back of a statement is not counted.
            if let (Some(measure), Some(state)) = (measure, state) {
                self.measures.entry(measure).or_default().entry(state.id()).or_default().insert(provider.clone());
            }
        }
    }
}
