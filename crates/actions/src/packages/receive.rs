//! Receiving a package: it is verified, filed or refused, and answered, all in one change.
//! What is filed is accepted at once, or waits for somebody who decides, as the instance is set.
//!
//! What nobody known here has signed is refused without an answer, and so is more than a few refusals a day: whoever
//! likes could fill the journal.

use std::collections::BTreeSet;

use adhere_domain::parties::directory::Directory;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_journal::package::acknowledgement::{Acknowledgement, Decision, acknowledge};
use adhere_journal::package::authenticity::Recipient;
use adhere_journal::package::digest::FileDigest;
use adhere_journal::package::letter::LetterKind;
use adhere_journal::package::refusal::PackageRefusal;
use adhere_journal::package::verify::{Announced, History, Last, announced, verify_package};
use adhere_journal::policy::Policy;
use adhere_store::db::Transaction;
use adhere_store::event::{Answer, AnsweredPackage, Area, Event, Frame, PackageEvent, Reason, subject};
use adhere_store::home::Deciding;
use adhere_store::projection::package::refused_since;
use adhere_store::reading::about;
use adhere_store::{Change, Changed, StoreError};
use jiff::{SignedDuration, Timestamp};

use super::answering::filed;
use super::error::PackageError;
use super::letters::{keep, letter, stored, token};
use super::sides::{own, trust};
use crate::context::Context;
use crate::error::ActionError;
use crate::party::everyone;

/// The longest id or subject of a package that is filed, in bytes.
const LONGEST: usize = 200;
/// How much of a reason is told, in bytes.
const LONGEST_REASON: usize = 1000;

/// So many refusals are recorded for packages of one organisation in a day; more are told and not recorded.
const MOST_REFUSALS: u64 = 100;
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// What became of a package that was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// How it stands.
    pub standing: Standing,
    /// The text of the file of the acknowledgement, unless the package seems to be by nobody known here.
    pub acknowledgement: Option<String>,
}

/// How a package stands after it was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was filed now.
    Filed,
    /// It was filed now, and waits for somebody who decides on it.
    Waiting,
    /// The very same file was filed before, and nothing was recorded; the acknowledgement is what was answered last.
    FiledBefore,
    /// It was refused.
    Refused(Reason),
}

/// What is answered: by which entry, in which words.
struct Answered {
    standing: Standing,
    answer: Option<(u64, String)>,
}

/// Receives the file of a package. Which logs and witnesses count, `policy` says.
pub fn receive_package(context: &Context<'_>, policy: &Policy, bytes: &[u8]) -> Result<Changed<Received>, ActionError> {
    let done = context.change(|change| answer(context, policy, bytes, change))?;
    let Changed { outcome: Answered { standing, answer }, entries, head } = done;
    let acknowledgement = answer.map(|(entry_id, statement)| {
        letter(context.store, LetterKind::Acknowledgement, token(&format!("{statement}~"))?, entry_id)
    });
    let acknowledgement = acknowledgement.transpose()?;
    Ok(Changed { outcome: Received { standing, acknowledgement }, entries, head })
}

fn answer(
    context: &Context<'_>,
    policy: &Policy,
    bytes: &[u8],
    change: &mut Change<'_, '_>,
) -> Result<Answered, ActionError> {
    let directory = everyone(change.tx())?;
    let own = own(context.store, &directory)?;
    context.permit(change.tx(), Permission::AnswerPackages, &own)?;
    let file = FileDigest::of(bytes);
    let digest = stored(file).ok_or(PackageError::Nothing)?;
    let recipient = Recipient { identity: own.as_str(), trust: &trust(&directory), policy, now: change.at() };
    let announced = match announced(bytes) {
        Ok(announced) => announced,
        Err(refusal) => return Ok(unanswered(&refusal)),
    };
    let Some(frame) = frame(&announced, &directory) else { return Ok(stranger(bytes, &recipient)) };
    if let Some(before) = filed(change.tx(), &digest)? {
        return Ok(Answered { standing: Standing::FiledBefore, answer: Some(before.answer()) });
    }
    let earlier = answers(change.tx(), &subject::package_file(&digest))?;
    let history = history(change.tx(), &frame)?;
    let (decision, answer) = match verify_package(bytes, &recipient, &history) {
        Ok(verified) => {
            let kept = keep(context.store, bytes)?;
            let (size, sequence) = (kept.size, verified.claims.sequence);
            match context.store.home().settings().packages.decide {
                Deciding::AtOnce => (Decision::Accepted, Answer::Accepted { size, sequence }),
                Deciding::ByHand => (Decision::Received, Answer::Received { size, sequence }),
            }
        }
        Err(refusal) => refused(&refusal),
    };
    let standing = match &answer {
        Answer::Received { .. } => Standing::Waiting,
        Answer::Accepted { .. } => Standing::Filed,
        Answer::Refused(reason) => Standing::Refused(reason.clone()),
    };
    if let Some((entry_id, before)) = earlier.iter().find(|(_, it)| is_same(&it.answer, &answer)) {
        return Ok(Answered { standing, answer: Some((*entry_id, before.statement.clone())) });
    }
    let (issuer, addressee) = (own.to_string(), frame.issuer.to_string());
    if let Answer::Refused(reason) = &answer
        && (!is_signed(&reason.code) || is_full(change, &frame)?)
    {
        return Ok(Answered { standing, answer: None });
    }
    let said = Acknowledgement { issuer, addressee, package: file, decision, issued: change.at() };
    let signed = acknowledge(&said, &context.store.keys().author).map_err(PackageError::from)?;
    let statement = signed.jwt().to_owned();
    let answered = AnsweredPackage { frame, digest, statement: statement.clone(), answer };
    let entry_id = change.record(Event::Package(PackageEvent::Answered(answered)))?;
    Ok(Answered { standing, answer: Some((entry_id, statement)) })
}

/// The decision and the answer for a refusal. What others wrote into their package does not make a reason long.
fn refused(refusal: &PackageRefusal) -> (Decision, Answer) {
    let reason = reason(refusal);
    let decision = Decision::Refused { code: reason.code.clone(), reason: reason.reason.clone() };
    (decision, Answer::Refused(reason))
}

/// Whether a package that is refused for a reason is signed with a key of its author: others could be made by anybody.
fn is_signed(code: &str) -> bool {
    !["malformed", "too-large", "altered", "unknown-key", "wrong-key-statement"].contains(&code)
}

/// Whether no more refusals are recorded for packages of this author today.
fn is_full(change: &mut Change<'_, '_>, frame: &Frame) -> Result<bool, ActionError> {
    let since = change.at().checked_sub(A_DAY).unwrap_or(Timestamp::MIN);
    Ok(refused_since(change.tx(), &frame.issuer, since).map_err(StoreError::from)? >= MOST_REFUSALS)
}

fn reason(refusal: &PackageRefusal) -> Reason {
    let mut reason = refusal.to_string();
    reason.truncate(reason.floor_char_boundary(LONGEST_REASON));
    Reason { code: refusal.code().to_owned(), reason }
}

fn unanswered(refusal: &PackageRefusal) -> Answered {
    Answered { standing: Standing::Refused(reason(refusal)), answer: None }
}

/// Why a package is refused that names nobody known here, or names things in a way in which nothing is filed.
fn stranger(bytes: &[u8], recipient: &Recipient<'_>) -> Answered {
    if let Err(refusal) = verify_package(bytes, recipient, &History::default()) {
        return unanswered(&refusal);
    }
    let reason = "its id or its subject is too long, or has other characters than are filed".to_owned();
    let reason = Reason { code: "wrong-claims".to_owned(), reason };
    Answered { standing: Standing::Refused(reason), answer: None }
}

/// What a package says that it is, if it says so of an organisation that is known, in words that can be kept.
fn frame(announced: &Announced, directory: &Directory) -> Option<Frame> {
    let plain = |text: &str| text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_graphic());
    let Announced { id, thread, .. } = announced;
    let issuer = OrganisationId::parse(&thread.issuer).filter(|issuer| directory.organisations.contains_key(issuer))?;
    let frame = Frame { id: id.clone(), issuer, kind: thread.kind, about: thread.subject.clone() };
    (plain(&frame.id) && plain(&frame.about)).then_some(frame)
}

fn is_same(before: &Answer, now: &Answer) -> bool {
    match (before, now) {
        (Answer::Refused(before), Answer::Refused(now)) => before.code == now.code,
        _ => false,
    }
}

/// Packages that were answered and that a subject names.
fn answers(tx: &mut Transaction<'_>, named: &str) -> Result<Vec<(u64, AnsweredPackage)>, ActionError> {
    let recorded = about(tx, Area::Package, &[named.to_owned()])?.into_iter();
    let answered = recorded.filter_map(|recorded| match recorded.event {
        Event::Package(PackageEvent::Answered(answered)) => Some((recorded.entry_id, answered)),
        _ => None,
    });
    Ok(answered.collect())
}

/// What was filed of the thread of a package, and under its id.
fn history(tx: &mut Transaction<'_>, frame: &Frame) -> Result<History, ActionError> {
    let last = |answered: AnsweredPackage| match answered.answer {
        Answer::Received { sequence, .. } | Answer::Accepted { sequence, .. } => {
            Some(Last { sequence, id: answered.frame.id })
        }
        Answer::Refused(_) => None,
    };
    let same_id = answers(tx, &subject::received_package(frame))?.into_iter();
    let ids: BTreeSet<String> = same_id.filter_map(|(_, it)| last(it)).map(|it| it.id).collect();
    let thread = answers(tx, &subject::package_thread(frame))?.into_iter();
    let latest = thread.filter_map(|(_, it)| last(it)).max_by_key(|it| it.sequence);
    Ok(History { ids, last: latest })
}
