//! A provider's files, word for word, and the assessment of what is on record.

use std::collections::BTreeMap;

use adhere_actions::ActionError;
use adhere_actions::files::{files_of, record_files};
use adhere_domain::adherence::files::ProviderFiles;
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_formats::assessment::write_json;
use adhere_formats::digest::digest;
use adhere_formats::provider_folder::PROVIDER_FILE;
use adhere_store::db::Transaction;
use axum::http::Method;
use schemars::JsonSchema;
use serde::Serialize;

use super::call::Call;
use super::operation::{AS_OF, Condition, Gives, Operation, TOML, Takes};
use super::paging::Listed;
use super::reply::Reply;
use crate::web::error::Problem;
use crate::web::work::Held;

const FILES: &str = "/api/v1/organisations/{organisation}/files";
const FILE: &str = "/api/v1/organisations/{organisation}/files/{file}";

/// A file.
#[derive(Serialize, JsonSchema)]
struct FileWire {
    /// `adhere.toml`, or the id of a model.
    name: String,
    /// How many bytes it has.
    size: usize,
    /// Their SHA-256.
    digest: String,
    /// Where it is.
    location: String,
}

pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::read(
            "assessment",
            "/api/v1/organisations/{organisation}/assessment",
            ("readAssessment", "Read what applies and why, with the result of every measure, as of a day"),
            Gives::Form("assessment", adhere_formats::assessment::schema),
            |call| {
                call.kept(|| {
                    let held = Held::load(&call.page, call.organisation()?)?;
                    let mut bytes = Vec::new();
                    let written = write_json(&held.assessor(&call.page), &mut bytes);
                    written.map_err(|error| Problem::failed(&error))?;
                    Ok(bytes)
                })
            },
        )
        .with(&[AS_OF])
        .to(Permission::ReadWork),
        Operation::read(
            "files",
            FILES,
            ("listFiles", "List the files that say what a provider and its models are"),
            Gives::json::<Listed<FileWire>>(),
            listed,
        )
        .to(Permission::ReadWork),
        Operation::read(
            "files",
            FILE,
            ("readFile", "Read a file: `adhere.toml`, or a model's by its id"),
            Gives::Toml,
            |call| {
                let (organisation, name) = (call.organisation()?, FileName::of(call)?);
                let files = call.page.service.store.read(|tx| files_of(tx, organisation))?;
                let missing = || Problem::not_found("there is no such file");
                let text = name.within(files).ok_or_else(missing)?;
                Ok(Reply::Shown { kind: TOML, bytes: text.into_bytes(), next: None })
            },
        )
        .to(Permission::ReadWork),
        Operation::write(
            "files",
            (Method::PUT, FILE),
            ("keepFile", "Keep a file: `adhere.toml`, or a model's by its id"),
            Takes::Toml,
            keep,
        )
        .on(Condition::Required)
        .to(Permission::KeepFiles),
    ]
}

/// What a file is called.
enum FileName {
    Own,
    Model(PartId),
}

impl FileName {
    fn of(call: &Call<'_>) -> Result<Self, Problem> {
        call.part("file", |text| match text {
            PROVIDER_FILE => Some(Self::Own),
            text => PartId::parse(text).map(Self::Model),
        })
    }

    fn within(&self, files: ProviderFiles) -> Option<String> {
        match self {
            Self::Own => files.own,
            Self::Model(model) => files.models.get(model).cloned(),
        }
    }
}

fn address(organisation: &OrganisationId, name: &str) -> String {
    format!("/api/v1/organisations/{organisation}/files/{name}")
}

fn listed(call: &Call<'_>) -> Result<Reply, Problem> {
    let organisation = call.organisation()?;
    let ProviderFiles { own, models } = call.page.service.store.read(|tx| files_of(tx, organisation))?;
    let own = own.map(|text| (PROVIDER_FILE.to_owned(), text));
    let all = own.into_iter().chain(models.into_iter().map(|(id, text)| (id.to_string(), text)));
    let wire = |(name, text): (String, String)| FileWire {
        size: text.len(),
        digest: digest(text.as_bytes()).to_string(),
        location: address(organisation, &name),
        name,
    };
    Reply::json(&Listed { items: all.map(wire).collect(), next: None })
}

fn keep(call: &Call<'_>) -> Result<Reply, Problem> {
    let (organisation, name) = (call.organisation()?, FileName::of(call)?);
    let text = String::from_utf8(call.sent.body.to_vec());
    let text = text.map_err(|_| Problem::bad_request("a file is text in UTF-8"))?;
    let given = match &name {
        FileName::Own => ProviderFiles { own: Some(text), models: BTreeMap::new() },
        FileName::Model(model) => ProviderFiles { own: None, models: [(model.clone(), text)].into() },
    };
    let current = |tx: &mut Transaction<'_>| {
        let kept = name.within(files_of(tx, organisation)?);
        Ok::<_, ActionError>(kept.map(String::into_bytes))
    };
    let location = match &name {
        FileName::Own => address(organisation, PROVIDER_FILE),
        FileName::Model(model) => address(organisation, model.as_str()),
    };
    call.recorded(location, Some(&current), |context| record_files(context, organisation, given))
}
