//! How adherence ends: the provider withdraws, or the next version of the code takes the place of the one adhered to.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use jiff::civil::Date;

use super::event::{Ending, Passage, RegisterEvent, Withdrawal};
use super::life::{AdherenceId, End, Life};
use super::refusal::RegisterRefusal;
use super::{Basis, Register, signature};
use crate::adherence::succession::{Comparison, Succeeding};
use crate::codes::code::Code;
use crate::codes::id::PartId;
use crate::codes::publication::{Follows, Publication, Succession};

/// Versions of one code that were compared: those adhered to with those that follow them.
#[derive(Debug, Default)]
pub(super) struct Comparisons<'a>(BTreeMap<[PartId; 2], Comparison<'a>>);

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
        Some(End::Withdrawn(known)) if *known == withdrawal => return Ok(Vec::new()),
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
pub(super) fn succeed<'a>(
    register: &Register,
    id: AdherenceId,
    to: &PartId,
    basis: &Basis<'a>,
    comparisons: &mut Comparisons<'a>,
) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
    let Some(life) = register.lives.get(&id) else { return Err(RegisterRefusal::UnknownAdherence(id)) };
    let (code, version) = (&life.declared.code, &life.last().1.version);
    if version == to {
        return Ok(Vec::new());
    }
    let Some(next) = basis.publications.version(code, to) else {
        return Err(RegisterRefusal::UnknownVersion { code: code.clone(), version: to.clone() });
    };
    let Some(follows) = next.follows.as_ref().filter(|follows| follows.version == *version) else {
        return Err(RegisterRefusal::DoesNotFollow { id, version: version.clone(), next: to.clone() });
    };
    let (passes, on, ground) = match &follows.succession {
        Succession::Unsaid => {
            return Err(RegisterRefusal::NothingSaid { version: version.clone(), next: to.clone() });
        }
        Succession::Ends { on, basis } => (false, *on, basis.clone()),
        // Adherence that began later than it would have passed passes on its first day.
        Succession::Passes { on, basis } => (true, life.declared.since.max(*on), basis.clone()),
    };
    match life.end_of_life() {
        Some(End::NewVersion(known)) if known.by == *to => return Ok(Vec::new()),
        Some(end) if end.from() <= on => return Err(RegisterRefusal::Ended { id, from: end.from() }),
        _ => {}
    }
    let succeeding = if passes { Some(succeeding(life, on, to, basis, comparisons)?) } else { None };
    let to = to.clone();
    Ok(vec![match succeeding {
        Some(succeeding) if succeeding.passes => RegisterEvent::Passed(Passage { id, from: on, to, basis: ground }),
        failed => {
            let changed = failed.map_or_else(Vec::new, |failed| failed.changed);
            RegisterEvent::Ended(Ending { id, from: on, by: to, changed, basis: ground })
        }
    }])
}

/// What becomes of every adherence that a version says something about: of those to the version before that last until
/// the day that it names.
pub(super) fn succeed_all(
    register: &Register,
    next: &Publication,
    basis: &Basis<'_>,
) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
    let Some(Follows { version, succession }) = &next.follows else { return Ok(Vec::new()) };
    let Some(on) = succession.on() else { return Ok(Vec::new()) };
    let is_concerned = |(_, life): &(&AdherenceId, &Life)| {
        let lasts = life.end_of_life().is_none_or(|end| on < end.from());
        lasts && life.declared.code == next.code && life.last().1.version == *version
    };
    let (mut comparisons, mut events) = (Comparisons::default(), Vec::new());
    for (id, _) in register.lives.iter().filter(is_concerned) {
        events.extend(succeed(register, id.clone(), &next.version, basis, &mut comparisons)?);
    }
    Ok(events)
}

/// Whether all that is to hold from a day on passes to the next version.
fn succeeding<'a>(
    life: &Life,
    on: Date,
    to: &PartId,
    basis: &Basis<'a>,
    comparisons: &mut Comparisons<'a>,
) -> Result<Succeeding, RegisterRefusal> {
    let comparison = comparisons.of(&life.declared.code, [&life.last().1.version, to], basis)?;
    let mut all = Succeeding { passes: true, changed: Vec::new() };
    for stage in life.stages_from(on) {
        let one = comparison.succession(&stage.terms.scope);
        all.passes &= one.passes;
        let unknown = one.changed.into_iter().filter(|id| !all.changed.contains(id)).collect::<Vec<_>>();
        all.changed.extend(unknown);
    }
    Ok(all)
}

impl<'a> Comparisons<'a> {
    /// Two versions of a code, compared when they were not yet.
    fn of(
        &mut self,
        code: &PartId,
        versions: [&PartId; 2],
        basis: &Basis<'a>,
    ) -> Result<&Comparison<'a>, RegisterRefusal> {
        match self.0.entry(versions.map(PartId::clone)) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let [old, new] = versions;
                Ok(place.insert(Comparison::new(compiled(code, old, basis)?, compiled(code, new, basis)?)))
            }
        }
    }
}

fn compiled<'a>(code: &PartId, version: &PartId, basis: &Basis<'a>) -> Result<&'a Code, RegisterRefusal> {
    let found = basis.codes.iter().find(|compiled| compiled.id == *code && compiled.version == *version);
    found.ok_or_else(|| RegisterRefusal::UnknownVersion { code: code.clone(), version: version.clone() })
}
