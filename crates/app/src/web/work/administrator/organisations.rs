//! The organisations that are known, and the keys with which they sign.

use adhere_actions::party::{known, record};
use adhere_domain::digest::Digest;
use adhere_domain::id::Id;
use adhere_domain::law::country::Country;
use adhere_domain::parties::directory::{Directory, PartyCommand};
use adhere_domain::parties::key::{Key, KeyHolder, KeyRecord, KeyStanding};
use adhere_domain::parties::organisation::{Organisation, OrganisationId, OrganisationKind};
use adhere_domain::text::NonEmptyText;
use adhere_store::StoreError;
use adhere_store::projection::organisation::list;
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, FieldView, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::work::told::recorded;
use crate::web::zone::Moment;
use crate::web::{Page, Service, again, html};

/// So many organisations are shown at once.
const PAGE: u64 = 100;

#[derive(Template)]
#[template(path = "web/administration/organisations.html")]
struct OrganisationsPage<'a> {
    frame: Frame<'a>,
    organisations: Vec<OrganisationRow>,
    next: Option<String>,
}

/// An organisation, ready to print.
struct OrganisationRow {
    id: OrganisationId,
    name: String,
    kinds: String,
    country: String,
}

#[derive(Template)]
#[template(path = "web/administration/register.html")]
struct RegisterPage<'a> {
    frame: Frame<'a>,
    form: FormView,
}

#[derive(Template)]
#[template(path = "web/administration/organisation.html")]
struct OrganisationPage<'a> {
    frame: Frame<'a>,
    id: OrganisationId,
    name: String,
    form: FormView,
    keys: Vec<KeyView>,
    key_form: FormView,
}

/// A key, ready to print.
struct KeyView {
    id: String,
    public: String,
    from: Moment,
    standing: String,
    is_valid: bool,
}

type Sent = Form<Vec<(String, String)>>;

/// All organisations, page by page; or the one that is asked for by its id.
pub(in super::super) async fn show(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let id = |name: &str| page.asked.parsed(name, "the id of an organisation", OrganisationId::parse);
            if let Some(open) = id("open")? {
                return Ok(Redirect::to(&page.to().administered(&open, "")).into_response());
            }
            let after = id("after")?;
            let found = page.service.store.read(|tx| list(tx, after.as_ref(), PAGE).map_err(StoreError::from))?;
            let is_full = u64::try_from(found.len()).is_ok_and(|count| count == PAGE);
            let next = found.last().filter(|_| is_full).map(|(id, _)| page.to().organisations_after(id));
            let organisations = found.into_iter().map(|(id, it)| row(page, id, &it)).collect();
            Ok(html(OrganisationsPage { frame: page.frame(Section::Work), organisations, next }.render()?))
        })
        .await
}

fn row(page: &Page<'_>, id: OrganisationId, known: &Organisation) -> OrganisationRow {
    let kinds = known.kinds.iter().map(|kind| kind_text(page, *kind)).collect::<Vec<_>>().join(", ");
    let country = known.country.map(|country| country.to_string()).unwrap_or_default();
    OrganisationRow { id, name: known.name.to_string(), kinds, country }
}

fn kind_text(page: &Page<'_>, kind: OrganisationKind) -> String {
    page.words().text(&format!("organisation-kind-{}", kind.id()))
}

/// The form to register one.
pub(in super::super) async fn ask_register(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
) -> Result<Response, Problem> {
    service.work(asked, actor, |page| Ok(html(registering(page, &Typed::default())?))).await
}

fn registering(page: &Page<'_>, typed: &Typed) -> Result<String, Problem> {
    let fields = Fields { words: page.words(), typed };
    let id = fields.line("id", "admin-organisation-id").hinted(page.words().text("admin-organisation-id-hint"));
    let fields = std::iter::once(id).chain(described(page, fields)).collect();
    let action = page.to().administration("/organisations/register");
    let form = FormView::new(action, page.words().text("admin-register"), fields, typed);
    Ok(RegisterPage { frame: page.frame(Section::Work), form }.render()?)
}

/// The fields for what is known of an organisation.
fn described(page: &Page<'_>, fields: Fields<'_>) -> Vec<FieldView> {
    let kinds = OrganisationKind::ALL.map(|(kind, id)| (id.to_owned(), kind_text(page, kind)));
    vec![
        fields.line("name", "people-name"),
        fields.any("kind", "admin-kinds", kinds.into()),
        fields.line("country", "admin-country").hinted(page.words().text("admin-country-hint")),
    ]
}

/// What was typed of an organisation.
fn organisation(page: &Page<'_>, typed: &mut Typed) -> Option<Organisation> {
    let wrong = |key: &'static str| move || page.words().text(key);
    let name = typed.required("name", wrong("admin-name-missing"), NonEmptyText::parse);
    let country = typed.optional("country", wrong("admin-country-wrong"), Country::parse);
    let kind = |id: &str| OrganisationKind::ALL.into_iter().find(|(_, known)| *known == id).map(|(kind, _)| kind);
    let kinds: Option<std::collections::BTreeSet<_>> = typed.all("kind").map(kind).collect();
    let kinds = kinds.filter(|kinds| !kinds.is_empty());
    if kinds.is_none() {
        typed.refuse("kind", page.words().text("admin-kinds-missing"));
    }
    if typed.is_refused() {
        return None;
    }
    Some(Organisation { name: name?, kinds: kinds?, country })
}

/// Registers an organisation.
pub(in super::super) async fn register(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Sent,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let wrong = || page.words().text("listing-organisation-wrong");
            let id: Option<OrganisationId> = typed.required("id", wrong, Id::parse);
            let (Some(given), Some(id)) = (organisation(page, &mut typed), id) else {
                return Ok(again(registering(page, &typed)?));
            };
            let to = after(&page.to().administered(&id, ""), "recorded");
            let done = record(&page.context()?, PartyCommand::RegisterOrganisation(id.clone(), given));
            recorded(page, done, &to, typed, |typed| registering(page, typed))
        })
        .await
}

/// An organisation with its keys.
pub(in super::super) async fn one(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(party): Path<String>,
) -> Result<Response, Problem> {
    service.work(asked, actor, move |page| Ok(html(showing(page, &named(&party)?, None, &Typed::default())?))).await
}

fn named(party: &str) -> Result<OrganisationId, Problem> {
    OrganisationId::parse(party).ok_or_else(|| Problem::not_found(Said::new("problem-no-organisation")))
}

/// What is known of an organisation, with what was typed to change it, or into the form for keys.
fn showing(page: &Page<'_>, id: &OrganisationId, changed: Option<&Typed>, key: &Typed) -> Result<String, Problem> {
    let directory = page.service.store.read(|tx| known(tx, id))?;
    let organisation = directory.organisations.get(id);
    let organisation = organisation.ok_or_else(|| Problem::not_found(Said::new("problem-no-organisation")))?;
    let before = as_known(organisation);
    let typed = changed.unwrap_or(&before);
    let fields = described(page, Fields { words: page.words(), typed });
    let form = FormView::new(page.to().administered(id, ""), page.words().text("admin-change"), fields, typed);
    let keys = keys(page, &directory, id)?;
    let key_form = key_form(page, id, key);
    let (frame, name) = (page.frame(Section::Work), organisation.name.to_string());
    Ok(OrganisationPage { frame, id: id.clone(), name, form, keys, key_form }.render()?)
}

fn as_known(known: &Organisation) -> Typed {
    let mut values = vec![("name", known.name.to_string())];
    values.extend(known.kinds.iter().map(|kind| ("kind", kind.id().to_owned())));
    values.extend(known.country.map(|country| ("country", country.to_string())));
    Typed::begin(&values)
}

fn keys(page: &Page<'_>, directory: &Directory, id: &OrganisationId) -> Result<Vec<KeyView>, Problem> {
    let now = page.context()?.now;
    let frame = page.frame(Section::Work);
    let own = directory.keys.values().filter(|it| it.key.holder == KeyHolder::Organisation(id.clone()));
    let view = |KeyRecord { key, .. }: &KeyRecord, standing: KeyStanding| {
        let (state, at) = match standing {
            KeyStanding::Valid => ("admin-key-valid", None),
            KeyStanding::NotYet(at) => ("admin-key-not-yet", Some(at)),
            KeyStanding::Expired(at) => ("admin-key-expired", Some(at)),
            KeyStanding::Rotated(at) => ("admin-key-rotated", Some(at)),
            KeyStanding::Revoked(at) => ("admin-key-revoked", Some(at)),
        };
        let at = at.map(|at| format!(", {}", frame.moment(&at).text())).unwrap_or_default();
        KeyView {
            id: key.id.to_string(),
            public: Digest::new(key.public).to_string(),
            from: frame.moment(&key.from),
            standing: format!("{}{at}", page.words().text(state)),
            is_valid: standing == KeyStanding::Valid,
        }
    };
    Ok(own.map(|it| view(it, it.standing(now))).collect())
}

fn key_form(page: &Page<'_>, id: &OrganisationId, typed: &Typed) -> FormView {
    let words = page.words();
    let fields = Fields { words, typed };
    let fields = vec![
        fields.line("key", "admin-key-id").hinted(words.text("admin-key-id-hint")),
        fields.line("public", "admin-key-public").hinted(words.text("admin-key-public-hint")),
    ];
    FormView::new(page.to().administered(id, "/keys"), words.text("admin-key-add"), fields, typed)
}

/// Changes what is known of an organisation.
pub(in super::super) async fn change(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(party): Path<String>,
    Form(form): Sent,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let (id, mut typed) = (named(&party)?, Typed::sent(form));
            let Some(given) = organisation(page, &mut typed) else {
                return Ok(again(showing(page, &id, Some(&typed), &Typed::default())?));
            };
            let to = after(&page.to().administered(&id, ""), "recorded");
            let done = record(&page.context()?, PartyCommand::ChangeOrganisation(id.clone(), given));
            recorded(page, done, &to, typed, |typed| showing(page, &id, Some(typed), &Typed::default()))
        })
        .await
}

/// Adds a key of an organisation.
pub(in super::super) async fn add_key(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(party): Path<String>,
    Form(form): Sent,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let (id, mut typed) = (named(&party)?, Typed::sent(form));
            let wrong = |key: &'static str| move || page.words().text(key);
            let key = typed.required("key", wrong("admin-key-id-wrong"), Id::parse);
            let public = typed.required("public", wrong("admin-key-public-wrong"), Digest::parse);
            let (Some(key), Some(public)) = (key, public) else {
                return Ok(again(showing(page, &id, None, &typed)?));
            };
            let (context, holder) = (page.context()?, KeyHolder::Organisation(id.clone()));
            let key = Key { id: key, holder, public: *public.as_bytes(), from: context.now, until: None };
            let to = after(&page.to().administered(&id, ""), "recorded");
            let done = record(&context, PartyCommand::AddKey(key));
            recorded(page, done, &to, typed, |typed| showing(page, &id, None, typed))
        })
        .await
}

/// Revokes a key from now on, or asks first what for.
pub(in super::super) async fn revoke_key(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(party): Path<String>,
    Form(form): Sent,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let (id, typed) = (named(&party)?, Typed::sent(form));
            let key =
                Id::parse(typed.value("key")).ok_or_else(|| Problem::bad_request(Said::new("problem-key-unnamed")))?;
            let mut shown = Typed::default();
            let Some(reason) = NonEmptyText::parse(typed.value("reason")) else {
                shown.refuse_all(page.words().text("admin-key-reason-missing"));
                return Ok(again(showing(page, &id, None, &shown)?));
            };
            let context = page.context()?;
            let to = after(&page.to().administered(&id, ""), "recorded");
            let done = record(&context, PartyCommand::RevokeKey { id: key, from: context.now, reason });
            recorded(page, done, &to, shown, |typed| showing(page, &id, None, typed))
        })
        .await
}
