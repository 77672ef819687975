//! Whether an organisation demands a second factor of everybody who has a role for it.

use adhere_actions::ActionError;
use adhere_actions::party::record;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_store::StoreError;
use adhere_store::db::{DbError, Transaction};
use adhere_store::projection::second_factor_demand;
use axum::http::Method;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::Call;
use super::operation::{Condition, Gives, Operation, Takes};
use super::reply::Reply;
use crate::web::error::Problem;

const DEMAND: &str = "/api/v1/organisations/{organisation}/second-factor";

/// Whether a second factor is demanded.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DemandWire {
    /// Whether it is demanded of everybody who has a role for the organisation; what the instance demands stays.
    demanded: bool,
}

pub(super) fn operations() -> Vec<Operation> {
    let keep = Permission::KeepPeople;
    vec![
        Operation::read(
            "people",
            DEMAND,
            ("showSecondFactorDemand", "Show whether a second factor is demanded of everybody who has a role"),
            Gives::json::<DemandWire>(),
            shown,
        )
        .to(keep),
        Operation::write(
            "people",
            (Method::PUT, DEMAND),
            ("demandSecondFactor", "Demand a second factor of everybody who has a role, or leave it to the instance"),
            Takes::json::<DemandWire>(),
            demanded,
        )
        .on(Condition::Heeded)
        .to(keep),
    ]
}

fn wire(tx: &mut Transaction<'_>, organisation: &OrganisationId) -> Result<DemandWire, DbError> {
    Ok(DemandWire { demanded: second_factor_demand::is_made(tx, organisation)? })
}

/// The same as it is now, for whoever changes what they have seen.
fn current(tx: &mut Transaction<'_>, organisation: &OrganisationId) -> Result<Option<Vec<u8>>, ActionError> {
    Ok(Some(serde_json::to_vec(&wire(tx, organisation).map_err(StoreError::from)?).unwrap_or_default()))
}

fn shown(call: &Call<'_>) -> Result<Reply, Problem> {
    let organisation = call.organisation()?;
    Reply::json(&call.page.service.store.read(|tx| wire(tx, organisation).map_err(StoreError::from))?)
}

fn demanded(call: &Call<'_>) -> Result<Reply, Problem> {
    let (DemandWire { demanded }, organisation) = (call.json()?, call.organisation()?);
    let command = if demanded {
        PartyCommand::DemandSecondFactor(organisation.clone())
    } else {
        PartyCommand::LeaveSecondFactor(organisation.clone())
    };
    let current = |tx: &mut Transaction<'_>| current(tx, organisation);
    let location = DEMAND.replace("{organisation}", organisation.as_str());
    call.recorded(location, Some(&current), |context| record(context, command))
}
