//! What becomes of adherence to a version when the next is published: it ends or passes as the next one says, in the
//! same change as the publication.

use adhere_domain::adherence::register::Basis;
use adhere_domain::codes::publication::{Follows, Publication};
use adhere_domain::parties::directory::Directory;
use adhere_store::Change;
use adhere_store::event::{Event, subject};

use crate::adherence::lives;
use crate::codes::{compiled, publications};
use crate::context::Context;
use crate::error::ActionError;

/// Ends or passes every adherence to the version before.
pub(crate) fn succeed_all(
    context: &Context<'_>,
    change: &mut Change<'_, '_>,
    next: &Publication,
) -> Result<(), ActionError> {
    let says = |follows: &&Follows| follows.succession.on().is_some();
    let Some(follows) = next.follows.as_ref().filter(says) else { return Ok(()) };
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
    for event in register.succeed_all(next, &basis)? {
        change.record(Event::Register(event))?;
    }
    Ok(())
}
