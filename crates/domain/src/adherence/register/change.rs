//! Changing the scope of an adherence, or the models it is for.

use super::declare::Proposal;
use super::event::{Change, RegisterEvent};
use super::life::Terms;
use super::refusal::RegisterRefusal;
use super::{Basis, Register, signature};

/// What holds for terms when they are declared holds for them when they change, on the day of the change.
pub(super) fn change(
    register: &Register,
    change: Change,
    basis: &Basis<'_>,
) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
    let Some(life) = register.lives.get(&change.id) else { return Err(RegisterRefusal::UnknownAdherence(change.id)) };
    let (provider, code) = (&life.declared.provider, &life.declared.code);
    let (last_from, last) = life.last();
    let terms = Terms { version: last.version.clone(), scope: change.scope.clone(), models: change.models.clone() };
    if terms == *last && life.end_of_life().is_none() {
        return Ok(Vec::new());
    }
    if let Some(end) = life.end_of_life() {
        return Err(RegisterRefusal::Ended { id: change.id, from: end.from() });
    }
    signature::check(&change.signed, provider, basis)?;
    if change.from < change.signed.on {
        return Err(RegisterRefusal::BackDated { from: change.from, signed: change.signed.on });
    }
    if change.from <= last_from {
        return Err(RegisterRefusal::BehindLast { id: change.id, last: last_from });
    }
    let compiled = basis.codes.iter().find(|compiled| compiled.id == *code && compiled.version == terms.version);
    let Some(compiled) = compiled else {
        return Err(RegisterRefusal::UnknownVersion { code: code.clone(), version: terms.version });
    };
    let proposal = Proposal { id: &change.id, provider, code, terms: &terms, from: change.from };
    proposal.check_terms(register, compiled, basis)?;
    proposal.check_alone(register)?;
    Ok(vec![RegisterEvent::Changed(change)])
}
