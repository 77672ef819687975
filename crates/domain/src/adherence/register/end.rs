//! How adherence ends: the provider withdraws, or the next version of the code takes the place of the one adhered to.

use super::event::{Ending, Passage, RegisterEvent, Withdrawal};
use super::life::AdherenceId;
use super::refusal::RegisterRefusal;
use super::{Basis, Register, signature};
use crate::adherence::succession::succession;
use crate::codes::code::Code;
use crate::codes::id::PartId;
use crate::codes::publication::Succession;

/// Adherence is voluntary (recital 117 has providers "rely on" codes), so it can be withdrawn at any time; not with
/// effect from a day before it was signed, because others relied on it until then.
pub(super) fn withdraw(
    register: &Register,
    withdrawal: Withdrawal,
    basis: &Basis<'_>,
) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
    let Some(life) = register.lives.get(&withdrawal.id) else {
        return Err(RegisterRefusal::UnknownAdherence(withdrawal.id));
    };
    match life.end_of_life() {
        Some(super::life::End::Withdrawn(known)) if *known == withdrawal => return Ok(Vec::new()),
        Some(end) => return Err(RegisterRefusal::Ended { id: withdrawal.id, from: end.from() }),
        None => {}
    }
    signature::check(&withdrawal.signed, &life.declared.provider, basis)?;
    if withdrawal.from < withdrawal.signed.on {
        return Err(RegisterRefusal::BackDated { from: withdrawal.from, signed: withdrawal.signed.on });
    }
    Ok(vec![RegisterEvent::Withdrawn(withdrawal)])
}

/// What becomes of an adherence with the next version is what that version says becomes of adherence.
pub(super) fn succeed(
    register: &Register,
    id: AdherenceId,
    to: &PartId,
    basis: &Basis<'_>,
) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
    let Some(life) = register.lives.get(&id) else { return Err(RegisterRefusal::UnknownAdherence(id)) };
    let (last_from, last) = life.last();
    if last.version == *to {
        return Ok(Vec::new());
    }
    let code = &life.declared.code;
    let Some(next) = basis.publications.version(code, to) else {
        return Err(RegisterRefusal::UnknownVersion { code: code.clone(), version: to.clone() });
    };
    let follows = next.follows.as_ref().filter(|follows| follows.version == last.version);
    let Some(follows) = follows else {
        return Err(RegisterRefusal::DoesNotFollow { id, version: last.version.clone(), next: to.clone() });
    };
    let (Some(on), Some(ground)) = (follows.succession.on(), follows.succession.basis().cloned()) else {
        return Err(RegisterRefusal::NothingSaid { version: last.version.clone(), next: to.clone() });
    };
    if let Some(end) = life.end_of_life().filter(|end| end.from() <= on) {
        return match end {
            super::life::End::NewVersion(known) if known.by == *to => Ok(Vec::new()),
            _ => Err(RegisterRefusal::Ended { id, from: end.from() }),
        };
    }
    let (by, to) = (to.clone(), to.clone());
    match &follows.succession {
        Succession::Passes { .. } if life.declared.since < on => {
            let (old, new) = (compiled(code, &last.version, basis)?, compiled(code, &to, basis)?);
            let passes = succession(&last.scope, old, new);
            Ok(vec![match passes.scope {
                Some(scope) => {
                    let from = on.max(last_from);
                    RegisterEvent::Passed(Passage { id, from, to, scope, basis: ground })
                }
                None => RegisterEvent::Ended(Ending { id, from: on, by, changed: passes.changed, basis: ground }),
            }])
        }
        _ => Ok(vec![RegisterEvent::Ended(Ending { id, from: on, by, changed: Vec::new(), basis: ground })]),
    }
}

fn compiled<'a>(code: &PartId, version: &PartId, basis: &Basis<'a>) -> Result<&'a Code, RegisterRefusal> {
    let found = basis.codes.iter().find(|compiled| compiled.id == *code && compiled.version == *version);
    found.ok_or_else(|| RegisterRefusal::UnknownVersion { code: code.clone(), version: version.clone() })
}
