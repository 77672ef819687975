//! Of whom a second factor is demanded: the instance says so, and roles say who is meant.

use adhere_domain::parties::role::{Grant, Role};
use adhere_store::access::session::Known;
use adhere_store::home::SecondFactor;

use crate::context::Context;

/// Whether a second factor is demanded of somebody with a session who has none: nothing but setting one is open then.
/// Who gets in by a service elsewhere alone has no password that could be stolen: what that service demands is its own.
pub fn lacks_second_factor(context: &Context<'_>, known: &Known, grants: &[Grant]) -> bool {
    let is_held = |it: &&Grant| it.holds(context.today);
    let is_demanded = match context.store.home().settings().access.second_factor {
        SecondFactor::Optional => false,
        SecondFactor::Binding => grants.iter().filter(is_held).any(|it| is_binding(it.role)),
        SecondFactor::All => true,
    };
    is_demanded && known.has_password && !known.has_second_factor
}

/// Whether a role binds an organisation, stands for what it says, or lets others in.
const fn is_binding(role: Role) -> bool {
    match role {
        Role::Administrator | Role::Facilitator | Role::ProviderAdmin | Role::Approver | Role::MayBind(_) => true,
        Role::Chair | Role::Editor | Role::Viewer | Role::Auditor => false,
    }
}
