//! The law pages: acts and their articles, a provision with its validity and both sides of every change, the measures
//! that cover it, and the official text where it is imported.

use std::collections::BTreeMap;

use adhere_domain::law::corpus::{ActText, Provision, Version};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::civil::Date;

use super::asked::Asked;
use super::error::Problem;
use super::frame::{Frame, Section};
use super::said::Said;
use super::{Page, Service};
use crate::report::official_text::TextView;

#[derive(Template)]
#[template(path = "web/law.html")]
struct LawPage<'a> {
    frame: Frame<'a>,
    acts: Vec<ActLine>,
}

/// An act with its articles, ready to print.
struct ActLine {
    title: String,
    name: String,
    eli: String,
    /// Address, citation, and how many provisions there are in it.
    articles: Vec<(String, String, usize)>,
}

#[derive(Template)]
#[template(path = "web/provision.html")]
struct ProvisionPage<'a> {
    frame: Frame<'a>,
    act: &'a ActText,
    cite: String,
    provisions: Vec<ProvisionView<'a>>,
    texts: Vec<TextView>,
    /// Where to get the official text.
    eur_lex: String,
}

/// A provision, ready to print.
struct ProvisionView<'a> {
    provision: &'a Provision,
    url: String,
    versions: Vec<VersionView<'a>>,
    /// From when it applies, if that is said.
    applies: Option<String>,
    /// This page before and after each change: address and words.
    changes: Vec<(String, String)>,
    /// A code's name, and the measures of it that cover the provision.
    covered: Vec<(String, Vec<String>)>,
}

/// A version, ready to print.
struct VersionView<'a> {
    version: &'a Version,
    until: Option<String>,
    standing: String,
    is_now: bool,
}

/// The acts that adhere knows.
pub(super) async fn list(State(service): State<Service>, asked: Asked) -> Result<Response, Problem> {
    service
        .show(asked, |page| {
            let acts = page.corpus().acts.iter().map(|act| act_line(page, act)).collect();
            Ok(LawPage { frame: page.frame(Section::Law), acts }.render()?)
        })
        .await
}

fn act_line(page: &Page<'_>, act: &ActText) -> ActLine {
    // In the order of the act: that of the numbers in the ids.
    let mut articles: BTreeMap<(String, u32, String), (String, usize)> = BTreeMap::new();
    for (id, provision) in &act.provisions {
        let article = id.as_str().split("__").next().unwrap_or_default();
        let (kind, number) = article.split_once('_').unwrap_or((article, ""));
        let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
        let key = (kind.to_owned(), digits.parse().unwrap_or(0), article.to_owned());
        let cite = || provision.cite.split('(').next().unwrap_or_default().trim().to_owned();
        articles.entry(key).or_insert_with(|| (cite(), 0)).1 += 1;
    }
    let line = |((_, _, article), (cite, count)): ((String, u32, String), (String, usize))| {
        (page.to().provision(&act.act.celex, &article), cite, count)
    };
    ActLine {
        title: act.act.title.clone(),
        name: act.act.name.clone(),
        eli: act.act.eli.clone(),
        articles: articles.into_iter().map(line).collect(),
    }
}

/// A provision of the AI Act, or everything in it.
pub(super) async fn of_ai_act(
    State(service): State<Service>,
    asked: Asked,
    Path(element): Path<String>,
) -> Result<Response, Problem> {
    service
        .show(asked, move |page| {
            let act = page.corpus().acts.first().ok_or_else(|| missing(&element))?;
            rendered(page, act, &element)
        })
        .await
}

/// A provision of an act, or everything in it.
pub(super) async fn provision(
    State(service): State<Service>,
    asked: Asked,
    Path((celex, element)): Path<(String, String)>,
) -> Result<Response, Problem> {
    service
        .show(asked, move |page| {
            let act = page.corpus().acts.iter().find(|act| act.act.celex == celex);
            rendered(page, act.ok_or_else(|| missing(&celex))?, &element)
        })
        .await
}

fn missing(element: &str) -> Problem {
    Problem::not_found(Said::new("problem-no-provision").of("element", element))
}

fn rendered(page: &Page<'_>, act: &ActText, element: &str) -> Result<String, Problem> {
    let within = |id: &str| id.strip_prefix(element).is_some_and(|rest| rest.is_empty() || rest.starts_with("__"));
    let found = act.provisions.iter().filter(|(id, _)| within(id.as_str()));
    let mut provisions = Vec::new();
    for (_, provision) in found {
        provisions.push(provision_view(page, act, provision)?);
    }
    let texts = page.service.texts.of(act, element, page.as_of());
    if provisions.is_empty() && texts.is_empty() {
        return Err(missing(element));
    }
    let cite = match provisions.as_slice() {
        [one] => one.provision.cite.clone(),
        [first, ..] => first.provision.cite.split('(').next().unwrap_or_default().trim().to_owned(),
        [] => element.to_owned(),
    };
    let eur_lex = format!("https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX:{}", act.act.celex);
    let frame = page.frame(Section::Law);
    Ok(ProvisionPage { frame, act, cite, provisions, texts, eur_lex }.render()?)
}

fn provision_view<'a>(page: &Page<'_>, act: &ActText, provision: &'a Provision) -> Result<ProvisionView<'a>, Problem> {
    let frame = page.frame(Section::Law);
    let now = provision.version(page.as_of(), page.today);
    let version = |version: &'a Version| VersionView {
        version,
        until: version.end.map(|end| frame.until(end.until)),
        standing: page.words().text(&format!("standing-{}", version.standing.id())),
        is_now: now == Some(version),
    };
    let begins = provision.versions.iter().map(|version| version.from);
    let ends = provision.versions.iter().filter_map(|version| version.end.map(|end| end.until));
    // The first day of the first version is no change.
    let mut days: Vec<Date> = begins.skip(1).chain(ends).collect();
    days.sort_unstable();
    days.dedup();
    let sides = days.into_iter().filter_map(|day| Some([day.yesterday().ok()?, day])).flatten();
    let is_ai_act = page.corpus().acts.first().is_some_and(|first| first.act == act.act);
    Ok(ProvisionView {
        provision,
        url: page.to().provision(&act.act.celex, provision.id.as_str()),
        versions: provision.versions.iter().map(version).collect(),
        applies: provision.applies.map(|day| frame.applies_from(day)),
        changes: sides.map(|day| (frame.same_on(day), frame.on_day(day))).collect(),
        covered: if is_ai_act { covered(page, provision)? } else { Vec::new() },
    })
}

/// The measures that cover a provision, of the latest version of each code.
fn covered(page: &Page<'_>, provision: &Provision) -> Result<Vec<(String, Vec<String>)>, Problem> {
    let mut latest = BTreeMap::new();
    for published in page.codes()? {
        latest.insert(published.code.id.clone(), published);
    }
    let measures = latest.into_values().map(|published| {
        let covering = published.code.measures().filter(|(_, _, it)| it.covers_element(provision.id.as_str()));
        let ids: Vec<String> = covering.map(|(_, _, measure)| measure.id.to_string()).collect();
        (published.name(), ids)
    });
    Ok(measures.filter(|(_, ids)| !ids.is_empty()).collect())
}
