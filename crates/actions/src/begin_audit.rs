//! An audit that somebody asks for while the instance goes on: one at a time on all nodes.

use adhere_domain::parties::permission::Permission;
use adhere_store::StoreError;
use adhere_store::job::{self, Work};

use crate::context::Context;
use crate::error::ActionError;

/// Notes that a node begins an audit, and gives the name of this run.
///
/// # Errors
/// The actor may not change how the instance is set up, or an audit goes on already.
pub fn begin_audit(context: &Context<'_>, node: &str) -> Result<String, ActionError> {
    // Of one kind of work, no two runs begin at one moment.
    let run = context.now.to_string();
    context.keep(|tx| {
        context.permit_here(tx, Permission::Operate)?;
        let is_begun = job::begin(tx, Work::Audit, &run, node, context.now).map_err(StoreError::from)?;
        if is_begun { Ok(run) } else { Err(ActionError::AuditUnderWay) }
    })
}
