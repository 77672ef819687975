//! Inviting people: they are registered, given roles, and can set a password with what is in the letter to them.

use adhere_domain::parties::account::{AccountChange, AccountEvent};
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::{Person, PersonId};
use adhere_domain::parties::permission::Permission;
use adhere_domain::parties::role::Grant;
use adhere_domain::text::NonEmptyText;
use adhere_store::access::account::Account;
use adhere_store::access::{AccountId, account, attempt, invitation, recovery_code, session};
use adhere_store::db::Transaction;
use adhere_store::event::{Event, subject};
use adhere_store::mail::{self, Letter};
use adhere_store::{Change, Changed, StoreError};
use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};

use super::openid::has_way_in;
use super::own_words::OwnWords;
use super::secret::random;
use super::trace::{self, Way, Who};
use super::turns::Turn;
use super::{AccessError, Secret, password};
use crate::context::Context;
use crate::error::ActionError;
use crate::party::{decide, directory};

/// How long an invitation holds.
const INVITED_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long somebody who forgot a password has to set another.
const ASKED_FOR: SignedDuration = SignedDuration::from_hours(1);
/// So many letters about a forgotten password go to one address in an hour.
const MOST_LETTERS: u64 = 3;

/// A letter to an address that holds something to get in with: what it is about, and what it says.
pub type WriteLetter<'l> = &'l dyn Fn(&Secret) -> (String, String);

/// Who is invited, and to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// The person, who need not be registered yet.
    pub person: PersonId,
    /// What the person is called.
    pub name: NonEmptyText,
    /// The address of the person.
    pub email: String,
    /// The roles that the person gets.
    pub roles: Vec<Grant>,
}

/// Invites somebody; gives what opens the way in, unless the person has it already.
///
/// With `write`, a letter is sent.
pub fn invite(
    context: &Context<'_>,
    command: Invite,
    write: Option<WriteLetter<'_>>,
) -> Result<Changed<Option<Secret>>, ActionError> {
    let email = address(&command.email)?;
    context.change(|change| invite_within(context, change, command, &email, write))
}

/// Invites somebody as a part of a change.
pub(super) fn invite_within(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    command: Invite,
    email: &str,
    write: Option<WriteLetter<'_>>,
) -> Result<Option<Secret>, ActionError> {
    for grant in &command.roles {
        context.permit_granting(change.tx(), grant.role, &grant.organisation)?;
    }
    if command.roles.is_empty() {
        context.permit_here(change.tx(), Permission::KeepParties)?;
    }
    let person = &command.person;
    permit_opening(context, change.tx(), person)?;
    if !directory(change.tx(), &[subject::person(person)])?.people.contains_key(person) {
        decide(change, PartyCommand::RegisterPerson(person.clone(), Person { name: command.name }))?;
    }
    for grant in command.roles {
        decide(change, PartyCommand::Grant(grant))?;
    }
    let account = open(change, person, email)?;
    if has_way_in(change.tx(), &account)? {
        return Ok(None);
    }
    let ends_at = change.at() + INVITED_FOR;
    send(change.tx(), context, &account, ends_at, write).map(Some)
}

/// Invites somebody again who never set a password; or, for those who keep all parties, anybody.
pub fn invite_again(
    context: &Context<'_>,
    person: &PersonId,
    write: Option<WriteLetter<'_>>,
) -> Result<Secret, ActionError> {
    context.keep(|tx| {
        let account = opened(tx, person)?;
        if has_way_in(tx, &account)? || super::grants_of(tx, person)?.is_empty() {
            context.permit_here(tx, Permission::KeepParties)?;
        }
        permit_opening(context, tx, person)?;
        send(tx, context, &account, context.now + INVITED_FOR, write)
    })
}

/// Whether the actor may open a way in for a person: whoever can set the password of somebody is that person, so that
/// it takes what would grant every role that the person has. Who has a password is given none.
fn permit_opening(context: &Context<'_>, tx: &mut Transaction<'_>, person: &PersonId) -> Result<(), ActionError> {
    let account = account::of_person(tx, person).map_err(StoreError::from)?;
    if account.is_some_and(|account| account.closed_at.is_none() && account.password.is_some()) {
        return Ok(());
    }
    for grant in super::grants_of(tx, person)? {
        context.permit_granting(tx, grant.role, &grant.organisation)?;
    }
    Ok(())
}

/// Sends a letter to somebody who forgot a password. Nobody is told whether there is such an account.
pub fn ask_for_password(context: &Context<'_>, email: &str, write: WriteLetter<'_>) -> Result<(), ActionError> {
    let Ok(email) = address(email) else { return Ok(()) };
    context.store.keep(|tx| {
        let what = format!("letter:{}", hex(&email));
        let hour_ago = context.now - SignedDuration::from_hours(1);
        if attempt::count(tx, &what, hour_ago).map_err(StoreError::from)? >= MOST_LETTERS {
            return Ok(());
        }
        attempt::add(tx, &what, context.now, hour_ago).map_err(StoreError::from)?;
        let account = account::of_email(tx, &email).map_err(StoreError::from)?;
        if let Some(account) = account.filter(|account| account.closed_at.is_none()) {
            send(tx, context, &account, context.now + ASKED_FOR, Some(write))?;
        }
        Ok(())
    })
}

/// Sets the password of whoever was invited; all sessions and other invitations of the account end.
pub fn take_invitation(context: &Context<'_>, secret: &Secret, new: &str) -> Result<Changed<PersonId>, ActionError> {
    let read = context.store.read(|tx| {
        let known = invited(tx, context, secret)?;
        let own = OwnWords::of(context, tx, &known.person, &known.email)?;
        Ok::<_, ActionError>((known, own))
    });
    let (known, own) = read.inspect_err(|error| {
        if matches!(error, ActionError::Access(AccessError::NoInvitation)) {
            trace::not_known(Way::Link);
        }
    })?;
    password::check(new, &own).map_err(AccessError::from)?;
    // Before the change and outside of its turn: it costs work on purpose.
    let kept = password::keep(new, &Turn::take()?)?;
    let of_person = Context { actor: known.person.as_str(), ..*context };
    of_person
        .change(|change| {
            // Inside of the change: of two who show it at once, one comes too late.
            let invitation = invited(change.tx(), context, secret)?;
            let (tx, id) = (change.tx(), &invitation.account);
            account::set_password(tx, id, &kept).map_err(StoreError::from)?;
            invitation::withdraw(tx, id).map_err(StoreError::from)?;
            session::end_others(tx, id, None).map_err(StoreError::from)?;
            record(change, &invitation.person, AccountChange::PasswordSet)?;
            Ok(invitation.person)
        })
        .inspect(|set| trace::let_in(&Who::person(&set.outcome), Way::Link))
}

/// Whose password an invitation sets: the address of the account.
pub fn invited_address(context: &Context<'_>, secret: &Secret) -> Result<String, ActionError> {
    context.store.read(|tx| Ok(invited(tx, context, secret)?.email))
}

fn invited(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    secret: &Secret,
) -> Result<invitation::Invitation, ActionError> {
    let found = invitation::one(tx, &secret.digest()).map_err(StoreError::from)?;
    Ok(found.filter(|found| context.now < found.ends_at).ok_or(AccessError::NoInvitation)?)
}

/// The account of a person, opened if it is not; what was closed is opened again.
fn open(change: &mut Change<'_, '_>, person: &PersonId, email: &str) -> Result<Account, ActionError> {
    let at = change.at();
    let tx = change.tx();
    let known = account::of_person(tx, person).map_err(StoreError::from)?;
    let other = account::of_email(tx, email).map_err(StoreError::from)?;
    if other.is_some_and(|other| other.person != *person) {
        return Err(AccessError::EmailTaken(email.to_owned()).into());
    }
    match known {
        Some(account) if account.closed_at.is_none() => return Ok(account),
        Some(account) => {
            account::open_again(tx, &account.id, email).map_err(StoreError::from)?;
            recovery_code::clear(tx, &account.id).map_err(StoreError::from)?;
        }
        None => account::add(tx, &AccountId::new(random()?), person, email, at).map_err(StoreError::from)?,
    }
    record(change, person, AccountChange::Opened)?;
    opened(change.tx(), person)
}

/// The open account of a person.
pub(super) fn opened(tx: &mut Transaction<'_>, person: &PersonId) -> Result<Account, ActionError> {
    let account = account::of_person(tx, person).map_err(StoreError::from)?;
    let account = account.filter(|account| account.closed_at.is_none());
    Ok(account.ok_or_else(|| AccessError::NoAccount(person.clone()))?)
}

fn send(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    account: &Account,
    ends_at: jiff::Timestamp,
    write: Option<WriteLetter<'_>>,
) -> Result<Secret, ActionError> {
    let secret = Secret::new()?;
    invitation::add(tx, &secret.digest(), &account.id, context.now, ends_at).map_err(StoreError::from)?;
    if let Some(write) = write {
        put_down(tx, context, account, write(&secret))?;
    }
    Ok(secret)
}

/// Puts down a letter to the address of an account, by its subject and what it says.
pub(crate) fn put_down(
    tx: &mut Transaction<'_>,
    context: &Context<'_>,
    account: &Account,
    (subject, body): (String, String),
) -> Result<(), ActionError> {
    let id = AccountId::new(random()?).as_str().to_owned();
    let letter = Letter { id, recipient: account.email.clone(), subject, body, tries: 0 };
    Ok(mail::add(tx, &letter, context.now).map_err(StoreError::from)?)
}

/// Records what happened to an account.
pub(super) fn record(
    change: &mut Change<'_, '_>,
    person: &PersonId,
    account_change: AccountChange,
) -> Result<u64, ActionError> {
    let event = AccountEvent { person: person.clone(), change: account_change };
    Ok(change.record(Event::Account(event))?)
}

/// An address for letters, in small letters.
pub(crate) fn address(text: &str) -> Result<String, AccessError> {
    let lower = text.trim().to_lowercase();
    let refusal = || AccessError::Email(text.trim().to_owned());
    let (name, host) = lower.rsplit_once('@').ok_or_else(refusal)?;
    let is_wrong = |letter: char| letter.is_whitespace() || letter.is_control() || "<>()[],;:\\\"@".contains(letter);
    let is_address = !name.is_empty()
        && !host.is_empty()
        && lower.len() <= 254
        && !name.contains(is_wrong)
        && !host.contains(is_wrong);
    if is_address { Ok(lower) } else { Err(refusal()) }
}

/// The digest of an address, under which is counted how often it was tried.
pub(crate) fn hex(text: &str) -> String {
    hex_of(Sha256::digest(text).iter())
}

/// Bytes in hexadecimal digits.
pub(crate) fn hex_of<'b>(bytes: impl Iterator<Item = &'b u8>) -> String {
    use std::fmt::Write as _;
    bytes.fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
