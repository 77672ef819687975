//! An operation: where it is, what it asks for, what it takes and gives, and what answers it.

use adhere_domain::parties::permission::Permission;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Extension, FromRequest as _, RawPathParams, Request, State};
use axum::http::{HeaderMap, Method, Uri};
use axum::routing::{MethodFilter, MethodRouter, on};
use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::Accepted;
use super::call::{Call, Sent};
use super::reply::Reply;
use crate::web::Service;
use crate::web::actor::{Actor, Asks};
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::place::{self, Place};
use crate::web::taking_in::whole;

/// The files of a code come in bodies of at most so many bytes.
const LARGEST_UPLOAD: usize = 16 << 20;

/// JSON as operations take and give it.
pub(super) const JSON: &str = "application/json";

/// Text as a provider's folder has it.
pub(super) const TOML: &str = "application/toml";

/// The schema of something.
pub(super) type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

/// What can be asked of the API.
pub(super) struct Operation {
    pub(super) method: Method,
    pub(super) path: &'static str,
    /// What names it in the description.
    pub(super) id: &'static str,
    /// What it is about.
    pub(super) tag: &'static str,
    /// What it does, for people who read the description.
    pub(super) title: &'static str,
    /// What it asks of whoever comes; nothing where it is for everyone.
    pub(super) asks: Option<Asks>,
    pub(super) query: Vec<Parameter>,
    pub(super) takes: Takes,
    pub(super) gives: Gives,
    /// Whether it looks at `If-Match`.
    pub(super) condition: Condition,
    pub(super) run: fn(&Call<'_>) -> Result<Reply, Problem>,
}

/// A parameter of a query.
#[derive(Clone, Copy)]
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) kind: Kind,
    pub(super) is_required: bool,
}

/// What a parameter is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Id,
    Day,
    Text,
    Limit,
    OneOf(&'static [&'static str]),
}

/// What is sent.
#[derive(Clone, Copy)]
pub(super) enum Takes {
    Nothing,
    Json(SchemaOf),
    /// Text as it is.
    Toml,
    /// Bytes of any kind, which the type of the content says.
    Bytes,
}

/// What is answered.
#[derive(Clone, Copy)]
pub(super) enum Gives {
    Json(SchemaOf),
    /// A form with a schema of its own: its name, and the schema.
    Form(&'static str, fn() -> String),
    /// Text as it is.
    Toml,
    Bytes,
    /// A zip file, written as it is sent.
    Zip,
    /// Which entries were made.
    Recorded,
}

impl Takes {
    /// Something as JSON.
    pub(super) fn json<T: JsonSchema>() -> Self {
        Self::Json(SchemaGenerator::subschema_for::<T>)
    }
}

impl Gives {
    /// Something as JSON.
    pub(super) fn json<T: JsonSchema>() -> Self {
        Self::Json(SchemaGenerator::subschema_for::<T>)
    }
}

/// Whether an operation looks at `If-Match`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    None,
    /// Where it is sent.
    Heeded,
    /// Nobody overwrites what they have not seen.
    Required,
}

/// The day as of which something is read.
pub(super) const AS_OF: Parameter =
    Parameter { name: "as-of", title: "The day; today if none is named.", kind: Kind::Day, is_required: false };
/// Where a page of a list begins.
pub(super) const AFTER: Parameter = Parameter {
    name: "after",
    title: "Where the page before ended, as its `next` has it.",
    kind: Kind::Text,
    is_required: false,
};
/// How long a page of a list is.
pub(super) const LIMIT: Parameter =
    Parameter { name: "limit", title: "At most so many at once.", kind: Kind::Limit, is_required: false };

impl Parameter {
    /// One that may be left out.
    pub(super) const fn optional(name: &'static str, title: &'static str, kind: Kind) -> Self {
        Self { name, title, kind, is_required: false }
    }

    /// One that may not.
    pub(super) const fn required(name: &'static str, title: &'static str, kind: Kind) -> Self {
        Self { name, title, kind, is_required: true }
    }
}

impl Operation {
    /// One that reads.
    pub(super) fn read(
        tag: &'static str,
        path: &'static str,
        (id, title): (&'static str, &'static str),
        gives: Gives,
        run: fn(&Call<'_>) -> Result<Reply, Problem>,
    ) -> Self {
        let (method, takes, condition) = (Method::GET, Takes::Nothing, Condition::None);
        Self { method, path, id, tag, title, asks: None, query: Vec::new(), takes, gives, condition, run }
    }

    /// One that records.
    pub(super) fn write(
        tag: &'static str,
        (method, path): (Method, &'static str),
        (id, title): (&'static str, &'static str),
        takes: Takes,
        run: fn(&Call<'_>) -> Result<Reply, Problem>,
    ) -> Self {
        let (gives, condition) = (Gives::Recorded, Condition::None);
        Self { method, path, id, tag, title, asks: None, query: Vec::new(), takes, gives, condition, run }
    }

    /// The same for those alone who may do something.
    pub(super) fn to(self, permission: Permission) -> Self {
        Self { asks: Some(Asks::To(permission)), ..self }
    }

    /// The same for whoever shows a token, about what is their own.
    pub(super) fn of_bearer(self) -> Self {
        Self { asks: Some(Asks::Bearer), ..self }
    }

    /// The same with parameters.
    pub(super) fn with(self, query: &[Parameter]) -> Self {
        Self { query: query.to_vec(), ..self }
    }

    /// The same on a condition.
    pub(super) fn on(self, condition: Condition) -> Self {
        Self { condition, ..self }
    }

    /// Whether it changes anything.
    pub(super) fn is_write(&self) -> bool {
        self.method != Method::GET
    }

    /// What answers it.
    pub(super) fn handler(self) -> MethodRouter<Service> {
        let (is_file, is_large) = (matches!(self.takes, Takes::Bytes), self.id == "publishCode");
        let filter = match self.method {
            Method::PUT => MethodFilter::PUT,
            Method::POST => MethodFilter::POST,
            Method::DELETE => MethodFilter::DELETE,
            _ => MethodFilter::GET,
        };
        let operation = std::sync::Arc::new(self);
        let answer = async move |State(service): State<Service>,
                                 path: RawPathParams,
                                 asked: Asked,
                                 (headers, uri): (HeaderMap, Uri),
                                 accepted: Option<Extension<Accepted>>,
                                 actor: Option<Extension<Actor>>,
                                 request: Request| {
            let path = path.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            let accepted = accepted.map(|Extension(Accepted(accepted))| accepted);
            let place = Place::of(request.extensions(), &headers, &service);
            if operation.asks.is_none() && operation.is_write() {
                // Whoever needs no token is counted by where they come from.
                place::tell(request.extensions());
            }
            let mut sent = Sent { path, headers, place, uri, accepted, body: Bytes::new(), taken: None };
            sent.check(&operation)?;
            let actor = actor.map(|Extension(actor)| actor);
            if is_file {
                let actor = actor.as_ref().ok_or_else(Problem::not_signed_in)?;
                sent.take(whole(&service, actor, request.into_body()).await?)?;
            } else {
                let body = Bytes::from_request(request, &service).await;
                sent.body = body.map_err(|rejection| Problem::of_status(rejection.status(), rejection.body_text()))?;
            }
            service.call(operation, asked, actor, sent).await
        };
        let handler = on(filter, answer);
        if is_large { handler.layer(DefaultBodyLimit::max(LARGEST_UPLOAD)) } else { handler }
    }
}
