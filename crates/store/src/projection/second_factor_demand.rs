//! Which organisations demand a second factor of everybody who has a role for them.

use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::organisation::OrganisationId;

use super::{Projection, table};
use crate::db::{DbError, Transaction, Value, statement};
use crate::event::{Event, Recorded};
use crate::journal::number;

pub(super) const PROJECTION: Projection = Projection { tables: &[table!("second_factor_demand")], apply };

/// Whether an organisation demands it.
pub fn is_made(tx: &mut Transaction<'_>, organisation: &OrganisationId) -> Result<bool, DbError> {
    let values = [Value::Text(organisation.as_str())];
    Ok(tx.one(statement!("second_factor_demand/one"), &values, |row| row.count(0))?.is_some())
}

fn apply(tx: &mut Transaction<'_>, recorded: &Recorded) -> Result<(), DbError> {
    match &recorded.event {
        Event::Party(PartyEvent::SecondFactorDemanded(id)) => {
            tx.add(statement!("second_factor_demand/add"), &[number(recorded.entry_id), Value::Text(id.as_str())])
        }
        Event::Party(PartyEvent::SecondFactorLeft(id)) => {
            tx.execute(statement!("second_factor_demand/remove"), &[Value::Text(id.as_str())]).map(|_| ())
        }
        _ => Ok(()),
    }
}
