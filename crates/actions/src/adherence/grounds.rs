//! What a decision about the register rests on, read from the journal: the parties, the codes, the provider's models as
//! the law sees them, and what is in the register of the provider.

use std::collections::{BTreeMap, BTreeSet};

use adhere_domain::adherence::record::Undertaking;
use adhere_domain::adherence::register::event::{RegisterCommand, RegisterEvent, Signature};
use adhere_domain::adherence::register::life::{AdherenceId, Life};
use adhere_domain::adherence::register::{Basis, ModelPosition, Register};
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::publication::{Publication, Publications};
use adhere_domain::law::parameters::Law;
use adhere_domain::parties::directory::Directory;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use adhere_store::reading::about;
use jiff::civil::Date;

use crate::codes::{compiled, publications};
use crate::context::Context;
use crate::error::ActionError;
use crate::files::{files_of, positions, undertaking};
use crate::party::directory;

/// What a decision rests on.
pub(crate) struct Grounds {
    pub(crate) register: Register,
    pub(crate) undertaking: Undertaking,
    pub(crate) codes: Vec<Code>,
    pub(crate) law: Law,
    provider: Option<OrganisationId>,
    directory: Directory,
    publications: Publications,
    models: BTreeMap<PartId, ModelPosition>,
    today: Date,
}

/// What a command names.
struct Named<'c> {
    adherence: Option<&'c AdherenceId>,
    provider: Option<&'c OrganisationId>,
    code: Option<&'c PartId>,
    signed: Option<&'c Signature>,
    /// The first day of what is asked for.
    from: Option<Date>,
}

impl Grounds {
    /// Reads what is recorded of everything that a command names.
    pub(crate) fn load(
        context: &Context<'_>,
        tx: &mut Transaction<'_>,
        command: &RegisterCommand,
    ) -> Result<Self, ActionError> {
        let named = Named::by(command);
        let known = lives(tx, named.adherence.map(subject::adherence).as_slice())?;
        let declared = named.adherence.and_then(|id| known.lives.get(id)).map(|life| &life.declared);
        // An id that is given to another adherence than the one asked for is found by its own declaration.
        let provider = named.provider.or(declared.map(|declared| &declared.provider)).cloned();
        let code = named.code.or(declared.map(|declared| &declared.code)).cloned();
        let register = register_of(tx, provider.as_ref(), named.adherence)?;
        let subjects = named.signed.map(|signed| subject::person(&signed.by)).into_iter();
        let subjects: Vec<String> = subjects.chain(provider.as_ref().map(subject::organisation)).collect();
        let law = context.law_on(named.from.unwrap_or(context.today))?;
        let undertaking = match &provider {
            Some(provider) => undertaking(&files_of(tx, provider)?, context.law.readings)?,
            None => Undertaking::default(),
        };
        let mut grounds = Self {
            models: positions(&undertaking, &law),
            directory: directory(tx, &subjects)?,
            publications: match &code {
                Some(code) => publications(tx, code)?,
                None => Publications::default(),
            },
            codes: Vec::new(),
            today: context.today,
            register,
            undertaking,
            law,
            provider,
        };
        for publication in grounds.concerned(command, code.as_ref()) {
            grounds.codes.push(compiled(tx, &publication, &context.law.corpus)?);
        }
        Ok(grounds)
    }

    /// The versions that decide: the one adhered to or to be adhered to, and those that follow it.
    fn concerned(&self, command: &RegisterCommand, code: Option<&PartId>) -> Vec<Publication> {
        let last = |id: &AdherenceId| self.register.lives.get(id).map(|life| &life.last().1.version);
        let version = match command {
            RegisterCommand::Declare(declaration) => Some(&declaration.terms.version),
            RegisterCommand::Change(change) => last(&change.id),
            RegisterCommand::Succeed { id, .. } => last(id),
            RegisterCommand::Withdraw(_) | RegisterCommand::DeclareInterest(_) | RegisterCommand::List(_) => None,
        };
        let (Some(version), Some(code)) = (version, code) else { return Vec::new() };
        let is_concerned = |publication: &&Publication| {
            let follows = publication.follows.as_ref();
            publication.version == *version || follows.is_some_and(|follows| follows.version == *version)
        };
        self.publications.versions(code).iter().filter(is_concerned).cloned().collect()
    }

    pub(crate) fn basis(&self) -> Basis<'_> {
        Basis {
            directory: &self.directory,
            publications: &self.publications,
            codes: &self.codes,
            models: &self.models,
            law: &self.law,
            today: self.today,
        }
    }

    /// The versions that say that adherence on the terms of an adherence ends or passes.
    pub(crate) fn successors(&self, register: &Register, id: &AdherenceId) -> Vec<&Publication> {
        let Some(life) = register.lives.get(id) else { return Vec::new() };
        let version = &life.last().1.version;
        let versions = self.publications.versions(&life.declared.code).iter();
        let says = |next: &&Publication| {
            let follows = next.follows.as_ref().filter(|follows| follows.version == *version);
            follows.is_some_and(|follows| follows.succession.on().is_some())
        };
        versions.filter(says).take(1).collect()
    }

    /// Whether an adherence is that of the provider that the command is about.
    pub(crate) fn is_of_provider(&self, life: &Life) -> bool {
        self.provider.as_ref() == Some(&life.declared.provider)
    }
}

impl<'c> Named<'c> {
    fn by(command: &'c RegisterCommand) -> Self {
        let none = Self { adherence: None, provider: None, code: None, signed: None, from: None };
        match command {
            RegisterCommand::Declare(declaration) => Self {
                adherence: Some(&declaration.id),
                provider: Some(&declaration.provider),
                code: Some(&declaration.code),
                signed: Some(&declaration.signed),
                from: Some(declaration.since),
            },
            RegisterCommand::Change(change) => {
                Self { adherence: Some(&change.id), signed: Some(&change.signed), from: Some(change.from), ..none }
            }
            RegisterCommand::Withdraw(withdrawal) => {
                Self { adherence: Some(&withdrawal.id), signed: Some(&withdrawal.signed), ..none }
            }
            RegisterCommand::Succeed { id, .. } => Self { adherence: Some(id), ..none },
            RegisterCommand::DeclareInterest(interest) => Self {
                provider: Some(&interest.provider),
                code: Some(&interest.code),
                signed: Some(&interest.signed),
                ..none
            },
            RegisterCommand::List(listing) => {
                Self { provider: Some(&listing.provider), code: Some(&listing.code), ..none }
            }
        }
    }
}

/// What the register has of some subjects, and of every adherence that they declared.
pub(crate) fn lives(tx: &mut Transaction<'_>, subjects: &[String]) -> Result<Register, ActionError> {
    let mut wanted: BTreeSet<String> = subjects.iter().cloned().collect();
    for recorded in about(tx, Area::Adherence, subjects)? {
        if let Event::Register(RegisterEvent::Declared(declaration)) = recorded.event {
            wanted.insert(subject::adherence(&declaration.id));
        }
    }
    let wanted: Vec<String> = wanted.into_iter().collect();
    let mut register = Register::default();
    for recorded in about(tx, Area::Adherence, &wanted)? {
        if let Event::Register(event) = recorded.event {
            register = register.apply(event)?;
        }
    }
    Ok(register)
}

fn register_of(
    tx: &mut Transaction<'_>,
    provider: Option<&OrganisationId>,
    adherence: Option<&AdherenceId>,
) -> Result<Register, ActionError> {
    let subjects = provider.map(subject::organisation).into_iter().chain(adherence.map(subject::adherence));
    lives(tx, &subjects.collect::<Vec<_>>())
}
