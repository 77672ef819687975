//! A provider with Ada, who writes, and Ben, who approves, and a code in two versions; on a fresh instance of each engine.

use std::path::PathBuf;
use std::sync::LazyLock;

use adhere_actions::evidence::{AddEvidence, AttachEvidence};
use adhere_actions::library::Shelve;
use adhere_actions::publish_code::{PublishCode, publish_code};
use adhere_actions::record_statement::{RecordStatement, record_statement};
use adhere_actions::{ActionError, Authority, Context, party};
use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::statements::{Content, Subject};
use adhere_domain::codes::code::{Code, Measure};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::lineage::{Descent, Fate, Lineage};
use adhere_domain::codes::publication::{Follows, Succession};
use adhere_domain::evidence::item::{Confidentiality, MediaType};
use adhere_domain::evidence::quotation::Pointer;
use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::{Organisation, OrganisationKind, Person};
use adhere_domain::parties::role::{Grant, Role};
use adhere_domain::text::NonEmptyText;
use adhere_formats::law_data::LawData;
use adhere_formats::shipped;
use adhere_store::blob::Kept;
use adhere_store::home::{Home, Settings};
use adhere_store::{Changed, Store};
use adhere_testing::PostgresDatabase;
use jiff::civil::Date;

/// The day of the first things recorded.
pub(crate) const TODAY: Date = jiff::civil::date(2026, 3, 1);

/// An instance in which the provider and the first version of the code are recorded.
pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) folder: PathBuf,
}

static LAW: LazyLock<LawData> = LazyLock::new(|| shipped::law().unwrap_or_else(|findings| panic!("{findings:?}")));

static SHIPPED: LazyLock<Code> = LazyLock::new(|| {
    let codes = shipped::codes(&LAW.corpus).unwrap_or_else(|findings| panic!("{findings:?}"));
    codes.into_iter().find(|shipped| shipped.source.code.id == part("gpai")).unwrap().source.code
});

/// Runs a test on a fresh instance of each engine, and looks at everything that is kept at its end.
pub(crate) fn on_each_engine(test: impl Fn(&World)) {
    let folder = tempfile::tempdir().unwrap();
    let database = PostgresDatabase::create();
    for (name, url) in [("sqlite", None), ("postgres", Some(database.url()))] {
        let folder = folder.path().join(name);
        let mut settings = Settings::named("example.eu/log").unwrap();
        settings.database.url = url;
        let store = Store::open(Home::make(&folder, settings).unwrap(), at(TODAY)).unwrap();
        let world = World { store, folder };
        world.begin();
        test(&world);
        world.audit();
    }
}

/// Noon on a day.
pub(crate) fn at(day: Date) -> jiff::Timestamp {
    format!("{day}T12:00:00Z").parse().unwrap()
}

impl World {
    pub(crate) fn audit(&self) {
        let audit = self.store.audit().unwrap();
        assert!(audit.is_clean(), "{:?}", audit.findings);
    }

    pub(crate) fn size(&self) -> u64 {
        self.store.head().unwrap().unwrap().size
    }

    /// As someone, on a day.
    pub(crate) fn on<'s>(&'s self, today: Date, actor: &'s str) -> Context<'s> {
        let authority = Authority::Machine;
        Context { store: &self.store, law: &LAW, actor, now: at(today), today, authority, request: None }
    }

    /// As someone, today.
    pub(crate) fn by<'s>(&'s self, actor: &'s str) -> Context<'s> {
        self.on(TODAY, actor)
    }

    fn begin(&self) {
        let context = self.by("adhere");
        let provider = Organisation { name: text("Acme"), kinds: [OrganisationKind::Provider].into(), country: None };
        let mut commands = vec![PartyCommand::RegisterOrganisation(id("acme"), provider)];
        for (person, role) in [("ada", Role::Editor), ("ben", Role::Approver), ("eve", Role::Viewer)] {
            commands.push(PartyCommand::RegisterPerson(id(person), Person { name: text(person) }));
            let from = jiff::civil::date(2026, 1, 1);
            let (person, organisation) = (id(person), id("acme"));
            commands.push(PartyCommand::Grant(Grant { person, organisation, role, from, until: None, source: None }));
        }
        for command in commands {
            party::record(&context, command).unwrap();
        }
        self.publish(&first(), None);
    }

    pub(crate) fn publish(&self, code: &Code, follows: Option<&Follows>) {
        // Nothing here compiles it again: its text stands for its files.
        let files = [("code.toml".to_owned(), format!("version = \"{}\"\n", code.version))];
        publish_code(&self.by("adhere"), PublishCode { code, files: &files, follows }).unwrap();
    }

    /// Ada states something on a measure of the first version.
    pub(crate) fn state(&self, measure: &str, content: Content, after: u32) -> Result<Changed<u32>, ActionError> {
        let code = first();
        let subject = on_measure(measure);
        record_statement(&self.by("ada"), RecordStatement { code: &code, subject, content, after, carried_from: None })
    }
}

pub(crate) fn id<Of>(text: &str) -> Id<Of> {
    Id::parse(text).unwrap()
}

pub(crate) fn part(text: &str) -> PartId {
    PartId::parse(text).unwrap()
}

pub(crate) fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

/// A code whose first commitment has these measures, each with its text, and nothing else.
fn version(version: &str, measures: &[(&str, &str)]) -> Code {
    let mut code = SHIPPED.clone();
    let template = code.chapters[0].commitments[0].measures[0].clone();
    let measure = |(id, text): &(&str, &str)| Measure { id: part(id), summary: (*text).to_owned(), ..template.clone() };
    code.chapters.truncate(1);
    code.chapters[0].commitments.truncate(1);
    code.chapters[0].commitments[0].measures = measures.iter().map(measure).collect();
    Code { version: part(version), published: TODAY, lineages: Vec::new(), ..code }
}

/// The first version.
pub(crate) fn first() -> Code {
    version("1", &[("A", "a"), ("B", "b"), ("C", "c"), ("D", "d"), ("E", "e")])
}

/// The second: `A` is kept, `B` is renumbered, `C` asks for something else, `D` is dropped, `N` is new.
pub(crate) fn second() -> (Code, Follows) {
    let mut code = version("2", &[("A", "a"), ("B2", "b"), ("C", "other"), ("N", "n"), ("E", "e")]);
    let fates = [("B", Fate::Became(vec![part("B2")])), ("D", Fate::Dropped("the law changed".to_owned()))];
    let parts = fates.into_iter().map(|(id, fate)| Descent { id: part(id), fate, note: None }).collect();
    code.lineages = vec![Lineage { from: part("1"), source: "its annex".to_owned(), parts }];
    (code, Follows { version: part("1"), succession: Succession::Unsaid })
}

/// The statement on a measure of the first version, for all models.
pub(crate) fn on_measure(measure: &str) -> Subject {
    Subject { provider: id("acme"), code: part("gpai"), version: part("1"), measure: part(measure), model: None }
}

pub(crate) fn content(state: ImplementationState, words: &str) -> Content {
    Content { state, text: NonEmptyText::parse(words), owner: None, due: None }
}

/// A file of text that speaks from 1 January 2026 on.
pub(crate) fn file(name: &str) -> AddEvidence {
    AddEvidence {
        id: id(name),
        media_type: MediaType::parse("text/plain").unwrap(),
        title: text(name),
        speaks_for: jiff::civil::date(2026, 1, 1),
        expires: None,
        confidentiality: Confidentiality::Confidential,
    }
}

/// The same of bytes that are kept, for a library.
pub(crate) fn shelved(name: &str, kept: Kept) -> Shelve {
    let AddEvidence { media_type, speaks_for, expires, confidentiality, .. } = file("item");
    Shelve { kept, media_type, title: text(name), speaks_for, expires, confidentiality }
}

pub(crate) fn attach(measure: &str, item: &str, passage: Option<Pointer>) -> AttachEvidence {
    AttachEvidence { statement: on_measure(measure), item: id(item), passage }
}

/// The id of the rule that refuses.
pub(crate) fn refused_by<T: std::fmt::Debug>(outcome: Result<T, ActionError>) -> &'static str {
    match outcome {
        Err(ActionError::Refused(refusal)) => refusal.rule().id,
        other => panic!("not refused: {other:?}"),
    }
}
