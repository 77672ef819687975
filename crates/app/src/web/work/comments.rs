//! What colleagues say to one another on the page of a measure.

use adhere_actions::comment::{MakeComment, make_comment, withdraw_comment};
use adhere_domain::adherence::comments::LONGEST;
use adhere_domain::adherence::statements::Subject;
use adhere_domain::id::Id;
use adhere_domain::parties::permission::Permission;
use adhere_domain::text::NonEmptyText;
use adhere_store::StoreError;
use adhere_store::projection::{comment, grant};
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::measures::{MeasurePath, Measured, Sent, showing};
use super::told::recorded;
use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Fields, FormView, Typed};
use crate::web::frame::Section;
use crate::web::said::Said;
use crate::web::urls::after;
use crate::web::zone::Moment;
use crate::web::{Page, Service, again};

/// A comment, ready to print.
pub(super) struct CommentView {
    pub(super) author: String,
    pub(super) at: Moment,
    /// Nothing where it was withdrawn.
    pub(super) text: Option<String>,
    /// Its id, for whoever may withdraw it.
    pub(super) withdraw: Option<String>,
}

/// The comments on a measure, the newest last.
pub(super) fn comments_on(page: &Page<'_>, on: &Subject) -> Result<Vec<CommentView>, Problem> {
    let actor = page.actor()?;
    let ends = clock::as_of(page.asked.as_of).ends;
    let said = page.service.store.read(|tx| {
        let mut said = Vec::new();
        for it in comment::list(tx, on, ends)? {
            let name = grant::name(tx, &it.author)?.map_or_else(|| it.author.to_string(), |name| name.to_string());
            said.push((it, name));
        }
        Ok::<_, StoreError>(said)
    })?;
    let frame = page.frame(Section::Work);
    let may_comment = actor.may(Permission::Comment);
    let view = |(it, author): (comment::Said, String)| CommentView {
        at: frame.moment(&it.at),
        withdraw: (may_comment && it.author == actor.person && it.text.is_some()).then(|| it.id.to_string()),
        text: it.text.map(|text| text.to_string()),
        author,
    };
    Ok(said.into_iter().map(view).collect())
}

/// The form to say something, for whoever may; `said` is how much was said before.
pub(super) fn comment_form(
    page: &Page<'_>,
    measured: &Measured,
    said: usize,
    typed: Option<&Typed>,
) -> Result<Option<FormView>, Problem> {
    if !page.actor()?.may(Permission::Comment) {
        return Ok(None);
    }
    let begun = Typed::begin(&[("said", said.to_string())]);
    let typed = typed.unwrap_or(&begun);
    let fields = Fields { words: page.words(), typed };
    let fields = vec![fields.area("comment", "comment-text"), fields.hidden("said")];
    Ok(Some(FormView::new(measured.part(page, "/comments"), page.words().text("comment-make"), fields, typed)))
}

/// Says something, or shows the form again with what is wrong.
pub(super) async fn make(
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
            let text = typed.required(
                "comment",
                || words.text("comment-missing"),
                |text| NonEmptyText::parse(&text.replace("\r\n", "\n")).filter(|text| text.as_str().len() <= LONGEST),
            );
            let Some(text) = text else {
                return Ok(again(showing(page, &measured, &Sent::Comment(&typed))?));
            };
            let after_said = typed.value("said").parse().unwrap_or_default();
            let (code, subject) = (&measured.published.code, measured.statement.clone());
            let to = after(&measured.url(page), "commented");
            let done = make_comment(&page.context()?, MakeComment { code, subject, text, after: after_said });
            recorded(page, done, &to, typed, |typed| showing(page, &measured, &Sent::Comment(typed)))
        })
        .await
}

/// Withdraws what one said.
pub(super) async fn withdraw(
    State(service): State<Service>,
    asked: Asked,
    actor: Actor,
    Path(path): Path<MeasurePath>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    service
        .work(asked, actor, move |page| {
            let measured = Measured::find(page, &path)?;
            let typed = Typed::sent(form);
            let id = Id::parse(typed.value("id"));
            let id = id.ok_or_else(|| Problem::unprocessable(Said::new("problem-comment-unnamed")))?;
            withdraw_comment(&page.context()?, &measured.statement, &id)?;
            Ok(Redirect::to(&after(&measured.url(page), "comment-withdrawn")).into_response())
        })
        .await
}
