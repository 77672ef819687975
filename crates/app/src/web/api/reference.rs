//! The reference page of the API, for people: made from its description, so that it says the same.

use std::fmt::Write as _;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde_json::{Map, Value};

use super::description::description;
use crate::web::Service;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::frame::{Frame, Section};

#[derive(Template)]
#[template(path = "web/api.html")]
struct ReferencePage<'a> {
    frame: Frame<'a>,
    groups: Vec<Group>,
}

/// The operations about one thing, ready to print.
struct Group {
    tag: String,
    operations: Vec<OperationView>,
}

/// An operation, ready to print.
struct OperationView {
    id: String,
    method: String,
    path: String,
    title: String,
    permission: Option<String>,
    parameters: Vec<Field>,
    body: Vec<Field>,
    answer: Vec<Field>,
    statuses: Vec<(String, String)>,
    example: String,
}

/// A parameter, or a field of what is sent or answered, ready to print.
struct Field {
    name: String,
    kind: String,
    is_required: bool,
    text: String,
}

/// The reference.
pub(in crate::web) async fn show(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service
        .show(asked, |page| {
            let described: Value = serde_json::from_str(&description()).map_err(|error| Problem::failed(&error))?;
            let groups = groups(&Description { described: &described });
            Ok(ReferencePage { frame: page.frame(Section::Front), groups }.render()?)
        })
        .await
}

/// The description as it is looked through.
struct Description<'d> {
    described: &'d Value,
}

fn groups(description: &Description<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (path, methods) in entries(at(description.described, "/paths")) {
        for (method, operation) in entries(methods) {
            let tag = text(at(operation, "/tags/0"));
            let view = description.operation(path, method, operation);
            match groups.iter_mut().find(|group| group.tag == tag) {
                Some(group) => group.operations.push(view),
                None => groups.push(Group { tag, operations: vec![view] }),
            }
        }
    }
    groups
}

impl Description<'_> {
    fn operation(&self, path: &str, method: &str, operation: &Value) -> OperationView {
        let method = method.to_ascii_uppercase();
        let (kind, sent) = content(at(operation, "/requestBody"));
        let (_, answered) = content(at(operation, "/responses/200"));
        let permission = operation["x-permission"].as_str().map(str::to_owned);
        let statuses = entries(at(operation, "/responses"));
        OperationView {
            id: text(at(operation, "/operationId")),
            title: text(at(operation, "/summary")),
            parameters: values(at(operation, "/parameters")).iter().map(parameter).collect(),
            body: sent.map_or_else(Vec::new, |schema| self.fields(schema)),
            answer: answered.map_or_else(Vec::new, |schema| self.fields(schema)),
            statuses: statuses.map(|(status, it)| (status.clone(), text(at(it, "/description")))).collect(),
            example: example(&method, path, permission.is_some(), kind),
            path: path.to_owned(),
            method,
            permission,
        }
    }

    /// The fields of what a schema describes.
    fn fields(&self, schema: &Value) -> Vec<Field> {
        let schema = self.named(schema);
        let required = values(at(schema, "/required"));
        let field = |(name, schema): (&String, &Value)| Field {
            name: name.clone(),
            kind: kind(schema),
            is_required: required.iter().any(|it| it.as_str() == Some(name)),
            text: text(at(schema, "/description")),
        };
        entries(at(schema, "/properties")).map(field).collect()
    }

    /// What a schema refers to, or the schema itself.
    fn named<'s>(&'s self, schema: &'s Value) -> &'s Value {
        let reference = at(schema, "/$ref").as_str().and_then(|it| it.strip_prefix("#/components/schemas/"));
        reference.map_or(schema, |name| at(self.described, &format!("/components/schemas/{name}")))
    }
}

fn parameter(parameter: &Value) -> Field {
    Field {
        name: text(at(parameter, "/name")),
        kind: format!("{}, {}", text(at(parameter, "/in")), kind(at(parameter, "/schema"))),
        is_required: at(parameter, "/required") == &Value::Bool(true),
        text: text(at(parameter, "/description")),
    }
}

/// What a schema asks for, in one word: its type, or what it refers to.
fn kind(schema: &Value) -> String {
    let referred =
        |schema: &Value| at(schema, "/$ref").as_str().and_then(|it| it.rsplit('/').next()).map(str::to_owned);
    match at(schema, "/type") {
        Value::String(kind) if kind == "array" => {
            let items = at(schema, "/items");
            format!("[{}]", referred(items).unwrap_or_else(|| text(at(items, "/type"))))
        }
        Value::String(kind) => kind.clone(),
        Value::Array(kinds) => kinds.iter().map(text).collect::<Vec<_>>().join(" | "),
        _ => referred(schema).or_else(|| referred(at(schema, "/anyOf/0"))).unwrap_or_default(),
    }
}

/// How the operation is asked for with curl.
fn example(method: &str, path: &str, needs_token: bool, kind: Option<&str>) -> String {
    let mut line = String::from("curl");
    if method != "GET" {
        let _ = write!(line, " --request {method}");
    }
    if needs_token {
        line.push_str(" --header \"Authorization: Bearer $TOKEN\"");
    }
    if method != "GET" {
        line.push_str(" --header \"Idempotency-Key: $KEY\"");
    }
    match kind {
        Some("*/*") => line.push_str(" --header \"Content-Type: application/pdf\" --data-binary @report.pdf"),
        Some(kind) => {
            let _ = write!(line, " --header \"Content-Type: {kind}\" --data-binary @body");
        }
        None => {}
    }
    let parts: Vec<String> = path.split('/').map(shown).collect();
    format!("{line} \"$SITE{}\"", parts.join("/"))
}

/// A part of a path: what is to be filled in as a shell has variables.
fn shown(part: &str) -> String {
    let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
    name.map_or_else(|| part.to_owned(), |name| format!("${}", name.to_ascii_uppercase()))
}

/// The type and the schema of a body.
fn content(body: &Value) -> (Option<&str>, Option<&Value>) {
    let first = entries(at(body, "/content")).next();
    (first.map(|(kind, _)| kind.as_str()), first.map(|(_, content)| at(content, "/schema")))
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn values(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What is at a place in JSON; null where there is nothing.
fn at<'v>(value: &'v Value, pointer: &str) -> &'v Value {
    value.pointer(pointer).unwrap_or(&Value::Null)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
