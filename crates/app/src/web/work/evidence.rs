//! The library of a provider: everything that shows what it states, or may; looked for, counted, a page at a time.

mod adding;
mod item;
mod showing;

use adhere_domain::codes::id::PartId;
use adhere_domain::evidence::archive::ItemRecord;
use adhere_domain::evidence::item::{Confidentiality, ItemStanding};
use adhere_domain::parties::organisation::OrganisationId;
use adhere_domain::parties::permission::Permission;
use adhere_store::StoreError;
use adhere_store::projection::library::{Shelved, Speaking, Wanted, count, list};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::ToSpan as _;

pub(super) use self::adding::{add, ask};
pub(super) use self::item::{ask_withdraw, one, withdraw};
pub(super) use self::showing::{file, preview};

use crate::clock;
use crate::web::actor::Actor;
use crate::web::asked::Asked;
use crate::web::error::Problem;
use crate::web::form::{Control, FieldView, Fields, FormView, Typed};
use crate::web::frame::{Frame, Section};
use crate::web::{Page, Service, html};

/// So many items are on a page.
const ON_A_PAGE: u64 = 50;

/// What ends within so many days ends soon.
const SOON: i32 = 90;

#[derive(Template)]
#[template(path = "web/work/evidence.html")]
struct LibraryPage<'a> {
    frame: Frame<'a>,
    organisation: OrganisationId,
    filters: FormView,
    items: Vec<ItemRow>,
    /// How many there are as asked for, and how many at all.
    counts: (u64, u64),
    /// The page of what came before.
    earlier: Option<String>,
    /// The first page, if this is another.
    latest: Option<String>,
    may_add: bool,
}

/// An item in the list, ready to print.
struct ItemRow {
    url: String,
    title: String,
    media_type: String,
    size: String,
    speaks_for: String,
    expires: String,
    class: String,
    standing: Option<String>,
    attached: u64,
}

/// The library.
pub(super) async fn show(State(service): State<Service>, asked: Asked, actor: Actor) -> Result<Response, Problem> {
    service
        .work(asked, actor, |page| {
            let organisation = page.actor()?.organisation()?.clone();
            let wanted = wanted(page)?;
            let everything = Wanted { known_before: wanted.known_before, ..Wanted::default() };
            let (mut found, counts) = page.service.store.read(|tx| {
                let found = list(tx, &organisation, &wanted, ON_A_PAGE + 1)?;
                Ok::<_, StoreError>((
                    found,
                    (count(tx, &organisation, &wanted)?, count(tx, &organisation, &everything)?),
                ))
            })?;
            let has_more = found.len() as u64 > ON_A_PAGE;
            found.truncate(usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX));
            let last = found.last().filter(|_| has_more).map(|last| last.entry_id);
            let view = LibraryPage {
                filters: filters(page, &organisation),
                items: found.iter().map(|shelved| row(page, &organisation, shelved)).collect(),
                counts,
                earlier: last.map(|entry| paged(page, &organisation, Some(entry))),
                latest: wanted.before.map(|_| paged(page, &organisation, None)),
                may_add: page.actor()?.may(Permission::WriteStatements),
                frame: page.frame(Section::Work),
                organisation,
            };
            Ok(html(view.render()?))
        })
        .await
}

/// What is asked for in the address.
fn wanted<'p>(page: &'p Page<'_>) -> Result<Wanted<'p>, Problem> {
    let asked = &page.asked;
    let (today, soon) = (page.as_of(), page.as_of().checked_add(SOON.days()).unwrap_or(page.as_of()));
    let one_of = "one of those that are offered";
    let class = asked.parsed("class", one_of, class)?;
    let is_attached = asked.parsed("attached", one_of, |text| match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    })?;
    let speaking = asked.parsed("speaking", one_of, |text| match text {
        "expires" => Some(Speaking::Expires { on: today, by: soon }),
        "silent" => Some(Speaking::Silent { on: today }),
        _ => None,
    })?;
    Ok(Wanted {
        words: asked.parameter("words").unwrap_or_default(),
        media_type: asked.parameter("kind").unwrap_or_default(),
        measure: asked.parameter("measure").unwrap_or_default(),
        is_attached,
        confidentiality: class,
        speaking,
        before: asked.parsed("before", "the place of an entry", |text| text.parse().ok())?,
        known_before: clock::as_of(asked.as_of).ends,
    })
}

/// Who may see an item, by its name in data.
fn class(text: &str) -> Option<Confidentiality> {
    Confidentiality::ALL.into_iter().find(|(_, id)| *id == text).map(|(class, _)| class)
}

/// The same search before an entry, or from the beginning.
fn paged(page: &Page<'_>, organisation: &OrganisationId, before: Option<u64>) -> String {
    let others = page.asked.also.iter().filter(|(name, value)| name != "before" && !value.is_empty()).cloned();
    let before = before.map(|entry| ("before".to_owned(), entry.to_string()));
    let also: Vec<_> = others.chain(before).collect();
    page.to().library_with(organisation, &also)
}

/// The classes of who may see an item, with what they are called.
fn classes(page: &Page<'_>) -> Vec<(String, String)> {
    Confidentiality::ALL.map(|(class, id)| (id.to_owned(), class_text(page, class))).into()
}

fn class_text(page: &Page<'_>, class: Confidentiality) -> String {
    page.words().text(&format!("confidentiality-{}", class.id()))
}

fn filters(page: &Page<'_>, organisation: &OrganisationId) -> FormView {
    let words = page.words();
    let typed = Typed::sent(page.asked.also.clone());
    let fields = Fields { words, typed: &typed };
    let all = || (String::new(), words.text("library-all"));
    let choices = |known: &[(&str, &str)]| -> Vec<(String, String)> {
        let known = known.iter().map(|(value, key)| ((*value).to_owned(), words.text(key)));
        std::iter::once(all()).chain(known).collect()
    };
    let kinds = [
        ("application/pdf", "library-kind-pdf"),
        ("image/", "library-kind-picture"),
        ("text/", "library-kind-text"),
        ("application/json", "library-kind-json"),
    ];
    let attached = [("yes", "library-attached"), ("no", "library-unattached")];
    let speaking = [("expires", "library-expires-soon"), ("silent", "library-silent")];
    let mut fields = vec![
        fields.input("words", "library-words", "search", "off"),
        fields.select("kind", "library-kind", choices(&kinds)),
        fields.line("measure", "work-measure"),
        fields.select("attached", "library-use", choices(&attached)),
        fields.select("speaking", "library-standing", choices(&speaking)),
        fields.select("class", "library-class", std::iter::once(all()).chain(classes(page)).collect()),
    ];
    // What else the address asks for stays so.
    let kept = [("language", page.asked.language.map(|language| language.code().to_owned()))];
    let kept = kept.into_iter().chain([("as-of", page.asked.as_of.map(|day| day.to_string()))]);
    fields.extend(kept.filter_map(|(name, value)| {
        let control = Control::Hidden(value?);
        Some(FieldView { name, label: String::new(), hint: None, error: None, control })
    }));
    FormView::new(format!("/work/{organisation}/evidence"), words.text("library-look"), fields, &Typed::default())
}

fn row(page: &Page<'_>, organisation: &OrganisationId, shelved: &Shelved) -> ItemRow {
    let record = &shelved.kept.record;
    let item = &record.item;
    ItemRow {
        url: page.to().evidence(organisation, &item.id, ""),
        title: item.title.to_string(),
        media_type: item.media_type.to_string(),
        size: size(page, item.size),
        speaks_for: item.speaks_for.to_string(),
        expires: item.expires.map(|day| day.to_string()).unwrap_or_default(),
        class: class_text(page, item.confidentiality),
        standing: standing(page, record),
        attached: shelved.kept.attached,
    }
}

/// What is to be said of whether an item speaks; nothing where it does.
pub(super) fn standing(page: &Page<'_>, record: &ItemRecord) -> Option<String> {
    let (key, day) = match record.standing(page.as_of()) {
        ItemStanding::Speaks => return None,
        ItemStanding::NotYet(day) => ("library-not-yet", day),
        ItemStanding::Expired(day) => ("library-expired", day),
        ItemStanding::Withdrawn(day) => ("library-withdrawn", day),
    };
    Some(page.words().with(key, &[("day", day.to_string().into())]))
}

/// How large something is, in words.
fn size(page: &Page<'_>, bytes: u64) -> String {
    let (key, count) = match bytes {
        ..1024 => ("library-bytes", bytes),
        1024..0x0010_0000 => ("library-kib", bytes.div_ceil(1 << 10)),
        _ => ("library-mib", bytes.div_ceil(1 << 20)),
    };
    page.words().with(key, &[("count", count.into())])
}

/// The measure of a statement that is named in the journal, such as `statement/acme/gpai/1/T.M1`: its code with version,
/// and its id.
pub(super) fn measure_of(statement: &str) -> Option<(String, PartId)> {
    let mut parts = statement.split('/').skip(2);
    let (code, version, measure) = (parts.next()?, parts.next()?, parts.next()?);
    Some((format!("{code}@{version}"), PartId::parse(measure)?))
}
