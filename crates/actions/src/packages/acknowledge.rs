//! Filing what came back for a package that was sent.

use adhere_domain::parties::permission::Permission;
use adhere_journal::package::acknowledgement::{Decision, Sent, announced, verify_acknowledgement};
use adhere_journal::package::authenticity::Recipient;
use adhere_journal::package::digest::FileDigest;
use adhere_journal::policy::Policy;
use adhere_store::Changed;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, PackageEvent, Reason, subject};
use adhere_store::reading::about;
use jiff::Timestamp;

use super::error::PackageError;
use super::letters::{keep, stored};
use super::send::sent;
use super::show::bytes_of;
use super::sides::{own, trust};
use crate::context::Context;
use crate::error::ActionError;
use crate::party::everyone;

/// What an acknowledgement says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// The package.
    pub id: String,
    /// Whether it says no more than that the package came in: what becomes of it is decided later.
    pub is_receipt: bool,
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
        let (is_receipt, refused) = match verified.acknowledgement.decision {
            Decision::Received => (true, None),
            Decision::Accepted => (false, None),
            Decision::Refused { code, reason } => (false, Some(Reason { code, reason })),
        };
        let filed = Filed { id, is_receipt, refused };
        if !is_known(context, tx, &filed, (about, verified.acknowledgement.issued))? {
            let file = keep(context.store, bytes)?;
            let (id, refused) = (filed.id.clone(), filed.refused.clone());
            let event = if is_receipt {
                PackageEvent::Arrived { id, file }
            } else {
                PackageEvent::Acknowledged { id, file, refused }
            };
            change.record(Event::Package(event))?;
        }
        Ok(filed)
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

/// Whether this says nothing new: what was filed last says the same, a receipt comes after a decision, or another file of
/// the package was answered once one was taken in.
///
/// # Errors
/// What was filed last was answered later: a decision takes the place of an earlier one, and not the other way round.
fn is_known(
    context: &Context<'_>,
    tx: &mut Transaction<'_>,
    filed: &Filed,
    (about_file, issued): (FileDigest, Timestamp),
) -> Result<bool, ActionError> {
    let recorded = about(tx, Area::Package, &[subject::package(&filed.id)])?.into_iter();
    let mut answers = recorded.filter_map(|recorded| match recorded.event {
        Event::Package(PackageEvent::Arrived { file, .. }) => Some((file, true, None)),
        Event::Package(PackageEvent::Acknowledged { file, refused, .. }) => Some((file, false, refused)),
        _ => None,
    });
    let Some((file, is_receipt, refused)) = answers.next_back() else { return Ok(false) };
    if (is_receipt, &refused) == (filed.is_receipt, &filed.refused) || filed.is_receipt {
        return Ok(true);
    }
    let before = announced(&bytes_of(context.store, file.digest)?).map_err(PackageError::Acknowledgement)?;
    if before.issued > issued {
        return Err(PackageError::Outdated { filed: before.issued, found: issued }.into());
    }
    // Of a package that was taken in, every other file is a replay.
    Ok(refused.is_none() && before.package != about_file)
}
