//! Tokens of whoever shows one: looked at and ended. Whoever is signed in issues them, so that none outlives its end by
//! issuing another.

use adhere_actions::access::Secret;
use adhere_actions::access::tokens::{own_tokens, own_tokens_within, revoke_token};
use adhere_store::access::token::Token;
use adhere_store::db::Transaction;
use axum::http::Method;
use schemars::JsonSchema;
use serde::Serialize;

use super::call::Call;
use super::operation::{Condition, Gives, Operation, Takes};
use super::paging::Listed;
use super::reply::Reply;
use crate::web::error::Problem;

/// A token of whoever asks.
#[derive(Serialize, JsonSchema)]
struct TokenWire {
    /// What names it; it lets nobody in.
    id: String,
    /// What it is called.
    name: String,
    /// For which organisation it is.
    organisation: String,
    /// Whether it may change anything.
    may_write: bool,
    /// When it ends.
    ends_at: String,
}

pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::read(
            "tokens",
            "/api/v1/tokens",
            ("listTokens", "List the tokens of whoever shows one"),
            Gives::json::<Listed<TokenWire>>(),
            tokens,
        )
        .of_bearer(),
        Operation::write(
            "tokens",
            (Method::DELETE, "/api/v1/tokens/{token}"),
            ("endToken", "End a token"),
            Takes::Nothing,
            |call| {
                let (id, context) = (call.part("token", Secret::named)?, call.page.context()?);
                let current = |tx: &mut Transaction<'_>| {
                    let all = token_wires(own_tokens_within(tx, &context)?);
                    Ok(Some(serde_json::to_vec(&all).unwrap_or_default()))
                };
                call.recorded("/api/v1/tokens".to_owned(), Some(&current), |context| revoke_token(context, &id))
            },
        )
        .on(Condition::Heeded)
        .of_bearer(),
    ]
}

fn tokens(call: &Call<'_>) -> Result<Reply, Problem> {
    Reply::json(&token_wires(own_tokens(&call.page.context()?)?))
}

fn token_wires(all: Vec<Token>) -> Listed<TokenWire> {
    let wire = |token: Token| TokenWire {
        id: Secret::name(&token.id),
        name: token.name.to_string(),
        organisation: token.organisation.to_string(),
        may_write: token.may_write,
        ends_at: token.ends_at.to_string(),
    };
    Listed { items: all.into_iter().map(wire).collect(), next: None }
}
