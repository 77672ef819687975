//! Every reason has words in every language, and the words name all the facts.

use std::collections::BTreeSet;

use adhere_actions::access::{AccessError, PasswordRefusal};
use adhere_actions::erase::ErasureError;
use adhere_actions::packages::PackageError;
use adhere_domain::adherence::comments::CommentRefusal;
use adhere_domain::adherence::invitations::InvitationRefusal;
use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::register::refusal::RegisterRefusal;
use adhere_domain::adherence::statements::StatementRefusal;
use adhere_domain::cases::matter::CaseKind;
use adhere_domain::cases::refusal::CaseRefusal;
use adhere_domain::cases::step::StepKind;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::codes::publication::PublicationRefusal;
use adhere_domain::digest::Digest;
use adhere_domain::evidence::approval::ApprovalRefusal;
use adhere_domain::evidence::archive::EvidenceRefusal;
use adhere_domain::evidence::item::{ItemStanding, MediaType};
use adhere_domain::id::Id;
use adhere_domain::parties::permission::Permission;
use adhere_domain::parties::refusal::PartyRefusal;
use adhere_domain::parties::role::Role;
use adhere_domain::text::NonEmptyText;
use adhere_formats::diagnostic::Findings;
use adhere_journal::package::letter::LetterError;
use adhere_journal::package::refusal::PackageRefusal;
use adhere_store::answered_request::AnsweredRequest;
use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::*;
use crate::web::zone::Zone;
use crate::words::{Language, Words};

const DAY: Date = date(2026, 7, 27);
const AT: Timestamp = Timestamp::UNIX_EPOCH;
const DIGEST: Digest = Digest::new([7; 32]);

fn id<T>() -> Id<T> {
    Id::parse("jo").unwrap()
}

fn part() -> PartId {
    PartId::parse("gpai").unwrap()
}

fn parties() -> Vec<Refusal> {
    use PartyRefusal as R;
    let organisation = id();
    let all = vec![
        R::UnknownOrganisation(id()),
        R::UnknownPerson(id()),
        R::OrganisationTaken(id()),
        R::PersonTaken(id()),
        R::NoKind(id()),
        R::RoleDoesNotFit { organisation: id(), role: Role::Editor, asked: &[] },
        R::RoleEndsFirst { from: DAY, until: DAY },
        R::RoleHeldAlready { person: id(), role: Role::Editor, from: DAY },
        R::RoleNotHeld { person: id(), role: Role::Editor, day: DAY },
        R::UnknownKey(id()),
        R::KeyTaken { id: id(), as_id: id() },
        R::KeyEndsFirst { id: id(), from: AT, until: AT },
        R::HolderDiffers { old: id(), new: id() },
        R::KeyEnded { id: id(), at: AT },
    ];
    let not_permitted = |(permission, _)| {
        let organisation = Clone::clone(&organisation);
        R::NotPermitted { person: id(), organisation, permission, day: DAY }
    };
    all.into_iter().chain(Permission::ALL.map(not_permitted)).map(Refusal::from).collect()
}

fn publications() -> Vec<Refusal> {
    use PublicationRefusal as R;
    let all = vec![
        R::VersionTaken { code: part(), version: part(), digest: DIGEST },
        R::SameText { code: part(), version: part() },
        R::ParticularsDiffer { code: part(), version: part(), published: DAY },
        R::NotYet { published: DAY, today: DAY },
        R::ProfileDiffers { code: part(), known: Profile::ALL[0].0 },
        R::FollowsNothing { code: part(), latest: part() },
        R::FollowsUnknown { code: part(), version: part() },
        R::FollowsLater { code: part(), version: part(), published: DAY },
        R::SameDay { code: part(), version: part() },
        R::SucceedsFirst { on: DAY },
    ];
    all.into_iter().map(Refusal::from).collect()
}

fn register() -> Vec<Refusal> {
    use RegisterRefusal as R;
    let rule = adhere_domain::adherence::register::refusal::RULES[0];
    let all = vec![
        R::ScopeNotAllowed { model: part(), rule },
        R::NoCodeUnderArticle56(part()),
        R::InterestedInFull { provider: id(), code: part() },
        R::UnknownProvider(id()),
        R::UnknownAdherence(id()),
        R::IdTaken(id()),
        R::UnknownCode(part()),
        R::NotAProvider(id()),
        R::SignedAhead { on: DAY, today: DAY },
        R::CannotBind { person: id(), provider: id(), on: DAY },
        R::BackDated { from: DAY, signed: DAY },
        R::UnknownVersion { code: part(), version: part() },
        R::NotPublishedYet { code: part(), version: part(), published: DAY },
        R::Succeeded { code: part(), version: part(), by: part(), on: DAY },
        R::UnknownChapter { code: part(), chapter: Some(part()) },
        R::UnknownChapter { code: part(), chapter: None },
        R::UnknownModel { model: Some(part()) },
        R::UnknownModel { model: None },
        R::AdheresAlready { other: id(), from: DAY, until: None },
        R::Ended { id: id(), from: DAY },
        R::BehindLast { id: id(), last: DAY },
        R::DoesNotFollow { id: id(), version: part(), next: part() },
        R::NothingSaid { version: part(), next: part() },
        R::ListedAhead { as_of: DAY, today: DAY },
        R::ListedBeforeSince { as_of: DAY, since: DAY },
    ];
    all.into_iter().map(Refusal::from).collect()
}

fn statements_and_comments() -> Vec<Refusal> {
    use StatementRefusal as R;
    let state = ImplementationState::Alternative;
    let statements = vec![
        R::UnknownMeasure { code: part(), version: part(), measure: part() },
        R::NotPublished { code: part(), version: part() },
        R::NoReason { measure: part(), state },
        R::ChangedMeanwhile { measure: part(), latest: 2, after: 1 },
        R::OlderThanLatest { measure: part(), latest: DAY, today: DAY },
        R::NoEditor { person: id(), provider: id(), on: DAY },
        R::NotNext { code: part(), version: part(), from: part() },
    ];
    let comments = vec![
        CommentRefusal::Unknown(id()),
        CommentRefusal::IdTaken(id()),
        CommentRefusal::TooLong { bytes: 4001 },
        CommentRefusal::NotAuthor { id: id(), person: id() },
    ];
    statements.into_iter().map(Refusal::from).chain(comments.into_iter().map(Refusal::from)).collect()
}

fn evidence_and_approvals() -> Vec<Refusal> {
    use {ApprovalRefusal as A, EvidenceRefusal as R};
    let evidence = vec![
        R::UnknownItem(id()),
        R::IdTaken(id()),
        R::HeldByAnother(id()),
        R::ExpiresFirst { item: id(), speaks_for: DAY, expires: DAY },
        R::NotAttached { item: id() },
        R::Withdrawn { item: id(), from: DAY },
        R::NothingStated { measure: part() },
        R::NoEditor { person: id(), on: DAY },
        R::NoSuchPassage { item: id() },
        R::SeveralPlaces { item: id(), places: 2 },
        R::NoText { item: id(), media_type: MediaType::parse("image/png").unwrap() },
    ];
    let approvals = vec![
        A::NothingStated { measure: part() },
        A::NotLatest { measure: part(), revision: 1, latest: 2 },
        A::OtherEvidence { measure: part() },
        A::SilentEvidence { item: id(), standing: ItemStanding::Expired(DAY), today: DAY },
        A::NoApprover { person: id(), provider: id(), on: DAY },
        A::OwnWords { person: id(), revision: 1 },
    ];
    evidence.into_iter().map(Refusal::from).chain(approvals.into_iter().map(Refusal::from)).collect()
}

fn cases() -> Vec<Refusal> {
    use CaseRefusal as R;
    let (kind, step) = (CaseKind::ALL[0].0, StepKind::ALL[0].0);
    let all = vec![
        R::Unknown { provider: id(), id: id() },
        R::Taken(id()),
        R::NotInCode { code: part(), version: part(), kind },
        R::NoHarm,
        R::OtherStep { kind, step },
        R::DoneAlready { step, at: AT },
        R::NotYet { step, first: step },
        R::TooEarly { at: AT, earliest: AT },
        R::Ahead { at: AT },
        R::Closed(id()),
        R::IsOpen(id()),
        R::DoesNotAdhere(id()),
    ];
    all.into_iter().map(Refusal::from).collect()
}

fn invitations() -> Vec<Refusal> {
    use InvitationRefusal as R;
    let all = vec![
        R::Unknown(id()),
        R::Taken(id()),
        R::TooLong { bytes: 4001 },
        R::DayOver { until: DAY, today: DAY },
        R::InvitedAlready { organisation: id(), other: id() },
        R::NameInvitedAlready { name: NonEmptyText::parse("Modellers SA").unwrap(), other: id() },
        R::Withdrawn(id()),
        R::Declined(id()),
        R::Adheres { organisation: id(), code: part(), version: part() },
    ];
    all.into_iter().map(Refusal::from).collect()
}

fn access_errors() -> Vec<AccessError> {
    use AccessError as E;
    let passwords =
        [PasswordRefusal::TooShort, PasswordRefusal::TooLong, PasswordRefusal::Breached, PasswordRefusal::Own];
    let others = [
        E::NotLetIn,
        E::NotLetInThere,
        E::NotSent,
        E::OnlyWayIn,
        E::Crowded,
        E::WrongCode,
        E::HasSecondFactor,
        E::NoInvitation,
        E::NotSignedIn,
        E::Email("jo".to_owned()),
        E::EmailTaken("jo@example.eu".to_owned()),
        E::NoAccount(id()),
        E::TokenEnds { most: 366 },
        E::Nothing,
        E::SignsForOther(id()),
        E::NobodyRuns,
        E::OtherRuns(id()),
        E::LongId(id()),
        E::TooOften,
    ];
    others.into_iter().chain(passwords.map(E::Password)).collect()
}

fn package_errors() -> Vec<PackageError> {
    use PackageError as E;
    let too_large = || LetterError::TooLarge { found: 2 };
    vec![
        E::NobodysKey { key: DIGEST },
        E::UnknownOrganisation(id()),
        E::NoAdherence(id()),
        E::OfAnother { adherence: id(), found: id(), expected: id() },
        E::NotPublished { code: part(), version: part() },
        E::NotFiled(DIGEST),
        E::Superseded { by: "1".to_owned() },
        E::SpeaksForAnother { issuer: "jo".to_owned(), provider: "acme".to_owned() },
        E::Outdated { filed: AT, found: AT },
        E::Nothing,
        E::NoPackage("1".to_owned()),
        E::NotSent(DIGEST),
        E::Acknowledgement(PackageRefusal::Letter(too_large())),
        E::Letter(too_large()),
        E::Erased(1),
        E::BytesGone(DIGEST),
    ]
}

/// What is told of an error of every kind.
fn all() -> Vec<Said> {
    let refusals = [
        parties(),
        publications(),
        register(),
        statements_and_comments(),
        evidence_and_approvals(),
        cases(),
        invitations(),
    ];
    let refusals = refusals.into_iter().flatten().map(ActionError::Refused);
    let others = [
        ActionError::NoPerson("jo".to_owned()),
        ActionError::BytesGone(DIGEST),
        ActionError::TooLarge { item: id(), size: 2, most: 1 },
        ActionError::Files(Findings::default()),
        ActionError::NotInForce(NotInForce { parameter: "fine_percent", as_of: DAY, known_at: DAY }),
        ActionError::OtherRequest,
        ActionError::AuditUnderWay,
        ActionError::DoneAlready(AnsweredRequest { request: [0; 32], first_entry: 0, entries: 0 }),
        ActionError::ChangedMeanwhile,
        ErasureError::Nothing(1).into(),
        ErasureError::Public(1).into(),
        ErasureError::Kind { entry_id: 1, kind: "role.revoked".to_owned() }.into(),
        ErasureError::Changed("person/jo".to_owned()).into(),
    ];
    let access = access_errors().into_iter().map(ActionError::from);
    let packages = package_errors().into_iter().map(ActionError::from);
    let errors = refusals.chain(others).chain(access).chain(packages);
    errors.map(|error| said(&error).unwrap_or_else(|| panic!("`{error}` has no words"))).collect()
}

/// The messages of the file that tell why something is refused, but the one that joins a reason with its rule.
fn known() -> BTreeSet<&'static str> {
    let file = include_str!("../../../../../locales/en/refused.ftl");
    let keys = file.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
    keys.filter(|key| key.starts_with("refused-") && *key != "refused-for-reason").collect()
}

#[test]
fn every_reason_has_words_in_every_language_that_name_all_its_facts() {
    for language in Language::ALL {
        let words = Words::of(language).unwrap();
        for said in all() {
            let told = said.in_words(&words, &Zone::default());
            let names_keys = ["{$", "refused-", "permission-", "role-", "rule-", "state-", "case-", "profile-"];
            let wrong = names_keys.into_iter().find(|mark| told.contains(mark));
            // The kind of entry in the sample has a hyphen in no language.
            assert_eq!(wrong, None, "in {}, of {}: {told}", language.code(), said.key());
        }
    }
}

/// With the test that every message is used, this says that the samples above leave no reason out.
#[test]
fn every_message_on_refusals_is_told_of_a_sample() {
    let told: BTreeSet<&str> = all().iter().map(Said::key).filter(|key| key.starts_with("refused-")).collect();
    assert_eq!(told, known());
}

#[test]
fn no_two_languages_tell_a_reason_in_the_same_words() {
    let words = Language::ALL.map(|language| Words::of(language).unwrap());
    for said in all() {
        let told: BTreeSet<String> = words.iter().map(|words| said.in_words(words, &Zone::default())).collect();
        assert_eq!(told.len(), Language::ALL.len(), "{}: {told:?}", said.key());
    }
}

#[test]
fn what_only_who_runs_this_can_mend_is_told_to_nobody_else() {
    for error in [ActionError::BytesMissing(id()), AccessError::Random.into(), AccessError::Hash(String::new()).into()]
    {
        assert_eq!(said(&error), None);
    }
}
