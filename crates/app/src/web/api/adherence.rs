//! A provider's adherence: what holds, and declaring, changing and withdrawing it. What it would bind the provider to
//! can be asked for before anything is recorded.

use std::collections::BTreeSet;

use adhere_actions::adherence::{Preview, lives_of, lives_within, preview, record};
use adhere_domain::adherence::assessment::{Assessor, ModelAssessment};
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{
    Change, Declaration, Interest, RegisterCommand, RegisterEvent, Signature, Withdrawal,
};
use adhere_domain::adherence::register::life::{AdherenceId, Life, Terms};
use adhere_domain::codes::id::PartId;
use adhere_domain::law::truth::Truth;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::db::Transaction;
use axum::http::Method;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::Call;
use super::field::Fields;
use super::operation::{AFTER, Condition, Gives, LIMIT, Operation, Takes};
use super::paging::Listed;
use super::reply::Reply;
use crate::web::error::Problem;

const ADHERENCES: &str = "/api/v1/organisations/{organisation}/adherences";

/// An adherence with what became of it.
#[derive(Serialize, JsonSchema)]
struct LifeWire {
    /// Its id.
    id: String,
    /// The code.
    code: String,
    /// On what terms it holds from when.
    stages: Vec<StageWire>,
}

/// The terms of an adherence from a day on.
#[derive(Serialize, JsonSchema)]
struct StageWire {
    /// First day.
    from: String,
    /// First day no longer, if it has ended or will.
    until: Option<String>,
    /// The version of the code.
    version: String,
    /// How much of it.
    scope: ScopeBody,
    /// The models it is for; all of them when not said.
    models: Option<Vec<String>>,
}

/// How much of a code.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ScopeBody {
    /// All of it.
    Full,
    /// What concerns Art. 53.
    #[serde(rename = "art-53")]
    Article53,
    /// These chapters.
    Chapters(Vec<String>),
}

/// What is asked for; whoever asks signs it, today.
#[derive(Deserialize, JsonSchema)]
#[serde(tag = "what", rename_all = "kebab-case", deny_unknown_fields)]
enum AdherenceBody {
    /// Adherence is declared (Art. 56(7)).
    Declare {
        /// The id of the adherence that begins.
        id: String,
        /// The version of the code, `id@version`.
        code: String,
        /// How much of it.
        scope: ScopeBody,
        /// The models it is for; all of them when not said.
        models: Option<Vec<String>>,
        /// First day.
        from: String,
    },
    /// Its terms change.
    Change {
        /// The adherence.
        id: String,
        /// How much of the code from then on.
        scope: ScopeBody,
        /// The models it is for from then on; all of them when not said.
        models: Option<Vec<String>>,
        /// First day of the change.
        from: String,
    },
    /// It is withdrawn.
    Withdraw {
        /// The adherence.
        id: String,
        /// First day without it.
        from: String,
        /// Why, if the provider says so.
        reason: Option<String>,
    },
    /// Interest in the full code is declared (Art. 56(7)).
    Interest {
        /// The code.
        code: String,
    },
}

/// What would be recorded, and what it would bind to.
#[derive(Serialize, JsonSchema)]
struct PreviewWire {
    /// The kinds of the entries that would be made.
    events: Vec<&'static str>,
    /// The measures that would bind, model by model.
    binds: Vec<BindsWire>,
}

/// The measures that would bind for a model.
#[derive(Serialize, JsonSchema)]
struct BindsWire {
    /// What the model is called.
    model: String,
    /// The ids of the measures.
    measures: Vec<String>,
}

pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::read(
            "adherence",
            ADHERENCES,
            ("listAdherences", "List the adherences of a provider, with what became of each"),
            Gives::json::<Listed<LifeWire>>(),
            listed,
        )
        .with(&[AFTER, LIMIT])
        .to(Permission::ReadWork),
        Operation::write(
            "adherence",
            (Method::POST, ADHERENCES),
            ("recordAdherence", "Declare adherence or interest in the full code, change adherence, or withdraw it"),
            Takes::json::<AdherenceBody>(),
            |call| {
                let location = format!("/api/v1/organisations/{}/adherences", call.organisation()?);
                let (command, provider) = (command(call)?, call.organisation()?);
                let current = |tx: &mut Transaction<'_>| {
                    Ok(Some(serde_json::to_vec(&wires(&lives_within(tx, provider)?)).unwrap_or_default()))
                };
                call.recorded(location, Some(&current), |context| record(context, command))
            },
        )
        .on(Condition::Heeded)
        .to(Permission::Bind),
        Operation {
            gives: Gives::json::<PreviewWire>(),
            ..Operation::write(
                "adherence",
                (Method::POST, "/api/v1/organisations/{organisation}/adherence-previews"),
                ("previewAdherence", "See what would be recorded and bind; nothing is"),
                Takes::json::<AdherenceBody>(),
                previewed,
            )
        }
        .to(Permission::Bind),
    ]
}

fn listed(call: &Call<'_>) -> Result<Reply, Problem> {
    let all = wires(&lives_of(&call.page.context()?, call.organisation()?)?);
    call.page_of(all, |life| life.id.clone())
}

fn wires(lives: &[Life]) -> Listed<LifeWire> {
    let wire = |life: &Life| LifeWire {
        id: life.declared.id.to_string(),
        code: life.declared.code.to_string(),
        stages: life.stages().map(|(from, until, terms)| stage(from, until, terms)).collect(),
    };
    Listed { items: lives.iter().map(wire).collect(), next: None }
}

fn stage(from: Date, until: Option<Date>, terms: &Terms) -> StageWire {
    let ids = |ids: &BTreeSet<PartId>| ids.iter().map(ToString::to_string).collect();
    StageWire {
        from: from.to_string(),
        until: until.map(|day| day.to_string()),
        version: terms.version.to_string(),
        scope: match &terms.scope {
            Scope::Full => ScopeBody::Full,
            Scope::Article53 => ScopeBody::Article53,
            Scope::Chapters(chapters) => ScopeBody::Chapters(chapters.iter().map(ToString::to_string).collect()),
        },
        models: terms.models.as_ref().map(ids),
    }
}

fn previewed(call: &Call<'_>) -> Result<Reply, Problem> {
    let Preview { events, undertaking, codes, law } = preview(&call.page.context()?, command(call)?)?;
    let assessor = Assessor::new(&undertaking, &codes, &law, &call.page.service.law.calendars);
    let binds = |model: ModelAssessment<'_>| {
        let bound = model.measures.iter().filter(|standing| standing.binding.binds.truth == Truth::Yes);
        BindsWire {
            measures: bound.map(|standing| standing.measure.id.to_string()).collect(),
            model: model.model.name.clone(),
        }
    };
    let events = events.iter().map(RegisterEvent::kind).collect();
    Reply::json(&PreviewWire { events, binds: assessor.models().map(binds).collect() })
}

impl Fields {
    fn day(&mut self, text: &str) -> Option<Date> {
        self.parsed("/from", text, "a day such as `2026-12-31`", |text| text.parse().ok())
    }

    fn adherence(&mut self, text: &str) -> Option<AdherenceId> {
        self.parsed("/id", text, "an id of letters, digits, `.`, `-` and `_`", AdherenceId::parse)
    }

    /// How much of a code.
    pub(super) fn scope(&mut self, scope: ScopeBody) -> Option<Scope> {
        match scope {
            ScopeBody::Full => Some(Scope::Full),
            ScopeBody::Article53 => Some(Scope::Article53),
            ScopeBody::Chapters(chapters) => {
                let chapters = self.parts("/scope/chapters", &chapters)?;
                if chapters.is_empty() {
                    self.refuse("/scope/chapters", "no chapter is named".to_owned());
                }
                Some(Scope::Chapters(chapters))
            }
        }
    }

    fn parts(&mut self, pointer: &str, texts: &[String]) -> Option<BTreeSet<PartId>> {
        let part =
            |(index, text): (usize, &String)| self.parsed(&format!("{pointer}/{index}"), text, "an id", PartId::parse);
        texts.iter().enumerate().map(part).collect()
    }

    /// The models, if any are named; whether they are ids is told with all else that is wrong.
    fn models(&mut self, models: Option<&Vec<String>>) -> Option<BTreeSet<PartId>> {
        self.parts("/models", models?)
    }
}

/// What is asked of the register, signed by whoever asks, today.
fn command(call: &Call<'_>) -> Result<RegisterCommand, Problem> {
    let page = &call.page;
    let signed = Signature { by: page.actor()?.person.clone(), on: page.today };
    let provider = call.organisation()?.clone();
    let mut fields = Fields::default();
    let read = match call.json()? {
        AdherenceBody::Declare { id, code, scope, models, from } => {
            let version = |text: &str| {
                let (code, version) = text.split_once('@')?;
                PartId::parse(code).zip(PartId::parse(version))
            };
            let code = fields.parsed("/code", &code, "a version of a code such as `gpai@2025-07-10`", version);
            let (id, since) = (fields.adherence(&id), fields.day(&from));
            let (scope, models) = (fields.scope(scope), fields.models(models.as_ref()));
            code.zip(id).zip(since).zip(scope).map(|((((code, version), id), since), scope)| {
                let terms = Terms { version, scope, models };
                RegisterCommand::Declare(Declaration { id, provider, code, terms, since, signed, source: None })
            })
        }
        AdherenceBody::Change { id, scope, models, from } => {
            let (id, from) = (fields.adherence(&id), fields.day(&from));
            let (scope, models) = (fields.scope(scope), fields.models(models.as_ref()));
            let read = id.zip(from).zip(scope);
            read.map(|((id, from), scope)| RegisterCommand::Change(Change { id, from, scope, models, signed }))
        }
        AdherenceBody::Withdraw { id, from, reason } => {
            let (id, from) = (fields.adherence(&id), fields.day(&from));
            let reason = fields.optional("/reason", reason.as_ref(), "a text", NonEmptyText::parse);
            id.zip(from).map(|(id, from)| RegisterCommand::Withdraw(Withdrawal { id, from, signed, reason }))
        }
        AdherenceBody::Interest { code } => {
            let code = fields.parsed("/code", &code, "the id of a code", PartId::parse);
            code.map(|code| RegisterCommand::DeclareInterest(Interest { provider, code, signed }))
        }
    };
    fields.done(read)
}
