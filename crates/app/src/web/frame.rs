//! What stands around the content of every page: where one is, which day it is about, and words to say it with.

use jiff::Timestamp;
use jiff::civil::Date;

use super::asked::Asked;
use super::assets;
use super::urls::Urls;
use super::zone::Moment;
use crate::words::{Language, Words};

/// The parts of the site, in the order in which they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Front,
    Codes,
    Law,
    Register,
    SelfAssessment,
    Journal,
    Work,
}

/// What can have been done just before a page is shown, with the keys of the words that say so.
const DONE: [(&str, &str); 28] = [
    ("complaint-lodged", "done-complaint-lodged"),
    ("invitation-declined", "done-invitation-declined"),
    ("invitation-withdrawn", "done-invitation-withdrawn"),
    ("letter-asked", "done-letter-asked"),
    ("audit-begun", "done-audit-begun"),
    ("letter-sent", "done-letter-sent"),
    ("package-accepted", "done-package-accepted"),
    ("package-refused", "done-package-refused"),
    ("published", "done-published"),
    ("recorded", "done-recorded"),
    ("approved", "done-approved"),
    ("shelved", "done-shelved"),
    ("known", "done-known"),
    ("withdrawn", "done-withdrawn"),
    ("attached", "done-attached"),
    ("detached", "done-detached"),
    ("commented", "done-commented"),
    ("comment-withdrawn", "done-comment-withdrawn"),
    ("role-revoked", "done-role-revoked"),
    ("second-factor-demanded", "done-second-factor-demanded"),
    ("second-factor-left", "done-second-factor-left"),
    ("openid-unlinked", "done-openid-unlinked"),
    ("password-set", "done-password-set"),
    ("second-factor-set", "done-second-factor-set"),
    ("second-factor-removed", "done-second-factor-removed"),
    ("session-ended", "done-session-ended"),
    ("token-revoked", "done-token-revoked"),
    ("zone-kept", "done-zone-kept"),
];

/// What every template needs.
pub(super) struct Frame<'a> {
    pub(super) words: &'a Words,
    pub(super) to: Urls,
    pub(super) section: Section,
    pub(super) asked: &'a Asked,
    pub(super) today: Date,
    pub(super) styles: [String; 2],
    pub(super) mark: String,
    pub(super) inside: Option<Inside>,
}

/// What stands around the content for somebody who is signed in.
pub(super) struct Inside {
    /// What the person is called.
    pub(super) name: String,
    /// Where the person can go.
    pub(super) places: Vec<NavigationItem>,
}

/// An entry of the navigation, ready to print.
pub(super) struct NavigationItem {
    pub(super) url: String,
    pub(super) name: String,
    pub(super) is_here: bool,
}

impl<'a> Frame<'a> {
    /// The frame of a page in a section.
    pub(super) fn new(words: &'a Words, asked: &'a Asked, section: Section, today: Date) -> Self {
        let styles = [assets::REPORT_STYLE.url(), assets::SITE_STYLE.url()];
        Self {
            words,
            to: Urls { as_of: asked.as_of, language: asked.language },
            section,
            asked,
            today,
            styles,
            mark: assets::MARK.url(),
            inside: None,
        }
    }

    /// Words by their key.
    pub(super) fn text(&self, key: &str) -> String {
        self.words.text(key)
    }

    /// The day that the page is about.
    pub(super) fn as_of(&self) -> Date {
        self.asked.as_of.unwrap_or(self.today)
    }

    /// Whether the page is about another day than today.
    pub(super) fn is_of_another_day(&self) -> bool {
        self.as_of() != self.today
    }

    /// What was done just before.
    pub(super) fn done(&self) -> Option<String> {
        let done = self.asked.done.as_deref()?;
        let (_, key) = DONE.iter().find(|(known, _)| *known == done)?;
        Some(self.words.text(key))
    }

    /// This page, about today.
    pub(super) fn today_url(&self) -> String {
        Urls { as_of: None, ..self.to }.again(&self.asked.path, &self.asked.also)
    }

    /// This page, about another day.
    pub(super) fn same_on(&self, day: Date) -> String {
        Urls { as_of: Some(day), ..self.to }.again(&self.asked.path, &self.asked.also)
    }

    /// The sentence that tells the day.
    pub(super) fn about_day(&self) -> String {
        self.words.with("web-as-of-shown", &[("day", self.as_of().to_string().into())])
    }

    /// This page in every language: address, code, name, and whether it is the one shown.
    pub(super) fn languages(&self) -> Vec<(String, &'static str, &'static str, bool)> {
        let offer = |language: Language| {
            let to = Urls { language: Some(language), ..self.to };
            let url = to.again(&self.asked.path, &self.asked.also);
            (url, language.code(), language.own_name(), language == self.asked.language())
        };
        Language::ALL.map(offer).into()
    }

    /// That something applies from a day.
    pub(super) fn applies_from(&self, day: Date) -> String {
        self.words.with("applies-from", &[("date", day.to_string().into())])
    }

    /// Until when something is so that ends on a day: the day before, as people say it.
    pub(super) fn until(&self, day: Date) -> String {
        let last = day.yesterday().unwrap_or(day);
        self.words.with("web-until", &[("day", last.to_string().into())])
    }

    /// The name of a link to a day.
    pub(super) fn on_day(&self, day: Date) -> String {
        self.words.with("web-on-day", &[("day", day.to_string().into())])
    }

    /// What stands before the measures of a code.
    pub(super) fn covered_by(&self, code: &str) -> String {
        self.words.with("web-covered-by", &[("code", code.to_owned().into())])
    }

    /// That no official text of the day is imported.
    pub(super) fn no_text(&self) -> String {
        self.words.with("web-text-none", &[("day", self.as_of().to_string().into())])
    }

    /// A moment, with its zone.
    pub(super) fn moment(&self, at: &Timestamp) -> Moment {
        self.asked.zone.whole_moment(*at)
    }

    /// In which zone moments are shown.
    pub(super) fn about_zone(&self) -> String {
        self.words.with("web-zone", &[("zone", self.asked.zone.name().to_owned().into())])
    }

    pub(super) fn navigation(&self) -> Vec<NavigationItem> {
        let item = |section: Section, url: String, key: &str| NavigationItem {
            url,
            name: self.words.text(key),
            is_here: section == self.section,
        };
        vec![
            item(Section::Codes, self.to.codes(), "web-nav-codes"),
            item(Section::Law, self.to.law(), "web-nav-law"),
            item(Section::Register, self.to.register(), "web-nav-register"),
            item(Section::SelfAssessment, self.to.self_assessment(), "web-nav-self-assessment"),
            item(Section::Journal, self.to.journal(), "web-nav-journal"),
            item(Section::Work, self.to.work(), "web-nav-work"),
        ]
    }
}
