//! Facts for a register: who is listed by which source as a signatory of a code, and who as none, with the days on which
//! the sources said so. `docs/reference/register-facts.md` describes the form.

use std::collections::{BTreeMap, BTreeSet};

use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Listed, Listing};
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;

use crate::code_source::manifest::{format_version, part_id};
use crate::diagnostic::Findings;
use crate::toml_reader::{Section, read};

/// Facts about one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterFacts {
    /// The code.
    pub code: PartId,
    /// Who is listed, in the order of the file.
    pub organisations: Vec<ListedOrganisation>,
}

/// An organisation with what sources say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedOrganisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: NonEmptyText,
    /// What sources say.
    pub listings: Vec<Listing>,
}

/// Parses facts; nothing when any finding is an error.
pub fn register_facts(file: &str, text: &str) -> (Option<RegisterFacts>, Findings) {
    read(file, text, |root, _| {
        format_version(root);
        let code = part_id(root, "code");
        let sources = sources(root);
        let mut ids = BTreeSet::new();
        let sections = root.sections("organisation");
        let read = sections.iter().map(|section| organisation(section, code.as_ref(), &sources, &mut ids));
        let organisations = read.collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()?;
        Some(RegisterFacts { code: code?, organisations })
    })
}

/// The sources by their ids: title and address in one text, as listings name them.
fn sources(root: &Section<'_>) -> BTreeMap<PartId, NonEmptyText> {
    let mut sources = BTreeMap::new();
    for section in root.sections("source") {
        let id = part_id(&section, "id");
        let title = section.required_words("title");
        let url = section.text("url");
        section.refuse_unknown();
        let (Some(id), Some(title)) = (id, title) else { continue };
        let text = url.map_or_else(|| title.to_owned(), |url| format!("{title}, {url}"));
        let Some(text) = NonEmptyText::parse(&text) else { continue };
        if sources.insert(id.clone(), text).is_some() {
            section.refuse("id", format!("`{id}` is another source already"), "give each source an id of its own");
        }
    }
    sources
}

fn organisation(
    section: &Section<'_>,
    code: Option<&PartId>,
    sources: &BTreeMap<PartId, NonEmptyText>,
    ids: &mut BTreeSet<OrganisationId>,
) -> Option<ListedOrganisation> {
    let id = part_id(section, "id").and_then(|id| OrganisationId::parse(id.as_str()));
    let name = section.required_line("name").and_then(NonEmptyText::parse);
    let listed = section.sections("listed");
    section.refuse_unknown();
    let id = id?;
    if !ids.insert(id.clone()) {
        section.refuse("id", format!("`{id}` is another organisation already"), "write all about it in one place");
    }
    if listed.is_empty() {
        let hint = "list at least one `{ source, as-of, scope }`";
        section.refuse("listed", format!("nothing is said of `{id}`"), hint);
    }
    let listings = listed.iter().map(|section| listing(section, &id, code?, sources)).collect::<Vec<_>>();
    Some(ListedOrganisation { name: name?, listings: listings.into_iter().collect::<Option<Vec<_>>>()?, id })
}

fn listing(
    section: &Section<'_>,
    provider: &OrganisationId,
    code: &PartId,
    sources: &BTreeMap<PartId, NonEmptyText>,
) -> Option<Listing> {
    let source = part_id(section, "source");
    let as_of = section.required_date("as-of");
    let since = section.date("since");
    let listed = listed(section);
    let note = section.words("note").and_then(NonEmptyText::parse);
    section.refuse_unknown();
    let source = source?;
    let Some(text) = sources.get(&source) else {
        section.refuse("source", format!("there is no source `{source}`"), "add a table `[[source]]` with this id");
        return None;
    };
    let (provider, code, source) = (provider.clone(), code.clone(), text.clone());
    Some(Listing { provider, code, listed: listed?, source, as_of: as_of?, since, note })
}

/// Whole, limited to Art. 53, some chapters, or not at all.
fn listed(section: &Section<'_>) -> Option<Listed> {
    if section.value("scope").is_some_and(|value| value.get_ref().is_array()) {
        let texts = section.texts("scope")?;
        let chapters: Option<BTreeSet<PartId>> = texts.iter().map(|text| PartId::parse(text)).collect();
        let chapters = chapters.filter(|chapters| !chapters.is_empty());
        if chapters.is_none() {
            section.refuse("scope", "these are not ids of chapters".to_owned(), "a list such as [\"S\"]");
        }
        return chapters.map(|chapters| Listed::Signatory(Scope::Chapters(chapters)));
    }
    match section.required_text("scope")? {
        "full" => Some(Listed::Signatory(Scope::Full)),
        "art-53" => Some(Listed::Signatory(Scope::Article53)),
        "none" => Some(Listed::NotSignatory),
        other => {
            let hint = "\"full\", \"art-53\", \"none\", or a list of chapter ids such as [\"S\"]";
            section.refuse("scope", format!("`{other}` is not a scope"), hint);
            None
        }
    }
}

#[cfg(test)]
mod tests;
