//! What packages, acknowledgements and statements prove.

use std::collections::BTreeMap;

use super::Case;
use super::fact::{Fact, Findings, Gap, Refusal};
use super::logs::{digests_in, disbelieved};
use crate::disclosure::SdJwt;
use crate::disclosure::pointer::Pointer;
use crate::jwt::times::Times;
use crate::jwt::{UnverifiedJwt, text_member};
use crate::package::acknowledgement::{self, ACKNOWLEDGEMENT_TYPE, Decision, Sent, verify_acknowledgement};
use crate::package::authenticity::{Authorship, Recipient};
use crate::package::claims::PACKAGE_TYPE;
use crate::package::digest::FileDigest;
use crate::package::refusal::PackageRefusal;
use crate::package::trust::KeyFault;
use crate::package::verify::{History, announced, verify_package};

impl Case<'_> {
    pub(super) fn package(&self, bytes: &[u8]) -> Result<Findings, Refusal> {
        let addressee = announced(bytes)?.addressee;
        let package = verify_package(bytes, &self.recipient(&addressee), &History::default())?;
        let (claims, code) = (&package.claims, &package.claims.code);
        let mut proven = facts_of(&package.authorship, claims.issued.to_string());
        proven.extend([
            Fact::PackageIs {
                id: claims.id.clone(),
                kind: claims.kind.to_string(),
                subject: claims.subject.clone(),
                sequence: claims.sequence,
            },
            Fact::RefersTo { code: code.code.clone(), version: code.version.clone(), sha256: code.digest.to_string() },
            Fact::AddressedTo { organisation: claims.addressee.clone() },
        ]);
        let withheld = withheld_facts(&package.withheld);
        let is_partial = !withheld.is_empty();
        proven.extend(withheld);
        let open = [Gap::Truth, Gap::Newest, Gap::Recording, Gap::Receipt]
            .into_iter()
            .chain(is_partial.then_some(Gap::Withheld));
        let mut findings = Findings::new(proven).open(self.gaps_of_log()).open(open);
        findings.named = digests_in(&claims.body);
        findings.named.insert(code.digest);
        Ok(findings)
    }

    pub(super) fn acknowledgement(&self, bytes: &[u8]) -> Result<Findings, Refusal> {
        let announced = acknowledgement::announced(bytes)?;
        let sent = Sent { digest: announced.package, addressee: &announced.issuer };
        let verified = verify_acknowledgement(bytes, &self.recipient(&announced.addressee), sent)?;
        let said = verified.acknowledgement;
        let mut proven = facts_of(&verified.authorship, said.issued.to_string());
        let package = said.package.to_string();
        proven.push(match said.decision {
            Decision::Received => Fact::Received { package },
            Decision::Accepted => Fact::Accepted { package },
            Decision::Refused { code, reason } => Fact::Refused { package, code, reason },
        });
        proven.push(Fact::AddressedTo { organisation: said.addressee });
        let is_here = self.exhibits.iter().any(|exhibit| FileDigest::of(&exhibit.bytes) == said.package);
        let open = (!is_here).then_some(Gap::Package).into_iter().chain([Gap::Newest, Gap::Recording]);
        let mut findings = Findings::new(proven).open(self.gaps_of_log()).open(open);
        findings.named.insert(said.package);
        Ok(findings)
    }

    pub(super) fn disclosure(&self, statement: &SdJwt) -> Result<Findings, Refusal> {
        let jwt = UnverifiedJwt::parse(statement.jwt()).map_err(PackageRefusal::from)?;
        let organisation = text_member(jwt.unverified_claims(), "iss").map_err(PackageRefusal::from)?;
        let (organisation, kid) =
            (organisation.unwrap_or_default().to_owned(), jwt.kid().unwrap_or_default().to_owned());
        let key = self.grounds.trust.keys_of(&organisation).remove(&kid);
        let unknown = || KeyFault::Unknown { organisation: organisation.clone(), kid: kid.clone() };
        let key = key.ok_or_else(unknown).map_err(PackageRefusal::from)?;
        let opened = statement.verify(PACKAGE_TYPE, &key.key);
        let opened =
            opened.or_else(|_| statement.verify(ACKNOWLEDGEMENT_TYPE, &key.key)).map_err(PackageRefusal::from)?;
        let times = Times::of(&opened.claims).map_err(PackageRefusal::from)?;
        // Nothing proves when it was signed, so the key must count as of the time given.
        key.check(times.issued, self.grounds.as_of).map_err(PackageRefusal::from)?;
        let mut proven = vec![Fact::SignedBy { organisation, key: kid, at: times.issued.to_string() }];
        proven.extend(opened.disclosed.keys().map(|place| Fact::Shows { place: place.to_string() }));
        let withheld = withheld_facts(&opened.withheld);
        let is_partial = !withheld.is_empty();
        proven.extend(withheld);
        let open = [Gap::Truth, Gap::Holders, Gap::Newest, Gap::Logging];
        let mut findings = Findings::new(proven).open(open).open(is_partial.then_some(Gap::Withheld));
        findings.named = digests_in(&opened.claims);
        Ok(findings)
    }

    /// Reads a letter in the place of its addressee: whoever looks at files is not who they were sent to.
    fn recipient<'a>(&'a self, identity: &'a str) -> Recipient<'a> {
        let grounds = self.grounds;
        Recipient { identity, trust: &grounds.trust, policy: &grounds.policy, now: grounds.as_of }
    }
}

fn facts_of(authorship: &Authorship, signed: String) -> Vec<Fact> {
    let (organisation, key) = (authorship.organisation.clone(), authorship.kid.clone());
    let mut facts = vec![Fact::SignedBy { organisation, key, at: signed }];
    facts.push(Fact::ThereBy { at: authorship.proven.to_string() });
    for logged in &authorship.logged {
        let (log, at) = (logged.log.to_string(), logged.recorded_at.to_string());
        facts.push(Fact::Logged { log, index: logged.index, at });
        let cosignatures = logged.cosignatures.iter();
        facts.extend(cosignatures.map(|it| Fact::Witnessed { witness: it.witness.to_string(), at: it.at.to_string() }));
    }
    facts
}

fn withheld_facts(withheld: &BTreeMap<Pointer, usize>) -> Vec<Fact> {
    withheld.iter().map(|(place, most)| Fact::Withholds { place: place.to_string(), most: *most }).collect()
}

impl From<PackageRefusal> for Refusal {
    fn from(refusal: PackageRefusal) -> Self {
        disbelieved(refusal.code(), &refusal)
    }
}
