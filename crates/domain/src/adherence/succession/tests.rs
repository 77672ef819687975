use super::Comparison;
use crate::adherence::fixtures::{chapters, code, part};
use crate::adherence::record::Scope;
use crate::codes::code::Code;
use crate::codes::lineage::{Descent, Fate, Lineage};

/// The next version, with this much of the measure `S.M1` changed.
fn next(edit: impl FnOnce(&mut Code)) -> Code {
    let mut next = Code { version: part("2"), ..code() };
    edit(&mut next);
    next
}

fn lineage(fate: Fate) -> Vec<Lineage> {
    let parts = vec![Descent { id: part("S.M1"), fate, note: None }];
    vec![Lineage { from: part("1"), source: String::new(), parts }]
}

/// Whether adherence passes, and what stands in its way.
fn check(scope: &Scope, next: &Code, passes: bool, changed: &[&str]) {
    let old = code();
    let succeeding = Comparison::new(&old, next).succession(scope);
    assert_eq!(succeeding.passes, passes, "{:?}", succeeding.changed);
    assert_eq!(succeeding.changed, changed.iter().map(|id| part(id)).collect::<Vec<_>>());
}

#[test]
fn adherence_passes_where_nothing_material_changed() {
    check(&Scope::Full, &next(|_| {}), true, &[]);
    let renumbered = next(|next| {
        next.chapters[2].commitments[0].measures[0].id = part("S.M9");
        next.lineages = lineage(Fate::Became(vec![part("S.M9")]));
    });
    check(&Scope::Full, &renumbered, true, &[]);
    let dropped = next(|next| {
        next.chapters[2].commitments[0].measures.remove(0);
        next.lineages = lineage(Fate::Dropped("no longer needed".to_owned()));
    });
    check(&Scope::Full, &dropped, true, &[]);
}

#[test]
fn another_wording_stands_in_the_way_of_those_whose_scope_includes_it() {
    let reworded = next(|next| next.chapters[2].commitments[0].measures[0].summary = "Asks for more.".to_owned());
    check(&Scope::Full, &reworded, false, &["S.M1"]);
    check(&chapters(&["S"]), &reworded, false, &["S.M1"]);
    check(&chapters(&["T", "C"]), &reworded, true, &[]);
    check(&Scope::Article53, &reworded, true, &[]);
}

#[test]
fn what_is_lost_new_or_not_comparable_stands_in_the_way() {
    let lost = next(|next| {
        next.chapters[2].commitments[0].measures.remove(0);
    });
    check(&Scope::Full, &lost, false, &["S.M1"]);
    let new = next(|next| {
        let mut measure = next.chapters[0].commitments[0].measures[0].clone();
        measure.id = part("T.M2");
        next.chapters[0].commitments[0].measures.push(measure);
    });
    check(&Scope::Article53, &new, false, &["T.M2"]);
    check(&chapters(&["S"]), &new, true, &[]);
    let full_text = next(|next| next.text = crate::codes::code::TextKind::Full);
    check(&Scope::Full, &full_text, false, &[]);
    let renamed = next(|next| next.chapters[2].id = part("X"));
    check(&chapters(&["S"]), &renamed, false, &[]);
}
