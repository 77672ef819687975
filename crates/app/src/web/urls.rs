//! Where each page is. The day and the language that were asked for go along to every page that depends on it.

use std::fmt::{Display, Write as _};

use adhere_domain::cases::CaseId;
use adhere_domain::codes::id::PartId;
use adhere_domain::evidence::item::EvidenceId;
use adhere_domain::parties::organisation::OrganisationId;
use jiff::civil::Date;

use super::asked::{AS_OF, DONE, LANGUAGE};
use crate::words::Language;

/// Where a service of OpenID Connect sends people back to.
pub(super) const OPENID_CALLBACK: &str = "/sign-in/openid/callback";

/// Where the journal is.
const JOURNAL: &str = "/journal";

/// Addresses of pages, as of the day and in the language that were asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Urls {
    /// The day, if one was asked for.
    pub(super) as_of: Option<Date>,
    /// The language, if one was asked for.
    pub(super) language: Option<Language>,
}

impl Urls {
    /// A page, on the day.
    fn at(self, path: &str) -> String {
        self.asking(path, &[])
    }

    /// A page with parameters of its own; empty ones are left out.
    fn asking(self, path: &str, parameters: &[(&str, &str)]) -> String {
        let day = self.as_of.map(|day| day.to_string());
        let day = day.as_deref().map(|day| (AS_OF, day));
        let language = self.language.map(|language| (LANGUAGE, language.code()));
        let asked = parameters.iter().copied().chain(day).chain(language).filter(|(_, value)| !value.is_empty());
        let mut query = form_urlencoded::Serializer::new(String::new());
        let query = query.extend_pairs(asked).finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    pub(super) fn front(self) -> String {
        self.at("/")
    }

    pub(super) fn codes(self) -> String {
        self.at("/codes")
    }

    /// A version of a code, by `id@version`.
    pub(super) fn code(self, name: &str) -> String {
        self.at(&format!("/codes/{name}"))
    }

    /// A chapter, commitment or measure.
    pub(super) fn part(self, name: &str, part: &str) -> String {
        self.at(&format!("/codes/{name}/{part}"))
    }

    pub(super) fn coverage(self, name: &str) -> String {
        self.at(&format!("/codes/{name}/coverage"))
    }

    /// What a code covers, for machines.
    pub(super) fn coverage_json(self, name: &str) -> String {
        self.at(&format!("/codes/{name}/coverage.json"))
    }

    /// A version in the form by which its digest knows it.
    pub(super) fn code_json(self, name: &str) -> String {
        self.at(&format!("/codes/{name}/code.json"))
    }

    /// What changed since an earlier version; the latest before it if none is named.
    pub(super) fn changes(self, name: &str, from: &str) -> String {
        self.asking(&format!("/codes/{name}/changes"), &[("from", from)])
    }

    pub(super) fn law(self) -> String {
        self.at("/law")
    }

    /// A provision, or everything in an article, of an act.
    pub(super) fn provision(self, celex: &str, element: &str) -> String {
        self.at(&format!("/law/{celex}/{element}"))
    }

    /// A provision of the AI Act.
    pub(super) fn element(self, element: &str) -> String {
        self.at(&format!("/law/{element}"))
    }

    /// Where the zone of moments is chosen, to go back to another page.
    pub(super) fn zone(self, back: &str) -> String {
        self.asking("/zone", &[("to", back)])
    }

    pub(super) fn register(self) -> String {
        self.at("/register")
    }

    /// The register in another form, or a further page of it, with the same filters.
    pub(super) fn register_with(self, form: &str, parameters: &[(&str, &str)]) -> String {
        self.asking(&format!("/register{form}"), parameters)
    }

    /// The register as pictures.
    pub(super) fn figures(self) -> String {
        self.at("/register/figures")
    }

    pub(super) fn organisation(self, id: impl Display) -> String {
        self.at(&format!("/register/{id}"))
    }

    pub(super) fn self_assessment(self) -> String {
        self.at("/self-assessment")
    }

    /// A question of the self-assessment, or its `result`.
    pub(super) fn question(self, id: &str) -> String {
        self.at(&format!("/self-assessment/{id}"))
    }

    pub(super) fn journal(self) -> String {
        self.at(JOURNAL)
    }

    /// Entries of the journal before one.
    pub(super) fn journal_before(self, entry: impl Display) -> String {
        self.asking(JOURNAL, &[("before", &entry.to_string())])
    }

    /// The reference of the API.
    pub(super) fn api(self) -> String {
        self.at("/api")
    }

    pub(super) fn verifying(self) -> String {
        self.at("/journal/verify")
    }

    pub(super) fn entry(self, entry: impl Display) -> String {
        self.at(&format!("/journal/entries/{entry}"))
    }

    /// What shows, without this server, that the journal has an entry.
    pub(super) fn receipt(self, entry: impl Display) -> String {
        self.at(&format!("/journal/entries/{entry}/receipt"))
    }

    /// The bytes of an entry.
    pub(super) fn bytes(self, entry: impl Display) -> String {
        self.at(&format!("/journal/entries/{entry}/bytes"))
    }

    /// Where somebody signs in, to go on to another page.
    pub(super) fn sign_in(self, to: &str) -> String {
        self.asking("/sign-in", &[("to", to)])
    }

    /// Where somebody is sent to a service of OpenID Connect, to go on to another page.
    pub(super) fn openid(self, to: &str) -> String {
        self.asking("/sign-in/openid", &[("to", to)])
    }

    /// Where the code of the second factor is shown.
    pub(super) fn show_code(self, to: &str) -> String {
        self.asking("/sign-in/code", &[("to", to)])
    }

    /// Where somebody asks for a new password.
    pub(super) fn forgotten(self) -> String {
        self.at("/sign-in/forgotten")
    }

    pub(super) fn sign_out(self) -> String {
        self.at("/sign-out")
    }

    /// Where somebody who was invited sets a password. What lets in is no part of the path: paths are told in logs.
    pub(super) fn invitation(self, secret: &str) -> String {
        self.asking("/invitation", &[("key", secret)])
    }

    /// The same after something was done.
    pub(super) fn sign_in_after(self, done: &str) -> String {
        after(&self.sign_in(""), done)
    }

    /// One's own account after something was done.
    pub(super) fn account_after(self, done: &str) -> String {
        after(&self.account(""), done)
    }

    /// One's own tokens after something was done.
    pub(super) fn tokens_after(self, done: &str) -> String {
        after(&self.account("/tokens"), done)
    }

    /// Where everybody who is signed in begins.
    pub(super) fn work(self) -> String {
        self.at("/work")
    }

    /// A provider's workspace, or a part of it.
    pub(super) fn provider(self, organisation: &OrganisationId, part: &str) -> String {
        self.at(&format!("/work/{organisation}{part}"))
    }

    /// The measures of a version of a code as a provider answers them.
    pub(super) fn measures(self, organisation: &OrganisationId, code: &str) -> String {
        self.asking(&format!("/work/{organisation}/measures"), &[("code", code)])
    }

    /// A measure as a provider answers it.
    pub(super) fn measure(self, organisation: &OrganisationId, code: &str, measure: &PartId) -> String {
        self.at(&format!("/work/{organisation}/measures/{code}/{measure}"))
    }

    /// A part of the page of a measure as a provider answers it.
    pub(super) fn measure_part(
        self,
        organisation: &OrganisationId,
        code: &str,
        measure: &PartId,
        part: &str,
    ) -> String {
        self.at(&format!("/work/{organisation}/measures/{code}/{measure}{part}"))
    }

    /// Where files are added to the library, to be attached to the statement on a measure.
    pub(super) fn add_evidence(self, organisation: &OrganisationId, code: &str, measure: &PartId) -> String {
        let attach = format!("{code}/{measure}");
        self.asking(&format!("/work/{organisation}/evidence/add"), &[("attach", &attach)])
    }

    /// Where a statement on a measure is approved.
    pub(super) fn measure_approval(self, organisation: &OrganisationId, code: &str, measure: &PartId) -> String {
        self.at(&format!("/work/{organisation}/measures/{code}/{measure}/approval"))
    }

    /// An item of evidence in the library of a provider, or a part of its page.
    pub(super) fn evidence(self, organisation: &OrganisationId, id: &EvidenceId, part: &str) -> String {
        self.at(&format!("/work/{organisation}/evidence/{id}{part}"))
    }

    /// The library of a provider, looked through.
    pub(super) fn library_with(self, organisation: &OrganisationId, also: &[(String, String)]) -> String {
        self.again(&format!("/work/{organisation}/evidence"), also)
    }

    /// The cases of a provider, with filters.
    pub(super) fn cases(self, organisation: &OrganisationId, parameters: &[(&str, &str)]) -> String {
        self.asking(&format!("/work/{organisation}/cases"), parameters)
    }

    /// The form to open a case of a kind.
    pub(super) fn new_case(self, organisation: &OrganisationId, kind: &str) -> String {
        self.asking(&format!("/work/{organisation}/cases/new"), &[("kind", kind)])
    }

    /// A case, or what is done with it.
    pub(super) fn case(self, organisation: &OrganisationId, case: &CaseId, part: &str) -> String {
        self.at(&format!("/work/{organisation}/cases/{case}{part}"))
    }

    /// What is due to a provider, from a month on; from this one if none is named.
    pub(super) fn calendar(self, organisation: &OrganisationId, from: &str) -> String {
        self.asking(&format!("/work/{organisation}/calendar"), &[("from", from)])
    }

    /// What is due for a calendar program. What lets in is no part of the path: paths are told in logs.
    pub(super) fn feed(self, organisation: &OrganisationId, key: &str) -> String {
        self.asking(&format!("/work/{organisation}/calendar.ics"), &[("key", key)])
    }

    /// Where somebody complains to an organisation.
    pub(super) fn complaint(self, organisation: impl Display) -> String {
        self.at(&format!("/complaints/{organisation}"))
    }

    /// Where whoever complained sees how it stands. The reference is no part of the path: paths are told in logs.
    pub(super) fn complaint_state(self, reference: &str) -> String {
        self.asking("/complaints", &[("reference", reference)])
    }

    /// A provider's file.
    pub(super) fn file(self, organisation: &OrganisationId, name: &str) -> String {
        self.at(&format!("/work/{organisation}/files/{name}"))
    }

    /// The form about an adherence that there is.
    pub(super) fn adherence_form(self, organisation: &OrganisationId, what: &str, id: &str) -> String {
        self.asking(&format!("/work/{organisation}/adherence/declare"), &[("what", what), ("id", id)])
    }

    /// The form to declare adherence to a version of a code.
    pub(super) fn declare(self, organisation: &OrganisationId, code: &str) -> String {
        self.asking(&format!("/work/{organisation}/adherence/declare"), &[("code", code)])
    }

    /// What an invitation to adhere says. What opens it is no part of the path: paths are told in logs.
    pub(super) fn invited(self, key: &str) -> String {
        self.asking("/invited", &[("key", key)])
    }

    /// Where somebody is invited to adhere to a version of a code.
    pub(super) fn invite(self, code: &str) -> String {
        self.asking("/facilitation/invitations/new", &[("code", code)])
    }

    /// Invitations to adhere that were sent before one, of a state alone where one is named.
    pub(super) fn invitations(self, state: &str, before: u64) -> String {
        self.asking("/facilitation/invitations", &[("state", state), ("before", &before.to_string())])
    }

    /// What a facilitator does, or a part of it.
    pub(super) fn facilitation(self, part: &str) -> String {
        self.at(&format!("/facilitation{part}"))
    }

    /// Packages that were received before one, of a state alone where one is named.
    pub(super) fn inbox(self, state: &str, before: u64) -> String {
        self.asking("/facilitation", &[("state", state), ("before", &before.to_string())])
    }

    /// A package that was received, by its entry, or what is done with it.
    pub(super) fn package(self, entry: u64, part: &str) -> String {
        self.at(&format!("/facilitation/packages/{entry}{part}"))
    }

    /// The people of an organisation.
    pub(super) fn people(self, organisation: &OrganisationId, part: &str) -> String {
        self.at(&format!("/people/{organisation}{part}"))
    }

    /// What an administrator looks at, or a part of it.
    pub(super) fn administration(self, part: &str) -> String {
        self.at(&format!("/administration{part}"))
    }

    /// An organisation as an administrator keeps it, or a part of that.
    pub(super) fn administered(self, organisation: &OrganisationId, part: &str) -> String {
        self.at(&format!("/administration/organisations/{organisation}{part}"))
    }

    /// Organisations after one.
    pub(super) fn organisations_after(self, organisation: &OrganisationId) -> String {
        self.asking("/administration/organisations", &[("after", organisation.as_str())])
    }

    /// What was done before an entry: to a subject alone, or of a kind alone, where one is named.
    pub(super) fn history(self, subject: &str, kind: &str, before: u64) -> String {
        let asked = [("subject", subject), ("kind", kind), ("before", &before.to_string())];
        self.asking("/administration/history", &asked)
    }

    /// One's own account, or a part of it.
    pub(super) fn account(self, part: &str) -> String {
        self.at(&format!("/account{part}"))
    }

    /// A page with whatever else was asked.
    pub(super) fn again(self, path: &str, also: &[(String, String)]) -> String {
        let also: Vec<(&str, &str)> = also.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.asking(path, &also)
    }
}

/// A file of the program's own, by its name and what is in it.
pub(super) fn asset(name: &str, digest: &str) -> String {
    let mut url = String::from("/static/");
    let _ = write!(url, "{digest}/{name}");
    url
}

/// A page after something was done.
pub(super) fn after(url: &str, done: &str) -> String {
    let sign = if url.contains('?') { '&' } else { '?' };
    format!("{url}{sign}{DONE}={done}")
}
