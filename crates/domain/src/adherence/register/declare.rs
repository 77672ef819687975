//! Declaring adherence, and whether its terms are allowed.

use jiff::civil::Date;

use super::event::{Declaration, RegisterEvent};
use super::life::{AdherenceId, Terms};
use super::refusal::RegisterRefusal;
use super::{Basis, Register, signature};
use crate::adherence::record::{Adherence, Scope};
use crate::adherence::scope::{self, is_limited_to_article_53, scope_verdict};
use crate::codes::code::Code;
use crate::codes::id::PartId;
use crate::codes::profile::Profile;
use crate::codes::publication::{Publication, Publications};
use crate::law::truth::Truth;
use crate::parties::organisation::{OrganisationId, OrganisationKind};

/// Whose adherence to what is to begin, with its first day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Proposal<'a> {
    pub(super) id: &'a AdherenceId,
    pub(super) provider: &'a OrganisationId,
    pub(super) code: &'a PartId,
    pub(super) terms: &'a Terms,
    pub(super) from: Date,
}

/// Adherence is declared by someone who can bind the provider, to a version that is there and has not been succeeded,
/// on terms that the law and the code allow, and to one code once at a time.
pub(super) fn declare(
    register: &Register,
    declaration: Declaration,
    basis: &Basis<'_>,
) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
    if let Some(known) = register.lives.get(&declaration.id) {
        let again = known.declared == declaration;
        return if again { Ok(Vec::new()) } else { Err(RegisterRefusal::IdTaken(declaration.id)) };
    }
    signature::check(&declaration.signed, &declaration.provider, basis)?;
    if declaration.since < declaration.signed.on {
        return Err(RegisterRefusal::BackDated { from: declaration.since, signed: declaration.signed.on });
    }
    let proposal = Proposal {
        id: &declaration.id,
        provider: &declaration.provider,
        code: &declaration.code,
        terms: &declaration.terms,
        from: declaration.since,
    };
    let code = proposal.published_code(basis)?;
    proposal.check_provider(code, basis)?;
    proposal.check_terms(register, code, basis)?;
    proposal.check_alone(register)?;
    Ok(vec![RegisterEvent::Declared(declaration)])
}

/// A version that can be adhered to from a day on: published by then, and not succeeded by another.
///
/// # Errors
/// It is not known, not published yet, or another has taken its place.
pub fn open_version<'p>(
    publications: &'p Publications,
    code: &PartId,
    version: &PartId,
    from: Date,
) -> Result<&'p Publication, RegisterRefusal> {
    let (code, version) = (code.clone(), version.clone());
    let Some(publication) = publications.version(&code, &version) else {
        return Err(RegisterRefusal::UnknownVersion { code, version });
    };
    if from < publication.published {
        let published = publication.published;
        return Err(RegisterRefusal::NotPublishedYet { code, version, published });
    }
    let successors = publications.versions(&code).iter().filter_map(|next| {
        let follows = next.follows.as_ref().filter(|follows| follows.version == version)?;
        Some((next, follows.succession.on()?))
    });
    let succeeded = successors.min_by_key(|(_, on)| *on).filter(|(_, on)| *on <= from);
    match succeeded {
        Some((next, on)) => Err(RegisterRefusal::Succeeded { code, version, by: next.version.clone(), on }),
        None => Ok(publication),
    }
}

impl Proposal<'_> {
    /// The version that is adhered to: published by the first day, and not succeeded by another.
    fn published_code<'a>(self, basis: &Basis<'a>) -> Result<&'a Code, RegisterRefusal> {
        let (code, version) = (self.code.clone(), self.terms.version.clone());
        open_version(basis.publications, &code, &version, self.from)?;
        let compiled = basis.codes.iter().find(|compiled| compiled.id == code && compiled.version == version);
        compiled.ok_or(RegisterRefusal::UnknownVersion { code, version })
    }

    /// Art. 56(7) has providers invited; it is silent on others, and the register of such a code holds providers.
    fn check_provider(self, code: &Code, basis: &Basis<'_>) -> Result<(), RegisterRefusal> {
        let organisation = basis.directory.organisations.get(self.provider);
        let is_provider = organisation.is_some_and(|known| known.kinds.contains(&OrganisationKind::Provider));
        if code.profile == Profile::Aia56 && !is_provider {
            return Err(RegisterRefusal::NotAProvider(self.provider.clone()));
        }
        Ok(())
    }

    /// Whether scope and models are such as there are, and the scope is allowed for each of the models.
    pub(super) fn check_terms(
        self,
        register: &Register,
        code: &Code,
        basis: &Basis<'_>,
    ) -> Result<(), RegisterRefusal> {
        self.check_named(code, basis)?;
        if code.profile != Profile::Aia56 {
            // Art. 56(7) is about codes of practice for general-purpose AI models.
            return match self.terms.scope {
                Scope::Article53 => Err(RegisterRefusal::NoCodeUnderArticle56(code.id.clone())),
                Scope::Full | Scope::Chapters(_) => Ok(()),
            };
        }
        let limited = is_limited_to_article_53(code, &self.terms.scope);
        if limited && register.is_interested(self.provider, self.code, self.from) {
            return Err(RegisterRefusal::InterestedInFull { provider: self.provider.clone(), code: code.id.clone() });
        }
        self.check_scope(code, basis)
    }

    fn check_named(self, code: &Code, basis: &Basis<'_>) -> Result<(), RegisterRefusal> {
        if let Scope::Chapters(chapters) = &self.terms.scope {
            let unknown = chapters.iter().find(|id| !code.chapters.iter().any(|chapter| chapter.id == **id));
            if chapters.is_empty() || unknown.is_some() {
                return Err(RegisterRefusal::UnknownChapter { code: code.id.clone(), chapter: unknown.cloned() });
            }
        }
        if let Some(models) = &self.terms.models {
            let unknown = models.iter().find(|id| !basis.models.contains_key(*id));
            if models.is_empty() || unknown.is_some() {
                return Err(RegisterRefusal::UnknownModel { model: unknown.cloned() });
            }
        }
        Ok(())
    }

    /// A scope is refused where the law or a reading of it says no; while a fact is missing it is the provider's word.
    fn check_scope(self, code: &Code, basis: &Basis<'_>) -> Result<(), RegisterRefusal> {
        let record = Adherence {
            code: code.id.clone(),
            version: code.version.clone(),
            scope: self.terms.scope.clone(),
            since: self.from,
            until: None,
            models: self.terms.models.clone(),
            source: None,
        };
        for (model, position) in basis.models.iter().filter(|(model, _)| record.names(model)) {
            let verdict = scope_verdict(&record, code, position.systemic_risk, position.relevant, basis.law);
            if verdict.allowed.truth == Truth::No {
                let mut nodes = verdict.reasons.nodes().iter().skip(1);
                let failed = nodes.find(|node| node.truth == Truth::No).map(|node| node.rule);
                let rule = failed.unwrap_or(&scope::ALLOWED);
                return Err(RegisterRefusal::ScopeNotAllowed { model: model.clone(), rule });
            }
        }
        Ok(())
    }

    /// No other adherence to the code holds for one of the models from its first day on.
    pub(super) fn check_alone(self, register: &Register) -> Result<(), RegisterRefusal> {
        let mut others = register.lives_of(self.provider, self.code).filter(|(id, _)| *id != self.id);
        let held = |until: Option<Date>, terms: &Terms| {
            until.is_none_or(|until| self.from < until) && terms.shares_model(self.terms)
        };
        let lasts = |(from, until, _): &(Date, Option<Date>, &Terms)| until.is_none_or(|until| *from < until);
        let overlapping = others.find_map(|(id, life)| {
            let held = life.stages().filter(lasts).find(|(_, until, terms)| held(*until, terms));
            held.map(|(from, until, _)| (id.clone(), from, until))
        });
        match overlapping {
            Some((other, from, until)) => Err(RegisterRefusal::AdheresAlready { other, from, until }),
            None => Ok(()),
        }
    }
}
