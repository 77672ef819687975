//! The description of the API (OpenAPI 3.1), made from the list of operations.

use std::collections::BTreeMap;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::folder::ZIP;
use super::operation::{Condition, Gives, JSON, Kind, Operation, Parameter, TOML, Takes};
use super::operations;
use super::paging::MOST;
use super::reply::RecordedWire;
use crate::web::actor::Asks;
use crate::web::error::ProblemWire;

/// Ids of things, as all of them are spelled.
const ID: &str = "^[A-Za-z0-9._-]{1,64}$";

/// The description as it is served.
pub(super) async fn show() -> Response {
    ([(header::CONTENT_TYPE, JSON), (header::CACHE_CONTROL, "no-cache")], description()).into_response()
}

/// The description.
pub(crate) fn description() -> String {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut schemas = settings.into_generator();
    let mut forms = Map::new();
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    let problem = schemas.subschema_for::<ProblemWire>().to_value();
    for operation in operations() {
        let method = operation.method.as_str().to_ascii_lowercase();
        let described = described(&operation, &problem, &mut schemas, &mut forms);
        paths.entry(operation.path).or_default().insert(method, described);
    }
    let mut components = schemas.take_definitions(true);
    components.extend(forms);
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "adhere",
            "version": "1",
            "summary": "Codes of practice under the EU AI Act: what they say, who adheres to them, and how.",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
    });
    format!("{document:#}\n")
}

fn described(
    operation: &Operation,
    problem: &Value,
    schemas: &mut SchemaGenerator,
    forms: &mut Map<String, Value>,
) -> Value {
    let names = operation.path.split(['{', '}']).skip(1).step_by(2);
    let in_path = names.map(|name| {
        let schema = match name {
            "entry" => json!({ "type": "integer", "minimum": 0 }),
            "organisation" | "adherence" | "item" | "person" | "party" | "case" | "comment" | "key" => {
                json!({ "type": "string", "pattern": ID })
            }
            _ => json!({ "type": "string", "minLength": 1 }),
        };
        json!({ "name": name, "in": "path", "required": true, "schema": schema })
    });
    let parameters: Vec<Value> =
        in_path.chain(operation.query.iter().map(parameter)).chain(headers(operation)).collect();
    let mut described = json!({
        "operationId": operation.id,
        "tags": [operation.tag],
        "summary": operation.title,
        "parameters": parameters,
        "responses": responses(operation, problem, schemas, forms),
    });
    let mut put = |name: &str, value: Value| {
        if let Some(object) = described.as_object_mut() {
            object.insert(name.to_owned(), value);
        }
    };
    match operation.takes {
        Takes::Nothing => {}
        Takes::Json(schema) => put("requestBody", body(JSON, &schema(schemas).to_value())),
        Takes::Toml => put("requestBody", body(TOML, &json!({ "type": "string" }))),
        Takes::Bytes => put("requestBody", body("*/*", &json!({}))),
    }
    if let Some(asks) = operation.asks {
        put("security", json!([{ "token": [] }]));
        put("x-permission", json!(asked_for(asks)));
    }
    described
}

/// What an operation asks of whoever comes.
pub(super) fn asked_for(asks: Asks) -> &'static str {
    match asks {
        Asks::SignedIn | Asks::SettingUp => "signed-in",
        Asks::Bearer => "token",
        Asks::To(permission) | Asks::Feed(permission) => permission.id(),
    }
}

fn body(kind: &str, schema: &Value) -> Value {
    json!({ "required": true, "content": { kind: { "schema": schema } } })
}

fn parameter(parameter: &Parameter) -> Value {
    let Parameter { name, title, kind, is_required } = parameter;
    let schema = match kind {
        Kind::Id => json!({ "type": "string", "pattern": ID }),
        Kind::Day => json!({ "type": "string", "format": "date" }),
        Kind::Text => json!({ "type": "string" }),
        Kind::Limit => json!({ "type": "integer", "minimum": 1, "maximum": MOST }),
        Kind::OneOf(names) => json!({ "type": "string", "enum": names }),
    };
    json!({ "name": name, "in": "query", "required": is_required, "description": title, "schema": schema })
}

/// The headers that an operation looks at.
fn headers(operation: &Operation) -> Vec<Value> {
    let header = |name: &str, text: &str, is_required: bool| {
        let schema = json!({ "type": "string", "minLength": 1, "maxLength": 255 });
        json!({ "name": name, "in": "header", "required": is_required, "description": text, "schema": schema })
    };
    if !operation.is_write() {
        return vec![header("If-None-Match", "The `ETag` of what is there already.", false)];
    }
    let key = "A key of the program's own: asked again under it within a day, nothing is done twice.";
    // Whoever needs no token has no keys of their own either.
    let mut headers: Vec<Value> = operation.asks.iter().map(|_| header("Idempotency-Key", key, false)).collect();
    if matches!(operation.takes, Takes::Bytes) {
        let text = "The SHA-256 of the body as RFC 9530 has it: what arrives otherwise is refused.";
        headers.push(header("Content-Digest", text, false));
    }
    if operation.condition != Condition::None {
        let text = "The `ETag` of what this changes, as it was last read.";
        headers.push(header("If-Match", text, false));
        headers.push(header("If-None-Match", "`*` where there is to be nothing yet.", false));
    }
    headers
}

fn responses(
    operation: &Operation,
    problem: &Value,
    schemas: &mut SchemaGenerator,
    forms: &mut Map<String, Value>,
) -> Value {
    let (kind, schema) = match operation.gives {
        Gives::Json(schema) => (JSON, schema(schemas).to_value()),
        Gives::Form(name, schema) => (JSON, form(name, &schema(), forms)),
        Gives::Toml => (TOML, json!({ "type": "string" })),
        Gives::Bytes => ("application/octet-stream", json!({})),
        Gives::Zip => (ZIP, json!({})),
        Gives::Recorded => (JSON, schemas.subschema_for::<RecordedWire>().to_value()),
    };
    let text = if operation.is_write() { "What was recorded." } else { "What was asked for." };
    let mut responses = Map::new();
    responses.insert("200".to_owned(), json!({ "description": text, "content": { kind: { "schema": schema } } }));
    if !operation.is_write() {
        responses.insert("304".to_owned(), json!({ "description": "It is as it was." }));
    }
    let problem = json!({ "application/problem+json": { "schema": problem } });
    for (status, text) in refusals(operation) {
        responses.insert(status.to_owned(), json!({ "description": text, "content": problem }));
    }
    if let Some(too_often) = responses.get_mut("429").and_then(Value::as_object_mut) {
        let schema = json!({ "type": "integer", "minimum": 1 });
        let header = json!({ "description": "In how many seconds to ask again.", "schema": schema });
        too_often.insert("headers".to_owned(), json!({ "Retry-After": header }));
    }
    Value::Object(responses)
}

/// The statuses with which an operation is refused.
fn refusals(operation: &Operation) -> Vec<(&'static str, &'static str)> {
    let is_write = operation.is_write();
    let takes = !matches!(operation.takes, Takes::Nothing);
    let all = [
        (true, "400", "What was sent cannot be read."),
        (operation.asks.is_some(), "401", "No token that counts was shown."),
        (operation.asks.is_some(), "403", "The token or the roles of its person do not allow it."),
        (true, "404", "There is no such thing."),
        (true, "406", "It is not answered in any type that is accepted."),
        (true, "408", "What was sent did not arrive in time."),
        (is_write, "409", "It was done already, or goes on already."),
        (operation.condition != Condition::None, "412", "It is not as it was shown any more."),
        (true, "413", "What was sent is larger than what is read here."),
        (takes, "415", "What was sent is of another type than this takes."),
        (true, "422", "It can be read, and is refused: by a rule, or for what its fields say."),
        (operation.condition == Condition::Required, "428", "It does not say what it overwrites."),
        (operation.asks.is_some() || is_write, "429", "It is asked for more often than the instance lets it."),
        (is_write, "503", "Others write for too long; ask again under the same key."),
    ];
    all.into_iter().filter(|(is_so, ..)| *is_so).map(|(_, status, text)| (status, text)).collect()
}

/// A form with a schema of its own: its definitions stand beside those of the others, under its name.
fn form(name: &str, schema: &str, forms: &mut Map<String, Value>) -> Value {
    let mut schema: Value = serde_json::from_str(schema).unwrap_or_default();
    rename(name, &mut schema);
    if let Some(object) = schema.as_object_mut() {
        object.remove("$schema");
        let definitions = object.remove("$defs");
        let definitions = definitions.as_ref().and_then(Value::as_object).into_iter().flatten();
        forms.extend(definitions.map(|(own, definition)| (format!("{name}.{own}"), definition.clone())));
    }
    forms.insert(name.to_owned(), schema);
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn rename(name: &str, value: &mut Value) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(reference)) = object.get_mut("$ref")
                && let Some(own) = reference.strip_prefix("#/$defs/")
            {
                *reference = format!("#/components/schemas/{name}.{own}");
            }
            object.values_mut().for_each(|value| rename(name, value));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| rename(name, value)),
        _ => {}
    }
}
