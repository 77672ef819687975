//! What happens in the register: adherence declared and what became of it, interest in a full code, and what sources
//! say. All of it is public, as a register is.

use std::collections::BTreeSet;

use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{
    Change, Declaration, Ending, Interest, Listed, Listing, Passage, RegisterEvent, Signature, Withdrawal,
};
use adhere_domain::adherence::register::life::{AdherenceId, Terms};
use adhere_domain::codes::id::PartId;
use adhere_domain::parties::organisation::{OrganisationId, PersonId};
use adhere_domain::text::NonEmptyText;
use adhere_journal::payload::Payload;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::code::BasisWire;
use super::{EventError, Wire, form, payload, spelling, subject};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct SignatureWire {
    #[serde(with = "spelling")]
    by: PersonId,
    #[serde(with = "spelling")]
    on: Date,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum ScopeWire {
    Full,
    #[serde(rename = "art-53")]
    Article53,
    Chapters(#[serde(with = "spelling::set")] BTreeSet<PartId>),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct DeclarationWire {
    #[serde(with = "spelling")]
    adherence: AdherenceId,
    #[serde(with = "spelling")]
    provider: OrganisationId,
    #[serde(with = "spelling")]
    code: PartId,
    #[serde(with = "spelling")]
    version: PartId,
    scope: ScopeWire,
    #[serde(default, with = "spelling::optional_set", skip_serializing_if = "Option::is_none")]
    models: Option<BTreeSet<PartId>>,
    #[serde(with = "spelling")]
    since: Date,
    signed: SignatureWire,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    source: Option<NonEmptyText>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ChangeWire {
    #[serde(with = "spelling")]
    adherence: AdherenceId,
    #[serde(with = "spelling")]
    from: Date,
    scope: ScopeWire,
    #[serde(default, with = "spelling::optional_set", skip_serializing_if = "Option::is_none")]
    models: Option<BTreeSet<PartId>>,
    signed: SignatureWire,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PassageWire {
    #[serde(with = "spelling")]
    adherence: AdherenceId,
    #[serde(with = "spelling")]
    from: Date,
    #[serde(with = "spelling")]
    to: PartId,
    basis: BasisWire,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WithdrawalWire {
    #[serde(with = "spelling")]
    adherence: AdherenceId,
    #[serde(with = "spelling")]
    from: Date,
    signed: SignatureWire,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    reason: Option<NonEmptyText>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct EndingWire {
    #[serde(with = "spelling")]
    adherence: AdherenceId,
    #[serde(with = "spelling")]
    from: Date,
    #[serde(with = "spelling")]
    by: PartId,
    #[serde(with = "spelling::list")]
    changed: Vec<PartId>,
    basis: BasisWire,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct InterestWire {
    #[serde(with = "spelling")]
    provider: OrganisationId,
    #[serde(with = "spelling")]
    code: PartId,
    signed: SignatureWire,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ListingWire {
    #[serde(with = "spelling")]
    provider: OrganisationId,
    #[serde(with = "spelling")]
    code: PartId,
    listed: ListedWire,
    #[serde(with = "spelling")]
    source: NonEmptyText,
    #[serde(rename = "as-of", with = "spelling")]
    as_of: Date,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    since: Option<Date>,
    #[serde(default, with = "spelling::optional", skip_serializing_if = "Option::is_none")]
    note: Option<NonEmptyText>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum ListedWire {
    Signatory(ScopeWire),
    NotSignatory,
}

pub(super) fn to_wire(event: &RegisterEvent) -> Result<Wire, EventError> {
    let kind = event.kind();
    let payload = match event.clone() {
        RegisterEvent::Declared(declaration) => payload(kind, &DeclarationWire::from(declaration))?,
        RegisterEvent::Changed(change) => payload(kind, &ChangeWire::from(change))?,
        RegisterEvent::Passed(Passage { id, from, to, basis }) => {
            payload(kind, &PassageWire { adherence: id, from, to, basis: basis.into() })?
        }
        RegisterEvent::Withdrawn(Withdrawal { id, from, signed, reason }) => {
            payload(kind, &WithdrawalWire { adherence: id, from, signed: signed.into(), reason })?
        }
        RegisterEvent::Ended(Ending { id, from, by, changed, basis }) => {
            payload(kind, &EndingWire { adherence: id, from, by, changed, basis: basis.into() })?
        }
        RegisterEvent::InterestDeclared(Interest { provider, code, signed }) => {
            payload(kind, &InterestWire { provider, code, signed: signed.into() })?
        }
        RegisterEvent::Listed(listing) => payload(kind, &ListingWire::from(listing))?,
    };
    Ok(Wire { kind, subject: subject_of(event), payload })
}

pub(super) fn parse(kind: &str, payload: &Payload) -> Result<RegisterEvent, EventError> {
    Ok(match kind {
        "adherence.declared" => RegisterEvent::Declared(form::<DeclarationWire>(kind, payload)?.into()),
        "adherence.changed" => RegisterEvent::Changed(form::<ChangeWire>(kind, payload)?.into()),
        "adherence.passed" => {
            let PassageWire { adherence, from, to, basis } = form(kind, payload)?;
            RegisterEvent::Passed(Passage { id: adherence, from, to, basis: basis.into() })
        }
        "adherence.withdrawn" => {
            let WithdrawalWire { adherence, from, signed, reason } = form(kind, payload)?;
            RegisterEvent::Withdrawn(Withdrawal { id: adherence, from, signed: signed.into(), reason })
        }
        "adherence.ended" => {
            let EndingWire { adherence, from, by, changed, basis } = form(kind, payload)?;
            RegisterEvent::Ended(Ending { id: adherence, from, by, changed, basis: basis.into() })
        }
        "interest.declared" => {
            let InterestWire { provider, code, signed } = form(kind, payload)?;
            RegisterEvent::InterestDeclared(Interest { provider, code, signed: signed.into() })
        }
        "adherence.listed" => RegisterEvent::Listed(form::<ListingWire>(kind, payload)?.into()),
        _ => return Err(EventError::Kind(kind.to_owned())),
    })
}

/// What an event is about: one adherence, or what an organisation says or what is said of it.
fn subject_of(event: &RegisterEvent) -> String {
    match event {
        RegisterEvent::Declared(Declaration { id, .. })
        | RegisterEvent::Changed(Change { id, .. })
        | RegisterEvent::Passed(Passage { id, .. })
        | RegisterEvent::Withdrawn(Withdrawal { id, .. })
        | RegisterEvent::Ended(Ending { id, .. }) => subject::adherence(id),
        RegisterEvent::InterestDeclared(Interest { provider, .. })
        | RegisterEvent::Listed(Listing { provider, .. }) => subject::organisation(provider),
    }
}

/// Whom and what an event names. What became of an adherence names the adherence, which is found by its declaration.
pub(super) fn mentions(event: &RegisterEvent) -> Vec<String> {
    match event {
        RegisterEvent::Declared(Declaration { provider, code, terms, signed, .. }) => {
            let models = terms.models.iter().flatten().map(|model| subject::model(provider, model));
            let others = [subject::organisation(provider), subject::code(code), subject::person(&signed.by)];
            models.chain(others).collect()
        }
        RegisterEvent::Changed(Change { signed, .. }) | RegisterEvent::Withdrawn(Withdrawal { signed, .. }) => {
            vec![subject::person(&signed.by)]
        }
        RegisterEvent::Passed(_) | RegisterEvent::Ended(_) => Vec::new(),
        RegisterEvent::InterestDeclared(Interest { code, signed, .. }) => {
            vec![subject::code(code), subject::person(&signed.by)]
        }
        RegisterEvent::Listed(listing) => vec![subject::code(&listing.code)],
    }
}

impl From<Declaration> for DeclarationWire {
    fn from(declaration: Declaration) -> Self {
        let Declaration { id, provider, code, terms, since, signed, source } = declaration;
        let Terms { version, scope, models } = terms;
        let (scope, signed) = (scope.into(), signed.into());
        Self { adherence: id, provider, code, version, scope, models, since, signed, source }
    }
}

impl From<DeclarationWire> for Declaration {
    fn from(wire: DeclarationWire) -> Self {
        let DeclarationWire { adherence, provider, code, version, scope, models, since, signed, source } = wire;
        let terms = Terms { version, scope: scope.into(), models };
        Self { id: adherence, provider, code, terms, since, signed: signed.into(), source }
    }
}

impl From<Change> for ChangeWire {
    fn from(change: Change) -> Self {
        let Change { id, from, scope, models, signed } = change;
        Self { adherence: id, from, scope: scope.into(), models, signed: signed.into() }
    }
}

impl From<ChangeWire> for Change {
    fn from(wire: ChangeWire) -> Self {
        let ChangeWire { adherence, from, scope, models, signed } = wire;
        Self { id: adherence, from, scope: scope.into(), models, signed: signed.into() }
    }
}

impl From<Listing> for ListingWire {
    fn from(listing: Listing) -> Self {
        let Listing { provider, code, listed, source, as_of, since, note } = listing;
        let listed = match listed {
            Listed::Signatory(scope) => ListedWire::Signatory(scope.into()),
            Listed::NotSignatory => ListedWire::NotSignatory,
        };
        Self { provider, code, listed, source, as_of, since, note }
    }
}

impl From<ListingWire> for Listing {
    fn from(wire: ListingWire) -> Self {
        let ListingWire { provider, code, listed, source, as_of, since, note } = wire;
        let listed = match listed {
            ListedWire::Signatory(scope) => Listed::Signatory(scope.into()),
            ListedWire::NotSignatory => Listed::NotSignatory,
        };
        Self { provider, code, listed, source, as_of, since, note }
    }
}

impl From<Scope> for ScopeWire {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Full => Self::Full,
            Scope::Article53 => Self::Article53,
            Scope::Chapters(chapters) => Self::Chapters(chapters),
        }
    }
}

impl From<ScopeWire> for Scope {
    fn from(wire: ScopeWire) -> Self {
        match wire {
            ScopeWire::Full => Self::Full,
            ScopeWire::Article53 => Self::Article53,
            ScopeWire::Chapters(chapters) => Self::Chapters(chapters),
        }
    }
}

impl From<Signature> for SignatureWire {
    fn from(Signature { by, on }: Signature) -> Self {
        Self { by, on }
    }
}

impl From<SignatureWire> for Signature {
    fn from(SignatureWire { by, on }: SignatureWire) -> Self {
        Self { by, on }
    }
}
