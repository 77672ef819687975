//! Of whom a second factor is demanded: the instance says so, and roles say who is meant; an organisation can demand it of
//! everybody who has a role for it, which takes nothing away from what the instance demands.

use adhere_domain::parties::role::{Grant, Role};
use adhere_store::StoreError;
use adhere_store::access::session::Known;
use adhere_store::db::Transaction;
use adhere_store::home::SecondFactor;
use adhere_store::projection::second_factor_demand;

use crate::context::Context;
use crate::error::ActionError;

/// Whether a second factor is demanded of somebody with a session who has none: nothing but setting one is open then.
/// Who gets in by a service elsewhere alone has no password that could be stolen: what that service demands is its own.
pub fn lacks_second_factor(
    context: &Context<'_>,
    tx: &mut Transaction<'_>,
    known: &Known,
    grants: &[Grant],
) -> Result<bool, ActionError> {
    if !known.has_password || known.has_second_factor {
        return Ok(false);
    }
    let mut held = grants.iter().filter(|it| it.holds(context.today));
    let by_instance = match context.store.home().settings().access.second_factor {
        SecondFactor::Optional => false,
        SecondFactor::Binding => held.clone().any(|it| is_binding(it.role)),
        SecondFactor::All => true,
    };
    let mut by_organisation = || {
        held.try_fold(false, |demanded, it| {
            Ok::<_, StoreError>(demanded || second_factor_demand::is_made(tx, &it.organisation)?)
        })
    };
    Ok(by_instance || by_organisation()?)
}

/// Whether a role binds an organisation, stands for what it says, or lets others in.
const fn is_binding(role: Role) -> bool {
    match role {
        Role::Administrator | Role::Facilitator | Role::ProviderAdmin | Role::Approver | Role::MayBind(_) => true,
        Role::Chair | Role::Editor | Role::Viewer | Role::Auditor => false,
    }
}
