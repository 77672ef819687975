//! What colleagues say to one another of a measure: the list, saying something, and withdrawing what one said.

use adhere_actions::ActionError;
use adhere_actions::comment::{MakeComment, make_comment, withdraw_comment};
use adhere_domain::adherence::comments::LONGEST;
use adhere_domain::adherence::statements::Subject;
use adhere_domain::id::Id;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::StoreError;
use adhere_store::db::Transaction;
use adhere_store::projection::comment::{Said, list};
use axum::http::Method;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::Call;
use super::field::Fields;
use super::operation::{AFTER, Condition, Gives, LIMIT, Operation, Takes};
use super::paging::Listed;
use super::reply::Reply;
use super::statements::{MODEL, Measured, address};
use crate::web::error::Problem;

const COMMENTS: &str = "/api/v1/organisations/{organisation}/measures/{code}/{measure}/comments";

/// A comment.
#[derive(Serialize, JsonSchema)]
struct CommentWire {
    /// Its id.
    id: String,
    /// Who said it.
    author: String,
    /// What; nothing where it was withdrawn.
    text: Option<String>,
    /// When.
    at: String,
    /// The entry of the journal that says so.
    entry: u64,
}

/// What is said.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CommentBody {
    /// What.
    text: String,
}

pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::read(
            "comments",
            COMMENTS,
            ("listComments", "List what colleagues said of a measure, the latest last"),
            Gives::json::<Listed<CommentWire>>(),
            |call| {
                let on = Measured::find(call)?.statement;
                let all = call.page.service.store.read(|tx| comments(tx, &on))?;
                call.page_of(all, |comment| comment.entry.to_string())
            },
        )
        .with(&[MODEL, AFTER, LIMIT])
        .to(Permission::ReadWork),
        Operation::write(
            "comments",
            (Method::POST, COMMENTS),
            ("makeComment", "Say something of a measure to colleagues"),
            Takes::json::<CommentBody>(),
            make,
        )
        .with(&[MODEL])
        .on(Condition::Heeded)
        .to(Permission::Comment),
        Operation::write(
            "comments",
            (Method::DELETE, "/api/v1/organisations/{organisation}/measures/{code}/{measure}/comments/{comment}"),
            ("withdrawComment", "Withdraw what one said"),
            Takes::Nothing,
            withdraw,
        )
        .with(&[MODEL])
        .on(Condition::Heeded)
        .to(Permission::Comment),
    ]
}

fn comments(tx: &mut Transaction<'_>, on: &Subject) -> Result<Listed<CommentWire>, StoreError> {
    let wire = |said: Said| CommentWire {
        id: said.id.to_string(),
        author: said.author.to_string(),
        text: said.text.map(|text| text.to_string()),
        at: said.at.to_string(),
        entry: said.entry_id,
    };
    Ok(Listed { items: list(tx, on, None)?.into_iter().map(wire).collect(), next: None })
}

/// The comments as they are read now.
fn current(tx: &mut Transaction<'_>, on: &Subject) -> Result<Option<Vec<u8>>, ActionError> {
    Ok(Some(serde_json::to_vec(&comments(tx, on)?).unwrap_or_default()))
}

/// Where the comments on a measure are.
fn location(on: &Subject) -> String {
    let measure = address(on);
    match measure.split_once('?') {
        Some((path, model)) => format!("{path}/comments?{model}"),
        None => format!("{measure}/comments"),
    }
}

fn make(call: &Call<'_>) -> Result<Reply, Problem> {
    let body: CommentBody = call.json()?;
    let mut fields = Fields::default();
    let text = |text: &str| NonEmptyText::parse(text).filter(|text| text.as_str().len() <= LONGEST);
    let text = fields.parsed("/text", &body.text, &format!("a text of at most {LONGEST} bytes"), text);
    let (text, measured) = (fields.done(text)?, Measured::find(call)?);
    let on = measured.statement.clone();
    let said = call.page.service.store.read(|tx| list(tx, &on, None).map_err(StoreError::from))?;
    let after = u64::try_from(said.len()).unwrap_or(u64::MAX);
    let current = |tx: &mut Transaction<'_>| current(tx, &on);
    call.recorded(location(&on), Some(&current), |context| {
        make_comment(context, MakeComment { code: measured.code(), subject: on.clone(), text, after })
    })
}

fn withdraw(call: &Call<'_>) -> Result<Reply, Problem> {
    let (id, on) = (call.part("comment", Id::parse)?, Measured::find(call)?.statement);
    let current = |tx: &mut Transaction<'_>| current(tx, &on);
    call.recorded(location(&on), Some(&current), |context| withdraw_comment(context, &on, &id))
}
