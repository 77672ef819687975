//! An instance on each engine, with a maker of models, Ada who can bind it, and the Code of Practice published.

use std::collections::BTreeMap;

use adhere_actions::{ActionError, Authority, Context, adherence, files, party, publish_code};
use adhere_domain::adherence::files::ProviderFiles;
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Declaration, RegisterCommand, Signature};
use adhere_domain::adherence::register::life::Terms;
use adhere_domain::adherence::register::standing::Standing;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::publication::Follows;
use adhere_domain::id::Id;
use adhere_domain::parties::directory::PartyCommand;
use adhere_domain::parties::organisation::{Organisation, OrganisationKind, Person};
use adhere_domain::parties::role::{BindingGround, Grant, Role};
use adhere_domain::text::NonEmptyText;
use adhere_formats::code_source::{CodeFiles, code};
use adhere_formats::law_data::LawData;
use adhere_formats::shipped;
use adhere_store::home::{Home, Settings};
use adhere_store::projection::register::{Wanted, standing};
use adhere_store::{Store, StoreError};
use adhere_testing::PostgresDatabase;
use jiff::Timestamp;
use jiff::civil::Date;

/// A model without and one with systemic risk.
pub(crate) const SMALL: &str = "[model]\nname = \"Small\"\nplaced-on-market = 2026-01-10\nsignificant-generality = true\n\
                                training-compute = \"3e23\"\ngenerates = [\"text\"]\n";
pub(crate) const LARGE: &str = "[model]\nname = \"Large\"\nplaced-on-market = 2026-01-10\nsignificant-generality = true\n\
                                training-compute = \"3e26\"\ngenerates = [\"text\"]\n";
pub(crate) const MAKER: &str = "format = 1\n[provider]\nname = \"Maker\"\ncountry = \"FR\"\n";

/// The conduct template: name and text of its files.
pub(crate) type Files = Vec<(String, String)>;

pub(crate) fn id<Of>(text: &str) -> Id<Of> {
    Id::parse(text).unwrap()
}

pub(crate) fn part(text: &str) -> PartId {
    PartId::parse(text).unwrap()
}

pub(crate) fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// An open instance, and the law.
pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) law: LawData,
}

impl World {
    /// What an action needs, on a day at noon.
    pub(crate) fn on(&self, today: &str) -> Context<'_> {
        let now: Timestamp = format!("{today}T12:00:00Z").parse().unwrap();
        Context {
            store: &self.store,
            law: &self.law,
            actor: "ada",
            now,
            today: day(today),
            authority: Authority::Machine,
            request: None,
        }
    }

    /// With the maker, Ada, who can bind it, and Ben, who cannot; and the Code of Practice.
    pub(crate) fn begin(&self) {
        let context = self.on("2026-01-05");
        for command in parties() {
            party::record(&context, command).unwrap();
        }
        self.publish("2026-01-05", &shipped_files("gpai"), None).unwrap();
    }

    pub(crate) fn publish(&self, today: &str, files: &Files, follows: Option<&Follows>) -> Result<(), ActionError> {
        let named = |(name, text): &'_ (String, String)| (name.clone(), text.clone());
        let owned: Files = files.iter().map(named).collect();
        let (manifest, others) = owned.split_first().unwrap();
        let named = others.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let files = CodeFiles { manifest: (&manifest.0, &manifest.1), named };
        let code = code(&files, &self.law.corpus).unwrap().code;
        let command = publish_code::PublishCode { code: &code, files: &owned, follows };
        publish_code::publish_code(&self.on(today), command).map(|_| ())
    }

    /// Records the maker's files with these models.
    pub(crate) fn record_models(&self, today: &str, models: &[(&str, &str)]) -> Vec<&'static str> {
        let models: BTreeMap<PartId, String> = models.iter().map(|(id, text)| (part(id), (*text).to_owned())).collect();
        let given = ProviderFiles { own: Some(MAKER.to_owned()), models };
        let changed = files::record_files(&self.on(today), &id("maker"), given).unwrap();
        changed.outcome.iter().map(adhere_domain::adherence::files::FileEvent::kind).collect()
    }

    /// Does something in the register, and says the kinds of what was recorded.
    pub(crate) fn register(&self, today: &str, command: RegisterCommand) -> Result<Vec<&'static str>, ActionError> {
        let changed = adherence::record(&self.on(today), command)?;
        Ok(changed.outcome.iter().map(adhere_domain::adherence::register::event::RegisterEvent::kind).collect())
    }

    /// The rule by which something is refused; and nothing was recorded.
    pub(crate) fn refused(&self, today: &str, command: RegisterCommand) -> &'static str {
        let before = self.store.head().unwrap();
        let error = self.register(today, command).unwrap_err();
        assert_eq!(self.store.head().unwrap(), before, "a refusal changes nothing");
        match error {
            ActionError::Refused(refusal) => refusal.rule().id,
            other => panic!("{other}"),
        }
    }

    /// Where all providers stand.
    pub(crate) fn standing(&self, on: &str, known_at: &str) -> Standing {
        let wanted = Wanted { limit: 1000, ..Wanted::default() };
        let known_at = known_at.parse().unwrap();
        self.store.read(|tx| Ok::<_, StoreError>(standing(tx, &wanted, day(on), known_at)?)).unwrap()
    }

    /// The scope that the maker declared for a code, as a debugging text; nothing where it did not.
    pub(crate) fn scope(&self, code: &str, on: &str, known_at: &str) -> Option<Scope> {
        let standing = self.standing(on, known_at).remove(&(id("maker"), part(code)))?;
        standing.declared.first().map(|declared| declared.terms.scope.clone())
    }
}

pub(crate) fn parties() -> Vec<PartyCommand> {
    let kinds = [OrganisationKind::Provider, OrganisationKind::Deployer].into();
    let maker = Organisation { name: text("Maker"), kinds, country: None };
    let person = |name: &str| PartyCommand::RegisterPerson(id(name), Person { name: text(name) });
    let role = Role::MayBind(BindingGround::StatutoryRepresentative);
    let (person_id, organisation, from) = (id("ada"), id("maker"), day("2025-01-01"));
    let grant = Grant { person: person_id, organisation, role, from, until: None, source: None };
    vec![
        PartyCommand::RegisterOrganisation(id("maker"), maker),
        person("ada"),
        person("ben"),
        PartyCommand::Grant(grant),
    ]
}

pub(crate) fn signed(by: &str, on: &str) -> Signature {
    Signature { by: id(by), on: day(on) }
}

/// The maker's declaration of adherence to the Code of Practice, signed by Ada on its first day.
pub(crate) fn declaration(scope: Scope, since: &str) -> Declaration {
    Declaration {
        id: id("a1"),
        provider: id("maker"),
        code: part("gpai"),
        terms: Terms { version: part("2025-07-10"), scope, models: None },
        since: day(since),
        signed: signed("ada", since),
        source: None,
    }
}

/// The files of a shipped code, the manifest first.
pub(crate) fn shipped_files(code: &str) -> Files {
    let law = shipped::law().unwrap();
    let shipped = shipped::codes(&law.corpus).unwrap().into_iter().find(|shipped| shipped.source.code.id == part(code));
    let files = shipped.unwrap().files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    files.collect()
}

/// Runs a test on a fresh instance of each engine, and looks at everything that is kept at its end.
pub(crate) fn on_each_engine(test: impl Fn(&World)) {
    let folder = tempfile::tempdir().unwrap();
    let database = PostgresDatabase::create();
    for (name, url) in [("sqlite", None), ("postgres", Some(database.url()))] {
        let mut settings = Settings::named("example.eu/log").unwrap();
        settings.database.url = url;
        let home = Home::make(&folder.path().join(name), settings).unwrap();
        let store = Store::open(home, "2026-01-01T00:00:00Z".parse().unwrap()).unwrap();
        let world = World { store, law: shipped::law().unwrap() };
        world.begin();
        test(&world);
        let audit = world.store.audit().unwrap();
        assert!(audit.is_clean(), "{:?}", audit.findings);
    }
}
