//! Where each page is. The day that was asked for goes along to every page that depends on it.

use std::fmt::{Display, Write as _};

use jiff::civil::Date;

use super::asked::AS_OF;

/// Where the journal is.
const JOURNAL: &str = "/journal";

/// Addresses of pages, as of the day that was asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Urls {
    /// The day, if one was asked for.
    pub(super) as_of: Option<Date>,
}

impl Urls {
    /// A page, on the day.
    fn at(self, path: String) -> String {
        match self.as_of {
            Some(day) => format!("{path}?{AS_OF}={day}"),
            None => path,
        }
    }

    /// A page with parameters of its own; empty ones are left out.
    fn with(self, path: &str, parameters: &[(&str, &str)]) -> String {
        let day = self.as_of.map(|day| day.to_string());
        let day = day.as_deref().map(|day| (AS_OF, day));
        let asked = parameters.iter().copied().chain(day).filter(|(_, value)| !value.is_empty());
        let mut query = form_urlencoded::Serializer::new(String::new());
        let query = query.extend_pairs(asked).finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    pub(super) fn front(self) -> String {
        self.at("/".to_owned())
    }

    pub(super) fn codes(self) -> String {
        self.at("/codes".to_owned())
    }

    /// A version of a code, by `id@version`.
    pub(super) fn code(self, name: &str) -> String {
        self.at(format!("/codes/{name}"))
    }

    /// A chapter, commitment or measure.
    pub(super) fn part(self, name: &str, part: &str) -> String {
        self.at(format!("/codes/{name}/{part}"))
    }

    pub(super) fn coverage(self, name: &str) -> String {
        self.at(format!("/codes/{name}/coverage"))
    }

    /// What a code covers, for machines.
    pub(super) fn coverage_json(self, name: &str) -> String {
        self.at(format!("/codes/{name}/coverage.json"))
    }

    /// A version in the form by which its digest knows it.
    pub(super) fn code_json(self, name: &str) -> String {
        self.at(format!("/codes/{name}/code.json"))
    }

    /// What changed since an earlier version; the latest before it if none is named.
    pub(super) fn changes(self, name: &str, from: &str) -> String {
        self.with(&format!("/codes/{name}/changes"), &[("from", from)])
    }

    pub(super) fn law(self) -> String {
        self.at("/law".to_owned())
    }

    /// A provision, or everything in an article, of an act.
    pub(super) fn provision(self, celex: &str, element: &str) -> String {
        self.at(format!("/law/{celex}/{element}"))
    }

    /// A provision of the AI Act.
    pub(super) fn element(self, element: &str) -> String {
        self.at(format!("/law/{element}"))
    }

    pub(super) fn register(self) -> String {
        self.at("/register".to_owned())
    }

    /// The register in another form, or a further page of it, with the same filters.
    pub(super) fn register_with(self, form: &str, parameters: &[(&str, &str)]) -> String {
        self.with(&format!("/register{form}"), parameters)
    }

    pub(super) fn organisation(self, id: impl Display) -> String {
        self.at(format!("/register/{id}"))
    }

    pub(super) fn self_assessment(self) -> String {
        self.at("/self-assessment".to_owned())
    }

    /// A question of the self-assessment, or its `result`.
    pub(super) fn question(self, id: &str) -> String {
        self.at(format!("/self-assessment/{id}"))
    }

    pub(super) fn journal(self) -> String {
        self.at(JOURNAL.to_owned())
    }

    /// Entries of the journal before one.
    pub(super) fn journal_before(self, entry: impl Display) -> String {
        self.with(JOURNAL, &[("before", &entry.to_string())])
    }

    pub(super) fn verifying(self) -> String {
        self.at("/journal/verify".to_owned())
    }

    pub(super) fn entry(self, entry: impl Display) -> String {
        self.at(format!("/journal/entries/{entry}"))
    }

    /// What shows, without this server, that the journal has an entry.
    pub(super) fn receipt(self, entry: impl Display) -> String {
        self.at(format!("/journal/entries/{entry}/receipt"))
    }

    /// The bytes of an entry.
    pub(super) fn bytes(self, entry: impl Display) -> String {
        self.at(format!("/journal/entries/{entry}/bytes"))
    }

    /// The same page on another day, with whatever else was asked.
    pub(super) fn same_on(path: &str, also: &[(String, String)], day: Option<Date>) -> String {
        let also: Vec<(&str, &str)> = also.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Self { as_of: day }.with(path, &also)
    }
}

/// A file of the program's own, by its name and what is in it.
pub(super) fn asset(name: &str, digest: &str) -> String {
    let mut url = String::from("/static/");
    let _ = write!(url, "{digest}/{name}");
    url
}
