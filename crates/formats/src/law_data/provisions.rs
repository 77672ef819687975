//! Provisions: `[[provision]]` entries with one gist or several dated versions.

use adhere_domain::law::corpus::{Act, ActText, Corpus, ElementId, End, Provision, Standing, Version};
use jiff::civil::Date;

use crate::diagnostic::Findings;
use crate::toml_reader::{Section, read};

const STANDINGS: [(Standing, &str); 3] =
    [(Standing::OfficialCopy, "official-copy"), (Standing::HandCopy, "hand-copy"), (Standing::Secondary, "secondary")];

/// What versions have when they do not say otherwise.
struct Defaults<'a> {
    in_force: Date,
    published: Date,
    source: &'a str,
    standing: Standing,
}

/// All acts; files about the same act are joined.
pub(super) fn corpus(files: &[(&str, &str)], findings: &mut Findings) -> Corpus {
    let mut corpus = Corpus::default();
    for (file, text) in files {
        let (act, found) = read(file, text, |root, _| act_text(root));
        findings.absorb(found);
        let Some(act) = act else { continue };
        match corpus.acts.iter_mut().find(|known| known.act.celex == act.act.celex) {
            Some(known) => known.provisions.extend(act.provisions),
            None => corpus.acts.push(act),
        }
    }
    corpus
}

fn act_text(root: &Section<'_>) -> Option<ActText> {
    let section = root.required_section("act")?;
    let text = |key| section.required_text(key).map(str::to_owned);
    let act = Act { celex: text("celex")?, name: text("name")?, title: text("title")?, eli: text("eli")? };
    let defaults = Defaults {
        in_force: section.required_date("in-force")?,
        published: section.required_date("published")?,
        source: section.required_text("source")?,
        standing: section.required_choice("sure", &STANDINGS)?,
    };
    section.refuse_unknown();
    let mut provisions = std::collections::BTreeMap::new();
    for section in root.sections("provision") {
        let Some(provision) = provision(&section, &defaults) else { continue };
        if provisions.contains_key(&provision.id) {
            section.refuse("id", format!("`{}` occurs twice", provision.id), "give each provision once");
        }
        provisions.insert(provision.id.clone(), provision);
    }
    Some(ActText { act, provisions })
}

fn provision(section: &Section<'_>, defaults: &Defaults<'_>) -> Option<Provision> {
    let id = section.required_text("id")?;
    let parsed = ElementId::parse(id);
    if parsed.is_none() {
        section.refuse("id", format!("`{id}` is not an element id"), "letters, digits and underscores");
    }
    let versions = if section.has("gist") {
        vec![version(section, defaults, defaults.in_force)?]
    } else {
        let sections = section.sections("version");
        let versions = sections.iter().filter_map(|version_section| {
            let from = version_section.required_date("from")?;
            version(version_section, defaults, from)
        });
        let mut versions: Vec<_> = versions.collect();
        sections.iter().for_each(Section::refuse_unknown);
        known_ends(section, &mut versions);
        versions
    };
    let provision = Provision {
        id: parsed?,
        anchor: section.text("anchor").map(str::to_owned),
        cite: section.required_text("cite")?.to_owned(),
        applies: section.date("applies"),
        versions,
    };
    section.refuse_unknown();
    Some(provision)
}

fn version(section: &Section<'_>, defaults: &Defaults<'_>, from: Date) -> Option<Version> {
    let standing = if section.has("sure") { section.choice("sure", &STANDINGS)? } else { defaults.standing };
    let published = section.date("published").unwrap_or(defaults.published);
    let end_published = section.date("until-published");
    let until = section.date("until");
    Some(Version {
        from,
        // Until the versions are put side by side, an end counts as known with the version itself.
        end: until.map(|until| End { until, published: end_published.unwrap_or(published) }),
        published,
        amended_by: section.text("amended-by").map(str::to_owned),
        source: section.text("source").unwrap_or(defaults.source).to_owned(),
        standing,
        gist: section.required_text("gist")?.to_owned(),
    })
}

/// An end is known with what follows; a version that nothing follows must say when its end was published.
fn known_ends(section: &Section<'_>, versions: &mut [Version]) {
    if !versions.is_sorted_by(|a, b| a.from < b.from) {
        section.refuse("version", "versions are not in ascending order".to_owned(), "put the oldest first");
    }
    let follows: Vec<(Date, Date)> = versions.iter().map(|version| (version.from, version.published)).collect();
    for version in versions {
        let Some(end) = &mut version.end else { continue };
        if let Some((_, published)) = follows.iter().find(|(from, _)| *from == end.until) {
            end.published = *published;
        } else if end.published == version.published {
            let message = "a version ends and nothing says when that was published".to_owned();
            section.refuse("version", message, "add `until-published = …`");
        }
    }
}
