//! Filing what came back for a package that was sent.

use adhere_domain::parties::permission::Permission;
use adhere_journal::package::acknowledgement::{Decision, Sent, announced, verify_acknowledgement};
use adhere_journal::package::authenticity::Recipient;
use adhere_journal::policy::Policy;
use adhere_store::Changed;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, PackageEvent, Reason, subject};
use adhere_store::reading::about;

use super::error::PackageError;
use super::letters::{keep, stored};
use super::send::sent;
use super::sides::{own, trust};
use crate::context::Context;
use crate::error::ActionError;
use crate::party::everyone;

/// What an acknowledgement says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// The package.
    pub id: String,
    /// Why it was refused, if it was.
    pub refused: Option<Reason>,
}

/// Verifies an acknowledgement and files it; one that says nothing new is not recorded again.
pub fn file_acknowledgement(
    context: &Context<'_>,
    policy: &Policy,
    bytes: &[u8],
) -> Result<Changed<Filed>, ActionError> {
    let about = announced(bytes).map_err(PackageError::Acknowledgement)?.package;
    let digest = stored(about).ok_or(PackageError::Nothing)?;
    context.change(|change| {
        let now = change.at();
        let tx = change.tx();
        let directory = everyone(tx)?;
        let own = own(context.store, &directory)?;
        context.permit(tx, Permission::SendPackages, &own)?;
        let id = written_as(tx, &subject::package_file(&digest))?.ok_or(PackageError::NotSent(digest))?;
        let (_, package) = sent(tx, &id)?.ok_or_else(|| PackageError::NoPackage(id.clone()))?;
        let recipient = Recipient { identity: own.as_str(), trust: &trust(&directory), policy, now };
        let expected = Sent { digest: about, addressee: package.addressee.as_str() };
        let verified = verify_acknowledgement(bytes, &recipient, expected).map_err(PackageError::Acknowledgement)?;
        let refused = match verified.acknowledgement.decision {
            Decision::Accepted => None,
            Decision::Refused { code, reason } => Some(Reason { code, reason }),
        };
        if !is_known(tx, &id, refused.as_ref())? {
            let file = keep(context.store, bytes)?;
            let event = PackageEvent::Acknowledged { id: id.clone(), file, refused: refused.clone() };
            change.record(Event::Package(event))?;
        }
        Ok(Filed { id, refused })
    })
}

/// The package of which a file was written.
fn written_as(tx: &mut Transaction<'_>, file: &str) -> Result<Option<String>, ActionError> {
    let recorded = about(tx, Area::Package, &[file.to_owned()])?.into_iter();
    let mut written = recorded.filter_map(|recorded| match recorded.event {
        Event::Package(PackageEvent::Written { id, .. }) => Some(id),
        _ => None,
    });
    Ok(written.next())
}

/// Whether this was said before. What was accepted stays so, whatever is said of the same package later.
fn is_known(tx: &mut Transaction<'_>, id: &str, refused: Option<&Reason>) -> Result<bool, ActionError> {
    let recorded = about(tx, Area::Package, &[subject::package(id)])?;
    Ok(recorded.iter().any(|recorded| match &recorded.event {
        Event::Package(PackageEvent::Acknowledged { refused: None, .. }) => true,
        Event::Package(PackageEvent::Acknowledged { refused: before, .. }) => before.as_ref() == refused,
        _ => false,
    }))
}
