//! Signing a package, recording that it was sent, and writing its file.

use std::collections::BTreeSet;
use std::iter;

use adhere_domain::adherence::statements::may_write;
use adhere_domain::parties::directory::Directory;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_domain::parties::permission::Permission;
use adhere_journal::disclosure::issue::Hiding;
use adhere_journal::disclosure::item::Salt;
use adhere_journal::disclosure::pointer::Pointer;
use adhere_journal::package::claims::{CodeVersion, PackageClaims};
use adhere_journal::package::digest::FileDigest;
use adhere_journal::package::letter::LetterKind;
use adhere_journal::package::verify::author;
use adhere_store::Changed;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, Frame, PackageEvent, SentPackage, subject};
use adhere_store::reading::about;
use jiff::Timestamp;

use super::body::{Body, Subject, body};
use super::error::PackageError;
use super::letters::{keep, kept_token, letter};
use super::sides::own;
use crate::codes::publications;
use crate::context::Context;
use crate::error::ActionError;
use crate::party::everyone;

/// So many digests of nothing stand beside those of what is kept back, in each object and list.
const DECOYS: usize = 2;

/// A package to be sent.
#[derive(Clone, Debug)]
pub struct SendPackage {
    /// What it is about.
    pub about: Subject,
    /// Whom it is for.
    pub addressee: OrganisationId,
    /// What of its body is kept back.
    pub hidden: BTreeSet<Pointer>,
    /// From when on it is not to be filed any more.
    pub expires: Option<Timestamp>,
}

/// A package that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its id.
    pub id: String,
    /// The text of its file.
    pub letter: String,
}

/// Signs a package, records it, and writes its file.
///
/// A crash between the two leaves a package without a file. Whoever sends the same again before it was answered gets
/// the package that was recorded, with its file: nothing is sent twice because nobody knew whether it was saved.
pub fn send_package(context: &Context<'_>, command: &SendPackage) -> Result<Changed<Sent>, ActionError> {
    let person = context.person()?;
    let fresh = new_id()?;
    let signed = context.change(|change| {
        let at = change.at();
        let tx = change.tx();
        let directory = everyone(tx)?;
        let own = own(context.store, &directory)?;
        context.permit(tx, Permission::SendPackages, &own)?;
        may_send(context, &directory, &person, &own)?;
        if !directory.organisations.contains_key(&command.addressee) {
            return Err(PackageError::UnknownOrganisation(command.addressee.clone()).into());
        }
        let body = body(tx, &own, &command.about, context.today)?;
        let frame = Frame { id: fresh, issuer: own, kind: body.kind, about: body.about.clone() };
        let last = last_of(tx, &frame)?;
        let claims = claims(tx, &frame, body, command, at, last.as_ref())?;
        if let Some(last) = last
            && is_same(context, tx, &last, &claims, &command.hidden)?
        {
            return Ok(last.frame.id);
        }
        let id = frame.id.clone();
        let hiding = Hiding { places: command.hidden.clone(), decoys: DECOYS };
        let whole = author(&claims, &hiding, &context.store.keys().author, salts()).map_err(PackageError::from)?;
        let (addressee, sequence) = (command.addressee.clone(), claims.sequence);
        let statement = whole.jwt().to_owned();
        let whole = keep(context.store, whole.to_string().as_bytes())?;
        let sent = SentPackage { frame, addressee, sequence, statement, whole };
        change.record(Event::Package(PackageEvent::Sent(sent)))?;
        Ok(id)
    })?;
    let id = signed.outcome;
    let written = write_package(context, &id)?;
    let letter = written.outcome;
    Ok(Changed {
        outcome: Sent { id, letter },
        entries: [signed.entries, written.entries].concat(),
        head: written.head,
    })
}

/// Writes the file of a package that was sent, with the receipt that the journal gives now.
pub fn write_package(context: &Context<'_>, id: &str) -> Result<Changed<String>, ActionError> {
    let found = context.store.read(|tx| sent(tx, id))?;
    let (entry_id, sent) = found.ok_or_else(|| PackageError::NoPackage(id.to_owned()))?;
    // What is kept back stays back: nothing that can be hidden is disclosed.
    let shown = kept_token(context.store, &sent.whole)?.present(&BTreeSet::new()).map_err(PackageError::from)?;
    let text = letter(context.store, LetterKind::Package, shown, entry_id)?;
    context.change(|change| {
        let file = keep(context.store, text.as_bytes())?;
        change.record(Event::Package(PackageEvent::Written { id: id.to_owned(), file }))?;
        Ok(text)
    })
}

/// A package that was sent from here, with the entry that says so.
pub(super) fn sent(tx: &mut Transaction<'_>, id: &str) -> Result<Option<(u64, SentPackage)>, ActionError> {
    let recorded = about(tx, Area::Package, &[subject::package(id)])?.into_iter();
    let mut sent = recorded.filter_map(|recorded| match recorded.event {
        Event::Package(PackageEvent::Sent(sent)) => Some((recorded.entry_id, sent)),
        _ => None,
    });
    Ok(sent.next())
}

/// Whoever can bind the organisation or writes its statements sends its packages.
fn may_send(
    context: &Context<'_>,
    directory: &Directory,
    person: &PersonId,
    own: &OrganisationId,
) -> Result<(), ActionError> {
    match directory.can_bind(person, own, context.today) {
        Some(_) => Ok(()),
        None => Ok(may_write(directory, person, own, context.today)?),
    }
}

fn claims(
    tx: &mut Transaction<'_>,
    frame: &Frame,
    body: Body,
    command: &SendPackage,
    at: Timestamp,
    last: Option<&SentPackage>,
) -> Result<PackageClaims, ActionError> {
    let Body { code, version, says, .. } = body;
    let published = publications(tx, &code)?.version(&code, &version).map(|publication| publication.digest);
    let digest: Option<FileDigest> = published.and_then(|digest| digest.to_string().parse().ok());
    let Some(digest) = digest else { return Err(PackageError::NotPublished { code, version }.into()) };
    Ok(PackageClaims {
        issuer: frame.issuer.to_string(),
        addressee: command.addressee.to_string(),
        id: frame.id.clone(),
        subject: frame.about.clone(),
        kind: frame.kind,
        sequence: last.map_or(1, |last| last.sequence + 1),
        supersedes: last.map(|last| last.frame.id.clone()),
        code: CodeVersion { code: code.to_string(), version: version.to_string(), digest },
        issued: at,
        expires: command.expires,
        body: says,
    })
}

/// Whether the last package of a thread says just this to the same side, and was not answered yet.
fn is_same(
    context: &Context<'_>,
    tx: &mut Transaction<'_>,
    last: &SentPackage,
    claims: &PackageClaims,
    hidden: &BTreeSet<Pointer>,
) -> Result<bool, ActionError> {
    if last.addressee.as_str() != claims.addressee || is_answered(tx, &last.frame.id)? {
        return Ok(false);
    }
    let whole = kept_token(context.store, &last.whole)?.open_unverified().map_err(PackageError::from)?;
    let was_hidden: BTreeSet<Pointer> = whole.disclosed.keys().cloned().collect();
    let Ok(said) = PackageClaims::try_from(whole.claims) else { return Ok(false) };
    let is_said = said.body == claims.body && said.code == claims.code && said.expires == claims.expires;
    Ok(is_said && was_hidden == *hidden)
}

fn is_answered(tx: &mut Transaction<'_>, id: &str) -> Result<bool, ActionError> {
    let recorded = about(tx, Area::Package, &[subject::package(id)])?;
    Ok(recorded.iter().any(|it| is_answer(&it.event)))
}

fn is_answer(event: &Event) -> bool {
    matches!(event, Event::Package(PackageEvent::Acknowledged { .. } | PackageEvent::Arrived { .. }))
}

/// The last package of a thread that was sent from here.
fn last_of(tx: &mut Transaction<'_>, frame: &Frame) -> Result<Option<SentPackage>, ActionError> {
    let recorded = about(tx, Area::Package, &[subject::package_thread(frame)])?.into_iter();
    let sent = recorded.filter_map(|recorded| match recorded.event {
        Event::Package(PackageEvent::Sent(sent)) => Some(sent),
        _ => None,
    });
    Ok(sent.max_by_key(|sent| sent.sequence))
}

/// 128 bits that nobody guesses.
fn new_id() -> Result<String, PackageError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// Salts as long as there are random numbers; without them, nothing is signed.
fn salts() -> impl Iterator<Item = Salt> {
    iter::from_fn(|| {
        let mut salt = Salt::default();
        getrandom::fill(&mut salt).ok().map(|()| salt)
    })
}
