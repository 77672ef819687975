//! Printing a package as it stands, for people and for machines.

use adhere_actions::packages::{Answered, Kept, Shown, show_packages};
use adhere_store::event::Reason;
use adhere_store::projection::package::Direction;
use serde_json::{Value, json};

use crate::cli::acting::Instance;
use crate::cli::named::AnswerFormat;
use crate::cli::store::arguments::Place;
use crate::cli::store::say;
use crate::cli::{CommandError, Exit, witness};
use crate::words::Words;

/// Who looks: nothing is recorded.
const NOBODY: &str = "adhere";

pub(super) fn show(place: &Place, id: &str, format: AnswerFormat) -> Result<Exit, CommandError> {
    let instance = Instance::open(place)?;
    // Without a policy nothing can be verified, and the rest is shown all the same.
    let policy = witness::known(&instance.store).ok();
    let found = show_packages(&instance.context_of(NOBODY), policy.as_ref(), id)?;
    let words = Words::english()?;
    if found.is_empty() {
        return Err(anyhow::anyhow!("{}", words.text("package-none")).into());
    }
    let lines = found.iter().flat_map(|shown| match format {
        AnswerFormat::Text => text(shown, &words),
        AnswerFormat::Json => vec![object(shown).to_string()],
    });
    say(&lines.collect::<Vec<_>>())?;
    Ok(Exit::Done)
}

fn text(shown: &Shown, words: &Words) -> Vec<String> {
    let package = &shown.package;
    let key = match package.direction {
        Direction::Sent => "package-shown-sent",
        Direction::Received => "package-shown-received",
    };
    let values = [
        ("package", package.id.clone().into()),
        ("kind", package.kind.name().into()),
        ("about", package.about.clone().into()),
        ("side", package.counterpart.to_string().into()),
        ("at", package.recorded_at.to_string().into()),
        ("entry", package.entry_id.into()),
    ];
    let mut lines = vec![words.with(key, &values)];
    match (&shown.kept, &package.reason) {
        (Some(kept), _) => lines.extend(kept_lines(kept, words)),
        (None, Some(reason)) => lines.push(words.with("package-shown-refused", &[("code", reason.clone().into())])),
        (None, None) => {}
    }
    if package.direction == Direction::Sent && shown.answers.is_empty() {
        lines.push(words.text("package-shown-unanswered"));
    }
    lines.extend(shown.answers.iter().map(|answer| answered(answer, words)));
    lines
}

fn kept_lines(kept: &Kept, words: &Words) -> Vec<String> {
    let mut lines = vec![words.with("package-shown-key", &[("key", kept.key.clone().into())])];
    lines.push(match &kept.verified {
        Some(Ok(())) => words.text("package-shown-verified"),
        Some(Err(reason)) => words.with("package-shown-unverified", &told(reason)),
        None => words.text("package-shown-not-verified"),
    });
    for place in &kept.hidden {
        lines.push(words.with("package-shown-hidden", &[("place", place.to_string().into())]));
    }
    for (place, most) in &kept.withheld {
        let values = [("place", place.to_string().into()), ("most", (*most as u64).into())];
        lines.push(words.with("package-shown-withheld", &values));
    }
    let body = kept.claims.get("body").cloned().unwrap_or_default();
    lines.push(words.text("package-shown-body"));
    lines.extend(format!("{body:#}").lines().map(|line| format!("  {line}")));
    lines
}

fn told(reason: &Reason) -> [(&'static str, fluent_bundle::FluentValue<'static>); 2] {
    [("code", reason.code.clone().into()), ("reason", reason.reason.clone().into())]
}

fn answered(answer: &Answered, words: &Words) -> String {
    let mut values = vec![("at", answer.at.to_string().into()), ("entry", answer.entry_id.into())];
    match &answer.refused {
        None if answer.is_receipt => words.with("package-shown-arrived", &values),
        None => words.with("package-shown-accepted", &values),
        Some(reason) => {
            values.extend(told(reason));
            words.with("package-shown-answer-refused", &values)
        }
    }
}

fn object(shown: &Shown) -> Value {
    let package = &shown.package;
    let reason = |reason: &Reason| json!({ "code": reason.code, "reason": reason.reason });
    let kept = shown.kept.as_ref().map(|kept| {
        let verified = kept.verified.as_ref().map(|verified| match verified {
            Ok(()) => json!({ "holds": true }),
            Err(refused) => json!({ "holds": false, "refused": reason(refused) }),
        });
        json!({
            "key": kept.key,
            "claims": kept.claims,
            "hidden": kept.hidden.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "withheld": kept.withheld.iter().map(|(at, most)| (at.to_string(), *most)).collect::<std::collections::BTreeMap<_, _>>(),
            "verified": verified,
        })
    });
    let answers = shown.answers.iter().map(|answer| {
        let refused = answer.refused.as_ref().map(reason);
        json!({
            "entry": answer.entry_id,
            "at": answer.at.to_string(),
            "receipt": answer.is_receipt,
            "refused": refused,
        })
    });
    json!({
        "package": package.id,
        "direction": package.direction.id(),
        "kind": package.kind.name(),
        "about": package.about,
        "counterpart": package.counterpart.as_str(),
        "state": package.state,
        "reason": package.reason,
        "sha256": package.digest.map(|digest| digest.to_string()),
        "recorded_at": package.recorded_at.to_string(),
        "entry": package.entry_id,
        "kept": kept,
        "answers": answers.collect::<Vec<_>>(),
    })
}
