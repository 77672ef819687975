//! What a facilitator does: publishing versions of codes, and keeping the register.

use adhere_actions::adherence::record;
use adhere_actions::publish_code::{PublishCode, publish_code};
use adhere_domain::adherence::register::event::{Listed as ListedAs, Listing, RegisterCommand};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::publication::{Basis, Follows, Succession};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::db::Transaction;
use axum::http::{Method, StatusCode};
use schemars::JsonSchema;
use serde::Deserialize;

use super::adherence::ScopeBody;
use super::call::Call;
use super::everyone;
use super::field::Fields;
use super::operation::{Condition, Operation, Takes};
use super::reply::Reply;
use crate::web::error::{Problem, field_errors};
use crate::web::uploaded::base_name;
use crate::web::work::compiled;

/// What a day looks like.
const DAY: &str = "a day such as `2026-12-31`";

/// A version of a code that is to be published.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PublishBody {
    /// Its files.
    files: Vec<FileBody>,
    /// The version before it, with what becomes of adherence to that one.
    follows: Option<FollowsBody>,
}

/// A file of a code.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FileBody {
    /// Its name, without a folder.
    name: String,
    /// What it says.
    text: String,
}

/// The version before.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FollowsBody {
    /// That version.
    version: String,
    /// What becomes of adherence to it; nothing where the code does not say.
    succession: Option<SuccessionBody>,
}

/// What becomes of adherence to the version before.
#[derive(Deserialize, JsonSchema)]
#[serde(tag = "what", rename_all = "kebab-case", deny_unknown_fields)]
enum SuccessionBody {
    /// It ends.
    Ends {
        /// On which day.
        on: String,
        /// Where the code says so.
        basis: String,
    },
    /// It passes to this one.
    Passes {
        /// On which day.
        on: String,
        /// Where the code says so.
        basis: String,
    },
}

/// What a source says of an organisation.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ListingBody {
    /// The organisation.
    organisation: String,
    /// The code.
    code: String,
    /// For how much of the code it is a signatory; nothing where it is none.
    scope: Option<ScopeBody>,
    /// The source.
    source: String,
    /// The day on which the source said so.
    read: String,
    /// Since when it holds, if the source says so.
    since: Option<String>,
    /// A remark.
    note: Option<String>,
}

pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::write(
            "facilitation",
            (Method::POST, "/api/v1/codes"),
            ("publishCode", "Publish a version of a code, if it compiles"),
            Takes::json::<PublishBody>(),
            publish,
        )
        .on(Condition::Heeded)
        .to(Permission::PublishCodes),
        Operation::write(
            "facilitation",
            (Method::POST, "/api/v1/register"),
            ("recordListing", "Record what a source says of an organisation"),
            Takes::json::<ListingBody>(),
            list_fact,
        )
        .on(Condition::Heeded)
        .to(Permission::KeepRegister),
    ]
}

fn publish(call: &Call<'_>) -> Result<Reply, Problem> {
    let PublishBody { files, follows } = call.json()?;
    let mut fields = Fields::default();
    for (index, file) in files.iter().enumerate() {
        // A path would lead out of the folder in which it is compiled.
        if !base_name(&file.name).is_ok_and(|base| base == file.name) {
            fields.refuse(&format!("/files/{index}/name"), format!("`{}` is not the name of a file", file.name));
        }
    }
    let follows = follows.and_then(|body| self::follows(&mut fields, body));
    let follows = fields.done(Some(follows))?;
    let files: Vec<_> = files.into_iter().map(|file| (file.name, file.text.into_bytes())).collect();
    let refused = |findings| Problem::of_fields(StatusCode::UNPROCESSABLE_ENTITY, field_errors(&findings));
    let (folder, _) = compiled(&call.page, &files)?.map_err(refused)?;
    let code = &folder.source.code;
    let current = |tx: &mut Transaction<'_>| everyone::current_code(call, tx, code);
    call.recorded(format!("/api/v1/codes/{}@{}", code.id, code.version), Some(&current), |context| {
        publish_code(context, PublishCode { code, files: &folder.files, follows: follows.as_ref() })
    })
}

fn follows(fields: &mut Fields, FollowsBody { version, succession }: FollowsBody) -> Option<Follows> {
    let version = fields.parsed("/follows/version", &version, "a version", PartId::parse);
    let mut said = |on: &str, basis: &str| {
        let on = fields.parsed("/follows/succession/on", on, DAY, |text| text.parse().ok());
        let basis = fields.parsed("/follows/succession/basis", basis, "a text", NonEmptyText::parse);
        on.zip(basis.map(Basis::Code))
    };
    let succession = match succession {
        None => Some(Succession::Unsaid),
        Some(SuccessionBody::Ends { on, basis }) => said(&on, &basis).map(|(on, basis)| Succession::Ends { on, basis }),
        Some(SuccessionBody::Passes { on, basis }) => {
            said(&on, &basis).map(|(on, basis)| Succession::Passes { on, basis })
        }
    };
    version.zip(succession).map(|(version, succession)| Follows { version, succession })
}

fn list_fact(call: &Call<'_>) -> Result<Reply, Problem> {
    let body: ListingBody = call.json()?;
    let mut fields = Fields::default();
    let provider = fields.parsed("/organisation", &body.organisation, "an id", OrganisationId::parse);
    let code = fields.parsed("/code", &body.code, "the id of a code", PartId::parse);
    let source = fields.parsed("/source", &body.source, "a text", NonEmptyText::parse);
    let as_of = fields.parsed("/read", &body.read, DAY, |text| text.parse().ok());
    let since = fields.optional("/since", body.since.as_ref(), DAY, |text| text.parse().ok());
    let note = fields.optional("/note", body.note.as_ref(), "a text", NonEmptyText::parse);
    let listed = match body.scope {
        Some(scope) => fields.scope(scope).map(ListedAs::Signatory),
        None => Some(ListedAs::NotSignatory),
    };
    let read = provider.zip(code).zip(source).zip(as_of).zip(listed);
    let read = read.map(|((((provider, code), source), as_of), listed)| Listing {
        provider,
        code,
        listed,
        source,
        as_of,
        since,
        note,
    });
    let listing = fields.done(read)?;
    let location = format!("/api/v1/register/{}", listing.provider);
    let provider = listing.provider.clone();
    let current = |tx: &mut Transaction<'_>| Ok(everyone::current_provider(call, tx, &provider)?);
    call.recorded(location, Some(&current), |context| record(context, RegisterCommand::List(listing)))
}
