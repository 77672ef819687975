//! What shows the statement on a measure: chosen from the library, whole or by a passage; and taken off again.

use adhere_actions::evidence::{AttachEvidence, attach_evidence, detach_evidence};
use adhere_domain::adherence::statements::Subject;
use adhere_domain::evidence::archive::Attachment;
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::evidence::passage::Passage;
use adhere_domain::evidence::quotation::Pointer;
use adhere_domain::id::Id;
use adhere_domain::parties::permission::Permission;
use adhere_store::StoreError;
use adhere_store::event::subject;
use adhere_store::projection::evidence::{Attached, attached};
use adhere_store::projection::library;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::evidence::standing;
use super::measures::{MeasurePath, Measured, Sent, showing};
use super::told::recorded;
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Fields, FormView, Typed};
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::{Page, Service, again};

/// So many items of the library are offered.
const OFFERED: u64 = 100;

/// What is attached, ready to print.
pub(super) struct EvidenceView {
    pub(super) title: String,
    pub(super) url: String,
    pub(super) expires: String,
    pub(super) standing: Option<String>,
    pub(super) passage: Option<String>,
    /// The entry that attached it, for whoever may detach it.
    pub(super) detach: Option<u64>,
}

/// What shows a statement.
pub(super) fn evidence_of(page: &Page<'_>, statement: &Subject) -> Result<Vec<EvidenceView>, Problem> {
    let name = subject::statement(statement);
    let ends = clock::as_of(page.asked.as_of).ends;
    let may_detach = page.actor()?.may(Permission::WriteStatements);
    let found = page.service.store.read(|tx| {
        let mut found = Vec::new();
        for it in attached(tx, Some(&name), None, ends)? {
            let kept = library::item(tx, &statement.provider, &it.evidence, ends)?;
            found.push((it, kept));
        }
        Ok::<_, StoreError>(found)
    })?;
    let view = |(it, kept): (Attached, Option<adhere_store::projection::evidence::Kept>)| {
        let record = kept.as_ref().map(|kept| &kept.record);
        EvidenceView {
            title: record.map_or_else(|| it.evidence.to_string(), |record| record.item.title.to_string()),
            url: page.to().evidence(&statement.provider, &it.evidence, ""),
            expires: record.and_then(|it| it.item.expires).map(|day| day.to_string()).unwrap_or_default(),
            standing: record.and_then(|record| standing(page, record)),
            passage: it.passage.as_ref().map(|passage| passage.exact().to_owned()),
            detach: may_detach.then_some(it.entry_id),
        }
    };
    Ok(found.into_iter().map(view).collect())
}

/// The form to attach something, for whoever may.
pub(super) fn attach_form(
    page: &Page<'_>,
    measured: &Measured,
    typed: Option<&Typed>,
) -> Result<Option<FormView>, Problem> {
    if !page.actor()?.may(Permission::WriteStatements) {
        return Ok(None);
    }
    let provider = &measured.statement.provider;
    let found = page
        .service
        .store
        .read(|tx| library::list(tx, provider, &library::Wanted::default(), OFFERED).map_err(StoreError::from))?;
    let standing = found.into_iter().filter(|it| it.kept.record.withdrawn.is_none());
    let items: Vec<(String, String)> =
        standing.map(|it| (it.kept.record.item.id.to_string(), it.kept.record.item.title.to_string())).collect();
    let words = page.words();
    let empty = Typed::default();
    let typed = typed.unwrap_or(&empty);
    let fields = Fields { words, typed };
    let hint = words.with("attach-item-hint", &[("count", items.len().into())]);
    let nothing = (String::new(), "—".to_owned());
    let fields = vec![
        fields.select("item", "attach-item", std::iter::once(nothing).chain(items).collect()).hinted(hint),
        fields.line("id", "attach-id").hinted(words.text("attach-id-hint")),
        fields.area("quote", "attach-quote").hinted(words.text("attach-quote-hint")),
    ];
    Ok(Some(FormView::new(measured.part(page, "/evidence"), words.text("attach-do"), fields, typed)))
}

/// Attaches what was chosen, or shows the form again with what is wrong.
pub(super) async fn attach(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<MeasurePath>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let measured = Measured::find(page, &path)?;
            let mut typed = Typed::sent(form);
            let words = page.words();
            let chosen = [typed.value("item"), typed.value("id")].into_iter().find(|text| !text.is_empty());
            let item: Option<EvidenceId> = chosen.and_then(Id::parse);
            if item.is_none() {
                typed.refuse("item", words.text("attach-missing"));
            }
            let quote = typed.optional(
                "quote",
                || words.text("attach-quote-wrong"),
                |text| {
                    // Browsers send lines as HTML has them.
                    Passage::new(&text.replace("\r\n", "\n"), "", "", None)
                },
            );
            let Some(item) = item.filter(|_| !typed.is_refused()) else {
                return Ok(again(showing(page, &measured, &Sent::Attachment(&typed))?));
            };
            let passage = quote.map(Pointer::Quotation);
            let command = AttachEvidence { statement: measured.statement.clone(), item, passage };
            let to = after(&measured.url(page), "attached");
            let done = attach_evidence(&page.context()?, command);
            recorded(page, done, &to, typed, |typed| showing(page, &measured, &Sent::Attachment(typed)))
        })
        .await
}

/// Detaches what an entry attached.
pub(super) async fn detach(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<MeasurePath>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let measured = Measured::find(page, &path)?;
            let name = subject::statement(&measured.statement);
            let entry: Option<u64> = Typed::sent(form).value("entry").parse().ok();
            let all = page.service.store.read(|tx| attached(tx, Some(&name), None, None).map_err(StoreError::from))?;
            let found = all.into_iter().find(|it| Some(it.entry_id) == entry);
            let found = found.ok_or_else(|| Problem::unprocessable(Said::new("problem-attached-unnamed")))?;
            let Attached { evidence: item, passage, .. } = found;
            detach_evidence(&page.context()?, &Attachment { subject: measured.statement.clone(), item, passage })?;
            Ok(Redirect::to(&after(&measured.url(page), "detached")).into_response())
        })
        .await
}
