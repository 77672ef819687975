//! What everybody may read: published codes, the law, and the register.

use adhere_actions::ActionError;
use adhere_actions::codes::{compiled, publications};
use adhere_actions::register::{RegisterRead, provider_history, register_page, register_within};
use adhere_domain::codes::code::Code;
use adhere_domain::codes::id::PartId;
use adhere_domain::law::corpus::{ActText, ElementId, Provision, Version};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_formats::compiled_code::compiled_bytes;
use adhere_formats::register::RegisterWire;
use adhere_store::StoreError;
use adhere_store::db::Transaction;
use adhere_store::projection::register::Wanted;
use schemars::JsonSchema;
use serde::Serialize;

use super::call::Call;
use super::journal::LineWire;
use super::operation::{AFTER, AS_OF, Gives, Kind, LIMIT, Operation, Parameter};
use super::paging::Listed;
use super::reply::Reply;
use crate::clock;
use crate::web::error::Problem;

/// Scopes of adherence, as data names them.
pub(super) const SCOPES: &[&str] = &["full", "art-53", "chapters"];

/// A published version of a code.
#[derive(Serialize, JsonSchema)]
struct CodeWire {
    /// `id@version`.
    name: String,
    /// What it is called.
    title: String,
    /// The day on which it was published.
    published: String,
    /// The SHA-256 by which it is known.
    digest: String,
    /// The entry of the journal that says so.
    entry: u64,
}

/// An act.
#[derive(Serialize, JsonSchema)]
struct ActWire {
    /// Its CELEX number.
    celex: String,
    /// What it is called in citations.
    name: String,
    /// Its designation.
    title: String,
    /// Its European Legislation Identifier.
    eli: String,
}

/// A provision.
#[derive(Serialize, JsonSchema)]
struct ProvisionWire {
    /// Its element id.
    id: String,
    /// How people cite it.
    cite: String,
    /// The first day on which it applies, where it has one.
    applies: Option<String>,
    /// The version in force on the day; nothing when there is none.
    in_force: Option<VersionWire>,
    /// All versions, the oldest first.
    versions: Vec<VersionWire>,
}

/// A version of a provision.
#[derive(Serialize, JsonSchema)]
struct VersionWire {
    /// First day in force.
    from: String,
    /// First day no longer, if it has ended or will.
    until: Option<String>,
    /// When it was published.
    published: String,
    /// What it says, in adhere's words; the text is that of the Official Journal.
    gist: String,
    /// Where that was read.
    source: String,
    /// How much that reading can be relied on.
    standing: String,
}

/// A page of the register.
#[derive(Serialize, JsonSchema)]
struct RegisterPageWire {
    #[serde(flatten)]
    register: RegisterWire,
    /// Where the next page is; nothing on the last one.
    next: Option<String>,
}

/// An organisation in the register.
#[derive(Serialize, JsonSchema)]
struct ProviderWire {
    #[serde(flatten)]
    register: RegisterWire,
    /// What was recorded of it for everybody to read, the latest first.
    history: Vec<LineWire>,
}

const FILTERS: &[Parameter] = &[
    AS_OF,
    Parameter::optional("code", "Of this code alone.", Kind::Id),
    Parameter::optional("scope", "With this scope alone.", Kind::OneOf(SCOPES)),
    Parameter::optional("model", "For this model alone.", Kind::Id),
    AFTER,
    LIMIT,
];
const WITHIN: Parameter = Parameter::optional("within", "Within this element alone, such as `art_53`.", Kind::Text);

pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::read(
            "codes",
            "/api/v1/codes",
            ("listCodes", "List the versions of codes that were published by a day"),
            Gives::json::<Listed<CodeWire>>(),
            codes,
        )
        .with(&[AS_OF]),
        Operation::read(
            "codes",
            "/api/v1/codes/{code}",
            ("readCode", "Read a version of a code (`id@version`), or the latest by a day (`id`)"),
            Gives::Form("code", adhere_formats::compiled_code::schema),
            |call| {
                let name = call.part("code", |text| Some(text.to_owned()))?;
                Ok(Reply::of_json(compiled_bytes(&call.page.code(&name)?.code)))
            },
        )
        .with(&[AS_OF]),
        Operation::read("law", "/api/v1/law", ("listActs", "List the acts"), Gives::json::<Listed<ActWire>>(), acts),
        Operation::read(
            "law",
            "/api/v1/law/{celex}/provisions",
            ("listProvisions", "List the provisions of an act, each as of a day"),
            Gives::json::<Listed<ProvisionWire>>(),
            provisions,
        )
        .with(&[AS_OF, WITHIN, AFTER, LIMIT]),
        Operation::read(
            "law",
            "/api/v1/law/{celex}/provisions/{element}",
            ("readProvision", "Read a provision as of a day"),
            Gives::json::<ProvisionWire>(),
            provision,
        )
        .with(&[AS_OF]),
        Operation::read(
            "register",
            "/api/v1/register",
            ("readRegister", "Read who adheres to what on a day"),
            Gives::json::<RegisterPageWire>(),
            listed,
        )
        .with(FILTERS),
        Operation::read(
            "register",
            "/api/v1/register/{provider}",
            ("readProvider", "Read where a provider stands, and what was recorded of it"),
            Gives::json::<ProviderWire>(),
            provider,
        )
        .with(&[AS_OF]),
    ]
}

fn codes(call: &Call<'_>) -> Result<Reply, Problem> {
    let line = |it: std::sync::Arc<crate::web::published::PublishedCode>| CodeWire {
        name: it.name(),
        title: it.code.title.clone(),
        published: it.code.published.to_string(),
        digest: it.digest.to_string(),
        entry: it.entry_id,
    };
    Reply::json(&Listed { items: call.page.codes()?.into_iter().map(line).collect(), next: None })
}

fn acts(call: &Call<'_>) -> Result<Reply, Problem> {
    let line = |ActText { act, .. }: &ActText| ActWire {
        celex: act.celex.clone(),
        name: act.name.clone(),
        title: act.title.clone(),
        eli: act.eli.clone(),
    };
    Reply::json(&Listed { items: call.page.corpus().acts.iter().map(line).collect(), next: None })
}

fn act<'c>(call: &'c Call<'_>) -> Result<&'c ActText, Problem> {
    call.part("celex", |celex| call.page.corpus().acts.iter().find(|act| act.act.celex == celex))
}

fn provisions(call: &Call<'_>) -> Result<Reply, Problem> {
    let act = act(call)?;
    let within = call.page.asked.parsed("within", "an element such as `art_53`", ElementId::parse)?;
    let after = call.after(ElementId::parse)?;
    let is_wanted = |id: &ElementId| {
        after.as_ref().is_none_or(|after| id > after) && within.as_ref().is_none_or(|it| it.contains(id.as_str()))
    };
    let limit = usize::try_from(call.limit()?).unwrap_or(usize::MAX);
    let found = act.provisions.iter().filter(|(id, _)| is_wanted(id)).take(limit.saturating_add(1));
    call.listed(found.collect(), |(id, _)| id.as_str().to_owned(), |(_, provision)| provision_wire(call, provision))
}

fn provision(call: &Call<'_>) -> Result<Reply, Problem> {
    let act = act(call)?;
    let found = call.part("element", |text| act.provisions.get(&ElementId::parse(text)?))?;
    Reply::json(&provision_wire(call, found))
}

fn provision_wire(call: &Call<'_>, provision: &Provision) -> ProvisionWire {
    let page = &call.page;
    let version = |version: &Version| VersionWire {
        from: version.from.to_string(),
        until: version.end.map(|end| end.until.to_string()),
        published: version.published.to_string(),
        gist: version.gist.clone(),
        source: version.source.clone(),
        standing: version.standing.id().to_owned(),
    };
    ProvisionWire {
        id: provision.id.as_str().to_owned(),
        cite: provision.cite.clone(),
        applies: provision.applies.map(|day| day.to_string()),
        in_force: provision.version(page.as_of(), page.today).map(version),
        versions: provision.versions.iter().map(version).collect(),
    }
}

fn listed(call: &Call<'_>) -> Result<Reply, Problem> {
    let (page, limit) = (&call.page, call.limit()?);
    let code = page.asked.parsed("code", "the id of a code", PartId::parse)?;
    let model = page.asked.parsed("model", "the id of a model", PartId::parse)?;
    let scope = |text: &str| SCOPES.contains(&text).then(|| text.to_owned());
    let scope = page.asked.parsed("scope", "`full`, `art-53` or `chapters`", scope)?;
    let after = call.after(|text| {
        let (organisation, code) = text.split_once(' ')?;
        OrganisationId::parse(organisation).zip(PartId::parse(code))
    })?;
    let wanted = Wanted {
        code: code.as_ref(),
        model: model.as_ref(),
        scope: scope.as_deref(),
        after: after.as_ref().map(|(organisation, code)| (organisation, code)),
        limit,
        ..Wanted::default()
    };
    let now = moment(call);
    let read = page.service.store.read(|tx| register_page(tx, &wanted, page.as_of(), now))?;
    let is_full = u64::try_from(read.standing.len()).is_ok_and(|shown| shown == limit);
    let last = read.standing.last_key_value().filter(|_| is_full);
    let next = last.map(|((organisation, code), _)| call.next(&format!("{organisation} {code}")));
    Reply::page(&RegisterPageWire { register: wire(&read), next: next.clone() }, next)
}

/// What counts was recorded by now, to the end of the day: an answer that has not changed has the same tag.
fn moment(call: &Call<'_>) -> jiff::Timestamp {
    clock::end_of(call.page.today).unwrap_or_else(clock::now)
}

fn wire(read: &RegisterRead) -> RegisterWire {
    RegisterWire::new(&read.standing, &read.organisations, read.as_of, read.known_at)
}

fn provider(call: &Call<'_>) -> Result<Reply, Problem> {
    let id = call.part("provider", OrganisationId::parse)?;
    let found = call.page.service.store.read(|tx| current_provider(call, tx, &id))?;
    found.map(Reply::of_json).ok_or_else(|| Problem::not_found(format!("nothing is recorded of a provider `{id}`")))
}

/// Where a provider stands, as it is read; nothing when nothing is recorded of it.
pub(super) fn current_provider(
    call: &Call<'_>,
    tx: &mut Transaction<'_>,
    id: &OrganisationId,
) -> Result<Option<Vec<u8>>, StoreError> {
    let (wanted, now) = (Wanted { organisation: Some(id), ..Wanted::default() }, moment(call));
    let read = register_within(tx, &wanted, call.page.as_of(), now)?;
    let history: Vec<LineWire> = provider_history(tx, id, now)?.into_iter().map(LineWire::from).collect();
    let is_known = !history.is_empty();
    let provider = ProviderWire { register: wire(&read), history };
    Ok(is_known.then(|| serde_json::to_vec(&provider).unwrap_or_default()))
}

/// A version of a code as it is read, if that version is published.
pub(super) fn current_code(
    call: &Call<'_>,
    tx: &mut Transaction<'_>,
    code: &Code,
) -> Result<Option<Vec<u8>>, ActionError> {
    let published = publications(tx, &code.id)?;
    let Some(publication) = published.version(&code.id, &code.version) else { return Ok(None) };
    Ok(Some(compiled_bytes(&compiled(tx, publication, call.page.corpus())?)))
}
