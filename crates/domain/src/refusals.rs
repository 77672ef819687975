//! All rules by which something is not recorded.

use crate::adherence::{comments, invitations, register, statements};
use crate::cases;
use crate::codes::publication;
use crate::evidence::{approval, archive};
use crate::law::reasons::Rule;
use crate::parties;

/// The rules, from parties to cases.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let lists = [
        parties::refusal::RULES,
        publication::RULES,
        register::refusal::RULES,
        statements::RULES,
        comments::RULES,
        invitations::RULES,
        archive::RULES,
        approval::RULES,
        cases::refusal::RULES,
    ];
    lists.into_iter().flatten().copied()
}
