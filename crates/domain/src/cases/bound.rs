//! Which measure has an adherent deal with cases of a kind.

use super::matter::CaseKind;
use crate::adherence::binding::includes;
use crate::adherence::record::Scope;
use crate::codes::code::{Code, Measure};

/// The measure of a code, within a scope of adherence, that deals with cases of a kind, if there is one.
pub fn measure_for<'a>(code: &'a Code, scope: &Scope, kind: CaseKind) -> Option<&'a Measure> {
    let events = kind.events();
    let mut measures = code.measures();
    let found = measures.find(|(chapter, commitment, measure)| {
        measure.deadlines.iter().any(|deadline| events.contains(&deadline.event))
            && includes(scope, chapter, commitment, measure)
    });
    found.map(|(_, _, measure)| measure)
}
