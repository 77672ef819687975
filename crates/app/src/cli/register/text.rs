//! A register for people: one block for each provider.

use std::fmt::Write as _;

use adhere_actions::register::RegisterRead;
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Listed, Listing};
use adhere_domain::adherence::register::standing::{DeclaredStanding, ProviderStanding};

use crate::report::listed::source_in_words;
use crate::words::Words;

/// The register, and what was recorded of the one provider that is shown.
pub(super) fn text(read: &RegisterRead, history: &[String], words: &Words) -> String {
    let mut text = String::new();
    let values = [("as-of", read.as_of.to_string().into()), ("known-at", read.known_at.to_string().into())];
    let _ = writeln!(text, "{}", words.with("register-head", &values));
    if read.standing.is_empty() {
        let _ = writeln!(text, "\n{}", words.text("register-empty"));
    }
    for ((organisation, code), standing) in &read.standing {
        let name = read.organisations.get(organisation).map_or(organisation.as_str(), |known| known.name.as_str());
        let values = [
            ("name", name.to_owned().into()),
            ("id", organisation.to_string().into()),
            ("code", code.to_string().into()),
        ];
        let _ = writeln!(text, "\n{}", words.with("register-provider", &values));
        for line in lines(standing, words) {
            let _ = writeln!(text, "  {line}");
        }
    }
    if !history.is_empty() {
        let _ = writeln!(text, "\n{}", words.text("register-history"));
        for line in history {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

fn lines(standing: &ProviderStanding, words: &Words) -> Vec<String> {
    let declared = standing.declared.iter().map(|it| declared(it, words));
    let interested = standing.interested.then(|| words.text("register-interested"));
    let listed = standing.listed.values().map(|it| listed(it, words));
    declared.chain(interested).chain(listed).collect()
}

fn declared(declared: &DeclaredStanding, words: &Words) -> String {
    let mut line = words.with(
        "register-declared",
        &[
            ("id", declared.id.to_string().into()),
            ("version", declared.terms.version.to_string().into()),
            ("scope", scope(&declared.terms.scope, words).into()),
            ("since", declared.since.to_string().into()),
        ],
    );
    let mut add = |key: &str, name: &'static str, value: String| {
        line.push_str(&words.with(key, &[(name, value.into())]));
    };
    if let Some(models) = &declared.terms.models {
        add("register-models", "models", models.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    }
    if declared.terms_since != declared.since {
        add("register-terms-since", "since", declared.terms_since.to_string());
    }
    if let Some(until) = declared.until {
        add("register-until", "until", until.to_string());
    }
    line
}

fn listed(listing: &Listing, words: &Words) -> String {
    let values = [
        ("source", source_in_words(&listing.source, words).into()),
        ("as-of", listing.as_of.to_string().into()),
        (
            "scope",
            match &listing.listed {
                Listed::Signatory(of) => scope(of, words),
                Listed::NotSignatory => String::new(),
            }
            .into(),
        ),
    ];
    let mut line = match &listing.listed {
        Listed::Signatory(_) => words.with("register-listed", &values),
        Listed::NotSignatory => words.with("register-not-listed", &values),
    };
    if let Some(since) = listing.since {
        line.push_str(&words.with("register-listed-since", &[("since", since.to_string().into())]));
    }
    if let Some(note) = &listing.note {
        line.push_str(&words.with("register-note", &[("note", note.to_string().into())]));
    }
    line
}

fn scope(scope: &Scope, words: &Words) -> String {
    match scope {
        Scope::Full => words.text("register-scope-full"),
        Scope::Article53 => words.text("register-scope-article"),
        Scope::Chapters(chapters) => {
            let chapters = chapters.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            words.with("register-scope-chapters", &[("chapters", chapters.into())])
        }
    }
}
