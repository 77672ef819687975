//! What accepting a package changes in the register: a declaration of adherence is listed there, as the word of the one
//! who accepted it. It is no declaration made here: that one is signed where the provider keeps its own register.

use std::collections::BTreeSet;

use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Listed, Listing};
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::OrganisationId;
use adhere_journal::package::claims::PackageClaims;
use adhere_journal::package::kind::PackageKind;
use jiff::civil::Date;
use serde_json::{Map, Value};

use super::error::PackageError;
use super::named_source::of_accepted;

/// What accepting a package changes in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: it declares no adherence.
    Nothing,
    /// Nothing, because this part of what it declares is kept back.
    Withheld(&'static str),
    /// The provider is listed so.
    Listed(Box<Listing>),
}

/// The effect of accepting a package today.
///
/// # Errors
/// It declares the adherence of another organisation than the one that signed it.
pub(super) fn effect(claims: &PackageClaims, own: &OrganisationId, today: Date) -> Result<Effect, PackageError> {
    if claims.kind != PackageKind::AdherenceDeclaration {
        return Ok(Effect::Nothing);
    }
    let text = |name: &str| claims.body.get(name).and_then(Value::as_str);
    let Some(provider) = text("provider") else { return Ok(Effect::Withheld("provider")) };
    if provider != claims.issuer {
        return Err(PackageError::SpeaksForAnother { issuer: claims.issuer.clone(), provider: provider.to_owned() });
    }
    let (provider, code) = (OrganisationId::parse(provider), PartId::parse(&claims.code.code));
    let (Some(provider), Some(code), Some(source)) = (provider, code, of_accepted(own)) else {
        return Ok(Effect::Withheld("provider"));
    };
    let Some(scope) = scope(&claims.body) else { return Ok(Effect::Withheld("scope")) };
    let day = |name: &str| text(name).and_then(|text| text.parse::<Date>().ok());
    let Some(since) = day("declared") else { return Ok(Effect::Withheld("declared")) };
    let has_ended = day("until").is_some_and(|until| until <= today);
    let listed = if has_ended { Listed::NotSignatory } else { Listed::Signatory(scope) };
    let since = Some(since).filter(|_| !has_ended);
    Ok(Effect::Listed(Box::new(Listing { provider, code, listed, source, as_of: today, since, note: None })))
}

/// What takes a listing back when what was accepted is refused after all.
pub(super) fn taken_back(listing: Listing) -> Listing {
    Listing { listed: Listed::NotSignatory, since: None, ..listing }
}

fn scope(body: &Map<String, Value>) -> Option<Scope> {
    match body.get("scope")?.as_str()? {
        "full" => Some(Scope::Full),
        "art-53" => Some(Scope::Article53),
        "chapters" => {
            let chapters = body.get("chapters")?.as_array()?.iter();
            let chapters: Option<BTreeSet<PartId>> = chapters.map(|it| PartId::parse(it.as_str()?)).collect();
            chapters.filter(|chapters| !chapters.is_empty()).map(Scope::Chapters)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
