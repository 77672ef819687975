//! What packages say: taken from what is recorded, in members that can be shown or kept back one by one.

use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::life::AdherenceId;
use adhere_domain::adherence::statements::Content;
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_journal::package::kind::PackageKind;
use adhere_store::StoreError;
use adhere_store::db::Transaction;
use adhere_store::event::subject;
use adhere_store::projection::evidence;
use adhere_store::projection::statement::{Stated, Wanted, list};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::error::PackageError;
use crate::adherence::lives;
use crate::error::ActionError;

/// What a package is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An adherence, as it holds today.
    Adherence(AdherenceId),
    /// What the organisation states on the measures of a version of a code.
    Statements(PartId, PartId),
    /// The evidence that is attached to these statements.
    Evidence(PartId, PartId),
}

/// What a package says, and about which version of which code.
pub(super) struct Body {
    pub(super) kind: PackageKind,
    pub(super) about: String,
    pub(super) code: PartId,
    pub(super) version: PartId,
    pub(super) says: Map<String, Value>,
}

/// What an organisation says today.
pub(super) fn body(
    tx: &mut Transaction<'_>,
    own: &OrganisationId,
    about: &Subject,
    today: Date,
) -> Result<Body, ActionError> {
    match about {
        Subject::Adherence(id) => adherence(tx, own, id, today),
        Subject::Statements(code, version) => {
            let all = stated(tx, own, code, version, today)?;
            let says = listed("statements", all.iter().map(statement).collect());
            Ok(of_code(PackageKind::StatementSet, own, code, version, says))
        }
        Subject::Evidence(code, version) => {
            let all = stated(tx, own, code, version, today)?;
            let says = listed("evidence", index(tx, &all)?);
            Ok(of_code(PackageKind::EvidenceIndex, own, code, version, says))
        }
    }
}

fn of_code(
    kind: PackageKind,
    own: &OrganisationId,
    code: &PartId,
    version: &PartId,
    mut says: Map<String, Value>,
) -> Body {
    says.insert("provider".to_owned(), json!(own.as_str()));
    let about = subject::organisation(own);
    Body { kind, about: format!("{about}/{code}"), code: code.clone(), version: version.clone(), says }
}

fn listed(name: &str, elements: Vec<Value>) -> Map<String, Value> {
    Map::from_iter([(name.to_owned(), Value::Array(elements))])
}

fn adherence(
    tx: &mut Transaction<'_>,
    own: &OrganisationId,
    id: &AdherenceId,
    today: Date,
) -> Result<Body, ActionError> {
    let register = lives(tx, &[subject::adherence(id)])?;
    let life = register.lives.get(id).ok_or_else(|| PackageError::NoAdherence(id.clone()))?;
    let declared = &life.declared;
    if declared.provider != *own {
        let (adherence, found) = (id.clone(), declared.provider.clone());
        return Err(PackageError::OfAnother { adherence, found, expected: own.clone() }.into());
    }
    let (from, terms) = life.on(today).ok_or_else(|| PackageError::NoAdherence(id.clone()))?;
    let mut says = Map::new();
    let mut say = |name: &str, value: Value| says.insert(name.to_owned(), value);
    say("adherence", json!(id.as_str()));
    say("provider", json!(own.as_str()));
    say("declared", json!(declared.since.to_string()));
    say("from", json!(from.to_string()));
    say("signed", json!({ "by": declared.signed.by.as_str(), "on": declared.signed.on.to_string() }));
    let names = |parts: &std::collections::BTreeSet<PartId>| parts.iter().map(|part| json!(part.as_str())).collect();
    match &terms.scope {
        Scope::Full => say("scope", json!("full")),
        Scope::Article53 => say("scope", json!("art-53")),
        Scope::Chapters(chapters) => {
            say("chapters", Value::Array(names(chapters)));
            say("scope", json!("chapters"))
        }
    };
    if let Some(models) = &terms.models {
        say("models", Value::Array(names(models)));
    }
    if let Some(end) = life.end_of_life() {
        say("until", json!(end.from().to_string()));
    }
    let (code, version) = (declared.code.clone(), terms.version.clone());
    Ok(Body { kind: PackageKind::AdherenceDeclaration, about: subject::adherence(id), code, version, says })
}

fn stated(
    tx: &mut Transaction<'_>,
    own: &OrganisationId,
    code: &PartId,
    version: &PartId,
    today: Date,
) -> Result<Vec<Stated>, ActionError> {
    let wanted = Wanted { provider: Some(own), code: Some(code), version: Some(version), ..Wanted::default() };
    let all = list(tx, &wanted, today, u64::MAX).map_err(StoreError::from)?;
    if all.is_empty() { Err(PackageError::Nothing.into()) } else { Ok(all) }
}

fn statement(stated: &Stated) -> Value {
    let Content { state, text, owner, due } = &stated.revision.content;
    let mut says = Map::new();
    let mut say = |name: &str, value: String| says.insert(name.to_owned(), Value::String(value));
    say("measure", stated.subject.measure.to_string());
    say("state", state.id().to_owned());
    say("author", stated.revision.author.to_string());
    say("on", stated.revision.on.to_string());
    let model = stated.subject.model.as_ref().map(PartId::to_string);
    let words = [text, owner].map(|text| text.as_ref().map(|text| text.as_str().to_owned()));
    let [text, owner] = words;
    let optional = [("model", model), ("text", text), ("owner", owner), ("due", due.map(|due| due.to_string()))];
    for (name, value) in optional {
        if let Some(value) = value {
            say(name, value);
        }
    }
    says.insert("revision".to_owned(), json!(stated.revision.number));
    Value::Object(says)
}

/// What is attached to statements, each file with the measures that it is attached to.
fn index(tx: &mut Transaction<'_>, stated: &[Stated]) -> Result<Vec<Value>, ActionError> {
    let mut measures = std::collections::BTreeMap::<_, std::collections::BTreeSet<String>>::new();
    for one in stated {
        let name = subject::statement(&one.subject);
        for attached in evidence::attached(tx, Some(&name), None, None).map_err(StoreError::from)? {
            measures.entry(attached.evidence).or_default().insert(one.subject.measure.to_string());
        }
    }
    let mut index = Vec::new();
    for (id, measures) in measures {
        let Some(kept) = evidence::item(tx, &id, None).map_err(StoreError::from)? else { continue };
        let item = kept.record.item;
        let mut says = Map::new();
        let mut say = |name: &str, value: Value| says.insert(name.to_owned(), value);
        say("evidence", json!(id.as_str()));
        say("sha256", json!(item.digest.to_string()));
        say("size", json!(item.size));
        say("media_type", json!(item.media_type.to_string()));
        say("title", json!(item.title.as_str()));
        say("speaks_for", json!(item.speaks_for.to_string()));
        say("confidentiality", json!(item.confidentiality.id()));
        say("measures", json!(measures));
        if let Some(expires) = item.expires {
            say("expires", json!(expires.to_string()));
        }
        index.push(Value::Object(says));
    }
    if index.is_empty() { Err(PackageError::Nothing.into()) } else { Ok(index) }
}
