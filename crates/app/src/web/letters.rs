//! Letters with something to get in with: written with the words of the page, and put down with the change they are about.

use adhere_actions::access::Secret;
use adhere_actions::invitations::SendInvitation;

use super::{Page, Service};

impl Service {
    /// Whether letters are sent: somebody set a server, whom they come from, and the address that people know.
    pub(super) fn sends_letters(&self) -> bool {
        let settings = self.store.home().settings();
        settings.mail.server.is_some() && settings.mail.from.is_some() && settings.web.url.is_some()
    }

    /// The address that people know.
    fn site(&self) -> &str {
        self.store.home().settings().web.url.as_deref().unwrap_or_default()
    }
}

impl Page<'_> {
    /// The letter to somebody who is invited.
    pub(super) fn invitation_letter(&self, name: &str, secret: &Secret) -> (String, String) {
        self.letter(("mail-invitation", "mail-invitation-body"), name, secret)
    }

    /// The letter to somebody who forgot a password.
    pub(super) fn password_letter(&self, secret: &Secret) -> (String, String) {
        self.letter(("mail-password", "mail-password-body"), "", secret)
    }

    /// The letter to somebody who complained. It says nothing that was typed: the address may be somebody else's.
    pub(super) fn complaint_letter(&self, organisation: &str, reference: &Secret) -> (String, String) {
        let site = self.service.site();
        let url = format!("{site}{}", self.to().complaint_state(&reference.text()));
        let organisation = organisation.to_owned();
        let values = [("organisation", organisation.into()), ("site", site.to_owned().into()), ("url", url.into())];
        (self.words().text("mail-complaint"), self.words().with("mail-complaint-body", &values))
    }

    /// The letter to those who sent a package that was decided on. What was decided it says, and nothing that was typed:
    /// the reason is in the answer, which is signed.
    pub(super) fn decision_letter(&self, package: &str, is_refused: bool) -> (String, String) {
        let (subject, body) = if is_refused {
            ("mail-package-refused", "mail-package-refused-body")
        } else {
            ("mail-package-accepted", "mail-package-accepted-body")
        };
        let (site, package) = (self.service.site().to_owned(), package.to_owned());
        let values = [("site", site.into()), ("package", package.into())];
        (self.words().text(subject), self.words().with(body, &values))
    }

    /// Where an invitation to adhere is read.
    pub(super) fn invitation_link(&self, secret: &Secret) -> String {
        format!("{}{}", self.service.site(), self.to().invited(&secret.text()))
    }

    /// The letter that invites somebody to adhere: to what, by which law, and that the day binds nobody.
    pub(super) fn invitation_to_adhere(&self, sent: &SendInvitation, secret: &Secret) -> (String, String) {
        let words = self.words();
        let name = format!("{}@{}", sent.code, sent.version);
        let code = self.code(&name).ok();
        let title = code.as_ref().map_or_else(|| name.clone(), |found| format!("{} ({name})", found.code.title));
        let mut parts = vec![words.with("mail-adhere-begin", &[("code", title.into())])];
        parts.extend(sent.words.as_ref().map(ToString::to_string));
        parts.extend(code.map(|found| words.text(&format!("invitation-law-{}", found.code.profile.id()))));
        if let Some(until) = sent.hoped_until {
            parts.push(words.with("mail-adhere-until", &[("until", until.to_string().into())]));
        }
        parts.push(words.with("mail-adhere-end", &[("url", self.invitation_link(secret).into())]));
        (words.text("mail-adhere"), parts.join("\n\n"))
    }

    fn letter(&self, (subject, body): (&str, &str), name: &str, secret: &Secret) -> (String, String) {
        let site = self.service.site();
        let url = format!("{site}{}", self.to().invitation(&secret.text()));
        let values = [("name", name.to_owned().into()), ("site", site.to_owned().into()), ("url", url.into())];
        (self.words().text(subject), self.words().with(body, &values))
    }
}
