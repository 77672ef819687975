//! Verdicts as text for people and as JSON for programs.

use adhere_journal::verify::Verdict;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::words::Words;

/// The name of the JSON form and its version.
const FORMAT: &str = "adhere-verification/1";

/// For people.
pub(crate) fn text(verdicts: &[Verdict], words: &Words) -> Result<String, Failure> {
    let mut lines = Vec::new();
    for verdict in verdicts {
        let verdict = object(verdict)?;
        let kind = format!("kind.{}", text_of(&verdict, "kind"));
        lines.push(format!("{}: {}", printable(text_of(&verdict, "name")), words.say(&kind, &verdict)?));
        if let Some(refusal) = verdict.get("refusal") {
            lines.push(format!("  {}", printable(&words.say("refused", refusal)?)));
        }
        for (list, heading) in [("proven", "proven"), ("open", "open")] {
            let Some(Value::Array(items)) = verdict.get(list) else { continue };
            if !items.is_empty() {
                lines.push(format!("  {}", words.say(heading, &verdict)?));
            }
            for item in items {
                let key = item.as_str().map(|gap| format!("gap.{gap}"));
                let key = key.unwrap_or_else(|| format!("fact.{}", text_of(item, "fact")));
                lines.push(format!("  - {}", printable(&words.say(&key, item)?)));
            }
        }
    }
    Ok(lines.join("\n") + "\n")
}

/// For programs.
pub(crate) fn json(verdicts: &[Verdict], as_of: Timestamp) -> Result<String, Failure> {
    let files = verdicts.iter().map(object).collect::<Result<Vec<_>, _>>()?;
    let all = json!({ "format": FORMAT, "as_of": as_of.to_string(), "files": files });
    Ok(serde_json::to_string_pretty(&all)? + "\n")
}

fn object(verdict: &Verdict) -> Result<Value, Failure> {
    let (name, kind) = (&verdict.name, serde_json::to_value(verdict.kind)?);
    Ok(match &verdict.outcome {
        Ok(findings) => json!({ "name": name, "kind": kind, "proven": findings.proven, "open": findings.open }),
        Err(refusal) => {
            let refusal = json!({ "code": refusal.code(), "reason": refusal.to_string() });
            json!({ "name": name, "kind": kind, "refusal": refusal })
        }
    })
}

fn text_of<'a>(object: &'a Value, member: &str) -> &'a str {
    object.get(member).and_then(Value::as_str).unwrap_or_default()
}

/// What files say cannot move the cursor of whoever reads about them, nor add lines of its own.
fn printable(text: &str) -> String {
    let is_hidden = |letter: &char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|letter| if is_hidden(&letter) { '\u{fffd}' } else { letter }).collect()
}
