//! A provider and a deployer with Ada, who can bind them since 2025, two models, and two versions of a code.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use super::event::{Change, Declaration, Interest, RegisterCommand, Signature, Withdrawal};
use super::life::{AdherenceId, Terms};
use super::refusal::RegisterRefusal;
use super::{Basis, ModelPosition, Register};
use crate::adherence::fixtures;
use crate::adherence::record::Scope;
use crate::codes::code::Code;
use crate::codes::id::PartId;
use crate::codes::profile::Profile;
use crate::codes::publication::{Basis as Ground, Follows, Publication, Publications, Succession};
use crate::digest::Digest;
use crate::law::fixtures::law;
use crate::law::obligation::Obligations;
use crate::law::parameters::Law;
use crate::law::truth::Truth;
use crate::parties::directory::{Directory, PartyCommand};
use crate::parties::organisation::{Organisation, OrganisationId, OrganisationKind, Person, PersonId};
use crate::parties::role::{BindingGround, Grant, Role};
use crate::text::NonEmptyText;

pub(super) const TODAY: Date = date(2026, 11, 22);
/// The day on which adherence to the first version ends or passes.
pub(super) const NEXT: Date = date(2026, 9, 1);

pub(super) fn text(text: &str) -> NonEmptyText {
    NonEmptyText::parse(text).unwrap()
}

pub(super) fn part(id: &str) -> PartId {
    fixtures::part(id)
}

pub(super) fn provider(id: &str) -> OrganisationId {
    OrganisationId::parse(id).unwrap()
}

pub(super) fn adherence(id: &str) -> AdherenceId {
    AdherenceId::parse(id).unwrap()
}

/// Everything that decisions rest on.
pub(super) struct World {
    pub(super) directory: Directory,
    pub(super) publications: Publications,
    pub(super) codes: Vec<Code>,
    pub(super) models: BTreeMap<PartId, ModelPosition>,
    pub(super) law: Law,
    pub(super) today: Date,
}

impl World {
    /// With a second version that says this of adherence to the first.
    pub(super) fn new(succession: Succession) -> Self {
        let first = fixtures::code();
        let second = Code { version: part("2"), published: NEXT, ..fixtures::code() };
        let conduct = Code { id: part("conduct"), profile: Profile::Aia95, ..fixtures::code() };
        let follows = Follows { version: part("1"), succession };
        let versions =
            [publication(&first, 1, None), publication(&second, 2, Some(follows)), publication(&conduct, 3, None)];
        let publications = versions.into_iter().fold(Publications::default(), |publications, version| {
            let events = publications.decide(version, TODAY).unwrap();
            events.into_iter().fold(publications, |publications, event| publications.apply(event).unwrap())
        });
        let position = |systemic_risk| ModelPosition { systemic_risk, relevant: Obligations::DEMONSTRABLE };
        let models = [(part("small"), position(Truth::No)), (part("large"), position(Truth::Yes))].into();
        let codes = vec![first, second, conduct];
        Self { directory: directory(), publications, codes, models, law: law(), today: TODAY }
    }

    pub(super) fn decide(
        &self,
        register: &Register,
        command: RegisterCommand,
    ) -> Result<Vec<super::event::RegisterEvent>, RegisterRefusal> {
        register.decide(command, &self.basis())
    }

    pub(super) fn basis(&self) -> Basis<'_> {
        Basis {
            directory: &self.directory,
            publications: &self.publications,
            codes: &self.codes,
            models: &self.models,
            law: &self.law,
            today: self.today,
        }
    }

    /// The register after commands that are all done.
    pub(super) fn done(&self, commands: &[RegisterCommand]) -> Register {
        commands.iter().fold(Register::default(), |register, command| {
            let events = self.decide(&register, command.clone());
            let events = events.unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"));
            events.into_iter().fold(register, |register, event| register.apply(event).unwrap())
        })
    }
}

fn publication(code: &Code, digest: u8, follows: Option<Follows>) -> Publication {
    Publication {
        code: code.id.clone(),
        version: code.version.clone(),
        digest: Digest::new([digest; 32]),
        source: Digest::new([digest; 32]),
        profile: code.profile,
        published: code.published,
        follows,
    }
}

fn directory() -> Directory {
    let organisation = |id: &str, kind| {
        let organisation = Organisation { name: text(id), kinds: [kind].into(), country: None };
        PartyCommand::RegisterOrganisation(provider(id), organisation)
    };
    let person = |id: &str| PartyCommand::RegisterPerson(PersonId::parse(id).unwrap(), Person { name: text(id) });
    let bind = |organisation: &str| {
        PartyCommand::Grant(Grant {
            person: PersonId::parse("ada").unwrap(),
            organisation: provider(organisation),
            role: Role::MayBind(BindingGround::StatutoryRepresentative),
            from: date(2025, 1, 1),
            until: None,
            source: None,
        })
    };
    let commands = [
        organisation("maker", OrganisationKind::Provider),
        organisation("user", OrganisationKind::Deployer),
        person("ada"),
        person("ben"),
        bind("maker"),
        bind("user"),
    ];
    commands.into_iter().fold(Directory::default(), |directory, command| {
        let events = directory.decide(command).unwrap();
        events.into_iter().fold(directory, |directory, event| directory.apply(event).unwrap())
    })
}

pub(super) fn unsaid() -> World {
    World::new(Succession::Unsaid)
}

pub(super) fn ends() -> World {
    World::new(Succession::Ends { on: NEXT, basis: Ground::Code(text("last page")) })
}

pub(super) fn passes() -> World {
    World::new(Succession::Passes { on: NEXT, basis: Ground::Operator(text("only numbers changed")) })
}

pub(super) fn signed(by: &str, on: Date) -> Signature {
    Signature { by: PersonId::parse(by).unwrap(), on }
}

/// A declaration of adherence to the first version for all models, signed by Ada on the day on which it begins.
pub(super) fn declaration(id: &str, scope: Scope, since: Date) -> Declaration {
    Declaration {
        id: adherence(id),
        provider: provider("maker"),
        code: part("gpai"),
        terms: Terms { version: part("1"), scope, models: None },
        since,
        signed: signed("ada", since),
        source: None,
    }
}

/// The same for these models.
pub(super) fn for_models(mut declaration: Declaration, models: &[&str]) -> Declaration {
    declaration.terms.models = Some(models.iter().map(|id| part(id)).collect());
    declaration
}

pub(super) fn declare(id: &str, scope: Scope, since: Date) -> RegisterCommand {
    RegisterCommand::Declare(declaration(id, scope, since))
}

pub(super) fn change(id: &str, scope: Scope, models: Option<&[&str]>, from: Date) -> RegisterCommand {
    let models = models.map(|models| models.iter().map(|id| part(id)).collect());
    RegisterCommand::Change(Change { id: adherence(id), from, scope, models, signed: signed("ada", from) })
}

pub(super) fn withdraw(id: &str, from: Date) -> RegisterCommand {
    RegisterCommand::Withdraw(Withdrawal { id: adherence(id), from, signed: signed("ada", from), reason: None })
}

pub(super) fn interest(on: Date) -> RegisterCommand {
    let (provider, code) = (provider("maker"), part("gpai"));
    RegisterCommand::DeclareInterest(Interest { provider, code, signed: signed("ada", on) })
}
