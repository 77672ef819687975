use std::collections::BTreeSet;

use adhere_domain::adherence::comments::{Comment, CommentEvent};
use adhere_domain::adherence::files::FileEvent;
use adhere_domain::adherence::invitations::{Invitation, InvitationChange, InvitationEvent, Invited};
use adhere_domain::adherence::record::{ImplementationState, Scope};
use adhere_domain::adherence::register::event::{
    Change, Declaration, Ending, Interest, Listed, Listing, Passage, RegisterEvent, Signature, Withdrawal,
};
use adhere_domain::adherence::register::life::Terms;
use adhere_domain::adherence::statements::{Content, Revision, StatementRecorded, Subject};
use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::event::{CaseChange, CaseEvent, Opening};
use adhere_domain::cases::matter::{Harm, Matter};
use adhere_domain::cases::step::{Step, StepKind};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::codes::publication::{Basis, CodePublished, Follows, Publication, Succession};
use adhere_domain::digest::Digest;
use adhere_domain::evidence::approval::{Approval, ApprovalGiven, Exhibit};
use adhere_domain::evidence::archive::{Attachment, EvidenceEvent, EvidenceWithdrawal, Holding};
use adhere_domain::evidence::item::{Confidentiality, Item, MediaType};
use adhere_domain::evidence::passage::{Passage as Quotation, Position};
use adhere_domain::id::Id;
use adhere_domain::law::country::Country;
use adhere_domain::parties::account::{AccountChange, AccountEvent};
use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::key::{Key, KeyHolder};
use adhere_domain::parties::organisation::{Organisation, OrganisationKind, Person};
use adhere_domain::parties::role::{Grant, Revocation, Role};
use adhere_domain::text::NonEmptyText;

use super::{
    Answer, AnsweredPackage, DecidedPackage, DocumentPart, Event, EventError, File, Frame, InstanceEvent, KeyPurpose,
    Objection, PackageEvent, Reason, RotationReason, SentPackage, Wire,
};
use adhere_journal::package::kind::PackageKind;
use adhere_journal::payload::Payload;

fn id<Of>(text: &str) -> Id<Of> {
    Id::parse(text).unwrap()
}

fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

fn codes() -> Vec<Event> {
    let part = |text| PartId::parse(text).unwrap();
    let succession = [
        Succession::Unsaid,
        Succession::Ends { on: "2026-09-01".parse().unwrap(), basis: Basis::Code(text("Chapter 1")) },
        Succession::Passes { on: "2026-09-01".parse().unwrap(), basis: Basis::Operator(text("the register's rule")) },
    ];
    let follows = succession.map(|succession| Some(Follows { version: part("1"), succession }));
    let publication = |follows| Publication {
        code: part("gpai"),
        version: part("2"),
        digest: Digest::new([7; 32]),
        source: Digest::new([8; 32]),
        profile: Profile::Aia56,
        published: "2026-08-01".parse().unwrap(),
        follows,
    };
    [None].into_iter().chain(follows).map(|follows| Event::Code(CodePublished(publication(follows)))).collect()
}

fn accounts() -> Vec<Event> {
    let changes = [
        AccountChange::Opened,
        AccountChange::Closed,
        AccountChange::PasswordSet,
        AccountChange::SecondFactorSet,
        AccountChange::SecondFactorRemoved,
        AccountChange::RecoveryCodesMade,
        AccountChange::RecoveryCodeUsed,
        AccountChange::TokenIssued(text("a pipeline")),
        AccountChange::TokenRevoked(text("a pipeline")),
        AccountChange::IdentityLinked(text("https://id.example.eu")),
        AccountChange::IdentityUnlinked(text("https://id.example.eu")),
    ];
    changes.map(|change| Event::Account(AccountEvent { person: id("jo"), change })).into()
}

fn cases() -> Vec<Event> {
    let complaint = Complaint::new(text("Ada"), text("ada@example.eu"), text("A book"), text("It was \"copied\"."));
    let at = "2026-11-20T08:30:00.000001Z".parse().unwrap();
    let opened = |(number, matter): (u8, Matter)| {
        CaseChange::Opened(Box::new(Opening {
            code: PartId::parse("gpai").unwrap(),
            version: PartId::parse("2").unwrap(),
            model: (number == 0).then(|| PartId::parse("m1").unwrap()),
            title: text("An outage"),
            matter,
            aware_at: at,
            reference: (number == 3).then_some([5; 32]),
        }))
    };
    let matters = [
        Matter::SeriousIncident(Harm::ALL.map(|(harm, _)| harm).into()),
        Matter::DownstreamRequest,
        Matter::AiOfficeRequest(None),
        Matter::Complaint(complaint.unwrap()),
        Matter::AiOfficeRequest(Some("2026-12-01".parse().unwrap())),
    ];
    let steps = StepKind::ALL.map(|(kind, _)| {
        let note = (kind == StepKind::InitialReport).then(|| text("Sent by mail"));
        CaseChange::StepDone(Step { kind, at, note })
    });
    let noted = CaseChange::Noted(text("A note\nof two lines"));
    let turns = [CaseChange::Closed(text("resolved")), CaseChange::Reopened(text("it came back"))];
    let changes = (0..).zip(matters).map(opened).chain(steps).chain([noted]).chain(turns);
    changes.map(|change| Event::Case(CaseEvent { provider: id("acme"), id: id("c1"), change })).collect()
}

fn invitations() -> Vec<Event> {
    let invitation = Invitation {
        code: PartId::parse("gpai").unwrap(),
        version: PartId::parse("2").unwrap(),
        email: Some(text("ada@example.eu")),
        words: Some(text("Join us.")),
        hoped_until: Some("2026-12-01".parse().unwrap()),
        reference: [6; 32],
    };
    let bare = Invitation { email: None, words: None, hoped_until: None, ..invitation.clone() };
    let change = |invited: &Invited, change| {
        Event::Invitation(InvitationEvent { id: id("i1"), invited: invited.clone(), change })
    };
    let (registered, named) = (Invited::Registered(id("acme")), Invited::Named(text("Another \"AG\"")));
    vec![
        change(&registered, InvitationChange::Sent(Box::new(invitation))),
        change(&named, InvitationChange::Sent(Box::new(bare))),
        change(&registered, InvitationChange::SentAgain([7; 32])),
        change(&registered, InvitationChange::Declined(Some(text("Not now.")))),
        change(&named, InvitationChange::Declined(None)),
        change(&registered, InvitationChange::Withdrawn(Some(text("A mistake.")))),
    ]
}

fn parties() -> Vec<Event> {
    let organisation = Organisation {
        name: text("Ac\u{301}me \u{1f30d} \"AG\""),
        kinds: BTreeSet::from([OrganisationKind::Provider, OrganisationKind::Other]),
        country: Country::parse("DE"),
    };
    let person = Person { name: text("Jo") };
    let (day, at) = ("2026-01-01".parse().unwrap(), "2026-01-01T00:00:00Z".parse().unwrap());
    let (jo, acme) = (id("jo"), id("acme"));
    let grants = Role::ALL.map(|(role, _)| {
        let (until, source) = (Some(day), Some(text("a register")));
        PartyEvent::RoleGranted(Grant { person: id("jo"), organisation: id("acme"), role, from: day, until, source })
    });
    let key = |holder, until| Key { id: id("k1"), holder, public: [9; 32], from: at, until };
    let own = key(KeyHolder::Organisation(acme), Some(at));
    let revocation =
        Revocation { person: id("jo"), organisation: id("acme"), role: Role::Editor, from: day, reason: None };
    let others = [
        PartyEvent::OrganisationRegistered(id("acme"), organisation.clone()),
        PartyEvent::OrganisationChanged(id("acme"), Organisation { country: None, ..organisation }),
        PartyEvent::PersonRegistered(id("jo"), person.clone()),
        PartyEvent::PersonChanged(id("jo"), person),
        PartyEvent::RoleRevoked(revocation),
        PartyEvent::SecondFactorDemanded(id("acme")),
        PartyEvent::SecondFactorLeft(id("acme")),
        PartyEvent::KeyAdded(own.clone()),
        PartyEvent::KeyAdded(key(KeyHolder::Person(jo), None)),
        PartyEvent::KeyRotated { old: id("k0"), new: own },
        PartyEvent::KeyRevoked { id: id("k1"), from: at, reason: text("stolen") },
    ];
    grants.into_iter().chain(others).map(Event::Party).collect()
}

fn register() -> Vec<Event> {
    let part = |text| PartId::parse(text).unwrap();
    let day = "2026-01-01".parse().unwrap();
    let signed = Signature { by: id("jo"), on: day };
    let parts = BTreeSet::from([part("S"), part("C")]);
    let scopes = [Scope::Full, Scope::Article53, Scope::Chapters(parts.clone())];
    let declared = scopes.clone().into_iter().zip([None, None, Some(parts.clone())]).map(|(scope, models)| {
        let source = models.is_none().then(|| text("the provider's site"));
        let terms = Terms { version: part("2"), scope, models };
        let (provider, signed) = (id("acme"), signed.clone());
        let declaration = Declaration { id: id("a1"), provider, code: part("gpai"), terms, since: day, signed, source };
        RegisterEvent::Declared(declaration)
    });
    let listed = scopes.map(Listed::Signatory).into_iter().chain([Listed::NotSignatory]).map(|listed| {
        let since = matches!(listed, Listed::NotSignatory).then_some(day);
        let note = since.map(|_| text("a remark"));
        let (provider, code, source) = (id("acme"), part("gpai"), text("a list"));
        RegisterEvent::Listed(Listing { provider, code, listed, source, as_of: day, since, note })
    });
    let (code, operator) = (Basis::Code(text("last page")), Basis::Operator(text("a rule")));
    let (changed, none) = (vec![part("S.M2"), part("S.M1")], Vec::new());
    let others = [
        RegisterEvent::Changed(Change {
            id: id("a1"),
            from: day,
            scope: Scope::Full,
            models: Some(parts),
            signed: signed.clone(),
        }),
        RegisterEvent::Changed(Change {
            id: id("a1"),
            from: day,
            scope: Scope::Full,
            models: None,
            signed: signed.clone(),
        }),
        RegisterEvent::Passed(Passage { id: id("a1"), from: day, to: part("3"), basis: code.clone() }),
        RegisterEvent::Withdrawn(Withdrawal { id: id("a1"), from: day, signed: signed.clone(), reason: None }),
        RegisterEvent::Withdrawn(Withdrawal {
            id: id("a1"),
            from: day,
            signed: signed.clone(),
            reason: Some(text("why")),
        }),
        RegisterEvent::Ended(Ending { id: id("a1"), from: day, by: part("3"), changed, basis: code }),
        RegisterEvent::Ended(Ending { id: id("a1"), from: day, by: part("3"), changed: none, basis: operator }),
        RegisterEvent::InterestDeclared(Interest { provider: id("acme"), code: part("gpai"), signed: signed.clone() }),
    ];
    declared.chain(listed).chain(others).map(Event::Register).collect()
}

fn files() -> Vec<Event> {
    let model = PartId::parse("m-1").unwrap();
    let words = || "[model]\nname = \"M\"\n".to_owned();
    let files = [
        FileEvent::ProviderRecorded { provider: id("acme"), text: words() },
        FileEvent::ProviderChanged { provider: id("acme"), text: String::new() },
        FileEvent::ModelRecorded { provider: id("acme"), model: model.clone(), text: words() },
        FileEvent::ModelChanged { provider: id("acme"), model, text: words() },
    ];
    let part = DocumentPart { digest: Digest::new([5; 32]), part: 1, parts: 2, text: " half\n".to_owned() };
    files.map(Event::File).into_iter().chain([Event::Document(part)]).collect()
}

fn about(model: Option<&str>) -> Subject {
    let part = |text| PartId::parse(text).unwrap();
    let model = model.map(part);
    Subject { provider: id("acme"), code: part("gpai"), version: part("2"), measure: part("T.M1"), model }
}

fn contents() -> Vec<Content> {
    let plain = |state| Content { state, text: None, owner: None, due: None };
    let said = Content {
        state: ImplementationState::Planned,
        text: Some(text("by \"other\" means\n\tand soon")),
        owner: Some(text("safety")),
        due: Some("2027-01-01".parse().unwrap()),
    };
    ImplementationState::ALL.map(plain).into_iter().chain([said]).collect()
}

fn statements() -> Vec<Event> {
    let events = (1..).zip(contents()).map(|(number, content)| {
        let (on, carried_from) = ("2026-11-22".parse().unwrap(), (number == 2).then(|| Box::new(about(None))));
        let revision = Revision { number, content, author: id("jo"), on, carried_from };
        Event::Statement(StatementRecorded { subject: about((number == 3).then_some("m1")), revision })
    });
    events.collect()
}

fn passages() -> [Option<Quotation>; 3] {
    let place = Some(Position { start: 4, end: 9 });
    [None, Quotation::new("Ac\u{301}me", "", "", None), Quotation::new("said \"so\"", "it ", " there", place)]
}

fn evidence() -> Vec<Event> {
    let item = |(confidentiality, _)| Item {
        id: id("report"),
        digest: Digest::new([8; 32]),
        size: 1 << 40,
        media_type: MediaType::parse("application/vnd.oasis.opendocument.text").unwrap(),
        title: text("Evaluation, \u{1f30d}"),
        speaks_for: "2026-01-01".parse().unwrap(),
        expires: (confidentiality == Confidentiality::Public).then(|| "2027-01-01".parse().unwrap()),
        confidentiality,
    };
    let added = Confidentiality::ALL.map(item).map(EvidenceEvent::Added);
    let attachment = |passage| Attachment { subject: about(Some("m1")), item: id("report"), passage };
    let attached = passages().map(attachment).map(EvidenceEvent::Attached);
    let detached = passages().map(attachment).map(EvidenceEvent::Detached);
    let withdrawal =
        EvidenceWithdrawal { item: id("report"), from: "2026-11-22".parse().unwrap(), reason: text("superseded") };
    let events = added.into_iter().chain(attached).chain(detached).chain([EvidenceEvent::Withdrawn(withdrawal)]);
    events.map(Event::Evidence).collect()
}

fn carried() -> Vec<Event> {
    let carried = passages().map(|passage| {
        let attachment = Attachment { subject: about(Some("m1")), item: id("report"), passage };
        EvidenceEvent::Carried { attachment, from: about(None) }
    });
    carried.map(Event::Evidence).to_vec()
}

fn comments() -> Vec<Event> {
    let comment = Comment { id: id("c1"), subject: about(None), author: id("jo"), text: text("Is \"all\" true?") };
    let withdrawn = CommentEvent::Withdrawn { id: id("c1"), subject: about(Some("m1")) };
    [CommentEvent::Made(comment), withdrawn].map(Event::Comment).into()
}

fn held() -> Vec<Event> {
    vec![Event::Evidence(EvidenceEvent::Held(Holding { item: id("report"), provider: id("acme") }))]
}

fn approvals() -> Vec<Event> {
    let exhibit = |passage| Exhibit { item: id("report"), digest: Digest::new([8; 32]), passage };
    let approvals = contents().into_iter().zip([0, 3, 1, 2, 3, 3]).map(|(content, shown)| {
        ApprovalGiven(Approval {
            subject: about(None),
            revision: 1,
            content,
            exhibits: passages().into_iter().take(shown).map(exhibit).collect(),
            fingerprint: Digest::new([6; 32]),
            by: id("ben"),
            on: "2026-11-22".parse().unwrap(),
        })
    });
    approvals.map(Event::Approval).collect()
}

fn packages() -> Vec<Event> {
    let frame = |kind| Frame { id: "p1".to_owned(), issuer: id("acme"), kind, about: "adherence/a1".to_owned() };
    let file = |byte| File { digest: Digest::new([byte; 32]), size: 7 };
    let reason = || Reason { code: "replayed".to_owned(), reason: "it was \"received\" before".to_owned() };
    let sent = PackageKind::ALL.map(|kind| {
        let (statement, whole) = ("a.b.c".to_owned(), file(1));
        PackageEvent::Sent(SentPackage { frame: frame(kind), addressee: id("office"), sequence: 1, statement, whole })
    });
    let answers = [Answer::Accepted { size: 7, sequence: 2 }, Answer::Refused(reason())];
    let answered = answers.map(|answer| {
        let (frame, digest, statement) = (frame(PackageKind::StatementSet), Digest::new([2; 32]), "a.b.c".to_owned());
        PackageEvent::Answered(AnsweredPackage { frame, digest, statement, answer })
    });
    let acknowledged = [None, Some(reason())];
    let acknowledged =
        acknowledged.map(|refused| PackageEvent::Acknowledged { id: "p1".to_owned(), file: file(3), refused });
    let written = PackageEvent::Written { id: "p1".to_owned(), file: file(2) };
    let waiting = AnsweredPackage {
        frame: frame(PackageKind::AdherenceDeclaration),
        digest: Digest::new([4; 32]),
        statement: "a.b.c".to_owned(),
        answer: Answer::Received { size: 7, sequence: 2 },
    };
    let objection = |basis| Objection { reason: text("it is not signed"), basis };
    let decided = [None, Some(objection(None)), Some(objection(Some(text("Art. 56(7)"))))].map(|refused| {
        let AnsweredPackage { frame, digest, statement, .. } = waiting.clone();
        PackageEvent::Decided(DecidedPackage { frame, digest, statement, refused })
    });
    let arrived = PackageEvent::Arrived { id: "p1".to_owned(), file: file(5) };
    let by_hand = [PackageEvent::Answered(waiting), arrived].into_iter().chain(decided);
    let events = sent.into_iter().chain([written]).chain(answered).chain(acknowledged).chain(by_hand);
    events.map(Event::Package).collect()
}

fn samples() -> Vec<Event> {
    let created = InstanceEvent::Created {
        origin: "example.eu/log".to_owned(),
        program: "1.0.0".to_owned(),
        log_key: "a key".to_owned(),
        witness_key: "another key".to_owned(),
    };
    let rotated = |purpose, reason| InstanceEvent::KeyRotated {
        origin: "example.eu/log".to_owned(),
        purpose,
        old: "a key".to_owned(),
        new: "the next key".to_owned(),
        reason,
    };
    let planned = rotated(KeyPurpose::Log, RotationReason::Planned);
    let stolen = rotated(KeyPurpose::Witness, RotationReason::Compromised);
    let conflict = |known: Option<&str>| InstanceEvent::WitnessConflict {
        origin: "example.org/other".to_owned(),
        known: known.map(str::to_owned),
        presented: "example.org/other\n7\n\n— a signature\n".to_owned(),
    };
    let timestamped = InstanceEvent::Timestamped {
        origin: "example.eu/log".to_owned(),
        size: 7,
        checkpoint: "example.eu/log\n7\n\n— a signature\n".to_owned(),
        token: vec![0x30, 0xff],
    };
    let erased = InstanceEvent::Erased {
        origin: "example.eu/log".to_owned(),
        entries: BTreeSet::from([3, 5]),
        reason: text("the person asked for it"),
    };
    let instance = [created, planned, stolen, conflict(None), conflict(Some("another"))].map(Event::Instance).to_vec();
    let later = [timestamped, erased].map(Event::Instance).to_vec();
    let lists = [instance, codes(), parties(), register(), files(), statements(), evidence(), approvals(), packages()];
    [lists.concat(), later, carried(), accounts(), held(), comments(), cases(), invitations()].concat()
}

/// A payload in which a member is another text.
fn with(payload: &Payload, member: &str, text: &str) -> Payload {
    let mut object = payload.read::<serde_json::Map<String, serde_json::Value>>().unwrap();
    object.insert(member.to_owned(), text.into());
    Payload::of(&object).unwrap()
}

#[test]
fn every_event_is_read_back_as_it_was_recorded() {
    for event in samples() {
        let Wire { kind, subject, payload } = event.to_wire().unwrap();
        assert_eq!(Event::parse(kind, &subject, &payload).unwrap(), event, "{kind}");
    }
}

#[test]
fn the_form_of_what_was_recorded_never_changes() {
    let forms = samples().into_iter().map(|event| {
        let Wire { kind, subject, payload } = event.to_wire().unwrap();
        format!("{kind} {subject} {:?} {}", event.visibility(), payload.as_str())
    });
    insta::assert_snapshot!(forms.collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_another_program_recorded_is_refused() {
    for event in samples() {
        let Wire { kind, subject, payload } = event.to_wire().unwrap();
        let payload = with(&payload, "colour", "red");
        let refused = Event::parse(kind, &subject, &payload).unwrap_err();
        assert!(matches!(refused, EventError::Payload { .. }), "{refused}");
        let unknown = Event::parse(&format!("{kind}-again"), &subject, &payload).unwrap_err();
        assert!(matches!(unknown, EventError::Kind(_)), "{unknown}");
    }
}

#[test]
fn a_value_has_one_spelling() {
    for event in samples().iter().filter(|event| matches!(event, Event::Code(_))) {
        let Wire { kind, subject, payload } = event.to_wire().unwrap();
        let digest = Digest::new([0xab; 32]).to_string();
        Event::parse(kind, &subject, &with(&payload, "digest", &digest)).unwrap();
        for other in [digest.to_uppercase(), String::new()] {
            Event::parse(kind, &subject, &with(&payload, "digest", &other)).unwrap_err();
        }
    }
}
