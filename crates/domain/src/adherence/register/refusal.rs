//! Why something is refused by the register, with the provision that says so or as adhere's own rule.

use jiff::civil::Date;
use thiserror::Error;

use super::life::AdherenceId;
use crate::codes::id::PartId;
use crate::law::reasons::Rule;
use crate::parties::organisation::{OrganisationId, PersonId};

static LIMIT: Rule = Rule::of_law("adherence-limit-of-art-56", &["art_56__para_7"]);
static INTEREST: Rule = Rule::of_law("adherence-limit-despite-interest", &["art_56__para_7"]);
static KNOWN: Rule = Rule::of_adhere("adherence-known", &[]);
static PROVIDER: Rule = Rule::of_adhere("adherence-of-provider", &["art_56__para_7"]);
static SIGNED: Rule = Rule::of_adhere("adherence-signed", &["art_56__para_7"]);
static NOT_BACKDATED: Rule = Rule::of_adhere("adherence-not-backdated", &[]);
static VERSION: Rule = Rule::of_adhere("adherence-version", &["art_56__para_8"]);
static NAMED: Rule = Rule::of_adhere("adherence-named", &[]);
static ALONE: Rule = Rule::of_adhere("adherence-alone", &["art_56__para_7"]);
static ENDED: Rule = Rule::of_adhere("adherence-ended", &[]);
static FORWARD: Rule = Rule::of_adhere("adherence-forward", &[]);
static SUCCESSION: Rule = Rule::of_adhere("adherence-succession", &["art_56__para_8"]);
static LISTED: Rule = Rule::of_adhere("listing-dated", &[]);

/// The rules of this file, for those who list all rules.
pub static RULES: &[&Rule] = &[
    &LIMIT,
    &INTEREST,
    &KNOWN,
    &PROVIDER,
    &SIGNED,
    &NOT_BACKDATED,
    &VERSION,
    &NAMED,
    &ALONE,
    &ENDED,
    &FORWARD,
    &SUCCESSION,
    &LISTED,
];

/// Why something is refused by the register.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RegisterRefusal {
    /// The scope is not allowed for a model.
    #[error("the scope is not allowed for the model `{model}`, by the rule `{}`", rule.id)]
    ScopeNotAllowed {
        /// The model.
        model: PartId,
        /// What the scope fails.
        rule: &'static Rule,
    },
    /// Adherence to a code of another kind cannot be limited to Art. 53.
    #[error("`{0}` is no code under Art. 56, and adherence to it cannot be limited to Art. 53")]
    NoCodeUnderArticle56(PartId),
    /// The provider has declared its interest in the full code.
    #[error("`{provider}` has declared its interest to join the full code `{code}`")]
    InterestedInFull {
        /// The provider.
        provider: OrganisationId,
        /// The code.
        code: PartId,
    },
    /// No such provider is registered.
    #[error("no organisation `{0}` is registered")]
    UnknownProvider(OrganisationId),
    /// There is no such adherence.
    #[error("there is no adherence `{0}`")]
    UnknownAdherence(AdherenceId),
    /// The id is taken by another adherence.
    #[error("the id `{0}` is taken by another adherence")]
    IdTaken(AdherenceId),
    /// No version of the code is published.
    #[error("no version of the code `{0}` is published")]
    UnknownCode(PartId),
    /// The organisation is not a provider.
    #[error("the organisation `{0}` is not registered as a provider")]
    NotAProvider(OrganisationId),
    /// The signature is of a day to come.
    #[error("it is signed on {on}, which is after {today}")]
    SignedAhead {
        /// The day of the signature.
        on: Date,
        /// The day of recording.
        today: Date,
    },
    /// The person cannot bind the provider on that day.
    #[error("nothing on record says that `{person}` can bind `{provider}` on {on}")]
    CannotBind {
        /// Who signed.
        person: PersonId,
        /// For whom.
        provider: OrganisationId,
        /// When.
        on: Date,
    },
    /// It would have effect from before it was signed.
    #[error("it would have effect from {from}, before it was signed on {signed}")]
    BackDated {
        /// From when.
        from: Date,
        /// When it was signed.
        signed: Date,
    },
    /// The version is not published or not at hand.
    #[error("the version `{version}` of `{code}` is not published here")]
    UnknownVersion {
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
    },
    /// Adherence would begin before the version was published.
    #[error("the version `{version}` of `{code}` was published on {published} only")]
    NotPublishedYet {
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
        /// When it was published.
        published: Date,
    },
    /// Another version has taken its place.
    #[error("the version `{by}` of `{code}` takes the place of `{version}` on {on}")]
    Succeeded {
        /// The code.
        code: PartId,
        /// The version.
        version: PartId,
        /// The later version.
        by: PartId,
        /// From when.
        on: Date,
    },
    /// The code has no such chapter, or none is named.
    #[error("{}", match chapter {
        Some(chapter) => format!("the code `{code}` has no chapter `{chapter}`"),
        None => format!("no chapter of the code `{code}` is named"),
    })]
    UnknownChapter {
        /// The code.
        code: PartId,
        /// The chapter, if one is named.
        chapter: Option<PartId>,
    },
    /// The provider has no such model on record, or none is named.
    #[error("{}", match model {
        Some(model) => format!("no model `{model}` is on record"),
        None => "no model is named".to_owned(),
    })]
    UnknownModel {
        /// The model, if one is named.
        model: Option<PartId>,
    },
    /// Another adherence of the provider to the code holds for one of the models.
    #[error("the adherence `{other}` to the code holds already from {from}")]
    AdheresAlready {
        /// The other adherence.
        other: AdherenceId,
        /// Its first day on these terms.
        from: Date,
        /// Its first day no longer, if it has one.
        until: Option<Date>,
    },
    /// The adherence has ended or will.
    #[error("the adherence `{id}` ends on {from}, and what has ended stays ended")]
    Ended {
        /// The adherence.
        id: AdherenceId,
        /// The first day without it.
        from: Date,
    },
    /// A change comes after the one before.
    #[error("the adherence `{id}` changed on {last} last, and a change comes after that")]
    BehindLast {
        /// The adherence.
        id: AdherenceId,
        /// When it changed last, or began.
        last: Date,
    },
    /// The version does not follow the one adhered to.
    #[error("the version `{next}` does not follow `{version}`, which `{id}` adheres to")]
    DoesNotFollow {
        /// The adherence.
        id: AdherenceId,
        /// The version adhered to.
        version: PartId,
        /// The other version.
        next: PartId,
    },
    /// Nothing says that adherence ends or passes.
    #[error("nothing says that adherence to `{version}` ends or passes with `{next}`")]
    NothingSaid {
        /// The version adhered to.
        version: PartId,
        /// The next version.
        next: PartId,
    },
    /// The source would have said so on a day to come.
    #[error("the source is said to be of {as_of}, which is after {today}")]
    ListedAhead {
        /// The day of the source.
        as_of: Date,
        /// The day of recording.
        today: Date,
    },
    /// The source would say since when it holds before it does.
    #[error("the source of {as_of} is said to name {since} as the first day")]
    ListedBeforeSince {
        /// The day of the source.
        as_of: Date,
        /// Since when it holds.
        since: Date,
    },
}

impl RegisterRefusal {
    /// The rule that is broken.
    pub const fn rule(&self) -> &'static Rule {
        match self {
            Self::ScopeNotAllowed { rule, .. } => rule,
            Self::NoCodeUnderArticle56(_) => &LIMIT,
            Self::InterestedInFull { .. } => &INTEREST,
            Self::UnknownProvider(_) | Self::UnknownAdherence(_) | Self::IdTaken(_) | Self::UnknownCode(_) => &KNOWN,
            Self::NotAProvider(_) => &PROVIDER,
            Self::SignedAhead { .. } | Self::CannotBind { .. } => &SIGNED,
            Self::BackDated { .. } => &NOT_BACKDATED,
            Self::UnknownVersion { .. } | Self::NotPublishedYet { .. } | Self::Succeeded { .. } => &VERSION,
            Self::UnknownChapter { .. } | Self::UnknownModel { .. } => &NAMED,
            Self::AdheresAlready { .. } => &ALONE,
            Self::Ended { .. } => &ENDED,
            Self::BehindLast { .. } => &FORWARD,
            Self::DoesNotFollow { .. } | Self::NothingSaid { .. } => &SUCCESSION,
            Self::ListedAhead { .. } | Self::ListedBeforeSince { .. } => &LISTED,
        }
    }
}
