//! Generated files are committed, and are what the program would write today.

use adhere_formats::{assessment, compiled_code, coverage, findings, receipt};

use crate::repository::{expect_none, read};

#[test]
fn published_schemas_are_those_of_the_program() {
    let schemas = [
        ("assessment", assessment::schema()),
        ("coverage", coverage::schema()),
        ("receipt", receipt::schema()),
        ("findings", findings::schema()),
        ("code", compiled_code::schema()),
    ];
    let stale = |(name, schema): &(&str, String)| {
        let path = format!("docs/reference/{name}.schema.json");
        (read(&path) != *schema).then(|| format!("{path}: run scripts/generate"))
    };
    let broken: Vec<String> = schemas.iter().filter_map(stale).collect();
    expect_none("generated files are not stale", &broken);
}
