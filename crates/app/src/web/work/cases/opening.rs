//! Opening a case: one form for each kind, because each asks for something else.

use std::collections::BTreeSet;
use std::sync::Arc;

use adhere_actions::cases::{RecordCase, new_case_id, record_case};
use adhere_domain::cases::CaseId;
use adhere_domain::cases::complaint::Complaint;
use adhere_domain::cases::event::{CaseChange, CaseEvent, Opening};
use adhere_domain::cases::matter::{CaseKind, Harm, Matter};
use adhere_domain::codes::id::PartId;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::text::NonEmptyText;
use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;

use super::super::told::recorded;
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::published::PublishedCode;
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::{Page, Service, again, html};

#[derive(Template)]
#[template(path = "web/work/case_new.html")]
struct NewCasePage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    /// Every kind with its address, its words, what it is, and the provision behind it.
    kinds: Vec<KindView>,
    /// The form for the kind that was chosen; nothing where no published code deals with it.
    form: Option<FormView>,
    is_chosen: bool,
}

/// A kind of case that can be opened, ready to print.
struct KindView {
    url: String,
    name: String,
    lead: String,
    cite: String,
    is_here: bool,
}

/// The kinds, and the form for the one that was chosen.
pub(crate) async fn ask(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let kind = page.asked.parsed("kind", "a kind of case", CaseKind::named)?;
            let typed = Typed::begin(&[
                ("id", new_case_id()?.to_string()),
                ("kind", kind.map_or("", CaseKind::id).to_owned()),
                ("aware-at", page.asked.zone.typed(clock::now())),
            ]);
            Ok(html(asking(page, kind, &typed)?))
        })
        .await
}

fn asking(page: &Page<'_>, kind: Option<CaseKind>, typed: &Typed) -> Result<String, Problem> {
    let organisation = page.actor()?.organisation()?.clone();
    let words = page.words();
    let view = |(it, id): (CaseKind, &str)| KindView {
        url: page.to().new_case(&organisation, id),
        name: words.text(&format!("case-kind-{id}")),
        lead: words.text(&format!("case-lead-{id}")),
        cite: it.provision().map_or_else(String::new, |provision| page.corpus().cite(provision).to_owned()),
        is_here: kind == Some(it),
    };
    let form = match kind {
        Some(kind) => form(page, kind, typed)?,
        None => None,
    };
    let kinds = CaseKind::ALL.map(view).into();
    let is_chosen = kind.is_some();
    Ok(NewCasePage { frame: page.frame(Section::Work), organisation, kinds, form, is_chosen }.render()?)
}

/// The versions that deal with a kind of case, the latest first.
fn dealing(page: &Page<'_>, kind: CaseKind) -> Result<Vec<Arc<PublishedCode>>, Problem> {
    let mut codes = page.codes()?;
    codes.retain(|published| kind.is_in(&published.code));
    codes.sort_by_key(|published| std::cmp::Reverse(published.code.published));
    Ok(codes)
}

fn form(page: &Page<'_>, kind: CaseKind, typed: &Typed) -> Result<Option<FormView>, Problem> {
    let codes = dealing(page, kind)?;
    if codes.is_empty() {
        return Ok(None);
    }
    let words = page.words();
    let fields = Fields { words, typed };
    let choice = |published: &Arc<PublishedCode>| (published.name(), published.name());
    let mut all = vec![
        fields.line("title", "case-title").hinted(words.text("case-title-hint")),
        fields
            .input("aware-at", aware_key(kind), "datetime-local", "off")
            .hinted(words.with("case-zone-hint", &[("zone", page.asked.zone.name().to_owned().into())])),
    ];
    match kind {
        CaseKind::SeriousIncident => {
            let harms = Harm::ALL.map(|(_, id)| (id.to_owned(), words.text(&format!("case-harm-{id}"))));
            all.push(fields.any("harms", "case-harms", harms.into()).hinted(words.text("case-harms-hint")));
        }
        CaseKind::AiOfficeRequest => {
            all.push(fields.day("until", "case-until").hinted(words.text("case-until-hint")));
        }
        CaseKind::Complaint => all.extend([
            fields.line("name", "complaint-name"),
            fields.input("email", "complaint-email", "email", "off"),
            fields.area("work", "complaint-work"),
            fields.area("text", "complaint-text"),
        ]),
        CaseKind::DownstreamRequest => {}
    }
    all.extend([
        fields.line("model", "case-model").hinted(words.text("case-model-hint")),
        fields.select("code", "case-code", codes.iter().map(choice).collect()).hinted(words.text("case-code-hint")),
        fields.hidden("kind"),
        fields.hidden("id"),
    ]);
    let action = page.to().provider(page.actor()?.organisation()?, "/cases/new");
    Ok(Some(FormView::new(action, words.text("case-open"), all, typed)))
}

/// What is asked for as the beginning of a case.
const fn aware_key(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::SeriousIncident => "case-aware",
        CaseKind::DownstreamRequest | CaseKind::AiOfficeRequest | CaseKind::Complaint => "case-received",
    }
}

/// Opens a case, or shows what was typed again with what is wrong.
pub(crate) async fn open(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let mut typed = Typed::sent(form);
            let kind = CaseKind::named(typed.value("kind"));
            let kind = kind.ok_or_else(|| Problem::bad_request(Said::new("problem-case-kind-unnamed")))?;
            let id: Option<CaseId> = Id::parse(typed.value("id"));
            let id = id.ok_or_else(|| Problem::bad_request(Said::new("problem-case-unnamed")))?;
            let provider = page.actor()?.organisation()?.clone();
            let read = read(page, kind, &mut typed)?;
            let Some((opening, published)) = read.filter(|_| !typed.is_refused()) else {
                return Ok(again(asking(page, Some(kind), &typed)?));
            };
            let to = page.to().case(&provider, &id, "");
            let event = CaseEvent { provider, id, change: CaseChange::Opened(Box::new(opening)) };
            let to = after(&to, "recorded");
            let done = record_case(&page.context()?, RecordCase { event, code: Some(&published.code) });
            recorded(page, done, &to, typed, |typed| asking(page, Some(kind), typed))
        })
        .await
}

fn read(page: &Page<'_>, kind: CaseKind, typed: &mut Typed) -> Result<Option<(Opening, Arc<PublishedCode>)>, Problem> {
    let missing = |key: &'static str| move || page.words().text(key);
    let codes = dealing(page, kind)?;
    let title = typed.required("title", missing("case-title-missing"), NonEmptyText::parse);
    let aware_at = typed.required("aware-at", missing("case-moment-missing"), |text| page.asked.zone.read_typed(text));
    let model = typed.optional("model", missing("case-model-wrong"), PartId::parse);
    let named = |text: &str| codes.iter().find(|it| it.name() == text).cloned();
    let published = typed.required("code", missing("case-code-missing"), named);
    let matter = matter(page, kind, typed);
    let (Some(title), Some(aware_at), Some(published), Some(matter)) = (title, aware_at, published, matter) else {
        return Ok(None);
    };
    let (code, version) = (published.code.id.clone(), published.code.version.clone());
    Ok(Some((Opening { code, version, model, title, matter, aware_at, reference: None }, published)))
}

fn matter(page: &Page<'_>, kind: CaseKind, typed: &mut Typed) -> Option<Matter> {
    match kind {
        CaseKind::SeriousIncident => {
            let harms: BTreeSet<Harm> = typed.all("harms").filter_map(Harm::named).collect();
            if harms.is_empty() {
                typed.refuse("harms", page.words().text("case-harms-missing"));
                return None;
            }
            Some(Matter::SeriousIncident(harms))
        }
        CaseKind::DownstreamRequest => Some(Matter::DownstreamRequest),
        CaseKind::AiOfficeRequest => {
            let until = typed.optional("until", || page.words().text("form-day-missing"), |text| text.parse().ok());
            Some(Matter::AiOfficeRequest(until))
        }
        CaseKind::Complaint => complaint(page, typed).map(Matter::Complaint),
    }
}

/// A complaint as it was typed; what is missing or too long is said beside the field.
pub(crate) fn complaint(page: &Page<'_>, typed: &mut Typed) -> Option<Complaint> {
    use adhere_domain::cases::complaint::{
        LONGEST_EMAIL, LONGEST_NAME, LONGEST_TEXT, LONGEST_WORK, is_address, is_within,
    };
    let words = page.words();
    let mut part = |name, key: &'static str, most: usize| {
        let count = i64::try_from(most).unwrap_or(i64::MAX);
        let message = || words.with(key, &[("most", count.into())]);
        typed.required(name, message, |text| NonEmptyText::parse(text).filter(|text| is_within(text, most)))
    };
    let name = part("name", "complaint-name-wrong", LONGEST_NAME);
    let email = part("email", "complaint-email-wrong", LONGEST_EMAIL);
    let work = part("work", "complaint-work-wrong", LONGEST_WORK);
    let text = part("text", "complaint-text-wrong", LONGEST_TEXT);
    if email.as_ref().is_some_and(|email| !is_address(email.as_str())) {
        let most = i64::try_from(LONGEST_EMAIL).unwrap_or(i64::MAX);
        typed.refuse("email", words.with("complaint-email-wrong", &[("most", most.into())]));
    }
    let (name, email, work, text) = (name?, email?, work?, text?);
    let complaint = Complaint::new(name, email, work, text);
    if complaint.is_none() && !typed.is_refused() {
        // All that is left to be wrong is a name of more than one line.
        let most = i64::try_from(LONGEST_NAME).unwrap_or(i64::MAX);
        typed.refuse("name", words.with("complaint-name-wrong", &[("most", most.into())]));
    }
    complaint
}
