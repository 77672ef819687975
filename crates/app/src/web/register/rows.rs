//! Where providers stand, ready to print: one line for each thing that is said.

use adhere_actions::register::RegisterRead;
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Listed, Listing};
use adhere_domain::adherence::register::standing::{DeclaredStanding, ProviderStanding};
use jiff::civil::Date;

use crate::report::listed::source_in_words;
use crate::web::frame::Frame;
use crate::words::Words;

/// A provider and a code, ready to print.
pub(super) struct ProviderView {
    pub(super) url: String,
    pub(super) name: String,
    pub(super) code: String,
    pub(super) code_url: String,
    pub(super) lines: Vec<LineView>,
}

/// One thing that is said of where a provider stands.
pub(super) struct LineView {
    /// `declared`, `listed`, `denied` or `interest`.
    pub(super) basis: &'static str,
    /// Who says so.
    pub(super) says: String,
    pub(super) scope: String,
    pub(super) since: Option<Date>,
    /// Until when, in words.
    pub(super) until: Option<String>,
    /// The models by name; empty for all.
    pub(super) models: String,
    pub(super) source: Option<String>,
    pub(super) note: Option<String>,
}

/// Providers of a register as it was read.
pub(super) fn provider_views(read: &RegisterRead, frame: &Frame<'_>) -> Vec<ProviderView> {
    let to = frame.to;
    let view = |((organisation, code), standing): (&(_, _), &ProviderStanding)| ProviderView {
        url: to.organisation(organisation),
        name: read.organisations.get(organisation).map_or_else(|| organisation.to_string(), |it| it.name.to_string()),
        code: format!("{code}"),
        code_url: to.code(&format!("{code}")),
        lines: lines(standing, frame),
    };
    read.standing.iter().map(view).collect()
}

fn lines(standing: &ProviderStanding, frame: &Frame<'_>) -> Vec<LineView> {
    let words = frame.words;
    let declared = standing.declared.iter().map(|it| declared(it, frame));
    let interested = standing.interested.then(|| LineView {
        basis: "interest",
        says: words.text("web-register-interest"),
        scope: String::new(),
        since: None,
        until: None,
        models: String::new(),
        source: None,
        note: None,
    });
    let listed = standing.listed.values().map(|it| listed(it, words));
    declared.chain(interested).chain(listed).collect()
}

fn declared(declared: &DeclaredStanding, frame: &Frame<'_>) -> LineView {
    let words = frame.words;
    let models = declared.terms.models.as_ref();
    LineView {
        basis: "declared",
        says: words.with("web-register-declared", &[("version", declared.terms.version.to_string().into())]),
        scope: scope(&declared.terms.scope, words),
        since: Some(declared.since),
        until: declared.until.map(|until| frame.until(until)),
        models: models
            .map_or_else(String::new, |models| models.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        source: None,
        note: None,
    }
}

fn listed(listing: &Listing, words: &Words) -> LineView {
    let day = [("day", listing.as_of.to_string().into())];
    let (basis, says, scope) = match &listing.listed {
        Listed::Signatory(of) => ("listed", words.with("web-register-listed", &day), scope(of, words)),
        Listed::NotSignatory => ("denied", words.with("web-register-not-listed", &day), String::new()),
    };
    LineView {
        basis,
        says,
        scope,
        since: listing.since,
        until: None,
        models: String::new(),
        source: Some(source_in_words(&listing.source, words)),
        note: listing.note.as_ref().map(ToString::to_string),
    }
}

/// How much of a code, in words.
pub(in crate::web) fn scope(scope: &Scope, words: &Words) -> String {
    match scope {
        Scope::Full => words.text("register-scope-full"),
        Scope::Article53 => words.text("register-scope-article"),
        Scope::Chapters(chapters) => {
            let chapters = chapters.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            words.with("register-scope-chapters", &[("chapters", chapters.into())])
        }
    }
}
