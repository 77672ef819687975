//! Who adhered to what on a day, as far as was recorded by a moment.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Register;
use super::event::{Listing, RegisterEvent};
use super::life::{AdherenceId, Terms};
use crate::codes::id::PartId;
use crate::parties::organisation::OrganisationId;
use crate::recorded::{Misfit, Recorded};

/// Where providers stand to codes on a day: by provider, then by code.
pub type Standing = BTreeMap<(OrganisationId, PartId), ProviderStanding>;

/// Where one provider stands to one code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProviderStanding {
    /// What it has declared that holds on the day.
    pub declared: Vec<DeclaredStanding>,
    /// Whether it has declared its interest in the full code.
    pub interested: bool,
    /// What each source said last, by source: the word of others, which is not a declaration.
    pub listed: BTreeMap<String, Listing>,
}

/// An adherence on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredStanding {
    /// Its id.
    pub id: AdherenceId,
    /// The first day of the adherence.
    pub since: Date,
    /// The first day of its terms.
    pub terms_since: Date,
    /// Its terms.
    pub terms: Terms,
    /// The first day without it, if its end is known already.
    pub until: Option<Date>,
}

/// Where providers stood on a day, with what was recorded until a moment, that moment included.
pub fn standing_on<'a>(
    history: impl IntoIterator<Item = &'a Recorded<RegisterEvent>>,
    day: Date,
    known_at: Timestamp,
) -> Result<Standing, Misfit> {
    let mut known = history.into_iter().filter(|recorded| recorded.at <= known_at);
    let register = known.try_fold(Register::default(), |register, recorded| register.apply(recorded.event.clone()))?;
    Ok(register.standing(day))
}

impl Register {
    /// Where providers stand on a day.
    pub fn standing(&self, day: Date) -> Standing {
        let mut standing = Standing::new();
        for (id, life) in &self.lives {
            let Some((terms_since, terms)) = life.on(day) else { continue };
            let key = (life.declared.provider.clone(), life.declared.code.clone());
            standing.entry(key).or_default().declared.push(DeclaredStanding {
                id: id.clone(),
                since: life.declared.since,
                terms_since,
                terms: terms.clone(),
                until: life.end_of_life().map(super::life::End::from),
            });
        }
        for interest in &self.interests {
            if self.is_interested(&interest.provider, &interest.code, day) {
                let key = (interest.provider.clone(), interest.code.clone());
                standing.entry(key).or_default().interested = true;
            }
        }
        for listing in self.listings.iter().filter(|listing| listing.as_of <= day) {
            let key = (listing.provider.clone(), listing.code.clone());
            let listed = &mut standing.entry(key).or_default().listed;
            // Of one day, what was recorded later corrects what was recorded before.
            if listed.get(listing.source.as_str()).is_none_or(|known| known.as_of <= listing.as_of) {
                listed.insert(listing.source.to_string(), listing.clone());
            }
        }
        standing
    }
}
