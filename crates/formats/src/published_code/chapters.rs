//! The chapters of a published code: which sections belong together, under which title, and whom they bind.

use std::collections::BTreeSet;

use adhere_domain::codes::code::Addressee;
use adhere_domain::codes::id::PartId;

use super::section::{Division, PublishedCode, SectionKind};

/// A chapter that has commitments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedChapter {
    /// The initial of its title, or its number where that is taken.
    pub id: PartId,
    /// Its title, without `Chapter` or `Section`.
    pub title: String,
    /// The indices of its sections.
    pub sections: Vec<usize>,
}

/// Sections under one chapter's heading, before it is known whether there are commitments among them.
struct Group {
    key: String,
    title: String,
    sections: Vec<usize>,
}

/// All chapters with commitments, in the order in which their commitments begin.
pub fn chapters(code: &PublishedCode) -> Vec<PublishedChapter> {
    let groups = groups(code);
    let is_commitment = |index: &usize| {
        code.sections.get(*index).is_some_and(|section| matches!(section.kind, SectionKind::Commitment(_)))
    };
    let mut with: Vec<(usize, Group)> = groups
        .into_iter()
        .filter_map(|group| Some((group.sections.iter().copied().find(is_commitment)?, group)))
        .collect();
    with.sort_by_key(|(first, _)| *first);
    let mut taken = BTreeSet::new();
    let chapter = |(number, (_, group)): (usize, (usize, Group))| {
        let initial = group.title.chars().next().filter(char::is_ascii_alphabetic);
        let initial = initial.map(|letter| letter.to_ascii_uppercase().to_string());
        let id = initial.filter(|id| taken.insert(id.clone())).unwrap_or_else(|| format!("Ch{}", number + 1));
        Some(PublishedChapter { id: PartId::parse(&id)?, title: group.title, sections: group.sections })
    };
    with.into_iter().enumerate().filter_map(chapter).collect()
}

fn groups(code: &PublishedCode) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut keys = std::collections::BTreeMap::new();
    let mut current = None;
    let mut file = None;
    for (index, section) in code.sections.iter().enumerate() {
        if file != Some(section.file) {
            file = Some(section.file);
            current = None;
        }
        let named = match &section.kind {
            SectionKind::Title(division) | SectionKind::Division(division) => division.chapter.as_ref(),
            _ => None,
        };
        let group = match (named, current) {
            (None, Some(group)) => group,
            (named, _) => {
                // A file whose headings name no chapter is one, under its own name.
                let name = code.files.get(section.file).map_or("", |file| file_stem(&file.name));
                let key = named.map_or_else(|| format!("{} {name}", section.file), Clone::clone);
                *keys.entry(key.clone()).or_insert_with(|| {
                    let title = if named.is_some() { chapter_title(&section.title) } else { name.to_owned() };
                    groups.push(Group { key, title, sections: Vec::new() });
                    groups.len() - 1
                })
            }
        };
        current = Some(group);
        if let Some(group) = groups.get_mut(group) {
            group.sections.push(index);
        }
    }
    groups.retain(|group| !group.key.is_empty());
    groups
}

fn file_stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.split_once('.').map_or(name, |(stem, _)| stem)
}

/// `Code of Practice … — Copyright Chapter` and `Part III: Copyright Chapter -- Detailed Measures` are `Copyright`.
fn chapter_title(heading: &str) -> String {
    let own = heading.rsplit_once(['—', '–']).map_or(heading, |(_, own)| own);
    let own = own.split(" -- ").next().unwrap_or(own);
    let own = own.split_once(": ").filter(|(part, _)| part.starts_with("Part ")).map_or(own, |(_, own)| own);
    let words = own.split_whitespace().filter(|word| !["section", "chapter"].contains(&word.to_lowercase().as_str()));
    words.collect::<Vec<_>>().join(" ")
}

/// Whom the parts of a code bind, as far as its headings say so.
#[derive(Clone, Debug, Default)]
pub struct Addressees {
    by_numeral: Vec<(String, Addressee)>,
    by_section: Vec<Option<Addressee>>,
}

impl Addressees {
    /// Reads them off the headings: `II. Commitments by Providers of … with Systemic Risk`.
    pub fn of(code: &PublishedCode) -> Self {
        let mut addressees = Self::default();
        let mut current = None;
        let mut file = None;
        for section in &code.sections {
            if file != Some(section.file) {
                (file, current) = (Some(section.file), None);
            }
            if let SectionKind::Division(division) | SectionKind::Title(division) = &section.kind {
                current = addressee(division).or_else(|| current.filter(|_| division.chapter.is_none()));
                if let (Some(numeral), Some(addressee)) = (&division.numeral, current) {
                    addressees.by_numeral.push((numeral.clone(), addressee));
                }
            }
            addressees.by_section.push(current);
        }
        addressees
    }

    /// Whom a commitment binds, by the heading above it or by the numeral of its part.
    pub fn commitment(&self, index: usize, number: &str) -> Option<Addressee> {
        let numeral = number.split('.').next().unwrap_or_default();
        let part = || self.by_numeral.iter().find(|(known, _)| known == numeral).map(|(_, addressee)| *addressee);
        self.by_section.get(index).copied().flatten().or_else(part)
    }
}

fn addressee(division: &Division) -> Option<Addressee> {
    let of = |systemic| if systemic { Addressee::SystemicRisk } else { Addressee::GeneralPurpose };
    division.systemic_risk.map(of)
}

/// The id that a commitment or a measure gets by its number: `S.C9` where numbers begin anew in each chapter, `C.II.9`
/// where they run through the code.
pub fn part_id(chapter: &PartId, letter: char, number: &str) -> Option<PartId> {
    let runs_through = number.starts_with(|first: char| first.is_ascii_alphabetic());
    PartId::parse(&if runs_through { format!("{letter}.{number}") } else { format!("{chapter}.{letter}{number}") })
}
