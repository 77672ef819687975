//! What becomes of adherence to a version when the next is published: it ends or passes as the next one says, in the
//! same change as the publication.

use adhere_domain::adherence::register::Basis;
use adhere_domain::adherence::register::life::{AdherenceId, Life};
use adhere_domain::codes::publication::Publication;
use adhere_domain::parties::directory::Directory;
use adhere_store::Change;
use adhere_store::event::{Event, subject};

use crate::adherence::{lives, succeed};
use crate::codes::{compiled, publications};
use crate::context::Context;
use crate::error::ActionError;

/// Ends or passes every adherence to the version before.
pub(crate) fn succeed_all(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    next: &Publication,
) -> Result<(), ActionError> {
    let Some((follows, on)) = next.follows.as_ref().and_then(|follows| Some((follows, follows.succession.on()?)))
    else {
        return Ok(());
    };
    let tx = change.tx();
    let publications = publications(tx, &next.code)?;
    let concerned = [publications.version(&next.code, &follows.version), Some(next)].into_iter().flatten();
    let codes = concerned.map(|one| compiled(tx, one, &context.law.corpus)).collect::<Result<Vec<_>, _>>()?;
    let register = lives(tx, &[subject::code(&next.code)])?;
    // Nobody signs and no model is looked at: what becomes of adherence is what the version says.
    let basis = Basis {
        directory: &Directory::default(),
        publications: &publications,
        codes: &codes,
        models: &std::collections::BTreeMap::new(),
        law: &context.law_on(context.today)?,
        today: context.today,
    };
    let is_concerned = |(_, life): &(&AdherenceId, &Life)| {
        let lasts = life.end_of_life().is_none_or(|end| on < end.from());
        lasts && life.declared.code == next.code && life.last().1.version == follows.version
    };
    for (id, _) in register.lives.iter().filter(is_concerned) {
        for event in register.decide(succeed(id, next), &basis)? {
            change.record(Event::Register(event))?;
        }
    }
    Ok(())
}
