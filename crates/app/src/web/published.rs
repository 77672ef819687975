//! The codes that the instance has published, compiled once: what is known by a digest never changes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use adhere_actions::ActionError;
use adhere_actions::codes::{compiled, publications};
use adhere_domain::codes::code::Code;
use adhere_domain::codes::indicator::IndicatorSet;
use adhere_domain::codes::publication::Publication;
use adhere_domain::digest::Digest;
use adhere_domain::law::corpus::Corpus;
use adhere_formats::indicators::indicators;
use adhere_formats::shipped;
use adhere_store::db::Transaction;
use adhere_store::projection::code_version::{CodeVersion, list};
use adhere_store::{Store, StoreError};
use jiff::civil::Date;

use super::error::Problem;
use super::said::Said;

/// A published version, with what else there is about it.
#[derive(Debug)]
pub(super) struct PublishedCode {
    pub(super) code: Code,
    pub(super) digest: Digest,
    /// Where the journal says so.
    pub(super) entry_id: u64,
    /// The language that it is written in, as HTML has it: the one that it names; English where it names none and ships
    /// with this program; and else empty.
    pub(super) language: String,
    /// The set of indicators that ships for exactly this version, if one does.
    pub(super) indicators: Option<IndicatorSet>,
}

/// What was compiled already.
#[derive(Debug, Default)]
pub(super) struct PublishedCodes {
    known: Mutex<BTreeMap<Digest, Arc<PublishedCode>>>,
}

impl PublishedCodes {
    /// All versions of all codes that were published by a day, in order of code, then of time.
    pub(super) fn by(&self, store: &Store, corpus: &Corpus, day: Date) -> Result<Vec<Arc<PublishedCode>>, Problem> {
        store.read(|tx| {
            let versions = list(tx, None).map_err(StoreError::from)?;
            let published = versions.iter().filter(|version| version.published <= day);
            published.map(|version| self.version(tx, version, corpus)).collect()
        })
    }

    /// A version by `id@version`, or the latest that was published by a day by `id`.
    pub(super) fn named(
        &self,
        store: &Store,
        corpus: &Corpus,
        name: &str,
        day: Date,
    ) -> Result<Arc<PublishedCode>, Problem> {
        let (id, wanted) = name.split_once('@').map_or((name, None), |(id, version)| (id, Some(version)));
        store.read(|tx| {
            let versions = list(tx, None).map_err(StoreError::from)?;
            let mut of_code = versions.iter().rev().filter(|version| version.code.as_str() == id);
            let found = match wanted {
                Some(wanted) => of_code.find(|version| version.version.as_str() == wanted),
                None => of_code.find(|version| version.published <= day),
            };
            let missing = || Problem::not_found(Said::new("problem-no-version-by").of("name", name).of("day", day));
            self.version(tx, found.ok_or_else(missing)?, corpus)
        })
    }

    fn version(
        &self,
        tx: &mut Transaction<'_>,
        version: &CodeVersion,
        corpus: &Corpus,
    ) -> Result<Arc<PublishedCode>, Problem> {
        if let Some(known) = self.lock().get(&version.digest) {
            return Ok(Arc::clone(known));
        }
        let publications = publications(tx, &version.code)?;
        let publication = publications.version(&version.code, &version.version);
        let missing = || {
            let name = format!("{}@{}", version.code, version.version);
            Problem::not_found(Said::new("problem-no-version").of("name", name))
        };
        let published = Arc::new(compile(tx, publication.ok_or_else(missing)?, version.entry_id, corpus)?);
        self.lock().insert(version.digest, Arc::clone(&published));
        Ok(published)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<Digest, Arc<PublishedCode>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PublishedCode {
    /// `id@version`.
    pub(super) fn name(&self) -> String {
        format!("{}@{}", self.code.id, self.code.version)
    }
}

fn compile(
    tx: &mut Transaction<'_>,
    publication: &Publication,
    entry_id: u64,
    corpus: &Corpus,
) -> Result<PublishedCode, Problem> {
    let code = compiled(tx, publication, corpus)?;
    let set = shipped::indicators_file(&code.id).and_then(|file| indicators(file, &code).ok());
    let is_for = |set: &IndicatorSet| set.code == (code.id.clone(), code.version.clone());
    let indicators = set.map(|(set, _)| set).filter(is_for);
    let shipped = shipped::codes(corpus).map_err(ActionError::Files)?;
    let is_shipped = shipped.iter().any(|it| it.digest == publication.digest);
    let unnamed = if is_shipped { "en" } else { "" };
    let language = code.language.clone().unwrap_or_else(|| unnamed.to_owned());
    Ok(PublishedCode { code, digest: publication.digest, entry_id, language, indicators })
}
