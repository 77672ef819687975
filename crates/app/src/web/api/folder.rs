//! Everything that a provider has on record as one zip file: read, looked at before it is brought in, and brought in.

use adhere_actions::folder::{BringIn, Outcome, Step, StepOf, bring_in, preview_folder};
use adhere_domain::codes::code::Code;
use adhere_domain::parties::permission::Permission;
use axum::http::Method;
use schemars::JsonSchema;
use serde::Serialize;

use super::call::Call;
use super::operation::{Condition, Gives, Operation, Takes};
use super::reply::Reply;
use crate::web::error::Problem;
use crate::web::work::folder::{Unpacked, packed, unpacked};

const FOLDER: &str = "/api/v1/organisations/{organisation}/folder";

/// The type of a zip file.
pub(super) const ZIP: &str = "application/zip";

/// What bringing a folder in would change.
#[derive(Serialize, JsonSchema)]
struct LookWire {
    /// What becomes of each thing in it.
    steps: Vec<StepWire>,
    /// Files that are no part of such a folder.
    left: Vec<String>,
}

/// What bringing a folder in changed.
#[derive(Serialize, JsonSchema)]
struct BroughtInWire {
    /// The places of the entries that were made, in their order; none where all of it was so already.
    entries: Vec<u64>,
    /// What became of each thing in it; nothing where it was brought in before under the same key.
    steps: Option<Vec<StepWire>>,
    /// Files that are no part of such a folder.
    left: Vec<String>,
}

/// What becomes of one thing in a folder.
#[derive(Serialize, JsonSchema)]
struct StepWire {
    /// What it is: `provider`, `model`, `adherence`, `evidence`, `statement` or `attachment`.
    of: &'static str,
    /// Its name: the id of a model, the version of a code, the title of an item, or a measure.
    name: String,
    /// The item that is attached.
    item: Option<String>,
    /// `new`, `changed`, `same`, `refused`, `bytes-missing` or `unsigned`: adherence is declared by who signs for it.
    outcome: &'static str,
    /// Why it is refused.
    because: Option<String>,
}

pub(super) fn operations() -> Vec<Operation> {
    let write = |path, name, gives, run| Operation {
        gives,
        ..Operation::write("folder", (Method::POST, path), name, Takes::Bytes, run)
    };
    vec![
        Operation::read(
            "folder",
            FOLDER,
            ("readFolder", "Read everything that is on record as one zip file, the bytes of evidence too"),
            Gives::Zip,
            |call| {
                let organisation = call.organisation()?;
                let name = format!("{organisation}.zip");
                Ok(Reply::Flowing { kind: ZIP, name, body: packed(&call.page, organisation)? })
            },
        )
        .to(Permission::ReadWork),
        write(
            "/api/v1/organisations/{organisation}/folder-previews",
            ("lookAtFolder", "See what bringing a folder in would change (a zip file); nothing is recorded"),
            Gives::json::<LookWire>(),
            look,
        )
        .to(Permission::WriteStatements),
        write(
            FOLDER,
            (
                "bringInFolder",
                "Bring a folder in (a zip file): nothing that is on record is taken away. With the `ETag` of a look at the \
                 same folder as `If-Match`, what is brought in is what was seen",
            ),
            Gives::json::<BroughtInWire>(),
            bring,
        )
        .on(Condition::Heeded)
        .to(Permission::WriteStatements),
    ]
}

/// Does something with the folder that was sent and the codes that are published.
fn with_folder<T>(
    call: &Call<'_>,
    act: impl FnOnce(BringIn<'_>, &[String]) -> Result<T, Problem>,
) -> Result<(T, Unpacked), Problem> {
    let unpacked = unpacked(&call.page, call.taken("folder.zip")?)?;
    let published = call.page.codes()?;
    let codes: Vec<&Code> = published.iter().map(|published| &published.code).collect();
    let provider = call.organisation()?;
    let command = BringIn { provider, folder: &unpacked.folder, bytes: &unpacked.bytes, codes: &codes };
    let done = act(command, &unpacked.left)?;
    Ok((done, unpacked))
}

fn look(call: &Call<'_>) -> Result<Reply, Problem> {
    let context = call.page.context()?;
    let (steps, unpacked) = with_folder(call, |command, _| Ok(preview_folder(&context, command)?))?;
    Reply::json(&look_wire(&steps, &unpacked.left))
}

fn look_wire(steps: &[Step], left: &[String]) -> LookWire {
    LookWire { steps: steps.iter().map(wire).collect(), left: left.to_vec() }
}

fn bring(call: &Call<'_>) -> Result<Reply, Problem> {
    let ((entries, steps), unpacked) = with_folder(call, |command, left| {
        let hold =
            |steps: &[Step]| call.is_as_seen(Some(&serde_json::to_vec(&look_wire(steps, left)).unwrap_or_default()));
        call.record(None, |context| bring_in(context, command, Some(&hold)))
    })?;
    let steps = steps.map(|steps| steps.iter().map(wire).collect());
    Reply::json(&BroughtInWire { entries, steps, left: unpacked.left })
}

fn wire(step: &Step) -> StepWire {
    let (of, name, item) = match &step.of {
        StepOf::Provider => ("provider", String::new(), None),
        StepOf::Model(id) => ("model", id.to_string(), None),
        StepOf::Adherence(code, version) => ("adherence", format!("{code}@{version}"), None),
        StepOf::Item(title) => ("evidence", title.clone(), None),
        StepOf::Statement(measure) => ("statement", measure.to_string(), None),
        StepOf::Attachment(measure, item) => ("attachment", measure.to_string(), Some(item.to_string())),
    };
    let (outcome, because) = match &step.outcome {
        Outcome::New => ("new", None),
        Outcome::Changed => ("changed", None),
        Outcome::Same => ("same", None),
        Outcome::Refused(refusal) => ("refused", Some(refusal.to_string())),
        Outcome::BytesMissing => ("bytes-missing", None),
        Outcome::Unsigned => ("unsigned", None),
    };
    StepWire { of, name, item, outcome, because }
}
