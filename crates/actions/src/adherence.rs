//! Declaring adherence, changing and withdrawing it, declaring interest in a full code, and recording what sources say.

mod grounds;

use adhere_domain::adherence::record::Undertaking;
use adhere_domain::adherence::register::Register;
use adhere_domain::adherence::register::event::{RegisterCommand, RegisterEvent};
use adhere_domain::adherence::register::life::{AdherenceId, Life};
use adhere_domain::adherence::register::refusal::RegisterRefusal;
use adhere_domain::codes::code::Code;
use adhere_domain::codes::publication::Publication;
use adhere_domain::law::parameters::Law;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_store::db::Transaction;
use adhere_store::event::{Area, Event, subject};
use adhere_store::reading::about;
use adhere_store::{Change, Changed};

pub(crate) use self::grounds::{Grounds, lives};

use crate::access::{AccessError, Authority};
use crate::context::Context;
use crate::error::ActionError;

/// What a command would lead to.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What would be recorded.
    pub events: Vec<RegisterEvent>,
    /// The provider with its adherence as it would then be.
    pub undertaking: Undertaking,
    /// The versions of codes that this is about.
    pub codes: Vec<Code>,
    /// The law on the first day of what is asked for.
    pub law: Law,
}

/// Records what is asked for, and says what was recorded; nothing when it is so already.
pub fn record(context: &Context<'_>, command: RegisterCommand) -> Result<Changed<Vec<RegisterEvent>>, ActionError> {
    context.change(|change| record_within(context, change, command))
}

/// Records what is asked for as a part of a change.
pub(crate) fn record_within(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    command: RegisterCommand,
) -> Result<Vec<RegisterEvent>, ActionError> {
    permit(context, change.tx(), &command)?;
    let grounds = Grounds::load(context, change.tx(), &command)?;
    let events = outcome(&grounds, command)?.0;
    for event in &events {
        change.record(Event::Register(event.clone()))?;
    }
    Ok(events)
}

/// Says what a command would lead to, and records nothing.
pub fn preview(context: &Context<'_>, command: RegisterCommand) -> Result<Preview, ActionError> {
    context.store.read(|tx| {
        permit(context, tx, &command)?;
        let grounds = Grounds::load(context, tx, &command)?;
        let (events, register) = outcome(&grounds, command)?;
        let own = register.lives.values().filter(|life| grounds.is_of_provider(life));
        let adherences = own.flat_map(Life::records).collect();
        let Grounds { undertaking, codes, law, .. } = grounds;
        Ok(Preview { events, undertaking: Undertaking { adherences, ..undertaking }, codes, law })
    })
}

/// The adherences of a provider, with what became of each.
pub fn lives_of(context: &Context<'_>, provider: &OrganisationId) -> Result<Vec<Life>, ActionError> {
    context.store.read(|tx| {
        context.permit(tx, Permission::ReadWork, provider)?;
        lives_within(tx, provider)
    })
}

/// The same as a part of something that may be read already.
pub fn lives_within(tx: &mut Transaction<'_>, provider: &OrganisationId) -> Result<Vec<Life>, ActionError> {
    let register = lives(tx, &[subject::organisation(provider)])?;
    Ok(register.lives.into_values().filter(|life| life.declared.provider == *provider).collect())
}

/// Whether the actor may ask for it. Whoever was let in signs for nobody else.
fn permit(context: &Context<'_>, tx: &mut Transaction<'_>, command: &RegisterCommand) -> Result<(), ActionError> {
    let (signed, provider) = match command {
        RegisterCommand::Declare(declaration) => (&declaration.signed, declaration.provider.clone()),
        RegisterCommand::DeclareInterest(interest) => (&interest.signed, interest.provider.clone()),
        RegisterCommand::Change(change) => (&change.signed, provider_of(tx, &change.id)?),
        RegisterCommand::Withdraw(withdrawal) => (&withdrawal.signed, provider_of(tx, &withdrawal.id)?),
        RegisterCommand::List(_) | RegisterCommand::Succeed { .. } => {
            return context.permit_here(tx, Permission::KeepRegister);
        }
    };
    context.permit(tx, Permission::Bind, &provider)?;
    if context.authority == Authority::Roles && signed.by.as_str() != context.actor {
        return Err(AccessError::SignsForOther(signed.by.clone()).into());
    }
    Ok(())
}

/// Whose adherence it is.
fn provider_of(tx: &mut Transaction<'_>, id: &AdherenceId) -> Result<OrganisationId, ActionError> {
    let declared = about(tx, Area::Adherence, &[subject::adherence(id)])?;
    let provider = declared.into_iter().find_map(|recorded| match recorded.event {
        Event::Register(RegisterEvent::Declared(declaration)) => Some(declaration.provider),
        _ => None,
    });
    Ok(provider.ok_or_else(|| RegisterRefusal::UnknownAdherence(id.clone()))?)
}

/// The events of a command, and the register after them.
fn outcome(grounds: &Grounds, command: RegisterCommand) -> Result<(Vec<RegisterEvent>, Register), ActionError> {
    let declared = match &command {
        RegisterCommand::Declare(declaration) => Some(declaration.id.clone()),
        _ => None,
    };
    let mut events = grounds.register.decide(command, &grounds.basis())?;
    let mut register = after(grounds.register.clone(), &events)?;
    // A version that is to take the place of the one adhered to is known already: what it says holds here, too.
    if let Some(id) = declared.filter(|_| !events.is_empty()) {
        for next in grounds.successors(&register, &id) {
            let further = register.decide(succeed(&id, next), &grounds.basis())?;
            register = after(register, &further)?;
            events.extend(further);
        }
    }
    Ok((events, register))
}

pub(crate) fn succeed(id: &AdherenceId, next: &Publication) -> RegisterCommand {
    RegisterCommand::Succeed { id: id.clone(), to: next.version.clone() }
}

fn after(register: Register, events: &[RegisterEvent]) -> Result<Register, ActionError> {
    Ok(events.iter().cloned().try_fold(register, Register::apply)?)
}
