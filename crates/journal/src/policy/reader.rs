//! The lines of a policy, in the order in which they define names and use them.

use std::collections::{BTreeMap, BTreeSet};

use crate::key::{LogKey, WitnessKey};
use crate::tile::parse_decimal;

use super::{KnownLog, KnownWitness, LineFault, Party, Policy, PolicyError};

/// The name that stands for no witness at all.
const NONE: &str = "none";

/// What the lines up to here have defined.
#[derive(Default)]
pub(super) struct Reader {
    logs: Vec<KnownLog>,
    witnesses: Vec<KnownWitness>,
    parties: BTreeMap<String, Party>,
    members: BTreeSet<String>,
    quorum: Option<Party>,
}

impl Reader {
    /// Takes in one line.
    pub(super) fn line(&mut self, line: &str) -> Result<(), LineFault> {
        if line.contains(|letter: char| letter.is_ascii_control() && letter != '\t') {
            return Err(LineFault::Control);
        }
        let words: Vec<&str> = line.split([' ', '\t']).filter(|word| !word.is_empty()).collect();
        match *words {
            [] => Ok(()),
            [first, ..] if first.starts_with('#') => Ok(()),
            ["log", key] => self.log(key, None),
            ["log", key, url] => self.log(key, Some(url)),
            ["witness", name, key] => self.witness(name, key, None),
            ["witness", name, key, url] => self.witness(name, key, Some(url)),
            ["group", name, threshold, ref members @ ..] if !members.is_empty() => self.group(name, threshold, members),
            ["quorum", name] => self.quorum(name),
            _ => Err(LineFault::Form { line: line.to_owned() }),
        }
    }

    fn log(&mut self, key: &str, url: Option<&str>) -> Result<(), LineFault> {
        let key: LogKey = key.parse()?;
        if self.logs.iter().any(|known| known.key.bytes() == key.bytes()) {
            return Err(LineFault::DuplicateKey { name: key.name().to_string() });
        }
        self.logs.push(KnownLog { key, url: url.map(str::to_owned) });
        Ok(())
    }

    fn witness(&mut self, name: &str, key: &str, url: Option<&str>) -> Result<(), LineFault> {
        let key: WitnessKey = key.parse()?;
        if self.witnesses.iter().any(|known| known.key.bytes() == key.bytes()) {
            return Err(LineFault::DuplicateKey { name: key.name().to_string() });
        }
        self.define(name, Party::Witness(key.clone()))?;
        self.witnesses.push(KnownWitness { name: name.to_owned(), key, url: url.map(str::to_owned) });
        Ok(())
    }

    fn group(&mut self, name: &str, threshold: &str, names: &[&str]) -> Result<(), LineFault> {
        let count = match threshold {
            "all" => Some(names.len()),
            "any" => Some(1),
            number => parse_decimal(number).filter(|number| (1..=names.len()).contains(number)),
        };
        let wrong = || LineFault::Threshold { threshold: threshold.to_owned(), members: names.len() };
        let count = count.ok_or_else(wrong)?;
        let mut members = Vec::new();
        for member in names {
            members.push(self.party(member)?);
            if !self.members.insert((*member).to_owned()) {
                return Err(LineFault::MemberTwice { name: (*member).to_owned() });
            }
        }
        self.define(name, Party::Group { threshold: count, members })
    }

    fn quorum(&mut self, name: &str) -> Result<(), LineFault> {
        if self.quorum.is_some() {
            return Err(LineFault::SecondQuorum);
        }
        self.quorum = Some(if name == NONE { Party::Nobody } else { self.party(name)? });
        Ok(())
    }

    fn party(&self, name: &str) -> Result<Party, LineFault> {
        self.parties.get(name).cloned().ok_or_else(|| LineFault::UnknownName { name: name.to_owned() })
    }

    fn define(&mut self, name: &str, party: Party) -> Result<(), LineFault> {
        if name == NONE || self.parties.insert(name.to_owned(), party).is_some() {
            return Err(LineFault::NameTaken { name: name.to_owned() });
        }
        Ok(())
    }
    /// The policy, once all lines are read.
    pub(super) fn finish(self) -> Result<Policy, PolicyError> {
        let quorum = self.quorum.ok_or(PolicyError::NoQuorum)?;
        Ok(Policy { logs: self.logs, witnesses: self.witnesses, quorum })
    }
}
