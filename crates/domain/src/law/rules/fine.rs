//! What fine could follow: Art. 101 AI Act.

use jiff::civil::Date;

use super::duty::Duty;
use crate::law::euro::Euro;
use crate::law::facts::Provider;
use crate::law::parameters::Law;
use crate::law::reasons::{Reasons, Rule, Verdict};
use crate::law::truth::Truth;

static FINE: Rule = Rule::of_law("fine", &["art_101__para_1"]);
static ENFORCEMENT: Rule = Rule::of_law("enforcement-applies", &["art_113__subpara_2", "art_113__point_b"]);
static DUTY_ENFORCEABLE: Rule = Rule::of_law("a-duty-is-enforceable", &["art_101__para_1__point_a"]);

pub(super) static RULES: &[&Rule] = &[&FINE, &ENFORCEMENT, &DUTY_ENFORCEABLE];

/// The cases of Art. 101(1)(a) to (d), in each of which the Commission must find intention or negligence;
/// only the first is about the obligations that the reasons weigh.
pub const GROUNDS: [&str; 4] =
    ["art_101__para_1__point_a", "art_101__para_1__point_b", "art_101__para_1__point_c", "art_101__para_1__point_d"];

/// Whether an infringement on the day could be fined, and up to what amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fine {
    /// Whether a fine is possible: the law applies and some obligation can be enforced.
    pub possible: Verdict,
    /// The first day on which a fine for an infringement of a relevant obligation is possible; open while no day is known.
    pub from: Option<Date>,
    /// The most that it could amount to.
    pub ceiling: Ceiling,
}

/// The ceiling of Art. 101(1): a share of turnover or a fixed amount, whichever is higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ceiling {
    /// The share of turnover is higher.
    ShareOfTurnover(Euro),
    /// The fixed amount is higher or equal.
    FixedAmount(Euro),
    /// Turnover is not known: the fixed amount, or more.
    AtLeast(Euro),
}

/// Art. 101 has no lower ceiling for SMEs: the rule of Art. 99(6) is about other fines.
pub fn fine(provider: &Provider, duties: &[Duty], law: &Law, reasons: &mut Reasons) -> Fine {
    let enforceable = duties.iter().map(|duty| duty.is_enforceable(law.as_of)).fold(Truth::No, Truth::or);
    let from = duties.iter().filter(|duty| duty.is_relevant()).filter_map(|duty| duty.enforceable_from).min();
    let possible = reasons.all(&FINE, |reasons| {
        reasons.dated(&ENFORCEMENT, law.enforcement_applies <= law.as_of, Some(law.enforcement_applies));
        reasons.dated(&DUTY_ENFORCEABLE, enforceable, from);
    });
    Fine { possible, from, ceiling: ceiling(provider.worldwide_turnover, law) }
}

fn ceiling(turnover: Option<Euro>, law: &Law) -> Ceiling {
    match turnover.map(|turnover| turnover.percent(law.fine_percent)) {
        None => Ceiling::AtLeast(law.fine_amount),
        Some(share) if share > law.fine_amount => Ceiling::ShareOfTurnover(share),
        Some(_) => Ceiling::FixedAmount(law.fine_amount),
    }
}
