//! Obligations, ways to comply and fines as JSON.

use adhere_domain::law::obligation::{Obligation, Obligations};
use adhere_domain::law::parameters::Law;
use adhere_domain::law::reasons::Reasons;
use adhere_domain::law::rules::duty::Duty;
use adhere_domain::law::rules::fine::{Ceiling, Fine, GROUNDS};
use adhere_domain::law::rules::pathway::Pathway;
use schemars::JsonSchema;
use serde::Serialize;

use super::reason::{VerdictWire, verdict};

/// An obligation.
#[derive(Serialize, JsonSchema)]
pub(super) struct DutyWire {
    /// Element id of the provision that lays it down.
    provision: &'static str,
    /// `binds`, `ahead`, `does-not-bind` or `open`.
    status: &'static str,
    /// Whether it is addressed to this provider of this model, whatever the day.
    addressed: &'static str,
    /// The first day on which it binds if it is addressed, if that day is known.
    from: Option<String>,
    /// The first day on which the Commission can enforce it, by the same token.
    enforceable_from: Option<String>,
    /// Whether it binds on the day, and why.
    binds: VerdictWire,
}

/// A way to show compliance.
#[derive(Serialize, JsonSchema)]
pub(super) struct WayWire {
    /// Which way.
    kind: &'static str,
    /// What it is worth in the law's own terms.
    worth: &'static str,
    /// `open`, `on-adhering` (it would be open on adhering or conforming) or `closed`.
    state: &'static str,
    /// Element ids of the obligations for which it is or would be a way.
    covers: Vec<&'static str>,
    /// Whether it is open on the day, and why.
    open: VerdictWire,
}

/// What fine could follow.
#[derive(Serialize, JsonSchema)]
pub(super) struct FineWire {
    /// The first day on which a fine is possible, if it is known.
    from: Option<String>,
    /// How the ceiling comes about: `share-of-turnover`, `fixed-amount` or `at-least` (turnover is not known).
    ceiling_by: &'static str,
    /// The ceiling in euro.
    ceiling: String,
    /// The cases in which the Commission may fine, each if the provider acted intentionally or negligently, which is
    /// for the Commission to find: element ids.
    grounds: [&'static str; 4],
    /// Whether a fine is possible on the day, and why.
    possible: VerdictWire,
}

pub(super) fn duty(duty: &Duty, reasons: &Reasons, law: &Law) -> DutyWire {
    DutyWire {
        provision: duty.obligation.element(),
        status: duty.status(law).id(),
        addressed: duty.addressed.id(),
        from: duty.from.map(|date| date.to_string()),
        enforceable_from: duty.enforceable_from.map(|date| date.to_string()),
        binds: verdict(reasons, duty.binds),
    }
}

pub(super) fn way(way: &Pathway, reasons: &Reasons) -> WayWire {
    WayWire {
        kind: way.kind.id(),
        worth: way.kind.worth().id(),
        state: way.state().id(),
        covers: elements(way.covers),
        open: verdict(reasons, way.open),
    }
}

pub(super) fn fine(fine: &Fine, reasons: &Reasons) -> FineWire {
    let (ceiling_by, ceiling) = match fine.ceiling {
        Ceiling::ShareOfTurnover(amount) => ("share-of-turnover", amount),
        Ceiling::FixedAmount(amount) => ("fixed-amount", amount),
        Ceiling::AtLeast(amount) => ("at-least", amount),
    };
    FineWire {
        from: fine.from.map(|date| date.to_string()),
        ceiling_by,
        ceiling: ceiling.plain(),
        grounds: GROUNDS,
        possible: verdict(reasons, fine.possible),
    }
}

/// The element ids of a set of obligations, in the order of the law.
pub(super) fn elements(obligations: Obligations) -> Vec<&'static str> {
    obligations.iter().map(Obligation::element).collect()
}
