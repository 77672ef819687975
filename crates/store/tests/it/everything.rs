//! An instance with at least one row in every table.

use std::collections::BTreeSet;

use adhere_domain::adherence::comments::{Comment, CommentEvent};
use adhere_domain::adherence::files::FileEvent;
use adhere_domain::adherence::invitations::{Invitation, InvitationChange, InvitationEvent, Invited};
use adhere_domain::adherence::record::{ImplementationState, Scope};
use adhere_domain::adherence::register::event::{
    Change, Declaration, Interest, Listed, Listing, RegisterEvent, Signature, Withdrawal,
};
use adhere_domain::adherence::register::life::Terms;
use adhere_domain::adherence::statements::{Content, Revision, StatementRecorded, Subject};
use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::event::{CaseChange, CaseEvent, Opening};
use adhere_domain::cases::matter::Matter;
use adhere_domain::cases::step::{Step, StepKind};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_domain::codes::publication::{CodePublished, Publication};
use adhere_domain::digest::Digest;
use adhere_domain::evidence::approval::{Approval, ApprovalGiven};
use adhere_domain::evidence::archive::{Attachment, EvidenceEvent, Holding};
use adhere_domain::evidence::item::{Confidentiality, Item, MediaType};
use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyEvent;
use adhere_domain::parties::organisation::{Organisation, OrganisationKind};
use adhere_domain::parties::role::{Grant, Role};
use adhere_domain::text::NonEmptyText;
use adhere_journal::package::kind::PackageKind;
use adhere_journal::witness::Decision;
use adhere_store::event::{Answer, AnsweredPackage, DecidedPackage, Event, File, Frame, PackageEvent, SentPackage};
use adhere_store::{Store, StoreError};
use jiff::civil::Date;

use crate::fixtures::{append, now, private};

fn id<Of>(text: &str) -> Id<Of> {
    Id::parse(text).unwrap()
}

fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

fn part(text: &str) -> PartId {
    PartId::parse(text).unwrap()
}

fn day() -> Date {
    "2026-01-01".parse().unwrap()
}

/// Records each event in a change of its own.
fn record_all(store: &Store, events: Vec<Event>) {
    for event in events {
        let changed = store.change(now(), "jo", |change| change.record(event).map(|_| ()));
        changed.map_err(|error: StoreError| error).unwrap();
    }
}

fn parties() -> Vec<Event> {
    let acme = Organisation { name: text("Acme"), kinds: BTreeSet::from([OrganisationKind::Provider]), country: None };
    let renamed = Organisation { name: text("Acme AG"), ..acme.clone() };
    let events = [
        PartyEvent::OrganisationRegistered(id("acme"), acme.clone()),
        PartyEvent::OrganisationChanged(id("acme"), renamed),
        PartyEvent::OrganisationRegistered(id("office"), acme),
        PartyEvent::SecondFactorDemanded(id("office")),
        PartyEvent::SecondFactorLeft(id("office")),
        PartyEvent::SecondFactorDemanded(id("acme")),
    ];
    let file = FileEvent::ProviderRecorded { provider: id("acme"), text: "[provider]\n".to_owned() };
    let grant = Grant {
        person: id("jo"),
        organisation: id("acme"),
        role: Role::Editor,
        from: day(),
        until: None,
        source: None,
    };
    let granted = Event::Party(PartyEvent::RoleGranted(grant));
    events.map(Event::Party).into_iter().chain([private("jo"), granted, Event::File(file)]).collect()
}

fn code(version: &str, source: Digest) -> Event {
    Event::Code(CodePublished(Publication {
        code: part("gpai"),
        version: part(version),
        digest: source,
        source,
        profile: Profile::Aia56,
        published: day(),
        follows: None,
    }))
}

fn register() -> Vec<Event> {
    let signed = Signature { by: id("jo"), on: day() };
    let terms = |scope| Terms { version: part("1"), scope, models: None };
    let declared = |adherence: &str| {
        RegisterEvent::Declared(Declaration {
            id: id(adherence),
            provider: id("acme"),
            code: part("gpai"),
            terms: terms(Scope::Full),
            since: day(),
            signed: signed.clone(),
            source: None,
        })
    };
    let chapters = Scope::Chapters(BTreeSet::from([part("S"), part("C")]));
    let from = "2026-02-01".parse().unwrap();
    let events = [
        declared("a1"),
        RegisterEvent::Changed(Change { id: id("a1"), from, scope: chapters, models: None, signed: signed.clone() }),
        RegisterEvent::Withdrawn(Withdrawal { id: id("a1"), from, signed: signed.clone(), reason: None }),
        RegisterEvent::InterestDeclared(Interest { provider: id("acme"), code: part("gpai"), signed }),
        RegisterEvent::Listed(Listing {
            provider: id("office"),
            code: part("gpai"),
            listed: Listed::NotSignatory,
            source: text("a list"),
            as_of: day(),
            since: None,
            note: Some(text("a remark")),
        }),
    ];
    events.map(Event::Register).to_vec()
}

fn answers(kept: (Digest, u64)) -> Vec<Event> {
    let subject =
        || Subject { provider: id("acme"), code: part("gpai"), version: part("1"), measure: part("T"), model: None };
    let content = |state| Content { state, text: Some(text("words")), owner: None, due: None };
    let revision = |number, state| {
        let revision = Revision { number, content: content(state), author: id("jo"), on: day(), carried_from: None };
        Event::Statement(StatementRecorded { subject: subject(), revision })
    };
    let comment =
        |name: &str| Comment { id: id(name), subject: subject(), author: id("ada"), text: text("Is this all?") };
    let item = |name: &str| Item {
        id: id(name),
        digest: kept.0,
        size: kept.1,
        media_type: MediaType::parse("text/plain").unwrap(),
        title: text(name),
        speaks_for: day(),
        expires: None,
        confidentiality: Confidentiality::Confidential,
    };
    let attachment = || Attachment { subject: subject(), item: id("report"), passage: None };
    let next = || Attachment { subject: Subject { version: part("2"), ..subject() }, ..attachment() };
    let approval = Approval {
        subject: subject(),
        revision: 2,
        content: content(ImplementationState::Partial),
        exhibits: BTreeSet::new(),
        fingerprint: Digest::new([6; 32]),
        by: id("ben"),
        on: day(),
    };
    let complaint = Complaint::new(text("Eve"), text("eve@example.eu"), text("A song"), text("It is in there."));
    let opening = Opening {
        code: part("gpai"),
        version: part("1"),
        model: None,
        title: text("A song"),
        matter: Matter::Complaint(complaint.unwrap()),
        aware_at: now(),
        reference: Some([8; 32]),
    };
    let invited = Invitation {
        code: part("gpai"),
        version: part("1"),
        email: Some(text("max@acme.example")),
        words: None,
        hoped_until: Some(now().to_zoned(jiff::tz::TimeZone::UTC).date()),
        reference: [7; 32],
    };
    let invitation = |name: &str, change| {
        Event::Invitation(InvitationEvent { id: id(name), invited: Invited::Registered(id("acme")), change })
    };
    let case = |change| Event::Case(CaseEvent { provider: id("acme"), id: id("k1"), change });
    vec![
        revision(1, ImplementationState::Planned),
        revision(2, ImplementationState::Partial),
        Event::Comment(CommentEvent::Made(comment("c1"))),
        Event::Comment(CommentEvent::Made(comment("c2"))),
        Event::Comment(CommentEvent::Withdrawn { id: id("c1"), subject: subject() }),
        case(CaseChange::Opened(Box::new(opening))),
        case(CaseChange::Noted(text("Eve called."))),
        case(CaseChange::StepDone(Step { kind: StepKind::Acknowledged, at: now(), note: None })),
        invitation("i1", InvitationChange::Sent(Box::new(invited))),
        invitation("i1", InvitationChange::SentAgain([8; 32])),
        invitation("i1", InvitationChange::Declined(Some(text("Not now.")))),
        invitation("i1", InvitationChange::Withdrawn(None)),
        Event::Evidence(EvidenceEvent::Added(item("report"))),
        Event::Evidence(EvidenceEvent::Added(item("again"))),
        Event::Evidence(EvidenceEvent::Held(Holding { item: id("again"), provider: id("acme") })),
        Event::Evidence(EvidenceEvent::Attached(attachment())),
        Event::Evidence(EvidenceEvent::Carried { attachment: next(), from: subject() }),
        Event::Approval(ApprovalGiven(approval)),
    ]
}

fn packages((digest, size): (Digest, u64)) -> Vec<Event> {
    let frame = |package: &str| Frame {
        id: package.to_owned(),
        issuer: id("acme"),
        kind: PackageKind::StatementSet,
        about: "gpai@1".to_owned(),
    };
    let (statement, file) = ("a.b.c".to_owned(), File { digest, size });
    let sent = SentPackage {
        frame: frame("p1"),
        addressee: id("office"),
        sequence: 1,
        statement: statement.clone(),
        whole: file,
    };
    let answer = Answer::Accepted { size, sequence: 1 };
    let answered = AnsweredPackage { frame: frame("p2"), digest, statement: statement.clone(), answer };
    let waiting = AnsweredPackage { answer: Answer::Received { size, sequence: 1 }, ..answered.clone() };
    let decided = DecidedPackage { frame: frame("p2"), digest, statement, refused: None };
    [
        PackageEvent::Sent(sent),
        PackageEvent::Acknowledged { id: "p1".to_owned(), file, refused: None },
        PackageEvent::Answered(answered),
        PackageEvent::Arrived { id: "p1".to_owned(), file },
        PackageEvent::Answered(waiting),
        PackageEvent::Decided(decided),
    ]
    .map(Event::Package)
    .to_vec()
}

/// Records something of everything, and lets another instance witness it and be witnessed.
pub(crate) fn fill(store: &Store, other: &Store) {
    record_all(store, parties());
    for version in ["1", "2"] {
        let published = store.change(now(), "jo", |change| {
            let source = change.keep_document(&format!("the source of version {version}"))?;
            change.record(code(version, source)).map(|_| ())
        });
        published.map_err(|error: StoreError| error).unwrap();
    }
    record_all(store, register());
    let kept = store.blobs().keep(&mut "Ten tests passed.".as_bytes()).unwrap();
    let kept = (kept.digest, kept.size);
    record_all(store, answers(kept));
    record_all(store, packages(kept));
    append(store, 260).unwrap();
    witness(other, store);
    witness(store, other);
    append(store, 3).unwrap();
}

/// Lets one instance cosign the latest checkpoint of another.
pub(crate) fn witness(log: &Store, witness: &Store) {
    let key = witness.keys().witness.public();
    let request = log.request_to(&key).unwrap().unwrap();
    let decision = witness.cosign(&request, &[log.keys().log.public()], now()).unwrap();
    let Decision::Cosigned { latest, signature } = decision else { panic!("{decision:?}") };
    log.keep_cosignature(&key, latest.checkpoint().size, signature).unwrap();
}

/// The text of a policy with both instances: what each may say is held against their keys.
pub(crate) fn policy(store: &Store, other: &Store) -> String {
    let (own, theirs) = (store.keys(), other.keys());
    format!(
        "log {}\nlog {}\nwitness own {}\nwitness other {}\nquorum none\n",
        own.log.public(),
        theirs.log.public(),
        own.witness.public(),
        theirs.witness.public()
    )
}
