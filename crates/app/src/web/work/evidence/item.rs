//! An item of the library: what is said of it, what it shows, what became of it, a look at what is in it; and its
//! withdrawal, which is confirmed, because what was withdrawn stays so.

use adhere_actions::evidence::withdraw_evidence;
use adhere_domain::evidence::archive::EvidenceWithdrawal;
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::id::Id;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::StoreError;
use adhere_store::event::subject;
use adhere_store::projection::evidence::{Attached, Kept, attached};
use adhere_store::projection::{history, library};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::super::told::{happened, told};
use super::showing::{Glimpse, glimpse};
use super::{class_text, measure_of, size, standing};
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::zone::Moment;
use crate::web::{Page, Service, again, html};

/// So much of what happened to an item is shown.
const MOST: u64 = 200;

/// What is asked for of an item's page.
#[derive(serde::Deserialize)]
pub(in crate::web::work) struct ItemPath {
    item: String,
}

/// An item of the library of an organisation.
pub(super) struct Found {
    pub(super) organisation: OrganisationId,
    pub(super) id: EvidenceId,
    pub(super) kept: Kept,
}

#[derive(Template)]
#[template(path = "web/work/evidence_item.html")]
struct ItemPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    item: ItemView,
    standing: Option<String>,
    attached: Vec<AttachedRow>,
    history: Vec<HistoryRow>,
    glimpse: Option<Glimpse>,
    withdraw: Option<String>,
}

#[derive(Template)]
#[template(path = "web/work/withdraw_evidence.html")]
struct WithdrawPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    title: String,
    url: String,
    form: FormView,
}

/// What is said of an item, ready to print.
struct ItemView {
    title: String,
    media_type: String,
    size: String,
    digest: String,
    speaks_for: String,
    expires: String,
    class: String,
    added_by: String,
    added_at: Moment,
    download: String,
    preview: String,
    withdrawn_because: String,
}

/// A statement that an item shows, ready to print.
struct AttachedRow {
    name: String,
    url: String,
    passage: Option<String>,
}

/// Something that happened to an item, ready to print.
struct HistoryRow {
    entry: u64,
    at: Moment,
    what: String,
    actor: String,
}

impl Found {
    /// The item of the path, if it is in the library that the path names.
    pub(super) fn find(page: &Page<'_>, path: &ItemPath) -> Result<Self, Problem> {
        let organisation = page.actor()?.organisation()?.clone();
        let missing = || Problem::not_found(Said::new("problem-no-item"));
        let id: EvidenceId = Id::parse(&path.item).ok_or_else(missing)?;
        let known_before = clock::as_of(page.asked.as_of).ends;
        let kept = page
            .service
            .store
            .read(|tx| library::item(tx, &organisation, &id, known_before).map_err(StoreError::from))?;
        Ok(Self { organisation, id, kept: kept.ok_or_else(missing)? })
    }
}

/// An item's page.
pub(in crate::web::work) async fn one(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<ItemPath>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let found = Found::find(page, &path)?;
            let (shows, history) = happenings(page, &found)?;
            let is_standing = found.kept.record.withdrawn.is_none();
            let may_withdraw = is_standing && page.actor()?.may(Permission::WriteStatements);
            let to = page.to();
            let view = ItemPage {
                attached: shows.iter().filter_map(|it| attached_row(page, &found, it)).collect(),
                history,
                glimpse: glimpse(page, &found)?,
                withdraw: may_withdraw.then(|| to.evidence(&found.organisation, &found.id, "/withdraw")),
                standing: standing(page, &found.kept.record),
                item: item_view(page, &found),
                organisation: found.organisation,
                frame: page.frame(Section::Work),
            };
            Ok(html(view.render()?))
        })
        .await
}

fn happenings(page: &Page<'_>, found: &Found) -> Result<(Vec<Attached>, Vec<HistoryRow>), Problem> {
    let name = subject::evidence(&found.id);
    let known_before = clock::as_of(page.asked.as_of).ends;
    let (shows, lines) = page.service.store.read(|tx| {
        let wanted = history::Wanted { subject: Some(&name), kind: None };
        let shows = attached(tx, None, Some(&found.id), known_before)?;
        Ok::<_, StoreError>((shows, history::before(tx, &wanted, None, MOST)?))
    })?;
    let frame = page.frame(Section::Work);
    let lines = lines.into_iter().filter(|line| known_before.is_none_or(|moment| line.at < moment));
    let rows = lines.map(|line| HistoryRow {
        entry: line.entry_id,
        at: frame.moment(&line.at),
        what: happened(page.words(), &line.kind),
        actor: line.actor,
    });
    Ok((shows, rows.collect()))
}

/// A statement of this provider that the item shows; what others state is nothing that is told here.
fn attached_row(page: &Page<'_>, found: &Found, attached: &Attached) -> Option<AttachedRow> {
    let own = format!("statement/{}/", found.organisation);
    let (code, measure) = measure_of(attached.statement.strip_prefix(&own).and(Some(&attached.statement))?)?;
    Some(AttachedRow {
        url: page.to().measure(&found.organisation, &code, &measure),
        name: format!("{code} {measure}"),
        passage: attached.passage.as_ref().map(|passage| passage.exact().to_owned()),
    })
}

fn item_view(page: &Page<'_>, found: &Found) -> ItemView {
    let Found { organisation, id, kept } = found;
    let item = &kept.record.item;
    let to = page.to();
    ItemView {
        title: item.title.to_string(),
        media_type: item.media_type.to_string(),
        size: size(page, item.size),
        digest: item.digest.to_string(),
        speaks_for: item.speaks_for.to_string(),
        expires: item.expires.map(|day| day.to_string()).unwrap_or_default(),
        class: class_text(page, item.confidentiality),
        added_by: kept.added_by.clone(),
        added_at: page.frame(Section::Work).moment(&kept.added_at),
        download: to.evidence(organisation, id, "/file"),
        preview: to.evidence(organisation, id, "/preview"),
        withdrawn_because: kept.record.withdrawn.as_ref().map(|it| it.reason.to_string()).unwrap_or_default(),
    }
}

/// The form to withdraw an item.
pub(in crate::web::work) async fn ask_withdraw(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<ItemPath>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let typed = Typed::begin(&[("from", page.today.to_string())]);
            Ok(html(withdrawing(page, &Found::find(page, &path)?, &typed)?))
        })
        .await
}

fn withdrawing(page: &Page<'_>, found: &Found, typed: &Typed) -> Result<String, Problem> {
    let words = page.words();
    let fields = Fields { words, typed };
    let fields = vec![
        fields.day("from", "work-from").hinted(words.text("library-withdraw-from-hint")),
        fields.line("reason", "work-reason"),
    ];
    let action = page.to().evidence(&found.organisation, &found.id, "/withdraw");
    let view = WithdrawPage {
        title: found.kept.record.item.title.to_string(),
        url: page.to().evidence(&found.organisation, &found.id, ""),
        form: FormView::new(action, words.text("library-withdraw"), fields, typed),
        organisation: found.organisation.clone(),
        frame: page.frame(Section::Work),
    };
    Ok(view.render()?)
}

/// Withdraws an item.
pub(in crate::web::work) async fn withdraw(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<ItemPath>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let found = Found::find(page, &path)?;
            let mut typed = Typed::sent(form);
            let words = page.words();
            let from = typed.required("from", || words.text("form-day-missing"), |text| text.parse().ok());
            let reason = typed.required("reason", || words.text("library-reason-missing"), NonEmptyText::parse);
            let (Some(from), Some(reason)) = (from, reason) else {
                return Ok(again(withdrawing(page, &found, &typed)?));
            };
            let command = EvidenceWithdrawal { item: found.id.clone(), from, reason };
            match withdraw_evidence(&page.context()?, command) {
                Ok(_) => {
                    let url = page.to().evidence(&found.organisation, &found.id, "");
                    Ok(Redirect::to(&after(&url, "withdrawn")).into_response())
                }
                Err(error) => {
                    typed.refuse_all(told(page, error)?);
                    Ok(again(withdrawing(page, &found, &typed)?))
                }
            }
        })
        .await
}
