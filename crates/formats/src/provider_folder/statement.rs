//! `[[measure]]`: what a provider says of a measure, and what shows it.

use adhere_domain::adherence::record::{Evidence, EvidencePlace, ImplementationState, Statement};

use crate::code_source::manifest::part_id;
use crate::toml_reader::Section;

/// All statements of a file; one for each measure.
pub(super) fn statements(root: &Section<'_>) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for section in root.sections("measure") {
        let Some(statement) = statement(&section) else { continue };
        if statements.iter().any(|known| known.measure == statement.measure) {
            section.refuse("id", format!("`{}` has two statements", statement.measure), "keep one in each file");
        }
        statements.push(statement);
    }
    statements
}

fn statement(section: &Section<'_>) -> Option<Statement> {
    let measure = part_id(section, "id");
    let state = section.required_choice("state", &ImplementationState::ALL.map(|state| (state, state.id())));
    let text = section.text("statement").map(str::to_owned);
    let owner = section.text("owner").map(str::to_owned);
    let due = section.date("due");
    let evidence = section.sections("evidence").iter().filter_map(evidence).collect();
    section.refuse_unknown();
    Some(Statement { measure: measure?, state: state?, text, owner, due, evidence })
}

fn evidence(section: &Section<'_>) -> Option<Evidence> {
    let file = section.text("file").map(str::to_owned).map(EvidencePlace::File);
    let url = section.text("url").map(str::to_owned).map(EvidencePlace::Url);
    let title = section.text("title").map(str::to_owned);
    let speaks_for = section.date("speaks-for");
    let expires = section.date("expires");
    if let (Some(speaks_for), Some(expires)) = (speaks_for, expires)
        && expires <= speaks_for
    {
        section.refuse("expires", format!("it expires on {expires}, not after {speaks_for}"), "check the two dates");
    }
    section.refuse_unknown();
    match (file, url) {
        (Some(place), None) | (None, Some(place)) => Some(Evidence { place, title, speaks_for, expires }),
        _ => {
            section.refuse("file", "evidence has one place".to_owned(), "give either `file` or `url`");
            None
        }
    }
}
