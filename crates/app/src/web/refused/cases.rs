//! Why something is not recorded of a case, by key.

use adhere_domain::cases::matter::CaseKind;
use adhere_domain::cases::refusal::CaseRefusal;
use adhere_domain::cases::step::StepKind;

use crate::web::said::Said;

/// What is told of a refusal.
pub(super) fn case(refusal: &CaseRefusal) -> Said {
    match refusal {
        CaseRefusal::Unknown { provider, id } => Said::new("refused-no-case").of("provider", provider).of("id", id),
        CaseRefusal::Taken(id) => Said::new("refused-case-taken").of("id", id),
        CaseRefusal::NotInCode { code, version, kind } => {
            Said::new("refused-not-in-code").of("code", code).of("version", version).word("kind", kind_key(*kind))
        }
        CaseRefusal::NoHarm => Said::new("refused-no-harm"),
        CaseRefusal::OtherStep { kind, step } => {
            Said::new("refused-other-step").word("kind", kind_key(*kind)).word("step", step_key(*step))
        }
        CaseRefusal::DoneAlready { step, at } => {
            Said::new("refused-step-done").word("step", step_key(*step)).moment("at", *at)
        }
        CaseRefusal::NotYet { step, first } => {
            Said::new("refused-step-not-yet").word("step", step_key(*step)).word("first", step_key(*first))
        }
        CaseRefusal::TooEarly { at, earliest } => {
            Said::new("refused-too-early").moment("at", *at).moment("earliest", *earliest)
        }
        CaseRefusal::Ahead { at } => Said::new("refused-ahead").moment("at", *at),
        CaseRefusal::Closed(id) => Said::new("refused-case-closed").of("id", id),
        CaseRefusal::IsOpen(id) => Said::new("refused-case-open").of("id", id),
        CaseRefusal::DoesNotAdhere(id) => Said::new("refused-does-not-adhere").of("id", id),
    }
}

fn kind_key(kind: CaseKind) -> String {
    format!("case-kind-{}", kind.id())
}

fn step_key(step: StepKind) -> String {
    format!("case-step-{}", step.id())
}
