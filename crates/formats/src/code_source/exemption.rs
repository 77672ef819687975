//! `exempt` and `relief` lines: a ground, for a relief the periods it lifts, and a note.

use adhere_domain::codes::code::{Exemption, Extent, Ground};

use super::attributes::{Refusal, choice, noted, refusal};

const LIFTS: &str = "write `ground lifts name, name — what the code says`, with names of the measure's periods";

/// A ground on which a measure does not bind.
pub(super) fn exemption(value: &str) -> Result<Exemption, Refusal> {
    let exemption = read(value, Extent::Whole)?;
    if exemption.lifts.is_empty() {
        return Ok(exemption);
    }
    let message = "`exempt` lifts the whole measure with all its periods".to_owned();
    Err(refusal(message, "leave out `lifts`, or write `relief` if a part of the measure stays"))
}

/// A ground on which a part of a measure does not bind.
pub(super) fn relief(value: &str) -> Result<Exemption, Refusal> {
    read(value, Extent::Part)
}

fn read(value: &str, extent: Extent) -> Result<Exemption, Refusal> {
    let (head, note) = noted(value);
    let note = note.ok_or_else(|| refusal(format!("`{value}` has no note"), "write `ground — what the code says`"))?;
    // The words of a line stand one space apart.
    let (ground, lifts) = match head.strip_suffix(" lifts").map(|ground| (ground, "")).or(head.split_once(" lifts ")) {
        Some((ground, names)) => (ground, lifted(names)?),
        None => (head, Vec::new()),
    };
    Ok(Exemption { ground: choice(ground, &Ground::ALL)?, extent, lifts, note: note.to_owned() })
}

fn lifted(names: &str) -> Result<Vec<String>, Refusal> {
    let mut lifts: Vec<String> = Vec::new();
    for name in names.split(',').map(str::trim) {
        if name.is_empty() {
            return Err(refusal("the name of a period that is lifted is missing".to_owned(), LIFTS));
        }
        if lifts.iter().any(|known| known == name) {
            return Err(refusal(format!("the period `{name}` is lifted here twice"), "leave one of the two"));
        }
        lifts.push(name.to_owned());
    }
    Ok(lifts)
}
